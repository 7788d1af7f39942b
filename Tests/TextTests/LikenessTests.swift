import Testing
import ThiDuaText

/// Texts that only look the same.
@Suite struct LikenessTests {
  private func likeness(_ a: String, _ b: String) -> Likeness? { Likeness(a.utf8, b.utf8) }

  private func hash(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { Likeness.hash($0) }
  }

  @Test(
    arguments: [
      ("Phòng A", "Phòng  A", .spaces), ("Phòng A", "PhòngA", .spaces),
      ("Phòng A", "Phòng\u{A0}A", .spaces), ("TT01", "tt01", .letterCase),
      ("ĐỒNG THÁP", "Đồng Tháp", .letterCase), ("Hoà Bình", "Hòa Bình", .tonePlace),
      ("Thuỷ", "Thủy", .tonePlace), ("TT01", "TTO1", .glyphs("0", "O")),
      ("A1", "Al", .glyphs("1", "l")), ("AI", "A1", .glyphs("I", "1")),
      ("AI", "Al", .glyphs("I", "l")), ("Lý Sơn", "Lí Sơn", .iAndY),
      ("Quý", "Quí", .iAndY), ("Kỹ thuật", "Kĩ thuật", .iAndY),
      ("TT-01", "TT–01", .marks("-", "–")),
      ("\u{405}ở", "Sở", .foreign("\u{405}", name: "chữ Kirin (chữ Nga)", instead: "S")),
      ("ðông", "đông", .foreign("ð", name: "chữ eth của tiếng Iceland", instead: "đ")),
      ("Mĩ\u{200B} Lộc", "Mĩ Lộc", .hidden("dấu cách rộng bằng không")),
    ] as [(String, String, Likeness.Difference)])
  func tellsWhatParts(_ pair: (a: String, b: String, difference: Likeness.Difference)) {
    #expect(likeness(pair.a, pair.b)?.differences == [pair.difference])
    #expect(likeness(pair.b, pair.a) != nil)
    #expect(hash(pair.a) == hash(pair.b))
  }

  @Test(arguments: [
    ("Toán", "Toàn"), ("Thúi", "Thúy"), ("điểm i", "điểm y"), ("TT01", "TT02"), ("tai", "tay"),
    ("A", ""), ("", ""), ("như nhau", "như nhau"), ("Đạt", "Dạt"), ("lí", "lỳ"), ("5", "S"),
    ("Hà Nội", "Hà Nam"),
  ])
  func leavesOtherTextsAlone(_ pair: (String, String)) {
    #expect(likeness(pair.0, pair.1) == nil)
  }

  @Test func severalThingsMayPart() {
    #expect(
      likeness("PHÒNG  TT0", "phòng tto")?.differences
        == [.letterCase, .glyphs("0", "o"), .spaces])
    #expect(likeness("TT001", "TTOO1")?.digitRun == 3)
    #expect(likeness("khối 1", "khối I")?.digitRun == 1)
    #expect(likeness("TT01", "tt01")?.digitRun == 0)
    #expect(likeness("Sở", "\u{405}ở")?.isSecondForeign == true)
    #expect(likeness("\u{405}ở", "Sở")?.isSecondForeign == false)
  }

  /// Whatever is done to the look of a text, the two stay alike and are found by their hash.
  @Test func manyTextsInDisguise() {
    var generator = Numbers(state: 27)
    let words = ["Hoà", "Lý", "đảng", "uỷ", "Kỹ", "TT01", "Sở", "ỦY", "100", "Quý", "Ol1"]
    var alike = 0
    for _ in 0..<2_000 {
      let text = (0..<generator.below(4) + 1).map { _ in words[generator.below(words.count)] }
        .joined(separator: " ")
      let disguised = disguise(text, &generator)
      #expect(hash(text) == hash(disguised), "\(text) | \(disguised)")
      if text == disguised {
        #expect(likeness(text, disguised) == nil)
      } else {
        #expect(likeness(text, disguised) != nil, "\(text) | \(disguised)")
        alike += 1
      }
    }
    #expect(alike > 1_500)
  }

  private func disguise(_ text: String, _ generator: inout Numbers) -> String {
    let swaps: [Character: [String]] = [
      " ": ["  ", "\u{A0}"], "0": ["O", "o"], "O": ["0"], "1": ["l", "I"], "l": ["1", "I"],
      "đ": ["ð", "Đ"], "T": ["\u{422}", "t", "\u{FF34}"], "ý": ["í"], "ỹ": ["ĩ"],
      "S": ["\u{405}", "s\u{200B}"],
    ]
    return text.map { character in
      guard let others = swaps[character], generator.below(2) == 0 else { return String(character) }
      return others[generator.below(others.count)]
    }.joined()
  }

  /// A small generator of its own: the same texts in every run.
  private struct Numbers {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }
}
