// Rows put in order by columns. In: rows, keys, perhaps groups. Out: the rows in order, and which
// neighbours are equal in all keys. Invariant: stable (rows equal in all keys keep data order);
// the same with any number of threads; exact for every number.
//
// Keys become whole numbers that are packed with the row's position into 64 bits and sorted by
// radix; what the numbers cannot tell (texts after other keys, rationals) is compared only inside
// the ties they leave.

import ThiDuaMachine
import ThiDuaText

/// Rows in order, best first.
public struct RowOrder {
  /// Row numbers; group by group when there are groups.
  public let rows: [Int32]
  /// `startsClass[i]`: row i differs from row i - 1 in some key or in its group.
  public let startsClass: [Bool]

  /// Puts `rows` (ascending) in order of `grouping` (by first appearance) and then of `keys`.
  public init(
    rows: [Int32], keys: [SortKey], grouping: Grouping? = nil, texts: TextTable, workers: Int = 1
  ) {
    let sorter = Sorter(rows, keys, grouping, texts, workers)
    let positions = sorter.sorted()
    startsClass = sorter.classes(positions)
    self.rows = positions.map { rows[Int($0)] }
  }

  /// All rows of `0 ..< rowCount` in order.
  public init(
    rowCount: Int, keys: [SortKey], grouping: Grouping? = nil, texts: TextTable, workers: Int = 1
  ) {
    self.init(
      rows: Array(0..<Int32(rowCount)), keys: keys, grouping: grouping, texts: texts,
      workers: workers)
  }
}

private struct Sorter {
  let rows: [Int32]
  let keys: [OrderKey]
  let workers: Int
  /// Ordinals by position, from the most to the least significant; the group's first.
  private var columns: [Column] = []
  /// Keys from here on are compared inside ties of the ordinals.
  private var compared: ArraySlice<OrderKey>
  private let groups: GroupOrdinals?

  private struct Column {
    var ordinals: UnsafeMutablePointer<UInt64>
    var bits: Int
  }

  /// `bits` bits of a column above `shift`.
  private struct Piece {
    var ordinals: UnsafeMutablePointer<UInt64>
    var shift: UInt64
    var bits: UInt64
  }

  init(
    _ rows: [Int32], _ sortKeys: [SortKey], _ grouping: Grouping?, _ texts: TextTable,
    _ workers: Int
  ) {
    self.rows = rows
    self.workers = workers
    groups = grouping.map { GroupOrdinals($0, rows) }
    if let groups { columns.append(Column(ordinals: groups.ordinals, bits: groups.bits)) }
    var ready: [OrderKey] = []
    for key in sortKeys {
      ready.append(
        OrderKey(
          key, rows: rows, texts: texts, isFirst: ready.isEmpty && grouping == nil,
          workers: workers))
    }
    keys = ready
    var complete = 0
    while complete < ready.count, ready[complete].isComplete { complete += 1 }
    compared = ready[complete...]
    for key in ready.prefix(complete + 1) where key.bits > 0 {
      columns.append(Column(ordinals: key.ordinals, bits: key.bits))
    }
  }

