// Writes a workbook to be filled in. In: an InputForm and an output. Out: a sheet of instructions, the form's
// sheets, a hidden sheet with long lists of choices. Invariant: same form, same bytes; every row below a
// header of the form is data or empty, so that the table reader takes the filled workbook as it is; only
// cells to type into are unlocked. Used by `mẫu-nhập`.

import ThiDuaNumber
import ThiDuaText

public struct InputFormWriter {
  private let book: WorkbookWriter
  private let form: InputForm
  private let looks: Looks
  private var choices = ChoiceLists()

  /// Sheets that every form has beside its own.
  public static let instructionSheet = "Hướng dẫn"
  private static let choiceSheet = "Danh mục"

  /// Rows ruled for typing below the given ones, and rows whose cells are checked while typing.
  private static let ruledRows = 30
  private static let checkedRows = 1000

  /// Writes the form into a file.
  public static func write(
    _ form: InputForm, to file: OutputFile
  ) throws(WorkbookWriter.Failure) {
    try PlainNumbers.during { () throws(WorkbookWriter.Failure) in
      let book = try WorkbookWriter(
        file, WorkbookWriter.Properties(title: form.title, subject: "Mẫu nhập số liệu"))
      var writer = InputFormWriter(book: book, form: form, looks: Looks(book))
      writer.write()
      try book.close()
    }
  }

  private mutating func write() {
    writeInstructions(book.addSheet(Self.instructionSheet))
    for sheet in form.sheets { write(sheet, book.addSheet(sheet.name)) }
    if !choices.lists.isEmpty { writeChoices(book.addSheet(Self.choiceSheet)) }
  }

  // MARK: The sheet of instructions

  private static let instructionWidths: [Double] = [24, 30, 60, 60]

  private func writeInstructions(_ sheet: SheetWriter) {
    for (column, width) in Self.instructionWidths.enumerated() {
      sheet.setColumns(column...column, width: width)
    }
    let columns = 0...Self.instructionWidths.count - 1
    var row = 0
    sheet.merged(form.title, rows: row...row, columns: columns, looks.title)
    row += 1
    for paragraph in form.instructions {
      sheet.merged(paragraph, rows: row...row, columns: columns, looks.paragraph)
      let width = Self.instructionWidths.reduce(0, +)
      sheet.setRow(row, height: SheetLook.rowHeight([(paragraph, width)]))
      row += 1
    }
    row += 1
    let header = row
    for (column, title) in ["Trang", "Cột", "Ghi gì", "Quy định"].enumerated() {
      sheet.text(title, row, column, looks.header)
    }
    for part in form.sheets {
      for column in part.columns where !column.isGiven {
        row += 1
        let cells = [part.name, column.title, column.hint, column.note]
        sheet.setRow(
          row, height: SheetLook.rowHeight(zip(cells, Self.instructionWidths).map { ($0, $1) }))
        for (place, text) in cells.enumerated() {
          sheet.text(text, row, place, looks.bordered)
        }
      }
    }
    sheet.hideGrid()
    sheet.setPrinting(repeatedRows: header...header)
    sheet.protect()
  }

  // MARK: A sheet to fill in

  /// Of letters a little smaller than the common ones.
  private static let hintLineHeight = 14.0

  private mutating func write(_ part: InputForm.Sheet, _ sheet: SheetWriter) {
    let header = part.headerRow - 1
    let count = part.columns.count
    var widths: [Double] = []
    for (column, description) in part.columns.enumerated() {
      let own = Self.width(description, part.rows.map { $0[column] })
      sheet.setColumns(
        column...column, width: own, looks.cell(description, isRuled: false))
      widths.append(own)
    }
    if part.firstHeaderRow > 2 {
      sheet.text(part.title, part.firstHeaderRow - 3, 0, looks.title)
      for (column, description) in part.columns.enumerated() {
        sheet.text(description.hint, part.firstHeaderRow - 2, column, looks.hint)
      }
      let lines = zip(part.columns, widths).map { SheetLook.lineCount($0.hint, width: $1 * 1.1) }
      sheet.setRow(
        part.firstHeaderRow - 2, height: Double(lines.max() ?? 1) * Self.hintLineHeight + 4)
    }
    sheet.setRow(
      header, height: SheetLook.headerHeight(zip(part.columns, widths).map { ($0.title, $1) }))
    for (column, description) in part.columns.enumerated() {
      sheet.text(description.title, header, column, looks.header)
      let comment = [description.hint, description.note].filter { !$0.isEmpty }
      if !comment.isEmpty { sheet.comment(comment.joined(separator: "\n"), header, column) }
    }
    let ruled = part.rows.count + (part.isOpen ? Self.ruledRows : 0)
    for row in 0..<ruled {
      for column in 0..<count {
        let place = header + 1 + row
        let description = part.columns[column]
        let cell = row < part.rows.count ? part.rows[row][column] : .blank
        switch cell {
        case .blank: sheet.blank(place, column, looks.cell(description, isRuled: true))
        case .text(let text):
          sheet.text(text, place, column, looks.given(description, isLocked: !part.isOpen))
        case .number(let number):
          sheet.number(number, place, column, looks.given(description, isLocked: !part.isOpen))
        }
      }
    }
    addRules(part, sheet, below: header)
    sheet.filter(rows: header...header + max(1, ruled), columns: 0...count - 1)
    sheet.protect()
    sheet.freeze(rows: header + 1, columns: part.columns.count > 6 ? 1 : 0)
    sheet.setPrinting(
      isLandscape: count > 5, repeatedRows: part.firstHeaderRow - 1...header,
      width: widths.reduce(0, +),
      repeatedColumns: min(2, count))
  }

