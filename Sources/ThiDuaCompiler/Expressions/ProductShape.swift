// Products and quotients of up to three factors as one operation.
//
// `a × b / c` taken as a whole often stays among decimals of six places where `a / c` alone would not, and
// costs one instruction. Constant factors are multiplied at compile time. Exact arithmetic makes all
// orders of reckoning equal, so only the order in which operands are evaluated is kept.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics

enum ProductShape {
  /// x × k
  case scaled(Expr, Exact)
  case product(Expr, Expr)
  case quotient(Expr, Expr)
  /// a × b / c; `order` are the operands (0, 1, 2) in order of evaluation.
  case productQuotient(Expr, Expr, Expr, order: [Int])

  /// The two factors of a plain product: `phần dư(a × b; c)` takes it as a whole too.
  var factors: (Expr, Expr)? {
    switch self {
    case .product(let a, let b): (a, b)
    case .scaled(let a, let k): (a, Expr(.number(k), .number, a.span))
    case .quotient, .productQuotient: nil
    }
  }

  /// nil: to be reckoned factor by factor.
  init?(_ expr: Expr) {
    var factors: [(value: Expr, divides: Bool)] = []
    var rest = expr
    while case .arithmetic(let operation, let left, let right) = rest.node,
      operation == .multiply || operation == .divide
    {
      factors.append((right, operation == .divide))
      if factors.count > 8 { return nil }
      rest = left
    }
    guard !factors.isEmpty else { return nil }
    factors.append((rest, false))
    factors.reverse()

    var above = Exact(1)
    var below = Exact(1)
    var open: [(value: Expr, divides: Bool)] = []
    for factor in factors {
      guard case .number(let number) = factor.value.node else {
        open.append(factor)
        continue
      }
      if factor.divides {
        if number.isZero { return nil }
        below = below * number
      } else {
        above = above * number
      }
    }
    let ratio = above.divided(by: below)
    func isImmediate(_ number: Exact) -> Bool { number.micros.map(Word.holds) ?? false }
    func literal(_ number: Exact) -> Expr { Expr(.number(number), .number, expr.span) }

    switch (open.count, open.map(\.divides)) {
    case (1, [false]):
      if isImmediate(ratio) {
        self = .scaled(open[0].value, ratio)
      } else {
        self = .productQuotient(open[0].value, literal(above), literal(below), order: [0, 1, 2])
      }
    case (1, [true]):
      self = .quotient(literal(ratio), open[0].value)
    case (2, [false, false]):
      if ratio == Exact(1) {
        self = .product(open[0].value, open[1].value)
      } else if !above.isZero {
        let inverse = literal(below.divided(by: above))
        self = .productQuotient(open[0].value, open[1].value, inverse, order: [0, 1, 2])
      } else {
        return nil
      }
    case (2, [false, true]):
      if ratio == Exact(1) {
        self = .quotient(open[0].value, open[1].value)
      } else {
        self = .productQuotient(open[0].value, literal(ratio), open[1].value, order: [0, 1, 2])
      }
    case (2, [true, false]):
      // k / a × b
      self = .productQuotient(literal(ratio), open[1].value, open[0].value, order: [0, 2, 1])
    case (3, _) where open.count(where: \.divides) == 1 && ratio == Exact(1):
      let divisor = open.firstIndex { $0.divides }!
      let others = [0, 1, 2].filter { $0 != divisor }
      let order: [Int] =
        divisor == 0 ? [2, 0, 1] : divisor == 1 ? [0, 2, 1] : [0, 1, 2]
      self = .productQuotient(
        open[others[0]].value, open[others[1]].value, open[divisor].value, order: order)
    default:
      return nil
    }
  }
}
