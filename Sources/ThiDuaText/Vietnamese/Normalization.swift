// NFC for Vietnamese. In: UTF-8 bytes. Out: the same text with every Vietnamese letter composed.
// Invariant: for ASCII and Vietnamese letters followed by any of the eight Vietnamese marks the
// result is exactly Unicode NFC; other combining sequences are left as they stand; idempotent.
//
// Own code because Foundation's mapping is 6 times slower and drags Foundation in, and the
// standard library's is not public. Text without a combining mark is returned as it came.

extension VietnameseText {
  /// The text in NFC as far as Vietnamese letters go; any other bytes pass unchanged.
  public static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { buffer in
      hasCombiningMark(buffer) ? compose(buffer) : nil
    } ?? bytes
  }

  /// The same for strings.
  public static func normalized(_ text: String) -> String {
    var text = text
    let composed: [UInt8]? = text.withUTF8 { hasCombiningMark($0) ? compose($0) : nil }
    return composed.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// U+0300…U+036F are exactly the two-byte sequences CC 80…CD AF.
  static func hasCombiningMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == 0xCC || bytes[index] == 0xCD {
      let isMark = bytes[index] == 0xCC || (index + 1 < bytes.count && bytes[index + 1] < 0xB0)
      if isMark { return true }
    }
    return false
  }

  private static func compose(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let start = index
      let scalar = readScalar(bytes, &index)
      var marks: [Mark] = []
      var end = index
      var allKnown = true
      while index < bytes.count {
        let mark = readScalar(bytes, &index)
        guard (0x300...0x36F).contains(mark) else { break }
        if let known = Mark(mark) { marks.append(known) } else { allKnown = false }
        end = index
      }
      index = end
      if allKnown, !marks.isEmpty, let info = LetterTable.info(scalar),
        info.isVowel
      {
        append(info, marks, to: &result)
      } else {
        result.append(contentsOf: bytes[start..<end])
      }
    }
    return result
  }

  /// The eight marks Vietnamese is written with, U+0340 and U+0341 being old names of two of them.
  private enum Mark {
    case horn
    case breve
    case hat
    case tone(Int)

    init?(_ scalar: UInt32) {
      switch scalar {
      case 0x300, 0x340: self = .tone(1)
      case 0x309: self = .tone(2)
      case 0x303: self = .tone(3)
      case 0x301, 0x341: self = .tone(4)
      case 0x323: self = .tone(5)
      case 0x302: self = .hat
      case 0x306: self = .breve
      case 0x31B: self = .horn
      default: return nil
      }
    }

    var scalar: UInt32 {
      switch self {
      case .horn: return 0x31B
      case .breve: return 0x306
      case .hat: return 0x302
      case .tone(let tone): return [0, 0x300, 0x309, 0x303, 0x301, 0x323][tone]
      }
    }

    /// Canonical combining class: marks of different classes commute, of the same class they do not.
    var combiningClass: Int {
      switch self {
      case .horn: return 216
      case .tone(5): return 220
      default: return 230
      }
    }
  }

  /// Unicode's own algorithm: take apart, order by class, compose what is not blocked.
  private static func append(_ info: LetterInfo, _ marks: [Mark], to result: inout [UInt8]) {
    var letter = info.letter
    var all: [Mark] = []
    switch letter {
    case LetterTable.breveA: (letter, all) = (LetterTable.a, [.breve])
    case LetterTable.hatA: (letter, all) = (LetterTable.a, [.hat])
    case LetterTable.hatE: (letter, all) = (LetterTable.e, [.hat])
    case LetterTable.hatO: (letter, all) = (LetterTable.o, [.hat])
    case LetterTable.hornO: (letter, all) = (LetterTable.o, [.horn])
    case LetterTable.hornU: (letter, all) = (LetterTable.u, [.horn])
    default: break
    }
    if info.tone > 0 { all.append(.tone(info.tone)) }
    all += marks
    let ordered = all.enumerated().sorted {
      ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
    }
    var tone = 0
    var rest: [Mark] = []
    for (_, mark) in ordered {
      let isBlocked = rest.last?.combiningClass == mark.combiningClass
      if isBlocked || !combine(mark, &letter, &tone) { rest.append(mark) }
    }
    let composed = LetterTable.scalar(letter: letter, tone: tone, isUpper: info.isUpper)
    result.append(scalar: composed ?? 0xFFFD)
    for mark in rest { result.append(scalar: mark.scalar) }
  }

  /// Adds a mark to a letter when Unicode has that letter precomposed.
  private static func combine(_ mark: Mark, _ letter: inout Int, _ tone: inout Int) -> Bool {
    let takesQuality = tone == 0 || tone == 5
    switch (mark, letter) {
    case (.tone(let new), _):
      guard tone == 0, LetterTable.isVowel(letter) else { return false }
      tone = new
    case (.breve, LetterTable.a) where takesQuality: letter = LetterTable.breveA
    case (.hat, LetterTable.a) where takesQuality: letter = LetterTable.hatA
    case (.hat, LetterTable.e) where takesQuality: letter = LetterTable.hatE
    case (.hat, LetterTable.o) where takesQuality: letter = LetterTable.hatO
    case (.horn, LetterTable.o) where tone == 0: letter = LetterTable.hornO
    case (.horn, LetterTable.u) where tone == 0: letter = LetterTable.hornU
    default: return false
    }
    return true
  }
}
