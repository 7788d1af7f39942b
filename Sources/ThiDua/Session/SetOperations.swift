// Columns that are computed as a whole: inverse lists, group values, ranks, awards, limited levels. In: an
// address of the plan. Out: that column in its table, and what the operation has to say. Invariant: this
// file only hands columns to ThiDuaDomain; nothing is decided here. Used by the session only.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Session {
  /// Computes a set column; all columns it needs are there.
  func computeSet(_ address: ColumnAddress) throws(SessionStopped) {
    let result = try setColumn(address, rows: nil)
    runtime.tables[address.kind].columns[address.column] = result
  }

  /// A set column over all rows, or over some as if there were no others: cell n is that of row n of
  /// `rows` (ascending).
  func setColumn(
    _ address: ColumnAddress, rows: [Int32]?
  ) throws(SessionStopped) -> ColumnStorage {
    let operation = SetOperation(self, address, rows: rows)
    var findings = Diagnostics()
    let result = operation.run(into: &findings)
    diagnostics.add(contentsOf: findings)
    if findings.hasErrors { throw SessionStopped() }
    return result
  }

  /// The groups of a kind's rows by one of its columns; made once.
  func grouping(kind: Int, column: Int?) -> Grouping {
    let address = ColumnAddress(kind: kind, column: column ?? -1)
    if let known = groupings[address] { return known }
    let table = runtime.tables[kind]
    let made =
      column.flatMap { table.columns[$0] }.map { Grouping(column: $0, texts: texts) }
      ?? Grouping(rowCount: table.rowCount)
    groupings[address] = made
    return made
  }
}

/// One operation on one table, or on some of its rows.
private struct SetOperation {
  let session: Session
  let kind: Int
  let column: Column
  let table: ColumnTable
  let rows: [Int32]?
  let rowCount: Int

  init(_ session: Session, _ address: ColumnAddress, rows: [Int32]?) {
    self.session = session
    kind = address.kind
    column = session.checked.subjectKinds[address.kind].columns[address.column]
    table = session.runtime.tables[address.kind]
    self.rows = rows
    rowCount = rows?.count ?? table.rowCount
  }

  func run(into findings: inout Diagnostics) -> ColumnStorage {
    switch column.source {
    case .input, .computed:
      preconditionFailure("the plan gives row columns to row programs")
    case .inverse(let from, let reference):
      session.listener.began("Đang lập danh sách \(column.name)", rowCount: rowCount)
      return InverseLists.make(
        of: session.runtime.tables[from].columns[reference]!, targetCount: rowCount)
    case .grouped(let rule):
      return GroupAggregates.aggregate(
        fold(rule.fold), value: rule.value.map(storage), filter: rule.filter.map(storage),
        grouping: grouping(rule.group),
        blankName: rule.value.map { session.program.subjectKinds[kind].columnNames[$0] } ?? "",
        context: context(group: rule.group), into: &findings)
    case .rank(let rule):
      session.listener.began("Đang xếp hạng", rowCount: rowCount)
      return Ranking.rank(
        rowCount: rowCount, eligible: rule.eligible.map(storage), keys: keys(rule.keys),
        grouping: rule.group.map(grouping),
        ties: ties(rule.ties), texts: session.texts, context: context(group: rule.group),
        into: &findings)
    case .award(let rule):
      session.listener.began("Đang xét \(column.name)", rowCount: rowCount)
      return Awards.allocate(
        state: storage(rule.state), hanging: rule.hanging.map(storage),
        quotas: rule.quotas.map(quota), order: keys(rule.order),
        minimumShare: rule.minimumShare.map {
          Awards.MinimumShare(share: storage($0.share), condition: storage($0.condition))
        }, texts: session.texts, context: context(group: rule.quotas.first?.group),
        into: &findings)
    case .limitedLevel(let rule):
      var name = ""
      if case .level(let scale) = column.kind {
        name = session.checked.scales[scale].levels[rule.limited]
      }
      return LevelLimits.limit(
        level: storage(rule.level), limited: rule.limited, demotedTo: rule.demotedTo,
        levelName: name, quota: quota(rule.quota), order: keys(rule.order), texts: session.texts,
        context: context(group: rule.quota.group), into: &findings)
    }
  }

  /// The plan computes what an operation needs before it.
  private func storage(_ column: Int) -> ColumnStorage {
    let whole = table.columns[column]!
    return rows.map { whole.gathered($0) } ?? whole
  }

  private func grouping(_ column: Int?) -> Grouping {
    guard rows != nil else { return session.grouping(kind: kind, column: column) }
    return column.map { Grouping(column: storage($0), texts: session.texts) }
      ?? Grouping(rowCount: rowCount)
  }

  private func keys(_ order: [ColumnOrder]) -> [ThiDuaDomain.SortKey] {
    order.map { key in
      let isText = session.program.subjectKinds[kind].columnKinds[key.column] == .text
      return ThiDuaDomain.SortKey(
        storage(key.column), isDescending: key.isDescending, kind: isText ? .text : .ordered)
    }
  }

  private func quota(_ rule: QuotaRule) -> ThiDuaDomain.Quota {
    let base: ThiDuaDomain.Quota.Base =
      switch rule.base {
      case .rows(let condition): .rows(where: condition.map(storage))
      case .eligible: .eligible
      case .absolute: .absolute
      }
    let rounding: ThiDuaDomain.Quota.Rounding =
      switch rule.rounding {
      case .unspecified: .unspecified
      case .halfUp: .halfUp
      case .down: .down
      case .up: .up
      }
    return ThiDuaDomain.Quota(
      amount: storage(rule.amount), base: base,
      grouping: rule.group.map(grouping), rounding: rounding,
      span: rule.span)
  }

  private func fold(_ fold: Fold) -> GroupAggregates.Fold {
    switch fold {
    case .sum: .sum
    case .count: .count
    case .average: .average
    case .median: .median
    case .maximum: .maximum
    case .minimum: .minimum
    case .every: .every
    case .none: .none
    case .share: .share
    case .collect: preconditionFailure("a group's value is no list")
    }
  }

  private func ties(_ ties: RankingDeclaration.Ties) -> Ranking.Ties {
    switch ties {
    case .shared: .shared
    case .dense: .dense
    case .average: .average
    case .council: .council
    case .error: .error
    }
  }

  private func context(group: Int?) -> RuleContext {
    let printer = session.printer
    let (kind, rows) = (kind, rows)
    func row(_ place: Int) -> Int { rows.map { Int($0[place]) } ?? place }
    return RuleContext(
      rule: column.name, span: column.rule.span, workers: session.options.limits.workers,
      subject: { printer.name(of: row($0), kind: kind) },
      group: { place in
        group.map { printer.text(ColumnAddress(kind: kind, column: $0), row: row(place)) }
      })
  }
}
