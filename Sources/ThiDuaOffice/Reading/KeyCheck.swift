// Whether each row is somebody else. In: the key columns of a table. Out: pairs of rows with the
// same key.
// Invariant: equal keys are found by content, whatever the layout of the columns; each later row
// is told with the first row of its key; rows with a blank in the key are left out (they are
// findings already).
//
// Hashes are sorted and only neighbours compared: a hash table of a million entries misses the
// cache at every step and takes five times as long.

import ThiDuaMachine
import ThiDuaNumber

/// Rows that are one subject twice.
public enum KeyCheck {
  /// Later rows whose key an earlier row has, by later row, at most `limit` of them; and how many
  /// there are.
  public static func duplicates(
    of columns: [ColumnStorage], rowCount: Int, texts: TextTable, workers: Int, limit: Int
  ) -> (found: [(row: Int, first: Int)], total: Int) {
    guard !columns.isEmpty, rowCount > 1 else { return ([], 0) }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: rowCount * 2)
    defer { words.deallocate() }
    Workers.parallelRows(count: rowCount, minimumChunk: 16_384, workers: workers) { range, _ in
      for row in range {
        words[row] = UInt64(hash(columns, row, texts)) << 32 | UInt64(row)
      }
    }
    RadixSort.sort(
      words, spare: words + rowCount, count: rowCount, lowBit: 32, highBit: 64, workers: workers)
    var found: [(row: Int, first: Int)] = []
    var start = 0
    while start < rowCount {
      var end = start + 1
      while end < rowCount, words[end] >> 32 == words[start] >> 32 { end += 1 }
      if end - start > 1 {
        let rows = (start..<end).map { Int(words[$0] & 0xFFFF_FFFF) }
        compare(rows, columns, texts, into: &found)
      }
      start = end
    }
    found.sort { $0.row < $1.row }
    return (Array(found.prefix(limit)), found.count)
  }

  /// Rows of one hash, ascending: nearly always all equal or all different.
  private static func compare(
    _ rows: [Int], _ columns: [ColumnStorage], _ texts: TextTable,
    into found: inout [(row: Int, first: Int)]
  ) {
    var firsts: [Int] = []
    for row in rows {
      if columns.contains(where: { $0.word(row).isBlank || $0.word(row).isNotApplicable }) {
        continue
      }
      if let first = firsts.first(where: { areEqual(columns, $0, row, texts) }) {
        found.append((row, first))
      } else {
        firsts.append(row)
      }
    }
  }

  private static func hash(_ columns: [ColumnStorage], _ row: Int, _ texts: TextTable) -> UInt32 {
    var result: UInt64 = 0
    for column in columns {
      let word = column.word(row)
      let part: UInt64
      if word.isText {
        part = UInt64(texts[word.index].hash)
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

  private static func areEqual(
    _ columns: [ColumnStorage], _ a: Int, _ b: Int, _ texts: TextTable
  ) -> Bool {
    columns.allSatisfy { column in
      let (first, second) = (column.word(a), column.word(b))
      if first.isText, second.isText { return texts.areEqual(first.index, second.index) }
      if first.isException, second.isException {
        return column.exceptions[first.index] == column.exceptions[second.index]
      }
      return first == second
    }
  }
}
