// Several workers' columns become one. In: parsers that are done, their storages and the plans.
// Out: storages of exactly the rows read, texts numbered in the campaign's table, numbers that
// did not fit put where they belong.
// Invariant: the result does not depend on how many parsers there were: texts enter the table
// column by column in row order, numbers kept aside in row order.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// What one parser read, or several that follow each other.
struct RowsRead {
  var pieces: [ParsedPiece] = []
  var marks: [LoadedTable.Marks] = []
  /// In row order; those beyond the limit are only counted.
  var faults: [CellFault] = []
  var faultCount = 0
  var arenas: [TextArena] = []
  var rowCount = 0
  var stop: UnsafePointer<UInt8>?
  /// False when a parser did not end where the next one began.
  var isWhole = true

  /// Appends what the next parser read.
  mutating func add(_ next: RowsRead, isWhole: Bool) {
    pieces += next.pieces
    for marks in next.marks {
      var marks = marks
      marks.firstRow = rowCount
      self.marks.append(marks)
    }
    faults += next.faults
    faultCount += next.faultCount
    arenas += next.arenas
    rowCount += next.rowCount
    stop = next.stop
    self.isWhole = self.isWhole && isWhole
  }
}

/// What the joiner needs of a parser that is done.
struct ParsedPiece {
  var firstRow: Int
  var rowCount: Int
  /// By column of the file.
  var pools: PoolOwner
  var pending: [RowParser.PendingNumber]
}

enum ColumnJoin {
  /// Enters the pools of a pooled column into the table and numbers the cells accordingly.
  static func joinPools(
    _ pieces: [ParsedPiece], column: Int, plan: ColumnPlan, into texts: TextTable
  ) {
    var maps: [[UInt32]] = []
    for piece in pieces {
      let pool = piece.pools.pools[column]
      maps.append(
        (0..<pool.count).map { number in
          // A text that means an absence is not in the cells.
          pool.values[number] >= ColumnStorage.textNotApplicable
            ? 0 : UInt32(texts.intern(pool.entries[number], copy: false))
        })
    }
    let cells = plan.cells.assumingMemoryBound(to: UInt32.self)
    Workers.run(pieces.count) { index in
      let piece = pieces[index]
      maps[index].withUnsafeBufferPointer { map in
        for row in piece.firstRow..<piece.firstRow + piece.rowCount {
          let raw = cells[row]
          if raw < UInt32(map.count) {
            cells[row] = map[Int(raw)]
          } else if raw < ColumnStorage.textNotApplicable {
            cells[row] = raw & ~RowParser.tableText
          }
        }
      }
    }
  }

  /// A storage without the rows that were not filled between and behind the pieces.
  static func packed(
    _ storage: ColumnStorage, _ pieces: [ParsedPiece], rowCount: Int
  ) -> ColumnStorage {
    if storage.rowCount == rowCount { return storage }
    let width =
      switch storage.layout {
      case .word: 8
      case .scaled, .text, .grouped: 4
      case .code: 1
      case .lists: 0
      }
    let result = ColumnStorage(storage.layout, rowCount: rowCount, multiplier: storage.multiplier)
    var row = 0
    for piece in pieces {
      result.base.advanced(by: row * width).copyMemory(
        from: storage.base.advanced(by: piece.firstRow * width), byteCount: piece.rowCount * width)
      row += piece.rowCount
    }
    return result
  }

  /// Puts numbers kept aside into their cells, in a wider layout where they need one. `rows` are
  /// those of the packed storage, ascending.
  static func settle(
    _ storage: ColumnStorage, _ aside: [(row: Int, value: Exact)]
  ) -> ColumnStorage {
    if aside.isEmpty { return storage }
    if storage.layout == .scaled, let wider = rescaled(storage, aside) { return wider }
    let result: ColumnStorage
    if storage.layout == .word {
      result = storage
    } else {
      result = ColumnStorage(.word, rowCount: storage.rowCount)
      for row in 0..<storage.rowCount { result.store(storage.word(row), at: row) }
    }
    for (row, value) in aside {
      let micros = value.micros.flatMap(Micros.fitting)
      result.store(micros.map { Word(immediate: $0) } ?? result.addException(value), at: row)
    }
    return result
  }

  /// The same cells in four bytes with more decimals, when all numbers fit so.
  private static func rescaled(
    _ storage: ColumnStorage, _ aside: [(row: Int, value: Exact)]
  ) -> ColumnStorage? {
    var multiplier = storage.multiplier
    for (_, value) in aside {
      guard let micros = value.micros.flatMap(Micros.fitting) else { return nil }
      while multiplier > 2, (micros * 2) % multiplier != 0 { multiplier /= 10 }
      guard (micros * 2 / multiplier).magnitude < UInt64(Int32.max) - 4 else { return nil }
    }
    let factor = storage.multiplier / multiplier
    let result = ColumnStorage(.scaled, rowCount: storage.rowCount, multiplier: multiplier)
    let old = storage.base.assumingMemoryBound(to: Int32.self)
    let new = result.base.assumingMemoryBound(to: Int32.self)
    for row in 0..<storage.rowCount {
      let raw = old[row]
      if raw <= ColumnPlan.pending32 {
        new[row] = raw
        continue
      }
      guard let wide = Int32(exactly: Int64(raw) * factor), wide.magnitude < UInt32(Int32.max) - 4
      else { return nil }
      new[row] = wide
    }
    for (row, value) in aside { new[row] = Int32(value.micros! * 2 / multiplier) }
    return result
  }
}
