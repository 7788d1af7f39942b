// A database made again from the text its tables were read as (`TableText`). In: tables as text. Out: a SQLite file.
// Invariant: read again, every table gives the same text: a text in quotes is TEXT, a number without is INTEGER or
// REAL, nothing is NULL. Used by the façade, to lay out runs that read databases.

import CSQLite
import ThiDuaText

/// Writes databases.
public enum TableFile {
  /// Writes the tables into the empty file at a path.
  public static func write(
    _ tables: [(name: String, text: [UInt8])], to path: String
  ) throws(Database.Problem) {
    let connection = try Connection(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    // The file is somebody's temporary: it is given up whole when anything fails.
    try connection.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
    for (name, text) in tables {
      // An empty line is a row whose only cell is empty; the last line ends the text.
      var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .dropLast()
      guard let titles = lines.popFirst().map({ cells(of: $0) }), !titles.isEmpty else { continue }
      let columns = titles.map { quoted($0.text ?? "") }.joined(separator: ", ")
      try connection.execute("CREATE TABLE \(quoted(name)) (\(columns))")
      let places = titles.map { _ in "?" }.joined(separator: ", ")
      let statement = try connection.prepare("INSERT INTO \(quoted(name)) VALUES (\(places))")
      for line in lines { try statement.run(cells(of: line).map(\.value)) }
    }
    try connection.execute("COMMIT")
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private struct Cell {
    /// Nil for an empty cell.
    var text: String?
    var isQuoted: Bool

    var value: SQLValue {
      guard let text else { return .null }
      if isQuoted { return .text(text) }
      if let number = Int(text) { return .number(number) }
      let point = String(text.map { $0 == "," ? "." : $0 })
      return Double(point).map { .real($0) } ?? .text(text)
    }
  }

  private static func cells(of line: ArraySlice<UInt8>) -> [Cell] {
    let quote = UInt8(ascii: "\"")
    var cells: [Cell] = []
    var bytes: [UInt8] = []
    var isQuoted = false
    var isOpen = false
    var index = line.startIndex
    func ended() -> Cell {
      let isGuarded = isQuoted && bytes.withUnsafeBufferPointer(FormulaGuard.isGuarded)
      let text = String(decoding: bytes.dropFirst(isGuarded ? 1 : 0), as: UTF8.self)
      return Cell(text: bytes.isEmpty && !isQuoted ? nil : text, isQuoted: isQuoted)
    }
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      if isOpen, byte == quote, index < line.endIndex, line[index] == quote {
        bytes.append(quote)
        index += 1
      } else if byte == quote {
        isOpen.toggle()
        isQuoted = true
      } else if byte == UInt8(ascii: ";"), !isOpen {
        cells.append(ended())
        bytes.removeAll(keepingCapacity: true)
        isQuoted = false
      } else {
        bytes.append(byte)
      }
    }
    cells.append(ended())
    return cells
  }
}
