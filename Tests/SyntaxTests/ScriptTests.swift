// Whole scripts of the design parse without an error, and their trees hold what they say.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ScriptTests {
  @Test(arguments: [acceptanceScript, ruleSetScript, campaignScript])
  func parses(_ text: String) {
    #expect(rendered(text) == "")
  }

  @Test(arguments: [
    ("in (1 +\n2)", 1), ("in [\n1;\n\n2\n]", 1), ("in 1\n+ 2", 1), ("in a và\nb", 1),
    ("in nếu a thì 1\nngược lại 2", 1), ("x của y = (\nnhóm 1 + nhóm 2\n)", 1),
    ("in 1;\n  # ghi chú\n2", 1), ("in 1\nin 2", 2),
  ])
  func continues(_ text: String, _ count: Int) {
    #expect(rendered(text) == "")
    #expect(script(text).script.items.count == count)
  }

  @Test func aBlankLineEndsALineThatWaits() {
    #expect(codes("in 1 +\n\nin 2") == ["CP032"])
    #expect(codes("in (1\n\nin 2") == ["CP030"])
  }
}
