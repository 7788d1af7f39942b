// Code as text, for `thidua xem-mã` and for tests: one line an instruction, with the names of what its
// operands stand for and the line of the script it works for.

import ThiDuaNumber
import ThiDuaText

public struct Disassembler {
  private let program: Program
  private let texts: TextTable

  public init(_ program: Program, texts: TextTable) {
    self.program = program
    self.texts = texts
  }

  /// All codes of the program.
  public var text: String { program.codes.indices.map(text(of:)).joined(separator: "\n") }

  /// One code: a header, then its instructions.
  public func text(of index: Int) -> String {
    let code = program.codes[index]
    var lines = [
      "mã \(index): \(code.name) (\(code.parameterCount) tham số, \(code.registerCount) thanh ghi)"
    ]
    var section: ColumnAddress?
    var line = 0
    for pc in code.instructions.indices {
      if code.section(at: pc) != section {
        section = code.section(at: pc)
        if let section { lines.append("  \(name(section)):") }
      }
      let instruction = code.instructions[pc]
      if instruction.op == .extra { continue }
      let extra =
        instruction.op.shape.hasExtra && pc + 1 < code.instructions.count
        ? code.instructions[pc + 1].a : nil
      var written = "  " + padded("\(pc)", to: 6) + self.text(instruction, pc: pc, extra: extra)
      if let span = code.site(at: pc)?.span, let source = program.sources[span.file] {
        let now = source.lineAndColumn(span.start).line
        if now != line { written = padded(written, to: 60) + " ; dòng \(now)" }
        line = now
      }
      lines.append(written)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - VietnameseText.displayWidth(text)))
  }

  private func text(_ instruction: Instruction, pc: Int, extra: UInt16?) -> String {
    let shape = instruction.op.shape
    var parts: [String] = []
    func add(_ role: Opcode.Role, _ value: Int) {
      if let text = operand(role, value, instruction, pc) { parts.append(text) }
    }
    add(shape.a, Int(instruction.a))
    if shape.isWide {
      add(shape.b, instruction.wide)
    } else {
      add(shape.b, Int(instruction.b))
      add(shape.c, Int(instruction.c))
    }
    if let extra { parts.append("r\(extra)") }
    if instruction.x != 0 { parts.append("x=\(instruction.x)") }
    return padded("\(instruction.op)", to: 24) + parts.joined(separator: ", ")
  }

  private func operand(
    _ role: Opcode.Role, _ value: Int, _ instruction: Instruction, _ pc: Int
  ) -> String? {
    switch role {
    case .none: return nil
    case .read, .write, .change, .window, .iterator: return "r\(value)"
    case .constant: return constant(program.constants[value])
    case .jump:
      let offset = instruction.op.shape.isWide ? instruction.wide : instruction.offset
      return "→ \(pc + 1 + offset)"
    case .column: return name(program.inputs[value])
    case .output: return "kết quả \(value)"
    case .subjectKind: return program.subjectKinds[value].name
    case .valueKind: return "\(program.valueKinds[value])"
    case .sortOrder: return "thứ tự \(value)"
    case .function: return program.codes[value].name
    case .global: return program.globals[value]
    case .failure: return program.failures[value].rule
    case .native: return NativeFunction(rawValue: UInt16(value)).map { "\($0)" }
    case .number: return instruction.op == .multiplyWhole ? "\(instruction.offset)" : "\(value)"
    }
  }

  private func name(_ column: ColumnAddress) -> String {
    "“\(program.subjectKinds[column.kind].columnNames[column.column])”"
  }

  /// A constant's kind is not stored; an immediate is shown as a number.
  private func constant(_ word: Word) -> String {
    if word.isBlank { return "trống" }
    if word.isNotApplicable { return "không áp dụng" }
    if word.isText { return Wording.quoted(texts.string(word.index)) }
    if word.isObject { return NumberText.format(program.permanentNumbers[word.index]) }
    return NumberText.format(Exact(micros: word.immediate))
  }
}
