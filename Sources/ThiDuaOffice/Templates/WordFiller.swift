// A part of a Word file, filled in. In: the tree of the part, an evaluator. Out: its bytes. Invariant: values are
// text, never markup; what Word numbers (bookmarks, marks of comments) is written once even when what it
// stands in is repeated. Used by WordTemplate.

import ThiDuaText

/// Fills one part for one document.
final class WordFiller: TemplateEvaluator {
  private(set) var xml = WordXML()
  /// Lines at the beginning of the text, until they are written.
  var opening: [String] = []

  private let markup: WordMarkup
  private let layout: DocumentLayout
  private let asked: any TemplateEvaluator
  /// Which time the open loops go round.
  private var rounds: [Int] = []
  /// The number the next drawing gets that stands in a document once more.
  private var nextDrawing: Int

  /// `part`: the place among the parts that are written anew; drawings of different parts are numbered apart.
  init(
    _ markup: WordMarkup, part: Int, _ layout: DocumentLayout, _ evaluator: any TemplateEvaluator
  ) {
    self.markup = markup
    self.layout = layout
    asked = evaluator
    nextDrawing = (part + 1) * 10_000_000
    xml.isStrict = markup.isStrict
  }

  func fill(_ nodes: [TemplateNode<WordTemplate.Leaf>]) throws(TemplateStopped) {
    try nodes.walk(self) { (leaf: WordTemplate.Leaf) throws(TemplateStopped) in
      switch leaf {
      case .raw(let range): raw(range)
      case .text(let text):
        xml.raw("<w:t xml:space=\"preserve\">")
        xml.text(String(decoding: text, as: UTF8.self))
        xml.raw("</w:t>")
      case .markup(let markup): xml.raw(markup.description)
      case .value(let expression, let run):
        let text = try asked.text(expression)
        if text.isEmpty { return }
        open(run)
        xml.runContent(text)
        xml.raw("</w:r>")
      case .group(let nodes): try fill(nodes)
      case .lone(let expression, let paragraph, let width, let section):
        let room = width > 0 ? width : layout.page.textWidth
        guard let blocks = try asked.table(expression, width: room, layout: layout) else {
          return try fill(paragraph)
        }
        xml.blocks(blocks)
        if let section {
          xml.raw("<w:p><w:pPr>")
          raw(section)
          xml.raw("</w:pPr></w:p>")
        }
      case .ending:
        let ends = ["</w:p>", "<w:p/>", "</w:sdt>"]
        if !ends.contains(where: { xml.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
          xml.raw("<w:p/>")
        }
      }
    }
  }

  /// A run with the looks of another.
  private func open(_ run: Int) {
    xml.raw("<w:r>")
    if let looks = markup.elements[run].children.first(where: {
      markup.elements[$0].kind == .runProperties
    }) {
      xml.raw(markup.bytes[markup.elements[looks].range])
    }
  }

  private func raw(_ range: Range<Int>) {
    var place = range.lowerBound
    if rounds.contains(where: { $0 > 0 }) {
      for once in markup.once[firstOnce(from: place)...] {
        if once.range.lowerBound >= range.upperBound { break }
        if once.range.lowerBound < place { continue }
        xml.raw(markup.bytes[place..<once.range.lowerBound])
        if once.isNumber {
          xml.raw("\(nextDrawing)")
          nextDrawing += 1
        }
        place = min(once.range.upperBound, range.upperBound)
      }
    }
    xml.raw(markup.bytes[place..<range.upperBound])
    if !opening.isEmpty, markup.bytes[range].starts(with: "<w:body".utf8) { writeOpening() }
  }

  private func firstOnce(from place: Int) -> Int {
    var (low, high) = (0, markup.once.count)
    while low < high {
      let middle = (low + high) / 2
      if markup.once[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func writeOpening() {
    for line in opening {
      xml.paragraph(
        Document.Paragraph(line, .init(italic: true), style: .init(.centre, after: 120)))
    }
    opening = []
  }

  // MARK: TemplateEvaluator, which hears how often loops go round

  func text(_ expression: Int) throws(TemplateStopped) -> String { try asked.text(expression) }
  func truth(_ expression: Int) throws(TemplateStopped) -> Bool { try asked.truth(expression) }

  func begin(_ loop: Int) throws(TemplateStopped) -> Int {
    rounds.append(0)
    return try asked.begin(loop)
  }

  func bind(_ loop: Int, to index: Int) throws(TemplateStopped) {
    rounds[rounds.count - 1] = index
    try asked.bind(loop, to: index)
  }

  func end(_ loop: Int) {
    rounds.removeLast()
    asked.end(loop)
  }

  func table(
    _ expression: Int, width: Int, layout: DocumentLayout
  ) throws(TemplateStopped) -> [Document.Block]? {
    try asked.table(expression, width: width, layout: layout)
  }
}
