// A store that is written: one transaction from opening to `commit`. In: a path, runs. Out: the runs in the
// file, all of them or none. Invariant: until `commit` nobody sees anything; whatever happens in between, a
// killed program included, the file is what it was; a store this writer made does not stay behind when it
// is given up; of two writers the second waits. Used by the façade.
//
// The rollback journal is SQLite's default and the right one here: a store is written a few times a year and
// carried about by copying one file, which a write-ahead log beside it would spoil.

import CSQLite
import Glibc
import ThiDuaText

/// Adds runs to a store.
public final class StoreWriter {
  /// What became of a run that was to be stored.
  public struct Outcome: Sendable, Equatable {
    public var number: Int
    /// False: the same script, data and results were stored already.
    public var isNew: Bool
    /// History reads this run from now on.
    public var isOfficial: Bool
    /// The confirmed run that stays official instead.
    public var confirmed: Int?
    /// An earlier run of the same script and data with other results: the program has changed.
    public var sameInputs: Int?
  }

  private let path: String
  private let connection: Connection
  /// Whether the file had nothing in it.
  private let isFresh: Bool
  private var isOpen = true

  private static let patienceInMilliseconds: Int32 = 10_000
  /// A larger file is refused by SQLite itself.
  private static let largestContent = 1_000_000_000

  /// Opens a store, making it when there is none, and locks it against other writers.
  public init(path: String) throws(StoreProblem) {
    self.path = path
    do throws(Database.Problem) { _ = try Database.lookAt(path) } catch {
      if error != .empty && error != .missing { throw .file(error) }
    }
    (connection, isFresh) = try Store.telling { () throws(Database.Problem) in
      try Self.locked(path)
    }
    do throws(StoreProblem) {
      let version = try Store.version(of: connection)
      try Store.telling { () throws(Database.Problem) in
        try StoreSchema.migrate(connection, from: version)
      }
    } catch {
      cancel()
      throw error
    }
  }

  deinit { cancel() }

  /// The file with its lock. Another program that gave its new store up may remove the file while this one
  /// waits for it: then it is made again.
  private static func locked(
    _ path: String
  ) throws(Database.Problem) -> (Connection, isFresh: Bool) {
    while true {
      let connection = try Connection(
        path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_PRIVATECACHE,
        patience: patienceInMilliseconds)
      try connection.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL")
      try connection.execute("BEGIN IMMEDIATE")
      if connection.hasMoved { continue }
      return (connection, try connection.number(of: "PRAGMA page_count") == 0)
    }
  }

  // MARK: Ending

  /// Makes all that was added last.
  public func commit() throws(StoreProblem) {
    do throws(StoreProblem) {
      try Store.telling { () throws(Database.Problem) in try connection.execute("COMMIT") }
      isOpen = false
    } catch {
      cancel()
      throw error
    }
  }

  /// Gives everything up.
  public func cancel() {
    guard isOpen else { return }
    isOpen = false
    // A failed statement may have ended the transaction already.
    try? connection.execute("ROLLBACK")
    guard isFresh, (try? connection.execute("BEGIN EXCLUSIVE")) != nil else { return }
    // Under the lock and without a journal, so that nobody can be writing to what goes away.
    if !connection.hasMoved, (try? connection.number(of: "PRAGMA page_count")) == 0 { unlink(path) }
    try? connection.execute("ROLLBACK")
  }

  // MARK: Adding

  /// Stores a run, unless the very same is there.
  public func add(_ run: RunRecord) throws(StoreProblem) -> Outcome {
    for file in run.files where file.bytes.count > Self.largestContent {
      throw .contentTooLarge(file: file.name)
    }
    return try Store.telling { () throws(Database.Problem) in
      let campaign = try campaign(of: run)
      let hashes = run.files.map { SHA256.digest(of: $0.bytes) }
      let inputHash = Self.inputHash(run, hashes)
      let resultHash = Self.resultHash(run)
      var number: Int?
      var sameInputs: Int?
      try connection.rows(
        of: "SELECT so, bam_ra FROM luot WHERE phong_trao = ? AND bam_vao = ? ORDER BY so",
        [.number(campaign), .text(inputHash)]
      ) { (row) throws(Database.Problem) in
        if SQLCell.text(row, 1) == resultHash {
          number = SQLCell.number(row, 0)
        } else {
          sameInputs = SQLCell.number(row, 0)
        }
        return true
      }
      let isNew = number == nil
      let stored =
        if let number { number } else {
          try insert(run, campaign, inputHash, resultHash, hashes)
        }
      let confirmed = try confirmedRun(of: campaign)
      if confirmed == nil {
        try connection.prepare("UPDATE phong_trao SET chinh_thuc = ? WHERE id = ?")
          .run([.number(stored), .number(campaign)])
      }
      let other = confirmed.flatMap { $0 == stored ? nil : $0 }
      return Outcome(
        number: stored, isNew: isNew, isOfficial: other == nil, confirmed: other,
        sameInputs: isNew ? sameInputs : nil)
    }
  }

