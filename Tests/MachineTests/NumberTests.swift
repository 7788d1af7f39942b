// Numbers in the machine: the fused operations, the way out of the word and back, absences.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics

@Suite struct NumberTests {
  @Test func roundsProductsOnce() throws {
    // 0,0995 × 10,05 = 0,999975: rounded once it is 1, rounded twice it would be too.
    #expect(try outcome(round(num("1.005") * num("1"), 2)) == .value(.decimal("1.01")))
    let f = function(3, locals: 3, giveBack(round(local(0) * local(1) / local(2), 2)))
    #expect(
      try outcome(f, arguments: [.whole(1), .whole(1), .whole(3)]) == .value(.decimal("0.33")))
    #expect(
      try outcome(f, arguments: [.whole(-1), .whole(1), .whole(8)]) == .value(.decimal("-0.13")))
    #expect(
      try outcome(f, arguments: [.whole(1), .whole(1), .whole(0)]) == .trap(.divisionByZero))
  }

  @Test func thirdsComeBackToTheWord() throws {
    let f = function(1, locals: 2, set(1, local(0) / num(3)), giveBack(local(1) * num(3)))
    #expect(try outcome(f, arguments: [.whole(7)]) == .value(.whole(7)))
    let third = function(1, locals: 1, giveBack(local(0) / num(3)))
    let exact = Exact(1).divided(by: Exact(3))
    #expect(try outcome(third, arguments: [.whole(1)]) == .value(.exact(exact)))
  }

  @Test func largeNumbersStayExact() throws {
    let square = function(1, locals: 1, giveBack(local(0) * local(0) + num(1)))
    let large = Exact(4_611_686_018_427)
    #expect(
      try outcome(square, arguments: [.number(large)]) == .value(.number(large * large + Exact(1))))
  }

  @Test func notApplicableIsLeftOutOfSums() throws {
    let sum = function(2, locals: 2, giveBack(local(0) - local(1) + num(1)))
    #expect(try outcome(sum, arguments: [.notApplicable, .whole(2)]) == .value(.whole(-1)))
    #expect(try outcome(sum, arguments: [.whole(2), .notApplicable]) == .value(.whole(3)))
    let product = function(2, locals: 2, giveBack(local(0) * local(1)))
    #expect(
      try outcome(product, arguments: [.whole(2), .notApplicable]) == .value(.notApplicable))
    #expect(try outcome(product, arguments: [.blank, .notApplicable]) == .trap(.blankUsed))
  }

  @Test func comparisonsWithAbsencesAreErrors() throws {
    let test = function(1, locals: 1, giveBack(compare(local(0), .less, num(3))))
    #expect(try outcome(test, arguments: [.notApplicable]) == .trap(.notApplicableUsed))
    #expect(try outcome(test, arguments: [.blank]) == .trap(.blankUsed))
    let branch = function(
      1, locals: 1,
      giveBack(expr(.conditional(compare(local(0), .less, num(3)), num(1), num(2)))))
    #expect(try outcome(branch, arguments: [.blank]) == .trap(.blankUsed))
    #expect(try outcome(branch, arguments: [.whole(2)]) == .value(.whole(1)))
  }

  @Test func longSumsDoNotNestTheStack() throws {
    var sum = local(0)
    for _ in 0..<20_000 { sum = sum + local(0) }
    let f = function(1, locals: 1, giveBack(sum))
    #expect(try outcome(f, arguments: [.whole(1)]) == .value(.whole(20_001)))
  }

  @Test func jumpsReachOverLongBranches() throws {
    // More than 32,767 instructions between the condition and its other side.
    var sum = local(0)
    for _ in 0..<20_000 { sum = sum + local(0) * local(0) }
    let f = function(
      1, locals: 1,
      giveBack(expr(.conditional(compare(local(0), .less, num(3)), sum, num(2)))))
    #expect(try outcome(f, arguments: [.whole(1)]) == .value(.whole(20_001)))
    #expect(try outcome(f, arguments: [.whole(5)]) == .value(.whole(2)))
  }

  @Test func formulasTooLargeAreRefused() throws {
    let long = function(
      1, locals: 1,
      giveBack(builtin(.elementCount, .number, list((0..<70_000).map { _ in local(0) }))))
    #expect(try outcome(long, arguments: [.whole(1)]) == .value(.whole(70_000)))
    let wide = function(0, locals: 70_000, set(69_999, num(1)), giveBack(local(69_999)))
    #expect(throws: CompilationFailure.self) { try outcome(wide) }
  }

  @Test func fibonacciAndTheDecimalLoop() throws {
    let fibonacci = function(
      1, locals: 1,
      giveBack(
        expr(
          .conditional(
            compare(local(0), .less, num(2)), local(0),
            call(0, .number, local(0) - num(1)) + call(0, .number, local(0) - num(2))))))
    #expect(try outcome(fibonacci, arguments: [.whole(15)]) == .value(.whole(610)))
    let loop = function(
      1, locals: 4, set(1, num(1)), set(2, num(0)),
      statement(
        .forEach(
          slot: 3, range(num(1), local(0)),
          [
            set(1, round(local(1) * num("1.07") + num("0.01"), 2)),
            statement(
              .branch(
                compare(local(1), .greater, num(100)), then: [set(1, local(1) - num("99.5"))],
                otherwise: [])),
            set(2, local(2) + local(1)),
          ])),
      giveBack(local(2)))
    var (x, sum) = (100, 0)
    for _ in 0..<1000 {
      x = (x * 107 + 150) / 100
      if x > 10000 { x -= 9950 }
      sum += x
    }
    #expect(
      try outcome(loop, arguments: [.whole(1000)])
        == .value(.number(Exact(micros: Int64(sum) * 10_000))))
  }
}
