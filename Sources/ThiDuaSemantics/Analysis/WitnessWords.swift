// A cell of a quantity as a reader would say it: `tổng điểm là 96`, `có kế hoạch: không`.
// In: a quantity and its chosen cell. Out: words. Only the analysis imports it.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

enum WitnessWords {
  static func describe(
    _ quantity: Quantity, _ cell: Cell, _ all: [Cell], _ checker: Checker
  ) -> String {
    let name = quantity.name
    switch cell.content {
    case .blank: return AnalysisMessages.blank(name)
    case .notApplicable: return AnalysisMessages.notApplicable(name)
    case .truth(let value):
      return quantity.isOpaque
        ? AnalysisMessages.condition(name, holds: value) : AnalysisMessages.truth(name, value)
    case .text(let text?): return AnalysisMessages.value(name, "\"\(text)\"")
    case .text(nil):
      return AnalysisMessages.otherText(
        name,
        all.compactMap { if case .text(let text?) = $0.content { text } else { nil } })
    case .values(_, let example):
      if let (left, right) = quantity.sides {
        return AnalysisMessages.order(left, right, sign: example.signum)
      }
      return AnalysisMessages.value(name, text(example, quantity.expr.kind, checker))
    }
  }

  static func text(_ value: Exact, _ kind: Kind, _ checker: Checker) -> String {
    switch kind {
    case .ratio: return NumberText.formatPercent(value)
    case .date:
      return value.int.flatMap { Int32(exactly: $0) }.flatMap { CalendarDate(days: $0) }?.text
        ?? NumberText.format(value)
    case .level(let scale):
      guard let index = value.int, checker.scales[scale].levels.indices.contains(index) else {
        return NumberText.format(value)
      }
      return "\"\(checker.scales[scale].levels[index])\""
    case .award:
      return value.int.flatMap { AwardState(rawValue: $0) }?.text ?? NumberText.format(value)
    default: return NumberText.format(value)
    }
  }

  /// `từ 0 đến 10`, for messages about what a column can be.
  static func text(_ range: Interval, _ kind: Kind, _ checker: Checker) -> String {
    let low = range.low.map { text($0, kind, checker) }
    let high = range.high.map { text($0, kind, checker) }
    return AnalysisMessages.range(low, high)
  }
}
