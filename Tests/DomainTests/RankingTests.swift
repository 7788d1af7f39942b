// Ranks with every ending of a tie, and aggregates of groups, against brute force.

import Testing
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

@Suite struct RankingTests {
  private func ranks(
    _ points: [Int], _ ties: Ranking.Ties, eligible: [Bool]? = nil
  ) -> (ranks: [Exact?], findings: Diagnostics) {
    var findings = Diagnostics()
    let column = Ranking.rank(
      rowCount: points.count, eligible: eligible.map(truths),
      keys: [SortKey(numbers(points), isDescending: true)], grouping: nil, ties: ties,
      texts: TextTable(), context: plainContext, into: &findings)
    return (cells(column), findings)
  }

  @Test func endsTiesAsWritten() {
    let points = [7, 9, 7, 5, 7]
    #expect(ranks(points, .shared).ranks == [2, 1, 2, 5, 2].map { Exact($0) })
    #expect(ranks(points, .dense).ranks == [2, 1, 2, 3, 2].map { Exact($0) })
    #expect(ranks(points, .average).ranks == [3, 1, 3, 5, 3].map { Exact($0) })
    #expect(
      ranks([7, 7], .average).ranks == [Exact(micros: 1_500_000), Exact(micros: 1_500_000)])
    let council = ranks(points, .council)
    #expect(council.ranks == [2, 1, 2, 5, 2].map { Exact($0) })
    #expect(council.findings.all.map(\.code) == ["DL024"])
    #expect(!council.findings.hasErrors)
    let error = ranks(points, .error)
    #expect(error.findings.all.map(\.code) == ["DL023"])
    #expect(error.findings.all[0].message.contains("\"dòng 0\", \"dòng 2\" và \"dòng 4\""))
    #expect(!ranks([3, 2, 1], .error).findings.hasErrors)
  }

  @Test func manyRowsRankTheSameWithAnyWorkers() {
    var random = Seeded(5)
    let count = 120_000
    let points = numbers((0..<count).map { _ in Int.random(in: 0..<70_000, using: &random) })
    let groups = numbers((0..<count).map { _ in Int.random(in: 0..<5, using: &random) })
    let grouping = Grouping(column: groups, texts: TextTable())
    func ranks(_ workers: Int) -> (cells: [Exact?], told: [String]) {
      var findings = Diagnostics()
      let context = RuleContext(rule: "hạng", workers: workers, subject: { "dòng \($0)" })
      let column = Ranking.rank(
        rowCount: count, eligible: nil, keys: [SortKey(points)], grouping: grouping,
        ties: .council, texts: TextTable(), context: context, into: &findings)
      return (cells(column), findings.all.map(\.message))
    }
    let one = ranks(1)
    #expect(one.told.count > 100)
    for workers in [2, 7] {
      let many = ranks(workers)
      #expect(many.cells == one.cells)
      #expect(many.told == one.told)
    }
  }

  @Test func leavesOutWhoIsNotEligible() {
    let found = ranks([9, 8, 7], .shared, eligible: [false, true, true])
    #expect(found.ranks == [nil, Exact(1), Exact(2)])
  }

  @Test func blankGroupIsAnError() {
    var findings = Diagnostics()
    let grouping = Grouping(
      column: numbers([.whole(1), .blank, .notApplicable]), texts: TextTable())
    let column = Ranking.rank(
      rowCount: 3, eligible: nil, keys: [], grouping: grouping, ties: .shared,
      texts: TextTable(), context: plainContext, into: &findings)
    #expect(cells(column) == [Exact(1), nil, nil])
    #expect(findings.all.map(\.code) == ["DL029"])
    #expect(findings.all[0].message.contains("dòng 1"))
  }

  @Test(arguments: 0..<40) func ranksAsBruteForce(seed: UInt64) {
    var random = Seeded(seed)
    let count = Int.random(in: 0..<120, using: &random)
    let points = (0..<count).map { _ in Int.random(in: 0..<12, using: &random) }
    let second = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
    let groups = (0..<count).map { _ in Int.random(in: 0..<4, using: &random) }
    let eligible = (0..<count).map { _ in Int.random(in: 0..<5, using: &random) > 0 }
    for ties in Ranking.Ties.allCases {
      var findings = Diagnostics()
      let column = Ranking.rank(
        rowCount: count, eligible: truths(eligible),
        keys: [SortKey(numbers(points), isDescending: true), SortKey(numbers(second))],
        grouping: Grouping(column: numbers(groups), texts: TextTable()), ties: ties,
        texts: TextTable(), context: plainContext, into: &findings)
      var hasTie = false
      for row in 0..<count {
        guard eligible[row] else {
          #expect(column.word(row).isBlank)
          continue
        }
        let peers = (0..<count).filter { eligible[$0] && groups[$0] == groups[row] }
        let better = peers.filter {
          (-points[$0], second[$0]) < (-points[row], second[row])
        }
        let equal = peers.filter { points[$0] == points[row] && second[$0] == second[row] }
        if equal.count > 1 { hasTie = true }
        let expected: Exact
        switch ties {
        case .shared, .council, .error: expected = Exact(better.count + 1)
        case .dense:
          expected = Exact(Set(better.map { [points[$0], second[$0]] }).count + 1)
        case .average:
          expected = Exact(2 * better.count + equal.count + 1).divided(by: Exact(2))
        }
        #expect(column.number(row) == expected)
      }
      #expect(findings.hasErrors == (ties == .error && hasTie))
    }
  }

  // MARK: Aggregates

  private func aggregate(
    _ fold: GroupAggregates.Fold, _ values: [Value], filter: [Bool]? = nil, groups: [Int]
  ) -> (values: [Exact?], findings: Diagnostics) {
    var findings = Diagnostics()
    let column = GroupAggregates.aggregate(
      fold, value: numbers(values), filter: filter.map(truths),
      grouping: Grouping(column: numbers(groups), texts: TextTable()), blankName: "điểm",
      context: plainContext, into: &findings)
    return (
      (0..<values.count).map { row in
        let word = column.word(row)
        if word.isException { return column.exceptions[word.index] }
        return word.isImmediate ? Exact(micros: word.immediate) : nil
      }, findings
    )
  }

  @Test func aggregatesExactly() {
    let values: [Value] = [.whole(1), .whole(2), .whole(4), .notApplicable, .whole(10)]
    let groups = [0, 0, 0, 0, 1]
    func first(_ fold: GroupAggregates.Fold) -> Exact? {
      aggregate(fold, values, groups: groups).values[3]
    }
    #expect(first(.sum) == Exact(7))
    #expect(first(.average) == Exact(7).divided(by: Exact(3)))
    #expect(first(.median) == Exact(2))
    #expect(first(.maximum) == Exact(4))
    #expect(first(.minimum) == Exact(1))
    #expect(first(.count) == Exact(4))
    #expect(aggregate(.average, values, groups: groups).values[4] == Exact(10))
    let filter = [true, false, true, false, false]
    let share = aggregate(.share, values, filter: filter, groups: groups)
    #expect(share.values[0] == Exact(1).divided(by: Exact(2)))
    #expect(share.values[4] == Exact(0))
    let filtered = aggregate(.maximum, values, filter: filter, groups: groups)
    #expect(filtered.values[0] == Exact(4))
    #expect(filtered.values[4] == nil)
    #expect(aggregate(.sum, values, filter: filter, groups: groups).values[4] == Exact(0))
    let even = aggregate(.median, [.whole(1), .whole(2)], groups: [0, 0])
    #expect(even.values[0] == Exact(micros: 1_500_000))
  }

  @Test func sumsBeyondTheWord() {
    let big = Value.number(Exact(micros: (1 << 62) - 1))
    let third = Value.number(Exact(1).divided(by: Exact(3)))
    let sum = aggregate(.sum, [big, big, big, third], groups: [0, 0, 0, 0])
    let expected =
      Exact(micros: (1 << 62) - 1) * Exact(3) + Exact(1).divided(by: Exact(3))
    #expect(sum.values[0] == expected)
    #expect(aggregate(.maximum, [third, .whole(0)], groups: [0, 0]).values[1] == expectedThird)
  }

  private var expectedThird: Exact { Exact(1).divided(by: Exact(3)) }

  @Test func blankInAGroupIsNamed() {
    let found = aggregate(.sum, [.whole(1), .blank], groups: [0, 0])
    #expect(found.findings.all.map(\.code) == ["DL027"])
    #expect(found.findings.all[0].message.contains("dòng 1"))
    let filtered = aggregate(.sum, [.whole(1), .blank], filter: [true, false], groups: [0, 0])
    #expect(!filtered.findings.hasErrors)
    #expect(!aggregate(.count, [.whole(1), .blank], groups: [0, 0]).findings.hasErrors)
  }

  @Test func truthsOfAGroup() {
    var findings = Diagnostics()
    func fold(_ fold: GroupAggregates.Fold, _ values: [Bool]) -> Bool {
      let column = GroupAggregates.aggregate(
        fold, value: truths(values), filter: nil, grouping: Grouping(rowCount: values.count),
        blankName: "", context: plainContext, into: &findings)
      return column.word(0) == Word(truth: true)
    }
    #expect(fold(.every, [true, true]))
    #expect(!fold(.every, [true, false]))
    #expect(fold(.none, [false, false]))
    #expect(!fold(.none, [false, true]))
  }
}
