// One sheet of a workbook as texts. In: cells as the parser meets them. Out: rows of cells as an office would
// type them (`8,5`, `85%`, `14/10/2026`, `có`). Invariant: cells that hold nothing take no room; rows ascend.
// Used by the workbook reader.
//
// Layout: one block of bytes, for each cell its column in two bytes, its length and state in one number, its
// text. A shared text is its number alone. Beside its text a cell costs three bytes; as elements of an array it
// took sixteen, and a sheet of 100,000 × 12 cells 15 MB more.

import ThiDuaText

final class SheetGrid {
  /// What a cell holds besides its text.
  enum State: UInt8 {
    case value
    /// `#N/A`, `#DIV/0!`: Excel could not compute it.
    case error
    /// A formula that no program has computed yet.
    case uncomputed
  }

  struct Cell {
    var column: Int
    var state: State
    /// Valid as long as the grid.
    var text: UnsafeBufferPointer<UInt8>
  }

  struct Row {
    fileprivate var place: UInt32
    fileprivate var end: UInt32
    private var numberAndHiding: UInt32

    fileprivate init(number: Int, isHidden: Bool, place: Int, end: Int) {
      numberAndHiding = UInt32(number) << 1 | (isHidden ? 1 : 0)
      self.place = UInt32(place)
      self.end = UInt32(end)
    }

    /// As Excel numbers rows, from 1.
    var number: Int { Int(numberAndHiding >> 1) }
    var isHidden: Bool { numberAndHiding & 1 == 1 }
  }

  /// Columns and rows from 0 and 1, both ends included.
  struct Merge {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var columnCount = 0
  var merges: [Merge] = []
  var hiddenColumns: [Int] = []
  /// Whether texts have marks of old fonts (OldFont), which OldSheet takes away.
  var hasFontMarks: Bool
  private var bytes = GrowingBytes()
  private var rowStart = 0
  private let sharedTexts: SharedTexts?

  /// Stands for a state where a cell has the number of a shared text.
  private static let shared = 3

  static let maximumRows = 1_048_576
  static let maximumColumns = 16_384
  /// Bytes of all cells together, and of whatever is made of them: shared texts are small in the grid and
  /// large in what is written from it. No part of a workbook unpacks to more.
  static let mostBytes = 1 << 30
  let limit: Int

  init(sharedTexts: SharedTexts? = nil, limit: Int = mostBytes) {
    self.sharedTexts = sharedTexts
    self.limit = limit
    hasFontMarks = sharedTexts?.hasFontMarks ?? false
  }

  // MARK: Filling

  /// Adds a cell to the row being filled; false when the grid is full.
  func append(
    _ text: UnsafeBufferPointer<UInt8>, _ state: State, column: Int
  ) -> Bool {
    guard bytes.count + text.count < limit else { return false }
    append(column: column)
    bytes.append(number: text.count << 2 | Int(state.rawValue))
    bytes.append(text)
    return true
  }

  /// Adds a cell with a text of the workbook's; false when the grid is full.
  func append(shared index: Int, column: Int) -> Bool {
    guard bytes.count < limit else { return false }
    append(column: column)
    bytes.append(number: index << 2 | SheetGrid.shared)
    return true
  }

  private func append(column: Int) {
    columnCount = max(columnCount, column + 1)
    bytes.append(UInt8(truncatingIfNeeded: column))
    bytes.append(UInt8(truncatingIfNeeded: column >> 8))
  }

  /// Ends the row being filled; one without cells is none.
  func endRow(_ number: Int, isHidden: Bool) {
    if bytes.count > rowStart {
      rows.append(Row(number: number, isHidden: isHidden, place: rowStart, end: bytes.count))
    }
    rowStart = bytes.count
  }

  // MARK: Asking

  /// The cells of a row, in the order the sheet writes them.
  func cells(of row: Row) -> Cells {
    Cells(
      place: UnsafePointer(bytes.start) + Int(row.place), count: Int(row.end - row.place),
      sharedTexts)
  }

  /// Gives memory of the rows above back, which nobody asks for any more.
  func release(above row: Row) { bytes.release(before: Int(row.place)) }

  struct Cells: Sequence, IteratorProtocol {
    private var place: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let sharedTexts: SharedTexts?

    fileprivate init(place: UnsafePointer<UInt8>, count: Int, _ sharedTexts: SharedTexts?) {
      self.place = place
      end = place + count
      self.sharedTexts = sharedTexts
    }

    mutating func next() -> Cell? {
      guard place < end else { return nil }
      let column = Int(place[0]) | Int(place[1]) << 8
      place += 2
      var number = 0
      var shift = 0
      var byte: UInt8
      repeat {
        byte = place.pointee
        place += 1
        number |= Int(byte & 0x7F) << shift
        shift += 7
      } while byte >= 0x80
      guard let state = State(rawValue: UInt8(number & 3)) else {
        return Cell(
          column: column, state: .value, text: sharedTexts?[number >> 2] ?? .none)
      }
      let text = UnsafeBufferPointer(start: place, count: number >> 2)
      place += text.count
      return Cell(column: column, state: state, text: text)
    }
  }

  /// The row of a number.
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
    cells(of: row).first { $0.column == column }
  }

  // MARK: Addresses

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
}
