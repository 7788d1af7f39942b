// Cells into bytes. In: values. Out: bytes behind each other in one growing piece of memory.
// Invariant: what is written reads back as the same value (CSVReader in the same style); a text
// never begins a formula. Used by CSVWriter; one writer a thread.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// A buffer that writes cells in one style.
struct CellWriter: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  let separator: UInt8
  let decimalMark: UInt8
  let style: NumberStyle

  init(style: NumberStyle, capacity: Int) {
    self.style = style
    self.capacity = max(capacity, 1024)
    start = .allocate(capacity: self.capacity)
    separator = style == .vietnamese ? Byte.semicolon : Byte.comma
    decimalMark = style == .vietnamese ? Byte.comma : Byte.point
  }

  deinit { start.deallocate() }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  mutating func removeAll() { count = 0 }

  /// Room for `more` bytes, with slack for whole words.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity &- count < more &+ 16 { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more + 16)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func separate() {
    reserve(1)
    put(separator)
  }

  mutating func endLine() {
    reserve(2)
    if style == .vietnamese { put(Byte.carriageReturn) }
    put(Byte.lineFeed)
  }

  mutating func byteOrderMark() {
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] { raw(byte) }
  }

  private mutating func raw(_ byte: UInt8) {
    reserve(1)
    put(byte)
  }

  /// Bytes as they are.
  @inline(__always)
  mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    if let base = bytes.baseAddress { (start + count).update(from: base, count: bytes.count) }
    count &+= bytes.count
  }

  // MARK: Numbers

  /// A number in micros with all its places.
  @inline(__always)
  mutating func number(micros: Int64) {
    reserve(24)
    if micros < 0 { put(Byte.minus) }
    let size = micros.magnitude
    let whole = size / 1_000_000
    var fraction = UInt32(truncatingIfNeeded: size &- whole &* 1_000_000)
    digits(whole)
    guard fraction != 0 else { return }
    var places = 6
    while fraction % 10 == 0 {
      fraction /= 10
      places -= 1
    }
    put(decimalMark)
    digits(fraction, places: places)
  }

  /// A number in micros with exactly `places` (0 ... 6) decimals, rounded half away from zero.
  @inline(__always)
  mutating func number(micros: Int64, places: Int) {
    reserve(24)
    let size = micros.magnitude
    switch places {
    case 0: fixed((size &+ 500_000) / 1_000_000, 0, 1, micros < 0)
    case 1: fixed((size &+ 50_000) / 100_000, 1, 10, micros < 0)
    case 2: fixed((size &+ 5_000) / 10_000, 2, 100, micros < 0)
    case 3: fixed((size &+ 500) / 1_000, 3, 1_000, micros < 0)
    case 4: fixed((size &+ 50) / 100, 4, 10_000, micros < 0)
    case 5: fixed((size &+ 5) / 10, 5, 100_000, micros < 0)
    default: fixed(size, 6, 1_000_000, micros < 0)
    }
  }

  @inline(__always)
  private mutating func fixed(_ units: UInt64, _ places: Int, _ one: UInt64, _ isNegative: Bool) {
    if isNegative, units != 0 { put(Byte.minus) }
    let whole = units / one
    digits(whole)
    guard places > 0 else { return }
    put(decimalMark)
    digits(UInt32(truncatingIfNeeded: units &- whole &* one), places: places)
  }

  @inline(__always)
  private mutating func digits(_ value: UInt64) {
    if value < 10 {
      put(Byte.zero &+ UInt8(truncatingIfNeeded: value))
      return
    }
    var length = 2
    var limit: UInt64 = 100
    while value >= limit, length < 19 {
      length &+= 1
      limit = limit &* 10
    }
    if length == 19, value >= 10_000_000_000_000_000_000 { length = 20 }
    var rest = value
    var place = count &+ length
    count = place
    while place > count &- length {
      place &-= 1
      let tens = rest / 10
      start[place] = Byte.zero &+ UInt8(truncatingIfNeeded: rest &- tens &* 10)
      rest = tens
    }
  }

  @inline(__always)
  private mutating func digits(_ value: UInt32, places: Int) {
    var rest = value
    var place = count &+ places
    count = place
    for _ in 0..<places {
      place &-= 1
      let tens = rest / 10
      start[place] = Byte.zero &+ UInt8(truncatingIfNeeded: rest &- tens &* 10)
      rest = tens
    }
  }

  /// Any number; `places` nil: all of them.
  @inline(never)
  mutating func number(_ value: Exact, places: Int?) {
    var bytes: [UInt8] = []
    NumberText.append(value, to: &bytes, style: style, decimals: places)
    bytes.withUnsafeBufferPointer { raw($0) }
  }

  /// Days since 1/1/1970.
  mutating func date(days: Int32) {
    guard let date = CalendarDate(days: days) else { return }
    let (day, month, year) = date.parts
    reserve(10)
    if style == .vietnamese {
      digits(UInt32(day), places: 2)
      put(Byte.slash)
      digits(UInt32(month), places: 2)
      put(Byte.slash)
      digits(UInt32(year), places: 4)
    } else {
      digits(UInt32(year), places: 4)
      put(Byte.minus)
      digits(UInt32(month), places: 2)
      put(Byte.minus)
      digits(UInt32(day), places: 2)
    }
  }

  // MARK: Texts

  /// A text: quoted when it must be, guarded when it would be a formula.
  @inline(__always)
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    // Signs that begin a formula, quotes, apostrophes and spaces sort below 0x41, letters above.
    if base[0] >= 0x41 || base[0] &- Byte.zero < 10, base[bytes.count - 1] > Byte.space,
      copyPlain(base, bytes.count)
    {
      return
    }
    oddText(bytes)
  }

  /// Copies a text while nothing in it needs quotes; false leaves the buffer as it was.
  @inline(__always)
  private mutating func copyPlain(_ base: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    reserve(length)
    let target = UnsafeMutableRawPointer(start + count)
    let source = UnsafeRawPointer(base)
    var index = 0
    while index &+ 8 <= length {
      let bytes = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if needsQuotes(bytes) { return false }
      target.storeBytes(of: bytes, toByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    if index < length {
      if length >= 8 {
        // The last eight bytes once more instead of the few that are left.
        let bytes = source.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
        if needsQuotes(bytes) { return false }
        target.storeBytes(of: bytes, toByteOffset: length &- 8, as: UInt64.self)
      } else {
        while index < length {
          let byte = base[index]
          if byte < Byte.space || byte == Byte.quote || byte == separator { return false }
          start[count &+ index] = byte
          index &+= 1
        }
      }
    }
    count &+= length
    return true
  }

  /// Whether any of eight bytes is a control letter, a quote or the separator.
  @inline(__always)
  private func needsQuotes(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = bytes ^ (UInt64(Byte.quote) &* ones)
    let separators = bytes ^ (UInt64(separator) &* ones)
    let found =
      (bytes &- 0x2020_2020_2020_2020) & ~bytes | (quotes &- ones) & ~quotes
      | (separators &- ones) & ~separators
    return found & 0x8080_8080_8080_8080 != 0
  }

  @inline(never)
  private mutating func oddText(_ bytes: UnsafeBufferPointer<UInt8>) {
    let needsGuard = FormulaGuard.needsGuard(bytes)
    let needsQuotes = bytes.contains {
      $0 < Byte.space || $0 == Byte.quote || $0 == separator
    }
    guard needsQuotes else {
      if needsGuard { raw(Byte.apostrophe) }
      raw(bytes)
      return
    }
    reserve(bytes.count * 2 + 3)
    put(Byte.quote)
    if needsGuard { put(Byte.apostrophe) }
    for byte in bytes {
      if byte == Byte.quote { put(byte) }
      put(byte)
    }
    put(Byte.quote)
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  mutating func percentSign() { raw(Byte.percent) }

  /// What tells a line with one blank cell from a blank line.
  mutating func emptyQuotes() {
    raw(Byte.quote)
    raw(Byte.quote)
  }
}
