// Tokens to the untyped tree: the state every part of the parser shares.
//
// In: tokens, logical lines, declared names. Out: items of `Script`, diagnostics, and the depth of
// each line for the formatter. Total: after the first error of a line the rest of that line is
// silent, and reading goes on with the next line; every loop moves forward at least one token or
// line. One file a concept: names, expressions, comparisons, declarations, rules, awards, data,
// statements. Internal to ThiDuaSyntax.

import ThiDuaNumber
import ThiDuaText

struct Parser {
  let source: Source
  let tokens: [Token]
  let lines: [LogicalLine]
  let declared: DeclaredNames
  var diagnostics = Diagnostics()
  /// Where a finding of the parser tells what the lexer's findings there only hint at.
  var toldWhole: [Span] = []

  /// Index of the logical line being read, the token in it, and the line's end.
  var line = 0
  var position = 0
  var limit = 0
  /// Set by the first error of a line; what follows in the line is not reported.
  var hasFailed = false

  var rules = Rules()
  /// Nesting of expressions and blocks, and operators of the current line: both are bounded, so that
  /// neither this parser nor a later stage can run out of stack.
  var depth = 0
  var operators = 0

  /// Blocks that wait for `hết`, innermost last.
  var open: [(head: Head, span: Span)] = []
  /// Set when blocks nest too deep: the rest of the source is left unread, and one error is enough.
  var hasGivenUp = false
  /// True when the source ended inside a block (the console asks for more).
  var endedInBlock = false
  /// Set while what follows `sửa đổi`, `bổ sung` or `thay thế` is read: see Parser+Amendments.swift.
  var amending: AmendmentReading?
  /// Depth of indentation of every logical line, and tokens the formatter glues to the one before.
  var indentation: [Int]
  var blockDepth = 0
  var glued: Set<Int> = []
  var signs: Set<Int> = []

  static let maximumDepth = 200
  static let maximumBlocks = 60
  static let maximumOperators = 1_000

  /// What the words around an expression allow inside it.
  struct Rules {
    /// `=` compares.
    var equals = false
    /// `mà` and `sắp theo` belong to the list just before; false inside the condition of a `mà`.
    var filters = true
    /// A text after a name looks a subject up; false in output columns.
    var lookups = true
    var connectors = Connector.Active.none
    static let inBrackets = Rules(equals: true)
  }

  init(source: Source, tokens: [Token], lines: [LogicalLine], declared: DeclaredNames) {
    self.source = source
    self.tokens = tokens
    self.lines = lines
    self.declared = declared
    indentation = Array(repeating: 0, count: lines.count)
  }

  // MARK: Lines

  /// Makes the current line readable from its first token.
  mutating func beginLine() {
    let range = lines[line].tokens
    position = range.lowerBound
    limit = range.upperBound
    hasFailed = false
    operators = 0
    indentation[line] = blockDepth
    rules = Rules()
  }

  var hasLine: Bool { line < lines.count }

  /// Reports what is left of the line and moves to the next one.
  mutating func endLine() {
    if position < limit { reportLeftover() }
    line += 1
  }

  /// Leaves the line without another word.
  mutating func skipLine() {
    position = limit
    line += 1
  }

  var lineSpan: Span {
    guard limit > lines[line].tokens.lowerBound else { return .none }
    return tokens[lines[line].tokens.lowerBound].span.joined(tokens[limit - 1].span)
  }

  // MARK: Tokens

  var isAtEnd: Bool { position >= limit }

  /// The current token; at the end of the line an empty one right after the last.
  var current: Token { token(at: position) }

  func token(at index: Int) -> Token {
    if index < limit { return tokens[index] }
    let place = limit > 0 ? tokens[limit - 1].span.pointAfter : source.fullSpan.pointAfter
    return Token(kind: .end, span: place, key: "", word: 0, spaceBefore: true)
  }

