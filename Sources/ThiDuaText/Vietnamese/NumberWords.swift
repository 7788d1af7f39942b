// Numbers in words. In: an exact number. Out: how an accountant reads it aloud. Invariant: total for
// finite decimals of any size; what has no finite decimal form has no words. Anyone may import it.

import ThiDuaNumber

extension VietnameseText {
  /// `một triệu hai trăm năm mươi nghìn`; decimals after `phẩy`; nil when the number has no finite
  /// decimal form. `zeroTens` stands for an empty place of tens (`linh`, in the South `lẻ`).
  public static func wordsInVietnamese(_ number: Exact, zeroTens: String = "linh") -> String? {
    let expansion = number.decimalExpansion(maxPlaces: 0)
    guard expansion.isComplete else { return nil }
    var words = expansion.isNegative ? ["âm"] : []
    words += NumberWords(zeroTens: zeroTens).whole(expansion.integer.map { Int($0) - 0x30 })
    if !expansion.fraction.isEmpty {
      words.append("phẩy")
      words += NumberWords(zeroTens: zeroTens).fraction(expansion.fraction.map { Int($0) - 0x30 })
    }
    return words.joined(separator: " ")
  }
}

/// The rules of reading, on lists of digits.
private struct NumberWords {
  let zeroTens: String

  private static let digits = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
  ]

  /// Reads whole numbers of any length: every nine digits are one `tỷ`.
  func whole(_ digits: [Int]) -> [String] {
    let significant = Array(digits.drop { $0 == 0 })
    if significant.isEmpty { return [NumberWords.digits[0]] }
    var result: [String] = []
    var groupCount = (significant.count + 2) / 3
    var start = 0
    var end = significant.count - (groupCount - 1) * 3
    while groupCount > 0 {
      groupCount -= 1
      let group = Array(significant[start..<end])
      if group.contains(where: { $0 != 0 }) {
        result += three(group)
        if groupCount % 3 > 0 { result.append(groupCount % 3 == 1 ? "nghìn" : "triệu") }
      }
      // At the end of nine digits: say `tỷ` once for each nine still to come.
      if groupCount > 0, groupCount % 3 == 0, !result.isEmpty, result.last != "tỷ" {
        result += Array(repeating: "tỷ", count: groupCount / 3)
      }
      start = end
      end += 3
    }
    return result
  }

  /// Reads up to three digits; three of them always name the hundreds.
  private func three(_ group: [Int]) -> [String] {
    var result: [String] = []
    let units = group[group.count - 1]
    let tens = group.count > 1 ? group[group.count - 2] : 0
    if group.count == 3 {
      result += [NumberWords.digits[group[0]], "trăm"]
      if tens == 0, units > 0 { result.append(zeroTens) }
    }
    switch tens {
    case 0: break
    case 1: result.append("mười")
    default: result += [NumberWords.digits[tens], "mươi"]
    }
    switch (tens, units) {
    case (_, 0): if group.count == 1 { result.append(NumberWords.digits[0]) }
    case (2..., 1): result.append("mốt")
    case (2..., 4): result.append("tư")
    case (1..., 5): result.append("lăm")
    default: result.append(NumberWords.digits[units])
    }
    return result
  }

  /// Reads decimals: leading zeros one by one, then up to three digits as a number, longer ones
  /// digit by digit.
  func fraction(_ digits: [Int]) -> [String] {
    let zeros = digits.prefix { $0 == 0 }
    let rest = Array(digits.dropFirst(zeros.count))
    let spoken = zeros.map { _ in NumberWords.digits[0] }
    return spoken + (rest.count <= 3 ? whole(rest) : rest.map { NumberWords.digits[$0] })
  }
}
