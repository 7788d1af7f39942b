// Cells that are not plain: blank, quoted, spaced, odd, wrong. In: where a cell begins. Out: its
// value in its column, or a blank and a finding; where the cell ends.
// Invariant: decides exactly as the fast path where both could: the same number gives the same raw.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

extension RowParser {
  /// Reads the cell at `start` in full generality.
  @inline(never)
  mutating func slowCell(
    at start: UnsafePointer<UInt8>, _ plan: ColumnPlan, _ column: Int
  ) -> UnsafePointer<UInt8> {
    let cell = scanner.cell(at: start)
    let reason: CellFault.Reason? =
      switch cell.problem {
      case .unclosedQuote: .unclosedQuote
      case .textAfterQuote: .textAfterQuote
      case nil:
        cell.content.contains(0)
          ? .nulByte : UTF8Check.firstInvalidOffset(in: cell.content) != nil ? .invalidUTF8 : nil
      }
    guard reason == nil else {
      report(reason!, at: start, column, cell)
      storeBlank(plan)
      return cell.next
    }
    guard plan.action != .skip else { return cell.next }
    let range = CellScanner.trimmed(cell.content)
    // In quotes it is a text like any other.
    let isNull =
      start.pointee != Byte.quote && !range.isEmpty
      && NullMark.matches(cell.content.baseAddress! + range.lowerBound, count: range.count)
    if range.isEmpty || isNull {
      readBlank(at: start, plan, column)
    } else if let failure = read(cell, range, plan, column) {
      report(failure, at: start, column, cell)
      storeBlank(plan)
    }
    return cell.next
  }

  /// Writes the value of a cell that is not blank, or says why it has none.
  private mutating func read(
    _ cell: CellScanner.Cell, _ range: Range<Int>, _ plan: ColumnPlan, _ column: Int
  ) -> CellFault.Reason? {
    let field = fields[Int(plan.field)]
    switch plan.action {
    case .skip: return nil
    case .appended, .pooled, .code:
      let kept = lasting(cell, range)
      // Nothing is left of a cell like `""""` inside spaces only when it was blank, so it is not.
      if keepSlowly(kept, plan, column) { return nil }
      if NotApplicable.matches(kept) { return .notApplicable }
      return field.kind == .truth ? .truth : field.kind == .award ? .award : .level
    case .scaled, .wide, .date:
      let bytes = CellScanner.text(of: cell)
      if NotApplicable.matches(bytes) {
        guard field.mayBeNotApplicable else { return .notApplicable }
        store(.notApplicable, plan)
        return nil
      }
      return plan.action == .date ? readDate(bytes, plan) : readNumber(bytes, plan, field)
    }
  }

  /// The text of a cell where it outlives the parser: in the file when it stands there as it is
  /// read.
  private func lasting(
    _ cell: CellScanner.Cell, _ range: Range<Int>
  ) -> UnsafeBufferPointer<UInt8> {
    let direct = UnsafeBufferPointer(rebasing: cell.content[range])
    let isPlain =
      !cell.hasDoubledQuotes && !FormulaGuard.isGuarded(direct)
      && !direct.contains { $0 == 0xCC || $0 == 0xCD }
    return isPlain ? direct : arena.copy(CellScanner.text(of: cell))
  }

  // MARK: Blank cells

  private mutating func readBlank(
    at start: UnsafePointer<UInt8>, _ plan: ColumnPlan, _ column: Int
  ) {
    let field = fields[Int(plan.field)]
    if field.defaultValue != nil {
      storeDefault(field, plan)
      return
    }
    storeBlank(plan)
    guard !field.mayBeBlank || field.isKey else { return }
    addFault(field.isKey ? .blankKey : .blank, at: start, column, value: "")
  }

  private mutating func storeDefault(_ field: FieldSpec, _ plan: ColumnPlan) {
    switch field.defaultValue {
    case .number(let value): storeNumber(value, plan)
    case .word(let word): store(word, plan)
    case nil: storeBlank(plan)
    }
  }

  private mutating func storeBlank(_ plan: ColumnPlan) {
    if plan.action != .skip { store(.blank, plan) }
  }

