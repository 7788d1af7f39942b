// `vì sao`: from a value down to the input cells. In: a checked expression (or a column of a subject) and a
// session whose plan has run. Out: an `Explanation`. The checked tree is followed along the branches
// that held, with the values the run gave; the notes of the lowering say which line of the rule a node
// is. Invariant: every node recombines exactly from its operands; a column is opened once in a tree.
//
// One file a subject: this one enters columns and makes nodes; Expressions, Rules, Aggregates, Sets follow
// their parts of the tree.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

final class Explainer {
  /// How much of the tree is opened.
  struct Reach {
    /// Columns inside columns.
    var depth = 24
    /// Elements of a list, subjects above in a rank.
    var listed = 5
    /// Nodes of the whole tree; beyond, columns stay folded.
    var nodes = 4_000
    /// Only what is asked about is opened, with what has no name to be asked about by.
    var isOwnOnly = false
  }

  let session: Session
  let checked: CheckedProgram
  let values: ColumnValues
  let reach: Reach
  private let script: ScriptWords
  let globals: [Value]?
  var evaluator: Reference
  /// What locals stand for, where they were explained before.
  var bound: [Int: Explanation] = [:]
  /// Whose rule is being followed.
  var owner: (kind: Int, row: Int)?
  /// The header of the rule being followed: what the lowering added has its span.
  var header = Span.none
  /// Cells of the data met on the way, in order.
  private(set) var inputs: [CellAddress] = []
  private var met: Set<CellAddress> = []
  /// Columns opened in this tree; the list has them in order.
  private var told: Set<CellAddress> = []
  private var toldInOrder: [CellAddress] = []
  /// Columns left folded because they were told, in order.
  private var pointedAt: [CellAddress] = []
  private var depth = 0
  private var deepest = 0
  private var nodeCount = 0
  /// How often a column stayed folded because the tree was deep or large enough.
  private var cuts = 0
  /// nil: nothing is kept for further questions.
  private var opened: OpenedColumns?
  /// Rows of the groups met so far.
  var memberRows: [MemberKey: [Int]] = [:]
  /// Cells that read what is assumed and not what the data says.
  private lazy var assumed = Set(
    session.assumed.flatMap(\.inputs).map {
      CellAddress(kind: $0.column.kind, column: $0.column.column, row: $0.row)
    })
  /// Functions being followed inside each other.
  var callDepth = 0

  /// `keepsOpened`: further columns of the same subject will be asked about.
  init(
    _ session: Session, globals: [Value]? = nil, reach: Reach = Reach(),
    keepsOpened: Bool = false
  ) {
    self.session = session
    script = ScriptWords(session.checked)
    opened = keepsOpened ? OpenedColumns() : nil
    checked = session.checked
    values = ColumnValues(session)
    self.reach = reach
    self.globals = globals
    evaluator = values.evaluator(globals: globals)
  }

  // MARK: Questions

  /// The value of a question's expression, which the machine found to be `value`.
  func explain(_ question: Question, value: Value, captures: [Value]) -> Explanation {
    let kind = question.value.kind
    evaluator.frame = Array(repeating: .blank, count: question.localCount)
    for (slot, captured) in zip(question.captures, captures) {
      evaluator.frame[slot.slot] = values.reference(captured, slot.kind)
    }
    var result =
      (try? trace(question.value))
      ?? node(question.text, values.reference(value, kind), kind, .worked)
    if result.label.isEmpty { result.label = question.text }
    return result
  }

  /// A column of a subject; nil when it has no value.
  func explain(_ cell: CellAddress) -> Explanation? {
    told.removeAll(keepingCapacity: true)
    toldInOrder.removeAll(keepingCapacity: true)
    pointedAt.removeAll(keepingCapacity: true)
    (depth, deepest, nodeCount, cuts) = (0, 0, 0, 0)
    return try? open(cell)
  }

  /// Another subject is asked about from now on: what was kept is of no more use.
  func forget() {
    opened?.removeAll()
    values.forget()
    inputs.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
  }

  // MARK: Nodes

  func node(
    _ label: String, _ value: ReferenceValue, _ kind: Kind,
    _ operation: Explanation.Operation, role: Explanation.Role = .operand,
    reason: String? = nil, line: Span = .none, parts: [Explanation] = []
  ) -> Explanation {
    nodeCount += 1
    return Explanation(
      label, values.machineValue(value), ValueKind(kind), shown: shown(value, kind), operation,
      role: role, reason: reason, line: place(line), parts: parts)
  }

  /// A node whose value follows from its operands.
  func combined(
    _ label: String, _ kind: Kind, _ operation: Explanation.Operation, reason: String? = nil,
    line: Span = .none, parts: [Explanation]
  ) -> Explanation {
    var made = node(label, .blank, kind, operation, reason: reason, line: line, parts: parts)
    made.value = made.recombined ?? .blank
    made.shown = shown(values.reference(made.value, kind), kind)
    return made
  }

