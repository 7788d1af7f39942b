// One key of an order as a whole number a row. In: a column, its direction, the rows to sort.
// Out: ordinals that stand as the values stand, and a comparison for rows whose ordinals cannot
// tell them apart.
// Invariant: a before b implies ordinal(a) <= ordinal(b); when `isComplete`, equal ordinals mean
// equal values. Values first, then not applicable, blanks last, whichever the direction.
//
// Rows are named by their position in the list being sorted, so that sorting a few rows of a
// large table costs only those few.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// A column to sort by.
public struct SortKey {
  public enum Kind: Sendable {
    /// Numbers, dates, truths, levels, award states, subjects (by data order).
    case ordered
    /// Texts, in Vietnamese order.
    case text
  }
  public var column: ColumnStorage
  public var isDescending: Bool
  public var kind: Kind
  public init(_ column: ColumnStorage, isDescending: Bool = false, kind: Kind = .ordered) {
    self.column = column
    self.isDescending = isDescending
    self.kind = kind
  }
}

/// A key made ready for a list of rows.
final class OrderKey {
  let column: ColumnStorage
  let isDescending: Bool
  let isText: Bool
  private let texts: TextTable
  /// By position; meaningless when `bits` is 0.
  let ordinals: UnsafeMutablePointer<UInt64>
  /// Bits an ordinal takes.
  private(set) var bits = 0
  /// Equal ordinals mean equal values.
  private(set) var isComplete = true

  /// A text column whose texts are mostly different gets ordinals only when `isFirst`: after
  /// other keys comparing inside their ties is less work than a sort key for every row.
  init(_ key: SortKey, rows: [Int32], texts: TextTable, isFirst: Bool, workers: Int) {
    column = key.column
    isDescending = key.isDescending
    isText = key.kind == .text
    self.texts = texts
    ordinals = .allocate(capacity: max(rows.count, 1))
    rows.withUnsafeBufferPointer { rows in
      if isText {
        prepareTexts(rows, isFirst: isFirst, workers)
      } else {
        prepareNumbers(rows, workers)
      }
    }
  }

  deinit { ordinals.deallocate() }

  // MARK: Numbers

  private func prepareNumbers(_ rows: UnsafeBufferPointer<Int32>, _ workers: Int) {
    let base = UnsafeRawPointer(column.base)
    switch column.layout {
    case .scaled: prepare(rows, ScaledCells(base: base), workers)
    case .code: prepare(rows, CodeCells(base: base), workers)
    case .word where column.exceptions.isEmpty: prepare(rows, WordCells(base: base), workers)
    case .word, .grouped, .text, .lists:
      isComplete = column.exceptions.isEmpty
      prepareAny(rows, workers)
    }
  }

  /// Rationals take long to measure: their values are kept for the second look.
  private func prepareAny(_ rows: UnsafeBufferPointer<Int32>, _ workers: Int) {
    let cells = AnyCells(column: column)
    let values = UnsafeMutablePointer<Int64>.allocate(capacity: max(rows.count, 1))
    defer { values.deallocate() }
    Workers.parallelRows(count: rows.count, minimumChunk: 4096, workers: workers) { range, _ in
      for position in range { values[position] = cells.value(Int(rows[position])) }
    }
    Array(0..<Int32(rows.count)).withUnsafeBufferPointer { positions in
      prepare(positions, KeptValues(values: values), workers)
    }
  }

  private func prepare(
    _ rows: UnsafeBufferPointer<Int32>, _ cells: some OrderCells, _ workers: Int
  ) {
    var low = Int64.max
    var high = Int64.min
    var remainders: Int64 = 0
    for row in rows {
      let value = cells.value(Int(row))
      guard value < CellOrder.notApplicable else { continue }
      low = min(low, value)
      high = max(high, value)
      remainders |= value % CellOrder.hundredth
    }
    guard low <= high else {
      bits = 1
      for (position, row) in rows.enumerated() {
        ordinals[position] = cells.value(Int(row)) == CellOrder.blank ? 1 : 0
      }
      return
    }
    // Most numbers have two decimals: fewer bits, fewer passes of the sort.
    let unit = remainders == 0 ? CellOrder.hundredth : 1
    let width = UInt64(bitPattern: (high &- low)) / UInt64(unit)
    let isHalved = width >= UInt64.max / 2
    let top = isHalved ? width >> 1 : width
    // Two more ordinals stand for the absences.
    bits = 64 - (top + 2).leadingZeroBitCount
    if isHalved { isComplete = false }
    let (ordinals, isDescending) = (ordinals, isDescending)
    Workers.parallelRows(count: rows.count, minimumChunk: 32_768, workers: workers) { range, _ in
      for position in range {
        let value = cells.value(Int(rows[position]))
        guard value < CellOrder.notApplicable else {
          ordinals[position] = top + (value == CellOrder.blank ? 2 : 1)
          continue
        }
        let distance = UInt64(bitPattern: isDescending ? high &- value : value &- low)
        let steps = unit == 1 ? distance : distance / UInt64(CellOrder.hundredth)
        ordinals[position] = isHalved ? steps >> 1 : steps
      }
    }
  }

  // MARK: Texts

