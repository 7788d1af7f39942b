import Testing
import ThiDuaText

/// Normal form, lookup keys, letters, width.
@Suite struct LettersTests {
  static let alphabet =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"

  /// Canonical decomposition of one Vietnamese letter, written out independently of the module.
  static func decomposed(_ text: String) -> String {
    let hats: [Character: (String, String)] = [
      "ă": ("a", "\u{306}"), "â": ("a", "\u{302}"), "ê": ("e", "\u{302}"), "ô": ("o", "\u{302}"),
      "ơ": ("o", "\u{31B}"), "ư": ("u", "\u{31B}"),
    ]
    let rows = [
      "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
      "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ].map(Array.init)
    let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    var result = ""
    for letter in text {
      let lower = Character(letter.lowercased())
      guard let row = rows.first(where: { $0.contains(lower) }),
        let tone = row.firstIndex(of: lower)
      else {
        result.append(letter)
        continue
      }
      let (base, hat) = hats[row[0]] ?? (String(row[0]), "")
      let shown = letter == lower ? base : base.uppercased()
      // The dot below has a smaller combining class than hat and breve, the horn a smaller still.
      result +=
        tone == 5 && hat != "\u{31B}" ? shown + tones[tone] + hat : shown + hat + tones[tone]
    }
    return result
  }

  private func same(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }

  @Test func everyLetterComposes() {
    for text in [Self.alphabet, Self.alphabet.uppercased()] {
      let apart = Self.decomposed(text)
      #expect(apart.unicodeScalars.count > text.unicodeScalars.count)
      #expect(same(VietnameseText.normalized(apart), text))
      #expect(same(VietnameseText.normalized(text), text))
    }
  }

  @Test(arguments: [
    ("a\u{302}\u{323}", "ậ"), ("a\u{323}\u{302}", "ậ"), ("ạ\u{302}", "ậ"), ("â\u{323}", "ậ"),
    ("ư\u{301}", "ứ"), ("u\u{301}\u{31B}", "ứ"), ("o\u{323}\u{31B}", "ợ"), ("a\u{340}", "à"),
    ("á\u{302}", "á\u{302}"), ("a\u{301}\u{302}", "á\u{302}"), ("i\u{302}", "i\u{302}"),
    ("n\u{303}", "n\u{303}"), ("ö\u{323}", "ö\u{323}"), ("a\u{336}", "a\u{336}"),
    ("\u{301}a", "\u{301}a"), ("", ""),
  ])
  func composesAsUnicodeDoes(_ pair: (String, String)) {
    let result = VietnameseText.normalized(pair.0)
    #expect(same(result, pair.1))
    #expect(same(VietnameseText.normalized(result), result))
    #expect(pair.0 == pair.1 || pair.0.unicodeScalars.contains { $0.value == 0x340 })
  }

  @Test(arguments: [
    ("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("hoạ", "họa"), ("uý", "úy"),
    ("luỹ", "lũy"), ("toé", "tóe"), ("xoã", "xõa"), ("cuả", "của"), ("qúy", "quý"),
    ("gìa", "già"), ("Hoà  Bình", "hòa\u{A0}bình"), ("  THUỶ\tĐIỆN\n", "thủy điện"),
    ("d\u{2019}Or", "d'or"), ("Ðơn vị", "đơn vị"), ("ho\u{61}\u{300}", "hòa"),
  ])
  func keysOfTheSameName(_ pair: (String, String)) {
    #expect(VietnameseText.lookupKey(pair.0) == VietnameseText.lookupKey(pair.1))
  }

  @Test(arguments: [
    ("hàng", "hạng"), ("hoa", "hòa"), ("lý", "lí"), ("tổ", "tố"), ("đá", "da"), ("ba má", "bá ma"),
  ])
  func keysOfDifferentNames(_ pair: (String, String)) {
    #expect(VietnameseText.lookupKey(pair.0) != VietnameseText.lookupKey(pair.1))
  }

  @Test(arguments: [
    "tổng điểm", "tiến", "của", "múa", "quốc", "giếng", "khuỷu", "ngoài", "toàn", "huỳnh", "thuở",
    "quý", "gì", "già", "khỏe", "ngoéo", "yếu", "người", "rượu", "tuyến", "4.1a", "quý 1",
  ])
  func usualSpellingIsItsOwnKey(_ word: String) {
    #expect(same(VietnameseText.lookupKey(word), word))
  }

  @Test func accentsGo() {
    #expect(
      VietnameseText.unaccented("Đội Cảnh sát giao thông số 2") == "Doi Canh sat giao thong so 2")
    #expect(VietnameseText.unaccented("ÐƯỜNG Thuỷ", lowercased: true) == "duong thuy")
    #expect(VietnameseText.unaccented(Self.alphabet).allSatisfy { $0.isASCII })
    #expect(VietnameseText.unaccented(Self.decomposed("Ệ")) == "E")
  }

  @Test func capitals() {
    #expect(VietnameseText.uppercased("đường ưu") == "ĐƯỜNG ƯU")
    #expect(VietnameseText.lowercased("ĐẶNG THỊ MỸ") == "đặng thị mỹ")
  }

  @Test func wordsAndGivenNames() {
    #expect(VietnameseText.words(" Nguyễn\u{A0}Văn  An ") == ["Nguyễn", "Văn", "An"])
    #expect(VietnameseText.givenName("Trần Thị Ánh") == "Ánh")
    #expect(VietnameseText.givenName("  ") == "")
  }

  @Test(arguments: [
    ("Phòng Kế toán", 13), ("", 0), ("日本", 4), ("👨‍👩‍👧", 2), ("❤️", 2), ("a\u{200B}b", 2), ("…", 1),
    ("─┌", 2), ("ｱ", 1), ("\u{1B}", 0), ("½", 1),
  ])
  func widths(_ pair: (String, Int)) {
    #expect(VietnameseText.displayWidth(pair.0) == pair.1)
    #expect(VietnameseText.displayWidth(Self.decomposed(pair.0)) == pair.1)
  }

  @Test func padding() {
    #expect(VietnameseText.padded("Tên", to: 5) == "Tên  ")
    #expect(VietnameseText.padded(Self.decomposed("Tên"), to: 5, alignRight: true) == "  Tên")
    #expect(VietnameseText.padded("dài quá", to: 3) == "dài quá")
  }

  @Test func lookAlikes() {
    #expect(LookAlike.find(in: Array(Self.alphabet.utf8)).isEmpty)
    #expect(LookAlike.find(in: Array("“×÷≥≤≠−” … 日本 👨‍👩‍👧".utf8)).isEmpty)
    let found = LookAlike.find(in: Array("t\u{43E}ng \u{F0}i\u{200B}ểm \u{391} \u{FF11}".utf8))
    #expect(found.map { $0.replacement } == ["o", "đ", "", "A", "1"])
    #expect(found.map { $0.offset } == [1, 6, 9, 17, 20])
    #expect(found.map { $0.codePoint } == ["U+043E", "U+00F0", "U+200B", "U+0391", "U+FF11"])
    #expect(found[2].isInvisible && !found[0].isInvisible)
    let part = Array("ab\u{430}c".utf8)
    #expect(LookAlike.find(in: part[2...]).first?.offset == 2)
  }
}
