// Atoms: numbers with units, dates, texts, names, calls, lookups, brackets, quantifiers.

import ThiDuaNumber
import ThiDuaText

extension Parser {
  mutating func atom() -> Expression {
    let start = position
    switch current.kind {
    case .numeral: return number()
    case .symbol(.minus), .symbol(.plus):
      return token(at: position + 1).numeral != nil ? number() : missingValue(start)
    case .text(let parts):
      position += 1
      return Expression(.text(pieces(parts, of: tokens[start].span)), span(from: start))
    case .symbol(.openParen):
      position += 1
      let inner = with(.inBrackets) { $0.expression() }
      close(.closeParen, opening: "(")
      return Expression(inner.node, span(from: start))
    case .symbol(.openBracket): return listOrDictionary()
    case .word, .quotedName: return phraseAtom()
    default: return missingValue(start)
    }
  }

  private mutating func missingValue(_ start: Int) -> Expression {
    failValue(after: nil)
    return invalid(start)
  }

  // MARK: Numbers

  /// `-8,5`, `85%`, `2.340.000 đồng`, `5 triệu đồng`, `14/10/2026`.
  mutating func number(takesUnit: Bool = true) -> Expression {
    let start = position
    let isNegative = at(.minus)
    if at(.minus) || at(.plus) {
      signs.insert(position)
      position += 1
    }
    let token = current
    guard let numeral = token.numeral else { return missingValue(start) }
    position += 1
    if case .date(let date) = numeral, !isNegative {
      return Expression(.date(date), span(from: start))
    }
    var value = value(of: numeral, token) ?? Exact(0)
    if isNegative { value = -value }
    var multipliers = 0
    while multipliers < 2,
      let multiplier = Phrases.multipliers.match(tokens, at: position, limit: limit),
      isMultiplier(endingAt: position + multiplier.count)
    {
      value = value * Exact(multiplier.id)
      multipliers += 1
      position += multiplier.count
    }
    if accept(.percent) {
      glued.insert(position - 1)
      return Expression(
        .number(value.divided(by: Exact(100)), unit: .percent), span(from: start))
    }
    let unit = takesUnit ? unit(after: token.span) : nil
    return Expression(.number(value, unit: unit), span(from: start))
  }

  /// `tỷ` multiplies unless it begins a longer unit phrase.
  private func isMultiplier(endingAt end: Int) -> Bool {
    !declared.units.contains(
      tokens[position..<max(end, nameEnd(from: position))].map(\.key).joined(separator: " "))
  }

  /// The value the digits stand for; wrong spellings are reported, and guessed where one can.
  private mutating func value(of numeral: Numeral, _ token: Token) -> Exact? {
    let written = source.text(token.span)
    let digits = Array(written.utf8)
    switch numeral {
    case .whole, .grouped, .decimal:
      let parts = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let integer = parts[0].filter { $0 != UInt8(ascii: ".") }
      return Exact(digits: integer, fraction: parts.count > 1 ? parts[1] : [], isNegative: false)
    case .dotted:
      let parts = written.split(separator: ".")
      let suggestion =
        parts.count == 2 ? "\(parts[0]),\(parts[1])" : parts.joined()
      warn(SyntaxMessages.decimalPoint(written, suggestion: suggestion, span: token.span))
    case .lettered: warn(SyntaxMessages.codeAsNumber(written, span: token.span))
    case .date: warn(SyntaxMessages.valueExpected(found: written, after: "-", span: token.span))
    case .malformed(.commas), .malformed(.groups):
      warn(SyntaxMessages.malformedNumber(written, span: token.span))
    case .malformed(.shortYear): warn(SyntaxMessages.shortYear(written, span: token.span))
    case .malformed(.noSuchDate): warn(SyntaxMessages.noSuchDate(written, span: token.span))
    case .malformed(.tooLong): warn(SyntaxMessages.numberTooLong(span: token.span))
    }
    return nil
  }

  private static let eachKey = VietnameseText.lookupKey("mỗi")

  /// The unit written after a number: the whole phrase, or an error.
  private mutating func unit(after number: Span) -> Unit? {
    let end = unitEnd()
    guard end > position else { return nil }
    let start = position
    let phrase = name(start..<end)
    position = end
    guard declared.units.contains(phrase.key) else {
      let range = end - 1 > start ? start + 1..<end - 1 : start..<start
      if let each = range.first(where: { tokens[$0].key == Parser.eachKey }) {
        fail(
          SyntaxMessages.eachWithoutFor(phrase.text, span: phrase.span, each: tokens[each].span))
        return nil
      }
      if let line = scoringLine(in: start..<end) {
        failMissingColon(before: line, why: "Sau dấu hai chấm mới là cách chấm.")
        return nil
      }
      let suggestions = Spelling.closest(to: phrase.text, in: UnitWord.texts)
      fail(
        SyntaxMessages.unknownUnit(
          phrase.text, number: source.text(number), suggestions: suggestions, span: phrase.span))
      return nil
    }
    return Unit(text: phrase.text, key: phrase.key)
  }

