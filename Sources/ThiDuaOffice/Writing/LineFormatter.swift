// Lines of a CSV file as bytes, a block at a time. In: ranges of lines. Out: their bytes.
// Invariant: lines of a range stand in order; numbers that cannot be written are kept with their
// line. One thread at a time; all that the inner loop touches are plain words, because a
// reference counted or checked for exclusive access at every cell costs as much as the
// formatting.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// A number without a last decimal in a column that shows all of them.
struct EndlessNumber {
  var line: Int
  var column: Int
  var value: Exact
}

/// Formats ranges of lines into a buffer of its own.
struct LineFormatter: ~Copyable {
  /// Findings kept: of each formatter, and of the file.
  static let limit = 50
  private static let blockLines = 256

  private(set) var endless: [EndlessNumber] = []
  private let columns: [CSVColumn]
  private let plans: UnsafeMutablePointer<CellPlan>
  private let names: [CellNames?]
  private var writer: CellWriter
  /// The words of a block, column by column, and the texts of those that are texts.
  private let words: UnsafeMutablePointer<Int64>
  private let entries: UnsafeMutablePointer<TextTable.Entry>
  private let texts: TextTable

  init(_ document: CSVDocument, _ texts: TextTable) {
    self.texts = texts
    columns = document.columns
    names = columns.map { CellNames.make($0.form, style: document.style) }
    plans = .allocate(capacity: max(1, columns.count))
    for index in columns.indices {
      (plans + index).initialize(to: CellPlan(columns[index].form, names[index]))
    }
    let room = Self.blockLines * max(1, columns.count)
    words = .allocate(capacity: room)
    entries = .allocate(capacity: room)
    writer = CellWriter(
      style: document.style,
      capacity: min(document.lineCount, CSVWriter.chunkLines) * columns.count * 10)
  }

  deinit {
    plans.deallocate()
    words.deallocate()
    entries.deallocate()
  }

  /// What the last `format` made; valid until the next one.
  var bytes: UnsafeRawBufferPointer { writer.bytes }

  mutating func format(_ lines: Range<Int>) {
    writer.removeAll()
    var first = lines.lowerBound
    while first < lines.upperBound {
      let block = first..<min(first + Self.blockLines, lines.upperBound)
      for index in columns.indices {
        CellGather.gather(
          columns[index], block, into: words + index * Self.blockLines,
          entries: entries + index * Self.blockLines, texts)
      }
      for line in block { formatLine(line, line - first) }
      first = block.upperBound
    }
  }

  @inline(__always)
  private mutating func formatLine(_ line: Int, _ place: Int) {
    let count = columns.count
    let before = writer.count
    for index in 0..<count {
      if index > 0 { writer.separate() }
      formatCell(line, index, place)
    }
    if count == 1, writer.count == before { writer.emptyQuotes() }
    writer.endLine()
  }

  @inline(__always)
  private mutating func formatCell(_ line: Int, _ index: Int, _ place: Int) {
    let slot = index &* Self.blockLines &+ place
    let word = Word(bits: words[slot])
    let plan = plans + index
    guard plan.pointee.action != .custom else {
      formatCustom(word, line, index)
      return
    }
    if word.isImmediate {
      switch plan.pointee.action {
      case .number: writer.number(micros: word.immediate)
      case .fixed: writer.number(micros: word.immediate, places: plan.pointee.places)
      case .names: writer.raw(plan.pointee.name(word.immediate))
      case .date: writer.date(days: Int32(truncatingIfNeeded: word.immediate))
      case .anyNumber: formatNumber(Exact(micros: word.immediate), line, index)
      case .text, .custom: break
      }
    } else if word.isText {
      writer.text(entries[slot].bytes)
    } else {
      formatOdd(word, line, index)
    }
  }

  @inline(never)
  private mutating func formatOdd(_ word: Word, _ line: Int, _ index: Int) {
    if word.isNotApplicable {
      writer.text("không áp dụng")
    } else if word.isException {
      formatNumber(columns[index].storage.exceptions[word.index], line, index)
    }
  }

  @inline(never)
  private mutating func formatCustom(_ word: Word, _ line: Int, _ index: Int) {
    guard case .custom(let text) = columns[index].form, !word.isBlank else { return }
    writer.text(
      word.isNotApplicable ? "không áp dụng" : text(CellGather.cell(columns[index], line)))
  }

  @inline(never)
  private mutating func formatNumber(_ value: Exact, _ line: Int, _ index: Int) {
    var shown = value
    var places: Int?
    var isRatio = false
    switch columns[index].form {
    case .number(let decimals): places = decimals
    case .ratio(let decimals):
      places = decimals
      isRatio = true
      shown = value * Exact(100)
    case .text, .date, .truth, .names, .custom: break
    }
    if places == nil, !NumberText.isPrintableExactly(shown) {
      if endless.count < Self.limit {
        endless.append(EndlessNumber(line: line, column: index, value: value))
      }
      return
    }
    writer.number(shown, places: places)
    if isRatio { writer.percentSign() }
  }
}

