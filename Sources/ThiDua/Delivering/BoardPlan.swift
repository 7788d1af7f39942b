// One kind's part of a report: which columns it shows, how its subjects are grouped and ordered. In: a loaded
// campaign and a kind. Out: a board, and for each of its cells where the value stands. Invariant: only
// kinds that are judged have a board: scored, levelled, ranked or proposed for awards.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct BoardPlan {
  let kind: Int
  let board: ResultReport.Board
  /// Rows of the table, group by group as in the board.
  let rows: [[Int]]
  /// Columns of the table, as in the board.
  let columns: [Int]
  let awardColumns: [Int]

  /// nil: subjects of this kind are not judged.
  init?(_ campaign: Campaign, kind: Int) {
    let checked = campaign.checked
    let subjects = checked.subjectKinds[kind]
    let isJudged = subjects.columns.indices.contains { index in
      let column = subjects.columns[index]
      return !column.isHidden
        && (column.isResult || subjects.scored.contains { $0.column == index })
    }
    guard isJudged, subjects.history == nil, campaign.session.runtime.tables[kind].rowCount > 0
    else { return nil }
    self.kind = kind
    let shown = BoardColumns(checked, kind: kind)
    columns = shown.columns.map(\.index)
    awardColumns = shown.columns.filter { $0.column.role == .award }.map(\.index)
    let grouping = Self.grouping(campaign, kind, groupColumn: shown.groupColumn)
    var rows: [[Int]] = []
    var groups: [ResultReport.Group] = []
    for part in grouping {
      let ordered = Self.ordered(part.rows, by: shown.rankColumn, campaign, kind)
      rows.append(ordered)
      groups.append(
        ResultReport.Group(
          name: part.name, facts: part.facts,
          rows: ordered.map { Self.row($0, shown, campaign, kind) }))
    }
    self.rows = rows
    board = ResultReport.Board(
      kind: subjects.name, columns: shown.columns.map(\.column), groups: groups,
      groupTitle: Self.groupTitle(shown.groupColumn.map { subjects.columns[$0] }))
  }

  /// A column the checker made, for groups of several fields, has no name people know.
  private static func groupTitle(_ column: Column?) -> String {
    guard let column, !column.isHidden else { return "Nhóm" }
    return Wording.capitalised(column.name)
  }

  /// Where the value of a cell stands; nil for what has no reasons.
  func cell(_ place: ResultReport.Place) -> CellAddress? {
    guard rows.indices.contains(place.group), rows[place.group].indices.contains(place.row),
      columns.indices.contains(place.column)
    else { return nil }
    switch board.columns[place.column].role {
    case .key, .name, .field: return nil
    default: break
    }
    return CellAddress(
      kind: kind, column: columns[place.column], row: rows[place.group][place.row])
  }

  // MARK: Groups

  private struct Part {
    var name: String
    var facts: [ResultReport.Fact]
    var rows: [Int]
  }

  /// Subjects by what parts them, in the order of the clusters; texts in Vietnamese order.
  private static func grouping(_ campaign: Campaign, _ kind: Int, groupColumn: Int?) -> [Part] {
    let count = campaign.session.runtime.tables[kind].rowCount
    guard let groupColumn else {
      return [Part(name: "", facts: [], rows: Array(0..<count))]
    }
    let address = ColumnAddress(kind: kind, column: groupColumn)
    var members: [String: [Int]] = [:]
    var target: [String: Int] = [:]
    for row in 0..<count {
      let answer = campaign.value(address, row: row)
      let name = answer?.text ?? ""
      members[name, default: []].append(row)
      target[name] = answer?.value.index
    }
    let names: [String]
    if case .subject(let cluster) = campaign.checked.subjectKinds[kind].columns[groupColumn].kind {
      names = members.keys.sorted { (target[$0] ?? .max, $0) < (target[$1] ?? .max, $1) }
      return names.map { name in
        Part(
          name: name, facts: target[name].map { facts(of: $0, cluster, campaign) } ?? [],
          rows: members[name] ?? [])
      }
    }
    names = members.keys.sorted { VietnameseText.compare($0, $1) < 0 }
    return names.map { Part(name: $0, facts: [], rows: members[$0] ?? []) }
  }

  /// Head, deputies, who follows a cluster.
  private static func facts(
    of row: Int, _ cluster: Int, _ campaign: Campaign
  ) -> [ResultReport.Fact] {
    let subjects = campaign.checked.subjectKinds[cluster]
    return subjects.columns.indices.compactMap { index in
      let column = subjects.columns[index]
      guard case .input = column.source, !column.isHidden, !subjects.key.contains(index),
        subjects.nameColumn != index, !subjects.aliasColumns.contains(index),
        let answer = campaign.value(ColumnAddress(kind: cluster, column: index), row: row),
        !answer.text.isEmpty
      else { return nil }
      return .init(Wording.capitalised(column.name), answer.text)
    }
  }

  /// By rank, the unranked last; equal ranks in data order.
  private static func ordered(
    _ rows: [Int], by rank: Int?, _ campaign: Campaign, _ kind: Int
  ) -> [Int] {
    guard let rank else { return rows }
    let address = ColumnAddress(kind: kind, column: rank)
    let keyed = rows.map { row in (row, campaign.value(address, row: row)?.value.number) }
    return keyed.sorted { a, b in
      switch (a.1, b.1) {
      case (let first?, let second?): first == second ? a.0 < b.0 : first < second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): a.0 < b.0
      }
    }.map(\.0)
  }

  // MARK: Cells

  private static func row(
    _ row: Int, _ shown: BoardColumns, _ campaign: Campaign, _ kind: Int
  ) -> ResultReport.Row {
    let subjects = campaign.checked.subjectKinds[kind]
    let key = subjects.key.map {
      campaign.value(ColumnAddress(kind: kind, column: $0), row: row)?.text ?? ""
    }.joined(separator: " / ")
    return ResultReport.Row(
      key: key, name: campaign.name(of: Campaign.Subject(kind: kind, row: row)),
      cells: shown.columns.map { column in
        let address = ColumnAddress(kind: kind, column: column.index)
        guard let answer = campaign.value(address, row: row) else {
          return .init("", state: .blank)
        }
        switch answer.value {
        case .blank: return .init("", state: .blank)
        case .notApplicable: return .init(answer.text, state: .notApplicable)
        default: break
        }
        switch column.column.form {
        case .number, .ratio: return .init(answer.text, number: answer.value.number)
        case .date, .text: return .init(answer.text)
        }
      })
  }
}
