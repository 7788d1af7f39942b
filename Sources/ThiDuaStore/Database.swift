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
    /// The disk has no room for what SQLite must write.
    case full
    /// There is no such table; these are there.
    case noTable([String])
    /// A cell of bytes that are no text: row from 1, title of the column.
    case binary(row: Int, column: String)
    /// Anything else, in SQLite's own words.
    case other(String)
  }

  let connection: Connection

  /// Opens the file at a path.
  public init(path: String) throws(Problem) {
    let size = try Self.lookAt(path)
    connection = try Connection(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE)
    try onlyRead()
    // Pages may still stand in a log beside the file.
    try checkWholeness(size: size, isAlone: access(path + "-wal", F_OK) != 0)
  }

  /// Opens a file that is in memory.
  public init(bytes: [UInt8]) throws(Problem) {
    guard !bytes.isEmpty else { throw .empty }
    connection = try Connection(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
    try connection.take(bytes)
    try onlyRead()
    try checkWholeness(size: bytes.count, isAlone: true)
  }

  /// What the system says of the path, in more detail than SQLite does.
  static func lookAt(_ path: String) throws(Problem) -> Int {
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

  /// Whatever is asked only reads.
  private func onlyRead() throws(Problem) { try connection.execute("PRAGMA query_only = ON") }

  /// Files up to this size are looked through; a larger one is measured only.
  private static let lookedThrough = 64 << 20

  /// SQLite reads what a cut file lacks as zeros: rows would be missing in silence.
  private func checkWholeness(size: Int, isAlone: Bool) throws(Problem) {
    let pages = try connection.number(of: "PRAGMA page_count") ?? 0
    let pageSize = try connection.number(of: "PRAGMA page_size") ?? 0
    if isAlone, size < pages * pageSize { throw .damaged }
    guard size <= Self.lookedThrough else { return }
    var isWhole = true
    try rows(of: "PRAGMA quick_check(1)") { (row) throws(Problem) in
      isWhole = sqlite3_column_text(row, 0).map { String(cString: $0) == "ok" } ?? false
      return false
    }
    if !isWhole { throw .damaged }
  }

  // MARK: Statements

  /// Calls `body` for every row of a query, until it says false.
  func rows(
    of query: String, _ body: (_ row: OpaquePointer) throws(Problem) -> Bool
  ) throws(Problem) {
    try connection.rows(of: query, [], body)
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
