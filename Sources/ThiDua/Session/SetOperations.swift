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
    let operation = SetOperation(self, address)
    var findings = Diagnostics()
    let result = operation.run(into: &findings)
    diagnostics.add(contentsOf: findings)
    if findings.hasErrors { throw SessionStopped() }
    runtime.tables[address.kind].columns[address.column] = result
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

/// One operation on one table.
private struct SetOperation {
  let session: Session
  let kind: Int
  let column: Column
  let table: ColumnTable

  init(_ session: Session, _ address: ColumnAddress) {
    self.session = session
    kind = address.kind
    column = session.checked.subjectKinds[address.kind].columns[address.column]
    table = session.runtime.tables[address.kind]
  }

  func run(into findings: inout Diagnostics) -> ColumnStorage {
    switch column.source {
    case .input, .computed:
      preconditionFailure("the plan gives row columns to row programs")
    case .inverse(let from, let reference):
      session.listener.began("Đang lập danh sách \(column.name)", rowCount: table.rowCount)
      return InverseLists.make(
        of: session.runtime.tables[from].columns[reference]!, targetCount: table.rowCount)
    case .grouped(let rule):
      return GroupAggregates.aggregate(
        fold(rule.fold), value: rule.value.map(storage), filter: rule.filter.map(storage),
        grouping: session.grouping(kind: kind, column: rule.group),
        blankName: rule.value.map { session.program.subjectKinds[kind].columnNames[$0] } ?? "",
        context: context(group: rule.group), into: &findings)
    case .rank(let rule):
      session.listener.began("Đang xếp hạng", rowCount: table.rowCount)
      return Ranking.rank(
        rowCount: table.rowCount, eligible: rule.eligible.map(storage), keys: keys(rule.keys),
        grouping: rule.group.map { session.grouping(kind: kind, column: $0) },
        ties: ties(rule.ties), texts: session.texts, context: context(group: rule.group),
        into: &findings)
    case .award(let rule):
      session.listener.began("Đang xét \(column.name)", rowCount: table.rowCount)
      return Awards.allocate(
        state: storage(rule.state), quotas: rule.quotas.map(quota), order: keys(rule.order),
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
  private func storage(_ column: Int) -> ColumnStorage { table.columns[column]! }

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
      grouping: rule.group.map { session.grouping(kind: kind, column: $0) }, rounding: rounding,
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
    let kind = kind
    return RuleContext(
      rule: column.name, span: column.rule.span, workers: session.options.limits.workers,
      subject: { printer.name(of: $0, kind: kind) },
      group: { row in
        group.map { printer.text(ColumnAddress(kind: kind, column: $0), row: row) }
      })
  }
}
