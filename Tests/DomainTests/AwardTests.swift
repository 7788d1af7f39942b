// Quotas: places, ties at the last place, several quotas at once, limits on levels.

import Testing
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

private let no = AwardCode.notAchieved
private let yes = AwardCode.achieved
private let waits = AwardCode.awaitingCouncil

@Suite struct AwardTests {
  private func amount(_ value: Exact, _ count: Int) -> ColumnStorage {
    numbers(Array(repeating: .number(value), count: count))
  }

  private func allocate(
    _ ranks: [Int], places: Exact, base: Quota.Base = .absolute,
    rounding: Quota.Rounding = .halfUp, groups: [Int]? = nil, state: [UInt8]? = nil,
    minimumShare: Awards.MinimumShare? = nil
  ) -> (states: [UInt8], findings: Diagnostics) {
    var findings = Diagnostics()
    let quota = Quota(
      amount: amount(places, ranks.count), base: base,
      grouping: groups.map { Grouping(column: numbers($0), texts: TextTable()) },
      rounding: rounding)
    let result = Awards.allocate(
      state: codes(state ?? Array(repeating: yes, count: ranks.count)), quotas: [quota],
      order: [SortKey(numbers(ranks))], minimumShare: minimumShare, texts: TextTable(),
      context: plainContext, into: &findings)
    return (codes(of: result), findings)
  }

