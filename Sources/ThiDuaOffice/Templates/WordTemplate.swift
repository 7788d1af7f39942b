// Templates made in Word. In: a package, and the source whose lines are its paragraphs. Out: filled packages.
// Invariant: what holds no expression comes out byte for byte; every leaf of the trees is whole elements, so
// whatever is repeated or left out, the parts stay well-formed. Used by the façade's papers.

import ThiDuaText

public struct WordTemplate: Sendable {
  /// How a file of Word's begins.
  public static let signature: [UInt8] = [0x50, 0x4B]

  /// What is written once for every time the loops around it go round.
  indirect enum Leaf: Sendable {
    /// Bytes of the part.
    case raw(Range<Int>)
    /// Letters of the template's own.
    case text([UInt8])
    case markup(StaticString)
    /// A value in a run of its own; `run`: the element whose looks it has.
    case value(Int, run: Int)
    case group([TemplateNode<Leaf>])
    /// An expression alone in a paragraph: a whole table, or else the paragraph.
    case lone(Int, [TemplateNode<Leaf>], width: Int, section: Range<Int>?)
    /// A cell or text box ends with a paragraph.
    case ending
  }

  let package: Package
  /// One tree for each part that is written anew.
  let trees: [[TemplateNode<Leaf>]]
  public let expressions: [TemplateExpression]

  public init(_ package: Package, _ source: Source, into diagnostics: inout Diagnostics) {
    self.package = package
    var expressions = TemplateExpressions()
    var findings = Diagnostics()
    var trees: [[TemplateNode<Leaf>]] = []
    var line = 1
    for part in package.written {
      var builder = WordTreeBuilder(
        part, source: source, firstLine: line, expressions: expressions, findings: findings)
      trees.append(builder.part())
      expressions = builder.expressions
      findings = builder.findings
      line += part.paragraphs.count
    }
    self.trees = trees
    self.expressions = expressions.all
    diagnostics.add(contentsOf: WordTemplate.withCrossings(findings))
  }

  /// What is opened in one place and closed in another is one mistake, not two.
  private static func withCrossings(_ findings: Diagnostics) -> Diagnostics {
    var all = findings.all.sorted { $0.span.start < $1.span.start }
    var index = 0
    while index < all.count {
      if all[index].code == "TL103",
        let close = all[index...].firstIndex(where: { ["TL102", "TL104"].contains($0.code) })
      {
        all[index] = TemplateMessages.crossesBorder(
          opened: all[index].span, closed: all[close].span)
        all.remove(at: close)
      }
      index += 1
    }
    var result = Diagnostics()
    for finding in all { result.add(finding) }
    return result
  }

  /// The file, filled in. `opening`: lines before everything else.
  public func filled(
    _ layout: DocumentLayout, opening: [String], evaluator: any TemplateEvaluator
  ) throws(TemplateStopped) -> [UInt8] {
    var contents = package.parts.map(\.content)
    for (place, (part, tree)) in zip(package.written, trees).enumerated() {
      let filler = WordFiller(part.markup, part: place, layout, evaluator)
      if part.index == package.written.first?.index { filler.opening = opening }
      try filler.fill(tree)
      contents[part.index] = filler.xml.bytes
    }
    var archive = ZipWriter()
    for (part, content) in zip(package.parts, contents) { archive.add(part.name, content) }
    return archive.finish()
  }
}
