// A document as plain text. In: a document. Out: its words, a line a paragraph, cells between bars.
// Invariant: shows everything a reader sees but the looks, so a golden file of it can be reviewed. Used by
// tests and by whoever shows a document in a terminal.

extension Document {
  /// `# ` before what is centred and bold, `| a | b |` for rows, `---` for a page break or a section.
  public var plainText: String {
    var lines: [String] = []
    for (index, section) in sections.enumerated() {
      if index > 0 {
        lines.append(section.page.isLandscape ? "--- trang ngang ---" : "--- trang dọc ---")
      }
      for block in section.blocks {
        switch block {
        case .paragraph(let paragraph): lines += paragraph.plainLines
        case .table(let table): lines += table.rows.map(\.plainText)
        case .pageBreak: lines.append("--- sang trang ---")
        }
      }
    }
    return lines.reduce("") { $0 + $1 + "\n" }
  }
}

extension Document.Paragraph {
  fileprivate var plainLines: [String] {
    let isHeading =
      style.alignment == .centre && !runs.isEmpty && runs.allSatisfy(\.format.isBold)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      isHeading && !$0.isEmpty ? "# " + $0 : String($0)
    }
  }
}

extension Document.Row {
  fileprivate var plainText: String {
    cells.reduce("|") { line, cell in
      let words = cell.paragraphs.map(\.text).filter { !$0.isEmpty }.joined(separator: " / ")
      let shown = words.split(separator: "\n").joined(separator: " / ")
      return line + (shown.isEmpty ? " " : " " + shown + " ")
        + String(repeating: "|", count: cell.span)
    }
  }
}
