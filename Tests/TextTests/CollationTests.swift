import Testing
import ThiDuaText

/// Dictionary order and names of people.
@Suite struct CollationTests {
  private func sorted(_ list: [String], by key: (String) -> [UInt8]) -> [String] {
    list.reversed().sorted { VietnameseText.compareKeys(key($0), key($1)) < 0 }
  }

  @Test(arguments: [
    ["ma", "mà", "mả", "mã", "má", "mạ", "man", "màn"],
    ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "u", "ư", "v", "y"],
    ["Hoa An", "Hoa Bình", "Hoà An", "hòa bình"],
    ["ma túy", "mà ta", "mạ a"],
    ["Cụm 1", "Cụm 2", "Cụm 2a", "Cụm 10", "Cụm 100"],
    ["phòng 2", "phòng 10", "phòng a"],
    ["1", "1.1", "1.2", "1.10", "2", "10", "A"],
    ["an", "An", "AN", "ân"],
    ["Cụm", "Cụm 1", "Cụm trưởng"],
    ["Da", "Đa", "Em"],
    ["tổ", "tổ 1", "tổ chức", "tốt"],
  ])
  func order(_ list: [String]) {
    #expect(sorted(list, by: { VietnameseText.collationKey($0) }) == list)
    for (a, b) in zip(list, list.dropFirst()) {
      #expect(VietnameseText.compare(a, b) == -1)
      #expect(VietnameseText.compare(b, a) == 1)
    }
  }

  @Test func equalOnlyForTheSameText() {
    let apart = LettersTests.decomposed("Tập thể Điện lực 07")
    #expect(VietnameseText.compare(apart, "Tập thể Điện lực 07") == 0)
    for (a, b) in [("hoà", "hòa"), ("07", "7"), ("a b", "a  b"), ("a-b", "a–b"), ("a ", "a")] {
      #expect(VietnameseText.compare(a, b) != 0)
      #expect(VietnameseText.compare(a, b) == -VietnameseText.compare(b, a))
    }
  }

  @Test func longNumbersByValue() {
    let long = String(repeating: "9", count: 300)
    #expect(VietnameseText.compare("x \(long)", "x 1\(long)") == -1)
    #expect(VietnameseText.compare("x 12", "x \(long)") == -1)
    #expect(VietnameseText.compare("x 0", "x 1") == -1)
  }

  @Test func peopleByGivenName() {
    let list = [
      "An", "Lê An", "Nguyễn Thị An", "Nguyễn Văn An", "Trần An", "Lê Ánh", "Đỗ Bình", "Lý Dũng",
      "Vũ Đạt", "Bùi Giang",
    ]
    #expect(sorted(list, by: VietnameseText.givenNameKey) == list)
  }

  @Test func orderIsTotal() {
    let pool = ["a", "à", "A", "â", "b", " ", "1", "02", "-", "Đ", "é", "日", "ß", "."]
    var texts: [String] = []
    for x in pool { for y in pool { for z in pool { texts.append(x + y + z) } } }
    let keys = texts.map { VietnameseText.collationKey($0) }
    let order = keys.indices.sorted { VietnameseText.compareKeys(keys[$0], keys[$1]) < 0 }
    for (i, j) in zip(order, order.dropFirst()) {
      #expect(VietnameseText.compareKeys(keys[i], keys[j]) < 0, "\(texts[i]) \(texts[j])")
    }
  }
}
