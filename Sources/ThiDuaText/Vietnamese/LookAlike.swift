// Letters that deceive the eye. In: normalised bytes. Out: every character that looks like a letter
// of Vietnamese and is another, or cannot be seen. Invariant: no Vietnamese letter is ever reported.
// The lexer decides where to ask (names and keywords, not inside texts). Anyone may import it.

/// One deceiving character, where it stands and what to type instead.
public struct LookAlike: Sendable, Equatable {
  /// Byte offset in the searched bytes.
  public var offset: Int
  /// Number of UTF-8 bytes it takes.
  public var length: Int
  public var scalar: Unicode.Scalar
  /// What it really is, in Vietnamese.
  public var name: String
  /// What to type instead; empty when it should go.
  public var replacement: String

  /// True for characters without any width.
  public var isInvisible: Bool { replacement.isEmpty }

  /// `U+200B`.
  public var codePoint: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// All deceiving characters in reading order.
  public static func find(in bytes: [UInt8]) -> [LookAlike] {
    find(in: bytes[...])
  }

  /// The same in a part of an array; offsets count from the start of the whole array.
  public static func find(in bytes: ArraySlice<UInt8>) -> [LookAlike] {
    var result: [LookAlike] = []
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let start = index
        let scalar = readScalar(buffer, &index)
        guard scalar >= 0x80, let (name, replacement) = twin(of: scalar) else { continue }
        if scalar == 0x200D, joinsEmoji(buffer, index) { continue }
        guard let unicode = Unicode.Scalar(scalar) else { continue }
        result.append(
          LookAlike(
            offset: bytes.startIndex + start, length: index - start, scalar: unicode, name: name,
            replacement: replacement))
      }
    }
    return result
  }

  /// A zero-width joiner is right between the parts of an emoji.
  private static func joinsEmoji(_ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
    var index = next
    return index < bytes.count && readScalar(bytes, &index) >= 0x2190
  }

  /// What a deceiving letter is and which letter is meant (none: it should go); nil for all others.
  static func twin(of scalar: UInt32) -> (name: String, replacement: String)? {
    if scalar < 0x80 { return nil }
    switch scalar {
    case 0xAD: return ("dấu gạch nối mềm", "")
    case 0x200B: return ("dấu cách rộng bằng không", "")
    case 0x200C, 0x200D, 0x2060: return ("dấu nối rộng bằng không", "")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return ("dấu đổi chiều chữ", "")
    case 0xFEFF: return ("dấu BOM nằm giữa tệp", "")
    case 0xF0: return ("chữ eth của tiếng Iceland", "đ")
    case 0xD0: return ("chữ Eth của tiếng Iceland", "Đ")
    case 0x189: return ("chữ D có gạch của tiếng châu Phi", "Đ")
    case 0x256: return ("chữ d có đuôi của tiếng châu Phi", "đ")
    case 0x131: return ("chữ i không chấm của tiếng Thổ Nhĩ Kỳ", "i")
    case 0x251: return ("ký hiệu phiên âm", "a")
    case 0x261: return ("ký hiệu phiên âm", "g")
    case 0xFF01...0xFF5E:
      let ascii = UInt8(truncatingIfNeeded: scalar - 0xFF01 + 0x21)
      return ("ký tự rộng gấp đôi của bộ gõ Trung, Nhật", String(decoding: [ascii], as: UTF8.self))
    case 0x370...0x3FF: return twin(scalar, greek).map { ("chữ Hy Lạp", $0) }
    case 0x400...0x52F: return twin(scalar, cyrillic).map { ("chữ Kirin (chữ Nga)", $0) }
    default: return nil
    }
  }

  private static func twin(_ scalar: UInt32, _ table: [(UInt32, String)]) -> String? {
    table.first { $0.0 == scalar }?.1
  }

  private static let greek: [(UInt32, String)] = [
    (0x391, "A"), (0x392, "B"), (0x395, "E"), (0x396, "Z"), (0x397, "H"), (0x399, "I"),
    (0x39A, "K"), (0x39C, "M"), (0x39D, "N"), (0x39F, "O"), (0x3A1, "P"), (0x3A4, "T"),
    (0x3A5, "Y"), (0x3A7, "X"), (0x3B1, "a"), (0x3B9, "i"), (0x3BA, "k"), (0x3BD, "v"),
    (0x3BF, "o"), (0x3C1, "p"), (0x3C4, "t"), (0x3C5, "u"), (0x3C7, "x"), (0x3F2, "c"),
    (0x3F3, "j"), (0x37F, "J"),
  ]

  private static let cyrillic: [(UInt32, String)] = [
    (0x405, "S"), (0x406, "I"), (0x408, "J"), (0x410, "A"), (0x412, "B"), (0x415, "E"),
    (0x41A, "K"), (0x41C, "M"), (0x41D, "H"), (0x41E, "O"), (0x420, "P"), (0x421, "C"),
    (0x422, "T"), (0x423, "Y"), (0x425, "X"), (0x430, "a"), (0x432, "b"), (0x435, "e"),
    (0x43A, "k"), (0x43C, "m"), (0x43D, "h"), (0x43E, "o"), (0x440, "p"), (0x441, "c"),
    (0x442, "t"), (0x443, "y"), (0x445, "x"), (0x455, "s"), (0x456, "i"), (0x458, "j"),
    (0x4AE, "Y"), (0x4BB, "h"), (0x501, "d"), (0x51A, "Q"), (0x51B, "q"), (0x51C, "W"),
    (0x51D, "w"),
  ]
}
