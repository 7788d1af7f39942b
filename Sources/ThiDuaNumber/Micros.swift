// The hot path: decimals of at most six places as whole millionths in an Int64.
//
// In: values scaled by 10^6 (any Int64 is safe). Out: a value scaled by 10^6, or nil when the
// result is not a whole number of millionths or its size reaches 2^62: the machine word is
// `micros * 2` with a tag bit. After nil the caller repeats the work with Exact, so nil is always a
// correct answer and never an error. Imported by the machine's dispatch loop, hence @inlinable;
// anything that needs 128 bits stands apart as @inline(never) to keep that loop small.
//
// Units are written as constants in switches: the compiler turns a division by a constant into a
// multiplication, and a table would be a lazily initialised global.

/// Arithmetic on decimals of six places held as millionths.
public enum Micros {
  /// The number one.
  @inlinable public static var one: Int64 { 1_000_000 }

  /// The value itself when its size is below 2^62, nil otherwise.
  @inlinable @inline(__always)
  public static func fitting(_ value: Int64) -> Int64? {
    UInt64(bitPattern: value &+ 0x3FFF_FFFF_FFFF_FFFF) <= 0x7FFF_FFFF_FFFF_FFFE ? value : nil
  }

  /// `a * b`, nil when it is not exact or does not fit.
  @inlinable @inline(__always)
  public static func multiply(_ a: Int64, _ b: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { return multiplyWide(a, b) }
    let quotient = product / 1_000_000
    return quotient &* 1_000_000 == product ? quotient : nil
  }

  /// `a / b`, nil when it is not exact, does not fit, or `b` is zero.
  @inlinable @inline(__always)
  public static func divide(_ a: Int64, _ b: Int64) -> Int64? {
    let (lifted, overflow) = a.multipliedReportingOverflow(by: 1_000_000)
    if overflow { return multiplyDivideWide(a, 1_000_000, b) }
    return exactQuotient(lifted, b)
  }

  /// `a * b / c`, nil when it is not exact, does not fit, or `c` is zero.
  ///
  /// Fused because `a / c` alone often leaves the millionths where the whole expression does not.
  @inlinable @inline(__always)
  public static func multiplyDivide(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { return multiplyDivideWide(a, b, c) }
    return exactQuotient(product, c)
  }

  /// `a` rounded to `places` decimals; nil for negative `places` or a result that does not fit.
  @inlinable
  public static func round(_ a: Int64, places: Int, _ rule: RoundingRule) -> Int64? {
    switch places {
    case 2: round(a, unit: 10_000, rule)
    case 0: round(a, unit: 1_000_000, rule)
    case 1: round(a, unit: 100_000, rule)
    case 3: round(a, unit: 1_000, rule)
    case 4: round(a, unit: 100, rule)
    case 5: round(a, unit: 10, rule)
    case 6...: fitting(a)
    default: nil
    }
  }

  /// `a * b` rounded to `places` decimals (0...6, else nil), halves away from zero.
  @inlinable
  public static func multiplyRounded(_ a: Int64, _ b: Int64, places: Int) -> Int64? {
    switch places {
    case 2: multiplyRounded(a, b, divisor: 10_000_000_000, unit: 10_000)
    case 0: multiplyRounded(a, b, divisor: 1_000_000_000_000, unit: 1_000_000)
    case 1: multiplyRounded(a, b, divisor: 100_000_000_000, unit: 100_000)
    case 3: multiplyRounded(a, b, divisor: 1_000_000_000, unit: 1_000)
    case 4: multiplyRounded(a, b, divisor: 100_000_000, unit: 100)
    case 5: multiplyRounded(a, b, divisor: 10_000_000, unit: 10)
    case 6: multiplyRounded(a, b, divisor: 1_000_000, unit: 1)
    default: nil
    }
  }

