// A document's template that comes with the program. In: nothing. Out: its name, its text, the name of its file for
// offices that want their own copy. The texts stand in PaperTexts.swift. Used by `lập` and `mẫu-văn-bản`.

import ThiDuaSyntax
import ThiDuaText

public struct PaperText: Sendable {
  /// `tờ trình`.
  public let name: String
  /// `to-trinh.mau`.
  public let file: String
  public let text: String

  init(_ name: String, file: String, _ text: String) {
    self.name = name
    self.file = file
    self.text = text
  }

  /// What it is for: the rest of the first line.
  public var summary: String {
    let line = text.prefix { !$0.isNewline }
    guard let colon = line.firstIndex(of: ":") else { return "" }
    return String(line[colon...].dropFirst(2))
  }

  /// nil: no template has this name.
  public static func named(_ name: String) -> PaperText? {
    let key = VietnameseText.lookupKey(name)
    return all.first { VietnameseText.lookupKey($0.name) == key }
  }
}
