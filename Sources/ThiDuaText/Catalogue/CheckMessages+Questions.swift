// Wording of what the checker finds in questions (`vì sao`): KT420…KT439. See CheckMessages.swift.

extension CheckMessages {
  /// `vì sao không X` where X is not an award of a subject.
  public static func whyNotNeedsAward(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT420", message: "\"vì sao không\" cần một danh hiệu của một đối tượng", span: span,
      why: "Câu hỏi này tìm những điều kiện mà đối tượng còn thiếu để đạt danh hiệu.",
      advice: "Viết: vì sao không TÊN DANH HIỆU của tập thể \"MÃ\". Hỏi một giá trị khác thì viết "
        + "\"vì sao\" rồi đến giá trị ấy.")
  }

  /// `vì sao không X của …` with a name that is no award of that kind.
  public static func awardAskedUnknown(
    _ name: String, kind: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT421", message: "\(kind) không có danh hiệu nào tên là \(Wording.quoted(name))",
      span: span,
      why: "\"vì sao không\" hỏi về một danh hiệu hoặc hình thức khen thưởng đã khai báo.",
      advice: meant(
        suggestions, otherwise: "Hỏi một giá trị khác thì viết \"vì sao\" rồi đến giá trị ấy."),
      fix: only(suggestions, span))
  }

  static let questionEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT420", title: "\"vì sao không\" cần một danh hiệu",
      explanation: "\"vì sao không\" nêu từng điều kiện mà một đối tượng còn thiếu để đạt một danh "
        + "hiệu hay hình thức khen thưởng, nên phải nói rõ danh hiệu nào, của ai.",
      wrongExample: "vì sao không tập thể \"A\"",
      rightExample: "vì sao không tập thể xuất sắc của tập thể \"A\""),
    CatalogueEntry(
      code: "KT421", title: "hỏi về danh hiệu không có",
      explanation:
        "\"vì sao không\" hỏi về một danh hiệu hoặc hình thức khen thưởng mà kịch bản khai "
        + "báo cho loại đối tượng ấy; điểm, hạng, mức xếp loại thì hỏi bằng \"vì sao\".",
      wrongExample: "vì sao không hạng của tập thể \"A\"",
      rightExample: "vì sao hạng của tập thể \"A\""),
  ]
}
