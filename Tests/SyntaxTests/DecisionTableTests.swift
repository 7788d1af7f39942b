// Decision tables as they are pasted: rows between tabs, quoted cells, what ends them.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct DecisionTableTests {
  private func table(_ text: String) -> (table: DecisionTableDeclaration?, codes: [String]) {
    var diagnostics = Diagnostics()
    let script = parse(Source(id: 0, path: "thu.thidua", text: text), into: &diagnostics)
    for case .decisionTable(let table) in script.items {
      return (table, diagnostics.all.map(\.code))
    }
    return (nil, diagnostics.all.map(\.code))
  }

  private func cells(_ table: DecisionTableDeclaration?) -> [[String]] {
    table?.rows.map { $0.conditions.map(\.cell.text) + $0.results.map(\.cell.text) } ?? []
  }

  @Test func rowsBetweenTabsAreCells() {
    let (table, codes) = table(
      "bảng quyết định \"A\" của x\nđiểm\tmức\ntừ 90 trở lên\tTốt\n  còn lại\tKhá\t\nin 1")
    #expect(codes == ["CP301"])
    #expect(cells(table) == [["từ 90 trở lên", "Tốt"]])
  }

  @Test func aQuotedCellHoldsLineFeedsAndQuotes() {
    let (table, codes) = table(
      "bảng quyết định \"A\" của x\nviệc\tmức\n\"một\nhai\"\t1\n\"\"\"A\"\"; \"\"B\"\"\"\t2\n"
        + "\"C\"; \"D\"\t3\n")
    #expect(codes.isEmpty)
    #expect(cells(table) == [["một hai", "1"], ["\"A\"; \"B\"", "2"], ["\"C\"; \"D\"", "3"]])
    #expect(table?.rows[1].conditions[0].alternatives.count == 2)
    #expect(table?.rows[2].conditions[0].alternatives.count == 2)
  }

  @Test func blankFirstCellsCount() {
    let (table, codes) = table("bảng quyết định \"A\" của x\na\tb\tc\n1\t2\t3\n\t2\t3\n")
    #expect(codes.isEmpty)
    #expect(cells(table) == [["1", "2", "3"], ["", "2", "3"]])
  }

  @Test func aTabElsewhereIsASpace() {
    var diagnostics = Diagnostics()
    let script = parse(
      Source(
        id: 0, path: "thu.thidua",
        text:
          "bảng quyết định \"A\" của x\n\tcăn cứ Q\n\ta\tb\n\t1\t2\n\tcăn cứ Q\nin\t1\nin 2\t# b"),
      into: &diagnostics)
    #expect(diagnostics.all.map(\.code) == [])
    #expect(script.items.count == 3)
  }

  @Test func anUnpairedQuoteSwallowsNothing() {
    let (table, codes) = table(
      "bảng quyết định \"A\" của x\na\tb\n\"rất dài\t1\nhai\t2\nin 1\nin \"x\"\n")
    #expect(codes.isEmpty)
    #expect(cells(table) == [["\"rất dài", "1"], ["hai", "2"]])
  }

  @Test func theLastColumnIsTheResultUnlessSaid() {
    let (table, _) = table(
      "bảng quyết định \"A\" của x, kết quả b; c, cộng dồn\n| STT | a | b | c | căn cứ |\n"
        + "| 1 | 2 | 3 | 4 | Q \"5\" |")
    #expect(cells(table) == [["2", "3", "4"]])
    #expect(table?.policy == .accumulated)
    #expect(table?.rows.first?.basis?.clause == "5")
  }

  @Test(arguments: [
    "bảng quyết định \"A\" của x\n  a\tb\n  \"một\nhai\"\t1\n  # giữa\n  \"\"\"A\"\"\"\t2\nin 1\n",
    "bảng quyết định \"A\" của x\n\ta\tb\n\t1\t2\nhết\nin 1\n",
    "bảng quyết định \"A\" của x\na\tb\nmột | hai\t2\n",
    "bảng quyết định \"A\" của x\n|a|b|\n|-|2|\ncăn cứ Q\n",
  ]) func formattingTwiceChangesNothing(_ text: String) {
    let once = format(Source(id: 0, path: "a", text: text))
    let twice = format(Source(id: 0, path: "a", text: once))
    #expect(once == twice)
    #expect(cells(table(once).table) == cells(table(text).table))
    #expect(table(text).codes.isEmpty)
  }
}
