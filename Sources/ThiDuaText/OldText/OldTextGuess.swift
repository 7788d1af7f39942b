// Which old encoding a text has. In: bytes that are not UTF-8. Out: every encoding with how much Vietnamese it
// makes of them, best first, and whether the first one is beyond doubt. Invariant: a reading is sure only when
// nearly every strange word becomes possible syllables and no other encoding that reads differently comes near.
// Used by the readers of data; bytes that are UTF-8 never come here.

/// How the encodings read a text.
public struct OldTextGuess: Sendable {
  public struct Reading: Sendable {
    public var encoding: OldEncoding
    /// The part of the strange words that become Vietnamese, 0 to 1.
    public var score: Double
    /// How many words that is.
    fileprivate var good: Int
    /// What the words become, to tell readings apart.
    fileprivate var words: [[UInt8]]
  }

  /// Best first; never empty.
  public var readings: [Reading]

  public var best: OldEncoding { readings[0].encoding }

  /// Whether the first reading may be taken without asking.
  public let isSure: Bool

  /// Below this part of Vietnamese words a reading is not believed.
  public static let leastScore = 0.85
  private static let leastLead = 0.08
  /// Words looked at: enough for any file, and a bound for a large one.
  public static let mostWords = 3_000

  /// Judges by the words that no ASCII text has.
  public init(strangeWords: some Sequence<[UInt8]>) {
    let words = Array(strangeWords.prefix(OldTextGuess.mostWords))
    let readings = OldEncoding.allCases.map { OldTextGuess.reading(of: words, as: $0) }
    let ranked = readings.enumerated().sorted { first, second in
      (second.element.score, second.element.good, first.offset)
        < (first.element.score, first.element.good, second.offset)
    }.map(\.element)
    self.readings = ranked
    let rival = ranked.first {
      $0.encoding.name != ranked[0].encoding.name && $0.words != ranked[0].words
    }
    isSure =
      ranked[0].score >= OldTextGuess.leastScore
      && ranked[0].score - (rival?.score ?? 0) >= OldTextGuess.leastLead
  }

  /// The likeliest encodings, one a name: what to show when nothing is sure.
  public var candidates: [OldEncoding] {
    var names: Set<String> = []
    return readings.filter { $0.score * 2 >= readings[0].score }.map(\.encoding).filter {
      names.insert($0.name).inserted
    }
  }

  // MARK: Words

  /// The different words of a text with a byte that no ASCII text has, in reading order.
  public static func strangeWords(in bytes: some Collection<UInt8>) -> [[UInt8]] {
    var known: Set<[UInt8]> = []
    var words: [[UInt8]] = []
    withBytes(bytes) { buffer in
      var start = 0
      var isStrange = false
      for index in 0...buffer.count {
        let byte = index < buffer.count ? buffer[index] : 0
        if isPart(byte) {
          if isBeyondASCII(byte) { isStrange = true }
          continue
        }
        if isStrange {
          let word = Array(buffer[start..<index])
          if known.insert(word).inserted { words.append(word) }
          if words.count == mostWords { return }
        }
        start = index + 1
        isStrange = false
      }
    }
    return words
  }

  /// Letters of ASCII, the upper half, and control signs that two of the encodings have letters in.
  private static func isPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || isBeyondASCII(byte)
  }

  private static func isBeyondASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., 0x01, 0x02, 0x04...0x06, 0x11...0x17, 0x19, 0x1E: true
    default: false
    }
  }

  private static func reading(of words: [[UInt8]], as encoding: OldEncoding) -> Reading {
    var good = 0
    var counted = 0
    var decoded: [[UInt8]] = []
    for word in words {
      let result = encoding.decoded(word)
      decoded.append(result.text)
      // A dash, dot or quote on its own is also a capital of TCVN 5712; it tells nothing.
      if word.count == 1, word[0] == 0x85 || (0x91...0x97).contains(word[0]) { continue }
      let verdict = result.firstUnread == nil ? makesVietnamese(result.text) : false
      guard let verdict else { continue }
      counted += 1
      if verdict { good += 1 }
    }
    return Reading(
      encoding: encoding, score: counted == 0 ? 0 : Double(good) / Double(counted), good: good,
      words: decoded)
  }

  /// Whether a text of letters and signs is made of Vietnamese syllables; nil when it holds none that could tell.
  public static func makesVietnamese(_ text: some Collection<UInt8>) -> Bool? {
    withBytes(text) { buffer in
      var index = 0
      var word: [UInt32] = []
      var hasSyllable = false
      /// The sign right behind the last word.
      var sign: UInt32 = 0x20
      while index <= buffer.count {
        let isOver = index == buffer.count
        let scalar = isOver ? 0x20 : readScalar(buffer, &index)
        if LetterTable.info(scalar) != nil {
          if word.isEmpty, !mayJoin(sign) { return false }
          word.append(scalar)
          continue
        }
        if !word.isEmpty {
          switch Syllable.judge(word) {
          case .syllable: hasSyllable = hasSyllable || word.contains { $0 >= 0x80 }
          case .abbreviation: break
          case .impossible: return false
          }
          word.removeAll(keepingCapacity: true)
          sign = scalar
        } else if isSpace(scalar) {
          sign = scalar
        }
        guard isSpace(scalar) || (scalar >= 0x20 && scalar < 0x7F) || isSign(scalar) else {
          return false
        }
        if isOver { break }
      }
      return hasSyllable ? true : nil
    }
  }

  /// What may stand between the words of a compound.
  private static func mayJoin(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || isSpace(scalar) || (0x2010...0x201D).contains(scalar) || scalar == 0x2026
  }

  /// Quotes, dashes, bullets, degrees: signs that old documents have between words.
  private static func isSign(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2027, 0x2030...0x203A, 0x20AB, 0xA7, 0xAB, 0xAD, 0xB0...0xB3, 0xB7, 0xBB,
      0xBC...0xBE, 0xD7, 0xF7:
      true
    default: false
    }
  }
}
