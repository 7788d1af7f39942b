// What a column or an expression can be, read off the rules: an interval, and whether it may be blank
// or not applicable. In: the checker's finished columns. Out: `Possible` values that hold everything a
// run can give. Invariant: never too small; a cycle or anything unread is "any value of its kind".

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// What a value can be.
struct Possible {
  /// nil: never an ordinary value (the rule always stops, or it is always an absence).
  var values: Interval?
  var mayBeBlank = false
  var mayBeNotApplicable = false

  func joined(_ other: Possible) -> Possible {
    Possible(
      values: Interval.hull(values, other.values), mayBeBlank: mayBeBlank || other.mayBeBlank,
      mayBeNotApplicable: mayBeNotApplicable || other.mayBeNotApplicable)
  }
}

/// Reads ranges; one object may be asked many times (columns are remembered).
final class ValueRanges {
  private let checker: Checker
  /// Columns of the row itself whose values are taken as given: "what can X be when Y is 0".
  private let given: [ColumnReference: Interval]
  private var known: [ColumnReference: Possible] = [:]
  private var busy: Set<ColumnReference> = []

  init(_ checker: Checker, given: [ColumnReference: Interval] = [:]) {
    self.checker = checker
    self.given = given
  }

  // MARK: Columns

  func column(_ reference: ColumnReference) -> Possible {
    if let values = given[reference] { return Possible(values: values) }
    return general(reference)
  }

  /// The column by its own rule, whatever is given for it.
  func general(_ reference: ColumnReference) -> Possible {
    if let found = known[reference] { return found }
    let draft = checker.kinds[reference.kind].columns[reference.column]
    guard let source = draft.source, busy.insert(reference).inserted else {
      return anything(draft.kind)
    }
    defer { busy.remove(reference) }
    var result = possible(source, draft.kind, reference.kind)
    result.mayBeBlank = result.mayBeBlank || draft.isBlankByRule
    known[reference] = result
    return result
  }

  func anything(_ kind: Kind) -> Possible {
    Possible(values: kindRange(kind), mayBeBlank: true, mayBeNotApplicable: true)
  }

  func kindRange(_ kind: Kind) -> Interval {
    switch kind {
    case .count: return Interval(low: Exact(0), step: Exact(1))
    case .date:
      return Interval(
        low: Exact(Int(CalendarDate.range.lowerBound)),
        high: Exact(Int(CalendarDate.range.upperBound)), step: Exact(1))
    case .level(let scale):
      return Interval(
        low: Exact(0), high: Exact(max(0, checker.scales[scale].levels.count - 1)), step: Exact(1))
    case .award:
      return Interval(low: Exact(0), high: Exact(AwardState.allCases.count - 1), step: Exact(1))
    default: return .all
    }
  }

  private func possible(_ source: ColumnSource, _ kind: Kind, _ subject: Int) -> Possible {
    switch source {
    case .input(let rule):
      var values: Interval? = kindRange(kind)
      if kind.isNumeric {
        let declared = Interval(
          low: rule.lower?.value, high: rule.upper?.value,
          isLowOpen: rule.lower?.isInclusive == false,
          isHighOpen: rule.upper?.isInclusive == false, step: grid(rule))
        values = values?.intersection(declared)
      }
      if let fallback = rule.defaultValue {
        values = Interval.hull(values, possible(fallback, [:]).values)
      }
      return Possible(
        values: values, mayBeBlank: rule.mayBeBlank && rule.defaultValue == nil,
        mayBeNotApplicable: rule.mayBeNotApplicable)
    case .computed(let computation):
      var result = possible(computation.expression, [:])
      if let values = result.values { result.values = values.intersection(kindRange(kind)) }
      return result
    case .rank(let rule):
      return Possible(
        values: Interval(
          low: Exact(1), step: rule.ties == .average ? Exact(micros: 500_000) : Exact(1)),
        mayBeBlank: rule.eligible != nil)
    case .grouped(let aggregate):
      let reference = aggregate.value.map { ColumnReference(kind: subject, column: $0) }
      return folded(aggregate.fold, reference.map(general)?.values ?? .all)
    case .limitedLevel(let limit):
      return general(ColumnReference(kind: subject, column: limit.level))
    case .award, .inverse:
      return Possible(values: kindRange(kind))
    }
  }

  /// The declared step, where it is counted from zero.
  private func grid(_ rule: InputRule) -> Exact? {
    guard let step = rule.step, step.signum > 0 else { return nil }
    guard let start = rule.lower?.value else { return step }
    return start.divided(by: step).isInteger ? step : nil
  }

