// A part of a Word file as a tree. In: the markup of the part, the source whose lines are its paragraphs. Out: leaves
// and what is repeated or left out, with findings. Invariant: a directive alone in its paragraph is about
// paragraphs, one that its cell does not close is about rows, any other about the text of its paragraph; each
// container has a tree of its own, so nothing reaches over the border of a cell, a table or a text box.
// Used by WordTemplate.

import ThiDuaText

struct WordTreeBuilder {
  typealias Leaf = WordTemplate.Leaf
  typealias Node = TemplateNode<Leaf>

  /// A directive of the part: the paragraph's number and the place among its segments.
  struct Mark: Hashable {
    var paragraph: Int
    var segment: Int
  }

  let markup: WordMarkup
  let scanner: TemplateScanner
  private let texts: [WordTemplate.Paragraph]
  private let lines: [Range<Int>]
  private let numbers: [Int: Int]
  let segments: [[TemplateSegment]]
  var expressions: TemplateExpressions
  var findings: Diagnostics
  /// Directives that are about rows.
  var ofRows: Set<Mark> = []
  private var cellWidth: Int?

  init(
    _ part: WordTemplate.Part, source: Source, firstLine: Int, expressions: TemplateExpressions,
    findings: Diagnostics
  ) {
    markup = part.markup
    texts = part.paragraphs
    scanner = TemplateScanner(source: source)
    self.expressions = expressions
    var findings = findings
    let lines = part.paragraphs.indices.map { source.lineRange(firstLine + $0) }
    let scanner = scanner
    segments = lines.map { scanner.segments(scanner.trimmed($0), into: &findings) }
    self.lines = lines
    self.findings = findings
    numbers = Dictionary(
      uniqueKeysWithValues: part.paragraphs.enumerated().map { ($0.element.element, $0.offset) })
  }

  /// The whole part.
  mutating func part() -> [Node] {
    let root = markup.elements[0].range
    return [.leaf(.raw(0..<root.lowerBound))] + container(0)
      + [.leaf(.raw(root.upperBound..<markup.bytes.count))]
  }

  func number(_ paragraph: Int) -> Int { numbers[paragraph]! }

  /// The directive at a mark, when it opens, turns or closes.
  func flow(_ mark: Mark) -> (TemplateDirective, Range<Int>)? {
    guard case .directive(let directive, let whole) = segments[mark.paragraph][mark.segment] else {
      return nil
    }
    switch directive {
    case .value, .wrong: return nil
    default: return (directive, whole)
    }
  }

  // MARK: What holds paragraphs

  /// An element that holds paragraphs, tables or others of its kind.
  mutating func container(_ element: Int) -> [Node] {
    guard markup.elements[element].hasParagraph else {
      return markup.elements[element].kind == .properties
        ? properties(element) : [.leaf(.raw(markup.elements[element].range))]
    }
    let outer = cellWidth
    if markup.elements[element].kind == .cell { cellWidth = width(ofCell: element) }
    defer { cellWidth = outer }
    let children = unwrapped(element) { wrapper in
      isTorn(
        markup.inner(.paragraph, of: wrapper).map(number).filter { segments[$0].count == 1 }
          .map { Mark(paragraph: $0, segment: 0) }.filter {
            flow($0) != nil && !ofRows.contains($0)
          })
    }
    let hasOneParagraph = children.count { markup.elements[$0].kind == .paragraph } == 1
    var tree = TemplateTree<Leaf>(scanner)
    tree.add(.raw(markup.opening(element)))
    for child in children {
      // Filled in, the text box would differ from what it is a copy of.
      if markup.elements[child].kind == .copy { continue }
      tree.add(.raw(markup.gap(before: child)))
      switch markup.elements[child].kind {
      case .paragraph: add(child, hasOneParagraph, to: &tree)
      case .table: tree.add(.group(table(child)))
      default: tree.add(.group(container(child)))
      }
    }
    let endsWithParagraph = children.last.map { markup.elements[$0].kind == .paragraph } ?? false
    if markup.elements[element].kind == .cell || markup.isNamed(element, "w:txbxContent")
      || endsWithParagraph && markup.isNamed(element, "w:sdtContent")
    {
      tree.add(.ending)
    }
    tree.add(.raw(markup.closingWithGap(element)))
    return tree.finish(&expressions, into: &findings)
  }

  /// The properties of a content control that is filled in lose their tie to other data: Word would put these in
  /// place of what the template says.
  private func properties(_ element: Int) -> [Node] {
    let parent = markup.elements[element].parent
    let children = markup.elements[element].children
    guard children.contains(where: { markup.elements[$0].kind == .binding }),
      markup.holdsBrace(parent)
    else { return [.leaf(.raw(markup.elements[element].range))] }
    var nodes: [Node] = [.leaf(.raw(markup.opening(element)))]
    for child in children where markup.elements[child].kind != .binding {
      nodes.append(.leaf(.raw(markup.elements[child].range)))
    }
    return nodes + [.leaf(.raw(markup.closing(element)))]
  }

