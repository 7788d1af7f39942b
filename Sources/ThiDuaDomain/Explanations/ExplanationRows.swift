// An explanation as rows, for CSV files and for the sheet of reasons. In: an explanation. Out: the tree in
// reading order, one node a row, the level telling what belongs to what.

import ThiDuaText

public struct ExplanationRows {
  /// Titles of the columns.
  public static let titles = [
    "bậc", "nội dung", "của", "giá trị", "cách tính", "dòng quy tắc", "số liệu", "căn cứ",
  ]

  /// One node: its cells but for the level and the value are texts.
  public struct Row: Sendable {
    public var level: Int
    /// The node; its parts are rows of their own.
    public var node: Explanation
    /// Formula and reason in one.
    public var reckoning: String
  }

  /// Nodes in reading order.
  public private(set) var rows: [Row] = []

  public init(_ explanation: Explanation) { add(explanation, level: 0) }

  private mutating func add(_ node: Explanation, level: Int) {
    rows.append(Row(level: level, node: node, reckoning: node.reckoning))
    for part in node.toldParts { add(part, level: level + 1) }
  }
}

extension Explanation {
  /// Formula and reason in one; empty when the value says it all.
  public var reckoning: String {
    let formula = ExplanationText.formula(self)
    let told = reason.flatMap { formula.hasPrefix($0) ? nil : $0 }
    if formula == shown { return told ?? "" }
    return told.map { "\(formula); \($0)" } ?? formula
  }

  /// The parts that have something of their own to tell, in the order of telling.
  public var toldParts: [Explanation] { ExplanationText.printed(self) }

  /// The value in a column of values: a condition holds or does not.
  public var told: String {
    ExplanationText.isCondition(self) ? (value.index == 1 ? "đúng" : "không đúng") : shown
  }
}
