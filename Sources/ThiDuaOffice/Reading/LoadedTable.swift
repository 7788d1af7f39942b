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
  private var located: (row: Int, line: Int, start: UnsafePointer<UInt8>)?

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
    // Who asks for one cell asks for others of its row; finding it costs reading up to a thousand rows.
    let known = located.flatMap { $0.row == row ? $0 : nil }
    let place = known ?? (row: row, line: lineOfRow(row), start: start(ofRow: row))
    located = place
    if diagnostic.place == nil {
      diagnostic.place = origin.dataPlace(
        line: place.line, column: titles[field], index: columnOfField[field],
        value: cellText(at: place.start, field))
    }
    origin.place(&diagnostic, line: place.line, column: columnOfField[field])
  }

  /// What the file says in a cell; nil when it has no such column.
  public func cellText(_ row: Int, _ field: Int) -> String? {
    cellText(at: start(ofRow: row), field)
  }

  private func cellText(at start: UnsafePointer<UInt8>, _ field: Int) -> String? {
    guard let column = columnOfField[field] else { return nil }
    let cells = scanner.record(at: start).cells
    guard column < cells.count else { return nil }
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
