// The hot path against Int128 and against Exact, on values that include every edge of the word.

import Testing
import ThiDuaNumber

@Suite struct MicrosTests {
  private let limit = Int128(1) << 62

  /// The contract of the word: whole millionths below 2^62 in size.
  private func word(_ value: Int128) -> Int64? {
    value.magnitude < limit.magnitude ? Int64(value) : nil
  }

  private func exact(_ numerator: Int128, _ denominator: Int128) -> Int64? {
    numerator % denominator == 0 ? word(numerator / denominator) : nil
  }

  /// Half away from zero, straight from the definition.
  private func nearest(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let size = numerator.magnitude / denominator.magnitude
    let rest = numerator.magnitude % denominator.magnitude
    let rounded = Int128(rest * 2 >= denominator.magnitude ? size + 1 : size)
    return (numerator < 0) != (denominator < 0) ? -rounded : rounded
  }

  @Test func exactOperationsAgreeWithInt128() {
    var random = Randomness(seed: 1)
    for _ in 0..<30_000 {
      let (a, b, c) = (random.word(), random.word(), random.word())
      let (x, y, z) = (Int128(a), Int128(b), Int128(c))
      #expect(Micros.multiply(a, b) == exact(x * y, 1_000_000), "\(a) * \(b)")
      if b != 0 { #expect(Micros.divide(a, b) == exact(x * 1_000_000, y), "\(a) / \(b)") }
      if c != 0 { #expect(Micros.multiplyDivide(a, b, c) == exact(x * y, z), "\(a) * \(b) / \(c)") }
    }
  }

  @Test func roundedOperationsAgreeWithInt128() {
    var random = Randomness(seed: 2)
    for turn in 0..<30_000 {
      let (a, b, c) = (random.word(), random.word(), random.word())
      let (x, y, z) = (Int128(a), Int128(b), Int128(c))
      let places = turn % 7
      let unit = (0..<(6 - places)).reduce(Int128(1)) { power, _ in power * 10 }
      let product = word(nearest(x * y, 1_000_000 * unit) * unit)
      #expect(Micros.multiplyRounded(a, b, places: places) == product, "\(a) * \(b); \(places)")
      if b != 0 {
        let quotient = word(nearest(x * 1_000_000, y * unit) * unit)
        #expect(Micros.divideRounded(a, b, places: places) == quotient, "\(a) / \(b); \(places)")
      }
      if c != 0 {
        let size = nearest(x * y, z * unit)
        let fused = size.magnitude < UInt128(1) << 64 ? word(size * unit) : nil
        #expect(
          Micros.multiplyDivideRounded(a, b, c, places: places) == fused,
          "\(a) * \(b) / \(c); \(places)")
      }
    }
  }

  @Test func roundingAgreesWithExact() {
    var random = Randomness(seed: 3)
    for turn in 0..<20_000 {
      let a = random.word()
      let places = turn % 7
      for rule in RoundingRule.allCases {
        // Six more places than needed: the slow side cannot take the short way through Micros.
        let million = Exact(1_000_000)
        let slow = (Exact(micros: a).divided(by: million)).rounded(places: places + 6, rule)
        let expected = (slow * million).micros.flatMap { word(Int128($0)) }
        #expect(Micros.round(a, places: places, rule) == expected, "\(a); \(places) \(rule)")
      }
    }
  }

  @Test func scoresRoundAsOnPaper() {
    let vectors: [(Int64, Int64)] = [
      (1_005_000, 1_010_000), (-1_005_000, -1_010_000), (2_675_000, 2_680_000),
      (14_625_000, 14_630_000), (14_624_999, 14_620_000), (-14_625_000, -14_630_000),
      (0, 0), (4_999, 0), (5_000, 10_000), (-5_000, -10_000),
    ]
    for (value, rounded) in vectors {
      #expect(Micros.round(value, places: 2, .halfAwayFromZero) == rounded)
      #expect(Micros.multiplyRounded(value, Micros.one, places: 2) == rounded)
      #expect(Micros.divideRounded(value, Micros.one, places: 2) == rounded)
      #expect(Micros.multiplyDivideRounded(value, 7_000_000, 7_000_000, places: 2) == rounded)
    }
    #expect(Micros.round(14_625_000, places: 2, .halfEven) == 14_620_000)
    #expect(Micros.round(-14_635_000, places: 2, .halfEven) == -14_640_000)
    #expect(Micros.round(-1_500_000, places: 0, .up) == -1_000_000)
    #expect(Micros.round(-1_500_000, places: 0, .down) == -2_000_000)
    #expect(Micros.round(1_000_001, places: 0, .up) == 2_000_000)
  }

  @Test func fusedOperationsRoundOnce() {
    // 0,07 * 0,071428 = 0,00499996: rounding to four places first would give 0,005, then 0,01.
    #expect(Micros.multiplyRounded(70_000, 71_428, places: 2) == 0)
    // 2 / 3 * 1,5 = 1, but 0,666667 * 1,5 is not.
    #expect(Micros.multiplyDivide(2_000_000, 1_500_000, 3_000_000) == 1_000_000)
    // 0,149 / 3 * 0,1 = 0,0049666…: 0,05 * 0,1 would round to 0,01.
    #expect(Micros.multiplyDivideRounded(149_000, 100_000, 3_000_000, places: 2) == 0)
  }

  @Test func whatDoesNotFitIsLeftToExact() {
    #expect(Micros.multiply(333_333, 500_000) == nil)
    #expect(Micros.divide(1_000_000, 3_000_000) == nil)
    #expect(Micros.divide(1, 0) == nil)
    #expect(Micros.divideRounded(1, 0, places: 2) == nil)
    #expect(Micros.multiplyDivideRounded(1, 1, 0, places: 2) == nil)
    #expect(Micros.multiplyDivide(.max, .max, 0) == nil)
    #expect(Micros.divideRounded(.max, 0, places: 6) == nil)
    #expect(Micros.fitting(1 << 62) == nil)
    #expect(Micros.fitting(-(1 << 62)) == nil)
    #expect(Micros.fitting((1 << 62) - 1) == (1 << 62) - 1)
    #expect(Micros.fitting(1 - (1 << 62)) == 1 - (1 << 62))
    #expect(Micros.round(1, places: -1, .up) == nil)
    #expect(Micros.multiplyRounded(1, 1, places: 7) == nil)
    #expect(Micros.round((1 << 62) - 1, places: 0, .up) == nil)
  }

  @Test func moneyBeyondSixtyFourBitProductsIsExact() {
    // 2.340.000 đồng * 12 and / 26, both with products of millionths above 2^63.
    #expect(Micros.multiply(2_340_000_000_000, 12_000_000) == 28_080_000_000_000)
    #expect(Micros.divide(2_340_000_000_000, 26_000_000) == 90_000_000_000)
    #expect(
      Micros.multiplyDivideRounded(2_340_000_000_000, 22_000_000, 23_000_000, places: 0)
        == 2_238_261_000_000)
  }
}
