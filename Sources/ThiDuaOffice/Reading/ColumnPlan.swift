// What the row parser does with each column of the file. In: a field and a sample of its column.
// Out: a flat record the parser reads without following references, and the storage it writes to.
// Invariant: a plan's cells lie in its storage at `cells + row × width`; a raw cell is the number
// times `unitsPerOne`, and `low ... high` are exactly the raws that keep the field's bounds.

import ThiDuaMachine
import ThiDuaNumber

/// One column of the file, as the parser sees it.
struct ColumnPlan {
  enum Action: UInt8 {
    /// Nobody uses the column; only its text is looked at for the encoding.
    case skip
    /// A number in four bytes.
    case scaled
    /// A number in eight bytes: a Word.
    case wide
    /// Days in four bytes.
    case date
    /// A text with an entry of its own.
    case appended
    /// A text that shares its entry with equal ones.
    case pooled
    /// A truth or a level in one byte.
    case code
  }

  var action = Action.skip
  /// The cell carries `%`.
  var hasPercentSign = false
  /// Index in the schema's fields; -1 for `skip`.
  var field: Int32 = -1
  /// Decimals of the number as written that a raw holds.
  var places: Int32 = 0
  var low: Int64 = .min
  var high: Int64 = .max
  /// Raw distance of allowed values from `low`'s grid; 0: none.
  var step: Int64 = 0
  var stepStart: Int64 = 0
  var multiplier: Int64 = 2
  /// Raws in a number of one: 10^places, or 10^(places + 2) for a percentage.
  var unitsPerOne: Int64 = 1
  var cells = UnsafeMutableRawPointer(bitPattern: 16)!
  /// `appended`: the entry of row 0.
  var entries: UnsafeMutablePointer<TextTable.Entry>?
  /// `appended`: index of that entry in the table.
  var firstText = 0

  /// Stands in a cell until the number, kept aside, finds its place.
  static let pending32 = Int32.min + 2
  static let pending64 = Word(exception: 0).bits

  static func power(_ exponent: Int) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

extension ColumnPlan {
  /// What a sample of a column tells.
  struct Sample {
    /// Most decimals seen.
    var places = 0
    /// Most digits before the decimal mark.
    var wholeDigits = 0
    var rows = 0
    var hashes: Set<UInt32> = []
    /// Bytes of all texts together.
    var textLength = 0
  }

  /// The plan of a field's column and its storage, without pointers into texts.
  static func make(
    _ field: FieldSpec, index: Int, sample: Sample, rowCount: Int
  ) -> (plan: ColumnPlan, storage: ColumnStorage) {
    var plan = ColumnPlan()
    plan.field = Int32(index)
    let layout: ColumnStorage.Layout
    switch field.kind {
    case .number, .count, .ratio:
      plan.setNumber(field, sample)
      layout = plan.action == .wide ? .word : .scaled
    case .date:
      plan.action = .date
      layout = .scaled
    case .text, .reference:
      plan.action = isPooled(field, sample, rowCount: rowCount) ? .pooled : .appended
      layout = .text
    case .truth, .level, .award:
      plan.action = .code
      layout = .code
    }
    let storage = ColumnStorage(layout, rowCount: rowCount, multiplier: plan.multiplier)
    plan.cells = storage.base
    return (plan, storage)
  }

  /// Whether texts repeat: an entry each would waste memory, and comparing is faster when equal
  /// texts are one. A sample of a large table shows few of the repeats there are: n rows with d
  /// repeats come from about n² / 2d different texts. That counts for short texts only: a pool of
  /// many long ones costs more to search than it saves.
  private static func isPooled(_ field: FieldSpec, _ sample: Sample, rowCount: Int) -> Bool {
    if field.kind == .reference || field.mayBeNotApplicable { return true }
    if let told = field.sharesTexts { return told }
    let repeats = sample.rows - sample.hashes.count
    if repeats * 2 >= sample.rows { return true }
    guard rowCount > sample.rows, repeats > 0, sample.textLength <= 12 * sample.rows else {
      return false
    }
    return sample.rows * sample.rows / (2 * repeats) <= rowCount / 16
  }

  private mutating func setNumber(_ field: FieldSpec, _ sample: Sample) {
    let isPercentage = field.kind == .ratio
    hasPercentSign = isPercentage && !field.isPercentNumber
    let extra = isPercentage ? 2 : 0
    let limit = 6 - extra
    let ruled =
      [field.step, field.lower?.value, field.upper?.value].compactMap { $0 }
      .map { Self.places(of: $0, extra: extra) }.max() ?? 0
    let wanted = max(sample.places, ruled)
    // Two digits of room above the sample: 9 digits fit Int32.
    let fits = wanted <= limit && wanted + sample.wholeDigits + 1 <= 9
    action = fits ? .scaled : .wide
    places = Int32(fits ? wanted : limit)
    unitsPerOne = Self.power(Int(places) + extra)
    multiplier = fits ? 2 * Self.power(limit - Int(places)) : 2
    let widest = fits ? Int64(Int32.max) : Int64.max >> 2
    low = max(-widest + 4, bound(field.lower, isUpper: false) ?? .min)
    high = min(widest - 4, bound(field.upper, isUpper: true) ?? .max)
    if field.kind == .count {
      low = max(low, 0)
      if step == 0 { (step, stepStart) = (unitsPerOne, 0) }
    }
    if let ruledStep = field.step {
      // A grid the raws cannot hold is checked by the slow path alone: nothing is allowed here.
      guard let raw = self.raw(ruledStep), let start = self.raw(field.lower?.value ?? Exact(0)),
        raw > 0
      else {
        (low, high) = (1, 0)
        return
      }
      (step, stepStart) = (raw, start)
    }
    if step == 1 { step = 0 }
  }

  /// Decimals of a rule's number as a cell writes it; 7 when endless.
  private static func places(of value: Exact, extra: Int) -> Int {
    guard let micros = value.micros else { return 7 }
    var places = 6
    var rest = micros
    while places > 0, rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    return max(0, places - extra)
  }

  /// The outermost raw a bound allows; nil when there is none, or none that raws can express.
  private func bound(_ bound: FieldSpec.Bound?, isUpper: Bool) -> Int64? {
    guard let bound else { return nil }
    let scaled = bound.value * Exact(Int(unitsPerOne))
    let whole = isUpper ? scaled.floor : scaled.ceiling
    // A bound beyond any raw: nothing is allowed here, the slow path compares exactly.
    guard let raw = whole.int, raw != .min, raw != .max else { return isUpper ? .min : .max }
    if !bound.isInclusive, whole == scaled { return Int64(isUpper ? raw - 1 : raw + 1) }
    return Int64(raw)
  }

  /// The raw of a number when it is exactly one.
  func raw(_ value: Exact) -> Int64? {
    (value * Exact(Int(unitsPerOne))).int.map(Int64.init)
  }
}
