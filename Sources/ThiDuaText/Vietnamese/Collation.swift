// Vietnamese dictionary order. In: UTF-8 bytes. Out: a key whose plain byte order is that order.
// Invariant: keys are equal only for texts that are canonically the same; `a < b` for keys never
// depends on locale. Anyone may import it.
//
// Key layout, one section after another, so that each word is decided before the next begins:
//   word    letters 0x40+position in a ă â … z, then its tones 0x03…0x08 (one byte each)
//   number  0x30, count of digits, digits without leading zeros: compared by value
//   other   space 0x09; ASCII signs 0x0A sign; other signs 0x0B scalar; other letters 0x70 scalar
//   ties    0x00, one byte a letter (1 small, 2 capital) up to the last capital, 0x00, the text
// The tone bytes are below every letter, so `mà` stands before `man`, and above the space, so that
// `Hoa An`, `Hoa Bình` come before `Hoà An`. (ICU weighs all letters before any tone instead.)

extension VietnameseText {
  /// The sort key of UTF-8 bytes.
  public static func collationKey(_ bytes: some Collection<UInt8>) -> [UInt8] {
    withBytes(bytes) { buffer in
      if hasCombiningMark(buffer) {
        return normalized(Array(buffer)).withUnsafeBufferPointer(buildCollationKey)
      }
      return buildCollationKey(buffer)
    }
  }

  /// The sort key of a text.
  public static func collationKey(_ text: String) -> [UInt8] { collationKey(text.utf8) }

  /// The sort key of a person's name: given name, then family name, then what stands between.
  public static func givenNameKey(_ fullName: String) -> [UInt8] {
    let parts = words(fullName)
    guard parts.count > 1 else { return collationKey(fullName) }
    let ordered = [parts[parts.count - 1], parts[0]] + parts[1..<(parts.count - 1)]
    return collationKey(ordered.joined(separator: " "))
  }

  /// -1, 0 or 1 as `a` stands before, with or after `b` in Vietnamese order.
  public static func compare(_ a: String, _ b: String) -> Int {
    if a == b { return 0 }
    return compareKeys(collationKey(a), collationKey(b))
  }

  /// -1, 0 or 1 for two sort keys.
  public static func compareKeys(_ a: [UInt8], _ b: [UInt8]) -> Int {
    let common = min(a.count, b.count)
    for index in 0..<common where a[index] != b[index] {
      return a[index] < b[index] ? -1 : 1
    }
    return a.count == b.count ? 0 : a.count < b.count ? -1 : 1
  }

  private static func buildCollationKey(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var writer = CollationWriter(capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        writer.endWord()
        index = writer.writeNumber(bytes, from: index)
      } else {
        writer.write(readScalar(bytes, &index))
      }
    }
    return writer.finish(bytes)
  }
}

/// Writes the sections of a sort key in one pass.
private struct CollationWriter {
  private var key: [UInt8] = []
  private var cases: [UInt8] = []
  private var lastCapital = 0
  private var tones: [UInt8] = []
  private var isInWord = false
  private var spaceIsPending = false

  init(capacity: Int) {
    key.reserveCapacity(capacity * 3 + 8)
  }

  @inline(__always)
  mutating func write(_ scalar: UInt32) {
    if let info = LetterTable.info(scalar) {
      flushSpace()
      isInWord = true
      key.append(0x40 + UInt8(info.letter))
      if info.tone > 0 { tones.append(0x03 + UInt8(info.tone)) }
      note(isCapital: info.isUpper)
      return
    }
    endWord()
    if isSpace(scalar) {
      spaceIsPending = !key.isEmpty
    } else {
      flushSpace()
      writeOther(scalar)
    }
  }

  /// Writes the run of digits at `start`; returns the index behind it.
  mutating func writeNumber(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    flushSpace()
    var end = start
    while end < bytes.count, bytes[end] &- 0x30 < 10 { end += 1 }
    var first = start
    while first < end, bytes[first] == 0x30 { first += 1 }
    key.append(0x30)
    var count = end - first
    while count >= 0xFF {
      key.append(0xFF)
      count -= 0xFF
    }
    key.append(UInt8(count))
    key.append(contentsOf: bytes[first..<end])
    return end
  }

  @inline(__always)
  mutating func endWord() {
    guard isInWord else { return }
    isInWord = false
    if tones.isEmpty {
      key.append(0x03)
    } else {
      key.append(contentsOf: tones)
      tones.removeAll(keepingCapacity: true)
    }
  }

  mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    endWord()
    key.append(0)
    key.append(contentsOf: cases[..<lastCapital])
    key.append(0)
    key.append(contentsOf: bytes)
    return key
  }

  @inline(__always)
  private mutating func flushSpace() {
    if spaceIsPending { key.append(0x09) }
    spaceIsPending = false
  }

  private mutating func note(isCapital: Bool) {
    cases.append(isCapital ? 2 : 1)
    if isCapital { lastCapital = cases.count }
  }

  private mutating func writeOther(_ scalar: UInt32) {
    if scalar < 0x80 {
      key.append(0x0A)
      key.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    let properties = Unicode.Scalar(scalar)?.properties
    let isLetter = properties?.isAlphabetic ?? false
    let folded = properties?.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    key.append(isLetter ? 0x70 : 0x0B)
    for shift: UInt32 in [16, 8, 0] {
      key.append(UInt8(truncatingIfNeeded: folded >> shift))
    }
    note(isCapital: folded != scalar)
  }
}
