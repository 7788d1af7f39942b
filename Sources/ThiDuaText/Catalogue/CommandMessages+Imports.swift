// Wording of what `dùng` cannot find or may not do: codes TL050… In: the name as written and where.
// Out: diagnostics. Used by the loader of scripts only.

extension CommandMessages {
  /// A name after `dùng` that is a module of the library and a file beside the script.
  public static func moduleAndFile(
    _ written: String, module: String, span: Span
  ) -> Diagnostic {
    Diagnostic(
      code: "TL050",
      message: "\(Wording.quoted(written)) vừa là một mô-đun của thư viện, vừa là một tệp "
        + "cạnh kịch bản",
      span: span,
      why: "Máy không tự chọn: hai bên có thể khai báo những mức, những số khác nhau.",
      advice: "Viết dùng \"\(written).thidua\" để lấy tệp, hoặc dùng \"thư viện/\(module)\" "
        + "để lấy mô-đun.")
  }

  /// A name after `dùng` that is neither a module nor a file.
  public static func unknownModule(
    _ written: String, modules: [String], suggestions: [String], span: Span
  ) -> Diagnostic {
    let list = modules.map(Wording.quoted).joined(separator: ", ")
    let meant = suggestions.first.map { "Có phải ý anh/chị là \(Wording.quoted($0))? " } ?? ""
    return Diagnostic(
      code: "TL051",
      message: "không có mô-đun hay tệp nào tên là \(Wording.quotedPath(written))", span: span,
      why: "Thư viện có các mô-đun: \(list). Cạnh kịch bản cũng không có tệp "
        + "\(Wording.quotedPath(written + ".thidua")).",
      advice: meant + "Tệp thì viết cả đuôi: dùng \"chung.thidua\".")
  }

  /// Scripts that import each other; `names[i]` imports `names[i + 1]` at `spans[i]`.
  public static func importCircle(_ names: [String], spans: [Span]) -> Diagnostic {
    let circle = (names + names.prefix(1)).map(Wording.quotedPath).joined(separator: " → ")
    return Diagnostic(
      code: "TL052",
      message: names.count == 1
        ? "tệp \(Wording.quotedPath(names[0])) dùng chính nó"
        : "các tệp dùng nhau thành vòng: \(circle)",
      span: spans.last ?? .none,
      labels: zip(names, spans).dropLast().map { name, span in
        .init(span, "\(Wording.quotedPath(name)) dùng tệp kế tiếp ở đây")
      },
      why: names.count == 1
        ? "Kịch bản đã có sẵn các khai báo của chính nó."
        : "Không rõ tệp nào đứng trên, và sửa một tệp là đổi nghĩa mọi tệp trong vòng.",
      advice: names.count == 1
        ? "Bỏ dòng này, hoặc viết tên tệp khác."
        : "Chuyển phần dùng chung sang một tệp riêng rồi cho các tệp kia cùng dùng tệp ấy.")
  }

  /// A finding about a name nobody declares, which a module of the library does.
  public static func knownToLibrary(_ finding: Diagnostic, module: String) -> Diagnostic {
    var hinted = finding
    hinted.advice = "Tên này có trong thư viện: thêm dòng dùng \"\(module)\" ở đầu kịch bản."
    hinted.fix = nil
    return hinted
  }

  /// Explanations of the codes above.
  public static let importEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "TL050", title: "tên vừa là mô-đun của thư viện vừa là tệp",
      explanation: "Sau \"dùng\", tên không có đuôi \".thidua\" là một mô-đun của thư viện hoặc "
        + "một tệp cạnh kịch bản. Có cả hai thì phải nói rõ lấy bên nào.",
      wrongExample: "dùng \"tiền thưởng\"   # cạnh kịch bản có tệp \"tiền thưởng.thidua\"",
      rightExample: "dùng \"thư viện/tiền thưởng\""),
    CatalogueEntry(
      code: "TL051", title: "không có mô-đun hay tệp này",
      explanation: "Tên sau \"dùng\" không phải một mô-đun của thư viện và cũng không có tệp mang "
        + "tên ấy trong thư mục của kịch bản.",
      wrongExample: "dùng \"tiền khen\"",
      rightExample: "dùng \"tiền thưởng\""),
    CatalogueEntry(
      code: "TL052", title: "các tệp dùng nhau thành vòng",
      explanation: "Tệp A dùng tệp B thì B không được dùng lại A, dù trực tiếp hay qua tệp khác.",
      wrongExample: "dùng \"b.thidua\"   # trong b.thidua lại có: dùng \"a.thidua\"",
      rightExample: "dùng \"chung.thidua\"   # cả a.thidua và b.thidua cùng viết dòng này"),
  ]
}
