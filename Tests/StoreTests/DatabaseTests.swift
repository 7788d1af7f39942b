// SQLite files as data: what cells become, and what is said of files that cannot be read.

import CSQLite
import Glibc
import Testing
import ThiDua
import ThiDuaStore
import ThiDuaText

/// A database in a folder that goes away with the test.
private final class Scratch {
  let folder: String
  var path: String { folder + "/thu.sqlite" }

  init(_ sql: String = "") throws {
    var template = Array("/tmp/thidua-sqlite-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    folder = String(cString: try #require(made))
    if !sql.isEmpty { try run(sql) }
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    rmdir(folder)
  }

  func run(_ sql: String) throws {
    let handle = try open()
    defer { sqlite3_close(handle) }
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK, "\(sql)")
  }

  func open() throws -> OpaquePointer {
    var handle: OpaquePointer?
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    return try #require(handle)
  }

  func bytes() throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  func write(_ bytes: ArraySlice<UInt8>) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let array = Array(bytes)
    #expect(fwrite(array, 1, array.count, file) == array.count)
  }

  func text(_ table: String, style: NumberStyle = .vietnamese) throws -> String {
    let bytes = try Database(path: path).text(ofTable: table, style: style) { _ in true }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@Suite struct DatabaseTests {
  @Test(arguments: [
    ("90.0", "90"), ("8.25", "8,25"), ("-0.5", "-0,5"), ("0.1 + 0.2", "0,3"),
    ("1e3 / 3", "333,333333333333"),
    ("1e20", "100000000000000000000"), ("1.5e-7", "0,00000015"), ("-2.5e16", "-25000000000000000"),
    ("0.0", "0"), ("9e999", "Inf"), ("12", "12"), ("-7", "-7"), ("NULL", ""),
  ])
  func numbersBecomeTheirDigits(_ sql: String, _ cell: String) throws {
    let scratch = try Scratch("CREATE TABLE t(x); INSERT INTO t VALUES(\(sql))")
    #expect(try scratch.text("t") == "\"x\"\n\(cell)\n")
  }

  @Test func textsAreQuotedAndLinesStayRows() throws {
    let scratch = try Scratch(
      #"CREATE TABLE "đơn ""vị"""(a, "b;c"); INSERT INTO "đơn ""vị""" "#
        + #"VALUES('một "hai"', 'x' || char(10) || 'y'), ('8.5', '')"#)
    let text = "\"a\";\"b;c\"\n\"một \"\"hai\"\"\";\"x y\"\n\"8.5\";\"\"\n"
    #expect(try scratch.text("đơn \"vị\"") == text)
    #expect(try scratch.text("ĐƠN \"VỊ\"") == text)
  }

  @Test func aStyleIsForReals() throws {
    let scratch = try Scratch("CREATE TABLE t(x, y); INSERT INTO t VALUES(8.5, '8.5')")
    #expect(try scratch.text("t", style: .international) == "\"x\";\"y\"\n8.5;\"8.5\"\n")
    #expect(try scratch.text("t") == "\"x\";\"y\"\n8,5;\"8.5\"\n")
  }

  @Test func aTableWithoutRowsHasTitles() throws {
    let scratch = try Scratch("CREATE TABLE t(ma, \"điểm\"); CREATE VIEW v AS SELECT ma FROM t")
    #expect(try scratch.text("t") == "\"ma\";\"điểm\"\n")
    #expect(try scratch.text("v") == "\"ma\"\n")
  }

  @Test func bytesMatterOnlyWhereTheyAreWanted() throws {
    let scratch = try Scratch("CREATE TABLE t(ma, anh); INSERT INTO t VALUES('A', x'00ff')")
    let database = try Database(path: scratch.path)
    let text = try database.text(ofTable: "t", style: .vietnamese) { $0 == "ma" }
    #expect(String(decoding: text, as: UTF8.self) == "\"ma\";\"anh\"\n\"A\";\n")
    #expect(throws: Database.Problem.binary(row: 1, column: "anh")) { try scratch.text("t") }
  }

  @Test func whatIsWrongWithFilesIsTold() throws {
    let scratch = try Scratch()
    #expect(throws: Database.Problem.missing) { try Database(path: scratch.path) }
    #expect(throws: Database.Problem.folder) { try Database(path: scratch.folder) }
    try scratch.write([])
    #expect(throws: Database.Problem.empty) { try Database(path: scratch.path) }
    try scratch.write(Array("mã;điểm\nA;90\n".utf8)[...])
    #expect(throws: Database.Problem.notDatabase) { try Database(path: scratch.path) }
    #expect(throws: Database.Problem.notDatabase) { try Database(bytes: Array("x".utf8)) }
  }

  @Test func aCutFileIsNotReadInPart() throws {
    let scratch = try Scratch(
      "CREATE TABLE t(x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        + "WHERE i < 5000) INSERT INTO t SELECT i FROM n")
    let whole = try scratch.bytes()
    let lines = try Database(bytes: whole).text(ofTable: "t", style: .vietnamese) { _ in true }
    #expect(lines.count { $0 == UInt8(ascii: "\n") } == 5001)
    for size in [whole.count - 1, whole.count - 4096, whole.count / 2, 4097] {
      try scratch.write(whole[..<size])
      #expect(throws: Database.Problem.damaged) { try Database(path: scratch.path) }
      #expect(throws: Database.Problem.damaged) { try Database(bytes: Array(whole[..<size])) }
    }
  }

  @Test func aDamagedPageIsFound() throws {
    let scratch = try Scratch("CREATE TABLE t(x); INSERT INTO t VALUES(1), (2)")
    var bytes = try scratch.bytes()
    for index in 4096..<4200 { bytes[index] = 0x55 }
    try scratch.write(bytes[...])
    #expect(throws: Database.Problem.damaged) { try Database(path: scratch.path) }
  }

  @Test func aFileBeingWrittenIsLocked() throws {
    let scratch = try Scratch("CREATE TABLE t(x)")
    let writer = try scratch.open()
    defer { sqlite3_close(writer) }
    #expect(sqlite3_exec(writer, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
    #expect(throws: Database.Problem.locked) { try Database(path: scratch.path) }
    #expect(sqlite3_exec(writer, "COMMIT", nil, nil, nil) == SQLITE_OK)
    #expect(try scratch.text("t") == "\"x\"\n")
  }

  @Test func readingWritesNothing() throws {
    let scratch = try Scratch("CREATE TABLE t(x); INSERT INTO t VALUES(1)")
    let before = try scratch.bytes()
    #expect(try scratch.text("t") == "\"x\"\n1\n")
    #expect(try scratch.bytes() == before)
    for suffix in ["-wal", "-shm", "-journal"] {
      #expect(access(scratch.path + suffix, F_OK) != 0)
    }
  }

  @Test func tablesAreNamed() throws {
    let scratch = try Scratch("CREATE TABLE b(x); CREATE TABLE a(x); CREATE VIEW c AS SELECT 1")
    #expect(throws: Database.Problem.noTable(["b", "a", "c"])) { try scratch.text("d") }
  }

  @Test func aProgramMayHandOverTheBytes() throws {
    let scratch = try Scratch("CREATE TABLE t(ma, diem); INSERT INTO t VALUES('A', 8.5)")
    var options = RunOptions()
    options.dataFiles["he-thong.sqlite"] = try scratch.bytes()
    let recorder = Recorder()
    let report = Engine().run(
      .text(
        """
        đối tượng tập thể
          mã: chữ, khóa, tên khác "ma"
          điểm: số, tên khác "diem"
        hết
        dữ liệu tập thể từ "he-thong.sqlite", bảng "t"
        in điểm của tập thể "A"
        """), options: options, listener: recorder)
    #expect(report.diagnostics.isEmpty)
    #expect(recorder.text == "8,5\n")
  }
}

private final class Recorder: RunListener {
  var text = ""
  func printed(_ text: String) { self.text += text }
  func began(_ work: String, rowCount: Int) {}
}
