// The hot loop of reading: rows of one region of a CSV text into columns. In: a region that
// begins at a row, the plans of the file's columns. Out: cells in their storages, and findings in
// row order.
// Invariant: every cell of every row kept is written, a wrong one as blank; nothing is skipped in
// silence. A parser ends exactly where the row that holds the last byte of its region ends.
//
// Plain cells are read here, straight from the bytes: a number of up to seven signs costs one
// load and three multiplications. Whatever does not look plain at once goes to SlowCells.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

struct RowParser: ~Copyable {
  let scanner: CellScanner
  let separator: UInt8
  let decimalMark: UInt8
  let style: NumberStyle
  let textStart: UnsafePointer<UInt8>
  let regionStart: UnsafePointer<UInt8>
  let regionEnd: UnsafePointer<UInt8>
  let fields: [FieldSpec]
  let columnCount: Int
  let plans: UnsafeMutablePointer<ColumnPlan>
  let pools: UnsafeMutablePointer<TextPool>
  let poolOwner: PoolOwner
  private let powers: UnsafeMutablePointer<Int64>

  /// Where the row being read goes; rows of the region start at `firstRow`.
  private(set) var row: Int
  let firstRow: Int
  /// Where the parser stopped.
  private(set) var stop: UnsafePointer<UInt8>
  /// The start of every 1,024th row of the region.
  private(set) var marks: [UnsafePointer<UInt8>] = []
  var faults: [CellFault] = []
  var faultCount = 0
  /// Numbers that do not fit their column's raws, by row.
  var pending: [PendingNumber] = []
  let arena = TextArena()

  struct PendingNumber {
    var row: Int
    var field: Int
    var value: Exact
  }

  /// Rows between two marks.
  static let markDistance = 1024

  init(
    region: Range<Int>, of text: Encoding.Text, format: TableFormat, fields: [FieldSpec],
    plans: [ColumnPlan], firstRow: Int
  ) {
    let start = text.bytes.start
    scanner = CellScanner(end: start + text.bytes.count, separator: format.separator)
    separator = format.separator
    decimalMark = format.decimalMark
    style = format.style
    textStart = start
    regionStart = start + region.lowerBound
    regionEnd = start + region.upperBound
    stop = regionStart
    self.fields = fields
    columnCount = plans.count
    self.plans = .allocate(capacity: plans.count)
    self.plans.initialize(from: plans, count: plans.count)
    poolOwner = PoolOwner(count: plans.count)
    pools = poolOwner.pools
    powers = .allocate(capacity: 19)
    for exponent in 0..<19 { (powers + exponent).initialize(to: ColumnPlan.power(exponent)) }
    row = firstRow
    self.firstRow = firstRow
  }

  deinit {
    plans.deallocate()
    powers.deallocate()
  }

  /// Rows kept so far.
  var rowCount: Int { row - firstRow }

  /// Reads all rows of the region.
  mutating func run() {
    var place = regionStart
    while place < regionEnd {
      let first = place.pointee
      if first <= Byte.space || first == separator {
        let next = scanner.skipBlankLines(at: place)
        if next != place {
          place = min(next, regionEnd)
          continue
        }
      }
      if rowCount % Self.markDistance == 0 { marks.append(place) }
      place = readRow(at: place)
      row += 1
    }
    stop = place
  }

  @inline(__always)
  private mutating func readRow(at start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var place = start
    let last = columnCount - 1
    var column = 0
    while true {
      place = readCell(at: place, plans + column, column)
      guard place.pointee == separator else { break }
      if column == last { return endLongRow(at: place, start) }
      place += 1
      column += 1
    }
    if column < last { fillShortRow(from: column + 1, start) }
    return scanner.afterLineEnd(place)
  }

  @inline(__always)
  private mutating func readCell(
    at start: UnsafePointer<UInt8>, _ plan: UnsafeMutablePointer<ColumnPlan>, _ column: Int
  ) -> UnsafePointer<UInt8> {
    switch plan.pointee.action {
    case .scaled:
      if let (raw, next) = number(at: start, plan) {
        plan.pointee.cells.storeBytes(
          of: Int32(truncatingIfNeeded: raw), toByteOffset: row &* 4, as: Int32.self)
        return next
      }
    case .wide:
      if let (raw, next) = number(at: start, plan) {
        plan.pointee.cells.storeBytes(
          of: raw &* plan.pointee.multiplier, toByteOffset: row &* 8, as: Int64.self)
        return next
      }
    case .appended, .pooled, .code, .skip:
      if let next = text(at: start, plan, column) { return next }
    case .date:
      if let (days, next) = date(at: start) {
        plan.pointee.cells.storeBytes(of: days, toByteOffset: row &* 4, as: Int32.self)
        return next
      }
    }
    return slowCell(at: start, plan.pointee, column)
  }

