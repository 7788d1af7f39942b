// Whole numbers of any length, the last resort of Exact.
//
// In and out: values. Invariant: `magnitude` follows Limbs (no leading zero limb) and zero is never
// negative, so equality and hash are structural. Anyone may import it; most need only Exact.
//
// Our own rather than attaswift/BigInt: that one imports Foundation, and a static stripped program
// grows from 6 to 14 MB.

/// A signed whole number of any length.
public struct BigInteger: Hashable, Sendable {
  let isNegativeSign: Bool
  let magnitude: Limbs.Magnitude

  init(isNegative: Bool, magnitude: Limbs.Magnitude) {
    self.isNegativeSign = isNegative && !magnitude.isEmpty
    self.magnitude = magnitude
  }

  /// The value of a machine integer of at most 128 bits.
  public init(_ value: some FixedWidthInteger & SignedInteger) {
    let bits = value.magnitude
    var limbs = [UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64)]
    Limbs.trim(&limbs)
    self.init(isNegative: value < 0, magnitude: limbs)
  }

  /// Ten to the power `exponent`, which is not negative.
  public static func powerOfTen(_ exponent: Int) -> BigInteger {
    BigInteger(10).power(exponent)
  }

  /// True for the number zero.
  public var isZero: Bool { magnitude.isEmpty }
  /// True below zero.
  public var isNegative: Bool { isNegativeSign }
  /// True for numbers not divisible by two.
  public var isOdd: Bool { (magnitude.first ?? 0) & 1 == 1 }
  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : isNegative ? -1 : 1 }
  /// Bits of the magnitude; 0 for zero.
  public var bitWidth: Int { Limbs.bitWidth(magnitude) }
  /// Zero bits below the lowest one bit; 0 for zero.
  var trailingZeroBits: Int {
    guard let limb = magnitude.firstIndex(where: { $0 != 0 }) else { return 0 }
    return limb * 64 + magnitude[limb].trailingZeroBitCount
  }
  /// The whole part of the magnitude divided by 2^bits, with the sign kept.
  func shiftedRight(by bits: Int) -> BigInteger {
    BigInteger(isNegative: isNegative, magnitude: Limbs.shiftRight(magnitude, by: bits))
  }
  /// The distance from zero.
  public var absolute: BigInteger { BigInteger(isNegative: false, magnitude: magnitude) }

  /// The value as a machine integer, nil when it does not fit.
  public var int64: Int64? {
    guard magnitude.count <= 1 else { return nil }
    let bits = magnitude.first ?? 0
    if isNegative { return bits <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- bits) : nil }
    return Int64(exactly: bits)
  }

  /// `a + b`.
  public static func + (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.isNegative == b.isNegative {
      return BigInteger(isNegative: a.isNegative, magnitude: Limbs.add(a.magnitude, b.magnitude))
    }
    if Limbs.compare(a.magnitude, b.magnitude) >= 0 {
      let rest = Limbs.subtract(a.magnitude, b.magnitude)
      return BigInteger(isNegative: a.isNegative, magnitude: rest)
    }
    let rest = Limbs.subtract(b.magnitude, a.magnitude)
    return BigInteger(isNegative: b.isNegative, magnitude: rest)
  }

  /// `a - b`.
  public static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + -b }

  /// The opposite number.
  public static prefix func - (a: BigInteger) -> BigInteger {
    BigInteger(isNegative: !a.isNegative, magnitude: a.magnitude)
  }

  /// `a * b`, schoolbook.
  public static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    BigInteger(
      isNegative: a.isNegative != b.isNegative,
      magnitude: Limbs.multiply(a.magnitude, b.magnitude))
  }

  /// Truncating division: the remainder has the sign of `self`; `divisor` must not be zero.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    precondition(!divisor.isZero, "division by zero")
    let (quotient, remainder) = Limbs.divide(magnitude, by: divisor.magnitude)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, magnitude: quotient),
      BigInteger(isNegative: isNegative, magnitude: remainder)
    )
  }

  /// The whole part of `self / divisor`; `divisor` must not be zero.
  public func quotient(dividingBy divisor: BigInteger) -> BigInteger {
    quotientAndRemainder(dividingBy: divisor).quotient
  }

  /// The greatest common divisor, never negative; `gcd(0, 0)` is 0.
  public static func gcd(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    var (large, small) = (a.magnitude, b.magnitude)
    while !small.isEmpty {
      if large.count == 1 && small.count == 1 {
        let divisor = greatestCommonDivisor(large[0], small[0])
        return BigInteger(isNegative: false, magnitude: [divisor])
      }
      (large, small) = (small, Limbs.divide(large, by: small).remainder)
    }
    return BigInteger(isNegative: false, magnitude: large)
  }

  /// `self` to the power `exponent`, which is not negative; `0^0` is 1.
  public func power(_ exponent: Int) -> BigInteger {
    precondition(exponent >= 0, "negative exponent")
    var result = BigInteger(1)
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  /// The largest whole number whose square does not exceed `self`, which is not negative.
  public func isqrt() -> BigInteger {
    precondition(!isNegative, "square root of a negative number")
    if isZero { return self }
    // Newton from above: starting at a power of two not below the root, it falls until it stops.
    var root = Limbs.shiftLeft([1], by: (bitWidth + 1) / 2)
    while true {
      let sum = Limbs.add(root, Limbs.divide(magnitude, by: root).quotient)
      let next = Limbs.shiftRight(sum, by: 1)
      if Limbs.compare(next, root) >= 0 {
        return BigInteger(isNegative: false, magnitude: root)
      }
      root = next
    }
  }
}

