// The encodings Vietnamese was written in before Unicode. In: bytes. Out: UTF-8 in NFC, and what could not be
// read. Invariant: total; ASCII stands for itself; the 134 letters written in an encoding come back. Which
// encoding a text has is OldTextGuess's business. Used by Source (to name it) and by the readers of data.

/// An encoding of Vietnamese older than Unicode.
public enum OldEncoding: Sendable, Equatable, CaseIterable {
  /// The ABC fonts (`.VnTime`): capitals with a tone are the small letters in a font of capitals.
  case tcvn3
  /// The same with the capitals of the full standard, TCVN 5712.
  case tcvn5712
  /// The VNI fonts: a letter, then its marks.
  case vni
  /// Windows-1258: letters, then the tone.
  case windows1258
  case viscii

  /// What messages call it.
  public var name: String {
    switch self {
    case .tcvn3, .tcvn5712: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .windows1258: "Windows-1258"
    case .viscii: "VISCII"
    }
  }

  /// What a script calls it.
  public var word: String {
    switch self {
    case .tcvn3, .tcvn5712: "TCVN3"
    case .vni: "VNI"
    case .windows1258: "CP1258"
    case .viscii: "VISCII"
    }
  }

  /// The encoding a script names, in any case: by its word, or as people say and Windows writes.
  public static func named(_ text: String) -> OldEncoding? {
    switch VietnameseText.lookupKey(text) {
    case "tcvn3", "abc", "tcvn3 (abc)", "tcvn": .tcvn3
    case "vni": .vni
    case "viscii": .viscii
    case "cp1258", "windows-1258", "windows1258": .windows1258
    default: nil
    }
  }

  /// The bytes of Windows-1252 that a text in UTF-8 stands for; nil when it holds a letter of another set.
  public static func windowsBytes(of text: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = EncodingTables.bytesOfWindows1252[scalar.value] else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The text in UTF-8 that bytes of Windows-1252 stand for: `windowsBytes` backwards.
  public static func windowsText(of bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes { text.append(scalar: EncodingTables.windows1252[Int(byte)]) }
    return text
  }

  /// Whether a byte is a letter that the encoding has in one size only, so that a capital may be meant.
  public func hidesSize(of byte: UInt8) -> Bool { self == .tcvn3 && TCVN3Capitals.isToned(byte) }

  /// What a script may call them, one word each.
  public static let words = ["TCVN3", "VNI", "CP1258", "VISCII"]

  /// Decoded text.
  public struct Decoded: Sendable, Equatable {
    /// UTF-8, NFC; U+FFFD where a byte means nothing.
    public var text: [UInt8] = []
    /// Offset of the first byte that means nothing.
    public var firstUnread: Int?
  }

  /// Reads bytes as this encoding.
  public func decoded(_ bytes: some Collection<UInt8>) -> Decoded {
    let bytes = Array(bytes)
    switch self {
    case .tcvn3: return spelled(TCVN3Capitals.restored(bytes), bytes, EncodingTables.tcvn3)
    case .tcvn5712: return spelled(bytes.map { ($0, false) }, bytes, EncodingTables.tcvn5712)
    case .vni: return VNIReading.decoded(bytes)
    case .windows1258: return spelled(bytes.map { ($0, false) }, bytes, EncodingTables.windows1258)
    case .viscii: return spelled(bytes.map { ($0, false) }, bytes, EncodingTables.viscii)
    }
  }

  /// One letter a byte.
  private func spelled(
    _ letters: [(byte: UInt8, isCapital: Bool)], _ bytes: [UInt8], _ table: [UInt32]
  ) -> Decoded {
    var result = Decoded()
    result.text.reserveCapacity(bytes.count * 3 / 2)
    for (index, letter) in letters.enumerated() {
      var scalar = table[Int(letter.byte)]
      if scalar == 0, letter.byte != 0 {
        scalar = 0xFFFD
        if result.firstUnread == nil { result.firstUnread = index }
      }
      if letter.isCapital, let info = LetterTable.info(scalar) {
        scalar =
          LetterTable.scalar(letter: info.letter, tone: info.tone, isUpper: true) ?? scalar
      }
      result.text.append(scalar: scalar)
    }
    result.text = VietnameseText.normalized(result.text)
    return result
  }
}

/// VNI: vowels with the marks behind them, each mark a letter of Windows-1252. A capital and its small letter are
/// 0x20 apart, and a mark of either size is accepted (`Aù`).
enum VNIReading {
  static func decoded(_ bytes: [UInt8]) -> OldEncoding.Decoded {
    var result = OldEncoding.Decoded()
    result.text.reserveCapacity(bytes.count * 3 / 2)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      index += 1
      if let base = vowel(byte) {
        var letter = (base, 0)
        if index < bytes.count, let marked = marked(base, bytes[index]) {
          letter = marked
          index += 1
        }
        result.text.append(scalar: scalar(letter, isUpper: isUpper(byte)))
      } else if byte < 0x80 {
        result.text.append(byte)
      } else if let letter = alone[small(byte)] {
        result.text.append(scalar: scalar(letter, isUpper: isUpper(byte)))
      } else {
        let sign = EncodingTables.windows1252[Int(byte)]
        let isSign = byte < 0xC0 && sign >= 0xA0
        result.text.append(scalar: isSign ? sign : 0xFFFD)
        if !isSign, result.firstUnread == nil { result.firstUnread = start }
      }
    }
    return result
  }

