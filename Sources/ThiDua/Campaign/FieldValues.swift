// The values a field of data may hold, by its declaration: kind, bounds, step, absences. In: a field's
// rule. Out: what a value breaks, in words, and the grid of values a search goes through. Invariant: a
// value passes here exactly when a data file could hold it. Used by assumptions and searches.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct FieldValues {
  let kind: Kind
  let rule: InputRule

  init(_ kind: Kind, _ rule: InputRule) {
    self.kind = kind
    self.rule = rule
  }

  /// What the field takes instead, when it does not take a value.
  func refusal(of value: Value) -> String? {
    switch value {
    case .blank: return rule.mayBeBlank ? nil : "một giá trị, không để trống"
    case .notApplicable:
      return rule.mayBeNotApplicable ? nil : "một giá trị, không ghi không áp dụng"
    case .immediate, .exact, .text, .list, .dictionary: break
    }
    guard kind.isNumeric, let number = value.number else { return nil }
    if kind == .count, !number.isInteger || number.isNegative { return "số nguyên không âm" }
    if let lower = rule.lower, number < lower.value || (number == lower.value && !lower.isInclusive)
    {
      return bounds
    }
    if let upper = rule.upper, upper.value < number || (number == upper.value && !upper.isInclusive)
    {
      return bounds
    }
    if let step = rule.step, step.signum > 0 {
      let distance = number - (rule.lower?.value ?? Exact(0))
      if !distance.divided(by: step).isInteger {
        return "giá trị cách đều \(shown(step)) kể từ \(shown(rule.lower?.value ?? Exact(0)))"
      }
    }
    return nil
  }

  private var bounds: String { "giá trị " + range }

  /// `từ 0 đến 10`, `trên 0 buổi`, `dưới 100%`; the field must have bounds.
  var range: String {
    FieldSpec.words(
      lower: rule.lower.map { .init($0.value, isInclusive: $0.isInclusive) },
      upper: rule.upper.map { .init($0.value, isInclusive: $0.isInclusive) }, unit: rule.unit,
      isRatio: kind == .ratio)
  }

  func shown(_ number: Exact) -> String { FieldSpec.shown(number, isRatio: kind == .ratio) }
}