  // MARK: Expressions

  /// `locals` holds what is known of slots; slot 0 is the row.
  func possible(_ expr: Expr, _ locals: [Int: Possible]) -> Possible {
    switch expr.node {
    case .number(let value): return Possible(values: .point(value))
    case .date(let days): return Possible(values: .point(Exact(Int(days))))
    case .level(let index): return Possible(values: .point(Exact(index)))
    case .award(let state): return Possible(values: .point(Exact(state.rawValue)))
    case .text, .truth, .compare, .and, .or, .not, .isBlank, .isNotApplicable, .memberOf,
      .subjects, .find, .list, .range, .dictionary, .interpolation, .sorted:
      return Possible(values: kindRange(expr.kind))
    case .blank: return Possible(values: nil, mayBeBlank: true)
    case .notApplicable: return Possible(values: nil, mayBeNotApplicable: true)
    case .fail: return Possible(values: nil)
    case .local(let slot): return locals[slot] ?? anything(expr.kind)
    case .global(let index):
      return checker.globals[index].global.parameter.map { possible($0, [:]) }
        ?? anything(expr.kind)
    case .column(let kind, let column, let owner):
      let reference = ColumnReference(kind: kind, column: column)
      if case .local(0) = owner.node { return self.column(reference) }
      return general(reference)
    case .arithmetic(let op, let a, let b):
      return arithmetic(op, possible(a, locals), possible(b, locals))
    case .negate(let inner):
      var result = possible(inner, locals)
      result.values = result.values?.negated
      result.mayBeBlank = false
      return result
    case .conditional(let test, let a, let b):
      let first = assuming(test, true, locals).map { possible(a, $0) }
      let second = assuming(test, false, locals).map { possible(b, $0) }
      guard let first else { return second ?? Possible(values: nil) }
      return second.map { first.joined($0) } ?? first
    case .ifBlank(let a, let b):
      var first = possible(a, locals)
      guard first.mayBeBlank else { return first }
      first.mayBeBlank = false
      return first.joined(possible(b, locals))
    case .builtin(let builtin, let arguments):
      return self.builtin(builtin, arguments.map { possible($0, locals) }, expr.kind)
    case .bind(let slot, let value, let body):
      var inner = locals
      inner[slot] = possible(value, locals)
      return possible(body, inner)
    case .fold(let fold, _, _, _, let body):
      // A body without a bound slot is the element itself, of which only the kind is known.
      let element = body.map { possible($0, locals).values ?? .all } ?? kindRange(expr.kind)
      return folded(fold, element)
    case .call, .index: return anything(expr.kind)
    }
  }

  private func arithmetic(_ op: Arithmetic, _ a: Possible, _ b: Possible) -> Possible {
    let isSum = op == .add || op == .subtract
    var values: Interval?
    if let x = a.values, let y = b.values {
      values =
        switch op {
        case .add: x.plus(y)
        case .subtract: x.plus(y.negated)
        case .multiply: x.times(y)
        case .divide: x.divided(by: y)
        }
    }
    guard isSum else {
      return Possible(
        values: values, mayBeNotApplicable: a.mayBeNotApplicable || b.mayBeNotApplicable)
    }
    // What does not apply is left out of a sum.
    if a.mayBeNotApplicable {
      values = Interval.hull(values, op == .add ? b.values : b.values?.negated)
    }
    if b.mayBeNotApplicable { values = Interval.hull(values, a.values) }
    return Possible(
      values: values, mayBeNotApplicable: a.mayBeNotApplicable && b.mayBeNotApplicable)
  }

  private func folded(_ fold: Fold, _ element: Interval) -> Possible {
    switch fold {
    case .count: return Possible(values: Interval(low: Exact(0), step: Exact(1)))
    case .share:
      return Possible(values: Interval(low: Exact(0), high: Exact(1)), mayBeBlank: true)
    case .sum:
      let isPositive = element.low.map { !$0.isNegative } ?? false
      return Possible(
        values: Interval(low: isPositive ? Exact(0) : nil, step: element.step))
    case .average, .median:
      var values = element
      values.step = nil
      return Possible(values: values, mayBeBlank: true, mayBeNotApplicable: true)
    case .maximum, .minimum:
      return Possible(values: element, mayBeBlank: true, mayBeNotApplicable: true)
    case .every, .none, .collect:
      return Possible(values: .all)
    }
  }