  private func confirmedRun(of campaign: Int) throws(Database.Problem) -> Int? {
    try connection.number(
      of: "SELECT chinh_thuc FROM phong_trao WHERE id = ? AND da_chot", [.number(campaign)])
  }

  private func campaign(of run: RunRecord) throws(Database.Problem) -> Int {
    let key = VietnameseText.lookupKey(run.title)
    let identity: [SQLValue] = [.number(run.year), .text(key), .text(run.script)]
    if let known = try connection.number(
      of: "SELECT id FROM phong_trao WHERE nam = ? AND khoa = ? AND kich_ban = ?", identity)
    {
      return known
    }
    try connection.prepare(
      "INSERT INTO phong_trao(nam, khoa, kich_ban, ten) VALUES (?, ?, ?, ?)"
    ).run(identity + [.text(run.title)])
    return connection.lastRow
  }

  private func insert(
    _ run: RunRecord, _ campaign: Int, _ inputHash: String, _ resultHash: String,
    _ hashes: [String]
  ) throws(Database.Problem) -> Int {
    try connection.prepare(
      """
      INSERT INTO luot(phong_trao, ngay_chot, phien_ban, bam_vao, bam_ra) VALUES (?, ?, ?, ?, ?)
      """
    ).run([
      .number(campaign), SQLValue(run.closing), .text(run.program), .text(inputHash),
      .text(resultHash),
    ])
    let number = connection.lastRow
    try insert(run.files, hashes, number)
    let writer = try CellWriter(connection, run: number)
    for kind in run.kinds { try writer.insert(kind) }
    return number
  }

  private func insert(
    _ files: [StoredFile], _ hashes: [String], _ run: Int
  ) throws(Database.Problem) {
    let entry = try connection.prepare(
      "INSERT INTO tep(luot, thu_tu, loai, ten, bang, bam) VALUES (?, ?, ?, ?, ?, ?)")
    for (index, (file, hash)) in zip(files, hashes).enumerated() {
      // Last year's script, the unit list that never changes: stored once, however many runs read them.
      if try connection.number(
        of: "SELECT 1 FROM noi_dung WHERE bam = ?", [.text(hash)]) == nil
      {
        guard let stream = Deflated.stream(of: file.bytes) else { throw .tooLarge }
        try connection.prepare("INSERT INTO noi_dung(bam, do_dai, nen) VALUES (?, ?, ?)")
          .run([.text(hash), .number(file.bytes.count), .bytes(stream)])
      }
      try entry.run([
        .number(run), .number(index + 1), .text(file.kind.rawValue), .text(file.name),
        SQLValue(file.table), .text(hash),
      ])
    }
  }

  // MARK: Hashes

  /// Of everything the run read. Every text ends with a byte no text has, so that parts cannot run together.
  private static func inputHash(_ run: RunRecord, _ hashes: [String]) -> String {
    var hash = TextHash()
    for (file, digest) in zip(run.files, hashes) {
      for part in [file.kind.rawValue, file.name, file.table ?? "", digest] { hash.add(part) }
    }
    return hash.finished()
  }

  /// Of everything that was reckoned.
  private static func resultHash(_ run: RunRecord) -> String {
    var hash = TextHash()
    for kind in run.kinds {
      hash.add(kind.name)
      for subject in kind.subjects { hash.add(subject.key) }
      for column in kind.columns where column.role != .input {
        hash.add(column.name)
        for row in kind.subjects.indices {
          let cell = column.cell(row)
          hash.add(cell.value, mark: cell.isNotApplicable ? 1 : 0)
        }
      }
    }
    return hash.finished()
  }

