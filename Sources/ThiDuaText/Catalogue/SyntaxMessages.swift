// Wording of what the reader of scripts finds: codes CP001… (cú pháp). In: spans and the words the
// parser saw. Out: finished diagnostics. Only this file words them; the parser never does.

/// Constructors and catalogue entries of the syntax stage.
public enum SyntaxMessages {
  /// A file that is not UTF-8; UTF-16 is named, being what Notepad calls "Unicode".
  public static func invalidUTF8(path: String, place: RawPlace, raw: [UInt8]) -> Diagnostic {
    let isUTF16 = raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
    return Diagnostic(
      code: "CP001",
      message: "tệp không phải là văn bản UTF-8: sai ở dòng \(place.line), "
        + "byte thứ \(place.byteInLine) của dòng",
      place: DataPlace(file: path, line: place.line),
      why: isUTF16
        ? "Tệp được lưu kiểu UTF-16 (Notepad gọi là \"Unicode\")." : oldEncoding(of: raw, place),
      advice: "Mở tệp bằng trình soạn thảo rồi lưu lại, chọn bảng mã UTF-8.")
  }

  /// Names the encoding a script was written in, with the line as proof.
  private static func oldEncoding(of raw: [UInt8], _ place: RawPlace) -> String {
    let guess = OldTextGuess(strangeWords: OldTextGuess.strangeWords(in: raw))
    guard guess.isSure else {
      return "Tệp có thể dùng bảng mã cũ (TCVN3, VNI, Windows-1258) hoặc đã bị hỏng."
    }
    let lines = raw.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    let line = lines.indices.contains(place.line - 1) ? lines[place.line - 1] : []
    let text = String(decoding: guess.best.decoded(line).text, as: UTF8.self)
    return "Tệp ghi theo bảng mã cũ \(guess.best.name): dòng này là \(Wording.quotedSource(text))."
  }

  /// A NUL byte: the file is no text at all.
  public static func nulByte(path: String, place: RawPlace) -> Diagnostic {
    Diagnostic(
      code: "CP002",
      message: "tệp có byte 0 ở dòng \(place.line), byte thứ \(place.byteInLine) của dòng",
      place: DataPlace(file: path, line: place.line),
      why: "Văn bản không bao giờ có byte 0; đây có thể là tệp Word, Excel hoặc tệp đã hỏng.",
      advice: "Chọn đúng tệp kịch bản, hoặc lưu lại tệp dưới dạng văn bản UTF-8.")
  }

  /// A letter that looks right but is another one, or cannot be seen at all.
  public static func lookAlike(_ found: LookAlike, span: Span) -> Diagnostic {
    let fixText =
      found.replacement.isEmpty
      ? "Xóa ký tự ấy đi." : "Gõ lại bằng \(Wording.quoted(found.replacement))."
    return Diagnostic(
      code: "CP003",
      message: found.isInvisible
        ? "ở đây có một ký tự không nhìn thấy được: \(found.name)"
        : "ký tự này trông giống \(Wording.quoted(found.replacement)) nhưng là \(found.name)",
      span: span, label: found.codePoint,
      why: "Máy coi đây là ký tự khác, nên từ chứa nó không khớp với từ gõ đúng.",
      advice: fixText, fix: Diagnostic.Fix(span, found.replacement))
  }

  /// Explanations of all codes of this stage.
  public static let entries: [CatalogueEntry] =
    doorEntries + literalEntries + expressionEntries + lineEntries + tableEntries + amendmentEntries
    + whatIfEntries + sheetEntries

  /// Explanations of the codes above.
  private static let doorEntries: [CatalogueEntry] = [
    CatalogueEntry(
      code: "CP001", title: "tệp không phải là UTF-8",
      explanation: "Kịch bản phải lưu bằng bảng mã UTF-8. Trình soạn thảo cũ có khi lưu bằng "
        + "TCVN3, VNI, Windows-1258 hoặc UTF-16. Trong Notepad: Lưu thành…, mục Mã hóa chọn UTF-8.",
      wrongExample: "(tệp lưu bằng \"Unicode\" hoặc \"ANSI\")",
      rightExample: "(tệp lưu bằng \"UTF-8\")"),
    CatalogueEntry(
      code: "CP002", title: "tệp có byte 0",
      explanation: "Tệp văn bản không có byte 0. Thường là chọn nhầm tệp .docx, .xlsx, hoặc tệp bị "
        + "hỏng khi sao chép.",
      wrongExample: "thidua chạy quy-che.docx",
      rightExample: "thidua chạy quy-che.thidua"),
    CatalogueEntry(
      code: "CP003", title: "ký tự trông giống ký tự khác hoặc không nhìn thấy",
      explanation: "Khi chép từ web, PDF hoặc máy quét, có ký tự trông như chữ Việt nhưng là chữ "
        + "Kirin, chữ Hy Lạp, chữ ð của Iceland, hoặc ký tự rộng bằng không. Máy chỉ ra ký tự đó và "
        + "ký tự nên gõ thay.",
      wrongExample: "tổng điểm của tập thể = \u{F0}iểm thưởng",
      rightExample: "tổng điểm của tập thể = điểm thưởng"),
  ]
}
