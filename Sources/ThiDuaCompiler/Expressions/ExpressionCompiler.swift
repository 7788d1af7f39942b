// Expressions → instructions. In: checked expressions. Out: instructions that leave the value in a register.
//
// Destination-driven: `compile(e, to: r)` writes r once, last, so r may be a local that e reads (nodes that
// build a value step by step do so in a temporary). `value(e)` gives the register a value already
// lies in, or a temporary. Conditions become jumps (Conditions.swift), loops over lists go without the list
// where they can (Iteration.swift).

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

final class ExpressionCompiler {
  let program: ProgramBuilder
  let code: CodeBuilder
  /// Register of slot 0 (the subject), and of slot 1, from which the others follow.
  var subjectRegister: Register
  var slotBase: Register
  /// Columns of the current subject that lie in registers.
  var computed: [ColumnReference: Register] = [:]

  /// Slots lie in registers 0…
  init(_ program: ProgramBuilder, _ code: CodeBuilder) {
    self.program = program
    self.code = code
    subjectRegister = 0
    slotBase = 1
  }

  func register(_ slot: Int) -> Register {
    slot == 0 ? subjectRegister : slotBase + slot - 1
  }

  // MARK: Registers

  /// The register that holds the value: a local's own, or a new temporary.
  func value(_ expr: Expr) -> Register {
    switch expr.node {
    case .local(let slot):
      return register(slot)
    case .column(let kind, let column, let of):
      if case .local(0) = of.node,
        let found = computed[ColumnReference(kind: kind, column: column)]
      {
        return found
      }
    default: break
    }
    let temporary = code.takeRegisters()
    compile(expr, to: temporary)
    return temporary
  }

  /// Runs `body` and gives its temporaries back.
  func scoped<Result>(_ body: () -> Result) -> Result {
    let mark = code.mark
    let result = body()
    code.release(mark)
    return result
  }

  func operand(_ expr: Expr) -> Site.Operand {
    if case .column(let kind, let column, let owner) = expr.node {
      var isOfRow = false
      if case .local(0) = owner.node { isOfRow = true }
      return Site.Operand(
        span: expr.span, column: ColumnAddress(kind: kind, column: column), isOfRow: isOfRow)
    }
    return Site.Operand(span: expr.span)
  }

  func site(_ expr: Expr, _ operands: Expr...) {
    code.setSite(expr.span, operands.map(operand))
  }

  func load(_ word: Word, to register: Register) {
    code.emitWide(.loadConstant, register, program.constant(word))
  }

  func move(_ from: Register, to: Register) {
    if from != to { code.emit(.move, to, from) }
  }

  /// A constant an instruction can name in 16 bits.
  func shortConstant(_ expr: Expr) -> Int? {
    guard let word = program.constantWord(expr), word.isImmediate else { return nil }
    return shortConstant(word)
  }

  func shortConstant(_ word: Word) -> Int? {
    let index = program.constant(word)
    return index <= Int(UInt16.max) ? index : nil
  }

  // MARK: Values

  func compile(_ expr: Expr, to target: Register) {
    scoped { emit(expr, to: target) }
  }

  /// Emits a value that gets a place of its own: a list that stays somewhere else too has two owners.
  func compileOwned(_ expr: Expr, to target: Register) {
    compile(expr, to: target)
    if Self.maybeShared(expr) { code.emit(.share, target) }
  }

