// Wording of the syntax stage, part 2: signs, numbers, texts (CP010…CP029). See SyntaxMessages.swift.

extension SyntaxMessages {
  /// `8.5`: a dot where a decimal comma is meant.
  public static func decimalPoint(_ written: String, suggestion: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP010", message: "số \(written) viết dấu chấm ở phần thập phân", span: span,
      why:
        "Số viết theo lối Việt Nam: dấu phẩy trước phần thập phân, dấu chấm ngăn nhóm ba chữ số.",
      advice: "Viết \(suggestion).", fix: Diagnostic.Fix(span, suggestion))
  }

  /// `1,2,3` or `1,250.5`.
  public static func malformedNumber(_ written: String, span: Span) -> Diagnostic {
    let isForeign = written.contains(".")
    return Diagnostic(
      code: "CP011", message: "không đọc được số \(Wording.quoted(written))", span: span,
      why: isForeign
        ? "Sau dấu phẩy chỉ còn phần thập phân; dấu chấm chỉ ngăn nhóm ba chữ số."
        : "Một số chỉ có một dấu phẩy thập phân.",
      advice: "Viết như 1.250,5; nếu là nhiều giá trị thì ngăn bằng dấu chấm phẩy: [1; 2; 3].")
  }

  /// `1 000`: a space between groups of digits.
  public static func spacedNumber(suggestion: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP012", message: "hai con số đứng liền nhau", span: span,
      why: "Giữa các chữ số của một số không được có dấu cách.",
      advice:
        "Nếu là một số thì viết \(suggestion); nếu là hai giá trị thì thêm phép tính hoặc dấu ;.",
      fix: Diagnostic.Fix(span, suggestion))
  }

  /// `1/7/26`.
  public static func shortYear(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP013", message: "ngày \(written) thiếu bốn chữ số của năm", span: span,
      advice:
        "Viết đủ ngày/tháng/năm, ví dụ 1/7/2026. Nếu là phép chia thì viết cách ra: 10 / 2 / 5.")
  }

  /// `ngày 10/12`.
  public static func dateWithoutYear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP014", message: "ngày này không có năm", span: span,
      why: "Không có năm thì không biết là ngày nào; máy không tự đoán năm.",
      advice: "Viết đủ ngày/tháng/năm, ví dụ ngày 10/12/2026.")
  }

  /// `31/2/2026`.
  public static func noSuchDate(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP015", message: "lịch không có ngày \(written)", span: span,
      advice: "Viết theo thứ tự ngày/tháng/năm và kiểm tra lại số ngày của tháng.")
  }

  /// `4a` where a number is wanted.
  public static func codeAsNumber(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP016", message: "\(Wording.quoted(written)) là mã mục, không phải là số", span: span,
      advice:
        "Nếu là con số kèm đơn vị thì viết cách ra, ví dụ 10 đồng; nếu là tên thì viết cả tên, "
        + "ví dụ mục \(written).")
  }

  /// A number with more digits than any real figure has.
  public static func numberTooLong(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP017",
      message: "số này dài quá \(Wording.count(NumberText.maximumDigits)) chữ số", span: span,
      advice: "Kiểm tra lại con số.")
  }

  /// `5 quả`: the words after a number are no unit.
  public static func unknownUnit(
    _ phrase: String, number: String, suggestions: [String], span: Span
  ) -> Diagnostic {
    let near =
      suggestions.isEmpty ? "" : " Có phải là \(Wording.alternatives(suggestions)) không?"
    return Diagnostic(
      code: "CP018", message: "\(Wording.quoted(phrase)) không phải là đơn vị tính", span: span,
      why: "Sau con số chỉ viết được đơn vị tính đã biết.",
      advice:
        "Nếu là phép nhân thì viết \(number) * \(phrase) hoặc \(number) của \(phrase); nếu là một "
        + "tên thì đặt cả tên trong dấu nháy đơn; nếu là đơn vị mới thì khai báo: "
        + "đơn vị tính: \(phrase)." + near)
  }

  /// `số, đơn vị tính triệu đồng` without a line that declares the unit.
  public static func unknownFieldUnit(
    _ phrase: String, suggestions: [String], span: Span
  ) -> Diagnostic {
    let near =
      suggestions.isEmpty
      ? "Thêm"
      : "Có phải là \(Wording.alternatives(suggestions)) không? "
        + "Nếu là đơn vị mới thì thêm"
    return Diagnostic(
      code: "CP540", message: "chưa biết đơn vị tính \(Wording.quoted(phrase))", span: span,
      why:
        "Đơn vị của trường cũng là đơn vị viết sau con số trong các điều kiện, nên phải là đơn vị "
        + "đã biết.",
      advice: near + " vào kịch bản một dòng: đơn vị tính: \(phrase).")
  }

  /// `0,5 điểm mỗi báo cáo`: the word `mỗi` without its `cho`.
  public static func eachWithoutFor(_ phrase: String, span: Span, each: Span) -> Diagnostic {
    Diagnostic(
      code: "CP018", message: "\(Wording.quoted(phrase)) không phải là đơn vị tính", span: span,
      why: "Sau con số chỉ viết được đơn vị tính đã biết.",
      advice: "Viết \"cho mỗi\", ví dụ: trừ 0,5 điểm cho mỗi báo cáo chậm.",
      fix: Diagnostic.Fix(each, "cho mỗi"))
  }

  /// `0,5 điểm/báo cáo`.
  public static func perUnitSlash(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP019", message: "dấu / sau đơn vị tính không có nghĩa là \"cho mỗi\"", span: span,
      why: "Dấu / là phép chia.",
      advice: "Viết \"cho mỗi\", ví dụ: trừ 0,5 điểm cho mỗi báo cáo chậm.",
      fix: Diagnostic.Fix(span, " cho mỗi "))
  }

  /// A text without its closing quote.
  public static func unclosedText(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP020", message: "đoạn chữ thiếu dấu ngoặc kép đóng", span: span,
      why: "Một đoạn chữ phải nằm gọn trên một dòng.",
      advice: "Thêm dấu \" ở cuối đoạn chữ. Muốn viết dấu \" bên trong thì gõ hai lần: \"\".")
  }

  /// `{` in a text without `}`.
  public static func unclosedBrace(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP021", message: "dấu { trong đoạn chữ chưa có dấu } đóng", span: span,
      why: "Trong đoạn chữ, { … } chứa một biểu thức để điền giá trị vào.",
      advice: "Thêm dấu }; muốn viết chính dấu { thì gõ hai lần: {{.")
  }

  /// `'` without a closing `'`.
  public static func unclosedName(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP022", message: "tên trong dấu nháy đơn bị trống hoặc thiếu dấu nháy đóng",
      span: span,
      advice: "Viết như 'tổ chức và cán bộ'. Đoạn chữ thường thì dùng dấu ngoặc kép \"…\".")
  }

  /// A sign the language has no use for.
  public static func unknownCharacter(_ written: String, span: Span) -> Diagnostic {
    let advice =
      switch written {
      case "^": "Lũy thừa viết là lũy thừa(x; n)."
      case "!": "Phủ định viết là không phải."
      case "{", "}": "Dấu { } chỉ dùng trong đoạn chữ; danh sách viết [a; b; c]."
      case "|": "Dòng số liệu phải bắt đầu bằng dấu |; \"hoặc\" viết bằng chữ."
      case ".": "Dấu chấm chỉ dùng trong số và mã mục; dòng lệnh không có dấu chấm cuối câu."
      default: "Bỏ ký tự này, hoặc đặt trong đoạn chữ \"…\"."
      }
    return Diagnostic(
      code: "CP023", message: "ký tự \(Wording.quoted(written)) không dùng ở đây", span: span,
      advice: advice)
  }

  /// `==`, `!=`, `&&`, `||`.
  public static func foreignOperator(
    _ written: String, write replacement: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP024", message: "không có phép \(Wording.quoted(written))", span: span,
      advice: "Viết \(Wording.quoted(replacement)).", fix: Diagnostic.Fix(span, replacement))
  }

  /// A title or file name with `{…}` inside, or no text at all.
  public static func plainTextExpected(_ purpose: String, hasBraces: Bool, span: Span) -> Diagnostic
  {
    Diagnostic(
      code: "CP025",
      message: hasBraces
        ? "\(purpose) không được chứa biểu thức trong dấu { }" : "thiếu \(purpose)",
      span: span,
      advice: hasBraces
        ? "Viết nguyên văn; muốn có chính dấu { thì gõ hai lần: {{."
        : "Viết \(purpose) trong dấu ngoặc kép \"…\".")
  }

  /// `từ tap-the.csv`.
  public static func fileNameWithoutQuotes(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP025", message: "tên tệp phải đặt trong ngoặc kép", span: span,
      advice: "Viết: \"\(name)\".")
  }

  /// `, ` where `;` separates arguments.
  public static func commaAsSeparator(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP026", message: "các phần trong ngoặc ngăn nhau bằng dấu chấm phẩy", span: span,
      why: "Dấu phẩy đã dùng cho phần thập phân, như trong Excel tiếng Việt.",
      advice: "Viết dấu ; thay dấu phẩy.", fix: Diagnostic.Fix(span, ";"))
  }

  /// Explanations of the codes above.
  static let literalEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP010", title: "dấu chấm ở phần thập phân",
      explanation: "Số viết theo lối Việt Nam: 8,5 và 1.250.000.",
      wrongExample: "cộng 0.5 điểm", rightExample: "cộng 0,5 điểm"),
    CatalogueEntry(
      code: "CP011", title: "số viết sai",
      explanation: "Một số chỉ có một dấu phẩy, và dấu chấm chỉ ngăn nhóm ba chữ số ở phần nguyên.",
      wrongExample: "in 1,250.5", rightExample: "in 1.250,5"),
    CatalogueEntry(
      code: "CP012", title: "hai con số đứng liền nhau",
      explanation: "Trong một số không có dấu cách; hai số phải có phép tính hoặc dấu ; ở giữa.",
      wrongExample: "in 1 000", rightExample: "in 1.000"),
    CatalogueEntry(
      code: "CP013", title: "năm viết hai chữ số",
      explanation: "Ngày viết đủ ngày/tháng/năm, năm có bốn chữ số.",
      wrongExample: "ngày nghỉ: 1/5/26", rightExample: "ngày nghỉ: 1/5/2026"),
    CatalogueEntry(
      code: "CP014", title: "ngày không có năm",
      explanation: "Máy không tự đoán năm của một ngày.",
      wrongExample: "in ngày 10/12", rightExample: "in ngày 10/12/2026"),
    CatalogueEntry(
      code: "CP015", title: "ngày không có trong lịch",
      explanation: "Ngày phải có thật: tháng 2 có 28 hoặc 29 ngày, tháng 4, 6, 9, 11 có 30 ngày.",
      wrongExample: "in 31/4/2026", rightExample: "in 30/4/2026"),
    CatalogueEntry(
      code: "CP016", title: "mã mục dùng như số",
      explanation: "Chữ số liền với một chữ cái là mã mục (4a), chỉ đứng trong tên.",
      wrongExample: "trừ 2đ cho mỗi lần vắng", rightExample: "trừ 2 điểm cho mỗi lần vắng"),
    CatalogueEntry(
      code: "CP017", title: "số quá dài",
      explanation: "Số trong kịch bản không dài quá một nghìn chữ số.",
      wrongExample: "(một số dài vài nghìn chữ số)", rightExample: "in lũy thừa(10; 2000)"),
    CatalogueEntry(
      code: "CP018", title: "không phải là đơn vị tính",
      explanation:
        "Cụm từ viết sau con số phải là đơn vị tính đã biết (điểm, lần, người, ngày…), tên "
        + "loại đối tượng, hoặc đơn vị khai báo thêm. Muốn nhân thì viết phép nhân.",
      wrongExample: "tổng điểm của tập thể = 2 điểm công tác",
      rightExample: "tổng điểm của tập thể = 2 * điểm công tác"),
    CatalogueEntry(
      code: "CP540", title: "chưa biết đơn vị tính của trường",
      explanation:
        "Sau \"đơn vị tính\" là một đơn vị trong bảng đơn vị, hoặc đơn vị mà kịch bản khai thêm ở "
        + "một dòng riêng. Số liệu ghi theo triệu đồng thì khai cả cụm: đơn vị tính: triệu đồng; khi ấy "
        + "trong điều kiện cũng viết 500 triệu đồng.",
      wrongExample: """
        đối tượng tập thể
          kinh phí: số, đơn vị tính triệu đồng
        hết
        """,
      rightExample: """
        đơn vị tính: triệu đồng
        đối tượng tập thể
          kinh phí: số, đơn vị tính triệu đồng
        hết
        """),
    CatalogueEntry(
      code: "CP019", title: "dấu / thay cho \"cho mỗi\"",
      explanation: "Dấu / là phép chia. Điểm cho từng đơn vị đếm viết bằng \"cho mỗi\".",
      wrongExample: "trừ 0,5 điểm/báo cáo chậm", rightExample: "trừ 0,5 điểm cho mỗi báo cáo chậm"),
    CatalogueEntry(
      code: "CP020", title: "đoạn chữ chưa đóng",
      explanation:
        "Đoạn chữ mở bằng \" thì đóng bằng \", mở bằng “ thì đóng bằng ”, trên cùng một dòng.",
      wrongExample: "in \"Xin chào", rightExample: "in \"Xin chào\""),
    CatalogueEntry(
      code: "CP021", title: "dấu { chưa đóng",
      explanation: "Trong đoạn chữ, { … } chứa biểu thức. Muốn viết chính dấu { thì gõ {{.",
      wrongExample: "in \"Tổng: {tổng\"", rightExample: "in \"Tổng: {tổng}\""),
    CatalogueEntry(
      code: "CP022", title: "tên trong dấu nháy đơn chưa đóng",
      explanation:
        "Tên chứa từ dành riêng được đặt trong dấu nháy đơn, mở và đóng trên cùng một dòng.",
      wrongExample: "in 'tổ chức và cán bộ", rightExample: "in 'tổ chức và cán bộ'"),
    CatalogueEntry(
      code: "CP023", title: "ký tự không dùng trong kịch bản",
      explanation: "Ngoài đoạn chữ và lời ghi chú, kịch bản chỉ dùng chữ, số và các dấu "
        + "+ - * / % = <> < > ( ) [ ] ; : , .. | #.",
      wrongExample: "in x ^ 2", rightExample: "in lũy thừa(x; 2)"),
    CatalogueEntry(
      code: "CP024", title: "phép viết theo ngôn ngữ khác",
      explanation: "So sánh viết =, <>, <, <=, >, >=; nối điều kiện bằng \"và\", \"hoặc\".",
      wrongExample: "nếu x == 1 thì in x", rightExample: "nếu x = 1 thì in x"),
    CatalogueEntry(
      code: "CP025", title: "thiếu đoạn chữ viết nguyên văn",
      explanation: "Tiêu đề, tên mức, tên tệp viết nguyên văn trong dấu ngoặc kép.",
      wrongExample: "dùng thư viện chung", rightExample: "dùng \"thu-vien-chung.thidua\""),
    CatalogueEntry(
      code: "CP026", title: "dấu phẩy ngăn các phần trong ngoặc",
      explanation: "Trong ngoặc, các phần ngăn nhau bằng dấu chấm phẩy như trong Excel tiếng Việt.",
      wrongExample: "làm tròn(x, 2)", rightExample: "làm tròn(x; 2)"),
  ]
}
