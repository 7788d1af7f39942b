// What was typed at the console. In: text. Out: entries the workbench keeps, and the few commands that are not
// of the language. Used by the workbench and the script loader.

import ThiDuaSyntax
import ThiDuaText

/// Text somebody typed, under the name its findings show.
struct TypedEntry: Sendable {
  var text: String
  /// `dòng gõ 3`
  var name: String
  /// Declares something: it belongs to the program and not to its actions.
  var declares: Bool

  /// The text with `thay thế` before the declarations that begin at these bytes.
  func replacing(at starts: [Int]) -> String {
    var bytes = Array(text.utf8)
    for start in starts.sorted(by: >) where start <= bytes.count {
      bytes.insert(contentsOf: Array((Amendment.Change.replace.rawValue + " ").utf8), at: start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Words for the session itself; every one may be typed without accents.
public enum ConsoleCommand: Sendable, Equatable {
  case undo
  case redo
  /// The path as written; nil when it was left out.
  case save(String?)
  /// The phrase asked about; nil for help in general.
  case help(String?)
  case leave

  /// What the words are, for completion.
  public static let phrases = meanings.map(\.phrase)

  private static let meanings: [(phrase: String, meaning: String, example: String)] = [
    ("hoàn tác", "lùi lại một khai báo hay thay đổi đã gõ", "hoàn tác"),
    ("làm lại", "đưa trở về điều vừa hoàn tác", "làm lại"),
    (
      "lưu thành", "ghi phiên làm việc thành một kịch bản cạnh kịch bản đang mở",
      "lưu thành \"phien-hop.thidua\""
    ),
    ("trợ giúp", "giải thích một từ, một hàm hay một tên", "trợ giúp xếp loại"),
    ("thoát", "kết thúc phiên làm việc", "thoát"),
  ]

  /// What a command does; nil for any other phrase.
  static func explanation(of phrase: String) -> String? {
    let key = VietnameseText.lookupKey(phrase)
    guard let found = meanings.first(where: { VietnameseText.lookupKey($0.phrase) == key }) else {
      return nil
    }
    return """
      \(found.phrase): \(found.meaning).
      Việc của phiên làm việc này, không viết trong kịch bản.

      Ví dụ:
        \(found.example)

      """
  }

  /// nil: the text is for the language.
  init?(_ text: String) {
    let line = VietnameseText.words(text).joined(separator: " ")
    func rest(after phrase: String) -> String? {
      let words = phrase.split(separator: " ").count
      let parts = line.split(separator: " ", maxSplits: words)
      let key = VietnameseText.lookupKey(parts.prefix(words).joined(separator: " "))
      let wanted = VietnameseText.lookupKey(phrase)
      guard key == wanted || key == VietnameseText.unaccented(wanted) else { return nil }
      return parts.count > words ? String(parts[words]) : ""
    }
    if let rest = rest(after: "hoàn tác"), rest.isEmpty {
      self = .undo
    } else if let rest = rest(after: "làm lại"), rest.isEmpty {
      self = .redo
    } else if let rest = rest(after: "thoát"), rest.isEmpty {
      self = .leave
    } else if let rest = rest(after: "lưu thành") {
      let path = rest.filter { !"\"“”".contains($0) }
      self = .save(path.isEmpty ? nil : path)
    } else if let rest = rest(after: "trợ giúp") {
      self = .help(rest.isEmpty ? nil : rest)
    } else {
      return nil
    }
  }
}
