// An exported list as a workbook of one sheet. In: the columns a CSV file would show. Out: the same values as
// numbers, days and texts, under a header that stays in sight, with filters and a set-up for printing.
// Invariant: what the CSV file would round is rounded, what it refuses is refused; rows go straight to the
// file, so that memory does not grow with them.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// Writes lists into workbooks.
public enum TableWorkbook {
  /// Findings are numbers that have no last decimal.
  public static func write(
    _ document: CSVDocument, sheet name: String, to file: OutputFile, texts: TextTable,
    into diagnostics: inout Diagnostics
  ) throws(WorkbookWriter.Failure) {
    guard document.lineCount < SheetWriter.rowLimit else {
      throw WorkbookWriter.Failure(
        diagnostic: DataMessages.sheetTooLarge(file.name, sheet: name, rows: true, span: file.span))
    }
    try PlainNumbers.during { () throws(WorkbookWriter.Failure) in
      try fill(document, sheet: name, file, texts, &diagnostics)
    }
  }

  private static func fill(
    _ document: CSVDocument, sheet name: String, _ file: OutputFile, _ texts: TextTable,
    _ diagnostics: inout Diagnostics
  ) throws(WorkbookWriter.Failure) {
    let book = try WorkbookWriter(file, rowsGoStraightToFile: true)
    let sheet = book.addSheet(name)
    let columns = document.columns.map { ExportColumn($0, document.lineCount, texts, book) }
    let header = book.style(SheetLook.header)
    sheet.setRow(0, height: SheetLook.headerHeight(columns.map { ($0.title, $0.width) }))
    for (place, column) in columns.enumerated() {
      sheet.setColumns(place...place, width: column.width)
      sheet.text(column.title, 0, place, header)
    }
    var endless = 0
    for line in 0..<document.lineCount {
      for (place, column) in columns.enumerated() {
        guard let value = column.write(line, sheet, line + 1, place) else { continue }
        endless += 1
        guard endless <= LineFormatter.limit else { continue }
        diagnostics.add(
          DataMessages.endlessDecimal(
            NumberText.format(value), title: column.title, subject: document.subject(line),
            file: file.name, span: file.span))
      }
    }
    if !columns.isEmpty {
      sheet.filter(rows: 0...max(document.lineCount, 1), columns: 0...columns.count - 1)
    }
    sheet.freeze(rows: 1)
    sheet.setPrinting(
      repeatedRows: 0...0, width: columns.map(\.width).reduce(0, +), repeatedColumns: 1)
    try book.close()
  }
}

/// A column on its way into a sheet.
private struct ExportColumn {
  let title: String
  let width: Double
  private let column: CSVColumn
  private let style: WorkbookWriter.Style
  private let textStyle: WorkbookWriter.Style
  private let texts: TextTable

  /// Lines looked at for the width.
  private static let sample = 500
  private static let truths = ["không", "có"]

  init(_ column: CSVColumn, _ lineCount: Int, _ texts: TextTable, _ book: WorkbookWriter) {
    self.column = column
    self.texts = texts
    title = column.title
    var look = SheetLook.body
    switch column.form {
    case .number(let decimals), .ratio(let decimals):
      var numbers = NumberLook(
        title: column.title, isIdentifier: column.isIdentifier, isPercent: column.form.isRatio)
      for line in 0..<lineCount {
        if let number = column.storage.number(Self.cell(column, line)) { numbers.add(number) }
      }
      look.numberFormat = numbers.format(decimals: decimals)
    case .date:
      look.numberFormat = CellStyle.dateFormat
      look.alignment = .center
    case .truth: look.alignment = .center
    case .text, .names, .custom: break
    }
    style = book.style(look)
    textStyle = book.style(SheetLook.body)
    var widest = 0
    for line in 0..<min(lineCount, Self.sample) {
      widest = max(widest, Self.shownWidth(column, line, texts))
    }
    width = SheetLook.width(title: column.title, content: widest)
  }

  private static func cell(_ column: CSVColumn, _ line: Int) -> Int {
    column.cells.map { Int($0[line]) } ?? line
  }

  /// Writes the cell of a line; a number that cannot be written comes back.
  func write(_ line: Int, _ sheet: SheetWriter, _ row: Int, _ place: Int) -> Exact? {
    let cell = Self.cell(column, line)
    let word = column.storage.word(cell)
    if case .custom(let text) = column.form {
      sheet.text(word.isNotApplicable ? "không áp dụng" : text(cell), row, place, textStyle)
      return nil
    }
    if word.isBlank {
      sheet.blank(row, place, style)
      return nil
    }
    if word.isNotApplicable {
      sheet.text("không áp dụng", row, place, textStyle)
      return nil
    }
    switch column.form {
    case .number(let decimals):
      return number(column.storage.number(cell), decimals, sheet, row, place)
    case .ratio(let decimals):
      return number(column.storage.number(cell), decimals.map { $0 + 2 }, sheet, row, place)
    case .text: sheet.text(word.isText ? texts.string(word.index) : "", row, place, style)
    case .date:
      if let day = CalendarDate(days: Int32(truncatingIfNeeded: word.immediate)) {
        sheet.date(day, row, place, style)
      }
    case .truth: sheet.text(Self.truths[word.immediate == 0 ? 0 : 1], row, place, style)
    case .names(let names):
      let index = Int(word.immediate)
      sheet.text(names.indices.contains(index) ? names[index] : "", row, place, style)
    case .custom: break
    }
    return nil
  }

  /// `decimals`: places of the number itself, also for a percentage.
  private func number(
    _ value: Exact?, _ decimals: Int?, _ sheet: SheetWriter, _ row: Int, _ place: Int
  ) -> Exact? {
    guard let value else { return nil }
    if decimals == nil, !NumberText.isPrintableExactly(value) { return value }
    let shown = decimals.map { value.rounded(places: $0, .halfAwayFromZero) } ?? value
    sheet.number(shown, row, place, style)
    return nil
  }

  private static func shownWidth(_ column: CSVColumn, _ line: Int, _ texts: TextTable) -> Int {
    let cell = cell(column, line)
    let word = column.storage.word(cell)
    if word.isNotApplicable { return 13 }
    switch column.form {
    case .custom(let text): return SheetLook.longestLine(text(cell))
    case .text: return word.isText ? SheetLook.longestLine(texts.string(word.index)) : 0
    case .names(let names):
      let index = Int(word.immediate)
      return !word.isBlank && names.indices.contains(index)
        ? VietnameseText.displayWidth(names[index]) : 0
    case .date: return 10
    case .truth: return 5
    case .number(let decimals), .ratio(let decimals):
      guard let number = column.storage.number(cell) else { return 0 }
      return NumberText.format(number, decimals: decimals ?? 2, grouping: true).utf8.count + 1
    }
  }
}
