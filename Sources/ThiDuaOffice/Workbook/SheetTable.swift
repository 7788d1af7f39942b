// The table that stands somewhere on a sheet, as lines for the table reader. In: a grid, what the script says
// of the sheet, the titles it wants. Out: one line a row (`;`, decimal comma), where each line and column
// stands on the sheet, and what a person should know. Invariant: the header is the block of rows that holds
// most wanted titles, the first of equals; nothing below it is left out in silence. Used by the workbook
// table reader.

import ThiDuaText

/// What a script says of a sheet.
public struct SheetRequest: Sendable {
  /// nil: the only visible sheet.
  public var sheet: (text: String, span: Span)?
  /// Rows of the header as Excel numbers them; nil: where most titles stand.
  public var headerRows: ClosedRange<Int>?
  /// The last row of the table; nil: the last with anything in it.
  public var lastRow: Int?
  /// Cells of a merged block all have the block's value.
  public var fillsMerges = false
  public init() {}
}

/// Where lines and columns of the text stand on the sheet.
struct SheetPlaces: Sendable {
  var sheet: String
  /// The column on the sheet of every column of the text.
  var columns: [Int] = []
  /// The line and row where rows that follow each other begin, the header's last row first. A table has few
  /// gaps; a number for every row of a large one would take a megabyte.
  private var runs: [(line: Int, row: Int)] = []
  private(set) var lineCount = 0

  init(sheet: String) { self.sheet = sheet }

  /// The next line is this row; rows ascend.
  mutating func append(row: Int) {
    lineCount += 1
    if let last = runs.last, row - last.row == lineCount - last.line { return }
    runs.append((lineCount, row))
  }

  /// Lines count from 1.
  func row(line: Int) -> Int? {
    guard line <= lineCount, let run = lastRun(where: { $0.line <= line }) else { return nil }
    return runs[run].row + line - runs[run].line
  }

  /// Whether a line of the text is this row.
  func holds(row: Int) -> Bool {
    guard let run = lastRun(where: { $0.row <= row }) else { return false }
    let end = run + 1 < runs.count ? runs[run + 1].line : lineCount + 1
    return runs[run].line + row - runs[run].row < end
  }

  /// The last run for which `holds`, which holds for the ones before it too.
  private func lastRun(where holds: ((line: Int, row: Int)) -> Bool) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if holds(runs[middle]) { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// `B7`.
  func cell(line: Int, column: Int) -> String? {
    guard let row = row(line: line), columns.indices.contains(column) else { return nil }
    return SheetGrid.columnName(columns[column]) + String(row)
  }
}

struct SheetTable {
  /// A cell that needs a word.
  struct Remark: Equatable {
    var cell: String
    var text: String
  }

  /// nil: the sheet has no header, or has too much.
  private(set) var text: InputBytes?
  /// Whether the lines would fill the memory.
  private(set) var hasTooMuch = false
  private(set) var places: SheetPlaces
  private(set) var errors: [Remark] = []
  private(set) var uncomputed: [Remark] = []
  /// Blocks merged over several rows of a wanted column, as `B5:B8`.
  private(set) var unfilledMerges: [String] = []
  private(set) var hiddenRows: [Int] = []
  private(set) var hiddenColumns: [String] = []
  /// The row below the header that only numbers the columns.
  private(set) var numberingRow: Int?
  /// Rows below the header that say its titles again; they are left out.
  private(set) var repeatedHeaders: [Int] = []
  /// Rows with less than half of the wanted columns, which are no data perhaps.
  private(set) var sparseRows: [Int: [String]] = [:]
  /// A last row that looks like the sum of the others.
  private(set) var totalsRow: Int?

  private let request: SheetRequest

  /// Rows searched for the header.
  private static let headerDepth = 60
  private static let mostHeaderRows = 4
  /// Fewer wanted columns tell nothing about how full a row should be.
  private static let fewestColumns = 3
  private static let mostSparseRows = 1000
  private static let sampleLength = 60
  /// Bytes of a cell that are read as a title; a longer text is a remark, and there may be many of them.
  private static let longestTitle = 1000

