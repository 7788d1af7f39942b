// Arithmetic, rounding, built-in functions.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension ExpressionCompiler {
  func emitArithmetic(
    _ expr: Expr, _ operation: Arithmetic, _ left: Expr, _ right: Expr, to target: Register
  ) {
    if case .text = expr.kind {
      let (first, count) = textPieces([.value(left, decimals: nil), .value(right, decimals: nil)])
      site(expr, left, right)
      return code.emit(.concatenate, target, first, count)
    }
    if let word = folded(expr) { return load(word, to: target) }
    switch operation {
    case .add, .subtract:
      emitSum(expr, to: target)
    case .multiply, .divide:
      if let shape = ProductShape(expr) { return emit(shape, expr, to: target) }
      let (x, y) = (value(left), value(right))
      site(expr, left, right)
      code.emit(operation == .multiply ? .multiply : .divide, target, x, y)
    }
  }

  /// The result of an operation on two literals.
  private func folded(_ expr: Expr) -> Word? {
    guard case .arithmetic(let operation, let left, let right) = expr.node,
      case .number(let a) = left.node, case .number(let b) = right.node
    else { return nil }
    switch operation {
    case .add: return program.word(a + b)
    case .subtract: return program.word(a - b)
    case .multiply: return program.word(a * b)
    case .divide: return b.isZero ? nil : program.word(a.divided(by: b))
    }
  }

  /// A chain of + and -, without nesting for its length.
  private func emitSum(_ expr: Expr, to target: Register) {
    var chain: [Expr] = []
    var first = expr
    while case .arithmetic(let operation, let left, _) = first.node,
      operation == .add || operation == .subtract
    {
      chain.append(first)
      first = left
    }
    let accumulator = chain.count > 1 ? code.takeRegisters() : target
    for (index, term) in chain.reversed().enumerated() {
      guard case .arithmetic(let operation, let left, let right) = term.node else { continue }
      let isLast = index == chain.count - 1
      scoped {
        let x = index == 0 ? nil : accumulator
        emitTerm(term, operation, left, x, right, to: isLast ? target : accumulator)
      }
    }
  }

  /// One + or -; `leftRegister` nil: the left side is still to be evaluated.
  private func emitTerm(
    _ expr: Expr, _ operation: Arithmetic, _ left: Expr, _ leftRegister: Register?,
    _ right: Expr, to target: Register
  ) {
    if case .number(let number) = right.node,
      let k = shortConstant(program.word(operation == .add ? number : -number)),
      program.program.constants[k].isImmediate
    {
      let x = leftRegister ?? value(left)
      site(expr, left)
      return code.emit(.addConstant, target, x, k)
    }
    if leftRegister == nil, case .number = left.node, let k = shortConstant(left) {
      let y = value(right)
      site(expr, right)
      return code.emit(operation == .add ? .addConstant : .subtractFromConstant, target, y, k)
    }
    let x = leftRegister ?? value(left)
    let y = value(right)
    site(expr, left, right)
    code.emit(operation == .add ? .add : .subtract, target, x, y)
  }

  /// A product or quotient, rounded to `places` if given.
  private func emit(
    _ shape: ProductShape, _ expr: Expr, places: Int? = nil, to target: Register
  ) {
    let x = places ?? 0
    switch shape {
    case .scaled(let operand, let factor):
      let a = value(operand)
      site(expr, operand)
      if let places {
        if let k = shortConstant(program.word(factor)) {
          code.emit(.multiplyConstantRound, x: places, target, a, k)
        } else {
          let b = code.takeRegisters()
          load(program.word(factor), to: b)
          code.emit(.multiplyRound, x: places, target, a, b)
        }
      } else if let whole = factor.int, let short = Int16(exactly: whole) {
        code.emit(.multiplyWhole, target, a, Int(UInt16(bitPattern: short)))
      } else if let k = shortConstant(program.word(factor)) {
        code.emit(.multiplyConstant, target, a, k)
      } else {
        let b = code.takeRegisters()
        load(program.word(factor), to: b)
        code.emit(.multiply, target, a, b)
      }
    case .product(let left, let right):
      let (a, b) = (value(left), value(right))
      site(expr, left, right)
      code.emit(places == nil ? .multiply : .multiplyRound, x: x, target, a, b)
    case .quotient(let left, let right):
      let (a, b) = (value(left), value(right))
      site(expr, left, right)
      code.emit(places == nil ? .divide : .divideRound, x: x, target, a, b)
    case .productQuotient(let left, let right, let divisor, let order):
      let operands = [left, right, divisor]
      var registers = [0, 0, 0]
      for index in order { registers[index] = value(operands[index]) }
      site(expr, left, right, divisor)
      code.emit(
        places == nil ? .multiplyDivide : .multiplyDivideRound, x: x, target, registers[0],
        registers[1])
      code.emit(.extra, registers[2])
    }
  }

  private func emitRounding(
    _ expr: Expr, _ operand: Expr, _ places: Expr, _ rule: RoundingRule, to target: Register
  ) {
    if rule == .halfAwayFromZero, case .number(let number) = places.node, let count = number.int,
      (0...6).contains(count)
    {
      if folded(operand) == nil, let shape = ProductShape(operand) {
        return emit(shape, expr, places: count, to: target)
      }
      let x = value(operand)
      site(expr, operand)
      return code.emit(.round, target, x, count)
    }
    let (x, y) = (value(operand), value(places))
    site(expr, operand, places)
    code.emit(.roundByRule, x: Int(rule.rawValue), target, x, y)
  }

  private func emitExtreme(
    _ expr: Expr, _ left: Expr, _ right: Expr, wantsLarger: Bool, to target: Register
  ) {
    // The constant may stand on either side: the operation is symmetric, and literals never trap.
    for (operand, constant) in [(left, right), (right, left)] {
      guard program.constantWord(operand) == nil, let k = shortConstant(constant) else { continue }
      let x = value(operand)
      site(expr, operand)
      return code.emit(wantsLarger ? .largerConstant : .smallerConstant, target, x, k)
    }
    let (x, y) = (value(left), value(right))
    site(expr, left, right)
    code.emit(wantsLarger ? .larger : .smaller, target, x, y)
  }

  private func emitRemainder(_ expr: Expr, _ left: Expr, _ right: Expr, to target: Register) {
    guard let (a, b) = ProductShape(left)?.factors else {
      let (x, y) = (value(left), value(right))
      site(expr, left, right)
      return code.emit(.remainder, target, x, y)
    }
    let (x, y, z) = (value(a), value(b), value(right))
    site(expr, a, b, right)
    code.emit(.multiplyRemainder, target, x, y)
    code.emit(.extra, z)
  }

  func emitBuiltin(
    _ expr: Expr, _ function: Builtin, _ arguments: [Expr], to target: Register
  ) {
    switch function {
    case .round:
      emitRounding(expr, arguments[0], arguments[1], .halfAwayFromZero, to: target)
    case .roundUp: emitRounding(expr, arguments[0], arguments[1], .up, to: target)
    case .roundDown: emitRounding(expr, arguments[0], arguments[1], .down, to: target)
    case .roundHalfEven: emitRounding(expr, arguments[0], arguments[1], .halfEven, to: target)
    case .smaller:
      emitExtreme(expr, arguments[0], arguments[1], wantsLarger: false, to: target)
    case .larger:
      emitExtreme(expr, arguments[0], arguments[1], wantsLarger: true, to: target)
    case .integerPart:
      let x = value(arguments[0])
      site(expr, arguments[0])
      code.emit(.floor, target, x)
    case .remainder:
      emitRemainder(expr, arguments[0], arguments[1], to: target)
    case .textOf:
      emitText(arguments[0], decimals: nil, to: target)
    case .append:
      let list = code.takeRegisters()
      compileOwned(arguments[0], to: list)
      append(arguments[1], to: list, for: expr)
      move(list, to: target)
    default:
      guard let native = NativeFunction(rawBuiltin: function) else { return }
      let window = code.takeRegisters(native.argumentCount)
      for (index, argument) in arguments.prefix(native.argumentCount).enumerated() {
        compile(argument, to: window + index)
      }
      code.setSite(expr.span, arguments.map(operand))
      code.emit(.native, target, window, Int(native.rawValue))
    }
  }
}

