// Recomputing only what depends on a change. In: cells and parameters that are to read differently. Out:
// a layer over the campaign's columns in which everything that follows from them has followed.
// Invariant: with the layer on, every column reads as a full run over the changed inputs would give it
// (tested against one); when a rule has no value or a requirement fails, nothing stays changed.
// Used by the campaign only.
//
// The plan is gone through once. A row program runs for the rows that its changed operands reach: its
// own rows, or back along references and member lists. A group's value, a rank, a quota is computed anew
// for the groups that hold changed rows, by the same operation over a table of just these rows.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// A cell of an input column that is to read differently.
struct InputChange {
  var column: ColumnAddress
  var row: Int
  var value: Value
}

/// One set of changes over a campaign, with what went before.
struct LaidChanges {
  let layer: Layer
  let globalsBefore: [Value]
  let groupingsBefore: [ColumnAddress: Grouping]
  /// Parameters that differ.
  let globals: Set<Int>
  /// Warnings of rules and requirements.
  var findings = Diagnostics()
}

final class Recomputation {
  private let session: Session
  private let checked: CheckedProgram
  private let plan: [PlannedStep]
  /// What each step of the plan reads, beside what it computes itself.
  private let reads: [Reads]
  /// By reference column: the rows that name a row.
  private var backward: [ColumnAddress: ColumnStorage] = [:]
  private var members: [ColumnAddress: GroupMembers] = [:]

  /// Rows of a group, of one grouping.
  private struct GroupMembers {
    let grouping: Grouping
    let starts: [Int32]
    let rows: [Int32]

    func rows(of group: Int) -> ArraySlice<Int32> {
      rows[Int(starts[group])..<Int(starts[group + 1])]
    }
  }

  /// A share of the rows from which all are computed: one pass over a column costs less than a list.
  private static let wholeShare = 4

  init(_ session: Session) {
    self.session = session
    checked = session.checked
    plan = session.program.plan
    let reach = Reach(session.checked)
    let (program, checked) = (session.program, session.checked)
    reads = program.plan.map { step in
      switch step {
      case .rows(let index):
        let rowProgram = program.rowPrograms[index]
        let own = Set(rowProgram.columns)
        var reads = Reads()
        for column in rowProgram.columns {
          let found = reach.reads(of: ColumnReference(kind: rowProgram.kind, column: column))
          reads.columns.formUnion(found.columns)
          reads.globals.formUnion(found.globals)
        }
        reads.columns = reads.columns.filter { read in
          !(read.way == .along([]) && read.column.kind == rowProgram.kind
            && own.contains(read.column.column))
        }
        return reads
      case .requirement(let index):
        let condition = checked.requirements[index].condition
        return condition.map { reach.reads(of: $0.expression) } ?? Reads()
      case .set: return Reads()
      }
    }
  }

  private var tables: [ColumnTable] { session.runtime.tables }

  // MARK: On and off

  /// Lays changes on; nothing stays changed when this throws, and the session has the findings.
  func lay(
    _ inputs: [InputChange], globals: [Int: Value]
  ) throws(SessionStopped) -> LaidChanges {
    session.runtime.renewSteps()
    let layer = Layer()
    let before = session.runtime.globals
    var laid = LaidChanges(
      layer: layer, globalsBefore: before, groupingsBefore: session.groupings,
      globals: Set(globals.keys.filter { globals[$0] != before[$0] }))
    for (index, value) in globals { session.runtime.setGlobal(index, to: value) }
    do throws(SessionStopped) {
      for input in inputs { set(input, layer) }
      for (step, reads) in zip(plan, reads) {
        try follow(step, reads, layer, changedGlobals: laid.globals)
      }
    } catch {
      takeOff(laid)
      throw error
    }
    session.runtime.cellsChanged()
    laid.findings = session.diagnostics
    session.diagnostics = Diagnostics()
    return laid
  }

  /// Takes the last changes off again.
  func takeOff(_ laid: LaidChanges) {
    forgetReferences(laid.layer)
    let made = session.groupings.filter { laid.layer.changed[$0.key] == nil }
    laid.layer.takeOff()
    // Groupings made meanwhile by columns that did not change serve on.
    session.groupings = laid.groupingsBefore.merging(made) { before, _ in before }
    for (index, value) in laid.globalsBefore.enumerated() {
      session.runtime.setGlobal(index, to: value)
    }
    session.runtime.cellsChanged()
  }

