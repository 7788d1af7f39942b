// Conditions as formulas over a few quantities, and the cells each quantity falls into.
//
// A quantity is anything compared with constants: a column, a difference, a yes-or-no nobody can look
// into. Its thresholds cut its values into cells in which every test gives the same answer, so that
// looking at one value a cell is looking at all. Invariant: a test on an absent value is `stopped`
// (the run would stop there), never true or false. Only the analysis imports it.

import ThiDuaNumber
import ThiDuaText

/// What one atom asks of its quantity.
enum AtomTest: Hashable {
  /// Of the number, the day, the level. `whenBlank` answers for a blank with a substitute value.
  case compare(Comparison, Exact, whenBlank: Bool?)
  case isText(String)
  case isTrue
  case isBlank
  case isNotApplicable
}

indirect enum Formula {
  case constant(Bool)
  /// A value that is not there was compared: the run stops.
  case stopped
  case atom(quantity: Int, AtomTest)
  case not(Formula)
  case and([Formula])
  case or([Formula])

  static func both(_ a: Formula, _ b: Formula) -> Formula { .and([a, b]) }

  /// The quantities that the answer still hangs on.
  var quantities: Set<Int> {
    switch self {
    case .constant, .stopped: []
    case .atom(let quantity, _): [quantity]
    case .not(let inner): inner.quantities
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.quantities) }
    }
  }

  func visitAtoms(_ action: (Int, AtomTest) -> Void) {
    switch self {
    case .constant, .stopped: break
    case .atom(let quantity, let test): action(quantity, test)
    case .not(let inner): inner.visitAtoms(action)
    case .and(let parts), .or(let parts): for part in parts { part.visitAtoms(action) }
    }
  }
}

/// What a formula needs at the least: the tests joined by `và` at its top. Most bands are told apart
/// by this alone, so that hundreds of lines are compared in no time.
struct Necessity {
  private var ranges: [Int: Interval] = [:]
  private var texts: [Int: String] = [:]
  private var truths: [Int: Bool] = [:]

  init(_ formula: Formula) { note(formula) }

  private mutating func note(_ formula: Formula) {
    switch formula {
    case .and(let parts):
      for part in parts { note(part) }
    case .atom(let quantity, .compare(let op, let end, whenBlank: let whenBlank))
    where whenBlank != true:
      guard let region = Interval.region(op, end) else { return }
      // Two tests that leave nothing are found by the search.
      ranges[quantity] = ranges[quantity].map { $0.intersection(region) ?? $0 } ?? region
    case .atom(let quantity, .isText(let text)): texts[quantity] = text
    case .atom(let quantity, .isTrue): truths[quantity] = true
    case .not(.atom(let quantity, .isTrue)): truths[quantity] = false
    default: break
    }
  }

  /// Whether both can evidently not hold together.
  func excludes(_ other: Necessity) -> Bool {
    ranges.contains { key, range in
      other.ranges[key].map { range.intersection($0) == nil } ?? false
    }
      || texts.contains { key, text in other.texts[key].map { $0 != text } ?? false }
      || truths.contains { key, value in other.truths[key].map { $0 != value } ?? false }
  }
}

/// Something whose value decides atoms.
struct Quantity {
  enum Sort { case ordered, text, truth }
  var sort: Sort
  var expr: Expr
  /// As a reader calls it.
  var name: String
  /// The column when the quantity is one of the row's own columns.
  var column: ColumnReference?
  /// The two sides when it is a difference that only stands for a comparison.
  var sides: (String, String)?
  var possible: Possible
  /// Input columns that its value comes from.
  var sources: Set<ColumnReference>
  /// A yes-or-no that the analysis cannot look into.
  var isOpaque = false
  /// Declared ends; values outside what a reader would expect are looked at last.
  var hasDeclaredRange = false
}

/// A set of values of one quantity that all tests treat alike.
struct Cell {
  enum Content: Equatable {
    case values(Interval, example: Exact)
    /// nil: any text that no condition names.
    case text(String?)
    case truth(Bool)
    case blank
    case notApplicable
  }
  var content: Content
  /// Possible only because nobody declared that it is not (a negative score, a share above 100%).
  var isUnexpected = false

  func answer(_ test: AtomTest) -> Formula {
    switch (content, test) {
    case (.blank, .isBlank): return .constant(true)
    case (.notApplicable, .isNotApplicable): return .constant(true)
    case (_, .isBlank), (_, .isNotApplicable): return .constant(false)
    case (.blank, .compare(_, _, let whenBlank?)): return .constant(whenBlank)
    case (.blank, _), (.notApplicable, _): return .stopped
    case (.values(_, let example), .compare(let op, let end, _)):
      return .constant(op.holds(example, end))
    case (.text(let value), .isText(let wanted)): return .constant(value == wanted)
    case (.truth(let value), .isTrue): return .constant(value)
    default: return .stopped
    }
  }
}

