// Collects the program's tables: each constant, column, kind stands in them once.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

final class ProgramBuilder {
  let checked: CheckedProgram
  let texts: TextTable
  var program = Program()
  private var constantIndexes: [Int64: Int] = [:]
  private var numberIndexes: [Exact: Int] = [:]
  private var inputIndexes: [ColumnAddress: Int] = [:]
  private var kindIndexes: [ValueKind: Int] = [:]

  init(_ checked: CheckedProgram, texts: TextTable) {
    self.checked = checked
    self.texts = texts
  }

  func constant(_ word: Word) -> Int {
    if let index = constantIndexes[word.bits] { return index }
    program.constants.append(word)
    constantIndexes[word.bits] = program.constants.count - 1
    return program.constants.count - 1
  }

  /// The word of a number: an immediate, or a permanent object.
  func word(_ number: Exact) -> Word {
    if let micros = number.micros, Word.holds(micros) { return Word(immediate: micros) }
    if let index = numberIndexes[number] { return Word(object: index) }
    program.permanentNumbers.append(number)
    numberIndexes[number] = program.permanentNumbers.count - 1
    return Word(object: program.permanentNumbers.count - 1)
  }

  /// The word of a literal; nil for anything that must be computed.
  func constantWord(_ expr: Expr) -> Word? {
    switch expr.node {
    case .number(let number): word(number)
    case .text(let text): Word(text: texts.intern(text))
    case .date(let days): Word(immediate: Int64(days))
    case .truth(let truth): Word(truth: truth)
    case .level(let level): Word(immediate: Int64(level))
    case .award(let state): Word(immediate: Int64(state.rawValue))
    case .blank: .blank
    case .notApplicable: .notApplicable
    default: nil
    }
  }

  func input(_ kind: Int, _ column: Int) -> Int {
    let address = ColumnAddress(kind: kind, column: column)
    if let index = inputIndexes[address] { return index }
    program.inputs.append(address)
    inputIndexes[address] = program.inputs.count - 1
    return program.inputs.count - 1
  }

  func kind(_ kind: Kind) -> Int {
    let kind = ValueKind(kind)
    if let index = kindIndexes[kind] { return index }
    program.valueKinds.append(kind)
    kindIndexes[kind] = program.valueKinds.count - 1
    return program.valueKinds.count - 1
  }

  func failure(_ failure: RuleFailure) -> Int {
    let reason: FailureNote.Reason =
      switch failure.reason {
      case .noTierHolds: .noTierHolds
      case .twoTiersHold(let span): .twoTiersHold(span)
      case .exceptionsConflict(let span): .exceptionsConflict(span)
      case .aboveMaximum: .aboveMaximum
      case .belowZero: .belowZero
      }
    let kind = failure.value.map { ValueKind($0.kind) } ?? .nothing
    program.failures.append(FailureNote(reason: reason, rule: failure.rule, kind: kind))
    return program.failures.count - 1
  }

  func sortOrder(_ order: SortOrder) -> Int {
    program.sortOrders.append(order)
    return program.sortOrders.count - 1
  }

  /// Adds code; gives its index.
  func add(_ code: Code) -> Int {
    program.codes.append(code)
    return program.codes.count - 1
  }

  /// Whether a column has no form in memory and is computed anew wherever it is used: lists of anything
  /// but subjects, and dictionaries.
  func inlinedColumn(_ kind: Int, _ column: Int) -> Computation? {
    let column = checked.subjectKinds[kind].columns[column]
    guard case .computed(let computation) = column.source else { return nil }
    return column.kind.isRecomputedAtUse ? computation : nil
  }
}

extension ValueKind {
  /// The machine's view of a checked kind.
  public init(_ kind: Kind) {
    switch kind {
    case .number, .count: self = .number
    case .ratio: self = .ratio
    case .text: self = .text
    case .date: self = .date
    case .truth: self = .truth
    case .level(let scale): self = .level(scale)
    case .award: self = .award
    case .subject(let kind): self = .subject(kind)
    case .list(let element): self = .list(ValueKind(element))
    case .dictionary(let key, let value): self = .dictionary(ValueKind(key), ValueKind(value))
    case .nothing, .unknown: self = .nothing
    }
  }
}
