// Wording of what concerns commands and files: codes TL001… (tệp và lệnh). In: what was typed, the
// path, the system's reason. Out: finished diagnostics. Used by the façade and the command line.

/// Constructors and catalogue entries of the command line and of file handling.
public enum CommandMessages {
  /// Why the system refused a file, as an office colleague would say it.
  public enum Refusal: Sendable, Equatable {
    case missing
    case folder
    case noPermission
    case diskFull
    /// Anything else, by the system's number.
    case other(Int32)

    public var text: String {
      switch self {
      case .missing: "Không có tệp hoặc thư mục này."
      case .folder: "Đây là một thư mục, không phải tệp."
      case .noPermission: "Tài khoản đang dùng không có quyền với tệp hoặc thư mục này."
      case .diskFull: "Ổ đĩa đã đầy."
      case .other(let number): "Hệ điều hành từ chối (mã \(number))."
      }
    }
  }

  /// A word that is no command.
  public static func unknownCommand(_ word: String, suggestions: [String]) -> Diagnostic {
    Diagnostic(
      code: "TL001", message: "không có lệnh \(Wording.quoted(word))",
      advice: suggestions.isEmpty
        ? "Gõ \"thidua trợ-giúp\" để xem các lệnh."
        : "Có phải là \(Wording.alternatives(suggestions))? Gõ \"thidua trợ-giúp\" để xem "
          + "các lệnh.")
  }

