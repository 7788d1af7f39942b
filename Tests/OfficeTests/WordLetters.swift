// Word files for tests, and an evaluator that answers with the question.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

private let folder =
  #filePath.split(separator: "/")
  .dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/docx/"

func wordFile(_ name: String) throws -> [UInt8] {
  let opened = try InputBytes.open(folder + name).get()
  return Array(UnsafeBufferPointer(start: opened.start, count: opened.count))
}

/// Answers with the expression's own text; loops go round twice, `x` is bound to the round.
final class Echo: TemplateEvaluator {
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
struct Letter {
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

  static let root = """
    <w:document xmlns:w="\(WordNamespaces.transitional)" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
    """

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
      "word/d.xml", Array("\(root)<w:body>\(body)</w:body></w:document>".utf8))
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
    return String(text.dropFirst("\(Letter.root)<w:body>".count).dropLast(22))
  }

  /// What a reader sees: a line a paragraph.
  func text(_ answers: [String: String] = [:]) throws -> [String] {
    try Letter(try filled(answers)).package.text.split(separator: "\n").map(String.init)
  }

  var codes: [String] { findings.all.map(\.code) }
}

func wordRun(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
func wordLine(_ texts: String...) -> String {
  "<w:p>" + texts.map { $0.hasPrefix("<") ? $0 : wordRun($0) }.joined() + "</w:p>"
}
func wordRow(_ cells: String...) -> String {
  "<w:tr>" + cells.map { "<w:tc>" + ($0.hasPrefix("<") ? $0 : wordLine($0)) + "</w:tc>" }.joined()
    + "</w:tr>"
}
func wordTable(_ rows: String...) -> String { "<w:tbl>" + rows.joined() + "</w:tbl>" }

extension String {
  /// How often a text stands in this one.
  func components(_ mark: String) -> Int { ranges(of: mark).count }
}
