// Every limit is met quickly and named; just below it a run passes.

import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics

@Suite struct LimitTests {
  private func limited(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    change(&limits)
    return limits
  }

  @Test func steps() throws {
    let endless = function(0, locals: 0, statement(.whileLoop(truth(true), [])))
    #expect(try outcome(endless, limits: limited { $0.steps = 10_000 }) == .trap(.tooManySteps))
    let loop = function(
      1, locals: 2, statement(.forEach(slot: 1, range(num(1), local(0)), [])), giveBack(num(1)))
    let limits = limited { $0.steps = 1000 }
    #expect(try outcome(loop, arguments: [.whole(990)], limits: limits) == .value(.whole(1)))
    #expect(try outcome(loop, arguments: [.whole(1001)], limits: limits) == .trap(.tooManySteps))
  }

  /// Counts the questions of one run.
  private final class Questions: @unchecked Sendable {
    var count = 0
  }

  @Test func whoeverAsksForItStopsTheRun() throws {
    let endless = function(0, locals: 0, statement(.whileLoop(truth(true), [])))
    let questions = Questions()
    let limits = limited {
      $0.isInterrupted = {
        questions.count += 1
        return questions.count == 3
      }
    }
    #expect(try outcome(endless, limits: limits) == .trap(.interrupted))
    #expect(questions.count == 3)
    // Looking in between does not change how many steps there are.
    let loop = function(
      1, locals: 2, statement(.forEach(slot: 1, range(num(1), local(0)), [])), giveBack(num(1)))
    let watched = limited {
      $0.steps = 500_000
      $0.isInterrupted = { false }
    }
    #expect(try outcome(loop, arguments: [.whole(499_990)], limits: watched) == .value(.whole(1)))
    #expect(
      try outcome(loop, arguments: [.whole(500_001)], limits: watched) == .trap(.tooManySteps))
  }

  @Test func depth() throws {
    let count = function(
      1, locals: 1,
      giveBack(
        expr(
          .conditional(
            compare(local(0), .equal, num(0)), num(0),
            call(0, .number, local(0) - num(1)) + num(1)))))
    let limits = limited { $0.depth = 500 }
    #expect(try outcome(count, arguments: [.whole(499)], limits: limits) == .value(.whole(499)))
    #expect(try outcome(count, arguments: [.whole(501)], limits: limits) == .trap(.tooDeep))
    // The default depth is reached by growing the stack, not by running out of it.
    #expect(try outcome(count, arguments: [.whole(99_000)]) == .value(.whole(99_000)))
    #expect(try outcome(count, arguments: [.whole(200_000)]) == .trap(.tooDeep))
  }

  @Test func longRangesAreRefusedAtOnce() throws {
    #expect(
      try outcome(builtin(.elementCount, .number, range(num(1), num(1_000_000_000))))
        == .trap(.listTooLong))
    let append = function(
      0, locals: 2, set(0, list([])),
      statement(
        .forEach(
          slot: 1, range(num(1), num(200)),
          [set(0, builtin(.append, .list(.number), local(0, .list(.number)), local(1)))])),
      giveBack(num(1)))
    #expect(
      try outcome(append, limits: limited { $0.listLength = 100 }) == .trap(.listTooLong))
  }

  @Test func memory() throws {
    let doubled = function(
      0, locals: 1, set(0, text("ab")),
      statement(
        .whileLoop(
          truth(true),
          [
            set(
              0,
              expr(
                .interpolation([
                  .literal("-"), .value(local(0, .text), decimals: nil),
                  .value(local(0, .text), decimals: nil),
                ]), .text))
          ])))
    #expect(try outcome(doubled, limits: limited { $0.memory = 1 << 20 }) == .trap(.outOfMemory))
    let replaced = function(
      0, locals: 1, set(0, text("aaaaaaaa")),
      statement(
        .whileLoop(
          truth(true),
          [set(0, builtin(.replace, .text, local(0, .text), text("a"), local(0, .text)))])))
    #expect(try outcome(replaced, limits: limited { $0.memory = 1 << 20 }) == .trap(.outOfMemory))
  }

  @Test func longNumbers() throws {
    let squared = function(
      0, locals: 1, set(0, num(3)),
      statement(.whileLoop(truth(true), [set(0, local(0) * local(0))])))
    #expect(try outcome(squared) == .trap(.numberTooLong))
    #expect(try outcome(builtin(.power, .number, num(2), num(1_000_000))) == .trap(.numberTooLong))
    #expect(try outcome(builtin(.round, .number, num(2), num(5000))) == .trap(.badPlaces))
  }
}
