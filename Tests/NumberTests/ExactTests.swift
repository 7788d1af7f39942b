// Exact numbers: the laws of arithmetic across all three storages, canonical form, digits.

import Testing
import ThiDuaNumber

@Suite struct ExactTests {
  /// One value in three: a decimal, a fraction, or one beyond Int64.
  private func value(_ random: inout Randomness) -> Exact {
    switch random.next() % 3 {
    case 0: return Exact(micros: random.word())
    case 1:
      return Exact(
        numerator: BigInteger(random.word()), denominator: BigInteger(random.word() | 1))
    default:
      return Exact(
        numerator: BigInteger(random.word()) * BigInteger(random.word()),
        denominator: BigInteger(decimalDigits: random.integer(bits: 90))! + BigInteger(1))
    }
  }

  @Test func lawsOfArithmetic() {
    var random = Randomness(seed: 21)
    for _ in 0..<5_000 {
      let (a, b, c) = (value(&random), value(&random), value(&random))
      #expect(a + b == b + a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect((a + b) - b == a)
      #expect((a + b - b).hashValue == a.hashValue)
      #expect(a - a == .zero)
      #expect((a < b) == ((a - b).signum < 0))
      #expect((a == b) == (a - b).isZero)
      #expect(a.magnitude == (a.isNegative ? -a : a))
      if !b.isZero {
        #expect((a * b).divided(by: b) == a)
        let rest = a.remainder(dividingBy: b)
        #expect(rest.isZero || rest.isNegative == b.isNegative)
        #expect(rest.magnitude < b.magnitude)
        #expect((a - rest).divided(by: b).isInteger)
      }
    }
  }

  @Test func everyValueHasOneForm() {
    let third = Exact(1).divided(by: Exact(3))
    #expect(third + third + third == Exact(1))
    #expect((third + third + third).micros == 1_000_000)
    #expect(third.micros == nil)
    #expect(Exact(numerator: BigInteger(-2), denominator: BigInteger(-6)) == third)
    #expect(third.description == "1/3")
    #expect((-third).description == "-1/3")
    let huge = Exact(Int.max)
    #expect(huge.micros == nil && huge.int == .max && huge.isInteger)
    #expect(huge - huge + Exact(5) == Exact(5))
    #expect((huge * huge).divided(by: huge) == huge)
    #expect(Exact(Int.min).int == .min)
    // 2^63 / 10^6 in lowest terms.
    #expect((-Exact(micros: .min)).description == "144115188075855872/15625")
    #expect(-(-Exact(micros: .min)) == Exact(micros: .min))
    #expect(Exact(micros: 17_500_000).numerator == BigInteger(35))
    #expect(Exact(micros: 17_500_000).denominator == BigInteger(2))
    #expect(Exact(micros: 500_000).int == nil)
    #expect((huge * huge).int == nil)
  }

  @Test func sixPlacesAreLeftWhenNeeded() {
    let product = Exact(micros: 333_333) * Exact(micros: 500_000)
    #expect(product.micros == nil)
    #expect(product.description == "333333/2000000")
    #expect((product * Exact(2)).micros == 333_333)
  }

  @Test func remainderFollowsTheDivisor() {
    #expect(Exact(7).remainder(dividingBy: Exact(3)) == Exact(1))
    #expect(Exact(-7).remainder(dividingBy: Exact(3)) == Exact(2))
    #expect(Exact(7).remainder(dividingBy: Exact(-3)) == Exact(-2))
    #expect(Exact(-7).remainder(dividingBy: Exact(-3)) == Exact(-1))
    #expect(Exact(micros: .min).remainder(dividingBy: Exact(micros: -1)) == .zero)
  }

  @Test func powers() {
    let half = Exact(micros: 500_000)
    #expect(half.power(3) == Exact(micros: 125_000))
    #expect(half.power(-3) == Exact(8))
    #expect((-half).power(-3) == Exact(-8))
    #expect(Exact(0).power(0) == Exact(1))
    #expect(Exact(0).power(5) == Exact(0))
    #expect(Exact(0).power(-1) == nil)
    #expect(Exact(-1).power(.min) == Exact(1))
    #expect(Exact(-1).power(.max) == Exact(-1))
    #expect(Exact(1).power(.min) == Exact(1))
    #expect(Exact(2).power(100)?.bitWidth == 101)
    #expect(Exact(2).powerBitWidth(100) >= 101)
    #expect(Exact(2).powerBitWidth(.min) == .max)
    #expect(Exact(-1).powerBitWidth(.max) == 1)
    #expect(half.bitWidth == 2)
  }

  private func digits(_ value: Exact, _ places: Int = 6) -> String {
    let (isNegative, integer, fraction, isComplete) = value.decimalExpansion(maxPlaces: places)
    return (isNegative ? "-" : "") + String(decoding: integer, as: UTF8.self) + ","
      + String(decoding: fraction, as: UTF8.self) + (isComplete ? "" : "…")
  }

  @Test func expansions() {
    #expect(digits(Exact(micros: 97_250_000)) == "97,25")
    #expect(digits(Exact(micros: -5)) == "-0,000005")
    #expect(digits(Exact(0)) == "0,")
    #expect(digits(Exact(1).divided(by: Exact(3))) == "0,333333…")
    #expect(digits(Exact(-200).divided(by: Exact(3)), 0) == "-66,…")
    #expect(digits(Exact(2).divided(by: Exact(3)), 2) == "0,66…")
    // 1/999 begins with two zeros and the cut may end in one: 0,001001 / 0,00100.
    #expect(digits(Exact(1).divided(by: Exact(999)), 5) == "0,00100…")
    #expect(
      digits(Exact(1).divided(by: Exact(1 << 40)))
        == "0,0000000000009094947017729282379150390625")
    #expect(digits(Exact(10).power(-30)!) == "0,000000000000000000000000000001")
    #expect(digits(Exact(10).power(30)!) == "1000000000000000000000000000000,")
    #expect(digits(Exact(5).power(-30)!.divided(by: Exact(8))).count == 32)
    #expect(digits(Exact(micros: .min)) == "-9223372036854,775808")
  }

  private func read(_ integer: String, _ fraction: String, negative: Bool = false) -> Exact? {
    Exact(digits: integer.utf8, fraction: fraction.utf8, isNegative: negative)
  }

  @Test func reading() {
    #expect(read("97", "25") == Exact(micros: 97_250_000))
    #expect(read("97", "25", negative: true) == Exact(micros: -97_250_000))
    #expect(read("", "5") == Exact(micros: 500_000))
    #expect(read("0097", "2500000000000") == Exact(micros: 97_250_000))
    #expect(read("999999999999", "999999") == Exact(micros: 999_999_999_999_999_999))
    #expect(read("1", "0000001")?.description == "10000001/10000000")
    #expect(read("12345678901234567890123", "")?.description == "12345678901234567890123")
    #expect(read("", "") == nil)
    #expect(read("1a", "") == nil)
    #expect(read("1", "2/") == nil)
    #expect(read("123456789012345", "x") == nil)
  }

  @Test func whatIsWrittenInFullIsReadBack() {
    var random = Randomness(seed: 22)
    for _ in 0..<2_000 {
      let power = Exact(10).power(-Int(random.next() % 30))!
      let value = Exact(micros: random.word()) * Exact(micros: random.word()) * power
      let (isNegative, integer, fraction, isComplete) = value.decimalExpansion(maxPlaces: 0)
      #expect(isComplete && fraction.last != 48)
      #expect(Exact(digits: integer, fraction: fraction, isNegative: isNegative) == value)
    }
  }
}
