// The number of a cell as a person would type it. In: digits as the file has them, what the style means by
// them. Out: `8,5`, `85%`, `14/10/2026`, `08:30`, `0012`. Invariant: no number passes through binary
// arithmetic; what a meaning does not fit stays a plain number. Used by the sheet parser.
//
// Times are text: the language has no kind for them. Seconds are written when there are any, so that 8 hours 30
// reads `08:30` whatever the format; a duration (`[h]:mm`) counts its hours past 24.

import ThiDuaText

/// Writes the numbers of one workbook.
struct CellTexts {
  let startsIn1904: Bool
  let decimalMark: UInt8

  private static let secondsPerDay = 86_400
  /// Excel's last day is in the year 9999.
  private static let mostDays = 3_000_000

  /// A number with its decimal mark when it is written as a person would otherwise; nil when it is not.
  func plain(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= 15, bytes[0] != UInt8(ascii: "."), bytes.last != UInt8(ascii: ".") else {
      return nil
    }
    var point: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ".") {
        if point != nil { return nil }
        point = index
      } else if byte &- UInt8(ascii: "0") > 9 {
        return nil
      }
    }
    guard let point else { return bytes }
    var bytes = bytes
    bytes[point] = decimalMark
    return bytes
  }

  /// A number as its style means it.
  func text(ofNumber bytes: [UInt8], _ meaning: NumberMeaning) -> [UInt8] {
    guard let number = DecimalText(bytes) else { return bytes }
    let plain = number.text(decimalMark: decimalMark)
    let shown: String? =
      switch meaning {
      case .plain: plain
      case .percent: number.timesHundred.text(decimalMark: decimalMark) + "%"
      case .padded(let count):
        String(repeating: "0", count: max(0, count - plain.utf8.count)) + plain
      case .date: number.whole.flatMap { date(serial: $0.value) }
      case .dateTime: dateTime(number)
      case .time:
        seconds(number).map { CellTexts.time($0 % CellTexts.secondsPerDay, isNegative: false) }
      case .duration:
        seconds(number).map { CellTexts.time($0, isNegative: number.isNegative && $0 > 0) }
      }
    return Array((shown ?? plain).utf8)
  }

  // MARK: Dates

  private func dateTime(_ number: DecimalText) -> String? {
    guard !number.isNegative, let seconds = seconds(number) else { return nil }
    let time = seconds % CellTexts.secondsPerDay
    return date(serial: seconds / CellTexts.secondsPerDay).map {
      time == 0 ? $0 : "\($0) \(CellTexts.time(time, isNegative: false))"
    }
  }

  /// Days since the workbook's first day; Excel believes that 1900 had a 29 February.
  private func date(serial: Int) -> String? {
    let epoch =
      startsIn1904
      ? CalendarDate(day: 1, month: 1, year: 1904)
      : CalendarDate(day: serial < 60 ? 31 : 30, month: 12, year: 1899)
    guard serial >= 0, serial <= CellTexts.mostDays else { return nil }
    return epoch?.adding(days: serial)?.text
  }

  /// `2026-10-14T08:30:00` as `14/10/2026 08:30`, or the day alone when the style shows no time.
  func text(ofISODate bytes: [UInt8], _ meaning: NumberMeaning) -> [UInt8] {
    let halves = bytes.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    let day = halves[0].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard day.count == 3, halves.count <= 2 else { return bytes }
    let date = day.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    guard halves.count == 2, meaning != .date else { return Array(date.utf8) }
    var time = String(decoding: halves[1].prefix(8), as: UTF8.self)
    if time.hasSuffix(":00"), time.utf8.count == 8 { time.removeLast(3) }
    return Array((time == "00:00" ? date : "\(date) \(time)").utf8)
  }

  // MARK: Times

  /// The whole seconds of so many days, without their sign; nil when there are too many.
  private func seconds(_ number: DecimalText) -> Int? {
    guard let whole = number.whole?.value.magnitude, whole <= CellTexts.mostDays else { return nil }
    // Ten places are 86,400 times finer than a second.
    let unit = 10_000_000_000
    let fraction = number.fraction(places: 10)
    return Int(whole) * CellTexts.secondsPerDay
      + (fraction * CellTexts.secondsPerDay + unit / 2) / unit
  }

  /// `08:30`, `25:30:15`.
  private static func time(_ seconds: Int, isNegative: Bool) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return (isNegative ? "-" : "") + minutes + (seconds % 60 == 0 ? "" : ":\(two(seconds % 60))")
  }
}
