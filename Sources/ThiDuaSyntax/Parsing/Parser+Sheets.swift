// The clauses that say where in a workbook rows stand: `trang`, `dòng tiêu đề`, `đến dòng`, `điền ô gộp`. In: a
// clause whose words have been passed. Out: SheetClauses. Invariant: rows are rows of a sheet, from 1, and
// a header is short. Used by Parser+Data.

import ThiDuaText

extension Parser {
  static let sheetClauses: [ClauseHead] = [.sheet, .headerRows, .lastRow, .fillMerges]
  private static let sheetForm = "trang \"Cụm 1\", dòng tiêu đề 4 đến 5, đến dòng 25"
  private static let lastRowOfAll = 1_048_576
  private static let mostHeaderRows = 20

  mutating func sheetClause(_ clause: ClauseHead, into sheet: inout SheetClauses?) {
    let start = position
    var clauses = sheet ?? SheetClauses(span: .none)
    switch clause {
    case .sheet: clauses.name = plainText("tên trang").map { ($0.text, $0.span) }
    case .headerRows: clauses.headerRows = headerRows()
    case .lastRow: clauses.lastRow = sheetRow().map { ($0, span(from: start)) }
    default: clauses.fillsMerges = true
    }
    if clauses.span.isNone { clauses.span = span(from: start - clause.wordCount) }
    if let header = clauses.headerRows, let last = clauses.lastRow,
      last.row <= header.rows.upperBound
    {
      fail(SyntaxMessages.sheetEndsBeforeHeader(last.row, span: last.span))
    }
    sheet = clauses
  }

  /// `4` · `4 đến 5`, after `dòng tiêu đề`.
  private mutating func headerRows() -> (rows: ClosedRange<Int>, span: Span)? {
    let start = position
    guard let first = sheetRow() else { return nil }
    guard accept(words: "đến") else { return (first...first, span(from: start)) }
    guard let last = sheetRow() else { return nil }
    guard last >= first, last - first < Parser.mostHeaderRows else {
      fail(
        SyntaxMessages.headerRowsOutOfOrder(
          first, last, most: Parser.mostHeaderRows, span: span(from: start)))
      return nil
    }
    return (first...last, span(from: start))
  }

  private mutating func sheetRow() -> Int? {
    guard current.numeral == .whole || current.numeral == .grouped else {
      failMissing("số thứ tự của dòng", in: Parser.sheetForm)
      return nil
    }
    let digits = source.text(place).filter { $0 != "." }
    guard let row = Int(digits), (1...Parser.lastRowOfAll).contains(row) else {
      fail(SyntaxMessages.noSuchSheetRow(span: place))
      return nil
    }
    position += 1
    return row
  }
}

extension ClauseHead {
  fileprivate var wordCount: Int { rawValue.split(separator: " ").count }
}
