// The value of any column for one row, stored or not. In: a session whose plan has run. Out: values as the
// reference evaluator has them. Invariant: what the run did not keep is worked out from what it kept,
// once a question; functions are called on the machine, so its limits hold. Used by explanations only.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

/// One cell of a kind's table.
struct CellAddress: Hashable {
  var kind: Int
  var column: Int
  var row: Int
}

final class ColumnValues {
  /// A cell of the data read as if it held something else. What its own row's columns make of it is
  /// worked out anew; other subjects stay as they are.
  struct Change {
    var cell: CellAddress
    var value: ReferenceValue
    var rivals: Rivals
  }

  let session: Session
  let checked: CheckedProgram
  private let change: Change?
  private var worked: [CellAddress: ReferenceValue] = [:]
  private lazy var freshEvaluator = makeEvaluator(session.runtime.globals)

  init(_ session: Session, change: Change? = nil) {
    self.session = session
    checked = session.checked
    self.change = change
  }

  func column(_ cell: CellAddress) -> Column {
    checked.subjectKinds[cell.kind].columns[cell.column]
  }

  /// An evaluator over these columns; `globals` nil: as the session has them.
  func evaluator(globals: [Value]? = nil) -> Reference {
    globals.map(makeEvaluator) ?? freshEvaluator
  }

  /// Lets go of what was worked out; it can be worked out again.
  func forget() { worked.removeAll(keepingCapacity: true) }

  private func makeEvaluator(_ globals: [Value]) -> Reference {
    let tables = session.runtime.tables
    var evaluator = Reference(checked, rowCounts: tables.map(\.rowCount)) {
      [unowned self] kind, column, row throws(ReferenceTrap) in
      try value(CellAddress(kind: kind, column: column, row: row))
    }
    evaluator.globals = zip(globals, checked.globals).map { reference($0, $1.kind) }
    evaluator.findSubject = { [unowned self] kind, key in
      let text: String
      switch key {
      case .text(let name): text = name
      case .number(let number): text = NumberText.format(number)
      default: return nil
      }
      return session.runtime.find(kind: kind, key: text)
    }
    evaluator.callFunction = { [unowned self] function, arguments throws(ReferenceTrap) in
      do throws(RunFailure) {
        let result = try session.runtime.call(function, arguments.map(machineValue))
        return reference(result, checked.functions[function].result)
      } catch {
        throw ReferenceTrap(code: error.code)
      }
    }
    return evaluator
  }

  func value(_ cell: CellAddress) throws(ReferenceTrap) -> ReferenceValue {
    if let change, change.cell.kind == cell.kind, change.cell.row == cell.row {
      if change.cell == cell { return change.value }
      if let known = worked[cell] { return known }
      if let changed = try change.rivals.changedValue(cell, column(cell), self) {
        worked[cell] = changed
        return changed
      }
    }
    if let storage = session.runtime.tables[cell.kind].columns[cell.column] {
      // No copy of the whole column: this is the path of every value.
      let kind = checked.subjectKinds[cell.kind].columns[cell.column].kind
      return stored(storage, cell.row, kind)
    }
    guard case .computed(let computation) = column(cell).source else { return .blank }
    if let known = worked[cell] { return known }
    var evaluator = evaluator()
    let value = try evaluator.value(
      computation.expression, localCount: computation.localCount, arguments: [.code(cell.row)])
    worked[cell] = value
    return value
  }

  /// Whether a cell holds exactly this code (a truth, a level, a state): the path of whole columns.
  func holds(_ code: Int, _ cell: CellAddress) throws(ReferenceTrap) -> Bool {
    if change == nil, let storage = session.runtime.tables[cell.kind].columns[cell.column],
      storage.layout != .lists
    {
      return storage.word(cell.row) == Word(immediate: Int64(code))
    }
    return try value(cell) == .code(code)
  }

  /// Whether a cell says that it does not apply.
  func isNotApplicable(_ cell: CellAddress) throws(ReferenceTrap) -> Bool {
    if change == nil, let storage = session.runtime.tables[cell.kind].columns[cell.column],
      storage.layout != .lists
    {
      return storage.word(cell.row).isNotApplicable
    }
    return try value(cell) == .notApplicable
  }

  private func stored(_ storage: ColumnStorage, _ row: Int, _ kind: Kind) -> ReferenceValue {
    if storage.layout == .lists {
      let rows = storage.listRows[
        Int(storage.listStarts[row])..<Int(storage.listStarts[row + 1])]
      return .list(rows.map { .code(Int($0)) })
    }
    let word = storage.word(row)
    if word.isBlank { return .blank }
    if word.isNotApplicable { return .notApplicable }
    if word.isText { return .text(session.texts.string(word.index)) }
    if kind.isNumeric { return storage.number(row).map { .number($0) } ?? .blank }
    return .code(Int(word.immediate))
  }

  // MARK: Between the evaluator and the machine

  func reference(_ value: Value, _ kind: Kind) -> ReferenceValue {
    switch value {
    case .blank: .blank
    case .notApplicable: .notApplicable
    case .immediate(let immediate):
      kind.isNumeric ? .number(Exact(micros: immediate)) : .code(Int(immediate))
    case .exact(let number): .number(number)
    case .text(let text): .text(text)
    case .list(let elements):
      if case .list(let element) = kind {
        .list(elements.map { reference($0, element) })
      } else {
        .list([])
      }
    case .dictionary(let entries):
      if case .dictionary(let key, let element) = kind {
        .dictionary(
          entries.map { (key: reference($0.key, key), value: reference($0.value, element)) })
      } else {
        .dictionary([])
      }
    }
  }

  func machineValue(_ value: ReferenceValue) -> Value {
    switch value {
    case .blank: .blank
    case .notApplicable: .notApplicable
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .code(let code): .immediate(Int64(code))
    case .list(let elements): .list(elements.map(machineValue))
    case .dictionary(let entries):
      .dictionary(
        entries.map { Value.Entry(key: machineValue($0.key), value: machineValue($0.value)) })
    }
  }
}
