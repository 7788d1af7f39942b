// Wording about `quy trình`, progress data and `chốt số liệu`: CP380, KT380…, DL070…, TL040…. In:
// names,
// dates, places. Out: finished diagnostics. Used by the parser, the checker and the façade; the
// explanations stand in ProcessMessages+Entries.swift.

/// Constructors and catalogue entries of processes and closed periods.
public enum ProcessMessages {
  // MARK: Writing

  /// `hạn` followed by something that is no day.
  public static func deadlineExpected(found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP380", message: "\(Wording.quoted(found)) không phải là một hạn", span: span,
      why: "Hạn là một ngày, hoặc một số ngày sau một bước khác.",
      advice: "Viết: hạn 15/7/2026, hoặc: hạn 10 ngày làm việc sau bước 2.")
  }

  // MARK: Steps

  /// The script already has a kind of that name.
  public static func kindTaken(_ name: String, span: Span, kind: Span) -> Diagnostic {
    Diagnostic(
      code: "KT380", message: "tên loại \(Wording.quoted(name)) để dành cho quy trình", span: span,
      labels: [.init(kind, "kịch bản đã dùng tên này ở đây")],
      why: "Có quy trình thì máy tự có hai loại đối tượng: bước, và tiến độ của từng bước.",
      advice: "Đổi tên loại đối tượng của kịch bản.")
  }

  /// Nobody of that name.
  public static func unknownResponsible(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    let near = suggestions.map { Wording.quoted($0) }.joined(separator: " hoặc ")
    return Diagnostic(
      code: "KT381", message: "không biết ai là \(Wording.quoted(name))", span: span,
      why: "Sau \"do\" là vai trò trong cụm (cụm trưởng, cụm phó thường trực, cụm phó, thành viên, "
        + "theo dõi), một loại đối tượng, hoặc một hội đồng đã khai báo.",
      advice: near.isEmpty
        ? "Người hay phòng khác thì đặt trong ngoặc kép: do \"\(name)\"."
        : "Có phải ý anh/chị là \(near)? Người hay phòng khác thì đặt trong ngoặc kép.",
      fix: suggestions.count == 1 ? Diagnostic.Fix(span, suggestions[0]) : nil)
  }

  /// A role of clusters where no cluster, or no members, are declared.
  public static func roleWithoutClusters(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT382", message: "chưa có cụm nào để biết \(name) là ai", span: span,
      why: "Vai trò này lấy từ các khối \"cụm\" và trường loại cụm của đối tượng.",
      advice: "Khai báo các cụm, hoặc ghi thẳng: do tập thể, do \"Phòng …\".")
  }

  /// Two steps with one number.
  public static func stepTwice(_ code: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT383", message: "bước \(code) đã có rồi", span: span,
      labels: [.init(first, "bước \(code) đầu tiên ở đây")],
      why: "Số liệu tiến độ và quy tắc gọi bước bằng số, nên mỗi số chỉ một bước, kể cả khi kịch "
        + "bản "
        + "có nhiều quy trình.",
      advice: "Đánh số khác; quy trình thứ hai có thể đánh số 2.1, 2.2, …")
  }

  /// A step nobody declared.
  public static func unknownStep(_ code: String, span: Span, known: [String]) -> Diagnostic {
    Diagnostic(
      code: "KT384", message: "không có bước \(code)", span: span,
      advice: known.isEmpty
        ? "Khai báo các bước trong khối quy trình."
        : "Các bước đã có: "
          + "\(known.joined(separator: "; ")).")
  }

  /// Steps that wait for each other.
  public static func stepCircle(_ codes: [String], span: Span) -> Diagnostic {
    let circle = (codes + codes.prefix(1)).map { "bước \($0)" }.joined(separator: " → ")
    return Diagnostic(
      code: "KT385", message: "các bước chờ nhau thành vòng tròn: \(circle)", span: span,
      why: "Bước nào cũng phải chờ bước khác, nên không bước nào bắt đầu được.",
      advice: "Bỏ một chỗ \"sau bước …\" trong vòng.")
  }

  /// A deadline that comes before the one of the step it follows.
  public static func deadlineBeforeEarlierStep(
    _ code: String, _ day: String, after earlier: String, _ earlierDay: String, span: Span,
    first: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT386",
      message: "bước \(code) làm sau bước \(earlier) mà hạn \(day) lại trước hạn \(earlierDay)",
      span: span, labels: [.init(first, "bước \(earlier) ở đây")],
      why: "Bước trước còn chưa đến hạn thì bước sau chưa thể phải xong.",
      advice: "Sửa lại một trong hai hạn, hoặc bỏ \"sau bước \(earlier)\" nếu hai bước làm song "
        + "song.")
  }

  /// A later number with an earlier deadline, without `sau bước`.
  public static func deadlinesOutOfOrder(
    _ code: String, _ day: String, after earlier: String, _ earlierDay: String, span: Span,
    first: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT393",
      message: "bước \(code) hạn \(day), trước hạn \(earlierDay) của bước \(earlier)", span: span,
      labels: [.init(first, "bước \(earlier) ở đây")],
      advice: "Nếu hai bước làm song song thì không cần sửa; nếu không, xem lại ngày, tháng, năm.")
  }

  /// A day outside the campaign.
  public static func outsidePeriod(
    _ day: String, period: String, isStated: Bool, span: Span
  ) -> Diagnostic {
    Diagnostic(
      isStated ? .error : .warning, code: "KT387", message: "ngày \(day) ở ngoài \(period)",
      span: span,
      advice: isStated
        ? "Sửa lại ngày, hoặc sửa thời gian ghi ở khối phong trào."
        : "Sửa lại ngày; nếu đúng thì ghi ở khối phong trào, ví dụ: "
          + "thời gian: từ 1/1/2026 đến 31/3/2027.")
  }

  /// A process inherited from an earlier year, with the days of that year.
  public static func processOfOldYear(
    _ title: String, count: Int, year: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT521",
      message: "quy trình \(Wording.quoted(title)) còn ghi ngày của năm khác, chưa có ngày của năm "
        + "\(year)",
      span: span,
      why: "\(Wording.count(count)) ngày của bước và mốc đều ở ngoài năm \(year).",
      advice: "Viết lại quy trình trong kịch bản năm \(year); kịch bản do năm-mới tạo đã chép "
        + "sẵn sau dấu #: sửa ngày rồi bỏ dấu #.")
  }

  /// `từ` later than `đến`.
  public static func startAfterDeadline(_ start: String, _ end: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT388", message: "bắt đầu ngày \(start) lại sau hạn \(end)", span: span,
      advice: "Viết ngày sớm trước: từ \(end) đến \(start), hoặc sửa lại ngày.")
  }

  /// `hạn N ngày sau bước X` where X has no deadline.
  public static func noDeadlineToCountFrom(_ code: String, span: Span, step: Span) -> Diagnostic {
    Diagnostic(
      code: "KT389",
      message: "bước \(code) không ghi hạn nên không đếm ngày từ đó "
        + "được", span: span,
      labels: [.init(step, "bước \(code) ở đây")],
      advice: "Ghi hạn cho bước \(code), hoặc viết thẳng ngày.")
  }

  /// `số ngày chậm bước N` of a step without a deadline.
  public static func stepWithoutDeadline(_ code: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT394", message: "bước \(code) không ghi hạn nên không có số ngày chậm", span: span,
      advice: "Ghi hạn cho bước \(code), hoặc thôi dùng số ngày chậm của bước này.")
  }

  /// `in tiến độ` in a script without steps.
  public static func noProcess(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT398", message: "kịch bản chưa có quy trình nào để in tiến độ", span: span,
      advice: "Khai báo khối: quy trình \"…\" … hết, trong đó có các dòng bước.")
  }

  // MARK: chốt số liệu

  /// What happens to later rows is not said.
  public static func lateRowsUnclear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT390", message: "chưa nói số liệu sau ngày chốt thì xử lý thế nào", span: span,
      why: "Có nơi coi là sai và không nhận, có nơi vẫn tính nhưng nêu tên, có nơi để sang kỳ "
        + "sau; kết "
        + "quả khác nhau.",
      advice: "Thêm vào cuối dòng \", sau ngày chốt thì báo lỗi\", \", sau ngày chốt thì chỉ "
        + "nhắc\" "
        + "hoặc \", sau ngày chốt thì không tính\".")
  }

  /// Which rows, or which of their dates, is not said.
  public static func closingUnclear(choices: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT391", message: "chưa nói chốt số liệu của loại nào, theo ngày nào", span: span,
      why: "Máy so ngày chốt với một trường ngày của từng dòng số liệu.",
      advice: choices.isEmpty
        ? "Số liệu phải có một trường loại ngày."
        : "Viết một trong các cách: \(choices.joined(separator: "; ")).")
  }

  /// The field is no date that data gives.
  public static func closingFieldWrong(
    _ field: String, kind: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT392", message: "\(kind) không có trường ngày \(Wording.quoted(field)) trong số liệu",
      span: span,
      advice: suggestions.isEmpty
        ? "Thêm vào khối đối tượng \(kind) một trường loại ngày."
        : "Các trường ngày của \(kind): \(suggestions.joined(separator: "; ")).")
  }

  /// Two closing days for one field.
  public static func closedTwice(_ kind: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT395", message: "số liệu \(kind) đã có ngày chốt", span: span,
      labels: [.init(first, "ngày chốt đầu tiên ở đây")], advice: "Bỏ một trong hai dòng.")
  }

  // MARK: căn cứ

  /// `căn cứ của` something that is no rule.
  public static func basisNeedsRule(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT396", message: "sau \"căn cứ của\" phải là tên một quy tắc", span: span,
      why: "Căn cứ là của tiêu chí, xếp loại, danh hiệu, công thức hay tham số, không phải của một "
        + "phép tính.",
      advice: "Viết, ví dụ: căn cứ của tổng điểm, căn cứ của tiêu chí 4.1 của tập thể.")
  }

  /// `căn cứ của X của` something that is no kind.
  public static func basisOwnerUnclear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT396", message: "không biết đây là quy tắc của loại đối tượng nào", span: span,
      advice: "Viết tên loại đối tượng, ví dụ: căn cứ của tổng điểm của tập thể.")
  }

  /// Several kinds have such a rule, on different bases.
  public static func basisOfSeveral(_ rule: String, kinds: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT397",
      message: "\(Wording.quoted(rule)) có ở \(Wording.enumeration(kinds)), căn cứ khác nhau",
      span: span,
      advice: "Viết rõ: "
        + kinds.map { "căn cứ của \(rule) của \($0)" }.joined(separator: ", hoặc ") + ".")
  }

  // MARK: dữ liệu điểm

  /// A score sheet for subjects whom nobody enters points for.
  public static func noEnteredCriteria(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT399", message: "\(kind) không có tiêu chí nào nhập điểm trực tiếp", span: span,
      why: "Phiếu chấm mỗi dòng một tiêu chí chỉ chứa điểm do người nhập; tiêu chí khác do máy "
        + "tính.",
      advice: "Ghi \"chấm trực tiếp\" ở tiêu chí mà phiếu có điểm.")
  }

  /// Subjects without a single key cannot be named in a sheet.
  public static func pointRowsNeedKey(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT399", message: "\(kind) phải có đúng một trường khóa", span: span,
      why: "Mỗi dòng của phiếu chấm ghi mã để biết điểm là của ai.",
      advice: "Thêm vế \", khóa\" vào trường mã của đối tượng \(kind).")
  }

  /// A column that a score sheet does not have.
  public static func unknownPointColumn(
    _ name: String, known: [String], span: Span, suggestions: [String]
  ) -> Diagnostic {
    let near = suggestions.map { Wording.quoted($0) }.joined(separator: " hoặc ")
    return Diagnostic(
      code: "KT399", message: "phiếu chấm không có cột \(Wording.quoted(name))", span: span,
      why: "Các cột của phiếu là: \(known.joined(separator: "; ")).",
      advice: near.isEmpty
        ? "Cột khác thì ghi: bỏ qua cột \"…\"; cột điểm khác thì thêm ở dòng cột điểm."
        : "Có phải ý anh/chị là \(near)?",
      fix: suggestions.count == 1 ? Diagnostic.Fix(span, suggestions[0]) : nil)
  }

  /// Nobody entered points for a criterion.
  public static func pointsMissing(
    _ criterion: String, column: String, subjects: [String], total: Int, kind: String,
    file: String?, span: Span
  ) -> Diagnostic {
    var names = subjects.joined(separator: "; ")
    if total > subjects.count { names += "; và \(Wording.count(total - subjects.count)) nữa" }
    let place = file.map { " trong tệp \(Wording.quotedPath($0))" } ?? ""
    return Diagnostic(
      code: "DL076",
      message: "chưa có \(column) của \(criterion) cho \(Wording.count(total)) \(kind)\(place): "
        + names,
      span: span, why: "Chưa chấm khác với chấm 0; máy không tự cho điểm.",
      advice: "Thêm dòng hoặc điền ô còn thiếu; tiêu chí không thuộc diện thì ghi \"không giao\".")
  }

  /// Two rows for one subject and one criterion.
  public static func pointsTwice(
    _ subject: String, _ criterion: String, firstLine: Int?
  ) -> Diagnostic {
    Diagnostic(
      code: "DL077",
      message: "\(Wording.quoted(subject)) đã có điểm \(criterion)"
        + (firstLine.map { " ở dòng \($0)" } ?? ""),
      why: "Mỗi tiêu chí của một đơn vị chỉ có một dòng; hai dòng thì không biết điểm nào đúng.",
      advice: "Bỏ một trong hai dòng.")
  }

  /// A criterion nobody declared, or one that the machine reckons.
  public static func unknownCriterion(
    _ name: String, known: [String], suggestions: [String]
  ) -> Diagnostic {
    let near = suggestions.map { Wording.quoted($0) }.joined(separator: " hoặc ")
    return Diagnostic(
      code: "DL078", message: "không có tiêu chí nhập điểm nào là \(Wording.quoted(name))",
      why: "Ô này ghi mã hoặc tên của một tiêu chí chấm trực tiếp: "
        + known.prefix(12).joined(separator: "; ") + (known.count > 12 ? "; …" : "") + ".",
      advice: near.isEmpty ? "Sửa lại mã tiêu chí, hoặc bỏ dòng này." : "Có phải là \(near)?")
  }

  // MARK: Data

  /// Two rows for one step and one responsible.
  public static func progressTwice(_ step: String, _ who: String, firstLine: Int?) -> Diagnostic {
    let line = firstLine.map { " (dòng \($0))" } ?? ""
    return Diagnostic(
      code: "DL070", message: "\(who) đã có dòng tiến độ bước \(step)\(line)",
      why: "Mỗi người phụ trách chỉ có một ngày xong cho một bước.",
      advice: "Bỏ một trong hai "
        + "dòng.")
  }

  /// The row names somebody who does not do the step.
  public static func notResponsible(_ step: String, _ who: String, does: String) -> Diagnostic {
    Diagnostic(
      code: "DL071", message: "\(who) không phụ trách bước \(step)",
      why: "Bước \(step) do \(does) làm.", advice: "Sửa lại số bước hoặc đơn vị ở dòng này.")
  }

  /// The row does not say whose step it is.
  public static func responsibleMissing(_ step: String, does: String) -> Diagnostic {
    Diagnostic(
      code: "DL072", message: "dòng tiến độ bước \(step) chưa ghi là của ai",
      why: "Bước \(step) do \(does) làm, nên có nhiều người phụ trách.",
      advice: "Ghi đơn vị hoặc cụm ở dòng này.")
  }

  /// A row dated after the closing day, where such rows are refused.
  public static func afterClosing(_ field: String, _ day: String, closing: String) -> Diagnostic {
    Diagnostic(
      code: "DL073", message: "\(field) \(day) sau ngày chốt số liệu \(closing)",
      why: "Kịch bản ghi: số liệu sau ngày chốt thì báo lỗi.",
      advice: "Sửa lại ngày, chuyển dòng này sang kỳ sau, hoặc sửa ngày chốt nếu được gia hạn.")
  }

  /// Rows dated after the closing day that only count, or do not count.
  public static func rowsAfterClosing(
    _ kind: String, rows: [String], total: Int, closing: String, areLeftOut: Bool, span: Span
  ) -> Diagnostic {
    var notes = rows
    if total > rows.count { notes.append("và \(Wording.count(total - rows.count)) dòng nữa") }
    let outcome = areLeftOut ? "không tính vào kỳ này" : "vẫn được tính"
    return Diagnostic(
      .warning, code: areLeftOut ? "DL075" : "DL074",
      message: "\(Wording.count(total)) dòng \(kind) sau ngày chốt số liệu \(closing), \(outcome)",
      span: span, notes: notes)
  }

  /// `in tiến độ đến` a day that is blank.
  public static func reckoningDayBlank(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH090", message: "ngày tính tiến độ đang trống", span: span,
      advice: "Ghi một ngày, ví dụ: in tiến độ đến ngày 20/11/2026.")
  }

  // MARK: Command line

  /// `tiến-độ` without a day.
  public static func dayMissing() -> Diagnostic {
    Diagnostic(
      code: "TL040", message: "chưa nói tính tiến độ đến ngày nào",
      why: "Máy không xem đồng hồ, để ai chạy, chạy lúc nào cũng ra cùng một kết quả.",
      advice: "Thêm ngày, ví dụ: thidua tiến-độ TỆP --ngày 20/11/2026.")
  }

  /// `tiến-độ` of a script without a process.
  public static func nothingToFollow(_ script: String) -> Diagnostic {
    Diagnostic(
      code: "TL041", message: "\(Wording.quotedPath(script)) chưa có quy trình nào",
      advice: "Khai báo khối: quy trình \"…\" … hết, trong đó có các dòng bước.")
  }
}
