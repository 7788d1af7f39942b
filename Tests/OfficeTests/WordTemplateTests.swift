// Templates made in Word: split texts, what is repeated, damaged files. The files are made by
// Tests/Fixtures/docx/tao.py.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

@Suite struct WordTemplateTests {
  // MARK: Texts

  @Test func aTagSplitOverRunsKeepsTheLooksWhereItBegins() throws {
    let letter = try Letter(
      body: "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tặng {</w:t></w:r><w:proofErr/>"
        + "<w:r><w:rPr><w:i/></w:rPr><w:t>{ t</w:t></w:r><w:r><w:t>ên }} nhé</w:t></w:r></w:p>")
    #expect(letter.codes == [])
    let space = " xml:space=\"preserve\""
    #expect(
      try letter.body(["tên": "An"])
        == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t\(space)>Tặng </w:t></w:r>"
        + "<w:r><w:rPr><w:b/></w:rPr><w:t\(space)>An</w:t></w:r><w:proofErr/>"
        + "<w:r><w:t\(space)> nhé</w:t></w:r></w:p>")
  }

  @Test func valuesAreTextAndNeverMarkup() throws {
    let letter = try Letter(body: wordLine("{{ a }}"))
    let evil = "<w:p/>&]]>\u{1}\u{FFFF}{{ b }}\n😀"
    let body = try letter.body(["a": evil])
    #expect(body.contains("&lt;w:p/&gt;&amp;]]&gt;{{ b }}</w:t><w:br/>"))
    #expect(try letter.text(["a": evil]) == ["<w:p/>&]]>{{ b }} 😀"])
  }

  @Test func lettersAreJoinedBeforeTheyAreNormalised() throws {
    // The mark that belongs to a letter is in another run, and the braces still stand where they are.
    let letter = try Letter(body: wordLine("e", "\u{302}\u{301} {{ te", "\u{302}n }} {", "{ x }}"))
    #expect(letter.codes == [])
    #expect(try letter.text(["tên": "An"]) == ["ế An [x]"])
  }

  @Test func deletedTextIsNoText() throws {
    let letter = try Letter(
      body: wordLine("<w:del><w:r><w:delText>{{ cũ }}</w:delText></w:r></w:del>", "{{ mới }}"))
    #expect(letter.template.expressions.count == 1)
    #expect(try letter.body().contains("{{ cũ }}"))
  }

  @Test func withoutExpressionsEveryByteStays() throws {
    let body =
      "<!-- x --><w:p w14:paraId=\"1\"><w:r><w:t>a &amp; b</w:t></w:r></w:p>\n"
      + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sectPr/>"
    #expect(try Letter(body: body).body() == body)
  }

  // MARK: What is repeated

  @Test func loopsInsideAParagraphAndInsideEachOther() throws {
    let letter = try Letter(
      body: wordLine(
        "a{{ với mỗi x trong L }}(", "{{ x }}{{ với mỗi y trong M }}", "-{{ y }}{{ hết }}",
        "){{ hết }}b"))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["a([x 1]-[y 1]-[y 2])([x 2]-[y 1]-[y 2])b"])
  }

  @Test func aLinkThatALoopTearsIsOpenedUp() throws {
    let letter = try Letter(
      body:
        "<w:p>\(wordRun("{{ với mỗi x trong L }}"))<w:hyperlink>\(wordRun("{{ x }}{{ hết }}"))</w:hyperlink>"
        + "<w:hyperlink>\(wordRun("y"))</w:hyperlink></w:p>")
    let body = try letter.body()
    #expect(try letter.text() == ["[x 1][x 2]y"])
    #expect(body.components("<w:hyperlink>") == 1)
  }

  @Test func paragraphsBetweenDirectivesRepeatAndWhatIsNumberedStandsOnce() throws {
    let letter = try Letter(
      body: wordLine("đầu") + wordLine("{{ với mỗi x trong L }}")
        + "<w:p><w:bookmarkStart w:id=\"1\"/>\(wordRun("- {{ x }}"))<w:bookmarkEnd w:id=\"1\"/></w:p>"
        + wordLine("{{ nếu có }}") + wordLine("có") + wordLine("{{ ngược lại }}")
        + wordLine("không")
        + wordLine("{{ hết }}") + wordLine("{{ hết }}") + wordLine("{{ với mỗi y trong rỗng }}")
        + wordLine("y")
        + wordLine("{{ hết }}"))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["đầu", "- [x 1]", "không", "- [x 2]", "không"])
    #expect(try letter.text(["có": ""]) == ["đầu", "- [x 1]", "có", "- [x 2]", "có"])
    #expect(try letter.body().components("<w:bookmarkStart") == 1)
  }

  @Test func rowsRepeatFromTheFirstCellToTheLast() throws {
    let letter = try Letter(
      body: wordTable(
        wordRow("STT", "Tên"),
        wordRow("{{ với mỗi x trong L }}{{ x }}", "{{ x }} {{ nếu có }}!{{ hết }}{{ hết }}"),
        wordRow("", "cuối")))
    #expect(letter.codes == [])
    #expect(
      try letter.text(["có": ""]) == ["STT", "Tên", "[x 1]", "[x 1] !", "[x 2]", "[x 2] !", "cuối"])
  }

  @Test func rowsThatHoldOnlyDirectivesAreNotWritten() throws {
    let letter = try Letter(
      body: wordTable(
        wordRow("{{ với mỗi d trong M }}", ""), wordRow("Khối {{ d }}", ""),
        wordRow("{{ với mỗi x trong L }}", ""), wordRow("", "{{ x }}"), wordRow("{{ hết }}", ""),
        wordRow("", "{{ hết }}")))
    #expect(letter.codes == [])
    #expect(
      try letter.text() == [
        "Khối [d 1]", "[x 1]", "[x 2]", "Khối [d 2]", "[x 1]", "[x 2]",
      ])
    #expect(try letter.body().components("<w:tr>") == 6)
  }

  @Test func aCellRepeatsItsOwnParagraphs() throws {
    let letter = try Letter(
      body: wordTable(
        wordRow(
          wordLine("{{ với mỗi x trong L }}") + wordLine("+ {{ x }}") + wordLine("{{ hết }}"), "bên"
        )))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["+ [x 1]", "+ [x 2]", "bên"])
    let none = try Letter(
      body: wordTable(wordRow(wordLine("{{ nếu có }}") + wordLine("a") + wordLine("{{ hết }}"))))
    #expect(try none.body() == wordTable("<w:tr><w:tc><w:p/></w:tc></w:tr>"))
  }

  @Test func aTableStandsWhereItsExpressionWas() throws {
    let section =
      "<w:sectPr><w:pgSz w:w=\"11000\"/><w:pgMar w:right=\"500\" w:left=\"500\"/></w:sectPr>"
    let letter = try Letter(
      body: wordLine("{{ bảng }}")
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w=\"3216\"/></w:tcPr>\(wordLine("{{ bảng }}"))</w:tc></w:tr></w:tbl>"
        + section)
    #expect(try letter.text() == ["rộng 10000", "rộng 3000"])
    #expect(try letter.body().components("<w:tbl>") == 3)
  }

  // MARK: Mistakes

  @Test(arguments: [
    (wordTable(wordRow("{{ với mỗi x trong L }}")) + wordLine("{{ hết }}"), ["TL110"]),
    (wordLine("{{ nếu a }}") + wordTable(wordRow("{{ hết }}")), ["TL110"]),
    (wordLine("a {{ nếu b }}") + wordLine("{{ hết }} c"), ["TL110"]),
    (wordLine("{{ nếu b }}") + wordLine("c"), ["TL103"]),
    (wordLine("{{ hết }}"), ["TL102"]),
    (wordTable(wordRow("{{ ngược lại }}")), ["TL104"]),
    (wordLine("{{ tên"), ["TL100"]),
    (wordLine("{{ }}"), ["TL101"]),
    (wordTable(wordRow("{{ nếu a }}x{{ hết }} b {{ hết }}", "{{ nếu c }}")), ["TL110", "TL102"]),
  ])
  func mistakesAreTold(_ body: String, _ codes: [String]) throws {
    let found = try Letter(body: body).codes
    #expect(
      Set(found) == Set(codes) || found.contains("TL110") && codes.contains("TL110"), "\(found)")
    #expect(!found.isEmpty)
  }

  @Test func aFindingNamesTheParagraph() throws {
    let letter = try Letter(body: wordLine("một") + wordLine("hai ", "{{ b"))
    let finding = try #require(letter.findings.all.first)
    #expect(letter.source.lineAndColumn(finding.span.start) == (2, 5))
  }

  // MARK: Files

  @Test func theRealLetter() throws {
    let letter = try Letter(try wordFile("giay-khen.docx"))
    #expect(letter.codes == [])
    #expect(letter.package.written.count == 2)
    let bytes = try letter.filled(["tên": "Ban A"], opening: ["Giả định"])
    #expect(try letter.filled(["tên": "Ban A"], opening: ["Giả định"]) == bytes)
    let text = try Letter(bytes).package.text
    #expect(text.hasPrefix("Giả định\nGIẤY KHEN\nTặng: Ban A nhé & chúc mừng\n"))
    #expect(text.contains("Khung: Ban A") && text.hasSuffix("Đầu trang: Ban A"))
    // Everything else is as it was, in its place.
    let old = try #require(ZipArchive(InputBytes(try wordFile("giay-khen.docx")))).parts(
      limit: 1 << 20)
    let new = try #require(ZipArchive(InputBytes(bytes))).parts(limit: 1 << 20)
    #expect(old.map(\.name) == new.map(\.name))
    for (old, new) in zip(old, new)
    where !["word/document.xml", "word/header1.xml"].contains(old.name) {
      #expect(old.content == new.content, "\(old.name)")
    }
  }

  @Test func filesThatAreNoTemplates() throws {
    func refusal(_ bytes: [UInt8]) -> WordTemplate.Refusal? {
      do throws(WordTemplate.Refusal) {
        _ = try WordTemplate.Package(bytes)
        return nil
      } catch { return error }
    }
    let name = Array("EncryptedPackage".utf8)
    let locked: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0] + name.flatMap { letter -> [UInt8] in [letter, 0] }
    #expect(refusal([0xD0, 0xCF, 0x11, 0xE0, 0, 0]) == .oldFormat)
    #expect(refusal(locked) == .locked)
    #expect(refusal(Array("văn bản".utf8)) == .notWord)
    #expect(refusal([0x50, 0x4B, 3, 4, 5]) == .damaged)
    #expect(refusal(try wordFile("khong-phai.docx")) == .notWord)
    #expect(refusal(try wordFile("mau-cua-word.docx")) == .otherKind)
    let bomb = Letter.file(wordLine("x"), extra: [("a", [UInt8](repeating: 0, count: 70 << 20))])
    #expect(refusal(bomb) == .tooLarge)
    #expect(refusal(Letter.file("<w:p>")) == .damaged)
    #expect(refusal(Letter.file("<!DOCTYPE a><w:p/>")) == .damaged)
    let deep =
      String(repeating: "<w:sdt>", count: 5000) + String(repeating: "</w:sdt>", count: 5000)
    #expect(refusal(Letter.file(deep)) == .damaged)
    #expect(refusal(try wordFile("trong.docx")) == nil)
  }

  @Test func aTruncatedOrDamagedFileNeverCrashes() throws {
    let whole = try wordFile("giay-khen.docx")
    for count in stride(from: 0, to: whole.count, by: 97) {
      #expect(throws: WordTemplate.Refusal.self) {
        try WordTemplate.Package(Array(whole[..<count]))
      }
    }
    // Broken on the inside: tags and braces taken out of the text.
    let archive = try #require(ZipArchive(InputBytes(whole)))
    let part = try #require(
      try archive.parts(limit: 1 << 20).first { $0.name == "word/document.xml" })
    let text = Array(part.content)
    var filled = 0
    for place in stride(from: 0, to: text.count - 40, by: 13) {
      var changed = text
      changed.removeSubrange(place..<place + place % 31 + 1)
      var zip = ZipWriter()
      for part in try archive.parts(limit: 1 << 20) {
        zip.add(part.name, part.name == "word/document.xml" ? changed : part.content)
      }
      guard let letter = try? Letter(zip.finish()), !letter.findings.hasErrors else { continue }
      let bytes = try letter.filled()
      #expect(throws: Never.self) { try WordTemplate.Package(bytes) }
      filled += 1
    }
    #expect(filled > 0)
  }
}
