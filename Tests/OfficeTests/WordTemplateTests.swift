// Templates made in Word: split texts, what is repeated, damaged files. The files are made by
// Tests/Fixtures/docx/tao.py.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

private let folder =
  #filePath.split(separator: "/")
  .dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/docx/"

private func file(_ name: String) throws -> [UInt8] {
  let opened = try InputBytes.open(folder + name).get()
  return Array(UnsafeBufferPointer(start: opened.start, count: opened.count))
}

/// Answers with the expression's own text; loops go round twice, `x` is bound to the round.
private final class Echo: TemplateEvaluator {
  var answers: [String: String] = [:]
  private let template: WordTemplate
  private let source: Source
  private var rounds: [Int: Int] = [:]

  init(_ template: WordTemplate, _ source: Source) {
    self.template = template
    self.source = source
  }

  private func words(_ expression: Int) -> String {
    String(decoding: source.bytes[template.expressions[expression].range], as: UTF8.self)
  }

  func text(_ expression: Int) throws(TemplateStopped) -> String {
    let words = words(expression)
    guard let loop = template.expressions[expression].loop, let round = rounds[loop] else {
      return answers[words] ?? "[\(words)]"
    }
    return answers[words] ?? "[\(words) \(round + 1)]"
  }

  func truth(_ expression: Int) throws(TemplateStopped) -> Bool {
    answers[words(expression)] != nil
  }

  func begin(_ loop: Int) throws(TemplateStopped) -> Int { words(loop) == "rỗng" ? 0 : 2 }
  func bind(_ loop: Int, to index: Int) throws(TemplateStopped) { rounds[loop] = index }
  func end(_ loop: Int) { rounds[loop] = nil }

  func table(
    _ expression: Int, width: Int, layout: DocumentLayout
  ) throws(TemplateStopped) -> [Document.Block]? {
    guard words(expression) == "bảng" else { return nil }
    let cell = Document.Cell([Document.Paragraph("rộng \(width)", style: .init())])
    return [.table(Document.Table(columns: [width], rows: [Document.Row([cell])]))]
  }
}

/// A template of a body, read and filled.
private struct Letter {
  var findings = Diagnostics()
  var package: WordTemplate.Package
  var template: WordTemplate
  var source: Source

  init(_ bytes: [UInt8]) throws {
    package = try WordTemplate.Package(bytes)
    source = Source(id: 1, path: "mẫu.docx", text: package.text)
    template = WordTemplate(package, source, into: &findings)
  }

  init(body: String) throws { try self.init(Letter.file(body)) }

  static func file(_ body: String, extra: [(String, [UInt8])] = []) -> [UInt8] {
    var zip = ZipWriter()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add(
      "_rels/.rels",
      Array(
        """
        <Relationships><Relationship Id="a" Type="\(office)/officeDocument" Target="word/d.xml"/>\
        </Relationships>
        """.utf8))
    for (name, content) in extra { zip.add(name, content) }
    zip.add(
      "word/d.xml", Array("<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>".utf8))
    return zip.finish()
  }

  func filled(_ answers: [String: String] = [:], opening: [String] = []) throws -> [UInt8] {
    let echo = Echo(template, source)
    echo.answers = answers
    return try template.filled(.party, opening: opening, evaluator: echo)
  }

  /// The body's markup.
  func body(_ answers: [String: String] = [:], opening: [String] = []) throws -> String {
    let archive = try #require(ZipArchive(InputBytes(try filled(answers, opening: opening))))
    let part = try #require(try archive.parts(limit: 1 << 24).first { $0.name == "word/d.xml" })
    #expect(WordMarkup(part.content) != nil, "không còn là XML đúng")
    let text = String(decoding: part.content, as: UTF8.self)
    return String(text.dropFirst("<w:document xmlns:w=\"w\"><w:body>".count).dropLast(22))
  }

  /// What a reader sees: a line a paragraph.
  func text(_ answers: [String: String] = [:]) throws -> [String] {
    try Letter(try filled(answers)).package.text.split(separator: "\n").map(String.init)
  }

  var codes: [String] { findings.all.map(\.code) }
}

