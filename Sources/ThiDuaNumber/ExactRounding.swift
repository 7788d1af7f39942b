// Rounding of Exact: to decimal places, to any step, to whole numbers, and square roots.
//
// In: an exact value and the marks it may fall on. Out: an exact value on a mark. The value is
// never approximated on the way, so 1,005 rounds to 1,01. Cost grows with the number of places: a
// caller bounds what it takes from a user.

extension Exact {
  /// The value on a mark of 10^-places (`places` below zero: tens, hundreds, ...).
  public func rounded(places: Int, _ rule: RoundingRule) -> Exact {
    if isZero { return self }
    if case .small(let micros) = storage {
      if places >= 6 { return self }
      if let rounded = Micros.round(micros, places: places, rule) { return Exact(micros: rounded) }
    }
    // 10^18 times 2^63 stays below 2^123.
    if let (n, d) = narrowTerms, places.magnitude <= 18 {
      let power = Self.powerOfTen(Int(places.magnitude))
      return places >= 0
        ? Exact(rule.divide(Int128(n) * power, by: Int128(d)), power)
        : Exact(rule.divide(Int128(n), by: Int128(d) * power) * power, 1)
    }
    let (n, d) = bigTerms
    let power = BigInteger.powerOfTen(Int(clamping: places.magnitude))
    let one = BigInteger(1)
    return places >= 0
      ? Exact(numerator: rule.divide(n * power, by: d), denominator: power)
      : Exact(numerator: rule.divide(n, by: d * power) * power, denominator: one)
  }

  /// The value on a multiple of `step`, which is above zero.
  public func rounded(step: Exact, _ rule: RoundingRule) -> Exact {
    precondition(step.signum > 0, "step not above zero")
    return step * divided(by: step).rounded(places: 0, rule)
  }

  /// The largest whole number not above the value.
  public var floor: Exact { rounded(places: 0, .down) }

  /// The smallest whole number not below the value.
  public var ceiling: Exact { rounded(places: 0, .up) }

  /// The whole part: rounded towards zero.
  public var truncated: Exact { isNegative ? ceiling : floor }

  /// The square root rounded to `places` decimals, halves away from zero; nil below zero.
  public func squareRoot(places: Int) -> Exact? {
    if isNegative { return nil }
    let (n, d) = bigTerms
    let power = BigInteger.powerOfTen(Int(clamping: places.magnitude))
    let square = power * power
    // floor(2r) from floor(4x); then (floor(2r) + 1) / 2 rounds r to the nearest mark.
    let four = BigInteger(4)
    let radicand =
      places >= 0
      ? (n * square * four).quotient(dividingBy: d)
      : (n * four).quotient(dividingBy: d * square)
    let nearest = (radicand.isqrt() + BigInteger(1)).quotient(dividingBy: BigInteger(2))
    return places >= 0
      ? Exact(numerator: nearest, denominator: power)
      : Exact(numerator: nearest * power, denominator: BigInteger(1))
  }

  /// Ten to the power `exponent`, 0...18.
  private static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
