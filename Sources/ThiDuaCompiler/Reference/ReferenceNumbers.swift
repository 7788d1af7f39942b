// The reference evaluator's arithmetic and built-in functions.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension Reference {
  mutating func arithmetic(
    _ expr: Expr, _ operation: Arithmetic, _ left: Expr, _ right: Expr
  ) throws(ReferenceTrap) -> ReferenceValue {
    if expr.kind == .text {
      let (x, y) = (try evaluate(left), try evaluate(right))
      return .text(print(x, left.kind, nil) + print(y, right.kind, nil))
    }
    if let shape = ProductShape(expr) { return try product(shape) }
    let (x, y) = (try evaluate(left), try evaluate(right))
    return try arithmetic(operation, x, y)
  }

  private func arithmetic(
    _ operation: Arithmetic, _ x: ReferenceValue, _ y: ReferenceValue
  ) throws(ReferenceTrap) -> ReferenceValue {
    try requireNoBlank(x, y)
    let (a, b) = (number(x), number(y))
    switch operation {
    case .add:
      if x == .notApplicable { return y }
      return y == .notApplicable ? x : .number(a + b)
    case .subtract:
      if y == .notApplicable { return x }
      return x == .notApplicable ? .number(-b) : .number(a - b)
    case .multiply:
      if x == .notApplicable || y == .notApplicable { return .notApplicable }
      return .number(a * b)
    case .divide:
      if x == .notApplicable || y == .notApplicable { return .notApplicable }
      if b.isZero { throw trap(.divisionByZero) }
      return .number(a.divided(by: b))
    }
  }

  /// Operands first, in their order; then blanks, then what does not apply, then zero divisors.
  private mutating func product(_ shape: ProductShape) throws(ReferenceTrap) -> ReferenceValue {
    var operands: [Expr]
    var order: [Int]
    switch shape {
    case .scaled(let x, let k):
      operands = [x, Expr(.number(k), .number, x.span)]
      order = [0, 1]
    case .product(let x, let y):
      operands = [x, y]
      order = [0, 1]
    case .quotient(let x, let y):
      operands = [x, y]
      order = [0, 1]
    case .productQuotient(let x, let y, let z, let evaluation):
      operands = [x, y, z]
      order = evaluation
    }
    var values: [ReferenceValue] = Array(repeating: .blank, count: operands.count)
    for index in order { values[index] = try evaluate(operands[index]) }
    for value in values where value == .blank { throw trap(.blankUsed) }
    if values.contains(.notApplicable) { return .notApplicable }
    let numbers = values.map(number)
    switch shape {
    case .scaled, .product: return .number(numbers[0] * numbers[1])
    case .quotient:
      if numbers[1].isZero { throw trap(.divisionByZero) }
      return .number(numbers[0].divided(by: numbers[1]))
    case .productQuotient:
      if numbers[2].isZero { throw trap(.divisionByZero) }
      return .number((numbers[0] * numbers[1]).divided(by: numbers[2]))
    }
  }

  private mutating func productRemainder(
    _ a: Expr, _ b: Expr, _ divisor: Expr
  ) throws(ReferenceTrap) -> ReferenceValue {
    let (x, y, z) = (try evaluate(a), try evaluate(b), try evaluate(divisor))
    try requireNoBlank(x, y, z)
    if [x, y, z].contains(.notApplicable) { return .notApplicable }
    let (product, c) = (number(x) * number(y), number(z))
    if c.isZero { throw trap(.divisionByZero) }
    return .number(product - c * product.divided(by: c).floor)
  }

  mutating func builtin(
    _ function: Builtin, _ arguments: [Expr]
  ) throws(ReferenceTrap) -> ReferenceValue {
    if function == .remainder, let (a, b) = ProductShape(arguments[0])?.factors {
      return try productRemainder(a, b, arguments[1])
    }
    var values: [ReferenceValue] = []
    for argument in arguments { values.append(try evaluate(argument)) }
    let (x, y) = (values[0], values.count > 1 ? values[1] : .code(0))
    switch function {
    case .round, .roundUp, .roundDown, .roundHalfEven:
      let rules: [Builtin: RoundingRule] = [
        .round: .halfAwayFromZero, .roundUp: .up, .roundDown: .down, .roundHalfEven: .halfEven,
      ]
      return try numeric(x, y) { a, b throws(ReferenceTrap) in
        guard let places = b.int else { throw trap(.notWhole) }
        guard places.magnitude <= 1000 else { throw trap(.badPlaces) }
        return a.rounded(places: places, rules[function]!)
      }
    case .roundToStep, .roundUpToStep, .roundDownToStep:
      let rules: [Builtin: RoundingRule] = [
        .roundToStep: .halfAwayFromZero, .roundUpToStep: .up, .roundDownToStep: .down,
      ]
      return try numeric(x, y) { a, b throws(ReferenceTrap) in
        guard b.signum > 0 else { throw trap(.badStep) }
        return a.rounded(step: b, rules[function]!)
      }
    case .integerPart: return try numeric(x, y) { a, _ throws(ReferenceTrap) in a.floor }
    case .absolute: return try numeric(x, y) { a, _ throws(ReferenceTrap) in a.magnitude }
    case .remainder:
      return try numeric(x, y) { a, b throws(ReferenceTrap) in
        if b.isZero { throw trap(.divisionByZero) }
        return a - b * a.divided(by: b).floor
      }
    case .power:
      return try numeric(x, y) { a, b throws(ReferenceTrap) in
        guard let exponent = b.int else { throw trap(.notWhole) }
        guard exponent.magnitude < 100 else { throw trap(.numberTooLong) }
        guard let power = a.power(exponent) else { throw trap(.badPower) }
        return power
      }
    case .squareRoot:
      return try numeric(x, y) { a, b throws(ReferenceTrap) in
        guard let places = b.int else { throw trap(.notWhole) }
        guard places.magnitude <= 1000 else { throw trap(.badPlaces) }
        guard let root = a.squareRoot(places: places) else { throw trap(.negativeRoot) }
        return root
      }
    case .smaller, .larger:
      try requireNoBlank(x, y)
      if x == .notApplicable || y == .notApplicable { return .notApplicable }
      return (number(x) < number(y)) == (function == .smaller) ? x : y
    case .hasKey:
      try requireValues(x)
      guard case .dictionary(let entries) = x else { return code(false) }
      return code(entries.contains { $0.key == y })
    case .textOf: return .text(print(x, arguments[0].kind, nil))
    case .append:
      try requireValues(x)
      guard case .list(let elements) = x else { return x }
      return .list(elements + [y])
    default: return try valueFunction(function, values)
    }
  }

  private func numeric(
    _ x: ReferenceValue, _ y: ReferenceValue,
    _ operation: (Exact, Exact) throws(ReferenceTrap) -> Exact
  ) throws(ReferenceTrap) -> ReferenceValue {
    try requireNoBlank(x, y)
    if x == .notApplicable || y == .notApplicable { return .notApplicable }
    return .number(try operation(number(x), number(y)))
  }

  /// Functions of values only; texts as strings.
  private func valueFunction(
    _ function: Builtin, _ values: [ReferenceValue]
  ) throws(ReferenceTrap) -> ReferenceValue {
    for value in values where value == .blank { throw trap(.blankUsed) }
    for value in values where value == .notApplicable { throw trap(.notApplicableUsed) }
    func text(_ index: Int) -> String {
      if case .text(let text) = values[index] { text } else { "" }
    }
    func list(_ index: Int) -> [ReferenceValue] {
      if case .list(let list) = values[index] { list } else { [] }
    }
    switch function {
    case .length: return .number(Exact(text(0).count))
    case .uppercase: return .text(VietnameseText.uppercased(text(0)))
    case .lowercase: return .text(VietnameseText.lowercased(text(0)))
    case .unaccented: return .text(VietnameseText.unaccented(text(0)))
    case .givenName: return .text(VietnameseText.givenName(text(0)))
    case .startsWith: return code(text(0).utf8.starts(with: text(1).utf8))
    case .endsWith: return code(text(0).utf8.reversed().starts(with: text(1).utf8.reversed()))
    case .contains: return code(text(1).isEmpty || parts(text(0), text(1)).count > 1)
    case .replace:
      if text(1).isEmpty { throw trap(.emptyText) }
      return .text(parts(text(0), text(1)).joined(separator: text(2)))
    case .split:
      if text(1).isEmpty { throw trap(.emptyText) }
      return .list(parts(text(0), text(1)).map { .text($0) })
    case .join:
      var result = ""
      for (index, element) in list(0).enumerated() {
        try requireValues(element)
        if index > 0 { result += text(1) }
        if case .text(let piece) = element { result += piece }
      }
      return .text(result)
    case .inWords:
      guard let words = VietnameseText.wordsInVietnamese(number(values[0])) else {
        throw trap(.endlessNumber)
      }
      return .text(words)
    case .numberOf:
      guard case .success(let number) = NumberText.parse(text(0).utf8) else {
        throw trap(.notANumber)
      }
      return .number(number)
    case .firstElements:
      let count = try whole(values[1])
      if count < 0 { throw trap(.outOfRange) }
      return .list(Array(list(0).prefix(count)))
    case .reversed: return .list(list(0).reversed())
    case .concatenate: return .list(list(0) + list(1))
    case .elementCount:
      if case .dictionary(let entries) = values[0] { return .number(Exact(entries.count)) }
      return .number(Exact(list(0).count))
    case .keys:
      guard case .dictionary(let entries) = values[0] else { return .list([]) }
      return .list(entries.map(\.key))
    default: return try dateFunction(function, values)
    }
  }

  /// The pieces between the places where `separator` stands, by bytes.
  private func parts(_ text: String, _ separator: String) -> [String] {
    let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
    var pieces: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: mark) {
        pieces.append([])
        index += mark.count
      } else {
        pieces[pieces.count - 1].append(bytes[index])
        index += 1
      }
    }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }

  private func dateFunction(
    _ function: Builtin, _ values: [ReferenceValue]
  ) throws(ReferenceTrap) -> ReferenceValue {
    if function == .makeDate {
      let (day, month, year) = (
        try whole(values[0]), try whole(values[1]), try whole(values[2])
      )
      guard let date = CalendarDate(day: day, month: month, year: year) else {
        throw trap(.badDate)
      }
      return .code(Int(date.days))
    }
    guard case .code(let days) = values[0], let date = CalendarDate(days: Int32(days)) else {
      throw trap(.badDate)
    }
    switch function {
    case .yearOf: return .number(Exact(date.year))
    case .monthOf: return .number(Exact(date.month))
    case .quarterOf: return .number(Exact(date.quarter))
    case .weekdayOf: return .number(Exact(date.weekday))
    case .addDays, .addMonths:
      let count = try whole(values[1])
      guard count.magnitude <= 4_000_000,
        let moved = function == .addDays
          ? date.adding(days: count) : date.adding(months: count)
      else { throw trap(.badDate) }
      return .code(Int(moved.days))
    default:
      guard case .code(let other) = values[1] else { throw trap(.badDate) }
      if function == .daysBetween { return .number(Exact(other - days)) }
      var count = 0
      for day in (min(days, other) + 1)..<(max(days, other) + 1) {
        let weekday = CalendarDate(days: Int32(day))?.weekday ?? 1
        let isOff = weekday == 1 || weekday == 7 || program.holidays.contains(Int32(day))
        if !isOff || program.workedDays.contains(Int32(day)) { count += 1 }
      }
      return .number(Exact(other < days ? -count : count))
    }
  }
}
