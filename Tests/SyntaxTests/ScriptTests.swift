// Whole scripts of the design parse without an error, and their trees hold what they say.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ScriptTests {
  @Test(arguments: [acceptanceScript, ruleSetScript, campaignScript])
  func parses(_ text: String) {
    #expect(rendered(text) == "")
  }
}
