// Functions the machine brings along, called by `native`: arguments in consecutive registers.

public enum NativeFunction: UInt16, Sendable, CaseIterable {
  case absolute, power, squareRoot
  case roundToStep, roundUpToStep, roundDownToStep
  case length, uppercase, lowercase, contains, startsWith, endsWith, replace, split, join
  case unaccented, givenName, inWords, numberOf
  case makeDate, yearOf, monthOf, quarterOf, weekdayOf, addDays, addMonths, daysBetween
  case workingDaysBetween
  case firstElements, keys, hasKey, reversed, elementCount, concatenate

  /// Number of arguments.
  public var argumentCount: Int {
    switch self {
    case .absolute, .length, .uppercase, .lowercase, .unaccented, .givenName,
      .inWords, .numberOf, .yearOf, .monthOf, .quarterOf, .weekdayOf, .keys, .reversed,
      .elementCount:
      1
    case .power, .squareRoot, .roundToStep, .roundUpToStep, .roundDownToStep,
      .contains, .startsWith, .endsWith, .split, .join, .addDays, .addMonths, .daysBetween,
      .workingDaysBetween, .firstElements, .hasKey, .concatenate:
      2
    case .replace, .makeDate: 3
    }
  }
}
