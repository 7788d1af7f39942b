// Cells that are written in a way of their own: nothing at all, what does not apply, a day with its hour. In: the
// bytes of a cell. Out: whether it is one, and what of it counts. Used by the row parser.

import ThiDuaText

/// How offices write that something does not apply.
enum NotApplicable {
  static func matches(_ bytes: some Collection<UInt8>) -> Bool {
    // The longest is 19 letters; most cells are told apart by their first one.
    guard bytes.count <= 40, let first = bytes.first, first | 0x20 == 0x6B else { return false }
    switch VietnameseText.lookupKey(bytes) {
    case "không áp dụng", "không giao", "không giao ct", "không giao chỉ tiêu", "k/ad": return true
    default: return false
    }
  }
}

/// How databases write that there is no value: SQL Server's tools `NULL`, MySQL `\N`.
enum NullMark {
  private static let null: UInt32 = 0x4C4C_554E
  private static let backslashN: UInt16 = 0x4E5C

  /// Four bytes from the start of the text must be readable.
  @inline(__always)
  static func matches(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
    let bytes = UnsafeRawPointer(start)
    if count == 4 { return UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)) == null }
    return count == 2
      && UInt16(littleEndian: bytes.loadUnaligned(as: UInt16.self)) == backslashN
  }
}

/// The hour behind a day: `14/10/2026 08:30`, `2026-10-14T08:30:00.000+07`.
enum TimeOfDay {
  private static let ends = ["", " AM", " PM", " SA", " CH", "+07", "+07:00", "+0700"]

  /// The day alone; nil when no hour stands behind it. An hour of another time zone than Vietnam's may belong to
  /// another day, so it is none.
  static func day(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    guard
      let mark = bytes.firstIndex(where: { $0 == Byte.space || $0 == UInt8(ascii: "T") }),
      mark >= 8
    else { return nil }
    var rest = bytes[(mark + 1)...]
    guard takeDigits(&rest, 1...2), take(&rest, ":"), takeDigits(&rest, 2...2) else { return nil }
    if take(&rest, ":") {
      guard takeDigits(&rest, 2...2) else { return nil }
      if take(&rest, ".") || take(&rest, ",") {
        guard takeDigits(&rest, 1...9) else { return nil }
      }
    }
    let isEnd = ends.contains { rest.elementsEqual($0.utf8) }
    return isEnd ? bytes[..<mark] : nil
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ letter: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: letter) else { return false }
    rest.removeFirst()
    return true
  }

  private static func takeDigits(
    _ rest: inout ArraySlice<UInt8>, _ count: ClosedRange<Int>
  ) -> Bool {
    let digits = rest.prefix { $0 &- Byte.zero < 10 }.count
    rest.removeFirst(digits)
    return count.contains(digits)
  }
}
