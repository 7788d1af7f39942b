// Documents as Word files: every kind of block, well-formed whatever the texts hold, the same bytes each time.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

@Suite struct DocxWriterTests {
  private static let page = DocumentLayout.party.page

  private func parts(_ document: Document) throws -> [String: String] {
    let archive = try #require(ZipArchive(InputBytes(DocxWriter.bytes(document))))
    var parts: [String: String] = [:]
    for part in try archive.parts(limit: 1 << 24) {
      #expect(WordMarkup(part.content) != nil, "\(part.name) không phải XML đúng")
      parts[part.name] = String(decoding: part.content, as: UTF8.self)
    }
    return parts
  }

  /// The markup of some blocks on one page.
  private func body(_ blocks: [Document.Block]) throws -> String {
    let document = Document(sections: [.init(page: Self.page, blocks: blocks)])
    return try #require(try parts(document)["word/document.xml"])
  }

  private func paragraph(
    _ text: String, _ format: Document.RunFormat = .init(),
    _ style: Document.ParagraphStyle = .init()
  ) -> Document.Block { .paragraph(.init(text, format, style: style)) }

  // MARK: Paragraphs

  @Test func everyLookOfAParagraph() throws {
    let all = try body([
      paragraph(
        "a", .init(bold: true, italic: true, underlined: true, superscript: true, size: 30),
        .init(
          .justified, firstLine: 567, left: 10, right: 20, before: 60, after: 80,
          line: .exact(370), keepsWithNext: true, hasRule: true)),
      paragraph("b", .init(), .init(.right, firstLine: -140, line: .multiple(105))),
      paragraph("c", .init(), .init(.centre, line: .atLeast(300))),
    ])
    let expected = """
      <w:p><w:pPr><w:keepNext/><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" \
      w:color="000000"/></w:pBdr><w:spacing w:before="60" w:after="80" w:line="370" \
      w:lineRule="exact"/><w:ind w:left="10" w:right="20" w:firstLine="567"/>\
      <w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:i/><w:iCs/>\
      <w:sz w:val="30"/><w:szCs w:val="30"/><w:u w:val="single"/>\
      <w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">a</w:t></w:r></w:p>
      """
    #expect(all.contains(expected))
    #expect(all.contains("w:line=\"252\" w:lineRule=\"auto\"/>"))
    #expect(all.contains("w:hanging=\"140\"/><w:jc w:val=\"right\"/>"))
    #expect(all.contains("w:line=\"300\" w:lineRule=\"atLeast\"/>"))
  }

  @Test func textsAreKeptAndNeverMarkup() throws {
    let evil = "  <w:p/> & \"]]>\" '\u{0}\u{1}\u{7F}\u{85}\u{FFFE}\u{FFFF}\t|\n|😀 Ế  "
    let all = try body([
      paragraph(evil),
      .table(.init(columns: [100], rows: [.init([.init([.init([.init(evil)])])])])),
    ])
    let shown = """
      <w:t xml:space="preserve">  &lt;w:p/&gt; &amp; &quot;]]&gt;&quot; '</w:t><w:tab/>\
      <w:t xml:space="preserve">|</w:t><w:br/><w:t xml:space="preserve">|😀 Ế  </w:t>
      """
    #expect(all.components(shown) == 2)
    let document = Document(
      title: "<a>&\u{2}", author: "\"b\"", font: "A\"B<", sections: [.init(page: Self.page)])
    let parts = try parts(document)
    #expect(parts["docProps/core.xml"]?.contains("<dc:title>&lt;a&gt;&amp;</dc:title>") == true)
    #expect(parts["word/styles.xml"]?.contains("w:ascii=\"A&quot;B&lt;\"") == true)
  }

  // MARK: Tables

