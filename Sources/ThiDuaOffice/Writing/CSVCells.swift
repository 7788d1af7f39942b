// A few lines of CSV from cells at hand: reasons, listings. In: titles and rows. Out: bytes in the office's
// style. Invariant: as CSVWriter, what is written reads back and no text begins a formula. Long columns
// go through CSVWriter instead.

import ThiDuaNumber
import ThiDuaText

public enum CSVCells {
  public enum Cell: Sendable, Equatable {
    case text(String)
    /// A finite decimal in full, anything else as `in` prints it.
    case number(Exact)
  }

  /// The file's bytes, titles first (none: further lines of a file); `hasMark`: with the mark that makes Excel read it as UTF-8.
  public static func bytes(
    titles: [String], rows: [[Cell]], style: NumberStyle = .vietnamese, hasMark: Bool = true
  ) -> [UInt8] {
    var writer = CellWriter(style: style, capacity: 4096)
    if style == .vietnamese && hasMark { writer.byteOrderMark() }
    for line in (titles.isEmpty ? [] : [titles.map(Cell.text)]) + rows {
      for (place, cell) in line.enumerated() {
        if place > 0 { writer.separate() }
        switch cell {
        case .text(let text): writer.text(text)
        case .number(let number):
          if NumberText.isPrintableExactly(number) {
            writer.number(number, places: nil)
          } else {
            writer.text(NumberText.format(number))
          }
        }
      }
      writer.endLine()
    }
    return Array(writer.bytes)
  }
}
