// Wording of the analysis before a run (phân tích): codes PT001…. In: names, witnesses already put
// into words, spans. Out: finished diagnostics. The analysis itself never words anything; the
// explanations of the codes stand in AnalysisMessages+Entries.swift.

/// Constructors of the findings of gap and overlap analysis, and the words of its witnesses.
public enum AnalysisMessages {
  /// Why a witness may never occur; without one the finding is an error.
  public enum Doubt: Sendable, Equatable {
    /// It hangs on a condition the analysis cannot look into.
    case unread
    /// Its values are reckoned from the same data and may never meet.
    case dependent
    /// It is a text that no line names.
    case openText
    /// It is a value that only no declaration forbids.
    case undeclaredRange
    /// It joins conditions on different matters.
    case differentMatters
    /// The two values are reckoned and may be equal.
    case computedValues

    var note: String {
      switch self {
      case .unread:
        "Máy không xét được hết điều kiện nêu trong ví dụ, nên chỉ nhắc; nếu gặp trường hợp này "
          + "khi chạy, máy sẽ dừng và nêu tên đối tượng."
      case .dependent:
        "Các giá trị trong ví dụ tính từ cùng số liệu, có thể không bao giờ gặp nhau, nên chỉ "
          + "nhắc; "
          + "nếu gặp khi chạy, máy sẽ dừng và nêu tên đối tượng."
      case .openText:
        "Trường chữ có thể ghi bất kỳ chữ nào, nên chỉ nhắc; muốn giới hạn thì khai báo thang bậc."
      case .undeclaredRange:
        "Giá trị này chỉ có thể xảy ra vì trường chưa khai báo giới hạn; thêm giới hạn, chẳng hạn "
          + "\"từ 0 đến 100\", thì hết nhắc."
      case .computedValues:
        "Hai giá trị tính từ số liệu, có khi bằng nhau, nên chỉ nhắc; nếu khi chạy mà khác nhau, máy "
          + "sẽ dừng và nêu tên đối tượng."
      case .differentMatters:
        "Số liệu có thể không bao giờ như vậy, nên chỉ nhắc; nếu gặp khi chạy, máy sẽ dừng và nêu "
          + "tên đối tượng."
      }
    }
  }

  // MARK: Gaps and overlaps

  /// A subject that no line of a rule fits.
  public static func gap(
    rule: String, witness: String, isLevel: Bool, isTable: Bool = false, doubt: Doubt?, span: Span
  ) -> Diagnostic {
    let none = isLevel ? "không mức nào" : "không dòng nào"
    return Diagnostic(
      doubt == nil ? .error : .warning, code: doubt == nil ? "PT001" : "PT003",
      message: "\(Wording.quoted(rule)) còn chỗ hở: \(witness): \(none)", span: span,
      why: isLevel
        ? "Mỗi đối tượng phải thuộc đúng một mức; trường hợp này chưa mức nào nhận."
        : "Các dòng phải phủ hết mọi trường hợp; trường hợp này chưa dòng nào tính.",
      advice: isLevel
        ? "Sửa giới hạn hoặc điều kiện của các mức cho liền nhau, hoặc cho mức cuối là \"còn lại\"."
        : "Sửa giới hạn của các dòng cho liền nhau, hoặc thêm dòng"
          + (isTable ? " cuối \"còn lại\"." : ": còn lại 0 điểm."),
      notes: doubt.map { [$0.note] } ?? [])
  }

  /// A subject that two exclusive lines fit.
  public static func overlap(
    rule: String, witness: String, _ names: (String, String), isLevels: Bool,
    isTable: Bool = false, doubt: Doubt?, span: Span, first: Span
  ) -> Diagnostic {
    Diagnostic(
      doubt == nil ? .error : .warning, code: doubt == nil ? "PT002" : "PT004",
      message: "\(Wording.quoted(rule)) bị chồng: \(witness): cả \(names.0) và \(names.1)",
      span: span, label: "dòng này cũng nhận", labels: [.init(first, "dòng này nhận")],
      why: "Các dòng phải loại trừ nhau, nếu không thì không biết tính theo dòng nào.",
      advice: "Nói rõ mốc thuộc dòng nào, chẳng hạn \"từ 90 đến dưới 95\", hoặc thêm điều kiện "
        + "cho một "
        + "dòng; số liệu không thể như vậy thì khai báo bằng \"yêu cầu\"."
        + (isLevels
          ? " Muốn lấy mức đầu tiên đúng thì thêm \", xét từ trên xuống\" vào dòng \"xếp loại\"."
          : isTable
            ? " Muốn lấy dòng đầu tiên đúng thì thêm \", dòng đầu tiên\" vào dòng \"bảng quyết "
              + "định\"; muốn "
              + "cộng mọi dòng đúng thì thêm \", cộng dồn\"." : ""),
      notes: doubt.map { [$0.note] } ?? [])
  }

  /// Two exceptions that can hold together and give different values.
  public static func exceptionsMeet(
    rule: String, witness: String, _ names: (String, String), doubt: Doubt?, span: Span,
    first: Span
  ) -> Diagnostic {
    Diagnostic(
      doubt == nil ? .error : .warning, code: doubt == nil ? "PT005" : "PT006",
      message: "hai ngoại lệ của \(Wording.quoted(rule)) trái nhau: \(witness): cả \(names.0) và "
        + names.1,
      span: span, label: "ngoại lệ này cho giá trị khác",
      labels: [.init(first, "ngoại lệ này cũng đúng")],
      why: "Hai ngoại lệ cùng đúng mà cho giá trị khác nhau thì không biết theo ngoại lệ nào.",
      advice: "Thêm \", ưu tiên hơn\" vào cuối ngoại lệ được theo, hoặc thêm \", trừ trường hợp "
        + "…\".",
      notes: doubt.map { [$0.note] } ?? [])
  }

