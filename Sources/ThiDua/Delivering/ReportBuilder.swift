// A loaded campaign as a finished report. In: the campaign as it stands. Out: `ResultReport`, plain data for the
// page, the workbook and other programs. Invariant: cells are what `in` prints; subjects of a group stand
// in the order of the ranking, groups in the order of the clusters; reasons are reckoned when asked for.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct ReportBuilder {
  let campaign: Campaign
  /// One line each, told before everything else.
  let assumptions: [String]

  /// The report is handed over, so that it says where it comes from; documents only take its tables.
  let isDelivered: Bool

  init(_ campaign: Campaign, assumptions: [String], isDelivered: Bool = true) {
    self.campaign = campaign
    self.assumptions = assumptions
    self.isDelivered = isDelivered
  }

  private var checked: CheckedProgram { campaign.checked }
  private var session: Session { campaign.session }

  var report: ResultReport {
    let boards = checked.subjectKinds.indices.compactMap { BoardPlan(campaign, kind: $0) }
    let reasons = ReportReasons(campaign)
    return ResultReport(
      title: checked.campaign.title ?? FilePath.name(of: campaign.script.name),
      facts: checked.campaign.lines.filter { !PaperFacts.isFormal($0.name) }.map {
        .init(Wording.capitalised($0.name), $0.values.joined(separator: "; "))
      },
      boards: boards.map(\.board), awards: boards.flatMap(awardLists), notices: notices,
      documents: checked.campaign.documents.map { document in
        let attached = document.attachedTo.map { ", kèm theo \($0)" } ?? ""
        return .init(label: document.label, text: document.title + attached)
      },
      origin: isDelivered ? campaign.origin : [], isHypothetical: !assumptions.isEmpty
    ) { place in
      guard boards.indices.contains(place.board), let cell = boards[place.board].cell(place)
      else { return nil }
      return reasons.reason(cell)
    }
  }

  private var notices: [String] {
    assumptions.map { "\(Wording.capitalised($0)): đây không phải kết quả chính thức." }
      + campaign.loadingFindings.all.filter { $0.severity == .warning }.map { finding in
        Wording.capitalised(finding.message) + finding.notes.map(Self.aside).joined() + "."
      }
  }

  /// A note, which is a sentence of its own, inside another: ` (ô kia: …)`.
  private static func aside(_ note: String) -> String {
    let words = note.hasSuffix(".") ? note.dropLast() : note[...]
    return " (\(words.prefix(1).lowercased())\(words.dropFirst()))"
  }

  // MARK: Awards

  private func awardLists(_ plan: BoardPlan) -> [ResultReport.AwardList] {
    plan.awardColumns.map { column in
      let declared = checked.subjectKinds[plan.kind].columns[column]
      var list = ResultReport.AwardList(
        title: declared.rule.title ?? Wording.capitalised(declared.name),
        kind: plan.board.kind, basis: declared.rule.basis, lines: [])
      let notes = reasons(of: declared.name, plan)
      for (group, rows) in zip(plan.board.groups, plan.rows) {
        for (line, row) in zip(group.rows, rows) {
          let address = ColumnAddress(kind: plan.kind, column: column)
          guard let state = campaign.value(address, row: row),
            let award = state.value.index.flatMap({ AwardState(rawValue: $0) }),
            award != .notAchieved
          else { continue }
          list.lines.append(
            .init(
              group: group.name, key: line.key, name: line.name, state: state.text,
              note: award == .achieved ? "" : notes[row]))
        }
      }
      return list
    }
  }

  /// `lý do X` of every subject, in data order; empty texts when they cannot be had.
  private func reasons(of award: String, _ plan: BoardPlan) -> [String] {
    let count = session.runtime.tables[plan.kind].rowCount
    var findings = Diagnostics()
    let question = "'lý do \(award)' của '\(plan.board.kind)'"
    if let answer = campaign.evaluate(question, into: &findings),
      case .list(let values) = answer.value, values.count == count
    {
      return values.map { if case .text(let text) = $0 { text } else { "" } }
    }
    return Array(repeating: "", count: count)
  }
}