/// Cuts the values of a quantity into cells, the most telling ones first.
enum Cells {
  /// `tests` are all the tests that any condition makes of the quantity.
  static func of(_ quantity: Quantity, tests: [AtomTest]) -> [Cell] {
    var cells: [Cell]
    switch quantity.sort {
    case .truth:
      cells = [Cell(content: .truth(true)), Cell(content: .truth(false))]
    case .text:
      var seen: Set<String> = []
      cells = tests.compactMap { test in
        guard case .isText(let text) = test, seen.insert(text).inserted else { return nil }
        return Cell(content: .text(text))
      }
      cells.append(Cell(content: .text(nil)))
    case .ordered:
      let ends = Set(
        tests.compactMap { test -> Exact? in
          if case .compare(_, let end, _) = test { end } else { nil }
        }
      ).sorted()
      cells = quantity.possible.values.map { ordered(quantity, $0, ends) } ?? []
    }
    let asksAbsence = tests.contains {
      switch $0 {
      case .isBlank, .isNotApplicable, .compare(_, _, whenBlank: _?): true
      default: false
      }
    }
    if asksAbsence {
      if quantity.possible.mayBeBlank { cells.append(Cell(content: .blank)) }
      if quantity.possible.mayBeNotApplicable { cells.append(Cell(content: .notApplicable)) }
    }
    return cells
  }

  private static func ordered(
    _ quantity: Quantity, _ domain: Interval, _ ends: [Exact]
  ) -> [Cell] {
    let isRatio = quantity.expr.kind == .ratio
    let isFree = quantity.sides == nil && !quantity.hasDeclaredRange
    let expectsPositive =
      isFree && (quantity.expr.kind == .number || isRatio) && domain.low == nil
      && !ends.contains(where: \.isNegative)
    let expectsShare =
      isFree && isRatio && domain.high == nil && !ends.contains { $0 > Exact(1) }
    var between: [Cell] = []
    var points: [Cell] = []
    func add(_ piece: Interval, _ list: inout [Cell]) {
      guard var values = piece.intersection(domain) else { return }
      var isUnexpected = false
      if expectsPositive, let high = values.high,
        high.isNegative || high.isZero && values.isHighOpen
      {
        isUnexpected = true
      } else if expectsPositive, values.low == nil {
        // No test tells a negative number from zero here: zero and above is what people mean.
        (values.low, values.isLowOpen) = (Exact(0), false)
      }
      if expectsShare, let low = values.low, low > Exact(1) || low == Exact(1) && values.isLowOpen {
        isUnexpected = true
      }
      list.append(
        Cell(
          content: .values(values, example: example(of: values, in: domain, isRatio: isRatio)),
          isUnexpected: isUnexpected))
    }
    var below: Exact?
    for end in ends {
      add(
        Interval(low: below, high: end, isLowOpen: below != nil, isHighOpen: true), &between)
      add(Interval(low: end, high: end), &points)
      below = end
    }
    add(Interval(low: below, isLowOpen: below != nil), &between)
    // From above: people ask first what becomes of the best.
    let cells = between.reversed() + points.reversed()
    return cells.filter { !$0.isUnexpected } + cells.filter(\.isUnexpected)
  }

  /// A value of the interval that a reader finds ordinary: one more than the lower end, if it can be.
  private static func example(
    of values: Interval, in domain: Interval, isRatio: Bool
  ) -> Exact {
    if values.isPoint, let only = values.low { return only }
    let whole = [Exact(1), Exact(micros: 500_000), Exact(micros: 100_000)]
    let parts = [Exact(micros: 10_000), Exact(micros: 1000), Exact(micros: 100)]
    let units = isRatio ? parts : whole + parts
    if values.step != nil {
      // Next to the threshold, not at the far end of what was declared.
      if let high = values.high, values.low == domain.low, high != domain.high { return high }
      if let low = values.low { return values.contains(low.ceiling) ? low.ceiling : low }
    }
    for unit in units {
      // A lower end that is a threshold is told apart by being passed; a declared one is not.
      if let low = values.low, values.isLowOpen, values.contains(low + unit) { return low + unit }
      if let high = values.high, values.isHighOpen, values.contains(high - unit) {
        return high - unit
      }
    }
    if let low = values.low, values.contains(low) { return low }
    if let high = values.high, values.contains(high) { return high }
    if let low = values.low, let high = values.high {
      return (low + high).divided(by: Exact(2))
    }
    return Exact(0)
  }
}
