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

  static let questionEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT420", title: "\"vì sao không\" cần một danh hiệu",
      explanation: "\"vì sao không\" nêu từng điều kiện mà một đối tượng còn thiếu để đạt một danh "
        + "hiệu hay hình thức khen thưởng, nên phải nói rõ danh hiệu nào, của ai.",
      wrongExample: "vì sao không tập thể \"A\"",
      rightExample: "vì sao không tập thể xuất sắc của tập thể \"A\"")
  ]
}