  func reference(_ explanation: Explanation, _ kind: Kind) -> ReferenceValue {
    values.reference(explanation.value, kind)
  }

  // MARK: Words

  /// What is written at a place, white space folded.
  func words(_ span: Span) -> String { script.words(span) }

  /// The expression as written; empty for what the lowering added.
  func label(_ expr: Expr) -> String { expr.span == header ? "" : words(expr.span) }

  func place(_ span: Span) -> RulePlace? { script.place(span) }

  func shown(_ value: ReferenceValue, _ kind: Kind) -> String {
    switch (value, kind) {
    case (.text(let text), _): return text
    case (.code(let row), .subject(let subject)):
      return session.printer.name(of: row, kind: subject)
    case (.code(let state), .award):
      return AwardState(rawValue: state)?.text ?? ""
    case (.list(let elements), .list(let element)):
      let more = elements.count - reach.listed
      let names = elements.prefix(reach.listed).map { shown($0, element) }.joined(separator: "; ")
      return more > 0 ? "\(names); … (\(Wording.count(elements.count)))" : names
    case (.dictionary(let entries), .dictionary):
      return "từ điển \(Wording.count(entries.count)) mục"
    default: return Reference.print(value, kind, nil, checked.scales)
    }
  }

  /// `tập thể "A"`.
  func subject(_ row: Int, _ kind: Int) -> String {
    "\(checked.subjectKinds[kind].name) "
      + Wording.quoted(session.printer.name(of: row, kind: kind))
  }

  /// `tập thể "A"` with its key, which nobody shares.
  private func askedSubject(_ row: Int, _ kind: Int) -> String {
    let description = checked.subjectKinds[kind]
    guard description.key.count == 1,
      let key = try? values.value(CellAddress(kind: kind, column: description.key[0], row: row)),
      case .text(let text) = key
    else { return subject(row, kind) }
    return "\(description.name) \"\(text)\""
  }

  /// A column as the script calls it, with its title.
  func name(_ column: Column) -> String { script.name(column) }

  // MARK: Columns

  /// A column of a row, opened unless it was before or the tree is deep or large enough.
  func open(_ cell: CellAddress) throws(ReferenceTrap) -> Explanation {
    let column = values.column(cell)
    let value = try values.value(cell)
    var result: Explanation
    if case .input(let rule) = column.source {
      if met.insert(cell).inserted { inputs.append(cell) }
      result = input(cell, column, value, rule)
    } else if case .inverse = column.source {
      result = node(
        name(column), value, column.kind, .worked, reason: "danh sách lập từ số liệu")
    } else if depth >= reach.depth || nodeCount >= reach.nodes {
      cuts += 1
      result = node(name(column), value, column.kind, .folded)
    } else if reach.isOwnOnly && depth > 0 && !column.isHidden {
      result = node(name(column), value, column.kind, .folded)
    } else if told.contains(cell) {
      pointedAt.append(cell)
      result = node(name(column), value, column.kind, .folded)
    } else if let known = known(cell) {
      result = known
    } else {
      result = try opening(cell, column, value)
    }
    if owner.map({ $0 != (cell.kind, cell.row) }) ?? true {
      result.owner = subject(cell.row, cell.kind)
    }
    if !column.isHidden, result.operation != .input {
      result.question = "\(column.name) của \(askedSubject(cell.row, cell.kind))"
    }
    return result
  }

  /// The column as it was opened for an earlier question, if it would come out the same now.
  private func known(_ cell: CellAddress) -> Explanation? {
    guard callDepth == 0, let entry = opened?[cell], depth + entry.levels < reach.depth,
      nodeCount + entry.nodes < reach.nodes, entry.pointedAt.allSatisfy(told.contains),
      !entry.told.contains(where: told.contains)
    else { return nil }
    nodeCount += entry.nodes
    deepest = max(deepest, depth + entry.levels)
    told.formUnion(entry.told)
    toldInOrder += entry.told
    pointedAt += entry.pointedAt
    return entry.explanation
  }

  /// Opens a column for the first time in this tree, and keeps it if others may ask again.
  private func opening(
    _ cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    let (toldBefore, pointedBefore) = (toldInOrder.count, pointedAt.count)
    let (nodesBefore, cutsBefore, deepestBefore) = (nodeCount, cuts, deepest)
    deepest = depth
    defer { deepest = max(deepest, deepestBefore) }
    told.insert(cell)
    toldInOrder.append(cell)
    var result = try inside(cell, column) { () throws(ReferenceTrap) in
      try rule(of: cell, column, value)
    }
    result.number = nil
    guard opened != nil, callDepth == 0, cuts == cutsBefore else { return result }
    let own = Array(toldInOrder[toldBefore...])
    result.number = opened?.keep(
      cell,
      .init(
        explanation: result, told: own,
        pointedAt: pointedAt[pointedBefore...].filter { !own.contains($0) },
        nodes: nodeCount - nodesBefore, levels: deepest - depth))
    return result
  }