/// How an immediate of a column is written.
private struct CellPlan {
  enum Action: UInt8 {
    case number
    /// `places` decimals, 0 ... 6.
    case fixed
    /// A percentage, or more decimals than micros have.
    case anyNumber
    case date
    case names
    case text
    case custom
  }

  let action: Action
  private(set) var places = 0
  private var names = UnsafePointer<UnsafeBufferPointer<UInt8>>(bitPattern: 16)!
  private var nameCount: Int64 = 0

  init(_ form: CSVColumn.Form, _ names: CellNames?) {
    switch form {
    case .number(nil): action = .number
    case .number(let decimals?):
      action = 0...6 ~= decimals ? .fixed : .anyNumber
      places = decimals
    case .ratio: action = .anyNumber
    case .date: action = .date
    case .truth, .names: action = .names
    case .text: action = .text
    case .custom: action = .custom
    }
    if let names {
      self.names = UnsafePointer(names.slices)
      nameCount = Int64(names.count)
    }
  }

  @inline(__always)
  func name(_ code: Int64) -> UnsafeBufferPointer<UInt8> {
    code >= 0 && code < nameCount ? names[Int(code)] : UnsafeBufferPointer(start: nil, count: 0)
  }
}

/// Texts by code, as they stand in the file.
private final class CellNames {
  let slices: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  let count: Int
  private let storage: UnsafeMutablePointer<UInt8>

  static func make(_ form: CSVColumn.Form, style: NumberStyle) -> CellNames? {
    switch form {
    case .truth: CellNames(["không", "có"], style: style)
    case .names(let names): CellNames(names, style: style)
    case .number, .ratio, .text, .date, .custom: nil
    }
  }

  private init(_ names: [String], style: NumberStyle) {
    var writer = CellWriter(style: style, capacity: 256)
    var ends: [Int] = []
    for name in names {
      writer.text(name)
      ends.append(writer.count)
    }
    count = names.count
    storage = .allocate(capacity: max(1, writer.count))
    storage.update(from: writer.start, count: writer.count)
    slices = .allocate(capacity: max(1, count))
    var start = 0
    for (index, end) in ends.enumerated() {
      (slices + index).initialize(
        to: UnsafeBufferPointer(start: storage + start, count: end - start))
      start = end
    }
  }

  deinit {
    storage.deallocate()
    slices.deallocate()
  }
}

/// Collects the cells of a block of lines from wherever the order put them.
private enum CellGather {
  /// The cell of a line.
  static func cell(_ column: CSVColumn, _ line: Int) -> Int {
    column.cells.map { Int($0[line]) } ?? line
  }

  static func gather(
    _ column: CSVColumn, _ block: Range<Int>, into words: UnsafeMutablePointer<Int64>,
    entries: UnsafeMutablePointer<TextTable.Entry>, _ texts: TextTable
  ) {
    let count = block.count
    if let cells = column.cells {
      cells.withUnsafeBufferPointer { cells in
        let cells = cells.baseAddress! + block.lowerBound
        gather(column.storage, count, words) { Int(cells[$0]) }
      }
    } else {
      let first = block.lowerBound
      gather(column.storage, count, words) { first &+ $0 }
    }
    guard column.storage.layout == .text else { return }
    let table = texts.entries
    for place in 0..<count where words[place] & 7 == 3 {
      (entries + place).initialize(to: table[Int(words[place] &>> 3)])
    }
    // Touching every text once brings them into the cache together.
    var touched: UInt8 = 0
    for place in 0..<count where words[place] & 7 == 3 && entries[place].length > 0 {
      touched |= entries[place].start.pointee
    }
    keep(touched)
  }

  @inline(never)
  private static func keep(_ byte: UInt8) {}

  @inline(__always)
  private static func gather(
    _ storage: ColumnStorage, _ count: Int, _ words: UnsafeMutablePointer<Int64>,
    _ cell: (Int) -> Int
  ) {
    let base = UnsafeRawPointer(storage.base)
    switch storage.layout {
    case .word:
      for place in 0..<count {
        words[place] = base.load(fromByteOffset: cell(place) &* 8, as: Int64.self)
      }
    case .scaled:
      let multiplier = storage.multiplier
      for place in 0..<count {
        let raw = base.load(fromByteOffset: cell(place) &* 4, as: Int32.self)
        words[place] =
          raw > ColumnStorage.scaledNotApplicable
          ? Int64(raw) &* multiplier : storage.word(cell(place)).bits
      }
    case .code:
      for place in 0..<count {
        let raw = base.load(fromByteOffset: cell(place), as: UInt8.self)
        words[place] =
          raw < ColumnStorage.codeNotApplicable
          ? Int64(raw) &<< 1 : storage.word(cell(place)).bits
      }
    case .text:
      for place in 0..<count {
        let raw = base.load(fromByteOffset: cell(place) &* 4, as: UInt32.self)
        words[place] =
          raw < ColumnStorage.textNotApplicable
          ? Int64(raw) &<< 3 | 3 : storage.word(cell(place)).bits
      }
    case .grouped:
      for place in 0..<count { words[place] = storage.word(cell(place)).bits }
    case .lists:
      // Not blank: the text of a list is asked for.
      for place in 0..<count { words[place] = 0 }
    }
  }
}