  /// What was read; `rowLimit` is the row behind the region's last possible one.
  func finish(rowLimit: Int) -> RowsRead {
    for column in 0..<columnCount where plans[column].action == .appended {
      for spare in row..<max(row, rowLimit) { Self.fillEntry(plans[column].entries! + spare) }
    }
    var read = RowsRead()
    read.pieces = [
      ParsedPiece(firstRow: firstRow, rowCount: rowCount, pools: poolOwner, pending: pending)
    ]
    read.marks = [LoadedTable.Marks(firstRow: firstRow, rowCount: rowCount, starts: marks)]
    read.faults = faults
    read.faultCount = faultCount
    read.arenas = [arena]
    read.rowCount = rowCount
    read.stop = stop
    return read
  }

  // MARK: Numbers

  /// A plain number that keeps the plan's rules, and where its cell ends; nil for anything else.
  @inline(__always)
  private func number(
    at start: UnsafePointer<UInt8>, _ plan: UnsafeMutablePointer<ColumnPlan>
  ) -> (raw: Int64, next: UnsafePointer<UInt8>)? {
    let isNegative = start.pointee == Byte.minus
    let digits = isNegative ? start + 1 : start
    guard let (value, decimals, end) = shortDigits(at: digits) ?? longDigits(at: digits) else {
      return nil
    }
    let missing = Int(plan.pointee.places) &- decimals
    guard missing >= 0 else { return nil }
    var next = end
    if plan.pointee.hasPercentSign {
      guard next.pointee == Byte.percent else { return nil }
      next += 1
    }
    guard scanner.isTerminator(next) else { return nil }
    let (size, overflow) = value.multipliedReportingOverflow(by: powers[missing])
    let raw = isNegative ? 0 &- size : size
    guard !overflow, raw >= plan.pointee.low, raw <= plan.pointee.high else { return nil }
    if plan.pointee.step != 0 {
      guard (raw &- plan.pointee.stepStart) % plan.pointee.step == 0 else { return nil }
    }
    return (raw, next)
  }

