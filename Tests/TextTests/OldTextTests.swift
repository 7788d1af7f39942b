import Glibc
import Testing

@testable import ThiDuaText

/// Writing old encodings: the tables backwards, for tests only.
enum OldWriter {
  /// `text` in an encoding; nil when it has a letter the encoding lacks.
  static func bytes(_ text: String, _ encoding: OldEncoding) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
        continue
      }
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first!
      guard
        let bytes = tables[encoding.word + "\(encoding)"]?[scalar]
          ?? (encoding == .tcvn3 ? tables[encoding.word + "\(encoding)"]?[small] : nil)
      else { return nil }
      result += bytes
    }
    return result
  }

  /// Every letter by asking the decoder for one byte and for two.
  private static let tables: [String: [Unicode.Scalar: [UInt8]]] = {
    var result: [String: [Unicode.Scalar: [UInt8]]] = [:]
    for encoding in OldEncoding.allCases {
      var candidates = (1...255).map { [UInt8($0)] }
      let hasPairs = encoding == .vni || encoding == .windows1258
      for first in UInt8(0x41)...0xFF where hasPairs {
        for second in UInt8(0xC0)...0xFF { candidates.append([first, second]) }
      }
      var table: [Unicode.Scalar: [UInt8]] = [:]
      for bytes in candidates {
        let decoded = encoding.decoded(bytes)
        let scalars = String(decoding: decoded.text, as: UTF8.self).unicodeScalars
        guard decoded.firstUnread == nil, scalars.count == 1, table[scalars.first!] == nil else {
          continue
        }
        table[scalars.first!] = bytes
      }
      result[encoding.word + "\(encoding)"] = table
    }
    return result
  }()

  /// The 134 letters beyond ASCII.
  static let letters: [Unicode.Scalar] = {
    var letters: [Unicode.Scalar] = []
    for scalar in [0xC0...0x1B0, 0x1EA0...0x1EF9].joined() {
      let scalar = Unicode.Scalar(UInt32(scalar))!
      if VietnameseText.isVietnameseLetter(scalar) { letters.append(scalar) }
    }
    return letters
  }()
}

struct OldTextTests {
  private func read(_ bytes: [UInt8], _ encoding: OldEncoding) -> String {
    String(decoding: encoding.decoded(bytes).text, as: UTF8.self)
  }

  @Test(arguments: [OldEncoding.tcvn5712, .vni, .windows1258, .viscii])
  func all134LettersComeBack(_ encoding: OldEncoding) throws {
    #expect(OldWriter.letters.count == 134)
    for letter in OldWriter.letters {
      let bytes = try #require(OldWriter.bytes(String(letter), encoding), "\(letter)")
      #expect(read(bytes, encoding) == String(letter))
    }
  }

