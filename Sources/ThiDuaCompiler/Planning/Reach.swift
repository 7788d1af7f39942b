// Which cells of other columns a computed cell may read: the way from the row that is computed to the
// row that is read. In: a checked program. Out: for every column the columns it reads and by which way.
// Invariant: a cell that is read by a way not listed does not exist; a way that cannot be followed back
// is `anywhere`. Used by the façade to recompute only what depends on a change.

import ThiDuaSemantics

/// One step from a row to others.
public enum Hop: Hashable, Sendable {
  /// To the row that the reference column `column` of `kind`, the row's own kind, names.
  case reference(kind: Int, column: Int)
  /// To the rows of `kind` whose reference column `column` names the row.
  case members(kind: Int, column: Int)
}

/// How a row comes to read a column.
public enum Way: Hashable, Sendable {
  /// Along hops; none: its own row.
  case along([Hop])
  /// In any row.
  case anywhere
}

/// What a column or a condition reads.
public struct Reads: Sendable {
  public struct Read: Hashable, Sendable {
    public var column: ColumnReference
    public var way: Way
  }
  public var columns: Set<Read> = []
  public var globals: Set<Int> = []
  public init() {}
}

/// Finds what columns read.
public final class Reach {
  private let checked: CheckedProgram
  private var known: [ColumnReference: Reads] = [:]
  private var functions: [Int: Reads] = [:]

  public init(_ checked: CheckedProgram) { self.checked = checked }

  /// What a computed column reads; nothing for other columns.
  public func reads(of column: ColumnReference) -> Reads {
    if let reads = known[column] { return reads }
    guard
      case .computed(let computation) =
        checked.subjectKinds[column.kind].columns[column.column].source
    else { return Reads() }
    var reads = Reads()
    walk(computation.expression, [0: .along([])], &reads)
    known[column] = reads
    return reads
  }

  /// What an expression outside any row reads.
  public func reads(of expression: Expr) -> Reads {
    var reads = Reads()
    walk(expression, [:], &reads)
    return reads
  }

  /// Columns that some rule reads.
  public var readColumns: Set<ColumnReference> {
    var used: Set<ColumnReference> = []
    for kind in checked.subjectKinds.indices {
      for column in checked.subjectKinds[kind].columns.indices {
        used.formUnion(operands(of: ColumnReference(kind: kind, column: column)))
      }
    }
    return used
  }

  /// Columns that computing a column reads, whatever it is.
  public func operands(of column: ColumnReference) -> Set<ColumnReference> {
    func own(_ columns: [Int?]) -> Set<ColumnReference> {
      Set(columns.compactMap { $0 }.map { ColumnReference(kind: column.kind, column: $0) })
    }
    func parts(_ quota: QuotaRule) -> [Int?] {
      if case .rows(let condition) = quota.base {
        return [quota.amount, quota.group, condition]
      }
      return [quota.amount, quota.group]
    }
    switch checked.subjectKinds[column.kind].columns[column.column].source {
    case .input: return []
    case .computed: return Set(reads(of: column).columns.map(\.column))
    case .inverse(let kind, let reference):
      return [ColumnReference(kind: kind, column: reference)]
    case .grouped(let rule): return own([rule.value, rule.filter, rule.group])
    case .rank(let rule): return own([rule.eligible, rule.group] + rule.keys.map { $0.column })
    case .limitedLevel(let rule):
      return own([rule.level] + parts(rule.quota) + rule.order.map { $0.column })
    case .award(let rule):
      let share = rule.minimumShare.map { [$0.share, $0.condition] } ?? []
      return own(
        [rule.state, rule.hanging] + share + rule.quotas.flatMap(parts)
          + rule.order.map { $0.column })
    }
  }

