// Wording of what the checker finds before a run: codes KT001… (kiểm tra tên, loại, vòng tròn).
// In: names, kinds and spans. Out: finished diagnostics. The checker itself never words anything.

/// Constructors and catalogue entries of the checking stage.
public enum CheckMessages {
  /// A name nobody declared, with at most three close ones.
  public static func unknownName(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(name))", span: span,
      why: "Tên phải được khai báo trong kịch bản hoặc là tên của một trường dữ liệu.",
      advice: suggestions.isEmpty
        ? "Kiểm tra lại cách viết, hoặc khai báo tên này."
        : "Có phải ý anh/chị là \(Wording.alternatives(suggestions))?",
      fix: suggestions.count == 1 ? Diagnostic.Fix(span, suggestions[0]) : nil)
  }

  /// The same name declared twice.
  public static func duplicateName(_ name: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT002", message: "tên \(Wording.quoted(name)) được khai báo hai lần", span: span,
      label: "khai báo lần nữa ở đây", labels: [.init(first, "khai báo lần đầu ở đây")],
      why: "Mỗi tên chỉ được có một nghĩa cho mỗi loại đối tượng.",
      advice: "Đổi một trong hai tên, hoặc bỏ khai báo thừa.")
  }

  /// Fields that need each other; `names` lists the circle in order, without repeating the first.
  public static func cycle(_ names: [String], spans: [Span]) -> Diagnostic {
    let circle = (names + names.prefix(1)).map(Wording.quoted).joined(separator: " → ")
    return Diagnostic(
      code: "KT003", message: "cách tính đi thành vòng tròn: \(circle)",
      span: spans.first ?? .none,
      labels: zip(names, spans).dropFirst().map { .init($1, "\(Wording.quoted($0)) ở đây") },
      why: "Không tính được giá trị nào trước, vì giá trị nào cũng cần giá trị khác trong vòng.",
      advice: "Bỏ một mối nối trong vòng, chẳng hạn dùng dữ liệu nhập thay cho giá trị tính.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT001", title: "tên chưa được khai báo",
      explanation: "Mọi tên trong công thức phải là một trường dữ liệu, một tiêu chí, một tham số "
        + "hoặc một công thức đã khai báo. Máy tìm những tên gần giống để gợi ý; sai dấu hoặc thiếu "
        + "dấu được coi là gần như giống.",
      wrongExample: "tổng cộng của tập thể = tong diem + điểm thưởng",
      rightExample: "tổng cộng của tập thể = tổng điểm + điểm thưởng"),
    CatalogueEntry(
      code: "KT002", title: "tên khai báo hai lần",
      explanation: "Hai khai báo cùng tên cho cùng một loại đối tượng làm cho công thức có hai "
        + "nghĩa. Cách viết hoa, viết thường và vị trí đặt dấu (hoà, hòa) không làm thành tên khác.",
      wrongExample: "tổng điểm của tập thể = nhóm 1\nTổng điểm của tập thể = nhóm 2",
      rightExample: "tổng điểm của tập thể = nhóm 1 + nhóm 2"),
    CatalogueEntry(
      code: "KT003", title: "cách tính đi thành vòng tròn",
      explanation: "Một giá trị được tính từ giá trị khác, giá trị này lại cần chính giá trị đầu.",
      wrongExample: "a của tập thể = b + 1\nb của tập thể = a - 1",
      rightExample: "a của tập thể = b + 1\nb của tập thể = số văn bản"),
  ]
}
