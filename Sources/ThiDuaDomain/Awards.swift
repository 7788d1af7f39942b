// `danh hiệu`, `hình thức khen thưởng` after their quotas. In: states by conditions alone,
// quotas, an order. Out: states after the quotas. Invariant: every quota leaves room for whoever
// is `đạt`; who is equal to the others at the last place waits for the council with them, and
// nobody behind them in that group gets it; with no place left at all nobody waits. A tie is
// never cut in silence.
//
// A candidate whose ballot is not held yet keeps a place open: whoever behind could only have it if that
// candidate fails waits for the council too. So does one who is `chưa xét` because another award is open;
// one whose own case is pending does not.
//
// Several quotas at once (in the whole province and in each cluster): candidates go class by
// class (equal in all keys of the order). Places that waiting candidates may still get are kept
// free in the other quotas.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// The raw values of an award column.
public enum AwardCode {
  public static let notAchieved: UInt8 = 0
  public static let achieved: UInt8 = 1
  public static let awaitingCouncil: UInt8 = 2
  public static let deferred: UInt8 = 3
}

public enum Awards {
  /// `trong đó ít nhất 30% là C`.
  public struct MinimumShare {
    /// A share from 0 to 1, the same for a group.
    public var share: ColumnStorage
    public var condition: ColumnStorage
    public init(share: ColumnStorage, condition: ColumnStorage) {
      self.share = share
      self.condition = condition
    }
  }

  /// States after the quotas; `state` is a code column of `AwardCode`; `hanging` says who is deferred
  /// by another award. The order breaks ties by nothing but its keys.
  public static func allocate(
    state: ColumnStorage, hanging: ColumnStorage? = nil, quotas: [Quota],
    order keys: [SortKey], minimumShare: MinimumShare?,
    texts: TextTable, context: RuleContext, into diagnostics: inout Diagnostics
  ) -> ColumnStorage {
    let rowCount = state.rowCount
    let result = ColumnStorage(.code, rowCount: rowCount)
    var candidates: [Int32] = []
    var undecided: [Int32] = []
    for row in 0..<rowCount {
      let word = state.word(row)
      result.store(word, at: row)
      if word == Word(immediate: Int64(AwardCode.achieved)) { candidates.append(Int32(row)) }
      let isHanging = hanging.map { $0.word(row) == Word(truth: true) } ?? false
      if isHanging || word == Word(immediate: Int64(AwardCode.awaitingCouncil)) {
        undecided.append(Int32(row))
      }
    }
    candidates = withGroups(candidates, quotas, result, context, into: &diagnostics)
    undecided = withGroups(undecided, quotas, result, context, into: &diagnostics)
    var limits = quotas.map {
      Limit(
        Places(
          $0, candidates: candidates, rowCount: rowCount, context: context, into: &diagnostics))
    }
    if let minimumShare {
      limits += shareLimits(
        minimumShare, quotas.first?.grouping, limits.first, candidates, rowCount, context,
        into: &diagnostics)
    }
    guard !limits.isEmpty else { return result }
    let order = RowOrder(
      rows: undecided.isEmpty ? candidates : (candidates + undecided).sorted(), keys: keys,
      texts: texts, workers: context.workers)
    var allocation = Allocation(limits: limits, result: result)
    var start = 0
    while start < order.rows.count {
      var end = start + 1
      while end < order.rows.count, !order.startsClass[end] { end += 1 }
      allocation.give(order.rows[start..<end])
      start = end
    }
    return result
  }

  /// Candidates of a blank group are an error; those to whom groups do not apply get nothing.
  private static func withGroups(
    _ candidates: [Int32], _ quotas: [Quota], _ result: ColumnStorage, _ context: RuleContext,
    into diagnostics: inout Diagnostics
  ) -> [Int32] {
    let groupings = quotas.compactMap(\.grouping)
    var missing: [Int] = []
    let kept = candidates.filter { candidate in
      let row = Int(candidate)
      guard groupings.contains(where: { $0.groupOf[row] < 0 }) else { return true }
      if groupings.contains(where: { $0.groupOf[row] == Grouping.none }) { missing.append(row) }
      result.store(Word(immediate: Int64(AwardCode.notAchieved)), at: row)
      return false
    }
    if !missing.isEmpty {
      diagnostics.add(
        DataMessages.noGroup(
          rule: context.rule, subjects: context.names(missing), total: missing.count,
          span: context.span))
    }
    return kept
  }

