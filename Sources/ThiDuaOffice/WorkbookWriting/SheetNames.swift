// Names of sheets as Excel takes them. In: what a sheet is about. Out: a name of 1 to 31 letters without
// `[ ] : * ? / \`, unlike every name before whatever the case. Used by the workbook writer.

import ThiDuaText

struct SheetNames {
  private static let limit = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
  private var taken: Set<String> = []

  /// The name for a sheet, `Trang` when nothing is left of it; `ending` stays when it is too long.
  mutating func name(for wanted: String, ending: String = "") -> String {
    var letters = wanted.map { character -> Character in
      Self.forbidden.contains(character) || character.isNewline || Self.isControl(character)
        ? " " : character
    }[...]
    func isEdge(_ character: Character) -> Bool { character == " " || character == "'" }
    while letters.first.map(isEdge) == true { letters.removeFirst() }
    while letters.last.map(isEdge) == true { letters.removeLast() }
    // Excel keeps this name for itself.
    let base = String(letters).lowercased() == "history" ? "Trang History" : String(letters)
    for number in 1... {
      let tail = ending + (number == 1 ? "" : " (\(number))")
      let name = Self.cut(base.isEmpty ? "Trang" : base, to: Self.limit - tail.utf16.count) + tail
      if taken.insert(VietnameseText.normalized(name).lowercased()).inserted { return name }
    }
    return base
  }

  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF
    }
  }

  /// The first letters, whole words where one ends late enough.
  private static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var result = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      if length > limit { break }
      result.append(character)
    }
    if let space = result.lastIndex(of: " "), result[..<space].utf16.count * 2 > limit {
      result = String(result[..<space])
    }
    while result.last == " " || result.last == "'" { result.removeLast() }
    return result
  }
}
