// Why a result differs between two states: back along the rules, through what differs, to inputs, parameters
// and rewritten rules. In: the cells that differ. Out: a few words. Invariant: only differences are named,
// own ones before those of others; the walk is bounded, whatever the data. Used by comparisons.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

final class Causes {
  private let old: CapturedState
  private let new: CapturedState
  private let changed: [ColumnAddress: Set<Int32>]
  private let replacedRules: [String: Span]
  private let reach: Reach
  private var checked: CheckedProgram { old.campaign.checked }

  /// Causes named for one result.
  private static let most = 3
  /// Cells looked at for one result.
  private static let largestWalk = 400

  init(
    old: CapturedState, new: CapturedState, changed: [ColumnAddress: RowSet],
    replacedRules: [String: Span]
  ) {
    self.old = old
    self.new = new
    self.replacedRules = replacedRules
    self.changed = changed.mapValues { rows in
      if case .some(let list) = rows { Set(list) } else { [] }
    }
    reach = Reach(old.campaign.checked)
  }

  func isChanged(_ address: ColumnAddress, _ row: Int) -> Bool {
    changed[address]?.contains(Int32(row)) ?? false
  }

  /// `số tin bài: 8 → 12; kỷ luật lãnh đạo của E: Khiển trách → Không`.
  func text(_ address: ColumnAddress, _ row: Int) -> String {
    var walk = Walk(subject: (address.kind, row), cellsLeft: Self.largestWalk)
    follow(address, row, &walk)
    return walk.found.prefix(Self.most).joined(separator: "; ")
      + (walk.found.count > Self.most ? "…" : "")
  }

  private struct Walk {
    let subject: (kind: Int, row: Int)
    var cellsLeft: Int
    var seen: Set<Cell> = []
    var found: [String] = []

    struct Cell: Hashable {
      var address: ColumnAddress
      var row: Int
    }

    mutating func add(_ text: String) {
      if !found.contains(text) { found.append(text) }
    }
  }

  private func follow(_ address: ColumnAddress, _ row: Int, _ walk: inout Walk) {
    guard walk.cellsLeft > 0, walk.found.count <= Self.most,
      walk.seen.insert(.init(address: address, row: row)).inserted
    else { return }
    walk.cellsLeft -= 1
    let kind = checked.subjectKinds[address.kind]
    let column = kind.columns[address.column]
    let name = "\(column.name) của \(kind.name)"
    if let span = replacedRules[VietnameseText.lookupKey(name)] {
      walk.add("quy tắc \(column.name) viết lại" + place(span))
    }
    switch column.source {
    case .input:
      guard isChanged(address, row) else { return }
      let isOwn = address.kind == walk.subject.kind && row == walk.subject.row
      let whose = isOwn ? "" : " của \(shortName(row, address.kind))"
      walk.add("\(column.name)\(whose): \(shown(old, address, row)) → \(shown(new, address, row))")
    case .computed: followReads(of: address, row, &walk)
    case .inverse(let from, let reference):
      followSome(
        ColumnAddress(kind: from, column: reference),
        rows: changed[ColumnAddress(kind: from, column: reference)].map(Array.init) ?? [], &walk)
    case .grouped(let rule):
      followGroup(address.kind, row, [rule.value, rule.filter], group: rule.group, &walk)
    case .rank(let rule):
      followGroup(
        address.kind, row, [rule.eligible] + rule.keys.map { $0.column }, group: rule.group, &walk)
    case .limitedLevel(let rule):
      followGroup(
        address.kind, row, [rule.level] + rule.order.map { $0.column } + operands(rule.quota),
        group: rule.quota.group, &walk)
    case .award(let rule):
      followGroup(
        address.kind, row,
        [rule.state] + rule.order.map { $0.column } + rule.quotas.flatMap(operands),
        group: rule.quotas.first?.group, &walk)
    }
  }

  private func operands(_ quota: QuotaRule) -> [Int?] {
    if case .rows(let condition) = quota.base { [quota.amount, condition] } else { [quota.amount] }
  }

  /// Whether a column is stored, or must be looked through.
  private func differs(_ address: ColumnAddress, _ row: Int) -> Bool {
    if isChanged(address, row) { return true }
    let table = old.campaign.session.runtime.tables[address.kind]
    return table.columns[address.column] == nil
  }

