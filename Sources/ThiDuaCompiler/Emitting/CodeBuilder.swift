// Writes one Code: instructions, labels, registers, line table. Knows nothing of expressions.
//
// Registers: 0 ..< reserved belong to parameters and locals, above them temporaries are taken and given
// back like a stack. Conditional jumps reach 32,767 instructions; when that is not enough `finish` says so
// and the caller compiles the same code again with `usesFarJumps`, where each goes over a wide jump.

import ThiDuaMachine
import ThiDuaText

typealias Register = Int

/// A place to jump to, bound once.
struct Label {
  fileprivate let index: Int
}

/// An operand that the instruction format cannot name: the formula is too large.
struct CodeTooLarge: Error {
  var span: Span
}

final class CodeBuilder {
  private(set) var instructions: [Instruction] = []
  private var lines: [Code.Mark<Int>] = []
  private var sites: [Site] = []
  private var sections: [Code.Mark<ColumnAddress>] = []
  /// Instruction a label stands before; -1 until bound.
  private var labels: [Int] = []
  private var jumps: [(instruction: Int, label: Int)] = []
  private let usesFarJumps: Bool
  private var hasTooLargeOperand = false
  private var nextRegister: Int
  private var registerCount: Int

  init(reserved: Int, usesFarJumps: Bool) {
    nextRegister = reserved
    registerCount = max(1, reserved)
    self.usesFarJumps = usesFarJumps
  }

  // MARK: Registers

  /// The first of `count` consecutive temporaries.
  func takeRegisters(_ count: Int = 1) -> Register {
    let first = nextRegister
    nextRegister += count
    registerCount = max(registerCount, nextRegister)
    return first
  }

  /// To be given to `release` when the temporaries taken after it are no longer needed.
  var mark: Int { nextRegister }

  func release(_ mark: Int) { nextRegister = mark }

  // MARK: Instructions

  /// An operand; one that does not fit is found out when the code is finished.
  private func field(_ value: Int) -> UInt16 {
    if value < 0 || value > Int(UInt16.max) { hasTooLargeOperand = true }
    return UInt16(truncatingIfNeeded: value)
  }

  func emit(_ op: Opcode, x: Int = 0, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    instructions.append(
      Instruction(op, x: UInt8(truncatingIfNeeded: x), a: field(a), b: field(b), c: field(c)))
  }

  func emitWide(_ op: Opcode, x: Int = 0, _ a: Int = 0, _ wide: Int) {
    instructions.append(
      Instruction(
        op, x: UInt8(truncatingIfNeeded: x), a: field(a), wide: Int32(truncatingIfNeeded: wide)))
  }

  /// The instructions from here on work for this expression.
  func setSite(_ span: Span, _ operands: [Site.Operand] = []) {
    if lines.last?.start == instructions.count { lines.removeLast() }
    lines.append(Code.Mark(start: instructions.count, meaning: sites.count))
    sites.append(Site(span: span, operands: operands))
  }

  /// The instructions from here on compute this column.
  func beginSection(_ column: ColumnAddress) {
    sections.append(Code.Mark(start: instructions.count, meaning: column))
  }

  // MARK: Jumps

  func makeLabel() -> Label {
    labels.append(-1)
    return Label(index: labels.count - 1)
  }

  func bind(_ label: Label) { labels[label.index] = instructions.count }

  func jump(to label: Label) {
    jumps.append((instructions.count, label.index))
    emitWide(.jump, 0, 0)
  }

  /// A jump backwards that counts a step.
  func loop(to label: Label) {
    jumps.append((instructions.count, label.index))
    emitWide(.loop, 0, 0)
  }

  /// An instruction whose c is a jump.
  func jump(_ op: Opcode, _ a: Int, _ b: Int = 0, to label: Label) {
    if usesFarJumps {
      let taken = makeLabel()
      let passed = makeLabel()
      jumps.append((instructions.count, taken.index))
      emit(op, a, b)
      jump(to: passed)
      bind(taken)
      jump(to: label)
      bind(passed)
    } else {
      jumps.append((instructions.count, label.index))
      emit(op, a, b)
    }
  }

  // MARK: The result

  /// The finished code; nil when a conditional jump does not reach its label.
  func finish(name: String, parameterCount: Int, span: Span) throws(CodeTooLarge) -> Code? {
    guard registerCount < Int(UInt16.max), !hasTooLargeOperand, instructions.count < Int(Int32.max)
    else {
      throw CodeTooLarge(span: span)
    }
    for (index, label) in jumps {
      let offset = labels[label] - index - 1
      if instructions[index].op.shape.isWide {
        instructions[index] = Instruction(
          instructions[index].op, wide: Int32(truncatingIfNeeded: offset))
      } else {
        guard let short = Int16(exactly: offset) else { return nil }
        instructions[index].c = UInt16(bitPattern: short)
      }
    }
    return Code(
      name: name, parameterCount: parameterCount, registerCount: registerCount,
      instructions: instructions, lines: lines, sites: sites, sections: sections)
  }
}
