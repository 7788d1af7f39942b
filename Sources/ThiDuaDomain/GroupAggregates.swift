// One value a group: `tổng(điểm trong cùng cụm mà C)`. In: a fold, a value column, perhaps a
// condition and groups. Out: a `.grouped` column that gives every row its group's value.
// Invariant: sums and averages are exact; what does not apply is left out; a blank among the
// values is an error that names the subject; the value of a group does not depend on the order of
// its rows.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

public enum GroupAggregates {
  /// How the values of a group become one.
  public enum Fold: Sendable, CaseIterable {
    /// No values: 0.
    case sum
    /// Rows that pass the filter.
    case count
    /// No values: blank.
    case average
    /// Middle value, or the mean of the two middle ones; no values: blank.
    case median
    /// By the values' order; no values: blank.
    case maximum
    case minimum
    /// Whether the values (truths) all hold; none: true.
    case every
    /// Whether none holds.
    case none
    /// Rows that pass the filter over all rows of the group; no rows: blank.
    case share
  }

  /// Blanks told one by one.
  private static let blankLimit = 50

  /// The aggregate of every group. `value` is not needed by `count` and `share`. `blankName` is
  /// what the value is called in messages.
  public static func aggregate(
    _ fold: Fold, value: ColumnStorage?, filter: ColumnStorage?, grouping: Grouping,
    blankName: String, context: RuleContext, into diagnostics: inout Diagnostics
  ) -> ColumnStorage {
    let result = ColumnStorage(.grouped, rowCount: grouping.rowCount)
    let groups = result.base.assumingMemoryBound(to: Int32.self)
    for row in 0..<grouping.rowCount { groups[row] = max(grouping.groupOf[row], Grouping.none) }
    if fold != .count, fold != .share, let value {
      tellBlanks(value, filter, grouping, blankName, context, into: &diagnostics)
    }
    let count = grouping.groupCount
    switch (fold, value) {
    case (.count, _), (.share, _):
      let passing = counted(grouping, filter)
      guard fold == .share else {
        result.groupValues = passing.map { Word(immediate: Int64($0) * 1_000_000) }
        break
      }
      let all = counted(grouping, nil)
      result.groupValues = (0..<count).map { group in
        all[group] == 0
          ? .blank : result.keep(Exact(passing[group]).divided(by: Exact(all[group])))
      }
    case (.every, let value?), (.none, let value?):
      result.groupValues = truths(value, filter, grouping, wanted: fold == .every)
    case (.maximum, let value?), (.minimum, let value?):
      result.groupValues = extremes(value, filter, grouping, isMaximum: fold == .maximum, result)
    case (.median, let value?):
      result.groupValues = medians(value, filter, grouping, result)
    case (.sum, let value?), (.average, let value?):
      let (sums, counts) = sums(value, filter, grouping)
      result.groupValues = (0..<count).map { group in
        if fold == .sum { return result.keep(sums[group]) }
        return counts[group] == 0
          ? .blank : result.keep(sums[group].divided(by: Exact(counts[group])))
      }
    case (_, nil):
      preconditionFailure("this fold needs a value column")
    }
    return result
  }

  // MARK: Folds

  /// Calls `body` with every row that is in a group and passes the filter.
  @inline(__always)
  private static func forEach(
    _ grouping: Grouping, _ filter: ColumnStorage?, _ body: (_ row: Int, _ group: Int) -> Void
  ) {
    let groupOf = grouping.groupOf
    let filter = RowFilter(filter)
    for row in 0..<grouping.rowCount {
      let group = groupOf[row]
      guard group >= 0, filter.passes(row) else { continue }
      body(row, Int(group))
    }
  }

  private static func counted(_ grouping: Grouping, _ filter: ColumnStorage?) -> [Int] {
    var counts = [Int](repeating: 0, count: grouping.groupCount)
    forEach(grouping, filter) { _, group in counts[group] += 1 }
    return counts
  }

