// `ngày nghỉ`, `ngày làm bù`: which days count as working days.
//
// In: the declarations of the script and of what it imports. Out: two lists of days, each day once: holidays
// between Monday and Friday, week-ends that are worked. A day named both ways is worked. `finishHolidays` is
// called when all are collected.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// A run of days longer than this is a slip of the pen.
  private static let longestRun: Int32 = 366

  func collectHolidays(_ declaration: HolidayDeclaration) {
    for written in declaration.days {
      guard let days = days(written) else {
        if isBroken(written) { continue }
        report(CheckMessages.dayExpected(words(at: written.span), span: written.span))
        continue
      }
      for day in days {
        guard let date = CalendarDate(days: day) else { continue }
        let isWeekEnd = !(2...6).contains(date.weekday)
        if declaration.areWorked {
          if isWeekEnd {
            program.workedDays.append(day)
          } else {
            report(CheckMessages.workedAnyway(date.text, span: written.span))
          }
        } else if !isWeekEnd {
          program.holidays.append(day)
        }
      }
    }
  }

  /// The parser has said what is wrong: a hole, or a date that it took for a number (`1/7/26`).
  private func isBroken(_ written: Expression) -> Bool {
    var found = false
    written.visit { part in
      switch part.node {
      case .invalid: found = true
      case .number: if words(at: part.span).contains("/") { found = true }
      default: break
      }
    }
    return found
  }

  /// `1/1/2026`, or the days of `16/2/2026 .. 20/2/2026`.
  private func days(_ written: Expression) -> ClosedRange<Int32>? {
    switch written.node {
    case .date(let date): return date.days...date.days
    case .range(let low, let high):
      guard case .date(let first) = low.node, case .date(let last) = high.node,
        first.days <= last.days, last.days - first.days < Self.longestRun
      else { return nil }
      return first.days...last.days
    default: return nil
    }
  }

  /// Each day once, in order.
  func finishHolidays() {
    program.holidays = Array(Set(program.holidays)).sorted()
    program.workedDays = Array(Set(program.workedDays)).sorted()
  }
}
