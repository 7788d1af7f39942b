// Texts that a reader takes for one and the machine for two. In: two texts in NFC. Out: what parts
// them, when that is only spaces, case, the place of a tone, letters that look alike, or i for y.
// Invariant: alike texts have the same `hash`; the relation is symmetric, and it never holds because
// of an accent: `Toán` and `Toàn` are two people. Anyone may import it.

/// How two different texts come to look the same.
public struct Likeness: Sendable, Equatable {
  /// One thing that parts them; letters are as the two texts write them.
  public enum Difference: Sendable, Equatable {
    case spaces
    /// Letters without width, by name.
    case hidden(String)
    case letterCase
    case tonePlace
    /// A letter of another script; `name` says which.
    case foreign(String, name: String, instead: String)
    /// O and 0; l, I and 1.
    case glyphs(String, String)
    case iAndY
    /// Two dashes or two quotes.
    case marks(String, String)
  }

  /// Each once, in reading order.
  public private(set) var differences: [Difference] = []
  /// The longest run of digits that a glyph taken for a letter would belong to; 0: no digit is in play.
  public private(set) var digitRun = 0
  /// Whether the second text, more than the first, has letters that keyboards of Vietnam do not write.
  public private(set) var isSecondForeign = false

  /// Compares two texts; nil when they are equal, or more than their look parts them.
  public init?(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) {
    let (a, b) = (Glyphs(first), Glyphs(second))
    guard a.keys.count == b.keys.count, !a.keys.isEmpty else { return nil }
    for index in a.keys.indices {
      guard let difference = Self.difference(a, b, index) else { return nil }
      if let found = difference.found { add(found) }
      if difference.isDigit { digitRun = max(digitRun, Self.digitRun(a, b, around: index)) }
    }
    if a.gaps != b.gaps { add(.spaces) }
    isSecondForeign = a.strangerCount < b.strangerCount
    for name in a.hidden + b.hidden where a.hidden != b.hidden { add(.hidden(name)) }
    if differences.isEmpty { return nil }
  }

  private mutating func add(_ difference: Difference) {
    if !differences.contains(difference) { differences.append(difference) }
  }

  /// The classes of letters by which alike texts are found: texts that are alike have equal hashes.
  public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard var place = bytes.baseAddress else { return 0 }
    let end = place + bytes.count
    let classes = classesOfBytes
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while place < end {
      let part = classes[Int(place.pointee)]
      if part == partOfLetter {
        place += mix(UnsafeBufferPointer(start: place, count: end - place), into: &hash)
        continue
      }
      place += 1
      if part != 0 { hash = (hash ^ UInt64(part)) &* prime }
    }
    return UInt32(truncatingIfNeeded: hash >> 32 ^ hash)
  }

  private static let prime: UInt64 = 0x100_0000_01B3

  /// Takes in the letter at the start of the bytes; how many bytes it has.
  private static func mix(_ bytes: UnsafeBufferPointer<UInt8>, into hash: inout UInt64) -> Int {
    var length = 0
    let scalar = readScalar(bytes, &length)
    if let info = LetterTable.info(scalar) {
      hash = (hash ^ UInt64(classesOfBytes[Int(LetterTable.bare[info.letter])])) &* prime
    } else {
      for part in Glyphs.classes(of: scalar) { hash = (hash ^ UInt64(part)) &* prime }
    }
    return length
  }

  /// Stands for bytes of letters that take several.
  private static let partOfLetter: UInt8 = 0xFF

  /// Class of each ASCII letter; 0: passed over. Made once and kept, so that hashing reads plain memory.
  private nonisolated(unsafe) static let classesOfBytes: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: partOfLetter, count: 256)
    for byte in UInt8(0)..<0x80 {
      let part = Glyphs.classes(of: UInt32(byte)).first ?? 0
      table[Int(byte)] = UInt8(truncatingIfNeeded: part)
    }
    return UnsafePointer(table)
  }()

  // MARK: Letter by letter

  /// What parts the letters at one place; nil when they are different letters.
  private static func difference(
    _ a: Glyphs, _ b: Glyphs, _ index: Int
  ) -> (found: Difference?, isDigit: Bool)? {
    let (first, second) = (a.written[index], b.written[index])
    if first == second { return (nil, false) }
    let (plainA, plainB) = (a.plain[index], b.plain[index])
    if a.keys[index] != b.keys[index] {
      if looksAlike(plainA, plainB) {
        return (.glyphs(text(first), text(second)), isDigit(plainA) || isDigit(plainB))
      }
      return a.hasLooseI(index) && b.hasLooseI(index) && a.tone(index) == b.tone(index)
        ? (.iAndY, false) : nil
    }
    for (glyphs, scalar, plain) in [(a, first, plainA), (b, second, plainB)] {
      guard let name = glyphs.names[index] else { continue }
      return (.foreign(text(scalar), name: name, instead: text(plain)), false)
    }
    if plainA == plainB { return (.marks(text(first), text(second)), false) }
    return (Glyphs.tone(of: plainA) == Glyphs.tone(of: plainB) ? .letterCase : .tonePlace, false)
  }

  private static let round: Set<UInt32> = [0x30, 0x4F, 0x6F]
  private static let upright: Set<UInt32> = [0x31, 0x6C, 0x49, 0x7C]

  private static func looksAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    round.contains(a) && round.contains(b) || upright.contains(a) && upright.contains(b)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  private static func digitRun(_ a: Glyphs, _ b: Glyphs, around index: Int) -> Int {
    func mayBeDigit(_ index: Int) -> Bool { isDigit(a.plain[index]) || isDigit(b.plain[index]) }
    var (low, high) = (index, index)
    while low > 0, mayBeDigit(low - 1) { low -= 1 }
    while high + 1 < a.keys.count, mayBeDigit(high + 1) { high += 1 }
    return high - low + 1
  }

  private static func text(_ scalar: UInt32) -> String {
    String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}"))
  }
}

