// Which columns of a kind a report shows, and as what. In: the checked program. Out: columns in the order of an
// office's table: who, criteria by group, other reckoned numbers, bonus, deduction, total, level, rank,
// awards, notes. Invariant: what the checker made for itself is never shown, nor what data gave besides
// who the subject is and whom it belongs to: inputs stand among the reasons.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct BoardColumns {
  struct Shown {
    /// Index among the kind's columns.
    var index: Int
    var column: ResultReport.Column
  }

  let columns: [Shown]
  /// What parts the subjects: the ranking's group, else their cluster.
  let groupColumn: Int?
  let rankColumn: Int?

  init(_ checked: CheckedProgram, kind: Int) {
    let subjects = checked.subjectKinds[kind]
    let ranks = subjects.columns.indices.filter { index in
      if case .rank = subjects.columns[index].source { return !subjects.columns[index].isHidden }
      return false
    }
    var ranking: RankRule?
    if let first = ranks.first, case .rank(let rule) = subjects.columns[first].source {
      ranking = rule
    }
    rankColumn = ranks.first
    groupColumn = ranking.map(\.group) ?? Self.clusterColumn(checked, kind)
    let total = Self.totalColumn(subjects, ranking)
    var drafts: [(order: Int, Shown)] = []
    for index in subjects.columns.indices {
      let column = subjects.columns[index]
      guard !column.isHidden, index != groupColumn,
        let role = Self.role(of: index, subjects, isTotal: index == total)
      else { continue }
      let scored = subjects.scored.first { $0.column == index }
      drafts.append(
        (
          Self.order(of: role),
          Shown(
            index: index,
            column: ResultReport.Column(
              name: column.name, title: column.rule.title ?? Wording.capitalised(column.name),
              role: role, form: Self.form(of: column.kind), maximum: scored?.maximum,
              basis: column.rule.basis, levels: Self.levels(of: column.kind, checked)))
        ))
    }
    var shown: [Shown] = []
    for order in Set(drafts.map(\.order)).sorted() {
      shown += drafts.filter { $0.order == order }.map(\.1)
    }
    shown = Self.criteriaBehindGroups(shown, subjects)
    for place in shown.indices {
      let group = subjects.scored.first { $0.column == shown[place].index }?.group
      shown[place].column.parent = group.flatMap { column in
        shown.firstIndex { $0.index == column }
      }
    }
    columns = shown
  }

  // MARK: Roles

  private static func role(
    of index: Int, _ subjects: SubjectKind, isTotal: Bool
  ) -> ResultReport.Column.Role? {
    let column = subjects.columns[index]
    if subjects.key.contains(index) { return .key }
    if subjects.nameColumn == index { return .name }
    if subjects.aliasColumns.contains(index) { return nil }
    if let scored = subjects.scored.first(where: { $0.column == index }) {
      return switch scored.role {
      case .group: .group
      case .criterion: .criterion
      case .bonus: .bonus
      case .penalty: .deduction
      }
    }
    switch column.source {
    case .input:
      if case .subject = column.kind { return .field }
      return nil
    case .inverse: return nil
    case .rank: return .rank
    case .award: return .award
    case .computed, .grouped, .limitedLevel: break
    }
    if isTotal { return .total }
    switch column.kind {
    case .award: return .award
    case .level: return .level
    case .text: return .note
    case .number, .count, .ratio, .date, .truth: return .other
    default: return nil
    }
  }

  private static func order(of role: ResultReport.Column.Role) -> Int {
    switch role {
    case .key: 0
    case .name: 1
    case .field: 2
    case .group, .criterion: 3
    case .other: 4
    case .bonus: 5
    case .deduction: 6
    case .total: 7
    case .level: 8
    case .rank: 9
    case .award: 10
    case .note: 11
    }
  }

  /// A criterion is declared before its group's column; a table's head reads the other way.
  private static func criteriaBehindGroups(
    _ shown: [Shown], _ subjects: SubjectKind
  ) -> [Shown] {
    let parents = Dictionary(
      subjects.scored.compactMap { item in item.group.map { (item.column, $0) } },
      uniquingKeysWith: { first, _ in first })
    let present = Set(shown.map(\.index))
    var result: [Shown] = []
    for item in shown {
      if let parent = parents[item.index], present.contains(parent) { continue }
      result.append(item)
      result += shown.filter { parents[$0.index] == item.index }
    }
    return result
  }

  private static func form(of kind: Kind) -> ResultReport.Column.Form {
    switch kind {
    case .number, .count: .number
    case .ratio: .ratio
    case .date: .date
    default: .text
    }
  }

  /// The scale of a level, best first.
  private static func levels(of kind: Kind, _ checked: CheckedProgram) -> [String] {
    guard case .level(let scale) = kind else { return [] }
    return checked.scales[scale].levels.reversed()
  }

  // MARK: What the table turns on

  /// What the ranking goes by first, when it is a plain number; else a column called so.
  private static func totalColumn(_ subjects: SubjectKind, _ ranking: RankRule?) -> Int? {
    func isPlain(_ index: Int) -> Bool {
      let column = subjects.columns[index]
      guard !column.isHidden, case .number = column.kind else { return false }
      return !subjects.scored.contains { $0.column == index }
    }
    if let first = ranking?.keys.first?.column, isPlain(first) { return first }
    return ["tổng điểm", "tổng", "kết quả"].lazy.map(VietnameseText.lookupKey).compactMap { key in
      subjects.columns.indices.first {
        VietnameseText.lookupKey(subjects.columns[$0].name) == key && isPlain($0)
      }
    }.first
  }

  /// The column that says to which cluster a subject belongs.
  private static func clusterColumn(_ checked: CheckedProgram, _ kind: Int) -> Int? {
    let key = VietnameseText.lookupKey("cụm")
    return checked.subjectKinds[kind].columns.indices.first { index in
      let column = checked.subjectKinds[kind].columns[index]
      guard !column.isHidden, VietnameseText.lookupKey(column.name) == key else { return false }
      switch column.kind {
      case .subject, .text, .level: return true
      default: return false
      }
    }
  }
}
