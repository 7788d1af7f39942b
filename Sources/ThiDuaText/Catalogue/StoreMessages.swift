// Wording of what concerns the store of past runs: codes DL170…, KT500, CP500, TL080…. In: names, numbers,
// what became of the file. Out: finished diagnostics. Used by the checker, the façade and the command line.

/// Constructors and catalogue entries of the store.
public enum StoreMessages {
  /// A subject that a stored run does not have: its data cannot change any more.
  public static func inStoredRun(_ finding: Diagnostic, run: Int) -> Diagnostic {
    guard finding.code == "CH007" else { return finding }
    var finding = finding
    finding.advice =
      "Kiểm tra lại mã hoặc tên trong lượt \(run); số liệu đã lưu thì không thêm được."
    return finding
  }

  /// Why a store's file does not open, or cannot be written.
  public enum FileProblem: Sendable, Equatable {
    case missing
    case folder
    case forbidden
    case notRegular
    case notDatabase
    case damaged
    case locked
    case tooLarge
    case full
    case other(String)

    fileprivate var text: (why: String, advice: String) {
      switch self {
      case .missing:
        (
          "Ở chỗ ấy chưa có kho nào.",
          "Kho do câu lưu kết quả tạo ra; nếu kho nằm ở chỗ khác thì thêm --kho TỆP vào lệnh."
        )
      case .folder: ("Đây là một thư mục.", "Ghi tên tệp của kho.")
      case .forbidden:
        (
          "Tài khoản đang dùng không có quyền với tệp hay thư mục này.",
          "Xin quyền, hoặc chọn chỗ khác bằng --ra hay --kho."
        )
      case .notRegular: ("Đây không phải là một tệp thường.", "Ghi tên tệp của kho.")
      case .notDatabase:
        (
          "Nội dung tệp không phải của một kho.",
          "Kiểm tra lại tên tệp; tệp này được giữ nguyên, không bị ghi đè."
        )
      case .damaged:
        ("Tệp không còn nguyên vẹn.", "Lấy lại kho từ bản sao lưu; tệp này được giữ nguyên.")
      case .locked:
        ("Một chương trình khác đang ghi vào kho.", "Chờ chương trình ấy xong rồi chạy lại.")
      case .tooLarge: ("Có phần quá lớn để cất vào kho.", "Chia nhỏ số liệu.")
      case .full: ("Ổ đĩa đã đầy.", "Xóa bớt tệp, hoặc chọn chỗ khác bằng --ra hay --kho.")
      case .other(let words):
        ("SQLite báo: \(Wording.visible(words, limit: 200)).", "Kiểm tra ổ đĩa và tệp của kho.")
      }
    }
  }

  // MARK: The file

