// Wording of what concerns documents made from templates: codes KT480… (wrong before the run), CH110… (found
// while they are made). In: names, places, counts. Out: finished diagnostics. Used by the checker and
// by the façade's papers.

public enum PaperMessages {
  /// A document that no template is known for.
  public static func unknownPaper(
    _ name: String, known: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "KT480", message: "không có mẫu văn bản nào tên \(Wording.quoted(name))", span: span,
      why: "Mẫu có sẵn: \(known.joined(separator: ", ")).",
      advice: suggestions.isEmpty
        ? "Mẫu riêng của cơ quan thì ghi tên tệp trong ngoặc kép: lập \"mau/giay-khen.docx\" …."
        : "Có phải là \(Wording.alternatives(suggestions))?")
  }

  /// A document into a file that is no Word file.
  public static func notWordFile(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT481", message: "văn bản được ghi thành tệp Word, không phải \(Wording.quoted(name))",
      span: span, why: "Câu lập làm ra tệp .docx, mở được bằng Word và LibreOffice.",
      advice: "Đặt tên tệp có đuôi .docx.")
  }

  /// `cho` with something that is no subject, `cho mỗi` with something that is no list of them.
  public static func subjectExpected(_ found: String, isList: Bool, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT482",
      message: "sau \(isList ? "\"cho mỗi\"" : "\"cho\"") là \(found), không phải "
        + (isList ? "danh sách đối tượng" : "một đối tượng"),
      span: span,
      why: isList
        ? "Mỗi đối tượng của danh sách được lập một văn bản riêng."
        : "Văn bản được lập cho một tập thể, một cá nhân, một cụm….",
      advice: isList
        ? "Viết như: cho mỗi cụm; cho mỗi (cá nhân mà đạt giấy khen)."
        : "Viết như: cho cụm 1; cho tập thể \"TT01\"; nhiều đối tượng thì viết: cho mỗi ….")
  }

  /// `cho mỗi` into one file. `key`: the fields that tell subjects apart; `better`: a name with them.
  public static func oneFileForMany(key: [String], better: String?, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT483", message: "mỗi đối tượng một văn bản, nhưng tên tệp không đổi theo đối tượng",
      span: span, why: "Các văn bản sẽ ghi đè lên nhau.",
      advice: tellApart(key, better))
  }

  private static func tellApart(_ key: [String], _ better: String?) -> String {
    guard let better else { return "Đưa vào tên tệp, trong dấu { }, điều phân biệt các đối tượng." }
    return "Đưa \(key.joined(separator: ", ")) của đối tượng vào tên tệp: ra "
      + Wording.quoted(better) + "."
  }

  /// Two subjects whose documents would have one name; `key`, `better`: as above.
  public static func sameFile(
    _ name: String, _ first: String, _ second: String, key: [String], better: String?, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "CH110",
      message: "hai văn bản cùng tên tệp \(Wording.quoted(name)): của \(first) và của \(second)",
      span: span, why: "Văn bản sau sẽ ghi đè lên văn bản trước; không tệp nào được ghi.",
      advice: tellApart(key, better))
  }

  /// A file name that the subject's fields leave empty, or that leaves its folder.
  public static func badFileName(_ name: String, subject: String?, span: Span) -> Diagnostic {
    Diagnostic(
      code: "CH111",
      message: "không đặt được tên tệp \(Wording.quoted(name))"
        + (subject.map { " cho văn bản của \($0)" } ?? ""),
      span: span,
      why:
        "Tên tệp phải có chữ và có đuôi .docx; dấu \"/\" trong mã hay tên của đối tượng được hiểu là "
        + "thư mục.",
      advice: "Dùng một trường không có dấu \"/\", hoặc thay dấu ấy: {thay(mã; \"/\"; \"-\")}.")
  }

  /// What is still to be written by hand.
  public static func blanksToFill(
    _ paper: String, _ blanks: [String], count: Int, span: Span
  ) -> Diagnostic {
    let files = count > 1 ? " (\(Wording.count(count)) tệp)" : ""
    return Diagnostic(
      .note, code: "KT487",
      message: "\(paper)\(files) còn chỗ để chấm: " + blanks.joined(separator: ", "), span: span,
      advice:
        "Khai trong khối phong trào, hội đồng hoặc cụm, ví dụ \(blanks[0]): \"…\"; hoặc điền tay "
        + "vào tệp Word.")
  }

  /// Explanations of the codes above.
  static let entries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT480", title: "không có mẫu văn bản này",
      explanation:
        "Sau \"lập\" là tên một mẫu có sẵn (thidua mẫu-văn-bản liệt kê), hoặc tên tệp mẫu "
        + "riêng của cơ quan trong ngoặc kép.",
      wrongExample: "lập tờ trìn ra \"to-trinh.docx\"",
      rightExample: "lập tờ trình ra \"to-trinh.docx\""),
    CatalogueEntry(
      code: "KT481", title: "văn bản không phải tệp Word",
      explanation:
        "Văn bản được ghi thành tệp .docx. Bảng tính thì dùng \"xuất\", trang web thì dùng "
        + "\"xuất báo cáo\".",
      wrongExample: "lập tờ trình ra \"to-trinh.doc\"",
      rightExample: "lập tờ trình ra \"to-trinh.docx\""),
    CatalogueEntry(
      code: "KT482", title: "lập văn bản cho cái không phải đối tượng",
      explanation:
        "\"cho\" là một đối tượng; \"cho mỗi\" là một danh sách đối tượng, mỗi đối tượng một "
        + "tệp.",
      wrongExample: "lập biên bản bình xét cho 3 ra \"bien-ban.docx\"",
      rightExample: "lập biên bản bình xét cho mỗi cụm ra \"bien-ban-{mã}.docx\""),
    CatalogueEntry(
      code: "KT483", title: "nhiều văn bản vào một tệp",
      explanation:
        "Với \"cho mỗi\", tên tệp phải có chỗ đổi theo đối tượng: trường của đối tượng viết "
        + "trong dấu { }.",
      wrongExample: "lập biên bản bình xét cho mỗi cụm ra \"bien-ban.docx\"",
      rightExample: "lập biên bản bình xét cho mỗi cụm ra \"bien-ban-{mã}.docx\""),
    CatalogueEntry(
      code: "KT487", title: "văn bản còn chỗ để chấm",
      explanation:
        "Điều kịch bản chưa khai thì văn bản để chấm lửng cho người điền tay; không phải "
        + "lỗi.",
      wrongExample: "phong trào \"Năm 2026\"\n  năm: 2026\nhết\nlập tờ trình ra \"to-trinh.docx\"",
      rightExample:
        "phong trào \"Năm 2026\"\n  năm: 2026\n  địa danh: \"Lâm Đồng\"\nhết\n"
        + "lập tờ trình ra \"to-trinh.docx\""),
    CatalogueEntry(
      code: "CH110", title: "hai văn bản cùng tên tệp",
      explanation: "Mỗi văn bản cần một tên tệp riêng; mã thì không trùng, tên có thể trùng.",
      wrongExample: "lập \"giay-khen.docx\" cho mỗi cá nhân ra \"{chức danh}.docx\"",
      rightExample: "lập \"giay-khen.docx\" cho mỗi cá nhân ra \"giay-khen-{mã}.docx\""),
    CatalogueEntry(
      code: "CH111", title: "tên tệp của văn bản không dùng được",
      explanation:
        "Tên tệp tính từ trường của đối tượng phải là tên tệp .docx trong thư mục kết quả.",
      wrongExample: "lập \"giay-khen.docx\" cho mỗi cá nhân ra \"{đơn vị}\"",
      rightExample: "lập \"giay-khen.docx\" cho mỗi cá nhân ra \"giay-khen-{mã}.docx\""),
  ]
}