extension NativeFunction {
  /// The machine's function for a built-in; nil for those that have instructions of their own.
  init?(rawBuiltin builtin: Builtin) {
    switch builtin {
    case .round, .roundUp, .roundDown, .roundHalfEven, .smaller, .larger, .remainder, .integerPart,
      .textOf, .append:
      return nil
    case .roundToStep: self = .roundToStep
    case .roundUpToStep: self = .roundUpToStep
    case .roundDownToStep: self = .roundDownToStep
    case .absolute: self = .absolute
    case .power: self = .power
    case .squareRoot: self = .squareRoot
    case .length: self = .length
    case .uppercase: self = .uppercase
    case .lowercase: self = .lowercase
    case .contains: self = .contains
    case .startsWith: self = .startsWith
    case .endsWith: self = .endsWith
    case .replace: self = .replace
    case .split: self = .split
    case .join: self = .join
    case .unaccented: self = .unaccented
    case .givenName: self = .givenName
    case .inWords: self = .inWords
    case .numberOf: self = .numberOf
    case .makeDate: self = .makeDate
    case .yearOf: self = .yearOf
    case .monthOf: self = .monthOf
    case .quarterOf: self = .quarterOf
    case .weekdayOf: self = .weekdayOf
    case .addDays: self = .addDays
    case .addMonths: self = .addMonths
    case .daysBetween: self = .daysBetween
    case .workingDaysBetween: self = .workingDaysBetween
    case .firstElements: self = .firstElements
    case .keys: self = .keys
    case .hasKey: self = .hasKey
    case .reversed: self = .reversed
    case .concatenate: self = .concatenate
    case .elementCount: self = .elementCount
    }
  }
}
