// A stop of a run as the outside sees it: which rule of the language, where, for whom, with which values.
// Made from a Trap right after it is caught, while the machine still holds the values around it.

import ThiDuaNumber
import ThiDuaText

/// Why a run stopped.
public struct RunFailure: Error {
  public var code: TrapCode
  /// The finished message.
  public var diagnostic: Diagnostic
  /// The subject whose column was being computed, if any.
  public var kind: Int?
  public var row: Int?
  public var column: ColumnAddress?
  /// The field of that subject whose value was at fault, if it was one.
  public var cell: ColumnAddress?
  /// The same program's failures for later subjects, in row order.
  public var further: [RunFailure] = []

  /// Whether only this subject is at fault, not the run as a whole.
  var isOfOneRow: Bool {
    switch code {
    case .tooManySteps, .tooDeep, .outOfMemory, .listTooLong, .numberTooLong, .hostFailed: false
    default: row != nil
    }
  }

  init(_ trap: Trap, _ machine: borrowing Machine, _ rowProgram: RowProgram?) {
    code = trap.code
    let image = machine.image
    var reader = FailureReader(image: image, limits: machine.limits, values: machine.trapValues)
    if let rowProgram, machine.position < machine.endPosition {
      kind = rowProgram.kind
      row = machine.rows.map { Int($0[machine.position]) } ?? machine.position
      reader.subject = (rowProgram.kind, row ?? 0)
    }
    if let address = machine.trapAddress, let place = image.place(of: address) {
      let code = image.program.codes[place.code]
      reader.site = code.site(at: place.pc)
      reader.instruction = code.instructions[place.pc]
      reader.operand = Int(trap.operand)
      column = code.section(at: place.pc)
      if let rowProgram, place.code == rowProgram.code,
        let operands = reader.site?.operands, operands.indices.contains(reader.operand),
        operands[reader.operand].isOfRow
      {
        cell = operands[reader.operand].column
      }
      if column == nil, let rowProgram, place.code != rowProgram.code,
        let outer = image.place(of: machine.frames[1].returnAddress)
      {
        column = image.program.codes[outer.code].section(at: outer.pc - 1)
      }
    }
    reader.column = column
    diagnostic = machine.hostDiagnostic?.diagnostic ?? reader.diagnostic(trap.code)
  }

  /// A stop before any instruction ran.
  init(outside trap: Trap, _ limits: Limits) {
    code = trap.code
    diagnostic = LimitMessages.outOfMemory(limits.memory, span: .none)
  }

  private init(code: TrapCode, diagnostic: Diagnostic, kind: Int?) {
    self.code = code
    self.diagnostic = diagnostic
    self.kind = kind
  }

  /// All workers together took more steps than there were.
  static func tooManySteps(_ limit: Int, _ program: RowProgram, _ image: Image) -> RunFailure {
    let span = image.program.codes[program.code].sites.first?.span ?? .none
    return RunFailure(
      code: .tooManySteps, diagnostic: LimitMessages.tooManySteps(limit, span: span),
      kind: program.kind)
  }
}

/// Reads names and values around a trap and words it by the catalogue.
private struct FailureReader {
  let image: Image
  let limits: Limits
  let values: [Value]
  var subject: (kind: Int, row: Int)?
  var site: Site?
  var instruction: Instruction?
  var operand = 0
  var column: ColumnAddress?

  private var program: Program { image.program }
  private var span: Span { site?.span ?? .none }

  /// What was being computed, for whom.
  private var place: RunPlace {
    // Whom a declaration names is wrong once, whatever row asks first.
    if instruction?.op == .findIfAny { return RunPlace() }
    return RunPlace(
      rule: column.map { program.subjectKinds[$0.kind].columnNames[$0.column] },
      kind: subject.map { program.subjectKinds[$0.kind].name },
      subject: subject.map { name($0.kind, $0.row) })
  }

  private func name(_ kind: Int, _ row: Int) -> String {
    text(.immediate(Int64(row)), .subject(kind))
  }

  private func text(_ value: Value, _ kind: ValueKind) -> String {
    do {
      var machine = try Machine(
        image: image, limits: .printing, steps: .max, indexes: SubjectIndexes(), host: nil)
      try machine.textOf(try machine.heap.word(value), kind, decimals: -1)
      return String(decoding: machine.scratch, as: UTF8.self)
    } catch {
      return ""
    }
  }