  private static func scalar(_ letter: (letter: Int, tone: Int), isUpper: Bool) -> UInt32 {
    LetterTable.scalar(letter: letter.letter, tone: letter.tone, isUpper: isUpper) ?? 0xFFFD
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte & 0x20 == 0 }

  /// The small form of a letter of ASCII or of Windows-1252.
  private static func small(_ byte: UInt8) -> UInt8 {
    let isLetter = byte >= 0xC0 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    return isLetter ? byte | 0x20 : byte
  }

  /// The vowel a byte is before any mark.
  private static func vowel(_ byte: UInt8) -> Int? {
    switch small(byte) {
    case UInt8(ascii: "a"): LetterTable.a
    case UInt8(ascii: "e"): LetterTable.e
    case UInt8(ascii: "o"): LetterTable.o
    case UInt8(ascii: "u"): LetterTable.u
    case UInt8(ascii: "y"): LetterTable.y
    case 0xF4: LetterTable.hornO
    case 0xF6: LetterTable.hornU
    default: nil
    }
  }

  /// In the order of tones: ngang (with a hat or a breve only), huyền, hỏi, ngã, sắc, nặng.
  private static let plainMarks: [UInt8] = [0, 0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
  private static let hatMarks: [UInt8] = [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
  private static let breveMarks: [UInt8] = [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]

  private static func marked(_ base: Int, _ byte: UInt8) -> (letter: Int, tone: Int)? {
    guard byte >= 0xC0 else { return nil }
    let mark = small(byte)
    if let tone = plainMarks.firstIndex(of: mark) { return (base, tone) }
    if let letter = hatted(base), let tone = hatMarks.firstIndex(of: mark) {
      return (letter, tone)
    }
    guard base == LetterTable.a, let tone = breveMarks.firstIndex(of: mark) else { return nil }
    return (LetterTable.breveA, tone)
  }

  private static func hatted(_ base: Int) -> Int? {
    switch base {
    case LetterTable.a: LetterTable.hatA
    case LetterTable.e: LetterTable.hatE
    case LetterTable.o: LetterTable.hatO
    default: nil
    }
  }

  /// Letters of one byte: đ, and i and y where they have no room for a mark.
  private static let alone: [UInt8: (letter: Int, tone: Int)] = [
    0xF1: (LetterTable.barD, 0), 0xEC: (LetterTable.i, 1), 0xE6: (LetterTable.i, 2),
    0xF3: (LetterTable.i, 3), 0xED: (LetterTable.i, 4), 0xF2: (LetterTable.i, 5),
    0xEE: (LetterTable.y, 5),
  ]
}
