// Expressions, loosest to tightest: `với mỗi` · `nếu` · `hoặc` · `và` · `không phải` · comparisons ·
// `..` · `+ -` · `* /` · sign · `nếu trống thì` · `của` · `mà`, `sắp theo`, `[i]` · atoms.
//
// Every function reads one level and returns `.invalid` after a reported error. What an expression
// may hold depends on `rules`, which brackets reset.

import ThiDuaNumber
import ThiDuaText

extension Parser {
  func invalid(_ start: Int) -> Expression { Expression(.invalid, span(from: start)) }

  /// A whole expression.
  mutating func expression() -> Expression {
    let start = position
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    var result = conditional()
    while accept(.withEach) {
      let variable = reserving(.inList) { $0.expectName("tên biến") }
      guard let variable, expect(.inList, in: "E với mỗi x trong L"), countOperator() else {
        return invalid(start)
      }
      let list = conditional()
      result = Expression(.mapping(result, variable: variable, list: list), span(from: start))
    }
    return result
  }

  /// A condition: `=` compares, and a bare literal is an error.
  mutating func condition(after word: String = "") -> Expression {
    var inner = rules
    inner.equals = true
    let start = position
    let result = with(inner) { $0.expression() }
    if isLiteral(result) {
      let written = source.text(result.span)
      let offers = word == Reserved.condition.rawValue && at(.then)
      warn(
        SyntaxMessages.literalCondition(written, offersOtherwise: offers, span: result.span))
      return invalid(start)
    }
    return result
  }

  private func isLiteral(_ expression: Expression) -> Bool {
    switch expression.node {
    case .number, .text, .date, .truth, .blank, .notApplicable, .awardState: true
    default: false
    }
  }

  private mutating func conditional() -> Expression {
    let start = position
    guard accept(.condition) else { return disjunction() }
    let construct = "nếu ĐIỀU KIỆN thì A ngược lại B"
    guard descend() else {
      depth -= 1
      return invalid(start)
    }
    defer { depth -= 1 }
    let test = condition(after: Reserved.condition.rawValue)
    guard expect(.then, in: construct) else { return invalid(start) }
    let chosen = conditional()
    if at(.condition), token(at: position + 1).word == Parser.no, !hasFailed {
      let written = span(through: .then)
      fail(
        SyntaxMessages.literalCondition(
          source.text(written), offersOtherwise: true, span: written))
      return invalid(start)
    }
    guard expect(.otherwise, in: construct) else { return invalid(start) }
    let other = conditional()
    return Expression(.conditional(test, then: chosen, otherwise: other), span(from: start))
  }

  static let no = Vocabulary.phrase(LiteralWord.no.rawValue)[0]

  /// From here to the given phrase, or to the end of the line.
  private func span(through phrase: Reserved) -> Span {
    var index = position
    while index < limit, reserved(at: index)?.id != phrase { index += 1 }
    return token(at: position).span.joined(token(at: min(index, limit - 1)).span)
  }

  mutating func disjunction() -> Expression {
    let start = position
    var result = conjunction()
    while accept(.or), countOperator() {
      result = Expression(.binary(.or, result, conjunction()), span(from: start))
    }
    return result
  }

  private mutating func conjunction() -> Expression {
    let start = position
    var result = negation()
    while accept(.and), countOperator() {
      result = Expression(.binary(.and, result, negation()), span(from: start))
    }
    return result
  }

  private mutating func negation() -> Expression {
    let start = position
    guard accept(.not) else { return comparison() }
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    let operand = negation()
    return Expression(.not(operand), span(from: start))
  }

  // MARK: Arithmetic

  mutating func rangeLevel() -> Expression {
    let start = position
    let low = additive()
    guard accept(.range), countOperator() else { return low }
    return Expression(.range(low, additive()), span(from: start))
  }

