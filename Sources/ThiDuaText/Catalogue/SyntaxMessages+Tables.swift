// Wording of the syntax stage, part 5: decision tables (CP300…CP301). See SyntaxMessages.swift.

extension SyntaxMessages {
  /// `bảng quyết định` without a title row and at least one row below it.
  public static func tableWithoutRows(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP300", message: "bảng quyết định chưa có dòng nào", span: span,
      why: "Bảng cần một dòng tiêu đề và ít nhất một dòng bên dưới.",
      advice: "Viết các dòng | … | ngay bên dưới, hoặc chép các ô từ Excel rồi dán vào đó.")
  }

  /// A row of a decision table with more or fewer cells than its title row.
  public static func tableRowLength(found: Int, expected: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP301", message: "dòng này có \(found) ô, còn dòng tiêu đề của bảng có \(expected) ô",
      span: span,
      why: "Mỗi ô của một dòng ứng với một cột của tiêu đề.",
      advice: "Ô mà giá trị nào cũng được thì ghi dấu -. Trong Excel, ô gộp phải được tách ra và "
        + "ghi đủ ở từng dòng trước khi chép.")
  }

  static let tableEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP300", title: "bảng quyết định chưa có dòng",
      explanation:
        "Ngay dưới dòng \"bảng quyết định\" là dòng tiêu đề rồi đến các dòng của bảng, ô "
        + "cách nhau bằng dấu | hoặc, khi dán từ Excel, bằng dấu tab.",
      wrongExample: "bảng quyết định \"Mức phạt\" của tập thể",
      rightExample: """
        bảng quyết định "Mức phạt" của tập thể
          | số ngày chậm   | điểm phạt |
          | 0              | 0         |
          | từ 1 trở lên   | 2         |
        """),
    CatalogueEntry(
      code: "CP301", title: "dòng của bảng thiếu ô hoặc thừa ô",
      explanation:
        "Mỗi dòng của bảng quyết định có đúng số ô của dòng tiêu đề. Ô gộp trong Excel khi "
        + "chép ra thành ô trống hoặc mất ô, nên phải tách ra trước.",
      wrongExample: """
        bảng quyết định "Hệ số" của sản phẩm
          | loại việc | số ngày chậm | hệ số |
          | Tham mưu  | 80%          |
        """,
      rightExample: """
        bảng quyết định "Hệ số" của sản phẩm
          | loại việc | số ngày chậm | hệ số |
          | Tham mưu  | -            | 80%   |
        """),
  ]
}
