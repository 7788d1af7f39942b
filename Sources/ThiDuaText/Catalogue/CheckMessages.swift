// Wording of what the checker finds before a run: codes KT001… (kiểm tra). In: names, kinds and
// spans. Out: finished diagnostics. The checker itself never words anything. Names and circles are
// here (KT001…KT019); kinds of values, rules, levels, awards, data and functions stand in the files
// CheckMessages+*.swift, each with the explanations of its own codes.

/// Constructors and catalogue entries of the checking stage.
public enum CheckMessages {
  /// A name nobody declared, with at most three close ones.
  public static func unknownName(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(name))", span: span,
      why: "Tên phải được khai báo trong kịch bản hoặc là tên của một trường dữ liệu.",
      advice: meant(suggestions, otherwise: "Kiểm tra lại cách viết, hoặc khai báo tên này."),
      fix: only(suggestions, span))
  }

  /// The same where the words themselves tell what was meant.
  public static func unknownName(_ name: String, advice: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(name))", span: span,
      why: "Tên phải được khai báo trong kịch bản hoặc là tên của một trường dữ liệu.",
      advice: advice)
  }

  /// `danh hiệu` where the name of one belongs.
  public static func callByName(_ name: String, what: String) -> String {
    "Gọi \(what) bằng tên của nó, ví dụ: '\(name)'."
  }

  /// `tổng điểm của P01`.
  public static func codeInQuotes(_ code: String, kind: String, asked: String) -> String {
    "Nếu \(Wording.quoted(code)) là mã hoặc tên của một \(kind) thì viết: "
      + "\(asked) của \(kind) \"\(code)\"."
  }

  /// `vì sao P01 không đạt tập thể xuất sắc`.
  public static func awardAskedInWords(
    _ award: String, kind: String, subject: String, head: String
  ) -> String {
    "Danh hiệu viết trước, rồi \"của\" ai: \(head) \(award) của \(kind) \"\(subject)\"."
  }

  /// `mức là A`.
  public static func levelInQuotes(_ level: String) -> String {
    "Tên mức đặt trong ngoặc kép: \"\(level)\"."
  }

  /// `khoa X` for one subject.
  public static func subjectInQuotes(_ key: String, kind: String) -> String {
    "Gọi một \(kind) bằng mã hoặc tên trong ngoặc kép: \(kind) \"\(key)\"."
  }

  /// `số hộ đạt X`, `tỷ lệ hộ nghèo`. `condition`: nil counts all; `list`: what the current subject calls those it
  /// has; `link`: the field by which they belong to it.
  public static func countOfSubjects(
    _ call: String, _ kind: String, condition: String?, list: String?, owner: String?, link: String?
  ) -> String {
    let condition = condition.map { " mà \($0)" } ?? ""
    if let list { return "Viết: \(call)(\(list)\(condition))." }
    guard let owner, let link else { return "Viết: \(call)(\(kind)\(condition))." }
    return "Viết: \(call)(các \(kind)\(condition)), sau khi ghi trường \(Wording.quoted(link)) của "
      + "\(kind) là: \(link): \(owner), lập danh sách các \(kind)."
  }

  /// `điểm cộng điểm thưởng`: operations said in words; `formula` has the signs.
  public static func operationInWords(
    _ name: String, formula: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(name))", span: span,
      why: "Phép tính viết bằng dấu + - * /; viết bằng chữ thì cả cụm bị hiểu là một tên.",
      advice: "Có phải ý anh/chị là phép tính \(formula)?",
      fix: Diagnostic.Fix(span, formula))
  }

  /// Part of a declared name that holds a reserved phrase and was written without quotes.
  public static func nameNeedsQuotes(
    _ name: String, whole: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(name))", span: span,
      why: "Có tên \(Wording.quoted(whole)), nhưng trong tên ấy có từ của ngôn ngữ nên câu bị cắt "
        + "ra ở từ đó.",
      advice: "Đặt cả tên trong nháy đơn: '\(whole)', hoặc đổi tên cho gọn.")
  }

  /// `tổng điểm làm tròn 2 chữ số`.
  public static func roundingWithoutComma(
    _ written: String, name: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(written))", span: span,
      why: "Thiếu dấu phẩy trước \"làm tròn\" thì cả cụm bị hiểu là một tên.",
      advice: "Viết: \(name), làm tròn 2 chữ số; hoặc làm tròn(\(name); 2).")
  }

  /// `phiếu đồng ý quá bán`.
  public static func majorityInWords(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(written))", span: span,
      why: "Quá bán là trên một nửa, nhưng phải nói rõ một nửa của số nào.",
      advice: "Viết: phiếu đồng ý trên 50%, tính trên tổng số thành viên hội đồng …, hoặc tính "
        + "trên số người dự, hoặc tính trên số phiếu hợp lệ.")
  }

  /// `in 'Xin chào'`.
  public static func textInSingleQuotes(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT001", message: "không có tên nào là \(Wording.quoted(written))", span: span,
      why: "Nháy đơn dùng cho tên; một đoạn chữ thì đặt trong ngoặc kép.",
      advice: "Nếu đây là chữ thì viết \"\(written)\".")
  }

  /// A field of a kind where no subject is being reckoned, as in `in tổng điểm`.
  public static func fieldWithoutSubject(
    _ name: String, kind: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT012",
      message: "\(Wording.quoted(name)) là của từng \(kind), mà ở đây không xét \(kind) nào",
      span: span,
      why: "Ngoài quy định, chẳng hạn ở lệnh in, phải nói rõ là của ai.",
      advice: "Viết: \(name) của \(kind) \"MÃ\", hoặc của tất cả: \(name) của \(kind).")
  }

  /// The same name declared twice.
  public static func duplicateName(_ name: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT002", message: "tên \(Wording.quoted(name)) được khai báo hai lần", span: span,
      label: "khai báo lần nữa ở đây", labels: [.init(first, "khai báo lần đầu ở đây")],
      why: "Mỗi tên chỉ được có một nghĩa cho mỗi loại đối tượng.",
      advice: "Đổi một trong hai tên, hoặc bỏ khai báo thừa.")
  }

  /// Fields that need each other; `names` lists the circle in order, without repeating the first.
  public static func cycle(_ names: [String], spans: [Span]) -> Diagnostic {
    let circle = (names + names.prefix(1)).map(Wording.quoted).joined(separator: " → ")
    return Diagnostic(
      code: "KT003", message: "cách tính đi thành vòng tròn: \(circle)",
      span: spans.first ?? .none,
      labels: zip(names, spans).dropFirst().map { .init($1, "\(Wording.quoted($0)) ở đây") },
      why: "Không tính được giá trị nào trước, vì giá trị nào cũng cần giá trị khác trong vòng.",
      advice: "Bỏ một mối nối trong vòng, chẳng hạn dùng dữ liệu nhập thay cho giá trị tính.")
  }

  /// A kind of subject, or the kind of a field, that nobody declared.
  public static func unknownKind(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT004", message: "không có loại nào tên là \(Wording.quoted(name))", span: span,
      why: "Loại phải là số, số lượng, tỷ lệ, chữ, ngày, có/không, một thang bậc hoặc một loại đối "
        + "tượng đã khai báo.",
      advice: meant(
        suggestions,
        otherwise: "Khai báo loại này bằng khối: đối tượng \(name) … hết, hoặc sửa lại tên loại."),
      fix: only(suggestions, span))
  }

  /// A call of something that is no function.
  public static func unknownFunction(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT005", message: "không có hàm nào tên là \(Wording.quoted(name))", span: span,
      why: "Một tên có dấu ngoặc ( ngay sau là lời gọi hàm; hàm phải có sẵn hoặc đã khai báo.",
      advice: meant(
        suggestions,
        otherwise: "Khai báo: hàm \(name)(…) = …. Nếu muốn nhân thì viết dấu *: \(name) * (…)."),
      fix: only(suggestions, span))
  }

  /// An award of `không đồng thời với` that the kind does not have.
  public static func unknownAward(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT006", message: "không có danh hiệu nào tên là \(Wording.quoted(name))", span: span,
      why: "Sau \"không đồng thời với\" phải là một danh hiệu hoặc hình thức khen thưởng đã khai "
        + "báo "
        + "cho cùng loại đối tượng.",
      advice: meant(suggestions, otherwise: "Khai báo danh hiệu này, hoặc bỏ dòng này."),
      fix: only(suggestions, span))
  }

  /// A basis that cites a document nobody declared.
  public static func unknownDocument(
    _ label: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT007", message: "không có văn bản nào mang nhãn \(Wording.quoted(label))", span: span,
      why: "Mỗi căn cứ phải chỉ đến một văn bản đã khai báo, để người đọc tra cứu được.",
      advice: meant(
        suggestions,
        otherwise: "Khai báo ở đầu kịch bản: văn bản \(label) \"Tên đầy đủ của văn "
          + "bản\"."),
      fix: only(suggestions, span))
  }

  /// `chấm X` with no scoring method X.
  public static func unknownMethod(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT008", message: "không có cách chấm nào tên là \(Wording.quoted(name))", span: span,
      why: "Sau \"chấm\" phải là \"trực tiếp\" hoặc tên một cách chấm đã khai báo.",
      advice: meant(
        suggestions,
        otherwise: "Khai báo cách chấm này, hoặc viết \"chấm trực tiếp\" nếu điểm được nhập sẵn."),
      fix: only(suggestions, span))
  }

  /// A text that is none of the levels of its scale; `levels` from high to low.
  public static func unknownLevel(
    _ text: String, scale: String, levels: [String], span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT009",
      message: "\(Wording.quoted(text)) không phải là một mức của \(Wording.quoted(scale))",
      span: span, why: "Các mức từ cao xuống thấp: \(listed(levels)).",
      advice: meant(suggestions, otherwise: "Viết đúng tên một trong các mức trên."),
      fix: only(suggestions.map { "\"\($0)\"" }, span))
  }

  /// A column of a file mapped to something that is no input field.
  public static func notAField(
    _ name: String, span: Span, kind: String, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT010",
      message: "\(Wording.quoted(name)) không phải là trường dữ liệu của \(kind)", span: span,
      why: "Cột trong tệp chỉ đưa được vào trường khai báo trong khối: đối tượng \(kind).",
      advice: meant(
        suggestions, otherwise: "Thêm trường \(Wording.quoted(name)) vào khối đối tượng \(kind)."),
      fix: only(suggestions, span))
  }

  /// A rule that does not say whose it is, where several kinds exist.
  public static func kindMissing(_ name: String, span: Span, kinds: [String]) -> Diagnostic {
    let examples = kinds.map { "\(name) … của \($0)" }
    return Diagnostic(
      code: "KT011", message: "\(Wording.quoted(name)) chưa ghi là của loại đối tượng nào",
      span: span,
      why: kinds.isEmpty
        ? "Kịch bản chưa khai báo loại đối tượng nào."
        : "Kịch bản có nhiều loại đối tượng: \(listed(kinds)).",
      advice: kinds.isEmpty
        ? "Khai báo trước: đối tượng tập thể … hết, rồi viết thêm \"của tập thể\" vào dòng này."
        : "Ghi thêm loại đối tượng vào dòng này: \(Wording.alternatives(examples)).")
  }

  /// `tập thể này` where no such subject is at hand.
  public static func noCurrentSubject(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT012", message: "ở đây không có \(kind) nào đang được xét để gọi là \"\(kind) này\"",
      span: span,
      why: "\"\(kind) này\" chỉ dùng trong quy định của \(kind), khi máy đang tính cho từng "
        + "\(kind).",
      advice: "Chỉ rõ đối tượng, ví dụ \(kind) \"MÃ\", hoặc chuyển câu này vào quy định của "
        + "\(kind).")
  }

  /// A variable of the main program inside a rule or a function.
  public static func variableInRule(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT013", message: "quy định và hàm không dùng được biến \(Wording.quoted(name))",
      span: span,
      why: "Biến đặt bằng \"đặt\" thay đổi theo lúc lệnh chạy, còn quy định và hàm phải cho cùng "
        + "kết "
        + "quả ở mọi lúc.",
      advice: "Nếu đây là một con số của quy định, khai báo: tham số \(name) = …; trong hàm thì "
        + "nhận giá trị qua dấu ngoặc: hàm f(x; \(name)).")
  }

  /// `cho mỗi X` that fits several count fields.
  public static func ambiguousCounter(
    _ name: String, span: Span, candidates: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT014",
      message: "\(Wording.quoted(name)) có thể là nhiều trường khác "
        + "nhau", span: span,
      why: "Sau \"cho mỗi\" được bỏ hoặc thêm chữ số, số lần, lần; ở đây khớp với "
        + "\(Wording.enumeration(candidates)).",
      advice: "Viết đúng tên trường cần đếm: \(Wording.alternatives(candidates)).")
  }

  /// A member or a head of a cluster that is not named by a text.
  public static func subjectNameExpected(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT015", message: "ở đây phải ghi mã hoặc tên của \(kind) trong dấu ngoặc kép",
      span: span, why: "Máy tìm \(kind) trong dữ liệu theo đúng chữ viết trong dấu ngoặc kép.",
      advice: "Viết như: \"TT01\"; \"Sở Tài chính\".")
  }

  /// A second `phong trào`.
  public static func secondCampaign(span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT016", message: "kịch bản khai báo hai phong trào", span: span,
      label: "khai báo lần nữa ở đây", labels: [.init(first, "khai báo lần đầu ở đây")],
      why: "Mỗi kịch bản tính cho một phong trào thi đua.",
      advice: "Gộp hai khối làm một, hoặc tách thành hai kịch bản.")
  }

  /// A level named twice in one scale.
  public static func repeatedLevel(_ level: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT017", message: "mức \(Wording.quoted(level)) được ghi hai lần", span: span,
      label: "ghi lần nữa ở đây", labels: [.init(first, "ghi lần đầu ở đây")],
      why: "Các mức của một thang phải khác nhau thì mới so được cao thấp.",
      advice: "Bỏ một dòng. Nếu một mức có nhiều cách đạt, nối các điều kiện bằng \"hoặc\".")
  }

  /// Two columns of one output file with the same title.
  public static func repeatedTitle(_ title: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT018", message: "tiêu đề cột \(Wording.quoted(title)) bị trùng", span: span,
      why: "Tệp có hai cột cùng tiêu đề thì người mở tệp và máy đọc lại không phân biệt được.",
      advice: "Ghi tiêu đề khác ngay sau cột này, ví dụ: … \(Wording.quoted(title + " (2)")).")
  }

  /// `X của phong trào` where X is no attribute's name.
  public static func campaignAttributeExpected(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT019", message: "trước \"của phong trào\" phải là tên một mục của khối phong trào",
      span: span, why: "Khối phong trào chỉ có các mục như tên, năm, chủ đề, cơ quan phát động.",
      advice: "Viết như: in chủ đề của phong trào. Phép tính thì đặt bên ngoài: "
        + "(năm của phong trào) - 1.")
  }

  // MARK: Shared phrases

  /// `Có phải ý anh/chị là …?`, or other advice when nothing is close.
  static func meant(_ suggestions: [String], otherwise: String) -> String {
    suggestions.isEmpty ? otherwise : "Có phải ý anh/chị là \(Wording.alternatives(suggestions))?"
  }

  /// The replacement when exactly one suggestion is left.
  static func only(_ suggestions: [String], _ span: Span) -> Diagnostic.Fix? {
    suggestions.count == 1 ? Diagnostic.Fix(span, suggestions[0]) : nil
  }

  /// At most eight names in quotes, then how many more.
  static func listed(_ names: [String]) -> String {
    guard names.count > 8 else { return Wording.enumeration(names) }
    return names.prefix(8).map(Wording.quoted).joined(separator: ", ")
      + " và \(Wording.count(names.count - 8)) tên khác"
  }

  /// Explanations of all codes of this stage.
  public static let entries: [CatalogueEntry] =
    nameEntries + kindEntries + ruleEntries + levelEntries + awardEntries + dataEntries
    + functionEntries + judgingEntries + historyEntries + tableEntries + questionEntries
    + whatIfEntries

  /// Explanations of the codes above.
  static let nameEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT001", title: "tên chưa được khai báo",
      explanation: "Mọi tên trong công thức phải là một trường dữ liệu, một tiêu chí, một tham số "
        + "hoặc một công thức đã khai báo. Máy tìm những tên gần giống để gợi ý; sai dấu hoặc "
        + "thiếu dấu được coi là gần như giống.",
      wrongExample: "tổng cộng của tập thể = tong diem + điểm thưởng",
      rightExample: "tổng cộng của tập thể = tổng điểm + điểm thưởng"),
    CatalogueEntry(
      code: "KT002", title: "tên khai báo hai lần",
      explanation: "Hai khai báo cùng tên cho cùng một loại đối tượng làm cho công thức có hai "
        + "nghĩa. Cách viết hoa, viết thường và vị trí đặt dấu (hoà, hòa) không làm thành tên "
        + "khác.",
      wrongExample: """
        tổng điểm của tập thể = nhóm 1
        Tổng điểm của tập thể = nhóm 2
        """,
      rightExample: "tổng điểm của tập thể = nhóm 1 + nhóm 2"),
    CatalogueEntry(
      code: "KT003", title: "cách tính đi thành vòng tròn",
      explanation: "Một giá trị được tính từ giá trị khác, giá trị này lại cần chính giá trị đầu.",
      wrongExample: """
        a của tập thể = b + 1
        b của tập thể = a - 1
        """,
      rightExample: """
        a của tập thể = b + 1
        b của tập thể = số văn bản
        """),
    CatalogueEntry(
      code: "KT004", title: "loại không có",
      explanation: "Sau dấu hai chấm của một trường, sau \"của\" ở đầu một quy định và sau \"dữ "
        + "liệu\" phải là một loại có sẵn (số, số lượng, tỷ lệ, chữ, ngày, có/không) hoặc một "
        + "loại đối tượng, một thang bậc đã khai báo.",
      wrongExample: """
        đối tượng tập thể
          mã: chữ, khóa
          tổng điểm: điểm số
        hết
        """,
      rightExample: """
        đối tượng tập thể
          mã: chữ, khóa
          tổng điểm: số
        hết
        """),
    CatalogueEntry(
      code: "KT005", title: "hàm không có",
      explanation: "Một tên có dấu mở ngoặc ngay sau là lời gọi hàm. Hàm phải là hàm có sẵn (làm "
        + "tròn, tổng, đếm…) hoặc được khai báo bằng \"hàm\". Muốn nhân với phần trong ngoặc thì "
        + "phải viết dấu *.",
      wrongExample: "điểm năm của tập thể = hệ số (nhóm 1 + nhóm 2)",
      rightExample: "điểm năm của tập thể = hệ số * (nhóm 1 + nhóm 2)"),
    CatalogueEntry(
      code: "KT006", title: "danh hiệu không có",
      explanation: "Dòng \"không đồng thời với\" nhắc tới một danh hiệu hoặc hình thức khen thưởng "
        + "chưa khai báo cho loại đối tượng này.",
      wrongExample: "không đồng thời với tập thể tiên tiên",
      rightExample: "không đồng thời với tập thể tiên tiến"),
    CatalogueEntry(
      code: "KT007", title: "văn bản căn cứ chưa khai báo",
      explanation: "Nhãn sau \"căn cứ\" phải là nhãn của một dòng \"văn bản\", để khi hỏi vì sao, "
        + "người đọc thấy tên đầy đủ của văn bản.",
      wrongExample: """
        điểm năm của tập thể = nhóm 1 + nhóm 2
          căn cứ HD10 "mục II.3"
        """,
      rightExample: """
        văn bản HD10 "Hướng dẫn số 10-HD/BTCTU, ngày 14/5/2026"
        điểm năm của tập thể = nhóm 1 + nhóm 2
          căn cứ HD10 "mục II.3"
        """),
    CatalogueEntry(
      code: "KT008", title: "cách chấm không có",
      explanation: "Sau \"chấm\" là \"trực tiếp\" (điểm có sẵn trong dữ liệu) hoặc tên một cách "
        + "chấm đã khai báo bằng \"cách chấm\".",
      wrongExample: "tiêu chí 1.1 \"Công tác cán bộ\", tối đa 10 điểm: chấm trược tiếp",
      rightExample: "tiêu chí 1.1 \"Công tác cán bộ\", tối đa 10 điểm: chấm trực tiếp"),
    CatalogueEntry(
      code: "KT009", title: "mức không có trong thang",
      explanation: "Giá trị so sánh với một mức xếp loại hoặc một thang bậc phải là đúng tên một "
        + "mức của thang ấy. Viết hoa, viết thường không phân biệt; dấu thì phân biệt.",
      wrongExample: "điều kiện mức hoàn thành là \"Xuất xắc\"",
      rightExample: "điều kiện mức hoàn thành là \"Xuất sắc\""),
    CatalogueEntry(
      code: "KT010", title: "không phải trường dữ liệu",
      explanation: "Dòng \"cột … là …\" đưa một cột của tệp vào một trường của khối đối tượng; cột "
        + "tính bằng công thức thì không nhận dữ liệu.",
      wrongExample: "cột \"Tổng điểm\" là tổng điểm   # tổng điểm tính bằng công thức",
      rightExample: "cột \"Điểm thẩm định\" là điểm thẩm định"),
    CatalogueEntry(
      code: "KT011", title: "chưa ghi loại đối tượng",
      explanation: "Kịch bản có nhiều loại đối tượng thì mỗi quy định phải ghi là của loại nào. "
        + "Chỉ có một loại thì được bỏ.",
      wrongExample: "tiêu chí 1 \"Công tác cán bộ\", tối đa 10 điểm: chấm trực tiếp",
      rightExample: "tiêu chí 1 \"Công tác cán bộ\" của tập thể, tối đa 10 điểm: chấm trực tiếp"),
    CatalogueEntry(
      code: "KT012", title: "không có đối tượng đang xét",
      explanation: "\"tập thể này\" là tập thể mà quy định đang tính. Ngoài quy định, chẳng hạn ở "
        + "lệnh in, thì không có tập thể nào đang xét.",
      wrongExample: "in tổng điểm của tập thể này",
      rightExample: "in tổng điểm của tập thể \"TT01\""),
    CatalogueEntry(
      code: "KT013", title: "biến dùng trong quy định hoặc hàm",
      explanation: "Biến đặt bằng \"đặt\" thay đổi theo lúc lệnh chạy, nên quy định và hàm không "
        + "được dùng: kết quả sẽ tùy lúc mà khác. Con số của quy định phải là tham số.",
      wrongExample: """
        đặt hệ số = 1,2
        hàm quy đổi(x) = x * hệ số
        in quy đổi(90)
        """,
      rightExample: """
        tham số hệ số = 1,2
        hàm quy đổi(x) = x * hệ số
        in quy đổi(90)
        """),
    CatalogueEntry(
      code: "KT014", title: "phần đếm hiểu được nhiều cách",
      explanation: "Sau \"cho mỗi\" có thể bỏ bớt chữ số, số lần, lần trong tên trường. Khi hai "
        + "trường chỉ khác nhau ở mấy chữ ấy thì phải viết đủ tên.",
      wrongExample: "trừ 0,5 điểm cho mỗi báo cáo chậm   # có: số báo cáo chậm; lần báo cáo chậm",
      rightExample: "trừ 0,5 điểm cho mỗi số báo cáo chậm"),
    CatalogueEntry(
      code: "KT015", title: "thành viên cụm phải ghi trong ngoặc kép",
      explanation: "Cụm trưởng, cụm phó và thành viên được tìm trong dữ liệu theo mã hoặc tên, nên "
        + "viết trong dấu ngoặc kép.",
      wrongExample: "cụm trưởng: Sở Tài chính",
      rightExample: "cụm trưởng: \"Sở Tài chính\""),
    CatalogueEntry(
      code: "KT016", title: "hai phong trào",
      explanation: "Mỗi kịch bản chỉ có một khối \"phong trào\", kể cả khối trong tệp được "
        + "\"dùng\".",
      wrongExample: """
        phong trào "Thi đua năm 2026"
          năm: 2026
        hết
        phong trào "Thi đua quý IV"
          năm: 2026
        hết
        """,
      rightExample: """
        phong trào "Thi đua năm 2026"
          năm: 2026
        hết
        """),
    CatalogueEntry(
      code: "KT017", title: "mức ghi hai lần",
      explanation: "Mỗi mức của thang bậc hoặc của xếp loại chỉ ghi một lần. Nhiều cách đạt cùng "
        + "một mức thì nối bằng \"hoặc\" trong một dòng.",
      wrongExample: """
        "Tốt" khi tổng điểm từ 90 trở lên
        "Tốt" khi có sáng kiến là có
        """,
      rightExample: "\"Tốt\" khi tổng điểm từ 90 trở lên hoặc có sáng kiến là có"),
    CatalogueEntry(
      code: "KT018", title: "tiêu đề cột trùng nhau",
      explanation: "Các cột của một tệp kết quả phải có tiêu đề khác nhau. Tiêu đề là chữ trong "
        + "ngoặc kép sau biểu thức; không ghi thì lấy chính biểu thức.",
      wrongExample: "xuất tập thể ra \"ket-qua.csv\": tên \"đơn vị\"; mã \"đơn vị\"",
      rightExample: "xuất tập thể ra \"ket-qua.csv\": tên \"đơn vị\"; mã \"mã đơn vị\""),
    CatalogueEntry(
      code: "KT019", title: "không phải mục của phong trào",
      explanation: "Trước \"của phong trào\" phải là tên một mục ghi trong khối phong trào; phép "
        + "tính thì đặt bên ngoài.",
      wrongExample: "in (năm - 1) của phong trào",
      rightExample: "in (năm của phong trào) - 1"),
  ]
}
