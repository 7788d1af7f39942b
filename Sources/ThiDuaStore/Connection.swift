// SQLite's own calls in one place. In: an open handle, statements, values to bind. Out: rows, or why there
// are none. Invariant: every statement is finalized, the handle is closed once. Used by `Database`, which
// only reads, and by the store.

import CSQLite
import Glibc

/// An open database; for one thread at a time.
final class Connection {
  typealias Problem = Database.Problem

  private let handle: OpaquePointer?
  /// Kept alive for SQLite when the file is in memory.
  private var memory: UnsafeMutablePointer<UInt8>?

  /// How long another program may hold the file before it counts as locked.
  private static let patienceInMilliseconds: Int32 = 2_000

  /// Opens a file, or memory; `flags` are SQLite's.
  init(_ path: String, _ flags: Int32, patience: Int32 = patienceInMilliseconds) throws(Problem) {
    var opened: OpaquePointer?
    let status = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    handle = opened
    guard status == SQLITE_OK else { throw problem(status) }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
    // The file's own schema may call nothing.
    try execute("PRAGMA trusted_schema = OFF")
  }

  deinit {
    sqlite3_close_v2(handle)
    memory?.deallocate()
  }

  /// Makes the bytes the content of a connection to memory.
  func take(_ bytes: [UInt8]) throws(Problem) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    memory = copy
    let size = sqlite3_int64(bytes.count)
    let status = sqlite3_deserialize(
      handle, "main", copy, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
    guard status == SQLITE_OK else { throw problem(status) }
  }

  /// The problem behind a status of SQLite.
  func problem(_ status: Int32) -> Problem {
    switch status & 0xFF {
    case SQLITE_NOTADB: return .notDatabase
    case SQLITE_CORRUPT: return .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked
    case SQLITE_PERM, SQLITE_AUTH, SQLITE_READONLY: return .forbidden
    case SQLITE_CANTOPEN where sqlite3_system_errno(handle) == EACCES: return .forbidden
    case SQLITE_TOOBIG, SQLITE_NOMEM: return .tooLarge
    case SQLITE_FULL: return .full
    case SQLITE_IOERR where [EFBIG, ENOSPC, EDQUOT].contains(sqlite3_system_errno(handle)):
      return .full
    default:
      return .other(
        handle.map { String(cString: sqlite3_errmsg($0)) }
          ?? String(cString: sqlite3_errstr(status)))
    }
  }

  /// Whether the file has been moved or removed since it was opened.
  var hasMoved: Bool {
    var moved: Int32 = 0
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    return moved != 0
  }

  // MARK: Statements

  /// Carries out statements that give no rows.
  func execute(_ statements: String) throws(Problem) {
    let status = sqlite3_exec(handle, statements, nil, nil, nil)
    guard status == SQLITE_OK else { throw problem(status) }
  }

  /// A statement to carry out many times.
  func prepare(_ text: String) throws(Problem) -> PreparedStatement {
    var prepared: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, text, -1, &prepared, nil)
    guard status == SQLITE_OK, let prepared else { throw problem(status) }
    return PreparedStatement(prepared, self)
  }

  /// Calls `body` for every row of a query, until it says false.
  func rows(
    of query: String, _ values: [SQLValue] = [],
    _ body: (_ row: OpaquePointer) throws(Problem) -> Bool
  ) throws(Problem) {
    try prepare(query).rows(values, body)
  }

  /// The first number a query gives; nil without a row.
  func number(of query: String, _ values: [SQLValue] = []) throws(Problem) -> Int? {
    var number: Int?
    try rows(of: query, values) { (row) throws(Problem) in
      number = Int(sqlite3_column_int64(row, 0))
      return false
    }
    return number
  }

  /// The number of the row inserted last.
  var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }
}

/// What a parameter of a statement is bound to.
enum SQLValue {
  case null
  case number(Int)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
}

/// A statement with parameters.
final class PreparedStatement {
  private let statement: OpaquePointer
  private let connection: Connection

  /// SQLite copies what is bound; its header spells this as a cast Swift does not see.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ statement: OpaquePointer, _ connection: Connection) {
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  /// Carries the statement out once.
  func run(_ values: [SQLValue]) throws(Database.Problem) {
    try rows(values) { (_) throws(Database.Problem) in true }
  }

  /// Calls `body` for every row, until it says false.
  func rows(
    _ values: [SQLValue], _ body: (_ row: OpaquePointer) throws(Database.Problem) -> Bool
  ) throws(Database.Problem) {
    defer { sqlite3_reset(statement) }
    for (index, value) in values.enumerated() {
      let status = bind(value, to: Int32(index + 1))
      guard status == SQLITE_OK else { throw connection.problem(status) }
    }
    while true {
      let status = sqlite3_step(statement)
      if status == SQLITE_DONE { return }
      guard status == SQLITE_ROW else { throw connection.problem(status) }
      if try !body(statement) { return }
    }
  }

  private func bind(_ value: SQLValue, to parameter: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, parameter)
    case .number(let number): return sqlite3_bind_int64(statement, parameter, Int64(number))
    case .real(let number): return sqlite3_bind_double(statement, parameter, number)
    case .text(let text):
      return sqlite3_bind_text64(
        statement, parameter, text, sqlite3_uint64(text.utf8.count), Self.copied,
        UInt8(SQLITE_UTF8))
    case .bytes(let bytes):
      return bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, parameter, 0)
        : sqlite3_bind_blob64(
          statement, parameter, bytes, sqlite3_uint64(bytes.count), Self.copied)
    }
  }
}

/// Cells of a row.
enum SQLCell {
  static func isNull(_ row: OpaquePointer, _ column: Int32) -> Bool {
    sqlite3_column_type(row, column) == SQLITE_NULL
  }

  static func number(_ row: OpaquePointer, _ column: Int32) -> Int {
    Int(sqlite3_column_int64(row, column))
  }

  /// The text of a cell; empty for NULL.
  static func text(_ row: OpaquePointer, _ column: Int32) -> String {
    guard let text = sqlite3_column_text(row, column) else { return "" }
    let count = Int(sqlite3_column_bytes(row, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  static func textIfAny(_ row: OpaquePointer, _ column: Int32) -> String? {
    isNull(row, column) ? nil : text(row, column)
  }

  /// The bytes of a cell as long as the row stands.
  static func bytes(_ row: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(row, column), count: Int(sqlite3_column_bytes(row, column)))
  }
}
