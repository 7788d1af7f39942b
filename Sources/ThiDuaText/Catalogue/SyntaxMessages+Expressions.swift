// Wording of the syntax stage, part 3: expressions and conditions (CP030…CP049). See
// SyntaxMessages.swift.

extension SyntaxMessages {
  /// `(` without `)`.
  public static func unclosedBracket(_ open: String, expected: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP030", message: "dấu \(open) chưa có dấu \(expected) đóng", span: span,
      advice: "Thêm dấu \(expected) ở chỗ phần trong ngoặc kết thúc.")
  }

  /// `)` without `(`.
  public static func strayBracket(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP031", message: "dấu \(written) này không đóng dấu ngoặc nào", span: span,
      advice: "Bỏ dấu \(written), hoặc thêm dấu mở ngoặc ở phía trước.")
  }

  /// Nothing, or a word that cannot begin a value, where a value is wanted.
  public static func valueExpected(found: String?, after: String?, span: Span) -> Diagnostic {
    let place = after.map { " sau \(Wording.quoted($0))" } ?? ""
    return Diagnostic(
      code: "CP032",
      message: found.map { "cần một giá trị\(place), nhưng gặp \(Wording.quotedSource($0))" }
        ?? "thiếu giá trị\(place)",
      span: span,
      advice: "Viết một con số, một tên, một đoạn chữ \"…\" hoặc một biểu thức trong ngoặc.")
  }

  /// Something is left when the statement is complete.
  public static func leftover(_ written: String, span: Span) -> Diagnostic {
    let isCondition = written == "nếu" || written.hasPrefix("nếu ")
    return Diagnostic(
      code: "CP033", message: "không hiểu phần \(Wording.quotedSource(written)) ở đây", span: span,
      why: "Câu đã đủ ý trước chỗ này.",
      advice: isCondition
        ? "Điều kiện viết sau giá trị thì dùng \"khi\", ví dụ: được tính 5 điểm khi có kế hoạch; "
          + "trong công thức thì viết: nếu có kế hoạch thì 5 ngược lại 0."
        : "Kiểm tra xem có thiếu phép tính (+ - * /), thiếu từ nối (của, và, thì…) hoặc thiếu dấu "
          + "phẩy không.")
  }

  /// A clause that stands without its comma.
  public static func missingComma(
    before clause: String, span: Span, insertAt point: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "thiếu dấu phẩy trước \(Wording.quoted(clause))", span: span,
      why: "Mỗi vế thêm của câu đứng sau một dấu phẩy.",
      advice: "Viết: …, \(clause) ….", fix: Diagnostic.Fix(point, ","))
  }

  /// `điều kiện: tổng điểm > 5`.
  public static func colonAfterHead(_ head: String, rest: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP032", message: "sau \(Wording.quoted(head)) không có dấu hai chấm", span: span,
      advice: "Viết: \(head) \(rest.isEmpty ? "…" : Wording.visible(rest, limit: 80)).")
  }

  /// `tối đa 10 điểm chấm trực tiếp`, `xuất tập thể ra "x.csv" mã`: the colon is missing.
  public static func missingColon(
    before words: String, why: String, write whole: String, span: Span, insertAt point: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "thiếu dấu hai chấm trước \(Wording.quotedSource(words))", span: span,
      why: why, advice: "Viết: \(Wording.visible(whole, limit: 120)).",
      fix: Diagnostic.Fix(point, ":"))
  }

  /// `vì sao tập thể "A" không đạt giấy khen`.
  public static func awardSentence(
    _ written: String, write right: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "không hiểu phần \(Wording.quotedSource(written)) ở đây", span: span,
      why: "Danh hiệu viết trước, rồi \"của\" ai.", advice: "Viết: \(right).")
  }

  /// `lưu kết quả ra "kho.sqlite"`.
  public static func storedInto(_ written: String, file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "trước tên kho viết \"vào\", không viết \(Wording.quoted(written))",
      span: span, advice: "Viết: lưu kết quả vào \(file).", fix: Diagnostic.Fix(span, "vào"))
  }

  /// `trên 90 trở lên`: is 90 counted or not?
  public static func twofoldBound(
    _ word: String, _ value: String, _ ending: String, span: Span
  ) -> Diagnostic {
    let whole = "\(word) \(value) \(ending)"
    let isOpen = word == "trên" || word == "dưới"
    return Diagnostic(
      code: "CP044",
      message: isOpen
        ? "\(Wording.quotedSource(whole)) có hai cách hiểu"
        : "thừa \(Wording.quoted(ending)) sau \(Wording.quotedSource("\(word) \(value)"))",
      span: span,
      why: isOpen
        ? "Không rõ đúng \(value) có được kể hay không." : "Chỉ cần một trong hai cách nói.",
      advice: "Viết \(Wording.quotedSource("\(word) \(value)"))"
        + (isOpen ? " nếu không kể \(value), hoặc " : " hoặc ")
        + Wording.quotedSource("từ \(value) \(ending)")
        + (isOpen ? " nếu kể cả \(value)." : "."))
  }

  /// `theo tổng điểm từ cao xuống thấp`.
  public static func orderInWords(
    _ written: String, write right: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "không hiểu phần \(Wording.quotedSource(written)) ở đây", span: span,
      why: "Thứ tự sắp xếp viết bằng \"giảm dần\" (cao trước) hoặc \"tăng dần\" (thấp trước).",
      advice: "Viết \(Wording.quoted(right)).", fix: Diagnostic.Fix(span, right))
  }

  /// A declared name that begins with a word of the language, written without quotes.
  public static func nameNeedsQuotes(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP032", message: "tên \(Wording.quotedSource(name)) phải đặt trong nháy đơn",
      span: span, why: "Tên này bắt đầu bằng một từ của ngôn ngữ nên máy không nhận ra là tên.",
      advice: "Viết '\(name)', hoặc đổi tên cho khỏi nhầm.",
      fix: Diagnostic.Fix(span, "'\(name)'"))
  }

  /// `=` that neither defines nor compares.
  public static func equalsOutsideCondition(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP034", message: "dấu = ở đây không so sánh mà cũng không định nghĩa", span: span,
      why: "Dấu = chỉ so sánh trong điều kiện (sau khi, nếu, mà…) và trong ngoặc.",
      advice: "Muốn so sánh thì đặt trong ngoặc: (a = b). Muốn định nghĩa cột thì viết: "
        + "TÊN của LOẠI = …; muốn đặt biến thì viết: đặt TÊN = ….")
  }

  /// `a < b < c`.
  public static func chainedComparison(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP035", message: "không so sánh nối tiếp được", span: span,
      advice: "Viết \"từ a đến b\", hoặc tách làm hai: a < b và b < c.")
  }

  /// `nếu không thì`.
  public static func literalCondition(_ written: String, offersOtherwise: Bool, span: Span)
    -> Diagnostic
  {
    Diagnostic(
      code: "CP036", message: "điều kiện chỉ có \(Wording.quoted(written)), không so sánh gì cả",
      span: span,
      advice: offersOtherwise
        ? "Nếu muốn nói trường hợp còn lại thì viết \"ngược lại\"."
        : "Viết đủ điều kiện, ví dụ: tổng điểm từ 90 trở lên.")
  }

  /// A word of the construct is missing.
  public static func missingWord(
    _ word: String, in construct: String, found: String?, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP037",
      message: "thiếu \(Wording.quoted(word))"
        + (found.map { " trước \(Wording.quotedSource($0))" } ?? " ở cuối dòng"),
      span: span, advice: "Viết theo mẫu: \(construct).")
  }

  /// A keyword without its accents.
  public static func unaccentedKeyword(
    _ written: String, write accented: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP038", message: "\(Wording.quoted(written)) thiếu dấu hoặc sai dấu", span: span,
      why: "Từ của ngôn ngữ phải viết đủ dấu tiếng Việt.",
      advice: "Viết \(Wording.quoted(accented)).", fix: Diagnostic.Fix(span, accented))
  }

  /// Brackets or blocks nested beyond the limit.
  public static func tooDeep(limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP039",
      message: "lồng nhau hoặc dài quá mức cho phép (\(Wording.count(limit)))", span: span,
      advice: "Tách thành nhiều cột hoặc nhiều bước, mỗi bước một tên.")
  }

  /// `từ 90` without `trở lên`, `trở xuống` or `đến`.
  public static func openFrom(span: Span, insertAt: Span) -> Diagnostic {
    Diagnostic(
      code: "CP040", message: "\"từ\" thiếu vế sau", span: span,
      advice: "Viết \"từ … trở lên\", \"từ … trở xuống\", \"từ … đến …\" hoặc \"từ … đến dưới …\".",
      fix: Diagnostic.Fix(insertAt, " trở lên"))
  }

  /// `từ 88 - 90%`, as regulations write it.
  public static func dashInRange(span: Span, dash: Span) -> Diagnostic {
    Diagnostic(
      code: "CP040", message: "khoảng viết bằng dấu gạch", span: span,
      why: "Ở đây dấu gạch là phép trừ; và phải nói rõ hai mốc có thuộc khoảng không.",
      advice: "Viết \"từ 88% đến 90%\" (kể cả hai mốc) hoặc \"từ 88% đến dưới 90%\".",
      fix: Diagnostic.Fix(dash, " đến "))
  }

  /// A name is wanted.
  /// `example`: the line as it should be, for one that only lacks its name.
  public static func nameExpected(
    _ purpose: String, found: String?, example: String? = nil, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP041",
      message: "thiếu \(purpose)"
        + (found.map { ", nhưng gặp \(Wording.quotedSource($0))" } ?? ""),
      span: span,
      advice: example.map { "Viết \(purpose), ví dụ: \($0)." }
        ?? "Viết \(purpose). Tên có chứa từ dành riêng thì đặt trong dấu nháy đơn: "
        + "'tổ chức và cán bộ'.")
  }

  /// `nếu` in the middle of a calculation.
  public static func conditionalNeedsBrackets(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP042", message: "\"nếu … thì … ngược lại …\" ở giữa phép tính phải đặt trong ngoặc",
      span: span, advice: "Viết a + (nếu … thì … ngược lại …).")
  }

  /// The number of decimals in `{x: 2}`, `cột: 2`, `làm tròn 2 chữ số`.
  public static func decimalsExpected(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP043", message: "số chữ số thập phân phải là số nguyên từ 0 đến 20", span: span,
      advice: "Viết như {tổng điểm: 2}.")
  }

  /// Explanations of the codes above.
  static let expressionEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP030", title: "ngoặc chưa đóng",
      explanation: "Mỗi dấu mở ngoặc ( hoặc [ phải có dấu đóng tương ứng.",
      wrongExample: "in làm tròn(x; 2", rightExample: "in làm tròn(x; 2)"),
    CatalogueEntry(
      code: "CP031", title: "thừa dấu đóng ngoặc",
      explanation: "Dấu đóng ngoặc phải có dấu mở tương ứng ở phía trước.",
      wrongExample: "in (a + b))", rightExample: "in (a + b)"),
    CatalogueEntry(
      code: "CP032", title: "thiếu giá trị",
      explanation: "Sau một phép tính, một dấu ngăn hoặc một từ nối phải có giá trị.",
      wrongExample: "in 1 +", rightExample: "in 1 + 2"),
    CatalogueEntry(
      code: "CP033", title: "thừa chữ ở cuối câu",
      explanation:
        "Câu đã đủ ý mà còn chữ phía sau: thường là thiếu phép tính, thiếu từ nối, hoặc vế "
        + "sau dấu phẩy không đúng chỗ.",
      wrongExample: "in tổng điểm (a + b) c", rightExample: "in tổng điểm + (a + b) * c"),
    CatalogueEntry(
      code: "CP044", title: "mốc có hai cách hiểu",
      explanation:
        "\"Trên 90 điểm trở lên\" không nói đúng 90 điểm có được kể hay không. Máy không chọn thay "
        + "người ra quy định; phải viết một trong hai cách.",
      wrongExample: """
        xếp loại mức của tập thể
          "Xuất sắc" khi tổng điểm trên 90 điểm trở lên
          "Tốt" còn lại
        """,
      rightExample: """
        xếp loại mức của tập thể
          "Xuất sắc" khi tổng điểm từ 90 điểm trở lên
          "Tốt" còn lại
        """),
    CatalogueEntry(
      code: "CP034", title: "dấu = ngoài điều kiện",
      explanation:
        "Dấu = chỉ so sánh trong điều kiện và trong ngoặc; ngoài ra chỉ dòng TÊN của LOẠI = … "
        + "và các lệnh như đặt, tham số mới dùng dấu =.",
      wrongExample: "in a = b", rightExample: "in (a = b)"),
    CatalogueEntry(
      code: "CP035", title: "so sánh nối tiếp",
      explanation: "Mỗi phép so sánh chỉ có hai vế. Khoảng giá trị viết bằng từ … đến ….",
      wrongExample: "khi 70 <= tổng điểm < 90", rightExample: "khi tổng điểm từ 70 đến dưới 90"),
    CatalogueEntry(
      code: "CP036", title: "điều kiện không so sánh gì",
      explanation:
        "Một giá trị viết sẵn không thể là điều kiện. Thường là viết \"nếu không thì\" thay cho "
        + "\"ngược lại\".",
      wrongExample: "in nếu a > b thì a nếu không thì b",
      rightExample: "in nếu a > b thì a ngược lại b"),
    CatalogueEntry(
      code: "CP037", title: "thiếu từ nối",
      explanation: "Mỗi mẫu câu có các từ nối bắt buộc, ví dụ nếu … thì … ngược lại ….",
      wrongExample: "in nếu a > b thì a", rightExample: "in nếu a > b thì a ngược lại b"),
    CatalogueEntry(
      code: "CP038", title: "từ thiếu dấu",
      explanation:
        "Dấu tiếng Việt phân biệt nghĩa (hàng, hạng), nên từ của ngôn ngữ phải viết đủ dấu.",
      wrongExample: "neu a > b thì in a", rightExample: "nếu a > b thì in a"),
    CatalogueEntry(
      code: "CP039", title: "lồng nhau quá sâu hoặc quá dài",
      explanation:
        "Ngoặc, khối lệnh lồng nhau quá sâu, hoặc một câu có quá nhiều phép tính, thì nên tách "
        + "ra thành nhiều cột có tên.",
      wrongExample: "((((((…))))))", rightExample: "phần một của tập thể = a + b"),
    CatalogueEntry(
      code: "CP040", title: "\"từ\" thiếu vế sau",
      explanation: "Sau \"từ\" và một giá trị phải nói rõ trở lên, trở xuống hay đến đâu.",
      wrongExample: "khi tổng điểm từ 90", rightExample: "khi tổng điểm từ 90 trở lên"),
    CatalogueEntry(
      code: "CP041", title: "thiếu tên",
      explanation:
        "Chỗ này cần một tên. Tên là một cụm từ không chứa từ dành riêng; nếu chứa thì đặt "
        + "trong dấu nháy đơn.",
      wrongExample: "xếp loại của tập thể", rightExample: "xếp loại mức hoàn thành của tập thể"),
    CatalogueEntry(
      code: "CP042", title: "\"nếu\" ở giữa phép tính",
      explanation:
        "Biểu thức nếu … thì … ngược lại … ở giữa phép tính phải đặt trong ngoặc để khỏi hiểu "
        + "hai cách.",
      wrongExample: "in 1 + nếu a thì 2 ngược lại 3",
      rightExample: "in 1 + (nếu a thì 2 ngược lại 3)"),
    CatalogueEntry(
      code: "CP043", title: "số chữ số thập phân không hợp lệ",
      explanation: "Số chữ số thập phân là một số nguyên viết sẵn, từ 0 đến 20.",
      wrongExample: "in \"{x: 2,5}\"", rightExample: "in \"{x: 2}\""),
  ]
}
