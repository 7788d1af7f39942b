// One sheet of a workbook as texts. In: a sheet's part. Out: its cells as an office would type them (`8,5`,
// `85%`, `14/10/2026`, `có`), row by row. Invariant: cells that hold nothing take no room; no number passes
// through binary arithmetic. Used by the workbook reader.

import ThiDuaText

struct SheetGrid {
  /// What a cell holds besides its text.
  enum State: UInt8 {
    case value
    /// `#N/A`, `#DIV/0!`: Excel could not compute it.
    case error
    /// A formula that no program has computed yet.
    case uncomputed
  }

  struct Cell {
    var column: Int32
    var start: Int32
    var count: Int32
    var state: State
  }

  struct Row {
    /// As Excel numbers rows, from 1.
    var number: Int
    var cells: Range<Int>
    var isHidden: Bool
  }

  /// Columns and rows from 0 and 1, both ends included.
  struct Merge {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
  }

  var rows: [Row] = []
  var cells: [Cell] = []
  var texts: [UInt8] = []
  var merges: [Merge] = []
  var hiddenColumns: [Int] = []

  func text(_ cell: Cell) -> ArraySlice<UInt8> {
    texts[Int(cell.start)..<Int(cell.start + cell.count)]
  }

  /// The row of a number; rows stand in ascending order.
  func row(_ number: Int) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].number == number ? rows[low] : nil
  }

  /// The cell of a row in a column; nil when it holds nothing.
  func cell(_ row: Row, _ column: Int) -> Cell? {
    cells[row.cells].first { $0.column == Int32(column) }
  }

  /// `B` for 1, `AA` for 26.
  static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
      name = String(UnicodeScalar(letter)) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  /// The column and row of `B7`; nil when the text is no such address.
  static func address(_ bytes: some Collection<UInt8>) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in bytes {
      if byte &- UInt8(ascii: "0") < 10 {
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      } else if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z"), row == 0 {
        column = column * 26 + Int((byte | 0x20) - UInt8(ascii: "a")) + 1
      } else if byte != UInt8(ascii: "$") {
        return nil
      }
      if row > maximumRows || column > maximumColumns { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  static let maximumRows = 1_048_576
  static let maximumColumns = 16_384
}