  /// An option the command does not have.
  public static func unknownOption(
    _ word: String, command: String, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "TL002",
      message: "lệnh \(Wording.quoted(command)) không có tùy chọn \(Wording.quoted(word))",
      advice: (suggestions.isEmpty ? "" : "Có phải là \(Wording.alternatives(suggestions))? ")
        + "Gõ \"thidua trợ-giúp \(command)\" để xem các tùy chọn.")
  }

  /// An option without its value, or with a value it cannot take.
  public static func badOptionValue(
    _ option: String, value: String?, expected: String
  ) -> Diagnostic {
    Diagnostic(
      code: "TL003",
      message: value.map {
        "tùy chọn \(Wording.quoted(option)) không nhận giá trị \(Wording.quoted($0))"
      } ?? "tùy chọn \(Wording.quoted(option)) còn thiếu giá trị",
      advice: "Viết: \(expected).")
  }

  /// A command without the file or word it works on, or with too many of them.
  public static func wrongOperands(_ found: Int, usage: String) -> Diagnostic {
    Diagnostic(
      code: "TL004",
      message: found == 0 ? "lệnh còn thiếu tên tệp hoặc từ cần tra" : "lệnh có thừa từ",
      advice: "Viết: \(usage). Tên tệp có dấu cách thì đặt trong dấu ngoặc kép.")
  }

  /// Wrong operands after `thidua kho`; a file among them is most likely the store.
  public static func wrongStoreOperands(isMissing: Bool, usage: String) -> Diagnostic {
    Diagnostic(
      code: "TL004", message: isMissing ? "lệnh còn thiếu số lượt hoặc câu hỏi" : "lệnh có thừa từ",
      advice: "Viết: \(usage). Kho ở chỗ khác thì thêm: --kho TỆP. Câu hỏi đặt trong dấu nháy đơn.")
  }

  /// A script that cannot be read.
  public static func unreadableScript(_ path: String, _ refusal: Refusal) -> Diagnostic {
    Diagnostic(
      code: "TL005", message: "không đọc được kịch bản \(Wording.quotedPath(path))",
      why: refusal.text, advice: "Kiểm tra lại đường dẫn và tên tệp.")
  }

  /// A script named by `dùng` that cannot be read.
  public static func unreadableImport(
    _ path: String, _ refusal: Refusal, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "TL006", message: "không đọc được tệp \(Wording.quotedPath(path)) mà kịch bản này dùng",
      span: span, why: refusal.text,
      advice: "Đường dẫn sau \"dùng\" tính từ thư mục của kịch bản viết dòng này.")
  }

  /// A path that leaves the folders a script may use.
  public static func outsideFolder(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL007",
      message: "đường dẫn \(Wording.quotedPath(path)) ra ngoài thư mục được phép", span: span,
      why: "Kịch bản chỉ đọc trong thư mục của mình và thư mục --dữ-liệu, chỉ ghi trong thư mục "
        + "--ra; vì vậy đường dẫn không được bắt đầu bằng \"/\" và không được có \"..\".",
      advice: "Chép tệp vào cạnh kịch bản, hoặc chỉ thư mục bằng --dữ-liệu, --ra.")
  }

  /// The standard output, or a script to be laid out anew, that cannot be written.
  public static func unwritable(_ path: String, _ refusal: Refusal) -> Diagnostic {
    Diagnostic(
      code: "TL008", message: "không ghi được \(Wording.quotedPath(path))", why: refusal.text,
      advice: "Kiểm tra quyền ghi và chỗ trống trên ổ đĩa, hoặc chọn thư mục khác bằng --ra.")
  }

  /// A word that is neither a code, nor a word or function of the language, nor a name of the library.
  public static func unknownTopic(_ word: String, suggestions: [String]) -> Diagnostic {
    let meant = suggestions.map(Wording.quoted).joined(separator: " hoặc ")
    return Diagnostic(
      code: "TL009",
      message: "không có mã lỗi, từ, hàm hay tên nào của thư viện là \(Wording.quoted(word))",
      advice: (suggestions.isEmpty ? "" : "Có phải ý anh/chị là \(meant)? ")
        + "Mã gồm hai chữ cái và ba chữ số, in ngay đầu thông báo lỗi, ví dụ CP001; tên có dấu cách "
        + "thì đặt trong dấu ngoặc kép.")
  }

  /// A folder without any script to test.
  public static func nothingToTest(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "TL010",
      message: "không tìm thấy ví dụ nào để kiểm thử trong "
        + Wording.quotedPath(path),
      advice: "Viết ví dụ trong kịch bản: ví dụ \"tên\" … kết quả … hết.")
  }

  /// A script that is not in the canonical layout.
  public static func notFormatted(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "TL011", message: "tệp \(Wording.quotedPath(path)) chưa đúng định dạng",
      advice: "Chạy: thidua định-dạng --ghi \(path)")
  }

  /// Many findings alike, of which only some are shown.
  public static func repeated(_ count: Int, code: String) -> Diagnostic {
    Diagnostic(
      .note, code: code,
      message: "còn \(Wording.count(count)) lỗi \(code) tương tự không in ra ở đây")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = commandEntries + yearEntries

  private static let commandEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL001", title: "không có lệnh này",
      explanation: "Từ đầu tiên sau \"thidua\" phải là một lệnh; lệnh viết có dấu hay không dấu "
        + "đều được.",
      wrongExample: "thidua chảy phong-trao.thidua",
      rightExample: "thidua chạy phong-trao.thidua"),
    CatalogueEntry(
      code: "TL002", title: "không có tùy chọn này",
      explanation: "Mỗi lệnh có tùy chọn riêng; tùy chọn bắt đầu bằng hai dấu gạch ngang.",
      wrongExample: "thidua chạy phong-trao.thidua --kết-quả thu-muc",
      rightExample: "thidua chạy phong-trao.thidua --ra thu-muc"),
    CatalogueEntry(
      code: "TL003", title: "giá trị của tùy chọn không dùng được",
      explanation: "Tùy chọn này cần một giá trị đứng sau, cách một dấu cách hoặc dấu bằng.",
      wrongExample: "thidua chạy phong-trao.thidua --ra",
      rightExample: "thidua chạy phong-trao.thidua --ra ket-qua-quy-1"),
    CatalogueEntry(
      code: "TL004", title: "thiếu hoặc thừa tên tệp",
      explanation: "Lệnh làm việc trên một tệp kịch bản; dấu gạch ngang \"-\" là đọc từ đầu vào "
        + "chuẩn.",
      wrongExample: "thidua chạy",
      rightExample: "thidua chạy phong-trao.thidua"),
    CatalogueEntry(
      code: "TL005", title: "không đọc được kịch bản",
      explanation: "Tệp kịch bản không có, là thư mục, hoặc không có quyền đọc.",
      wrongExample: "thidua chạy phong-trao",
      rightExample: "thidua chạy phong-trao.thidua"),
    CatalogueEntry(
      code: "TL006", title: "không đọc được tệp mà kịch bản dùng",
      explanation: "Dòng \"dùng\" nhập các khai báo của một kịch bản khác; đường dẫn tính từ thư "
        + "mục của kịch bản viết dòng ấy.",
      wrongExample: "dùng \"chung\"   # tệp nằm ở thư mục khác",
      rightExample: "dùng \"chung.thidua\""),
    CatalogueEntry(
      code: "TL007", title: "đường dẫn ra ngoài thư mục được phép",
      explanation: "Để chạy được kịch bản người khác gửi mà không lo mất hay lộ tệp, máy chỉ cho "
        + "đọc trong thư mục của kịch bản và --dữ-liệu, chỉ cho ghi trong --ra.",
      wrongExample: "dữ liệu tập thể từ \"../so-lieu/tap-the.csv\"",
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\"   # rồi chạy với --dữ-liệu ../so-lieu"),
    CatalogueEntry(
      code: "TL008", title: "không ghi được",
      explanation: "Đầu ra chuẩn hoặc tệp kịch bản không ghi được: ổ đĩa đầy, hoặc không có quyền.",
      wrongExample: "thidua chạy phong-trao.thidua > /dev/full",
      rightExample: "thidua chạy phong-trao.thidua > bang-xep-hang.txt"),
    CatalogueEntry(
      code: "TL009", title: "không có mã lỗi hay tên này",
      explanation: "Lệnh giải-thích nhận mã in ở đầu thông báo lỗi, một từ của ngôn ngữ, một hàm "
        + "có sẵn, hoặc tên một mô-đun, một hàm, một cách chấm, cách xét, tham số, thang bậc của "
        + "thư viện.",
      wrongExample: "thidua giải-thích lỗi",
      rightExample: "thidua giải-thích CP001"),
    CatalogueEntry(
      code: "TL010", title: "không có ví dụ để kiểm thử",
      explanation: "Lệnh kiểm-thử chạy các khối \"ví dụ\" trong kịch bản; ở đây không có khối nào.",
      wrongExample: "thidua kiểm-thử thu-muc-trong",
      rightExample: "ví dụ \"điểm tối đa\"\n  dữ liệu tập thể\n    | mã   | điểm |\n"
        + "    | TT01 | 8    |\n  kết quả điểm của tập thể \"TT01\" = 8\nhết"),
    CatalogueEntry(
      code: "TL011", title: "tệp chưa đúng định dạng",
      explanation: "Lệnh \"định-dạng --kiểm\" chỉ kiểm tra cách trình bày, không sửa tệp.",
      wrongExample: "thidua định-dạng --kiểm phong-trao.thidua",
      rightExample: "thidua định-dạng --ghi phong-trao.thidua"),
  ]
}
