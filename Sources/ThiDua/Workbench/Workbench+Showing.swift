// What an expression's value looks like on the screen. In: an expression as typed. Out: text to the listener.
// Invariant: a list of subjects is a table of what tells them apart and of what was decided about
// them; one subject is a card. Used by the workbench.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Workbench {
  /// Prints the value of an expression.
  func show(_ expression: Expression, _ source: Source, into report: inout Report) {
    guard let answer = campaign.evaluate(expression, into: &report.diagnostics) else { return }
    switch answer.kind {
    case .list(.subject(let kind)) where answer.value != .list([]):
      let columns = campaign.telling(kind, atMost: Workbench.mostColumns)
      let list = columns.map { "'\($0.name)' \"\($0.name)\"" }.joined(separator: "; ")
      let table = "in bảng (\(source.text(expression.span))): \(list)"
      let printed = campaign.run(table, listener: listener)
      report.diagnostics.add(contentsOf: printed.diagnostics)
    case .subject(let kind):
      if let row = answer.value.index { printCard(Campaign.Subject(kind: kind, row: row)) }
    default:
      listener.printed((answer.text.isEmpty ? "(không có gì)" : answer.text) + "\n")
    }
  }

  private static let mostColumns = 9

  /// `tên trường  giá trị`, one a line.
  private func printCard(_ subject: Campaign.Subject) {
    var lines = ["\(campaign.kindNames[subject.kind]) \(campaign.name(of: subject))"]
    let columns = campaign.columns(of: subject.kind)
    let width = columns.map { VietnameseText.displayWidth($0.name) }.max() ?? 0
    for column in columns {
      guard let answer = campaign.value(of: column.name, of: subject) else { continue }
      let value = answer.text.isEmpty ? "trống" : answer.text
      lines.append("  \(VietnameseText.padded(column.name, to: width))  \(value)")
    }
    listener.printed(lines.joined(separator: "\n") + "\n")
  }
}