  private mutating func add(
    _ paragraph: Int, _ isOnlyOne: Bool, to tree: inout TemplateTree<Leaf>
  ) {
    let number = number(paragraph)
    let pieces = segments[number]
    guard pieces.contains(where: { if case .directive = $0 { true } else { false } }) else {
      tree.add(.group(container(paragraph)))
      return
    }
    guard pieces.count == 1, case .directive(let directive, let whole) = pieces[0] else {
      tree.add(.group(self.paragraph(paragraph)))
      return
    }
    switch directive {
    case .value:
      let expression = expressions.all.count
      let nodes = self.paragraph(paragraph)
      tree.add(
        .lone(
          expression, nodes, width: cellWidth ?? textWidth(at: paragraph),
          section: markup.first(.section, in: paragraph).map { markup.elements[$0].range }))
    case .wrong: break
    default:
      if ofRows.contains(Mark(paragraph: number, segment: 0)) {
        if isOnlyOne { tree.add(.group(self.paragraph(paragraph))) }
        return
      }
      // A section's looks hang on its last paragraph.
      let section = markup.first(.section, in: paragraph).map { section in
        Leaf.group(WordTreeBuilder.sectionParagraph(markup.elements[section].range))
      }
      if directive != .end, let section { tree.add(section) }
      tree.add(directive, whole, &expressions, into: &findings)
      if directive == .end, let section { tree.add(section) }
    }
  }

  private static func sectionParagraph(_ section: Range<Int>) -> [Node] {
    [
      .leaf(.markup("<w:p><w:pPr>")), .leaf(.raw(section)), .leaf(.markup("</w:pPr></w:p>")),
    ]
  }

  // MARK: Text of a paragraph

  /// A directive in a paragraph's own bytes.
  private struct Cut {
    var range: Range<Int>
    var segment: Int
    /// Opens, turns or closes something in this paragraph.
    var isFlow: Bool
  }

  private mutating func paragraph(_ element: Int) -> [Node] {
    let number = number(element)
    var place = 0
    var places: [Int: Range<Int>] = [:]
    for piece in markup.letters(element) {
      places[piece.element] = place..<place + piece.text.count
      place += piece.text.count
    }
    var writer = InlineWriter(
      number: number, places: places, cuts: cuts(number), tree: TemplateTree<Leaf>(scanner))
    inline(element, isOpenedUp: false, &writer)
    return [.leaf(.raw(markup.opening(element)))]
      + writer.tree.finish(&expressions, into: &findings)
      + [.leaf(.raw(markup.closing(element)))]
  }

  private struct InlineWriter {
    var number: Int
    /// Where the letters of an element stand in the paragraph's text.
    var places: [Int: Range<Int>]
    var cuts: [Cut]
    var tree: TemplateTree<Leaf>
    /// Fields that have begun and not ended.
    var fields = 0
    /// How many fields were open where each open directive stands.
    var opened: [(fields: Int, whole: Range<Int>)] = []

    mutating func pass(field: Int, in markup: WordMarkup) {
      guard let type = markup.value(field, "w:fldCharType") else { return }
      if markup.bytes[type].elementsEqual("begin".utf8) { fields += 1 }
      if markup.bytes[type].elementsEqual("end".utf8) { fields -= 1 }
    }
  }

  /// The source has the text normalised; braces are the same there and here, so they are counted.
  private func cuts(_ number: Int) -> [Cut] {
    let text = texts[number].text
    let source = scanner.source.bytes
    let line = lines[number]
    let opening = text.indices.filter { text[$0] == UInt8(ascii: "{") }
    let closing = text.indices.filter { text[$0] == UInt8(ascii: "}") }
    var cuts: [Cut] = []
    for (index, segment) in segments[number].enumerated() {
      guard case .directive(_, let whole) = segment else { continue }
      let before = source[line.lowerBound..<whole.lowerBound].count { $0 == UInt8(ascii: "{") }
      let until = source[line.lowerBound..<whole.upperBound].count { $0 == UInt8(ascii: "}") }
      guard opening.indices.contains(before), closing.indices.contains(until - 1) else { continue }
      let mark = Mark(paragraph: number, segment: index)
      cuts.append(
        Cut(
          range: opening[before]..<max(opening[before], closing[until - 1] + 1), segment: index,
          isFlow: flow(mark) != nil && !ofRows.contains(mark)))
    }
    return cuts
  }

