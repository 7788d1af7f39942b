// What the checker refuses, a line a rule. The full texts are golden files; here only that each mistake
// is found, at the right place, and nothing else is.

import Testing
import ThiDuaSemantics
import ThiDuaText

@Suite struct ErrorTests {
  /// The wrong line and the words the report must contain.
  static let mistakes: [(line: String, words: String)] = [
    ("x của tập thể = tổng dểm", "tổng dểm"),
    ("x của tập thể = điểm a + tên", "chữ"),
    ("x của tập thể = điểm a > \"cao\"", "chữ"),
    ("x của tập thể = mức kỷ luật là \"Cảnh báo\"", "Cảnh báo"),
    (
      """
      tiêu chí 1 "A" của tập thể, tối đa 10 điểm: được tính điểm a
      x của tập thể = tiêu chí 1 từ 5 người trở lên
      """, "người"
    ),
    ("x của tập thể = ghi chú điểm + 1", "ghi chú điểm"),
    ("x của tập thể = nếu điểm a thì 1 ngược lại 2", "điều kiện"),
    ("x của tập thể = nếu có kế hoạch thì 1 ngược lại \"hai\"", "chữ"),
    ("x của tập thể = tên + cụm", "{"),
    ("x của tập thể = ngày nộp + 3", "thêm ngày"),
    ("x của tập thể = điểm a / 0", "0"),
    ("x của tập thể = làm tròn(điểm a; 1; 2)", "làm tròn"),
    ("x của tập thể = làm trọn(điểm a; 1)", "làm tròn"),
    ("x của tập thểể = 1", "tập thể"),
    ("tên của tập thể = \"A\"", "tên"),
    (
      "tổng điểm của tập thể = cao nhất(điểm a trong cùng cụm) + điểm a trong cùng cụm",
      "trong cùng"
    ),
    (
      """
      tiêu chí 1 "A" của tập thể, tối đa 10 điểm
        cộng 1 điểm cho mỗi 3 bài
      """, "phần lẻ"
    ),
    (
      """
      tiêu chí 1 "A" của tập thể, tối đa 10 điểm
        được tính 5 điểm khi điểm a > 5
        được tính 3 điểm
      """, "khi"
    ),
    (
      """
      xếp hạng hạng của tập thể
        theo điểm a
      """, "giảm dần"
    ),
    (
      """
      xếp hạng hạng của tập thể
        theo điểm a giảm dần
      x của tập thể = hạng từ 3 trở lên
      """, "hạng"
    ),
    (
      """
      danh hiệu "Giỏi" của tập thể
        điều kiện điểm a > 5
        đề nghị không quá 120% số tập thể đủ điều kiện, bỏ số lẻ
        theo thứ tự điểm a giảm dần
      """, "100%"
    ),
    (
      """
      danh hiệu "Giỏi" của tập thể
        điều kiện điểm a > 5
        đề nghị không quá 20% số tập thể đủ điều kiện
        theo thứ tự điểm a giảm dần
      """, "số lẻ"
    ),
    (
      """
      danh hiệu "Giỏi" của tập thể
        điều kiện điểm a > 5
        đề nghị không quá 20% số tập thể đủ điều kiện, bỏ số lẻ
      """, "theo thứ tự"
    ),
  ]

  @Test(arguments: mistakes.indices) func isReported(_ index: Int) {
    let (line, words) = Self.mistakes[index]
    let result = withUnits(line)
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(!errors.isEmpty, "\(line)")
    let text = errors.map {
      [$0.message, $0.why, $0.advice].compactMap { $0 }.joined(separator: " ")
    }
    .joined(separator: "\n")
    #expect(text.contains(words), "\(line)\n\(text)")
    let isRefused = result.program == nil
    #expect(isRefused)
  }

  @Test func allErrorsComeTogether() {
    let result = withUnits(
      """
      x của tập thể = không rõ 1
      y của tập thể = điểm a > "b"
      z của tập thể = x + 1
      """)
    #expect(result.diagnostics.errorCount == 2)
  }

  @Test func aTestedBlankFieldMayBeUsed() {
    #expect(withUnits("x của tập thể = ghi chú điểm nếu trống thì 0").codes == [])
    #expect(
      withUnits("x của tập thể = nếu ghi chú điểm là trống thì 0 ngược lại ghi chú điểm * 2").codes
        == [])
  }
}