  @Test func tiesAtTheLastPlaceWait() {
    #expect(allocate([1, 2, 3], places: Exact(2)).states == [yes, yes, no])
    #expect(allocate([1, 2, 2, 4], places: Exact(2)).states == [yes, waits, waits, no])
    #expect(allocate([1, 2, 2, 4], places: Exact(3)).states == [yes, yes, yes, no])
    #expect(allocate([1, 1, 3], places: Exact(0)).states == [no, no, no])
    #expect(allocate([3, 1, 1, 1], places: Exact(2)).states == [no, waits, waits, waits])
    // Others keep their state and take no place.
    #expect(
      allocate([1, 2, 3], places: Exact(1), state: [no, yes, AwardCode.deferred]).states
        == [no, yes, AwardCode.deferred])
  }

  @Test func aBallotNotHeldYetKeepsItsPlaceOpen() {
    // The first may still be elected: the second only gets the place if it is not.
    #expect(
      allocate([1, 2, 3], places: Exact(1), state: [waits, yes, yes]).states
        == [waits, waits, no])
    #expect(
      allocate([1, 2, 3], places: Exact(2), state: [waits, yes, yes]).states
        == [waits, yes, waits])
    #expect(
      allocate([1, 2, 3], places: Exact(3), state: [waits, yes, yes]).states
        == [waits, yes, yes])
    // Behind a full quota nobody waits; among equals the council decides.
    #expect(allocate([1, 2], places: Exact(1), state: [yes, waits]).states == [yes, no])
    #expect(allocate([1, 1], places: Exact(1), state: [yes, waits]).states == [waits, waits])
  }

  @Test func roundsPlacesOnce() {
    // 50% of 5 is 2,5.
    let half = Exact(1).divided(by: Exact(2))
    let ranks = [1, 2, 3, 4, 5]
    func given(_ rounding: Quota.Rounding) -> Int {
      allocate(ranks, places: half, base: .eligible, rounding: rounding).states
        .filter { $0 == yes }.count
    }
    #expect(given(.halfUp) == 3)
    #expect(given(.down) == 2)
    #expect(given(.up) == 3)
    let error = allocate(ranks, places: half, base: .eligible, rounding: .unspecified)
    #expect(error.findings.all.map(\.code) == ["DL026"])
    #expect(error.findings.all[0].message.contains("2,5"))
    // A third of 3 is exactly 1: no rounding up to 2.
    let third = Exact(1).divided(by: Exact(3))
    #expect(
      allocate([1, 2, 3], places: third, base: .eligible, rounding: .up).states
        == [yes, no, no])
  }

  @Test func countsTheBaseInEachGroup() {
    let condition = truths([true, true, true, true, false, true])
    let found = allocate(
      [1, 2, 3, 1, 2, 3], places: Exact(1).divided(by: Exact(2)), base: .rows(where: condition),
      rounding: .down, groups: [0, 0, 0, 1, 1, 1])
    // 3 × 50% = 1; 2 × 50% = 1.
    #expect(found.states == [yes, no, no, yes, no, no])
  }

  @Test func badQuotasAreErrors() {
    var findings = Diagnostics()
    func codesFor(_ amounts: [Value]) -> [String] {
      findings = Diagnostics()
      _ = Awards.allocate(
        state: codes([yes, yes]),
        quotas: [
          Quota(amount: numbers(amounts), base: .absolute, grouping: nil, rounding: .down)
        ],
        order: [], minimumShare: nil, texts: TextTable(), context: plainContext, into: &findings)
      return findings.all.map(\.message)
    }
    #expect(codesFor([.whole(1), .whole(2)])[0].contains("khác nhau"))
    #expect(codesFor([.blank, .blank])[0].contains("còn trống"))
    #expect(codesFor([.whole(-1), .whole(-1)])[0].contains("âm"))
    #expect(codesFor([.whole(2), .whole(2)]).isEmpty)
  }

  @Test func everyQuotaMustHold() {
    // Two places in all, one in each group.
    var findings = Diagnostics()
    func states(_ ranks: [Int], _ groups: [Int], all: Int, each: Int) -> [UInt8] {
      codes(
        of: Awards.allocate(
          state: codes(Array(repeating: yes, count: ranks.count)),
          quotas: [
            Quota(
              amount: amount(Exact(all), ranks.count), base: .absolute, grouping: nil,
              rounding: .down),
            Quota(
              amount: amount(Exact(each), ranks.count), base: .absolute,
              grouping: Grouping(column: numbers(groups), texts: TextTable()), rounding: .down),
          ],
          order: [SortKey(numbers(ranks))], minimumShare: nil, texts: TextTable(),
          context: plainContext, into: &findings))
    }
    #expect(states([1, 2, 3, 4], [0, 0, 1, 2], all: 2, each: 1) == [yes, no, yes, no])
    // Rows 0 and 1 contest one place of group 0; it is kept free in the whole.
    #expect(states([1, 1, 3, 4], [0, 0, 1, 2], all: 2, each: 1) == [waits, waits, yes, no])
    #expect(states([1, 1, 3], [0, 1, 2], all: 1, each: 1) == [waits, waits, no])
    #expect(!findings.hasErrors)
  }

  @Test func minimumShareLeavesPlacesEmpty() {
    let ranks = [1, 2, 3, 4, 5]
    func states(_ share: Exact, _ condition: [Bool], places: Int) -> [UInt8] {
      allocate(
        ranks, places: Exact(places),
        minimumShare: Awards.MinimumShare(
          share: amount(share, 5), condition: truths(condition))
      ).states
    }
    let half = Exact(1).divided(by: Exact(2))
    // Of four, two must be C: only rows 3 and 4 are; two others fit.
    #expect(
      states(half, [false, false, false, true, true], places: 4) == [yes, yes, no, yes, yes])
    // One C only: two awards in all.
    #expect(
      states(half, [false, false, false, false, true], places: 4) == [yes, no, no, no, yes])
    #expect(states(half, [true, true, true, true, true], places: 3) == [yes, yes, yes, no, no])
    #expect(
      states(Exact(1), [false, false, false, false, false], places: 3) == [no, no, no, no, no])
  }

  @Test(arguments: 0..<60) func oneQuotaAsBruteForce(seed: UInt64) {
    var random = Seeded(seed)
    let count = Int.random(in: 1..<60, using: &random)
    let ranks = (0..<count).map { _ in Int.random(in: 1..<15, using: &random) }
    let groups = (0..<count).map { _ in Int.random(in: 0..<4, using: &random) }
    let places = Int.random(in: 0..<8, using: &random)
    let found = allocate(ranks, places: Exact(places), groups: groups)
    for row in 0..<count {
      let peers = (0..<count).filter { groups[$0] == groups[row] }
      let before = peers.filter { ranks[$0] < ranks[row] }.count
      let upTo = peers.filter { ranks[$0] <= ranks[row] }.count
      let expected = upTo <= places ? yes : before < places ? waits : no
      #expect(found.states[row] == expected)
    }
  }

  // MARK: Limits on levels

  @Test func demotesBeyondTheLimit() {
    var findings = Diagnostics()
    func limited(_ levels: [UInt8], _ ranks: [Int], places: Int) -> [UInt8] {
      findings = Diagnostics()
      return codes(
        of: LevelLimits.limit(
          level: codes(levels), limited: 3, demotedTo: 2, levelName: "Xuất sắc",
          quota: Quota(
            amount: amount(Exact(places), levels.count), base: .absolute, grouping: nil,
            rounding: .down),
          order: [SortKey(numbers(ranks))], texts: TextTable(), context: plainContext,
          into: &findings))
    }
    #expect(limited([3, 3, 1, 3], [2, 1, 1, 3], places: 2) == [3, 3, 1, 2])
    #expect(!findings.hasErrors)
    #expect(limited([3, 3, 3], [1, 2, 2], places: 1) == [3, 2, 2])
    #expect(!findings.hasErrors)
    _ = limited([3, 3, 3], [1, 2, 2], places: 2)
    #expect(findings.all.map(\.code) == ["DL025"])
    #expect(findings.all[0].message.contains("\"dòng 1\" và \"dòng 2\""))
  }
}
