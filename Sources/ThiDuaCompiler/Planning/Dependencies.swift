// Which columns a column needs, and whether only on its own row.
//
// A need on the same row can be met by a register of the same row program; any other need (another
// subject's column, a column used inside a function) wants the whole column stored before.

import ThiDuaSemantics

/// What a column or piece of code reads.
struct Needs {
  var sameRow: Set<ColumnReference> = []
  var whole: Set<ColumnReference> = []

  mutating func formUnion(_ other: Needs) {
    sameRow.formUnion(other.sameRow)
    whole.formUnion(other.whole)
  }
}

final class Dependencies {
  private let program: ProgramBuilder
  private var checked: CheckedProgram { program.checked }
  private var known: [ColumnReference: Needs] = [:]
  private var functionNeeds: [Set<ColumnReference>?]

  init(_ program: ProgramBuilder) {
    self.program = program
    functionNeeds = Array(repeating: nil, count: program.checked.functions.count)
  }

  /// What computing a column reads.
  func needs(of reference: ColumnReference) -> Needs {
    if let needs = known[reference] { return needs }
    let needs = findNeeds(of: reference)
    known[reference] = needs
    return needs
  }

  private func findNeeds(of reference: ColumnReference) -> Needs {
    var needs = Needs()
    func whole(_ column: Int?) {
      if let column {
        needs.whole.insert(ColumnReference(kind: reference.kind, column: column))
      }
    }
    func add(_ quota: QuotaRule) {
      whole(quota.amount)
      whole(quota.group)
      if case .rows(let condition) = quota.base { whole(condition) }
    }
    switch checked.subjectKinds[reference.kind].columns[reference.column].source {
    case .input: break
    case .computed(let computation):
      needs = self.needs(of: computation.expression, isRow: true)
    case .inverse(let kind, let column):
      needs.whole.insert(ColumnReference(kind: kind, column: column))
    case .grouped(let rule):
      [rule.value, rule.filter, rule.group].forEach(whole)
    case .rank(let rule):
      whole(rule.eligible)
      rule.keys.forEach { whole($0.column) }
      whole(rule.group)
    case .award(let rule):
      whole(rule.state)
      whole(rule.hanging)
      rule.quotas.forEach(add)
      rule.order.forEach { whole($0.column) }
      whole(rule.minimumShare?.share)
      whole(rule.minimumShare?.condition)
    case .limitedLevel(let rule):
      whole(rule.level)
      add(rule.quota)
      rule.order.forEach { whole($0.column) }
    }
    return needs
  }

  /// What an expression reads; `isRow`: slot 0 is the row.
  func needs(of expr: Expr, isRow: Bool) -> Needs {
    var needs = Needs()
    expr.forEachNode { part in
      switch part.node {
      case .column(let kind, let column, let of):
        var isSameRow = false
        if isRow, case .local(0) = of.node { isSameRow = true }
        let reference = ColumnReference(kind: kind, column: column)
        if program.inlinedColumn(kind, column) != nil {
          let inner = self.needs(of: reference)
          needs.whole.formUnion(inner.whole)
          if isSameRow {
            needs.sameRow.formUnion(inner.sameRow)
          } else {
            needs.whole.formUnion(inner.sameRow)
          }
        } else if isSameRow {
          needs.sameRow.insert(reference)
        } else {
          needs.whole.insert(reference)
        }
      case .call(let function, _):
        needs.whole.formUnion(self.needs(ofFunction: function))
      case .find(let kind, _, _):
        let subject = checked.subjectKinds[kind]
        for column in subject.key + (subject.nameColumn.map { [$0] } ?? []) + subject.aliasColumns {
          needs.whole.insert(ColumnReference(kind: kind, column: column))
        }
      default: break
      }
    }
    return needs
  }

  /// What statements read, outside any row.
  func needs(of statements: [CheckedStatement]) -> Needs {
    var needs = Needs()
    for statement in statements {
      statement.forEachExpression { needs.formUnion(self.needs(of: $0, isRow: false)) }
    }
    return needs
  }

  /// What a function reads, with those it calls.
  func needs(ofFunction index: Int) -> Set<ColumnReference> {
    if let needs = functionNeeds[index] { return needs }
    // All functions reached from this one read the same columns or fewer.
    var reached: Set<Int> = [index]
    var pending = [index]
    var found: Set<ColumnReference> = []
    while let next = pending.popLast() {
      for statement in checked.functions[next].body.statements {
        statement.forEachExpression { expr in
          expr.forEachNode { part in
            switch part.node {
            case .call(let function, _):
              if reached.insert(function).inserted { pending.append(function) }
            case .column(let kind, let column, _):
              let reference = ColumnReference(kind: kind, column: column)
              found.insert(reference)
              if self.program.inlinedColumn(kind, column) != nil {
                let inner = self.needs(of: reference)
                found.formUnion(inner.whole)
                found.formUnion(inner.sameRow)
              }
            default: break
            }
          }
        }
      }
    }
    functionNeeds[index] = found
    return found
  }
}
