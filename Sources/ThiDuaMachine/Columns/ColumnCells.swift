// Single cells of a column as they lie in memory, for whoever lays other values over a column and takes
// them off again. In: rows and words. Out: raw cells (the bits of the layout, widened to 64).
// Invariant: writing back a raw cell that was read restores the column exactly. Columns of lists have
// no cells. Anyone above ThiDuaMachine may import it.

import ThiDuaNumber

extension ColumnStorage {
  /// The bits of a cell; 0 for lists.
  public func rawCell(_ row: Int) -> Int64 {
    switch layout {
    case .word: base.load(fromByteOffset: row &* 8, as: Int64.self)
    case .scaled, .grouped: Int64(base.load(fromByteOffset: row &* 4, as: Int32.self))
    case .text: Int64(base.load(fromByteOffset: row &* 4, as: UInt32.self))
    case .code: Int64(base.load(fromByteOffset: row, as: UInt8.self))
    case .lists: 0
    }
  }

  /// Puts bits that `rawCell` or `raw` gave into a cell.
  public func setRawCell(_ raw: Int64, at row: Int) {
    switch layout {
    case .word: base.storeBytes(of: raw, toByteOffset: row &* 8, as: Int64.self)
    case .scaled, .grouped:
      base.storeBytes(
        of: Int32(truncatingIfNeeded: raw), toByteOffset: row &* 4, as: Int32.self)
    case .text:
      base.storeBytes(
        of: UInt32(truncatingIfNeeded: raw), toByteOffset: row &* 4, as: UInt32.self)
    case .code:
      base.storeBytes(of: UInt8(truncatingIfNeeded: raw), toByteOffset: row, as: UInt8.self)
    case .lists: break
    }
  }

  /// The bits of a word in this layout; nil when the layout has no room for it.
  public func raw(_ word: Word) -> Int64? {
    switch layout {
    case .word: return word.bits
    case .scaled:
      if word.isBlank { return Int64(Self.scaledBlank) }
      if word.isNotApplicable { return Int64(Self.scaledNotApplicable) }
      guard word.isImmediate, word.bits % multiplier == 0 else { return nil }
      let raw = word.bits / multiplier
      return raw > Int64(Self.scaledNotApplicable) && raw <= Int64(Int32.max) ? raw : nil
    case .text:
      if word.isBlank { return Int64(Self.textBlank) }
      if word.isNotApplicable { return Int64(Self.textNotApplicable) }
      return word.isText ? Int64(word.index) : nil
    case .code:
      if word.isBlank { return Int64(Self.codeBlank) }
      if word.isNotApplicable { return Int64(Self.codeNotApplicable) }
      let isSmall = word.isImmediate && (0..<Int64(Self.codeNotApplicable)).contains(word.immediate)
      return isSmall ? word.immediate : nil
    case .grouped, .lists: return nil
    }
  }

  /// The same cells as words, with room for any value.
  public func widened() -> ColumnStorage {
    let result = ColumnStorage(.word, rowCount: rowCount)
    for number in exceptions { _ = result.addException(number) }
    for row in 0..<rowCount { result.store(word(row), at: row) }
    return result
  }

  /// The cells of `rows` as a column of their own; numbers beside the column come along.
  public func gathered(_ rows: [Int32]) -> ColumnStorage {
    let target: Layout =
      switch layout {
      case .text: .text
      case .code: .code
      case .word, .scaled, .grouped, .lists: .word
      }
    let result = ColumnStorage(target, rowCount: rows.count)
    for (place, row) in rows.enumerated() {
      var word = word(Int(row))
      if word.isException { word = result.addException(exceptions[word.index]) }
      result.store(word, at: place)
    }
    return result
  }

  /// Whether a cell holds the same value as a cell of another column of the same kind.
  public func isSame(
    _ row: Int, as other: ColumnStorage, _ otherRow: Int, texts: TextTable
  ) -> Bool {
    if layout == .lists || other.layout == .lists {
      return layout == other.layout && list(row) == other.list(otherRow)
    }
    let (a, b) = (word(row), other.word(otherRow))
    if a.isText, b.isText { return texts.areEqual(a.index, b.index) }
    if a.isException || b.isException { return number(row) == other.number(otherRow) }
    return a == b
  }

  /// The rows a cell of a column of lists holds.
  public func list(_ row: Int) -> ArraySlice<Int32> {
    listRows[Int(listStarts[row])..<Int(listStarts[row + 1])]
  }
}
