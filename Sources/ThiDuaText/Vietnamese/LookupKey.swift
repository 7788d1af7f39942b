// The key names are compared by. In: text in any form. Out: NFC, lower case, tone on its usual
// letter, one space between words, none around. Invariant: two texts a reader takes for the same
// name have the same key (`Hoà  Bình`, `hòa bình`; `thuỷ`, `thủy`), accents stay significant.
// Anyone may import it.

extension VietnameseText {
  /// The lookup key of a text.
  public static func lookupKey(_ text: String) -> String {
    String(decoding: lookupKeyBytes(text.utf8), as: UTF8.self)
  }

  /// The lookup key of UTF-8 bytes.
  public static func lookupKey(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: lookupKeyBytes(bytes), as: UTF8.self)
  }

  /// The lookup key as UTF-8 bytes, for readers that never build strings.
  public static func lookupKeyBytes(_ bytes: some Collection<UInt8>) -> [UInt8] {
    withBytes(bytes) { buffer in
      if hasCombiningMark(buffer) {
        return normalized(Array(buffer)).withUnsafeBufferPointer(buildLookupKey)
      }
      return buildLookupKey(buffer)
    }
  }

  private static func buildLookupKey(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var writer = KeyWriter(capacity: bytes.count)
    var index = 0
    while index < bytes.count { writer.write(readScalar(bytes, &index)) }
    writer.endWord()
    return writer.key
  }

  /// Where dictionaries put the tone of a syllable given without tone (`hòa`, `khỏe`, `thủy`,
  /// `khuỷu`, `quý`, `già`); nil when the letters are no single syllable.
  static func toneIndex(_ letters: [LetterInfo]) -> Int? {
    let isVowel = letters.map(\.isVowel)
    guard var first = isVowel.firstIndex(of: true), let last = isVowel.lastIndex(of: true) else {
      return nil
    }
    let isOnsetLetter =
      first > 0 && last > first
      && ((letters[first - 1].letter == LetterTable.q && letters[first].letter == LetterTable.u)
        || (letters[first - 1].letter == LetterTable.g && letters[first].letter == LetterTable.i))
    if isOnsetLetter { first += 1 }
    guard !isVowel[first...last].contains(false) else { return nil }
    let cluster = first...last
    if let marked = cluster.last(where: { hasQuality(letters[$0].letter) }) { return marked }
    if cluster.count == 1 || last < letters.count - 1 { return last }
    return first + (cluster.count - 1) / 2
  }

  private static func hasQuality(_ letter: Int) -> Bool {
    letter != LetterTable.barD && LetterTable.bare[letter] != LetterTable.alphabet[letter].value
  }

  /// What lookup keys make of anything that is no Vietnamese letter.
  fileprivate static func appendFolded(_ scalar: UInt32, to key: inout [UInt8]) {
    switch scalar {
    case ..<0x80: key.append(scalar: scalar)
    case 0x2018, 0x2019, 0x2BC: key.append(UInt8(ascii: "'"))
    default:
      let lower = Unicode.Scalar(scalar)?.properties.lowercaseMapping ?? "\u{FFFD}"
      key.append(contentsOf: lower.utf8)
    }
  }
}

/// Writes a key word by word; a word's tone is moved only when its last letter has been seen.
private struct KeyWriter {
  var key: [UInt8] = []
  private var spaceIsPending = false
  private var isInWord = false
  private var wordStart = 0
  private var vowelCount = 0
  private var toneCount = 0

  init(capacity: Int) { key.reserveCapacity(capacity) }

  @inline(__always)
  mutating func write(_ scalar: UInt32) {
    // Eth and African D are what old fonts and scanners make of đ.
    let isFalseD = scalar == 0xF0 || scalar == 0xD0 || scalar == 0x189
    if let info = LetterTable.info(isFalseD ? 0x111 : scalar) {
      if !isInWord { beginWord() }
      if info.isVowel { vowelCount += 1 }
      if info.tone > 0 { toneCount += 1 }
      let lower = LetterTable.scalar(letter: info.letter, tone: info.tone, isUpper: false)
      key.append(scalar: lower ?? scalar)
      return
    }
    endWord()
    if isSpace(scalar) {
      spaceIsPending = !key.isEmpty
    } else {
      writePendingSpace()
      VietnameseText.appendFolded(scalar, to: &key)
    }
  }

  private mutating func writePendingSpace() {
    if spaceIsPending { key.append(UInt8(ascii: " ")) }
    spaceIsPending = false
  }

  private mutating func beginWord() {
    writePendingSpace()
    isInWord = true
    wordStart = key.count
    (vowelCount, toneCount) = (0, 0)
  }

  @inline(__always)
  mutating func endWord() {
    // With one vowel, or without exactly one tone, there is nothing to move.
    if isInWord, toneCount == 1, vowelCount > 1 { placeTone() }
    isInWord = false
  }

  private mutating func placeTone() {
    var letters: [LetterInfo] = []
    let end = key.count
    key.withUnsafeBufferPointer { buffer in
      var index = wordStart
      while index < end {
        if let info = LetterTable.info(readScalar(buffer, &index)) { letters.append(info) }
      }
    }
    guard let from = letters.firstIndex(where: { $0.tone > 0 }),
      let to = VietnameseText.toneIndex(letters), from != to
    else { return }
    key.removeSubrange(wordStart...)
    for (index, info) in letters.enumerated() {
      let tone = index == to ? letters[from].tone : 0
      let scalar = LetterTable.scalar(letter: info.letter, tone: tone, isUpper: false)
      key.append(scalar: scalar ?? 0xFFFD)
    }
  }
}
