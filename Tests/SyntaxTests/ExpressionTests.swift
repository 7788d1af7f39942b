// Small expressions and their trees.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"),
    ("1 - 2 - 3", "(- (- 1 2) 3)"),
    ("-2 * x", "(* -2 [x])"),
    ("- x * 2", "(* (- [x]) 2)"),
    ("2 -1", "(- 2 1)"),
    ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
    ("6 ÷ 2 × 3 − 1", "(- (* (/ 6 2) 3) 1)"),
    ("1.250.000,5", "1250000,5"),
    ("85%", "0,85·%"),
    ("2.340.000 đồng", "2340000·đồng"),
    ("5 triệu đồng", "5000000·đồng"),
    ("1,5 tỷ", "1500000000"),
    ("14/10/2026", "14/10/2026"),
    ("ngày 14/10/2026", "14/10/2026"),
    ("10/2", "(/ 10 2)"),
    ("1 .. 10", "(.. 1 10)"),
    ("1..10", "(.. 1 10)"),
    ("[1; 2; 3]", "[1; 2; 3]"),
    ("[]", "[]"),
    ("[\"a\": 1; \"b\": 2]", "[\"a\": 1; \"b\": 2]"),
    ("x[1][2]", "(ô (ô [x] 1) 2)"),
    ("“Ông nói “có” rồi”", "\"Ông nói “có” rồi\""),
    ("\"a\"\"b{{c}}\"", "\"a\"b{c}\""),
    ("\"{tổng điểm: 2} của {tập thể \"A\"}\"", "\"{[tổng điểm]: 2} của {(tra [tập thể] \"A\")}\""),
    ("\"{f(\"x{y}\")}!\"", "\"{(gọi [f] \"x{[y]}\")}!\""),
  ])
  func valuesAndArithmetic(_ text: String, _ tree: String) {
    #expect(expression(text) == tree)
  }

  @Test(arguments: [
    ("tổng điểm", "[tổng điểm]"),
    ("tiêu chí 1.1", "[tiêu chí 1.1]"),
    ("mục 4a + quý 1", "(+ [mục 4a] [quý 1])"),
    ("nhiệm vụ sớm 10 ngày", "[nhiệm vụ sớm 10 ngày]"),
    ("'tổ chức và cán bộ' + 1", "(+ [tổ chức và cán bộ] 1)"),
    ("đạt 'cờ thi đua của Chính phủ'", "[đạt cờ thi đua của Chính phủ]"),
    ("báo cáo đúng hạn", "[báo cáo đúng hạn]"),
    ("người H'Mông", "[người H'Mông]"),
    ("tập thể này", "(này [tập thể])"),
    ("f()", "(gọi [f])"),
    ("làm tròn(x; 2)", "(gọi [làm tròn] [x] 2)"),
    ("tập thể \"TT01\"", "(tra [tập thể] \"TT01\")"),
    ("tổng điểm của tập thể \"A\"", "(của [tổng điểm] (tra [tập thể] \"A\"))"),
    ("a của b của c", "(của [a] (của [b] [c]))"),
    ("20% của tổng điểm", "(của 0,2·% [tổng điểm])"),
    ("x nếu trống thì 0", "(nếu-trống [x] 0)"),
    ("a của b nếu trống thì -1", "(nếu-trống (của [a] [b]) -1)"),
  ])
  func names(_ text: String, _ tree: String) {
    #expect(expression(text) == tree)
  }

  @Test(arguments: [
    ("a = b", "(= [a] [b])"),
    ("a ≥ b và c ≠ d hoặc không phải e", "(hoặc (và (>= [a] [b]) (<> [c] [d])) (không [e]))"),
    ("x là \"Tốt\"", "(là [x] \"Tốt\")"),
    ("x không phải là trống", "(không phải là [x] trống)"),
    ("x là không áp dụng", "(là [x] không-áp-dụng)"),
    ("x là có", "(là [x] có)"),
    ("x là chờ hội đồng", "(là [x] <chờ hội đồng>)"),
    ("x khác \"A\"", "(<> [x] \"A\")"),
    ("x bằng 5", "(= [x] 5)"),
    ("x khác trống", "(<> [x] trống)"),
    ("x nằm trong [1; 2]", "(nằm trong [x] [1; 2])"),
    ("x không nằm trong 1 .. 3", "(không nằm trong [x] (.. 1 3))"),
  ])
  func comparisons(_ text: String, _ tree: String) {
    #expect(expression(text) == tree)
  }

  @Test(arguments: [
    ("tổng điểm từ 90 trở lên", "(từ … trở lên: [tổng điểm] >=90)"),
    ("tổng điểm từ 70 đến dưới 90", "(từ … đến dưới: [tổng điểm] >=70 <90)"),
    ("tỷ lệ từ 88 đến 90%", "(từ … đến: [tỷ lệ] >=0,88·% <=0,9·%)"),
    ("số từ 5 đến 10 điểm", "(từ … đến: [số] >=5·điểm <=10·điểm)"),
    ("x trên 70 đến 80", "(trên … đến: [x] >70 <=80)"),
    ("x dưới (điểm sàn)", "(dưới: [x] <[điểm sàn])"),
    ("x không dưới 5", "(không dưới: [x] >=5)"),
    ("x không vượt quá 5%", "(không vượt quá: [x] <=0,05·%)"),
    ("ngày nộp trước ngày 10/12/2026", "(trước: [ngày nộp] <10/12/2026)"),
    ("x từ điểm sàn trở lên", "(từ … trở lên: [x] >=[điểm sàn])"),
    ("x từ a + 1 đến b", "(từ … đến: [x] >=(+ [a] 1) <=[b])"),
    ("thư từ tỉnh từ 3 trở xuống", "(từ … trở xuống: [thư từ tỉnh] <=3)"),
    ("công văn đến của cấp trên", "(của [công văn đến] [cấp trên])"),
    ("phiếu từ 80% trở lên, tính trên tổng", "(từ … trở lên: (phiếu [phiếu] [tổng]) >=0,8·%)"),
  ])
  func ranges(_ text: String, _ tree: String) {
    #expect(expression(text) == tree)
  }

  @Test func comparisonWordsNeverBindInsideDeclaredNames() {
    #expect(expression("số người dưới 18 tuổi") == "LỖI CP018")
    #expect(
      expression("số người dưới 18 tuổi", known: ["số người dưới 18 tuổi"])
        == "[số người dưới 18 tuổi]")
    #expect(
      expression("công văn đến từ 5 trở lên", known: ["công văn đến"])
        == "(từ … trở lên: [công văn đến] >=5)")
    #expect(expression("bắt đầu bằng(x; \"a\")") == "(gọi [bắt đầu bằng] [x] \"a\")")
  }

  @Test(arguments: [
    ("nếu a thì b ngược lại c", "(nếu [a] [b] [c])"),
    (
      "nếu a = 1 thì b ngược lại nếu c thì d ngược lại e",
      "(nếu (= [a] 1) [b] (nếu [c] [d] [e]))"
    ),
    ("x với mỗi x trong L", "(với-mỗi [x] [L] [x])"),
    ("đếm(L mà a và b)", "(gọi [đếm] (mà [L] (và [a] [b])))"),
    ("L mà a mà b", "(mà (mà [L] [a]) [b])"),
    ("L mà a sắp theo k giảm dần", "(sắp (mà [L] [a]) giảm:[k])"),
    ("L sắp theo (k giảm dần; m)", "(sắp [L] giảm:[k] tăng:[m])"),
    ("tổng(điểm của L mà a)", "(gọi [tổng] (của [điểm] (mà [L] [a])))"),
    ("cao nhất(k trong cùng cụm mà c)", "(gọi [cao nhất] (trong-cùng [k] [cụm] [c]))"),
    (
      "mọi nhóm đều có tỷ lệ đạt từ 50% trở lên và b",
      "(và (mọi [nhóm] (từ … trở lên: [tỷ lệ đạt] >=0,5·%)) [b])"
    ),
    ("mọi tiêu chí đều đã chấm", "(mọi [tiêu chí] [đã chấm])"),
    ("không tiêu chí nào có điểm = 0", "(không-nào [tiêu chí] (= [điểm] 0))"),
    ("mọi người", "[mọi người]"),
    ("không báo cáo", "[không báo cáo]"),
    ("có một trong: a; b = 1", "(một-trong [a] (= [b] 1))"),
  ])
  func conditionsAndLists(_ text: String, _ tree: String) {
    #expect(expression(text) == tree)
  }

  @Test func hasIsKeptWhereANameBeginsWithIt() {
    #expect(expression("mọi x đều có con", known: ["có con"]) == "(mọi [x] [có con])")
    #expect(expression("mọi x đều có") == "(mọi [x] có)")
  }

  @Test func typingHabitsDoNotMatter() {
    // Decomposed letters, old tone placement, capitals and wide spaces give the same names.
    #expect(expression("Tổng điểm") == "[Tổng điểm]")
    #expect(expression("a VÀ\u{A0}b") == "(và [a] [b])")
    #expect(expression("lu\u{303}y thư\u{300}a(x; 2)") == expression("lũy thừa(x; 2)"))
  }
}