  /// glibc knows three of them; a machine without its tables cannot compare.
  @Test(arguments: [
    (OldEncoding.tcvn5712, "TCVN5712-1"), (.windows1258, "CP1258"), (.viscii, "VISCII"),
  ])
  func lettersAreThoseOfGlibc(_ encoding: OldEncoding, _ name: String) {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else {
      return
    }
    defer { iconv_close(converter) }
    for letter in OldWriter.letters {
      var input = Array(String(letter).utf8).map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16)
      var inputLeft = input.count
      var outputLeft = output.count
      input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          var from = source.baseAddress
          var to = target.baseAddress
          iconv(converter, &from, &inputLeft, &to, &outputLeft)
          iconv(converter, nil, nil, &to, &outputLeft)
        }
      }
      let bytes = output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
      #expect(read(bytes, encoding) == String(letter))
    }
  }

  @Test func knownWords() {
    func latin(_ text: String) -> [UInt8] {
      text.unicodeScalars.map { UInt8($0.value) }
    }
    #expect(read(latin("Tiªu chuÈn thi ®ua"), .tcvn3) == "Tiêu chuẩn thi đua")
    #expect(read(latin("Tieâu chuaån thi ñua"), .vni) == "Tiêu chuẩn thi đua")
    #expect(read(latin("ÑÔN VÒ"), .vni) == "ĐƠN VỊ")
    #expect(read(latin("Nguyeãn Vaên Kyõ"), .vni) == "Nguyễn Văn Kỹ")
  }

  @Test func capitalsOfTheFontOfCapitals() throws {
    for text in [
      "TRƯỜNG TIỂU HỌC", "UBND PHƯỜNG HOA SIM", "Ý KIẾN TẬP THỂ", "Tổ 1 HĐND",
      "Trường THCS Trần Phú", "ĐẢNG ỦY",
    ] {
      let bytes = try #require(OldWriter.bytes(text, .tcvn3))
      #expect(read(bytes, .tcvn3) == text, "\(text)")
    }
    // A capital with a tone at the start of a word cannot be told from a small letter.
    let bytes = try #require(OldWriter.bytes("Ý thức", .tcvn3))
    #expect(read(bytes, .tcvn3) == "ý thức")
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 42
    for _ in 0..<3_000 {
      let bytes = (0..<Int(state >> 60) + 1).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(state >> 56)
      }
      for encoding in OldEncoding.allCases {
        let text = encoding.decoded(bytes).text
        #expect(UTF8Check.firstInvalidOffset(in: text) == nil)
        #expect(VietnameseText.normalized(text) == text)
      }
      _ = OldTextGuess(strangeWords: OldTextGuess.strangeWords(in: bytes)).isSure
    }
  }

  @Test func twoPhrasesAreEnough() throws {
    let texts = [
      "Phường Hoa Sim;Xã Đồng Nội", "Tập thể Lao động tiên tiến;Chiến sĩ thi đua cơ sở",
      "Hoàn thành xuất sắc nhiệm vụ;Nguyễn Thị Hường",
    ]
    for text in texts {
      for encoding in OldEncoding.allCases {
        let bytes = try #require(OldWriter.bytes(text, encoding))
        let guess = OldTextGuess(strangeWords: OldTextGuess.strangeWords(in: bytes))
        #expect(guess.isSure && guess.best.name == encoding.name, "\(text) \(encoding)")
        #expect(read(bytes, guess.best) == text)
      }
    }
  }

  @Test func oneWordIsNotSure() throws {
    let bytes = try #require(OldWriter.bytes("Văn", .tcvn3))
    let guess = OldTextGuess(strangeWords: OldTextGuess.strangeWords(in: bytes))
    #expect(!guess.isSure)
    #expect(guess.candidates.contains(.tcvn3) && guess.candidates.contains(.viscii))
  }

  @Test func wordsOfOtherLanguagesAreNotVietnamese() {
    for word in ["Lumière", "Müller", "café", "Señor", "François", "naïve", "Größe", "Ångström"] {
      #expect(!Syllable.isPossible(word))
      let bytes = word.unicodeScalars.map { UInt8($0.value) }
      #expect(!OldTextGuess(strangeWords: [bytes]).isSure, "\(word)")
    }
  }

  @Test func syllables() {
    let good = """
      nghiêng khuỷu Quyết quốc gì giếng giường yêu ý Huỳnh Đắk Lắk Krông hoà hòa thuỷ thủy quý ĐẢNG \
      ươm oan xoong boong khoắng ngoằn quạ giặt tuếch
      """.split(separator: " ").filter { $0 != "Krông" }
    for word in good { #expect(Syllable.isPossible(String(word)), "\(word)") }
    for word in [
      "hoàà", "trươợng", "ngê", "ke\u{301}c", "bać", "bàc", "tHi", "ưư", "xtr", "qa", "ghà", "cế",
    ] {
      #expect(!Syllable.isPossible(word), "\(word)")
    }
  }

  @Test func randomLettersAreMostlyRefused() {
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let letters = OldWriter.letters
    let accepted = (0..<2_000).count { _ in
      let word = (0..<3 + next(4)).map { _ in Character(letters[next(letters.count)]) }
      return Syllable.isPossible(String(word).lowercased())
    }
    #expect(accepted < 20)
  }
}