  private static func width(_ column: InputForm.Column, _ cells: [InputForm.Cell]) -> Double {
    var longest = column.title.count
    for case .text(let text) in cells { longest = max(longest, min(text.count, 60)) }
    if case .oneOf(let texts) = column.rule {
      longest = max(longest, texts.map { min($0.count, 40) }.max() ?? 0)
    }
    return Double(min(max(longest + 3, 14), 60))
  }

  // MARK: What may be typed

  private mutating func addRules(
    _ part: InputForm.Sheet, _ sheet: SheetWriter, below header: Int
  ) {
    let last = header + part.rows.count + (part.isOpen ? Self.checkedRows : 0)
    guard last > header else { return }
    let special = Set(part.rowRules.map(\.column))
    for (column, description) in part.columns.enumerated()
    where !description.isGiven && !special.contains(column) {
      allow(
        description.rule, description.title, description.hint,
        in: SheetWriter.Area(rows: header + 1...last, column: column), sheet)
    }
    for rule in part.rowRules {
      let row = header + 1 + rule.row
      allow(
        rule.rule, part.columns[rule.column].title, rule.hint,
        in: SheetWriter.Area(rows: row...row, column: rule.column), sheet)
    }
  }

  /// Excel's numbers end here; as far as a cell without bounds goes.
  private static let farthest = 1e15
  private static let days = (
    first: CalendarDate(day: 1, month: 3, year: 1900)!,
    last: CalendarDate(day: 31, month: 12, year: 9999)!
  )

  private mutating func allow(
    _ rule: InputForm.Rule, _ title: String, _ hint: String, in area: SheetWriter.Area,
    _ sheet: SheetWriter
  ) {
    let typed: SheetWriter.Rule
    switch rule {
    case .anything: typed = .anything
    case .date: typed = .date(from: Self.days.first, to: Self.days.last)
    case .number(let low, let high, let isWhole):
      let (from, to) = (Self.double(low) ?? -Self.farthest, Self.double(high) ?? Self.farthest)
      typed = isWhole ? .wholeNumber(from: from, to: to) : .number(from: from, to: to)
    case .oneOf(let texts):
      typed =
        ChoiceLists.fitInARule(texts)
        ? .oneOf(texts) : .oneOfCells(choices.formula(texts, sheet: Self.choiceSheet))
    }
    sheet.allow(
      typed, in: area, hint: (title, hint),
      refusal: ("Chưa đúng", "Cột \"\(title)\": \(hint). Bấm Cancel để giữ ô như trước."))
  }

  private static func double(_ number: Exact?) -> Double? {
    guard let number, case .binary(let value) = CellNumber(number) else { return nil }
    return value
  }

  private func writeChoices(_ sheet: SheetWriter) {
    for (column, list) in choices.lists.enumerated() {
      for (row, text) in list.enumerated() { sheet.text(text, row, column, looks.plain) }
    }
    sheet.protect()
    sheet.hide()
  }
}

/// Choices that stand on a sheet of their own.
private struct ChoiceLists {
  private(set) var lists: [[String]] = []

  /// Letters of all choices of a rule together, commas included.
  private static let mostLetters = 250

  static func fitInARule(_ texts: [String]) -> Bool {
    !texts.contains { $0.contains(",") || $0.contains("\"") }
      && texts.map { $0.utf16.count + 1 }.reduce(0, +) <= mostLetters
  }

  /// The cells that hold the choices; the same choices are kept once.
  mutating func formula(_ texts: [String], sheet: String) -> String {
    let place = lists.firstIndex(of: texts) ?? lists.count
    if place == lists.count { lists.append(texts) }
    let column = SheetGrid.columnName(place)
    return "='\(sheet)'!$\(column)$1:$\(column)$\(texts.count)"
  }
}

/// The styles of a form.
private struct Looks {
  typealias Style = WorkbookWriter.Style
  let title, paragraph, header, hint, bordered, plain: Style
  private let book: WorkbookWriter

  private static let headerColor: UInt32 = 0xDCE6F1
  private static let givenColor: UInt32 = 0xF2F2F2
  private static let hintColor: UInt32 = 0x595959

  init(_ book: WorkbookWriter) {
    self.book = book
    var style = CellStyle()
    plain = book.style(style)
    style.wraps = true
    paragraph = book.style(style)
    bordered = book.style(style.with { $0.hasBorder = true })
    title = book.style(
      CellStyle().with {
        $0.isBold = true
        $0.size = 14
      })
    header = book.style(
      style.with {
        $0.isBold = true
        $0.alignment = .center
        $0.hasBorder = true
        $0.background = Self.headerColor
      })
    hint = book.style(
      style.with {
        $0.isItalic = true
        $0.size = 10
        $0.alignment = .center
        $0.color = Self.hintColor
      })
  }

  /// A cell to type into.
  func cell(_ column: InputForm.Column, isRuled: Bool) -> Style {
    book.style(
      style(column).with {
        $0.hasBorder = isRuled
        $0.isUnlocked = true
      })
  }

  /// A cell that is filled already.
  func given(_ column: InputForm.Column, isLocked: Bool) -> Style {
    book.style(
      style(column).with {
        $0.hasBorder = true
        $0.background = Self.givenColor
        $0.isUnlocked = !isLocked
      })
  }

  private func style(_ column: InputForm.Column) -> CellStyle {
    var style = CellStyle()
    switch column.content {
    case .text:
      style.numberFormat = CellStyle.textFormat
      style.wraps = column.isGiven
    case .number: break
    case .whole: style.numberFormat = "0"
    case .percent: style.numberFormat = CellStyle.percentFormat(decimals: 2)
    case .date: style.numberFormat = CellStyle.dateFormat
    }
    return style
  }
}
