// Capitals of the ABC fonts. In: bytes of TCVN3. Out: the same bytes, each with whether it was meant as a capital.
// Invariant: only letters with a tone change, and only in words whose other letters are capitals.
//
// TCVN3 has no capitals with a tone: `TẬP THỂ` is stored `TậP THể` and shown in a font that draws every letter as
// a capital (`.VnTimeH`). A word with a capital behind its first letter and no small one is such a word; next to
// one, so are `Ý` and `TỔ`, which alone could as well be `ý` and `Tổ`.

enum TCVN3Capitals {
  private enum Shape {
    /// Holds a small letter: stays as it is.
    case small
    /// Nothing tells.
    case open
    case capitals
  }

  private struct Word {
    var range: Range<Int>
    var shape: Shape
  }

  static func restored(_ bytes: [UInt8]) -> [(byte: UInt8, isCapital: Bool)] {
    var letters = bytes.map { (byte: $0, isCapital: false) }
    var phrase: [Word] = []
    var index = 0
    while index < bytes.count {
      if isLetter(bytes[index]) {
        let start = index
        while index < bytes.count, isLetter(bytes[index]) { index += 1 }
        phrase.append(Word(range: start..<index, shape: shape(bytes[start..<index])))
      } else {
        // Spaces join the words of a phrase; anything else may begin another cell.
        if bytes[index] != 0x20, bytes[index] != 0xA0 { close(&phrase, &letters) }
        index += 1
      }
    }
    close(&phrase, &letters)
    return letters
  }

  private static func close(
    _ phrase: inout [Word], _ letters: inout [(byte: UInt8, isCapital: Bool)]
  ) {
    defer { phrase.removeAll(keepingCapacity: true) }
    guard phrase.contains(where: { $0.shape == .capitals }) else { return }
    for index in phrase.indices where phrase[index].shape == .open {
      let neighbours = [index - 1, index + 1].filter(phrase.indices.contains)
      if neighbours.contains(where: { phrase[$0].shape == .capitals }) {
        phrase[index].shape = .capitals
      }
    }
    for word in phrase where word.shape == .capitals {
      for place in word.range where isToned(letters[place].byte) { letters[place].isCapital = true }
    }
  }

  private static func shape(_ word: ArraySlice<UInt8>) -> Shape {
    if word.contains(where: isSmall) { return .small }
    let hasTone = word.contains { isToned($0) || isTonedCapital($0) }
    return hasTone && word.dropFirst().contains(where: isCapital) ? .capitals : .open
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isSmall(byte) || isCapital(byte) || isToned(byte)
  }

  private static func isSmall(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || (0xA8...0xAE).contains(byte)
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "A") < 26 || (0xA1...0xA7).contains(byte) || isTonedCapital(byte)
  }

  /// The few capitals with a tone that the upper half has, such as `Ế`.
  private static func isTonedCapital(_ byte: UInt8) -> Bool {
    byte >= 0xAF && LetterTable.info(EncodingTables.tcvn3[Int(byte)])?.isUpper == true
  }

  /// Vowels with a tone, whose size the byte does not tell.
  static func isToned(_ byte: UInt8) -> Bool {
    guard byte >= 0xB5 else { return false }
    return LetterTable.info(EncodingTables.tcvn3[Int(byte)]).map { !$0.isUpper } ?? false
  }
}
