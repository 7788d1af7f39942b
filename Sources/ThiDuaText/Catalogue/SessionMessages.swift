// Wording of what only shows when rules meet data: references between subjects (DL1xx), requirements
// (YC0xx), examples (VD0xx). In: names, places and
// values. Out: finished diagnostics. Used by the façade.

/// Constructors and catalogue entries of the run over data.
public enum SessionMessages {
  // MARK: References

  /// A cell whose name several subjects have.
  public static func ambiguousReference(_ text: String, kind: String) -> Diagnostic {
    Diagnostic(
      code: "DL101", message: "có nhiều \(kind) cùng tên \(Wording.quoted(text))",
      why: "Không biết ô này nói đến \(kind) nào.", advice: "Ghi mã thay cho tên.")
  }

  /// A subject given by two files or tables.
  public static func repeatedSubject(
    _ key: String, kind: String, firstFile: String?, firstLine: Int?
  ) -> Diagnostic {
    let place =
      if let firstFile, let firstLine {
        "tệp \(Wording.quotedPath(firstFile)), dòng \(firstLine)"
      } else {
        "kịch bản"
      }
    return Diagnostic(
      code: "DL102", message: "\(kind) \(Wording.quoted(key)) đã có ở \(place)",
      why: "Mỗi \(kind) chỉ được khai một lần, dù dữ liệu nằm ở nhiều nơi.",
      advice: "Bỏ một trong hai dòng, hoặc sửa lại mã.")
  }

  // MARK: Requirements

  /// A `yêu cầu` or `cảnh báo` that does not hold; `subjects` are shown texts, at most some of `total`.
  public static func requirementFails(
    _ text: String, isWarning: Bool, kind: String?, subjects: [String], total: Int, span: Span
  ) -> Diagnostic {
    let whose = kind.map { " ở \(Wording.count(total)) \($0)" } ?? ""
    var notes = subjects
    if kind != nil, total > subjects.count {
      notes.append("và \(Wording.count(total - subjects.count)) nữa")
    }
    return Diagnostic(
      isWarning ? .warning : .error, code: isWarning ? "YC002" : "YC001",
      message: isWarning
        ? "cảnh báo của kịch bản\(whose): \(Wording.visible(text, limit: 200))"
        : "không đạt yêu cầu\(whose): \(Wording.visible(text, limit: 200))",
      span: span,
      advice: isWarning ? nil : "Sửa số liệu cho khớp, hoặc xem lại yêu cầu này.", notes: notes)
  }

  // MARK: Answers

  /// `vì sao … ra "tệp.doc"`: answers are written as JSON or CSV.
  public static func answerFormatUnknown(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH070",
      message: "không biết ghi câu trả lời vào \(Wording.quotedPath(file)) theo khuôn nào",
      span: span, why: "Đuôi tệp cho biết khuôn: .json cho máy đọc, .csv để mở bằng Excel.",
      advice: "Đặt tên tệp có đuôi .json hoặc .csv; bỏ phần \"ra …\" thì in ra màn hình.")
  }

  /// Something other than one question where a question is asked.
  public static func notAQuestion(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH071", message: "đây không phải một câu hỏi \"vì sao\"", span: span,
      why: "Mỗi lần chỉ giải thích một giá trị, và câu hỏi không kèm lệnh nào khác.",
      advice: "Viết một giá trị, ví dụ: tổng điểm của tập thể \"A\".")
  }

  // MARK: Examples

  /// A `kết quả` that is not what the rules give; `found` are its sides as written and their values.
  public static func exampleFails(
    _ text: String, found: [(written: String, value: String)], span: Span
  ) -> Diagnostic {
    let values = found.map {
      "\(Wording.visible($0.written, limit: 80)) tính ra \(Wording.visible($0.value, limit: 80))"
    }
    return Diagnostic(
      code: "VD001", message: "kết quả không đúng: \(Wording.visible(text, limit: 200))",
      span: span, why: values.isEmpty ? nil : values.joined(separator: "; ") + ".",
      advice: "Xem lại quy tắc, hoặc sửa kết quả mong đợi trong ví dụ.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CH071", title: "không phải một câu hỏi \"vì sao\"",
      explanation:
        "Lệnh vì-sao giải thích đúng một giá trị; nó không chạy lệnh nào khác và không nhận "
        + "nhiều dòng.",
      wrongExample: "thidua vì-sao cum-1.thidua 'vì sao hạng của tập thể \"A\" rồi in ra'",
      rightExample: "thidua vì-sao cum-1.thidua 'hạng của tập thể \"A\"'"),
    CatalogueEntry(
      code: "CH070", title: "không rõ khuôn của tệp trả lời",
      explanation:
        "Câu trả lời của \"vì sao\" được ghi theo khuôn mà đuôi tệp nói: .json hoặc .csv.",
      wrongExample: "vì sao tổng điểm của tập thể \"A\" ra \"ly-do.docx\"",
      rightExample: "vì sao tổng điểm của tập thể \"A\" ra \"ly-do.csv\""),
    CatalogueEntry(
      code: "DL101", title: "tên trùng nhau",
      explanation: "Hai đối tượng cùng tên thì ô trỏ đến chúng phải ghi mã.",
      wrongExample: "mã;đơn vị\nCB01;Văn phòng",
      rightExample: "mã;đơn vị\nCB01;VP2"),
    CatalogueEntry(
      code: "DL102", title: "một đối tượng khai hai lần",
      explanation: "Một đối tượng có mặt trong hai tệp, hai bảng, hoặc vừa khai trong kịch bản vừa "
        + "có trong dữ liệu.",
      wrongExample: "dữ liệu tập thể từ \"cum-1.csv\"\ndữ liệu tập thể từ \"tat-ca.csv\"",
      rightExample: "dữ liệu tập thể từ \"cum-1.csv\"\ndữ liệu tập thể từ \"cum-2.csv\""),
    CatalogueEntry(
      code: "YC001", title: "không đạt yêu cầu",
      explanation: "Một dòng \"yêu cầu\" của kịch bản không đúng với số liệu, nên máy không chấm "
        + "tiếp. Các đối tượng vi phạm được liệt kê.",
      wrongExample: "yêu cầu của tập thể: đúng hạn <= được giao\n"
        + "# số liệu: đúng hạn 12, được giao 10",
      rightExample: "yêu cầu của tập thể: đúng hạn <= được giao\n"
        + "# số liệu: đúng hạn 10, được giao 12"),
    CatalogueEntry(
      code: "YC002", title: "cảnh báo của kịch bản",
      explanation: "Một dòng \"cảnh báo\" của kịch bản gặp đối tượng cần xem lại; máy vẫn chấm "
        + "tiếp.",
      wrongExample: "cảnh báo của tập thể: điểm tự chấm - điểm thẩm định < 5",
      rightExample: "cảnh báo của tập thể: điểm tự chấm - điểm thẩm định < 10"),
    CatalogueEntry(
      code: "VD001", title: "ví dụ không đạt",
      explanation: "Một dòng \"kết quả\" trong khối \"ví dụ\" không đúng với cái quy tắc tính ra.",
      wrongExample: "kết quả tổng điểm của tập thể \"A\" = 90   # tính ra 89,5",
      rightExample: "kết quả tổng điểm của tập thể \"A\" = 89,5"),
  ]
}