  private func emit(_ expr: Expr, to target: Register) {
    if let word = program.constantWord(expr) { return load(word, to: target) }
    switch expr.node {
    case .number, .text, .date, .truth, .level, .award, .blank, .notApplicable:
      break
    case .local(let slot):
      move(register(slot), to: target)
    case .global(let index):
      code.emitWide(.loadGlobal, target, index)
    case .column(let kind, let column, let of):
      emitColumn(expr, kind, column, of, to: target)
    case .arithmetic(let operation, let left, let right):
      emitArithmetic(expr, operation, left, right, to: target)
    case .negate(let operand):
      let x = value(operand)
      site(expr, operand)
      code.emit(.negate, target, x)
    case .compare(let comparison, let left, let right):
      emitComparison(expr, comparison, left, right, to: target)
    case .not(let operand):
      let x = value(operand)
      site(expr, operand)
      code.emit(.not, target, x)
    case .isBlank(let operand):
      code.emit(.isBlank, target, value(operand))
    case .isNotApplicable(let operand):
      code.emit(.isNotApplicable, target, value(operand))
    case .and, .or:
      emitTruth(expr, to: target)
    case .conditional(let condition, let then, let otherwise):
      let elseLabel = code.makeLabel()
      let end = code.makeLabel()
      jump(to: elseLabel, if: condition, is: false)
      compile(then, to: target)
      code.jump(to: end)
      code.bind(elseLabel)
      compile(otherwise, to: target)
      code.bind(end)
    case .ifBlank(let first, let second):
      let temporary = code.takeRegisters()
      let end = code.makeLabel()
      compile(first, to: temporary)
      code.jump(.jumpIfNotBlank, temporary, to: end)
      compile(second, to: temporary)
      code.bind(end)
      move(temporary, to: target)
    case .builtin(let function, let arguments):
      emitBuiltin(expr, function, arguments, to: target)
    case .call(let function, let arguments):
      let window = code.takeRegisters(max(1, arguments.count))
      for (index, argument) in arguments.enumerated() {
        compileOwned(argument, to: window + index)
      }
      code.setSite(expr.span)
      code.emitWide(.call, window, function)
      move(window, to: target)
    case .bind(let slot, let bound, let body):
      compile(bound, to: register(slot))
      compile(body, to: target)
    case .list(let elements):
      let list = code.takeRegisters()
      code.emit(.newList, list)
      for element in elements { append(element, to: list, for: expr) }
      move(list, to: target)
    case .range(let low, let high):
      let (x, y) = (value(low), value(high))
      site(expr, low, high)
      code.emit(.rangeList, target, x, y)
    case .dictionary(let entries):
      let dictionary = code.takeRegisters()
      code.emit(.newDictionary, dictionary)
      for entry in entries {
        scoped {
          let key = value(entry.key)
          let value = code.takeRegisters()
          compileOwned(entry.value, to: value)
          site(expr, expr, entry.key)
          code.emit(.setElement, dictionary, key, value)
        }
      }
      move(dictionary, to: target)
    case .index(let container, let index):
      let (x, y) = (value(container), value(index))
      site(expr, container, index)
      code.emit(.element, target, x, y)
    case .memberOf(let element, let list):
      if !emitMembership(expr, element, list, to: target) {
        let (x, y) = (value(element), value(list))
        site(expr, element, list)
        code.emit(.member, target, x, y)
      }
    case .subjects(let kind):
      code.emit(.allSubjects, target, 0, kind)
    case .find(let kind, let key, let mayLack):
      let x = value(key)
      site(expr, key)
      code.emit(mayLack ? .findIfAny : .find, target, x, kind)
    case .fold(let fold, let list, let slot, let filter, let body):
      emitFold(expr, fold, list, slot, filter, body, to: target)
    case .sorted(let list, let slot, let keys):
      emitSorted(expr, list, slot, keys, to: target)
    case .interpolation(let pieces):
      let (first, count) = textPieces(pieces)
      code.setSite(expr.span)
      code.emit(.concatenate, target, first, count)
    case .fail(let failure):
      let x = failure.value.map(value)
      code.setSite(expr.span)
      code.emitWide(.fail, x: x == nil ? 0 : 1, x ?? target, program.failure(failure))
    }
  }

  func append(_ element: Expr, to list: Register, for expr: Expr) {
    scoped {
      var x = value(element)
      if Self.maybeShared(element) {
        let owned = code.takeRegisters()
        move(x, to: owned)
        code.emit(.share, owned)
        x = owned
      }
      site(expr, expr, element)
      code.emit(.appendElement, list, x)
    }
  }

  /// Each piece as a text in consecutive registers.
  func textPieces(_ pieces: [InterpolationPiece]) -> (first: Register, count: Int) {
    let first = code.takeRegisters(max(1, pieces.count))
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let text):
        load(Word(text: program.texts.intern(text)), to: first + index)
      case .value(let value, let decimals):
        emitText(value, decimals: decimals, to: first + index)
      }
    }
    return (first, pieces.count)
  }

  /// The text of a value by its kind.
  func emitText(_ expr: Expr, decimals: Int?, to target: Register) {
    scoped {
      let x = value(expr)
      site(expr, expr)
      let places = decimals.map { min(max($0, 0), 250) + 1 } ?? 0
      code.emit(.toText, x: places, target, x, program.kind(expr.kind))
    }
  }

  private func emitColumn(
    _ expr: Expr, _ kind: Int, _ column: Int, _ of: Expr, to target: Register
  ) {
    if case .local(0) = of.node,
      let found = computed[ColumnReference(kind: kind, column: column)]
    {
      return move(found, to: target)
    }
    let subject = value(of)
    if let computation = program.inlinedColumn(kind, column) {
      let outer = (subjectRegister, slotBase, computed)
      if subject != subjectRegister { computed = [:] }
      subjectRegister = subject
      slotBase = code.takeRegisters(computation.localCount)
      compile(computation.expression, to: target)
      (subjectRegister, slotBase, computed) = outer
      return
    }
    site(expr, of)
    code.emit(.loadColumn, target, subject, program.input(kind, column))
  }

  // MARK: Ownership

  /// Whether what the expression gives may stay in another place too, and can be changed in place.
  static func maybeShared(_ expr: Expr) -> Bool {
    switch expr.kind {
    case .list, .dictionary, .text, .unknown: break
    case .number, .count, .ratio, .date, .truth, .level, .award, .subject, .nothing: return false
    }
    switch expr.node {
    case .local, .global, .column, .index: return true
    case .conditional(_, let a, let b), .ifBlank(let a, let b):
      return maybeShared(a) || maybeShared(b)
    case .bind(_, _, let body): return maybeShared(body)
    case .builtin(.textOf, let arguments): return arguments.contains(where: maybeShared)
    // The body's value may be an element of another list.
    case .fold(let fold, _, _, _, _): return fold == .maximum || fold == .minimum
    default: return false
    }
  }
}
