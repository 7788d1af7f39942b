// `xếp hạng`: places by keys, inside groups. In: who is ranked, keys, groups, the last line about
// ties. Out: a rank column (blank for those not ranked) and, where ties must be seen, findings.
// Invariant: equal in every key means equal rank; ranks depend on values alone, never on data
// order.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

public enum Ranking {
  /// What `vẫn bằng nhau thì …` says.
  public enum Ties: Sendable, CaseIterable {
    /// `đồng hạng`: 1, 2, 2, 4.
    case shared
    /// `đồng hạng, không bỏ hạng`: 1, 2, 2, 3.
    case dense
    /// `lấy hạng trung bình`: 1; 2,5; 2,5; 4.
    case average
    /// `hội đồng bỏ phiếu`: as `shared`, and a warning for every tie.
    case council
    /// `báo lỗi`: every tie is an error.
    case error
  }

  /// Ties told one by one.
  private static let tieLimit = 100

  /// Ranks the rows for which `eligible` holds (nil: all), from 1 in every group.
  public static func rank(
    rowCount: Int, eligible: ColumnStorage?, keys: [SortKey], grouping: Grouping?, ties: Ties,
    texts: TextTable, context: RuleContext, into diagnostics: inout Diagnostics
  ) -> ColumnStorage {
    // In halves, because an average may end in ,5.
    let ranks = ColumnStorage(.scaled, rowCount: rowCount, multiplier: 1_000_000)
    let cells = ranks.base.assumingMemoryBound(to: Int32.self)
    cells.update(repeating: ColumnStorage.scaledBlank, count: rowCount)
    let rows = participants(rowCount, eligible, grouping, context, into: &diagnostics)
    let order = RowOrder(
      rows: rows, keys: keys, grouping: grouping, texts: texts, workers: context.workers)
    let tellsTies = ties == .council || ties == .error
    var tied: [ArraySlice<Int32>] = []
    var start = 0
    var groupStart = 0
    var classes = 0
    while start < order.rows.count {
      var end = start + 1
      while end < order.rows.count, !order.startsClass[end] { end += 1 }
      if isNewGroup(order.rows, start, grouping) {
        groupStart = start
        classes = 0
      }
      classes += 1
      let (first, last) = (start - groupStart + 1, end - groupStart)
      let halves =
        switch ties {
        case .shared, .council, .error: 2 * first
        case .dense: 2 * classes
        case .average: first + last
        }
      for row in order.rows[start..<end] { cells[Int(row)] = Int32(halves) }
      if tellsTies, end - start > 1 { tied.append(order.rows[start..<end]) }
      start = end
    }
    tell(tied, isError: ties == .error, context, into: &diagnostics)
    return ranks
  }

  /// Rows to rank, ascending. One whose group is blank cannot be ranked, which is an error; one
  /// to whom the group does not apply is left out.
  static func participants(
    _ rowCount: Int, _ eligible: ColumnStorage?, _ grouping: Grouping?, _ context: RuleContext,
    into diagnostics: inout Diagnostics
  ) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(rowCount)
    var missing: [Int] = []
    for row in 0..<rowCount {
      if let eligible, !eligible.word(row).isTrue { continue }
      if let grouping, grouping.groupOf[row] < 0 {
        if grouping.groupOf[row] == Grouping.none { missing.append(row) }
        continue
      }
      rows.append(Int32(row))
    }
    if !missing.isEmpty {
      diagnostics.add(
        DataMessages.noGroup(
          rule: context.rule, subjects: context.names(missing), total: missing.count,
          span: context.span))
    }
    return rows
  }

  private static func isNewGroup(_ rows: [Int32], _ index: Int, _ grouping: Grouping?) -> Bool {
    guard index > 0 else { return true }
    guard let groupOf = grouping?.groupOf else { return false }
    return groupOf[Int(rows[index])] != groupOf[Int(rows[index - 1])]
  }

  private static func tell(
    _ tied: [ArraySlice<Int32>], isError: Bool, _ context: RuleContext,
    into diagnostics: inout Diagnostics
  ) {
    let shown = tied.sorted { $0.first! < $1.first! }.prefix(tieLimit)
    for rows in shown {
      let subjects = context.names(rows.map(Int.init))
      diagnostics.add(
        isError
          ? DataMessages.tiedRank(
            rule: context.rule, subjects: subjects, total: rows.count, span: context.span)
          : DataMessages.councilVotes(
            rule: context.rule, subjects: subjects, total: rows.count, span: context.span))
    }
    if tied.count > shown.count {
      diagnostics.add(
        DataMessages.moreTies(
          tied.count - shown.count, rule: context.rule, isError: isError, span: context.span))
    }
  }
}

extension RuleContext {
  /// The first few subjects, for a message that counts the others.
  func names(_ rows: [Int]) -> [String] {
    rows.prefix(DataMessages.namesShown).map(subject)
  }
}
