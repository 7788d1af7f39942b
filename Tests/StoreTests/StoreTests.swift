// The store itself: what goes in comes out exactly, older stores are brought forward, newer ones are left alone.

import CSQLite
import Glibc
import Testing
import ThiDuaStore

/// A store in a folder that goes away with the test.
final class StoreFolder {
  let folder: String
  var path: String { folder + "/kho.sqlite" }

  init() throws {
    var template = Array("/tmp/thidua-kho-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    folder = String(cString: try #require(made))
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    rmdir(folder)
  }

  func open() throws -> OpaquePointer {
    var handle: OpaquePointer?
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    return try #require(handle)
  }

  func run(_ sql: String) throws {
    let handle = try open()
    defer { sqlite3_close(handle) }
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK, "\(sql.prefix(80))")
  }

  /// All rows of a query, cells parted by `|`, NULL as `∅`.
  func rows(_ sql: String) throws -> [String] {
    let handle = try open()
    defer { sqlite3_close(handle) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, "\(sql)")
    defer { sqlite3_finalize(statement) }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "∅"
        }.joined(separator: "|"))
    }
    return rows
  }

  func bytes() throws -> [UInt8] { try StoreFolder.read(path) }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// A store as the program before reasons made it: run 1, `Thi đua chuyên đề` 2025.
  func layOutVersion1() throws {
    let source = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let sql = try StoreFolder.read("/" + source + "/Fixtures/kho/dang-1.sql")
    try run(String(decoding: sql, as: UTF8.self))
  }
}

private func record(
  _ cells: [CellRecord], title: String = "Phong trào", year: Int = 2025,
  script: String = "p.thidua",
  role: StoredRole = .other, kind: StoredKind = .number, data: String = "a",
  reason: ((Int) -> String)? = nil
) -> RunRecord {
  RunRecord(
    title: title, year: year, script: script, closing: nil, program: "thử",
    files: [
      StoredFile(.script, name: script, bytes: Array("in 1\n".utf8)),
      StoredFile(.data, name: "a.csv", bytes: Array(data.utf8)),
    ],
    kinds: [
      KindRecord(
        name: "tập thể",
        subjects: cells.indices.map { SubjectRecord(key: "Đ-\($0)", name: "Ban số \($0)") },
        columns: [
          ColumnRecord(name: "x", title: nil, kind: kind, role: role, reason: reason) { cells[$0] }
        ])
    ])
}

@discardableResult
private func add(_ run: RunRecord, to folder: StoreFolder) throws -> StoreWriter.Outcome {
  let writer = try StoreWriter(path: folder.path)
  let outcome = try writer.add(run)
  try writer.commit()
  return outcome
}

private func cells(_ run: Int, in folder: StoreFolder) throws -> [CellRecord] {
  let store = try Store(path: folder.path)
  let kind = try #require(try store.kinds(of: run).first)
  var cells: [CellRecord] = []
  try store.rows(of: kind, columns: kind.columns) { cells += $0.cells }
  return cells
}

