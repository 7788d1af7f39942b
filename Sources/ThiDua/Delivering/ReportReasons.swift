// Reasons of a report's cells, one subject after another. In: cells. Out: reasons as the report's readers have them.
// Invariant: what a line above already says has no line of its own; the same cell gives the same
// reasons in whatever order cells are asked for, and costs least when those of a subject follow each other.

import ThiDuaDomain
import ThiDuaOffice
import ThiDuaText

final class ReportReasons {
  typealias Reason = ResultReport.Reason

  /// The parts of a kept explanation; which of them are told hangs on these two.
  private struct Converted {
    var label: String
    var operation: Explanation.Operation
    var parts: [Reason]
  }

  private let explainer: Explainer
  private var subject: (kind: Int, row: Int)?
  private var converted: [Int: Converted] = [:]
  /// Lines of scripts as a reader writes them.
  private var lines: [TextKey: [Int: String]] = [:]

  init(_ campaign: Campaign) {
    explainer = Explainer(campaign.session, globals: campaign.globals, keepsOpened: true)
  }

  /// Why a cell has its value; nil when it has none.
  func reason(_ cell: CellAddress) -> Reason? {
    if subject.map({ $0 != (cell.kind, cell.row) }) ?? true {
      subject = (cell.kind, cell.row)
      converted.removeAll(keepingCapacity: true)
      explainer.forget()
    }
    return explainer.explain(cell).map(reason)
  }

  private func reason(_ node: Explanation) -> Reason {
    let role: Reason.Role =
      switch node.role {
      case .operand: .operand
      case .condition: .condition
      case .remark: .remark
      }
    let reckoning = node.reckoning
    return Reason(
      role: role, label: node.label, owner: node.owner, shown: node.told,
      sentence: reckoning.isEmpty ? nil : reckoning, rule: node.line.map(brief),
      cell: node.cell?.brief, basis: node.basis, parts: parts(of: node))
  }

  private func parts(of node: Explanation) -> [Reason] {
    guard let number = node.number else { return node.toldParts.map(reason) }
    if let known = converted[number], known.label == node.label,
      known.operation == node.operation
    {
      return known.parts
    }
    let parts = node.toldParts.map(reason)
    converted[number] = Converted(label: node.label, operation: node.operation, parts: parts)
    return parts
  }

  private func brief(_ place: RulePlace) -> String {
    let file = TextKey(place.file)
    if let known = lines[file]?[place.line] { return known }
    let brief = place.brief
    lines[file, default: [:]][place.line] = brief
    return brief
  }
}