  private mutating func inline(
    _ element: Int, isOpenedUp: Bool, _ writer: inout InlineWriter
  ) {
    for child in markup.elements[element].children {
      let one = markup.elements[child]
      switch one.kind {
      case .run: run(child, &writer)
      case .properties where isOpenedUp: continue
      case .properties: writer.tree.add(.group(properties(child)))
      case .gone, .once: writer.tree.add(.raw(one.range))
      default:
        guard one.hasRun else {
          writer.tree.add(.group(container(child)))
          continue
        }
        // What a loop begins or ends in the middle of would be torn: a link, a control, tracked text.
        let place = place(of: child, writer)
        let isTorn = writer.cuts.contains { $0.isFlow && $0.range.overlaps(place) }
        if !isTorn { writer.tree.add(.raw(markup.opening(child))) }
        inline(child, isOpenedUp: isTorn, &writer)
        if !isTorn { writer.tree.add(.raw(markup.closing(child))) }
      }
    }
  }

  /// Where the letters inside an element stand.
  private func place(of element: Int, _ writer: InlineWriter) -> Range<Int> {
    let found = markup.letters(element).compactMap { writer.places[$0.element] }
    return (found.first?.lowerBound ?? 0)..<(found.last?.upperBound ?? 0)
  }

  private mutating func run(_ run: Int, _ writer: inout InlineWriter) {
    let pieces = markup.elements[run].children
    let isTouched = pieces.contains { piece in
      writer.places[piece].map { place in writer.cuts.contains { $0.range.overlaps(place) } }
        ?? false
    }
    guard isTouched || markup.elements[run].hasParagraph else {
      for piece in pieces where markup.elements[piece].kind == .field {
        writer.pass(field: piece, in: markup)
      }
      writer.tree.add(.raw(markup.elements[run].range))
      return
    }
    let looks = pieces.first { markup.elements[$0].kind == .runProperties }
    func inRun(_ nodes: [Node]) -> Leaf {
      var all: [Node] = [.leaf(.raw(markup.opening(run)))]
      if let looks { all.append(.leaf(.raw(markup.elements[looks].range))) }
      return .group(all + nodes + [.leaf(.raw(markup.closing(run)))])
    }
    for piece in pieces where piece != looks {
      if markup.elements[piece].kind == .field { writer.pass(field: piece, in: markup) }
      guard let place = writer.places[piece],
        writer.cuts.contains(where: { $0.range.overlaps(place) })
      else {
        writer.tree.add(inRun(container(piece)))
        continue
      }
      var cursor = place.lowerBound
      while cursor < place.upperBound {
        if let cut = writer.cuts.first(where: { $0.range.contains(cursor) }) {
          if cursor == cut.range.lowerBound { directive(cut, run, &writer) }
          cursor = min(cut.range.upperBound, place.upperBound)
          continue
        }
        let next = writer.cuts.first { $0.range.lowerBound > cursor }?.range.lowerBound
        let end = min(next ?? place.upperBound, place.upperBound)
        let text = Array(texts[writer.number].text[cursor..<end])
        writer.tree.add(inRun([.leaf(.text(text))]))
        cursor = end
      }
    }
  }

  private mutating func directive(_ cut: Cut, _ run: Int, _ writer: inout InlineWriter) {
    let pieces = segments[writer.number]
    guard case .directive(let directive, let whole) = pieces[cut.segment] else { return }
    if case .value(let range, let form) = directive {
      let expression = expressions.add(.value(form, standsAlone: pieces.count == 1), range)
      writer.tree.add(.value(expression, run: run))
    } else if cut.isFlow {
      keepFieldsWhole(directive, whole, &writer)
      writer.tree.add(directive, whole, &expressions, into: &findings)
    }
  }

  /// A field that begins in what is repeated ends there too.
  private mutating func keepFieldsWhole(
    _ directive: TemplateDirective, _ whole: Range<Int>, _ writer: inout InlineWriter
  ) {
    switch directive {
    case .loop, .branch: writer.opened.append((writer.fields, whole))
    default:
      guard let open = writer.opened.last else { return }
      if open.fields != writer.fields {
        findings.add(
          TemplateMessages.crossesBorder(
            opened: scanner.span(open.whole), closed: scanner.span(whole)))
      }
      if directive == .end { writer.opened.removeLast() }
    }
  }

  // MARK: Widths, in twips

  /// 0: as wide as the layout's text.
  private func textWidth(at paragraph: Int) -> Int {
    let start = markup.elements[paragraph].range.lowerBound
    let section = markup.elements.indices.first {
      markup.elements[$0].kind == .section && markup.elements[$0].range.lowerBound > start
    }
    guard let section, let size = markup.first(.pageSize, in: section),
      let margins = markup.first(.pageMargins, in: section),
      let width = markup.number(size, "w:w"), let left = markup.number(margins, "w:left"),
      let right = markup.number(margins, "w:right"), (0...100_000).contains(width),
      (0...100_000).contains(left), (0...100_000).contains(right)
    else { return 0 }
    return max(0, width - left - right)
  }

  private func width(ofCell cell: Int) -> Int? {
    guard let width = markup.first(.cellWidth, in: cell).flatMap({ markup.number($0, "w:w") }),
      (1000...100_000).contains(width)
    else { return nil }
    return width - WordTreeBuilder.cellMargins
  }

  private static let cellMargins = 216
}