@Suite struct StoreTests {
  @Test func valuesComeBackAsTheyWere() throws {
    let folder = try StoreFolder()
    let place = CellPlace(file: "số liệu.xlsx", sheet: "Quý 1", column: "điểm", letters: "AB")
    let written = [
      CellRecord("1/3"), CellRecord("-2/7"),
      CellRecord("123456789012345678901234567890.000000000000000000001"),
      CellRecord("99999999999999999999999999999999/7"), CellRecord("0"), CellRecord(""),
      CellRecord(nil), CellRecord(nil, isNotApplicable: true), CellRecord("Thuỷ \"'; -- \n\u{301}"),
      CellRecord("2026-02-28", place: place, line: 7), CellRecord("=1+1"), CellRecord("\u{0}a"),
    ]
    try add(record(written), to: folder)
    #expect(try cells(1, in: folder) == written)
    let kinds = try folder.rows("SELECT DISTINCT typeof(gia_tri) FROM o ORDER BY 1")
    #expect(kinds == ["null", "text"])
    #expect(
      try folder.rows(
        "SELECT o FROM (SELECT noi.chu_cot || o.dong AS o FROM o JOIN noi ON "
          + "noi.id = o.noi)") == ["AB7"])
  }

  @Test func blankNotApplicableZeroAndNoTextAreFourResults() throws {
    let folder = try StoreFolder()
    let different = [
      CellRecord(nil), CellRecord(nil, isNotApplicable: true), CellRecord("0"), CellRecord(""),
    ]
    for (index, cell) in different.enumerated() {
      let outcome = try add(record([cell]), to: folder)
      #expect(outcome.isNew && outcome.number == index + 1)
      // The same script and data: only the program can have changed.
      #expect(outcome.sameInputs == (index == 0 ? nil : index))
    }
  }

  @Test func theSameRunIsStoredOnce() throws {
    let folder = try StoreFolder()
    #expect(try add(record([CellRecord("1")]), to: folder).isNew)
    let again = try add(record([CellRecord("1")]), to: folder)
    #expect(!again.isNew && again.number == 1 && !again.hasNewReasons)
    #expect(try Store(path: folder.path).runs().count == 1)
    #expect(try folder.rows("SELECT count(*) FROM o") == ["1"])
  }

  @Test func contentIsKeptOnceForAllRuns() throws {
    let folder = try StoreFolder()
    try add(record([CellRecord("1")], data: "a"), to: folder)
    try add(record([CellRecord("1")], data: "b"), to: folder)
    #expect(try folder.rows("SELECT count(*) FROM tep") == ["4"])
    #expect(try folder.rows("SELECT count(*) FROM noi_dung") == ["3"])
    let files = try Store(path: folder.path).files(of: 2)
    #expect(files.map(\.bytes) == [Array("in 1\n".utf8), Array("b".utf8)])
  }

  @Test func campaignsKeepTheirOwnOfficialRuns() throws {
    let folder = try StoreFolder()
    try add(record([CellRecord("1")]), to: folder)
    try add(record([CellRecord("2")], title: "Chuyên đề"), to: folder)
    let newer = try add(record([CellRecord("3")], data: "b"), to: folder)
    #expect(newer.isOfficial && newer.confirmed == nil)
    var runs = try Store(path: folder.path).runs()
    #expect(runs.map(\.isOfficial) == [false, true, true])
    let writer = try StoreWriter(path: folder.path)
    #expect(try writer.confirm(1) == 3)
    try writer.commit()
    let newest = try add(record([CellRecord("4")], data: "c"), to: folder)
    #expect(!newest.isOfficial && newest.confirmed == 1)
    runs = try Store(path: folder.path).runs()
    #expect(runs.map(\.isOfficial) == [true, true, false, false])
    #expect(runs.map(\.isConfirmed) == [true, false, false, false])
    let past = try Store(path: folder.path).past(ofKind: "tập thể", before: 2026)
    #expect(past.map(\.run) == [1, 2] && past.map(\.year) == [2025, 2025])
    #expect(try Store(path: folder.path).past(ofKind: "tập thể", before: 2025).isEmpty)
  }

  @Test func nothingIsThereBeforeCommit() throws {
    let folder = try StoreFolder()
    do {
      let writer = try StoreWriter(path: folder.path)
      _ = try writer.add(record([CellRecord("1")]))
    }
    #expect(access(folder.path, F_OK) != 0)
    try add(record([CellRecord("1")]), to: folder)
    let before = try folder.bytes()
    let writer = try StoreWriter(path: folder.path)
    _ = try writer.add(record([CellRecord("2")]))
    writer.cancel()
    #expect(try folder.bytes() == before)
  }

  @Test func aStoreInUseIsLocked() throws {
    let folder = try StoreFolder()
    try add(record([CellRecord("1")]), to: folder)
    let before = try folder.bytes()
    let other = try folder.open()
    #expect(sqlite3_exec(other, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
    #expect(throws: StoreProblem.file(.locked)) { try Store(path: folder.path) }
    #expect(throws: StoreProblem.file(.locked)) {
      try StoreWriter(path: folder.path, patienceInMilliseconds: 50)
    }
    sqlite3_close(other)
    #expect(try folder.bytes() == before)
    #expect(try add(record([CellRecord("2")]), to: folder).number == 2)
  }

  @Test func subjectsAreFoundByKeyThenByName() throws {
    let folder = try StoreFolder()
    try add(record([CellRecord("1"), CellRecord("2")]), to: folder)
    let store = try Store(path: folder.path)
    let kind = try #require(try store.kinds(of: 1).first)
    #expect(try store.subjects(of: kind, called: "đ-1").map(\.name) == ["Ban số 1"])
    #expect(try store.subjects(of: kind, called: "BAN SỐ 0").map(\.key) == ["Đ-0"])
    #expect(try store.subjects(of: kind, called: "Ban").isEmpty)
  }
}

// MARK: Reasons

@Suite struct StoredReasonTests {
  @Test(arguments: [StoredRole.score, .award])
  func reasonsComeBackForEverySubject(_ role: StoredRole) throws {
    let folder = try StoreFolder()
    let count = 3_000
    func reason(_ row: Int) -> String {
      // Empty ones in between, and texts of several lines longer than one stream holds together.
      row % 7 == 0 ? "" : "x: \(row) …\n  dòng \(String(repeating: "ố", count: row % 90))"
    }
    try add(
      record(
        (0..<count).map { CellRecord(String($0)) }, role: role, reason: reason), to: folder)
    let store = try Store(path: folder.path)
    let kind = try #require(try store.kinds(of: 1).first)
    #expect(try store.hasReasons(1))
    #expect(try store.reasons(of: kind, kind.columns[0]) == (0..<count).map(reason))
    for row in [0, 1, 7, 13, 1_499, 2_998, 2_999] {
      let subject = try #require(try store.subjects(of: kind, called: "Đ-\(row)").first)
      #expect(try store.reason(of: subject, kind.columns[0]) == reason(row))
    }
    let streams = try folder.rows("SELECT count(*) > 1 FROM ly_do_nen")
    #expect(streams == [role == .score ? "1" : "0"])
    let plain = try folder.rows("SELECT count(*) FROM giai_thich")
    #expect(plain == [role == .score ? "0" : "\(count)"])
  }

  @Test func aDamagedStreamIsNoReason() throws {
    let folder = try StoreFolder()
    try add(record([CellRecord("1")], role: .score) { _ in "x: 1" }, to: folder)
    for change in ["do_dai = 5", "nen = x'789c00'", "nen = zeroblob(9)"] {
      try folder.run("UPDATE ly_do_nen SET \(change)")
      let store = try Store(path: folder.path)
      let kind = try #require(try store.kinds(of: 1).first)
      let subject = try #require(try store.subjects(of: kind, called: "Đ-0").first)
      #expect(throws: StoreProblem.file(.damaged)) {
        try store.reason(of: subject, kind.columns[0])
      }
      #expect(throws: StoreProblem.file(.damaged)) {
        try store.reasons(of: kind, kind.columns[0])
      }
    }
  }
}
