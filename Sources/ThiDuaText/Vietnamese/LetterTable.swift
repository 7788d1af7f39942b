// The 134 Vietnamese letters with their parts, plus ASCII. In: Unicode scalars. Out: letter of the
// alphabet, tone, case, and back. Invariant: `scalar(letter:tone:isUpper:)` inverts `info`.
// Used only inside Vietnamese/.
//
// The table is built once (700 entries, microseconds) from the alphabet written out below, so that
// it can be proofread by eye; a generated file of code points could not.

/// One letter taken apart, packed into 16 bits: letter (1-based) << 4 | tone << 1 | upper.
struct LetterInfo {
  let packed: UInt16

  /// Position in the alphabet a ă â b c d đ e ê … z, from 0; f, j, w, z stand where they would.
  var letter: Int { Int(packed >> 4) - 1 }
  /// 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng: the order of Vietnamese dictionaries.
  var tone: Int { Int(packed >> 1) & 7 }
  var isUpper: Bool { packed & 1 == 1 }
  var isVowel: Bool { LetterTable.isVowel(letter) }
}

enum LetterTable {
  /// The alphabet in dictionary order, with the foreign letters in their places.
  static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
  /// What each letter of `alphabet` becomes without its hat, breve, horn or bar.
  static let bare: [UInt8] = Array("aaabcddeefghijklmnooopqrstuuvwxyz".utf8)
  static let letterCount = 33

  /// Vowels in all six tones: ngang, huyền, hỏi, ngã, sắc, nặng.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]

  /// Scalars below U+0250 stand at their value, U+1EA0…U+1EFF right after them.
  private static let highStart: UInt32 = 0x1EA0
  private static let lowEnd: UInt32 = 0x250

  private struct Tables {
    var infos = [UInt16](repeating: 0, count: 0x250 + 0x60)
    var scalars = [UInt16](repeating: 0, count: letterCount * 12)

    init() {
      for (index, letter) in alphabet.enumerated() {
        add(String(letter), letter: index, tone: 0)
      }
      for row in vowels {
        let tones = Array(row.unicodeScalars)
        guard let letter = alphabet.firstIndex(of: tones[0]) else { continue }
        for (tone, scalar) in tones.enumerated() where tone > 0 {
          add(String(scalar), letter: letter, tone: tone)
        }
      }
    }

    mutating func add(_ text: String, letter: Int, tone: Int) {
      let upper = text.uppercased()
      for (isUpper, form) in [(0, text), (1, upper)] {
        guard let scalar = form.unicodeScalars.first?.value, let slot = slot(scalar) else {
          continue
        }
        infos[slot] = UInt16((letter + 1) << 4 | tone << 1 | isUpper)
        scalars[letter * 12 + tone * 2 + isUpper] = UInt16(scalar)
      }
    }
  }

  private static let tables = Tables()

  private static func slot(_ scalar: UInt32) -> Int? {
    if scalar < lowEnd { return Int(scalar) }
    if scalar >= highStart, scalar < highStart + 0x60 {
      return Int(scalar - highStart + lowEnd)
    }
    return nil
  }

  /// The parts of a letter; nil for anything that is not an ASCII or Vietnamese letter.
  static func info(_ scalar: UInt32) -> LetterInfo? {
    guard let slot = slot(scalar) else { return nil }
    let packed = tables.infos[slot]
    return packed == 0 ? nil : LetterInfo(packed: packed)
  }

  /// The letter made of its parts; nil when no such letter exists (`b` with a tone).
  static func scalar(letter: Int, tone: Int, isUpper: Bool) -> UInt32? {
    let scalar = tables.scalars[letter * 12 + tone * 2 + (isUpper ? 1 : 0)]
    return scalar == 0 ? nil : UInt32(scalar)
  }

  // Positions in `alphabet` that spelling rules name.
  static let a = 0
  static let breveA = 1
  static let hatA = 2
  static let d = 5
  static let barD = 6
  static let e = 7
  static let hatE = 8
  static let g = 10
  static let i = 12
  static let o = 18
  static let hatO = 19
  static let hornO = 20
  static let q = 22
  static let u = 26
  static let hornU = 27
  static let y = 31

  /// True for a ă â e ê i o ô ơ u ư y.
  static func isVowel(_ letter: Int) -> Bool {
    switch letter {
    case a, breveA, hatA, e, hatE, i, o, hatO, hornO, u, hornU, y: return true
    default: return false
    }
  }
}
