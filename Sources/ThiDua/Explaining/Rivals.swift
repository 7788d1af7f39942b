// One subject among the others when only its own data change. In: a session whose plan has run. Out: the
// subject's columns with a cell changed: row columns anew, its rank and its place in a quota against the
// others as they stand. A screen for searches, not a result: what others make of the change is left to a
// run. The others' keys are gathered once.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax

final class Rivals {
  private struct Field {
    /// By rival: the values of the keys.
    var keys: [[ReferenceValue]]
  }

  private let stored: ColumnValues
  private let session: Session
  private var fields: [CellAddress: [Field]] = [:]
  private var places: [CellAddress: [Int]] = [:]

  init(_ session: Session) {
    self.session = session
    stored = ColumnValues(session)
  }

  /// A column of the changed row; nil: as it is stored.
  func changedValue(
    _ cell: CellAddress, _ column: Column, _ changed: ColumnValues
  ) throws(ReferenceTrap) -> ReferenceValue? {
    func own(_ column: Int) throws(ReferenceTrap) -> ReferenceValue {
      try changed.value(CellAddress(kind: cell.kind, column: column, row: cell.row))
    }
    switch column.source {
    case .computed(let computation):
      var evaluator = changed.evaluator()
      return try evaluator.value(
        computation.expression, localCount: computation.localCount, arguments: [.code(cell.row)])
    case .rank(let rule):
      if let eligible = rule.eligible, try own(eligible) != .code(1) { return .blank }
      let ahead = try ahead(
        cell, [rule.group], rule.keys, changed, orEqual: false
      ) { row throws(ReferenceTrap) in
        try rule.eligible.map { column throws(ReferenceTrap) in
          try self.value(cell, column, row) == .code(1)
        } ?? true
      }
      return .number(Exact(ahead[0] + 1))
    case .award(let rule):
      let state = try own(rule.state)
      let achieved = ReferenceValue.code(AwardState.achieved.rawValue)
      guard state == achieved else { return state }
      let ahead = try ahead(
        cell, rule.quotas.map(\.group), keys(rule.order, cell.kind), changed, orEqual: true
      ) { row throws(ReferenceTrap) in try self.value(cell, rule.state, row) == achieved }
      let isWithin = zip(ahead, try places(of: rule, cell)).allSatisfy { $0 < $1 }
      return isWithin ? achieved : .code(AwardState.notAchieved.rawValue)
    case .limitedLevel(let rule): return try own(rule.level)
    default: return nil
    }
  }

  private func value(
    _ cell: CellAddress, _ column: Int, _ row: Int
  ) throws(ReferenceTrap) -> ReferenceValue {
    try stored.value(CellAddress(kind: cell.kind, column: column, row: row))
  }

  /// The keys behind ranks: the others' ranks are what they were, their points are not in question.
  private func keys(_ order: [ColumnOrder], _ kind: Int) -> [ColumnOrder] {
    order.flatMap { key -> [ColumnOrder] in
      guard !key.isDescending,
        case .rank(let rule) = stored.checked.subjectKinds[kind].columns[key.column].source
      else { return [key] }
      return rule.keys
    }
  }

  // MARK: Those in front

  /// In each group: how many rivals come before the changed row.
  private func ahead(
    _ cell: CellAddress, _ groups: [Int?], _ keys: [ColumnOrder], _ changed: ColumnValues,
    orEqual: Bool, _ competes: (Int) throws(ReferenceTrap) -> Bool
  ) throws(ReferenceTrap) -> [Int] {
    if fields[cell] == nil { fields[cell] = try gather(cell, groups, keys, competes) }
    let known = fields[cell] ?? []
    var own: [ReferenceValue] = []
    for key in keys {
      own.append(
        try changed.value(CellAddress(kind: cell.kind, column: key.column, row: cell.row)))
    }
    let evaluator = stored.evaluator()
    return known.map { field in
      field.keys.reduce(0) { count, theirs in
        for (index, key) in keys.enumerated() where theirs[index] != own[index] {
          let (a, b) = (theirs[index], own[index])
          if a == .blank || b == .blank { return b == .blank ? count + 1 : count }
          return evaluator.isLess(a, b) != key.isDescending ? count + 1 : count
        }
        return orEqual ? count + 1 : count
      }
    }
  }

  private func gather(
    _ cell: CellAddress, _ groups: [Int?], _ keys: [ColumnOrder],
    _ competes: (Int) throws(ReferenceTrap) -> Bool
  ) throws(ReferenceTrap) -> [Field] {
    var found: [Field] = []
    for group in groups {
      let grouping = group.map { session.grouping(kind: cell.kind, column: $0) }
      var field = Field(keys: [])
      for row in 0..<session.runtime.tables[cell.kind].rowCount
      where row != cell.row && grouping.map({ $0.groupOf[row] == $0.groupOf[cell.row] }) ?? true {
        guard try competes(row) else { continue }
        var values: [ReferenceValue] = []
        for key in keys { values.append(try value(cell, key.column, row)) }
        field.keys.append(values)
      }
      found.append(field)
    }
    return found
  }

  // MARK: Places

  /// The places of each quota in the row's group, were the row a candidate.
  private func places(
    of rule: AwardRule, _ cell: CellAddress
  ) throws(ReferenceTrap) -> [Int] {
    if let known = places[cell] { return known }
    var found: [Int] = []
    for quota in rule.quotas {
      guard case .number(var amount) = try value(cell, quota.amount, cell.row) else {
        throw ReferenceTrap(code: .blankUsed)
      }
      let grouping = quota.group.map { session.grouping(kind: cell.kind, column: $0) }
      var base = 0
      for row in 0..<session.runtime.tables[cell.kind].rowCount
      where grouping.map({ $0.groupOf[row] == $0.groupOf[cell.row] }) ?? true {
        switch quota.base {
        case .absolute: break
        case .rows(let condition):
          let holds = try condition.map { column throws(ReferenceTrap) in
            try self.value(cell, column, row) == .code(1)
          }
          if row == cell.row || holds ?? true { base += 1 }
        case .eligible:
          let state = try value(cell, rule.state, row)
          if row == cell.row || state == .code(AwardState.achieved.rawValue) { base += 1 }
        }
      }
      if case .absolute = quota.base {} else { amount = amount * Exact(base) }
      let whole =
        switch quota.rounding {
        case .halfUp: amount.rounded(places: 0, .halfAwayFromZero)
        case .up: amount.ceiling
        case .down, .unspecified: amount.floor
        }
      found.append(whole.int ?? Int.max)
    }
    places[cell] = found
    return found
  }
}
