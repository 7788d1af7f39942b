// Validation of UTF-8. In: raw bytes. Out: the first byte that cannot be UTF-8, or nil.
// Invariant: accepts exactly the well-formed sequences of Unicode table 3-7 (no surrogates, no
// overlong forms, nothing above U+10FFFF). Used by Source and by readers of data files.

/// Finds where bytes stop being UTF-8.
public enum UTF8Check {
  /// Offset of the first byte of the first ill-formed sequence; nil when all is well-formed.
  public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidOffset(in: $0) }
  }

  /// The same over borrowed memory.
  public static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = 0
    while index < count {
      let first = bytes[index]
      if first < 0x80 {
        // Eight ASCII bytes at a time: data files are mostly digits and separators.
        while index + 8 <= count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        continue
      }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    var secondLow: UInt8 = 0x80
    var secondHigh: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { secondLow = 0xA0 }
      if first == 0xED { secondHigh = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { secondLow = 0x90 }
      if first == 0xF4 { secondHigh = 0x8F }
    default: return 0
    }
    guard index + length <= bytes.count,
      bytes[index + 1] >= secondLow, bytes[index + 1] <= secondHigh
    else { return 0 }
    for next in (index + 2)..<(index + max(length, 2)) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