  // MARK: Lines and comparisons that never hold

  /// A line whose condition contradicts itself or the declared data.
  public static func lineNeverHolds(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT007", message: "\(name) không bao giờ được dùng", span: span,
      why: "Không số liệu nào làm cho điều kiện của dòng này đúng.",
      advice: "Xem lại các mốc trong điều kiện, hoặc giới hạn đã khai báo của các trường.")
  }

  /// A level below others that leave nothing to it.
  public static func lineIsCovered(
    _ name: String, isTable: Bool, span: Span, above: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT007", message: "\(name) không bao giờ được dùng", span: span,
      labels: [
        .init(above, isTable ? "các dòng đến đây đã nhận hết" : "các mức đến đây đã nhận hết")
      ],
      why: isTable
        ? "Xét từ dòng đầu, mọi trường hợp của dòng này đã thuộc các dòng ở trên."
        : "Xét từ trên xuống, mọi trường hợp của dòng này đã thuộc các mức ở trên.",
      advice: isTable
        ? "Xem lại thứ tự các dòng, hoặc bỏ dòng thừa."
        : "Xem lại thứ tự các mức hoặc các mốc trong điều kiện.")
  }

  /// A comparison outside what a column can be.
  public static func neverHolds(
    _ written: String, name: String, range: String, span: Span, declared: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT008",
      message: "\(Wording.quotedSource(written)) không bao giờ đúng: \(name) chỉ \(range)",
      span: span, labels: [.init(declared, "\(Wording.quoted(name)) ở đây")],
      why: "Giới hạn của \(Wording.quoted(name)) không có giá trị nào như vậy.",
      advice: "Sửa mốc so sánh, hoặc sửa giới hạn đã khai báo.")
  }

  // MARK: Declarations

  /// A score whose lines never add up to its declared maximum.
  public static func maximumUnreachable(
    _ name: String, maximum: String, best: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT009",
      message: "\(name) tối đa \(maximum) điểm nhưng các dòng chỉ cho đến \(best) điểm", span: span,
      why: "Không ai đạt được điểm tối đa đã ghi.",
      advice: "Xem lại điểm của các dòng, hoặc sửa điểm tối đa thành \(best).")
  }

  /// A group whose criteria add up to less than its maximum.
  public static func groupNotFilled(
    _ name: String, maximum: String, sum: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT010",
      message: "\(name) tối đa \(maximum) điểm nhưng các tiêu chí cộng lại chỉ có \(sum) điểm",
      span: span, why: "Không ai đạt được điểm tối đa của nhóm.",
      advice: "Thêm tiêu chí còn thiếu, sửa điểm tối đa của tiêu chí, hoặc sửa của nhóm thành "
        + "\(sum).")
  }

  /// A parameter that took effect before the campaign's year.
  public static func parameterOld(
    _ name: String, from: String, year: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "PT011",
      message: "tham số \(Wording.quoted(name)) có hiệu lực từ \(from), trước năm \(year) của "
        + "phong "
        + "trào",
      span: span, why: "Giá trị cũ có thể đã được thay bằng quy định mới.",
      advice: "Kiểm tra giá trị đang có hiệu lực; nếu đã đổi thì thêm một dòng tham số với ngày "
        + "mới. "
        + "Nếu vẫn đúng thì cứ chạy.")
  }

  // MARK: Words of witnesses

  /// The parts of a witness in one phrase.
  public static func witness(_ parts: [String]) -> String {
    parts.isEmpty ? "mọi trường hợp" : parts.joined(separator: ", ")
  }

  /// `dòng 12`.
  public static func lineName(_ number: Int) -> String { "dòng \(number)" }

  /// `mức "Tốt"`.
  public static func levelName(_ level: String) -> String { "mức \(Wording.quoted(level))" }

  /// `tổng điểm là 96`.
  public static func value(_ name: String, _ value: String) -> String { "\(name) là \(value)" }

  /// A blank or absent value.
  public static func blank(_ name: String) -> String { "\(name) trống" }

  /// A value that does not apply.
  public static func notApplicable(_ name: String) -> String { "\(name) không áp dụng" }

  /// A yes-or-no field.
  public static func truth(_ name: String, _ value: Bool) -> String {
    "\(Wording.quoted(name)) là \(value ? "có" : "không")"
  }

  /// A condition as it is written that holds or not.
  public static func condition(_ written: String, holds: Bool) -> String {
    "\(Wording.quotedSource(written)) \(holds ? "đúng" : "không đúng")"
  }

  /// A text that none of the lines names.
  public static func otherText(_ name: String, _ named: [String]) -> String {
    "\(name) khác \(Wording.alternatives(named))"
  }

  /// Which of two values is larger.
  public static func order(_ left: String, _ right: String, sign: Int) -> String {
    sign == 0
      ? "\(left) bằng \(right)" : "\(left) \(sign > 0 ? "lớn hơn" : "nhỏ hơn") \(right)"
  }

  /// `từ 0 đến 10`, `từ 0 trở lên`.
  public static func range(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?): low == high ? "có thể là \(low)" : "từ \(low) đến \(high)"
    case (let low?, nil): "từ \(low) trở lên"
    case (nil, let high?): "từ \(high) trở xuống"
    case (nil, nil): "là số bất kỳ"
    }
  }
}
