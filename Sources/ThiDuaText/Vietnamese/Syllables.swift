// What can be a Vietnamese syllable. In: one word of letters. Out: yes or no, or that it is an abbreviation.
// Invariant: every syllable of the dictionary is accepted whatever the place of its tone (`hoà`, `hòa`), with
// the endings of place names in official use (`Đắk Lắk`); a word with two tones, of another language, or in
// mIxEd case is not. Used to tell in which encoding text was written: a wrong one makes impossible words.
//
// A syllable is onset + rime + at most one tone; a rime closed by c, ch, p or t has sắc or nặng. The rimes are
// written out below so that they can be proofread; made into numbers once, on first use.

/// The shape of one word.
public enum Syllable {
  public enum Judgement: Sendable, Equatable {
    case syllable
    /// `HĐND`, `QĐ`: capitals without a tone that make no syllable.
    case abbreviation
    case impossible
  }

  /// Whether a word of NFC letters is one possible syllable.
  public static func isPossible(_ word: String) -> Bool {
    judge(word.unicodeScalars.map(\.value)) == .syllable
  }

  /// Judges a word given as scalars.
  static func judge(_ scalars: [UInt32]) -> Judgement {
    var letters: [LetterInfo] = []
    for scalar in scalars {
      guard let info = LetterTable.info(scalar) else { return .impossible }
      letters.append(info)
    }
    guard let first = letters.first, letters.count <= longest else {
      return letters.isEmpty ? .impossible : ofLongWord(letters)
    }
    let capitals = letters.count(where: \.isUpper)
    guard capitals == 0 || capitals == letters.count || (capitals == 1 && first.isUpper) else {
      return .impossible
    }
    let tones = letters.filter { $0.tone > 0 }
    if tones.count <= 1, isSyllable(letters.map(\.letter), tone: tones.first?.tone ?? 0) {
      return .syllable
    }
    return ofLongWord(letters)
  }

  private static func ofLongWord(_ letters: [LetterInfo]) -> Judgement {
    letters.allSatisfy { $0.isUpper && $0.tone == 0 } ? .abbreviation : .impossible
  }

  /// `nghiêng`.
  private static let longest = 7

  private static func isSyllable(_ letters: [Int], tone: Int) -> Bool {
    for length in 0...min(3, letters.count - 1) {
      guard let onset = onsets[pack(letters[..<length])] else { continue }
      let rime = letters[length...]
      guard let ending = rimes[pack(rime)], onset.allows(rime) else { continue }
      if ending == .stopped, tone != sharp, tone != heavy { continue }
      return true
    }
    return false
  }

  private static let sharp = 4
  private static let heavy = 5

  /// Letters as one number, six bits each.
  private static func pack(_ letters: ArraySlice<Int>) -> UInt64 {
    letters.reduce(1) { $0 << 6 | UInt64($1) }
  }

  private static func letters(of text: Substring) -> [Int] {
    text.unicodeScalars.compactMap { LetterTable.info($0.value)?.letter }
  }

  // MARK: Onsets

  /// Which vowels an onset is written before.
  private enum Onset {
    case any
    /// `c`, `ng`: not before e, ê, i, y.
    case beforeBack
    /// `g`: of the front vowels only i (`gì`, `giếng`).
    case g
    /// `gh`, `ngh`: only before e, ê, i.
    case beforeFront
    /// `q`: only before u and another vowel.
    case q

    func allows(_ rime: ArraySlice<Int>) -> Bool {
      guard let first = rime.first else { return false }
      let isFront =
        first == LetterTable.e || first == LetterTable.hatE || first == LetterTable.i
        || first == LetterTable.y
      switch self {
      case .any: return true
      case .beforeBack: return !isFront
      case .g: return !isFront || first == LetterTable.i
      case .beforeFront: return isFront && first != LetterTable.y
      case .q:
        return first == LetterTable.u && rime.count > 1
          && LetterTable.isVowel(rime[rime.startIndex + 1])
      }
    }
  }

  private static let onsets: [UInt64: Onset] = {
    var table: [UInt64: Onset] = [pack([]): .any]
    func add(_ words: String, _ onset: Onset) {
      for word in words.split(separator: " ") { table[pack(letters(of: word)[...])] = onset }
    }
    add("b ch d đ gi h k kh l m n nh p ph qu r s t th tr v x", .any)
    add("c ng", .beforeBack)
    add("g", .g)
    add("gh ngh", .beforeFront)
    add("q", .q)
    return table
  }()

  // MARK: Rimes

  private enum Ending {
    case open
    /// Closed by c, ch, p or t.
    case stopped
  }

  private static let rimes: [UInt64: Ending] = {
    var table: [UInt64: Ending] = [:]
    for word in open.split(whereSeparator: \.isWhitespace) {
      table[pack(letters(of: word)[...])] = .open
    }
    for word in stopped.split(whereSeparator: \.isWhitespace) {
      table[pack(letters(of: word)[...])] = .stopped
    }
    return table
  }()

  /// The rimes with k at the end stand in names of the Central Highlands, with or without a tone.
  private static let open = """
    a ai am an ang anh ao au ay ăm ăn ăng ăk ak âm ân âng âu ây âng
    e em en eng eo ê êm ên ênh êu i im in inh iu ia iêm iên iêng iêu
    y yêm yên yêng yêu ynh yn
    o oi om on ong oong oa oai oam oan oang oanh oao oau oay oăm oăn oăng oe oem oen oeo ok
    ô ôi ôm ôn ông ôông ơ ơi ơm ơn ôk
    u ui um un ung ua uân uâng uây uê uênh uên uêu uôi uôm uôn uông uơ uy uya uyên uynh uyn uyu uăng
    ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu
    """

  private static let stopped = """
    ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt
    ych yt yp yêt oc op ot ooc oac oach oap oat oăc oăp oăt oet oep ôc ôp ôt ôôc ơp ơt
    uc up ut uât uâc uêch uêt uôc uôt uôp uych uyêt uyt uyp uêc uăc uơt
    ưc ưp ưt ươc ươp ươt
    """
}
