// What the console asks: is it a statement, an expression, or not finished yet?

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ConsoleInputTests {
  private func kind(_ text: String, known: Set<String> = []) -> String {
    var diagnostics = Diagnostics()
    let input = parseForConsole(
      source(text), knownNames: Set(known.map { VietnameseText.lookupKey($0) }),
      into: &diagnostics)
    if input.needsMoreInput { return diagnostics.isEmpty ? "thêm" : "thêm, có lỗi" }
    let findings = diagnostics.all.map { " " + $0.code }.joined()
    if let expression = input.expression { return "biểu thức " + tree(expression) + findings }
    return "\(input.items.count) lệnh" + findings
  }

  @Test(arguments: [
    ("1 + 2", "biểu thức (+ 1 2)"),
    ("= tổng điểm", "biểu thức [tổng điểm]"),
    // A lone equation is neither: it is reported, with the two ways to write it.
    ("a = b", "0 lệnh CP050"),
    ("(a = b)", "biểu thức (= [a] [b])"),
    ("tổng điểm của tập thể \"A\"", "biểu thức (của [tổng điểm] (tra [tập thể] \"A\"))"),
    ("in 1", "1 lệnh"),
    ("đặt x = 1", "1 lệnh"),
    ("x của tập thể = 1", "1 lệnh"),
    ("nếu a thì in 1", "1 lệnh"),
    ("nếu a thì", "thêm"),
    ("nếu a thì\n  in 1", "thêm"),
    ("nếu a thì\n  in 1\nhết", "1 lệnh"),
    ("nếu a thì\n  in 1\n\n", "1 lệnh"),
    ("tổng(1;\n", "thêm"),
    ("1 +", "thêm"),
    ("xếp loại mức của tập thể", "thêm"),
    ("xếp loại mức của tập thể\n  \"A\" còn lại\n\n", "1 lệnh"),
    ("tiêu chí 1 \"A\" của tập thể, tối đa 5 điểm: chấm trực tiếp", "1 lệnh"),
    ("dữ liệu tập thể", "thêm"),
    ("dữ liệu tập thể\n| mã |", "thêm"),
    ("dữ liệu tập thể\n| mã |\n| A |\n\n", "1 lệnh"),
    ("dữ liệu tập thể từ \"a.csv\"", "1 lệnh"),
    ("hội đồng ngành \"A\"\n thành viên: 3\n\n", "1 lệnh"),
    ("neu a thì in 1", "1 lệnh CP038"),
    ("1 + * 2", "biểu thức (+ 1 (* <lỗi> 2)) CP032"),
    ("", "0 lệnh"),
  ])
  func reading(_ text: String, _ expected: String) {
    #expect(kind(text) == expected)
  }

  @Test func declaredNamesAreExpressions() {
    #expect(kind("nhóm 1", known: ["nhóm 1"]) == "biểu thức [nhóm 1]")
    #expect(
      kind("nhóm 1 của tập thể \"A\"", known: ["nhóm 1"])
        == "biểu thức (của [nhóm 1] (tra [tập thể] \"A\"))")
    #expect(kind("nhóm 1 \"A\" của tập thể\n", known: ["nhóm 1"]) == "thêm")
    #expect(kind("điểm thưởng", known: ["điểm thưởng"]) == "biểu thức [điểm thưởng]")
  }
}
