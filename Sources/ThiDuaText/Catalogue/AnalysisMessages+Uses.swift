// Wording of the analysis before a run, part 2: rules of no use and sums that do not come out
// (PT020…PT023). See AnalysisMessages.swift.

extension AnalysisMessages {
  /// What a condition decides about.
  public enum Use: Sendable {
    case award, gate, application, classification, ranking

    func consequence(_ name: String) -> String {
      switch self {
      case .award: "không ai đạt được \(Wording.quoted(name))"
      case .gate: "\(name) luôn được 0 điểm"
      case .application: "\(name) không bao giờ áp dụng"
      case .classification: "không ai được xếp loại \(Wording.quoted(name))"
      case .ranking: "không ai được xếp hạng \(Wording.quoted(name))"
      }
    }
  }

  /// A rule whose conditions no data can meet.
  public static func neverOfUse(_ use: Use, _ name: String, span: Span, other: Span?) -> Diagnostic
  {
    let consequence = use.consequence(name)
    return Diagnostic(
      .warning, code: use == .award ? "PT021" : "PT022", message: consequence, span: span,
      labels: other.map { [.init($0, "dòng này đòi điều ngược lại")] } ?? [],
      why: other == nil
        ? "Không số liệu nào qua được dòng này."
        : "Không số liệu nào qua được cả hai dòng.",
      advice: "Xem lại các mốc trong điều kiện, hoặc giới hạn đã khai báo của các trường.")
  }

  /// A requirement that no data satisfies, alone or beside another one.
  public static func requirementImpossible(
    _ written: String, found: (String, String)?, span: Span, other: Span?
  ) -> Diagnostic {
    var message = "yêu cầu \(Wording.quotedSource(written)) không bao giờ được thỏa"
    if let found { message += ": hai vế là \(found.0) và \(found.1)" }
    return Diagnostic(
      code: "PT023", message: message, span: span,
      labels: other.map { [.init($0, "yêu cầu này đòi điều ngược lại")] } ?? [],
      why: "Yêu cầu sai thì máy dừng, nên số liệu nào cũng bị dừng ở đây.",
      advice: found == nil
        ? "Xem lại các mốc trong yêu cầu, hoặc giới hạn đã khai báo của các trường."
        : "Sửa các con số cho khớp, hoặc sửa yêu cầu.")
  }

  /// A row of a decision table whose results break a requirement.
  public static func rowBreaksRequirement(
    _ line: String, table: String, written: String, found: (String, String)?, span: Span,
    requirement: Span
  ) -> Diagnostic {
    var message = "\(line) của bảng \(Wording.quoted(table)) không thỏa yêu cầu"
    if let found {
      message += ": được \(found.0), yêu cầu là \(found.1)"
    } else {
      message += " \(Wording.quotedSource(written))"
    }
    return Diagnostic(
      code: "PT020", message: message, span: span, labels: [.init(requirement, "yêu cầu ở đây")],
      why: "Đối tượng nào rơi vào dòng này cũng làm sai yêu cầu.",
      advice: "Sửa các ô kết quả của dòng cho khớp, hoặc sửa yêu cầu.")
  }

  /// A cap and a higher floor that can hold together; certain when both speak of the same matter.
  public static func boundsMeet(
    rule: String, witness: String, cap: String, floor: String, isCertain: Bool,
    span: Span, first: Span
  ) -> Diagnostic {
    Diagnostic(
      isCertain ? .error : .warning, code: "PT024",
      message:
        "hai ngoại lệ của \(Wording.quoted(rule)) trái nhau: \(witness): cao nhất là \(cap) mà "
        + "thấp nhất là \(floor)",
      span: span, labels: [.init(first, "ngoại lệ này cũng đúng")],
      why:
        "Không có kết quả nào vừa không cao hơn \(cap) vừa không thấp hơn \(floor); máy chỉ còn cách "
        + "theo dòng viết sau.",
      advice: "Thêm \", trừ trường hợp …\" vào ngoại lệ phải nhường.")
  }