  /// Sums in micros while they fit, exactly beyond.
  private static func sums(
    _ value: ColumnStorage, _ filter: ColumnStorage?, _ grouping: Grouping
  ) -> (sums: [Exact], counts: [Int]) {
    var micros = [Int64](repeating: 0, count: grouping.groupCount)
    var counts = [Int](repeating: 0, count: grouping.groupCount)
    var rest: [Int: Exact] = [:]
    forEach(grouping, filter) { row, group in
      let word = value.word(row)
      guard word.isPresent else { return }
      counts[group] += 1
      if word.isException {
        rest[group] = (rest[group] ?? Exact(0)) + value.exceptions[word.index]
        return
      }
      let (sum, overflow) = micros[group].addingReportingOverflow(word.immediate)
      if overflow {
        rest[group] = (rest[group] ?? Exact(0)) + Exact(micros: micros[group])
        micros[group] = word.immediate
      } else {
        micros[group] = sum
      }
    }
    let sums = micros.enumerated().map { group, sum in
      rest[group].map { $0 + Exact(micros: sum) } ?? Exact(micros: sum)
    }
    return (sums, counts)
  }

  private static func truths(
    _ value: ColumnStorage, _ filter: ColumnStorage?, _ grouping: Grouping, wanted: Bool
  ) -> [Word] {
    var holds = [Bool](repeating: true, count: grouping.groupCount)
    forEach(grouping, filter) { row, group in
      let word = value.word(row)
      if word.isPresent, word.isTrue != wanted { holds[group] = false }
    }
    return holds.map { Word(truth: $0) }
  }

  private static func extremes(
    _ value: ColumnStorage, _ filter: ColumnStorage?, _ grouping: Grouping, isMaximum: Bool,
    _ result: ColumnStorage
  ) -> [Word] {
    var best = [Word](repeating: .blank, count: grouping.groupCount)
    forEach(grouping, filter) { row, group in
      let word = value.word(row)
      guard word.isPresent else { return }
      let isBetter =
        best[group].isBlank
        || (isMaximum ? isLess(best[group], word, value) : isLess(word, best[group], value))
      if isBetter { best[group] = word }
    }
    return best.map { $0.isException ? result.keep(value.exceptions[$0.index]) : $0 }
  }

  private static func isLess(_ a: Word, _ b: Word, _ column: ColumnStorage) -> Bool {
    if a.isImmediate, b.isImmediate { return a.immediate < b.immediate }
    return number(a, column) < number(b, column)
  }

  private static func number(_ word: Word, _ column: ColumnStorage) -> Exact {
    word.isException ? column.exceptions[word.index] : Exact(micros: word.immediate)
  }

  private static func medians(
    _ value: ColumnStorage, _ filter: ColumnStorage?, _ grouping: Grouping,
    _ result: ColumnStorage
  ) -> [Word] {
    var values = [[Word]](repeating: [], count: grouping.groupCount)
    forEach(grouping, filter) { row, group in
      let word = value.word(row)
      if word.isPresent { values[group].append(word) }
    }
    return values.map { words in
      guard !words.isEmpty else { return .blank }
      let sorted = words.sorted { isLess($0, $1, value) }
      let upper = number(sorted[sorted.count / 2], value)
      if sorted.count % 2 == 1 { return result.keep(upper) }
      let lower = number(sorted[sorted.count / 2 - 1], value)
      return result.keep((lower + upper).divided(by: Exact(2)))
    }
  }

  // MARK: Blanks

  private static func tellBlanks(
    _ value: ColumnStorage, _ filter: ColumnStorage?, _ grouping: Grouping, _ name: String,
    _ context: RuleContext, into diagnostics: inout Diagnostics
  ) {
    var blanks: [Int] = []
    forEach(grouping, filter) { row, _ in
      if blanks.count < blankLimit, value.word(row).isBlank { blanks.append(row) }
    }
    for row in blanks {
      diagnostics.add(
        DataMessages.blankInGroup(
          column: name, subject: context.subject(row), span: context.span, place: nil))
    }
  }
}

extension ColumnStorage {
  /// A number as a Word of this column.
  func keep(_ number: Exact) -> Word {
    number.micros.flatMap(Micros.fitting).map { Word(immediate: $0) } ?? addException(number)
  }
}
