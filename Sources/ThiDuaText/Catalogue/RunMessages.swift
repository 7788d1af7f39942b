// Wording of what goes wrong while a script runs: codes CH001… (khi chạy). In: values, subjects and
// spans. Out: finished diagnostics. The machine reports numbers and places; the words are here, their
// longer explanations in RunExplanations.swift.

/// What was being computed when a run stopped.
public struct RunPlace: Sendable {
  /// The rule or column: `tiêu chí 1.1`.
  public var rule: String?
  /// The kind of subject: `tập thể`.
  public var kind: String?
  /// What the subject is called.
  public var subject: String?

  public init(rule: String? = nil, kind: String? = nil, subject: String? = nil) {
    self.rule = rule
    self.kind = kind
    self.subject = subject
  }

  /// ` khi tính tiêu chí 1.1 của tập thể "A"`, or nothing.
  var text: String {
    let owner = subject.map { " của \(kind ?? "đối tượng") \(Wording.quoted($0))" } ?? ""
    if let rule { return " khi tính \(rule)\(owner)" }
    return owner.isEmpty ? "" : " khi tính\(owner)"
  }
}

/// Constructors of the running stage.
public enum RunMessages {
  /// A division by zero; `divisor` as the script writes it.
  public static func divisionByZero(
    _ divisor: String?, _ place: RunPlace, span: Span, divisor divisorSpan: Span
  ) -> Diagnostic {
    let isNamed = divisor.map { $0 != "0" } ?? false
    return Diagnostic(
      code: "CH001",
      message: "chia cho 0\(place.text)" + (isNamed ? ": \(Wording.quoted(divisor!)) là 0" : ""),
      span: span, labels: divisorSpan == span ? [] : [.init(divisorSpan, "ở đây là 0")],
      why: "Không có số nào là kết quả của phép chia cho 0.",
      advice: "Viết rõ trường hợp mẫu số bằng 0, ví dụ: nếu tổng số = 0 thì 0 ngược lại "
        + "số đạt / tổng số.")
  }