  static let useEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "PT024", title: "mức cao nhất thấp hơn mức thấp nhất",
      explanation:
        "Hai dòng \"riêng trường hợp\" cùng đúng, một dòng giữ kết quả không quá một mức, dòng "
        + "kia đòi kết quả ít nhất một mức cao hơn.",
      wrongExample: """
        riêng trường hợp bị khiển trách thì cao nhất là "Khá"
        riêng trường hợp có sáng kiến thì thấp nhất là "Tốt"
        """,
      rightExample: """
        riêng trường hợp bị khiển trách thì cao nhất là "Khá"
        riêng trường hợp có sáng kiến thì thấp nhất là "Tốt", trừ trường hợp bị khiển trách
        """),
    CatalogueEntry(
      code: "PT020", title: "dòng của bảng không thỏa yêu cầu",
      explanation:
        "Yêu cầu nói về các cột kết quả của một bảng quyết định được đem thử với từng dòng "
        + "của bảng, chẳng hạn các tỷ trọng phải cộng đủ 100%.",
      wrongExample: """
        bảng quyết định "Khung" của sản phẩm, kết quả tỷ trọng A; tỷ trọng B
          | loại việc | tỷ trọng A | tỷ trọng B |
          | Tham mưu  | 40%        | 50%        |
          | còn lại   | 50%        | 50%        |
        yêu cầu của sản phẩm: tỷ trọng A + tỷ trọng B = 100%
        """,
      rightExample: """
        bảng quyết định "Khung" của sản phẩm, kết quả tỷ trọng A; tỷ trọng B
          | loại việc | tỷ trọng A | tỷ trọng B |
          | Tham mưu  | 40%        | 60%        |
          | còn lại   | 50%        | 50%        |
        yêu cầu của sản phẩm: tỷ trọng A + tỷ trọng B = 100%
        """),
    CatalogueEntry(
      code: "PT021", title: "không ai đạt được danh hiệu",
      explanation:
        "Các điều kiện của danh hiệu trái nhau, hoặc một điều kiện nằm ngoài giới hạn của số "
        + "liệu, nên không đối tượng nào đạt được.",
      wrongExample: """
        danh hiệu "Tiên tiến" của tập thể
          điều kiện tổng điểm từ 90 trở lên
          không xét khi tổng điểm từ 50 trở lên
        """,
      rightExample: """
        danh hiệu "Tiên tiến" của tập thể
          điều kiện tổng điểm từ 90 trở lên
          không xét khi bị kỷ luật
        """),
    CatalogueEntry(
      code: "PT022", title: "quy tắc không dùng cho ai",
      explanation:
        "Điều kiện \"áp dụng khi\", \"chỉ chấm khi\" không bao giờ đúng, hoặc \"không áp dụng "
        + "khi\", \"không xếp hạng khi\", \"không xếp loại khi\" lúc nào cũng đúng, nên quy tắc không có tác dụng "
        + "với ai.",
      wrongExample: """
        điểm: số, từ 0 đến 10
        tiêu chí 1 "Báo cáo" của tập thể, tối đa 5 điểm
          chỉ chấm khi điểm trên 10
          được tính 5 điểm
        """,
      rightExample: """
        điểm: số, từ 0 đến 10
        tiêu chí 1 "Báo cáo" của tập thể, tối đa 5 điểm
          chỉ chấm khi điểm từ 5 trở lên
          được tính 5 điểm
        """),
    CatalogueEntry(
      code: "PT023", title: "yêu cầu không bao giờ được thỏa",
      explanation:
        "Không số liệu nào làm cho yêu cầu đúng: các con số trong kịch bản không khớp nhau, "
        + "hoặc hai yêu cầu đòi hai điều ngược nhau.",
      wrongExample: """
        tham số hệ số chất lượng = 60%
        tham số hệ số tiến độ = 30%
        yêu cầu: hệ số chất lượng + hệ số tiến độ = 100%
        """,
      rightExample: """
        tham số hệ số chất lượng = 60%
        tham số hệ số tiến độ = 40%
        yêu cầu: hệ số chất lượng + hệ số tiến độ = 100%
        """),
  ]
}
