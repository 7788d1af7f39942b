// Tables of `in bảng`: alignment by display width, and cells that cannot break the frame.

import Testing

@testable import ThiDua

@Suite struct TableTextTests {
  @Test func columnsAlignByDisplayWidth() {
    let table = TableText(columns: [
      .init(title: "tên", isNumeric: false, cells: ["Ban Tổ chức", "to\u{302}\u{323}", "日本"]),
      .init(title: "điểm", isNumeric: true, cells: ["97,25", "8", ""]),
    ])
    let expected = """
      ┌─────────────┬───────┐
      │ tên         │  điểm │
      ├─────────────┼───────┤
      │ Ban Tổ chức │ 97,25 │
      │ tộ          │     8 │
      │ 日本        │       │
      └─────────────┴───────┘

      """
    #expect(table.rendered() == expected)
  }

  @Test func aNarrowScreenBreaksTextsBetweenWords() {
    let table = TableText(columns: [
      .init(title: "tên", isNumeric: false, cells: ["Ban Tổ chức phường A", "Sở B"]),
      .init(title: "tổng điểm", isNumeric: true, cells: ["97,25", "8"]),
    ])
    let expected = """
      ┌──────────┬───────┐
      │ tên      │  tổng │
      │          │  điểm │
      ├──────────┼───────┤
      │ Ban Tổ   │ 97,25 │
      │ chức     │       │
      │ phường A │       │
      │ Sở B     │     8 │
      └──────────┴───────┘

      """
    #expect(table.rendered(limit: 20) == expected)
    // What cannot be narrower is shown as narrow as it can be.
    #expect(table.rendered(limit: 1).contains("│ Ban Tổ │ 97,25 │"))
    #expect(table.rendered(limit: 36) == table.rendered())
  }

  @Test func controlLettersAreShownNotSent() {
    let table = TableText(columns: [
      .init(title: "a", isNumeric: false, cells: ["x\u{1B}[2Jy", "m\nn", "c\u{85}d"])
    ])
    let text = table.rendered()
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{85}"))
    #expect(text.contains("m n"))
    #expect(text.split(separator: "\n").count == 7)
  }
}
