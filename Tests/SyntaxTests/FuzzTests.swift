// Any bytes: the parser answers, the formatter settles, the console answers.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

/// A small generator with a fixed seed: failures repeat.
private struct Dice {
  var state: UInt64
  mutating func roll(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}

@Suite struct FuzzTests {
  @Test func randomTokensNeverCrash() {
    var dice = Dice(state: 7)
    let words =
      Keyword.all.map(\.text) + Symbol.allCases.map(\.rawValue)
      + [
        "\n", "\n  ", "8,5", "1.1", "4a", "1/7/26", "\"a {x} b\"", "\"", "{", "'", "x", "|", "#",
        "\u{200B}",
      ]
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<dice.roll(40) {
        text += words[dice.roll(words.count)] + (dice.roll(8) == 0 ? "" : " ")
      }
      check(text)
    }
  }

  @Test func mutatedScriptsNeverCrash() {
    var dice = Dice(state: 11)
    let scripts = [acceptanceScript, ruleSetScript, campaignScript, statementScript]
    for round in 0..<400 {
      var bytes = Array(scripts[round % scripts.count].utf8)
      for _ in 0..<1 + dice.roll(6) {
        let at = dice.roll(bytes.count)
        switch dice.roll(4) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(UInt8(dice.roll(128)), at: at)
        case 2: bytes[at] = UInt8(dice.roll(128))
        default: bytes.removeSubrange(at..<min(bytes.count, at + dice.roll(60)))
        }
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func prefixesNeverCrash() {
    let bytes = Array(statementScript.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      check(String(decoding: bytes[..<end], as: UTF8.self))
    }
  }

  private func check(_ text: String) {
    let (parsed, found) = script(text)
    var ignored = Diagnostics()
    _ = parseForConsole(source(text), into: &ignored)
    let formatted = format(source(text))
    guard !found.hasErrors else { return }
    #expect(tree(script(formatted).script.items) == tree(parsed.items))
    #expect(format(source(formatted)) == formatted)
  }
}
