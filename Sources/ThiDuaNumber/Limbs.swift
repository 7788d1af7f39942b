// Magnitudes of big integers: schoolbook arithmetic on arrays of 64-bit limbs.
//
// In and out: little-endian arrays without a leading (last) zero limb; zero is the empty array.
// Every function keeps that invariant. Only BigInteger uses this file; signs live there.

enum Limbs {
  typealias Magnitude = [UInt64]

  static func trim(_ a: inout Magnitude) {
    while a.last == 0 { a.removeLast() }
  }

  static func bitWidth(_ a: Magnitude) -> Int {
    guard let top = a.last else { return 0 }
    return a.count * 64 - top.leadingZeroBitCount
  }

  /// Negative, zero or positive as `a` is below, equal to or above `b`.
  static func compare(_ a: Magnitude, _ b: Magnitude) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for i in a.indices.reversed() where a[i] != b[i] {
      return a[i] < b[i] ? -1 : 1
    }
    return 0
  }

  static func add(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    var (sum, other) = a.count >= b.count ? (a, b) : (b, a)
    var carry = false
    for i in sum.indices {
      if i >= other.count && !carry { break }
      let addend = i < other.count ? other[i] : 0
      let (partial, first) = sum[i].addingReportingOverflow(addend)
      let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      sum[i] = total
      carry = first || second
    }
    if carry { sum.append(1) }
    return sum
  }

  /// `a - b`, for `a >= b`.
  static func subtract(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    var difference = a
    var borrow = false
    for i in difference.indices {
      if i >= b.count && !borrow { break }
      let subtrahend = i < b.count ? b[i] : 0
      let (partial, first) = difference[i].subtractingReportingOverflow(subtrahend)
      let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      difference[i] = total
      borrow = first || second
    }
    trim(&difference)
    return difference
  }

  static func multiply(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    if a.isEmpty || b.isEmpty { return [] }
    var product = Magnitude(repeating: 0, count: a.count + b.count)
    // Buffers: bounds checks in the inner loop would more than double its time.
    product.withUnsafeMutableBufferPointer { out in
      b.withUnsafeBufferPointer { b in
        for i in a.indices { out[i + b.count] = addProduct(out.baseAddress! + i, a[i], b) }
      }
    }
    trim(&product)
    return product
  }

  /// Adds `factor * b` to the limbs at `out` and returns the carry beyond them.
  @inline(__always)
  private static func addProduct(
    _ out: UnsafeMutablePointer<UInt64>, _ factor: UInt64, _ b: UnsafeBufferPointer<UInt64>
  ) -> UInt64 {
    var carry: UInt64 = 0
    for j in 0..<b.count {
      // (2^64 - 1)^2 plus two limbs is at most 2^128 - 1.
      let wide = UInt128(factor) &* UInt128(b[j]) &+ UInt128(carry) &+ UInt128(out[j])
      out[j] = UInt64(truncatingIfNeeded: wide)
      carry = UInt64(truncatingIfNeeded: wide &>> 64)
    }
    return carry
  }

  /// `a = a * factor + addend`, in place.
  static func multiplyAdd(_ a: inout Magnitude, _ factor: UInt64, _ addend: UInt64) {
    var carry = addend
    for i in a.indices {
      let wide = a[i].multipliedFullWidth(by: factor)
      let (low, overflow) = wide.low.addingReportingOverflow(carry)
      a[i] = low
      carry = wide.high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { a.append(carry) }
    trim(&a)
  }

  /// Divides in place by one limb and returns the remainder.
  static func divide(_ a: inout Magnitude, byLimb divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for i in a.indices.reversed() {
      (a[i], remainder) = divisor.dividingFullWidth((remainder, a[i]))
    }
    trim(&a)
    return remainder
  }

  static func shiftLeft(_ a: Magnitude, by bits: Int) -> Magnitude {
    if a.isEmpty { return [] }
    var shifted = Magnitude(repeating: 0, count: bits / 64)
    shifted.reserveCapacity(bits / 64 + a.count + 1)
    let inner = UInt64(bits % 64)
    var carry: UInt64 = 0
    for limb in a {
      shifted.append(limb << inner | carry)
      carry = inner == 0 ? 0 : limb >> (64 - inner)
    }
    if carry != 0 { shifted.append(carry) }
    return shifted
  }

  static func shiftRight(_ a: Magnitude, by bits: Int) -> Magnitude {
    let whole = bits / 64
    if whole >= a.count { return [] }
    var shifted = Magnitude(a[whole...])
    let inner = UInt64(bits % 64)
    if inner != 0 {
      for i in shifted.indices {
        let above = i + 1 < shifted.count ? shifted[i + 1] << (64 - inner) : 0
        shifted[i] = shifted[i] >> inner | above
      }
    }
    trim(&shifted)
    return shifted
  }

  /// Quotient and remainder for a divisor that is not zero (Knuth, TAOCP 2, algorithm D).
  static func divide(
    _ dividend: Magnitude, by divisor: Magnitude
  ) -> (quotient: Magnitude, remainder: Magnitude) {
    if compare(dividend, divisor) < 0 { return ([], dividend) }
    if divisor.count == 1 {
      var quotient = dividend
      let remainder = divide(&quotient, byLimb: divisor[0])
      return (quotient, remainder == 0 ? [] : [remainder])
    }
    // Normalised so the divisor's top bit is set: a trial digit is then at most two too large.
    let shift = divisor[divisor.count - 1].leadingZeroBitCount
    let v = shiftLeft(divisor, by: shift)
    var u = shiftLeft(dividend, by: shift)
    if u.count == dividend.count { u.append(0) }
    let n = v.count
    var quotient = Magnitude(repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      var digit = trialDigit(u[j + n], u[j + n - 1], u[j + n - 2], v[n - 1], v[n - 2])
      if subtractProduct(&u, at: j, v, digit) {
        digit -= 1
        addBack(&u, at: j, v)
      }
      quotient[j] = digit
    }
    trim(&quotient)
    trim(&u)
    return (quotient, shiftRight(u, by: shift))
  }

  /// The quotient digit of three dividend limbs by two divisor limbs: exact or one too large.
  @inline(__always)
  private static func trialDigit(
    _ u2: UInt64, _ u1: UInt64, _ u0: UInt64, _ v1: UInt64, _ v0: UInt64
  ) -> UInt64 {
    var digit: UInt64
    var rest: UInt64
    var restIsWide = false
    if u2 >= v1 {
      digit = .max
      (rest, restIsWide) = u1.addingReportingOverflow(v1)
    } else {
      (digit, rest) = v1.dividingFullWidth((u2, u1))
    }
    while !restIsWide {
      let check = digit.multipliedFullWidth(by: v0)
      if check.high < rest || (check.high == rest && check.low <= u0) { break }
      digit -= 1
      (rest, restIsWide) = rest.addingReportingOverflow(v1)
    }
    return digit
  }

  /// Subtracts `digit * v` from `u` at limb `j`; true when the result went below zero.
  @inline(__always)
  private static func subtractProduct(
    _ u: inout Magnitude, at j: Int, _ v: Magnitude, _ digit: UInt64
  ) -> Bool {
    var carry: UInt64 = 0
    for i in v.indices {
      let wide = digit.multipliedFullWidth(by: v[i])
      let (low, overflow) = wide.low.addingReportingOverflow(carry)
      let (rest, borrow) = u[i + j].subtractingReportingOverflow(low)
      u[i + j] = rest
      carry = wide.high &+ (overflow ? 1 : 0) &+ (borrow ? 1 : 0)
    }
    let (rest, borrow) = u[j + v.count].subtractingReportingOverflow(carry)
    u[j + v.count] = rest
    return borrow
  }

  private static func addBack(_ u: inout Magnitude, at j: Int, _ v: Magnitude) {
    var carry: UInt64 = 0
    for i in v.indices {
      let (partial, first) = u[i + j].addingReportingOverflow(v[i])
      let (total, second) = partial.addingReportingOverflow(carry)
      u[i + j] = total
      carry = (first ? 1 : 0) + (second ? 1 : 0)
    }
    u[j + v.count] &+= carry
  }
}