  /// `wants` is asked with a title's lookup key. The grid gives its cells up.
  init(_ grid: SheetGrid, name: String, request: SheetRequest, wants: (String) -> Bool) {
    self.request = request
    places = SheetPlaces(sheet: name)
    let header =
      request.headerRows.map { Header(grid, rows: $0, heads: SheetTable.heads(grid), wants: wants) }
      ?? SheetTable.findHeader(grid, wants: wants)
    guard let header, !header.titles.isEmpty else { return }
    let titles = header.titles.sorted { $0.key < $1.key }
    places.columns = titles.map(\.key)
    places.append(row: header.rows.upperBound)
    let wanted = Set(
      titles.filter { wants(VietnameseText.lookupKey($0.value)) }.map(\.key))
    var lines = TableLines(limit: grid.limit)
    lines.append(titles: titles.map(\.value))
    appendRows(of: grid, below: header, wanted: wanted, to: &lines)
    hasTooMuch = lines.hasTooMuch
    if hasTooMuch { return }
    text = lines.handedOver()
    noteHiddenAndMerged(of: grid, below: header.rows.upperBound, wanted: wanted)
  }

  // MARK: The header

  /// A block of rows read as titles.
  private struct Header {
    var rows: ClosedRange<Int>
    var titles: [Int: String] = [:]
    var matchCount = 0

    init(
      _ grid: SheetGrid, rows: ClosedRange<Int>, heads: [Corner: SheetGrid.Merge],
      wants: (String) -> Bool
    ) {
      self.rows = rows
      var parts: [Int: [String]] = [:]
      for number in rows {
        guard let row = grid.row(number) else { continue }
        for cell in grid.cells(of: row) {
          let text = VietnameseText.words(
            String(decoding: cell.text.prefix(longestTitle), as: UTF8.self)
          ).joined(separator: " ")
          // A title merged over several columns heads each of them.
          let merge = heads[Corner(row: number, column: cell.column)]
          let columns = merge?.columns ?? cell.column...cell.column
          for column in columns where !text.isEmpty { parts[column, default: []].append(text) }
        }
      }
      var bottoms: [String: Int] = [:]
      for texts in parts.values { bottoms[VietnameseText.lookupKey(texts.last!), default: 0] += 1 }
      for (column, texts) in parts {
        let whole = texts.joined(separator: " ")
        let bottom = VietnameseText.lookupKey(texts.last!)
        let isKnownByBottom =
          !wants(VietnameseText.lookupKey(whole)) && wants(bottom) && bottoms[bottom] == 1
        titles[column] = isKnownByBottom ? texts.last! : whole
        if wants(VietnameseText.lookupKey(titles[column]!)) { matchCount += 1 }
      }
    }
  }

  /// A place of the sheet.
  private struct Corner: Hashable {
    var row: Int
    var column: Int
  }

  /// Merged blocks by their first cell, no wider than what the sheet holds.
  private static func heads(_ grid: SheetGrid) -> [Corner: SheetGrid.Merge] {
    let last = max(0, grid.columnCount - 1)
    var heads: [Corner: SheetGrid.Merge] = [:]
    for merge in grid.merges where merge.columns.lowerBound <= last {
      let first = merge.columns.lowerBound
      heads[Corner(row: merge.rows.lowerBound, column: first)] = SheetGrid.Merge(
        columns: first...min(merge.columns.upperBound, last), rows: merge.rows)
    }
    return heads
  }

  private static func findHeader(_ grid: SheetGrid, wants: (String) -> Bool) -> Header? {
    let heads = heads(grid)
    var best: Header?
    let numbers = grid.rows.prefix(headerDepth).map(\.number)
    for depth in 1...mostHeaderRows {
      for number in numbers {
        let candidate = Header(grid, rows: number...number + depth - 1, heads: heads, wants: wants)
        if candidate.matchCount > (best?.matchCount ?? 0) { best = candidate }
      }
    }
    // Nothing fits: the first row shows the reader what stands there.
    guard
      var header = best
        ?? numbers.first.map({ Header(grid, rows: $0...$0, heads: heads, wants: wants) })
    else { return nil }
    // A title merged downwards takes the rows it covers into the header.
    let bottom = header.rows.flatMap { row in
      header.titles.keys.compactMap { heads[Corner(row: row, column: $0)]?.rows }
    }.filter { $0.count <= mostHeaderRows }.map(\.upperBound).max()
    header.rows = header.rows.lowerBound...max(header.rows.upperBound, bottom ?? 0)
    return header
  }

  // MARK: Rows

