// A table in memory. In: what the reader made. Out: columns in the order of the schema's fields,
// and the line of a row when a message asks for it. Invariant: line numbers are not kept; they
// are found again in the text, from a mark every 1,024 rows.

import ThiDuaMachine
import ThiDuaText

/// The rows of one subject kind, as read.
public final class LoadedTable: @unchecked Sendable {
  public let rowCount: Int
  /// One storage a field, in the order of the schema; every row written.
  public let columns: [ColumnStorage]
  /// The file as the script writes it.
  public var fileName: String { origin.name }
  /// Title of each field's column as the file writes it; nil when the file has no such column.
  public let titles: [String?]

  let origin: TableOrigin
  let scanner: CellScanner
  /// Where rows 0, 1,024, … begin, in pieces of rows that follow each other.
  let marks: [Marks]
  /// Column of the file for each field.
  let columnOfField: [Int?]
  private var linesOfMarks: [[Int]] = []
  /// The row whose cells were located last.
  private var located: (row: Int, line: Int, cells: [CellScanner.Cell])?
  /// Where the rows behind a mark begin, as far as they were asked for, and on which lines.
  private var rowsOfMarks: [Int: (starts: [UnsafePointer<UInt8>], lines: [Int])] = [:]

  struct Marks {
    var firstRow: Int
    var rowCount: Int
    var starts: [UnsafePointer<UInt8>]
  }

  init(
    rowCount: Int, columns: [ColumnStorage], titles: [String?], columnOfField: [Int?],
    origin: TableOrigin, scanner: CellScanner, marks: [Marks]
  ) {
    self.rowCount = rowCount
    self.columns = columns
    self.titles = titles
    self.columnOfField = columnOfField
    self.origin = origin
    self.scanner = scanner
    self.marks = marks
  }

  /// The 1-based line of the file on which a row begins. The first call costs a pass over the text.
  /// Not for several threads at once.
  public func lineOfRow(_ row: Int) -> Int {
    let text = origin.text.bytes.start
    if linesOfMarks.isEmpty {
      var counter = origin.lineCounter()
      linesOfMarks = marks.map { piece in piece.starts.map { counter.line(at: $0 - text) } }
    }
    let (piece, mark) = mark(before: row)
    let start = marks[piece].starts[mark]
    return linesOfMarks[piece][mark]
      + ByteCount.lineFeeds(
        in: UnsafeBufferPointer(start: start, count: self.start(ofRow: row) - start))
  }

  /// Where a cell stands, for messages: a place in the file, or a span in the script.
  public func locate(row: Int, field: Int, in diagnostic: inout Diagnostic) {
    let known = located.flatMap { $0.row == row ? $0 : nil }
    let place = known ?? find(row)
    located = place
    if diagnostic.place == nil {
      diagnostic.place = origin.dataPlace(
        line: place.line, column: titles[field], index: columnOfField[field],
        value: text(of: place.cells, field))
    }
    origin.place(&diagnostic, line: place.line, column: columnOfField[field])
  }

  /// Who asks for one cell asks for others of its row, and later for rows near it: reading up to a
  /// thousand rows to find one is done once for all of them.
  private func find(_ row: Int) -> (row: Int, line: Int, cells: [CellScanner.Cell]) {
    let (piece, mark) = mark(before: row)
    let first = marks[piece].firstRow + mark * RowParser.markDistance
    var (starts, lines) =
      rowsOfMarks[first] ?? ([marks[piece].starts[mark]], [lineOfRow(first)])
    rowsOfMarks[first] = nil
    while starts.count <= row - first {
      let last = starts[starts.count - 1]
      let next = scanner.skipBlankLines(at: scanner.skipRecord(at: last))
      let passed = UnsafeBufferPointer(start: last, count: next - last)
      lines.append(lines[lines.count - 1] + ByteCount.lineFeeds(in: passed))
      starts.append(next)
    }
    rowsOfMarks[first] = (starts, lines)
    return (row, lines[row - first], scanner.record(at: starts[row - first]).cells)
  }

  /// What the file says in a cell; nil when it has no such column.
  public func cellText(_ row: Int, _ field: Int) -> String? {
    text(of: scanner.record(at: start(ofRow: row)).cells, field)
  }

  private func text(of cells: [CellScanner.Cell], _ field: Int) -> String? {
    guard let column = columnOfField[field], column < cells.count else { return nil }
    return String(decoding: CellScanner.text(of: cells[column]), as: UTF8.self)
  }

  private func start(ofRow row: Int) -> UnsafePointer<UInt8> {
    let (piece, mark) = mark(before: row)
    var place = marks[piece].starts[mark]
    for _ in 0..<(row - marks[piece].firstRow) % RowParser.markDistance {
      place = scanner.skipBlankLines(at: scanner.skipRecord(at: place))
    }
    return place
  }

  private func mark(before row: Int) -> (piece: Int, mark: Int) {
    precondition(row >= 0 && row < rowCount, "no such row")
    let piece = marks.lastIndex { $0.firstRow <= row && $0.rowCount > 0 }!
    return (piece, (row - marks[piece].firstRow) / RowParser.markDistance)
  }
}
