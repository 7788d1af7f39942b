// Bytes of a page. In: constant markup, and texts and numbers of the user. Out: UTF-8 in pieces of about 64 KB.
// Invariant: markup is a `StaticString`, so nothing a user wrote can become markup; texts stand between
// tags only, never in an attribute, and there quotation marks are letters as others. Used by the page only.

import ThiDuaText

struct MarkupWriter {
  private static let pieceSize = 1 << 16

  private var bytes: [UInt8] = []
  private let emit: ([UInt8]) -> Void

  init(to emit: @escaping ([UInt8]) -> Void) {
    self.emit = emit
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Markup as it stands in the program.
  mutating func markup(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// A whole number: of an id, a count, a coordinate.
  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  /// A coordinate given in tenths.
  mutating func tenths(_ value: Int) {
    number(value / 10)
    guard value % 10 != 0 else { return }
    bytes.append(UInt8(ascii: "."))
    number(value % 10)
  }

  /// A text that can only be read: no tag, no entity. For the room between tags. What cannot
  /// be seen (control letters, letters that turn the direction of writing) becomes `�`, and line breaks
  /// of any kind a space.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      while index < utf8.count {
        guard Self.mayNeedReplacement(utf8[index]),
          let (length, replacement) = Self.replacement(utf8, index)
        else {
          index += 1
          continue
        }
        bytes.append(contentsOf: utf8[start..<index])
        markup(replacement)
        index += length
        start = index
      }
      bytes.append(contentsOf: utf8[start...])
    }
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// Hands on what has gathered.
  mutating func flush() {
    guard !bytes.isEmpty else { return }
    emit(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// First bytes of the letters that `replacement` looks at.
  @inline(__always)
  private static func mayNeedReplacement(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  /// What stands instead of the letter that begins at `index`, and how many bytes that letter has.
  private static func replacement(
    _ utf8: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (length: Int, StaticString)? {
    func next(_ offset: Int) -> UInt8 { index + offset < utf8.count ? utf8[index + offset] : 0 }
    switch utf8[index] {
    case UInt8(ascii: "&"): return (1, "&amp;")
    case UInt8(ascii: "<"): return (1, "&lt;")
    case UInt8(ascii: ">"): return (1, "&gt;")
    case 0x09, 0x0A, 0x0D: return (1, " ")
    case 0x00..<0x20, 0x7F: return (1, "\u{FFFD}")
    // U+0080…U+009F.
    case 0xC2 where next(1) < 0xA0: return (2, "\u{FFFD}")
    // U+061C turns the direction.
    case 0xD8 where next(1) == 0x9C: return (2, "\u{FFFD}")
    case 0xE2:
      switch (next(1), next(2)) {
      case (0x80, 0xA8), (0x80, 0xA9): return (3, " ")
      // U+200E, U+200F; U+202A…U+202E; U+2066…U+2069.
      case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
        return (3, "\u{FFFD}")
      default: return nil
      }
    // U+FFFE, U+FFFF.
    case 0xEF where next(1) == 0xBF && next(2) >= 0xBE: return (3, "\u{FFFD}")
    default: return nil
    }
  }
}
