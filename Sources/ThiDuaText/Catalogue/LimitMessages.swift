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
  ]
}
