// Wording of the syntax stage, part 5: `sửa đổi`, `bổ sung`, `thay thế`, `bãi bỏ` (CP320…CP329). See
// SyntaxMessages.swift.

extension SyntaxMessages {
  /// An amendment that does not say what it changes.
  public static func amendmentTargetExpected(
    _ found: String, word: String, heads: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP320",
      message: found.isEmpty
        ? "sau \"\(word)\" phải là quy định cần \(word)"
        : "sau \"\(word)\" phải là một quy định, mà ở đây là \(Wording.quotedSource(found))",
      span: span,
      why: "Máy tìm quy định theo đầu lệnh và mã hoặc tên của nó, như khi khai báo.",
      advice: "Viết, ví dụ: \(word) tiêu chí 4.1, \(word) danh hiệu \"…\" của cá nhân, \(word) "
        + "tổng điểm của tập thể. Các đầu lệnh dùng được: \(heads.joined(separator: ", ")).")
  }

  /// A head whose declarations cannot be changed by that word.
  public static func notAmendable(
    _ head: String, word: String, heads: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP321", message: "không \(word) được \(Wording.quoted(head))", span: span,
      why: "Chỉ những khai báo có tên mới \(word) được; lệnh in, xuất, ví dụ là của riêng từng "
        + "kịch bản.",
      advice: "\(word.first?.uppercased() ?? "")\(word.dropFirst()) được: "
        + "\(heads.joined(separator: ", ")), và TÊN của LOẠI. Hàm, thủ tục, bảng quyết định thì "
        + "viết lại bằng thay thế.")
  }

  /// `áp dụng theo …` without `từ NGÀY`.
  public static func appliesByWithoutDate(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP322", message: "có \"áp dụng theo\" mà chưa nói từ ngày nào", span: span,
      why: "Ngày của từng đối tượng được so với ngày quy định mới có hiệu lực.",
      advice: "Viết thêm ngày, ví dụ: từ 1/9/2026, áp dụng theo ngày nhận hồ sơ.")
  }

  /// Explanations of the codes above.
  static let amendmentEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP320", title: "chưa nói sửa quy định nào",
      explanation: "Sau \"sửa đổi\", \"bổ sung\", \"thay thế\", \"bãi bỏ\" là đầu lệnh và mã "
        + "hoặc tên của quy định đã có.",
      wrongExample: "sửa đổi 4.1, tối đa 12 điểm",
      rightExample: "sửa đổi tiêu chí 4.1, tối đa 12 điểm"),
    CatalogueEntry(
      code: "CP321", title: "loại khai báo này không sửa được bằng từ ấy",
      explanation: "Chỉ khai báo có tên mới sửa, thay, bỏ được. Số liệu, hàm thì thay thế; lệnh "
        + "in, xuất và ví dụ là của riêng từng kịch bản.",
      wrongExample: "sửa đổi ví dụ \"Điểm tối đa\"",
      rightExample: "sửa đổi danh hiệu \"Giấy khen\" của cá nhân\n"
        + "  điều kiện tổng điểm từ 88 trở lên"),
    CatalogueEntry(
      code: "CP322", title: "\"áp dụng theo\" thiếu ngày có hiệu lực",
      explanation: "\"áp dụng theo\" nói so ngày nào của đối tượng; còn phải nói ngày quy định "
        + "mới có hiệu lực bằng \"từ NGÀY\".",
      wrongExample: "sửa đổi tiêu chí 4.1, áp dụng theo ngày nhận hồ sơ",
      rightExample: "sửa đổi tiêu chí 4.1 từ 1/9/2026, áp dụng theo ngày nhận hồ sơ"),
  ]
}
