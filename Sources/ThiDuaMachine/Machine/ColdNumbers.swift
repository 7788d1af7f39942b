// Numbers off the fast path: rationals, absences, other roundings, errors.
//
// A blank operand is an error before anything else. A not-applicable one is left out by + and -, and makes
// any other operation not applicable; a comparison with it is an error.
// Every result passes `keep`, which bounds its length and charges for long ones.

import ThiDuaNumber

extension Machine {
  func requireNoBlank(_ x: Word, _ y: Word) throws(Trap) {
    if x.isBlank { throw Trap(.blankUsed) }
    if y.isBlank { throw Trap(.blankUsed, operand: 1) }
  }

  /// Keeps a number as a word; long ones cost steps by the square of their length.
  mutating func keep(_ value: Exact) throws(Trap) -> Word {
    if let micros = value.micros, Word.holds(micros) { return Word(immediate: micros) }
    let bits = value.bitWidth
    if bits > limits.numberBits { throw Trap(.numberTooLong) }
    let limbs = bits / 64
    try charge(1 + limbs * limbs / 16)
    return try heap.makeNumber(value)
  }

  mutating func addition(_ x: Word, _ y: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if x.isNotApplicable { return y }
    if y.isNotApplicable { return x }
    return try keep(heap.number(x) + heap.number(y))
  }

  mutating func subtraction(_ x: Word, _ y: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if y.isNotApplicable { return x }
    if x.isNotApplicable { return try keep(-heap.number(y)) }
    return try keep(heap.number(x) - heap.number(y))
  }

  mutating func multiplication(_ x: Word, _ y: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if x.isNotApplicable || y.isNotApplicable { return .notApplicable }
    return try keep(heap.number(x) * heap.number(y))
  }

  mutating func division(_ x: Word, _ y: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if x.isNotApplicable || y.isNotApplicable { return .notApplicable }
    let divisor = heap.number(y)
    if divisor.isZero { throw Trap(.divisionByZero, operand: 1) }
    return try keep(heap.number(x).divided(by: divisor))
  }

  mutating func multiplicationDivision(_ x: Word, _ y: Word, _ z: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if z.isBlank { throw Trap(.blankUsed, operand: 2) }
    if x.isNotApplicable || y.isNotApplicable || z.isNotApplicable { return .notApplicable }
    let divisor = heap.number(z)
    if divisor.isZero { throw Trap(.divisionByZero, operand: 2) }
    return try keep((heap.number(x) * heap.number(y)).divided(by: divisor))
  }

  /// Rounds a number or passes not applicable on.
  mutating func rounding(_ x: Word, places: Int, _ rule: RoundingRule) throws(Trap) -> Word {
    if x.isBlank { throw Trap(.blankUsed) }
    if x.isNotApplicable { return x }
    guard places.magnitude <= 1000 else { throw Trap(.badPlaces, operand: 1) }
    if x.isImmediate, let micros = Micros.round(x.immediate, places: places, rule) {
      return Word(immediate: micros)
    }
    return try keep(heap.number(x).rounded(places: places, rule))
  }

  mutating func roundByRule(_ x: Word, _ places: Word, _ rule: UInt8) throws(Trap) -> Word {
    try requireNoBlank(x, places)
    if x.isNotApplicable || places.isNotApplicable { return .notApplicable }
    guard let count = heap.number(places).int else {
      throw notCount(operand: 1, places)
    }
    guard count.magnitude <= 1000 else { throw trap(.badPlaces, operand: 1, places) }
    return try rounding(x, places: count, RoundingRule(rawValue: rule) ?? .halfAwayFromZero)
  }

  mutating func roundToStep(_ x: Word, _ step: Word, _ rule: RoundingRule) throws(Trap) -> Word {
    try requireNoBlank(x, step)
    if x.isNotApplicable || step.isNotApplicable { return .notApplicable }
    let size = heap.number(step)
    guard size.signum > 0 else { throw trap(.badStep, operand: 1, step) }
    return try keep(heap.number(x).rounded(step: size, rule))
  }

