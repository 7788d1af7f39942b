// How many places there are: `không quá 20% số tập thể mà C, trong mỗi cụm, số lẻ từ 0,5 …`. In:
// columns of amounts and conditions. Out: places for every group. Invariant: products are exact
// and rounded once, by the rule's own words; an amount that is blank, negative or not the same
// for a group is an error.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// One quota.
public struct Quota {
  public enum Base {
    /// Rows for which the condition holds; nil: all rows.
    case rows(where: ColumnStorage?)
    /// Rows that compete: those `đạt` by conditions alone.
    case eligible
    /// The amount is the number of places.
    case absolute
  }
  public enum Rounding: Sendable {
    /// A fraction is an error.
    case unspecified
    case halfUp
    case down
    case up
  }
  public var amount: ColumnStorage
  public var base: Base
  /// nil: one quota for all.
  public var grouping: Grouping?
  public var rounding: Rounding
  public var span: Span
  public init(
    amount: ColumnStorage, base: Base, grouping: Grouping?, rounding: Rounding, span: Span = .none
  ) {
    self.amount = amount
    self.base = base
    self.grouping = grouping
    self.rounding = rounding
    self.span = span
  }
}

/// Places of one quota, by group.
struct Places {
  let groupOf: UnsafeMutablePointer<Int32>
  /// Places not given yet; -1: an unusable quota, already told.
  var left: [Int]
  /// Keeps `groupOf` alive.
  private let grouping: Grouping

  /// Places for the groups of `candidates` (ascending rows).
  init(
    _ quota: Quota, candidates: [Int32], rowCount: Int, context: RuleContext,
    into diagnostics: inout Diagnostics
  ) {
    grouping = quota.grouping ?? Grouping(rowCount: rowCount)
    groupOf = grouping.groupOf
    left = [Int](repeating: 0, count: grouping.groupCount)
    let amounts = Self.amounts(quota, candidates, grouping, context, into: &diagnostics)
    var bases = [Int](repeating: 0, count: grouping.groupCount)
    switch quota.base {
    case .absolute: break
    case .eligible:
      for row in candidates where groupOf[Int(row)] >= 0 { bases[Int(groupOf[Int(row)])] += 1 }
    case .rows(let condition):
      let filter = RowFilter(condition)
      for row in 0..<rowCount where groupOf[row] >= 0 && filter.passes(row) {
        bases[Int(groupOf[row])] += 1
      }
    }
    for (group, amount) in amounts {
      var product = amount.value
      if case .absolute = quota.base {} else { product = product * Exact(bases[group]) }
      if let places = Self.rounded(product, quota.rounding) {
        left[group] = places
      } else {
        diagnostics.add(
          DataMessages.badQuota(
            rule: context.rule, reason: .fractional(NumberText.format(product)),
            group: context.group(amount.row), span: quota.spanOr(context.span)))
      }
    }
  }

  /// The amount of each group that has candidates, with a row of it, by group.
  private static func amounts(
    _ quota: Quota, _ candidates: [Int32], _ grouping: Grouping, _ context: RuleContext,
    into diagnostics: inout Diagnostics
  ) -> [(key: Int, value: (value: Exact, row: Int))] {
    var firsts = [Int32](repeating: -1, count: grouping.groupCount)
    var isTold = [Bool](repeating: false, count: grouping.groupCount)
    var found: [(key: Int, value: (value: Exact, row: Int))] = []
    let groupOf = grouping.groupOf
    for candidate in candidates {
      let row = Int(candidate)
      guard groupOf[row] >= 0 else { continue }
      let group = Int(groupOf[row])
      var reason: DataMessages.QuotaProblem?
      if firsts[group] < 0 {
        firsts[group] = candidate
        if let amount = quota.amount.number(row) {
          if amount.isNegative { reason = .negative } else { found.append((group, (amount, row))) }
        } else {
          reason = .blank
        }
      } else if !areEqual(quota.amount, Int(firsts[group]), row) {
        reason = .differs
      }
      guard let reason, !isTold[group] else { continue }
      isTold[group] = true
      diagnostics.add(
        DataMessages.badQuota(
          rule: context.rule, reason: reason, group: context.group(row),
          span: quota.spanOr(context.span)))
    }
    return found
  }

  private static func areEqual(_ column: ColumnStorage, _ a: Int, _ b: Int) -> Bool {
    let (first, second) = (column.word(a), column.word(b))
    if first.isException || second.isException { return column.number(a) == column.number(b) }
    return first == second
  }

  /// The whole number of places, nil when a fraction is left and nothing says what to do with it.
  /// More places than there can be rows are as many as anyone needs.
  private static func rounded(_ product: Exact, _ rounding: Quota.Rounding) -> Int? {
    let whole: Exact
    switch rounding {
    case .unspecified:
      guard product.isInteger else { return nil }
      whole = product
    case .halfUp: whole = product.rounded(places: 0, .halfAwayFromZero)
    case .down: whole = product.floor
    case .up: whole = product.ceiling
    }
    return min(whole.int ?? Int(Int32.max), Int(Int32.max))
  }
}

extension Quota {
  func spanOr(_ other: Span) -> Span { span.isNone ? other : span }
}
