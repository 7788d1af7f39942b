// Wording of what is said about texts that only look the same. In: the texts, what parts them, places.
// Out: finished diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// Two keys that a reader takes for one; the finding still wants its own place.
  public static func alikeKeys(
    _ key: String, _ other: String, parting: [Likeness.Difference], otherPlace: DataPlace?
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL115",
      message: "khóa \(Wording.quoted(key)) chỉ khác \(Wording.quoted(other)) ở "
        + words(parting),
      why: "Máy coi đây là hai đối tượng; rất có thể chỉ là một, ghi không giống nhau.",
      advice: "Nếu là một thì sửa cho giống nhau, nếu là hai thì đặt khóa khác hẳn cho khỏi nhầm.",
      notes: otherPlace.map { ["Ô kia: \($0.text)."] } ?? [])
  }

  /// Pairs beyond those told one by one.
  public static func moreAlikeKeys(_ count: Int, file: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL115",
      message:
        "tệp \(Wording.quotedPath(file)) còn \(Wording.count(count)) cặp khóa gần như nhau nữa",
      span: span, why: "Chỉ liệt kê những cặp đầu tiên.",
      advice: "Soát lại cột khóa của tệp.")
  }

  /// Pairs beyond those told one by one, of keys in different tables of a kind.
  public static func moreAlikeKeys(_ count: Int, kind: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL115",
      message:
        "số liệu của \(kind) còn \(Wording.count(count)) cặp khóa gần như nhau nữa, ở hai bảng khác nhau",
      span: span, why: "Chỉ liệt kê những cặp đầu tiên.",
      advice: "Soát lại cột khóa của các bảng ấy.")
  }

  /// Two values of a text that rules group by or compare with.
  public static func alikeValues(
    _ value: String, count: Int, _ other: String, otherCount: Int, column: String, kind: String,
    parting: [Likeness.Difference], otherPlace: DataPlace?
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL116",
      message: "\(column) \(Wording.quoted(value)) chỉ khác \(Wording.quoted(other)) ở "
        + words(parting),
      why: "Quy tắc dùng \(column) của \(kind), và máy coi đây là hai giá trị: "
        + "\(Wording.count(count)) \(kind) ghi cách này, \(Wording.count(otherCount)) ghi cách kia.",
      advice: "Nếu là một thì sửa cho giống nhau.",
      notes: otherPlace.map { ["Ô kia: \($0.text)."] } ?? [])
  }

  /// A value of the data that is nearly what a rule compares with.
  public static func alikeInRule(
    _ value: String, count: Int, rule: String, column: String, kind: String,
    parting: [Likeness.Difference], ruleSpan: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL116",
      message: "\(column) \(Wording.quoted(value)) chỉ khác \(Wording.quoted(rule)) ở "
        + words(parting),
      labels: [.init(ruleSpan, "kịch bản so với chữ này")],
      why:
        "Với máy hai chữ ấy khác nhau: \(Wording.count(count)) \(kind) ghi như thế không khớp quy tắc.",
      advice: "Nếu là một thì sửa cho giống nhau, ở số liệu hoặc ở kịch bản.")
  }

  /// `khoảng trắng và chữ hoa, chữ thường`.
  private static func words(_ differences: [Likeness.Difference]) -> String {
    Wording.joined(differences.map(word), last: " và ")
  }

  private static func word(_ difference: Likeness.Difference) -> String {
    switch difference {
    case .spaces: "khoảng trắng"
    case .hidden(let name): "một ký tự không nhìn thấy được (\(name))"
    case .letterCase: "chữ hoa, chữ thường"
    case .tonePlace: "chỗ đặt dấu thanh"
    case .foreign(let letter, let name, let instead):
      "\(Wording.quoted(letter)), là \(name) chứ không phải \(Wording.quoted(instead))"
    case .glyphs(let first, let second): "\(glyph(first)) và \(glyph(second))"
    case .iAndY: "cách viết i hay y"
    case .marks(let first, let second):
      "dấu \(Wording.quoted(first)) và \(Wording.quoted(second))"
    }
  }

  private static func glyph(_ letter: String) -> String {
    letter == "0" || letter == "1" ? "số \(letter)" : "chữ \(letter)"
  }

  /// Explanations of the codes above.
  static let likenessEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL115", title: "hai khóa gần như nhau",
      explanation:
        "Hai dòng có khóa chỉ khác nhau ở khoảng trắng, chữ hoa chữ thường, chỗ đặt dấu thanh (hoà, hòa), "
        + "i hay y, hay ở chữ trông giống nhau (chữ O và số 0; chữ l, chữ I và số 1; chữ Nga, Hy Lạp, "
        + "Iceland). Với máy đó là hai đối tượng, mỗi đối tượng một nửa số liệu. Chữ và số chỉ được nhắc "
        + "khi các khóa khác trong bảng cho thấy là gõ nhầm.",
      wrongExample: "mã;điểm\nTT01;8\nTTO1;9", rightExample: "mã;điểm\nTT01;8\nTT02;9"),
    CatalogueEntry(
      code: "DL116", title: "hai giá trị gần như nhau",
      explanation:
        "Cột chữ mà quy tắc dùng để chia nhóm hoặc so sánh có hai giá trị chỉ khác nhau như hai khóa của "
        + "DL115, hoặc có giá trị gần như chữ viết trong quy tắc. Với máy đó là hai nhóm.",
      wrongExample: "mã;khối\nTT01;Khối Đảng\nTT02;khối  Đảng",
      rightExample: "mã;khối\nTT01;Khối Đảng\nTT02;Khối Đảng"),
  ]
}
