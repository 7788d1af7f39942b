// Lists, dictionaries and texts are values: a change is seen by one owner only.

import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics

private let numbers = Kind.list(.number)
private let counts = Kind.dictionary(.text, .number)

@Suite struct ListTests {
  @Test func assignmentCopies() throws {
    let f = function(
      0, locals: 2, set(0, list([num(1), num(2)])), set(1, local(0, numbers)),
      statement(.setLocalElement(1, index: num(1), num(9))),
      set(0, builtin(.append, numbers, local(0, numbers), num(3))),
      giveBack(list([local(0, numbers), local(1, numbers)], numbers)))
    #expect(
      try outcome(f)
        == .value(
          .list([.list([.whole(1), .whole(2), .whole(3)]), .list([.whole(9), .whole(2)])])))
  }

  @Test func argumentsAndElementsAreCopies() throws {
    let change = function(
      1, locals: 1, statement(.setLocalElement(0, index: num(1), num(7))),
      giveBack(local(0, numbers)))
    let f = function(
      0, locals: 3, set(0, list([num(1)])), set(1, list([local(0, numbers)], numbers)),
      set(2, call(0, numbers, local(0, numbers))),
      statement(.setLocalElement(0, index: num(1), num(5))),
      giveBack(
        list(
          [local(0, numbers), index(local(1, .list(numbers)), num(1), numbers), local(2, numbers)],
          numbers)))
    #expect(
      try outcome(change, f)
        == .value(.list([.list([.whole(5)]), .list([.whole(1)]), .list([.whole(7)])])))
  }

  @Test func loopsGoOverTheListAsItWas() throws {
    let f = function(
      0, locals: 3, set(0, list([num(1), num(2), num(3)])), set(2, num(0)),
      statement(
        .forEach(
          slot: 1, local(0, numbers),
          [
            statement(.setLocalElement(0, index: num(3), num(100))),
            set(2, local(2) + local(1)),
          ])),
      giveBack(local(2)))
    #expect(try outcome(f) == .value(.whole(6)))
  }

  @Test func textsGrowInPlaceUnseen() throws {
    func added(_ slot: Int, _ tail: String) -> CheckedStatement {
      set(
        slot,
        expr(.interpolation([.value(local(slot, .text), decimals: nil), .literal(tail)]), .text))
    }
    let f = function(
      0, locals: 2, set(0, text("a")), added(0, "b"), set(1, local(0, .text)), added(0, "c"),
      added(1, "d"), giveBack(list([local(0, .text), local(1, .text)], .text)))
    #expect(try outcome(f) == .value(.list([.text("abc"), .text("abd")])))
  }

  @Test func aTextIsAddedToItself() throws {
    let f = function(
      0, locals: 2, set(0, text("a")),
      statement(
        .forEach(
          slot: 1, range(num(1), num(3)),
          [
            set(
              0,
              expr(
                .interpolation([
                  .value(local(0, .text), decimals: nil), .literal("-"),
                  .value(local(0, .text), decimals: nil),
                ]), .text))
          ])), giveBack(local(0, .text)))
    #expect(try outcome(f) == .value(.text("a-a-a-a-a-a-a-a")))
    let absent = function(
      1, locals: 1,
      set(
        0, expr(.interpolation([.value(local(0, .text), decimals: nil), .literal("!")]), .text)),
      giveBack(local(0, .text)))
    #expect(try outcome(absent, arguments: [.blank]) == .value(.text("trống!")))
  }

  @Test func dictionaries() throws {
    let count = function(
      1, locals: 3, set(1, expr(.dictionary([]), counts)),
      statement(
        .forEach(
          slot: 2, local(0, .list(.text)),
          [
            statement(
              .branch(
                builtin(.hasKey, .truth, local(1, counts), local(2, .text)),
                then: [
                  statement(
                    .setLocalElement(
                      1, index: local(2, .text),
                      index(local(1, counts), local(2, .text)) + num(1)))
                ],
                otherwise: [statement(.setLocalElement(1, index: local(2, .text), num(1)))]))
          ])), giveBack(local(1, counts)))
    let words = (0..<100).map { Value.text("từ \($0 % 7)") }
    guard case .value(.dictionary(let entries)) = try outcome(count, arguments: [.list(words)])
    else {
      Issue.record("no dictionary")
      return
    }
    #expect(entries.count == 7)
    #expect(entries[0] == Value.Entry(key: .text("từ 0"), value: .whole(15)))
    let missing = function(
      0, locals: 0,
      giveBack(index(expr(.dictionary([(key: text("a"), value: num(1))]), counts), text("b"))))
    #expect(try outcome(missing) == .trap(.missingKey))
  }

  @Test func indexesAreCheckedFromOne() throws {
    let f = function(1, locals: 1, giveBack(index(list([num(4), num(5)]), local(0))))
    #expect(try outcome(f, arguments: [.whole(2)]) == .value(.whole(5)))
    #expect(try outcome(f, arguments: [.whole(0)]) == .trap(.outOfRange))
    #expect(try outcome(f, arguments: [.whole(3)]) == .trap(.outOfRange))
    #expect(try outcome(f, arguments: [.decimal("1.5")]) == .trap(.notWhole))
  }

  @Test func garbageIsCollectedAndWhatLivesStays() throws {
    // Each round builds a list of 1,000 texts; one of them is kept. 300 MB pass through 64.
    let f = function(
      0, locals: 5, set(0, list([], .text)),
      statement(
        .forEach(
          slot: 1, range(num(1), num(300)),
          [
            set(2, list([], .text)),
            statement(
              .forEach(
                slot: 3, range(num(1), num(1000)),
                [
                  set(
                    4,
                    expr(
                      .interpolation([
                        .literal(String(repeating: "x", count: 900)),
                        .value(local(1), decimals: nil),
                      ]), .text)),
                  set(2, builtin(.append, .list(.text), local(2, .list(.text)), local(4, .text))),
                ])),
            set(
              0,
              builtin(
                .append, .list(.text), local(0, .list(.text)),
                index(local(2, .list(.text)), num(500), .text))),
          ])),
      giveBack(
        builtin(
          .endsWith, .truth, index(local(0, .list(.text)), num(77), .text), text("x77"))))
    var limits = Limits()
    limits.memory = 64 << 20
    #expect(try outcome(f, limits: limits) == .value(.truth(true)))
  }
}
