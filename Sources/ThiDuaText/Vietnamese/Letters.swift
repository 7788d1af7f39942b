// Questions and small changes on letters. In: text. Out: text or a count. Invariant: everything is
// composed first, so NFD input gives the same answers. Anyone may import it.

extension VietnameseText {
  /// The text without accents: `Đội Cảnh sát` becomes `Doi Canh sat`; eth counts as đ.
  public static func unaccented(_ text: String, lowercased: Bool = false) -> String {
    var result: [UInt8] = []
    let composed = normalized(text)
    result.reserveCapacity(composed.utf8.count)
    for scalar in composed.unicodeScalars {
      let isFalseD = scalar.value == 0xF0 || scalar.value == 0xD0 || scalar.value == 0x189
      if let info = LetterTable.info(isFalseD ? 0x111 : scalar.value) {
        let letter = LetterTable.bare[info.letter]
        let isUpper = (info.isUpper || scalar.value == 0xD0 || scalar.value == 0x189) && !lowercased
        result.append(isUpper ? letter - 0x20 : letter)
      } else if lowercased {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        result.append(scalar: scalar.value)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text in capitals, composed.
  public static func uppercased(_ text: String) -> String { normalized(text).uppercased() }

  /// The text in small letters, composed.
  public static func lowercased(_ text: String) -> String { normalized(text).lowercased() }

  /// True for a letter of ASCII or of the Vietnamese alphabet in composed form.
  public static func isVietnameseLetter(_ scalar: Unicode.Scalar) -> Bool {
    LetterTable.info(scalar.value) != nil
  }

  /// The words of a text: what stands between spaces, each composed.
  public static func words(_ text: String) -> [String] {
    var result: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in normalized(text).unicodeScalars {
      if !isSpace(scalar.value) {
        word.append(scalar)
      } else if !word.isEmpty {
        result.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { result.append(String(word)) }
    return result
  }

  /// The given name of a person: the last word of the full name.
  public static func givenName(_ fullName: String) -> String { words(fullName).last ?? "" }
}