private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
private func line(_ texts: String...) -> String {
  "<w:p>" + texts.map { $0.hasPrefix("<") ? $0 : run($0) }.joined() + "</w:p>"
}
private func row(_ cells: String...) -> String {
  "<w:tr>" + cells.map { "<w:tc>" + ($0.hasPrefix("<") ? $0 : line($0)) + "</w:tc>" }.joined()
    + "</w:tr>"
}
private func table(_ rows: String...) -> String { "<w:tbl>" + rows.joined() + "</w:tbl>" }

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
    let letter = try Letter(body: line("{{ a }}"))
    let evil = "<w:p/>&]]>\u{1}\u{FFFF}{{ b }}\n😀"
    let body = try letter.body(["a": evil])
    #expect(body.contains("&lt;w:p/&gt;&amp;]]&gt;{{ b }}</w:t><w:br/>"))
    #expect(try letter.text(["a": evil]) == ["<w:p/>&]]>{{ b }} 😀"])
  }

  @Test func lettersAreJoinedBeforeTheyAreNormalised() throws {
    // The mark that belongs to a letter is in another run, and the braces still stand where they are.
    let letter = try Letter(body: line("e", "\u{302}\u{301} {{ te", "\u{302}n }} {", "{ x }}"))
    #expect(letter.codes == [])
    #expect(try letter.text(["tên": "An"]) == ["ế An [x]"])
  }

  @Test func deletedTextIsNoText() throws {
    let letter = try Letter(
      body: line("<w:del><w:r><w:delText>{{ cũ }}</w:delText></w:r></w:del>", "{{ mới }}"))
    #expect(letter.template.expressions.count == 1)
    #expect(try letter.body().contains("{{ cũ }}"))
  }

  @Test func withoutExpressionsEveryByteStays() throws {
    let body =
      "<!-- x --><w:p w14:paraId=\"1\" xmlns:w14=\"a\"><w:r><w:t>a &amp; b</w:t></w:r></w:p>\n"
      + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sectPr/>"
    #expect(try Letter(body: body).body() == body)
  }

  // MARK: What is repeated

  @Test func loopsInsideAParagraphAndInsideEachOther() throws {
    let letter = try Letter(
      body: line(
        "a{{ với mỗi x trong L }}(", "{{ x }}{{ với mỗi y trong M }}", "-{{ y }}{{ hết }}",
        "){{ hết }}b"))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["a([x 1]-[y 1]-[y 2])([x 2]-[y 1]-[y 2])b"])
  }

  @Test func aLinkThatALoopTearsIsOpenedUp() throws {
    let letter = try Letter(
      body:
        "<w:p>\(run("{{ với mỗi x trong L }}"))<w:hyperlink>\(run("{{ x }}{{ hết }}"))</w:hyperlink>"
        + "<w:hyperlink>\(run("y"))</w:hyperlink></w:p>")
    let body = try letter.body()
    #expect(try letter.text() == ["[x 1][x 2]y"])
    #expect(body.components("<w:hyperlink>") == 1)
  }

  @Test func paragraphsBetweenDirectivesRepeatAndWhatIsNumberedStandsOnce() throws {
    let letter = try Letter(
      body: line("đầu") + line("{{ với mỗi x trong L }}")
        + "<w:p><w:bookmarkStart w:id=\"1\"/>\(run("- {{ x }}"))<w:bookmarkEnd w:id=\"1\"/></w:p>"
        + line("{{ nếu có }}") + line("có") + line("{{ ngược lại }}") + line("không")
        + line("{{ hết }}") + line("{{ hết }}") + line("{{ với mỗi y trong rỗng }}") + line("y")
        + line("{{ hết }}"))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["đầu", "- [x 1]", "không", "- [x 2]", "không"])
    #expect(try letter.text(["có": ""]) == ["đầu", "- [x 1]", "có", "- [x 2]", "có"])
    #expect(try letter.body().components("<w:bookmarkStart") == 1)
  }

  @Test func rowsRepeatFromTheFirstCellToTheLast() throws {
    let letter = try Letter(
      body: table(
        row("STT", "Tên"),
        row("{{ với mỗi x trong L }}{{ x }}", "{{ x }} {{ nếu có }}!{{ hết }}{{ hết }}"),
        row("", "cuối")))
    #expect(letter.codes == [])
    #expect(
      try letter.text(["có": ""]) == ["STT", "Tên", "[x 1]", "[x 1] !", "[x 2]", "[x 2] !", "cuối"])
  }

  @Test func rowsThatHoldOnlyDirectivesAreNotWritten() throws {
    let letter = try Letter(
      body: table(
        row("{{ với mỗi d trong M }}", ""), row("Khối {{ d }}", ""),
        row("{{ với mỗi x trong L }}", ""), row("", "{{ x }}"), row("{{ hết }}", ""),
        row("", "{{ hết }}")))
    #expect(letter.codes == [])
    #expect(
      try letter.text() == [
        "Khối [d 1]", "[x 1]", "[x 2]", "Khối [d 2]", "[x 1]", "[x 2]",
      ])
    #expect(try letter.body().components("<w:tr>") == 6)
  }

  @Test func aCellRepeatsItsOwnParagraphs() throws {
    let letter = try Letter(
      body: table(
        row(line("{{ với mỗi x trong L }}") + line("+ {{ x }}") + line("{{ hết }}"), "bên")))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["+ [x 1]", "+ [x 2]", "bên"])
    let none = try Letter(
      body: table(row(line("{{ nếu có }}") + line("a") + line("{{ hết }}"))))
    #expect(try none.body() == table("<w:tr><w:tc><w:p/></w:tc></w:tr>"))
  }

  @Test func aTableStandsWhereItsExpressionWas() throws {
    let section =
      "<w:sectPr><w:pgSz w:w=\"11000\"/><w:pgMar w:right=\"500\" w:left=\"500\"/></w:sectPr>"
    let letter = try Letter(
      body: line("{{ bảng }}")
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w=\"3216\"/></w:tcPr>\(line("{{ bảng }}"))</w:tc></w:tr></w:tbl>"
        + section)
    #expect(try letter.text() == ["rộng 10000", "rộng 3000"])
    #expect(try letter.body().components("<w:tbl>") == 3)
  }

  // MARK: Mistakes

  @Test(arguments: [
    (table(row("{{ với mỗi x trong L }}")) + line("{{ hết }}"), ["TL110"]),
    (line("{{ nếu a }}") + table(row("{{ hết }}")), ["TL110"]),
    (line("a {{ nếu b }}") + line("{{ hết }} c"), ["TL110"]),
    (line("{{ nếu b }}") + line("c"), ["TL103"]),
    (line("{{ hết }}"), ["TL102"]),
    (table(row("{{ ngược lại }}")), ["TL104"]),
    (line("{{ tên"), ["TL100"]),
    (line("{{ }}"), ["TL101"]),
    (table(row("{{ nếu a }}x{{ hết }} b {{ hết }}", "{{ nếu c }}")), ["TL110", "TL102"]),
  ])
  func mistakesAreTold(_ body: String, _ codes: [String]) throws {
    let found = try Letter(body: body).codes
    #expect(
      Set(found) == Set(codes) || found.contains("TL110") && codes.contains("TL110"), "\(found)")
    #expect(!found.isEmpty)
  }

  @Test func aFindingNamesTheParagraph() throws {
    let letter = try Letter(body: line("một") + line("hai ", "{{ b"))
    let finding = try #require(letter.findings.all.first)
    #expect(letter.source.lineAndColumn(finding.span.start) == (2, 5))
  }

  // MARK: Files

  @Test func theRealLetter() throws {
    let letter = try Letter(try file("giay-khen.docx"))
    #expect(letter.codes == [])
    #expect(letter.package.written.count == 2)
    let bytes = try letter.filled(["tên": "Ban A"], opening: ["Giả định"])
    #expect(try letter.filled(["tên": "Ban A"], opening: ["Giả định"]) == bytes)
    let text = try Letter(bytes).package.text
    #expect(text.hasPrefix("Giả định\nGIẤY KHEN\nTặng: Ban A nhé & chúc mừng\n"))
    #expect(text.contains("Khung: Ban A") && text.hasSuffix("Đầu trang: Ban A"))
    // Everything else is as it was, in its place.
    let old = try #require(ZipArchive(InputBytes(try file("giay-khen.docx")))).parts(limit: 1 << 20)
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
    #expect(refusal(try file("khong-phai.docx")) == .notWord)
    #expect(refusal(try file("mau-cua-word.docx")) == .otherKind)
    let bomb = Letter.file(line("x"), extra: [("a", [UInt8](repeating: 0, count: 70 << 20))])
    #expect(refusal(bomb) == .tooLarge)
    #expect(refusal(Letter.file("<w:p>")) == .damaged)
    #expect(refusal(Letter.file("<!DOCTYPE a><w:p/>")) == .damaged)
    let deep =
      String(repeating: "<w:sdt>", count: 5000) + String(repeating: "</w:sdt>", count: 5000)
    #expect(refusal(Letter.file(deep)) == .damaged)
    #expect(refusal(try file("trong.docx")) == nil)
  }

  @Test func aTruncatedOrDamagedFileNeverCrashes() throws {
    let whole = try file("giay-khen.docx")
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

extension String {
  fileprivate func components(_ mark: String) -> Int { ranges(of: mark).count }
}