extension BigInteger: Comparable {
  /// The order of the number line.
  public static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let order = Limbs.compare(a.magnitude, b.magnitude)
    return a.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: CustomStringConvertible {
  /// A sign for negative numbers and the decimal digits, for logs and tests.
  public var description: String {
    (isNegative ? "-" : "") + String(decoding: decimalDigits, as: UTF8.self)
  }

  /// ASCII decimal digits of the magnitude, most significant first; `0` for zero.
  public var decimalDigits: [UInt8] {
    var rest = magnitude
    var reversed: [UInt8] = []
    reversed.reserveCapacity(magnitude.count * 20 + 1)
    while !rest.isEmpty {
      var chunk = Limbs.divide(&rest, byLimb: Self.chunkBase)
      for _ in 0..<Self.chunkDigits where !rest.isEmpty || chunk > 0 {
        reversed.append(UInt8(truncatingIfNeeded: chunk % 10) + 48)
        chunk /= 10
      }
    }
    if reversed.isEmpty { reversed.append(48) }
    reversed.reverse()
    return reversed
  }

  /// Reads ASCII decimal digits, any number of them; nil when empty or when a byte is no digit.
  public init?(decimalDigits digits: some Collection<UInt8>, isNegative: Bool = false) {
    if digits.isEmpty { return nil }
    var limbs: Limbs.Magnitude = []
    var chunk: UInt64 = 0
    var scale: UInt64 = 1
    for byte in digits {
      guard byte >= 48 && byte <= 57 else { return nil }
      chunk = chunk * 10 + UInt64(byte - 48)
      scale *= 10
      if scale == Self.chunkBase {
        Limbs.multiplyAdd(&limbs, scale, chunk)
        (chunk, scale) = (0, 1)
      }
    }
    if scale > 1 { Limbs.multiplyAdd(&limbs, scale, chunk) }
    self.init(isNegative: isNegative, magnitude: limbs)
  }

  /// The largest power of ten in a limb: digits move in groups of nineteen.
  private static var chunkBase: UInt64 { 10_000_000_000_000_000_000 }
  private static var chunkDigits: Int { 19 }
}

/// The greatest common divisor of two machine integers (binary algorithm); `gcd(x, 0)` is `x`.
func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
  if a == 0 { return b }
  if b == 0 { return a }
  let shift = (a | b).trailingZeroBitCount
  var x = a &>> UInt64(a.trailingZeroBitCount)
  var y = b
  while y != 0 {
    y &>>= UInt64(y.trailingZeroBitCount)
    if x > y { swap(&x, &y) }
    y &-= x
  }
  return x &<< UInt64(shift)
}

/// The greatest common divisor of two double-width integers; `gcd(x, 0)` is `x`.
func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (large, small) = (a, b)
  while small != 0 {
    if let x = UInt64(exactly: large), let y = UInt64(exactly: small) {
      return UInt128(greatestCommonDivisor(x, y))
    }
    (large, small) = (small, large % small)
  }
  return large
}
