// How wide the columns of a document's table are. In: what stands in the cells and the width of the page's text.
// Out: widths in twips that sum to it, and the size of the letters. Invariant: no word is broken as long as
// smaller letters help; what is left over goes to the columns with the longest texts.

import ThiDuaOffice
import ThiDuaText

struct TableFit {
  let widths: [Int]
  /// Half points.
  let size: Int

  private static let smallest = 18
  /// Inside a cell beside its text, on both sides together.
  private static let padding = 200

  init(titles: [String], rows: [[String]], width: Int, size: Int) {
    var size = size
    var least = Self.least(titles, rows, size)
    while least.reduce(0, +) > width, size > Self.smallest {
      size -= 2
      least = Self.least(titles, rows, size)
    }
    self.size = size
    let wished = titles.indices.map { column in
      rows.reduce(least[column]) { max($0, Self.twips($1[column], size)) }
    }
    let room = width - least.reduce(0, +)
    let wants = zip(wished, least).map { $0 - $1 }
    let total = wants.reduce(0, +)
    var given = least
    if room >= total {
      // Everything on one line: the rest is shared by what stands there.
      given = wished
      let shares = Document.Page.divide(width - wished.reduce(0, +), by: wished)
      given = zip(given, shares).map { $0 + $1 }
    } else if room > 0 {
      given = zip(least, Document.Page.divide(room, by: wants)).map { $0 + $1 }
    } else {
      given = Document.Page.divide(width, by: least)
    }
    widths = given
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

  /// Half an em a letter, capitals two thirds.
  private static func twips(_ text: String, _ size: Int) -> Int {
    let capitals = text.filter(\.isUppercase).count
    return (VietnameseText.displayWidth(text) * 5 + capitals * 2) * size + padding
  }
}
