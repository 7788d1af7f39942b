// An exact number as a workbook keeps it. In: exact numbers. Out: the binary fraction nearest to the
// number, or its digits as text. Invariant: a decimal of at most 15 digits reads back as itself, in Excel
// as here; longer ones stay text, because Excel would drop the digits behind the fifteenth without a
// word. Used by the workbook writer.
//
// The library writes 16 digits, so 8,87 stands in the file as 8.869999999999999: the same binary fraction
// as 8.87, which is what every program that opens the file then shows.

import ThiDuaNumber
import ThiDuaText

enum CellNumber: Equatable {
  case binary(Double)
  case text(String)

  private static let significant = 15
  /// Places taken of a number that never ends: more than a binary fraction can tell apart.
  private static let endlessPlaces = 40
  /// Whole digits a binary fraction has room for.
  private static let largestLength = 300

  init(_ number: Exact) {
    // Both are whole numbers without a fraction lost, and division rounds once.
    if let micros = number.micros, micros.magnitude < 1_000_000_000_000_000 {
      self = .binary(Double(micros) / 1_000_000)
      return
    }
    let expansion = number.decimalExpansion(maxPlaces: Self.endlessPlaces)
    let digits = Self.trimmed(expansion.integer + expansion.fraction)
    guard expansion.integer.count <= Self.largestLength,
      !expansion.isComplete || digits <= Self.significant,
      let value = Double(
        String(decoding: expansion.integer + [0x2E] + expansion.fraction + [0x30], as: UTF8.self))
    else {
      self = .text(NumberText.format(number))
      return
    }
    self = .binary(expansion.isNegative ? -value : value)
  }

  /// Digits between the zeros at both ends.
  private static func trimmed(_ digits: [UInt8]) -> Int {
    guard let first = digits.firstIndex(where: { $0 != 0x30 }),
      let last = digits.lastIndex(where: { $0 != 0x30 })
    else { return 0 }
    return last - first + 1
  }
}

extension CellNumber {
  /// Days as Excel counts them; nil before 1/3/1900, where it counts a day that never was.
  static func serial(_ date: CalendarDate) -> Double? {
    let serial = Int(date.days) + 25_569
    return serial > 60 ? Double(serial) : nil
  }
}