  mutating func additive() -> Expression {
    let start = position
    var result = multiplicative()
    while let symbol = current.symbol, symbol == .plus || symbol == .minus, countOperator() {
      position += 1
      let right = multiplicative()
      result = Expression(
        .binary(symbol == .plus ? .add : .subtract, result, right), span(from: start))
    }
    return result
  }

  private mutating func multiplicative() -> Expression {
    let start = position
    var result = unary()
    while let symbol = current.symbol, symbol == .star || symbol == .slash, countOperator() {
      if symbol == .slash { checkPerUnit(result) }
      position += 1
      let right = unary()
      result = Expression(
        .binary(symbol == .star ? .multiply : .divide, result, right), span(from: start))
    }
    return result
  }

  /// `0,5 điểm/báo cáo chậm`: a slash glued to a unit and a word means "for each".
  private mutating func checkPerUnit(_ left: Expression) {
    guard case .number(_, let unit?) = left.node, unit != .percent else { return }
    let next = token(at: position + 1)
    guard next.isWord, !current.spaceBefore || declared.units.contains(next.key) else { return }
    warn(SyntaxMessages.perUnitSlash(span: place))
  }

  private mutating func unary() -> Expression {
    let start = position
    guard let symbol = current.symbol, symbol == .minus || symbol == .plus else {
      return ifBlankLevel()
    }
    signs.insert(position)
    if token(at: position + 1).numeral != nil, !token(at: position + 1).spaceBefore {
      return ifBlankLevel()
    }
    guard symbol == .minus else {
      failValue(after: nil)
      return invalid(start)
    }
    position += 1
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    let operand = unary()
    return Expression(.negate(operand), span(from: start))
  }

  private mutating func ifBlankLevel() -> Expression {
    let start = position
    let value = ofLevel()
    guard accept(.ifBlank) else { return value }
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    let replacement = unary()
    return Expression(.ifBlank(value, replacement), span(from: start))
  }

  mutating func ofLevel() -> Expression {
    let start = position
    let value = postfix()
    guard accept(.of) else { return value }
    defer { depth -= 1 }
    guard descend() else { return invalid(start) }
    let owner = ofLevel()
    if case .number = value.node {
      return Expression(.binary(.shareOf, value, owner), span(from: start))
    }
    return Expression(.of(value, owner: owner), span(from: start))
  }

  // MARK: Lists

  private mutating func postfix() -> Expression {
    let start = position
    var result = atom()
    while !hasFailed {
      if at(.openBracket), position > start {
        guard countOperator() else { return invalid(start) }
        glued.insert(position)
        position += 1
        let index = with(.inBrackets) { $0.expression() }
        close(.closeBracket, opening: "[")
        result = Expression(.index(result, index), span(from: start))
      } else if rules.filters, accept(.such) {
        guard countOperator() else { return invalid(start) }
        let test = filterCondition()
        result = Expression(.filter(result, test), span(from: start))
      } else if rules.filters, accept(.sortedBy) {
        guard countOperator() else { return invalid(start) }
        let keys = sortKeysAfterSortedBy()
        result = Expression(.sorted(result, keys), span(from: start))
      } else {
        break
      }
    }
    return result
  }

  /// The condition of `mà`: the next `mà` or `sắp theo` belongs to the list, not to it.
  mutating func filterCondition() -> Expression {
    var inner = rules
    inner.equals = true
    inner.filters = false
    return with(inner) { parser in
      defer { parser.depth -= 1 }
      guard parser.descend() else { return parser.invalid(parser.position) }
      return parser.disjunction()
    }
  }

  private mutating func sortKeysAfterSortedBy() -> [SortKey] {
    if at(.openParen) {
      position += 1
      let keys = with(.inBrackets) { $0.sortKeys() }
      close(.closeParen, opening: "(")
      return keys
    }
    var inner = rules
    inner.filters = false
    return with(inner) { [$0.sortKey()] }
  }

  /// `K1 giảm dần; K2`.
  mutating func sortKeys() -> [SortKey] {
    var keys: [SortKey] = []
    repeat { keys.append(sortKey()) } while !hasFailed && accept(.semicolon)
    return keys
  }

