// Wording of the checking stage, part 3: rules that give points (KT040…KT059). See
// CheckMessages.swift.

extension CheckMessages {
  /// `mỗi sự việc chỉ trừ một lần` where the subject has no list of them.
  public static func eventListMissing(_ event: String, owner: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT040", message: "\(owner) không có danh sách \(Wording.quoted(event))", span: span,
      why: "Muốn trừ một lần cho mỗi \(event) thì phải biết từng \(event) là của ai.",
      advice: "Thêm vào khối đối tượng \(event) trường: đơn vị: \(owner), lập danh sách các "
        + "\(event).")
  }

  /// A count compared with a percentage: of what is not said.
  public static func shareWithoutBase(_ count: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT053", message: "chưa nói tỷ lệ này tính trên số nào", span: span,
      why: "\(Wording.quoted(count)) là số đếm; cùng số ấy, tính trên tổng số thành viên, trên số "
        + "người dự hay trên số phiếu hợp lệ thì kết quả khác nhau.",
      advice: "Thêm vào cuối dòng \", tính trên tổng số thành viên hội đồng …\", \", tính trên số "
        + "người dự\" hoặc \", tính trên số phiếu hợp lệ\".")
  }

  /// A step that is zero or negative.
  public static func stepNotPositive(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT041", message: "bước phải là số lớn hơn 0", span: span,
      why: "Không chia được thành các bước bằng 0 hoặc âm.",
      advice: "Viết bước theo quy định, ví dụ: cho mỗi 1.000 người.")
  }

  /// `cứ thêm N` without the bound it counts from.
  public static func stepNeedsBound(isIncreasing: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT042", message: "không biết đếm bước bắt đầu từ mốc nào", span: span,
      why: "Số bước được đếm từ mốc ghi trong điều kiện sau \"nếu\".",
      advice: isIncreasing
        ? "Viết điều kiện có mốc dưới: nếu dân số trên 14.000 thì cứ thêm 1.000 cộng 0,5."
        : "Viết điều kiện có mốc trên: nếu tỷ lệ dưới 90% thì cứ giảm 1% trừ 0,5.")
  }

  /// A `trừ` line in `điểm thưởng`, or a `cộng` line in `điểm trừ`.
  public static func wrongAdjustmentWord(isPenaltyBlock: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT043",
      message: isPenaltyBlock
        ? "trong khối điểm trừ chỉ viết dòng \"trừ\""
        : "trong khối điểm thưởng chỉ viết dòng \"cộng\"",
      span: span,
      why: isPenaltyBlock
        ? "Điểm trừ là một số dương, được trừ khỏi tổng điểm ở công thức tổng điểm."
        : "Điểm thưởng chỉ cộng thêm; phần bị trừ thuộc điểm trừ.",
      advice: isPenaltyBlock
        ? "Đổi thành \"trừ …\", hoặc chuyển dòng này sang khối điểm thưởng."
        : "Đổi thành \"cộng …\", hoặc chuyển dòng này sang khối điểm trừ.")
  }

  /// A line of a `mục` with several lines that does not say when it holds.
  public static func itemLineNeedsCondition(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT044",
      message: "dòng này chưa ghi điều kiện, trong khi mục có nhiều "
        + "dòng", span: span,
      why: "Các dòng cùng một mục loại trừ nhau: chỉ một dòng được tính, nên dòng nào cũng phải có "
        + "điều kiện.",
      advice: "Thêm \"khi …\", hoặc đặt dòng này thành mục riêng nếu được cộng dồn.")
  }

  /// A criterion without any line that gives points.
  public static func scoreWithoutLine(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT045", message: "\(Wording.quoted(name)) chưa có dòng nào cho điểm", span: span,
      why: "Không có dòng cho điểm thì không biết tính thế nào; máy không mặc nhiên cho 0.",
      advice: "Thêm dòng \"được tính …\", \"trừ …\" hoặc \"chấm trực tiếp\" nếu điểm được nhập "
        + "sẵn.")
  }

  /// Additions and deductions without a starting value.
  public static func startingPointsMissing(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT046", message: "\(Wording.quoted(name)) vừa cộng vừa trừ mà chưa ghi điểm ban đầu",
      span: span,
      why: "Không biết bắt đầu cộng, trừ từ 0 hay từ điểm tối đa.",
      advice: "Thêm dòng đầu: \"được tính điểm tối đa\" (rồi trừ dần) hoặc \"được tính 0 điểm\" "
        + "(rồi cộng dần).")
  }

  /// Two `còn lại` lines.
  public static func twoRests(span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT047", message: "có hai dòng \"còn lại\"", span: span,
      labels: [.init(first, "dòng \"còn lại\" đầu tiên ở đây")],
      why: "\"Còn lại\" là mọi trường hợp chưa nêu, nên chỉ có một.",
      advice: "Bỏ một dòng, hoặc đổi một dòng thành: được tính … khi ….")
  }

  /// An unconditional tier beside others.
  public static func tierWithoutCondition(span: Span, other: Span) -> Diagnostic {
    Diagnostic(
      code: "KT048", message: "dòng này luôn được tính, nên các dòng khác không bao giờ xảy ra",
      span: span, labels: [.init(other, "dòng này sẽ không bao giờ được tính")],
      why: "Các dòng \"được tính\" loại trừ nhau: mỗi đối tượng chỉ theo một dòng.",
      advice: "Thêm \"khi …\" vào dòng này, đổi thành \"còn lại …\", hoặc dùng \"cộng …\" nếu các "
        + "dòng "
        + "cộng dồn.")
  }

  /// `thang điểm X` or `tỷ lệ đạt X` of something without a maximum.
  public static func maximumMissing(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT049", message: "\(Wording.quoted(name)) chưa ghi điểm tối đa", span: span,
      why: "Kịch bản có dùng thang điểm hoặc tỷ lệ đạt của mục này, nên phải biết điểm tối đa.",
      advice: "Thêm vào cuối dòng này mức tối đa theo quy định, ví dụ \", tối đa 10 điểm\".")
  }

  /// `hạ một mức` or a quota in a block of points.
  public static func exceptionNeedsLevels(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT050", message: "cách xử lý này chỉ dùng được khi xếp loại hoặc xét danh hiệu",
      span: span,
      why: "\"hạ … mức\" cần các mức cao thấp, \"không quá …%\" cần hạn mức; ở đây là điểm số.",
      advice: "Viết số điểm: riêng trường hợp … thì 0 điểm, hoặc … thì cao nhất là 5 điểm.")
  }

  /// A line that cannot stand in a group itself.
  public static func lineNotInGroup(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT051", message: "dòng này không đặt trực tiếp trong nhóm được", span: span,
      why: "Điểm của nhóm là tổng điểm các tiêu chí trong nhóm; dòng riêng của nhóm chỉ có: áp "
        + "dụng khi, không áp dụng khi, chỉ chấm khi, được âm, riêng trường hợp, làm tròn, căn "
        + "cứ.",
      advice: "Chuyển dòng này vào một tiêu chí: tiêu chí 1.1 \"…\", tối đa … điểm.")
  }

  /// A line that cannot stand under `NAME của KIND = E`.
  public static func lineNotInColumn(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT051", message: "dòng này không đi cùng công thức viết sau dấu =", span: span,
      why: "Sau công thức chỉ có thêm các dòng: riêng trường hợp, làm tròn, căn cứ.",
      advice: "Đưa phần cộng, trừ vào công thức; hoặc để trống sau dấu = rồi viết các dòng "
        + "\"được tính … khi …\" và \"còn lại …\".")
  }

  /// Explanations of the codes above.
  static let ruleEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT040", title: "không có danh sách sự việc",
      explanation: "Dòng \"mỗi sự việc chỉ trừ một lần\" xét từng sự việc của đối tượng, nên "
        + "sự việc phải là một loại đối tượng có trường trỏ tới đối tượng bị trừ.",
      wrongExample: """
        đối tượng sự việc
          mã: chữ, khóa
        hết
        """,
      rightExample: """
        đối tượng sự việc
          mã: chữ, khóa
          đơn vị: tập thể, lập danh sách các sự việc
        hết
        """),
    CatalogueEntry(
      code: "KT053", title: "tỷ lệ tính trên số nào",
      explanation: "So một số đếm với phần trăm thì phải nói phần trăm của tổng nào.",
      wrongExample: "điều kiện phiếu đồng ý từ 80% trở lên",
      rightExample: """
        điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng ngành
        """),
    CatalogueEntry(
      code: "KT041", title: "bước không lớn hơn 0",
      explanation: "Bước là số đơn vị ứng với một lần cộng hoặc trừ điểm, nên phải lớn hơn 0.",
      wrongExample: "cộng 1 điểm cho mỗi 0 bài, phần lẻ không tính",
      rightExample: "cộng 1 điểm cho mỗi 3 bài, phần lẻ không tính"),
    CatalogueEntry(
      code: "KT042", title: "bước không có mốc bắt đầu",
      explanation: "\"cứ thêm\" đếm từ mốc dưới, \"cứ giảm\" đếm từ mốc trên của điều kiện sau "
        + "\"nếu\"; điều kiện không có mốc ấy thì không đếm được.",
      wrongExample: "nếu xã đông dân thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ không tính",
      rightExample: """
        nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ không tính
        """),
    CatalogueEntry(
      code: "KT043", title: "nhầm cộng và trừ",
      explanation: "Khối \"điểm thưởng\" chỉ có dòng \"cộng\", khối \"điểm trừ\" chỉ có dòng "
        + "\"trừ\"; điểm trừ là số dương và được trừ ở công thức tổng điểm.",
      wrongExample: """
        điểm trừ "Điểm trừ" của tập thể, tối đa 10 điểm
          cộng 1 điểm cho mỗi văn bản phê bình
        """,
      rightExample: """
        điểm trừ "Điểm trừ" của tập thể, tối đa 10 điểm
          trừ 1 điểm cho mỗi văn bản phê bình
        """),
    CatalogueEntry(
      code: "KT044", title: "dòng của mục thiếu điều kiện",
      explanation: "Các dòng cùng một mục loại trừ nhau, nên mỗi dòng phải có \"khi\"; các mục "
        + "khác nhau thì cộng dồn.",
      wrongExample: """
        mục 5.2: cộng 5 điểm khi tỷ lệ cập nhật = 100%
        mục 5.2: cộng 4 điểm
        """,
      rightExample: """
        mục 5.2: cộng 5 điểm khi tỷ lệ cập nhật = 100%
        mục 5.2: cộng 4 điểm khi tỷ lệ cập nhật từ 95% đến dưới 100%
        """),
    CatalogueEntry(
      code: "KT045", title: "tiêu chí chưa có dòng cho điểm",
      explanation: "Mỗi tiêu chí phải có ít nhất một dòng được tính, cộng, trừ hoặc chấm.",
      wrongExample: """
        tiêu chí 1 "Công tác cán bộ" của tập thể, tối đa 10 điểm
          căn cứ HD10 "mục II.1"
        """,
      rightExample: """
        tiêu chí 1 "Công tác cán bộ" của tập thể, tối đa 10 điểm
          chấm trực tiếp
          căn cứ HD10 "mục II.1"
        """),
    CatalogueEntry(
      code: "KT046", title: "chưa ghi điểm ban đầu",
      explanation: "Tiêu chí chỉ có dòng trừ thì trừ từ điểm tối đa, chỉ có dòng cộng thì cộng từ "
        + "0; có cả hai thì phải ghi rõ bắt đầu từ đâu.",
      wrongExample: """
        cộng 0,5 điểm cho mỗi tin bài
        trừ 1 điểm cho mỗi báo cáo chậm
        """,
      rightExample: """
        được tính 5 điểm
        cộng 0,5 điểm cho mỗi tin bài
        trừ 1 điểm cho mỗi báo cáo chậm
        """),
    CatalogueEntry(
      code: "KT047", title: "hai dòng \"còn lại\"",
      explanation: "\"còn lại\" là mọi trường hợp mà các dòng trên chưa nêu, nên chỉ có một dòng.",
      wrongExample: """
        được tính 5 điểm khi mô hình là có
        còn lại 2 điểm
        còn lại 0 điểm
        """,
      rightExample: """
        được tính 5 điểm khi mô hình là có
        được tính 2 điểm khi đề án là có
        còn lại 0 điểm
        """),
    CatalogueEntry(
      code: "KT048", title: "dòng \"được tính\" không điều kiện",
      explanation: "Dòng \"được tính\" không có \"khi\" luôn được tính, nên không đứng cùng các "
        + "dòng \"được tính\" khác hay \"còn lại\".",
      wrongExample: """
        được tính 10 điểm
        được tính 8 điểm khi tổng điểm dưới 90
        """,
      rightExample: """
        được tính 8 điểm khi tổng điểm dưới 90
        còn lại 10 điểm
        """),
    CatalogueEntry(
      code: "KT049", title: "chưa ghi điểm tối đa",
      explanation: "Thang điểm và tỷ lệ đạt được tính theo điểm tối đa; mục được nhắc tới chưa ghi "
        + "điểm tối đa.",
      wrongExample: """
        điểm thưởng "Điểm thưởng" của tập thể
          cộng 1 điểm cho mỗi sáng kiến
        in bảng tập thể: tên; tỷ lệ đạt điểm thưởng
        """,
      rightExample: """
        điểm thưởng "Điểm thưởng" của tập thể, tối đa 5 điểm
          cộng 1 điểm cho mỗi sáng kiến
        in bảng tập thể: tên; tỷ lệ đạt điểm thưởng
        """),
    CatalogueEntry(
      code: "KT050", title: "hạ mức trong khối tính điểm",
      explanation: "\"hạ một mức\" chỉ dùng trong xếp loại, \"không quá …%\" chỉ dùng cho hạn mức; "
        + "khối tính điểm thì riêng trường hợp phải cho số điểm.",
      wrongExample: "riêng trường hợp bị kỷ luật thì hạ một mức",
      rightExample: "riêng trường hợp bị kỷ luật thì 0 điểm"),
    CatalogueEntry(
      code: "KT051", title: "dòng không dùng được trong khối này",
      explanation: "Dòng viết đúng nhưng khối này không dùng được: ví dụ dòng cho điểm đặt dưới "
        + "công thức, ngoại lệ đặt trong danh hiệu, dòng chấm đặt ở nhóm thay vì ở tiêu chí.",
      wrongExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên
          riêng trường hợp mới thành lập thì đạt
        """,
      rightExample: """
        danh hiệu "Tập thể tiên tiến" của tập thể
          điều kiện tổng điểm từ 70 trở lên, trừ trường hợp mới thành lập
        """),
  ]
}
