import Testing

import ThiDuaText

/// Rendering of findings: carets, labels, data places, fixes.
@Suite struct DiagnosticTests {
  private func span(_ source: Source, _ words: String) -> Span {
    let wanted = Array(words.utf8)
    for start in 0...(source.bytes.count - wanted.count)
    where source.bytes[start...].starts(with: wanted) {
      return Span(file: source.id, start: UInt32(start), end: UInt32(start + wanted.count))
    }
    Issue.record("\(words) không có trong nguồn")
    return .none
  }

  @Test func caretStandsUnderTheRightLetters() {
    var map = SourceMap()
    let source = map.add(path: "quy-che.thidua", text: "# đầu\nđiểm thệ = tong diem\n")
    let place = span(source, "tong diem")
    let text = DiagnosticRenderer.render(
      CheckMessages.unknownName("tong diem", span: place, suggestions: ["tổng điểm"]),
      sources: map)
    #expect(
      text == """
        Lỗi KT001: không có tên nào là "tong diem".
          ┌─ quy-che.thidua:2:12
          │
        2 │ điểm thệ = tong diem
          │            ^^^^^^^^^
          Vì sao: Tên phải được khai báo trong kịch bản hoặc là tên của một trường dữ liệu.
          Cách sửa: Có phải ý anh/chị là "tổng điểm"?
          Gợi ý: thay "tong diem" bằng "tổng điểm".

        """)
  }
}