  mutating func remainder(_ x: Word, _ y: Word) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if x.isNotApplicable || y.isNotApplicable { return .notApplicable }
    let divisor = heap.number(y)
    if divisor.isZero { throw Trap(.divisionByZero, operand: 1) }
    return try keep(heap.number(x).remainder(dividingBy: divisor))
  }

  mutating func multiplyRemainder(_ x: Word, _ y: Word, _ z: Word) throws(Trap) -> Word {
    if (x.bits | y.bits | z.bits) & 1 == 0, z.bits != 0 {
      let unit: Int64 = 1_000_000
      let (a, b, c) = (x.immediate / unit, y.immediate / unit, z.immediate / unit)
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      // Whole numbers, as in generators of random numbers, need no long product.
      if !overflow, c != 0, c != -1, a * unit == x.immediate, b * unit == y.immediate,
        c * unit == z.immediate
      {
        let rest = product % c
        return Word(immediate: (rest != 0 && (rest ^ c) < 0 ? rest + c : rest) * unit)
      }
    }
    try requireNoBlank(x, y)
    if z.isBlank { throw Trap(.blankUsed, operand: 2) }
    if x.isNotApplicable || y.isNotApplicable || z.isNotApplicable { return .notApplicable }
    let divisor = heap.number(z)
    if divisor.isZero { throw Trap(.divisionByZero, operand: 2) }
    return try keep((heap.number(x) * heap.number(y)).remainder(dividingBy: divisor))
  }

  mutating func power(_ x: Word, _ n: Word) throws(Trap) -> Word {
    try requireNoBlank(x, n)
    if x.isNotApplicable || n.isNotApplicable { return .notApplicable }
    guard let exponent = heap.number(n).int else { throw notCount(operand: 1, n) }
    let base = heap.number(x)
    guard base.powerBitWidth(exponent) <= limits.numberBits else { throw Trap(.numberTooLong) }
    guard let result = base.power(exponent) else { throw trap(.badPower, operand: 1, n) }
    return try keep(result)
  }

  mutating func squareRoot(_ x: Word, _ places: Word) throws(Trap) -> Word {
    try requireNoBlank(x, places)
    if x.isNotApplicable || places.isNotApplicable { return .notApplicable }
    guard let count = heap.number(places).int else {
      throw notCount(operand: 1, places)
    }
    guard count.magnitude <= 1000 else { throw trap(.badPlaces, operand: 1, places) }
    guard let root = heap.number(x).squareRoot(places: count) else {
      throw trap(.negativeRoot, operand: 0, x)
    }
    return try keep(root)
  }

  /// Negative, zero or positive as x is less than, equal to or greater than y.
  func order(_ x: Word, _ y: Word) throws(Trap) -> Int {
    try requireNoBlank(x, y)
    if x.isNotApplicable { throw Trap(.notApplicableUsed) }
    if y.isNotApplicable { throw Trap(.notApplicableUsed, operand: 1) }
    if x.isImmediate && y.isImmediate {
      return x.bits < y.bits ? -1 : x.bits == y.bits ? 0 : 1
    }
    let (a, b) = (heap.number(x), heap.number(y))
    return a < b ? -1 : a == b ? 0 : 1
  }

  func extreme(_ x: Word, _ y: Word, wantsLarger: Bool) throws(Trap) -> Word {
    try requireNoBlank(x, y)
    if x.isNotApplicable || y.isNotApplicable { return .notApplicable }
    return (try order(x, y) < 0) == wantsLarger ? y : x
  }

  /// A trap that says which value was wrong.
  mutating func trap(_ code: TrapCode, operand: UInt8, _ word: Word) -> Trap {
    trapValues = [heap.value(word)]
    return Trap(code, operand: operand)
  }

  /// A number no operation can count by: it has a fraction, or is longer than a machine word.
  private mutating func notCount(operand: UInt8, _ word: Word) -> Trap {
    trap(heap.number(word).isInteger ? .outOfRange : .notWhole, operand: operand, word)
  }

  /// A whole number that an operation counts by.
  mutating func whole(_ word: Word, operand: UInt8) throws(Trap) -> Int {
    if word.isBlank { throw Trap(.blankUsed, operand: operand) }
    if word.isNotApplicable { throw Trap(.notApplicableUsed, operand: operand) }
    guard let count = heap.number(word).int else { throw notCount(operand: operand, word) }
    return count
  }
}
