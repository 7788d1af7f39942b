// Wording of what ranks, quotas and awards find in the data. In: subjects as people call them,
// rules as the script calls them. Out: finished diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// Subjects named in one message; the others are counted.
  public static let namesShown = 6

  /// Subjects that are equal in every key of a ranking that says `báo lỗi`.
  public static func tiedRank(
    rule: String, subjects: [String], total: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL023",
      message: "\(rule): \(listed(subjects, total)) bằng nhau ở mọi tiêu thức xếp hạng", span: span,
      why: "Quy định ghi: vẫn bằng nhau thì báo lỗi.",
      advice: "Thêm tiêu thức vào dòng theo …, hoặc chọn cách khác cho trường hợp bằng nhau.")
  }

  /// Subjects of one rank whose order a council must vote on.
  public static func councilVotes(
    rule: String, subjects: [String], total: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL024",
      message: "\(rule): \(listed(subjects, total)) bằng nhau, hội đồng bỏ phiếu", span: span,
      why: "Các đối tượng này được ghi cùng một hạng cho đến khi hội đồng quyết định.",
      advice: "Sau khi bỏ phiếu, đưa kết quả vào dữ liệu và thêm làm tiêu thức xếp hạng.")
  }

  /// Subjects equal at the last place of a level's quota.
  public static func tiedLimit(
    rule: String, level: String, places: Int, subjects: [String], total: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL025",
      message: "\(rule): \(listed(subjects, total)) bằng nhau ở suất cuối cùng của mức "
        + Wording.quoted(level), span: span,
      why: "Hạn mức chỉ còn cho \(Wording.count(places)) đối tượng trong số này.",
      advice: "Thêm tiêu thức ưu tiên vào hạn mức để biết ai được giữ mức.")
  }

  /// A quota that is not one number for the whole group, or no usable number at all.
  public static func badQuota(
    rule: String, reason: QuotaProblem, group: String?, span: Span
  ) -> Diagnostic {
    let place = group.map { " (\($0))" } ?? ""
    let (message, advice): (String, String) =
      switch reason {
      case .differs:
        (
          "\(rule): hạn mức khác nhau giữa các đối tượng trong cùng một nhóm\(place)",
          "Hạn mức phải là một số chung cho cả nhóm."
        )
      case .blank:
        ("\(rule): hạn mức còn trống\(place)", "Nhập số liệu để tính được hạn mức.")
      case .negative:
        ("\(rule): hạn mức âm\(place)", "Hạn mức phải từ 0 trở lên; kiểm tra lại biểu thức.")
      case .fractional(let value):
        (
          "\(rule): hạn mức tính ra \(value)\(place), không phải số nguyên",
          "Ghi cách lấy số lẻ: số lẻ từ 0,5 trở lên tính là 1, hoặc bỏ số lẻ."
        )
      }
    return Diagnostic(
      code: "DL026", message: message, span: span,
      why: "Không biết được bao nhiêu suất thì không xét được.", advice: advice)
  }

  /// What is wrong with a quota.
  public enum QuotaProblem: Sendable, Equatable {
    case differs
    case blank
    case negative
    /// The product as text.
    case fractional(String)
  }

  /// A blank among the values of a group aggregate.
  public static func blankInGroup(
    column: String, subject: String, span: Span, place: DataPlace?
  ) -> Diagnostic {
    Diagnostic(
      code: "DL027",
      message: "\(Wording.quoted(column)) của \(Wording.quoted(subject)) còn trống nên không tính "
        + "được cho cả nhóm",
      span: span, place: place,
      why: "Ô trống là chưa có số liệu, không phải là 0; máy không tự bỏ qua.",
      advice: "Điền số liệu, hoặc viết: \(column) nếu trống thì 0.")
  }

  /// A reference cell that names nobody.
  public static func unknownReference(
    _ value: String, kind: String, place: DataPlace?, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "DL028", message: "không có \(kind) nào là \(Wording.quoted(value))", place: place,
      why: "Ô này phải ghi mã hoặc tên của một \(kind) đã có.",
      advice: suggestions.isEmpty
        ? "Kiểm tra lại mã, hoặc thêm \(kind) này vào dữ liệu."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// Ties beyond those told one by one.
  public static func moreTies(
    _ count: Int, rule: String, isError: Bool, span: Span
  ) -> Diagnostic {
    Diagnostic(
      isError ? .error : .warning, code: isError ? "DL023" : "DL024",
      message: "\(rule): còn \(Wording.count(count)) nhóm đối tượng bằng nhau nữa", span: span,
      why: "Chỉ liệt kê những nhóm đầu tiên.",
      advice: "Thêm tiêu thức vào dòng theo … để bớt các trường hợp bằng nhau.")
  }

  /// Subjects whose group is blank where a rule works inside groups.
  public static func noGroup(
    rule: String, subjects: [String], total: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "DL029",
      message: "\(rule): \(listed(subjects, total)) chưa ghi thuộc nhóm nào", span: span,
      why: "Quy tắc này xét trong mỗi nhóm, nên phải biết từng đối tượng thuộc nhóm nào.",
      advice: "Điền ô nhóm (cụm, đơn vị …) cho các đối tượng này, hoặc loại họ ra khỏi quy tắc.")
  }

  /// The subjects given, then how many more of `total` there are.
  private static func listed(_ subjects: [String], _ total: Int) -> String {
    guard total > subjects.count else { return Wording.enumeration(subjects) }
    return subjects.map(Wording.quoted).joined(separator: ", ")
      + " và \(Wording.count(total - subjects.count)) đối tượng khác"
  }
}
