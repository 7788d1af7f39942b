// Wording of the syntax stage, part 4: lines, heads and blocks (CP050…CP079). See
// SyntaxMessages.swift.

extension SyntaxMessages {
  /// A line that begins with no head.
  public static func unknownHead(
    _ written: String, suggestions: [String], definesWithoutKind: Bool, span: Span
  ) -> Diagnostic {
    let advice: String
    if definesWithoutKind {
      advice =
        "Muốn định nghĩa một cột thì viết TÊN của LOẠI = …, ví dụ: tổng điểm của tập thể = …; muốn "
        + "đặt một biến thì viết: đặt TÊN = …."
    } else if suggestions.isEmpty {
      advice =
        "Dòng phải bắt đầu bằng một đầu lệnh (tiêu chí, xếp loại, in…), hoặc là định nghĩa "
        + "TÊN của LOẠI = …. Gõ thidua trợ-giúp để xem các đầu lệnh."
    } else {
      advice = "Có phải ý anh/chị là \(Wording.alternatives(suggestions))?"
    }
    return Diagnostic(
      code: "CP050", message: "không hiểu dòng bắt đầu bằng \(Wording.quoted(written))", span: span,
      advice: advice)
  }

  /// `Xuất sắc khi …` in a classification.
  public static func levelWithoutQuotes(_ written: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP051", message: "tên mức \(Wording.quotedSource(written)) chưa đặt trong ngoặc kép",
      span: span, advice: "Viết: \"\(written)\" khi …, hoặc \"\(written)\" còn lại.")
  }

  /// `tổng điểm của tập thể: …`, a formula with a colon.
  public static func colonForEquals(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP050", message: "công thức viết bằng dấu = chứ không phải dấu :", span: span,
      advice: "Viết: \(name) = ….", fix: Diagnostic.Fix(span, " ="))
  }

  /// A line that does not belong to the block it stands in.
  public static func unknownLine(
    _ written: String, block: String, heads: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP051",
      message:
        "khối \(Wording.quoted(block)) không có dòng bắt đầu bằng \(Wording.quoted(written))",
      span: span,
      advice: "Các dòng của khối này bắt đầu bằng: \(heads.joined(separator: ", ")).")
  }

  /// A line of a block that begins with other words than the language has for it.
  public static func lineSaidOtherwise(
    _ written: String, block: String, write right: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP051",
      message:
        "khối \(Wording.quoted(block)) không có dòng bắt đầu bằng \(Wording.quoted(written))",
      span: span, advice: "Ở đây viết: \(right) ….", fix: Diagnostic.Fix(span, right))
  }

  /// The same outside any block.
  public static func headSaidOtherwise(
    _ written: String, write right: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP050", message: "không hiểu dòng bắt đầu bằng \(Wording.quoted(written))", span: span,
      advice: "Ở đây viết: \(right) ….", fix: Diagnostic.Fix(span, right))
  }

  /// `xếp hạng tập thể theo tổng điểm`, all in one line.
  public static func rankingInOneLine(_ kind: String, _ key: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP520", message: "xếp hạng phải có tên, thứ tự viết ở dòng sau", span: span,
      why: "Hạng là một cột có tên, để in ra và để xét khen thưởng.",
      advice: "Viết \"xếp hạng hạng của \(kind)\", xuống dòng viết \"theo \(key) giảm dần\".")
  }

  /// `mỗi cụm không quá 20% …`, a quota that begins with its groups.
  public static func quotaByEach(_ group: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP051", message: "chỉ tiêu của mỗi \(group) không viết ở đầu dòng", span: span,
      advice: "Viết: đề nghị không quá 20% số … mà …, trong mỗi \(group).")
  }

  /// `NAME = …` below the lines of a rule.
  public static func definitionInBlock(
    _ name: String, block: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP051",
      message: "khối \(Wording.quoted(block)) không có dòng bắt đầu bằng \(Wording.quoted(name))",
      span: span,
      advice: "Muốn định nghĩa một cột cho từng đối tượng thì viết: \(name) của LOẠI = …; muốn đặt "
        + "tên cho một giá trị thì viết: đặt \(name) = ….")
  }

  /// `nhóm 1: Công tác tổ chức`, as titles are printed.
  public static func titleWithoutQuotes(
    _ title: String, of name: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP033", message: "tên của \(name) phải đặt trong ngoặc kép", span: span,
      advice: "Viết: \(name) \"\(title)\", … (không có dấu hai chấm).")
  }

  /// A line of a rule block outside any block.
  public static func lineOutsideBlock(
    _ head: String, blocks: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP052", message: "dòng \(Wording.quoted(head)) đứng ngoài khối của nó", span: span,
      advice: "Dòng này phải nằm trong khối: \(blocks.joined(separator: "; ")).")
  }

  /// The code of `missingEnd`, which a console takes back when a blank line ends the block.
  public static let missingEndCode = "CP053"

  /// A block that is still open.
  public static func missingEnd(
    _ head: String, openedAt opener: Span, line: Int, found: Span
  ) -> Diagnostic {
    Diagnostic(
      code: missingEndCode,
      message: "khối \(Wording.quoted(head)) mở ở dòng \(line) chưa có \"hết\"",
      span: opener, labels: found.isNone ? [] : [Diagnostic.Label(found, "đến đây vẫn chưa đóng")],
      advice: "Thêm một dòng \"hết\" ở cuối khối.")
  }

  /// `hết` without a block.
  public static func strayEnd(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP054", message: "\"hết\" này không đóng khối nào", span: span,
      why: "Các khối quy tắc (tiêu chí, xếp loại, danh hiệu…) tự đóng, không cần \"hết\".",
      advice: "Bỏ dòng này, hoặc kiểm tra xem có thừa \"hết\" ở phía trên không.")
  }

  /// `hết nhóm` in a block of another head.
  public static func mismatchedEnd(
    _ written: String, open: String, line: Int, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP055",
      message:
        "\"hết \(written)\" không khớp: khối đang mở là \(Wording.quoted(open)), ở dòng \(line)",
      span: span, advice: "Viết \"hết\" hoặc \"hết \(open)\".")
  }

  /// A clause after a comma that this line does not have.
  public static func unknownClause(
    _ written: String, allowed: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    let near =
      suggestions.isEmpty ? "" : "Có phải là \(Wording.alternatives(suggestions)) không? "
    return Diagnostic(
      code: "CP056", message: "không hiểu vế sau dấu phẩy: \(Wording.quoted(written))", span: span,
      advice: near
        + (allowed.isEmpty
          ? "Dòng này không có vế nào sau dấu phẩy. Nhiều cột, nhiều giá trị thì ngăn nhau bằng "
            + "dấu chấm phẩy (;)."
          : "Sau dấu phẩy ở dòng này viết được: \(allowed.joined(separator: ", "))."))
  }

  /// `cho mỗi 1.000 người` without saying what happens to the rest.
  public static func stepWithoutRemainder(span: Span, insertAt: Span) -> Diagnostic {
    Diagnostic(
      code: "CP057", message: "chưa nói phần lẻ chưa đủ một bước thì tính thế nào", span: span,
      why: "Bước lớn hơn 1 luôn có phần lẻ, và văn bản phải nói rõ cách tính.",
      advice: "Thêm \", phần lẻ không tính\" hoặc \", phần lẻ tính theo tỷ lệ\".",
      fix: Diagnostic.Fix(insertAt, ", phần lẻ không tính"))
  }

  /// A share without what it is a share of.
  public static func quotaWithoutBase(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP058", message: "chưa nói tỷ lệ này tính trên số nào", span: span,
      advice:
        "Viết \"không quá 20% số tập thể mà …\" hoặc \"không quá 20% số tập thể đủ điều kiện\".")
  }

  /// A line of an attribute block that is not `PHRASE: VALUE`.
  public static func attributeExpected(_ block: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP059", message: "dòng trong khối \(Wording.quoted(block)) phải có dạng TÊN: GIÁ TRỊ",
      span: span, advice: "Viết như \"năm: 2026\". Khối đóng bằng một dòng \"hết\".")
  }

  /// A `|` row where no data is declared.
  public static func strayTableRow(span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP060", message: "dòng số liệu | … | đứng ngoài khối dữ liệu", span: span,
      advice: "Viết \"dữ liệu LOẠI\" trên một dòng, rồi đến các dòng | … | ngay bên dưới.")
  }

  /// A row with more or fewer cells than the header; `isPasted`: its cells stand between tabs.
  public static func rowLength(
    found: Int, expected: Int, isPasted: Bool, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP061", message: "dòng này có \(found) ô, còn dòng tiêu đề có \(expected) ô",
      span: span,
      advice: isPasted
        ? found > expected
          ? "Dòng tiêu đề thiếu cột, hoặc dòng này thừa ô: chép lại từ Excel cả dòng tiêu đề và các dòng số liệu."
          : "Mỗi ô cách nhau một dấu tab; chép lại từ Excel đủ các cột như dòng tiêu đề."
        : "Ô không có số liệu thì để trống giữa hai dấu |.")
  }

  /// `dữ liệu KIND` or `lịch sử KIND` with neither a file nor rows.
  public static func dataWithoutRows(_ head: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP062", message: "khối \(head) không có tệp mà cũng không có dòng số liệu nào",
      span: span,
      advice:
        "Viết thêm từ \"ten-tep.csv\", hoặc các dòng | … | ngay bên dưới, dòng đầu là tiêu đề.")
  }

  /// A level, tie rule or treatment that does not exist.
  public static func unknownChoice(
    _ written: String, purpose: String, choices: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CP063", message: "không có \(purpose) \(Wording.quoted(written))", span: span,
      advice: "Viết một trong các cách: \(choices.joined(separator: "; ")).")
  }

  /// A line that may stand only once in its block.
  public static func repeatedLine(_ head: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CP064", message: "khối này đã có một dòng \(Wording.quoted(head))", span: span,
      advice: "Gộp lại thành một dòng.")
  }

  /// Explanations of the codes above.
  static let lineEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP050", title: "không hiểu dòng này",
      explanation: "Mỗi dòng bắt đầu bằng một đầu lệnh, hoặc là định nghĩa TÊN của LOẠI = ….",
      wrongExample: "tổng điểm = nhóm 1 + nhóm 2",
      rightExample: "tổng điểm của tập thể = nhóm 1 + nhóm 2"),
    CatalogueEntry(
      code: "CP051", title: "dòng không thuộc khối này",
      explanation:
        "Mỗi khối quy tắc có các đầu dòng riêng. Thông báo liệt kê các đầu dòng của khối.",
      wrongExample: "tiêu chí 1 \"A\" của tập thể, tối đa 5 điểm\n  được 5 điểm",
      rightExample: "tiêu chí 1 \"A\" của tập thể, tối đa 5 điểm\n  được tính 5 điểm"),
    CatalogueEntry(
      code: "CP052", title: "dòng đứng ngoài khối",
      explanation: "Các dòng như được tính, điều kiện chỉ có nghĩa trong khối của chúng.",
      wrongExample: "điều kiện tổng điểm từ 90 trở lên",
      rightExample: "danh hiệu \"A\" của tập thể\n  điều kiện tổng điểm từ 90 trở lên"),
    CatalogueEntry(
      code: "CP053", title: "khối chưa đóng",
      explanation:
        "Các khối phong trào, đối tượng, nhóm, hội đồng, ví dụ, hàm, nếu, với mỗi… đóng bằng "
        + "một dòng \"hết\".",
      wrongExample: "hội đồng ngành \"Hội đồng\"\n  thành viên: 11",
      rightExample: "hội đồng ngành \"Hội đồng\"\n  thành viên: 11\nhết"),
    CatalogueEntry(
      code: "CP054", title: "thừa \"hết\"",
      explanation: "\"hết\" chỉ đóng khối cần đóng. Khối quy tắc như tiêu chí, xếp loại tự đóng.",
      wrongExample: "dùng \"chung.thidua\"\nhết", rightExample: "dùng \"chung.thidua\""),
    CatalogueEntry(
      code: "CP055", title: "\"hết\" ghi sai tên khối",
      explanation: "Sau \"hết\" có thể ghi tên khối; tên ấy phải đúng với khối đang mở.",
      wrongExample: "hàm f(x)\n  trả về x\nhết nhóm", rightExample: "hàm f(x)\n  trả về x\nhết hàm"),
    CatalogueEntry(
      code: "CP056", title: "vế sau dấu phẩy không đúng",
      explanation:
        "Sau dấu phẩy chỉ viết được các vế mà dòng ấy có. Danh sách ngăn bằng dấu chấm phẩy.",
      wrongExample: "cộng 2 điểm cho mỗi tin bài, nhiều lắm 6 điểm",
      rightExample: "cộng 2 điểm cho mỗi tin bài, không quá 6 điểm"),
    CatalogueEntry(
      code: "CP057", title: "chưa nói cách tính phần lẻ",
      explanation:
        "Khi tính theo bước (cứ 1.000 người), phải nói phần chưa đủ một bước thì bỏ hay tính "
        + "theo tỷ lệ.",
      wrongExample: "cộng 0,5 điểm cho mỗi 1.000 người dân",
      rightExample: "cộng 0,5 điểm cho mỗi 1.000 người dân, phần lẻ không tính"),
    CatalogueEntry(
      code: "CP058", title: "tỷ lệ chưa có mẫu số",
      explanation: "Chỉ tiêu theo tỷ lệ phải nói tính trên số đối tượng nào.",
      wrongExample: "đề nghị không quá 20%",
      rightExample: "đề nghị không quá 20% số tập thể đủ điều kiện"),
    CatalogueEntry(
      code: "CP059", title: "dòng thuộc tính viết sai",
      explanation:
        "Trong các khối phong trào, đối tượng, cụm, hội đồng mỗi dòng có dạng TÊN: GIÁ TRỊ.",
      wrongExample: "hội đồng ngành \"Hội đồng\"\n  thành viên 11\nhết",
      rightExample: "hội đồng ngành \"Hội đồng\"\n  thành viên: 11\nhết"),
    CatalogueEntry(
      code: "CP060", title: "dòng số liệu đứng lẻ",
      explanation: "Các dòng | … | chỉ đứng ngay sau dòng \"dữ liệu LOẠI\".",
      wrongExample: "| mã | tên |",
      rightExample: "dữ liệu tập thể\n  | mã | tên |\n  | A  | Đơn vị A |"),
    CatalogueEntry(
      code: "CP061", title: "số ô không khớp với tiêu đề",
      explanation: "Mỗi dòng số liệu có đúng số ô của dòng tiêu đề. Dòng dán từ Excel thì các ô "
        + "trống ở cuối dòng được bỏ dấu tab.",
      wrongExample: "dữ liệu tập thể\n  | mã | tên |\n  | A |",
      rightExample: "dữ liệu tập thể\n  | mã | tên |\n  | A | Đơn vị A |"),
    CatalogueEntry(
      code: "CP520", title: "xếp hạng viết gộp một dòng",
      explanation: "Dòng đầu của xếp hạng là tên của hạng và loại đối tượng; mỗi thứ tự, cách xử "
        + "lý khi bằng nhau là một dòng bên dưới.",
      wrongExample: "xếp hạng tập thể theo tổng điểm",
      rightExample: "xếp hạng hạng của tập thể\n  theo tổng điểm giảm dần"),
    CatalogueEntry(
      code: "CP062", title: "dữ liệu không có nguồn",
      explanation: "Khối dữ liệu phải có tệp, hoặc có các dòng | … | viết ngay bên dưới.",
      wrongExample: "dữ liệu tập thể", rightExample: "dữ liệu tập thể từ \"tap-the.csv\""),
    CatalogueEntry(
      code: "CP063", title: "lựa chọn không có",
      explanation: "Chỗ này chỉ viết được một trong các cách mà thông báo liệt kê.",
      wrongExample: "vẫn bằng nhau thì bốc thăm",
      rightExample: "vẫn bằng nhau thì hội đồng bỏ phiếu"),
    CatalogueEntry(
      code: "CP064", title: "dòng lặp lại",
      explanation: "Dòng này chỉ viết một lần trong khối.",
      wrongExample: "theo tổng điểm giảm dần\n  theo nhóm 3 giảm dần",
      rightExample: "theo tổng điểm giảm dần; nhóm 3 giảm dần"),
  ]
}
