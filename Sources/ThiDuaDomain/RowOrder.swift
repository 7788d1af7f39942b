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
    let (positions, starts) = sorter.sorted()
    startsClass = starts
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

  /// Positions in order, and where a new class begins among them.
  func sorted() -> (positions: [Int32], startsClass: [Bool]) {
    let count = rows.count
    var starts = [Bool](repeating: true, count: count)
    guard count > 1 else { return (Array(0..<Int32(count)), starts) }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count * 2)
    defer { words.deallocate() }
    let positionBits = UInt64(64 - UInt64(count - 1).leadingZeroBitCount)
    for position in 0..<count { words[position] = UInt64(position) }
    let batches = batches(room: 64 - positionBits)
    for batch in batches {
      Workers.parallelRows(count: count, minimumChunk: 32_768, workers: workers) { range, _ in
        pack(batch, words, range, positionBits)
      }
      RadixSort.sort(
        words, spare: words + count, count: count, lowBit: Int(positionBits),
        highBit: Int(positionBits + batch.reduce(0) { $0 + $1.bits }), workers: workers)
    }
    let positions = [Int32](unsafeUninitializedCapacity: count) { positions, initialized in
      let positions = positions.baseAddress!
      starts.withUnsafeMutableBufferPointer { starts in
        let starts = starts.baseAddress!
        Workers.parallelRows(count: count, minimumChunk: 32_768, workers: workers) { range, _ in
          unpack(words, range, positionBits, holdAll: batches.count <= 1, positions, starts)
        }
        if !compared.isEmpty { compareTies(positions, starts, count) }
      }
      initialized = count
    }
    return (positions, starts)
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

  /// Reads sorted words: neighbours that differ above their positions begin a class, and when the
  /// words do not hold all ordinals, those that differ in others too.
  private func unpack(
    _ words: UnsafeMutablePointer<UInt64>, _ range: Range<Int>, _ positionBits: UInt64,
    holdAll: Bool, _ positions: UnsafeMutablePointer<Int32>, _ starts: UnsafeMutablePointer<Bool>
  ) {
    let mask = (1 as UInt64) << positionBits &- 1
    for index in range {
      let word = words[index]
      let position = Int32(truncatingIfNeeded: word & mask)
      (positions + index).initialize(to: position)
      guard index > 0, (word ^ words[index - 1]) >> positionBits == 0 else { continue }
      starts[index] =
        !holdAll
        && !haveSameOrdinals(Int32(truncatingIfNeeded: words[index - 1] & mask), position)
    }
  }

  /// Sorts by the keys that are left what the ordinals left equal.
  private func compareTies(
    _ positions: UnsafeMutablePointer<Int32>, _ starts: UnsafeMutablePointer<Bool>, _ count: Int
  ) {
    Workers.parallelRuns(
      count: count, minimumChunk: 4096, workers: workers, startsRun: { starts[$0] }
    ) { range, _ in
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, !starts[end] { end += 1 }
        if end - start > 1 { sortTie(positions + start, starts + start, end - start) }
        start = end
      }
    }
  }

  private func sortTie(
    _ positions: UnsafeMutablePointer<Int32>, _ starts: UnsafeMutablePointer<Bool>, _ count: Int
  ) {
    let first = compared.first!
    guard first.isText else {
      var tie = UnsafeMutableBufferPointer(start: positions, count: count)
      tie.sort { a, b in
        let order = compare(a, b)
        return order == 0 ? a < b : order < 0
      }
      for index in 1..<count {
        starts[index] = compare(positions[index - 1], positions[index]) != 0
      }
      return
    }
    // A sort key a row, made once instead of at every comparison.
    var keyed = (0..<count).map { index in
      let position = positions[index]
      return (position: position, key: first.collationKey(Int(rows[Int(position)])))
    }
    keyed.sort { a, b in
      if let x = a.key, let y = b.key, x != y {
        return x.lexicographicallyPrecedes(y) != first.isDescending
      }
      let order = compare(a.position, b.position)
      return order == 0 ? a.position < b.position : order < 0
    }
    for index in 0..<count {
      positions[index] = keyed[index].position
      guard index > 0 else { continue }
      starts[index] =
        keyed[index - 1].key != keyed[index].key
        || compare(positions[index - 1], positions[index]) != 0
    }
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
