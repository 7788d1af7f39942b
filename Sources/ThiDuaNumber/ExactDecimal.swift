// Decimal digits of Exact, both ways.
//
// In and out: bare ASCII digits; signs, separators and words belong to ThiDuaText, which reads and
// prints numbers the Vietnamese way. Reading is exact at any length; writing says whether it ended.

extension Exact {
  /// The number written `integer,fraction` in ASCII digits; nil when both are empty or a byte is no
  /// digit.
  public init?(
    digits integer: some Collection<UInt8>, fraction: some Collection<UInt8>, isNegative: Bool
  ) {
    if integer.isEmpty && fraction.isEmpty { return nil }
    // Twelve digits and six places make at most eighteen digits of millionths: no overflow.
    if integer.count <= 12 && fraction.count <= 6 {
      var micros: Int64 = 0
      for byte in integer {
        guard byte >= 48 && byte <= 57 else { return nil }
        micros = micros * 10 + Int64(byte - 48)
      }
      var missing = 6
      for byte in fraction {
        guard byte >= 48 && byte <= 57 else { return nil }
        micros = micros * 10 + Int64(byte - 48)
        missing -= 1
      }
      for _ in 0..<missing { micros *= 10 }
      self.init(micros: isNegative ? -micros : micros)
      return
    }
    var digits = Array(integer)
    digits.append(contentsOf: fraction)
    guard let number = BigInteger(decimalDigits: digits, isNegative: isNegative) else {
      return nil
    }
    self.init(numerator: number, denominator: .powerOfTen(fraction.count))
  }

  /// The ASCII digits of the value, sign apart.
  ///
  /// A finite expansion comes in full whatever `maxPlaces` says, without trailing zeros, with
  /// `isComplete` true. An endless one gives `maxPlaces` (not negative) digits, cut, not rounded,
  /// with `isComplete` false. `integer` holds at least one digit.
  public func decimalExpansion(
    maxPlaces: Int
  ) -> (isNegative: Bool, integer: [UInt8], fraction: [UInt8], isComplete: Bool) {
    if case .small(let micros) = storage {
      let (integer, fraction) = Self.split(Array(String(micros.magnitude).utf8), places: 6)
      return (micros < 0, integer, fraction, true)
    }
    let (numerator, denominator) = bigTerms
    let finite = Self.finitePlaces(denominator)
    let places = finite ?? max(0, maxPlaces)
    let scaled = (numerator * .powerOfTen(places)).quotient(dividingBy: denominator)
    let (integer, fraction) = Self.split(scaled.decimalDigits, places: places)
    // Cut digits may end in zeros that are digits of the number.
    let cut = finite == nil ? places - fraction.count : 0
    let padded = fraction + repeatElement(48, count: cut)
    return (isNegative, integer, padded, finite != nil)
  }

  /// Splits the digits of a number scaled by 10^places and drops zeros at the end.
  private static func split(
    _ digits: [UInt8], places: Int
  ) -> (integer: [UInt8], fraction: [UInt8]) {
    let missing = max(0, places + 1 - digits.count)
    let padded = repeatElement(48 as UInt8, count: missing) + digits
    var fraction = Array(padded.suffix(places))
    while fraction.last == 48 { fraction.removeLast() }
    return (Array(padded.dropLast(places)), fraction)
  }

  /// Places of 1 / denominator when it is a product of twos and fives, nil when it never ends.
  private static func finitePlaces(_ denominator: BigInteger) -> Int? {
    let twos = denominator.trailingZeroBits
    var rest = denominator.shiftedRight(by: twos)
    var fives = 0
    // Groups of 5^27, the largest power in an Int64, then one by one.
    for (group, size) in [(7_450_580_596_923_828_125 as Int64, 27), (5, 1)] {
      let divisor = BigInteger(group)
      while true {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: divisor)
        guard remainder.isZero else { break }
        rest = quotient
        fives += size
      }
    }
    return rest == BigInteger(1) ? max(twos, fives) : nil
  }
}
