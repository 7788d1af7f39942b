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
  private let origin: Exact
  /// The present value in steps from the origin, and the first values above and below it.
  private let place: Exact
  private let above: Exact
  private let below: Exact
  private let listed: [Value]
  /// The present level or answer; −1 when there is none.
  private let here: Int

  /// Values of a scan, and how many of them lie above and below the present one.
  struct Scan {
    var values: [Value] = []
    var above = 0
    var below = 0
    /// Whether the field may hold values further out.
    var isCut = false

    /// What lies further out alone.
    var beyond: Scan {
      var rest = self
      rest.values = []
      return rest
    }
  }

  /// nil: nothing to search through, such as texts and dates. `unit`: the step of a number whose field
  /// declares none.
  init?(_ kind: Kind, _ rule: InputRule, present: Value, levels: [String], unit: Exact) {
    let values = FieldValues(kind, rule)
    self.values = values
    switch kind {
    case .truth, .level:
      step = nil
      (origin, place, above, below) = (Exact(0), Exact(0), Exact(0), Exact(0))
      here = present.index ?? -1
      let here = max(0, here)
      listed =
        kind == .truth
        ? [.truth(true), .truth(false)].filter { $0 != present }
        : levels.indices.filter { .immediate(Int64($0)) != present }
          .sorted { (abs($0 - here), -$0) < (abs($1 - here), -$1) }
          .map { .immediate(Int64($0)) }
    case .number, .count, .ratio:
      let declared = rule.step.flatMap { $0.signum > 0 ? $0 : nil }
      let step = declared ?? (kind == .count ? Exact(1) : unit)
      self.step = step
      let origin = rule.lower?.value ?? Exact(0)
      let start = present.number ?? origin
      // Whole numbers of steps from where the field's steps begin.
      let place = (start - origin).divided(by: step)
      let isThere =
        present.number != nil && place.isInteger && values.refusal(of: .number(start)) == nil
      var above = isThere ? place + Exact(1) : place.ceiling
      var below = place.isInteger ? place - Exact(1) : place.floor
      // A present value outside the field's bounds: from the bound on.
      if let lower = rule.lower {
        let first = (lower.value - origin).divided(by: step)
        above = max(above, lower.isInclusive ? first.ceiling : first.floor + Exact(1))
      }
      if let upper = rule.upper {
        let last = (upper.value - origin).divided(by: step)
        below = min(below, upper.isInclusive ? last.floor : last.ceiling - Exact(1))
      }
      (self.origin, self.place, self.above, self.below) = (origin, place, above, below)
      (listed, here) = ([], -1)
    default: return nil
    }
  }

  /// The grid of a cell of the data, which holds `present` now.
  init?(of cell: CellAddress, in session: Session, present: Value) {
    let column = session.checked.subjectKinds[cell.kind].columns[cell.column]
    guard case .input(let rule) = column.source else { return nil }
    var levels: [String] = []
    if case .level(let scale) = column.kind { levels = session.checked.scales[scale].levels }
    self.init(
      column.kind, rule, present: present, levels: levels,
      unit: Self.unit(
        of: session.runtime.tables[cell.kind].columns[cell.column],
        isRatio: column.kind == .ratio))
  }

  // MARK: The step of a field that declares none

  /// The finest decimal place the data of a column uses, at most 1 (1% for a ratio).
  private static func unit(of column: ColumnStorage?, isRatio: Bool) -> Exact {
    guard let column else { return Exact(1) }
    var units = isRatio ? coarsestUnit / 100 : coarsestUnit
    for row in 0..<min(column.rowCount, rowsLookedAt) {
      let word = column.word(row)
      guard word.isImmediate else { continue }
      while units > 1, word.immediate % units != 0 { units /= 10 }
    }
    return Exact(micros: units)
  }

  /// The finest decimal place of one value.
  static func unit(of value: Value) -> Exact {
    var units = coarsestUnit
    guard case .immediate(let micros) = value else { return Exact(micros: units) }
    while units > 1, micros % units != 0 { units /= 10 }
    return Exact(micros: units)
  }

  /// 1, in micros.
  private static let coarsestUnit: Int64 = 1_000_000
  private static let rowsLookedAt = 1_000

  // MARK: Values

  /// The value so many steps above or below the present one, from 1 on; nil when the field does not go there.
  func value(_ distance: Int, isAbove: Bool) -> Value? {
    guard let step else { return listed(distance, isAbove: isAbove) }
    let away = Exact(distance - 1)
    let value = Value.number(origin + (isAbove ? above + away : below - away) * step)
    return values.refusal(of: value) == nil ? value : nil
  }

  private func listed(_ distance: Int, isAbove: Bool) -> Value? {
    let wanted = here + (isAbove ? distance : -distance)
    return listed.first { $0.index == wanted }
  }

  /// Values that differ from the present one, nearest first; at most `limit`.
  func scan(limit: Int) -> Scan {
    var scan = Scan()
    guard step != nil else {
      scan.values = Array(listed.prefix(limit))
      return scan
    }
    var next = (value(1, isAbove: true), value(1, isAbove: false))
    while next.0 != nil || next.1 != nil {
      if scan.values.count == limit {
        scan.isCut = true
        break
      }
      let up = above + Exact(scan.above) - place
      let down = place - below + Exact(scan.below)
      if let value = next.0, next.1 == nil || up <= down {
        scan.values.append(value)
        scan.above += 1
        next.0 = self.value(scan.above + 1, isAbove: true)
      } else if let value = next.1 {
        scan.values.append(value)
        scan.below += 1
        next.1 = self.value(scan.below + 1, isAbove: false)
      }
    }
    return scan
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
