// Columns a text takes in a terminal. In: text. Out: a count of columns.
// Invariant: NFC and NFD of the same text have the same width; the widest scalar of a letter
// counts, so that emoji built of many scalars are 2 wide. `wcwidth` needs a locale and a C shim.

extension VietnameseText {
  /// Columns of a text in a terminal: marks 0, most letters 1, CJK and emoji 2, controls 0.
  public static func displayWidth(_ text: String) -> Int {
    var width = 0
    for character in text { width += displayWidth(character) }
    return width
  }

  /// Columns of one letter.
  public static func displayWidth(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the coloured, double-width picture of the sign before it.
      width = max(width, scalar.value == 0xFE0F ? 2 : displayWidth(scalar))
    }
    return width
  }

  /// The text padded with spaces to `width` columns; longer texts stay whole.
  public static func padded(_ text: String, to width: Int, alignRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return alignRight ? spaces + text : text + spaces
  }

  private static func displayWidth(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 {
      let isControl = value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD
      return isControl ? 0 : 1
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
      0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
