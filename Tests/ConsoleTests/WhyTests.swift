// `vì sao`: every value of the cluster case explained, and every node worked out anew from its operands;
// what the command and an embedding program get.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct WhyTests {
  static let script = "scripts/vi-du/cum-1.thidua"

  static func campaign(_ script: String = script) throws -> Campaign {
    let (campaign, report) = Campaign.load(.file(Repository.path(script)))
    #expect(report.status == .well)
    return try #require(campaign)
  }

  /// Nodes that break the law, as text.
  static func broken(_ node: Explanation) -> [String] {
    var found: [String] = []
    if !node.isLeaf, node.recombined != node.value {
      found.append("\(node.label): \(node.shown), \(node.operation)")
    }
    return found + node.parts.flatMap(broken)
  }

  static func count(_ node: Explanation) -> Int { 1 + node.parts.map(count).reduce(0, +) }

  @Test func everyValueOfTheClusterRecombines() throws {
    let campaign = try Self.campaign()
    var nodes = 0
    for kind in campaign.kindNames.indices {
      for column in campaign.columns(of: kind) {
        for subject in campaign.subjects(of: kind) {
          let explanation = try #require(campaign.explain(column.name, of: subject))
          #expect(explanation.value == campaign.value(of: column.name, of: subject)?.value)
          #expect(Self.broken(explanation) == [], "\(column.name)")
          nodes += Self.count(explanation)
        }
      }
    }
    #expect(nodes > 3_000)
  }

  @Test func aTotalGoesDownToItsCells() throws {
    let campaign = try Self.campaign()
    let a = try #require(campaign.subject(of: "tập thể", key: "A"))
    let explanation = try #require(campaign.explain("tổng điểm", of: a))
    var cells: [String] = []
    func collect(_ node: Explanation) {
      if let cell = node.cell { cells.append("\(cell.column ?? "") \(cell.line ?? 0)") }
      for part in node.parts { collect(part) }
    }
    collect(explanation)
    #expect(cells.count > 15)
    #expect(cells.contains("số tin bài 2"))
    #expect(cells.allSatisfy { $0.hasSuffix(" 2") })
  }

  @Test func theCommandAnswers() throws {
    let path = Repository.path(Self.script)
    let call = Call("vi-sao", path, "tiêu chí 4.1 của tập thể \"A\"")
    #expect(call.status == 0)
    #expect(call.output.contains("trừ 0,5 điểm cho mỗi báo cáo chậm: 0,5 × 1 = 0,5"))
    #expect(call.output.contains("tap-the.csv, dòng 2, cột \"báo cáo chậm\""))
    let json = Call("vì-sao", path, "--khuôn", "json", "tổng điểm của tập thể \"F\"")
    #expect(json.output.contains("\"value\": \"95.21\""))
    #expect(json.output.contains("\"value\": \"85.75\""))
    let csv = Call("vì-sao", path, "--khuôn=csv", "tổng điểm của tập thể \"F\"")
    #expect(csv.output.hasPrefix("bậc;nội dung;của;giá trị;"))
  }

  @Test func aQuestionThatIsNoneIsRefused() throws {
    let campaign = try Self.campaign()
    for (question, code) in [
      ("in 5", "KT001"), ("hạng ma của tập thể \"A\"", "KT001"),
      ("hạng của tập thể \"Z\"", "CH007"),
      ("vì sao không hạng của tập thể \"A\"", "KT421"),
      ("hạng của tập thể \"A\"\nin 5", "CH071"),
    ] {
      var findings = Diagnostics()
      #expect(campaign.explain(question, into: &findings) == nil)
      #expect(findings.all.map(\.code) == [code], "\(question)")
    }
  }

  @Test func whyNotNamesEveryConditionAndItsMargin() throws {
    let campaign = try Self.campaign()
    let c = try #require(campaign.subject(of: "tập thể", key: "C"))
    let explanation = try #require(campaign.explainWhyNot("Tập thể xuất sắc", of: c))
    let failing = explanation.parts.filter { $0.role == .condition }
    #expect(failing.map(\.line?.line) == [104, 105])
    #expect(failing.allSatisfy { $0.value == .truth(false) })
    #expect(failing[1].reason == "phiếu đồng ý là 8: thiếu 1 để đủ 80% × 11 = 8,8")
    #expect(campaign.explainWhyNot("hạng", of: c) == nil)
    #expect(campaign.explainWhyNot("Tập thể ma", of: c) == nil)
  }
}
