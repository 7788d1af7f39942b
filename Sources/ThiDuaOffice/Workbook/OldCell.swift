// The text of one cell of a workbook, word by word: which words are codes of an old font and what they say. In: the
// text with marks of fonts, the encoding of text whose font says nothing. Out: the text in Unicode without marks.
// Invariant: a word changes only when it becomes Vietnamese; a word that is Vietnamese as it stands changes only
// with its surroundings or by its font; text with a letter that Windows-1252 lacks never changes.
// Used by OldSheet.

import ThiDuaText

/// Letters of a cell that follow each other in one encoding.
struct OldStretch {
  /// What the file says, without marks.
  private(set) var text: [UInt8] = []
  /// The same as bytes of Windows-1252; nil when it has other letters.
  private(set) var codes: [UInt8]?
  /// The encoding its font tells.
  private(set) var known: OldEncoding?
  /// For each code whether its font draws capitals; empty: none does.
  private var capitals: [Bool] = []

  /// The stretches of a text.
  static func all(of text: UnsafeBufferPointer<UInt8>) -> [OldStretch] {
    var stretches: [OldStretch] = []
    var font: OldFont?
    var place = 0
    repeat {
      let end = text[place...].firstIndex(where: OldFont.isMark) ?? text.count
      if end > place {
        let stretch = OldStretch(Array(text[place..<end]), font)
        if let last = stretches.last, last.known != nil, last.known == stretch.known,
          last.codes != nil, stretch.codes != nil
        {
          stretches[stretches.count - 1].join(stretch)
        } else {
          stretches.append(stretch)
        }
      }
      if end < text.count { font = OldFont(rawValue: text[end]) }
      place = end + 1
    } while place <= text.count
    return stretches
  }

  private init(_ text: [UInt8], _ font: OldFont?) {
    self.text = text
    codes = OldEncoding.windowsBytes(of: text)
    known = font?.encoding
    if font == .abcCapitals, let codes { capitals = codes.map { _ in true } }
  }

  private mutating func join(_ next: OldStretch) {
    guard let mine = codes, let others = next.codes else { return }
    if !capitals.isEmpty || !next.capitals.isEmpty {
      capitals = capitals.isEmpty ? mine.map { _ in false } : capitals
      capitals += next.capitals.isEmpty ? others.map { _ in false } : next.capitals
    }
    text += next.text
    codes = mine + others
  }

  // MARK: Words

  enum Kind {
    /// Vietnamese when decoded and not before.
    case old
    /// Vietnamese both ways (`côm`, `cụm`).
    case both
    /// Vietnamese as it stands.
    case modern
    /// Vietnamese in no way: a foreign word, or one of another encoding.
    case foreign
    /// Abbreviations and letters by themselves, which tell nothing.
    case open
    /// A bullet.
    case sign
  }

  struct Word {
    var range: Range<Int>
    var kind: Kind
  }

  /// The words with a letter beyond ASCII.
  static func words(of codes: [UInt8], in encoding: OldEncoding) -> [Word] {
    var words: [Word] = []
    var start = 0
    while start < codes.count {
      guard isPart(codes[start]) else {
        start += 1
        continue
      }
      let end = codes[start...].firstIndex { !isPart($0) } ?? codes.count
      if codes[start..<end].contains(where: { $0 >= 0x80 }) {
        words.append(Word(range: start..<end, kind: kind(codes[start..<end], encoding)))
      }
      start = end
    }
    return words
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (byte >= 0x80 && byte != 0xA0) || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func kind(_ codes: ArraySlice<UInt8>, _ encoding: OldEncoding) -> Kind {
    // One of Windows' signs by itself is a letter by itself in an old font, but for the bullet in front of a line:
    // no name has the word ã.
    if codes.count == 1, let code = codes.first, code < 0xC0 {
      return code == 0xB7 ? .sign : .open
    }
    let standing = OldTextGuess.makesVietnamese(OldEncoding.windowsText(of: codes)) == true
    let decoded = encoding.decoded(codes)
    guard
      let reading = decoded.firstUnread == nil
        ? OldTextGuess.makesVietnamese(decoded.text) : false
    else { return .open }
    return reading ? (standing ? .both : .old) : (standing ? .modern : .foreign)
  }

  // MARK: Reading

  struct Reading {
    var text: [UInt8] = []
    var hasChanged = false
    /// Words that were left although text around them changed.
    var kept: [[UInt8]] = []
  }

  /// Why the words of a stretch may change.
  struct Grounds {
    /// The encoding of text whose font tells none; nil: there is none.
    var encoding: OldEncoding?
    /// The script names it.
    var isSaid: Bool
    /// Words that are Vietnamese both ways are old here.
    var takesBoth: Bool
  }

  /// What the stretch says.
  func reading(_ grounds: Grounds) -> Reading {
    guard let codes, let encoding = known ?? grounds.encoding else { return Reading(text: text) }
    let words = OldStretch.words(of: codes, in: encoding)
    let count = { (kind: Kind) in words.count { $0.kind == kind } }
    let isModern = count(.modern) > 0
    // Whether words that tell nothing by themselves are old.
    let isOld =
      known != nil
      || !isModern && (count(.old) > 0 || count(.both) + count(.open) > 0 && grounds.takesBoth)
    let mayChange = isOld || grounds.isSaid || count(.old) > 0
    guard mayChange,
      known != nil || grounds.isSaid || count(.old) >= count(.foreign) || count(.old) == 0
    else { return Reading(text: text) }
    var result = Reading()
    var place = 0
    for word in words {
      switch word.kind {
      case .old: continue
      case .both, .open: if isOld { continue }
      case .modern, .foreign, .sign: break
      }
      result.text += decoded(codes, place..<word.range.lowerBound, encoding)
      let kept = OldEncoding.windowsText(of: codes[word.range])
      result.text += kept
      if word.kind == .foreign { result.kept.append(kept) }
      place = word.range.upperBound
    }
    result.text += decoded(codes, place..<codes.count, encoding)
    result.hasChanged = result.text != text
    return result
  }

  /// The letters of a range, those of a capital font as capitals.
  private func decoded(
    _ codes: [UInt8], _ range: Range<Int>, _ encoding: OldEncoding
  ) -> [UInt8] {
    guard !capitals.isEmpty else { return encoding.decoded(codes[range]).text }
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let isCapital = capitals[place]
      let end =
        capitals[place..<range.upperBound].firstIndex { $0 != isCapital } ?? range.upperBound
      let text = encoding.decoded(codes[place..<end]).text
      result +=
        isCapital
        ? Array(VietnameseText.uppercased(String(decoding: text, as: UTF8.self)).utf8) : text
      place = end
    }
    return result
  }
}
