// Wording of the checking stage: scenarios and questions (KT440…). See CheckMessages.

extension CheckMessages {
  /// An assumption about something that rules compute.
  public static func assumedResult(_ name: String, kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT440", message: "\(Wording.quoted(name)) của \(kind) là kết quả của quy tắc",
      span: span,
      why: "Chỉ giả sử được số liệu nhập; kết quả tự tính lại theo số liệu.",
      advice: "Giả sử số liệu mà quy tắc dùng, hoặc viết lại quy tắc trong khối giả sử.")
  }

  /// An assumption about a name that is no parameter.
  public static func assumedNotParameter(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      code: "KT441", message: "không có tham số nào tên \(Wording.quoted(name))", span: span,
      why: "Không có \"của\" thì giả sử đổi một tham số của kịch bản.",
      advice: "Trường của đối tượng thì viết: \(name) của tập thể \"A\" = ….")
    diagnostic.notes = suggestions.map { "Có phải \(Wording.quoted($0)) không?" }
    return diagnostic
  }

  /// A rule of a scenario that stands in the place of none.
  public static func replacesNothing(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT442", message: "kịch bản không có quy tắc \(Wording.quoted(name)) để thay",
      span: span,
      why: "Quy tắc viết trong khối giả sử đứng vào chỗ quy tắc cùng tên của kịch bản.",
      advice: "Ghi đúng tên (và \"của\" loại đối tượng) như trong kịch bản.")
  }

  /// A scenario that nobody declares.
  public static func unknownScenario(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      code: "KT443", message: "không có giả sử nào tên \(Wording.quoted(name))", span: span,
      why: "Tên trong ngoặc kép phải là tên của một khối giả sử trong kịch bản.",
      advice: "Khai: giả sử \(Wording.quoted(name)) … hết.")
    diagnostic.notes = suggestions.map { "Có phải \(Wording.quoted($0)) không?" }
    return diagnostic
  }

  /// Two scenarios of one name.
  public static func repeatedScenario(_ name: String, span: Span, first: Span) -> Diagnostic {
    var diagnostic = Diagnostic(
      code: "KT444", message: "giả sử \(Wording.quoted(name)) khai hai lần", span: span,
      advice: "Đổi tên một trong hai, hoặc gộp lại.")
    diagnostic.labels.append(.init(first, "lần đầu ở đây"))
    return diagnostic
  }

  /// Scenarios that build on each other in a circle.
  public static func scenarioCircle(_ names: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT445",
      message:
        "các giả sử dựa vòng quanh nhau: \(names.map(Wording.quoted).joined(separator: " → "))",
      span: span, why: "Giả sử này thêm vào giả sử kia thì giả sử kia không thể lại thêm vào nó.",
      advice: "Bỏ một vế \"trên cơ sở\".")
  }

  /// An input to go through that is not written as one with its values.
  public static func axisExpected(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT446", message: "ở đây cần một số liệu và các giá trị của nó", span: span,
      why: "Bảng giả sử cho một số liệu nhập, hay một tham số, đi lần lượt qua các giá trị.",
      advice:
        "Viết như: số tin bài của tập thể \"A\" từ 0 đến 12, bước 2; hoặc: kỷ luật lãnh đạo của "
        + "tập thể \"A\" nằm trong [\"Không\"; \"Khiển trách\"].")
  }

  /// A search for something that is no input of one subject and no parameter.
  public static func searchedInputExpected(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT447", message: "ở đây cần một trường số liệu của một đối tượng, hoặc một tham số",
      span: span, why: "Chỉ số liệu nhập và tham số mới đổi được để điều kiện đúng.",
      advice:
        "Viết như: cần bao nhiêu số tin bài của tập thể \"A\" để tổng điểm của tập thể \"A\" từ "
        + "90 trở lên.")
  }

  /// `độ vững của` something that is no rank, level or award.
  public static func resultExpected(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      code: "KT448", message: "không có hạng, mức hay danh hiệu nào tên \(Wording.quoted(name))",
      span: span, why: "Độ vững là của một kết quả xếp hạng, xếp loại hoặc xét danh hiệu.",
      advice: "Viết như: độ vững của hạng trong cụm 1.")
    diagnostic.notes = suggestions.map { "Có phải \(Wording.quoted($0)) không?" }
    return diagnostic
  }

  /// A group that the subjects asked about cannot be in.
  public static func groupExpected(_ name: String, kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT449", message: "không biết \(kind) nào ở trong chỗ này", span: span,
      why:
        "\(Wording.quoted(name)) không xếp riêng trong mỗi nhóm nào như vậy, và \(kind) không có "
        + "trường nào trỏ đến đây.",
      advice: "Ghi danh sách: độ vững của \(name) của \(kind) mà ….")
  }

  /// A question whose condition names nobody.
  public static func nobodyAsked(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT450", message: "điều kiện không nói đến đối tượng nào", span: span,
      why: "Câu hỏi \"cần gì để\" thử đổi số liệu của đối tượng được gọi tên trong điều kiện.",
      advice: "Viết như: cần gì để đạt giấy khen của tập thể \"A\".")
  }

  /// Explanations of the codes above.
  static let whatIfEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT440", title: "giả sử một kết quả",
      explanation: "Giả sử đổi số liệu nhập, tham số hoặc quy tắc; kết quả là cái được tính lại.",
      wrongExample: "giả sử tổng điểm của tập thể \"A\" = 95",
      rightExample: "giả sử số tin bài của tập thể \"A\" = 12"),
    CatalogueEntry(
      code: "KT441", title: "giả sử một tham số chưa khai",
      explanation: "Tên đứng một mình trước dấu = trong giả sử phải là tham số của kịch bản.",
      wrongExample: "giả sử số tin bài = 12",
      rightExample: "giả sử số tin bài của tập thể \"A\" = 12"),
    CatalogueEntry(
      code: "KT442", title: "quy tắc giả sử không thay quy tắc nào",
      explanation: "Trong khối giả sử, một quy tắc viết lại thay quy tắc cùng loại, cùng tên, cùng "
        + "loại đối tượng của kịch bản.",
      wrongExample: "giả sử \"Điều lệ mới\"\n  tiêu chí 9.9 của tập thể: chấm trực tiếp\nhết",
      rightExample: "giả sử \"Điều lệ mới\"\n  tổng điểm của tập thể = nhóm 1 + 2 * nhóm 2\nhết"),
    CatalogueEntry(
      code: "KT443", title: "giả sử chưa khai",
      explanation: "So sánh và \"giả sử theo\" gọi tên những khối giả sử đã khai.",
      wrongExample: "so sánh hiện hành với \"A thêm bài\"   # không có khối này",
      rightExample: "giả sử \"A thêm bài\"\n  số tin bài của tập thể \"A\" = 12\nhết\n"
        + "so sánh hiện hành với \"A thêm bài\""),
    CatalogueEntry(
      code: "KT444", title: "giả sử khai hai lần",
      explanation: "Mỗi khối giả sử cần một tên riêng để gọi.",
      wrongExample: "giả sử \"1\"\nhết\ngiả sử \"1\"\nhết",
      rightExample: "giả sử \"1\"\nhết\ngiả sử \"2\"\nhết"),
    CatalogueEntry(
      code: "KT445", title: "giả sử dựa vòng quanh",
      explanation: "\"trên cơ sở\" xếp các giả sử chồng lên nhau, nên không thể thành vòng.",
      wrongExample: "giả sử \"1\", trên cơ sở \"2\"\nhết\ngiả sử \"2\", trên cơ sở \"1\"\nhết",
      rightExample: "giả sử \"1\"\nhết\ngiả sử \"2\", trên cơ sở \"1\"\nhết"),
    CatalogueEntry(
      code: "KT446", title: "bảng giả sử thiếu giá trị",
      explanation: "Sau \"theo\" là một số liệu nhập hay tham số, với khoảng (từ … đến …, bước …) "
        + "hoặc danh sách giá trị (nằm trong […]).",
      wrongExample: "bảng giả sử: tổng điểm của tập thể \"A\" theo số tin bài của tập thể \"A\"",
      rightExample: "bảng giả sử: tổng điểm của tập thể \"A\" theo số tin bài của tập thể \"A\" "
        + "từ 0 đến 12, bước 2"),
    CatalogueEntry(
      code: "KT447", title: "cần bao nhiêu của cái không đổi được",
      explanation: "\"cần bao nhiêu\" tìm giá trị của một số liệu nhập của một đối tượng, hay của "
        + "một tham số.",
      wrongExample: "cần bao nhiêu tổng điểm của tập thể \"A\" để hạng của tập thể \"A\" = 1",
      rightExample: "cần bao nhiêu số tin bài của tập thể \"A\" để hạng của tập thể \"A\" = 1"),
    CatalogueEntry(
      code: "KT448", title: "độ vững của cái không phải kết quả",
      explanation: "\"độ vững của\" hỏi hạng, mức xếp loại hay danh hiệu dễ đổi đến đâu.",
      wrongExample: "độ vững của số tin bài trong cụm 1",
      rightExample: "độ vững của hạng trong cụm 1"),
    CatalogueEntry(
      code: "KT449", title: "không biết ai ở trong nhóm ấy",
      explanation: "Sau \"trong\" là một cụm, một khối… mà đối tượng thuộc về: giá trị của trường "
        + "dùng để xếp riêng, hoặc đối tượng mà một trường trỏ đến.",
      wrongExample: "độ vững của hạng trong 3   # hạng không xếp riêng theo số nào",
      rightExample: "độ vững của hạng của tập thể mà số tin bài = 3"),
    CatalogueEntry(
      code: "KT450", title: "cần gì để: không nói của ai",
      explanation: "Điều kiện phải gọi tên đối tượng mà số liệu của nó được thử đổi.",
      wrongExample: "cần gì để mức sàn từ 60 trở lên",
      rightExample: "cần gì để tổng điểm của tập thể \"A\" từ 60 trở lên"),
  ]
}