  private func followReads(of address: ColumnAddress, _ row: Int, _ walk: inout Walk) {
    let reads = reach.reads(of: ColumnReference(kind: address.kind, column: address.column))
    let ordered = reads.columns.sorted {
      ($0.column.kind, $0.column.column) < ($1.column.kind, $1.column.column)
    }
    for read in ordered where read.way == .along([]) {
      let operand = ColumnAddress(kind: read.column.kind, column: read.column.column)
      if differs(operand, row) { follow(operand, row, &walk) }
    }
    for index in reads.globals.sorted()
    where index < old.globals.count && index < new.globals.count
      && old.globals[index] != new.globals[index]
    {
      let global = checked.globals[index]
      let runtime = old.campaign.session.runtime
      let kind = ValueKind(global.kind)
      walk.add(
        "tham số \(global.name): \(runtime.text(old.globals[index], kind)) → "
          + runtime.text(new.globals[index], kind))
    }
    for read in ordered where read.way != .along([]) {
      let operand = ColumnAddress(kind: read.column.kind, column: read.column.column)
      followSome(operand, rows: rows(read.way, from: row, operand), &walk)
    }
  }

  /// Rows of a column that a row reads along a way and that differ.
  private func rows(_ way: Way, from row: Int, _ operand: ColumnAddress) -> [Int32] {
    let changed = changed[operand] ?? []
    guard case .along(let hops) = way else { return Array(changed) }
    var rows = [Int32(row)]
    for hop in hops {
      switch hop {
      case .reference(let kind, let column):
        let address = ColumnAddress(kind: kind, column: column)
        rows = rows.flatMap { row in
          [old, new].compactMap { state in
            state.cell(address, Int(row)).flatMap { cell in
              let word = cell.column.word(cell.row)
              return word.isImmediate ? Int32(truncatingIfNeeded: word.immediate) : nil
            }
          }
        }
      case .members:
        // From a list to its elements: those that differ are few.
        return Array(changed)
      }
    }
    return rows.filter(changed.contains)
  }

  private func followSome(_ address: ColumnAddress, rows: [Int32], _ walk: inout Walk) {
    for row in rows.sorted().prefix(2) { follow(address, Int(row), &walk) }
  }

  /// Own operands first; when none differs, those of two others in the group.
  private func followGroup(
    _ kind: Int, _ row: Int, _ operands: [Int?], group: Int?, _ walk: inout Walk
  ) {
    let columns = (operands.compactMap { $0 } + [group].compactMap { $0 }).map {
      ColumnAddress(kind: kind, column: $0)
    }
    let before = walk.found.count
    for column in columns where differs(column, row) { follow(column, row, &walk) }
    guard walk.found.count == before else { return }
    let own = group.map { old.text(ColumnAddress(kind: kind, column: $0), row) }
    var others: Set<Int32> = []
    for column in columns { others.formUnion(changed[column] ?? []) }
    var left = 2
    for other in others.sorted() where left > 0 {
      if let group {
        let address = ColumnAddress(kind: kind, column: group)
        guard old.text(address, Int(other)) == own || new.text(address, Int(other)) == own else {
          continue
        }
      }
      left -= 1
      for column in columns where differs(column, Int(other)) { follow(column, Int(other), &walk) }
    }
  }

  /// The key where it is one text, else the name: many subjects are named in one cell.
  private func shortName(_ row: Int, _ kind: Int) -> String {
    let key = checked.subjectKinds[kind].key
    if key.count == 1, checked.subjectKinds[kind].columns[key[0]].kind == .text {
      let text = old.text(ColumnAddress(kind: kind, column: key[0]), row)
      if !text.isEmpty { return text }
    }
    return old.campaign.session.printer.name(of: row, kind: kind)
  }

  private func shown(_ state: CapturedState, _ address: ColumnAddress, _ row: Int) -> String {
    let text = state.text(address, row)
    return text.isEmpty ? "(trống)" : text
  }

  private func place(_ span: Span) -> String {
    guard let source = old.campaign.sources[span.file] else { return "" }
    return " (dòng \(source.lineAndColumn(span.start).line))"
  }
}
