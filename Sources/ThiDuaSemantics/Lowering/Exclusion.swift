// When two written conditions evidently cannot hold together, so that no test at run time is needed.
// Only what can be read off: the same name against different literals or disjoint ranges.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

enum Exclusion {
  static func areEvidentlyExclusive(_ a: Expression, _ b: Expression) -> Bool {
    let (left, right) = (conjuncts(a), conjuncts(b))
    return left.contains { x in right.contains { y in exclude(x, y) } }
  }

  /// The parts joined by `và`.
  private static func conjuncts(_ expression: Expression) -> [Expression] {
    if case .binary(.and, let a, let b) = expression.node { return conjuncts(a) + conjuncts(b) }
    return [expression]
  }

  private static func exclude(_ a: Expression, _ b: Expression) -> Bool {
    guard let x = region(a), let y = region(b), x.name == y.name else { return false }
    switch (x.values, y.values) {
    case (.one(let p), .one(let q)): return p != q
    case (.range(let p), .range(let q)): return areDisjoint(p, q)
    default: return false
    }
  }

  private struct Region {
    enum Values {
      case one(String)
      case range(Interval)
    }
    var name: String
    var values: Values
  }

  private struct Interval {
    var low: (Exact, Bool)?
    var high: (Exact, Bool)?
  }

  private static func areDisjoint(_ a: Interval, _ b: Interval) -> Bool {
    liesBelow(a.high, b.low) || liesBelow(b.high, a.low)
  }

  private static func liesBelow(_ high: (Exact, Bool)?, _ low: (Exact, Bool)?) -> Bool {
    guard let high, let low else { return false }
    return high.0 < low.0 || (high.0 == low.0 && !(high.1 && low.1))
  }

  private static func region(_ expression: Expression) -> Region? {
    switch expression.node {
    case .name(let name): return Region(name: name.key, values: .one("có"))
    case .not(let inner):
      guard case .name(let name) = inner.node else { return nil }
      return Region(name: name.key, values: .one("không"))
    case .binary(let op, let left, let right):
      guard case .name(let name) = left.node else { return nil }
      return comparison(op, name.key, right)
    case .within(let value, let bounds):
      guard case .name(let name) = value.node else { return nil }
      var interval = Interval()
      if let lower = bounds.lower {
        guard case .number(let number, _) = lower.value.node else { return nil }
        interval.low = (number, lower.isInclusive)
      }
      if let upper = bounds.upper {
        guard case .number(let number, _) = upper.value.node else { return nil }
        interval.high = (number, upper.isInclusive)
      }
      return Region(name: name.key, values: .range(interval))
    default: return nil
    }
  }

  private static func comparison(
    _ op: BinaryOperator, _ name: String, _ right: Expression
  ) -> Region? {
    if op == .isSame || op == .equal {
      if case .text(let pieces) = right.node, pieces.count == 1, case .literal(let text) = pieces[0]
      {
        return Region(name: name, values: .one("\"" + VietnameseText.lookupKey(text)))
      }
      if case .truth(let value) = right.node {
        return Region(name: name, values: .one(value ? "có" : "không"))
      }
    }
    guard case .number(let number, _) = right.node else { return nil }
    let interval: Interval
    switch op {
    case .equal, .isSame: interval = Interval(low: (number, true), high: (number, true))
    case .less: interval = Interval(low: nil, high: (number, false))
    case .lessOrEqual: interval = Interval(low: nil, high: (number, true))
    case .greater: interval = Interval(low: (number, false), high: nil)
    case .greaterOrEqual: interval = Interval(low: (number, true), high: nil)
    default: return nil
    }
    return Region(name: name, values: .range(interval))
  }
}