  private func set(_ input: InputChange, _ layer: Layer) {
    let table = tables[input.column.kind]
    guard let column = table.columns[input.column.column] else { return }
    if put(input.value, in: column, input.row, layer) == false {
      let wide = column.widened()
      layer.replace(input.column.column, of: table, by: wide)
      _ = put(input.value, in: wide, input.row, layer)
    }
    layer.add([Int32(input.row)], to: input.column)
    // Rows that name others are grouped and listed anew.
    session.groupings[input.column] = nil
    backward[input.column] = nil
  }

  private func put(
    _ value: Value, in column: ColumnStorage, _ row: Int, _ layer: Layer
  ) -> Bool {
    switch value {
    case .blank, .list, .dictionary: layer.set(.blank, in: column, row: row)
    case .notApplicable: layer.set(.notApplicable, in: column, row: row)
    case .immediate(let immediate):
      layer.set(Word(immediate: immediate), in: column, row: row)
    case .exact(let number):
      column.layout == .word
        && layer.set(layer.keep(number, in: column), in: column, row: row)
    case .text(let text):
      layer.set(Word(text: session.texts.intern(text)), in: column, row: row)
    }
  }

  private func forgetReferences(_ layer: Layer) {
    for column in layer.changed.keys { backward[column] = nil }
  }

  // MARK: Steps

  private func follow(
    _ step: PlannedStep, _ reads: Reads, _ layer: Layer, changedGlobals: Set<Int>
  ) throws(SessionStopped) {
    switch step {
    case .rows(let index):
      let kind = session.program.rowPrograms[index].kind
      let affected =
        reads.globals.isDisjoint(with: changedGlobals)
        ? reached(reads, kind, layer.changed) : .all
      if !affected.isEmpty { try compute(index, kind, affected, layer) }
    case .set(let address):
      try follow(set: address, layer)
    case .requirement(let index):
      try follow(requirement: index, reads, layer, changedGlobals)
    }
  }

  /// Rows of a kind that read something changed.
  private func reached(
    _ reads: Reads, _ kind: Int, _ changed: [ColumnAddress: RowSet]
  ) -> RowSet {
    var result = RowSet.none
    for read in reads.columns {
      let address = ColumnAddress(kind: read.column.kind, column: read.column.column)
      guard let rows = changed[address] else { continue }
      switch read.way {
      case .anywhere: return .all
      case .along(let hops): result.formUnion(back(along: hops, from: rows))
      }
      if result == .all { return .all }
    }
    return result
  }

  private func back(along hops: [Hop], from rows: RowSet) -> RowSet {
    guard case .some(var found) = rows else { return hops.isEmpty ? rows : .all }
    for hop in hops.reversed() {
      switch hop {
      case .reference(let kind, let column):
        let lists = listsOfNaming(ColumnAddress(kind: kind, column: column))
        found = found.flatMap { lists.list(Int($0)) }
      case .members(let kind, let column):
        guard let references = tables[kind].columns[column] else { return .all }
        found = found.compactMap { row in
          let word = references.word(Int(row))
          return word.isImmediate ? Int32(truncatingIfNeeded: word.immediate) : nil
        }
      }
    }
    return RowSet(found)
  }

  /// For every row of the kind that a reference column names: the rows that name it.
  private func listsOfNaming(_ address: ColumnAddress) -> ColumnStorage {
    if let known = backward[address] { return known }
    let column = checked.subjectKinds[address.kind].columns[address.column]
    guard case .subject(let target) = column.kind,
      let references = tables[address.kind].columns[address.column]
    else { return InverseLists.make(of: ColumnStorage(.word, rowCount: 0), targetCount: 0) }
    let lists = InverseLists.make(of: references, targetCount: tables[target].rowCount)
    backward[address] = lists
    return lists
  }

  // MARK: Row programs

  private func compute(
    _ index: Int, _ kind: Int, _ affected: RowSet, _ layer: Layer
  ) throws(SessionStopped) {
    let rowCount = tables[kind].rowCount
    let outputs = session.program.rowPrograms[index].outputs
    var rows: [Int32]?
    if case .some(let some) = affected, some.count * Self.wholeShare < rowCount { rows = some }
    let columns: [ColumnStorage]
    do throws(RunFailure) {
      if let rows {
        columns = try session.runtime.compute(index, rows: rows)
      } else {
        columns = try session.runtime.compute(index)
      }
    } catch {
      throw session.stopped(by: error)
    }
    for (output, column) in zip(outputs, columns) {
      guard let address = output.address else { continue }
      if let rows {
        scatter(column, to: address, rows, layer)
      } else {
        replace(address, by: column, layer)
      }
    }
  }

