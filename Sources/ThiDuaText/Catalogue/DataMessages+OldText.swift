// Wording of what is said about files older than Unicode. In: encodings, places, samples. Out: finished
// diagnostics. Part of DataMessages; see there.

extension DataMessages {
  /// What a clerk writes to settle it.
  private static func clause(_ encoding: OldEncoding) -> String { "bảng mã \(encoding.word)" }

  /// Words told together: how many, the first few, the cell or line of the first.
  public typealias Words = (count: Int, words: [String], place: String)

  /// Letters that may have been capitals.
  private static func sizeless(_ words: Words?) -> String {
    guard let words else { return "" }
    let shown = words.words.map(Wording.quoted).joined(separator: ", ")
    return
      " Phông này không có chữ hoa mang dấu nên \(Wording.count(words.count)) chữ ghi thường, hãy "
      + "xem lại: \(shown) (từ \(words.place))."
  }

  /// The encoding was recognised and the file read with it; `sizeless`: small letters that may have been capitals.
  public static func recognised(
    _ encoding: OldEncoding, place: DataPlace, sample: String, keptLineCount: Int,
    sizeless words: Words? = nil
  ) -> Diagnostic {
    let others = OldEncoding.words.filter { $0 != encoding.word }
    let kept =
      keptLineCount == 0
      ? "" : " Trong tệp còn \(Wording.count(keptLineCount)) dòng là UTF-8, được giữ nguyên."
    return Diagnostic(
      .warning, code: "DL110",
      message: "tệp ghi theo bảng mã cũ \(encoding.name), đã chuyển sang Unicode", place: place,
      why: "Chữ ở dòng này đọc được là \(Wording.quoted(sample)).\(kept)\(sizeless(words))",
      advice: "Nếu đọc đúng, ghi thêm sau tên tệp \", \(clause(encoding))\" (sẽ không nhắc nữa). "
        + "Nếu sai, ghi bảng mã khác: \(Wording.joined(others, last: " hoặc ")).")
  }