  // MARK: Confirming

  /// Makes a run the official one, whatever is stored later. Gives the run that was official before.
  public func confirm(_ run: Int) throws(StoreProblem) -> Int? {
    let campaign = try Store.telling { () throws(Database.Problem) in
      try connection.number(of: "SELECT phong_trao FROM luot WHERE so = ?", [.number(run)])
    }
    guard let campaign else {
      let newest = try Store.telling { () throws(Database.Problem) in
        try connection.number(of: "SELECT max(so) FROM luot") ?? 0
      }
      throw .noRun(run, newest: newest)
    }
    return try Store.telling { () throws(Database.Problem) in
      let before = try connection.number(
        of: "SELECT chinh_thuc FROM phong_trao WHERE id = ?", [.number(campaign)])
      try connection.prepare("UPDATE phong_trao SET chinh_thuc = ?, da_chot = 1 WHERE id = ?")
        .run([.number(run), .number(campaign)])
      return before
    }
  }
}

/// A digest of texts.
private struct TextHash {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  mutating func add(_ text: String?, mark: UInt8 = 0) {
    if let text { buffer.append(contentsOf: text.utf8) } else { buffer.append(0xFE) }
    buffer.append(mark)
    buffer.append(0xFF)
    if buffer.count > 1 << 16 {
      hash.add(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
  }

  mutating func finished() -> String {
    hash.add(buffer)
    return hash.finished()
  }
}

/// Writes the subjects, columns and cells of one run.
private final class CellWriter {
  private let connection: Connection
  private let run: Int
  private let cell: PreparedStatement
  private var places: [CellPlace: Int] = [:]

  init(_ connection: Connection, run: Int) throws(Database.Problem) {
    self.connection = connection
    self.run = run
    cell = try connection.prepare(
      """
      INSERT INTO o(doi_tuong, cot, gia_tri, khong_ap_dung, noi, dong) VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  func insert(_ kind: KindRecord) throws(Database.Problem) {
    try connection.prepare("INSERT INTO loai(luot, ten, khoa) VALUES (?, ?, ?)").run([
      .number(run), .text(kind.name), .text(VietnameseText.lookupKey(kind.name)),
    ])
    let id = connection.lastRow
    let columns = try kind.columns.map { (column) throws(Database.Problem) in
      try insert(column, id)
    }
    let subject = try connection.prepare(
      "INSERT INTO doi_tuong(loai, ma, khoa, ten) VALUES (?, ?, ?, ?)")
    for (row, record) in kind.subjects.enumerated() {
      try subject.run([
        .number(id), .text(record.key), .text(VietnameseText.lookupKey(record.key)),
        .text(record.name),
      ])
      let subject = connection.lastRow
      for (column, id) in zip(kind.columns, columns) {
        let value = column.cell(row)
        try cell.run([
          .number(subject), .number(id), SQLValue(value.value),
          .number(value.isNotApplicable ? 1 : 0), SQLValue(try value.place.map(number(of:))),
          SQLValue(value.line),
        ])
      }
    }
  }

  private func insert(_ column: ColumnRecord, _ kind: Int) throws(Database.Problem) -> Int {
    try connection.prepare(
      "INSERT INTO cot(loai, ten, khoa, tieu_de, kieu, vai) VALUES (?, ?, ?, ?, ?, ?)"
    ).run([
      .number(kind), .text(column.name), .text(VietnameseText.lookupKey(column.name)),
      SQLValue(column.title), .text(column.kind.rawValue), .text(column.role.rawValue),
    ])
    return connection.lastRow
  }

  private func number(of place: CellPlace) throws(Database.Problem) -> Int {
    if let known = places[place] { return known }
    try connection.prepare(
      "INSERT INTO noi(luot, tep, trang, cot, chu_cot) VALUES (?, ?, ?, ?, ?)"
    ).run([
      .number(run), .text(place.file), SQLValue(place.sheet), SQLValue(place.column),
      SQLValue(place.letters),
    ])
    places[place] = connection.lastRow
    return connection.lastRow
  }
}
