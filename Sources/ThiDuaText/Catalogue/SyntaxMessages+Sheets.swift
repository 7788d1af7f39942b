// Wording of what is wrong with clauses about sheets of a workbook. In: rows. Out: finished diagnostics.
// Part of SyntaxMessages; see there.

extension SyntaxMessages {
  private static let sheetRowsExample =
    "dữ liệu tập thể từ \"tap-the.xlsx\", dòng tiêu đề 4 đến 5, đến dòng 25"

  /// A row that no sheet has.
  public static func noSuchSheetRow(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP460", message: "trang Excel không có dòng này", span: span,
      why: "Các dòng của một trang đánh số từ 1 đến 1.048.576.",
      advice: "Xem số ở lề trái của trang trong Excel.")
  }

  /// `dòng tiêu đề 5 đến 4`.
  public static func headerRowsOutOfOrder(
    _ first: Int, _ last: Int, most: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP460", message: "tiêu đề không thể ở dòng \(first) đến \(last)", span: span,
      why: "Dòng đầu phải đứng trước dòng cuối, và tiêu đề không quá \(most) dòng.",
      advice: "Xem số ở lề trái của trang trong Excel, rồi viết như: dòng tiêu đề 4 đến 5.")
  }

  /// `dòng tiêu đề 5, đến dòng 3`.
  public static func sheetEndsBeforeHeader(_ row: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP460", message: "dòng cuối của bảng (\(row)) không ở dưới tiêu đề", span: span,
      why: "Số liệu đứng dưới tiêu đề, nên bảng phải kết thúc ở một dòng sau tiêu đề.",
      advice: "Xem số ở lề trái của trang trong Excel.")
  }

  /// Explanations of the codes above.
  static let sheetEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP460", title: "số dòng của trang Excel không đúng",
      explanation:
        "\"dòng tiêu đề\" và \"đến dòng\" ghi số của dòng như Excel ghi ở lề trái. Tiêu đề "
        + "có thể gồm nhiều dòng: dòng tiêu đề 4 đến 5. Dòng cuối của bảng phải ở dưới tiêu đề.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xlsx\", dòng tiêu đề 5 đến 4",
      rightExample: sheetRowsExample)
  ]
}
