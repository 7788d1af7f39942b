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

  /// What the words are, for completion and help.
  public static let phrases = ["hoàn tác", "làm lại", "lưu thành", "trợ giúp", "thoát"]

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
