// A finished report as a workbook: a summary, one sheet a cluster, who is proposed, the reasons, the legal bases. In: a
// report. Out: a file that appears with the other outputs. Invariant: numbers are numbers, texts texts;
// rows go straight to the file, so memory does not grow with the reasons; same report, same bytes.
//
// Each sheet is written from top to bottom by a part of its own, in the files beside this one.

import ThiDuaNumber
import ThiDuaText

/// Writes reports into workbooks.
public enum ResultWorkbook {
  /// Writes the report; reasons are asked for one subject after the other.
  public static func write(
    _ report: ResultReport, to file: OutputFile
  ) throws(WorkbookWriter.Failure) {
    try PlainNumbers.during { () throws(WorkbookWriter.Failure) in
      let book = try WorkbookWriter(
        file, .init(title: report.title, subject: "Kết quả thi đua"), rowsGoStraightToFile: true)
      let composer = ResultSheets(report, book)
      composer.summary()
      composer.boards()
      composer.awards()
      composer.reasons()
      composer.documents()
      try book.close()
    }
  }
}

/// What the parts share: the report, the layouts of its boards, the styles in use.
struct ResultSheets {
  typealias Report = ResultReport
  typealias Column = ResultReport.Column

  let report: ResultReport
  let book: WorkbookWriter
  let layouts: [BoardLayout]
  let bases: BasisLabels
  let looks: Looks

  struct Looks {
    let title, subtitle, heading, fact, factValue, notice, header: WorkbookWriter.Style
    let text, wrapped, centered, whole, quiet: WorkbookWriter.Style

    init(_ book: WorkbookWriter) {
      func style(_ look: CellStyle, _ change: (inout CellStyle) -> Void = { _ in })
        -> WorkbookWriter.Style
      {
        book.style(look.with(change))
      }
      title = style(SheetLook.title)
      subtitle = style(SheetLook.subtitle)
      heading = style(SheetLook.heading)
      fact = style(CellStyle()) {
        $0.isBold = true; $0.height = .top
      }
      factValue = style(CellStyle()) {
        $0.wraps = true; $0.height = .top
      }
      notice = style(CellStyle()) {
        $0.wraps = true
        $0.isItalic = true
        $0.color = SheetLook.warningColor
      }
      header = style(SheetLook.header)
      text = style(SheetLook.body)
      wrapped = style(SheetLook.body) { $0.wraps = true }
      centered = style(SheetLook.body) { $0.alignment = .center }
      whole = style(SheetLook.body) {
        $0.alignment = .center; $0.numberFormat = "#,##0"
      }
      quiet = style(SheetLook.body) {
        $0.wraps = true; $0.color = SheetLook.quietColor
      }
    }
  }

  init(_ report: ResultReport, _ book: WorkbookWriter) {
    self.report = report
    self.book = book
    layouts = report.boards.map { BoardLayout($0) }
    bases = BasisLabels(documents: report.documents)
    looks = Looks(book)
  }

  // MARK: Numbers of a column

  /// Points show as many places as they have, two of those without an end, four at most.
  static func numberFormat(_ board: ResultReport.Board, _ index: Int) -> String {
    let column = board.columns[index]
    var look = NumberLook(
      title: column.title, isIdentifier: column.role == .key || column.role == .name,
      isPercent: column.form == .ratio)
    for row in board.rows {
      if let number = row.cells[index].number { look.add(number, endless: 2) }
    }
    return look.format(most: 4)
  }

  /// The arithmetic mean, exactly; nil of nothing.
  static func mean(_ numbers: [Exact]) -> Exact? {
    guard !numbers.isEmpty else { return nil }
    return numbers.reduce(Exact(0), +).divided(by: Exact(numbers.count))
  }

  /// A header with its row's height.
  func header(
    _ cells: [(title: String, width: Double)], _ sheet: SheetWriter, row: Int, column: Int = 0
  ) {
    sheet.setRow(row, height: SheetLook.headerHeight(cells))
    for (place, cell) in cells.enumerated() {
      sheet.text(cell.title, row, column + place, looks.header)
    }
  }

  /// A merged line as high as its text needs over columns of such widths together.
  func line(
    _ text: String, _ sheet: SheetWriter, row: Int, columns: ClosedRange<Int>, width: Double,
    _ style: WorkbookWriter.Style, lineHeight: Double = SheetLook.lineHeight
  ) {
    sheet.setRow(row, height: lineHeight * Double(SheetLook.lineCount(text, width: width)) + 3)
    sheet.merged(text, rows: row...row, columns: columns, style)
  }
}
