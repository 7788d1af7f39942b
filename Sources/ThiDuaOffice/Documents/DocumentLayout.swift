// The two official layouts. In: nothing but which one. Out: margins, letter sizes, paragraph styles. Source:
// Nghị định 30/2020/NĐ-CP for the State, the Party's guide 05-HD/VPTW (27/5/2026) under Quy định 399-QĐ/TW
// for the Party. Invariant: every measure of a built-in document stands here or in the files beside. Used by
// the text templates and the façade.

/// Whose rules of form a document follows.
public enum DocumentLayout: Hashable, Sendable, CaseIterable {
  /// `thể thức Đảng`.
  case party
  /// `thể thức Nhà nước`.
  case state
}

extension DocumentLayout {
  /// A4, upright.
  public var page: Document.Page {
    Document.Page(
      top: Document.Page.twips(millimetres: 20), bottom: Document.Page.twips(millimetres: 20),
      left: Document.Page.twips(millimetres: 30), right: Document.Page.twips(millimetres: 15),
      header: Document.Page.twips(millimetres: 10))
  }

  /// Half points of the body's letters.
  public var size: Int { 28 }

  /// A paragraph of the body.
  public var body: Document.ParagraphStyle {
    switch self {
    case .party: .init(.justified, firstLine: 567, before: 60, after: 60, line: .exact(370))
    case .state: .init(.justified, firstLine: 720, before: 60, after: 60, line: .multiple(105))
    }
  }

  /// A line that stands in the middle, such as the type of a document.
  public var centred: Document.ParagraphStyle {
    .init(.centre, before: 60, after: 60, keepsWithNext: true)
  }

  /// A paragraph in a cell of a table.
  public func cell(_ alignment: Document.Alignment) -> Document.ParagraphStyle {
    .init(alignment, before: 40, after: 40)
  }

  /// Half points of letters in tables.
  public var tableSize: Int { 26 }

  /// The type's letters.
  var typeSize: Int { self == .party ? 32 : 28 }

  /// What ends the body: the State's documents end with `./.`.
  public func ended(_ text: String) -> String {
    switch self {
    case .party: text
    case .state: text.hasSuffix(".") && !text.hasSuffix("./.") ? text + "/." : text
    }
  }

  /// A document's number: `Số 05-KH/BTCTU`, `Số: 05/KH-BTCTU`. `symbol` is written either way; a missing
  /// number is a place to fill in.
  public func number(_ number: String, symbol: String) -> String {
    let digits = number.isEmpty ? DocumentLayout.blank : DocumentLayout.padded(number)
    let parts = symbol.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "/" || $0 == "-" || $0 == "–"
    }
    let type = parts.first.map(String.init) ?? ""
    let body = parts.count > 1 ? String(parts[1]) : ""
    switch self {
    case .party:
      return "Số \(digits)" + (type.isEmpty ? "" : "-" + type) + (body.isEmpty ? "" : "/" + body)
    case .state:
      return "Số: \(digits)" + (type.isEmpty ? "" : "/" + type) + (body.isEmpty ? "" : "-" + body)
    }
  }

  /// In whose name one signs: `T/M HỘI ĐỒNG` and `TM. HỘI ĐỒNG` are the same, each in its layout.
  public func capacity(_ text: String) -> String {
    let words = text.uppercased().split(separator: " ", maxSplits: 1)
    guard let first = words.first else { return "" }
    let letters = first.filter { $0 != "/" && $0 != "." }
    guard letters != first, ["TM", "KT", "TL"].contains(letters) else { return text.uppercased() }
    let party = letters.prefix(1) + "/" + letters.suffix(1)
    return ([self == .party ? party : letters + "."] + words.dropFirst()).joined(separator: " ")
  }

  /// A place to fill in by hand.
  public static let blank = "……"
  /// A whole date to fill in by hand.
  public static let blankDate = "ngày \(blank) tháng \(blank) năm \(blank)"

  /// A single digit with a zero before it, as documents write counts, numbers and days; any other text as it is.
  public static func padded(_ text: String) -> String {
    text.utf8.count == 1 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "0" + text : text
  }
}