  /// Positions in order.
  func sorted() -> [Int32] {
    let count = rows.count
    guard count > 1 else { return Array(0..<Int32(count)) }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count * 2)
    defer { words.deallocate() }
    let positionBits = UInt64(64 - UInt64(count - 1).leadingZeroBitCount)
    for position in 0..<count { words[position] = UInt64(position) }
    for batch in batches(room: 64 - positionBits) {
      Workers.parallelRows(count: count, minimumChunk: 32_768, workers: workers) { range, _ in
        pack(batch, words, range, positionBits)
      }
      RadixSort.sort(
        words, spare: words + count, count: count, lowBit: Int(positionBits),
        highBit: Int(positionBits + batch.reduce(0) { $0 + $1.bits }))
    }
    let mask = (1 as UInt64) << positionBits &- 1
    var result = (0..<count).map { Int32(truncatingIfNeeded: words[$0] & mask) }
    if !compared.isEmpty { compareTies(&result) }
    return result
  }

  /// Pieces that fit beside a position, least significant batch first.
  private func batches(room: UInt64) -> [[Piece]] {
    var result: [[Piece]] = []
    var batch: [Piece] = []
    var free = room
    for column in columns.reversed() {
      var shift: UInt64 = 0
      while shift < UInt64(column.bits) {
        let bits = min(UInt64(column.bits) - shift, free)
        batch.insert(Piece(ordinals: column.ordinals, shift: shift, bits: bits), at: 0)
        shift += bits
        free -= bits
        if free == 0 {
          result.append(batch)
          batch = []
          free = room
        }
      }
    }
    if !batch.isEmpty { result.append(batch) }
    return result
  }

  /// Replaces what stands above the positions by the pieces.
  private func pack(
    _ batch: [Piece], _ words: UnsafeMutablePointer<UInt64>, _ range: Range<Int>,
    _ positionBits: UInt64
  ) {
    let mask = (1 as UInt64) << positionBits &- 1
    for index in range { words[index] &= mask }
    var shift = positionBits
    for piece in batch.reversed() {
      let pieceMask = (1 as UInt64) << piece.bits &- 1
      for index in range {
        let ordinal = piece.ordinals[Int(words[index] & mask)]
        words[index] |= (ordinal >> piece.shift & pieceMask) << shift
      }
      shift += piece.bits
    }
  }

  // MARK: Ties

  private func compareTies(_ positions: inout [Int32]) {
    var start = 0
    while start < positions.count {
      var end = start + 1
      while end < positions.count, haveSameOrdinals(positions[start], positions[end]) { end += 1 }
      if end - start > 1 { sortTie(&positions[start..<end]) }
      start = end
    }
  }

  private func sortTie(_ positions: inout ArraySlice<Int32>) {
    let first = compared.first!
    guard first.isText, positions.count > 8 else {
      positions.sort { a, b in
        let order = compare(a, b)
        return order == 0 ? a < b : order < 0
      }
      return
    }
    // A sort key a row, made once instead of at every comparison.
    var keyed = positions.map { (position: $0, key: first.collationKey(Int(rows[Int($0)]))) }
    keyed.sort { a, b in
      if let x = a.key, let y = b.key, x != y {
        return x.lexicographicallyPrecedes(y) != first.isDescending
      }
      let order = compare(a.position, b.position)
      return order == 0 ? a.position < b.position : order < 0
    }
    for (place, item) in zip(positions.indices, keyed) { positions[place] = item.position }
  }

  @inline(__always)
  private func haveSameOrdinals(_ a: Int32, _ b: Int32) -> Bool {
    for column in columns where column.ordinals[Int(a)] != column.ordinals[Int(b)] {
      return false
    }
    return true
  }

  private func compare(_ a: Int32, _ b: Int32) -> Int {
    for key in compared {
      let order = key.compare(Int(rows[Int(a)]), Int(rows[Int(b)]))
      if order != 0 { return order }
    }
    return 0
  }

  /// Where a new class begins among sorted positions.
  func classes(_ positions: [Int32]) -> [Bool] {
    var starts = [Bool](repeating: true, count: positions.count)
    guard positions.count > 1 else { return starts }
    starts.withUnsafeMutableBufferPointer { starts in
      positions.withUnsafeBufferPointer { positions in
        _ = Workers.parallelRows(
          count: positions.count - 1, minimumChunk: 32_768, workers: workers
        ) { range, _ in
          for index in range {
            let (a, b) = (positions[index], positions[index + 1])
            starts[index + 1] = !haveSameOrdinals(a, b) || compare(a, b) != 0
          }
        }
      }
    }
    return starts
  }
}

/// Groups as the first key; rows of none come before the first group.
private final class GroupOrdinals {
  let ordinals: UnsafeMutablePointer<UInt64>
  let bits: Int

  init(_ grouping: Grouping, _ rows: [Int32]) {
    ordinals = .allocate(capacity: max(rows.count, 1))
    for (position, row) in rows.enumerated() {
      ordinals[position] = UInt64(max(grouping.groupOf[Int(row)], Grouping.none) + 1)
    }
    bits = 64 - UInt64(grouping.groupCount).leadingZeroBitCount
  }

  deinit { ordinals.deallocate() }
}
