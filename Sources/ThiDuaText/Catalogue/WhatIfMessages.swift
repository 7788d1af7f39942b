// Wording of what-if questions: assumptions, comparisons, searches (CH08x). In: names and values as
// people write them. Out: finished diagnostics. Used by the façade's campaign.

/// Constructors and catalogue entries of what-if questions over loaded data.
public enum WhatIfMessages {
  /// An assumed value that the field could not have in data either; `rule` says what it may be.
  public static func valueNotAllowed(
    _ value: String, field: String, subject: String, rule: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH080",
      message: "không giả sử được \(field) của \(subject) là \(Wording.visible(value, limit: 60))",
      span: span, why: "Trường \(Wording.quoted(field)) chỉ nhận \(rule).",
      advice: "Giả sử một giá trị mà số liệu thật cũng có thể có.")
  }

  /// Keys and names tell subjects apart; they cannot be assumed to be others.
  public static func identityAssumed(_ field: String, kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH081", message: "không giả sử được \(Wording.quoted(field)) của \(kind)",
      span: span,
      why: "Khóa và tên cho biết \(kind) nào là \(kind) nào, nên không đổi được trong giả sử.",
      advice: "Giả sử số liệu của \(kind) ấy, giữ nguyên khóa và tên.")
  }

  /// The script to compare with cannot be computed.
  public static func otherScriptFails(
    _ path: String, first: String, total: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH082", message: "không so sánh được với kịch bản \(Wording.quotedPath(path))",
      span: span,
      why: "Kịch bản ấy có \(Wording.count(total)) lỗi, lỗi đầu tiên: \(first).",
      advice: "Chạy riêng kịch bản ấy để xem hết các lỗi, sửa rồi so sánh lại.")
  }

  /// More cells, values or trials than anybody reads or waits for; nil: more than there are numbers for.
  public static func tooManyTrials(_ count: Int?, limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH083",
      message: "bảng giả sử có \(count.map { Wording.count($0) } ?? "quá nhiều") trường hợp",
      span: span,
      why: "Một bảng giả sử thử nhiều nhất \(Wording.count(limit)) trường hợp.",
      advice: "Thu hẹp khoảng, hoặc ghi bước lớn hơn.")
  }

  /// A range that goes backwards or a step that goes nowhere.
  public static func emptyAxis(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH084", message: "khoảng này không có giá trị nào", span: span,
      why: "Khoảng đi từ số nhỏ đến số lớn, bước lớn hơn 0.",
      advice: "Viết như: từ 0 đến 12, bước 2.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CH080", title: "giá trị giả sử không hợp lệ",
      explanation: "Giá trị giả sử phải là giá trị mà số liệu thật cũng có thể có: đúng khoảng, "
        + "đúng bước, chỉ trống hoặc không áp dụng khi trường cho phép.",
      wrongExample: "điểm nội quy của tập thể \"A\" = 12   # trường ghi: từ 0 đến 10",
      rightExample: "điểm nội quy của tập thể \"A\" = 10"),
    CatalogueEntry(
      code: "CH081", title: "giả sử khóa hoặc tên",
      explanation: "Khóa và tên phân biệt các đối tượng. Giả sử chỉ đổi số liệu, tham số và quy "
        + "tắc.",
      wrongExample: "mã của tập thể \"A\" = \"B\"",
      rightExample: "số tin bài của tập thể \"A\" = 12"),
    CatalogueEntry(
      code: "CH082", title: "kịch bản để so sánh có lỗi",
      explanation: "So sánh với một kịch bản khác thì kịch bản ấy được kiểm tra, đọc số liệu và "
        + "tính như khi chạy riêng; có lỗi thì không so sánh được.",
      wrongExample: "so sánh hiện hành với kịch bản \"nam-2025.thidua\"   # tệp ấy có lỗi",
      rightExample: "so sánh hiện hành với kịch bản \"nam-2025.thidua\"   # tệp ấy chạy được"),
    CatalogueEntry(
      code: "CH083", title: "bảng giả sử quá lớn",
      explanation: "Mỗi ô của bảng giả sử là một lần tính lại; bảng quá lớn không ai đọc nổi.",
      wrongExample: "… theo điểm của tập thể \"A\" từ 0 đến 100, bước 0,001",
      rightExample: "… theo điểm của tập thể \"A\" từ 0 đến 100, bước 5"),
    CatalogueEntry(
      code: "CH084", title: "khoảng rỗng trong bảng giả sử",
      explanation: "Số liệu đi từ giá trị đầu đến giá trị cuối, mỗi lần thêm một bước; bước phải "
        + "lớn hơn 0 và giá trị đầu không lớn hơn giá trị cuối.",
      wrongExample: "… theo số tin bài của tập thể \"A\" từ 12 đến 0",
      rightExample: "… theo số tin bài của tập thể \"A\" từ 0 đến 12"),
  ]
}
