// The first sheet of a result workbook: what the campaign is, how each cluster stands, what is proposed, where the
// figures come from. See ResultWorkbook.

import ThiDuaNumber
import ThiDuaText

extension ResultSheets {
  /// Widths of the sheet's columns: number, name, figures.
  private static let widths: [Double] = [6, 30, 13, 13, 13, 40]
  private static let levelWidth = 14.0
  /// More clusters than this have no room for long names under their bars.
  private static let fewClusters = 6

  func summary() {
    let sheet = book.addSheet("Tổng hợp")
    for (place, width) in Self.widths.enumerated() { sheet.setColumns(place...place, width: width) }
    let mostLevels = layouts.map(\.levels.count).max() ?? 0
    let last = Self.widths.count - 1 + mostLevels
    if mostLevels > 0 {
      sheet.setColumns(Self.widths.count...last, width: Self.levelWidth)
    }
    let width = Self.widths.reduce(0, +) + Double(mostLevels) * Self.levelWidth
    var row = 0
    line(
      report.title.uppercased(), sheet, row: row, columns: 0...last, width: width / 1.45,
      looks.title, lineHeight: 22)
    row += 2
    facts(report.facts, sheet, &row, last: last, width: width)
    for notice in report.notices {
      line("Lưu ý: " + notice, sheet, row: row, columns: 0...last, width: width, looks.notice)
      row += 1
    }
    if layouts.isEmpty {
      line(
        "Chưa có số liệu nên chưa có kết quả nào.", sheet, row: row, columns: 0...last,
        width: width, looks.notice)
      row += 1
    }
    for layout in layouts { clusters(layout, sheet, &row) }
    awardCounts(sheet, &row)
    if !report.origin.isEmpty {
      row += 1
      heading("Nguồn gốc", sheet, &row)
      facts(report.origin, sheet, &row, last: last, width: width)
    }
    sheet.hideGrid()
    sheet.setPrinting()
  }

  private func facts(
    _ facts: [ResultReport.Fact], _ sheet: SheetWriter, _ row: inout Int, last: Int, width: Double
  ) {
    let room = width - Self.widths[0] - Self.widths[1]
    for fact in facts {
      let lines = max(
        SheetLook.lineCount(fact.value, width: room),
        SheetLook.lineCount(fact.label, width: Self.widths[0] + Self.widths[1]))
      sheet.setRow(row, height: Double(lines) * SheetLook.lineHeight + 2)
      sheet.merged(fact.label, rows: row...row, columns: 0...1, looks.fact)
      sheet.merged(fact.value, rows: row...row, columns: 2...last, looks.factValue)
      row += 1
    }
  }

  private func heading(_ text: String, _ sheet: SheetWriter, _ row: inout Int) {
    sheet.setRow(row, height: 24)
    sheet.text(text, row, 0, looks.heading)
    row += 1
  }

  // MARK: Clusters

  private func clusters(_ layout: BoardLayout, _ sheet: SheetWriter, _ row: inout Int) {
    let board = layout.board
    let hasTotal = layout.total != nil
    row += 1
    heading("Kết quả \(board.kind)", sheet, &row)
    let first = board.groups.count > 1 || !(board.groups.first?.name ?? "").isEmpty
    var titles = ["TT", first ? board.groupTitle : "Đối tượng", "Số \(board.kind)"]
    let total = layout.total.map { board.columns[$0].title } ?? ""
    if hasTotal { titles += ["\(total) bình quân", "\(total) cao nhất", "Đứng đầu"] }
    titles += layout.levels
    header(
      titles.enumerated().map { ($1, Self.width(of: $0)) }, sheet, row: row)
    let headerRow = row
    row += 1
    let points = layout.total.map { column in
      book.style(
        SheetLook.body.with {
          $0.numberFormat =
            board.columns[column].form == .ratio
            ? CellStyle.percentFormat(decimals: 2) : CellStyle.numberFormat(decimals: 2)
        })
    }
    for (index, group) in board.groups.enumerated() {
      let leaders = layout.total.map { Self.leaders(of: group, $0) } ?? ""
      sheet.setRow(
        row,
        height: SheetLook.rowHeight([(group.title, Self.widths[1]), (leaders, Self.widths[5])]))
      sheet.number(Exact(index + 1), row, 0, looks.whole)
      sheet.text(group.title, row, 1, looks.wrapped)
      sheet.number(Exact(group.rows.count), row, 2, looks.whole)
      var place = 3
      if let column = layout.total, let points {
        figures(group, column, sheet, row, points)
        sheet.text(leaders, row, 5, looks.wrapped)
        place = 6
      }
      for (offset, level) in layout.levels.enumerated() {
        let met = group.rows.filter { $0.cells[layout.level ?? 0].text == level }.count
        sheet.number(Exact(met), row, place + offset, looks.whole)
      }
      row += 1
    }
    let rows = headerRow + 1...row - 1
    if hasTotal { sheet.bars(.init(rows: rows, column: 3), color: SheetLook.barColor) }
    charts(layout, sheet, headerRow: headerRow, rows: rows, &row)
  }

