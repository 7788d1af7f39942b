// Keys that only look the same: what is told, and which tables are left alone.

import Testing
import ThiDuaOffice
import ThiDuaText

@Suite struct AlikeKeyTests {
  private let key = field("mã") { $0.isKey = true }

  private func reading(_ keys: [String], workers: Int = 1) -> Reading {
    Reading(Array(("mã;\n" + keys.map { "\($0);\n" }.joined()).utf8), [key], workers: workers)
  }

  /// `dòng: khóa ~ khóa kia` of each finding.
  private func told(_ keys: [String]) -> [String] {
    reading(keys).findings.all.map { finding in
      "\(finding.code) \(finding.place?.line ?? 0) \(finding.place?.value ?? "")"
    }
  }

  @Test func theLaterOrTheOddOneIsTold() {
    #expect(told(["TT01", "TT02", "TTO1"]) == ["DL115 4 TTO1"])
    #expect(told(["TTO1", "TT01", "TT02"]) == ["DL115 2 TTO1"])
    #expect(told(["A", "\u{410}", "B"]) == ["DL115 3 \u{410}"])
    #expect(told(["\u{410}", "A", "B"]) == ["DL115 2 \u{410}"])
    #expect(
      told(["Hoà Bình", "Hòa Bình", "hoà bình"]) == ["DL115 3 Hòa Bình", "DL115 4 hoà bình"])
  }

  @Test func theOtherCellIsNamed() throws {
    let finding = try #require(reading(["TT01", "x", "tt01"]).findings.all.first)
    #expect(finding.severity == .warning)
    #expect(finding.place?.line == 4)
    #expect(finding.notes == ["Ô kia: tệp \"tệp.csv\", dòng 2, cột \"mã\", ô \"TT01\"."])
  }

  @Test func namesThatCountOnAreLeftAlone() {
    #expect(told(["Khối I", "Khối 1"]) == [])
    #expect(told(["A0", "AO", "B0", "BO"]) == [])
    #expect(told(["điểm i", "điểm y", "điểm l"]) == [])
    // Codes that count with digits and letters.
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let codes = (0..<20_000).map { "\(digits[$0 / 1296])\(digits[$0 / 36 % 36])\(digits[$0 % 36])" }
    #expect(told(codes) == [])
  }

  @Test func oneMistakeAmongMany() {
    var keys = (1...5_000).map { number -> String in
      let digits = String(number)
      return "CB" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    keys[4_321] = "CB1O01"
    keys.insert("CBO777", at: 17)
    for workers in [1, 3] {
      let findings = reading(keys, workers: workers).findings.all
      #expect(findings.map(\.place?.value) == ["CBO777", "CB1O01"])
      #expect(findings.map(\.place?.line) == [19, 4_324])
    }
  }

  @Test func aKeyOfSeveralFields() {
    let both = [key, field("năm", .count) { $0.isKey = true }]
    let alike = Reading("mã;năm\nTT01;2025\ntt01;2026\nTT01;2026\n", both)
    #expect(alike.codes == ["DL115"])
    #expect(alike.findings.all.first?.place?.line == 4)
  }

  @Test func equalKeysStayErrors() {
    #expect(reading(["TT01", "tt01", "TT01"]).codes == ["DL002", "DL115"])
  }

  @Test func manyPairsAreCounted() throws {
    let findings = reading((0..<60).flatMap { ["tổ \($0)", "Tổ \($0)"] }).findings.all
    #expect(findings.count == AlikeKeys.limit + 1)
    #expect(try #require(findings.last).message.contains("còn 41 cặp khóa gần như nhau nữa"))
  }
}