  /// From a token to the last one read.
  func span(from start: Int) -> Span {
    guard start < position, start < tokens.count else { return token(at: start).span }
    return tokens[start].span.joined(tokens[position - 1].span)
  }

  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return source.text(tokens[first].span.joined(tokens[last].span))
  }

  func at(_ symbol: Symbol) -> Bool { position < limit && tokens[position].isSymbol(symbol) }

  mutating func accept(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    position += 1
    return true
  }

  func reserved(at index: Int) -> (id: Reserved, count: Int)? {
    Phrases.reserved.match(tokens, at: index, limit: limit)
  }

  func at(_ phrase: Reserved) -> Bool { reserved(at: position)?.id == phrase }

  mutating func accept(_ phrase: Reserved) -> Bool {
    guard let found = reserved(at: position), found.id == phrase else { return false }
    position += found.count
    return true
  }

  func at(_ connector: Connector) -> Bool {
    Phrases.connectors.match(tokens, at: position, limit: limit) { $0 == connector } != nil
  }

  mutating func accept(_ connector: Connector) -> Bool {
    guard
      let found = Phrases.connectors.match(
        tokens, at: position, limit: limit, where: { $0 == connector })
    else { return false }
    position += found.count
    return true
  }

  /// Accepts words that are no phrase of the table, such as `chữ số` or `là chính thức`.
  mutating func accept(words: String) -> Bool {
    let wanted = Vocabulary.phrase(words)
    guard position + wanted.count <= limit else { return false }
    for (offset, word) in wanted.enumerated() where tokens[position + offset].word != word {
      return false
    }
    position += wanted.count
    return true
  }

  // MARK: Errors

  /// Reports an error and keeps quiet for the rest of the line.
  mutating func fail(_ diagnostic: Diagnostic) {
    if case .reported = current.kind { hasFailed = true }
    if !hasFailed { diagnostics.add(diagnostic) }
    hasFailed = true
  }

  /// Reports an error after which the line still makes sense.
  mutating func warn(_ diagnostic: Diagnostic) {
    if !hasFailed { diagnostics.add(diagnostic) }
  }

  /// The word or sign at the current place, nil at the end of the line.
  var found: String? {
    guard position < limit else { return nil }
    return source.text(tokens[position].span)
  }

  /// Where an error about the current place points.
  var place: Span { current.span }

  mutating func expect(_ phrase: Reserved, in construct: String) -> Bool {
    if accept(phrase) { return true }
    failMissing(phrase.rawValue, in: construct)
    return false
  }

  mutating func expect(_ connector: Connector, in construct: String) -> Bool {
    if accept(connector) { return true }
    failMissing(connector.rawValue, in: construct)
    return false
  }

  /// A missing word; if it stands in the line without its accents, that is the error.
  mutating func failMissing(_ word: String, in construct: String) {
    guard !hasFailed else { return }
    let bare = VietnameseText.unaccented(word, lowercased: true)
    let count = word.split(separator: " ").count
    let first = lines[min(line, lines.count - 1)].tokens.lowerBound
    var index = max(first, position - 12)
    while index + count <= limit {
      let range = index..<index + count
      let key = tokens[range].map(\.key).joined(separator: " ")
      if tokens[range].allSatisfy(\.isWord), key != VietnameseText.lookupKey(word),
        VietnameseText.unaccented(key, lowercased: true) == bare
      {
        let place = tokens[index].span.joined(tokens[index + count - 1].span)
        fail(SyntaxMessages.unaccentedKeyword(text(range), write: word, span: place))
        return
      }
      index += 1
    }
    fail(SyntaxMessages.missingWord(word, in: construct, found: found, span: place))
  }

  mutating func reportLeftover() {
    let token = current
    if case .reported = token.kind {
      hasFailed = true
      return
    }
    if hasFailed { return }
    if position > 0, position > lines[line].tokens.lowerBound, token.numeral != nil,
      tokens[position - 1].numeral != nil
    {
      let both = tokens[position - 1].span.joined(token.span)
      let joined = source.text(tokens[position - 1].span) + "." + source.text(token.span)
      fail(SyntaxMessages.spacedNumber(suggestion: joined, span: both))
      return
    }
    switch token.symbol {
    case .closeParen?, .closeBracket?:
      fail(SyntaxMessages.strayBracket(source.text(token.span), span: token.span))
    case .equal?:
      fail(SyntaxMessages.equalsOutsideCondition(span: token.span))
    case .comma?:
      failUnknownClause(allowed: [])
    default:
      if failMissingComma() { return }
      let rest = text(position..<min(limit, position + 4))
      fail(SyntaxMessages.leftover(rest, span: token.span))
    }
  }

  /// A clause without the comma before it, as in `của tập thể tối đa 6 điểm`.
  private mutating func failMissingComma() -> Bool {
    guard position > lines[line].tokens.lowerBound else { return false }
    if open.last?.head == .subjectKind,
      let bound = Phrases.comparisons.match(tokens, at: position, limit: limit)
    {
      failMissingComma(before: position..<position + bound.count)
      return true
    }
    guard let clause = Phrases.clauses.match(tokens, at: position, limit: limit),
      clause.id != .effectiveFrom
    else { return false }
    failMissingComma(before: position..<position + clause.count)
    return true
  }

  /// The words would be understood behind a comma.
  mutating func failMissingComma(before words: Range<Int>) {
    fail(
      SyntaxMessages.missingComma(
        before: text(words),
        span: tokens[words.lowerBound].span.joined(tokens[words.upperBound - 1].span),
        insertAt: tokens[words.lowerBound - 1].span.pointAfter))
  }

  /// A comma followed by a clause this line does not know.
  mutating func failUnknownClause(allowed: [ClauseHead]) {
    let start = min(position + 1, limit)
    var end = start
    while end < limit, end < start + 4, tokens[end].isWord { end += 1 }
    let written = end > start ? text(start..<end) : (start < limit ? text(start..<start + 1) : "")
    let texts = allowed.map(\.rawValue)
    let place =
      start < limit ? tokens[start].span.joined(tokens[max(start, end - 1)].span) : current.span
    if written.isEmpty {
      fail(SyntaxMessages.valueExpected(found: nil, after: ",", span: place))
      return
    }
    fail(
      SyntaxMessages.unknownClause(
        written, allowed: texts, suggestions: Spelling.closest(to: written, in: texts),
        span: place))
  }

  // MARK: Depth

  /// Goes one level down; false, with an error, when that is too deep.
  mutating func descend() -> Bool {
    depth += 1
    if depth <= Parser.maximumDepth { return true }
    fail(SyntaxMessages.tooDeep(limit: Parser.maximumDepth, span: place))
    return false
  }

  /// Counts one operator of the line; false, with an error, when there are too many.
  mutating func countOperator() -> Bool {
    operators += 1
    if operators <= Parser.maximumOperators { return true }
    fail(SyntaxMessages.tooDeep(limit: Parser.maximumOperators, span: place))
    position = limit
    return false
  }

  /// Reads with other rules, then goes back to the present ones.
  mutating func with<Result>(
    _ inner: Rules, _ body: (inout Parser) -> Result
  ) -> Result {
    let outer = rules
    rules = inner
    defer { rules = outer }
    return body(&self)
  }

  /// Reads with further connectors reserved.
  mutating func reserving<Result>(
    _ connectors: Connector..., body: (inout Parser) -> Result
  ) -> Result {
    var inner = rules
    for connector in connectors { inner.connectors.insert(connector.bit) }
    return with(inner, body)
  }
}