  /// Digits with at most one decimal mark that end within eight bytes: all at once.
  @inline(__always)
  private func shortDigits(
    at start: UnsafePointer<UInt8>
  ) -> (value: Int64, decimals: Int, next: UnsafePointer<UInt8>)? {
    let bytes = UInt64(
      littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    let values = bytes ^ 0x3030_3030_3030_3030
    // The high bit of every byte that is no digit (bytes above the first such may lie).
    let others = ((values &+ 0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080
    guard others != 0 else { return nil }
    let whole = others.trailingZeroBitCount & ~7
    guard whole != 0 else { return nil }
    if UInt8(truncatingIfNeeded: bytes &>> UInt64(whole)) != decimalMark {
      return (Self.decimal(values, bits: whole), 0, start + whole / 8)
    }
    let rest = others & (others &- 1)
    guard rest != 0 else { return nil }
    let end = rest.trailingZeroBitCount & ~7
    let decimals = (end - whole) / 8 - 1
    guard decimals > 0 else { return nil }
    let wholeMask = (1 as UInt64) &<< UInt64(whole) &- 1
    let joined = values & wholeMask | (values &>> 8) & ~wholeMask
    return (Self.decimal(joined, bits: end - 8), decimals, start + end / 8)
  }

  /// The number of the digits in the lowest `bits` bits, first digit lowest.
  @inline(__always)
  private static func decimal(_ digits: UInt64, bits: Int) -> Int64 {
    var x = digits &<< UInt64(64 - bits)
    x = x &* 10 &+ (x &>> 8)
    let low = (x & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = ((x &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int64(truncatingIfNeeded: (low &+ high) &>> 32)
  }

  /// Digits one by one, up to 18 of them.
  @inline(never)
  private func longDigits(
    at start: UnsafePointer<UInt8>
  ) -> (value: Int64, decimals: Int, next: UnsafePointer<UInt8>)? {
    var value: Int64 = 0
    var count = 0
    var mark = -1
    var place = start
    while true {
      let digit = place.pointee &- Byte.zero
      if digit < 10 {
        guard count < 18 else { return nil }
        value = value &* 10 &+ Int64(digit)
        count += 1
      } else if place.pointee == decimalMark, mark < 0, count > 0 {
        mark = count
      } else {
        break
      }
      place += 1
    }
    guard count > 0, mark < count else { return nil }
    return (value, mark < 0 ? 0 : count - mark, place)
  }

  // MARK: Texts

  /// A text without quotes, outer spaces or anything to repair; nil for the others.
  @inline(__always)
  private mutating func text(
    at start: UnsafePointer<UInt8>, _ plan: UnsafeMutablePointer<ColumnPlan>, _ column: Int
  ) -> UnsafePointer<UInt8>? {
    var place = start
    var seen: UInt64 = 0
    var odd: UInt64 = 0
    let separators = UInt64(separator) &* 0x0101_0101_0101_0101
    while true {
      let bytes = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
      // Control letters and separators; only the first mark found is sure to be one.
      let differences = bytes ^ separators
      let stops =
        ((bytes &- 0x2020_2020_2020_2020) & ~bytes
          | (differences &- 0x0101_0101_0101_0101) & ~differences) & 0x8080_8080_8080_8080
      guard stops != 0 else {
        seen |= bytes
        odd |= Self.combiningLeads(bytes)
        place += 8
        continue
      }
      let offset = stops.trailingZeroBitCount & ~7
      let kept = bytes & ((1 as UInt64) &<< UInt64(offset) &- 1)
      seen |= kept
      odd |= Self.combiningLeads(kept)
      place += offset / 8
      break
    }
    let count = place - start
    // Spaces, quotes and apostrophes in front sort below 0x28.
    guard count > 0, start.pointee > Byte.apostrophe, place[-1] != Byte.space, odd == 0,
      scanner.isTerminator(place)
    else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: count)
    if NullMark.matches(start, count: count) { return nil }
    if seen & 0x8080_8080_8080_8080 != 0 {
      let endsInSpace = place[-1] == 0xA0 && place[-2] == 0xC2
      guard UTF8Check.firstInvalidOffset(in: bytes) == nil, start.pointee != 0xC2, !endsInSpace
      else { return nil }
    }
    if plan.pointee.action == .skip { return place }
    return keep(bytes, plan.pointee, column) ? place : nil
  }

  /// Marks bytes CC and CD, which begin every combining mark.
  @inline(__always)
  private static func combiningLeads(_ bytes: UInt64) -> UInt64 {
    let differences = (bytes | 0x0101_0101_0101_0101) ^ 0xCDCD_CDCD_CDCD_CDCD
    return (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080
  }

  /// Writes a clean text that outlives the parser; false when its pool does not know what it means.
  @inline(__always)
  private mutating func keep(
    _ bytes: UnsafeBufferPointer<UInt8>, _ plan: ColumnPlan, _ column: Int
  ) -> Bool {
    let entry = TextTable.Entry(
      start: bytes.baseAddress!, length: UInt32(truncatingIfNeeded: bytes.count),
      hash: TextTable.hash(bytes))
    if plan.action == .appended {
      (plan.entries! + row).initialize(to: entry)
      plan.cells.storeBytes(
        of: UInt32(truncatingIfNeeded: plan.firstText &+ row), toByteOffset: row &* 4,
        as: UInt32.self)
      return true
    }
    let value =
      pools[column].find(entry).map { pools[column].values[$0] } ?? pool(entry, plan, column)
    if plan.action == .pooled {
      plan.cells.storeBytes(of: value, toByteOffset: row &* 4, as: UInt32.self)
      return true
    }
    guard value <= UInt32(UInt8.max) else { return false }
    plan.cells.storeBytes(of: UInt8(value), toByteOffset: row, as: UInt8.self)
    return true
  }

  /// Adds a new text to its pool and gives what it means. The copy keeps the pool's texts
  /// together: those in the file are pages apart.
  @inline(never)
  private func pool(_ entry: TextTable.Entry, _ plan: ColumnPlan, _ column: Int) -> UInt32 {
    let value = meaning(
      of: entry.bytes, number: pools[column].count, fields[Int(plan.field)])
    let copy = TextTable.Entry(
      start: arena.copy(entry.bytes).baseAddress!, length: entry.length, hash: entry.hash)
    pools[column].add(copy, value: value)
    return value
  }

  /// The same for the slow path, which has the text trimmed and repaired.
  mutating func keepSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ plan: ColumnPlan, _ column: Int
  ) -> Bool {
    keep(bytes, plan, column)
  }

  // MARK: Dates

  /// `14/10/2026`; nil for anything else.
  @inline(__always)
  private func date(
    at start: UnsafePointer<UInt8>
  ) -> (days: Int32, next: UnsafePointer<UInt8>)? {
    var place = start
    guard let day = datePart(&place, most: 2), place.pointee == Byte.slash else { return nil }
    place += 1
    guard let month = datePart(&place, most: 2), place.pointee == Byte.slash else { return nil }
    place += 1
    let yearStart = place
    guard let year = datePart(&place, most: 4), place - yearStart == 4,
      scanner.isTerminator(place), let date = CalendarDate(day: day, month: month, year: year)
    else { return nil }
    return (date.days, place)
  }

  @inline(__always)
  private func datePart(_ place: inout UnsafePointer<UInt8>, most: Int) -> Int? {
    var value = 0
    let start = place
    while place - start < most, place.pointee &- Byte.zero < 10 {
      value = value * 10 + Int(place.pointee &- Byte.zero)
      place += 1
    }
    return place == start ? nil : value
  }
}
