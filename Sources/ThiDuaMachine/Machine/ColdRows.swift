// Columns, rows and subjects off the fast path: cells with long numbers, lists of subjects, look-ups,
// results that need a place beside their column.

extension Machine {
  /// The row of a subject in a column that exists.
  private func row(of subject: Word, in storage: ColumnStorage) throws(Trap) -> Int {
    if subject.isBlank { throw Trap(.blankUsed) }
    if subject.isNotApplicable { throw Trap(.notApplicableUsed) }
    let row = Int(subject.immediate)
    guard row >= 0, row < storage.rowCount else { throw Trap(.notComputed) }
    return row
  }

  mutating func load(input: Int, of subject: Word) throws(Trap) -> Word {
    guard let storage = image.storage(input) else { throw Trap(.notComputed) }
    if storage.layout == .lists { return try loadList(input: input, of: subject) }
    let word = storage.word(try row(of: subject, in: storage))
    return word.isException ? try heap.makeNumber(storage.exceptions[word.index]) : word
  }

  mutating func loadList(input: Int, of subject: Word) throws(Trap) -> Word {
    guard let storage = image.storage(input) else { throw Trap(.notComputed) }
    let row = try row(of: subject, in: storage)
    let range = Int(storage.listStarts[row])..<Int(storage.listStarts[row + 1])
    try charge(range.count / 8)
    let list = try heap.makeList(capacity: range.count)
    for index in range {
      try heap.append(Word(immediate: Int64(storage.listRows[index])), to: list)
    }
    return list
  }

  func startInverse(
    _ iterator: UnsafeMutablePointer<Int64>, input: Int, subject: Word
  ) throws(Trap) {
    guard let storage = image.storage(input), storage.layout == .lists else {
      throw Trap(.notComputed)
    }
    let row = try row(of: subject, in: storage)
    iterator[0] = Word(immediate: Int64(storage.listStarts[row])).bits
    iterator[1] = Word(immediate: Int64(storage.listStarts[row + 1])).bits
    iterator[2] = Word(immediate: Int64(input)).bits
  }

  mutating func allSubjects(_ kind: Int) throws(Trap) -> Word {
    let count = image.tables[kind].rowCount
    try charge(count / 8)
    let list = try heap.makeList(capacity: count)
    for row in 0..<count { try heap.append(Word(immediate: Int64(row)), to: list) }
    return list
  }

  mutating func find(
    kind: Int, key: Word, mayLack: Bool = false
  ) throws(Trap) -> Word {
    try requireValues(key, key)
    scratch.removeAll(keepingCapacity: true)
    try textOf(key, heap.isText(key) ? .text : .number, decimals: -1)
    let found = indexes.index(of: kind, in: image).find(scratch)
    scratch.removeAll(keepingCapacity: true)
    switch found {
    case .row(let row): return Word(immediate: Int64(row))
    case .none where mayLack: return .blank
    case .none: throw trap(.unknownSubject, operand: 0, key)
    case .several: throw trap(.ambiguousSubject, operand: 0, key)
    }
  }

  /// Stores a result that is no plain word: at once when the column can hold it, else set aside.
  mutating func store(_ word: Word, output: Int) throws(Trap) {
    guard let view = outputs?[output] else { return }
    switch view.layout {
    case .text where !word.isObject:
      let raw: UInt32 =
        word.isText
        ? UInt32(truncatingIfNeeded: word.index)
        : word.isBlank ? ColumnStorage.textBlank : ColumnStorage.textNotApplicable
      view.base.storeBytes(of: raw, toByteOffset: position * 4, as: UInt32.self)
    case .word, .text, .lists:
      pending.append(PendingCell(output: output, position: position, value: heap.value(word)))
      if view.layout == .word {
        view.base.storeBytes(of: Word.blank.bits, toByteOffset: position * 8, as: Int64.self)
      }
    case .code, .scaled, .grouped:
      assertionFailure("results are words, texts, codes or lists")
    }
  }
}
