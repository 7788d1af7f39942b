// Wording of what concerns scripts of other years: `kế thừa`, `năm-mới`, `khác-biệt` (TL030…TL039). See
// CommandMessages.swift.

extension CommandMessages {
  /// A script named by `kế thừa` outside the folder that holds the year folders.
  public static func baseOutside(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL030",
      message: "kịch bản kế thừa \(Wording.quotedPath(path)) ở ngoài nơi được phép", span: span,
      why: "Chỉ kế thừa được kịch bản trong thư mục của kịch bản này hoặc trong thư mục cạnh "
        + "nó, như 2026 cạnh 2027; đường dẫn không bắt đầu bằng \"/\".",
      advice: "Đặt thư mục các năm cạnh nhau rồi viết: kế thừa \"../2026/phong-trao.thidua\".")
  }

  /// A script named by `kế thừa` that cannot be read.
  public static func unreadableBase(
    _ path: String, _ refusal: Refusal, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "TL031", message: "không đọc được kịch bản kế thừa \(Wording.quotedPath(path))",
      span: span, why: refusal.text,
      advice: "Đường dẫn sau \"kế thừa\" tính từ thư mục của kịch bản viết dòng này.")
  }

  /// A script that inherits from itself, over however many others.
  public static func circleOfBases(_ path: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL032",
      message: "kế thừa đi thành vòng tròn: \(Wording.quotedPath(path)) đã ở trong chuỗi kế thừa",
      span: span,
      why: "Kịch bản năm nay bắt đầu từ năm trước; năm trước không thể lại bắt đầu từ năm nay.",
      advice: "Sửa dòng \"kế thừa\" cho chỉ về kịch bản của năm trước.")
  }

  /// Two `kế thừa` lines in one script.
  public static func secondBase(span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      code: "TL033", message: "mỗi kịch bản chỉ kế thừa một kịch bản", span: span,
      label: "kế thừa lần nữa ở đây", labels: [.init(first, "đã kế thừa ở đây")],
      why: "Hai kịch bản gốc có thể trái nhau, máy không tự chọn.",
      advice: "Giữ kịch bản của năm trước; phần dùng chung thì lấy bằng \"dùng\".")
  }

  /// `kế thừa` typed at the console.
  public static func baseTyped(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL037", message: "không gõ \"kế thừa\" trong lúc hỏi", span: span,
      why: "Kế thừa quyết định kịch bản bắt đầu từ đâu, nên phải có từ lúc mở.",
      advice: "Viết dòng này trong tệp kịch bản rồi mở: thidua hỏi TỆP.")
  }

  /// Explanations of the codes above.
  static let yearEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL030", title: "kịch bản kế thừa ở ngoài nơi được phép",
      explanation: "Để chạy được kịch bản người khác gửi mà không lo lộ tệp, \"kế thừa\" chỉ "
        + "đọc kịch bản trong thư mục chứa các thư mục năm: cùng thư mục, hoặc thư mục bên cạnh.",
      wrongExample: "kế thừa \"../../luu-tru/2026/phong-trao.thidua\"",
      rightExample: "kế thừa \"../2026/phong-trao.thidua\""),
    CatalogueEntry(
      code: "TL031", title: "không đọc được kịch bản kế thừa",
      explanation: "Tệp sau \"kế thừa\" không có, là thư mục, hoặc không có quyền đọc; đường "
        + "dẫn tính từ thư mục của kịch bản viết dòng ấy.",
      wrongExample: "kế thừa \"2026/phong-trao.thidua\"   # đang ở trong thư mục 2027",
      rightExample: "kế thừa \"../2026/phong-trao.thidua\""),
    CatalogueEntry(
      code: "TL032", title: "kế thừa thành vòng tròn",
      explanation: "Đi theo các dòng \"kế thừa\" phải đến một kịch bản không kế thừa ai.",
      wrongExample: "kế thừa \"phong-trao.thidua\"   # chính tệp này",
      rightExample: "kế thừa \"../2026/phong-trao.thidua\""),
    CatalogueEntry(
      code: "TL037", title: "kế thừa trong lúc hỏi",
      explanation: "Dòng \"kế thừa\" chỉ viết trong tệp; lúc hỏi thì gõ được \"sửa đổi\", \"bổ "
        + "sung\", "
        + "\"thay thế\", \"bãi bỏ\".",
      wrongExample: "> kế thừa \"../2026/phong-trao.thidua\"",
      rightExample: "> sửa đổi tiêu chí 4.1, tối đa 12 điểm"),
    CatalogueEntry(
      code: "TL033", title: "kế thừa hai kịch bản",
      explanation: "Một kịch bản chỉ bắt đầu từ một kịch bản khác.",
      wrongExample: "kế thừa \"../2025/phong-trao.thidua\"\nkế thừa \"../2026/phong-trao.thidua\"",
      rightExample: "kế thừa \"../2026/phong-trao.thidua\""),
  ]
}
