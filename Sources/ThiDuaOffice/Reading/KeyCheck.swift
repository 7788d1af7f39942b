// Whether each row is somebody else. In: the key columns of a table. Out: pairs of rows with the
// same key, and pairs whose keys only look the same.
// Invariant: equal keys are found by content, whatever the layout of the columns; each later row
// is told with the first row of its key; rows with a blank in the key are left out (they are
// findings already).
//
// Hashes are sorted and only neighbours compared: a hash table of a million entries misses the
// cache at every step and takes five times as long. The hash is that of `Likeness`, so that one pass
// brings both kinds of pairs together.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// Rows that are one subject twice, or seem to be.
public struct KeyCheck {
  /// Later rows whose key an earlier row has, by later row.
  public private(set) var repeats: [(row: Int, first: Int)] = []
  /// Rows whose key differs from another's only in its look, by row.
  public private(set) var alikes: [AlikeKeys] = []

  let columns: [ColumnStorage]
  let texts: TextTable
  private let rowCount: Int

  /// Looks through the first `rowCount` rows of the key columns.
  public init(of columns: [ColumnStorage], rowCount: Int, texts: TextTable, workers: Int) {
    self.columns = columns
    self.texts = texts
    self.rowCount = rowCount
    guard !columns.isEmpty, rowCount > 1 else { return }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: rowCount * 2)
    defer { words.deallocate() }
    Workers.parallelRows(count: rowCount, minimumChunk: 16_384, workers: workers) { range, _ in
      for row in range {
        words[row] = UInt64(Self.hash(columns, row, texts)) << 32 | UInt64(row)
      }
    }
    RadixSort.sort(
      words, spare: words + rowCount, count: rowCount, lowBit: 32, highBit: 64, workers: workers)
    var candidates: [AlikeKeys] = []
    var start = 0
    while start < rowCount {
      var end = start + 1
      while end < rowCount, words[end] >> 32 == words[start] >> 32 { end += 1 }
      if end - start > 1 {
        let rows = (start..<end).map { Int(words[$0] & 0xFFFF_FFFF) }
        compare(rows, into: &candidates)
      }
      start = end
    }
    repeats.sort { $0.row < $1.row }
    if !candidates.isEmpty { alikes = AlikeKeys.probable(candidates, in: self, rowCount: rowCount) }
  }

  /// Rows of one hash, ascending.
  private mutating func compare(_ rows: [Int], into candidates: inout [AlikeKeys]) {
    let known = rows.filter { row in
      !columns.contains { $0.word(row).isBlank || $0.word(row).isNotApplicable }
    }
    guard known.count > 1 else { return }
    var firsts: [Int] = []
    // Equal keys have equal content hashes; nearly always there is one row, or all are one key.
    var byContent: [UInt32: [Int]] = [:]
    for row in known {
      let content = contentHash(row)
      if let first = byContent[content]?.first(where: { areEqual($0, row) }) {
        repeats.append((row, first))
      } else {
        byContent[content, default: []].append(row)
        firsts.append(row)
      }
    }
    AlikeKeys.find(among: firsts, in: self, into: &candidates)
  }

  /// The same for keys that are alike.
  private static func hash(_ columns: [ColumnStorage], _ row: Int, _ texts: TextTable) -> UInt32 {
    combined(columns, row) { Likeness.hash(texts[$0].bytes) }
  }

  private func contentHash(_ row: Int) -> UInt32 {
    Self.combined(columns, row) { texts[$0].hash }
  }

  @inline(__always)
  private static func combined(
    _ columns: [ColumnStorage], _ row: Int, _ hashOfText: (Int) -> UInt32
  ) -> UInt32 {
    var result: UInt64 = 0
    for column in columns {
      let word = column.word(row)
      let part: UInt64
      if word.isText {
        part = UInt64(hashOfText(word.index))
      } else if word.isException {
        part = UInt64(bitPattern: Int64(column.exceptions[word.index].hashValue))
      } else {
        part = UInt64(bitPattern: word.bits)
      }
      result = (result ^ part) &* 0x9E37_79B9_7F4A_7C15
      result ^= result &>> 32
    }
    return UInt32(truncatingIfNeeded: result)
  }

  private func areEqual(_ a: Int, _ b: Int) -> Bool {
    columns.allSatisfy { areEqual($0, a, b) }
  }

  /// Texts of a row, for messages.
  func shown(_ row: Int, _ columns: [ColumnStorage]) -> String {
    columns.map { column in
      let word = column.word(row)
      return word.isText ? texts.string(word.index) : ""
    }.joined(separator: "; ")
  }

  func areEqual(_ column: ColumnStorage, _ a: Int, _ b: Int) -> Bool {
    let (first, second) = (column.word(a), column.word(b))
    if first.isText, second.isText { return texts.areEqual(first.index, second.index) }
    if first.isException, second.isException {
      return column.exceptions[first.index] == column.exceptions[second.index]
    }
    return first == second
  }
}
