// Statements → instructions: variables, branches, loops, calls, effects.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension ExpressionCompiler {
  /// Where `nextRound` and `leaveLoop` of the innermost loop go.
  struct Loop {
    var next: Label
    var exit: Label
  }

  func compile(_ statements: [CheckedStatement], in loop: Loop?) {
    for statement in statements { scoped { compile(statement, in: loop) } }
  }

  private func compile(_ statement: CheckedStatement, in loop: Loop?) {
    switch statement.node {
    case .setLocal(let slot, let value):
      compileVariable(register(slot), value) { expr in
        if case .local(slot) = expr.node { true } else { false }
      }
    case .setGlobal(let index, let value):
      let temporary = code.takeRegisters()
      let isSame = { (expr: Expr) in if case .global(index) = expr.node { true } else { false } }
      if Self.changesInPlace(value, isSame) {
        code.emitWide(.loadGlobal, temporary, index)
      }
      compileVariable(temporary, value, isSame)
      code.emitWide(.storeGlobal, temporary, index)
    case .setLocalElement(let slot, let index, let value):
      setElement(register(slot), statement, index, value)
    case .setGlobalElement(let global, let index, let value):
      let container = code.takeRegisters()
      let (key, item) = elementOperands(index, value)
      code.emitWide(.loadGlobal, container, global)
      emitSetElement(container, statement, index, key, item)
      code.emitWide(.storeGlobal, container, global)
    case .branch(let condition, let then, let otherwise):
      let elseLabel = code.makeLabel()
      jump(to: elseLabel, if: condition, is: false)
      compile(then, in: loop)
      if otherwise.isEmpty {
        code.bind(elseLabel)
      } else {
        let end = code.makeLabel()
        code.jump(to: end)
        code.bind(elseLabel)
        compile(otherwise, in: loop)
        code.bind(end)
      }
    case .forEach(let slot, let list, let body):
      let exit = code.makeLabel()
      iterate(list, element: register(slot), isStatement: true) { next in
        if Self.elementsAreObjects(list) { code.emit(.share, register(slot)) }
        compile(body, in: Loop(next: next, exit: exit))
      }
      code.bind(exit)
    case .whileLoop(let condition, let body):
      let test = code.makeLabel()
      let exit = code.makeLabel()
      code.bind(test)
      jump(to: exit, if: condition, is: false)
      compile(body, in: Loop(next: test, exit: exit))
      code.setSite(statement.span)
      code.loop(to: test)
      code.bind(exit)
    case .giveBack(let value):
      giveBack(value)
    case .leaveLoop:
      if let loop { code.jump(to: loop.exit) }
    case .nextRound:
      if let loop {
        code.setSite(statement.span)
        code.loop(to: loop.next)
      }
    case .print(let values):
      printLine(values, statement.span)
    case .output(let index):
      emitOutput(index, statement.span)
    case .ask(let index):
      emitQuestion(index, statement.span)
    case .evaluate(let value):
      compile(value, to: code.takeRegisters())
    }
  }

  func giveBack(_ value: Expr?) {
    let result: Register
    if let value {
      if case .local(let slot) = value.node {
        // The frame ends, so the variable's own value goes out without a second owner.
        result = register(slot)
      } else {
        result = code.takeRegisters()
        compileOwned(value, to: result)
      }
    } else {
      result = code.takeRegisters()
      load(.blank, to: result)
    }
    code.emit(.giveBack, result)
  }

  // MARK: Variables

  private static func changesInPlace(_ value: Expr, _ isVariable: (Expr) -> Bool) -> Bool {
    switch value.node {
    case .builtin(.append, let arguments):
      isVariable(arguments[0])
    case .interpolation(let pieces):
      if case .value(let first, _)? = pieces.first {
        first.kind == .text && isVariable(first)
      } else {
        false
      }
    case .arithmetic(.add, let left, _):
      value.kind == .text && left.kind == .text && isVariable(left)
    default: false
    }
  }

  /// `x = …`; what only adds to x's own end changes it in place.
  private func compileVariable(
    _ variable: Register, _ value: Expr, _ isVariable: (Expr) -> Bool
  ) {
    guard Self.changesInPlace(value, isVariable) else { return compileOwned(value, to: variable) }
    switch value.node {
    case .builtin(.append, let arguments):
      append(arguments[1], to: variable, for: value)
    case .interpolation(let pieces):
      let (first, count) = textPieces(Array(pieces.dropFirst()))
      code.setSite(value.span)
      code.emit(.appendText, variable, first, count)
    case .arithmetic(_, let left, let right):
      let (first, count) = textPieces([.value(right, decimals: nil)])
      site(value, left, right)
      code.emit(.appendText, variable, first, count)
    default: break
    }
  }

  private func elementOperands(_ index: Expr, _ value: Expr) -> (Register, Register) {
    let key = self.value(index)
    let item = code.takeRegisters()
    compileOwned(value, to: item)
    return (key, item)
  }

  private func setElement(
    _ container: Register, _ statement: CheckedStatement, _ index: Expr, _ value: Expr
  ) {
    let (key, item) = elementOperands(index, value)
    emitSetElement(container, statement, index, key, item)
  }

  private func emitSetElement(
    _ container: Register, _ statement: CheckedStatement, _ index: Expr, _ key: Register,
    _ item: Register
  ) {
    code.setSite(
      statement.span, [Site.Operand(span: statement.span), Site.Operand(span: index.span)])
    code.emit(.setElement, container, key, item)
  }

  /// Whether the elements of a list may be changed in place once a variable holds one.
  private static func elementsAreObjects(_ list: Expr) -> Bool {
    guard case .list(let element) = list.kind else { return false }
    switch element {
    case .list, .dictionary, .text, .unknown: return true
    case .number, .count, .ratio, .date, .truth, .level, .award, .subject, .nothing: return false
    }
  }

  // MARK: Effects

  private func printLine(_ values: [Expr], _ span: Span) {
    var pieces: [InterpolationPiece] = []
    for (index, value) in values.enumerated() {
      if index > 0 { pieces.append(.literal(" ")) }
      pieces.append(.value(value, decimals: nil))
    }
    let (first, count) = textPieces(pieces)
    let line = code.takeRegisters()
    code.setSite(span)
    code.emit(.concatenate, line, first, count)
    code.emit(.print, line)
  }

  private func emitOutput(_ index: Int, _ span: Span) {
    let output = program.checked.outputs[index]
    let list = value(output.list)
    let fileCount = output.file == nil ? 0 : 1
    let window = code.takeRegisters(max(1, fileCount + output.captures.count))
    if let file = output.file { compile(file, to: window) }
    for (offset, slot) in output.captures.enumerated() {
      move(register(slot), to: window + fileCount + offset)
    }
    code.setSite(
      span, [operand(output.list), output.file.map(operand) ?? Site.Operand(span: span)])
    code.emit(.output, x: fileCount, list, window, index)
  }

  /// The value asked about is reckoned first, so that what cannot be reckoned stops the run as usual.
  private func emitQuestion(_ index: Int, _ span: Span) {
    let question = program.checked.questions[index]
    let value = code.takeRegisters()
    compile(question.value, to: value)
    let fileCount = question.file == nil ? 0 : 1
    let window = code.takeRegisters(max(1, fileCount + question.captures.count))
    if let file = question.file { compile(file, to: window) }
    for (offset, capture) in question.captures.enumerated() {
      move(register(capture.slot), to: window + fileCount + offset)
    }
    code.setSite(
      span, [operand(question.value), question.file.map(operand) ?? Site.Operand(span: span)])
    code.emit(.ask, value, window, index)
  }
}
