// One line, or a pasted block, from a person at a terminal. In: a prompt and the phrases TAB knows. Out:
// normalised text. Invariant: readline is touched nowhere else; there is one editor a process. Used by
// the dialogue only.

import CReadline
import Glibc
import ThiDua

/// GNU readline for Vietnamese.
final class LineEditor {
  enum Input: Equatable {
    /// Text without its last newline; a paste may hold several lines.
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
  }

  /// Readline calls back without context.
  nonisolated(unsafe) private static var phrases: (String) -> [String] = { _ in [] }

  private let historyFile: String?

  /// `phrases` is asked at every TAB. Entries are kept in `historyFile`; nil: for this call only.
  init(historyFile: String?, phrases: @escaping (String) -> [String]) {
    self.historyFile = historyFile
    LineEditor.phrases = phrases
    td_readline_prepare { line, cursor in
      LineEditor.complete(line, Int(cursor))
    }
    if let historyFile { _ = td_history_load(historyFile) }
  }

  /// Asks for one line.
  func read(prompt: String) -> Input {
    var line: UnsafeMutablePointer<CChar>?
    let status = td_readline(prompt, &line)
    defer { free(line) }
    if status == TD_INTERRUPTED { return .interrupted }
    guard status == TD_LINE, let line else { return .end }
    return .line(VietnameseText.normalized(String(cString: line)))
  }

  /// Keeps an entry, which may have several lines, for the arrow keys and the next start.
  func remember(_ entry: String) {
    guard entry.contains(where: { !$0.isWhitespace }) else { return }
    _ = td_history_add(entry, historyFile)
  }

  /// NUL-terminated texts, the completed line first; see `td_completer`.
  private static func complete(
    _ line: UnsafePointer<CChar>?, _ cursor: Int
  ) -> UnsafeMutablePointer<CChar>? {
    guard let line else { return nil }
    let typed = UnsafeRawBufferPointer(start: line, count: cursor)
    let text = String(decoding: typed, as: UTF8.self)
    guard let completion = Completion(text, among: phrases(text)) else { return nil }
    var block: [UInt8] = []
    for text in [completion.line] + completion.candidates {
      block.append(contentsOf: text.utf8)
      block.append(0)
    }
    block.append(0)
    let answer = malloc(block.count)?.bindMemory(to: CChar.self, capacity: block.count)
    if let answer { memcpy(answer, block, block.count) }
    return answer
  }
}

extension LineEditor {
  /// Where entries are kept between calls: `THIDUA_LICH_SU`, else the user's state folder.
  static func usualHistoryFile() -> String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let file = variable("THIDUA_LICH_SU") { return file }
    let base = variable("XDG_STATE_HOME") ?? variable("HOME").map { $0 + "/.local/state" }
    guard let base else { return nil }
    let folder = base + "/thidua"
    // What people type may name people: for their eyes only.
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
    return folder + "/lich-su"
  }
}