  /// UTF-16 without its mark.
  public static func bareUTF16(_ file: String, span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL110",
      message: "tệp \(Wording.quotedPath(file)) ghi theo UTF-16 không có BOM, đã chuyển sang UTF-8",
      span: span, why: "Số và dấu ngăn trong tệp đều chiếm hai byte.",
      advice: "Nếu đọc sai, xuất lại tệp thành CSV UTF-8.")
  }

  /// No encoding is convincing; `readings` show the line in the likeliest ones.
  public static func unknownEncoding(
    place: DataPlace, readings: [(encoding: OldEncoding, text: String)]
  ) -> Diagnostic {
    let shown = readings.map { "theo \($0.encoding.name) là \(Wording.quoted($0.text))" }
    let likeliest = readings.first?.encoding ?? .tcvn3
    return Diagnostic(
      code: "DL111", message: "không rõ tệp ghi theo bảng mã cũ nào", place: place,
      why: "Dòng này đọc \(Wording.joined(shown, last: ", ")).",
      advice: "Cách nào đúng thì ghi sau tên tệp, ví dụ: \(clause(likeliest)); hoặc "
        + "lưu lại tệp thành CSV UTF-8.")
  }

  /// `bảng mã` of a file that is Unicode.
  public static func alreadyUnicode(
    _ file: String, said encoding: OldEncoding, span: Span
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: "DL112",
      message: "tệp \(Wording.quotedPath(file)) đã là Unicode, không theo \(encoding.name)",
      span: span,
      why: "Chữ trong tệp đã là tiếng Việt Unicode nên được đọc như thế.",
      advice: "Bỏ phần \", \(clause(encoding))\" trong kịch bản.")
  }

  /// A line that the encoding cannot have written.
  public static func notInEncoding(
    _ encoding: OldEncoding, place: DataPlace, sample: String
  ) -> Diagnostic {
    Diagnostic(
      code: "DL113", message: "dòng này có ký tự không thuộc bảng mã \(encoding.name)",
      place: place,
      why: "Đọc theo \(encoding.name) thì được \(Wording.quoted(sample)).",
      advice: "Ghi bảng mã khác sau tên tệp, hoặc lưu lại tệp thành CSV UTF-8.")
  }

  /// Cells of a sheet whose letters were the codes of an old font; `kept`: words left as they were, `sizeless`:
  /// small letters that may have been capitals.
  public static func recognisedCells(
    _ encodings: [OldEncoding], place: DataPlace, count: Int, before: String, after: String,
    kept: Words?, sizeless words: Words?
  ) -> Diagnostic {
    let left =
      kept.map {
        " Giữ nguyên \(Wording.count($0.count)) chữ không phải tiếng Việt: "
          + "\($0.words.map(Wording.quoted).joined(separator: ", ")) (từ ô \($0.place))."
      } ?? ""
    return Diagnostic(
      .warning, code: "DL114",
      message: "trang này có \(Wording.count(count)) ô ghi theo phông cũ "
        + "\(Wording.joined(encodings.map(\.name), last: " và ")), "
        + "đã chuyển sang Unicode",
      place: place,
      why:
        "Ô \(place.cell ?? "") ghi \(Wording.quoted(before)), đọc được là \(Wording.quoted(after))."
        + left + sizeless(words.map { ($0.count, $0.words, "ô " + $0.place) }),
      advice:
        "Nếu đọc đúng, ghi thêm sau tên tệp \", \(clause(encodings.first ?? .tcvn3))\" (sẽ không "
        + "nhắc nữa). Nếu sai, ghi bảng mã khác, hoặc chuyển tệp sang Unicode.")
  }

  /// Words of a sheet that the encoding the script names does not make Vietnamese.
  public static func keptWords(
    _ encoding: OldEncoding, place: DataPlace, count: Int, words: [String], changedCount: Int
  ) -> Diagnostic {
    Diagnostic(
      changedCount >= count ? .note : .warning, code: "DL120",
      message:
        "\(Wording.count(count)) chữ được giữ nguyên, không chuyển theo bảng mã \(encoding.name)",
      place: place,
      why: "Chuyển thì không thành tiếng Việt: "
        + "\(words.map(Wording.quoted).joined(separator: ", ")).",
      advice:
        "Nếu là chữ nước ngoài thì không phải làm gì. Nếu đó là chữ ghi theo phông cũ khác thì "
        + "ghi bảng mã khác sau tên tệp, hoặc chuyển tệp sang Unicode.")
  }

  private static let fileLine = "dữ liệu tập thể từ \"tap-the.csv\""

  /// Explanations of the codes above.
  static let oldTextEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "DL110", title: "đã nhận ra bảng mã cũ",
      explanation:
        "Tệp CSV ghi từ phần mềm cũ (phông .VnTime, VNI-Times…) không phải UTF-8. Máy thử các bảng mã "
        + "TCVN3 (ABC), VNI, Windows-1258, VISCII và chọn bảng mã làm cho các từ thành tiếng Việt, rồi nêu "
        + "một chỗ để kiểm tra. Ghi \"bảng mã …\" sau tên tệp là xác nhận, máy không nhắc nữa.",
      wrongExample: fileLine + "\n(tệp ghi theo TCVN3)", rightExample: fileLine + ", bảng mã TCVN3"),
    CatalogueEntry(
      code: "DL111", title: "không rõ bảng mã",
      explanation:
        "Tệp không phải UTF-8, và có quá ít chữ có dấu (hoặc có chữ nước ngoài) nên không chắc là bảng mã "
        + "nào. Máy không đoán: người dùng chọn cách đọc đúng.",
      wrongExample: fileLine + "\n(cả tệp chỉ có một chữ có dấu)",
      rightExample: fileLine + ", bảng mã VNI"),
    CatalogueEntry(
      code: "DL112", title: "ghi bảng mã cho tệp Unicode",
      explanation:
        "Kịch bản nói tệp ghi theo bảng mã cũ, nhưng tệp đã là Unicode (có lẽ vừa được lưu lại). "
        + "Tệp được đọc như Unicode.",
      wrongExample: fileLine + ", bảng mã TCVN3\n(tệp là CSV UTF-8)", rightExample: fileLine),
    CatalogueEntry(
      code: "DL114", title: "chữ theo phông cũ trong tệp Excel",
      explanation:
        "Ô gõ bằng phông .VnTime, VNI-Times… chỉ đọc được khi có phông ấy; mở bằng phông khác thành "
        + "\"Tiªu chuÈn\". Máy chuyển các ô ấy sang Unicode khi chúng thành tiếng Việt, và giữ nguyên ô khác.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xlsx\"\n(B2: Ph­êng Hoa Sim)",
      rightExample: "dữ liệu tập thể từ \"tap-the.xlsx\", bảng mã TCVN3"),
    CatalogueEntry(
      code: "DL120", title: "chữ không thuộc bảng mã đã ghi được giữ nguyên",
      explanation:
        "Khi kịch bản ghi \"bảng mã …\" cho một tệp Excel, chỉ những chữ chuyển xong thành tiếng Việt mới được "
        + "chuyển; tên nước ngoài và chữ đã là Unicode giữ nguyên. Máy nêu ra để kiểm tra.",
      wrongExample: "dữ liệu tập thể từ \"tap-the.xlsx\", bảng mã TCVN3\n(B4: C«ng ty Lumière)",
      rightExample: "dữ liệu tập thể từ \"tap-the.xlsx\", bảng mã TCVN3\n(B4: Công ty Lumière)"),
    CatalogueEntry(
      code: "DL113", title: "ký tự không thuộc bảng mã",
      explanation:
        "Bảng mã đã ghi (hoặc đã nhận ra) không có ký tự ở dòng này, nên dòng ấy có lẽ được ghi cách khác.",
      wrongExample: fileLine + ", bảng mã VNI\n(tệp ghi theo TCVN3)",
      rightExample: fileLine + ", bảng mã TCVN3"),
  ]
}
