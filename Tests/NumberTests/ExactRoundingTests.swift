// Rounding to places and steps, whole parts and square roots, on all storages.

import Testing
import ThiDuaNumber

@Suite struct ExactRoundingTests {
  private func decimal(_ text: String) -> Exact {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let negative = text.hasPrefix("-")
    return Exact(
      digits: parts[0].utf8.dropFirst(negative ? 1 : 0),
      fraction: parts.count > 1 ? Array(parts[1].utf8) : [], isNegative: negative)!
  }

  @Test(arguments: [
    ("1,005", 2, "1,01"), ("-1,005", 2, "-1,01"), ("2,675", 2, "2,68"), ("14,625", 2, "14,63"),
    ("14,62499999999999999999999", 2, "14,62"), ("0,5", 0, "1"), ("-0,5", 0, "-1"),
    ("0,00000050", 6, "0,000001"), ("0,00000049", 6, "0"), ("1234,5", -2, "1200"),
    ("1250", -2, "1300"), ("49", -2, "0"), ("50", -2, "100"), ("-50", -2, "-100"),
    ("9999999999999,999999", 5, "10000000000000"),
    ("123456789012345678901234567890,5", 0, "123456789012345678901234567891"),
    ("123456789012345678901234567890", -25, "123460000000000000000000000000"),
    ("1", 40, "1"),
  ])
  func halvesGoAwayFromZero(value: String, places: Int, rounded: String) {
    #expect(decimal(value).rounded(places: places, .halfAwayFromZero) == decimal(rounded))
  }

  @Test func rulesAtTheHalf() {
    let vectors: [(String, [String])] = [
      ("2,5", ["3", "2", "3", "2"]), ("3,5", ["4", "4", "4", "3"]),
      ("-2,5", ["-3", "-2", "-2", "-3"]), ("-3,5", ["-4", "-4", "-3", "-4"]),
      ("2,1", ["2", "2", "3", "2"]), ("-2,1", ["-2", "-2", "-2", "-3"]),
      ("2,50000000001", ["3", "3", "3", "2"]), ("4", ["4", "4", "4", "4"]),
    ]
    for (value, expected) in vectors {
      for (rule, rounded) in zip(RoundingRule.allCases, expected) {
        #expect(decimal(value).rounded(places: 0, rule) == decimal(rounded), "\(value) \(rule)")
      }
    }
  }

  /// Marks next to the value, and the right one of the two, for every rule and storage.
  @Test func roundedValuesAreTheNeighbourTheRuleAsksFor() {
    var random = Randomness(seed: 31)
    for turn in 0..<3_000 {
      let value = Exact(
        numerator: BigInteger(random.word()) * BigInteger(turn % 3 == 0 ? random.word() : 1),
        denominator: BigInteger(random.word() | 1))
      let places = Int(random.next() % 30) - 8
      let mark = Exact(10).power(-places)!
      let up = value.rounded(places: places, .up)
      let down = value.rounded(places: places, .down)
      #expect(down <= value && value <= up)
      #expect(up == down || up - down == mark)
      #expect(up.divided(by: mark).isInteger && down.divided(by: mark).isInteger)
      for rule in [RoundingRule.halfAwayFromZero, .halfEven] {
        let nearest = value.rounded(places: places, rule)
        #expect(nearest == up || nearest == down)
        #expect((nearest - value).magnitude + (nearest - value).magnitude <= mark)
      }
      #expect(value.rounded(step: mark, .halfEven) == value.rounded(places: places, .halfEven))
    }
  }

  @Test func steps() {
    let quarter = decimal("0,25")
    #expect(decimal("3,1").rounded(step: quarter, .halfAwayFromZero) == Exact(3))
    #expect(decimal("3,125").rounded(step: quarter, .halfAwayFromZero) == decimal("3,25"))
    #expect(decimal("-3,125").rounded(step: quarter, .halfAwayFromZero) == decimal("-3,25"))
    #expect(Exact(702_000).rounded(step: Exact(10_000), .up) == Exact(710_000))
    #expect(Exact(702_000).rounded(step: Exact(10_000), .down) == Exact(700_000))
    let third = Exact(1).divided(by: Exact(3))
    #expect(decimal("0,5").rounded(step: third, .up) == third + third)
  }

  @Test func wholeParts() {
    #expect(decimal("-2,5").floor == Exact(-3))
    #expect(decimal("-2,5").ceiling == Exact(-2))
    #expect(decimal("-2,5").truncated == Exact(-2))
    #expect(decimal("2,5").truncated == Exact(2))
    #expect(Exact(-7).divided(by: Exact(3)).floor == Exact(-3))
    #expect(Exact(micros: .min).floor.description == "-9223372036855")
  }

  @Test func squareRoots() {
    #expect(Exact(2).squareRoot(places: 6) == Exact(micros: 1_414_214))
    #expect(Exact(16).squareRoot(places: 0) == Exact(4))
    #expect(decimal("6,25").squareRoot(places: 1) == decimal("2,5"))
    #expect(decimal("6,25").squareRoot(places: 0) == Exact(3))
    #expect(Exact(0).squareRoot(places: 3) == Exact(0))
    #expect(Exact(-1).squareRoot(places: 2) == nil)
    #expect(Exact(1).divided(by: Exact(9)).squareRoot(places: 4) == decimal("0,3333"))
    #expect(Exact(22_500).squareRoot(places: -2) == Exact(200))
    #expect(Exact(22_499).squareRoot(places: -2) == Exact(100))
    #expect(
      Exact(2).squareRoot(places: 50)
        == decimal("1,41421356237309504880168872420969807856967187537695"))
  }
}