  /// A blank that the script uses as if it had a value.
  public static func blankUsed(_ name: String?, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH002",
      message: (name.map { "\(Wording.quoted($0)) còn trống" } ?? "giá trị ở đây còn trống")
        + place.text,
      span: span,
      why: "Ô trống là chưa có số liệu, không phải là 0; máy không tự đoán.",
      advice: name.map { "Nhập số liệu còn thiếu, hoặc viết: \($0) nếu trống thì 0." }
        ?? "Nhập số liệu còn thiếu, hoặc viết: … nếu trống thì 0.")
  }

  /// A value that does not apply, where only a value has a meaning.
  public static func notApplicableUsed(
    _ name: String?, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH003",
      message: (name.map { "\(Wording.quoted($0)) không áp dụng" }
        ?? "giá trị ở đây không áp dụng") + place.text,
      span: span,
      why: "Không so sánh được với cái không áp dụng cho đối tượng này.",
      advice: "Xét trường hợp ấy trước, ví dụ: nếu x là không áp dụng thì … ngược lại …")
  }

  /// A number that must be whole.
  public static func notWhole(
    _ name: String?, _ value: String, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH004",
      message: (name.map(Wording.quoted) ?? "số ở đây")
        + " phải là số nguyên, nhưng là \(value)\(place.text)",
      span: span, why: "Số thứ tự, số chữ số thập phân, số ngày và số mũ đều là số nguyên.",
      advice: "Dùng phần nguyên(…) hoặc làm tròn(…; 0).")
  }

  /// An index outside a list, or a number outside what an operation takes.
  public static func outOfRange(
    _ value: String, count: String?, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH005",
      message: (count.map { "không có phần tử thứ \(value): danh sách có \($0) phần tử" }
        ?? "số \(value) nằm ngoài khoảng cho phép") + place.text,
      span: span,
      why: count == nil ? nil : "Phần tử đầu tiên của danh sách có số thứ tự 1.",
      advice: count == nil ? "Kiểm tra lại số này." : "Kiểm tra số thứ tự trước khi lấy phần tử.")
  }

  /// A key that a dictionary does not have.
  public static func missingKey(_ key: String, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH006", message: "bảng tra không có mục \(Wording.quoted(key))\(place.text)",
      span: span, why: "Chỉ lấy được những mục đã ghi vào bảng tra.",
      advice: "Thêm mục còn thiếu, hoặc kiểm tra trước bằng có khóa(…; …).")
  }

  /// No subject with that key or name. `hasRows`: whether there is any of the kind; nil: not known.
  public static func unknownSubject(
    _ key: String, kind: String, hasRows: Bool? = nil, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    let message = "không có \(kind) nào là \(Wording.quoted(key))\(place.text)"
    if hasRows == false {
      return Diagnostic(
        code: "CH007", message: message, span: span, why: "Số liệu \(kind) chưa có dòng nào.",
        advice: "Nhập số liệu \(kind) rồi chạy lại.")
    }
    return Diagnostic(
      code: "CH007", message: message, span: span,
      why: "Dữ liệu không có dòng nào mang mã hoặc tên này.",
      advice: "Kiểm tra lại mã hoặc tên, hoặc thêm dòng còn thiếu vào dữ liệu.")
  }

  /// Several subjects with that name.
  public static func ambiguousSubject(
    _ key: String, kind: String, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH008",
      message: "có nhiều hơn một \(kind) tên là \(Wording.quoted(key))\(place.text)", span: span,
      why: "Chỉ gọi được bằng tên khi không trùng tên.", advice: "Gọi bằng mã.")
  }

  /// A number of places no rounding takes.
  public static func badPlaces(_ value: String, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH009", message: "không làm tròn đến \(value) chữ số thập phân được\(place.text)",
      span: span, why: "Số chữ số thập phân phải từ -1.000 đến 1.000.",
      advice: "Viết một số nhỏ hơn, thường là 0, 1 hoặc 2.")
  }

  /// A step that is not above zero.
  public static func badStep(_ value: String, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH010", message: "bước làm tròn phải lớn hơn 0, nhưng là \(value)\(place.text)",
      span: span, why: "Làm tròn theo bước là chọn bội số gần nhất của bước.",
      advice: "Viết một bước lớn hơn 0, ví dụ làm tròn theo bước(x; 0,25).")
  }

  /// Zero to a negative power.
  public static func badPower(_ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH011", message: "0 không có lũy thừa với số mũ âm\(place.text)", span: span,
      why: "Lũy thừa với số mũ âm là phép chia cho 0.", advice: "Xét riêng trường hợp số bằng 0.")
  }

  /// The root of a negative number.
  public static func negativeRoot(_ value: String, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH012", message: "số âm không có căn bậc hai: \(value)\(place.text)", span: span,
      why: "Bình phương của mọi số đều không âm.", advice: "Xét riêng trường hợp số âm.")
  }

  /// A text that is no number.
  public static func notANumber(_ text: String, _ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH013", message: "\(Wording.quoted(text)) không phải là số\(place.text)", span: span,
      why: "Số viết với dấu phẩy thập phân và dấu chấm phân nhóm: 8,5 hoặc 1.250.000.",
      advice: "Sửa lại nội dung, hoặc bỏ phần chữ đi cùng số.")
  }

  /// A number whose decimals never end, to be said in words.
  public static func endlessNumber(_ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH014", message: "số thập phân vô hạn không đọc thành chữ được\(place.text)",
      span: span, why: "Chẳng hạn 1/3 có vô hạn chữ số sau dấu phẩy.",
      advice: "Làm tròn trước: bằng chữ(làm tròn(x; 2)).")
  }

  /// A day that is not in the calendar.
  public static func badDate(_ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH015", message: "không có ngày này trong lịch\(place.text)", span: span,
      why: "Ngày phải có thật, trong các năm từ 1 đến 9999.",
      advice: "Kiểm tra lại ngày, tháng và năm.")
  }

  /// An empty text to look for.
  public static func emptyText(_ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH016", message: "chữ cần tìm không được rỗng\(place.text)", span: span,
      why: "Chữ rỗng có ở mọi chỗ nên không biết thay hay tách ở đâu.",
      advice: "Viết chữ cần tìm trong dấu ngoặc kép.")
  }

  /// No tier, level or branch holds.
  public static func noTierHolds(
    _ rule: String, _ value: String?, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH017",
      message: "\(rule): không dòng nào đúng\(place.text)\(found(value))", span: span,
      why: "Quy định không nói trường hợp này thì tính thế nào.",
      advice: "Thêm dòng \"còn lại …\" hoặc sửa lại các khoảng cho kín.")
  }

  /// Two exclusive tiers or levels hold.
  public static func twoTiersHold(
    _ rule: String, _ value: String?, _ place: RunPlace, span: Span, other: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH018", message: "\(rule): hai dòng cùng đúng\(place.text)\(found(value))",
      span: span, label: "dòng này đúng", labels: [.init(other, "dòng này cũng đúng")],
      why: "Các dòng loại trừ nhau thì mỗi đối tượng chỉ được rơi vào một dòng.",
      advice: "Sửa lại điều kiện, hoặc nói rõ thứ tự: xét từ trên xuống.")
  }

  /// Two exceptions hold and give different values.
  public static func exceptionsConflict(
    _ rule: String, _ value: String?, _ place: RunPlace, span: Span, other: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH019",
      message: "\(rule): hai trường hợp riêng cho kết quả khác nhau\(place.text)\(found(value))",
      span: span, label: "trường hợp này đúng",
      labels: [.init(other, "trường hợp này cũng đúng")],
      why: "Quy định tự mâu thuẫn với đối tượng này, máy không tự chọn.",
      advice: "Viết \", ưu tiên hơn\" vào cuối dòng được áp dụng trước.")
  }

  /// A directly entered score above the maximum.
  public static func aboveMaximum(
    _ rule: String, _ value: String?, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH020",
      message: "\(rule): điểm chấm trực tiếp cao hơn điểm tối đa\(place.text)\(found(value))",
      span: span, why: "Điểm chấm vượt thang thường là nhập nhầm; máy không tự cắt.",
      advice: "Sửa lại điểm, hoặc viết \"được vượt thang\" nếu quy định cho phép.")
  }

  /// A directly entered score below zero.
  public static func belowZero(
    _ rule: String, _ value: String?, _ place: RunPlace, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH021",
      message: "\(rule): điểm chấm trực tiếp là số âm\(place.text)\(found(value))", span: span,
      why: "Điểm âm thường là nhập nhầm; máy không tự nâng lên 0.",
      advice: "Sửa lại điểm, hoặc viết \"được âm\" nếu quy định cho phép.")
  }

  /// A value that has not been computed when it is asked for.
  public static func notComputed(_ place: RunPlace, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH022", message: "giá trị này chưa được tính\(place.text)", span: span,
      why: "Dữ liệu chưa được đọc, hoặc bước tính trước đó chưa chạy.",
      advice: "Chạy lại từ đầu; nếu vẫn gặp, xin báo lỗi kèm kịch bản.")
  }

  private static func found(_ value: String?) -> String {
    value.map { " (giá trị \($0))" } ?? ""
  }
}
