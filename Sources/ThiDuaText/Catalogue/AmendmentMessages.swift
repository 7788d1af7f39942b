// Wording of what the merge of scripts finds: codes KT320…KT339. In: names, spans and the words of the
// amendment. Out: finished diagnostics; with the explanations of their codes. Used by
// ThiDuaSemantics/Amending and by the lowering of dated rules.

/// Constructors and catalogue entries of `kế thừa`, `sửa đổi`, `bổ sung`, `thay thế`, `bãi bỏ`.
public enum AmendmentMessages {
  private static let listed = 12

  /// An amendment of something that is not declared.
  public static func nothingToAmend(
    _ display: String, word: String, suggestions: [String], known: [String], removed: Span?,
    span: Span
  ) -> Diagnostic {
    let advice: String
    let adding =
      word == "bãi bỏ"
      ? "" : " Muốn thêm quy định mới thì khai báo bình thường, không cần \"\(word)\"."
    if removed != nil {
      advice = "Quy định này đã bị bãi bỏ; bỏ một trong hai dòng."
    } else if !suggestions.isEmpty {
      advice = "Có phải ý anh/chị là \(Wording.alternatives(suggestions))?"
    } else if known.isEmpty {
      advice = "Kịch bản chưa có quy định nào loại này.\(adding)"
    } else {
      let shown = known.prefix(listed).joined(separator: ", ")
      advice = "Hiện có: \(shown)\(known.count > listed ? "…" : "").\(adding)"
    }
    return Diagnostic(
      code: "KT320", message: "không có \(display) để \(word)", span: span,
      labels: removed.map { [.init($0, "đã bãi bỏ ở đây")] } ?? [],
      why: "Chỉ \(word) được quy định đã có trong kịch bản này hoặc trong kịch bản kế thừa.",
      advice: advice)
  }

