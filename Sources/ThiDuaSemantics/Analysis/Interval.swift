// Ranges of values: what a number, date or level can be. In and out: values; exact over rationals.
// Invariant: an interval is never empty (an empty one is nil), and every operation gives a range that
// holds all possible results, so that "outside the range" is certain and "inside" is not.
// Only the analysis imports it.

import ThiDuaNumber

/// A range of values with open, closed or infinite ends.
struct Interval: Equatable {
  /// nil: no lower end.
  var low: Exact?
  var high: Exact?
  var isLowOpen = false
  var isHighOpen = false
  /// All values are multiples of it: 1 for counts, days and levels, 0,25 for points given in
  /// quarters, 0 where only zero is left. nil: any number.
  var step: Exact?

  static let all = Interval()

  static func point(_ value: Exact) -> Interval {
    Interval(low: value, high: value, step: value.magnitude)
  }

  var isPoint: Bool { low != nil && low == high }

  func contains(_ value: Exact) -> Bool {
    if let step, !Self.isMultiple(value, of: step) { return false }
    if let low, value < low || (isLowOpen && value == low) { return false }
    if let high, value > high || (isHighOpen && value == high) { return false }
    return true
  }

  /// The values of both; nil when there are none.
  func intersection(_ other: Interval) -> Interval? {
    var result = self
    if let theirs = other.low {
      if let mine = low, mine > theirs || (mine == theirs && isLowOpen) {
      } else {
        (result.low, result.isLowOpen) = (theirs, other.isLowOpen)
      }
    }
    if let theirs = other.high {
      if let mine = high, mine < theirs || (mine == theirs && isHighOpen) {
      } else {
        (result.high, result.isHighOpen) = (theirs, other.isHighOpen)
      }
    }
    // Being a multiple of both is more; being one of the coarser kind is enough to be true.
    result.step = Self.coarser(step, other.step)
    guard let tight = result.tightened else { return nil }
    if tight.isPoint, let only = tight.low, !contains(only) || !other.contains(only) { return nil }
    return tight
  }

  /// Values of a step have closed ends; nil when nothing is left.
  var tightened: Interval? {
    var result = self
    if let step, step.signum > 0 {
      if let low {
        let first = low.rounded(step: step, .up)
        result.low = isLowOpen && first == low ? first + step : first
        result.isLowOpen = false
      }
      if let high {
        let last = high.rounded(step: step, .down)
        result.high = isHighOpen && last == high ? last - step : last
        result.isHighOpen = false
      }
    }
    if let low = result.low, let high = result.high {
      if low > high || (low == high && (result.isLowOpen || result.isHighOpen)) { return nil }
    }
    return result
  }

  /// The smallest range that holds both.
  func hull(_ other: Interval) -> Interval {
    var result = Interval(step: Self.finer(step, other.step))
    if let a = low, let b = other.low {
      result.low = min(a, b)
      result.isLowOpen = a == b ? isLowOpen && other.isLowOpen : a < b ? isLowOpen : other.isLowOpen
    }
    if let a = high, let b = other.high {
      result.high = max(a, b)
      result.isHighOpen =
        a == b ? isHighOpen && other.isHighOpen : a > b ? isHighOpen : other.isHighOpen
    }
    return result
  }

  static func hull(_ a: Interval?, _ b: Interval?) -> Interval? {
    guard let a else { return b }
    return b.map { a.hull($0) } ?? a
  }

  // MARK: Arithmetic

  var negated: Interval {
    Interval(
      low: high.map { -$0 }, high: low.map { -$0 }, isLowOpen: isHighOpen, isHighOpen: isLowOpen,
      step: step)
  }

  func plus(_ other: Interval) -> Interval {
    Interval(
      low: low.flatMap { a in other.low.map { a + $0 } },
      high: high.flatMap { a in other.high.map { a + $0 } },
      isLowOpen: isLowOpen || other.isLowOpen, isHighOpen: isHighOpen || other.isHighOpen,
      step: Self.finer(step, other.step))
  }

  /// Ends are taken as closed: a range a little too large is still true.
  func times(_ other: Interval) -> Interval {
    let products = step.flatMap { a in other.step.map { a * $0 } }
    if let a = low, let b = high, let c = other.low, let d = other.high {
      let corners = [a * c, a * d, b * c, b * d]
      return Interval(low: corners.min(), high: corners.max(), step: products)
    }
    if let a = low, let c = other.low, !a.isNegative, !c.isNegative {
      return Interval(low: a * c, high: nil, step: products)
    }
    return Interval(step: products)
  }

  func divided(by other: Interval) -> Interval {
    if other.isPoint, let divisor = other.low, !divisor.isZero {
      let result = Interval(
        low: low?.divided(by: divisor), high: high?.divided(by: divisor), isLowOpen: isLowOpen,
        isHighOpen: isHighOpen, step: step?.divided(by: divisor.magnitude))
      return divisor.isNegative
        ? Interval(
          low: result.high, high: result.low, isLowOpen: isHighOpen, isHighOpen: isLowOpen,
          step: result.step)
        : result
    }
    // A sign at least: nothing below zero over nothing below zero.
    if let a = low, let c = other.low, !a.isNegative, !c.isNegative {
      return Interval(low: Exact(0), high: nil)
    }
    return .all
  }

  func smaller(_ other: Interval) -> Interval {
    var result = Interval(step: Self.finer(step, other.step))
    if let a = low, let b = other.low { result.low = min(a, b) }
    result.high = [high, other.high].compactMap { $0 }.min()
    return result
  }

  func larger(_ other: Interval) -> Interval {
    negated.smaller(other.negated).negated
  }

  /// A rounding never changes the order, so the ends may be rounded alone.
  func mapped(_ rounding: (Exact) -> Exact, step: Exact) -> Interval {
    Interval(low: low.map(rounding), high: high.map(rounding), step: step)
  }

  // MARK: Steps

  private static func isMultiple(_ value: Exact, of step: Exact) -> Bool {
    step.isZero ? value.isZero : value.divided(by: step).isInteger
  }

  /// The largest step that both are made of; nil when it would take long numbers.
  private static func finer(_ a: Exact?, _ b: Exact?) -> Exact? {
    guard var x = a, var y = b, x.bitWidth <= 128, y.bitWidth <= 128 else { return nil }
    while !y.isZero { (x, y) = (y, x.remainder(dividingBy: y)) }
    return x
  }

  private static func coarser(_ a: Exact?, _ b: Exact?) -> Exact? {
    guard let a, let b else { return a ?? b }
    return isMultiple(b, of: a) ? b : a
  }
}
