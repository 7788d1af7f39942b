// Whole codes: functions, the main procedure, parameters, single expressions.
//
// Each is compiled with near jumps first and, when one does not reach, again with far jumps.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

extension ProgramBuilder {
  /// Compiles one code; `body` may run twice and must do the same both times.
  func makeCode(
    name: String, parameterCount: Int = 0, reserved: Int, span: Span,
    _ body: (ExpressionCompiler) -> Void
  ) throws(CodeTooLarge) -> Code {
    for usesFarJumps in [false, true] {
      let code = CodeBuilder(reserved: reserved, usesFarJumps: usesFarJumps)
      body(ExpressionCompiler(self, code))
      if let finished = try code.finish(
        name: name, parameterCount: parameterCount, span: span)
      {
        return finished
      }
    }
    throw CodeTooLarge(span: span)
  }

  func compile(_ function: Function) throws(CodeTooLarge) -> Code {
    try makeCode(
      name: function.name, parameterCount: function.parameterCount,
      reserved: function.body.localCount, span: function.span
    ) { compiler in
      compiler.code.setSite(function.span)
      compiler.compile(function.body, parameterCount: function.parameterCount)
    }
  }

  func compileMain(_ body: Body) throws(CodeTooLarge) -> Code {
    try makeCode(name: "chương trình chính", reserved: body.localCount, span: .none) { compiler in
      compiler.compile(body, parameterCount: 0)
    }
  }

  /// A code without parameters that gives the expression's value.
  func compileValue(
    _ expr: Expr, name: String, localCount: Int? = nil
  ) throws(CodeTooLarge) -> Code {
    try makeCode(
      name: name, reserved: localCount ?? expr.slotCount, span: expr.span
    ) { $0.giveBack(expr) }
  }

  /// Sets all parameters, each after those it uses.
  func compileParameters() throws(CodeTooLarge) -> Code {
    let order = parameterOrder()
    let slots = order.map { checked.globals[$0].parameter?.slotCount ?? 0 }.max() ?? 0
    return try makeCode(name: "tham số", reserved: slots, span: .none) { compiler in
      for index in order {
        guard let value = checked.globals[index].parameter else { continue }
        compiler.scoped {
          let register = compiler.code.takeRegisters()
          compiler.compileOwned(value, to: register)
          compiler.code.emitWide(.storeGlobal, register, index)
        }
      }
      compiler.giveBack(nil)
    }
  }

  private func parameterOrder() -> [Int] {
    var order: [Int] = []
    var seen: Set<Int> = []
    var seenFunctions: Set<Int> = []
    func visit(_ expr: Expr) {
      expr.forEachNode { part in
        if case .global(let index) = part.node { visit(global: index) }
        if case .call(let function, _) = part.node, seenFunctions.insert(function).inserted {
          for statement in checked.functions[function].body.statements {
            statement.forEachExpression(visit)
          }
        }
      }
    }
    func visit(global index: Int) {
      guard seen.insert(index).inserted, let value = checked.globals[index].parameter
      else { return }
      // What a function uses is asked for anew by each parameter that calls it.
      seenFunctions.removeAll()
      visit(value)
      order.append(index)
    }
    for index in checked.globals.indices { visit(global: index) }
    return order
  }
}

extension ExpressionCompiler {
  /// The statements of a body with its locals in registers 0…
  func compile(_ body: Body, parameterCount: Int) {
    for slot in unsetSlots(body, parameterCount) { load(.blank, to: register(slot)) }
    compile(body.statements, in: nil)
    if case .giveBack? = body.statements.last?.node { return }
    giveBack(nil)
  }

  /// Variables that a path through the body may read before it sets them: they begin blank.
  private func unsetSlots(_ body: Body, _ parameterCount: Int) -> [Int] {
    var open: Set<Int> = []
    for statement in body.statements { statement.forEachSetSlot { open.insert($0) } }
    open = open.filter { $0 >= parameterCount }
    var unset: Set<Int> = []
    for statement in body.statements where !open.isEmpty {
      var used: Set<Int> = []
      if case .setLocal(let slot, let value) = statement.node, !value.mentions(local: slot) {
        value.forEachNode { if case .local(let slot) = $0.node { used.insert(slot) } }
        unset.formUnion(used.intersection(open))
        open.subtract(used)
        open.remove(slot)
        continue
      }
      statement.forEachExpression { expr in
        expr.forEachNode { if case .local(let slot) = $0.node { used.insert(slot) } }
      }
      statement.forEachSetSlot { used.insert($0) }
      // A table reads its list and the variables it captures where it stands.
      statement.forEachOutput { index in
        let output = program.checked.outputs[index]
        used.formUnion(output.captures)
        for expr in [output.list] + (output.file.map { [$0] } ?? []) {
          expr.forEachNode { if case .local(let slot) = $0.node { used.insert(slot) } }
        }
      }
      unset.formUnion(used.intersection(open))
      open.subtract(used)
    }
    return unset.sorted()
  }
}
