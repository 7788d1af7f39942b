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
    // By share of the rows; a group is in one share.
    var tied = [[ArraySlice<Int32>]](repeating: [], count: max(1, context.workers))
    tied.withUnsafeMutableBufferPointer { tied in
      let tied = tied.baseAddress!
      _ = Workers.parallelRuns(
        count: order.rows.count, minimumChunk: 16_384, workers: context.workers,
        startsRun: { isNewGroup(order.rows, $0, grouping) }
      ) { range, worker in
        tied[worker] = place(range, of: order, grouping, ties, into: cells)
      }
    }
    tell(Array(tied.joined()), isError: ties == .error, context, into: &diagnostics)
    return ranks
  }

  /// Writes the ranks of a range of whole groups; gives the rows that share one, if ties are told.
  private static func place(
    _ range: Range<Int>, of order: RowOrder, _ grouping: Grouping?, _ ties: Ties,
    into cells: UnsafeMutablePointer<Int32>
  ) -> [ArraySlice<Int32>] {
    let tellsTies = ties == .council || ties == .error
    let groupOf = grouping?.groupOf
    var tied: [ArraySlice<Int32>] = []
    var start = range.lowerBound
    var group: Int32?
    var groupStart = start
    var classes = 0
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, !order.startsClass[end] { end += 1 }
      let own = groupOf.map { $0[Int(order.rows[start])] } ?? 0
      if own != group {
        group = own
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
      for index in start..<end { cells[Int(order.rows[index])] = Int32(halves) }
      if tellsTies, end - start > 1 { tied.append(order.rows[start..<end]) }
      start = end
    }
    return tied
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
    let filter = RowFilter(eligible)
    let groupOf = grouping?.groupOf
    for row in 0..<rowCount where filter.passes(row) {
      if let groupOf, groupOf[row] < 0 {
        if groupOf[row] == Grouping.none { missing.append(row) }
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