  private mutating func appendRows(
    of grid: SheetGrid, below header: Header, wanted: Set<Int>, to lines: inout TableLines
  ) {
    let wantedPlaces = places.columns.indices.filter { wanted.contains(places.columns[$0]) }
    let titles = places.columns.map { Array((header.titles[$0] ?? "").utf8) }
    let header = header.rows.upperBound
    let indexOfColumn = Dictionary(
      uniqueKeysWithValues: places.columns.enumerated().map { ($0.element, $0.offset) })
    var filled = request.fillsMerges ? MergeFilling(grid, columns: places.columns) : nil
    var isFirst = true
    var last: (row: Int, start: String)?
    for row in grid.rows where row.number > header {
      if isFirst, row.number == header + 1, isNumbering(row, of: grid) {
        numberingRow = row.number
        isFirst = false
        continue
      }
      isFirst = false
      if let last = request.lastRow, row.number > last { break }
      var line = [CellBytes](repeating: .none, count: places.columns.count)
      for cell in grid.cells(of: row) {
        guard let index = indexOfColumn[cell.column] else { continue }
        line[index] = cell.text
        guard cell.state != .value, wanted.contains(cell.column) else { continue }
        let remark = Remark(
          cell: SheetGrid.columnName(cell.column) + String(row.number),
          text: String(decoding: cell.text, as: UTF8.self))
        if cell.state == .error { errors.append(remark) } else { uncomputed.append(remark) }
      }
      filled?.fill(&line, row: row.number)
      guard let start = line.first(where: { !$0.isEmpty }) else { continue }
      let filledCount = wantedPlaces.count { !line[$0].isEmpty }
      if wantedPlaces.count > 1, filledCount == wantedPlaces.count,
        wantedPlaces.allSatisfy({ line[$0].elementsEqual(titles[$0]) })
      {
        repeatedHeaders.append(row.number)
        continue
      }
      if wantedPlaces.count >= SheetTable.fewestColumns, filledCount * 2 < wantedPlaces.count,
        sparseRows.count < SheetTable.mostSparseRows
      {
        sparseRows[row.number] = line.filter { !$0.isEmpty }.prefix(3).map {
          String(String(decoding: $0, as: UTF8.self).prefix(SheetTable.sampleLength))
        }
      }
      last = (row.number, String(decoding: start.prefix(SheetTable.totalsLength), as: UTF8.self))
      places.append(row: row.number)
      lines.append(line)
      if lines.hasTooMuch { return }
      grid.release(above: row)
    }
    if let last, SheetTable.totals.contains(VietnameseText.lookupKey(last.start)) {
      totalsRow = last.row
      sparseRows[last.row] = nil
    }
  }

  private static let totalsLength = 40
  private static let totals: Set<String> = Set(
    ["tổng", "cộng", "tổng cộng", "tổng số", "cộng chung", "toàn bộ"].map {
      VietnameseText.lookupKey($0)
    })

  /// `(1) (2) (3)` · `A B 1 2`: what forms print below their titles.
  private func isNumbering(_ row: SheetGrid.Row, of grid: SheetGrid) -> Bool {
    let cells = grid.cells(of: row).filter { !$0.text.isEmpty }.map { cell in
      var text = cell.text.filter { $0 > 0x20 }
      if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")"), text.count > 2 {
        text = Array(text.dropFirst().dropLast())
      }
      return String(decoding: text, as: UTF8.self)
    }
    guard cells.count >= 3, cells.count >= places.columns.count else { return false }
    let letters = cells.prefix { $0.utf8.count == 1 && $0 >= "A" && $0 <= "Z" }
    let expected = (0..<letters.count).map { String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0))) }
    guard letters.count < 5, Array(letters) == expected else { return false }
    let numbers = cells.dropFirst(letters.count).map { Int($0) }
    guard numbers.count >= 2, let first = numbers.first, let start = first,
      start == 1 || start == 0
    else { return false }
    return numbers.enumerated().allSatisfy { $0.element == start + $0.offset }
  }

  // MARK: What a person should know

  private mutating func noteHiddenAndMerged(
    of grid: SheetGrid, below header: Int, wanted: Set<Int>
  ) {
    hiddenRows =
      grid.rows.filter { $0.isHidden && $0.number > header && places.holds(row: $0.number) }
      .map(\.number)
    hiddenColumns = grid.hiddenColumns.filter(wanted.contains).map(SheetGrid.columnName)
    guard !request.fillsMerges else { return }
    for merge in grid.merges
    where merge.rows.lowerBound > header && merge.rows.count > 1
      && wanted.contains(merge.columns.lowerBound)
      && merge.rows.lowerBound <= request.lastRow ?? Int.max
    {
      let first = SheetGrid.columnName(merge.columns.lowerBound) + String(merge.rows.lowerBound)
      let last = SheetGrid.columnName(merge.columns.upperBound) + String(merge.rows.upperBound)
      unfilledMerges.append("\(first):\(last)")
    }
  }
}
