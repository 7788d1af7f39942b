// One sheet of a workbook being written. In: cells by row and column, both counted from 0. Out: calls to the
// library. Invariant: as WorkbookWriter; a number is the one nearest to the exact value, a text is never a
// formula, and rows or letters beyond Excel's bounds are an error, never cut.

import CXlsxWriter
import ThiDuaNumber
import ThiDuaText

/// Writes the cells of a sheet and how it is shown and printed.
public struct SheetWriter {
  public typealias Style = WorkbookWriter.Style
  public static let rowLimit = 1_048_576
  public static let columnLimit = 16_384

  /// As it stands on the sheet's tab.
  public let name: String
  let workbook: WorkbookWriter
  let sheet: UnsafeMutablePointer<lxw_worksheet>?
  var library: td_xlsx_library { workbook.library }
  let paper = PaperMeasure()

  init(
    _ workbook: WorkbookWriter, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, name: String
  ) {
    self.workbook = workbook
    self.sheet = sheet
    self.name = name
    ignoreNumbersInTexts()
  }

  // MARK: Cells

  /// A text, whatever it looks like.
  public func text(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
    guard isInside(row, column) else { return }
    let safe = CellText.safe(text)
    let length = CellText.length(safe)
    guard length <= CellText.limit else {
      workbook.note(
        DataMessages.cellTextTooLong(
          workbook.file.name, sheet: name, cell: SheetGrid.columnName(column) + String(row + 1),
          length: length,
          span: workbook.file.span))
      return
    }
    if safe.isEmpty {
      blank(row, column, style)
    } else {
      _ = library.worksheet_write_string(
        sheet, UInt32(row), UInt16(column), safe,
        CellText.needsTextFormat(safe) ? workbook.literal(style) : style.format)
    }
  }

  /// A number as near as a workbook has it; one of more than 15 digits as its digits.
  public func number(_ number: Exact, _ row: Int, _ column: Int, _ style: Style) {
    guard isInside(row, column) else { return }
    switch CellNumber(number) {
    case .binary(let value): binary(value, row, column, style)
    case .text(let digits): text(digits, row, column, style)
    }
  }

  /// A day; the style has to show it as one.
  public func date(_ date: CalendarDate, _ row: Int, _ column: Int, _ style: Style) {
    guard isInside(row, column) else { return }
    if let serial = CellNumber.serial(date) {
      binary(serial, row, column, style)
    } else {
      text(date.text, row, column, style)
    }
  }

  /// A cell with a style and nothing in it.
  public func blank(_ row: Int, _ column: Int, _ style: Style) {
    guard isInside(row, column) else { return }
    _ = library.worksheet_write_blank(sheet, UInt32(row), UInt16(column), style.format)
  }

  private func binary(_ value: Double, _ row: Int, _ column: Int, _ style: Style) {
    _ = library.worksheet_write_number(sheet, UInt32(row), UInt16(column), value, style.format)
  }

  /// One cell over several, with a text; a single one is written as such.
  public func merged(
    _ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: Style
  ) {
    guard rows.count > 1 || columns.count > 1 else {
      self.text(text, rows.lowerBound, columns.lowerBound, style)
      return
    }
    guard isInside(rows.upperBound, columns.upperBound) else { return }
    _ = library.worksheet_merge_range(
      sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
      UInt16(columns.upperBound), "", style.format)
    self.text(text, rows.lowerBound, columns.lowerBound, style)
  }

  /// A note that shows when the pointer is over the cell.
  public func comment(_ text: String, _ row: Int, _ column: Int) {
    guard isInside(row, column) else { return }
    CStrings.with(["ThiDua", WorkbookWriter.font]) { texts in
      var options = lxw_comment_options()
      options.author = texts[0]
      options.font_name = texts[1]
      options.font_size = 10
      options.x_scale = 2
      _ = library.worksheet_write_comment_opt(
        sheet, UInt32(row), UInt16(column), CellText.safe(text), &options)
    }
  }

  /// Notes a sheet that outgrows Excel.
  private func isInside(_ row: Int, _ column: Int) -> Bool {
    if row < Self.rowLimit, column < Self.columnLimit { return true }
    workbook.note(
      DataMessages.sheetTooLarge(
        workbook.file.name, sheet: name, rows: row >= Self.rowLimit, span: workbook.file.span))
    return false
  }