  private func prepareTexts(
    _ rows: UnsafeBufferPointer<Int32>, isFirst: Bool, _ workers: Int
  ) {
    let limit = max(1024, rows.count / 8)
    var low = Int.max
    var high = -1
    for row in rows {
      let word = column.word(Int(row))
      guard word.isText else { continue }
      low = min(low, word.index)
      high = max(high, word.index)
    }
    var isUsed = [Bool](repeating: false, count: max(0, high - low + 1))
    var different: [Int32] = []
    for row in rows {
      let word = column.word(Int(row))
      if word.isText, !isUsed[word.index - low] {
        isUsed[word.index - low] = true
        different.append(Int32(word.index))
        if !isFirst, different.count > limit {
          isComplete = false
          return
        }
      }
    }
    let (places, top) = TextRanks.make(different, texts: texts, workers: workers)
    var placeOf = [UInt32](repeating: 0, count: isUsed.count)
    for (index, text) in different.enumerated() { placeOf[Int(text) - low] = places[index] }
    bits = 64 - (UInt64(top) + 2).leadingZeroBitCount
    placeOf.withUnsafeBufferPointer { placeOf in
      _ = Workers.parallelRows(count: rows.count, minimumChunk: 32_768, workers: workers) {
        range, _ in
        for position in range {
          let word = column.word(Int(rows[position]))
          if word.isText {
            let place = UInt64(placeOf[word.index - low])
            ordinals[position] = isDescending ? UInt64(top) - place : place
          } else {
            ordinals[position] = UInt64(top) + (word.isBlank ? 2 : 1)
          }
        }
      }
    }
  }

  // MARK: Comparing

  /// The key a text sorts by; nil for an absence.
  func collationKey(_ row: Int) -> [UInt8]? {
    let word = column.word(row)
    return word.isText ? VietnameseText.collationKey(texts[word.index].bytes) : nil
  }

  /// -1, 0 or 1 as row `a` stands before, with or after row `b`, exactly.
  func compare(_ a: Int, _ b: Int) -> Int {
    let (first, second) = (column.word(a), column.word(b))
    guard first.isPresent, second.isPresent else {
      return Self.sign(Self.absence(first), Self.absence(second))
    }
    let result: Int
    if isText {
      result =
        texts.areEqual(first.index, second.index)
        ? 0
        : VietnameseText.compareKeys(
          VietnameseText.collationKey(texts[first.index].bytes),
          VietnameseText.collationKey(texts[second.index].bytes))
    } else if first.isImmediate, second.isImmediate {
      result = Self.sign(first.immediate, second.immediate)
    } else {
      let (x, y) = (number(first), number(second))
      result = x < y ? -1 : y < x ? 1 : 0
    }
    return isDescending ? -result : result
  }

  private func number(_ word: Word) -> Exact {
    word.isException ? column.exceptions[word.index] : Exact(micros: word.immediate)
  }

  private static func absence(_ word: Word) -> Int64 {
    word.isPresent ? 0 : word.isBlank ? 2 : 1
  }

  private static func sign(_ a: Int64, _ b: Int64) -> Int { a < b ? -1 : a > b ? 1 : 0 }
}

/// Values of cells as whole numbers that stand in order.
private enum CellOrder {
  static var blank: Int64 { .max }
  static var notApplicable: Int64 { .max - 1 }
  /// Micros in 0,01.
  static var hundredth: Int64 { 10_000 }
}

/// One way to read a column, chosen once and not at every cell.
private protocol OrderCells {
  func value(_ row: Int) -> Int64
}

private struct ScaledCells: OrderCells {
  let base: UnsafeRawPointer
  @inline(__always) func value(_ row: Int) -> Int64 {
    let raw = base.load(fromByteOffset: row &* 4, as: Int32.self)
    if raw > ColumnStorage.scaledNotApplicable { return Int64(raw) }
    return raw == ColumnStorage.scaledBlank ? CellOrder.blank : CellOrder.notApplicable
  }
}

private struct CodeCells: OrderCells {
  let base: UnsafeRawPointer
  @inline(__always) func value(_ row: Int) -> Int64 {
    let raw = base.load(fromByteOffset: row, as: UInt8.self)
    if raw < ColumnStorage.codeNotApplicable { return Int64(raw) }
    return raw == ColumnStorage.codeBlank ? CellOrder.blank : CellOrder.notApplicable
  }
}

private struct WordCells: OrderCells {
  let base: UnsafeRawPointer
  @inline(__always) func value(_ row: Int) -> Int64 {
    let word = Word(bits: base.load(fromByteOffset: row &* 8, as: Int64.self))
    if word.isImmediate { return word.immediate }
    return word.isBlank ? CellOrder.blank : CellOrder.notApplicable
  }
}

private struct KeptValues: OrderCells {
  let values: UnsafeMutablePointer<Int64>
  @inline(__always) func value(_ row: Int) -> Int64 { values[row] }
}

/// Any layout, rationals as the whole micros below them (beyond a word: the nearest end).
private struct AnyCells: OrderCells {
  let column: ColumnStorage
  func value(_ row: Int) -> Int64 {
    let word = column.word(row)
    if word.isImmediate { return word.immediate }
    guard word.isException else {
      return word.isBlank ? CellOrder.blank : CellOrder.notApplicable
    }
    let number = column.exceptions[word.index]
    let micros = (number * Exact(1_000_000)).floor
    let limit: Int64 = 1 << 62
    guard let whole = micros.int else { return number.isNegative ? -limit : limit }
    return max(-limit, min(limit, Int64(whole)))
  }
}
