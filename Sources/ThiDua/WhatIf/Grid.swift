// The values a search tries for one input, nearest to the present one first. In: a field and its present
// value. Out: values on the field's step, inside its bounds. Invariant: every value is one the field may
// hold, each comes once, in order of distance; of two equally far ones the higher first.
// Used by searches.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

struct Grid {
  /// Distance between neighbours, nil for values that are listed.
  let step: Exact?
  private let values: FieldValues
  private let start: Exact
  private let origin: Exact
  private let listed: [Value]

  /// nil: nothing to search through, such as texts and dates. `unit`: the step of a number whose field
  /// declares none.
  init?(_ kind: Kind, _ rule: InputRule, present: Value, levels: [String], unit: Exact) {
    values = FieldValues(kind, rule)
    switch kind {
    case .truth:
      (step, start, origin) = (nil, Exact(0), Exact(0))
      listed = [.truth(true), .truth(false)].filter { $0 != present }
    case .level:
      (step, start, origin) = (nil, Exact(0), Exact(0))
      let here = present.index ?? 0
      listed = levels.indices.filter { .immediate(Int64($0)) != present }
        .sorted { (abs($0 - here), -$0) < (abs($1 - here), -$1) }
        .map { .immediate(Int64($0)) }
    case .number, .count, .ratio:
      let declared = rule.step.flatMap { $0.signum > 0 ? $0 : nil }
      let step = declared ?? (kind == .count ? Exact(1) : unit)
      self.step = step
      origin = rule.lower?.value ?? Exact(0)
      start = present.number ?? rule.lower?.value ?? Exact(0)
      listed = []
    default: return nil
    }
  }

  /// Values that differ from the present one, nearest first; at most `limit`.
  func candidates(limit: Int) -> [Value] {
    guard let step else { return Array(listed.prefix(limit)) }
    // Whole numbers of steps from where the field's steps begin.
    let place = (start - origin).divided(by: step)
    var above = place.floor + Exact(1)
    var below = place.isInteger ? place - Exact(1) : place.floor
    if values.refusal(of: .number(origin + place * step)) != nil || !place.isInteger {
      above = place.isInteger ? place : place.floor + Exact(1)
    }
    var found: [Value] = []
    var (opensAbove, opensBelow) = (true, true)
    while found.count < limit, opensAbove || opensBelow {
      let up = above - place
      let down = place - below
      let takesAbove = opensAbove && (!opensBelow || up <= down)
      let value = origin + (takesAbove ? above : below) * step
      if takesAbove { above = above + Exact(1) } else { below = below - Exact(1) }
      if values.refusal(of: .number(value)) == nil {
        found.append(.number(value))
      } else if takesAbove {
        opensAbove = isBelowRange(value)
      } else {
        opensBelow = isAboveRange(value)
      }
    }
    return found
  }

  private func isBelowRange(_ value: Exact) -> Bool {
    values.rule.lower.map { value < $0.value || value == $0.value } ?? false
  }

  private func isAboveRange(_ value: Exact) -> Bool {
    values.rule.upper.map { $0.value < value || value == $0.value } ?? false
  }

  /// `từ 0 đến 12, bước 1`.
  var words: String {
    guard let step else { return "mọi giá trị" }
    func shown(_ number: Exact) -> String {
      values.kind == .ratio ? NumberText.formatPercent(number) : NumberText.format(number)
    }
    var text = ""
    if let lower = values.rule.lower { text += "từ \(shown(lower.value)) " }
    if values.rule.lower == nil, values.kind == .count { text += "từ 0 " }
    if let upper = values.rule.upper { text += "đến \(shown(upper.value)) " }
    text = text.isEmpty ? "" : String(text.dropLast()) + ", "
    return text + "bước \(shown(step))"
  }
}