/// The visible letters of a text, spaces left out, in several readings side by side.
private struct Glyphs {
  /// As the text has them.
  var written: [UInt32] = []
  /// Letters of other scripts, dashes and quotes replaced by the usual ones.
  var plain: [UInt32] = []
  /// The lookup key: lower case, the tone where dictionaries put it.
  var keys: [UInt32] = []
  /// What a replaced letter is called.
  var names: [String?] = []
  /// The spaces before each letter: 0 for none, else a number of their own.
  var gaps: [UInt32] = []
  /// Names of letters without width.
  var hidden: [String] = []

  init(_ text: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    withBytes(text) { buffer in
      var index = 0
      var gap: UInt32 = 0
      while index < buffer.count {
        let scalar = readScalar(buffer, &index)
        if isSpace(scalar) {
          gap = gap &* 31 &+ scalar
          bytes.append(UInt8(ascii: " "))
          continue
        }
        let twin = LookAlike.twin(of: scalar)
        if let twin, twin.replacement.isEmpty {
          hidden.append(twin.name)
          continue
        }
        let usual = twin?.replacement.unicodeScalars.first?.value ?? Self.usualMark(scalar)
        written.append(scalar)
        plain.append(usual)
        names.append(twin?.name)
        gaps.append(gap)
        bytes.append(scalar: usual)
        gap = 0
      }
    }
    let key = VietnameseText.lookupKeyBytes(bytes)
    key.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let scalar = readScalar(buffer, &index)
        if scalar != 0x20 { keys.append(scalar) }
      }
    }
    // A letter whose small form is two letters: only texts with the same letters are alike then.
    if keys.count != plain.count { keys = plain }
  }

  /// Every dash is a hyphen, every quote a straight one.
  static func usualMark(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x2018, 0x2019, 0x2BC: 0x27
    case 0x201C, 0x201D: 0x22
    default: scalar
    }
  }

  /// Letters that look like others or like nothing.
  var strangerCount: Int { hidden.count + names.count { $0 != nil } }

  /// Whether a word begins with the letter.
  private func startsWord(_ index: Int) -> Bool { index == 0 || gaps[index] != 0 }

  static func tone(of scalar: UInt32) -> Int? { LetterTable.info(scalar)?.tone }

  func tone(_ index: Int) -> Int? { Self.tone(of: keys[index]) }

  /// Consonants behind which i and y are one sound, so that either is written.
  private static let looseOnsets = Set("hklmstv".unicodeScalars.map(\.value))

  /// Whether the letter is an i or y that may be written either way: the whole rhyme of a syllable (`lý`,
  /// `kĩ`, `quý`); those of `thúi` and `thúy`, point `i` and point `y`, the code `0BY` are not.
  func hasLooseI(_ index: Int) -> Bool {
    guard letter(index) == LetterTable.i || letter(index) == LetterTable.y, isEdge(index + 1),
      index > 0, !startsWord(index)
    else { return false }
    if letter(index - 1) == LetterTable.u {
      return !startsWord(index - 1) && letter(index - 2) == LetterTable.q && isEdge(index - 2)
    }
    return Self.looseOnsets.contains(keys[index - 1]) && isEdge(index - 1)
  }

  /// Whether a syllable may begin here, or one has ended before.
  private func isEdge(_ index: Int) -> Bool {
    if index <= 0 || index >= keys.count || startsWord(index) { return true }
    return !isLetterOrDigit(index - 1) || !isLetterOrDigit(index)
  }

  private func isLetterOrDigit(_ index: Int) -> Bool {
    letter(index) != nil || (0x30...0x39).contains(keys[index])
  }

  private func letter(_ index: Int) -> Int? {
    index >= 0 ? LetterTable.info(keys[index])?.letter : nil
  }

  /// What `Likeness.hash` makes of a letter: the same for all letters that may stand for each other.
  static func classes(of scalar: UInt32) -> [UInt32] {
    if isSpace(scalar) || (0x300...0x36F).contains(scalar) { return [] }
    let twin = LookAlike.twin(of: scalar)
    if let twin, twin.replacement.isEmpty { return [] }
    let usual = twin?.replacement.unicodeScalars.first?.value ?? usualMark(scalar)
    if let info = LetterTable.info(usual) {
      let bare = LetterTable.bare[info.letter]
      switch bare {
      case UInt8(ascii: "y"), UInt8(ascii: "l"): return [0x69]
      default: return [UInt32(bare)]
      }
    }
    switch usual {
    case 0x30: return [0x6F]
    case 0x31, 0x7C: return [0x69]
    case ..<0x80: return [usual]
    default:
      let lower = Unicode.Scalar(usual)?.properties.lowercaseMapping ?? "\u{FFFD}"
      return lower.unicodeScalars.map(\.value)
    }
  }
}