  /// Input columns that computing some columns depends on, near or far.
  public func inputs(feeding columns: Set<ColumnReference>) -> Set<ColumnReference> {
    var open = Array(columns)
    var seen: Set<ColumnReference> = []
    var inputs: Set<ColumnReference> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if case .input = checked.subjectKinds[next.kind].columns[next.column].source {
        inputs.insert(next)
      }
      open.append(contentsOf: operands(of: next))
    }
    return inputs
  }

  // MARK: Walking

  /// Ways to the subjects in slots.
  private typealias Slots = [Int: Way]

  private func walk(_ expr: Expr, _ slots: Slots, _ reads: inout Reads) {
    // Long sums lean to the left: they must not nest the native stack.
    var expr = expr
    while true {
      switch expr.node {
      case .arithmetic(_, let left, let right), .and(let left, let right),
        .or(let left, let right):
        walk(right, slots, &reads)
        expr = left
        continue
      default: break
      }
      break
    }
    switch expr.node {
    case .global(let index):
      reads.globals.insert(index)
    case .column(let kind, let column, let of):
      walk(of, slots, &reads)
      add(kind, column, subject(of, slots), &reads)
    case .call(let function, let arguments):
      for argument in arguments { walk(argument, slots, &reads) }
      let inner = self.reads(ofFunction: function)
      reads.columns.formUnion(inner.columns)
      reads.globals.formUnion(inner.globals)
    case .find(let kind, let key, _):
      walk(key, slots, &reads)
      let subject = checked.subjectKinds[kind]
      for column in subject.key + (subject.nameColumn.map { [$0] } ?? []) + subject.aliasColumns {
        add(kind, column, .anywhere, &reads)
      }
    case .bind(let slot, let value, let body):
      walk(value, slots, &reads)
      var inner = slots
      inner[slot] = subject(value, slots)
      walk(body, inner, &reads)
    case .fold(_, let list, let slot, let filter, let body):
      walk(list, slots, &reads)
      var inner = slots
      inner[slot] = element(list, slots)
      if let filter { walk(filter, inner, &reads) }
      if let body { walk(body, inner, &reads) }
    case .sorted(let list, let slot, let keys):
      walk(list, slots, &reads)
      var inner = slots
      inner[slot] = element(list, slots)
      for key in keys { walk(key.value, inner, &reads) }
    default:
      expr.forEachPart { walk($0, slots, &reads) }
    }
  }

  /// A column without a form in memory is read through what it is made of.
  private func add(_ kind: Int, _ column: Int, _ way: Way, _ reads: inout Reads) {
    let definition = checked.subjectKinds[kind].columns[column]
    if case .computed(let computation) = definition.source, definition.kind.isRecomputedAtUse {
      walk(computation.expression, [0: way], &reads)
    } else {
      reads.columns.insert(.init(column: ColumnReference(kind: kind, column: column), way: way))
    }
  }

  private func reads(ofFunction index: Int) -> Reads {
    if let reads = functions[index] { return reads }
    // A recursive call adds nothing.
    functions[index] = Reads()
    var reads = Reads()
    for statement in checked.functions[index].body.statements {
      statement.forEachExpression { walk($0, [:], &reads) }
    }
    functions[index] = reads
    return reads
  }

  // MARK: Ways

  /// The way to the subject that an expression gives.
  private func subject(_ expr: Expr, _ slots: Slots) -> Way {
    switch expr.node {
    case .local(let slot): return slots[slot] ?? .anywhere
    case .column(let kind, let column, let of):
      guard case .subject = expr.kind,
        case .input = checked.subjectKinds[kind].columns[column].source,
        case .along(let hops) = subject(of, slots)
      else { return .anywhere }
      return .along(hops + [.reference(kind: kind, column: column)])
    case .conditional(_, let first, let second), .ifBlank(let first, let second):
      let way = subject(first, slots)
      return way == subject(second, slots) ? way : .anywhere
    default: return .anywhere
    }
  }

  /// The way to the elements of a list.
  private func element(_ list: Expr, _ slots: Slots) -> Way {
    switch list.node {
    case .column(let kind, let column, let of):
      guard
        case .inverse(let from, let reference) =
          checked.subjectKinds[kind].columns[column].source,
        case .along(let hops) = subject(of, slots)
      else { return .anywhere }
      return .along(hops + [.members(kind: from, column: reference)])
    case .fold(.collect, let inner, let slot, _, let body):
      guard let body else { return element(inner, slots) }
      var scope = slots
      scope[slot] = element(inner, slots)
      return subject(body, scope)
    case .sorted(let inner, _, _): return element(inner, slots)
    case .builtin(.firstElements, let arguments), .builtin(.reversed, let arguments):
      return element(arguments[0], slots)
    default: return .anywhere
    }
  }
}

extension Kind {
  /// Lists of anything but subjects, and dictionaries, have no form in memory.
  var isRecomputedAtUse: Bool {
    switch self {
    case .list(.subject): false
    case .list, .dictionary: true
    default: false
    }
  }
}
