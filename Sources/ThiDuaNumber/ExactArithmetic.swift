// Comparison and the exact operations of Exact.
//
// In: values in canonical storage. Out: the mathematically exact result in canonical storage.
// Each operation tries millionths, then a pair of Int64 with 128-bit intermediates (products of two
// stay below 2^126, their sum below 2^127), then numbers of any length.

extension Exact: Comparable {
  /// The order of the number line.
  public static func < (a: Exact, b: Exact) -> Bool {
    if case .small(let x) = a.storage, case .small(let y) = b.storage { return x < y }
    if let (n1, d1) = a.narrowTerms, let (n2, d2) = b.narrowTerms {
      return Int128(n1) * Int128(d2) < Int128(n2) * Int128(d1)
    }
    if a.signum != b.signum { return a.signum < b.signum }
    let (n1, d1) = a.bigTerms
    let (n2, d2) = b.bigTerms
    return n1 * d2 < n2 * d1
  }
}

extension Exact: AdditiveArithmetic {
  /// The number zero.
  public static var zero: Exact { Exact(micros: 0) }

  /// `a + b`.
  public static func + (a: Exact, b: Exact) -> Exact {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return Exact(micros: sum) }
    }
    if let (n1, d1) = a.narrowTerms, let (n2, d2) = b.narrowTerms {
      return Exact(
        Int128(n1) * Int128(d2) + Int128(n2) * Int128(d1), Int128(d1) * Int128(d2))
    }
    let (n1, d1) = a.bigTerms
    let (n2, d2) = b.bigTerms
    return Exact(numerator: n1 * d2 + n2 * d1, denominator: d1 * d2)
  }

  /// `a - b`.
  public static func - (a: Exact, b: Exact) -> Exact {
    if case .small(let x) = a.storage, case .small(let y) = b.storage {
      let (difference, overflow) = x.subtractingReportingOverflow(y)
      if !overflow { return Exact(micros: difference) }
    }
    return a + -b
  }
}

extension Exact {
  /// The opposite number.
  public static prefix func - (a: Exact) -> Exact {
    if case .small(let micros) = a.storage, micros != .min { return Exact(micros: -micros) }
    if let (n, d) = a.narrowTerms { return Exact(-Int128(n), Int128(d)) }
    let (n, d) = a.bigTerms
    return Exact(numerator: -n, denominator: d)
  }

  /// `a * b`.
  public static func * (a: Exact, b: Exact) -> Exact {
    if case .small(let x) = a.storage, case .small(let y) = b.storage,
      let product = Micros.multiply(x, y)
    {
      return Exact(micros: product)
    }
    if let (n1, d1) = a.narrowTerms, let (n2, d2) = b.narrowTerms {
      return Exact(Int128(n1) * Int128(n2), Int128(d1) * Int128(d2))
    }
    let (n1, d1) = a.bigTerms
    let (n2, d2) = b.bigTerms
    return Exact(numerator: n1 * n2, denominator: d1 * d2)
  }

  /// The exact quotient; `divisor` must not be zero.
  public func divided(by divisor: Exact) -> Exact {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let x) = storage, case .small(let y) = divisor.storage {
      return Exact(Int128(x), Int128(y))
    }
    if let (n1, d1) = narrowTerms, let (n2, d2) = divisor.narrowTerms {
      return Exact(Int128(n1) * Int128(d2), Int128(d1) * Int128(n2))
    }
    let (n1, d1) = bigTerms
    let (n2, d2) = divisor.bigTerms
    return Exact(numerator: n1 * d2, denominator: d1 * n2)
  }

  /// The distance from zero.
  public var magnitude: Exact { isNegative ? -self : self }

  /// What is left after taking `divisor` the floor of the quotient times; its sign is that of
  /// `divisor`, as in mathematics and Excel's MOD. `divisor` must not be zero.
  public func remainder(dividingBy divisor: Exact) -> Exact {
    precondition(!divisor.isZero, "division by zero")
    if case .small(let x) = storage, case .small(let y) = divisor.storage {
      // Lowest Int64 by -1 is the one quotient that overflows; its remainder is zero anyway.
      let rest = y == -1 ? 0 : x % y
      return Exact(micros: rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
    }
    return self - divisor * divided(by: divisor).floor
  }

  /// `self` to the power `n`: a negative `n` inverts, nil for zero to a negative power; `0^0` is 1.
  ///
  /// The result may take `powerBitWidth(n)` bits: a caller with a limit asks that first.
  public func power(_ n: Int) -> Exact? {
    if n < 0 && isZero { return nil }
    if self == Exact(1) || (isZero && n > 0) { return self }
    if self == Exact(-1) { return n & 1 == 0 ? Exact(1) : self }
    // The lowest Int would take more bits than memory has, so its negation is not worth a case.
    let exponent = n == .min ? Int.max : abs(n)
    let (numerator, denominator) = bigTerms
    // Powers of numbers without a common divisor have none either: no gcd of long numbers here.
    let (up, down) = (numerator.power(exponent), denominator.power(exponent))
    if n >= 0 { return Exact(storage: Self.lowest(up, down)) }
    return Exact(storage: up.isNegative ? Self.lowest(-down, -up) : Self.lowest(down, up))
  }

  /// An upper bound of the `bitWidth` of `power(n)`, `Int.max` when it is beyond counting.
  public func powerBitWidth(_ n: Int) -> Int {
    if isZero || magnitude == Exact(1) { return 1 }
    let (bits, overflow) = n.magnitude.multipliedReportingOverflow(by: bitWidth.magnitude)
    return overflow ? .max : max(1, Int(clamping: bits))
  }
}