  mutating func sortKey() -> SortKey {
    let start = position
    if let words = orderInWords() {
      fail(
        SyntaxMessages.orderInWords(
          text(words.range), write: words.right.rawValue,
          span: tokens[words.range.lowerBound].span.joined(
            tokens[words.range.upperBound - 1].span)))
      position = words.range.upperBound
      return SortKey(value: invalid(start), isDescending: false, saysDirection: true)
    }
    let value = additive()
    if accept(.descending) {
      return SortKey(value: value, isDescending: true, saysDirection: true)
    }
    let says = accept(.ascending)
    return SortKey(value: value, isDescending: false, saysDirection: says)
  }

  /// `từ cao xuống thấp`, `từ nhỏ đến lớn`… in the key that begins here.
  private func orderInWords() -> (range: Range<Int>, right: Reserved)? {
    var end = position
    while end < limit, !tokens[end].isSymbol(.semicolon), !tokens[end].isSymbol(.comma) { end += 1 }
    for (words, right) in Parser.orderWords {
      guard end - position > words.count else { continue }
      let start = end - words.count
      if zip(tokens[start..<end], words).allSatisfy({ $0.key == $1 }) {
        return (start..<end, right)
      }
    }
    return nil
  }

  private static let orderWords: [([String], Reserved)] = [
    ("từ cao xuống thấp", Reserved.descending), ("từ cao đến thấp", .descending),
    ("từ lớn đến nhỏ", .descending), ("từ trên xuống dưới", .descending),
    ("từ thấp lên cao", .ascending), ("từ thấp đến cao", .ascending),
    ("từ nhỏ đến lớn", .ascending),
  ].map { words, right in
    (words.split(separator: " ").map { VietnameseText.lookupKey(String($0)) }, right)
  }

  /// Reads a closing bracket, or says which opening one waits for it.
  mutating func close(_ symbol: Symbol, opening: String) {
    if accept(symbol) { return }
    if at(.comma) {
      fail(SyntaxMessages.commaAsSeparator(span: place))
    } else if isAtEnd {
      let open = openingBracket(opening)
      fail(
        SyntaxMessages.unclosedBracket(
          opening, expected: symbol.rawValue, span: open ?? place))
    } else {
      reportLeftover()
    }
  }

  /// The last opening bracket of the line that is never closed.
  private func openingBracket(_ written: String) -> Span? {
    var waiting: [Span] = []
    for index in lines[line].tokens.lowerBound..<limit {
      guard let symbol = tokens[index].symbol else { continue }
      if symbol.rawValue == written { waiting.append(tokens[index].span) }
      if symbol.isClosing { _ = waiting.popLast() }
    }
    return waiting.last
  }

  /// The end of a declared name that begins here with a word of the language.
  private var declaredNameEnd: Int? {
    var end = position
    while end < limit, tokens[end].isWord || tokens[end].isCode { end += 1 }
    while end > position + 1 {
      if declared.contains(tokens[position..<end].map(\.key).joined(separator: " ")) { return end }
      end -= 1
    }
    return nil
  }

  mutating func failValue(after: String?) {
    let previous =
      after ?? (position > lines[line].tokens.lowerBound ? text(position - 1..<position) : nil)
    if at(.condition) {
      fail(SyntaxMessages.conditionalNeedsBrackets(span: place))
    } else if at(.colon), let head = headBefore(position) {
      fail(
        SyntaxMessages.colonAfterHead(
          head, rest: text(min(position + 1, limit)..<limit), span: place))
    } else if let end = declaredNameEnd {
      let whole = tokens[position].span.joined(tokens[end - 1].span)
      fail(SyntaxMessages.nameNeedsQuotes(text(position..<end), span: whole))
    } else {
      fail(SyntaxMessages.valueExpected(found: found, after: previous, span: place))
    }
  }
}
