// What can be wrong about reports and documents before anything is reckoned.

extension CheckMessages {
  /// `xuất báo cáo ra "bao-cao.doc"`.
  public static func reportFormUnknown(
    _ name: String, forms: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT510", message: "không xuất được báo cáo ra tệp \(Wording.quotedPath(name))",
      span: span,
      why: "Đuôi tên tệp cho biết báo cáo ở dạng nào; các dạng có sẵn là "
        + forms.joined(separator: ", ") + ".",
      advice: "Viết như: xuất báo cáo ra \"bao-cao\(forms.first ?? "")\".")
  }

  static let deliveryEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT510", title: "báo cáo ở dạng không có",
      explanation:
        "Báo cáo đầy đủ được viết ở dạng mà đuôi tên tệp nói: .html là trang để chiếu và "
        + "in, .xlsx là sổ tính Excel, .json để phần mềm khác đọc.",
      wrongExample: "xuất báo cáo ra \"bao-cao.pdf\"",
      rightExample: "xuất báo cáo ra \"bao-cao.html\"")
  ]
}
