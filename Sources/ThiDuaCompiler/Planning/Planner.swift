// The order of computation: consecutive computed columns of one subject kind become one row program.
//
// In: columns and requirements, each after what it needs. Out: the same in groups, taken greedily: all columns
// of a kind that are ready together, then all sets and requirements that are. A column that is hidden and
// used only on its own row by its own group is never stored.

import ThiDuaSemantics

/// A step before its code is made.
enum DraftStep {
  case rows(kind: Int, columns: [Int])
  case set(ColumnReference)
  case requirement(Int)
}

struct Planner {
  let program: ProgramBuilder
  let dependencies: Dependencies

  /// Columns in one row program: bounds registers and the reach of nothing but itself.
  private static let largestGroup = 4000

  private var checked: CheckedProgram { program.checked }

  private enum Work {
    case rows, set, nothing
  }

  private func work(_ reference: ColumnReference) -> Work {
    let column = checked.subjectKinds[reference.kind].columns[reference.column]
    switch column.source {
    case .input: return .nothing
    case .computed:
      return program.inlinedColumn(reference.kind, reference.column) == nil ? .rows : .nothing
    case .inverse, .grouped, .rank, .award, .limitedLevel: return .set
    }
  }

  /// Requirements go first with all they need: bad data is named before a rule stumbles over it.
  func plan(_ order: [Step]) -> [DraftStep] {
    let first = neededByRequirements(in: order)
    func isFirst(_ step: Step) -> Bool {
      if case .column(let reference) = step { return first.contains(reference) }
      return true
    }
    return grouped(order.filter(isFirst)) + grouped(order.filter { !isFirst($0) })
  }

  private func neededByRequirements(in order: [Step]) -> Set<ColumnReference> {
    var open: [ColumnReference] = []
    for case .requirement(let index) in order { open.append(contentsOf: requirementNeeds(index)) }
    var needed: Set<ColumnReference> = []
    while let next = open.popLast() {
      guard needed.insert(next).inserted else { continue }
      let needs = dependencies.needs(of: next)
      open.append(contentsOf: needs.whole)
      open.append(contentsOf: needs.sameRow)
    }
    return needed
  }

  private func grouped(_ order: [Step]) -> [DraftStep] {
    var waiting: Set<ColumnReference> = []
    for case .column(let reference) in order where work(reference) != .nothing {
      waiting.insert(reference)
    }
    var open = order.filter { step in
      if case .column(let reference) = step { return waiting.contains(reference) }
      return true
    }
    var drafts: [DraftStep] = []
    while !open.isEmpty {
      let before = open.count
      takeSets(&open, &waiting, &drafts)
      takeRows(&open, &waiting, &drafts)
      // The order given breaks any circle: what stands first is done first.
      if open.count == before { force(&open, &waiting, &drafts) }
    }
    return drafts
  }

  /// Everything but row programs whose needs are met.
  private func takeSets(
    _ open: inout [Step], _ waiting: inout Set<ColumnReference>, _ drafts: inout [DraftStep]
  ) {
    open.removeAll { step in
      switch step {
      case .column(let reference):
        guard work(reference) == .set else { return false }
        let needs = dependencies.needs(of: reference)
        guard needs.whole.isDisjoint(with: waiting) else { return false }
        waiting.remove(reference)
        drafts.append(.set(reference))
      case .requirement(let index):
        guard requirementNeeds(index).isDisjoint(with: waiting) else { return false }
        drafts.append(.requirement(index))
      }
      return true
    }
  }

  private func requirementNeeds(_ index: Int) -> Set<ColumnReference> {
    let requirement = checked.requirements[index]
    var needs: Set<ColumnReference> = []
    if let column = requirement.column { needs.insert(column) }
    if let message = requirement.message { needs.insert(message) }
    if let condition = requirement.condition {
      needs.formUnion(dependencies.needs(of: condition.expression, isRow: false).whole)
    }
    return needs
  }

  /// One group: of the kind whose column is ready first, all that are ready with it.
  private func takeRows(
    _ open: inout [Step], _ waiting: inout Set<ColumnReference>, _ drafts: inout [DraftStep]
  ) {
    var kind: Int?
    var group: [Int] = []
    var taken: Set<ColumnReference> = []
    open.removeAll { step in
      guard case .column(let reference) = step, work(reference) == .rows,
        kind == nil || kind == reference.kind, group.count < Self.largestGroup
      else { return false }
      let needs = dependencies.needs(of: reference)
      guard needs.whole.isDisjoint(with: waiting),
        needs.sameRow.allSatisfy({ !waiting.contains($0) || taken.contains($0) })
      else { return false }
      kind = reference.kind
      group.append(reference.column)
      taken.insert(reference)
      return true
    }
    guard let kind else { return }
    waiting.subtract(taken)
    drafts.append(.rows(kind: kind, columns: group))
  }

  private func force(
    _ open: inout [Step], _ waiting: inout Set<ColumnReference>, _ drafts: inout [DraftStep]
  ) {
    switch open.removeFirst() {
    case .column(let reference):
      waiting.remove(reference)
      drafts.append(
        work(reference) == .rows
          ? .rows(kind: reference.kind, columns: [reference.column]) : .set(reference))
    case .requirement(let index):
      drafts.append(.requirement(index))
    }
  }

  /// Columns that something outside their own group reads.
  func columnsReadOutside(_ drafts: [DraftStep]) -> Set<ColumnReference> {
    var read: Set<ColumnReference> = []
    for draft in drafts {
      switch draft {
      case .rows(let kind, let columns):
        let own = Set(columns.map { ColumnReference(kind: kind, column: $0) })
        for reference in own {
          let needs = dependencies.needs(of: reference)
          read.formUnion(needs.whole)
          read.formUnion(needs.sameRow.subtracting(own))
        }
      case .set(let reference):
        read.formUnion(dependencies.needs(of: reference).whole)
      case .requirement(let index):
        read.formUnion(requirementNeeds(index))
      }
    }
    return read
  }
}
