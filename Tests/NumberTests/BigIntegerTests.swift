// Big integers against Int128 where values are small, against identities where they are not, and
// against vectors reckoned elsewhere.

import Testing
import ThiDuaNumber

@Suite struct BigIntegerTests {
  private func big(_ text: String) -> BigInteger {
    let negative = text.hasPrefix("-")
    return BigInteger(
      decimalDigits: Array(text.utf8.dropFirst(negative ? 1 : 0)), isNegative: negative)!
  }

  @Test func smallValuesAgreeWithInt128() {
    var random = Randomness(seed: 11)
    for _ in 0..<20_000 {
      let (a, b) = (random.word(), random.word())
      let (x, y) = (BigInteger(a), BigInteger(b))
      let (p, q) = (Int128(a), Int128(b))
      #expect(x + y == BigInteger(p + q))
      #expect(x - y == BigInteger(p - q))
      #expect(x * y == BigInteger(p * q))
      #expect((x < y) == (a < b))
      #expect((x == y) == (a == b))
      #expect(x.int64 == a)
      #expect(x.description == String(a))
      #expect((x * y).description == String(p * q))
      if b != 0 {
        let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
        #expect(quotient == BigInteger(p / q))
        #expect(remainder == BigInteger(p % q))
        let product = x * y + x
        #expect(product.quotient(dividingBy: y) == BigInteger((p * q + p) / q))
      }
    }
  }

  @Test func longDivisionTakesBackWhatItGave() {
    var random = Randomness(seed: 12)
    for turn in 0..<3_000 {
      let a = BigInteger(decimalDigits: random.integer(bits: 3_000), isNegative: turn & 1 == 1)!
      let b = BigInteger(decimalDigits: random.integer(bits: 1_500), isNegative: turn & 2 == 2)!
      #expect((a + b) - b == a)
      #expect((a + b) * (a - b) == a * a - b * b)
      if b.isZero { continue }
      let (q, r) = a.quotientAndRemainder(dividingBy: b)
      #expect(q * b + r == a)
      #expect(r.absolute < b.absolute)
      #expect(r.isZero || r.isNegative == a.isNegative)
      #expect((a * b).quotient(dividingBy: b) == a)
      #expect(BigInteger(decimalDigits: a.decimalDigits, isNegative: a.isNegative) == a)
    }
  }

  /// Trial digits that are too large happen about once in 2^63 divisions of random limbs, so the
  /// operands here are made of limbs that are nearly full or nearly empty.
  @Test func divisionCorrectsItsTrialDigits() {
    var random = Randomness(seed: 13)
    func crafted(_ limbs: Int) -> BigInteger {
      let base = BigInteger(2).power(64)
      let choices: [Int128] = [0, 1, 1 << 63, (1 << 63) - 1, (1 << 63) + 1, (1 << 64) - 1]
      return (0..<limbs).reduce(BigInteger(1)) { sum, _ in
        sum * base + BigInteger(choices[Int(random.next() % 6)])
      }
    }
    for turn in 0..<5_000 {
      let (a, b) = (crafted(2 + turn % 5), crafted(1 + turn % 3))
      let (q, r) = a.quotientAndRemainder(dividingBy: b)
      #expect(q * b + r == a && r < b)
    }
  }

  @Test func commonDivisorsAndRoots() {
    var random = Randomness(seed: 14)
    for _ in 0..<500 {
      let a = BigInteger(decimalDigits: random.integer(bits: 600))!
      let b = BigInteger(decimalDigits: random.integer(bits: 400))!
      let c = BigInteger(decimalDigits: random.integer(bits: 200))! + BigInteger(1)
      let divisor = BigInteger.gcd(a * c, -(b * c))
      #expect(divisor == BigInteger.gcd(a, b) * c)
      let root = a.isqrt()
      #expect(root * root <= a)
      #expect(a < (root + BigInteger(1)) * (root + BigInteger(1)))
      #expect((a * a).isqrt() == a)
    }
    #expect(BigInteger.gcd(BigInteger(0), BigInteger(-6)) == BigInteger(6))
    #expect(BigInteger.gcd(BigInteger(0), BigInteger(0)).isZero)
  }

  @Test func knownNumbers() {
    #expect(
      BigInteger(2).power(200).description
        == "1606938044258990275541962092341162602522202993782792835301376")
    #expect(BigInteger(-3).power(41).description == "-36472996377170786403")
    #expect(BigInteger(0).power(0) == BigInteger(1))
    let factorial30 = (1...30).reduce(BigInteger(1)) { $0 * BigInteger($1) }
    #expect(factorial30 == big("265252859812191058636308480000000"))
    #expect(
      factorial30.quotient(dividingBy: big("10888869450418352160768000000"))
        == BigInteger(24_360))
    #expect(factorial30.isqrt() == big("16286585271694955"))
    #expect(BigInteger(2).power(200).bitWidth == 201)
    #expect(BigInteger(0).bitWidth == 0)
  }

  @Test func edgesOfMachineIntegers() {
    #expect(BigInteger(Int64.min).int64 == .min)
    #expect((BigInteger(Int64.min) - BigInteger(1)).int64 == nil)
    #expect((BigInteger(Int64.max) + BigInteger(1)).int64 == nil)
    #expect(BigInteger(Int128.min).description == String(Int128.min))
    #expect(-BigInteger(0) == BigInteger(0))
    #expect(!(-BigInteger(0)).isNegative)
    #expect((big("-5") + BigInteger(5)).hashValue == BigInteger(0).hashValue)
  }

  @Test func onlyDigitsAreRead() {
    #expect(BigInteger(decimalDigits: Array("12a".utf8)) == nil)
    #expect(BigInteger(decimalDigits: []) == nil)
    #expect(big("000000000000000000000000000000042") == BigInteger(42))
    #expect(big("-0") == BigInteger(0))
  }
}
