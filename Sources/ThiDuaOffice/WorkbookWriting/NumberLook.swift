// The number format of a column. In: its title and its numbers. Out: a format as a file keeps it. Invariant: all
// cells of a column show the same places; thousands are grouped as offices write them, but never in years
// (2026, not 2.026) nor in numbers that only tell subjects apart. Used by whoever writes a workbook.

import ThiDuaNumber
import ThiDuaText

struct NumberLook {
  private let mayBeYears: Bool
  private let isIdentifier: Bool
  private let isPercent: Bool
  private var places = 0
  private var areYears = true

  /// Places shown of points and amounts; more only tell how a number was reckoned.
  static let mostPlaces = 6
  private static let years = Exact(1900)...Exact(2100)

  init(title: String, isIdentifier: Bool = false, isPercent: Bool = false) {
    mayBeYears = VietnameseText.lookupKey(title).split(separator: " ").contains("năm")
    self.isIdentifier = isIdentifier
    self.isPercent = isPercent
  }

  /// Takes a number into account; one that never ends asks for `endless` places.
  mutating func add(_ number: Exact, endless: Int = mostPlaces) {
    if areYears, !Self.years.contains(number) || !number.isInteger { areYears = false }
    guard places < Self.mostPlaces else { return }
    if let micros = number.micros {
      places = max(places, Self.places(ofMicros: micros) - (isPercent ? 2 : 0))
      return
    }
    let expansion = (isPercent ? number * Exact(100) : number)
      .decimalExpansion(maxPlaces: Self.mostPlaces)
    places = max(places, expansion.isComplete ? expansion.fraction.count : endless)
  }

  /// Digits behind the comma of a number of millionths.
  private static func places(ofMicros micros: Int64) -> Int {
    var rest = micros % 1_000_000
    guard rest != 0 else { return 0 }
    var places = 6
    while rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return places
  }

  /// `decimals`: the places somebody asked for; nil: those that the numbers need, `most` at most.
  func format(decimals: Int? = nil, most: Int = mostPlaces) -> String {
    let places = min(decimals ?? places, most)
    if isPercent { return CellStyle.percentFormat(decimals: places) }
    let isGrouped = !isIdentifier && !(mayBeYears && areYears)
    return CellStyle.numberFormat(decimals: places, isGrouped: isGrouped)
  }
}
