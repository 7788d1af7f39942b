// How a piece of work stands on a day. In: its start, deadline and the day it was done. Out: one
// state
// with the days that matter. Invariant: what happens after the day of reckoning is not known yet,
// so the
// same data gives the view of any earlier day. Used by the façade.

import ThiDuaText

/// How a piece of work stands on a day.
public enum WorkState: Sendable, Equatable {
  /// Done, in time or without a deadline.
  case done
  case doneLate(days: Int)
  /// Not done, and the deadline has passed.
  case overdue(days: Int)
  /// Not done; `days` left, 0 on the last day.
  case due(days: Int)
  /// Not done, and it need not be begun yet.
  case notBegun
  /// Not done, no deadline.
  case open

  /// Days are working days when `calendar` is given.
  public init(
    start: CalendarDate?, deadline: CalendarDate?, done: CalendarDate?, on day: CalendarDate,
    calendar: WorkingCalendar? = nil
  ) {
    func days(_ first: CalendarDate, _ last: CalendarDate) -> Int {
      calendar?.workingDays(after: first, through: last) ?? Int(last.days) - Int(first.days)
    }
    if let done, done <= day {
      if let deadline, done > deadline {
        self = .doneLate(days: days(deadline, done))
      } else {
        self = .done
      }
    } else if let start, day < start {
      self = .notBegun
    } else if let deadline {
      self =
        day > deadline ? .overdue(days: days(deadline, day)) : .due(days: days(day, deadline))
    } else {
      self = .open
    }
  }

  public var isDone: Bool {
    switch self {
    case .done, .doneLate: true
    default: false
    }
  }
}
