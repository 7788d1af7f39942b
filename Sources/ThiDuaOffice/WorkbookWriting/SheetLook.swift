// How the office's sheets look: sober, black on white, Times New Roman, lines around the cells. In: texts and
// their widths. Out: styles and measures. Widths are in letters of the common size, heights in points. Used
// by whoever writes a workbook, so that all of them look alike.

import ThiDuaText

enum SheetLook {
  static let headerColor: UInt32 = 0xDDE6F0
  static let groupColor: UInt32 = 0xF1F4F8
  static let barColor: UInt32 = 0x9DC3E6
  static let inkColor: UInt32 = 0x1F4E79
  /// For what is told besides: bases, rules, notes.
  static let quietColor: UInt32 = 0x595959
  static let warningColor: UInt32 = 0x9C2F00

  static let body = CellStyle().with { $0.hasBorder = true }
  static let header = body.with {
    $0.isBold = true
    $0.alignment = .center
    $0.wraps = true
    $0.background = headerColor
  }
  static let title = CellStyle().with {
    $0.isBold = true
    $0.size = 16
    $0.alignment = .center
    $0.wraps = true
  }
  static let subtitle = CellStyle().with {
    $0.isBold = true
    $0.size = 13
    $0.alignment = .center
    $0.wraps = true
  }
  static let heading = CellStyle().with {
    $0.isBold = true
    $0.size = 13
    $0.color = inkColor
  }

  static let lineHeight = 16.5
  /// Widths count digits, and letters are a little narrower.
  private static let lettersPerWidth = 1.08
  private static let narrowest = 7.0
  private static let widest = 60.0

  /// Letters of the longest line of a text.
  static func longestLine(_ text: String) -> Int {
    guard text.utf8.contains(0x0A) else { return VietnameseText.displayWidth(text) }
    return text.split(separator: "\n").map { VietnameseText.displayWidth(String($0)) }.max() ?? 0
  }

  /// A column's width: what its content needs, the header on a few lines, room for the filter's mark.
  static func width(title: String, content: Int) -> Double {
    let words = title.split(separator: " ").map { VietnameseText.displayWidth(String($0)) }
    let total = VietnameseText.displayWidth(title)
    let header = max(words.max() ?? 0, (total + 2) / 3, min(total, 12))
    return min(widest, max(narrowest, Double(max(content, header)) * 1.08 + 3))
  }

  /// Lines a text takes in a column so wide.
  static func lineCount(_ text: String, width: Double) -> Int {
    let width = max(1, Int(width * lettersPerWidth - 1))
    var text = text
    // A sheet of reasons asks a million times.
    if let count = text.withUTF8({ plainLineCount($0, width: width) }) { return count }
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
      count + lines(of: line, width: width)
    }
  }

  /// The same for text of letters one column wide, each a scalar; nil: there are others.
  private static func plainLineCount(_ bytes: UnsafeBufferPointer<UInt8>, width: Int) -> Int? {
    var (count, used, word) = (1, 0, 0)
    func endWord() {
      guard word > 0 else { return }
      if used > 0, used + 1 + word > width {
        count += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + word
      count += (used - 1) / width
      used = used > width ? used % width : used
      word = 0
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: " "): endWord()
      case UInt8(ascii: "\n"):
        endWord()
        (count, used) = (count + 1, 0)
      case 0x21...0x7E, 0xC3...0xCB, 0xE1: word += 1
      case 0x80...0xBF: continue
      // Signs such as – and … stand behind E2; marks, pictures, other scripts are looked at one by one.
      case 0xE2: word += 1
      default: return nil
      }
    }
    endWord()
    return count
  }

  /// As Excel wraps: at spaces, longer words anywhere.
  private static func lines(of line: Substring, width: Int) -> Int {
    var count = 1
    var used = 0
    for word in line.split(separator: " ") {
      let length = VietnameseText.displayWidth(String(word))
      if used > 0, used + 1 + length > width {
        count += 1
        used = 0
      }
      used += (used > 0 ? 1 : 0) + length
      count += (used - 1) / width
      used = used > width ? used % width : used
    }
    return count
  }

  /// The height of a row of cells over columns so wide.
  static func rowHeight(_ cells: [(text: String, width: Double)]) -> Double {
    let lines = cells.map { lineCount($0.text, width: $0.width) }.max() ?? 1
    return Double(max(1, lines)) * lineHeight + 2
  }

  /// The height of a header over columns so wide, filter marks left room for.
  static func headerHeight(_ cells: [(title: String, width: Double)]) -> Double {
    let lines = cells.map { lineCount($0.title, width: $0.width - 1) }.max() ?? 1
    return Double(max(1, lines)) * lineHeight + 6
  }
}
