// Which letter each byte of an old encoding is. In: nothing. Out: tables of 256 scalars, 0: no letter.
// Invariant: the tables say the same as glibc's iconv (a test compares them byte by byte). Used by OldEncoding.
//
// Own tables rather than iconv: its modules are files of the machine that a minimal system lacks, VNI is in no
// library, and four tables that the eye can check are smaller than the code to call it.

enum EncodingTables {
  /// Bytes 0x80…0x9F of Windows: quotes and dashes that every program of the time put into old text too.
  private static let windowsSigns = """
    €·‚ƒ„…†‡ˆ‰Š‹Œ·Ž·
    ·‘’“”•–—˜™š›œ·žŸ
    """

  /// Windows-1252, which old fonts were drawn over; what it does not define stands for itself.
  static let windows1252: [UInt32] = {
    var table = (0..<256).map(UInt32.init)
    set(windowsSigns, from: 0x80, in: &table)
    return table
  }()

  /// The same backwards.
  static let bytesOfWindows1252 = Dictionary(
    windows1252.enumerated().map { ($0.element, UInt8($0.offset)) },
    uniquingKeysWith: { first, _ in first })

  /// TCVN 5712 with its capitals in the places of control signs.
  static let tcvn5712: [UInt32] = {
    var table = ascii
    set("ÚỤ·ỪỬỮ", from: 0x01, in: &table)
    set("ỨỰỲỶỸÝỴ", from: 0x11, in: &table)
    set(
      """
      ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ
      ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ
      """, from: 0x80, in: &table)
    set(tcvnLetters, from: 0xA0, in: &table)
    set(marks, [0xB0, 0xB1, 0xB2, 0xB3, 0xB4], in: &table)
    return table
  }()

  /// What the ABC fonts and their typing programs know of it: no capitals with a tone, the signs of Windows.
  static let tcvn3: [UInt32] = {
    var table = ascii
    set(windowsSigns, from: 0x80, in: &table)
    set(tcvnLetters, from: 0xA0, in: &table)
    set(marks, [0xB0, 0xB1, 0xB2, 0xB3, 0xB4], in: &table)
    return table
  }()

  private static let tcvnLetters = """
    \u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ
    ·····àảãáạẲằẳẵắẴ
    ẮẦẨẪẤỀặầẩẫấậèỂẻẽ
    éẹềểễếệìỉỄẾỒĩíịò
    Ổỏõóọồổỗốộờởỡớợù
    ỖủũúụừửữứựỳỷỹýỵỐ
    """

  static let viscii: [UInt32] = {
    var table = ascii
    set("Ẳ··ẴẪ", from: 0x02, in: &table)
    set("Ỷ", from: 0x14, in: &table)
    set("Ỹ", from: 0x19, in: &table)
    set("Ỵ", from: 0x1E, in: &table)
    set(
      """
      ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ
      ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ
      Õắằặấầẩậẽẹếềểễệố
      ồổỗỠƠộờởịỰỨỪỬơớƯ
      ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ
      ĐứÒÓÔạỷừửÙÚỹỵÝỡư
      àáâãảăữẫèéêẻìíĩỉ
      đựòóôõỏọụùúũủýợỮ
      """, from: 0x80, in: &table)
    return table
  }()

  /// Letters of Windows and five tones that follow their letter.
  static let windows1258: [UInt32] = {
    var table = windows1252
    for (byte, letter) in [
      (0xC3, "Ă"), (0xD0, "Đ"), (0xD5, "Ơ"), (0xDD, "Ư"), (0xE3, "ă"), (0xF0, "đ"), (0xF5, "ơ"),
      (0xFD, "ư"), (0xFE, "₫"),
    ] as [(Int, Unicode.Scalar)] {
      table[byte] = letter.value
    }
    set(marks, [0xCC, 0xD2, 0xDE, 0xEC, 0xF2], in: &table)
    for byte in [0x8A, 0x8E, 0x9A, 0x9E] { table[byte] = 0 }
    return table
  }()

  /// Tones as marks of their own: huyền, hỏi, ngã, sắc, nặng.
  private static let marks: [UInt32] = [0x300, 0x309, 0x303, 0x301, 0x323]

  private static let ascii: [UInt32] = (0..<256).map { $0 < 0x80 ? UInt32($0) : 0 }

  /// `·` leaves a place as it is.
  private static func set(_ letters: String, from first: Int, in table: inout [UInt32]) {
    var byte = first
    for scalar in letters.unicodeScalars where scalar != "\n" {
      if scalar != "·" { table[byte] = scalar.value }
      byte += 1
    }
  }

  private static func set(_ scalars: [UInt32], _ bytes: [Int], in table: inout [UInt32]) {
    for (scalar, byte) in zip(scalars, bytes) { table[byte] = scalar }
  }
}
