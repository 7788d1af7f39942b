// How wide the columns of a document's table are. In: what stands in the cells and the width of the page's text.
// Out: widths in twips that sum to it, and the size of the letters. Invariant: no word is broken as long as
// smaller letters help; what is left over goes to the columns with the longest texts.

import ThiDuaOffice
import ThiDuaText

struct TableFit {
  let widths: [Int]
  /// Half points.
  let size: Int

  private static let smallest = 20
  /// Lines a cell may take before smaller letters are tried.
  private static let mostLines = 4
  /// Inside a cell beside its text, on both sides together.
  private static let padding = 180

  init(titles: [String], rows: [[String]], width: Int, size: Int) {
    var fitted = Self.fitted(titles, rows, width, size)
    var size = size
    while size > Self.smallest, fitted.isBroken || fitted.lines > Self.mostLines {
      size -= 2
      fitted = Self.fitted(titles, rows, width, size)
    }
    self.size = size
    widths = fitted.widths
  }

  /// The widths at one size; whether words are broken; how many lines the tallest cell takes.
  private static func fitted(
    _ titles: [String], _ rows: [[String]], _ width: Int, _ size: Int
  ) -> (widths: [Int], isBroken: Bool, lines: Int) {
    let least = least(titles, rows, size)
    // A title may take two lines.
    let wished = titles.indices.map { column in
      rows.reduce(max(least[column], twips(titles[column], size) * 6 / 10)) {
        max($0, twips($1[column], size))
      }
    }
    let room = width - least.reduce(0, +)
    let wants = zip(wished, least).map { $0 - $1 }
    let widths: [Int]
    if room < 0 {
      widths = Document.Page.divide(width, by: least)
    } else if room >= wants.reduce(0, +) {
      // Everything on one line: the rest is shared by what stands there.
      let rest = Document.Page.divide(width - wished.reduce(0, +), by: wished)
      widths = zip(wished, rest).map { $0 + $1 }
    } else {
      widths = zip(least, Document.Page.divide(room, by: wants)).map { $0 + $1 }
    }
    let lines = zip(wished, widths).map { wish, width in
      (wish - padding + width - padding - 1) / max(1, width - padding)
    }
    return (widths, room < 0, lines.max() ?? 1)
  }

  /// Columns wide enough for their longest word.
  private static func least(_ titles: [String], _ rows: [[String]], _ size: Int) -> [Int] {
    titles.indices.map { column in
      let head = longestWord(titles[column], size) * 11 / 10
      return rows.reduce(head) { max($0, longestWord($1[column], size)) }
    }
  }

  private static func longestWord(_ text: String, _ size: Int) -> Int {
    text.split(separator: " ").reduce(padding) { max($0, twips(String($1), size)) }
  }

  /// Half an em a letter, more for capitals and the widest ones.
  private static func twips(_ text: String, _ size: Int) -> Int {
    let capitals = text.filter(\.isUppercase).count
    let widest = text.filter { "mwMW%".contains($0) }.count
    return (VietnameseText.displayWidth(text) * 5 + capitals * 2 + widest * 3) * size + padding
  }
}
