// Days that count as working days: week-ends and the script's holidays left out, worked week-ends
// put in. In: both kinds of days. Out:
// counts of days, and the day so many working days later. Anyone may use it; the machine's built-in
// `số ngày làm việc` counts the same days.

/// Which days are worked.
public struct WorkingCalendar: Sendable {
  private let holidays: Set<Int32>

  private let workedDays: Set<Int32>

  /// `workedDays` are week-ends.
  public init(holidays: [Int32], workedDays: [Int32] = []) {
    self.holidays = Set(holidays)
    self.workedDays = Set(workedDays)
  }

  /// Monday to Friday and no holiday, or a week-end that is worked.
  public func isWorkingDay(_ day: CalendarDate) -> Bool {
    if workedDays.contains(day.days) { return true }
    return (2...6).contains(day.weekday) && !holidays.contains(day.days)
  }

  /// Working days after `first`, up to and with `last`; 0 when `last` is not later.
  public func workingDays(after first: CalendarDate, through last: CalendarDate) -> Int {
    guard last > first else { return 0 }
    // Whole weeks have five; the rest is looked at day by day.
    let span = Int(last.days) - Int(first.days)
    var count = span / 7 * 5
    for offset in span / 7 * 7..<span {
      if let day = first.adding(days: offset + 1), (2...6).contains(day.weekday) { count += 1 }
    }
    for holiday in holidays where holiday > first.days && holiday <= last.days {
      if let day = CalendarDate(days: holiday), (2...6).contains(day.weekday) { count -= 1 }
    }
    return count + workedDays.count { $0 > first.days && $0 <= last.days }
  }

  /// The `count`th working day after `day`; nil outside the years a date can have.
  public func day(_ count: Int, workingDaysAfter day: CalendarDate) -> CalendarDate? {
    // Ten thousand years hold fewer working days than this.
    guard (0...3_000_000).contains(count) else { return nil }
    var found = day
    var left = count
    while left > 0 {
      guard let next = found.adding(days: 1) else { return nil }
      found = next
      if isWorkingDay(found) { left -= 1 }
    }
    return found
  }
}
