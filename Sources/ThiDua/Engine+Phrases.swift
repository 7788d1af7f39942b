// What a word of the language means. In: a phrase. Out: text for people: meaning, where it may stand, an
// example. Invariant: everything comes from the tables of words and of functions. Used by
// `thidua giải-thích` and `trợ giúp`.
//
//   Engine.explanation(of: "được tính")
//   Engine.explanation(of: "Làm tròn")

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Engine {
  /// What a word of the language or a built-in function means, with an example; nil for any other phrase.
  /// A word that plays several parts has all of them explained.
  public static func explanation(of phrase: String) -> String? {
    let texts = Keyword.named(phrase).map(text) + FunctionHelp.named(phrase).map(text)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// Every phrase `explanation(of:)` knows, for completion and suggestions.
  public static let explainedPhrases: [String] = {
    var seen: Set<String> = []
    let phrases = Keyword.all.map(\.text) + FunctionHelp.all.map(\.name)
    return phrases.filter { seen.insert($0).inserted }
  }()

  private static func text(_ keyword: Keyword) -> String {
    """
    \(keyword.text): \(sentence(keyword.meaning))
    \(standing(keyword))

    Ví dụ:
    \(indented(keyword.example))

    """
  }

  private static func text(_ function: FunctionHelp) -> String {
    """
    \(function.form): \(sentence(function.meaning))
    Hàm có sẵn, dùng trong mọi biểu thức.

    Ví dụ:
      \(function.example)\(function.result.map { "   → \($0)" } ?? "")

    """
  }

  /// Where a word may stand, and what ends what it opens.
  private static func standing(_ keyword: Keyword) -> String {
    let places = keyword.places.map(\.rawValue).joined(separator: "; ")
    switch keyword.role {
    case .head:
      let end =
        switch keyword.block {
        case .none: ""
        case .rules: " Các dòng bên trong viết thụt vào; khối tự kết thúc ở lệnh tiếp theo."
        case .attributes, .enclosed: " Khối kết thúc bằng dòng \"\(Head.end.rawValue)\"."
        }
      return "Mở đầu một lệnh; viết ở: \(places).\(end)"
    case .line: return "Mở đầu một dòng trong khối: \(places)."
    case .clause: return "Một vế của dòng, viết sau dấu phẩy."
    case .reserved: return "Từ dành riêng: tên có từ này thì đặt trong nháy đơn."
    case .connector: return "Từ nối, chỉ dành riêng trong câu lệnh dùng đến nó."
    case .comparison: return "Từ so sánh, viết sau giá trị được so sánh."
    case .literal: return "Là giá trị khi đứng một mình; đứng trong một tên thì là chữ của tên."
    case .unit: return "Đơn vị tính; thêm đơn vị khác bằng lệnh \"\(Head.units.rawValue)\"."
    }
  }

  /// The tables mark words with backticks, for the documentation, and end without a period.
  private static func sentence(_ meaning: String) -> String {
    String(meaning.map { $0 == "`" ? "\"" : $0 }) + (meaning.hasSuffix("…") ? "" : ".")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }
}
