// The machine's own functions: arguments in consecutive registers, the result a word.
//
// A blank argument is an error. A not-applicable one makes a function of numbers not applicable and is an
// error for texts, dates, lists and dictionaries.

import ThiDuaNumber
import ThiDuaText

extension Machine {
  mutating func native(
    _ function: NativeFunction, _ arguments: UnsafeMutablePointer<Int64>
  ) throws(Trap) -> Word {
    let (x, y, z) = (
      Word(bits: arguments[0]),
      function.argumentCount > 1 ? Word(bits: arguments[1]) : Word(immediate: 0),
      function.argumentCount > 2 ? Word(bits: arguments[2]) : Word(immediate: 0)
    )
    switch function {
    case .power: return try power(x, y)
    case .squareRoot: return try squareRoot(x, y)
    case .roundToStep: return try roundToStep(x, y, .halfAwayFromZero)
    case .roundUpToStep: return try roundToStep(x, y, .up)
    case .roundDownToStep: return try roundToStep(x, y, .down)
    case .absolute:
      if x.isBlank { throw Trap(.blankUsed) }
      return x.isNotApplicable ? x : try keep(heap.number(x).magnitude)
    case .hasKey:
      // An absent key is simply not there.
      try requireValues(x, x)
      return Word(truth: heap.findEntry(y, in: x) != nil)
    default: break
    }
    try requireNoBlank(x, y)
    if z.isBlank { throw Trap(.blankUsed, operand: 2) }
    try requireValues(x, y)
    if z.isNotApplicable { throw Trap(.notApplicableUsed, operand: 2) }
    return try valueFunction(function, x, y, z)
  }

  /// Functions whose arguments are all values.
  private mutating func valueFunction(
    _ function: NativeFunction, _ x: Word, _ y: Word, _ z: Word
  ) throws(Trap) -> Word {
    switch function {
    case .length: return Word(immediate: Int64(letterCount(x)) * 1_000_000)
    case .uppercase: return try makeText(VietnameseText.uppercased(string(x)))
    case .lowercase: return try makeText(VietnameseText.lowercased(string(x)))
    case .unaccented: return try makeText(VietnameseText.unaccented(string(x)))
    case .givenName: return try makeText(VietnameseText.givenName(string(x)))
    case .contains:
      try charge(heap.textBytes(x).count / 64)
      let found = firstOccurrence(of: heap.textBytes(y), in: heap.textBytes(x), from: 0)
      return Word(truth: found != nil)
    case .startsWith:
      return Word(truth: heap.textBytes(x).starts(with: heap.textBytes(y)))
    case .endsWith:
      return Word(truth: heap.textBytes(x).reversed().starts(with: heap.textBytes(y).reversed()))
    case .replace: return try replace(x, y, by: z)
    case .split: return try split(x, y)
    case .join: return try join(x, y)
    case .inWords:
      guard let words = VietnameseText.wordsInVietnamese(heap.number(x)) else {
        throw trap(.endlessNumber, operand: 0, x)
      }
      return try makeText(words)
    case .numberOf:
      guard case .success(let number) = NumberText.parse(heap.textBytes(x)) else {
        throw trap(.notANumber, operand: 0, x)
      }
      return try keep(number)
    case .makeDate, .yearOf, .monthOf, .quarterOf, .weekdayOf, .addDays, .addMonths,
      .daysBetween, .workingDaysBetween:
      return try dateFunction(function, x, y, z)
    case .firstElements:
      let count = try whole(y, operand: 1)
      guard count >= 0 else { throw trap(.outOfRange, operand: 1, y) }
      let source = heap.elements(x).count
      try charge(min(count, source) / 8)
      let list = try heap.makeList(capacity: min(count, source))
      for index in 0..<min(count, source) {
        try copyElement(heap.elements(x)[index], to: list)
      }
      return list
    case .reversed:
      let count = heap.elements(x).count
      try charge(count / 8)
      let list = try heap.makeList(capacity: count)
      for index in stride(from: count - 1, through: 0, by: -1) {
        try copyElement(heap.elements(x)[index], to: list)
      }
      return list
    case .concatenate:
      let (first, second) = (heap.elements(x).count, heap.elements(y).count)
      try charge((first + second) / 8)
      let list = try heap.makeList(capacity: first + second)
      for index in 0..<first { try copyElement(heap.elements(x)[index], to: list) }
      for index in 0..<second { try copyElement(heap.elements(y)[index], to: list) }
      return list
    case .keys:
      let count = heap.entries(x).count
      try charge(count / 8)
      let list = try heap.makeList(capacity: count)
      for index in 0..<count { try copyElement(heap.entries(x)[index].key, to: list) }
      return list
    case .elementCount:
      return Word(immediate: Int64(heap.slot(x).pointee.count) * 1_000_000)
    case .absolute, .power, .squareRoot, .roundToStep,
      .roundUpToStep, .roundDownToStep, .hasKey:
      assertionFailure("numbers come first")
      return .blank
    }
  }