  /// The words after a number; a code is no part of a unit.
  private func unitEnd() -> Int {
    let end = nameEnd(from: position)
    var index = position
    while index < end, tokens[index].isWord { index += 1 }
    return index
  }

  /// `%` or the unit on the last bound of a range covers the first one too.
  func covered(_ lower: Expression, by upper: Expression) -> Expression {
    guard case .number(let value, nil) = lower.node, case .number(_, let unit?) = upper.node else {
      return lower
    }
    let scaled = unit == .percent ? value.divided(by: Exact(100)) : value
    return Expression(.number(scaled, unit: unit), lower.span)
  }

  // MARK: Texts

  /// The pieces of a text, expressions inside braces parsed by a parser of their own.
  mutating func pieces(_ parts: [TextPart], of span: Span) -> [TextPiece] {
    parts.map { part in
      switch part {
      case .literal(let text): .literal(text)
      case .code(let range): interpolation(range)
      }
    }
  }

  private mutating func interpolation(_ range: Range<Int>) -> TextPiece {
    var lexer = Lexer(source, range: range)
    lexer.run()
    let whole = LogicalLine(
      tokens: 0..<lexer.tokens.count, physical: 0...0, isTableRow: false)
    var inner = Parser(
      source: source, tokens: lexer.tokens, lines: [whole], declared: declared)
    inner.diagnostics = lexer.diagnostics
    inner.depth = depth + 1
    inner.beginLine()
    inner.hasFailed = inner.diagnostics.hasErrors
    let placeholder = Span(
      file: source.id, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    if lexer.tokens.isEmpty {
      fail(SyntaxMessages.valueExpected(found: nil, after: "{", span: placeholder))
      return .value(Expression(.invalid, placeholder), decimals: nil)
    }
    let value = inner.with(.inBrackets) { $0.expression() }
    let decimals = inner.accept(.colon) ? inner.decimals() : nil
    inner.endLine()
    diagnostics.add(contentsOf: inner.diagnostics)
    return .value(value, decimals: decimals)
  }

  /// A number of decimals written out: 0…20.
  mutating func decimals() -> Int? {
    if current.numeral == .whole, let count = Int(source.text(place)), count <= 20 {
      position += 1
      return count
    }
    fail(SyntaxMessages.decimalsExpected(span: place))
    return nil
  }

  // MARK: Lists

  private mutating func listOrDictionary() -> Expression {
    let start = position
    position += 1
    return with(.inBrackets) { parser in
      if parser.accept(.closeBracket) { return Expression(.list([]), parser.span(from: start)) }
      if parser.at(.colon), parser.token(at: parser.position + 1).isSymbol(.closeBracket) {
        parser.position += 2
        return Expression(.dictionary([]), parser.span(from: start))
      }
      var items: [Expression] = []
      var entries: [(key: Expression, value: Expression)] = []
      repeat {
        let item = parser.expression()
        if entries.isEmpty == items.isEmpty ? parser.at(.colon) : !entries.isEmpty,
          parser.accept(.colon)
        {
          entries.append((item, parser.expression()))
        } else {
          items.append(item)
        }
      } while !parser.hasFailed && parser.accept(.semicolon)
        && !parser.at(.closeBracket)
      parser.close(.closeBracket, opening: "[")
      if !entries.isEmpty, !items.isEmpty, let first = items.first {
        parser.fail(
          SyntaxMessages.missingWord(
            ":", in: "[\"a\": 1; \"b\": 2]", found: parser.source.text(first.span),
            span: first.span))
      }
      let node: Expression.Node = entries.isEmpty ? .list(items) : .dictionary(entries)
      return Expression(node, parser.span(from: start))
    }
  }

  // MARK: Phrases

  private mutating func phraseAtom() -> Expression {
    let start = position
    if let quantified = quantifier() { return quantified }
    if let date = datePhrase() { return date }
    if let literal = literalWord(at: position) {
      position += literal.count
      return Expression(literal.id.node, span(from: start))
    }
    let end = nameEnd(from: position)
    guard end > position else { return missingValue(start) }
    let name = name(position..<end)
    position = end
    if at(.openParen) {
      glued.insert(position)
      position += 1
      return Expression(.call(name, arguments()), span(from: start))
    }
    if current.isText, rules.lookups {
      let key = atom()
      return Expression(.lookup(kind: name, key: key), span(from: start))
    }
    if end - start > 1, tokens[end - 1].word == Parser.this, !declared.contains(name.key) {
      return Expression(.current(self.name(start..<end - 1)), span(from: start))
    }
    return Expression(.name(name), name.span)
  }

  static let this = Vocabulary.phrase("này")[0]

  /// `ngày 14/10/2026`; `ngày 10/12` is an error.
  private mutating func datePhrase() -> Expression? {
    guard current.word == Parser.day, let numeral = token(at: position + 1).numeral else {
      return nil
    }
    let start = position
    if numeral.isDate || numeral.isWrongDate {
      position += 1
      let date = number()
      return Expression(date.node, span(from: start))
    }
    guard token(at: position + 2).isSymbol(.slash), !token(at: position + 2).spaceBefore,
      token(at: position + 3).numeral != nil, !token(at: position + 3).spaceBefore
    else { return nil }
    position += 4
    fail(SyntaxMessages.dateWithoutYear(span: span(from: start + 1)))
    return invalid(start)
  }

  /// What stands between the brackets of a call; `trong cùng G mà C` may end an argument.
  mutating func arguments() -> [Expression] {
    with(.inBrackets) { parser in
      if parser.accept(.closeParen) { return [] }
      var arguments: [Expression] = []
      repeat {
        arguments.append(parser.argument())
      } while !parser.hasFailed
        && parser.accept(.semicolon)
      parser.close(.closeParen, opening: "(")
      return arguments
    }
  }

  private mutating func argument() -> Expression {
    let start = position
    let value = expression()
    guard accept(.inSame) else { return value }
    var inner = rules
    inner.filters = false
    let group = with(inner) { $0.additive() }
    let filter = accept(.such) ? filterCondition() : nil
    return Expression(
      .withinGroup(value, group: group, filter: filter), span(from: start))
  }

  // MARK: Quantifiers

  /// `mọi L đều C`, `không L nào C`, `có một trong: C1; C2`.
  private mutating func quantifier() -> Expression? {
    let start = position
    let first = current.word
    if first == Parser.yes, accept(words: "có một trong") {
      guard accept(.colon) else {
        position = start
        return nil
      }
      return oneOf(start)
    }
    let isEvery = first == Parser.all
    guard isEvery || first == Parser.no, finds(isEvery ? .every : .any) else { return nil }
    position += 1
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    let list = reserving(isEvery ? .every : .any) { $0.ofLevel() }
    guard expect(isEvery ? .every : .any, in: isEvery ? "mọi L đều C" : "không L nào C") else {
      return invalid(start)
    }
    skipHas()
    var inner = rules
    inner.equals = true
    let test = with(inner) { $0.comparison() }
    return Expression(isEvery ? .every(list, test) : .none(list, test), span(from: start))
  }

  static let all = Vocabulary.phrase("mọi")[0]
  static let yes = Vocabulary.phrase(LiteralWord.yes.rawValue)[0]

  private mutating func oneOf(_ start: Int) -> Expression {
    var inner = rules
    inner.equals = true
    var conditions: [Expression] = []
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    with(inner) { parser in
      repeat {
        conditions.append(parser.disjunction())
      } while !parser.hasFailed
        && parser.accept(.semicolon)
    }
    return Expression(.anyOf(conditions), span(from: start))
  }

  /// `có` after `đều` or `nào` is passed over unless it is a value or begins a declared name.
  private mutating func skipHas() {
    guard current.word == Parser.yes, literalWord(at: position) == nil,
      !declared.beginsName(tokens, from: position, limit: limit)
    else { return }
    position += 1
  }

  /// True when the connector follows in this phrase, so that `mọi` or `không` is a quantifier.
  private func finds(_ connector: Connector) -> Bool {
    var depth = 0
    var hasFilter = false
    for index in position + 1..<max(limit, position + 1) {
      if let symbol = tokens[index].symbol {
        if symbol.isOpening { depth += 1 }
        if symbol.isClosing { depth -= 1 }
        if depth < 0 { return false }
        if depth == 0, symbol == .comma || symbol == .semicolon || symbol == .colon {
          return false
        }
        continue
      }
      guard depth == 0, tokens[index].isWord else { continue }
      if Phrases.connectors.match(tokens, at: index, limit: limit, where: { $0 == connector })
        != nil
      {
        return true
      }
      switch reserved(at: index)?.id {
      case .such?: hasFilter = true
      case .and?, .or?:
        if !hasFilter { return false }
      case .then?, .when?, .condition?, .otherwise?: return false
      default: break
      }
    }
    return false
  }
}