  @Test func tablesWithJoinedCellsAndRepeatedHeads() throws {
    let text = { (text: String) in [Document.Paragraph(text, style: .init())] }
    let all = try body([
      .table(
        .init(
          columns: [100, 200, 300], headerRows: 1,
          rows: [
            .init([.init(text("a"), span: 2), .init(text("b"), merge: .begins)]),
            .init([
              .init(text("c")), .init([], centredVertically: true), .init([], merge: .goesOn),
            ]),
            // Fewer cells than columns, and a span that would stick out.
            .init([.init(text("d"), span: 9)]),
          ]))
    ])
    #expect(all.components("<w:tblHeader/>") == 1 && all.components("<w:cantSplit/>") == 3)
    #expect(
      all.contains("<w:tcW w:w=\"300\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/></w:tcPr>"))
    #expect(all.contains("<w:vMerge w:val=\"restart\"/>") && all.contains("<w:vMerge/>"))
    #expect(all.contains("<w:vAlign w:val=\"center\"/></w:tcPr><w:p/></w:tc>"))
    #expect(all.contains("<w:tcW w:w=\"600\" w:type=\"dxa\"/><w:gridSpan w:val=\"9\"/>"))
    // The file ends with a paragraph, and two tables do not grow together.
    #expect(all.components("</w:tbl><w:p>") == 1)
    let two = try body([.table(.init(columns: [1])), .table(.init(columns: [1]))])
    #expect(two.components("</w:tbl><w:p>") == 2 && !two.contains("</w:tbl><w:tbl>"))
  }

  @Test func wordsKeepAwayFromATableAboveThem() throws {
    let all = try body([.table(.init(columns: [1])), paragraph("a"), paragraph("b")])
    #expect(all.components("w:before=\"120\"") == 1)
  }

  // MARK: Pages

  @Test func pagesBreaksAndNumbers() throws {
    let parts = try parts(
      Document(sections: [
        .init(
          page: Self.page, blocks: [.pageBreak, .pageBreak, paragraph("a"), .pageBreak]),
        .init(page: Self.page.turned, blocks: [.table(.init(columns: [1]))]),
        .init(page: Self.page),
      ]))
    let all = try #require(parts["word/document.xml"])
    #expect(all.components("<w:pageBreakBefore/>") == 2)
    #expect(all.components("<w:sectPr>") == 3 && all.components("<w:titlePg/>") == 1)
    #expect(all.components("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>") == 1)
    // The binding edge of a page that lies is on top.
    #expect(
      all.contains("<w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\""))
    #expect(all.components("<w:headerReference w:type=\"default\" r:id=\"rId3\"/>") == 3)
    #expect(parts["word/header1.xml"]?.contains("<w:fldSimple w:instr=\" PAGE \">") == true)
    #expect(parts["[Content_Types].xml"]?.contains("/word/header1.xml") == true)
  }

  @Test func nothingIsADocumentToo() throws {
    #expect(try body([]).contains("<w:body><w:sectPr>"))
    #expect(try parts(Document())["word/document.xml"]?.contains("<w:body></w:body>") == true)
  }

  @Test func theSameDocumentIsTheSameBytes() {
    for layout in DocumentLayout.allCases {
      let heading = DocumentHeading(
        upperBody: "A", issuingBody: "B", number: "5", symbol: "TTr/B", place: "C",
        date: "05/02/2026", type: "TỜ TRÌNH", abstract: "Về việc d", addressees: ["e", "f"])
      let blocks = layout.heading(heading, width: layout.page.textWidth)
      let document = Document(sections: [.init(page: layout.page, blocks: blocks)])
      #expect(DocxWriter.bytes(document) == DocxWriter.bytes(document))
    }
  }

  // MARK: Layouts

  @Test func numbersAndCapacitiesOfBothLayouts() {
    #expect(DocumentLayout.party.number("5", symbol: "TTr/BTC") == "Số 05-TTr/BTC")
    #expect(DocumentLayout.state.number("12", symbol: "TTr-BTC") == "Số: 12/TTr-BTC")
    #expect(DocumentLayout.party.number("", symbol: "QĐ/A-B") == "Số ……-QĐ/A-B")
    #expect(DocumentLayout.party.capacity("TM. hội đồng") == "T/M HỘI ĐỒNG")
    #expect(DocumentLayout.state.capacity("K/T trưởng ban") == "KT. TRƯỞNG BAN")
    #expect(DocumentLayout.state.ended("Hết.") == "Hết./.")
    #expect(DocumentLayout.state.ended("Hết./.") == "Hết./.")
    #expect(DocumentLayout.padded("7") == "07" && DocumentLayout.padded("7,5") == "7,5")
    #expect(DocumentLayout.padded("٧") == "٧" && DocumentLayout.padded("") == "")
  }

  /// Below a capacity the Party's posts are plain, the State's bold.
  @Test(arguments: [(DocumentLayout.party, [true, false]), (.state, [true, true])])
  func whoSigns(_ layout: DocumentLayout, _ bold: [Bool]) throws {
    let blocks = layout.signature(
      .init(signatories: [.init(capacities: ["K/T A"], post: "B", name: "C")]), width: 9000)
    guard case .table(let table)? = blocks.last else {
      Issue.record("không có bảng chữ ký")
      return
    }
    let lines = table.rows[0].cells[1].paragraphs
    #expect(lines.prefix(2).map { $0.runs[0].format.isBold } == bold)
    // Room for the signature, and nothing between that could part it.
    #expect(lines.count == 7 && lines.dropLast().allSatisfy(\.style.keepsWithNext))
  }

  @Test func widthsSumUp() {
    for total in [0, 1, 9071, 15_000] {
      for shares in [[1], [1, 1, 1], [5, 0, 7], [0], []] as [[Int]] {
        let widths = Document.Page.divide(total, by: shares)
        #expect(widths.count == shares.count)
        if shares.contains(where: { $0 > 0 }) { #expect(widths.reduce(0, +) == total) }
      }
    }
  }
}
