// Wording of the console's own commands: codes TL060… In: what was typed. Out: finished diagnostics and
// their explanations. Used by the workbench.

/// Constructors and catalogue entries of the console's commands.
public enum DialogueMessages {
  /// `lưu thành` without a name.
  public static func missingFileName() -> Diagnostic {
    Diagnostic(
      code: "TL060", message: "chưa nói lưu thành tệp nào",
      advice: "Viết tên tệp trong ngoặc kép, ví dụ: lưu thành \"phien-hop.thidua\".")
  }

  /// `lưu thành` would replace a file that this session did not write.
  public static func fileExists(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "TL061", message: "đã có tệp \(Wording.quotedPath(path))",
      why: "Máy không ghi đè tệp mà phiên làm việc này không tự tạo ra.",
      advice: "Chọn tên khác, hoặc xóa tệp cũ nếu không cần nữa.")
  }

  /// `hoàn tác` or `làm lại` with nothing to do.
  public static func nothingToDo(isUndo: Bool) -> Diagnostic {
    Diagnostic(
      .warning, code: "TL062",
      message: isUndo ? "không có gì để hoàn tác" : "không có gì để làm lại",
      advice: isUndo
        ? "Chỉ hoàn tác được những khai báo và thay đổi gõ trong phiên này."
        : "Làm lại chỉ dùng ngay sau hoàn tác.")
  }

  /// `trợ giúp X` where nobody knows X.
  public static func unknownTopic(_ phrase: String, suggestions: [String]) -> Diagnostic {
    Diagnostic(
      .warning, code: "TL063", message: "không có mục trợ giúp nào tên \(Wording.quoted(phrase))",
      advice: suggestions.isEmpty
        ? "Gõ: trợ giúp — để xem các việc làm được ở đây."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL060", title: "thiếu tên tệp",
      explanation: "Lệnh lưu thành cần tên tệp để ghi phiên làm việc; tệp nằm cạnh kịch bản.",
      wrongExample: "lưu thành", rightExample: "lưu thành \"phien-hop.thidua\""),
    CatalogueEntry(
      code: "TL061", title: "tệp đã có",
      explanation: "Để không làm mất kịch bản nào, lưu thành không ghi đè tệp có sẵn.",
      wrongExample: "lưu thành \"phong-trao.thidua\"",
      rightExample: "lưu thành \"phong-trao-phuong-an-2.thidua\""),
    CatalogueEntry(
      code: "TL062", title: "không có gì để hoàn tác hoặc làm lại",
      explanation: "Hoàn tác lùi lại từng khai báo đã gõ trong phiên; làm lại đưa chúng trở về.",
      wrongExample: "hoàn tác   (khi chưa gõ khai báo nào)",
      rightExample: "tham số hệ số = 2\nhoàn tác"),
    CatalogueEntry(
      code: "TL063", title: "không có mục trợ giúp",
      explanation: "Trợ giúp biết các từ của ngôn ngữ, các hàm có sẵn và các tên trong kịch bản.",
      wrongExample: "trợ giúp tong diem thi dua", rightExample: "trợ giúp xếp loại"),
  ]
}
