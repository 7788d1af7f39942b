// Numbers as Vietnamese offices print them. In: exact numbers. Out: text or bytes.
// Invariant: nothing is rounded silently: a finite decimal is printed in full, an endless one ends
// in `…`; only a caller that names a count of decimals gets rounding (halves away from zero).
// Reading is in NumberReading.swift. Anyone may import it.

import ThiDuaNumber

/// Printing and strict reading of numbers.
public enum NumberText {
  /// Places printed of a number that never ends, before `…`.
  public static let endlessPlaces = 6
  /// Longest number read, in digits; more is a damaged cell, and would cost quadratic time.
  public static let maximumDigits = 1000

  /// The number as text.
  ///
  /// Without `decimals` a finite decimal comes in full and any other as six cut places and `…`.
  /// With `decimals` (not negative) exactly so many places, rounded half away from zero.
  /// `grouping` puts marks between groups of three.
  public static func format(
    _ number: Exact, decimals: Int? = nil, style: NumberStyle = .vietnamese, grouping: Bool = false
  ) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes, style: style, decimals: decimals, grouping: grouping)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True when `format` without `decimals` prints the whole number, without `…`.
  public static func isPrintableExactly(_ number: Exact) -> Bool {
    number.micros != nil || number.decimalExpansion(maxPlaces: 0).isComplete
  }

  /// A ratio as a percentage: 17/20 is `85%`.
  public static func formatPercent(
    _ ratio: Exact, decimals: Int? = nil, style: NumberStyle = .vietnamese
  ) -> String {
    format(ratio * Exact(100), decimals: decimals, style: style) + "%"
  }

  /// Writes what `format` returns, as UTF-8.
  public static func append(
    _ number: Exact, to bytes: inout [UInt8], style: NumberStyle = .vietnamese,
    decimals: Int? = nil, grouping: Bool = false
  ) {
    if !grouping, let micros = number.micros {
      append(micros: micros, to: &bytes, style: style, decimals: decimals)
      return
    }
    let places = decimals.map { max(0, $0) }
    let shown = places.map { number.rounded(places: $0, .halfAwayFromZero) } ?? number
    let expansion = shown.decimalExpansion(maxPlaces: endlessPlaces)
    if expansion.isNegative { bytes.append(UInt8(ascii: "-")) }
    for (index, digit) in expansion.integer.enumerated() {
      let left = expansion.integer.count - index
      if grouping, index > 0, left % 3 == 0 { bytes.append(style.groupMark) }
      bytes.append(digit)
    }
    let padding = max(0, (places ?? 0) - expansion.fraction.count)
    if !expansion.fraction.isEmpty || padding > 0 { bytes.append(style.decimalMark) }
    bytes.append(contentsOf: expansion.fraction)
    for _ in 0..<padding { bytes.append(UInt8(ascii: "0")) }
    if !expansion.isComplete { bytes.append(contentsOf: "…".utf8) }
  }

  /// Writes a number given in millionths, without strings: the path of cells by the million.
  ///
  /// `decimals` as in `format`; nil drops the zeros at the end.
  public static func append(
    micros: Int64, to bytes: inout [UInt8], style: NumberStyle = .vietnamese, decimals: Int? = nil
  ) {
    var magnitude = micros.magnitude
    if let decimals, decimals < 6 {
      let unit = powerOfTen(6 - max(0, decimals))
      magnitude = (magnitude + unit / 2) / unit * unit
    }
    if micros < 0, magnitude > 0 { bytes.append(UInt8(ascii: "-")) }
    var whole = magnitude / 1_000_000
    var rest = magnitude % 1_000_000
    appendWhole(&whole, to: &bytes)
    let places = decimals.map { max(0, $0) }
    if places == 0 || (places == nil && rest == 0) { return }
    bytes.append(style.decimalMark)
    var written = 0
    while written < min(places ?? 6, 6), places != nil || rest > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + rest / 100_000))
      rest = rest % 100_000 * 10
      written += 1
    }
    for _ in written..<max(written, places ?? 0) { bytes.append(UInt8(ascii: "0")) }
  }

  @inline(__always)
  private static func appendWhole(_ whole: inout UInt64, to bytes: inout [UInt8]) {
    if whole < 10 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + whole))
      return
    }
    let start = bytes.count
    while whole > 0 {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + whole % 10))
      whole /= 10
    }
    var low = start
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 {
    switch exponent {
    case 1: return 10
    case 2: return 100
    case 3: return 1000
    case 4: return 10_000
    case 5: return 100_000
    default: return 1_000_000
    }
  }
}