  /// Puts cell n of a column into row n of `rows` where it differs.
  private func scatter(
    _ column: ColumnStorage, to address: ColumnAddress, _ rows: [Int32], _ layer: Layer
  ) {
    let table = tables[address.kind]
    guard let target = table.columns[address.column] else { return }
    let differing = rows.indices.filter {
      !target.isSame(Int(rows[$0]), as: column, $0, texts: session.texts)
    }
    guard !differing.isEmpty else { return }
    if target.layout == .lists {
      layer.replace(address.column, of: table, by: lists(target, column, rows))
    }
    for place in differing where target.layout != .lists {
      var word = column.word(place)
      if word.isException { word = layer.keep(column.exceptions[word.index], in: target) }
      let fits = layer.set(word, in: target, row: Int(rows[place]))
      assert(fits, "a step gives a column the same layout every time")
    }
    layer.add(differing.map { rows[$0] }, to: address)
  }

  /// Lists with those of `rows` from another column.
  private func lists(
    _ old: ColumnStorage, _ new: ColumnStorage, _ rows: [Int32]
  ) -> ColumnStorage {
    let result = ColumnStorage(.lists, rowCount: old.rowCount)
    var place = 0
    for row in 0..<old.rowCount {
      result.listStarts.append(Int32(result.listRows.count))
      if place < rows.count, Int(rows[place]) == row {
        result.listRows.append(contentsOf: new.list(place))
        place += 1
      } else {
        result.listRows.append(contentsOf: old.list(row))
      }
    }
    result.listStarts.append(Int32(result.listRows.count))
    return result
  }

  /// Exchanges a column for another one over all rows.
  private func replace(_ address: ColumnAddress, by new: ColumnStorage, _ layer: Layer) {
    let table = tables[address.kind]
    guard let old = table.columns[address.column] else { return }
    var rows: [Int32] = []
    for row in 0..<new.rowCount where !old.isSame(row, as: new, row, texts: session.texts) {
      rows.append(Int32(row))
    }
    guard !rows.isEmpty else { return }
    layer.replace(address.column, of: table, by: new)
    layer.add(rows, to: address)
  }

  // MARK: Sets

  private func follow(set address: ColumnAddress, _ layer: Layer) throws(SessionStopped) {
    let changed = layer.changed
    func rows(_ columns: [Int]) -> RowSet {
      columns.reduce(into: RowSet.none) { result, column in
        if let rows = changed[ColumnAddress(kind: address.kind, column: column)] {
          result.formUnion(rows)
        }
      }
    }
    func quotaColumns(_ quota: QuotaRule) -> [Int] {
      guard case .rows(let condition?) = quota.base else { return [quota.amount] }
      return [quota.amount, condition]
    }
    switch checked.subjectKinds[address.kind].columns[address.column].source {
    case .input, .computed: return
    case .inverse(let kind, let column):
      guard changed[ColumnAddress(kind: kind, column: column)] != nil else { return }
      replace(address, by: try session.setColumn(address, rows: nil), layer)
    case .grouped(let rule):
      try follow(
        address, operands: rows([rule.value, rule.filter].compactMap { $0 }), group: rule.group,
        groupsChanged: !rows(rule.group.map { [$0] } ?? []).isEmpty, isGrouped: true, layer)
    case .rank(let rule):
      try follow(
        address,
        operands: rows([rule.eligible].compactMap { $0 } + rule.keys.map(\.column)),
        group: rule.group, groupsChanged: !rows(rule.group.map { [$0] } ?? []).isEmpty, layer)
    case .limitedLevel(let rule):
      try follow(
        address,
        operands: rows([rule.level] + quotaColumns(rule.quota) + rule.order.map(\.column)),
        group: rule.quota.group,
        groupsChanged: !rows(rule.quota.group.map { [$0] } ?? []).isEmpty, layer)
    case .award(let rule):
      let share = rule.minimumShare.map { [$0.share, $0.condition] } ?? []
      let operands =
        [rule.state, rule.hanging].compactMap { $0 } + rule.quotas.flatMap(quotaColumns) + share
      let groups = rule.quotas.map(\.group)
      // Quotas over different groups tie all candidates together.
      let isUniform = groups.allSatisfy { $0 == groups.first ?? nil }
      try follow(
        address, operands: rows(operands + rule.order.map(\.column)),
        group: isUniform ? groups.first ?? nil : nil,
        groupsChanged: !rows(groups.compactMap { $0 }).isEmpty,
        byRow: rule.quotas.isEmpty && rule.minimumShare == nil, layer)
    }
  }

