// One SQLite file, opened for reading. In: a path, or the bytes of a file. Out: its tables and their rows,
// or why there are none. Invariant: nothing is ever written, not even a journal; every handle is closed.
// Used by the façade; the wording of problems is in DataMessages.

import CSQLite
import Glibc

/// A database that is read.
public final class Database {
  /// Why a file or a table could not be read.
  public enum Problem: Error, Sendable, Equatable {
    case missing
    case folder
    case forbidden
    case notRegular
    case empty
    case notDatabase
    case damaged
    case locked
    case tooLarge
    /// There is no such table; these are there.
    case noTable([String])
    /// A cell of bytes that are no text: row from 1, title of the column.
    case binary(row: Int, column: String)
    /// Anything else, in SQLite's own words.
    case other(String)
  }

  private var handle: OpaquePointer?
  /// Kept alive for SQLite when the file is in memory.
  private var memory: UnsafeMutablePointer<UInt8>?

  /// How long another program may hold the file before it counts as locked.
  private static let patienceInMilliseconds: Int32 = 2_000

  /// Opens the file at a path.
  public init(path: String) throws(Problem) {
    let size = try Self.lookAt(path)
    let status = sqlite3_open_v2(
      path, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nil)
    guard status == SQLITE_OK else { throw problem(status) }
    try prepare()
    // Pages may still stand in a log beside the file.
    try checkWholeness(size: size, isAlone: access(path + "-wal", F_OK) != 0)
  }

  /// Opens a file that is in memory.
  public init(bytes: [UInt8]) throws(Problem) {
    guard !bytes.isEmpty else { throw .empty }
    var status = sqlite3_open_v2(
      ":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK else { throw problem(status) }
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    memory = copy
    status = sqlite3_deserialize(
      handle, "main", copy, sqlite3_int64(bytes.count), sqlite3_int64(bytes.count),
      UInt32(SQLITE_DESERIALIZE_READONLY))
    guard status == SQLITE_OK else { throw problem(status) }
    try prepare()
    try checkWholeness(size: bytes.count, isAlone: true)
  }

  deinit {
    sqlite3_close_v2(handle)
    memory?.deallocate()
  }

  /// What the system says of the path, in more detail than SQLite does.
  private static func lookAt(_ path: String) throws(Problem) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing
      case EACCES, EPERM: throw .forbidden
      default: throw .other(String(cString: strerror(errno)))
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .folder
    case S_IFREG: break
    default: throw .notRegular
    }
    if access(path, R_OK) != 0 { throw .forbidden }
    if status.st_size == 0 { throw .empty }
    return status.st_size
  }

  private func prepare() throws(Problem) {
    sqlite3_busy_timeout(handle, Self.patienceInMilliseconds)
    // The file's own schema may call nothing, and whatever is asked only reads.
    let status = sqlite3_exec(
      handle, "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON", nil, nil, nil)
    guard status == SQLITE_OK else { throw problem(status) }
  }

  /// Files up to this size are looked through; a larger one is measured only.
  private static let lookedThrough = 64 << 20

  /// SQLite reads what a cut file lacks as zeros: rows would be missing in silence.
  private func checkWholeness(size: Int, isAlone: Bool) throws(Problem) {
    let told = try number(of: "PRAGMA page_count") * number(of: "PRAGMA page_size")
    if isAlone, size < told { throw .damaged }
    guard size <= Self.lookedThrough else { return }
    var isWhole = true
    try rows(of: "PRAGMA quick_check(1)") { (row) throws(Problem) in
      isWhole = sqlite3_column_text(row, 0).map { String(cString: $0) == "ok" } ?? false
      return false
    }
    if !isWhole { throw .damaged }
  }

  private func number(of query: String) throws(Problem) -> Int {
    var number = 0
    try rows(of: query) { (row) throws(Problem) in
      number = Int(sqlite3_column_int64(row, 0))
      return false
    }
    return number
  }

  private func problem(_ status: Int32) -> Problem {
    switch status & 0xFF {
    case SQLITE_NOTADB: .notDatabase
    case SQLITE_CORRUPT: .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: .locked
    case SQLITE_PERM, SQLITE_AUTH: .forbidden
    case SQLITE_TOOBIG, SQLITE_NOMEM: .tooLarge
    default:
      .other(
        handle.map { String(cString: sqlite3_errmsg($0)) }
          ?? String(cString: sqlite3_errstr(status)))
    }
  }

  // MARK: Statements

  /// Calls `body` for every row of a query, until it says false.
  func rows(
    of query: String, _ body: (_ row: OpaquePointer) throws(Problem) -> Bool
  ) throws(Problem) {
    var statement: OpaquePointer?
    let prepared = sqlite3_prepare_v2(handle, query, -1, &statement, nil)
    defer { sqlite3_finalize(statement) }
    guard prepared == SQLITE_OK, let statement else { throw problem(prepared) }
    while true {
      let status = sqlite3_step(statement)
      if status == SQLITE_DONE { return }
      guard status == SQLITE_ROW else { throw problem(status) }
      if try !body(statement) { return }
    }
  }

  /// The names of all tables and views, in the order they were made.
  public func tables() throws(Problem) -> [String] {
    var names: [String] = []
    try rows(
      of: """
        SELECT name FROM sqlite_master WHERE type IN ('table', 'view')
        AND name NOT LIKE 'sqlite_%' ORDER BY rowid
        """
    ) { (row) throws(Problem) in
      if let text = sqlite3_column_text(row, 0) { names.append(String(cString: text)) }
      return true
    }
    return names
  }
}
