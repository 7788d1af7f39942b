// A sheet's table as lines of text. In: cells row by row. Out: one line a row, cells parted by `;`, for the table
// reader; and the values of merged blocks in every row they cover. Invariant: whatever a cell holds is one cell
// of one line; lines that would fill the memory are refused, however few bytes the file has. Used by SheetTable.

import ThiDuaText

/// The text of a cell, which belongs to its grid.
typealias CellBytes = UnsafeBufferPointer<UInt8>

extension CellBytes {
  static var none: CellBytes { CellBytes(start: nil, count: 0) }
}

/// Lines being written.
struct TableLines: ~Copyable {
  private var bytes = GrowingBytes()
  private let limit: Int
  /// Whether some cell found no room; the lines are of no use then.
  private(set) var hasTooMuch = false

  /// `limit`: bytes of all lines.
  init(limit: Int = SheetGrid.mostBytes) { self.limit = limit }

  mutating func append(titles: [String]) {
    for (index, title) in titles.enumerated() {
      if index > 0 { bytes.append(Byte.semicolon) }
      var title = title
      title.withUTF8 { append(cell: $0) }
    }
    bytes.append(Byte.lineFeed)
  }

  mutating func append(_ cells: [CellBytes]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(Byte.semicolon) }
      append(cell: cell)
    }
    bytes.append(Byte.lineFeed)
  }

  private mutating func append(cell: CellBytes) {
    guard bytes.count + cell.count <= limit else {
      hasTooMuch = true
      return
    }
    let isGuarded = FormulaGuard.isGuarded(cell)
    let isPlain =
      !isGuarded && cell.first != Byte.space
      && cell.allSatisfy {
        $0 >= 0x20 && $0 != Byte.semicolon && $0 != Byte.quote && $0 != 0x7F
      }
    if isPlain {
      bytes.append(cell)
      return
    }
    bytes.append(Byte.quote)
    // The reader takes away an apostrophe that stands there against formulas; this one belongs to the text.
    if isGuarded { bytes.append(Byte.apostrophe) }
    for (place, byte) in cell.enumerated() {
      if byte == Byte.quote { bytes.append(byte) }
      if byte == Byte.carriageReturn, place + 1 < cell.count, cell[place + 1] == Byte.lineFeed {
        continue
      }
      // A name broken over two lines of a cell is one name.
      bytes.append(byte == Byte.lineFeed || byte == Byte.carriageReturn ? Byte.space : byte)
    }
    bytes.append(Byte.quote)
  }

  /// The text of all lines.
  consuming func handedOver() -> InputBytes { bytes.handedOver() }
}

/// Gives every row of a merged block the text of its first.
struct MergeFilling {
  /// A block whose first row was met, with its text.
  private final class Block {
    let merge: SheetGrid.Merge
    let text: InputBytes

    init(_ merge: SheetGrid.Merge, _ text: CellBytes) {
      self.merge = merge
      self.text = InputBytes(Array(text))
    }
  }

  private let grid: SheetGrid
  private let indexOfColumn: [Int: Int]
  private var merges: ArraySlice<SheetGrid.Merge>
  private var open: [Block] = []

  init(_ grid: SheetGrid, columns: [Int]) {
    self.grid = grid
    indexOfColumn = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
    merges =
      grid.merges.filter { $0.rows.count > 1 }.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[
        ...]
  }

  /// Rows come in ascending order, rows without cells left out. What fills the line lives until the next call.
  mutating func fill(_ line: inout [CellBytes], row number: Int) {
    open.removeAll { $0.merge.rows.upperBound < number }
    while let merge = merges.first, merge.rows.lowerBound <= number {
      merges.removeFirst()
      guard let row = grid.row(merge.rows.lowerBound),
        let cell = grid.cell(row, merge.columns.lowerBound)
      else { continue }
      // Blocks never overlap, so there are not more of them in a row than columns.
      if open.count > indexOfColumn.count { open.removeFirst() }
      open.append(Block(merge, cell.text))
    }
    for block in open {
      if let index = indexOfColumn[block.merge.columns.lowerBound], line[index].isEmpty {
        line[index] = CellBytes(start: block.text.start, count: block.text.count)
      }
    }
  }
}
