// A table of a database as the text of a CSV file, so that its cells go through the same reader, the same
// rules and the same messages as every other data. In: a table's name. Out: one line of titles, one line a
// row in the order of the table, cells parted by `;`. Invariant: line n + 1 is row n (a line break inside a
// text becomes a blank); NULL is an empty cell; a real is written with the fifteen digits it surely has.
// Used by the façade.

import CSQLite
import ThiDuaText

extension Database {
  /// Bytes of text a table may have.
  private static let largestText = Int(Int32.max)

  /// The rows of the table or view whose name this is (names meet by lookup key when none is the
  /// same); cells of columns that nobody wants stay empty.
  public func text(
    ofTable name: String, style: NumberStyle, wants: (_ title: String) -> Bool
  ) throws(Problem) -> [UInt8] {
    let tables = try tables()
    let key = VietnameseText.lookupKey(name)
    guard
      let table = tables.first(where: { $0 == name })
        ?? tables.first(where: { VietnameseText.lookupKey($0) == key })
    else { throw .noTable(tables) }
    var writer = RowWriter(style: style)
    var count = 0
    let quoted = table.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    try rows(of: "SELECT * FROM \"\(quoted)\"") { (row) throws(Problem) in
      if count == 0 { writer.writeTitles(Self.titles(of: row), wants) }
      count += 1
      try writer.writeRow(row, number: count)
      guard writer.bytes.count < Self.largestText else { throw .tooLarge }
      return true
    }
    if count == 0 { writer.writeTitles(try titles(ofEmpty: quoted), wants) }
    return writer.bytes
  }

  private static func titles(of row: OpaquePointer) -> [String] {
    (0..<sqlite3_column_count(row)).map { column in
      sqlite3_column_name(row, column).map { String(cString: $0) } ?? ""
    }
  }

  /// The titles of a table without rows.
  private func titles(ofEmpty quoted: String) throws(Problem) -> [String] {
    var titles: [String] = []
    try rows(of: "PRAGMA table_info(\"\(quoted)\")") { (row) throws(Problem) in
      if let text = sqlite3_column_text(row, 1) { titles.append(String(cString: text)) }
      return true
    }
    return titles
  }
}

/// Cells of a row as text.
private struct RowWriter {
  let style: NumberStyle
  private(set) var bytes: [UInt8] = []
  private var titles: [String] = []
  private var isWanted: [Bool] = []

  private static let semicolon = UInt8(ascii: ";")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let point = UInt8(ascii: ".")

  init(style: NumberStyle) { self.style = style }

  mutating func writeTitles(_ titles: [String], _ wants: (String) -> Bool) {
    self.titles = titles
    isWanted = titles.map(wants)
    for (index, title) in titles.enumerated() {
      if index > 0 { bytes.append(Self.semicolon) }
      let utf8 = Array(title.utf8)
      utf8.withUnsafeBufferPointer { writeText($0) }
    }
    bytes.append(Self.lineFeed)
  }

  mutating func writeRow(_ row: OpaquePointer, number: Int) throws(Database.Problem) {
    for column in 0..<sqlite3_column_count(row) {
      if column > 0 { bytes.append(Self.semicolon) }
      let type = sqlite3_column_type(row, column)
      if type == SQLITE_NULL || !isWanted[Int(column)] { continue }
      if type == SQLITE_BLOB {
        throw .binary(row: number, column: titles[Int(column)])
      }
      guard let text = sqlite3_column_text(row, column) else { throw .tooLarge }
      let cell = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(row, column)))
      switch type {
      case SQLITE_TEXT: writeText(cell)
      case SQLITE_FLOAT: writeReal(cell)
      default: bytes.append(contentsOf: cell)
      }
    }
    bytes.append(Self.lineFeed)
  }

  /// In quotes, so that nothing in it parts cells or lines.
  private mutating func writeText(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(Self.quote)
    // The reader takes away an apostrophe that stands there against formulas; this one belongs to the text.
    if FormulaGuard.isGuarded(text) { bytes.append(FormulaGuard.apostrophe) }
    for byte in text {
      if byte == Self.quote { bytes.append(Self.quote) }
      let isBreak = byte == Self.lineFeed || byte == UInt8(ascii: "\r")
      bytes.append(isBreak ? UInt8(ascii: " ") : byte)
    }
    bytes.append(Self.quote)
  }

  /// SQLite's fifteen digits (`90.0`, `8.25`, `1.0e+20`) as offices write numbers: no power of ten, no
  /// decimals that say nothing.
  private mutating func writeReal(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") {
      bytes.append(rest.removeFirst())
    }
    let marker = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
    let mantissa = rest[..<marker].split(separator: Self.point, omittingEmptySubsequences: false)
    var digits = Array(mantissa[0]) + (mantissa.count > 1 ? Array(mantissa[1]) : [])
    let exponent =
      marker < rest.endIndex
      ? Int(String(decoding: rest[(marker + 1)...], as: UTF8.self)) : 0
    // Infinity is no number: the reader says so.
    guard let exponent, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else {
      bytes.append(contentsOf: rest)
      return
    }
    var whole = mantissa[0].count + exponent
    if whole < 1 {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: 1 - whole), at: 0)
      whole = 1
    }
    while digits.count < whole { digits.append(UInt8(ascii: "0")) }
    while digits.count > whole, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    bytes.append(contentsOf: digits[..<whole])
    if digits.count > whole {
      bytes.append(style == .vietnamese ? UInt8(ascii: ",") : Self.point)
      bytes.append(contentsOf: digits[whole...])
    }
  }
}
