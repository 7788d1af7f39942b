// `hạn mức "HTXS" không quá 20% số …; vượt thì xếp "HTT"`. In: levels before the limit, a quota,
// an order. Out: levels after it. Invariant: in every group at most so many rows keep the level
// as there are places, the first of the order; several equal at the last place are an error,
// because a level cannot wait.

import ThiDuaMachine
import ThiDuaText

public enum LevelLimits {
  /// Ties told one by one.
  private static let tieLimit = 100

  /// Levels after the limit: rows at `limited` beyond the places get `demotedTo`. `levelName` is
  /// for messages.
  public static func limit(
    level: ColumnStorage, limited: Int, demotedTo: Int, levelName: String, quota: Quota,
    order keys: [SortKey], texts: TextTable, context: RuleContext,
    into diagnostics: inout Diagnostics
  ) -> ColumnStorage {
    let result = ColumnStorage(.code, rowCount: level.rowCount)
    var candidates: [Int32] = []
    var missing: [Int] = []
    let groupOf = quota.grouping?.groupOf
    for row in 0..<level.rowCount {
      let word = level.word(row)
      result.store(word, at: row)
      guard word.isImmediate, word.immediate == Int64(limited) else { continue }
      if let groupOf, groupOf[row] < 0 {
        if groupOf[row] == Grouping.none { missing.append(row) }
        continue
      }
      candidates.append(Int32(row))
    }
    if !missing.isEmpty {
      diagnostics.add(
        DataMessages.noGroup(
          rule: context.rule, subjects: context.names(missing), total: missing.count,
          span: context.span))
    }
    var places = Places(
      quota, candidates: candidates, rowCount: level.rowCount, context: context,
      into: &diagnostics)
    let order = RowOrder(
      rows: candidates, keys: keys, grouping: quota.grouping, texts: texts,
      workers: context.workers)
    var told = 0
    var start = 0
    while start < order.rows.count {
      var end = start + 1
      while end < order.rows.count, !order.startsClass[end] { end += 1 }
      let group = Int(places.groupOf[Int(order.rows[start])])
      let left = places.left[group]
      if left >= end - start {
        places.left[group] -= end - start
      } else {
        places.left[group] = 0
        if left > 0, told < tieLimit {
          told += 1
          tell(order.rows[start..<end], left, levelName, quota, context, into: &diagnostics)
        }
        for index in start..<end {
          result.store(Word(immediate: Int64(demotedTo)), at: Int(order.rows[index]))
        }
      }
      start = end
    }
    return result
  }

  private static func tell(
    _ tied: ArraySlice<Int32>, _ left: Int, _ levelName: String, _ quota: Quota,
    _ context: RuleContext, into diagnostics: inout Diagnostics
  ) {
    diagnostics.add(
      DataMessages.tiedLimit(
        rule: context.rule, level: levelName, places: left,
        subjects: context.names(tied.map(Int.init)), total: tied.count,
        span: quota.spanOr(context.span)))
  }
}