  private func builtin(_ builtin: Builtin, _ arguments: [Possible], _ kind: Kind) -> Possible {
    let absent = arguments.contains { $0.mayBeNotApplicable }
    func result(_ values: Interval?) -> Possible {
      Possible(values: values, mayBeNotApplicable: absent)
    }
    let first = arguments.first?.values
    let second = arguments.count > 1 ? arguments[1].values : nil
    switch builtin {
    case .smaller, .larger:
      guard let first, let second else { return result(nil) }
      return result(builtin == .smaller ? first.smaller(second) : first.larger(second))
    case .round, .roundUp, .roundDown, .roundHalfEven:
      guard let first, let second, second.isPoint, let places = second.low?.int,
        (0...18).contains(places)
      else { return result(.all) }
      let rule = Self.rule(builtin)
      return result(
        first.mapped(
          { $0.rounded(places: places, rule) },
          step: Exact(1).divided(by: Exact(10).power(places) ?? Exact(1))))
    case .roundToStep, .roundUpToStep, .roundDownToStep:
      guard let first, let second, second.isPoint, let step = second.low, step.signum > 0 else {
        return result(.all)
      }
      let rule = Self.rule(builtin)
      return result(
        first.mapped({ $0.rounded(step: step, rule) }, step: step))
    case .integerPart: return result(first.map { $0.mapped(\.floor, step: Exact(1)) })
    case .absolute:
      guard let first else { return result(nil) }
      if let low = first.low, !low.isNegative { return result(first) }
      let size = first.low.flatMap { low in first.high.map { max(-low, $0) } }
      return result(Interval(low: Exact(0), high: size, step: first.step))
    case .length, .elementCount: return result(Interval(low: Exact(0), step: Exact(1)))
    case .monthOf: return result(Interval(low: Exact(1), high: Exact(12), step: Exact(1)))
    case .quarterOf: return result(Interval(low: Exact(1), high: Exact(4), step: Exact(1)))
    case .weekdayOf: return result(Interval(low: Exact(1), high: Exact(7), step: Exact(1)))
    case .yearOf, .daysBetween, .workingDaysBetween: return result(Interval(step: Exact(1)))
    default: return result(kindRange(kind))
    }
  }

  private static func rule(_ builtin: Builtin) -> RoundingRule {
    switch builtin {
    case .roundUp, .roundUpToStep: .up
    case .roundDown, .roundDownToStep: .down
    case .roundHalfEven: .halfEven
    default: .halfAwayFromZero
    }
  }

  // MARK: Conditions on locals

  /// What is known of the locals once a condition holds or does not; nil when it cannot be so.
  private func assuming(
    _ test: Expr, _ holds: Bool, _ locals: [Int: Possible]
  ) -> [Int: Possible]? {
    switch test.node {
    case .not(let inner): return assuming(inner, !holds, locals)
    case .and(let a, let b) where holds, .or(let a, let b) where !holds:
      return assuming(a, holds, locals).flatMap { assuming(b, holds, $0) }
    case .truth(let value): return value == holds ? locals : nil
    case .isNotApplicable(let inner):
      guard case .local(let slot) = inner.node, var value = locals[slot] else { return locals }
      if holds && !value.mayBeNotApplicable { return nil }
      if holds { value.values = nil }
      value.mayBeNotApplicable = holds
      return locals.merging([slot: value]) { $1 }
    case .compare(let written, let a, let b):
      guard case .local(let slot) = a.node, var value = locals[slot], let values = value.values,
        let bound = possible(b, locals).values, bound.isPoint, let end = bound.low
      else { return locals }
      guard let region = Interval.region(holds ? written : written.opposite, end) else {
        return locals
      }
      value.values = values.intersection(region)
      return value.values == nil ? nil : locals.merging([slot: value]) { $1 }
    default: return locals
    }
  }
}

extension Interval {
  /// Where `x op end` holds; nil when that is no interval.
  static func region(_ op: Comparison, _ end: Exact) -> Interval? {
    switch op {
    case .equal: .point(end)
    case .notEqual: nil
    case .less: Interval(high: end, isHighOpen: true)
    case .lessOrEqual: Interval(high: end)
    case .greater: Interval(low: end, isLowOpen: true)
    case .greaterOrEqual: Interval(low: end)
    }
  }
}

extension Comparison {
  func holds(_ a: Exact, _ b: Exact) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }
}