  /// The operand that was wrong: as the script writes it, a field by its name.
  private var operandName: String? {
    guard let site, site.operands.indices.contains(operand) else { return nil }
    let operand = site.operands[operand]
    if let column = operand.column {
      return program.subjectKinds[column.kind].columnNames[column.column]
    }
    let written = program.sources[operand.span.file]?.text(operand.span) ?? ""
    return written.isEmpty ? nil : written
  }

  private var operandSpan: Span {
    guard let site, site.operands.indices.contains(operand) else { return span }
    let span = site.operands[operand].span
    return span.isNone ? self.span : span
  }

  /// A count with dots between groups of three.
  private func grouped(_ index: Int) -> String {
    guard values.indices.contains(index), let number = values[index].number else { return "" }
    return NumberText.format(number, grouping: true)
  }

  private func shown(_ index: Int) -> String {
    guard values.indices.contains(index) else { return "" }
    if case .text(let text) = values[index] { return text }
    return text(values[index], .number)
  }

  func diagnostic(_ code: TrapCode) -> Diagnostic {
    switch code {
    case .divisionByZero:
      RunMessages.divisionByZero(operandName, place, span: span, divisor: operandSpan)
    case .blankUsed: RunMessages.blankUsed(operandName, place, span: operandSpan)
    case .notApplicableUsed: RunMessages.notApplicableUsed(operandName, place, span: operandSpan)
    case .notWhole: RunMessages.notWhole(operandName, shown(0), place, span: operandSpan)
    case .outOfRange:
      RunMessages.outOfRange(
        shown(0), count: values.count > 1 ? shown(1) : nil, place, span: operandSpan)
    case .missingKey: RunMessages.missingKey(shown(0), place, span: operandSpan)
    case .unknownSubject:
      RunMessages.unknownSubject(
        shown(0), kind: subjectKindName, hasRows: subjectKind.map { image.tables[$0].rowCount > 0 },
        place, span: span)
    case .ambiguousSubject:
      RunMessages.ambiguousSubject(shown(0), kind: subjectKindName, place, span: span)
    case .badPlaces: RunMessages.badPlaces(shown(0), place, span: operandSpan)
    case .badStep: RunMessages.badStep(shown(0), place, span: operandSpan)
    case .badPower: RunMessages.badPower(place, span: span)
    case .negativeRoot: RunMessages.negativeRoot(shown(0), place, span: operandSpan)
    case .notANumber: RunMessages.notANumber(shown(0), place, span: operandSpan)
    case .endlessNumber: RunMessages.endlessNumber(place, span: operandSpan)
    case .badDate: RunMessages.badDate(place, span: span)
    case .emptyText: RunMessages.emptyText(place, span: operandSpan)
    case .ruleFailed: ruleFailure
    case .notComputed: RunMessages.notComputed(place, span: span)
    case .interrupted: LimitMessages.interrupted(span: span)
    case .tooManySteps: LimitMessages.tooManySteps(limits.steps, span: span)
    case .tooDeep: LimitMessages.tooDeep(limits.depth, span: span)
    case .outOfMemory: LimitMessages.outOfMemory(limits.memory, span: span)
    case .listTooLong: LimitMessages.listTooLong(grouped(0), limit: limits.listLength, span: span)
    case .numberTooLong: LimitMessages.numberTooLong(limits.numberBits, span: span)
    case .hostFailed: RunMessages.notComputed(place, span: span)
    }
  }

  private var subjectKind: Int? {
    guard let instruction, [.find, .findIfAny].contains(instruction.op) else { return nil }
    return Int(instruction.c)
  }

  private var subjectKindName: String {
    subjectKind.map { program.subjectKinds[$0].name } ?? "đối tượng"
  }

  private var ruleFailure: Diagnostic {
    guard let instruction, instruction.op == .fail else {
      return RunMessages.notComputed(place, span: span)
    }
    let note = program.failures[instruction.wide]
    let value = values.first.map { text($0, note.kind) }
    switch note.reason {
    case .noTierHolds: return RunMessages.noTierHolds(note.rule, value, place, span: span)
    case .twoTiersHold(let other):
      return RunMessages.twoTiersHold(note.rule, value, place, span: span, other: other)
    case .exceptionsConflict(let other):
      return RunMessages.exceptionsConflict(note.rule, value, place, span: span, other: other)
    case .aboveMaximum: return RunMessages.aboveMaximum(note.rule, value, place, span: span)
    case .belowZero: return RunMessages.belowZero(note.rule, value, place, span: span)
    }
  }
}
