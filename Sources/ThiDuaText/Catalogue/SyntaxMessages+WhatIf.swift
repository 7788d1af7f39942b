// Wording of the syntax stage: scenarios and questions (CP440…). See SyntaxMessages.

extension SyntaxMessages {
  /// `giả sử a + b = 3`: only fields of subjects and parameters can be assumed.
  public static func assumptionTarget(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP440",
      message:
        "không giả sử được giá trị của \(Wording.quoted(Wording.visible(written, limit: 60)))",
      span: span,
      why: "Trước dấu = phải là một trường số liệu của đối tượng, hoặc một tham số.",
      advice:
        "Viết như: giả sử số tin bài của tập thể \"A\" = 12; hoặc: giả sử tham số mức sàn = 60.")
  }

  /// A statement inside a scenario that changes nothing a scenario may change.
  public static func notInScenario(_ head: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP441", message: "\(Wording.quoted(head)) không đứng được trong khối giả sử",
      span: span,
      why: "Khối giả sử chỉ nêu số liệu, tham số và quy tắc khác đi.",
      advice: "Đưa dòng này ra ngoài khối; nếu khối đã xong thì thêm một dòng: hết.")
  }

  /// A line of a scenario that is neither an assumption nor a rule.
  public static func scenarioLine(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP442",
      message:
        "không hiểu dòng \(Wording.quoted(Wording.visible(written, limit: 60))) trong khối giả sử",
      span: span,
      why: "Dòng trong khối giả sử phải là TRƯỜNG của ĐỐI TƯỢNG = GIÁ TRỊ, tham số TÊN = GIÁ TRỊ, "
        + "hoặc một quy tắc viết lại.",
      advice: "Viết như: kỷ luật lãnh đạo của tập thể \"E\" = \"Không\".")
  }

  /// Explanations of the codes above.
  static let whatIfEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP440", title: "giả sử một phép tính",
      explanation: "Chỉ giả sử được số liệu nhập và tham số. Kết quả của quy tắc tự tính lại theo "
        + "chúng; muốn đổi quy tắc thì viết lại quy tắc trong khối giả sử.",
      wrongExample: "giả sử 2 * số tin bài của tập thể \"A\" = 12",
      rightExample: "giả sử số tin bài của tập thể \"A\" = 6"),
    CatalogueEntry(
      code: "CP441", title: "lệnh trong khối giả sử",
      explanation:
        "Khối giả sử là một khai báo: nó nêu điều khác đi, không làm gì cả. Các lệnh in, "
        + "xuất, so sánh viết sau khối.",
      wrongExample: "giả sử \"A thêm bài\"\n  in tổng điểm của tập thể \"A\"\nhết",
      rightExample: "giả sử \"A thêm bài\"\n  số tin bài của tập thể \"A\" = 12\nhết\n"
        + "so sánh hiện hành với \"A thêm bài\""),
    CatalogueEntry(
      code: "CP442", title: "dòng lạ trong khối giả sử",
      explanation: "Mỗi dòng của khối giả sử là một số liệu, một tham số, hoặc mở đầu một quy tắc "
        + "viết lại.",
      wrongExample: "giả sử \"A thêm bài\"\n  A có 12 tin bài\nhết",
      rightExample: "giả sử \"A thêm bài\"\n  số tin bài của tập thể \"A\" = 12\nhết"),
  ]
}
