// Comparisons: `= <> < <= > >=`, `là`, `nằm trong`, and the words `từ … trở lên`, `dưới`, `không quá`…
//
// One comparison only: a second one after it is an error. `, tính trên E` after a comparison divides
// what is compared by E: the share of ballots.

import ThiDuaText

extension Parser {
  mutating func comparison() -> Expression {
    let start = position
    let left = rangeLevel()
    guard !hasFailed, let result = compared(left, start) else { return left }
    if !hasFailed, continuesComparison {
      fail(SyntaxMessages.chainedComparison(span: place))
      return invalid(start)
    }
    return result
  }

  private var continuesComparison: Bool {
    if let symbol = current.symbol?.comparison { return symbol != .equal || rules.equals }
    if comparison(at: position) != nil { return true }
    switch reserved(at: position)?.id {
    case .same?, .isNot?, .memberOf?, .notMemberOf?: return true
    default: return false
    }
  }

  private mutating func compared(_ left: Expression, _ start: Int) -> Expression? {
    if let symbol = current.symbol?.comparison {
      if symbol == .equal, !rules.equals { return nil }
      position += 1
      return Expression(.binary(symbol, left, rangeLevel()), span(from: start))
    }
    if let word = comparison(at: position) {
      return compared(left, by: word.id, count: word.count, start)
    }
    let join: BinaryOperator? =
      switch reserved(at: position)?.id {
      case .same?: .isSame
      case .isNot?: .isNotSame
      case .memberOf?: .memberOf
      case .notMemberOf?: .notMemberOf
      default: nil
      }
    guard let join, let phrase = reserved(at: position) else { return nil }
    position += phrase.count
    return Expression(.binary(join, left, rangeLevel()), span(from: start))
  }

  private mutating func compared(
    _ left: Expression, by word: Comparison, count: Int, _ start: Int
  ) -> Expression {
    if word == .different || word == .equal {
      position += count
      let right = rangeLevel()
      return Expression(
        .binary(word == .different ? .notEqual : .equal, left, right), span(from: start))
    }
    guard let bounds = bounds() else { return invalid(start) }
    if at(.comma),
      let clause = Phrases.clauses.match(
        tokens, at: position + 1, limit: limit, where: { $0 == .ballotBase })
    {
      let compared = span(from: start)
      position += 1 + clause.count
      let base = additive()
      let share = Expression(.ballot(left, base: base), compared)
      return Expression(.within(share, bounds), span(from: start))
    }
    return Expression(.within(left, bounds), span(from: start))
  }

  /// Reads a comparison phrase from its word on; `khác` and `bằng` are not among them.
  mutating func bounds() -> Bounds? {
    guard let word = Phrases.comparisons.match(tokens, at: position, limit: limit) else {
      return nil
    }
    let start = position
    if word.id == .from { return fromBounds() }
    position += word.count
    let value =
      word.id == .above ? reserving(.upTo) { $0.additive() } : additive()
    if !hasFailed, at(.up) || at(.down), let ending = reserved(at: position) {
      let written = text(start + word.count..<position)
      position += ending.count
      fail(
        SyntaxMessages.twofoldBound(
          word.id.rawValue, written, ending.id.rawValue, span: span(from: start)))
      return nil
    }
    let inclusive = Bounds.End(value, isInclusive: true)
    let exclusive = Bounds.End(value, isInclusive: false)
    switch word.id {
    case .above:
      guard accept(.upTo) else { return Bounds(lower: exclusive, upper: nil, wording: .above) }
      let upper = additive()
      let lower = Bounds.End(covered(value, by: upper), isInclusive: false)
      return Bounds(
        lower: lower, upper: Bounds.End(upper, isInclusive: true), wording: .aboveTo)
    case .below: return Bounds(lower: nil, upper: exclusive, wording: .below)
    case .notBelow: return Bounds(lower: inclusive, upper: nil, wording: .notBelow)
    case .notAbove: return Bounds(lower: nil, upper: inclusive, wording: .notAbove)
    case .atLeast: return Bounds(lower: inclusive, upper: nil, wording: .atLeast)
    case .minimum: return Bounds(lower: inclusive, upper: nil, wording: .minimum)
    case .atMost: return Bounds(lower: nil, upper: inclusive, wording: .atMost)
    case .notExceeding: return Bounds(lower: nil, upper: inclusive, wording: .notExceeding)
    case .mostly: return Bounds(lower: nil, upper: inclusive, wording: .mostly)
    case .maximum: return Bounds(lower: nil, upper: inclusive, wording: .maximum)
    case .before: return Bounds(lower: nil, upper: exclusive, wording: .before)
    case .after: return Bounds(lower: exclusive, upper: nil, wording: .after)
    case .from, .different, .equal:
      position = start
      return nil
    }
  }

  /// What stands between the two numbers of `từ 88 - 90%`, read as a difference.
  private func dashInRange(_ value: Expression) -> Span? {
    guard case .binary(.subtract, let low, let high) = value.node, case .number = low.node,
      case .number = high.node
    else { return nil }
    return Span(file: low.span.file, start: low.span.end, end: high.span.start)
  }

  private mutating func fromBounds() -> Bounds? {
    let start = position
    position += 1
    let value = reserving(.upTo) { $0.additive() }
    let end = Bounds.End(value, isInclusive: true)
    if accept(.up) { return Bounds(lower: end, upper: nil, wording: .fromUp) }
    if accept(.down) { return Bounds(lower: nil, upper: end, wording: .fromDown) }
    guard accept(.upTo) else {
      if !hasFailed {
        let read = span(from: start)
        fail(
          dashInRange(value).map { SyntaxMessages.dashInRange(span: read, dash: $0) }
            ?? SyntaxMessages.openFrom(span: read, insertAt: read.pointAfter))
      }
      return nil
    }
    let isBelow = accept(words: Comparison.below.rawValue)
    let upper = additive()
    let lower = Bounds.End(covered(value, by: upper), isInclusive: true)
    return Bounds(
      lower: lower, upper: Bounds.End(upper, isInclusive: !isBelow),
      wording: isBelow ? .fromToBelow : .fromTo)
  }
}
