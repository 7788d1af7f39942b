// Wording of what is wrong in a template of a document: codes TL100… In: places in the template. Out: finished
// diagnostics. Used by the readers of templates.

public enum TemplateMessages {
  /// `{{` without `}}` in its line.
  public static func unclosed(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL100", message: "dấu {{ này không có dấu }} đóng lại", span: span,
      why: "Biểu thức của mẫu nằm gọn trong một dòng, giữa {{ và }}.",
      advice: "Thêm }} sau biểu thức, trong cùng dòng hay cùng đoạn.")
  }

  public static func empty(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL101", message: "giữa {{ và }} không có gì", span: span,
      advice: "Viết biểu thức vào giữa, ví dụ {{ tên của phong trào }}, hoặc bỏ cả hai dấu.")
  }

  public static func strayEnd(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL102", message: "{{ hết }} không đóng vòng lặp hay điều kiện nào", span: span,
      why:
        "Mỗi {{ với mỗi … }}, mỗi {{ nếu … }} có một {{ hết }}; mở giữa dòng thì đóng trong dòng ấy.",
      advice: "Bỏ {{ hết }} này, hoặc thêm phần mở ở trên.")
  }

  public static func neverEnded(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL103", message: "phần mở ở đây không có {{ hết }}", span: span,
      why:
        "Mở ở dòng riêng thì đóng ở dòng riêng; mở giữa dòng thì đóng trong dòng ấy; mở trong một hàng "
        + "của bảng thì đóng trong bảng ấy.",
      advice: "Thêm {{ hết }} sau phần được lặp hay phần có điều kiện.")
  }

  public static func strayOtherwise(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL104", message: "{{ ngược lại }} không đứng trong {{ nếu … }}", span: span,
      advice: "Viết {{ nếu ĐIỀU KIỆN }} … {{ ngược lại }} … {{ hết }}.")
  }

  public static func loopForm(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL105",
      message: "không hiểu vòng lặp \(Wording.quoted(Wording.visible(written, limit: 60)))",
      span: span, advice: "Viết như: {{ với mỗi x trong tập thể }}.")
  }

  /// `@xyz`, or a line of `@đầu` or `@ký` that they do not have.
  public static func unknownLine(
    _ written: String, known: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "TL106",
      message: "mẫu văn bản không có dòng \(Wording.quoted(Wording.visible(written, limit: 60)))",
      span: span, why: "Ở đây có: \(known.joined(separator: ", ")).",
      advice: suggestions.isEmpty
        ? written.hasPrefix("@")
          ? "Chữ thường thì không bắt đầu dòng bằng @."
          : "Đoạn văn sau phần này thì viết sau một dòng trống."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// A row of a table without `@bảng` above it, or with too many cells.
  public static func rowOutsideTable(span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL107", message: "hàng này không nằm trong bảng nào", span: span,
      why: "Bảng mở đầu bằng dòng @bảng với độ rộng các cột.",
      advice: "Thêm ở trên một dòng như: @bảng 1 6 2.")
  }

  public static func tableWidths(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL108",
      message: "không hiểu độ rộng \(Wording.quoted(Wording.visible(written, limit: 40))) của bảng",
      span: span,
      why: "Sau @bảng là phần rộng của từng cột, những số nguyên từ 1 đến 100; số có dấu … là "
        + "cột lặp lại.",
      advice: "Viết như: @bảng 1 6 2… 3.")
  }

  /// A file that is no template.
  public static func unreadable(_ name: String, _ why: String, advice: String, span: Span)
    -> Diagnostic
  {
    Diagnostic(
      code: "TL109", message: "không đọc được mẫu \(Wording.quotedPath(name))", span: span,
      why: why, advice: advice)
  }

  /// A loop or a branch of a Word file that would tear a table, a cell or a paragraph apart.
  public static func crossesBorder(opened: Span, closed: Span) -> Diagnostic {
    Diagnostic(
      code: "TL110",
      message: "phần mở ở đây và {{ hết }} hay {{ ngược lại }} của nó không cùng một chỗ",
      span: opened, labels: [Diagnostic.Label(closed, "ở đây")],
      why: "Phần được lặp hay có điều kiện là chữ trong một đoạn, là những đoạn liền nhau, hoặc là "
        + "những hàng của một bảng; nó không nằm một nửa trong bảng, trong ô hay trong đầu trang.",
      advice:
        "Mở và đóng trong cùng một đoạn; hoặc mỗi dấu một đoạn riêng ở cùng một chỗ; hoặc mở ở "
        + "ô đầu và đóng ở ô cuối của các hàng cần lặp.")
  }

  /// Loops and branches inside each other, more than any document needs.
  public static func tooDeep(limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL114", message: "vòng lặp, điều kiện của mẫu lồng nhau quá \(limit) lớp", span: span,
      why: "Có lẽ thiếu nhiều {{ hết }} ở trên, hoặc mẫu đã hỏng.",
      advice: "Thêm {{ hết }} cho những phần đã mở; nhiều trường hợp thì tính sẵn trong kịch bản.")
  }

  /// Loops that go round more often than any document has lines.
  public static func tooLong(limit: Int, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL115",
      message: "văn bản quá dài: các vòng lặp đã chạy \(Wording.count(limit)) lượt", span: span,
      why: "Vòng lặp nằm trong vòng lặp thì số lượt nhân với nhau.",
      advice: "Chỉ lặp những đối tượng cần, ví dụ trong {{ với mỗi g trong các cụm }} thì viết "
        + "{{ với mỗi x trong các dòng của g }}.")
  }

  /// `{{ hêt }}`, `{{ nguoc lai }}`.
  public static func misspelt(_ written: String, meant: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL116",
      message: "chữ \(Wording.quoted(written)) viết sai dấu", span: span,
      why: "Chữ điều khiển của mẫu là \(Wording.quoted(meant)).",
      advice: "Viết lại thành \(Wording.quoted(meant)).")
  }

  /// `bảng diểm`, `các danh hiêu`: a list or a table of every campaign, misspelt.
  public static func misspelt(
    _ written: String, meant: String, known: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "TL117", message: "không có \(Wording.quoted(written))", span: span,
      why: "Ở đây có: \(known.joined(separator: ", ")).",
      advice: "Có phải là \(Wording.quoted(meant))?")
  }

  /// `bảng điểm của tập thể`: what stands after `của` is no variable of a loop around. `loop`: the loop whose
  /// elements it may be of, `b trong các bảng điểm`; nil when it is always of the whole campaign.
  public static func unknownOwner(
    _ what: String, _ owner: String, loop: String?, span: Span
  ) -> Diagnostic {
    let quoted = Wording.quoted(what)
    guard let loop, let variable = loop.split(separator: " ").first else {
      return Diagnostic(
        code: "TL118",
        message:
          "\(quoted) luôn là của cả văn bản, không lấy riêng của \(Wording.quoted(owner)) được",
        span: span, advice: "Bỏ \"của \(owner)\".")
    }
    return Diagnostic(
      code: "TL118",
      message: "\(Wording.quoted(owner)) không phải tên đặt trong {{ với mỗi … }} ở trên",
      span: span,
      why: "Sau \(quoted) chỉ có thể là \"của\" và tên của một vòng lặp quanh đó.",
      advice: "Bỏ \"của \(owner)\" để lấy tất cả, hoặc viết vòng lặp ở ngoài: "
        + "{{ với mỗi \(loop) }}, rồi \"\(what) của \(variable)\".")
  }

  /// `{{ bảng điểm: 2 }}`; `form`: `: 2`, as written.
  public static func tableWithDecimals(_ table: String, form: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL119",
      message: "{{ \(table) }} là cả một bảng, không nhận số chữ số thập phân", span: span,
      advice: "Bỏ \(Wording.quoted(form)), chỉ viết {{ \(table) }}.")
  }

  /// `Điểm: {{ bảng điểm }}`.
  public static func tableInText(_ table: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "TL119", message: "{{ \(table) }} là cả một bảng, không đứng giữa chữ", span: span,
      why: "Bảng có sẵn thay cho cả dòng (trong mẫu Word: cả đoạn).",
      advice: "Để {{ \(table) }} đứng riêng một dòng.")
  }

  /// `thidua mẫu-văn-bản TÊN` with a name no template has.
  public static func unknownTemplate(
    _ name: String, known: [String], suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "TL111", message: "không có mẫu văn bản nào tên \(Wording.quoted(name))",
      why: "Các mẫu có sẵn: \(known.joined(separator: ", ")).",
      advice: suggestions.isEmpty
        ? "Gõ thidua mẫu-văn-bản để xem danh sách."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// A copy that would take the place of a file.
  public static func copyExists(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "TL112", message: "đã có tệp \(Wording.quotedPath(path))",
      why: "Có thể đó là mẫu cơ quan đã sửa; chương trình không ghi đè lên.",
      advice: "Đổi tên tệp cũ, hoặc chép mẫu vào thư mục khác bằng --ra.")
  }

  /// A copy that cannot be written.
  public static func copyRefused(_ path: String, _ refusal: CommandMessages.Refusal) -> Diagnostic {
    Diagnostic(
      code: "TL113", message: "không ghi được mẫu ra \(Wording.quotedPath(path))",
      why: refusal.text, advice: "Chọn thư mục khác bằng --ra.")
  }

  static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL100", title: "{{ không có }}",
      explanation: "Trong mẫu văn bản, biểu thức đứng giữa {{ và }} trên một dòng.",
      wrongExample: "Điểm: {{ tổng điểm }", rightExample: "Điểm: {{ tổng điểm }}"),
    CatalogueEntry(
      code: "TL101", title: "{{ }} trống", explanation: "Giữa hai dấu phải có một biểu thức.",
      wrongExample: "Tên: {{ }}", rightExample: "Tên: {{ tên }}"),
    CatalogueEntry(
      code: "TL102", title: "{{ hết }} thừa",
      explanation: "Mỗi {{ hết }} đóng một {{ với mỗi … }} hoặc một {{ nếu … }}.",
      wrongExample: "Tên: {{ tên }}\n{{ hết }}",
      rightExample: "{{ với mỗi x trong tập thể }}\nTên: {{ tên của x }}\n{{ hết }}"),
    CatalogueEntry(
      code: "TL103", title: "thiếu {{ hết }}",
      explanation: "Phần lặp, phần có điều kiện phải được đóng ở cùng loại chỗ với nơi mở.",
      wrongExample: "{{ với mỗi x trong tập thể }}\n{{ tên của x }}",
      rightExample: "{{ với mỗi x trong tập thể }}\n{{ tên của x }}\n{{ hết }}"),
    CatalogueEntry(
      code: "TL104", title: "{{ ngược lại }} lạc chỗ",
      explanation: "{{ ngược lại }} chia phần giữa {{ nếu … }} và {{ hết }} làm hai.",
      wrongExample: "{{ ngược lại }}",
      rightExample: "{{ nếu đạt giấy khen }}\nKhen\n{{ ngược lại }}\nChưa khen\n{{ hết }}"),
    CatalogueEntry(
      code: "TL105", title: "vòng lặp viết sai",
      explanation: "Sau \"với mỗi\" là tên biến, \"trong\", rồi danh sách.",
      wrongExample: "{{ với mỗi tập thể }}", rightExample: "{{ với mỗi x trong tập thể }}"),
    CatalogueEntry(
      code: "TL106", title: "dòng của mẫu không có",
      explanation:
        "Dòng bắt đầu bằng @ là lệnh trình bày; dưới @đầu và @ký là các dòng \"tên: nội dung\".",
      wrongExample: "@dau\n", rightExample: "@đầu\nloại: TỜ TRÌNH"),
    CatalogueEntry(
      code: "TL107", title: "hàng ngoài bảng",
      explanation: "Các hàng | … | đứng liền sau dòng @bảng.",
      wrongExample: "| STT | Tên |", rightExample: "@bảng 1 6\n| STT | Tên |"),
    CatalogueEntry(
      code: "TL108", title: "độ rộng cột sai",
      explanation: "Độ rộng là phần của từng cột; cột có dấu … lặp lại bao nhiêu lần tùy số ô.",
      wrongExample: "@bảng rộng hẹp", rightExample: "@bảng 1 6 2… 3"),
    CatalogueEntry(
      code: "TL109", title: "không đọc được mẫu",
      explanation: "Mẫu là tệp văn bản .mau (UTF-8) hoặc tệp Word .docx, không đặt mật khẩu.",
      wrongExample: "lập \"mau.doc\" ra \"giay-khen.docx\"",
      rightExample: "lập \"mau.docx\" ra \"giay-khen.docx\""),
    CatalogueEntry(
      code: "TL110", title: "vòng lặp vắt qua bảng hay ô",
      explanation:
        "Trong mẫu Word, phần lặp hay có điều kiện là chữ trong một đoạn, những đoạn liền "
        + "nhau, hoặc những hàng của một bảng.",
      wrongExample: "| {{ với mỗi x trong tập thể }} {{ tên của x }} |\n\n{{ hết }}",
      rightExample:
        "| {{ với mỗi x trong tập thể }} {{ tên của x }} | {{ tổng điểm của x }} {{ hết }} |"),
    CatalogueEntry(
      code: "TL111", title: "không có mẫu văn bản ấy",
      explanation: "Lệnh mẫu-văn-bản chép ra những mẫu có sẵn; không ghi tên thì liệt kê.",
      wrongExample: "thidua mẫu-văn-bản \"tờ trìn\"",
      rightExample: "thidua mẫu-văn-bản \"tờ trình\" --ra mau"),
    CatalogueEntry(
      code: "TL112", title: "mẫu đã có",
      explanation: "Bản chép của mẫu không ghi đè lên tệp đang có.",
      wrongExample: "thidua mẫu-văn-bản \"tờ trình\"   # lần thứ hai",
      rightExample: "thidua mẫu-văn-bản \"tờ trình\" --ra mau-moi"),
    CatalogueEntry(
      code: "TL113", title: "không chép được mẫu",
      explanation: "Thư mục để chép mẫu vào phải ghi được.",
      wrongExample: "thidua mẫu-văn-bản \"tờ trình\" --ra /",
      rightExample:
        "thidua mẫu-văn-bản \"tờ trình\" --ra mau"),
    CatalogueEntry(
      code: "TL114", title: "mẫu lồng quá sâu",
      explanation:
        "Vòng lặp và điều kiện của mẫu lồng trong nhau được 100 lớp; văn bản thật không cần quá vài lớp.",
      wrongExample: "{{ nếu hạng = 1 }}\n{{ nếu hạng = 2 }}\n{{ nếu hạng = 3 }}\n…",
      rightExample: "{{ nếu hạng = 1 }}\nnhất\n{{ hết }}\n{{ nếu hạng = 2 }}\nnhì\n{{ hết }}"),
    CatalogueEntry(
      code: "TL115", title: "văn bản quá dài",
      explanation: "Các vòng lặp của một văn bản chạy được 500.000 lượt cộng lại.",
      wrongExample:
        "{{ với mỗi x trong cá nhân }}\n{{ với mỗi y trong cá nhân }}\n{{ tên của y }}\n{{ hết }}\n{{ hết }}",
      rightExample: "{{ với mỗi y trong cá nhân }}\n{{ tên của y }}\n{{ hết }}"),
    CatalogueEntry(
      code: "TL116", title: "chữ của mẫu viết sai dấu",
      explanation:
        "Chữ điều khiển của mẫu (hết, ngược lại, với mỗi … trong …) viết đủ dấu.",
      wrongExample: "{{ nếu hạng = 1 }}\nnhất\n{{ hêt }}",
      rightExample: "{{ nếu hạng = 1 }}\nnhất\n{{ hết }}"),
    CatalogueEntry(
      code: "TL117", title: "danh sách hay bảng có sẵn viết sai tên",
      explanation:
        "Mẫu có sẵn những danh sách (các danh hiệu, các cụm…) và những bảng (bảng điểm, bảng đề nghị…); "
        + "tên phải viết đúng.",
      wrongExample: "{{ bảng diểm }}", rightExample: "{{ bảng điểm }}"),
    CatalogueEntry(
      code: "TL118", title: "bảng hay danh sách của cái không có",
      explanation:
        "Bảng, danh sách có sẵn lấy tất cả, hoặc lấy \"của\" phần tử mà vòng lặp ở ngoài đang đi qua; "
        + "các danh hiệu, các mức, các văn bản căn cứ thì luôn lấy tất cả.",
      wrongExample: "{{ bảng điểm của tập thể }}",
      rightExample: "{{ với mỗi b trong các bảng điểm }}\n{{ bảng điểm của b }}\n{{ hết }}"),
    CatalogueEntry(
      code: "TL119", title: "bảng có sẵn đặt sai chỗ",
      explanation:
        "Bảng có sẵn thay cho cả một dòng, nên đứng riêng một dòng, không kèm số chữ số thập phân.",
      wrongExample: "Kết quả: {{ bảng điểm }}", rightExample: "Kết quả:\n{{ bảng điểm }}"),
  ]
}
