// The table of rule patterns (docs/mau-quy-tac.md): a row for each of the 59 patterns, a page that
// exists, and scripts that pass. The scripts themselves are run by GoldenTests.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct PatternTests {
  private struct Row {
    var number: Int
    var page: String
    var scripts: [String]
  }

  private static func rows() throws -> [Row] {
    try Repository.text("docs/mau-quy-tac.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { String($0).trimmed }
      guard cells.count == 5, let number = Int(cells[0]) else { return nil }
      let page = cells[3].split(separator: "(").last?.dropLast()
      let scripts = cells[4].split(separator: ",").map { String($0).trimmed }
      return Row(number: number, page: String(page ?? ""), scripts: scripts.map { $0.unticked })
    }
  }

  @Test func everyPatternHasARowAPageAndItsScripts() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.number) == Array(1...59))
    let folder = "Tests/Scripts/quy-tac/"
    let present = try Repository.scripts("Tests/Scripts/quy-tac")
      .map { String($0.dropFirst(folder.count).dropLast(".thidua".count)) }
    #expect(Set(rows.flatMap(\.scripts)).isSubset(of: present))
    for row in rows {
      #expect(!row.scripts.isEmpty, "\(row.number)")
      let prefix = row.number < 10 ? "0\(row.number)-" : "\(row.number)-"
      for script in row.scripts { #expect(script.hasPrefix(prefix), "\(script)") }
      #expect(FileAccess.identity(Repository.path("docs/" + row.page)) != nil, "\(row.page)")
    }
  }

  /// A wrong script alone would show what is refused, not how the pattern is written.
  @Test func everyPatternHasAScriptThatRuns() throws {
    for row in try Self.rows() {
      let runs = try row.scripts.contains { script in
        try Repository.text("Tests/Scripts/quy-tac/\(script).thidua").contains("# in ra: ")
      }
      #expect(runs, "\(row.number)")
    }
  }
}

extension String {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }

  fileprivate var unticked: String { filter { $0 != "`" } }
}
