// Texts that cells share. In: the part of a workbook that lists them. Out: a text by its number, with marks where
// it changes to an old font. Invariant: letters XML cannot hold are decoded. Used by the sheet parser.

import ThiDuaText

/// The shared texts of one workbook.
final class SharedTexts: XMLReceiver {
  private var bytes = GrowingBytes()
  /// Where each text ends, four bytes each.
  private var ends = GrowingBytes()
  private var count = 0
  /// Whether a text has marks of old fonts.
  private(set) var hasFontMarks = false
  private var current = RunText()

  /// A text by its number, valid as long as the texts; nil when the workbook has none.
  subscript(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0, index < count else { return nil }
    let start = index == 0 ? 0 : end(index - 1)
    return UnsafeBufferPointer(
      start: UnsafePointer(bytes.start) + start, count: end(index) - start)
  }

  private func end(_ index: Int) -> Int {
    Int(UnsafeRawPointer(ends.start).load(fromByteOffset: index * 4, as: UInt32.self))
  }

  func began(_ name: XMLName, _ attributes: XMLAttributes) { current.began(name, attributes) }

  func ended(_ name: XMLName) {
    current.ended(name)
    guard name == "si" else { return }
    XMLEscapes.decoded(current.bytes).withUnsafeBufferPointer { bytes.append($0) }
    withUnsafeBytes(of: UInt32(bytes.count)) {
      ends.append($0.assumingMemoryBound(to: UInt8.self))
    }
    count += 1
    if current.hasFontMarks { hasFontMarks = true }
    current.clear()
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { current.add(bytes) }
}

/// `_x000D_`: letters XML cannot hold, as Excel writes them.
enum XMLEscapes {
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes[index...]) {
        result.append(contentsOf: String(scalar).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start] == UInt8(ascii: "_"),
      bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_"),
      let value = UInt32(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(value)
  }
}