  /// Rows written in last year's script that this year's still uses.
  public static func rowsOfOldYear(
    _ kind: String, count: Int, year: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT333",
      message: "số liệu \(kind) còn là các dòng viết trong kịch bản năm trước, chưa có số liệu "
        + "năm \(year)",
      span: span,
      why: "Kịch bản năm \(year) kế thừa \(Wording.count(count)) dòng này; tính ra là kết quả "
        + "của số liệu cũ.",
      advice: "Viết khối dữ liệu \(kind) trong kịch bản năm \(year), khối mới thay khối này. Nếu "
        + "số liệu vẫn như cũ thì chép khối này sang.")
  }

  /// A declaration of this year that last year's script has already.
  public static func declaredAgain(_ display: String, span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT321", message: "\(display) đã có trong kịch bản kế thừa", span: span,
      labels: [.init(first, "đã khai báo ở đây")],
      why: "Khai báo lần nữa mà không nói gì thì không rõ là sửa, là thay, hay là nhầm.",
      advice: "Viết \"sửa đổi\" ở trước nếu chỉ sửa những dòng viết ra, \"thay thế\" nếu thay "
        + "cả quy định.")
  }

  /// Two amendments of one thing in one script.
  public static func amendedTwice(span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "KT322", message: "quy định này được sửa hai lần trong cùng một kịch bản", span: span,
      label: "sửa lần nữa ở đây", labels: [.init(first, "sửa lần đầu ở đây")],
      why: "Hai lần sửa cùng một quy định thì không rõ lần nào có hiệu lực.",
      advice: "Gộp vào một khối; dòng thêm thì viết \"bổ sung\" ở đầu dòng, dòng bỏ thì viết "
        + "\"bãi bỏ\". Hai lần có hiệu lực khác ngày thì ghi \"từ NGÀY\" ở mỗi lần.")
  }

  /// A line of `sửa đổi` that means no line of the rule.
  public static func noSuchLine(
    _ line: String, rule: String, existing: [String], mayAdd: Bool, span: Span
  ) -> Diagnostic {
    let shown = existing.prefix(listed).map(Wording.quotedSource).joined(separator: "; ")
    let more = existing.count > listed ? "…" : ""
    return Diagnostic(
      code: "KT323",
      message: "\(rule) không có dòng nào ứng với \(Wording.quotedSource(line))", span: span,
      why: existing.isEmpty
        ? "Quy định này không có dòng nào cùng loại."
        : "Các dòng cùng loại hiện có: \(shown)\(more).",
      advice: mayAdd
        ? "Chép đúng điều kiện hoặc số đếm của dòng cần sửa; muốn thêm dòng thì viết \"bổ "
          + "sung\" ở đầu dòng; muốn viết lại tất cả thì dùng \"thay thế\"."
        : "Chép đúng dòng đang có, hoặc viết lại tất cả bằng \"thay thế\".")
  }

  /// A name two kinds of subject have.
  public static func whichKind(_ display: String, kinds: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT324", message: "có nhiều \(display), chưa rõ là của loại nào", span: span,
      why: "Loại đối tượng có quy định tên ấy: \(kinds.joined(separator: ", ")).",
      advice: "Viết thêm: \(display) của \(kinds.first ?? "tập thể").")
  }

  /// `bổ sung` of a thing that has no parts.
  public static func cannotSupplement(_ display: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT325", message: "\(display) không bổ sung được", span: span,
      why: "Khai báo này chỉ có một dòng, không có gì để thêm vào.",
      advice: "Viết lại cả dòng với \"sửa đổi\" hoặc \"thay thế\".")
  }

  /// A new level, whose place in the order cannot be told.
  public static func levelsNeedReplacing(_ display: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT325", message: "\(display): không thêm được mức bằng \"bổ sung\"", span: span,
      why: "Thêm một mức thì thứ tự và khoảng của các mức khác cũng phải xem lại.",
      advice: "Viết lại tất cả các mức: thay thế \(display) ….")
  }

  /// The values a scoring method takes, changed under those who use it.
  public static func parametersChange(_ display: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT325", message: "\(display): \"sửa đổi\" không đổi được các giá trị sau \"dùng\"",
      span: span, why: "Các tiêu chí chấm theo cách này đang đưa vào các giá trị cũ.",
      advice: "Dùng \"thay thế\", rồi sửa các tiêu chí chấm theo cách này.")
  }

  /// A date on something that cannot have two versions in a year.
  public static func cannotBeDated(_ display: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT326", message: "\(display) không sửa từ giữa năm được", span: span,
      why: "Sửa từ một ngày thì máy giữ cả quy định cũ và mới, mỗi đối tượng theo ngày của "
        + "mình; chỉ tiêu chí, điểm thưởng, điểm trừ, công thức, bảng quyết định, xếp loại, danh hiệu "
        + "và tham số làm được thế.",
      advice: "Bỏ \"từ NGÀY\" để sửa cho cả năm; riêng tham số thì viết: tham số TÊN = GIÁ TRỊ, "
        + "từ NGÀY, áp dụng theo ….")
  }

  /// Levels that differ before and after the date.
  public static func datedLevels(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT326",
      message: "sửa từ giữa năm thì tên và thứ tự các mức phải giữ nguyên", span: span,
      why: "Các đối tượng theo quy định cũ và mới được so sánh, xếp chung một bảng.",
      advice: "Chỉ sửa điều kiện của các mức, hoặc bỏ \"từ NGÀY\".")
  }

  /// A decision table whose results differ before and after the date.
  public static func datedResults(_ results: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT326",
      message: "sửa từ giữa năm thì bảng phải giữ nguyên các kết quả của nó", span: span,
      why: "Bảng đang có kết quả: \(results.map(Wording.quoted).joined(separator: ", ")).",
      advice: "Ghi đúng các kết quả ấy sau chữ \"kết quả\", hoặc bỏ \"từ NGÀY\".")
  }

  /// A quota that would differ before and after the date.
  public static func datedQuota(_ part: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT326", message: "\(part) không sửa từ giữa năm được", span: span,
      why: "Chỉ tiêu tính trên tất cả các đối tượng của năm, không chia được theo ngày của từng "
        + "đối tượng.",
      advice: "Sửa \(part) ở một khối \"sửa đổi\" riêng, không ghi \"từ NGÀY\".")
  }

  /// `áp dụng theo` something that is no date.
  public static func dateExpected(kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT327", message: "\"áp dụng theo\" cần một ngày, mà ở đây là \(kind)", span: span,
      why: "Ngày của từng đối tượng quyết định theo quy định cũ hay quy định mới.",
      advice: "Dùng một trường loại ngày của đối tượng, ví dụ: áp dụng theo ngày nhận hồ sơ.")
  }

  /// `áp dụng theo` a date that may be blank.
  public static func dateMayBeBlank(_ name: String, span: Span, field: Span) -> Diagnostic {
    Diagnostic(
      code: "KT328",
      message: "\(Wording.quoted(name)) được để trống, chưa nói khi trống thì theo quy định nào",
      span: span, labels: [.init(field, "khai báo được để trống ở đây")],
      why: "Đối tượng không có ngày thì không biết theo quy định cũ hay mới.",
      advice: "Viết thêm \", để trống thì theo quy định cũ\" (hoặc mới), hoặc bỏ \"được để "
        + "trống\" để bắt buộc nhập ngày.")
  }

  /// A date without `áp dụng theo`: the whole year follows one rule.
  public static func wholeYear(
    _ display: String, from: String, holds: Bool, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT329",
      message: holds
        ? "\(display) sửa từ \(from) mà không nói áp dụng theo ngày nào: cả năm tính theo quy "
          + "định mới"
        : "\(display) sửa từ \(from), sau năm của phong trào: cả năm vẫn tính theo quy định cũ",
      span: span,
      why: "Không có \"áp dụng theo\" thì mọi đối tượng theo quy định có hiệu lực ở cuối năm "
        + "của phong trào.",
      advice: "Muốn trước ngày ấy vẫn theo quy định cũ thì viết thêm: áp dụng theo ngày nhận hồ "
        + "sơ (tên trường ngày của đối tượng). Nếu đúng ý thì bỏ \"từ NGÀY\".")
  }

  /// `bổ sung` of something that is there already.
  public static func alreadyThere(
    _ name: String, in display: String, span: Span, first: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT330", message: "\(display) đã có \(Wording.quoted(name))", span: span,
      label: "thêm lần nữa ở đây", labels: [.init(first, "đã có ở đây")],
      why: "\"bổ sung\" chỉ thêm cái chưa có.",
      advice: "Viết \"sửa đổi\" thay cho \"bổ sung\", hoặc đặt tên khác.")
  }

  /// An amendment that says nothing but a name.
  public static func nothingChanged(_ display: String, word: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT331", message: "\(word) \(display) mà không có gì thay đổi", span: span,
      why: "Sau phần đầu không có vế nào, dòng nào khác với quy định đang có.",
      advice: "Viết mức tối đa mới, hoặc những dòng cần \(word), ở dưới; không cần thì bỏ dòng "
        + "này. Muốn bỏ hẳn quy định thì viết: bãi bỏ \(display).")
  }

  /// A parameter whose value depends on a subject's date, where no subject is reckoned.
  public static func parameterNeedsSubject(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT332",
      message: "tham số \(Wording.quoted(name)) tùy ngày của từng đối tượng, mà ở đây không xét "
        + "đối tượng nào",
      span: span,
      why: "Tham số này có nhiều giá trị, \"áp dụng theo\" một ngày của đối tượng.",
      advice: "Dùng nó trong quy định của loại đối tượng có ngày ấy, rồi in cột đã tính.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT320", title: "không có quy định để sửa",
      explanation: "Quy định được sửa, thay, bỏ phải đã có, trong kịch bản này hoặc trong kịch "
        + "bản kế thừa, với đúng đầu lệnh và mã hoặc tên.",
      wrongExample: "sửa đổi tiêu chí 41, tối đa 12 điểm",
      rightExample: "sửa đổi tiêu chí 4.1, tối đa 12 điểm"),
    CatalogueEntry(
      code: "KT321", title: "khai báo lại điều đã kế thừa",
      explanation: "Kịch bản năm nay chỉ ghi điều khác năm trước. Điều đã có thì phải nói rõ là "
        + "\"sửa đổi\" (chỉ những dòng viết ra) hay \"thay thế\" (cả quy định). Riêng phong "
        + "trào và dữ liệu của năm nay thì tự thay của năm trước.",
      wrongExample: "kế thừa \"../2026/phong-trao.thidua\"\n"
        + "tiêu chí 4.1 \"Số hóa hồ sơ\" của tập thể, tối đa 12 điểm: được tính điểm tối đa",
      rightExample: "kế thừa \"../2026/phong-trao.thidua\"\nsửa đổi tiêu chí 4.1, tối đa 12 điểm"),
    CatalogueEntry(
      code: "KT322", title: "sửa hai lần một quy định",
      explanation: "Trong một kịch bản, mỗi quy định sửa một lần, trừ khi mỗi lần có ngày hiệu "
        + "lực riêng.",
      wrongExample: "sửa đổi tiêu chí 4.1, tối đa 12 điểm\nsửa đổi tiêu chí 4.1\n"
        + "  trừ 1 điểm cho mỗi báo cáo chậm",
      rightExample: "sửa đổi tiêu chí 4.1, tối đa 12 điểm\n  trừ 1 điểm cho mỗi báo cáo chậm"),
    CatalogueEntry(
      code: "KT323", title: "không có dòng ứng với dòng sửa",
      explanation: "Mỗi dòng trong khối sửa đổi thay đúng một dòng đang có: dòng chỉ có một "
        + "(còn lại, làm tròn…), hoặc dòng cùng điều kiện, cùng số đếm, cùng mức, cùng điều "
        + "được so sánh. Không tìm thấy dòng ấy thì máy không tự đoán.",
      wrongExample: "sửa đổi điểm trừ của tập thể\n  trừ 1 điểm cho mỗi báo cáo sai",
      rightExample: "sửa đổi điểm trừ của tập thể\n  bổ sung trừ 1 điểm cho mỗi báo cáo sai"),
    CatalogueEntry(
      code: "KT324", title: "chưa rõ quy định của loại nào",
      explanation: "Tập thể và cá nhân có thể cùng có tiêu chí 1.1; phải nói sửa của loại nào.",
      wrongExample: "sửa đổi tiêu chí 1.1, tối đa 14 điểm",
      rightExample: "sửa đổi tiêu chí 1.1 của tập thể, tối đa 14 điểm"),
    CatalogueEntry(
      code: "KT325", title: "phần này không sửa được bằng từ ấy",
      explanation: "Khai báo một dòng không bổ sung được; thêm mức xếp loại, đổi các giá trị "
        + "của cách chấm thì phải viết lại bằng \"thay thế\".",
      wrongExample: "bổ sung tham số lương cơ sở = 2.530.000 đồng",
      rightExample: "sửa đổi tham số lương cơ sở = 2.530.000 đồng"),
    CatalogueEntry(
      code: "KT326", title: "không sửa từ giữa năm được",
      explanation: "Sửa từ một ngày thì mỗi đối tượng theo quy định cũ hay mới tùy ngày của "
        + "mình. Hạng, chỉ tiêu, tên các mức là chung cho mọi đối tượng nên chỉ sửa được cho cả "
        + "năm.",
      wrongExample: "sửa đổi xếp hạng hạng của tập thể từ 1/9/2026\n  theo tổng điểm giảm dần",
      rightExample: "sửa đổi xếp hạng hạng của tập thể\n  theo tổng điểm giảm dần"),
    CatalogueEntry(
      code: "KT327", title: "\"áp dụng theo\" cần một ngày",
      explanation: "Sau \"áp dụng theo\" là trường ngày của đối tượng được chấm.",
      wrongExample: "sửa đổi tiêu chí 1 từ 1/9/2026, áp dụng theo số báo cáo",
      rightExample: "sửa đổi tiêu chí 1 từ 1/9/2026, áp dụng theo ngày nhận hồ sơ"),
    CatalogueEntry(
      code: "KT328", title: "ngày áp dụng có thể trống",
      explanation: "Trường ngày được để trống thì phải nói đối tượng không có ngày theo quy "
        + "định nào.",
      wrongExample: "sửa đổi tiêu chí 1 từ 1/9/2026, áp dụng theo ngày nhận hồ sơ",
      rightExample: "sửa đổi tiêu chí 1 từ 1/9/2026, áp dụng theo ngày nhận hồ sơ, để trống thì "
        + "theo quy định cũ"),
    CatalogueEntry(
      code: "KT329", title: "sửa từ giữa năm mà cả năm theo một quy định",
      explanation: "\"từ NGÀY\" không kèm \"áp dụng theo\" thì không chia đối tượng theo ngày: "
        + "có hiệu lực trước khi hết năm của phong trào thì cả năm theo quy định mới.",
      wrongExample: "sửa đổi tiêu chí 1 từ 1/9/2026, tối đa 12 điểm",
      rightExample: "sửa đổi tiêu chí 1 từ 1/9/2026, áp dụng theo ngày nhận hồ sơ, tối đa 12 điểm"),
    CatalogueEntry(
      code: "KT330", title: "bổ sung điều đã có",
      explanation: "\"bổ sung\" thêm tiêu chí, trường, dòng chưa có; điều đã có thì \"sửa đổi\".",
      wrongExample: "bổ sung đối tượng tập thể\n  tên: chữ   # đã có\nhết",
      rightExample: "bổ sung đối tượng tập thể\n  số sáng kiến: số lượng\nhết"),
    CatalogueEntry(
      code: "KT331", title: "sửa mà không có gì thay đổi",
      explanation: "Khối sửa đổi, bổ sung phải có ít nhất một vế hoặc một dòng.",
      wrongExample: "sửa đổi tiêu chí 4.1",
      rightExample: "sửa đổi tiêu chí 4.1, tối đa 12 điểm"),
    CatalogueEntry(
      code: "KT332", title: "tham số theo ngày dùng ngoài đối tượng",
      explanation: "Tham số có giá trị \"áp dụng theo\" ngày của đối tượng chỉ có nghĩa trong "
        + "quy định của đối tượng ấy.",
      wrongExample: "in lương cơ sở",
      rightExample: "tiền của cá nhân = 0,3 * lương cơ sở\nin tiền của cá nhân"),
    CatalogueEntry(
      code: "KT333", title: "số liệu còn là của năm trước",
      explanation: "Các dòng số liệu viết ngay trong kịch bản được kế thừa theo, nên kịch bản năm "
        + "nay chưa có khối dữ liệu riêng thì tính trên số liệu năm trước. Viết lại khối dữ liệu "
        + "là thay hết các dòng cũ.",
      wrongExample: """
        kế thừa "../2026/phong-trao.thidua"   # có sẵn các dòng số liệu năm 2026
        sửa đổi phong trào
          năm: 2027
        hết
        """,
      rightExample: """
        kế thừa "../2026/phong-trao.thidua"
        sửa đổi phong trào
          năm: 2027
        hết
        dữ liệu tập thể
          | mã | điểm |
          | A  | 90   |
        """),
  ]
}
