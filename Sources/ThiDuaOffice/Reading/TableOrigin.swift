// Where a table comes from, for messages: a file with lines, or rows of the script itself. In:
// offsets and columns. Out: lines, places, spans. Invariant: lines count as an editor counts
// them, from 1.

import ThiDuaText

struct TableOrigin {
  /// The file as the script writes it.
  var name: String
  /// The `dữ liệu` statement.
  var span: Span
  var text: Encoding.Text
  /// What of the file the text is.
  var part = Part.file
  /// Rows of the script, whose line n of `text` is row n - 2.
  var inline: InlineRows?

  enum Part {
    /// All of it, lines as an editor counts them.
    case file
    /// A table of a database, whose rows count from 1 and whose titles are no row.
    case databaseTable(String)
    /// A sheet of a workbook.
    case sheet(SheetPlaces)

    /// Whether the text was made by this program: parted by `;`, titles on top.
    var isMade: Bool {
      if case .file = self { return false }
      return true
    }
  }

  func lineCounter() -> LineCounter {
    if case .databaseTable = part { return LineCounter(start: text.bytes.start, firstLine: 0) }
    return LineCounter(start: text.bytes.start)
  }

  /// The number a person knows a line of the text by.
  func shownLine(_ line: Int) -> Int {
    if case .sheet(let places) = part { return places.row(line: line) ?? line }
    return line
  }

  /// A line, column or cell of the table; `index` is the column of the text.
  func dataPlace(
    line: Int, column: String? = nil, index: Int? = nil, value: String? = nil
  ) -> DataPlace {
    var place = DataPlace(
      file: name, line: line > 0 ? shownLine(line) : nil, column: column, value: value)
    switch part {
    case .file: break
    case .databaseTable(let table): place.table = table
    case .sheet(let places):
      place.sheet = places.sheet
      place.cell = index.flatMap { places.cell(line: line, column: $0) }
    }
    return place
  }

  /// Points a finding at its cell in the script when the rows stand there.
  func place(_ diagnostic: inout Diagnostic, line: Int, column: Int?) {
    guard let inline else { return }
    diagnostic.place = nil
    let row = line - 2
    let cells = row < 0 ? inline.header : row < inline.rows.count ? inline.rows[row] : []
    if let column, column < cells.count {
      diagnostic.span = cells[column].span
    } else if let first = cells.first, let last = cells.last {
      diagnostic.span = first.span.joined(last.span)
    } else {
      diagnostic.span = inline.span
    }
  }
}

/// Lines of ascending offsets, in one pass over the text.
struct LineCounter {
  let start: UnsafePointer<UInt8>
  private let firstLine: Int
  private var counted = 0
  private var line: Int

  init(start: UnsafePointer<UInt8>, firstLine: Int = 1) {
    self.start = start
    self.firstLine = firstLine
    line = firstLine
  }

  /// The line that the byte at `offset` stands on.
  mutating func line(at offset: Int) -> Int {
    if offset < counted {
      counted = 0
      line = firstLine
    }
    line += ByteCount.lineFeeds(
      in: UnsafeBufferPointer(start: start + counted, count: offset - counted))
    counted = offset
    return line
  }
}

/// Counting bytes, eight at a time.
enum ByteCount {
  static func lineFeeds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    count(of: Byte.lineFeed, in: bytes)
  }

  static func count(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let pattern = SIMD16<UInt8>(repeating: byte)
    var total = 0
    var index = 0
    while index + 16 <= bytes.count {
      // A lane counts to 255 before it is added up; plain x86-64 has no fast way to count bits.
      var lanes = SIMD16<UInt8>.zero
      let stop = min(bytes.count - 15, index + 255 * 16)
      while index < stop {
        let sixteen = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        lanes = lanes &+ SIMD16<UInt8>.zero.replacing(with: 1, where: sixteen .== pattern)
        index += 16
      }
      for lane in lanes.indices { total &+= Int(lanes[lane]) }
    }
    while index < bytes.count {
      if base[index] == byte { total += 1 }
      index += 1
    }
    return total
  }
}
