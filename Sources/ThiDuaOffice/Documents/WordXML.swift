// WordprocessingML as bytes. In: blocks of a document. Out: the elements `w:p` and `w:tbl` that show them.
// Invariant: what is written is well-formed whatever the texts hold; children stand in the order the schema
// asks for; looks are written out, so the elements look the same under anyone's styles. Used by DocxWriter
// and by the templates made in Word.

/// XML being written.
struct WordXML {
  private(set) var bytes: [UInt8] = []
  /// ISO's strict form says start and end where everybody else says left and right.
  var isStrict = false
  private var left: String { isStrict ? "start" : "left" }
  private var right: String { isStrict ? "end" : "right" }

  init() {}

  /// Markup as it stands.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }
  mutating func raw(_ markup: ArraySlice<UInt8>) { bytes.append(contentsOf: markup) }

  /// Text between tags or in an attribute; what XML cannot hold is left out.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x09, 0x0A, 0x0D: bytes.append(UInt8(scalar.value))
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  // MARK: Runs

  /// What a run holds: the text, its line feeds as breaks and its tabs as tabs.
  mutating func runContent(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { raw("<w:br/>") }
      for (index, piece) in line.split(separator: "\t", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { raw("<w:tab/>") }
        if piece.isEmpty { continue }
        raw("<w:t xml:space=\"preserve\">")
        self.text(String(piece))
        raw("</w:t>")
      }
    }
  }

  mutating func run(_ run: Document.Run) {
    let format = run.format
    raw("<w:r>")
    if format != Document.RunFormat() {
      raw("<w:rPr>")
      if format.isBold { raw("<w:b/><w:bCs/>") }
      if format.isItalic { raw("<w:i/><w:iCs/>") }
      if let size = format.size { raw("<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>") }
      if format.isUnderlined { raw("<w:u w:val=\"single\"/>") }
      if format.isSuperscript { raw("<w:vertAlign w:val=\"superscript\"/>") }
      raw("</w:rPr>")
    }
    runContent(run.text)
    raw("</w:r>")
  }

  // MARK: Paragraphs

  /// `section` is the `w:sectPr` of the section this paragraph ends.
  mutating func paragraph(
    _ paragraph: Document.Paragraph, beginsPage: Bool = false, section: String = ""
  ) {
    let style = paragraph.style
    raw("<w:p><w:pPr>")
    if style.keepsWithNext { raw("<w:keepNext/>") }
    if beginsPage { raw("<w:pageBreakBefore/>") }
    if style.hasRule {
      raw("<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>")
    }
    raw("<w:spacing w:before=\"\(style.before)\" w:after=\"\(style.after)\"")
    switch style.line {
    case .multiple(let hundredths):
      raw(" w:line=\"\(hundredths * 240 / 100)\" w:lineRule=\"auto\"/>")
    case .exact(let twips): raw(" w:line=\"\(twips)\" w:lineRule=\"exact\"/>")
    case .atLeast(let twips): raw(" w:line=\"\(twips)\" w:lineRule=\"atLeast\"/>")
    }
    raw("<w:ind w:\(left)=\"\(style.left)\" w:\(right)=\"\(style.right)\"")
    raw(
      style.firstLine < 0
        ? " w:hanging=\"\(-style.firstLine)\"/>" : " w:firstLine=\"\(style.firstLine)\"/>")
    raw("<w:jc w:val=\"\(word(style.alignment))\"/>")
    raw(section)
    raw("</w:pPr>")
    for run in paragraph.runs { self.run(run) }
    raw("</w:p>")
  }

  /// A paragraph nobody sees, where the format wants one: between two tables, after the last.
  mutating func unseenParagraph(beginsPage: Bool = false, section: String = "") {
    paragraph(
      Document.Paragraph(style: .init(line: .exact(20))), beginsPage: beginsPage, section: section)
  }

  // MARK: Tables

  mutating func table(_ table: Document.Table) {
    let width = table.columns.reduce(0, +)
    raw(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
    )
    raw("<w:tblBorders>")
    for side in ["top", left, "bottom", right, "insideH", "insideV"] {
      raw(
        table.hasBorders
          ? "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
          : "<w:\(side) w:val=\"nil\"/>")
    }
    raw("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
    raw("<w:\(left) w:w=\"\(table.padding)\" w:type=\"dxa\"/>")
    raw("<w:\(right) w:w=\"\(table.padding)\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>")
    raw("<w:tblGrid>")
    for column in table.columns { raw("<w:gridCol w:w=\"\(column)\"/>") }
    raw("</w:tblGrid>")
    for (index, row) in table.rows.enumerated() {
      raw("<w:tr><w:trPr><w:cantSplit/>")
      if index < table.headerRows { raw("<w:tblHeader/>") }
      raw("</w:trPr>")
      var first = 0
      for cell in row.cells {
        let end = min(first + max(1, cell.span), table.columns.count)
        let width = first < end ? table.columns[first..<end].reduce(0, +) : 0
        self.cell(cell, width: width)
        first = end
      }
      raw("</w:tr>")
    }
    raw("</w:tbl>")
  }

  private mutating func cell(_ cell: Document.Cell, width: Int) {
    raw("<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>")
    if cell.span > 1 { raw("<w:gridSpan w:val=\"\(cell.span)\"/>") }
    switch cell.merge {
    case .none: break
    case .begins: raw("<w:vMerge w:val=\"restart\"/>")
    case .goesOn: raw("<w:vMerge/>")
    }
    if cell.isCentredVertically { raw("<w:vAlign w:val=\"center\"/>") }
    raw("</w:tcPr>")
    for paragraph in cell.paragraphs { self.paragraph(paragraph) }
    // A cell without a paragraph is no cell.
    if cell.paragraphs.isEmpty { raw("<w:p/>") }
    raw("</w:tc>")
  }

  // MARK: Blocks

  /// Blocks in order; a page break is the next block's.
  mutating func blocks(_ blocks: some Collection<Document.Block>, section: String = "") {
    var beginsPage = false
    var followsTable = false
    for (index, block) in blocks.enumerated() {
      let isLast = index == blocks.count - 1
      switch block {
      case .pageBreak:
        // A break after a break would be an empty page nobody meant.
        beginsPage = true
        continue
      case .paragraph(let paragraph):
        var paragraph = paragraph
        // Words do not touch the rule of a table above them.
        if followsTable { paragraph.style.before = max(paragraph.style.before, 120) }
        self.paragraph(paragraph, beginsPage: beginsPage, section: isLast ? section : "")
        if isLast, !section.isEmpty { return }
        followsTable = false
      case .table(let table):
        if followsTable || beginsPage { unseenParagraph(beginsPage: beginsPage) }
        self.table(table)
        followsTable = true
      }
      beginsPage = false
    }
    if beginsPage || followsTable || !section.isEmpty {
      unseenParagraph(beginsPage: beginsPage, section: section)
    }
  }

  private func word(_ alignment: Document.Alignment) -> String {
    switch alignment {
    case .left: left
    case .centre: "center"
    case .right: right
    case .justified: "both"
    }
  }
}