  /// `a / b` rounded to `places` decimals (0...6, else nil), halves away from zero; nil for `b` 0.
  @inlinable
  public static func divideRounded(_ a: Int64, _ b: Int64, places: Int) -> Int64? {
    switch places {
    case 2: divideRounded(a, b, lift: 100, unit: 10_000)
    case 0: divideRounded(a, b, lift: 1, unit: 1_000_000)
    case 1: divideRounded(a, b, lift: 10, unit: 100_000)
    case 3: divideRounded(a, b, lift: 1_000, unit: 1_000)
    case 4: divideRounded(a, b, lift: 10_000, unit: 100)
    case 5: divideRounded(a, b, lift: 100_000, unit: 10)
    case 6: divideRounded(a, b, lift: 1_000_000, unit: 1)
    default: nil
    }
  }

  /// `a * b / c` rounded once to `places` decimals (0...6, else nil), halves away; nil for `c` 0.
  @inlinable
  public static func multiplyDivideRounded(
    _ a: Int64, _ b: Int64, _ c: Int64, places: Int
  ) -> Int64? {
    switch places {
    case 2: multiplyDivideRounded(a, b, c, unit: 10_000)
    case 0: multiplyDivideRounded(a, b, c, unit: 1_000_000)
    case 1: multiplyDivideRounded(a, b, c, unit: 100_000)
    case 3: multiplyDivideRounded(a, b, c, unit: 1_000)
    case 4: multiplyDivideRounded(a, b, c, unit: 100)
    case 5: multiplyDivideRounded(a, b, c, unit: 10)
    case 6: multiplyDivideRounded(a, b, c, unit: 1)
    default: nil
    }
  }
}

// MARK: - The same with the unit of the last place as a constant

extension Micros {
  /// A wrapped sum lands near 2^63 and stays there, so the one check at the end catches it.
  @inlinable @inline(__always)
  static func round(_ a: Int64, unit: Int64, _ rule: RoundingRule) -> Int64? {
    switch rule {
    case .halfAwayFromZero:
      let half = unit / 2
      return fitting((a &+ (a < 0 ? 0 &- half : half)) / unit &* unit)
    case .up:
      let mark = a / unit &* unit
      return fitting(a > mark ? mark &+ unit : mark)
    case .down:
      let mark = a / unit &* unit
      return fitting(a < mark ? mark &- unit : mark)
    case .halfEven:
      let quotient = a / unit
      let rest = (a &- quotient &* unit).magnitude
      let half = unit.magnitude / 2
      guard rest > half || (rest == half && quotient & 1 != 0) else {
        return fitting(quotient &* unit)
      }
      return fitting((quotient &+ (a < 0 ? -1 : 1)) &* unit)
    }
  }

  @inlinable @inline(__always)
  static func multiplyRounded(_ a: Int64, _ b: Int64, divisor: Int64, unit: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    let half = divisor / 2
    let (shifted, carry) = product.addingReportingOverflow(product < 0 ? 0 &- half : half)
    if overflow || carry { return roundWide(a, b, divisor, unit: unit) }
    return shifted / divisor &* unit
  }

  @inlinable @inline(__always)
  static func divideRounded(_ a: Int64, _ b: Int64, lift: Int64, unit: Int64) -> Int64? {
    let (lifted, overflow) = a.multipliedReportingOverflow(by: lift)
    if overflow { return roundWide(a, lift, b, unit: unit) }
    return roundedQuotient(lifted, b, unit: unit)
  }

  @inlinable @inline(__always)
  static func multiplyDivideRounded(
    _ a: Int64, _ b: Int64, _ c: Int64, unit: Int64
  ) -> Int64? {
    let (product, wideProduct) = a.multipliedReportingOverflow(by: b)
    let (divisor, wideDivisor) = c.multipliedReportingOverflow(by: unit)
    if wideProduct || wideDivisor { return multiplyDivideRoundWide(a, b, c, unit: unit) }
    return roundedQuotient(product, divisor, unit: unit)
  }

