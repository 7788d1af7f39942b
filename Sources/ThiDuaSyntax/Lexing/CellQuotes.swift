// Cells as a spreadsheet copies them: one that holds a line feed, a tab or a quote stands in quotes,
// its own quotes doubled. In: bytes of a row. Out: where such a cell ends, and what it says.
// Used by the lexer to find rows and by the parser to cut them. Internal to ThiDuaSyntax.

enum CellQuotes {
  /// A cell is no longer than this: an unpaired quote must not swallow the script.
  private static let longest = 4_000
  private static let quote = UInt8(ascii: "\"")

  /// One past the closing quote of the cell that begins at `start`; nil when it is no quoted cell, as
  /// `"A"; "B"` typed by hand is none.
  static func end(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    guard start < limit, bytes[start] == quote else { return nil }
    var index = start + 1
    let last = min(limit, start + longest)
    while index < last {
      guard bytes[index] == quote else {
        index += 1
        continue
      }
      let next = index + 1
      if next < limit, bytes[next] == quote {
        index += 2
        continue
      }
      let closes =
        next >= limit || bytes[next] == UInt8(ascii: "\t") || bytes[next] == UInt8(ascii: "\n")
        || bytes[next...].prefix(while: { $0 == UInt8(ascii: " ") }).endIndex == limit
      return closes ? next : nil
    }
    return nil
  }

  /// The bytes between the quotes with doubled quotes made single ones, each beside a blank, so that
  /// every other byte keeps its place.
  static func unquoted(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result = bytes
    var isOpening = true
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      if bytes[index] == quote, bytes[index + 1] == quote {
        result[isOpening ? index : index + 1] = UInt8(ascii: " ")
        isOpening.toggle()
        index += 2
      } else {
        index += 1
      }
    }
    return result
  }
}
