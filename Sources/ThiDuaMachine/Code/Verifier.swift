// Checks code before it is run, so that the dispatch loop need not: every register lies in its frame, every
// jump stands on an instruction, every index names something, control never runs off the end.

public enum Verifier {
  /// What is wrong with a program; empty for code the machine may run.
  public static func problems(of program: Program) -> [String] {
    var problems: [String] = []
    for (index, code) in program.codes.enumerated() {
      CodeVerifier(program: program, code: code, index: index).verify(&problems)
    }
    for rows in program.rowPrograms where !program.codes.indices.contains(rows.code) {
      problems.append("row program without code")
    }
    return problems
  }
}

private struct CodeVerifier {
  let program: Program
  let code: Code
  let index: Int

  func verify(_ problems: inout [String]) {
    func report(_ pc: Int, _ what: String) {
      problems.append("code \(index) (\(code.name)), instruction \(pc): \(what)")
    }
    guard let last = code.instructions.last else { return report(0, "no instructions") }
    switch last.op {
    case .giveBack, .jump, .loop, .nextRow, .halt, .fail: break
    default: report(code.instructions.count - 1, "runs off the end")
    }
    if code.parameterCount > code.registerCount { report(0, "parameters outside the frame") }
    var pc = 0
    while pc < code.instructions.count {
      let instruction = code.instructions[pc]
      let shape = instruction.op.shape
      if instruction.op == .extra { report(pc, "operands without an instruction") }
      let c = shape.isWide ? 0 : Int(instruction.c)
      let operands: [(Opcode.Role, Int)] =
        shape.isWide
        ? [(shape.a, Int(instruction.a)), (shape.b, instruction.wide)]
        : [(shape.a, Int(instruction.a)), (shape.b, Int(instruction.b)), (shape.c, c)]
      for (role, value) in operands {
        if let problem = check(role, value, instruction, pc) { report(pc, problem) }
      }
      if shape.hasExtra {
        pc += 1
        if pc == code.instructions.count || code.instructions[pc].op != .extra {
          report(pc, "operands are missing")
          return
        }
        if Int(code.instructions[pc].a) >= code.registerCount { report(pc, "register") }
      }
      pc += 1
    }
  }

  private func check(
    _ role: Opcode.Role, _ value: Int, _ instruction: Instruction, _ pc: Int
  ) -> String? {
    func within(_ count: Int, _ what: String) -> String? {
      value >= 0 && value < count ? nil : "\(what) \(value)"
    }
    switch role {
    case .none, .number: return nil
    case .read, .write, .change: return within(code.registerCount, "register")
    case .iterator: return within(code.registerCount - 1, "iterator")
    case .window:
      return value + windowSize(instruction) <= code.registerCount ? nil : "window \(value)"
    case .constant: return within(program.constants.count, "constant")
    case .jump:
      let target = pc + 1 + (instruction.op.shape.isWide ? instruction.wide : instruction.offset)
      guard code.instructions.indices.contains(target) else { return "jump to \(target)" }
      return code.instructions[target].op == .extra ? "jump into operands" : nil
    case .column: return within(program.inputs.count, "column")
    case .output:
      let outputs = program.rowPrograms.first { $0.code == index }?.outputs.count ?? 0
      return within(outputs, "output")
    case .subjectKind: return within(program.subjectKinds.count, "subject kind")
    case .valueKind: return within(program.valueKinds.count, "value kind")
    case .sortOrder: return within(program.sortOrders.count, "sort order")
    case .function: return within(program.functionCount, "function")
    case .global: return within(program.globals.count, "global")
    case .failure: return within(program.failures.count, "failure")
    case .native: return within(NativeFunction.allCases.count, "native function")
    }
  }

  /// Registers that a window operand reaches.
  private func windowSize(_ instruction: Instruction) -> Int {
    switch instruction.op {
    case .concatenate, .appendText: Int(instruction.c)
    case .native: NativeFunction(rawValue: instruction.c)?.argumentCount ?? 0
    case .sort:
      program.sortOrders.indices.contains(Int(instruction.c))
        ? program.sortOrders[Int(instruction.c)].keys.count : 0
    case .output:
      program.outputs.indices.contains(Int(instruction.c))
        ? program.outputs[Int(instruction.c)].captureCount + Int(instruction.x) : 0
    case .ask:
      program.questions.indices.contains(Int(instruction.c))
        ? program.questions[Int(instruction.c)].captureCount
          + (program.questions[Int(instruction.c)].hasFile ? 1 : 0) : 0
    default: 1
    }
  }
}
