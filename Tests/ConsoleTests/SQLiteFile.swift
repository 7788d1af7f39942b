// SQLite files for tests of this folder, made from SQL.

import CSQLite
import Testing

enum SQLiteFile {
  /// Makes the file at a path by running statements on it.
  static func make(_ path: String, sql: String) throws {
    var handle: OpaquePointer?
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    let status = sqlite3_exec(handle, sql, nil, nil, nil)
    #expect(status == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle)))")
  }
}
