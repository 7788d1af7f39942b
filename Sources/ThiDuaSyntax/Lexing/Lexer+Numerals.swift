// Digits to numerals: `8,5`, `1.250.000`, `14/10/2026`, `1.1`, `4a`.
//
// The lexer only says what the digits look like; whether `1.1` is a code or a mistyped `1,1` depends
// on the words around it, so wrong numbers are reported by the parser.

import ThiDuaText

extension Lexer {
  mutating func readNumeral() {
    let start = position
    skipDigits()
    if let date = readDate(from: start) {
      add(.numeral(date), from: start)
      return
    }
    while position + 1 < end, isDigit(bytes[position + 1]),
      bytes[position] == UInt8(ascii: ".") || bytes[position] == UInt8(ascii: ",")
    {
      position += 1
      skipDigits()
    }
    let digits = start..<position
    var kind = classify(digits)
    if kind == .whole || kind == .grouped || kind == .dotted, let next = letterEnd(position) {
      position = next
      kind = .lettered
    }
    let key =
      kind.isCode
      ? VietnameseText.lookupKey(String(decoding: bytes[start..<position], as: UTF8.self)) : ""
    add(.numeral(kind), from: start, key: key)
  }

  private mutating func skipDigits() {
    while position < end, isDigit(bytes[position]) { position += 1 }
  }

  /// The end of one letter that is not the beginning of a word: the `a` of `4a`.
  private func letterEnd(_ index: Int) -> Int? {
    guard isLetterAt(index) else { return nil }
    let next = index + scalarAt(index).length
    if next < end, isDigit(bytes[next]) || isLetterAt(next) { return nil }
    return next
  }

  /// `d/d/d` written without spaces is a date; the position moves past it.
  private mutating func readDate(from start: Int) -> Numeral? {
    guard position - start <= 2, let (month, afterMonth) = part(after: position),
      afterMonth - position <= 3, let (year, afterYear) = part(after: afterMonth)
    else { return nil }
    let dayText = start..<position
    let yearLength = afterYear - afterMonth - 1
    position = afterYear
    guard yearLength == 4 else { return .malformed(.shortYear) }
    guard let date = CalendarDate(day: value(dayText), month: month, year: year) else {
      return .malformed(.noSuchDate)
    }
    return .date(date)
  }

  /// The number after a `/` at `index`.
  private func part(after index: Int) -> (value: Int, end: Int)? {
    guard index < end, bytes[index] == UInt8(ascii: "/") else { return nil }
    var stop = index + 1
    while stop < end, isDigit(bytes[stop]) { stop += 1 }
    guard stop > index + 1 else { return nil }
    return (value(index + 1..<stop), stop)
  }

  /// The first nine digits are enough to tell a year from nonsense.
  private func value(_ range: Range<Int>) -> Int {
    range.prefix(9).reduce(0) { $0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")) }
  }

  private func classify(_ range: Range<Int>) -> Numeral {
    if range.count > NumberText.maximumDigits { return .malformed(.tooLong) }
    let text = bytes[range]
    let commas = text.count { $0 == UInt8(ascii: ",") }
    let integer = text.prefix { $0 != UInt8(ascii: ",") }
    let groups = integer.split(separator: UInt8(ascii: "."))
    let isGrouped =
      groups.count > 1 && groups[0].count <= 3 && groups[0].first != UInt8(ascii: "0")
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    switch commas {
    case 0:
      if groups.count == 1 { return .whole }
      return isGrouped ? .grouped : .dotted
    case 1:
      let fraction = text.dropFirst(integer.count + 1)
      if fraction.contains(UInt8(ascii: ".")) { return .malformed(.groups) }
      return groups.count == 1 || isGrouped ? .decimal : .malformed(.groups)
    default:
      return .malformed(.commas)
    }
  }
}
