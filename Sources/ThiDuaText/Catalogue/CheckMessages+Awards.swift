// Wording of the checking stage, part 5: quotas, awards, councils and results taken back
// (KT067, KT068, KT070…KT079). See
// CheckMessages.swift.

extension CheckMessages {
  /// A share of subjects without a word on fractions.
  public static func headCountMissing(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT070", message: "hạn mức theo tỷ lệ chưa nói số lẻ thì tính thế nào", span: span,
      why: "20% của 13 là 2,6; lấy 2 hay 3 thì phải theo quy định, máy không tự chọn.",
      advice: "Thêm vào cuối dòng \", số lẻ từ 0,5 trở lên tính là 1\" hoặc \", bỏ số lẻ\".")
  }

  /// A share above 100% or below 0.
  public static func quotaOverWhole(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT071", message: "hạn mức phải từ 0% đến 100%", span: span,
      why: "Hạn mức là một phần của tổng số đối tượng; ngoài khoảng ấy thì hạn mức không có nghĩa.",
      advice: "Viết tỷ lệ theo quy định, ví dụ 20%. Nếu là số lượng thì viết: đề nghị tối đa 2 "
        + "tập thể.")
  }

  /// A quota whose base is another kind of subject.
  public static func quotaOfOtherKind(_ name: String, expected: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT072",
      message: "hạn mức này phải tính trên số \(expected), không phải số \(name)", span: span,
      why: "Quy định này xét \(expected), nên tỷ lệ được tính trên tổng số \(expected).",
      advice: "Viết \"số \(expected)\". Nếu tính trên loại khác thì viết số lượng: đề nghị tối đa "
        + "(20% của đếm(\(name))).", fix: Diagnostic.Fix(span, expected))
  }

  /// `số KIND đủ điều kiện` where there are no conditions.
  public static func eligibleOutsideAward(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT073", message: "\"đủ điều kiện\" chỉ dùng trong danh hiệu, hình thức khen thưởng",
      span: span, why: "Ở đây không có dòng điều kiện nào để biết ai đủ điều kiện.",
      advice: "Viết rõ điều kiện: số tập thể mà ….")
  }

  /// A quota without an order; `rank` is the name of the kind's ranking, if it has one.
  public static func orderMissing(_ award: String, span: Span, rank: String?) -> Diagnostic {
    Diagnostic(
      code: "KT074", message: "\(Wording.quoted(award)) có hạn mức mà chưa ghi thứ tự ưu tiên",
      span: span,
      why: "Khi số đủ điều kiện nhiều hơn hạn mức, phải biết ai được đề nghị trước.",
      advice: rank.map { "Thêm dòng: theo thứ tự \($0)." }
        ?? "Thêm dòng: theo thứ tự tổng điểm giảm dần.")
  }

  /// `hạn mức …` of a level without an order.
  public static func limitOrderMissing(_ level: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT074",
      message: "hạn mức của \(Wording.quoted(level)) chưa ghi thứ tự ưu tiên", span: span,
      why: "Khi số người ở mức này nhiều hơn hạn mức, phải biết ai được giữ mức ấy trước.",
      advice: "Thêm vào hạn mức: \", theo thứ tự tổng điểm giảm dần\", trước \"; vượt thì xếp\".")
  }

  /// `trong đó ít nhất …` without a quota.
  public static func minimumShareWithoutQuota(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT075", message: "\"trong đó ít nhất …\" chỉ có nghĩa khi danh hiệu có hạn mức",
      span: span,
      why: "Tỷ lệ này dành chỗ trong số được đề nghị; không có hạn mức thì không có "
        + "chỗ để "
        + "dành.",
      advice: "Thêm dòng đề nghị không quá … hoặc đề nghị tối đa …, hoặc bỏ dòng này.")
  }

  /// A line that cannot stand in an award.
  public static func lineNotInAward(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT051", message: "dòng này không đặt trong danh hiệu được", span: span,
      why: "Danh hiệu chỉ xét đạt hay không đạt; \"riêng trường hợp\" ở đây chỉ dùng để đổi hạn "
        + "mức.",
      advice: "Ngoại lệ thì viết vào dòng điều kiện: điều kiện …, trừ trường hợp …; không được "
        + "xét thì "
        + "viết: không xét khi ….")
  }

  /// `tiền thưởng X` of an award that says none.
  public static func prizeMissing(_ award: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT077", message: "\(Wording.quoted(award)) chưa ghi tiền thưởng", span: span,
      why: "Kịch bản có dùng tiền thưởng của danh hiệu này.",
      advice: "Thêm dòng trong danh hiệu, ví dụ: tiền thưởng 1,5 * lương cơ sở.")
  }

  /// `tổng số thành viên X` of a council that does not say how many.
  public static func councilWithoutMembers(
    _ name: String, span: Span, council: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT078", message: "\(Wording.quoted(name)) chưa ghi số thành viên", span: span,
      labels: [.init(council, "hội đồng khai báo ở đây")],
      why: "Tỷ lệ phiếu được tính trên tổng số thành viên hội đồng.",
      advice: "Thêm vào khối hội đồng dòng: thành viên: 11.")
  }

  /// A rule of a council that needs a number nobody gives.
  public static func councilDataMissing(
    _ council: String, needs field: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT076",
      message: "\(Wording.quoted(council)) chưa có \(Wording.quoted(field))", span: span,
      why: "Quy định về bỏ phiếu này cần con số ấy mới biết phiếu có giá trị hay chưa.",
      advice: "Khai báo trường cho đối tượng, ví dụ: \(field): số lượng; nếu là số chung của cuộc "
        + "họp thì ghi vào khối hội đồng, ví dụ: số người dự: 9.")
  }

  /// Written opinions are known, and the quorum does not say whether they count.
  public static func writtenOpinionsUnclear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT079", message: "chưa nói mức có mặt có tính ý kiến bằng văn bản hay không",
      span: span,
      why: "Thành viên vắng mặt được lấy ý kiến bằng văn bản; tính hay không tính thì cuộc họp đủ "
        + "hay thiếu người.",
      advice: "Thêm vào cuối dòng \", tính cả ý kiến bằng văn bản\" hoặc \", không tính ý kiến "
        + "bằng văn bản\".")
  }

  /// `hủy kết quả của` something that is no single subject.
  public static func cancellationNeedsSubject(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT067", message: "hủy kết quả phải ghi rõ của đối tượng nào", span: span,
      why: "Quyết định hủy kết quả nêu đích danh tập thể, cá nhân.",
      advice: "Viết: hủy kết quả của tập thể \"A\", căn cứ QĐ45 \"Điều 1\".")
  }

  /// `thành tích tính từ …` where achievements have no date, or several.
  public static func achievementDateMissing(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT068", message: "chưa biết \(kind) tính theo ngày nào", span: span,
      why: "Muốn chỉ tính thành tích từ một ngày trở đi thì mỗi thành tích phải có ngày.",
      advice: "Khai báo trong khối đối tượng \(kind) trường: ngày: ngày.")
  }

  /// Explanations of the codes above.
  static let awardEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT070", title: "chưa nói cách tính số lẻ",
      explanation: "Hạn mức theo tỷ lệ thường tính ra số lẻ; quy định phải nói làm tròn hay bỏ số "
        + "lẻ.",
      wrongExample: "đề nghị không quá 20% số tập thể đủ điều kiện",
      rightExample: """
        đề nghị không quá 20% số tập thể đủ điều kiện, số lẻ từ 0,5 trở lên tính là 1
        """),
    CatalogueEntry(
      code: "KT071", title: "hạn mức ngoài khoảng 0% đến 100%",
      explanation: "Hạn mức theo tỷ lệ là một phần của tổng số, nên phải từ 0% đến 100%.",
      wrongExample: "đề nghị không quá 120% số tập thể đủ điều kiện, bỏ số lẻ",
      rightExample: "đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ"),
    CatalogueEntry(
      code: "KT072", title: "hạn mức tính trên loại khác",
      explanation: "Danh hiệu và xếp loại của loại đối tượng nào thì hạn mức tính trên số đối "
        + "tượng của loại ấy.",
      wrongExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          đề nghị không quá 20% số cá nhân đủ điều kiện, bỏ số lẻ
          theo thứ tự tổng điểm giảm dần
        """,
      rightExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ
          theo thứ tự tổng điểm giảm dần
        """),
    CatalogueEntry(
      code: "KT073", title: "\"đủ điều kiện\" ngoài danh hiệu",
      explanation: "\"số tập thể đủ điều kiện\" là số tập thể qua được các dòng điều kiện của danh "
        + "hiệu; xếp loại không có các dòng ấy.",
      wrongExample: """
        hạn mức "A" không quá 20% số tập thể đủ điều kiện, bỏ số lẻ; vượt thì xếp "B"
        """,
      rightExample: """
        hạn mức "A" không quá 20% số tập thể mà tổng điểm từ 70 trở lên, bỏ số lẻ,
          theo thứ tự tổng điểm giảm dần; vượt thì xếp "B"
        """),
    CatalogueEntry(
      code: "KT074", title: "hạn mức không có thứ tự",
      explanation: "Danh hiệu có hạn mức phải nói đề nghị ai trước khi số đủ điều kiện nhiều hơn "
        + "hạn mức; hạn mức của một mức xếp loại phải nói ai được giữ mức ấy.",
      wrongExample: """
        hình thức khen thưởng "Giấy khen" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          đề nghị tối đa 2 tập thể
        """,
      rightExample: """
        hình thức khen thưởng "Giấy khen" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          đề nghị tối đa 2 tập thể
          theo thứ tự hạng
        """),
    CatalogueEntry(
      code: "KT075", title: "tỷ lệ tối thiểu không có hạn mức",
      explanation: "\"trong đó ít nhất …\" dành chỗ cho một nhóm trong số được đề nghị, nên chỉ "
        + "dùng cùng một dòng hạn mức.",
      wrongExample: """
        điều kiện điểm từ 90 trở lên
        trong đó ít nhất 30% là lao động trực tiếp
        """,
      rightExample: """
        điều kiện điểm từ 90 trở lên
        đề nghị tối đa 10 cá nhân
        theo thứ tự điểm giảm dần
        trong đó ít nhất 30% là lao động trực tiếp
        """),
    CatalogueEntry(
      code: "KT067", title: "hủy kết quả của ai",
      explanation: "Sau \"hủy kết quả của\" là một hay nhiều đối tượng nêu đích danh, cách "
        + "nhau bằng dấu ;.",
      wrongExample: "hủy kết quả của tập thể",
      rightExample: "hủy kết quả của tập thể \"A\", căn cứ QĐ45 \"Điều 1\""),
    CatalogueEntry(
      code: "KT068", title: "thành tích không có ngày",
      explanation: "Dòng \"thành tích tính từ\" so ngày của từng thành tích, nên đối tượng "
        + "thành tích phải có trường ngày.",
      wrongExample: """
        đối tượng thành tích
          người: cá nhân, lập danh sách các thành tích
        hết
        """,
      rightExample: """
        đối tượng thành tích
          người: cá nhân, lập danh sách các thành tích
          ngày: ngày
        hết
        """),
    CatalogueEntry(
      code: "KT076", title: "thiếu số liệu để biết phiếu có giá trị",
      explanation: "Khối hội đồng có mức có mặt hay số lần bỏ phiếu thì phải có số người dự, "
        + "số lần bỏ phiếu: trường của đối tượng, hoặc mục của khối hội đồng.",
      wrongExample: """
        hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
          thành viên: 11
          có mặt: từ 80% trở lên
        hết
        """,
      rightExample: """
        hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
          thành viên: 11
          số người dự: 9
          có mặt: từ 80% trở lên
        hết
        """),
    CatalogueEntry(
      code: "KT079", title: "ý kiến bằng văn bản có tính hay không",
      explanation: "Khi có ý kiến bằng văn bản của người vắng mặt, mức có mặt phải nói rõ có "
        + "tính hay không.",
      wrongExample: """
        thành viên: 11
        số người dự: 8
        ý kiến bằng văn bản: 1
        có mặt: từ 80% trở lên
        """,
      rightExample: """
        thành viên: 11
        số người dự: 8
        ý kiến bằng văn bản: 1
        có mặt: từ 80% trở lên, tính cả ý kiến bằng văn bản
        """),
    CatalogueEntry(
      code: "KT077", title: "danh hiệu chưa ghi tiền thưởng",
      explanation: "Tiền thưởng của danh hiệu được nhắc tới nhưng danh hiệu không có dòng \"tiền "
        + "thưởng\".",
      wrongExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên
        in bảng tập thể: tên; tiền thưởng tập thể tiên tiến
        """,
      rightExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          tiền thưởng 0,8 * lương cơ sở
        in bảng tập thể: tên; tiền thưởng tập thể tiên tiến
        """),
    CatalogueEntry(
      code: "KT078", title: "hội đồng chưa ghi số thành viên",
      explanation: "Tỷ lệ phiếu tính trên tổng số thành viên hội đồng, nên khối hội đồng phải có "
        + "mục thành viên.",
      wrongExample: """
        hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
          có mặt: từ 80% trở lên
        hết
        """,
      rightExample: """
        hội đồng ngành "Hội đồng Thi đua - Khen thưởng Ngành"
          thành viên: 11
          có mặt: từ 80% trở lên
        hết
        """),
  ]
}
