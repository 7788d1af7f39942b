// The day somebody probably meant, for advice. In: a text that is no date as the language reads it. Out: a day, or
// nil. Invariant: never used as data. Used by DataMessages.

extension CalendarDate {
  /// The day of a number as Excel counts days, in years that offices write of: `46000` is 09/12/2025.
  static func counted(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 5, let days = Int(text), (18_264...73_050).contains(days) else {
      return nil
    }
    return CalendarDate(day: 30, month: 12, year: 1899)?.adding(days: days)
  }

  /// The day written another way: `1-1-2026`, `ngày 5 tháng 1 năm 2026`, `2026-01-05`.
  static func meant(by text: String) -> CalendarDate? {
    let parts = text.utf8.split { $0 &- UInt8(ascii: "0") > 9 }
    let numbers = parts.compactMap {
      $0.count <= 4 ? Int(String(decoding: $0, as: UTF8.self)) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[2].count == 4 {
      return CalendarDate(day: numbers[0], month: numbers[1], year: numbers[2])
    }
    guard parts[0].count == 4 else { return nil }
    return CalendarDate(day: numbers[2], month: numbers[1], year: numbers[0])
  }
}