  private static func width(of place: Int) -> Double {
    place < widths.count ? widths[place] : levelWidth
  }

  /// Mean and best.
  private func figures(
    _ group: ResultReport.Group, _ column: Int, _ sheet: SheetWriter, _ row: Int,
    _ style: WorkbookWriter.Style
  ) {
    let numbers = group.rows.compactMap { $0.cells[column].number }
    for (place, value) in [Self.mean(numbers), numbers.max()].enumerated() {
      if let value {
        sheet.number(value, row, 3 + place, style)
      } else {
        sheet.blank(row, 3 + place, style)
      }
    }
  }

  /// Who has the best total.
  private static func leaders(of group: ResultReport.Group, _ column: Int) -> String {
    guard let best = group.rows.compactMap({ $0.cells[column].number }).max() else { return "" }
    let rows = group.rows.filter { $0.cells[column].number == best }
    return few(rows.map { $0.name.isEmpty ? $0.key : $0.name })
  }

  /// A few names, and how many more.
  private static func few(_ names: [String]) -> String {
    guard names.count > 3 else { return names.joined(separator: "; ") }
    return names.prefix(3).joined(separator: "; ")
      + " và \(Wording.count(names.count - 3)) nơi khác"
  }

  /// Means by cluster, or what levels were met where there is one cluster.
  private func charts(
    _ layout: BoardLayout, _ sheet: SheetWriter, headerRow: Int, rows: ClosedRange<Int>,
    _ row: inout Int
  ) {
    let longest = layout.board.groups.map { SheetLook.longestLine($0.title) }.max() ?? 0
    let isLong = longest > Self.longestLabel && rows.count > Self.fewClusters
    let names = SheetWriter.Area(rows: rows, column: isLong ? 0 : 1)
    var chart: SheetWriter.Chart
    if rows.count > 1, let total = layout.total {
      chart = .init(
        title: "\(layout.board.columns[total].title) bình quân theo cụm", categories: names,
        series: [
          .init(name: "", values: .init(rows: rows, column: 3), color: SheetLook.inkColor)
        ])
      chart.numberFormat = CellStyle.numberFormat(decimals: 2)
      if isLong { chart.categoryTitle = "TT" }
    } else if rows.count == 1, layout.levels.count > 1 {
      let first = layout.total == nil ? 3 : 6
      let columns = first...first + layout.levels.count - 1
      chart = .init(
        title: "Số \(layout.board.kind) theo mức",
        categories: .init(rows: headerRow...headerRow, columns: columns),
        series: [
          .init(name: "", values: .init(rows: rows, columns: columns), color: SheetLook.inkColor)
        ])
      chart.numberFormat = "0"
    } else {
      return
    }
    chart.showsValues = rows.count <= 20
    chart.width = 760
    chart.height = 300
    row = sheet.chart(chart, fromRow: row + 1, column: 1)
  }

  // MARK: Awards

  private func awardCounts(_ sheet: SheetWriter, _ row: inout Int) {
    guard !report.awards.isEmpty else { return }
    var states: [String] = []
    for line in report.awards.flatMap(\.lines) where !states.contains(line.state) {
      states.append(line.state)
    }
    row += 1
    heading("Đề nghị khen thưởng", sheet, &row)
    let titles = ["TT", "Danh hiệu, hình thức", "Đối tượng"] + states.map(Wording.capitalised)
    header(titles.enumerated().map { ($1, Self.width(of: $0)) }, sheet, row: row)
    row += 1
    for (index, list) in report.awards.enumerated() {
      sheet.setRow(row, height: SheetLook.rowHeight([(list.title, Self.widths[1])]))
      sheet.number(Exact(index + 1), row, 0, looks.whole)
      sheet.text(list.title, row, 1, looks.wrapped)
      sheet.text(list.kind, row, 2, looks.centered)
      for (place, state) in states.enumerated() {
        let count = list.lines.filter { $0.state == state }.count
        sheet.number(Exact(count), row, 3 + place, looks.whole)
      }
      row += 1
    }
  }
}
