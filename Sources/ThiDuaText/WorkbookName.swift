// Which files are workbooks, by the end of their name. In: a path. Out: whether a script may name a sheet of it and
// the workbook reader gets it. Invariant: one list for the checker and the reader; endings that cannot be read
// are in it, so that the reader can say what to do instead. Used by ThiDuaSemantics and ThiDuaOffice.

/// Names of workbooks.
public enum WorkbookName {
  private static let endings = [".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods"]

  /// Whether a file with this path is taken for a workbook.
  public static func matches(_ path: String) -> Bool {
    let path = path.lowercased()
    return endings.contains { path.hasSuffix($0) }
  }
}
