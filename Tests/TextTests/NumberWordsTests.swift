// Numbers in words, read back by a reader that knows nothing of the writer.

import Testing
import ThiDuaNumber

@testable import ThiDuaText

@Suite struct NumberWordsTests {
  private func words(_ number: Int) -> [String] {
    (VietnameseText.wordsInVietnamese(Exact(number)) ?? "").split(separator: " ").map(String.init)
  }

  private static let digits: [String: Int] = [
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
  ]

  /// The number that whole-number words say; nil when they are none.
  private func read(_ words: [String]) -> Int? {
    var (total, section, group, digit) = (0, 0, 0, 0)
    var index = 0
    while index < words.count {
      switch words[index] {
      case "trăm": (group, digit) = (group + digit * 100, 0)
      case "mươi": (group, digit) = (group + digit * 10, 0)
      case "mười": group += 10
      case "linh": if group % 100 != 0 || digit != 0 { return nil }
      case "nghìn": (section, group, digit) = (section + (group + digit) * 1000, 0, 0)
      case "triệu": (section, group, digit) = (section + (group + digit) * 1_000_000, 0, 0)
      case "tỷ":
        var scale = 1
        while index < words.count, words[index] == "tỷ" {
          scale *= 1_000_000_000
          index += 1
        }
        total += (section + group + digit) * scale
        (section, group, digit) = (0, 0, 0)
        continue
      case let word:
        guard let value = Self.digits[word], digit == 0 else { return nil }
        digit = value
      }
      index += 1
    }
    return total + section + group + digit
  }

  /// What no accountant says.
  private func isWellSaid(_ words: [String]) -> Bool {
    let pairs = zip(words, words.dropFirst())
    return pairs.allSatisfy { first, second in
      switch (first, second) {
      case ("mươi", "một"), ("mươi", "bốn"), ("mươi", "năm"), ("mười", "mốt"), ("mười", "tư"),
        ("mười", "năm"), ("linh", "mốt"), ("linh", "tư"), ("linh", "lăm"), ("trăm", "mốt"),
        ("trăm", "tư"), ("trăm", "lăm"), ("một", "mươi"), ("không", "mươi"), ("nghìn", "nghìn"),
        ("triệu", "triệu"), ("nghìn", "triệu"):
        false
      // After hundreds come tens, `linh` or the end of the group.
      case ("trăm", let next): !["không", "trăm"].contains(next)
      default: true
      }
    }
  }

  @Test func everyNumberToTenThousandIsReadBack() {
    for number in 0...10_000 {
      let said = words(number)
      #expect(read(said) == number && isWellSaid(said), "\(number): \(said)")
    }
  }

  @Test func moneyOfAnySizeIsReadBack() {
    var state: UInt64 = 2026
    for round in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var number = Int(state >> 2)
      for _ in 0..<(round % 18) { number /= 10 }
      // Round sums, as money is: zeros in the middle and at the end.
      for _ in 0..<(round % 7) { number = number / 1000 * 1000 }
      if round % 3 == 0 { number = number / 1_000_000 * 1_000_000 + number % 10 }
      let said = words(number)
      #expect(read(said) == number && isWellSaid(said), "\(number): \(said)")
      #expect(words(-number) == (number == 0 ? said : ["âm"] + said))
    }
  }

  /// Decimals of scores, percentages and rates: zeros first, then what is left as a number.
  @Test func decimalsAreReadBack() {
    for number in stride(from: 1, to: 100_000, by: 7) {
      // 97,05: the places behind the comma.
      for places in 1...3 {
        let scale = [10, 100, 1000][places - 1]
        let value = Exact(number).divided(by: Exact(scale))
        let said = (VietnameseText.wordsInVietnamese(value) ?? "").split(separator: " ")
          .map(String.init)
        guard let comma = said.firstIndex(of: "phẩy") else {
          #expect(number % scale == 0 && read(said) == number / scale)
          continue
        }
        #expect(read(Array(said[..<comma])) == number / scale)
        let shown = NumberText.format(value).split(separator: ",")[1]
        let zeros = shown.prefix { $0 == "0" }.count
        let spoken = Array(said[(comma + 1)...])
        #expect(spoken.prefix(zeros).allSatisfy { $0 == "không" })
        #expect(read(Array(spoken.dropFirst(zeros))) == Int(shown.dropFirst(zeros)), "\(said)")
      }
    }
  }
}