  private mutating func copyElement(_ bits: Int64, to list: Word) throws(Trap) {
    heap.shareIfObject(Word(bits: bits))
    try heap.append(Word(bits: bits), to: list)
  }

  // MARK: Dates

  private mutating func dateFunction(
    _ function: NativeFunction, _ x: Word, _ y: Word, _ z: Word
  ) throws(Trap) -> Word {
    func number(_ value: Int) -> Word { Word(immediate: Int64(value) * 1_000_000) }
    func days(_ word: Word) -> Int { Int(word.immediate) }
    if function == .makeDate {
      let (day, month, year) = (
        try whole(x, operand: 0), try whole(y, operand: 1), try whole(z, operand: 2)
      )
      guard let date = CalendarDate(day: day, month: month, year: year) else {
        trapValues = [heap.value(x), heap.value(y), heap.value(z)]
        throw Trap(.badDate)
      }
      return Word(immediate: Int64(date.days))
    }
    guard let date = CalendarDate(days: Int32(truncatingIfNeeded: x.immediate)) else {
      throw Trap(.badDate)
    }
    switch function {
    case .yearOf: return number(date.year)
    case .monthOf: return number(date.month)
    case .quarterOf: return number(date.quarter)
    case .weekdayOf: return number(date.weekday)
    case .addDays, .addMonths:
      let count = try whole(y, operand: 1)
      // Beyond this both leave the calendar, and their own arithmetic would overflow.
      let moved =
        count.magnitude > 4_000_000
        ? nil : function == .addDays ? date.adding(days: count) : date.adding(months: count)
      guard let moved else {
        trapValues = [heap.value(x), heap.value(y)]
        throw Trap(.badDate)
      }
      return Word(immediate: Int64(moved.days))
    case .daysBetween: return number(days(y) - days(x))
    default:
      return number(
        days(x) <= days(y)
          ? workingDays(after: days(x), through: days(y))
          : -workingDays(after: days(y), through: days(x)))
    }
  }

  /// Monday to Friday, without the script's holidays, and the week-ends worked, in `first + 1 ... last`.
  private func workingDays(after first: Int, through last: Int) -> Int {
    // Day 0, 1/1/1970, was a Thursday; counted from the Monday before it.
    func workingDaysBefore(_ day: Int) -> Int {
      let shifted = day + 3
      let weeks = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
      return weeks * 5 + min(5, shifted - weeks * 7)
    }
    var count = workingDaysBefore(last + 1) - workingDaysBefore(first + 1)
    for holiday in image.program.holidays where holiday > first && holiday <= last {
      let weekday = ((Int(holiday) + 3) % 7 + 7) % 7
      if weekday < 5 { count -= 1 }
    }
    for day in image.program.workedDays where day > first && day <= last { count += 1 }
    return count
  }
}
