// The rankings of a result workbook: one sheet a cluster and kind, or one a kind when clusters are many. Criteria fold
// into the column of their group. See ResultWorkbook.

import ThiDuaNumber
import ThiDuaText

extension ResultSheets {
  /// More clusters than this share a sheet: nobody finds one among so many tabs.
  private static let mostSheets = 40
  /// More columns than this are no chart that can be read.
  private static let mostBars = 40
  /// Longer names stand under the bars of a few only; more bars are told by their key or their number.
  static let longestLabel = 30, fewBars = 12

  func boards() {
    for layout in layouts {
      let board = layout.board
      let ending = layouts.count > 1 ? " – \(board.kind.prefix(12))" : ""
      guard board.groups.count <= Self.mostSheets else {
        ranking(layout, board.groups, called: "Kết quả \(board.kind)")
        continue
      }
      for group in board.groups {
        if group.name.isEmpty {
          ranking(layout, [group], called: "Kết quả \(board.kind)")
        } else {
          ranking(layout, [group], called: group.title, ending: ending)
        }
      }
    }
  }

  // MARK: A ranking

  private struct Shown {
    var title: String
    var width: Double
    var style: WorkbookWriter.Style
    /// nil: the line's number, its cluster.
    var column: Int?
    var isCluster = false
    var isFolded = false
    var isDate = false
    /// Its texts may take several lines.
    var wraps = false
  }

  private func ranking(
    _ layout: BoardLayout, _ groups: [ResultReport.Group], called name: String,
    ending: String = ""
  ) {
    let board = layout.board
    let sheet = book.addSheet(name, ending: ending)
    let shown = columns(layout, isMany: groups.count > 1)
    let width = shown.filter { !$0.isFolded }.map(\.width).reduce(0, +)
    let pageWidth = width / Double(SheetWriter.pagesAcross(width: width))
    let last = Self.lastColumn(of: shown, within: pageWidth)
    for (place, column) in shown.enumerated() {
      sheet.setColumns(
        place...place, width: column.width, level: column.isFolded ? 1 : 0,
        isHidden: column.isFolded)
    }
    var row = 0
    line(
      "KẾT QUẢ \(board.kind.uppercased())", sheet, row: row, columns: 0...last,
      width: pageWidth / 1.45, looks.title, lineHeight: 22)
    row += 1
    if groups.count == 1, let group = groups.first, !group.name.isEmpty {
      let facts = group.facts.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
      line(
        facts.isEmpty ? group.title : "\(group.title) (\(facts))", sheet, row: row,
        columns: 0...last, width: pageWidth / 1.15, looks.subtitle)
      row += 1
    }
    row += 1
    let headerRow = row
    header(shown.map { ($0.title, $0.width) }, sheet, row: row)
    row += 1
    for group in groups {
      for subject in group.rows {
        write(subject, group, number: row - headerRow, shown, sheet, row)
        row += 1
      }
    }
    let rows = headerRow + 1...max(headerRow + 1, row - 1)
    sheet.filter(rows: headerRow...rows.upperBound, columns: 0...shown.count - 1)
    let names = shown.firstIndex { $0.column.map { board.columns[$0].role == .name } ?? false }
    sheet.freeze(rows: headerRow + 1, columns: names.map { $0 + 1 } ?? 0)
    let repeated = names.map { $0 + 1 } ?? 1
    sheet.setPrinting(
      repeatedRows: headerRow...headerRow, width: width, repeatedColumns: repeated)
    sheet.foldIntoFirst()
    if let place = shown.firstIndex(where: { $0.column != nil && $0.column == layout.total }) {
      sheet.bars(.init(rows: rows, column: place), color: SheetLook.barColor)
      // What stands in repeated columns comes again on every page.
      let isOnePage = pageWidth == width
      let room =
        pageWidth - shown.prefix(repeated).filter { !$0.isFolded }.map(\.width).reduce(0, +)
      chart(
        layout, sheet, shown, rows: rows, names: names ?? 0, values: place,
        at: isOnePage ? 1 : repeated, width: isOnePage ? .infinity : room * Self.pixelsOfLetter)
    }
  }

  private static let pixelsOfLetter = 8.0

  /// The last column that stands on the first page across.
  private static func lastColumn(of shown: [Shown], within width: Double) -> Int {
    var used = 0.0
    for (place, column) in shown.enumerated() where !column.isFolded {
      used += column.width
      if used > width + 1 { return max(0, place - 1) }
    }
    return shown.count - 1
  }

  private func write(
    _ subject: ResultReport.Row, _ group: ResultReport.Group, number: Int, _ shown: [Shown],
    _ sheet: SheetWriter, _ row: Int
  ) {
    sheet.setRow(
      row,
      height: SheetLook.rowHeight(
        shown.compactMap { column in
          guard column.wraps else { return nil }
          let text = column.column.map { subject.cells[$0].text } ?? group.title
          return (text, column.width)
        }))
    for (place, column) in shown.enumerated() {
      guard let index = column.column else {
        if column.isCluster {
          sheet.text(group.title, row, place, column.style)
        } else {
          sheet.number(Exact(number), row, place, column.style)
        }
        continue
      }
      let cell = subject.cells[index]
      switch cell.state {
      case .blank: sheet.blank(row, place, column.style)
      case .notApplicable: sheet.text(cell.text, row, place, looks.quiet)
      case .filled:
        if let number = cell.number {
          sheet.number(number, row, place, column.style)
        } else if column.isDate, case .success(let day) = CalendarDate.parse(cell.text.utf8) {
          sheet.date(day, row, place, column.style)
        } else {
          sheet.text(cell.text, row, place, column.style)
        }
      }
    }
  }