  /// Follows a rule of another column or row, then takes up this one again.
  func inside(
    _ cell: CellAddress, _ column: Column,
    _ body: () throws(ReferenceTrap) -> Explanation
  ) throws(ReferenceTrap) -> Explanation {
    let (frame, names, whose, outer) = (evaluator.frame, bound, owner, header)
    depth += 1
    deepest = max(deepest, depth)
    owner = (cell.kind, cell.row)
    header = column.rule.span
    bound = [:]
    defer {
      depth -= 1
      (evaluator.frame, bound, owner, header) = (frame, names, whose, outer)
    }
    return try body()
  }

  private func rule(
    of cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    var result: Explanation
    switch column.source {
    case .input, .inverse:
      result = node(name(column), value, column.kind, .worked)
    case .computed(let computation):
      evaluator.frame =
        [.code(cell.row)]
        + Array(repeating: .blank, count: max(0, computation.localCount - 1))
      let followed =
        column.kind == .award
        ? try award(computation.expression) : try trace(computation.expression)
      // A formula stands where it is written, a rule of lines under its header.
      let isFormula = computation.expression.notes.isEmpty && column.kind != .award
      result = headed(
        followed, column, isFormula ? computation.expression.span : column.rule.span)
    case .grouped(let rule): result = try grouped(rule, cell, column, value)
    case .rank(let rule): result = try ranked(rule, cell, column, value)
    case .award(let rule): result = try allocated(rule, cell, column, value)
    case .limitedLevel(let rule): result = try limited(rule, cell, column, value)
    }
    result.basis = column.rule.basis
    return result
  }

  /// The rule's node under the column's name; a column that only hands another value on keeps both.
  private func headed(
    _ followed: Explanation, _ column: Column, _ written: Span
  ) -> Explanation {
    var result = followed
    let handsOn = followed.isLeaf || followed.owner != nil || followed.question != nil
    if column.isHidden, followed.isConstant {
      result.label = name(column)
      return result
    }
    if handsOn && followed.operation != .worked {
      result = combined(name(column), column.kind, .same, parts: [followed])
    } else if followed.line != nil, followed.operation == .same || followed.isConstant {
      // The words of the line that held; a formula speaks for itself.
      result.reason = followed.reason ?? (followed.label == name(column) ? nil : followed.label)
    }
    result.label = name(column)
    result.shown = shown(values.reference(result.value, column.kind), column.kind)
    result.kind = ValueKind(column.kind)
    result.role = .operand
    if result.line == nil { result.line = place(written.isNone ? column.rule.span : written) }
    return result
  }

  // MARK: Leaves

  private func input(
    _ cell: CellAddress, _ column: Column, _ value: ReferenceValue, _ rule: InputRule
  ) -> Explanation {
    var found = Diagnostic(code: "", message: "")
    session.data[cell.kind].locate(row: cell.row, column: cell.column, in: &found)
    let written = found.place?.value ?? words(found.span)
    let isEmpty = written.allSatisfy(\.isWhitespace)
    let isAssumed = assumed.contains(cell)
    let isDefault = rule.defaultValue != nil && value != .blank && isEmpty && !isAssumed
    var reason: String?
    if isAssumed {
      reason = "đang giả sử; " + (isEmpty ? "ô này để trống" : "số liệu ghi \(written)")
    } else if isDefault {
      reason = "ô để trống, lấy giá trị mặc định"
    }
    var result = node(
      column.name, value, column.kind, isDefault ? .defaultValue : .input, reason: reason)
    if let unit = rule.unit, result.value.number != nil { result.shown += " " + unit }
    result.cell = found.place
    if found.place == nil { result.line = place(found.span) }
    return result
  }

  func global(_ index: Int, _ expr: Expr) throws(ReferenceTrap) -> Explanation {
    let global = checked.globals[index]
    let value = evaluator.globals[index]
    guard let parameter = global.parameter else {
      return node(global.name, value, global.kind, .constant, reason: "biến của kịch bản")
    }
    let isAssumed = session.assumed.contains { $0.parameters.contains(index) }
    if isAssumed || Compiler.constantValue(parameter) != nil {
      return node(
        global.name, value, global.kind, .parameter,
        reason: isAssumed ? "tham số, đang giả sử" : "tham số", line: global.span)
    }
    let (frame, names) = (evaluator.frame, bound)
    evaluator.frame = Array(repeating: .blank, count: parameter.slotCount)
    bound = [:]
    defer { (evaluator.frame, bound) = (frame, names) }
    return node(
      global.name, value, global.kind, .same, reason: "tham số", line: global.span,
      parts: [try trace(parameter)])
  }
}
