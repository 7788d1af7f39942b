// Numbers as a workbook writes them into decimals as people write them. In: digits with a point, an exponent
// perhaps, up to 17 of them. Out: digits with a comma, at most 15 significant ones: Excel shows no more,
// and what stands behind is the noise of binary fractions (8.0999999999999996 is 8,1). Used by the
// workbook reader.

/// A decimal number: digits times a power of ten.
struct DecimalText: Equatable {
  private(set) var isNegative = false
  /// Without zeros at either end; empty for 0.
  private(set) var digits: [UInt8] = []
  /// The place of the point behind the first digit: 0 for `5`, 1 for `50`, -1 for `0,5`.
  private(set) var magnitude = 0

  private static let significant = 15
  /// Larger exponents are no numbers of an office.
  private static let largestExponent = 300
  private static let mostLetters = 400

  /// nil when the bytes are no number.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= DecimalText.mostLetters else { return nil }
    var rest = Array(bytes)[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest.removeFirst()
    }
    var pointPlace: Int?
    var hasDigit = false
    while let byte = rest.first {
      if byte &- UInt8(ascii: "0") < 10 {
        digits.append(byte - UInt8(ascii: "0"))
        hasDigit = true
      } else if byte == UInt8(ascii: "."), pointPlace == nil {
        pointPlace = digits.count
      } else {
        break
      }
      rest.removeFirst()
    }
    guard hasDigit else { return nil }
    var exponent = 0
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"),
        let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        value.magnitude <= DecimalText.largestExponent
      else { return nil }
      exponent = value
    }
    magnitude = (pointPlace ?? digits.count) - 1 + exponent
    trim()
    round()
  }

  private mutating func trim() {
    while digits.first == 0 {
      digits.removeFirst()
      magnitude -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      magnitude = 0
      isNegative = false
    }
  }

  private mutating func round() {
    guard digits.count > DecimalText.significant else { return }
    let goesUp = digits[DecimalText.significant] >= 5
    digits.removeSubrange(DecimalText.significant...)
    if goesUp {
      var place = digits.count - 1
      while place >= 0, digits[place] == 9 {
        digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        digits[place] += 1
      } else {
        digits.insert(1, at: 0)
        magnitude += 1
      }
    }
    trim()
  }

  /// The number times a hundred: what stands before `%`.
  var timesHundred: DecimalText {
    var result = self
    if !digits.isEmpty { result.magnitude += 2 }
    return result
  }

  /// The whole part as an integer and whether a fraction follows; nil when it is too large.
  var whole: (value: Int, hasFraction: Bool)? {
    guard magnitude < 18 else { return nil }
    var value = 0
    for place in 0...max(0, magnitude) where magnitude >= 0 {
      value = value * 10 + Int(place < digits.count ? digits[place] : 0)
    }
    return (isNegative ? -value : value, digits.count > magnitude + 1 && !digits.isEmpty)
  }

  /// What stands behind the point, cut to so many places: 25 for `1,25` and two places.
  func fraction(places: Int) -> Int {
    var value = 0
    for place in 0..<places {
      let index = magnitude + 1 + place
      value = value * 10 + (digits.indices.contains(index) ? Int(digits[index]) : 0)
    }
    return value
  }

  /// `-1234,5`: no separators between thousands.
  func text(decimalMark: UInt8) -> String {
    var bytes: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    func append(_ digit: UInt8) { bytes.append(UInt8(ascii: "0") + digit) }
    if magnitude < 0 || digits.isEmpty {
      append(0)
    } else {
      for place in 0...magnitude { append(place < digits.count ? digits[place] : 0) }
    }
    let fraction = digits.dropFirst(max(0, magnitude + 1))
    if !fraction.isEmpty {
      bytes.append(decimalMark)
      if magnitude < -1 { for _ in 0..<(-1 - magnitude) { append(0) } }
      for digit in fraction { append(digit) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
