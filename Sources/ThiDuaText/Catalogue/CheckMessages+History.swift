// Wording of the checking stage, part 8: past years, what may serve only once, databases
// (KT350…KT379). See CheckMessages.swift.

extension CheckMessages {
  /// `lịch sử` in a script that does not say which year it is for.
  public static func historyNeedsYear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT350", message: "chưa biết năm nay là năm nào nên không dùng được lịch sử",
      span: span,
      why: "Năm liền trước, số năm liên tục đều tính từ năm của phong trào.",
      advice: "Thêm vào khối phong trào: năm: 2026.")
  }

  /// A value that past rows do not have.
  public static func historyLacks(
    _ name: String, kind: String, has: [String], span: Span
  ) -> Diagnostic {
    var shown = has.prefix(12).map(Wording.quoted).joined(separator: ", ")
    if has.count > 12 { shown += "…" }
    return Diagnostic(
      code: "KT351", message: "lịch sử \(kind) không có \(Wording.quoted(name))", span: span,
      why: has.isEmpty
        ? "Lịch sử chỉ ghi được số, chữ, ngày, mức và danh hiệu của từng năm."
        : "Lịch sử \(kind) có thể có: \(shown).",
      advice: "Chỉ dùng những điều có ghi trong lịch sử, hoặc thêm cột này vào lịch sử.")
  }

  /// Past years of a kind without `lịch sử`.
  public static func historyMissing(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT352", message: "chưa có lịch sử các năm trước của \(kind)", span: span,
      why: "Kết quả các năm trước phải lấy từ số liệu.",
      advice: "Khai báo: lịch sử \(kind) từ \"lich-su.csv\".")
  }

  /// A past value used as if there always was one.
  public static func pastValueMayBeBlank(_ text: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT353", message: "\(Wording.quotedSource(text)) có thể trống", span: span,
      why: "Có thể năm ấy không có dòng nào trong lịch sử, ví dụ đơn vị mới thành lập.",
      advice: "Nói rõ nếu trống thì sao: \(text) nếu trống thì 0; hoặc hỏi: \(text) là trống.")
  }

  /// A kind that cannot be told apart from year to year.
  public static func historyNeedsKey(_ kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT354", message: "\(kind) không có khóa nên không biết dòng lịch sử là của ai",
      span: span, why: "Mỗi dòng lịch sử ghi mã của đối tượng và năm.",
      advice: "Thêm vào khối đối tượng \(kind) một trường khóa: mã: chữ, khóa.")
  }

  /// A key of several fields one of which every past row has in another meaning.
  public static func historyTitleInKey(
    _ field: String, kind: String, span: Span, key: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT520",
      message: "khóa của \(kind) có trường \(Wording.quoted(field)) nên lịch sử có hai cột "
        + Wording.quoted(field),
      span: span, labels: [.init(key, "trường của khóa")],
      why: "Dòng lịch sử nào cũng ghi năm của nó; mỗi \(kind) phải là một đối tượng sống qua "
        + "nhiều năm.",
      advice: "Bỏ \(Wording.quoted(field)) khỏi khóa, hoặc đổi tên trường ấy.")
  }

  /// `mỗi năm chỉ dùng một lần` where nothing counts years.
  public static func servesOnceNothing(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT355",
      message: "\"mỗi \(name) chỉ dùng một lần\" không có tác dụng ở đây", span: span,
      why: "Điều kiện không đếm \(name) nào.",
      advice: "Bỏ đi, hoặc viết điều kiện có đếm \(name).")
  }

  /// `mỗi sáng kiến chỉ dùng một lần` for rows that belong to nobody.
  public static func servesOnceNeedsOwner(
    _ rows: String, subject: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT356", message: "không biết \(rows) là của \(subject) nào", span: span,
      why: "\(rows) phải có trường chỉ đến \(subject) thì mới biết đã dùng cho ai.",
      advice: "Thêm vào khối đối tượng \(rows): người: \(subject), lập danh sách các \(rows).")
  }

  /// `của năm 2026` in 2026.
  public static func yearNotPast(_ year: Int, current: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT357", message: "năm \(year) chưa phải là năm đã qua", span: span,
      why: "Phong trào này là của năm \(current); lịch sử chỉ có các năm trước đó.",
      advice: "Viết một năm trước năm \(current); kết quả của năm nay thì không cần ghi năm.")
  }

  /// A formula of the present year that is no number, asked of the past by another formula.
  public static func pastKindUnknown(_ name: String, found: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT358",
      message: "không dùng được \(Wording.quoted(name)) của năm trước: công thức này là \(found)",
      span: span, why: "Trong công thức của năm nay chỉ lấy được số, mức, danh hiệu của năm trước.",
      advice: "Dùng mức xếp loại hoặc danh hiệu thay cho \(Wording.quoted(name)).")
  }

  /// Years asked of nobody.
  public static func yearsWithoutSubject(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT359", message: "chưa rõ hỏi về các năm của ai", span: span,
      why: "Các năm trước là của từng đối tượng.",
      advice: "Viết thêm: của cá nhân \"CB01\".")
  }

  /// A SQLite file without a table.
  public static func databaseWithoutTable(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT360", message: "chưa ghi lấy bảng nào của tệp \(Wording.quotedPath(file))",
      span: span, why: "Một tệp SQLite có thể có nhiều bảng.",
      advice: "Viết thêm tên bảng, ví dụ: từ \(Wording.quotedPath(file)), bảng \"don_vi\".")
  }

  /// `bảng` of a file that has no tables.
  public static func tableOfPlainFile(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT361", message: "chỉ tệp SQLite mới có bảng", span: span,
      why: "Tệp SQLite có đuôi .sqlite, .sqlite3 hoặc .db; tệp khác là một bảng duy nhất.",
      advice: "Bỏ \", bảng …\", hoặc sửa tên tệp.")
  }

  /// `trang` and the like of a file that is no workbook.
  public static func sheetOfPlainFile(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT460", message: "chỉ tệp Excel mới có trang", span: span,
      why: "Tệp Excel có đuôi .xlsx hoặc .xlsm; ở tệp khác thì \"trang\", \"dòng tiêu đề\", "
        + "\"đến dòng\", \"điền ô gộp\" không có nghĩa.",
      advice: "Bỏ các phần ấy, hoặc sửa tên tệp.")
  }

  /// `bảng mã` of a file whose texts are Unicode by definition.
  public static func encodingOfDatabase(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT461", message: "tệp SQLite không ghi bảng mã", span: span,
      why: "Chữ trong tệp SQLite luôn là Unicode; \"bảng mã\" dành cho tệp CSV và Excel cũ.",
      advice: "Bỏ phần \", bảng mã …\", hoặc sửa tên tệp.")
  }

  /// `trong cùng cụm` of a past year.
  public static func groupOfPastYear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT362", message: "không so sánh trong cùng nhóm ở năm trước được", span: span,
      why: "Lịch sử của một năm có thể không còn đủ các đơn vị của nhóm năm ấy.",
      advice: "Ghi sẵn kết quả so sánh của năm ấy (ví dụ hạng) thành một cột của lịch sử rồi dùng.")
  }

  /// Something else than a date in `ngày nghỉ`, `ngày làm bù`.
  public static func dayExpected(_ text: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT363", message: "\(Wording.quotedSource(text)) không phải là ngày", span: span,
      why: "Dòng này ghi từng ngày, hoặc từ ngày nào đến ngày nào (không quá một năm).",
      advice: "Viết như: 1/1/2026; 16/2/2026 .. 20/2/2026.")
  }

  /// `ngày làm bù` on a day that is worked anyway.
  public static func workedAnyway(_ day: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "KT364", message: "ngày \(day) vốn là ngày làm việc", span: span,
      why: "Làm bù là làm vào thứ bảy hoặc chủ nhật.",
      advice: "Kiểm tra lại ngày; ngày trong tuần thì không cần ghi.")
  }

  /// Explanations of the codes above.
  static let historyEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT350", title: "lịch sử cần biết năm nay",
      explanation: "Lịch sử là kết quả của các năm trước năm của phong trào, nên khối phong trào "
        + "phải ghi năm.",
      wrongExample: """
        phong trào "Thi đua chuyên đề"
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """,
      rightExample: """
        phong trào "Thi đua chuyên đề"
          năm: 2026
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """),
    CatalogueEntry(
      code: "KT351", title: "lịch sử không có điều được hỏi",
      explanation: "Điều kiện về các năm trước chỉ dùng được số, chữ, ngày, mức xếp loại, danh "
        + "hiệu có ghi trong lịch sử. Danh sách thành viên, sáng kiến… của năm trước thì không có.",
      wrongExample: """
        lịch sử cá nhân
          | mã | năm  | mức năm |
          | A  | 2025 | HTT     |
        # …
        điều kiện số năm liên tục(điểm năm từ 90 trở lên) từ 2 trở lên
        """,
      rightExample: """
        lịch sử cá nhân
          | mã | năm  | mức năm |
          | A  | 2025 | HTT     |
        # …
        điều kiện số năm liên tục(mức năm từ "HTT" trở lên) từ 2 trở lên
        """),
    CatalogueEntry(
      code: "KT352", title: "chưa khai báo lịch sử",
      explanation: "Muốn dùng kết quả các năm trước thì phải nói lấy từ đâu, bằng khối lịch sử.",
      wrongExample: "điều kiện số năm liên tục(đạt lao động tiên tiến) từ 2 trở lên",
      rightExample: """
        lịch sử cá nhân từ "lich-su.csv"
        # …
        điều kiện số năm liên tục(đạt lao động tiên tiến) từ 2 trở lên
        """),
    CatalogueEntry(
      code: "KT353", title: "giá trị năm trước có thể trống",
      explanation: "Không phải ai cũng có dòng lịch sử của năm ấy, nên phải nói nếu trống thì sao.",
      wrongExample: "tăng so với năm trước của tập thể = tổng điểm - tổng điểm năm trước",
      rightExample: """
        tăng so với năm trước của tập thể =
          tổng điểm - (tổng điểm năm trước nếu trống thì tổng điểm)
        """),
    CatalogueEntry(
      code: "KT354", title: "lịch sử của đối tượng không có khóa",
      explanation: "Mỗi dòng lịch sử ghi mã của đối tượng; loại đối tượng ấy phải có khóa "
        + "(một hay nhiều trường).",
      wrongExample: """
        đối tượng cá nhân
          họ tên: chữ
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """,
      rightExample: """
        đối tượng cá nhân
          mã: chữ, khóa
          họ tên: chữ
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """),
    CatalogueEntry(
      code: "KT520", title: "khóa có trường trùng với cột của lịch sử",
      explanation: "Dòng lịch sử ghi các trường khóa của đối tượng, rồi năm (và danh hiệu). Khóa "
        + "đã có trường năm thì mỗi đối tượng chỉ sống một năm, không có các năm trước.",
      wrongExample: """
        đối tượng cá nhân
          họ tên: chữ
          năm: số
          khóa: họ tên; năm
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """,
      rightExample: """
        đối tượng cá nhân
          họ tên: chữ
          đơn vị: chữ
          khóa: họ tên; đơn vị
        hết
        lịch sử cá nhân từ "lich-su.csv"
        """),
    CatalogueEntry(
      code: "KT355", title: "chỉ dùng một lần nhưng không đếm",
      explanation: "\"mỗi năm chỉ dùng một lần\" chỉ có nghĩa khi có điều kiện đếm số năm; \"mỗi "
        + "sáng kiến chỉ dùng một lần\" khi có điều kiện xét các sáng kiến.",
      wrongExample: """
        danh hiệu "Chiến sĩ thi đua tỉnh" của cá nhân
          điều kiện mức năm là "HTXS", mỗi năm chỉ dùng một lần
        """,
      rightExample: """
        danh hiệu "Chiến sĩ thi đua tỉnh" của cá nhân
          điều kiện số năm liên tục(mức năm là "HTXS") từ 3 trở lên
          mỗi năm chỉ dùng một lần
        """),
    CatalogueEntry(
      code: "KT356", title: "chỉ dùng một lần nhưng không rõ của ai",
      explanation: "Sáng kiến, thành tích chỉ dùng một lần phải có trường chỉ đến người có nó.",
      wrongExample: """
        đối tượng sáng kiến
          tên: chữ, khóa
        hết
        """,
      rightExample: """
        đối tượng sáng kiến
          tên: chữ, khóa
          người: cá nhân, lập danh sách các sáng kiến
        hết
        """),
    CatalogueEntry(
      code: "KT357", title: "năm chưa qua",
      explanation: "Lịch sử chỉ có các năm trước năm của phong trào.",
      wrongExample: "tổng điểm năm 2026   # phong trào năm 2026",
      rightExample: "tổng điểm năm 2025"),
    CatalogueEntry(
      code: "KT358", title: "loại giá trị không lấy được từ năm trước",
      explanation: "Một công thức của năm nay dùng một công thức khác của năm trước, mà công thức "
        + "ấy không phải là số. Hãy dùng mức xếp loại hoặc danh hiệu.",
      wrongExample: """
        khen thưởng của tập thể = nếu tổng điểm từ 90 trở lên thì "Giấy khen" ngược lại ""
        ưu tiên của tập thể = nếu khen thưởng năm trước là "Giấy khen" thì 1 ngược lại 0
        """,
      rightExample: """
        ưu tiên của tập thể = nếu đạt giấy khen năm trước thì 1 ngược lại 0
        """),
    CatalogueEntry(
      code: "KT359", title: "các năm của ai",
      explanation:
        "\"số năm liên tục\", \"năm trước\" hỏi về một đối tượng; ngoài quy tắc của loại "
        + "đối tượng thì phải ghi là của ai.",
      wrongExample: "in số năm liên tục(đạt lao động tiên tiến)",
      rightExample: "in số năm liên tục(đạt lao động tiên tiến) của cá nhân \"CB01\""),
    CatalogueEntry(
      code: "KT360", title: "thiếu tên bảng của tệp SQLite",
      explanation: "Tệp SQLite có thể có nhiều bảng, nên phải ghi lấy bảng nào.",
      wrongExample: "dữ liệu tập thể từ \"he-thong.sqlite\"",
      rightExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\""),
    CatalogueEntry(
      code: "KT460", title: "ghi trang của tệp không phải Excel",
      explanation:
        "\"trang\", \"dòng tiêu đề\", \"đến dòng\", \"điền ô gộp\" nói bảng nằm ở đâu trong "
        + "tệp Excel. Tệp CSV là một bảng duy nhất, dòng đầu là tiêu đề.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.csv\", trang \"Cụm 1\"",
      rightExample: "dữ liệu tập thể từ \"tap-the.xlsx\", trang \"Cụm 1\""),
    CatalogueEntry(
      code: "KT461", title: "ghi bảng mã của tệp SQLite",
      explanation:
        "\"bảng mã\" nói một tệp CSV hay Excel cũ ghi chữ Việt theo cách nào trước khi có Unicode. "
        + "Tệp SQLite luôn ghi Unicode.",
      wrongExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\", bảng mã VNI",
      rightExample: "dữ liệu tập thể từ \"he-thong.sqlite\", bảng \"don_vi\""),
    CatalogueEntry(
      code: "KT361", title: "tên bảng của tệp không phải SQLite",
      explanation: "Tệp CSV là một bảng duy nhất nên không ghi tên bảng.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.csv\", bảng \"don_vi\"",
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\""),
    CatalogueEntry(
      code: "KT362", title: "so sánh trong nhóm của năm trước",
      explanation: "Lịch sử có thể không còn đủ các đơn vị của nhóm năm ấy, nên không tính lại "
        + "bình quân, cao nhất của nhóm được. Hãy lấy kết quả đã ghi.",
      wrongExample: "số năm(điểm = cao nhất(điểm trong cùng cụm))",
      rightExample: "số năm(hạng = 1)"),
    CatalogueEntry(
      code: "KT363", title: "không phải là ngày",
      explanation: "\"ngày nghỉ\", \"ngày làm bù\" ghi từng ngày, cách nhau dấu chấm phẩy, hoặc "
        + "một đợt nhiều ngày viết bằng hai dấu chấm.",
      wrongExample: "ngày nghỉ: 1/1/2026; 5",
      rightExample: "ngày nghỉ: 1/1/2026; 16/2/2026 .. 20/2/2026"),
    CatalogueEntry(
      code: "KT364", title: "ngày làm bù vốn là ngày làm việc",
      explanation: "Ngày làm bù là thứ bảy hoặc chủ nhật phải đi làm; ngày trong tuần thì vẫn tính "
        + "rồi.",
      wrongExample: "ngày làm bù: 27/2/2026   # thứ sáu",
      rightExample: "ngày làm bù: 28/2/2026   # thứ bảy"),
  ]
}
