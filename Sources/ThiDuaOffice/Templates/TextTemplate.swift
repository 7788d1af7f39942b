// Templates as plain text (`.mau`): what the built-in documents are written in and an office may change. In: a
// source. Out: a tree of lines with the findings of its markup. One line is one paragraph:
//
//   # a remark, left out            @đầu, @ký       followed by lines `tên: nội dung`
//   (a blank line ends them)
//   > in the middle                 @bảng 1 6 2…    followed by rows `| cell | cell |`; `|---|` ends the head
//   >> to the right                 @trang ngang, @trang dọc, @sang trang
//   < from the margin               **bold**, *italic*; `\` before a sign takes its meaning away
//   anything else: a paragraph of the body
//
// Invariant: what a value says is never markup. Used by the façade's papers.

import ThiDuaText

public struct TextTemplate: Sendable {
  struct Line: Sendable {
    var texts: [TemplateNode<TemplateText>]
    /// The expression that is all there is on the line.
    var loneExpression: Int?
  }

  let lines: [TemplateNode<Line>]
  public let expressions: [TemplateExpression]

  /// Commands of a line.
  static let commands = ["@đầu", "@ký", "@bảng", "@trang ngang", "@trang dọc", "@sang trang"]

  public init(_ source: Source, into diagnostics: inout Diagnostics) {
    let scanner = TemplateScanner(source: source)
    var expressions = TemplateExpressions()
    var tree = TemplateTree<Line>(scanner)
    var markup = TextMarkup(scanner)
    for number in 1...max(1, source.lineCount) {
      let range = scanner.trimmed(source.lineRange(number))
      if !range.isEmpty, source.bytes[range.lowerBound] == UInt8(ascii: "#") { continue }
      let segments = scanner.segments(range, into: &diagnostics)
      if segments.count == 1, case .directive(let directive, let whole) = segments[0] {
        switch directive {
        case .value, .wrong: break
        default:
          tree.add(directive, whole, &expressions, into: &diagnostics)
          continue
        }
      }
      markup.check(segments, range, into: &diagnostics)
      let first = expressions.all.count
      let texts = scanner.texts(segments, &expressions, into: &diagnostics)
      let isAlone = segments.count == 1 && expressions.all.count == first + 1
      tree.add(Line(texts: texts, loneExpression: isAlone ? first : nil))
    }
    lines = tree.finish(&expressions, into: &diagnostics)
    self.expressions = expressions.all
  }

  /// The document; `title` and `author` are its properties.
  public func document(
    _ layout: DocumentLayout, title: String, author: String, evaluator: any TemplateEvaluator
  ) throws(TemplateStopped) -> Document {
    var composer = TextComposer(layout)
    try lines.walk(evaluator) { (line: Line) throws(TemplateStopped) in
      if let expression = line.loneExpression,
        let blocks = try evaluator.table(expression, width: composer.textWidth, layout: layout)
      {
        composer.add(blocks)
      } else {
        composer.add(try line.texts.filled(evaluator))
      }
    }
    var document = composer.finish()
    document.title = title
    document.author = author
    return document
  }
}

/// Checks the markup of a text template before anything is filled in.
private struct TextMarkup {
  private enum Context { case body, attributes([String]), table }

  private let scanner: TemplateScanner
  private var context = Context.body

  init(_ scanner: TemplateScanner) { self.scanner = scanner }

  mutating func check(
    _ segments: [TemplateSegment], _ line: Range<Int>, into diagnostics: inout Diagnostics
  ) {
    // A blank line ends what stands above it.
    if segments.isEmpty { context = .body }
    guard case .literal(let first)? = segments.first else { return }
    let text = scanner.text(first)
    if text.hasPrefix("@") { return command(text, scanner.span(line), into: &diagnostics) }
    switch context {
    case .attributes(let known):
      guard let colon = text.firstIndex(of: ":") else {
        return context = .body
      }
      let name = String(text[..<colon])
      if !known.contains(where: { VietnameseText.lookupKey($0) == VietnameseText.lookupKey(name) })
      {
        diagnostics.add(
          TemplateMessages.unknownLine(
            name, known: known, suggestions: Self.suggestions(for: name, in: known),
            span: scanner.span(first.lowerBound..<first.lowerBound + name.utf8.count)))
      }
    case .table:
      if !text.hasPrefix("|") { context = .body }
    case .body:
      if text.hasPrefix("|") {
        diagnostics.add(TemplateMessages.rowOutsideTable(span: scanner.span(line)))
      }
    }
  }

  /// Names spelt alike, or else those the name is a part of: `tên` may be `họ tên`.
  private static func suggestions(for name: String, in known: [String]) -> [String] {
    let alike = Spelling.closest(to: name, in: known)
    if !alike.isEmpty { return alike }
    let words = Set(VietnameseText.lookupKey(name).split(separator: " "))
    return known.filter { known in
      VietnameseText.lookupKey(known).split(separator: " ").contains { words.contains($0) }
    }
  }

  private mutating func command(
    _ text: String, _ span: Span, into diagnostics: inout Diagnostics
  ) {
    let words = text.split(separator: " ").map(String.init)
    let key = VietnameseText.lookupKey(text)
    context = .body
    switch VietnameseText.lookupKey(words[0]) {
    case "@đầu": context = .attributes(TextComposer.headingNames)
    case "@ký": context = .attributes(TextComposer.signatureNames)
    case "@bảng":
      context = .table
      if TextComposer.shares(text) == nil {
        diagnostics.add(
          TemplateMessages.tableWidths(words.dropFirst().joined(separator: " "), span: span))
      }
    default:
      if TextTemplate.commands.contains(key) { return }
      diagnostics.add(
        TemplateMessages.unknownLine(
          text, known: TextTemplate.commands,
          suggestions: Spelling.closest(to: text, in: TextTemplate.commands), span: span))
    }
  }
}
