// Tables on the terminal. In: titles and cells as text. Out: lines with a frame, columns aligned by
// display width. Invariant: no cell can break the frame or reach the terminal as a control code.
// Used by the façade only.

import ThiDuaText

/// A table of texts.
struct TableText {
  struct Column {
    var title: String
    /// Numbers stand to the right.
    var isNumeric: Bool
    var cells: [String] = []
  }

  var columns: [Column]

  /// The table with its frame, one newline after every line. On a screen of `limit` columns texts are
  /// broken between words, as far as that helps.
  func rendered(limit: Int? = nil) -> String {
    let shown = columns.map { column in
      (title: clean(column.title), isNumeric: column.isNumeric, cells: column.cells.map(clean))
    }
    var widths = shown.map { column in
      column.cells.reduce(VietnameseText.displayWidth(column.title)) {
        max($0, VietnameseText.displayWidth($1))
      }
    }
    var isBroken = false
    if let limit, TableText.total(widths) > limit {
      isBroken = true
      // Titles are broken before cells are.
      for width in [VietnameseText.displayWidth, TableText.longestWord] {
        let least = shown.map { column in
          column.cells.reduce(TableText.longestWord(column.title)) { max($0, width($1)) }
        }
        TableText.narrow(&widths, to: limit, least: least)
      }
    }
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
        + "\n"
    }
    func line(_ cells: [String]) -> String {
      var text = "│"
      for (index, cell) in cells.enumerated() {
        let padded = VietnameseText.padded(
          cell, to: widths[index], alignRight: shown[index].isNumeric)
        text += " \(padded) │"
      }
      return text + "\n"
    }
    func row(_ cells: [String]) -> String {
      if !isBroken { return line(cells) }
      let broken = zip(cells, widths).map { TableText.broken($0, to: $1) }
      let height = broken.map(\.count).max() ?? 1
      return (0..<height).map { index in
        line(broken.map { index < $0.count ? $0[index] : "" })
      }.joined()
    }
    var text = rule("┌", "┬", "┐") + row(shown.map(\.title)) + rule("├", "┼", "┤")
    for index in 0..<(shown.first?.cells.count ?? 0) { text += row(shown.map { $0.cells[index] }) }
    return text + rule("└", "┴", "┘")
  }

  // MARK: Narrow screens

  /// Columns of the screen that a frame of these widths takes.
  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(1) { $0 + $1 + 3 }
  }

  /// Takes from the widest column that can give, until the table fits or none can.
  private static func narrow(_ widths: inout [Int], to limit: Int, least: [Int]) {
    while total(widths) > limit {
      let givers = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = givers.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  private static func longestWord(_ text: String) -> Int {
    text.split(separator: " ").reduce(0) { max($0, VietnameseText.displayWidth(String($1))) }
  }

  /// The text in lines no wider than `width`, broken between words.
  private static func broken(_ text: String, to width: Int) -> [String] {
    if VietnameseText.displayWidth(text) <= width { return [text] }
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      let longer = current.isEmpty ? String(word) : "\(current) \(word)"
      if current.isEmpty || VietnameseText.displayWidth(longer) <= width {
        current = longer
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return lines + [current]
  }

  private func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) && !text.utf8.contains(0xC2) {
      return text
    }
    let joined = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return Wording.visible(joined, limit: joined.count)
  }
}
