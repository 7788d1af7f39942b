// Calendar days. In: day, month and year, or text as scripts write it. Out: a day count that sorts
// and subtracts. Invariant: proleptic Gregorian calendar, years 1…9999, no time, no zone, no clock.
// Anyone may import it.

/// A day of the calendar as the number of days since 1/1/1970.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1/1/1970, negative before.
  public let days: Int32

  /// The first and last day that exist: 1/1/0001 and 31/12/9999.
  public static let range: ClosedRange<Int32> = -719_162...2_932_896

  /// The day with this count; nil outside the years 1…9999.
  public init?(days: Int32) {
    guard CalendarDate.range.contains(days) else { return nil }
    self.days = days
  }

  /// The day `day/month/year`; nil when there is no such day.
  public init?(day: Int, month: Int, year: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.daysIn(month: month, year: year)
    else { return nil }
    // Years counted from March, so that the leap day is the last one of its year.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let all = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    days = Int32(all - 719_468)
  }

  /// Number of days of a month; `month` is 1…12.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return isLeap(year) ? 29 : 28
    default: return 31
    }
  }

  /// True when February has 29 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Day, month and year at once.
  public var parts: (day: Int, month: Int, year: Int) {
    let shifted = Int(days) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (dayOfYear - (153 * marchMonth + 2) / 5 + 1, month, year)
  }

  public var day: Int { parts.day }
  public var month: Int { parts.month }
  public var year: Int { parts.year }
  /// 1…4.
  public var quarter: Int { (parts.month + 2) / 3 }

  /// 2 (thứ hai) … 7 (thứ bảy), 1 for chủ nhật: as Vietnamese people count and as Excel's WEEKDAY.
  public var weekday: Int { (Int(days) + 719_162 + 1) % 7 + 1 }

  /// `thứ hai` … `thứ bảy`, `chủ nhật`.
  public var weekdayName: String {
    ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"][weekday - 1]
  }

  /// The day `count` days later (earlier when negative); nil outside the years 1…9999.
  public func adding(days count: Int) -> CalendarDate? {
    let (sum, overflow) = Int(days).addingReportingOverflow(count)
    guard !overflow, let days = Int32(exactly: sum) else { return nil }
    return CalendarDate(days: days)
  }

  /// The same day `count` months later, or the last day of that month when it is shorter.
  public func adding(months count: Int) -> CalendarDate? {
    let (day, month, year) = parts
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, sum >= 12, sum < 120_000 else { return nil }
    let newMonth = sum % 12 + 1
    let last = CalendarDate.daysIn(month: newMonth, year: sum / 12)
    return CalendarDate(day: min(day, last), month: newMonth, year: sum / 12)
  }

  /// `05/02/2026`.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `ngày 05 tháng 02 năm 2026`, padded as Decree 30/2020 on documents asks: days below 10 and
  /// the months 1 and 2.
  public var officialText: String {
    let (day, month, year) = parts
    return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }

  /// `07/4/2026`, `05/02/2026`: padded like `officialText`, as documents cite each other.
  public var officialShortText: String {
    let (day, month, year) = parts
    return "\(day < 10 ? "0" : "")\(day)/\(month < 3 ? "0" : "")\(month)/\(year)"
  }

  /// Writes `05/02/2026` without building a string.
  public func append(to bytes: inout [UInt8]) {
    let (day, month, year) = parts
    append(pair: day, to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    append(pair: month, to: &bytes)
    bytes.append(UInt8(ascii: "/"))
    append(pair: year / 100, to: &bytes)
    append(pair: year % 100, to: &bytes)
  }

  private func append(pair value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(0x30 + value / 10))
    bytes.append(UInt8(0x30 + value % 10))
  }

  /// Reads `d/M/yyyy` with one or two digits for day and month and exactly four for the year.
  public static func parse(
    _ bytes: some Collection<UInt8>
  ) -> Result<CalendarDate, DateProblem> {
    withBytes(bytes) { buffer in
      // Value and count of digits of the three fields; only digits and two slashes may occur.
      var values = (0, 0, 0)
      var counts = (0, 0, 0)
      var field = 0
      guard buffer.count <= 10 else { return .failure(.notADate) }
      for byte in buffer {
        if byte == UInt8(ascii: "/") {
          field += 1
          continue
        }
        guard byte &- 0x30 < 10 else { return .failure(.notADate) }
        let digit = Int(byte - 0x30)
        switch field {
        case 0: (values.0, counts.0) = (values.0 * 10 + digit, counts.0 + 1)
        case 1: (values.1, counts.1) = (values.1 * 10 + digit, counts.1 + 1)
        case 2: (values.2, counts.2) = (values.2 * 10 + digit, counts.2 + 1)
        default: return .failure(.notADate)
        }
      }
      guard (1...2).contains(counts.0), (1...2).contains(counts.1), field <= 2 else {
        return .failure(.notADate)
      }
      if field == 1 { return .failure(.missingYear) }
      if counts.2 == 2 { return .failure(.twoDigitYear) }
      guard counts.2 == 4 else { return .failure(.notADate) }
      guard let date = CalendarDate(day: values.0, month: values.1, year: values.2) else {
        return .failure(.noSuchDay(day: values.0, month: values.1, year: values.2))
      }
      return .success(date)
    }
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.days < b.days }
}

/// Why a text is not a date.
public enum DateProblem: Error, Sendable, Equatable {
  case notADate
  case missingYear
  case twoDigitYear
  case noSuchDay(day: Int, month: Int, year: Int)

  /// Why the text is not a date, one sentence.
  public var message: String {
    switch self {
    case .notADate: return "Ngày phải viết theo thứ tự ngày/tháng/năm."
    case .missingYear: return "Ngày thiếu năm."
    case .twoDigitYear: return "Năm viết hai chữ số không rõ thuộc thế kỷ nào."
    case .noSuchDay(let day, let month, let year):
      if !(1...12).contains(month) { return "Một năm chỉ có 12 tháng, không có tháng \(month)." }
      if !(1...9999).contains(year) { return "Năm phải từ 1 đến 9999." }
      let last = CalendarDate.daysIn(month: month, year: year)
      return "Tháng \(month)/\(year) chỉ có \(last) ngày, không có ngày \(day)."
    }
  }

  /// What to write instead, one sentence.
  public var advice: String {
    switch self {
    case .noSuchDay(let day, let month, let year) where day <= 12 && month > 12:
      return "Nếu ý là tháng \(day), viết \(month)/\(day)/\(year)."
    case .twoDigitYear: return "Viết đủ bốn chữ số của năm, ví dụ 14/10/2026."
    default: return "Viết như 14/10/2026."
    }
  }
}
