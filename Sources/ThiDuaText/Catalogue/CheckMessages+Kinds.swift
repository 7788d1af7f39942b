// Wording of the checking stage, part 2: kinds of values, operators, lists (KT020…KT039). See
// CheckMessages.swift. Kinds come worded: `số`, `tỷ lệ`, `mức của thang bậc …`, `một tập thể`.

extension CheckMessages {
  /// A value of one kind where another is wanted.
  public static func kindsDiffer(expected: String, found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT020", message: "ở đây cần \(expected), nhưng giá trị này là \(found)", span: span,
      why: "Mỗi chỗ chỉ nhận một loại giá trị; máy không tự đổi loại này sang loại khác.",
      advice: howToWrite(expected))
  }

  private static func howToWrite(_ kind: String) -> String {
    switch kind {
    case "chữ": "Viết chữ trong ngoặc kép; muốn đổi giá trị thành chữ thì viết: thành chữ(…)."
    case "ngày": "Viết một ngày như 14/10/2026, hoặc tên một trường ngày."
    case "có/không": "Viết có, không hoặc một điều kiện, ví dụ: tổng điểm từ 90 trở lên."
    case _ where kind.hasPrefix("mức "): "Viết tên một mức trong ngoặc kép."
    case _ where kind.hasPrefix("một "): "Chỉ rõ đối tượng, ví dụ: \(kind.dropFirst(4)) \"TT01\"."
    default: "Kiểm tra lại tên hoặc giá trị đã viết."
    }
  }

  /// A value where a condition is wanted.
  public static func conditionExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT021", message: "ở đây cần một điều kiện, nhưng phần này là \(found)", span: span,
      why: "Điều kiện phải đúng hoặc sai với từng đối tượng; một giá trị thì không đúng cũng "
        + "không sai.",
      advice: found.hasPrefix("mức ")
        ? "So sánh với một mức, ví dụ: … từ \"TÊN MỨC\" trở lên, hoặc … là \"TÊN MỨC\"."
        : found == "chữ"
          ? "So sánh với một đoạn chữ, ví dụ: … là \"Nữ\"."
          : found == "kết quả xét khen thưởng"
            ? "Viết \"đạt\" trước tên danh hiệu, ví dụ: đạt lao động tiên tiến."
            : "So sánh với một giá trị, ví dụ: … từ 90 trở lên, hoặc … > 0.")
  }

  /// Something that is no number where one is wanted.
  public static func numberExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT022", message: "ở đây cần một số, nhưng phần này là \(found)", span: span,
      why: "Chỉ số, số lượng và tỷ lệ mới tính toán được.",
      advice: found.hasPrefix("danh sách")
        ? "Gộp danh sách thành một số: tổng(…), đếm(…), trung bình(…)."
        : found == "có/không"
          ? "Viết rõ số tương ứng: nếu … thì 1 ngược lại 0."
          : "Kiểm tra lại tên; chữ ghi số thì đổi bằng: thành số(…).")
  }

  /// `tổng`, `trung bình`, `cao nhất` over things that are no numbers.
  public static func numbersExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT023",
      message: "ở đây cần danh sách các số, nhưng mỗi phần tử là "
        + "\(found)", span: span,
      why: "Tổng, trung bình, cao nhất… chỉ tính được trên các giá trị so sánh, cộng trừ được.",
      advice: found.hasPrefix("một ")
        ? "Ghi rõ lấy giá trị nào, ví dụ: tổng(tổng điểm của \(found.dropFirst(4))); muốn biết có "
          + "bao "
          + "nhiêu thì viết: đếm(\(found.dropFirst(4)))."
        : "Ghi tên một trường số; muốn biết có bao nhiêu thì viết: đếm(…).")
  }

  /// Something that is no list where one is wanted.
  public static func listExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT024", message: "ở đây cần một danh sách, nhưng phần này là \(found)", span: span,
      why: "Chỉ danh sách mới có nhiều phần tử để lọc, sắp xếp, đếm hoặc lấy theo thứ tự.",
      advice: "Viết tên loại đối tượng (tập thể), danh sách con (thành viên của cụm) hoặc liệt kê: "
        + "[1; 2; 3].")
  }

  /// A table or file of things that are no subjects.
  public static func subjectsExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT025", message: "bảng phải lập từ danh sách đối tượng, nhưng đây là \(found)",
      span: span,
      why: "Mỗi dòng của bảng là một đối tượng, mỗi cột là một giá trị của đối tượng "
        + "ấy.",
      advice: "Viết như: in bảng tập thể mà tổng điểm từ 90 trở lên: tên; tổng điểm. "
        + "Danh sách giá trị thì dùng: in ….")
  }

  /// `E của X` where X has no fields.
  public static func ownerExpected(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT026",
      message: "sau \"của\" phải là đối tượng, nhưng phần này là "
        + "\(found)", span: span,
      why: "Chỉ đối tượng (tập thể, cá nhân, cụm…) và danh sách đối tượng mới có trường.",
      advice: "Viết như: tổng điểm của tập thể \"TT01\". Lấy phần của một số thì viết: 20% của "
        + "(…).")
  }

  /// Two branches of one expression with different kinds.
  public static func branchesDiffer(
    _ first: String, _ second: String, span: Span, first firstSpan: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT027", message: "hai vế cho hai loại giá trị khác nhau: \(first) và \(second)",
      span: span, label: "vế này là \(second)", labels: [.init(firstSpan, "vế này là \(first)")],
      why: "Một biểu thức phải luôn cho cùng một loại giá trị, dù trường hợp nào xảy ra.",
      advice: "Viết lại một vế cho cùng loại với vế kia.")
  }

  /// Two kinds that cannot be compared.
  public static func comparedKindsDiffer(
    _ first: String, _ second: String, level: String? = nil, span: Span, left: Span, right: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT028", message: "không so sánh \(first) với \(second) được", span: span,
      labels: [.init(left, "bên này là \(first)"), .init(right, "bên này là \(second)")],
      why: "Hai bên của phép so sánh phải cùng loại.",
      advice: level.map(levelInQuotes) ?? adviceOnComparing(first, second))
  }

  private static func adviceOnComparing(_ first: String, _ second: String) -> String {
    let sides = [first, second]
    guard sides.contains("chữ"), !sides.contains(where: { $0.hasPrefix("mức ") }) else {
      return "Kiểm tra lại tên hoặc giá trị ở hai bên."
    }
    if let subject = sides.first(where: { $0.hasPrefix("một ") }) {
      return "Nêu đúng \(subject.dropFirst(4)) nào: \(subject.dropFirst(4)) \"MÃ HOẶC TÊN\"."
    }
    return "Viết chữ trong ngoặc kép khi so với chữ, viết số không có ngoặc kép khi so với số."
  }

  /// `<`, `từ … trở lên` on kinds that have no order.
  public static func notOrdered(_ found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT029", message: "không so hơn kém được, vì hai bên là \(found)", span: span,
      why: "Chỉ số, ngày, chữ và mức của thang bậc mới so được hơn kém; loại này chỉ so được bằng "
        + "hoặc khác.",
      advice: "Viết \"là\" hoặc \"khác\". Muốn có thứ tự thì khai báo: "
        + "thang bậc …, từ thấp lên cao: \"…\"; \"…\".")
  }

  /// Two units in one sum or comparison.
  public static func unitsDiffer(
    _ first: String, _ second: String, span: Span, left: Span, right: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT030", message: "hai bên có đơn vị khác nhau: \(first) và \(second)", span: span,
      labels: [.init(left, "đơn vị \(first)"), .init(right, "đơn vị \(second)")],
      why: "Cộng, trừ, so sánh chỉ có nghĩa khi cùng đơn vị.",
      advice: "Sửa đơn vị viết sai, hoặc đổi về cùng đơn vị trước khi tính.")
  }

  /// `điểm từ 95% trở lên` where the field is a number up to 100.
  public static func percentOfPoints(_ name: String, scale: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT030", message: "so số với phần trăm", span: span,
      why: "\(Wording.quoted(name)) khai báo là số đến \(scale), không phải tỷ lệ; 95% chỉ là "
        + "0,95, nên so như thế thì gần như lúc nào cũng lớn hơn.",
      advice: "Bỏ dấu %, hoặc khai báo trường là tỷ lệ nếu đó là phần trăm.")
  }

  /// `+` on texts.
  public static func textsAdded(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT031", message: "dấu + không nối chữ", span: span,
      why: "Dấu + chỉ cộng số; nối chữ bằng dấu + dễ nhầm \"1\" + \"2\" thành 3.",
      advice: "Đặt giá trị vào trong chữ: \"{tên}: {tổng điểm: 2} điểm\"; nối danh sách: nối(L; "
        + "\", \").")
  }

  /// Arithmetic on dates.
  public static func datesCalculated(isDifference: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT032", message: "ngày không tính bằng phép tính số học", span: span,
      why: "Ngày cộng hay trừ thành ngày hay thành số ngày, và có tính ngày nghỉ không, phải nói "
        + "rõ.",
      advice: isDifference
        ? "Viết: số ngày giữa(ngày đầu; ngày cuối), số ngày làm việc(ngày đầu; ngày cuối) hoặc "
          + "thêm ngày(ngày; -5)."
        : "Viết: thêm ngày(ngày; 5) hoặc thêm tháng(ngày; 1).")
  }

  /// A divisor that is the literal 0.
  public static func divisionByZero(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT033", message: "phép chia cho 0", span: span,
      why: "Không có số nào là kết quả của phép chia cho 0.", advice: "Viết lại số chia.")
  }

  /// A field that may be blank, used as if it always had a value.
  /// `answer`: what the advice puts in its place, of the field's kind.
  public static func blankNotHandled(
    _ name: String, answer: String, span: Span, field: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT034",
      message: "\(Wording.quoted(name)) có thể còn trống, ở đây chưa nói khi trống thì thế nào",
      span: span, labels: [.init(field, "trường này được phép để trống")],
      why: "Ô trống là chưa có số liệu, không phải là 0; máy không tự đoán.",
      advice: "Viết \"\(name) nếu trống thì \(answer)\", hoặc thêm dòng xét \"\(name) là trống\".")
  }

  /// A list in a column of a table.
  public static func listInColumn(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT035", message: "cột này là cả một danh sách, mỗi ô chỉ ghi được một giá trị",
      span: span, why: "Danh sách trong một ô không cộng, không lọc được nữa.",
      advice: "Gộp lại: đếm(…), tổng(…), hoặc nối thành chữ: nối(…; \", \").")
  }

  /// `tỷ lệ(L)` without a condition.
  public static func shareNeedsCondition(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT036", message: "\"tỷ lệ\" chưa nói là tỷ lệ của những ai", span: span,
      why: "Tỷ lệ là số phần tử thỏa điều kiện chia cho tổng số phần tử.",
      advice: "Thêm điều kiện sau \"mà\": tỷ lệ(thành viên mà đạt lao động tiên tiến).")
  }

  /// `trong cùng G` outside an aggregate.
  public static func groupOutsideAggregate(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT037", message: "\"trong cùng\" chỉ dùng trong ngoặc của tổng, đếm, cao nhất…",
      span: span, why: "Phải biết gộp các giá trị trong nhóm thành một giá trị theo cách nào.",
      advice: "Viết như: cao nhất(tổng điểm trong cùng cụm), đếm(tập thể trong cùng cụm).")
  }

  /// `trong cùng G` where no subject is at hand.
  public static func groupWithoutSubject(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT038", message: "\"trong cùng\" chỉ dùng trong quy định của một loại đối tượng",
      span: span, why: "Phải biết đang xét đối tượng nào thì mới biết nhóm của đối tượng ấy.",
      advice: "Khai báo thành cột: cao nhất cụm của tập thể = cao nhất(tổng điểm trong cùng cụm), "
        + "hoặc lọc bằng \"mà\": cao nhất(tổng điểm của (tập thể mà cụm là \"Cụm 1\")).")
  }

  /// A share that is no ratio.
  public static func shareExpected(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT039", message: "ở đây cần một tỷ lệ viết với dấu %", span: span,
      why: "Không có dấu % thì không biết là một phần của tổng số hay là số lượng cụ thể.",
      advice: "Viết như 80%. Hạn mức là số lượng cụ thể thì viết: đề nghị tối đa 2 tập thể.")
  }

  /// Explanations of the codes above.
  static let kindEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT020", title: "giá trị khác loại",
      explanation: "Mỗi hàm, mỗi trường, mỗi phép gán nhận một loại giá trị: số, chữ, ngày, "
        + "có/không, mức, đối tượng. Máy không tự đổi loại này sang loại khác.",
      wrongExample: "hạn bổ sung của tập thể = thêm ngày(tổng điểm; 5)",
      rightExample: "hạn bổ sung của tập thể = thêm ngày(ngày nộp; 5)"),
    CatalogueEntry(
      code: "KT021", title: "thiếu điều kiện",
      explanation: "Sau khi, nếu, mà, điều kiện… phải là một điều kiện, tức là một phép so sánh "
        + "hoặc một trường có/không.",
      wrongExample: "điều kiện tổng điểm",
      rightExample: "điều kiện tổng điểm từ 70 trở lên"),
    CatalogueEntry(
      code: "KT022", title: "cần một số",
      explanation: "Phép tính, giới hạn và làm tròn chỉ nhận số, số lượng, tỷ lệ. Danh sách phải "
        + "gộp thành một số trước.",
      wrongExample: "điểm năm của tập thể = 10 * có kế hoạch",
      rightExample: "điểm năm của tập thể = nếu có kế hoạch thì 10 ngược lại 0"),
    CatalogueEntry(
      code: "KT023", title: "cần danh sách các số",
      explanation: "Tổng, trung bình, trung vị, cao nhất, thấp nhất nhận danh sách các số; danh "
        + "sách đối tượng thì phải ghi lấy số nào của đối tượng.",
      wrongExample: "in trung bình(tập thể)",
      rightExample: "in trung bình(tổng điểm của tập thể)"),
    CatalogueEntry(
      code: "KT024", title: "cần một danh sách",
      explanation: "Phép lọc (mà), sắp xếp, đếm, gộp và lấy phần tử chỉ dùng cho danh sách; ở đây "
        + "chỉ có một giá trị.",
      wrongExample: "in tổng(điểm sàn)",
      rightExample: "in tổng(tổng điểm của tập thể)"),
    CatalogueEntry(
      code: "KT025", title: "bảng không lập từ đối tượng",
      explanation: "In bảng và xuất tệp lập mỗi đối tượng một dòng, nên phần đứng trước phải là "
        + "danh sách đối tượng.",
      wrongExample: "in bảng tổng điểm của tập thể: tổng điểm",
      rightExample: "in bảng tập thể: tên; tổng điểm"),
    CatalogueEntry(
      code: "KT026", title: "sau \"của\" không phải đối tượng",
      explanation: "\"A của B\" lấy trường A của đối tượng B, hoặc của từng đối tượng trong danh "
        + "sách B. Chỉ con số và phần trăm mới đứng trước \"của\" để nhân: 20% của tổng điểm.",
      wrongExample: "in tổng điểm của \"Sở Tài chính\"",
      rightExample: "in tổng điểm của tập thể \"Sở Tài chính\""),
    CatalogueEntry(
      code: "KT027", title: "hai vế khác loại",
      explanation: "Các vế của nếu … thì … ngược lại …, và giá trị thay khi trống, phải cùng loại "
        + "với nhau.",
      wrongExample: "khen của tập thể = nếu tổng điểm > 90 thì \"Giấy khen\" ngược lại 0",
      rightExample: "khen của tập thể = nếu tổng điểm > 90 thì \"Giấy khen\" ngược lại \"\""),
    CatalogueEntry(
      code: "KT028", title: "so sánh hai loại khác nhau",
      explanation: "Hai bên của phép so sánh phải cùng loại: số với số, chữ với chữ, ngày với "
        + "ngày, mức với tên mức.",
      wrongExample: "điều kiện tổng điểm từ \"70\" trở lên",
      rightExample: "điều kiện tổng điểm từ 70 trở lên"),
    CatalogueEntry(
      code: "KT029", title: "so sánh cái không có thứ tự",
      explanation: "Hơn, kém, từ … trở lên chỉ dùng cho số, ngày, chữ và mức. Giá trị có/không, "
        + "đối tượng, danh sách chỉ so được bằng hoặc khác.",
      wrongExample: "khi có kế hoạch > có báo cáo",
      rightExample: "khi có kế hoạch là có và có báo cáo là không"),
    CatalogueEntry(
      code: "KT030", title: "khác đơn vị",
      explanation: "Số có ghi đơn vị thì chỉ cộng, trừ, so sánh được với số cùng đơn vị. Điểm của "
        + "tiêu chí, điểm thưởng, điểm trừ có đơn vị là điểm.",
      wrongExample: "khi điểm thưởng từ 3 lần trở lên",
      rightExample: "khi điểm thưởng từ 3 điểm trở lên"),
    CatalogueEntry(
      code: "KT031", title: "nối chữ bằng dấu +",
      explanation: "Dấu + chỉ cộng số. Chữ được ghép bằng cách đặt giá trị trong dấu { } ngay "
        + "trong đoạn chữ.",
      wrongExample: "in tên + \": \" + tổng điểm",
      rightExample: "in \"{tên}: {tổng điểm: 2}\""),
    CatalogueEntry(
      code: "KT032", title: "cộng trừ ngày",
      explanation: "Ngày không cộng trừ bằng dấu + và -, vì phải nói rõ tính ngày hay tháng, có "
        + "trừ ngày nghỉ hay không.",
      wrongExample: "số ngày chậm của tập thể = ngày nộp - hạn nộp",
      rightExample: "số ngày chậm của tập thể = số ngày giữa(hạn nộp; ngày nộp)"),
    CatalogueEntry(
      code: "KT033", title: "số chia là 0",
      explanation: "Số chia viết sẵn là 0 thì phép chia không bao giờ tính được.",
      wrongExample: "bình quân của tập thể = tổng điểm / 0",
      rightExample: "bình quân của tập thể = tổng điểm / 4"),
    CatalogueEntry(
      code: "KT034", title: "chưa nói khi trống thì thế nào",
      explanation: "Trường khai báo \"được để trống\" thì mỗi chỗ dùng phải nói khi trống tính thế "
        + "nào, vì ô trống không phải là 0.",
      wrongExample: "tổng điểm của tập thể = điểm tự chấm + điểm thẩm tra",
      rightExample: "tổng điểm của tập thể = điểm tự chấm + (điểm thẩm tra nếu trống thì 0)"),
    CatalogueEntry(
      code: "KT035", title: "cả danh sách trong một ô",
      explanation: "Mỗi ô của bảng ghi một giá trị; danh sách phải gộp thành số hoặc nối thành "
        + "chữ.",
      wrongExample: "in bảng tập thể: tên; họ tên của thành viên",
      rightExample: "in bảng tập thể: tên; nối(họ tên của thành viên; \", \")"),
    CatalogueEntry(
      code: "KT036", title: "tỷ lệ chưa có điều kiện",
      explanation: "Hàm tỷ lệ đếm số phần tử thỏa điều kiện rồi chia cho tổng số; không có điều "
        + "kiện thì luôn là 100%.",
      wrongExample: "điều kiện tỷ lệ(thành viên) từ 70% trở lên",
      rightExample: "điều kiện tỷ lệ(thành viên mà hoàn thành) từ 70% trở lên"),
    CatalogueEntry(
      code: "KT037", title: "\"trong cùng\" ngoài hàm gộp",
      explanation: "\"trong cùng cụm\" lấy giá trị của mọi đối tượng cùng cụm, nên phải nằm trong "
        + "ngoặc của một hàm gộp.",
      wrongExample: "đặt cả cụm = [tổng điểm trong cùng cụm]",
      rightExample: "cao nhất cụm của tập thể = cao nhất(tổng điểm trong cùng cụm)"),
    CatalogueEntry(
      code: "KT038", title: "\"trong cùng\" không có đối tượng",
      explanation: "\"trong cùng cụm\" là cùng cụm với đối tượng đang xét; ở phần lệnh thì không "
        + "có đối tượng nào đang xét.",
      wrongExample: "in cao nhất(tổng điểm trong cùng cụm)",
      rightExample: "in cao nhất(tổng điểm của (tập thể mà cụm là \"Cụm 1\"))"),
    CatalogueEntry(
      code: "KT039", title: "thiếu dấu %",
      explanation: "Tỷ lệ phiếu và hạn mức theo tỷ lệ phải viết với dấu %, để không nhầm với số "
        + "phiếu, số lượng.",
      wrongExample: "đề nghị không quá 0,2 số tập thể đủ điều kiện, bỏ số lẻ",
      rightExample: "đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ"),
  ]
}