  /// A store that cannot be opened.
  public static func unreadable(_ file: String, _ problem: FileProblem, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL170", message: "không mở được kho \(Wording.quotedPath(file))", span: span,
      why: problem.text.why, advice: problem.text.advice)
  }

  /// A store that cannot be written.
  public static func unwritable(_ file: String, _ problem: FileProblem, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL171", message: "không lưu được vào kho \(Wording.quotedPath(file))", span: span,
      why: problem.text.why + " Kho vẫn như trước khi chạy, và lần này không ghi tệp nào.",
      advice: problem.text.advice)
  }

  /// A database that is no store.
  public static func notStore(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL172", message: "\(Wording.quotedPath(file)) không phải là kho của ThiDua",
      span: span, why: "Đây là cơ sở dữ liệu SQLite của phần mềm khác; nó được giữ nguyên.",
      advice: "Đặt tên khác cho kho. Muốn đọc một bảng của tệp này thì ghi: từ \"…\", bảng \"…\".")
  }

  /// A store of a newer program.
  public static func newer(_ file: String, found: Int, known: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL173",
      message: "kho \(Wording.quotedPath(file)) do bản ThiDua mới hơn tạo ra", span: span,
      why: "Kho ở dạng \(found); bản đang dùng biết đến dạng \(known). Kho được giữ nguyên.",
      advice: "Cài bản ThiDua mới hơn rồi chạy lại.")
  }

  /// A file of a run that cannot be got out again.
  public static func damagedContent(run: Int, file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL174",
      message: "tệp \(Wording.quotedPath(file)) của lượt \(run) trong kho bị hỏng", span: span,
      why: "Nội dung lấy ra không khớp với mã băm ghi lúc lưu.",
      advice: "Lấy lại kho từ bản sao lưu.")
  }

  /// A file that cannot be kept.
  public static func contentUnreadable(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL175", message: "không cất được tệp \(Wording.quotedPath(file)) vào kho",
      span: span, why: "Tệp quá lớn, hoặc không còn đọc lại được như lúc chạy.",
      advice: "Chờ chương trình khác ghi xong tệp rồi chạy lại; tệp quá lớn thì chia nhỏ.")
  }

  /// `lịch sử … từ kho` without a run of an earlier year.
  public static func noPast(_ kind: String, file: String, year: Int, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL176",
      message: "kho \(Wording.quotedPath(file)) chưa có kết quả \(kind) của năm nào trước \(year)",
      span: span, why: "Kho chỉ có những năm mà kịch bản đã lưu kết quả.",
      advice: "Xem kho có gì bằng: thidua kho liệt-kê.")
  }

  /// A store taken out of another one, asked about other years.
  public static func pastOfOneYear(_ file: String, year: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "DL181",
      message: "kho \(Wording.quotedPath(file)) chỉ để chạy lại kịch bản năm \(year)", span: span,
      why: "Kho này do thidua kho xuất lập, chỉ có những năm trước mà lượt ấy đã đọc.",
      advice: "Dùng kho gốc: thêm --kho TỆP vào lệnh.")
  }

  /// Files of a run that was killed, put in order.
  public static func restored(_ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL180",
      message: "lần chạy trước bị tắt giữa lúc đặt \(Wording.count(count)) tệp kết quả vào chỗ",
      why:
        "Lần ấy chưa xong nên các tệp đã được trả lại như trước lần ấy; tệp đã sửa sau đó thì giữ "
        + "nguyên.", advice: "Chạy lại lần ấy nếu vẫn cần kết quả của nó.")
  }

  /// Old files that a run that was killed replaced, under names of their own: somebody changed the new ones since.
  public static func setAside(_ places: [String]) -> Diagnostic {
    let shown = places.prefix(5).map { Wording.quotedPath($0) }.joined(separator: "; ")
    let more = places.count > 5 ? "; …" : ""
    return Diagnostic(
      .warning, code: "DL180",
      message: "lần chạy trước bị tắt giữa chừng; \(Wording.count(places.count)) tệp có từ trước "
        + "lần ấy được để riêng: \(shown)\(more)",
      why: "Tệp kết quả cùng tên đã sửa sau lần ấy nên máy giữ nguyên, không thay bằng tệp cũ.",
      advice: "So hai tệp, giữ tệp cần dùng rồi xóa tệp kia.")
  }

  // MARK: The script

  /// `lưu kết quả` in a script that does not say which year it is for.
  public static func needsYear(span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT500", message: "chưa biết kết quả này của năm nào nên không lưu vào kho được",
      span: span, why: "Kho xếp kết quả theo năm, để năm sau tìm lại.",
      advice: "Thêm dòng năm vào khối phong trào, ví dụ: năm: 2026.")
  }

  /// `lưu kết quả` while something is assumed.
  public static func assumed(_ lines: [String], span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP500", message: "không lưu kết quả giả sử vào kho", span: span,
      why: "Lúc này \(lines.joined(separator: "; ")); kho chỉ giữ kết quả thật.",
      advice: "Đặt câu lưu kết quả trước câu giả sử, hoặc thêm bỏ giả sử ở trên.")
  }

  // MARK: The command

  /// A run the store does not have.
  public static func noRun(_ number: String, newest: Int) -> Diagnostic {
    Diagnostic(
      code: "TL080", message: "kho không có lượt \(Wording.quoted(number))",
      why: newest == 0 ? "Kho chưa có lượt nào." : "Lượt mới nhất là \(newest).",
      advice: "Xem các lượt bằng: thidua kho liệt-kê.")
  }

  /// A word after `thidua kho` that is nothing to do.
  public static func unknownTask(_ word: String, usages: [String]) -> Diagnostic {
    Diagnostic(
      code: "TL081", message: "thidua kho không có việc \(Wording.quoted(word))",
      advice: "Viết: " + usages.map { "thidua kho \($0)" }.joined(separator: "; ") + ".")
  }

  /// A folder that already has something in it.
  public static func folderNotEmpty(_ folder: String) -> Diagnostic {
    Diagnostic(
      code: "TL082", message: "thư mục \(Wording.quotedPath(folder)) đã có tệp",
      why: "Lấy từ kho ra thì không ghi đè lên gì.",
      advice: "Chọn một thư mục mới: thidua kho xuất N --ra THƯ_MỤC.")
  }

  /// A name that several subjects of a stored run have.
  public static func severalSubjects(_ name: String, kind: String, keys: [String]) -> Diagnostic {
    let known = keys.filter { !$0.isEmpty }
    return Diagnostic(
      code: "TL085",
      message: "có \(Wording.count(keys.count)) \(kind) tên \(Wording.quoted(name))",
      why: known.isEmpty
        ? "Các \(kind) này không có mã nên kho không phân biệt được."
        : "Mã của các \(kind) ấy: \(known.prefix(20).joined(separator: "; ")).",
      advice: known.first.map { "Hỏi theo mã, ví dụ: \(kind) \"\($0)\"." }
        ?? "Thêm khóa cho \(kind) trong kịch bản (ví dụ mã: chữ, khóa) rồi chạy và lưu lại.")
  }

  /// A run of an older program that this one does not come to again.
  public static func otherResults(_ run: Int) -> Diagnostic {
    Diagnostic(
      code: "TL086", message: "không cất thêm lý do cho lượt \(run) được",
      why:
        "Tính lại thì kết quả khác kết quả đã lưu, nên lý do tính lại không phải lý do của lượt ấy.",
      advice: "Xem khác ở đâu bằng: thidua kho chạy-lại \(run).")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL170", title: "không mở được kho",
      explanation: "Kho là tệp SQLite do câu lưu kết quả tạo ra, bình thường là ket-qua/kho.sqlite "
        + "cạnh kịch bản; --kho TỆP chỉ một tệp khác.",
      wrongExample: "thidua kho liệt-kê kho-khong-co.sqlite",
      rightExample: "thidua kho liệt-kê ket-qua/kho.sqlite"),
    CatalogueEntry(
      code: "DL171", title: "không lưu được vào kho",
      explanation:
        "Ổ đĩa đầy, không có quyền ghi, hoặc chương trình khác đang giữ kho. Kho vẫn như "
        + "trước khi chạy và không tệp kết quả nào xuất hiện.",
      wrongExample: "lưu kết quả vào \"thu-muc-chi-doc/kho.sqlite\"",
      rightExample: "lưu kết quả"),
    CatalogueEntry(
      code: "DL172", title: "tệp không phải là kho",
      explanation: "Tệp là cơ sở dữ liệu của phần mềm khác. Máy không bao giờ ghi vào đó.",
      wrongExample: "lưu kết quả vào \"he-thong.sqlite\"",
      rightExample: "lưu kết quả vào \"kho.sqlite\""),
    CatalogueEntry(
      code: "DL173", title: "kho của bản mới hơn",
      explanation: "Kho ghi dạng của nó; bản cũ của chương trình dừng lại, để không "
        + "làm hỏng.",
      wrongExample: "thidua kho liệt-kê kho-ban-moi.sqlite",
      rightExample: "thidua phiên-bản"),
    CatalogueEntry(
      code: "DL174", title: "nội dung trong kho bị hỏng",
      explanation: "Mỗi tệp trong kho có mã băm SHA-256; lấy ra mà không khớp thì máy không dùng.",
      wrongExample: "thidua kho chạy-lại 1   (tệp của lượt 1 bị hỏng)",
      rightExample: "thidua kho chạy-lại 1 --kho sao-luu/kho.sqlite"),
    CatalogueEntry(
      code: "DL175", title: "không cất được tệp số liệu",
      explanation: "Kho giữ nguyên các tệp mà lần chạy đã đọc, nên lúc lưu phải "
        + "đọc lại được chúng, đúng như lúc tính.",
      wrongExample: "lưu kết quả   (tệp số liệu vừa bị xóa hay vừa bị sửa)",
      rightExample: "lưu kết quả"),
    CatalogueEntry(
      code: "DL176", title: "kho chưa có năm nào trước",
      explanation: "lịch sử … từ kho đọc các lượt chính thức của những năm trước năm "
        + "của phong trào.",
      wrongExample: "lịch sử tập thể từ kho \"kho.sqlite\"   (kho chỉ có năm nay)",
      rightExample: "lịch sử tập thể từ \"lich-su.csv\""),
    CatalogueEntry(
      code: "DL180", title: "lần chạy trước bị tắt giữa chừng",
      explanation:
        "Các tệp kết quả và kho của một lần chạy cùng xuất hiện hoặc không gì cả. Nếu chương trình "
        + "bị tắt đúng lúc đang đặt tệp thì lần chạy sau vào thư mục ấy trả mọi tệp về như trước; "
        + "tệp đã sửa sau đó thì giữ nguyên, bản cũ để riêng cạnh nó.",
      wrongExample: "thidua chạy phong-trao.thidua   (bị tắt khi gần xong)",
      rightExample: "thidua chạy phong-trao.thidua"),
    CatalogueEntry(
      code: "DL181", title: "kho chỉ để chạy lại một năm",
      explanation:
        "thidua kho xuất lập một kho nhỏ cạnh kịch bản, có đúng lịch sử mà lượt ấy đã đọc. "
        + "Kịch bản của năm khác phải dùng kho gốc.",
      wrongExample: "lịch sử tập thể từ kho \"luot-1/ket-qua/kho.sqlite\"   (kịch bản năm khác)",
      rightExample: "thidua chạy phong-trao.thidua --kho kho.sqlite"),
    CatalogueEntry(
      code: "KT500", title: "lưu kết quả cần biết năm",
      explanation: "Kho xếp kết quả theo năm, nên khối phong trào phải có dòng năm.",
      wrongExample: """
        phong trào "Phong trào thi đua"
        hết
        lưu kết quả
        """,
      rightExample: """
        phong trào "Phong trào thi đua"
          năm: 2026
        hết
        lưu kết quả
        """),
    CatalogueEntry(
      code: "CP500", title: "lưu kết quả giả sử",
      explanation: "Kết quả giả sử không bao giờ vào kho, để năm sau không ai dùng nhầm.",
      wrongExample: """
        giả sử số tin bài của tập thể "A" = 12
        lưu kết quả
        """,
      rightExample: """
        lưu kết quả
        giả sử số tin bài của tập thể "A" = 12
        """),
    CatalogueEntry(
      code: "TL080", title: "kho không có lượt này",
      explanation: "Mỗi lần lưu có một số lượt; xem bằng thidua kho liệt-kê.",
      wrongExample: "thidua kho xem 99", rightExample: "thidua kho xem 1"),
    CatalogueEntry(
      code: "TL081", title: "không có việc này với kho",
      explanation: "Sau thidua kho là việc cần làm; gõ thidua kho để xem các việc.",
      wrongExample: "thidua kho xóa 1", rightExample: "thidua kho xem 1"),
    CatalogueEntry(
      code: "TL082", title: "thư mục đã có tệp",
      explanation: "Lấy một lượt ra khỏi kho thì cần thư mục mới hoặc trống, để không ghi đè.",
      wrongExample: "thidua kho xuất 1 --ra thu-muc-dang-dung",
      rightExample: "thidua kho xuất 1 --ra luot-1"),
    CatalogueEntry(
      code: "TL085", title: "nhiều đơn vị cùng tên",
      explanation: "Khi hỏi kho theo tên mà lượt ấy có nhiều đơn vị cùng tên thì phải hỏi theo mã.",
      wrongExample: "thidua kho vì-sao 1 'tổng điểm của cá nhân \"Nguyễn Văn An\"'",
      rightExample: "thidua kho vì-sao 1 'tổng điểm của cá nhân \"CN012\"'"),
    CatalogueEntry(
      code: "TL086", title: "lý do tính lại không khớp kết quả đã lưu",
      explanation: "thidua kho ghi-lý-do chỉ cất lý do khi chương trình đang dùng tính lại ra "
        + "đúng kết quả đã lưu.",
      wrongExample: "thidua kho ghi-lý-do 1   (kết quả tính lại khác)",
      rightExample: "thidua kho chạy-lại 1"),
  ]
}
