import Testing
import ThiDuaText

/// Days of the calendar.
@Suite struct CalendarDateTests {
  private func date(_ text: String) -> CalendarDate? {
    try? CalendarDate.parse(text.utf8).get()
  }

  private func problem(_ text: String) -> DateProblem? {
    if case .failure(let problem) = CalendarDate.parse(text.utf8) { return problem }
    return nil
  }

  @Test func knownDays() {
    #expect(date("1/1/1970")?.days == 0)
    #expect(date("14/10/2026")?.days == 20_740)
    #expect(date("1/1/0001")?.days == CalendarDate.range.lowerBound)
    #expect(date("31/12/9999")?.days == CalendarDate.range.upperBound)
    #expect(date("02/09/1945")?.weekday == 1)
    #expect(date("30/4/1975")?.weekdayName == "thứ tư")
    #expect(date("14/10/2026")?.weekdayName == "thứ tư")
    #expect(date("14/10/2026")?.quarter == 4)
    #expect(date("5/2/2026")?.text == "05/02/2026")
    #expect(date("5/3/0987")?.text == "05/03/0987")
    #expect(date("5/2/2026")?.officialText == "ngày 05 tháng 02 năm 2026")
    #expect(date("15/3/2026")?.officialText == "ngày 15 tháng 3 năm 2026")
  }

  @Test func everyDayGoesThereAndBack() throws {
    var weekday = 2
    var previous = CalendarDate.range.lowerBound - 1
    for year in 1...9999 where year < 5 || (1890...2105).contains(year) || year > 9995 {
      for month in 1...12 {
        for day in 1...CalendarDate.daysIn(month: month, year: year) {
          let date = try #require(CalendarDate(day: day, month: month, year: year))
          #expect(date.parts == (day, month, year))
          if date.days == previous + 1 { #expect(date.weekday == weekday) }
          previous = date.days
          weekday = date.weekday % 7 + 1
        }
      }
    }
    #expect(CalendarDate(days: CalendarDate.range.upperBound + 1) == nil)
    #expect(CalendarDate(days: CalendarDate.range.lowerBound - 1) == nil)
  }

  @Test func leapYears() {
    #expect(CalendarDate(day: 29, month: 2, year: 2024) != nil)
    #expect(CalendarDate(day: 29, month: 2, year: 2026) == nil)
    #expect(CalendarDate(day: 29, month: 2, year: 2000) != nil)
    #expect(CalendarDate(day: 29, month: 2, year: 1900) == nil)
  }

  @Test func adding() {
    #expect(date("31/1/2026")?.adding(months: 1)?.text == "28/02/2026")
    #expect(date("31/1/2024")?.adding(months: 1)?.text == "29/02/2024")
    #expect(date("15/12/2026")?.adding(months: 1)?.text == "15/01/2027")
    #expect(date("15/1/2026")?.adding(months: -13)?.text == "15/12/2024")
    #expect(date("28/2/2026")?.adding(days: 1)?.text == "01/03/2026")
    #expect(date("1/1/2026")?.adding(days: Int.max) == nil)
    #expect(date("1/1/2026")?.adding(months: Int.max) == nil)
    #expect(date("1/1/2026")?.adding(months: Int.min) == nil)
    #expect(date("31/12/9999")?.adding(days: 1) == nil)
    #expect(date("1/1/0001")?.adding(months: -1) == nil)
  }

  @Test(arguments: [
    ("1/7/26", DateProblem.twoDigitYear), ("10/12", .missingYear), ("", .notADate),
    ("14-10-2026", .notADate), ("14/10/2026 ", .notADate), ("a/10/2026", .notADate),
    ("14//2026", .notADate), ("014/10/2026", .notADate), ("14/10/02026", .notADate),
    ("30/2/2026", .noSuchDay(day: 30, month: 2, year: 2026)),
    ("10/14/2026", .noSuchDay(day: 10, month: 14, year: 2026)),
    ("1/1/0000", .noSuchDay(day: 1, month: 1, year: 0)),
  ])
  func refuses(_ pair: (String, DateProblem)) {
    #expect(problem(pair.0) == pair.1)
    #expect(pair.1.message.hasSuffix(".") && pair.1.advice.hasSuffix("."))
  }

  @Test func adviceForAmericanDates() {
    let problem = DateProblem.noSuchDay(day: 10, month: 14, year: 2026)
    #expect(problem.advice == "Nếu ý là tháng 10, viết 14/10/2026.")
  }
}
