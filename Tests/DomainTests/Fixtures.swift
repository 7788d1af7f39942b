// Columns and contexts for the tests of set operations, and a seeded source of random numbers.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// Reproducible random numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A value of a test column.
enum Value: Equatable {
  case number(Exact)
  case text(String)
  case blank
  case notApplicable

  static func whole(_ value: Int) -> Value { .number(Exact(value)) }
}

var plainContext: RuleContext {
  RuleContext(rule: "quy tắc", workers: 2, subject: { "dòng \($0)" })
}

func numbers(_ values: [Value]) -> ColumnStorage {
  let column = ColumnStorage(.word, rowCount: values.count)
  for (row, value) in values.enumerated() {
    switch value {
    case .number(let number):
      let word = number.micros.flatMap(Micros.fitting).map { Word(immediate: $0) }
      column.store(word ?? column.addException(number), at: row)
    case .notApplicable: column.store(.notApplicable, at: row)
    case .blank, .text: column.store(.blank, at: row)
    }
  }
  return column
}

func numbers(_ values: [Int]) -> ColumnStorage { numbers(values.map(Value.whole)) }

/// `shared` false: an entry a cell, as the reader does with names.
func texts(_ values: [Value], in table: TextTable, shared: Bool = true) -> ColumnStorage {
  let column = ColumnStorage(.text, rowCount: values.count)
  for (row, value) in values.enumerated() {
    switch value {
    case .text(let text):
      let index = table.intern(text)
      column.store(Word(text: shared ? index : table.append(table[index])), at: row)
    case .notApplicable: column.store(.notApplicable, at: row)
    case .blank, .number: column.store(.blank, at: row)
    }
  }
  return column
}

func truths(_ values: [Bool]) -> ColumnStorage {
  let column = ColumnStorage(.code, rowCount: values.count)
  for (row, value) in values.enumerated() { column.store(Word(immediate: value ? 1 : 0), at: row) }
  return column
}

func codes(_ values: [UInt8]) -> ColumnStorage {
  let column = ColumnStorage(.code, rowCount: values.count)
  for (row, value) in values.enumerated() {
    column.store(Word(immediate: Int64(value)), at: row)
  }
  return column
}

func codes(of column: ColumnStorage) -> [UInt8] {
  (0..<column.rowCount).map { UInt8(column.word($0).immediate) }
}

/// The cells as numbers; nil for absences.
func cells(_ column: ColumnStorage) -> [Exact?] {
  (0..<column.rowCount).map { row in
    let word = column.word(row)
    if word.isImmediate { return Exact(micros: word.immediate) }
    return word.isException ? column.exceptions[word.index] : nil
  }
}
