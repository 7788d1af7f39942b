// How a number between two marks of a scale chooses one of them.
//
// In: the truncated quotient's parity, the sign, and where the remainder stands to the half.
// Out: whether to step one mark away from zero. Micros and Exact share it; anyone may import it.

/// What rounding does with a number that lies between two marks.
public enum RoundingRule: UInt8, Sendable, CaseIterable {
  /// To the nearer mark, halves away from zero: `làm tròn`.
  case halfAwayFromZero
  /// To the nearer mark, halves to the even one: `làm tròn nửa chẵn`.
  case halfEven
  // Towards the infinities, so that up and down keep the order of numbers; Excel's ROUNDUP (away
  // from zero) differs only below zero.
  /// To the mark above, towards plus infinity: `làm tròn lên` (-1,5 becomes -1).
  case up
  /// To the mark below, towards minus infinity: `làm tròn xuống` (-1,5 becomes -2).
  case down

  /// Whether a truncated quotient with a remainder other than zero moves one away from zero.
  ///
  /// `half` is below, at or above zero as twice the remainder is to the divisor.
  func movesAway(isNegative: Bool, half: Int, quotientIsOdd: Bool) -> Bool {
    switch self {
    case .halfAwayFromZero: half >= 0
    case .halfEven: half > 0 || (half == 0 && quotientIsOdd)
    case .up: !isNegative
    case .down: isNegative
    }
  }

  /// `numerator / denominator` rounded to a whole number; `denominator > 0`.
  func divide(_ numerator: Int128, by denominator: Int128) -> Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    if remainder == 0 { return quotient }
    let (rest, gap) = (remainder.magnitude, denominator.magnitude - remainder.magnitude)
    let half = rest < gap ? -1 : rest == gap ? 0 : 1
    let isNegative = numerator < 0
    guard movesAway(isNegative: isNegative, half: half, quotientIsOdd: quotient & 1 != 0) else {
      return quotient
    }
    return isNegative ? quotient - 1 : quotient + 1
  }

  /// `numerator / denominator` rounded to a whole number; `denominator > 0`.
  func divide(_ numerator: BigInteger, by denominator: BigInteger) -> BigInteger {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    if remainder.isZero { return quotient }
    let rest = remainder.absolute
    let gap = denominator - rest
    let half = rest < gap ? -1 : rest == gap ? 0 : 1
    let isNegative = numerator.isNegative
    guard movesAway(isNegative: isNegative, half: half, quotientIsOdd: quotient.isOdd) else {
      return quotient
    }
    return quotient + BigInteger(isNegative ? -1 : 1)
  }
}
