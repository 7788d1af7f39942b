// Columns: their kinds, their order, names that belong to rules, cycles.

import Testing
import ThiDuaSemantics

@Suite struct ColumnTests {
  @Test func kindsAreInferredThroughColumnsInAnyOrder() {
    let result = withUnits(
      """
      c của tập thể = b + 1
      b của tập thể = a * 2
      a của tập thể = điểm a + điểm b
      tốt của tập thể = c > 5
      chào của tập thể = "Kính gửi {tên}"
      """)
    #expect(result.codes == [])
    #expect(result.kind("c") == .number)
    #expect(result.kind("tốt") == .truth)
    #expect(result.kind("chào") == .text)
    #expect(result.order == ["a", "b", "c", "tốt", "chào"])
  }

  @Test func aCycleIsReportedOnceWithItsMembers() {
    let result = withUnits(
      """
      x của tập thể = y + 1
      y của tập thể = z + 1
      z của tập thể = x + 1
      """)
    #expect(result.codes == ["KT003"])
    #expect(result.diagnostics.all[0].message.contains("\"x\" → \"y\" → \"z\" → \"x\""))
  }

  @Test func aGroupSumsItsCriteriaAndHasAScale() {
    let result = withUnits(
      """
      nhóm 1 "Một" của tập thể, tối đa 15 điểm
        tiêu chí 1.1 "A", tối đa 10 điểm: được tính điểm a
        tiêu chí 1.2 "B", tối đa 5 điểm: cộng 0,5 điểm cho mỗi bài
      hết
      tổng điểm của tập thể = nhóm 1 / thang điểm nhóm 1
      đủ của tập thể = mọi nhóm đều có tỷ lệ đạt từ 50% trở lên và không tiêu chí nào có điểm = 0
      """)
    #expect(result.codes == [])
    #expect(result.order.first == "tiêu chí 1.1")
    #expect(result.kind("đủ") == .truth)
  }

  @Test func countersFindTheirField() {
    // "báo cáo chậm" is the field "số báo cáo chậm" with its counter left out.
    let result = withUnits(
      """
      tiêu chí 1 "Báo cáo" của tập thể, tối đa 5 điểm
        được tính điểm tối đa
        trừ 0,5 điểm cho mỗi báo cáo chậm
      """)
    #expect(result.codes == [])
    #expect(result.kind("tiêu chí 1") == .number)
  }

  @Test func awardsAnswerToTheirStates() {
    let result = withUnits(
      """
      danh hiệu "Lao động giỏi" của tập thể
        điều kiện điểm a từ 5 trở lên
      khen của tập thể = nếu đạt lao động giỏi thì "có" ngược lại nếu chờ lao động giỏi thì "chờ" ngược lại ""
      lời giải thích của tập thể = lý do lao động giỏi
      chưa của tập thể = chưa đạt lao động giỏi
      """)
    #expect(result.codes == [])
    #expect(result.kind("Lao động giỏi") == .award)
    #expect(result.kind("chưa") == .truth)
    #expect(result.kind("lời giải thích") == .text)
  }

  @Test func enteredPointsFollowEveryScoreColumn() {
    let result = withUnits(
      """
      cột điểm của tập thể: tự chấm; thẩm định là chính thức
      nhóm 1 "Một" của tập thể, tối đa 10 điểm
        tiêu chí 1.1 "A", tối đa 10 điểm: chấm trực tiếp
      hết
      tổng điểm của tập thể = nhóm 1 + số bài
      tự chấm cả năm của tập thể = tổng điểm tự chấm
      lệch của tập thể = tổng điểm chênh lệch
      """)
    #expect(result.codes == [])
    #expect(result.column("tiêu chí 1.1 thẩm định") != nil)
    #expect(result.column("nhóm 1 tự chấm") != nil)
    #expect(result.kind("lệch") == .number)
  }

  @Test func aFunctionIsCheckedForEveryKindItIsCalledWith() {
    let result = checked(
      """
      hàm gấp đôi(x) = x * 2
      hàm chọn(c; a; b) = nếu c thì a ngược lại b
      hàm giai thừa(n) = nếu n < 2 thì 1 ngược lại n * giai thừa(n - 1)
      in gấp đôi(4)
      in chọn(đúng; "a"; "b")
      in chọn(sai; 1; 2)
      in giai thừa(5)
      """)
    #expect(result.codes == [])
    #expect(result.program?.functions.map(\.name) == ["gấp đôi", "chọn", "chọn", "giai thừa"])
    #expect(result.program?.functions.map(\.result) == [.number, .text, .number, .number])
  }
}