  /// Writes an absence, a text, a date or a code.
  private mutating func store(_ word: Word, _ plan: ColumnPlan) {
    switch plan.action {
    case .skip: break
    case .scaled, .date:
      let raw =
        word.isImmediate
        ? Int32(truncatingIfNeeded: word.immediate)
        : word.isBlank ? ColumnStorage.scaledBlank : ColumnStorage.scaledNotApplicable
      plan.cells.storeBytes(of: raw, toByteOffset: row * 4, as: Int32.self)
    case .wide:
      plan.cells.storeBytes(of: word.bits, toByteOffset: row * 8, as: Int64.self)
    case .appended, .pooled:
      // A pool numbers its own texts: a text of the table is marked until the pools are joined.
      let raw =
        word.isText
        ? UInt32(truncatingIfNeeded: word.index) | (plan.action == .pooled ? Self.tableText : 0)
        : word.isBlank ? ColumnStorage.textBlank : ColumnStorage.textNotApplicable
      plan.cells.storeBytes(of: raw, toByteOffset: row * 4, as: UInt32.self)
      if plan.action == .appended { Self.fillEntry(plan.entries! + row) }
    case .code:
      let raw =
        word.isImmediate
        ? UInt8(truncatingIfNeeded: word.immediate)
        : word.isBlank ? ColumnStorage.codeBlank : ColumnStorage.codeNotApplicable
      plan.cells.storeBytes(of: raw, toByteOffset: row, as: UInt8.self)
    }
  }

  /// Marks the index of a permanent text in a pooled column.
  static let tableText: UInt32 = 1 << 31

  /// An entry nobody refers to still has to be a text.
  static func fillEntry(_ entry: UnsafeMutablePointer<TextTable.Entry>) {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    entry.initialize(
      to: TextTable.Entry(
        start: UnsafePointer(bitPattern: 16)!, length: 0, hash: TextTable.hash(nothing)))
  }

  // MARK: Numbers and dates

  private mutating func readNumber(
    _ text: [UInt8], _ plan: ColumnPlan, _ field: FieldSpec
  ) -> CellFault.Reason? {
    var bytes = text[...]
    var hasSign = false
    if field.kind == .ratio, bytes.last == Byte.percent {
      bytes = bytes.dropLast()
      while let last = bytes.last, Byte.isSpace(last) { bytes = bytes.dropLast() }
      hasSign = true
    }
    let value: Exact
    switch NumberText.parse(bytes, style: style) {
    case .failure(let problem):
      guard field.mayBeFraction, let fraction = Self.fraction(bytes) else {
        return .number(problem)
      }
      value = fraction
    case .success(let number): value = number
    }
    if field.kind == .ratio, !hasSign, plan.hasPercentSign {
      return .noPercentSign(value)
    }
    let number = field.kind == .ratio ? value.divided(by: Exact(100)) : value
    if field.kind == .count {
      if number.isNegative { return .negative }
      if !number.isInteger { return .notWhole }
    }
    if let failure = Self.broken(number, field) { return failure }
    storeNumber(number, plan)
    return nil
  }

  /// `-2/7`: two whole numbers, the second from 1.
  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Exact? {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { try? NumberText.parse($0, style: .international).get() }
    guard parts.count == 2, numbers.count == 2, numbers.allSatisfy(\.isInteger),
      numbers[1].signum > 0
    else { return nil }
    return numbers[0].divided(by: numbers[1])
  }

  /// Which rule of the field a number breaks.
  static func broken(_ number: Exact, _ field: FieldSpec) -> CellFault.Reason? {
    if let lower = field.lower {
      if number < lower.value || (!lower.isInclusive && number == lower.value) {
        return .outOfBounds
      }
    }
    if let upper = field.upper {
      if upper.value < number || (!upper.isInclusive && number == upper.value) {
        return .outOfBounds
      }
    }
    if let step = field.step, step.signum > 0 {
      let distance = number - (field.lower?.value ?? Exact(0))
      if !distance.divided(by: step).isInteger { return .offStep }
    }
    return nil
  }

  /// Writes a number as its column keeps numbers, or puts it aside for `ColumnJoin`.
  private mutating func storeNumber(_ number: Exact, _ plan: ColumnPlan) {
    if plan.action == .scaled, let raw = plan.raw(number), raw.magnitude < UInt64(Int32.max) - 4 {
      plan.cells.storeBytes(of: Int32(raw), toByteOffset: row * 4, as: Int32.self)
    } else if plan.action == .wide, let micros = number.micros.flatMap(Micros.fitting) {
      plan.cells.storeBytes(
        of: Word(immediate: micros).bits, toByteOffset: row * 8, as: Int64.self)
    } else {
      pending.append(PendingNumber(row: row, field: Int(plan.field), value: number))
      if plan.action == .scaled {
        plan.cells.storeBytes(of: ColumnPlan.pending32, toByteOffset: row * 4, as: Int32.self)
      } else {
        plan.cells.storeBytes(of: ColumnPlan.pending64, toByteOffset: row * 8, as: Int64.self)
      }
    }
  }

