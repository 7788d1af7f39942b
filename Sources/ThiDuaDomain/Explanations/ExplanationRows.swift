// An explanation as rows, for CSV files and for the sheet of reasons. In: an explanation. Out: the tree in
// reading order, one node a row, the level telling what belongs to what.

import ThiDuaText

public struct ExplanationRows {
  /// Titles of the columns.
  public static let titles = [
    "bậc", "nội dung", "của", "giá trị", "cách tính", "dòng quy tắc", "số liệu", "căn cứ",
  ]

  /// Texts by row, in the order of `titles`.
  public private(set) var rows: [[String]] = []

  public init(_ explanation: Explanation) { add(explanation, level: 0) }

  private mutating func add(_ node: Explanation, level: Int) {
    let isTruth = node.role == .condition && node.kind == .truth
    let formula = ExplanationText.formula(node)
    let reckoning = [formula == node.shown ? nil : formula, node.reason].compactMap { $0 }
    let rule = node.line.map { "\(ExplanationText.fileName($0.file)), dòng \($0.line)" } ?? ""
    rows.append([
      "\(level)", node.label, node.owner ?? "",
      isTruth ? (node.value.index == 1 ? "đúng" : "không đúng") : node.shown,
      reckoning.joined(separator: "; "), rule, node.cell?.text ?? "",
      node.basis.joined(separator: "; "),
    ])
    for part in ExplanationText.printed(node) { add(part, level: level + 1) }
  }
}