  /// Magnitudes are divided unsigned: no overflow at the lower end, and it is the faster division.
  @inlinable @inline(__always)
  static func exactQuotient(_ dividend: Int64, _ divisor: Int64) -> Int64? {
    if divisor == 0 { return nil }
    let (quotient, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    if rest != 0 { return nil }
    return signed(quotient, isNegative: (dividend ^ divisor) < 0)
  }

  @inlinable @inline(__always)
  static func roundedQuotient(_ dividend: Int64, _ divisor: Int64, unit: Int64) -> Int64? {
    if divisor == 0 { return nil }
    let size = divisor.magnitude
    let (quotient, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: size)
    let nearest = rest >= size &- rest ? quotient &+ 1 : quotient
    let (scaled, overflow) = nearest.multipliedReportingOverflow(by: unit.magnitude)
    return overflow ? nil : signed(scaled, isNegative: (dividend ^ divisor) < 0)
  }

  @inlinable @inline(__always)
  static func signed(_ size: UInt64, isNegative: Bool) -> Int64? {
    if size > 0x3FFF_FFFF_FFFF_FFFF { return nil }
    let value = Int64(truncatingIfNeeded: size)
    return isNegative ? 0 &- value : value
  }
}

// MARK: - The 128-bit side

extension Micros {
  /// `a * b` when the product of the millionths leaves 64 bits; same contract as `multiply`.
  @inline(never)
  public static func multiplyWide(_ a: Int64, _ b: Int64) -> Int64? {
    multiplyDivideWide(a, b, 1_000_000)
  }

  /// `a * b / c` on bare integers, nil when it is not exact, does not fit, or `c` is zero.
  @inline(never)
  public static func multiplyDivideWide(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64? {
    if c == 0 { return nil }
    let product = Int128(a) * Int128(b)
    guard let (quotient, rest) = quotient(of: product.magnitude, by: UInt128(c.magnitude)),
      rest == 0
    else { return nil }
    return signed(quotient, isNegative: (product < 0) != (c < 0))
  }

  /// `a * b / c` on bare integers rounded to whole, halves away from zero, times `unit`.
  @inline(never)
  public static func roundWide(_ a: Int64, _ b: Int64, _ c: Int64, unit: Int64) -> Int64? {
    roundedQuotient(Int128(a) * Int128(b), Int128(c), unit: unit)
  }

  /// `a * b / (c * unit)` on bare integers rounded to whole, halves away from zero, times `unit`.
  @inline(never)
  public static func multiplyDivideRoundWide(
    _ a: Int64, _ b: Int64, _ c: Int64, unit: Int64
  ) -> Int64? {
    roundedQuotient(Int128(a) * Int128(b), Int128(c) * Int128(unit), unit: unit)
  }

  private static func roundedQuotient(
    _ dividend: Int128, _ divisor: Int128, unit: Int64
  ) -> Int64? {
    if divisor == 0 { return nil }
    let size = divisor.magnitude
    guard let (quotient, rest) = quotient(of: dividend.magnitude, by: size) else { return nil }
    let (nearest, carry) = quotient.addingReportingOverflow(rest >= size - rest ? 1 : 0)
    let (scaled, overflow) = nearest.multipliedReportingOverflow(by: unit.magnitude)
    if carry || overflow { return nil }
    return signed(scaled, isNegative: (dividend < 0) != (divisor < 0))
  }

  /// Quotient and remainder, nil when the quotient leaves 64 bits.
  private static func quotient(
    of dividend: UInt128, by divisor: UInt128
  ) -> (quotient: UInt64, rest: UInt128)? {
    let quotient = dividend / divisor
    guard let narrow = UInt64(exactly: quotient) else { return nil }
    // Multiplying back costs two multiplications; `%` would be a second library call.
    return (narrow, dividend &- quotient &* divisor)
  }
}