  private mutating func readDate(_ bytes: [UInt8], _ plan: ColumnPlan) -> CellFault.Reason? {
    let day = TimeOfDay.day(of: bytes) ?? bytes[...]
    if let date = Self.internationalDate(Array(day)) {
      store(Word(immediate: Int64(date.days)), plan)
      return nil
    }
    switch CalendarDate.parse(day) {
    case .success(let date):
      store(Word(immediate: Int64(date.days)), plan)
      return nil
    case .failure(let problem): return .date(problem)
    }
  }

  /// `2026-10-14`.
  private static func internationalDate(_ bytes: [UInt8]) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == Byte.minus, bytes[7] == Byte.minus else { return nil }
    var parts = [0, 0, 0]
    for (index, byte) in bytes.enumerated() where index != 4 && index != 7 {
      guard byte &- Byte.zero < 10 else { return nil }
      let part = index < 4 ? 0 : index < 7 ? 1 : 2
      parts[part] = parts[part] * 10 + Int(byte - Byte.zero)
    }
    return CalendarDate(day: parts[2], month: parts[1], year: parts[0])
  }

  // MARK: Texts with a meaning

  /// What a text stands for in its column: its number in a pool, a position, an absence; more
  /// than a byte holds when a code is unknown.
  func meaning(
    of bytes: UnsafeBufferPointer<UInt8>, number: Int, _ field: FieldSpec
  ) -> UInt32 {
    let isCode =
      switch field.kind {
      case .truth, .level, .award: true
      default: false
      }
    if field.mayBeNotApplicable, NotApplicable.matches(bytes) {
      return isCode ? UInt32(ColumnStorage.codeNotApplicable) : ColumnStorage.textNotApplicable
    }
    guard isCode else { return UInt32(number) }
    let key = VietnameseText.lookupKey(bytes)
    if case .level(let levels) = field.kind {
      let position = levels.firstIndex { VietnameseText.lookupKey($0) == key }
      return position.map(UInt32.init) ?? .max
    }
    switch key {
    // Beside what people write: PostgreSQL has t and f, Access -1.
    case "có", "đúng", "x", "1", "true", "t", "yes", "-1": return 1
    case "không", "sai", "0", "false", "f", "no": return 0
    default: return field.kind == .award ? Self.awardState(key) : .max
    }
  }

  private static func awardState(_ key: String) -> UInt32 {
    switch key {
    case "không đạt": 0
    case "đạt": 1
    case "chờ hội đồng": 2
    case "chưa xét": 3
    default: .max
    }
  }

  // MARK: Rows of a wrong length

  /// Blank cells from `column` on, and one finding.
  @inline(never)
  mutating func fillShortRow(from column: Int, _ start: UnsafePointer<UInt8>) {
    for missing in column..<columnCount { storeBlank(plans[missing]) }
    // An unclosed quote swallowed the rest of the file and has been told.
    if case .unclosedQuote? = faults.last?.reason { return }
    addFault(.tooFewCells(column), at: start, column, value: "")
  }

  /// Passes cells behind the last column; those that hold something are findings.
  @inline(never)
  mutating func endLongRow(
    at separatorPlace: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8> {
    var place = separatorPlace
    var column = columnCount
    var isTold = false
    while place.pointee == separator, place < scanner.end {
      let cell = scanner.cell(at: place + 1)
      if !isTold, !CellScanner.trimmed(cell.content).isEmpty {
        report(.tooManyCells, at: place + 1, column, cell)
        isTold = true
      }
      place = cell.next
      column += 1
    }
    return scanner.afterLineEnd(place)
  }

  // MARK: Findings

  private mutating func report(
    _ reason: CellFault.Reason, at start: UnsafePointer<UInt8>, _ column: Int,
    _ cell: CellScanner.Cell
  ) {
    var value = ""
    if faults.count < CellFault.limit {
      let shown = CellScanner.Cell(
        content: UnsafeBufferPointer(rebasing: cell.content.prefix(400)), next: cell.next,
        hasDoubledQuotes: false)
      value = String(decoding: CellScanner.text(of: shown), as: UTF8.self)
    }
    addFault(reason, at: start, column, value: value)
  }

  private mutating func addFault(
    _ reason: CellFault.Reason, at start: UnsafePointer<UInt8>, _ column: Int, value: String
  ) {
    faultCount += 1
    guard faults.count < CellFault.limit else { return }
    faults.append(
      CellFault(
        offset: start - textStart, column: column, value: value, reason: reason))
  }
}
