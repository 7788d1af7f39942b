// One wrong line each, and the code it must give.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ErrorTests {
  @Test(arguments: [
    ("in 8.5", "CP010"),
    ("in 1,2,3", "CP011"),
    ("in 1,250.5", "CP011"),
    ("in 1 000", "CP012"),
    ("in 1/7/26", "CP013"),
    ("in ngày 10/12", "CP014"),
    ("in 31/4/2026", "CP015"),
    ("in 4a", "CP016"),
    ("in 5 quả cam", "CP018"),
    ("in \"chưa đóng", "CP020"),
    ("in \"a {b\"", "CP021"),
    ("in 'a", "CP022"),
    ("in x ^ 2", "CP023"),
    ("nếu a == 1 thì in a", "CP024"),
    ("dùng chung", "CP025"),
    ("in f(a, 2)", "CP026"),
    ("in (1 + 2", "CP030"),
    ("in 1)", "CP031"),
    ("in 1 +", "CP032"),
    ("in (a b) c", "CP033"),
    ("in a = b", "CP034"),
    ("in (1 < a < 3)", "CP035"),
    ("nếu không thì in a", "CP036"),
    ("in nếu a thì 1 nếu không thì 2", "CP036"),
    ("in nếu a thì 1", "CP037"),
    ("neu a thì in 1", "CP038"),
    ("tieu chi 1 \"A\" của tập thể", "CP038"),
    ("in nếu a thi 1 ngược lại 2", "CP038"),
    ("in (tổng điểm từ 90)", "CP040"),
    ("xếp loại của tập thể", "CP041"),
    ("in 1 + nếu a thì 1 ngược lại 2", "CP042"),
    ("in \"{x: 2,5}\"", "CP043"),
    ("không biết gì", "CP050"),
    ("tổng điểm = 5", "CP050"),
    ("điều kiện a", "CP052"),
    ("tiêu chí 1 \"A\" của tập thể\n  được 5 điểm", "CP051"),
    ("hội đồng ngành \"A\"\n  thành viên: 11", "CP053"),
    ("nhóm 1 \"A\" của tập thể\nnhóm 2 \"B\" của tập thể\nhết", "CP053"),
    ("hết", "CP054"),
    ("hàm f(x)\n  trả về x\nhết nhóm", "CP055"),
    ("tiêu chí 1 \"A\" của tập thể, nhiều lắm 5", "CP056"),
    ("điểm thưởng \"A\" của tập thể\n  cộng 1 điểm cho mỗi 1.000 người dân", "CP057"),
    ("danh hiệu \"A\" của tập thể\n  đề nghị không quá 20%", "CP058"),
    ("hội đồng ngành \"A\"\n  thành viên 11\nhết", "CP059"),
    ("| a | b |", "CP060"),
    ("dữ liệu tập thể\n  | a | b |\n  | 1 |", "CP061"),
    ("dữ liệu tập thể", "CP062"),
    ("xếp hạng h của tập thể\n  vẫn bằng nhau thì bốc thăm", "CP063"),
    ("xếp hạng h của tập thể\n  theo a\n  theo b", "CP064"),
    ("trừ 0,5 điểm/báo cáo chậm", "CP052"),
    ("điểm trừ \"A\" của tập thể\n  trừ 0,5 điểm/báo cáo chậm", "CP019"),
    ("in tổng \u{200B}điểm", "CP003"),
    ("in \u{F0}iểm", "CP003"),
  ])
  func code(_ text: String, _ code: String) {
    #expect(codes(text) == [code], "\(rendered(text))")
  }

  @Test func oneMissingAccentIsOneError() {
    #expect(codes("danh hiêu \"A\" của tập thể\n  điều kiện tổng điểm > 5\nin 1") == ["CP038"])
    #expect(codes("hoi đồng ngành \"A\"\n  thành viên: 5\nhết") == ["CP038"])
  }

  @Test func everyWrongLineIsReported() {
    let text = """
      in (1 + )
      in 8.5
      tổng điểm = 3
      in (2
      in 3
      """
    #expect(codes(text) == ["CP032", "CP010", "CP050", "CP030"], "\(rendered(text))")
  }

  @Test func fixesRepairTheLine() {
    for (wrong, right) in [
      ("in 8.5", "in 8,5"), ("in 1 000", "in 1.000"), ("in f(a, 2)", "in f(a; 2)"),
      ("neu a thì in 1", "nếu a thì in 1"), ("in (x từ 9)", "in (x từ 9 trở lên)"),
      ("in nếu a thi 1 ngược lại 2", "in nếu a thì 1 ngược lại 2"),
    ] {
      guard let fix = script(wrong).diagnostics.all.first?.fix else {
        Issue.record("không có cách sửa: \(wrong)")
        continue
      }
      var bytes = source(wrong).bytes
      bytes.replaceSubrange(
        Int(fix.span.start)..<Int(fix.span.end), with: Array(fix.replacement.utf8))
      #expect(String(decoding: bytes, as: UTF8.self) == right)
      #expect(codes(right) == [])
    }
  }

  @Test func catalogueExplainsEveryCode() {
    let entries = SyntaxMessages.entries
    #expect(Set(entries.map(\.code)).count == entries.count)
    // The right examples of the catalogue are right, as far as they are whole lines.
    for entry in entries where !entry.rightExample.hasPrefix("(") {
      let isRule = ["cộng", "trừ", "khi", "vẫn", "theo", "đề nghị"].contains {
        entry.rightExample.hasPrefix($0)
      }
      if isRule || ["CP002", "CP003", "CP035"].contains(entry.code) { continue }
      #expect(rendered(entry.rightExample) == "", "\(entry.code)")
      #expect(
        codes(entry.wrongExample).contains(entry.code) || entry.wrongExample.hasPrefix("("),
        "\(entry.code)")
    }
  }

  @Test func nestingIsBounded() {
    let deep = String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000)
    #expect(codes("in " + deep) == ["CP039"])
    #expect(codes("in 1" + String(repeating: " + 1", count: 50_000)) == ["CP039"])
    let blocks = String(repeating: "nếu a thì\n", count: 5_000)
    #expect(codes("thủ tục p()\n" + blocks) == ["CP039"])
    #expect(codes("in " + String(repeating: "không phải ", count: 5_000) + "a") == ["CP039"])
    #expect(codes("in " + String(repeating: "-", count: 5_000) + "a") == ["CP039"])
    let texts = String(repeating: "\"{", count: 3_000)
    #expect(!codes("in " + texts).isEmpty)
  }
}