  private func follow(
    _ address: ColumnAddress, operands: RowSet, group: Int?, groupsChanged: Bool,
    isGrouped: Bool = false, byRow: Bool = false, _ layer: Layer
  ) throws(SessionStopped) {
    if operands.isEmpty, !groupsChanged { return }
    if byRow, case .some(let changed) = operands {
      return scatter(
        try session.setColumn(address, rows: changed), to: address, changed, layer)
    }
    guard let group, !groupsChanged, case .some(let changed) = operands else {
      if groupsChanged { forgetGroupings(of: address.kind, layer) }
      let new = try session.setColumn(address, rows: nil)
      if isGrouped, !groupsChanged {
        exchangeGroupValues(of: address, group, new, layer)
      } else {
        replace(address, by: new, layer)
      }
      return
    }
    let members = members(ColumnAddress(kind: address.kind, column: group))
    var groups: Set<Int32> = []
    var rows: [Int32] = []
    for row in changed {
      let group = members.grouping.groupOf[Int(row)]
      if group < 0 {
        rows.append(row)
      } else if groups.insert(group).inserted {
        rows.append(contentsOf: members.rows(of: Int(group)))
      }
    }
    guard case .some(let ordered) = RowSet(rows) else { return }
    let new = try session.setColumn(address, rows: ordered)
    guard isGrouped else { return scatter(new, to: address, ordered, layer) }
    guard let target = tables[address.kind].columns[address.column] else { return }
    var seen: Set<Int32> = []
    for (place, row) in ordered.enumerated() {
      let group = members.grouping.groupOf[Int(row)]
      guard group >= 0, seen.insert(group).inserted else { continue }
      exchange(group: Int(group), of: target, address, by: new, place, members, layer)
    }
  }

  /// Gives a group the value that cell `place` of a column has, if it differs.
  private func exchange(
    group: Int, of target: ColumnStorage, _ address: ColumnAddress, by new: ColumnStorage,
    _ place: Int, _ members: GroupMembers, _ layer: Layer
  ) {
    let rows = members.rows(of: group)
    guard let first = rows.first,
      !target.isSame(Int(first), as: new, place, texts: session.texts)
    else { return }
    var word = new.word(place)
    if word.isException { word = layer.keep(new.exceptions[word.index], in: target) }
    layer.set(word, in: target, group: group)
    layer.add(Array(rows), to: address)
  }

  /// The same groups with values computed over all rows.
  private func exchangeGroupValues(
    of address: ColumnAddress, _ group: Int?, _ new: ColumnStorage, _ layer: Layer
  ) {
    guard let target = tables[address.kind].columns[address.column] else { return }
    let members = members(ColumnAddress(kind: address.kind, column: group ?? -1))
    for (group, first) in members.grouping.firstRows.enumerated() {
      exchange(group: group, of: target, address, by: new, Int(first), members, layer)
    }
  }

  /// Groupings made before a grouping column changed are of no use any more.
  private func forgetGroupings(of kind: Int, _ layer: Layer) {
    for column in layer.changed.keys where column.kind == kind { session.groupings[column] = nil }
  }

  private func members(_ address: ColumnAddress) -> GroupMembers {
    let grouping = session.grouping(
      kind: address.kind, column: address.column < 0 ? nil : address.column)
    if let known = members[address], known.grouping === grouping { return known }
    let (starts, rows) = grouping.members()
    let made = GroupMembers(grouping: grouping, starts: starts, rows: rows)
    members[address] = made
    return made
  }

  // MARK: Requirements

  private func follow(
    requirement index: Int, _ reads: Reads, _ layer: Layer, _ changedGlobals: Set<Int>
  ) throws(SessionStopped) {
    let requirement = checked.requirements[index]
    if let column = requirement.column {
      let address = ColumnAddress(kind: column.kind, column: column.column)
      guard let rows = layer.changed[address],
        let storage = tables[column.kind].columns[column.column]
      else { return }
      let fails = rows.rows(storage.rowCount).contains {
        storage.word(Int($0)) == Word(truth: false)
      }
      guard fails else { return }
    } else {
      let isTouched = reads.columns.contains { read in
        layer.changed[ColumnAddress(kind: read.column.kind, column: read.column.column)] != nil
      }
      guard isTouched || !reads.globals.isDisjoint(with: changedGlobals) else { return }
    }
    session.runtime.cellsChanged()
    if try !session.checkRequirement(index) { throw SessionStopped() }
  }
}
