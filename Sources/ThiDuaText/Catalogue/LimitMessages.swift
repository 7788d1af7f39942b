// Wording of limits met: codes GH001… (giới hạn). In: the limit and where the script stood.
// Out: finished diagnostics. Limits exist so that a runaway script ends within seconds, clearly.

/// Constructors and catalogue entries of the limits.
public enum LimitMessages {
  /// More steps than allowed.
  public static func tooManySteps(_ limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH001", message: "kịch bản chạy quá \(Wording.count(limit)) bước", span: span,
      why: "Thường là vòng lặp \"trong khi\" không bao giờ dừng.",
      advice: "Kiểm tra điều kiện dừng; nếu việc thật sự lớn, tăng giới hạn bằng --số-bước.")
  }

  /// Functions calling each other too deeply.
  public static func tooDeep(_ limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH002", message: "hàm gọi nhau sâu quá \(Wording.count(limit)) tầng", span: span,
      why: "Thường là hàm tự gọi lại chính nó mà không có trường hợp dừng.",
      advice: "Thêm trường hợp dừng, hoặc viết lại bằng vòng lặp.")
  }

  /// A script file that is too large to be one.
  public static func sourceTooLarge(path: String, byteCount: Int) -> Diagnostic {
    Diagnostic(
      code: "GH003", message: "tệp kịch bản quá lớn (\(Wording.count(byteCount)) byte)",
      place: DataPlace(file: path),
      why: "Kịch bản chỉ được lớn đến 1 GiB.",
      advice: "Để số liệu vào tệp dữ liệu riêng rồi viết: dữ liệu … từ \"tên-tệp.csv\".")
  }

  /// More memory than allowed.
  public static func outOfMemory(_ limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH004", message: "kịch bản cần quá \(Wording.count(limit >> 20)) MiB bộ nhớ",
      span: span,
      why: "Thường là một danh sách hoặc một đoạn chữ cứ dài thêm mãi trong vòng lặp.",
      advice: "Kiểm tra điều kiện dừng; chỉ giữ những gì còn dùng.")
  }

  /// A list with more elements than allowed; `count` as text.
  public static func listTooLong(_ count: String, limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH005",
      message: "danh sách quá dài: \(count) phần tử, giới hạn là \(Wording.count(limit))",
      span: span, why: "Danh sách dài như vậy thường do viết nhầm một đầu của khoảng.",
      advice: "Kiểm tra lại khoảng; vòng lặp với mỗi i trong a .. b thì không cần tạo danh sách.")
  }

  /// A number that has grown beyond the limit of bits.
  public static func numberTooLong(_ bits: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH006",
      message: "con số ở đây quá dài (hơn khoảng \(Wording.count(bits * 3 / 10)) chữ số)",
      span: span,
      why: "Máy giữ mọi chữ số, không làm tròn; lũy thừa lặp lại làm số dài ra rất nhanh.",
      advice: "Làm tròn trong vòng lặp, hoặc kiểm tra lại số mũ.")
  }

  /// Somebody pressed Ctrl-C.
  public static func interrupted(span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH008", message: "đã dừng theo yêu cầu (Ctrl-C)", span: span,
      why: "Việc đang tính bị ngắt giữa chừng nên không có kết quả.",
      advice: "Mọi khai báo và số liệu vẫn như trước lệnh này; gõ lại lệnh để tính từ đầu.")
  }

  /// A formula, rule or procedure that needs more than one frame can hold.
  public static func formulaTooLarge(span: Span) -> Diagnostic {
    Diagnostic(
      code: "GH007", message: "công thức hoặc thủ tục ở đây quá lớn", span: span,
      why: "Một công thức chỉ được dùng khoảng 65.000 giá trị trung gian cùng một lúc.",
      advice: "Chia công thức thành nhiều cột, hoặc thủ tục thành nhiều hàm.")
  }

  /// Explanations of the codes above.
  public static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "GH001", title: "chạy quá nhiều bước",
      explanation: "Máy dừng kịch bản chạy quá lâu để không treo máy.",
      wrongExample: "đặt n = 1\ntrong khi n > 0\n  đặt n = n + 1\nhết",
      rightExample: "đặt n = 1\ntrong khi n < 100\n  đặt n = n + 1\nhết"),
    CatalogueEntry(
      code: "GH002", title: "hàm gọi nhau quá sâu",
      explanation: "Hàm đệ quy phải có trường hợp dừng và mỗi lần gọi phải tiến gần trường hợp đó.",
      wrongExample: "hàm giai thừa(n) = n * giai thừa(n - 1)",
      rightExample: "hàm giai thừa(n) = nếu n = 0 thì 1 ngược lại n * giai thừa(n - 1)"),
    CatalogueEntry(
      code: "GH003", title: "tệp kịch bản quá lớn",
      explanation: "Tệp kịch bản chứa quy định; số liệu nhiều nên để ở tệp CSV hoặc Excel riêng.",
      wrongExample: "dữ liệu tập thể\n  | TT01 | … (hàng triệu dòng)",
      rightExample: "dữ liệu tập thể từ \"tap-the.csv\""),
    CatalogueEntry(
      code: "GH004", title: "hết bộ nhớ cho phép",
      explanation: "Máy dừng kịch bản chiếm quá nhiều bộ nhớ để không làm treo máy tính.",
      wrongExample: "đặt s = \"a\"\ntrong khi có\n  đặt s = \"{s}{s}\"\nhết",
      rightExample: "đặt s = \"a\"\nvới mỗi i trong 1 .. 10\n  đặt s = \"{s}{s}\"\nhết"),
    CatalogueEntry(
      code: "GH005", title: "danh sách quá dài",
      explanation: "Khoảng a .. b dùng như danh sách thì mọi phần tử nằm trong bộ nhớ.",
      wrongExample: "đặt l = 1 .. 1.000.000.000",
      rightExample: "với mỗi i trong 1 .. 1.000.000\n  …\nhết"),
    CatalogueEntry(
      code: "GH006", title: "con số quá dài",
      explanation: "Số được giữ chính xác đến chữ số cuối cùng nên có giới hạn về độ dài.",
      wrongExample: "lũy thừa(2; 1.000.000)", rightExample: "lũy thừa(2; 100)"),
    CatalogueEntry(
      code: "GH007", title: "công thức quá lớn",
      explanation: "Một công thức, một quy định hay một thủ tục có giới hạn về độ lớn; chia nhỏ ra "
        + "thì vừa chạy được vừa dễ đọc hơn.",
      wrongExample: "a của tập thể = [1; 2; 3; … hàng chục nghìn phép tính lồng nhau]",
      rightExample: "b của tập thể = …\nc của tập thể = …\na của tập thể = b + c"),
    CatalogueEntry(
      code: "GH008", title: "dừng theo yêu cầu",
      explanation: "Nhấn Ctrl-C khi máy đang tính thì việc ấy dừng lại; phiên làm việc, các khai "
        + "báo và số liệu không mất gì.",
      wrongExample: "đặt n = 0\ntrong khi n >= 0\n  đặt n = n + 1\nhết   (rồi nhấn Ctrl-C)",
      rightExample: "với mỗi n trong 1 .. 1.000\n  …\nhết"),
  ]
}
