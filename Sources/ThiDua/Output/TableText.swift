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

  /// The table with its frame, one newline after every line.
  func rendered() -> String {
    let shown = columns.map { column in
      (title: clean(column.title), isNumeric: column.isNumeric, cells: column.cells.map(clean))
    }
    let widths = shown.map { column in
      column.cells.reduce(VietnameseText.displayWidth(column.title)) {
        max($0, VietnameseText.displayWidth($1))
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
    var text = rule("┌", "┬", "┐") + line(shown.map(\.title)) + rule("├", "┼", "┤")
    for row in 0..<(shown.first?.cells.count ?? 0) { text += line(shown.map { $0.cells[row] }) }
    return text + rule("└", "┴", "┘")
  }

  private func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) && !text.utf8.contains(0xC2) {
      return text
    }
    let joined = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return Wording.visible(joined, limit: joined.count)
  }
}
