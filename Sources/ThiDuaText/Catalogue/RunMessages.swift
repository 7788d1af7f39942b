// Wording of what goes wrong while a script runs: codes CH001… (khi chạy). In: values, subjects and
// spans. Out: finished diagnostics. The machine reports numbers and places; the words are here.

/// Constructors and catalogue entries of the running stage.
public enum RunMessages {
  /// A division by zero; `subject` names whose value was being computed, if any.
  public static func divisionByZero(span: Span, subject: String?) -> Diagnostic {
    Diagnostic(
      code: "CH001", message: "phép chia cho 0" + ofSubject(subject), span: span,
      why: "Không có số nào là kết quả của phép chia cho 0.",
      advice: "Viết rõ trường hợp mẫu số bằng 0, ví dụ: nếu tổng số = 0 thì 0 ngược lại "
        + "số đạt / tổng số.")
  }

  /// A blank that the script uses as if it had a value.
  public static func blankUsed(_ name: String, span: Span, subject: String?) -> Diagnostic {
    Diagnostic(
      code: "CH002", message: "\(Wording.quoted(name)) còn trống" + ofSubject(subject),
      span: span,
      why: "Ô trống là chưa có số liệu, không phải là 0; máy không tự đoán.",
      advice: "Nhập số liệu còn thiếu, hoặc viết: \(name) nếu trống thì 0.")
  }

  /// ` của "TT01"`, or nothing.
  static func ofSubject(_ subject: String?) -> String {
    subject.map { " (khi tính cho \(Wording.quoted($0)))" } ?? ""
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CH001", title: "chia cho 0",
      explanation: "Mẫu số của phép chia bằng 0 với một đối tượng nào đó. Quy định phải nói rõ khi "
        + "ấy tính thế nào.",
      wrongExample: "tỷ lệ đúng hạn của tập thể = đúng hạn / tổng số hồ sơ",
      rightExample: "tỷ lệ đúng hạn của tập thể = nếu tổng số hồ sơ = 0 thì 100% "
        + "ngược lại đúng hạn / tổng số hồ sơ"),
    CatalogueEntry(
      code: "CH002", title: "dùng giá trị còn trống",
      explanation: "Một trường được để trống thì mỗi chỗ dùng phải nói khi trống tính thế nào.",
      wrongExample: "tổng của tập thể = điểm A + điểm B",
      rightExample: "tổng của tập thể = điểm A + (điểm B nếu trống thì 0)"),
  ]
}