  // MARK: Columns

  private func columns(_ layout: BoardLayout, isMany: Bool) -> [Shown] {
    let board = layout.board
    var shown = [Shown(title: "TT", width: 6, style: looks.whole)]
    if isMany {
      shown.append(
        Shown(
          title: board.groupTitle, width: 26, style: looks.wrapped, isCluster: true, wraps: true))
    }
    let outcome: [Column.Role] = [.bonus, .deduction, .total, .rank, .level]
    var order = board.columns.indices.filter {
      [.key, .name, .field].contains(board.columns[$0].role)
    }
    order += board.columns.indices.filter {
      [.group, .criterion, .other].contains(board.columns[$0].role)
    }
    for role in outcome + [.award, .note] {
      order += board.columns.indices.filter { board.columns[$0].role == role }
    }
    for index in order {
      let column = board.columns[index]
      if column.role == .key, isSameAsName(board, index) { continue }
      shown.append(self.shown(column, index, board))
    }
    return shown
  }

  /// A key that is the name is told once.
  private func isSameAsName(_ board: ResultReport.Board, _ key: Int) -> Bool {
    guard let name = board.columns.firstIndex(where: { $0.role == .name }) else { return false }
    return board.rows.allSatisfy { $0.cells[key].text == $0.cells[name].text }
  }

  private func shown(_ column: Column, _ index: Int, _ board: ResultReport.Board) -> Shown {
    var title = column.title
    if let maximum = column.maximum, column.role != .total {
      title += " (\(NumberText.format(maximum)))"
    }
    let content = board.rows.map { SheetLook.longestLine($0.cells[index].text) }.max() ?? 0
    let (narrowest, widest) = Self.widths(column)
    var look = SheetLook.body
    let wraps = column.form == .text && content > widest
    look.wraps = wraps
    let words = title.split(separator: " ").map { VietnameseText.displayWidth(String($0)) }
    let width = Double(max(narrowest, (words.max() ?? 0) + 2, min(content + 3, widest)))
    switch column.form {
    case .number, .ratio:
      look.numberFormat = Self.numberFormat(board, index)
      if column.role == .rank { look.alignment = .center }
      if column.role == .total { look.isBold = true }
    case .date:
      look.numberFormat = CellStyle.dateFormat
      look.alignment = .center
    case .text:
      if [.level, .award, .key].contains(column.role) { look.alignment = .center }
    }
    return Shown(
      title: title, width: width, style: book.style(look), column: index,
      isFolded: Self.isFolded(column, board), isDate: column.form == .date, wraps: wraps)
  }

  /// Criteria fold into their group, figures on the way into what stands before them.
  private static func isFolded(_ column: Column, _ board: ResultReport.Board) -> Bool {
    switch column.role {
    case .criterion: column.parent != nil
    case .other: board.columns.contains { [.group, .criterion, .total].contains($0.role) }
    default: false
    }
  }

  /// The narrowest and the widest that a column should be, in letters.
  private static func widths(_ column: Column) -> (Int, Int) {
    switch column.role {
    case .name: (20, 40)
    case .note: (10, 32)
    case .field: (12, 30)
    case .key: (8, 20)
    case .group: (15, 15)
    case .criterion, .other: (13, 15)
    case .bonus, .deduction, .total: (10, 13)
    case .rank: (7, 8)
    case .level: (14, 18)
    case .award: (11, 14)
    }
  }

  // MARK: Chart

  private func chart(
    _ layout: BoardLayout, _ sheet: SheetWriter, _ shown: [Shown], rows: ClosedRange<Int>,
    names: Int, values: Int, at column: Int, width: Double
  ) {
    guard (2...Self.mostBars).contains(rows.count), let total = layout.total else { return }
    let columns = layout.board.columns
    // Long names would leave no room for the bars.
    let labels = layout.board.rows.map {
      SheetLook.longestLine($0.cells[shown[names].column ?? 0].text)
    }
    let isLong = (labels.max() ?? 0) > Self.longestLabel && rows.count > Self.fewBars
    let keys = shown.firstIndex { $0.column.map { columns[$0].role == .key } ?? false }
    let categories = isLong ? keys ?? 0 : names
    var chart = SheetWriter.Chart(
      title: columns[total].title, categories: .init(rows: rows, column: categories),
      series: [
        .init(name: "", values: .init(rows: rows, column: values), color: SheetLook.inkColor)
      ])
    chart.numberFormat = Self.numberFormat(layout.board, total)
    chart.showsValues = rows.count <= 20
    if isLong { chart.categoryTitle = shown[categories].title }
    chart.width = min(1200, max(560, Double(rows.count) * 60), width)
    chart.height = 330
    _ = sheet.chart(chart, fromRow: rows.upperBound + 2, column: column)
  }
}