  /// Two limits that make a minimum share hold: most awards in all, most awards to those not `C`.
  /// With c candidates that are C and n that are not, T awards are possible when at most T -
  /// ⌈share × T⌉ are not C, so T is the largest number up to the places with ⌈share × T⌉ <= c and
  /// T <= c + n.
  private static func shareLimits(
    _ rule: MinimumShare, _ grouping: Grouping?, _ first: Limit?, _ candidates: [Int32],
    _ rowCount: Int, _ context: RuleContext, into diagnostics: inout Diagnostics
  ) -> [Limit] {
    let quota = Quota(amount: rule.share, base: .absolute, grouping: grouping, rounding: .up)
    // Only for the findings about the share itself: blank, negative, different.
    var all = Places(
      quota, candidates: candidates, rowCount: rowCount, context: context, into: &diagnostics)
    var others = all
    let isOther = candidates.reduce(into: [Int32: Bool]()) {
      $0[$1] = !rule.condition.word(Int($1)).isTrue
    }
    var members: [Int: (matching: Int, total: Int, row: Int)] = [:]
    for candidate in candidates {
      let group = Int(all.groupOf[Int(candidate)])
      guard group >= 0 else { continue }
      var entry = members[group] ?? (0, 0, Int(candidate))
      entry.total += 1
      if isOther[candidate] == false { entry.matching += 1 }
      members[group] = entry
    }
    for (group, entry) in members {
      let share = rule.share.number(entry.row) ?? Exact(0)
      var most = min(entry.total, first.map { $0.places.left[group] } ?? entry.total)
      if share.signum > 0 {
        let possible = Exact(entry.matching).divided(by: share).floor.int ?? most
        most = min(most, possible)
      }
      all.left[group] = most
      others.left[group] = most - ((share * Exact(most)).ceiling.int ?? most)
    }
    return [Limit(all), Limit(others, applies: { isOther[$0] == true })]
  }
}

/// Places and whom they are counted for.
private struct Limit {
  var places: Places
  var applies: (Int32) -> Bool = { _ in true }
  /// By group: candidates so far whose ballot is not held yet.
  var undecided: [Int: Int] = [:]

  init(_ places: Places, applies: @escaping (Int32) -> Bool = { _ in true }) {
    self.places = places
    self.applies = applies
  }

  /// The group a row counts in; nil when the limit does not concern it.
  func group(_ row: Int32) -> Int? {
    guard applies(row) else { return nil }
    let group = places.groupOf[Int(row)]
    return group < 0 ? nil : Int(group)
  }
}

/// Gives places class by class.
private struct Allocation {
  var limits: [Limit]
  let result: ColumnStorage

  /// One class: rows equal in the order.
  mutating func give(_ rows: ArraySlice<Int32>) {
    var open: [Int32] = []
    for row in rows {
      if !hasRoom(row) {
        set(row, AwardCode.notAchieved)
      } else if isUndecided(row) {
        keepOpen(row)
      } else {
        open.append(row)
      }
    }
    if open.count == 1 {
      take(open[0])
      return
    }
    var waiting: Set<Int32> = []
    // Whoever waits frees no place, so one group too full may leave another one fitting: each
    // limit looks only at those that do not wait yet.
    for index in limits.indices {
      var counts: [Int: Int] = [:]
      for row in open where !waiting.contains(row) {
        if let group = limits[index].group(row) { counts[group, default: 0] += 1 }
      }
      for (group, count) in counts where count > limits[index].places.left[group] {
        close(limit: index, group: group, open, &waiting)
      }
    }
    for row in open where !waiting.contains(row) { take(row) }
  }

  /// The candidates of a full group wait together, and the group has no places any more.
  private mutating func close(
    limit: Int, group: Int, _ open: [Int32], _ waiting: inout Set<Int32>
  ) {
    let tied = open.filter { !waiting.contains($0) && limits[limit].group($0) == group }
    let contested = limits[limit].places.left[group]
    for row in tied {
      waiting.insert(row)
      set(row, AwardCode.awaitingCouncil)
    }
    limits[limit].places.left[group] = 0
    for other in limits.indices where other != limit {
      var counts: [Int: Int] = [:]
      for row in tied {
        if let group = limits[other].group(row) { counts[group, default: 0] += 1 }
      }
      for (group, count) in counts {
        let left = limits[other].places.left[group]
        limits[other].places.left[group] = max(0, left - min(count, contested))
      }
    }
  }

  private func hasRoom(_ row: Int32) -> Bool {
    for limit in limits {
      if let group = limit.group(row), limit.places.left[group] <= 0 { return false }
    }
    return true
  }

  /// Gives the place, for sure or, where an undecided candidate ahead may still need it, in waiting.
  private mutating func take(_ row: Int32) {
    for index in limits.indices {
      guard let group = limits[index].group(row) else { continue }
      if limits[index].places.left[group] <= limits[index].undecided[group, default: 0] {
        set(row, AwardCode.awaitingCouncil)
      }
      limits[index].places.left[group] -= 1
    }
  }

  /// Of the rows in order, those that are no candidates for sure.
  private func isUndecided(_ row: Int32) -> Bool {
    result.word(Int(row)) != Word(immediate: Int64(AwardCode.achieved))
  }

  private mutating func keepOpen(_ row: Int32) {
    for index in limits.indices {
      if let group = limits[index].group(row) { limits[index].undecided[group, default: 0] += 1 }
    }
  }

  private func set(_ row: Int32, _ code: UInt8) {
    result.base.storeBytes(of: code, toByteOffset: Int(row), as: UInt8.self)
  }
}
