// Texts as a workbook may hold them. In: any text. Out: text that XML and Excel take, and its length as Excel
// counts it. Invariant: what Excel would decode (`_x0041_`) or XML cannot hold never changes what the
// reader of the cell sees; line ends become the one kind a cell has. Used by the workbook writer.

import ThiDuaText

enum CellText {
  /// Letters a cell holds, counted as Excel counts them.
  static let limit = 32_767

  /// The text as it goes to the library, which escapes the other controls and the markup.
  static func safe(_ text: String) -> String {
    var text = text
    return text.withUTF8(isPlain) ? text : cleaned(text)
  }

  /// Whether typing the text would give something else: `=1+1`, `+84`, `007`, `1/2`, `(5)`, `TRUE`. Texts that an
  /// old Excel would show as ##### in such a cell are left alone.
  static func needsTextFormat(_ text: String) -> Bool {
    guard text.utf8.count <= 255, let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return truths.contains(text)
    }
  }

  private static let truths: Set<String> = ["TRUE", "FALSE", "true", "false"]

  static func length(_ text: String) -> Int {
    text.utf8.count <= limit ? text.utf8.count : text.utf16.count
  }

  /// True when nothing has to be looked at twice.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      // 0xEF begins U+FFFE and U+FFFF.
      if byte == 0 || byte == 0x0D || byte == 0xEF { return false }
      if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { return false }
      previous = byte
    }
    return true
  }

  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      case 0x0D:
        if place + 1 == scalars.count || scalars[place + 1] != "\n" { result.append("\n") }
      case 0x5F where isEscape(scalars[place...]):
        result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `_x0041_` at the beginning.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = Array(scalars.prefix(7))
    return head.count == 7 && head[1] == "x" && head[6] == "_"
      && head[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
