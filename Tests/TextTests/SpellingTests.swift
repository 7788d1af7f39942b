import Testing
import ThiDuaText

/// Suggestions.
@Suite struct SpellingTests {
  private let names = [
    "tổng điểm", "tổng điểm thi đua", "điểm thưởng", "điểm trừ", "nhóm 1", "nhóm 2", "hạng", "hàng",
    "số văn bản chậm", "nếu", "mức hoàn thành", "đạt",
  ]

  @Test(arguments: [
    ("tong diem", "tổng điểm"), ("tổng diểm", "tổng điểm"), ("neu", "nếu"), ("dat", "đạt"),
    ("so van ban cham", "số văn bản chậm"), ("điểm thưỡng", "điểm thưởng"),
    ("điểm thửơng", "điểm thưởng"), ("mức hòan thành", "mức hoàn thành"),
    ("mức hoàn thàn", "mức hoàn thành"), ("ddiểm trừ", "điểm trừ"), ("TỔNG ĐIỂM", "tổng điểm"),
  ])
  func finds(_ pair: (String, String)) {
    #expect(Spelling.closest(to: pair.0, in: names).first == pair.1)
  }

  @Test func accentsComeBeforeLetters() {
    #expect(Spelling.closest(to: "hang", in: names) == ["hạng", "hàng"])
    #expect(Spelling.closest(to: "nhóm 3", in: names) == ["nhóm 1", "nhóm 2"])
    #expect(Spelling.closest(to: "điểm thi đua", in: names) == ["tổng điểm thi đua"])
  }

  @Test func staysSilentWhenNothingIsClose() {
    #expect(Spelling.closest(to: "khen thưởng đột xuất", in: names).isEmpty)
    #expect(Spelling.closest(to: "xy", in: names).isEmpty)
    #expect(Spelling.closest(to: "", in: names).isEmpty)
    #expect(Spelling.closest(to: "abc", in: [String]()).isEmpty)
  }

  @Test func onlyAccents() {
    #expect(Spelling.accented("tong diem", in: names) == "tổng điểm")
    #expect(Spelling.accented("hang", in: names) == nil)
    #expect(Spelling.accented("tong", in: names) == nil)
  }
}
