// The doors of this stage.
//
// In: a normalised source and the lookup keys of names declared elsewhere. Out: the untyped tree;
// errors go to the sink. Total for every input. Invariant: the same source gives the same tree and
// the same errors, in reading order.

import ThiDuaText

/// Parses a whole script; what could not be understood is reported and left out.
public func parse(
  _ source: Source, knownNames: Set<String> = [], into diagnostics: inout Diagnostics
) -> Script {
  var reading = Reading(source, knownNames)
  let items = reading.parser.script()
  diagnostics.add(contentsOf: reading.finish())
  return Script(items: items, source: source)
}

/// Lookup keys of the names a script declares, for parsing another script that uses them.
public func declaredNames(in source: Source) -> Set<String> {
  Reading(source, []).parser.declared.keys
}

/// Parses a source that holds one expression, such as a cell of a template.
public func parseExpression(
  _ source: Source, knownNames: Set<String> = [], into diagnostics: inout Diagnostics
) -> Expression {
  var reading = Reading(source, knownNames)
  let expression = reading.expression(from: 0)
  diagnostics.add(contentsOf: reading.finish())
  return expression
}

/// Parses an expression that stands in a range of a source, such as a template.
public func parseExpression(
  _ source: Source, range: Range<Int>, knownNames: Set<String> = [],
  into diagnostics: inout Diagnostics
) -> Expression {
  var reading = Reading(source, knownNames, range: range)
  let expression = reading.expression(from: 0)
  diagnostics.add(contentsOf: reading.finish())
  return expression
}

/// What a console line, or several, turned out to be.
public struct ConsoleInput: Sendable {
  /// Items to run; empty when the input is an expression or unfinished.
  public var items: [Item]
  /// Set when the input is an expression to show.
  public var expression: Expression?
  /// True when a block, a bracket or a line is still open: ask for another line and parse again.
  public var needsMoreInput: Bool

  init(items: [Item] = [], expression: Expression? = nil, needsMoreInput: Bool = false) {
    self.items = items
    self.expression = expression
    self.needsMoreInput = needsMoreInput
  }
}

/// Parses what was typed so far at the console.
///
/// A leading `=` makes the input an expression, as in Excel; so does a leading phrase that is a
/// declared name as a whole; otherwise a head makes it a statement. An open block ends at `hết` or at
/// a blank line, that is, when the source ends in two line feeds. While `needsMoreInput` is true no
/// diagnostics are added.
public func parseForConsole(
  _ source: Source, knownNames: Set<String> = [], into diagnostics: inout Diagnostics
) -> ConsoleInput {
  var reading = Reading(source, knownNames)
  let endsBlank = source.bytes.suffix(2).elementsEqual([10, 10])
  if !endsBlank, reading.layoutEndsOpen { return ConsoleInput(needsMoreInput: true) }
  if let start = reading.expressionStart {
    let expression = reading.expression(from: start)
    diagnostics.add(contentsOf: reading.finish())
    return ConsoleInput(expression: expression)
  }
  let items = reading.parser.script()
  if reading.parser.endedInBlock {
    if !endsBlank { return ConsoleInput(needsMoreInput: true) }
    reading.forgetMissingEnd()
  }
  diagnostics.add(contentsOf: reading.finish())
  return ConsoleInput(items: items)
}

/// A source on its way through lexer, layout and parser.
struct Reading {
  let source: Source
  let physical: [PhysicalLine]
  let layoutEndsOpen: Bool
  private let lexical: Diagnostics
  var parser: Parser

  init(_ source: Source, _ knownNames: Set<String>, range: Range<Int>? = nil) {
    self.source = source
    var lexer = Lexer(source, range: range)
    lexer.run()
    let layout = Layout(tokens: lexer.tokens, physical: lexer.lines)
    physical = lexer.lines
    layoutEndsOpen = layout.endsOpen
    lexical = lexer.diagnostics
    let declared = DeclaredNames(
      tokens: lexer.tokens, lines: layout.lines, known: knownNames)
    parser = Parser(
      source: source, tokens: lexer.tokens, lines: layout.lines, declared: declared)
  }

  /// The first token of the expression, if the console input is one.
  var expressionStart: Int? {
    guard let first = parser.lines.first, !first.isTableRow else { return nil }
    var probe = parser
    probe.beginLine()
    if probe.at(.equal) { return 1 }
    let start = probe.position
    if Definition(probe.tokens, first.tokens) != nil { return nil }
    let end = probe.nameEnd(from: start)
    let head = probe.head(in: .script)
    // A title after the phrase declares it again: `nhóm 1 "…"`.
    let isTitled = head != nil && probe.token(at: end).isText
    if end > start, !isTitled, probe.declared.known.contains(probe.name(start..<end).key) {
      return 0
    }
    if head != nil { return nil }
    if probe.unaccentedMatch(Head.allCases.map(\.rawValue)) != nil { return nil }
    if end > start, probe.token(at: end).isSymbol(.equal) { return nil }
    return 0
  }

  /// Reads the first line as one expression.
  mutating func expression(from start: Int) -> Expression {
    guard parser.hasLine else {
      parser.diagnostics.add(
        SyntaxMessages.valueExpected(found: nil, after: nil, span: source.fullSpan))
      return Expression(.invalid, source.fullSpan)
    }
    parser.beginLine()
    parser.position += start
    var rules = Parser.Rules()
    rules.equals = true
    let expression = parser.with(rules) { $0.expression() }
    parser.endLine()
    if parser.hasLine {
      parser.beginLine()
      parser.reportLeftover()
    }
    return expression
  }

  /// A blank line has closed the open blocks.
  mutating func forgetMissingEnd() {
    let kept = parser.diagnostics.all.filter { $0.code != SyntaxMessages.missingEndCode }
    parser.diagnostics = Diagnostics()
    for diagnostic in kept { parser.diagnostics.add(diagnostic) }
  }

  /// All errors in reading order.
  func finish() -> Diagnostics {
    var all = Diagnostics()
    for diagnostic in lexical.all
    where !parser.toldWhole.contains(where: {
      $0.file == diagnostic.span.file && $0.start <= diagnostic.span.start
        && diagnostic.span.end <= $0.end
    }) {
      all.add(diagnostic)
    }
    all.add(contentsOf: parser.diagnostics)
    var sorted = Diagnostics()
    for diagnostic in all.inReadingOrder { sorted.add(diagnostic) }
    return sorted
  }
}
