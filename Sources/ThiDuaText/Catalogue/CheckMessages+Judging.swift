// Wording of the checking stage: `cách xét` and `xét theo`, names of the library (KT400…KT409). See
// CheckMessages.swift.

extension CheckMessages {
  /// `xét theo X` with no `cách xét` X.
  public static func unknownJudgingMethod(
    _ name: String, span: Span, suggestions: [String]
  ) -> Diagnostic {
    Diagnostic(
      code: "KT400", message: "không có cách xét nào tên là \(Wording.quoted(name))", span: span,
      why: "Sau \"xét theo\" phải là tên một cách xét đã khai báo, trong kịch bản này, trong tệp "
        + "hay mô-đun mà kịch bản dùng.",
      advice: meant(
        suggestions,
        otherwise: "Khai báo: cách xét \(name), dùng …; cách xét của thư viện thì thêm dòng: dùng "
          + "\"danh hiệu\"."),
      fix: only(suggestions, span))
  }

  /// `xét theo X` with too many or too few values.
  public static func judgingArguments(
    _ name: String, parameters: [String], found: Int, span: Span, method: Span
  ) -> Diagnostic {
    let needed = parameters.joined(separator: "; ")
    return Diagnostic(
      code: "KT401",
      message: "cách xét \(Wording.quoted(name)) cần \(parameters.count) giá trị, ở đây có "
        + "\(found)",
      span: span, labels: [.init(method, "cách xét khai báo ở đây")],
      why: parameters.isEmpty
        ? "Cách xét này không dùng giá trị nào của đối tượng."
        : "Mỗi giá trị ứng với một tên sau chữ \"dùng\" của cách xét, theo đúng thứ tự.",
      advice: parameters.isEmpty
        ? "Viết: xét theo \(name)."
        : "Viết: xét theo \(name), \(needed); thay mỗi tên bằng trường hay công thức của đối tượng."
    )
  }

  /// `xét theo` inside a `cách xét`.
  public static func judgingInMethod(_ name: String, span: Span) -> Diagnostic {
    Diagnostic(
      code: "KT402", message: "trong một cách xét không viết \"xét theo\" được", span: span,
      why: "Người đọc phải thấy đủ điều kiện của một cách xét ở một chỗ.",
      advice: "Chép các dòng của cách xét \(Wording.quoted(name)) vào đây, hoặc để danh hiệu viết "
        + "hai dòng \"xét theo\".")
  }

  /// A name of the script that a module it imports declares too.
  public static func nameOfLibrary(
    _ name: String, span: Span, library: Span, isParameter: Bool
  ) -> Diagnostic {
    Diagnostic(
      code: "KT403", message: "tên \(Wording.quoted(name)) đã có trong mô-đun mà kịch bản dùng",
      span: span, labels: [.init(library, "thư viện khai báo ở đây")],
      why: "Mỗi tên chỉ được có một nghĩa; máy không tự chọn giữa kịch bản và thư viện.",
      advice: isParameter
        ? "Muốn đổi giá trị thì ghi ngày áp dụng: tham số \(name) = …, từ 1/1/2026; giá trị mới hơn "
          + "sẽ thắng. Nếu là điều khác thì đổi tên."
        : "Đổi tên trong kịch bản, hoặc bỏ khai báo của kịch bản để dùng của thư viện.")
  }

  /// A finding inside the library, at the place that uses it.
  public static func inLibrary(_ finding: Diagnostic, use: Span) -> Diagnostic {
    var moved = finding
    moved.labels = [.init(finding.span, "chỗ ấy trong thư viện")] + finding.labels
    moved.span = use
    moved.fix = nil
    return moved
  }

  /// Explanations of the codes above.
  static let judgingEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "KT400", title: "không có cách xét này",
      explanation: "Danh hiệu lấy các dòng của một cách xét bằng tên; cách xét ấy phải được khai "
        + "báo hoặc nằm trong một mô-đun mà kịch bản dùng.",
      wrongExample: "danh hiệu \"Lao động tiên tiến\" của cá nhân\n"
        + "  xét theo lao động tiên tiến, mức hoàn thành",
      rightExample: "dùng \"danh hiệu\"\n\ndanh hiệu \"Lao động tiên tiến\" của cá nhân\n"
        + "  xét theo lao động tiên tiến, mức hoàn thành"),
    CatalogueEntry(
      code: "KT401", title: "cách xét cần số giá trị khác",
      explanation: "Sau tên cách xét, mỗi tên trong phần \"dùng\" của nó cần đúng một giá trị, "
        + "cách nhau bằng dấu chấm phẩy.",
      wrongExample: "cách xét giấy khen, dùng mức; phiếu thuận\n  điều kiện mức = \"Tốt\"\n\n"
        + "danh hiệu \"Giấy khen\" của tập thể\n  xét theo giấy khen, mức năm",
      rightExample: "danh hiệu \"Giấy khen\" của tập thể\n"
        + "  xét theo giấy khen, mức năm; phiếu đồng ý"),
    CatalogueEntry(
      code: "KT402", title: "xét theo nằm trong cách xét",
      explanation: "Chỉ danh hiệu và hình thức khen thưởng lấy dòng của cách xét; một danh hiệu "
        + "lấy được của nhiều cách xét.",
      wrongExample: "cách xét giấy khen, dùng mức\n  xét theo điều kiện chung, mức",
      rightExample: "danh hiệu \"Giấy khen\" của tập thể\n  xét theo điều kiện chung, mức năm\n"
        + "  xét theo giấy khen, mức năm"),
    CatalogueEntry(
      code: "KT403", title: "tên đã có trong thư viện",
      explanation: "Kịch bản khai báo một hàm, một cách chấm, cách xét, tham số hay thang bậc mang "
        + "tên đã có trong mô-đun mà nó dùng.",
      wrongExample: "dùng \"hạn mức\"\n\nhàm số suất(a; b) = phần nguyên(a * b)",
      rightExample: "dùng \"hạn mức\"\n\nhàm số suất đề nghị(a; b) = phần nguyên(a * b)"),
  ]
}