  // MARK: Rows and columns

  /// Height in points, nil: as the text needs; `level` steps into the outline.
  public func setRow(
    _ row: Int, height: Double? = nil, level: Int = 0, isHidden: Bool = false,
    isCollapsed: Bool = false
  ) {
    guard isInside(row, 0) else { return }
    paper.setRow(row, height: height ?? PaperMeasure.commonHeight, isHidden: isHidden)
    var options = lxw_row_col_options(
      hidden: isHidden ? 1 : 0, level: UInt8(clamping: min(level, 7)),
      collapsed: isCollapsed ? 1 : 0)
    _ = library.worksheet_set_row_opt(
      sheet, UInt32(row), height ?? LXW_DEF_ROW_HEIGHT, nil, &options)
  }

  /// Width in letters; `level` steps into the outline, folded into the column on their left.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double, _ style: Style? = nil, level: Int = 0,
    isHidden: Bool = false
  ) {
    guard isInside(0, columns.upperBound) else { return }
    paper.setColumns(columns, width: width, isHidden: isHidden)
    var options = lxw_row_col_options(
      hidden: isHidden ? 1 : 0, level: UInt8(clamping: min(level, 7)), collapsed: 0)
    _ = library.worksheet_set_column_opt(
      sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, style?.format,
      &options)
  }

  /// Keeps the first rows and columns in sight.
  public func freeze(rows: Int, columns: Int = 0) {
    library.worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
  }

  /// Filters over the columns; the first row is the header.
  public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    _ = library.worksheet_autofilter(
      sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
      UInt16(columns.upperBound))
  }

  /// Details fold into the line above them and the column on their left.
  public func foldIntoFirst() { library.worksheet_outline_settings(sheet, 1, 0, 0, 0) }

  /// The sheet stays out of sight until the user asks for it.
  public func hide() { library.worksheet_hide(sheet) }

  /// Only unlocked cells take typing; widths, heights, sorting and filters stay free. Without a password, so
  /// that the office can lift it.
  public func protect() {
    var options = lxw_protection()
    options.format_columns = 1
    options.format_rows = 1
    options.sort = 1
    options.autofilter = 1
    library.worksheet_protect(sheet, nil, &options)
  }

  // MARK: Printing

  /// Letters that still can be read side by side on a page across, at a little less than half the common size.
  private static let lettersOfPage = 300.0

  /// Pages that columns so wide together take side by side.
  static func pagesAcross(width: Double) -> Int {
    max(1, Int((width / lettersOfPage).rounded(.up)))
  }

  /// A4, all columns on one page unless `width` (of all of them, in letters) is too much for it, page numbers;
  /// `repeatedRows` on top of every page, the first columns on the left of pages that go on.
  public func setPrinting(
    isLandscape: Bool = true, repeatedRows: ClosedRange<Int>? = nil, width: Double = 0,
    repeatedColumns: Int = 0
  ) {
    library.worksheet_set_paper(sheet, 9)
    if isLandscape { library.worksheet_set_landscape(sheet) }
    library.worksheet_set_margins(sheet, 0.6, 0.5, 0.6, 0.7)
    let pages = Self.pagesAcross(width: width)
    library.worksheet_fit_to_pages(sheet, UInt16(clamping: pages), 0)
    library.worksheet_center_horizontally(sheet)
    paper.repeatedRows = repeatedRows
    paper.pagesAcross = pages
    if let rows = repeatedRows {
      _ = library.worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    }
    if pages > 1, repeatedColumns > 0 {
      _ = library.worksheet_repeat_columns(sheet, 0, UInt16(clamping: repeatedColumns - 1))
    }
    _ = library.worksheet_set_footer(
      sheet, "&C&\"\(WorkbookWriter.font),Regular\"&10Trang &P/&N")
  }

  /// No lines between the cells but the borders, on the screen as on paper.
  public func hideGrid() {
    library.worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Codes such as `007` are texts on purpose: no green corners.
  private func ignoreNumbersInTexts() {
    _ = library.worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }
}
