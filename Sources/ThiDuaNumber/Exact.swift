// Exact rational numbers: every `số` of the language that leaves the machine word.
//
// In and out: values; nothing is ever rounded unless a rounding is asked for (ExactRounding).
// Invariant: one value has one storage, the first of these that holds it, so == and hash compare
// storage:
//   small     decimals of at most six places whose millionths fit Int64
//   fraction  numerator / denominator in lowest terms, denominator > 0, both Int64
//   big       the same with numbers of any length
// Anyone may import it. Arithmetic is in ExactArithmetic, digits in ExactDecimal.

/// A rational number of any size, always in lowest terms.
public struct Exact: Hashable, Sendable {
  enum Storage: Hashable, Sendable {
    case small(micros: Int64)
    case fraction(Int64, Int64)
    indirect case big(BigInteger, BigInteger)
  }

  let storage: Storage

  init(storage: Storage) { self.storage = storage }

  /// A decimal given in millionths.
  public init(micros: Int64) { storage = .small(micros: micros) }

  /// A whole number.
  public init(_ value: Int) {
    let (micros, overflow) = value.multipliedReportingOverflow(by: 1_000_000)
    storage = overflow ? .fraction(Int64(value), 1) : .small(micros: Int64(micros))
  }

  /// `numerator / denominator`; the denominator is not zero, either may be negative.
  public init(numerator: BigInteger, denominator: BigInteger) {
    precondition(!denominator.isZero, "denominator of zero")
    if let n = numerator.int64, let d = denominator.int64 {
      self.init(Int128(n), Int128(d))
      return
    }
    let divisor = BigInteger.gcd(numerator, denominator)
    let n = numerator.quotient(dividingBy: divisor)
    let d = denominator.quotient(dividingBy: divisor)
    self.init(storage: d.isNegative ? Self.lowest(-n, -d) : Self.lowest(n, d))
  }

  /// `numerator / denominator` from any pair but a zero denominator or the lowest Int128.
  init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let (n, d) = (numerator / divisor, denominator / divisor)
    storage = d < 0 ? Self.lowest(-n, -d) : Self.lowest(n, d)
  }

  private static func lowest(_ n: Int128, _ d: Int128) -> Storage {
    guard let n64 = Int64(exactly: n), let d64 = Int64(exactly: d) else {
      return .big(BigInteger(n), BigInteger(d))
    }
    return lowest(n64, d64)
  }

  /// The first storage that holds a pair already in lowest terms, denominator above zero.
  static func lowest(_ n: BigInteger, _ d: BigInteger) -> Storage {
    guard let n64 = n.int64, let d64 = d.int64 else { return .big(n, d) }
    return lowest(n64, d64)
  }

  private static func lowest(_ n: Int64, _ d: Int64) -> Storage {
    if d <= 1_000_000 && 1_000_000 % d == 0 {
      let (micros, overflow) = n.multipliedReportingOverflow(by: 1_000_000 / d)
      if !overflow { return .small(micros: micros) }
    }
    return .fraction(n, d)
  }

  /// The value in millionths, nil when it has more than six places or does not fit.
  public var micros: Int64? {
    // A full switch here and below: inlined into another module's optional chain, `if case` makes
    // Swift 6.3.1 stop with an ownership error in release builds.
    switch storage {
    case .small(let micros): micros
    case .fraction, .big: nil
    }
  }

  /// The numerator in lowest terms, with the sign of the value.
  public var numerator: BigInteger { bigTerms.numerator }

  /// The denominator in lowest terms, above zero.
  public var denominator: BigInteger { bigTerms.denominator }

  /// True for the number zero.
  public var isZero: Bool { storage == .small(micros: 0) }

  /// True below zero.
  public var isNegative: Bool { signum < 0 }

  /// True for whole numbers.
  public var isInteger: Bool {
    switch storage {
    case .small(let micros): micros % 1_000_000 == 0
    case .fraction(_, let d): d == 1
    case .big(_, let d): d == BigInteger(1)
    }
  }

  /// -1, 0 or 1.
  public var signum: Int {
    switch storage {
    case .small(let micros): Int(micros.signum())
    case .fraction(let n, _): Int(n.signum())
    case .big(let n, _): n.signum
    }
  }

  /// The value as a machine integer, nil when it is not whole or does not fit.
  public var int: Int? {
    switch storage {
    case .small(let micros): micros % 1_000_000 == 0 ? Int(micros / 1_000_000) : nil
    case .fraction(let n, let d): d == 1 ? Int(n) : nil
    case .big: nil
    }
  }

  /// Bits of the larger of numerator and denominator: the measure by which a limit stops growth.
  public var bitWidth: Int {
    switch storage {
    case .small(let micros):
      let (n, d) = Self.lowestTerms(micros)
      return 64 - min(n.magnitude.leadingZeroBitCount, d.leadingZeroBitCount)
    case .fraction(let n, let d):
      return 64 - min(n.magnitude.leadingZeroBitCount, d.leadingZeroBitCount)
    case .big(let n, let d):
      return max(n.bitWidth, d.bitWidth)
    }
  }

  /// An Int64 pair with this quotient and a denominator above zero, not always reduced.
  var narrowTerms: (numerator: Int64, denominator: Int64)? {
    switch storage {
    case .small(let micros): (micros, 1_000_000)
    case .fraction(let n, let d): (n, d)
    case .big: nil
    }
  }

  /// The reduced pair at any length.
  var bigTerms: (numerator: BigInteger, denominator: BigInteger) {
    switch storage {
    case .small(let micros):
      let (n, d) = Self.lowestTerms(micros)
      return (BigInteger(n), BigInteger(d))
    case .fraction(let n, let d):
      return (BigInteger(n), BigInteger(d))
    case .big(let n, let d):
      return (n, d)
    }
  }

  private static func lowestTerms(_ micros: Int64) -> (numerator: Int64, denominator: Int64) {
    let divisor = Int64(greatestCommonDivisor(micros.magnitude, 1_000_000 as UInt64))
    return (micros / divisor, 1_000_000 / divisor)
  }
}

extension Exact: CustomStringConvertible {
  /// `numerator` or `numerator/denominator` in decimal digits, for logs and tests.
  public var description: String {
    let (n, d) = bigTerms
    return isInteger ? n.description : "\(n)/\(d)"
  }
}
