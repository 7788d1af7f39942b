// What a cell's number means: Excel keeps dates and percentages as plain numbers and says so in the style.
// In: the styles part. Out: a meaning for every style, and its font when that is older than Unicode. Invariant:
// only the first section of a format counts, and letters inside quotes, brackets or after a backslash are no
// date letters (source: ECMA-376 part 1, 18.8.30). Used by the workbook reader.

/// How the number of a cell is meant.
enum NumberMeaning: Equatable {
  case plain
  case percent
  case date
  case dateTime
  /// A time of day.
  case time
  /// Hours that go on past 24.
  case duration
  /// A code of so many digits with zeros in front.
  case padded(Int)
}

/// Meanings by style index.
final class NumberFormats: XMLReceiver {
  private var custom: [Int: NumberMeaning] = [:]
  private var meanings: [NumberMeaning] = []
  private var isInCellFormats = false
  /// The fonts a style may name, nil those of Unicode.
  private var fonts: [OldFont?] = []
  private var isInFonts = false
  /// Old fonts by style index.
  private var oldFonts: [Int: OldFont] = [:]

  /// The meaning of a cell's style; what nobody defined is plain.
  subscript(_ style: Int) -> NumberMeaning {
    meanings.indices.contains(style) ? meanings[style] : .plain
  }

  /// The font of a cell's style when it is older than Unicode.
  func font(_ style: Int) -> OldFont? { oldFonts.isEmpty ? nil : oldFonts[style] }

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt" {
      guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") else {
        return
      }
      custom[id] = NumberFormats.meaning(ofCode: code)
    } else if name == "fonts" {
      isInFonts = true
    } else if isInFonts {
      if name == "font" {
        fonts.append(nil)
      } else if name == "name", !fonts.isEmpty, let called = attributes.text("val") {
        fonts[fonts.count - 1] = OldFont(old: called)
      }
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      let id = attributes.number("numFmtId") ?? 0
      let font = attributes.number("fontId") ?? 0
      if fonts.indices.contains(font), let old = fonts[font] { oldFonts[meanings.count] = old }
      meanings.append(custom[id] ?? NumberFormats.meaning(ofBuiltin: id))
    }
  }

  func ended(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false } else if name == "fonts" { isInFonts = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Formats Excel has without writing them down.
  private static func meaning(ofBuiltin id: Int) -> NumberMeaning {
    switch id {
    case 9, 10: .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 22: .dateTime
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 46: .duration
    default: .plain
    }
  }

  private static let longestPadding = 40

  static func meaning(ofCode code: String) -> NumberMeaning {
    var letters: [Character] = []
    var hasPercent = false
    var isDuration = false
    var rest = Substring(code)
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"":
        while let next = rest.popFirst(), next != "\"" {}
      case "\\", "_", "*":
        _ = rest.popFirst()
      case "[":
        var inside = ""
        while let next = rest.popFirst(), next != "]" { inside.append(next) }
        let elapsed: Set<Character> = ["h", "m", "s"]
        if !inside.isEmpty, inside.lowercased().allSatisfy(elapsed.contains) { isDuration = true }
      case "%": hasPercent = true
      default: letters.append(contentsOf: letter.lowercased())
      }
    }
    if isDuration { return .duration }
    if String(letters) != "general" {
      let showsTime = letters.contains("h") || letters.contains("s")
      if letters.contains("y") || letters.contains("d") { return showsTime ? .dateTime : .date }
      if showsTime { return .time }
      if letters.contains("m") { return .date }
    }
    if hasPercent { return .percent }
    if letters.count > 1, letters.count <= longestPadding, letters.allSatisfy({ $0 == "0" }) {
      return .padded(letters.count)
    }
    return .plain
  }
}
