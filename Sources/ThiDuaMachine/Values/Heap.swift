// The objects of one machine: numbers no immediate holds, built texts, lists, dictionaries.
//
// A Word with the object tag holds the index of a slot; a slot owns one block of raw memory:
//   exact        one Exact
//   text         UTF-8 bytes
//   list         words
//   dictionary   capacity entries (key, value, hash; in order of insertion), then 2 × capacity
//                UInt32 cells of open addressing (entry index + 1, or 0)
// Slots below `permanentCount` are constants of the program. The others live while a register, a global
// or another object names them (mark and sweep, at safe points only) or until `reset`.
// Value semantics: `isShared` says that two owners may exist, once set never cleared; whoever changes
// a shared object changes a copy. Numbers never change.
// Raw memory, because arrays in an enum would copy on every change in place and cost reference counts.

import ThiDuaNumber

struct Heap: ~Copyable {
  enum Kind: UInt8 { case free, exact, text, list, dictionary }

  struct Slot {
    var kind: Kind
    var isMarked: Bool
    var isShared: Bool
    /// Of a text, 0 while unknown.
    var hash: UInt32 = 0
    /// Bytes, elements or entries; the next free slot when free.
    var count: Int
    var capacity: Int
    var base: UnsafeMutableRawPointer?
  }

  struct Entry {
    var key: Int64
    var value: Int64
    var hash: UInt32
  }

  let texts: TextTable
  private let memoryLimit: Int
  private(set) var slots: UnsafeMutablePointer<Slot>
  private(set) var slotCount = 0
  private var slotCapacity = 256
  private var firstFree = -1
  private(set) var permanentCount = 0
  /// Bytes owned, garbage included.
  private(set) var bytes = 0
  /// Beyond this a safe point collects.
  private(set) var threshold: Int

  init(texts: TextTable, memoryLimit: Int) {
    self.texts = texts
    self.memoryLimit = memoryLimit
    threshold = min(1 << 25, memoryLimit / 2)
    slots = .allocate(capacity: slotCapacity)
  }

  deinit {
    for index in 0..<slotCount { Self.release(slots[index]) }
    slots.deallocate()
  }

  // MARK: Slots

  private mutating func newSlot(_ kind: Kind, count: Int, capacity: Int, byteCount: Int)
    throws(Trap) -> Int
  {
    guard byteCount <= memoryLimit - bytes else { throw Trap(.outOfMemory) }
    let slot = Slot(
      kind: kind, isMarked: false, isShared: false, count: count, capacity: capacity,
      base: byteCount == 0 ? nil : .allocate(byteCount: byteCount, alignment: 8))
    bytes += byteCount + MemoryLayout<Slot>.stride
    if firstFree >= 0 {
      let index = firstFree
      firstFree = slots[index].count
      slots[index] = slot
      return index
    }
    if slotCount == slotCapacity {
      let grown = UnsafeMutablePointer<Slot>.allocate(capacity: slotCapacity * 2)
      grown.moveInitialize(from: slots, count: slotCount)
      slots.deallocate()
      slots = grown
      slotCapacity *= 2
    }
    (slots + slotCount).initialize(to: slot)
    slotCount += 1
    return slotCount - 1
  }

  private static func release(_ slot: Slot) {
    if slot.kind == .exact {
      slot.base!.assumingMemoryBound(to: Exact.self).deinitialize(count: 1)
    }
    slot.base?.deallocate()
  }

  private static func byteCount(_ slot: Slot) -> Int {
    switch slot.kind {
    case .free: 0
    case .exact: MemoryLayout<Exact>.size + slot.capacity
    case .text: slot.capacity
    case .list: slot.capacity * 8
    case .dictionary: slot.capacity * dictionaryEntryBytes
    }
  }

  private static var dictionaryEntryBytes: Int { MemoryLayout<Entry>.stride + 8 }

  /// Keeps what has been made so far for good.
  mutating func sealPermanent() { permanentCount = slotCount }

  /// Forgets everything but the permanent objects; no register may be read before it is written.
  mutating func reset() {
    guard slotCount > permanentCount else { return }
    for index in permanentCount..<slotCount {
      bytes -= Self.byteCount(slots[index])
      if slots[index].kind != .free { bytes -= MemoryLayout<Slot>.stride }
      Self.release(slots[index])
    }
    slotCount = permanentCount
    firstFree = -1
  }

  func slot(_ word: Word) -> UnsafeMutablePointer<Slot> { slots + word.index }

  // MARK: Numbers

  mutating func makeNumber(_ value: Exact) throws(Trap) -> Word {
    if let micros = value.micros, Word.holds(micros) { return Word(immediate: micros) }
    let extra = value.bitWidth / 4
    guard extra <= memoryLimit - bytes else { throw Trap(.outOfMemory) }
    let index = try newSlot(
      .exact, count: 1, capacity: extra, byteCount: MemoryLayout<Exact>.size)
    bytes += extra
    slots[index].base!.bindMemory(to: Exact.self, capacity: 1).initialize(to: value)
    return Word(object: index)
  }

  /// The number in a word that is not an absence.
  func number(_ word: Word) -> Exact {
    if word.isImmediate { return Exact(micros: word.immediate) }
    return slots[word.index].base!.assumingMemoryBound(to: Exact.self).pointee
  }

  // MARK: Texts

  /// A text of `count` bytes that the caller writes at once.
  mutating func makeText(count: Int) throws(Trap) -> Word {
    Word(object: try newSlot(.text, count: count, capacity: count, byteCount: count))
  }

  mutating func makeText(_ source: UnsafeBufferPointer<UInt8>) throws(Trap) -> Word {
    let index = try newSlot(
      .text, count: source.count, capacity: source.count, byteCount: source.count)
    if let from = source.baseAddress, source.count > 0 {
      slots[index].base!.copyMemory(from: from, byteCount: source.count)
    }
    return Word(object: index)
  }

  /// The bytes of a permanent or built text; valid until the heap changes.
  func textBytes(_ word: Word) -> UnsafeBufferPointer<UInt8> {
    if word.isText { return texts.entries[word.index].bytes }
    let slot = slots[word.index]
    guard let base = slot.base else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafePointer(base.assumingMemoryBound(to: UInt8.self)), count: slot.count)
  }

  /// Makes room for `more` bytes at the end of a built text.
  mutating func reserveText(_ index: Int, more: Int) throws(Trap) {
    let count = slots[index].count
    if slots[index].capacity - count < more {
      try grow(index, to: max(64, (count + more) * 2), unit: 1)
    }
  }

  /// Adds bytes that do not lie in this very text, for which room was made.
  mutating func appendText(_ index: Int, _ source: UnsafeBufferPointer<UInt8>) {
    if let from = source.baseAddress, source.count > 0 {
      (slots[index].base! + slots[index].count).copyMemory(from: from, byteCount: source.count)
      slots[index].count += source.count
      slots[index].hash = 0
    }
  }

  private mutating func grow(_ index: Int, to capacity: Int, unit: Int) throws(Trap) {
    let old = slots[index]
    let extra = (capacity - old.capacity) * unit
    guard extra <= memoryLimit - bytes else { throw Trap(.outOfMemory) }
    let base = UnsafeMutableRawPointer.allocate(byteCount: capacity * unit, alignment: 8)
    if let from = old.base {
      base.copyMemory(from: from, byteCount: old.count * unit)
      from.deallocate()
    }
    bytes += extra
    slots[index].base = base
    slots[index].capacity = capacity
  }

  // MARK: Lists

  mutating func makeList(capacity: Int) throws(Trap) -> Word {
    let byteCount = capacity * 8
    return Word(
      object: try newSlot(.list, count: 0, capacity: capacity, byteCount: byteCount))
  }

  func elements(_ word: Word) -> UnsafeMutableBufferPointer<Int64> {
    let slot = slots[word.index]
    guard let base = slot.base else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    return UnsafeMutableBufferPointer(
      start: base.assumingMemoryBound(to: Int64.self), count: slot.count)
  }

  mutating func append(_ word: Word, to list: Word) throws(Trap) {
    let index = list.index
    let count = slots[index].count
    if count == slots[index].capacity { try grow(index, to: max(8, count * 2), unit: 8) }
    (slots[index].base! + count * 8).storeBytes(of: word.bits, as: Int64.self)
    slots[index].count = count + 1
  }

  // MARK: Dictionaries

  mutating func makeDictionary(capacity: Int = 8) throws(Trap) -> Word {
    let byteCount = capacity * Self.dictionaryEntryBytes
    let index = try newSlot(.dictionary, count: 0, capacity: capacity, byteCount: byteCount)
    clearCells(index)
    return Word(object: index)
  }

  private func clearCells(_ index: Int) {
    cells(index).update(repeating: 0, count: slots[index].capacity * 2)
  }

  private func cells(_ index: Int) -> UnsafeMutablePointer<UInt32> {
    (slots[index].base! + slots[index].capacity * MemoryLayout<Entry>.stride)
      .assumingMemoryBound(to: UInt32.self)
  }

  func entries(_ word: Word) -> UnsafeMutableBufferPointer<Entry> {
    let slot = slots[word.index]
    return UnsafeMutableBufferPointer(
      start: slot.base!.assumingMemoryBound(to: Entry.self), count: slot.count)
  }

  func findEntry(_ key: Word, in dictionary: Word) -> Int? {
    lookUp(key, hash(key), in: dictionary.index).entry
  }

  private func lookUp(_ key: Word, _ hash: UInt32, in index: Int) -> (entry: Int?, cell: Int) {
    let cells = cells(index)
    let mask = slots[index].capacity * 2 - 1
    let entries = slots[index].base!.assumingMemoryBound(to: Entry.self)
    var cell = Int(hash) & mask
    while cells[cell] != 0 {
      let entry = Int(cells[cell]) - 1
      if entries[entry].hash == hash, isEqual(Word(bits: entries[entry].key), key) {
        return (entry, cell)
      }
      cell = (cell + 1) & mask
    }
    return (nil, cell)
  }

  mutating func set(_ key: Word, to value: Word, in dictionary: Word) throws(Trap) {
    let index = dictionary.index
    let hash = hash(key)
    var (entry, cell) = lookUp(key, hash, in: index)
    if let entry {
      entries(dictionary)[entry].value = value.bits
      return
    }
    if slots[index].count == slots[index].capacity {
      try growDictionary(index)
      (entry, cell) = lookUp(key, hash, in: index)
    }
    let count = slots[index].count
    slots[index].base!.assumingMemoryBound(to: Entry.self)[count] = Entry(
      key: key.bits, value: value.bits, hash: hash)
    cells(index)[cell] = UInt32(count + 1)
    slots[index].count = count + 1
  }

  private mutating func growDictionary(_ index: Int) throws(Trap) {
    // Only entries move; the cells are made anew, since their place depends on the capacity.
    let count = slots[index].count
    let capacity = slots[index].capacity * 2
    let extra = (capacity - slots[index].capacity) * Self.dictionaryEntryBytes
    guard extra <= memoryLimit - bytes else { throw Trap(.outOfMemory) }
    let base = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * Self.dictionaryEntryBytes, alignment: 8)
    base.copyMemory(from: slots[index].base!, byteCount: count * MemoryLayout<Entry>.stride)
    slots[index].base!.deallocate()
    bytes += extra
    slots[index].base = base
    slots[index].capacity = capacity
    clearCells(index)
    let cells = cells(index)
    let entries = base.assumingMemoryBound(to: Entry.self)
    for entry in 0..<count {
      var cell = Int(entries[entry].hash) & (capacity * 2 - 1)
      while cells[cell] != 0 { cell = (cell + 1) & (capacity * 2 - 1) }
      cells[cell] = UInt32(entry + 1)
    }
  }

  private func hash(_ word: Word) -> UInt32 {
    if word.isText { return texts.entries[word.index].hash }
    if word.isObject {
      switch slots[word.index].kind {
      case .text:
        if slots[word.index].hash == 0 { slots[word.index].hash = TextTable.hash(textBytes(word)) }
        return slots[word.index].hash
      case .exact: return number(word).numerator.isZero ? 0 : UInt32(number(word).bitWidth)
      case .free, .list, .dictionary: return UInt32(slots[word.index].count)
      }
    }
    let mixed = UInt64(bitPattern: word.bits) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed &>> 32)
  }

  // MARK: Whole objects

  /// Equal by content; absences equal themselves.
  func isEqual(_ a: Word, _ b: Word) -> Bool {
    if a.bits == b.bits { return true }
    if a.isText && b.isText { return texts.areEqual(a.index, b.index) }
    if isText(a) && isText(b) {
      let (x, y) = (textBytes(a), textBytes(b))
      return TextTable.areEqual(x, y)
    }
    guard a.isObject, b.isObject, slots[a.index].kind == slots[b.index].kind else { return false }
    switch slots[a.index].kind {
    case .exact: return number(a) == number(b)
    case .list:
      let (x, y) = (elements(a), elements(b))
      guard x.count == y.count else { return false }
      for index in 0..<x.count where !isEqual(Word(bits: x[index]), Word(bits: y[index])) {
        return false
      }
      return true
    case .dictionary:
      let (x, y) = (entries(a), entries(b))
      guard x.count == y.count else { return false }
      for entry in x {
        guard let other = findEntry(Word(bits: entry.key), in: b),
          isEqual(Word(bits: entry.value), Word(bits: y[other].value))
        else { return false }
      }
      return true
    case .text, .free: return false
    }
  }

  func isText(_ word: Word) -> Bool {
    word.isText || (word.isObject && slots[word.index].kind == .text)
  }

  /// The object with one owner: itself, or a copy if it has two. A permanent text becomes a built one.
  mutating func unique(_ word: Word) throws(Trap) -> Word {
    if word.isText { return try makeText(textBytes(word)) }
    let index = word.index
    guard slots[index].isShared || index < permanentCount else { return word }
    let old = slots[index]
    switch old.kind {
    case .free, .exact: return word
    case .text: return try makeText(textBytes(word))
    case .list:
      let copy = try makeList(capacity: old.count)
      if let from = old.base, old.count > 0 {
        slots[copy.index].base!.copyMemory(from: from, byteCount: old.count * 8)
        slots[copy.index].count = old.count
        for element in elements(copy) { shareIfObject(Word(bits: element)) }
      }
      return copy
    case .dictionary:
      let copy = try makeDictionary(capacity: old.capacity)
      slots[copy.index].base!.copyMemory(
        from: old.base!, byteCount: old.capacity * Self.dictionaryEntryBytes)
      slots[copy.index].count = old.count
      for entry in entries(copy) {
        shareIfObject(Word(bits: entry.key))
        shareIfObject(Word(bits: entry.value))
      }
      return copy
    }
  }

  func shareIfObject(_ word: Word) {
    if word.isObject { slots[word.index].isShared = true }
  }

  // MARK: Collection

  var needsCollection: Bool { bytes > threshold }

  /// Marks what `word` names, if it names an object: registers may hold leftovers of other frames.
  func mark(_ word: Word) {
    guard word.isObject, word.index >= permanentCount, word.index < slotCount else { return }
    let slot = slots + word.index
    guard slot.pointee.kind != .free, !slot.pointee.isMarked else { return }
    slot.pointee.isMarked = true
    // Kinds nest as deep as the script writes them, so recursion is shallow.
    switch slot.pointee.kind {
    case .list: for element in elements(word) { mark(Word(bits: element)) }
    case .dictionary:
      for entry in entries(word) {
        mark(Word(bits: entry.key))
        mark(Word(bits: entry.value))
      }
    case .exact, .text, .free: break
    }
  }

  /// Frees what was not marked.
  mutating func sweep() {
    for index in permanentCount..<slotCount where slots[index].kind != .free {
      if slots[index].isMarked {
        slots[index].isMarked = false
        continue
      }
      bytes -= Self.byteCount(slots[index]) + MemoryLayout<Slot>.stride
      Self.release(slots[index])
      slots[index].kind = .free
      slots[index].base = nil
      slots[index].count = firstFree
      firstFree = index
    }
    threshold = min(max(1 << 25, bytes * 2), (bytes + memoryLimit) / 2)
  }

  // MARK: In and out

  mutating func word(_ value: Value) throws(Trap) -> Word {
    switch value {
    case .blank: return .blank
    case .notApplicable: return .notApplicable
    case .immediate(let immediate): return Word(immediate: immediate)
    case .exact(let exact): return try makeNumber(exact)
    case .text(let text):
      return try Array(text.utf8).withUnsafeBufferPointer { bytes throws(Trap) in
        try makeText(bytes)
      }
    case .list(let values):
      let list = try makeList(capacity: values.count)
      for value in values { try append(try word(value), to: list) }
      return list
    case .dictionary(let entries):
      let dictionary = try makeDictionary()
      for entry in entries {
        try set(try word(entry.key), to: try word(entry.value), in: dictionary)
      }
      return dictionary
    }
  }

  func value(_ word: Word) -> Value {
    if word.isImmediate { return .immediate(word.immediate) }
    if word.isBlank { return .blank }
    if word.isNotApplicable { return .notApplicable }
    if isText(word) { return .text(String(decoding: textBytes(word), as: UTF8.self)) }
    switch slots[word.index].kind {
    case .exact: return .exact(number(word))
    case .list: return .list(elements(word).map { value(Word(bits: $0)) })
    case .dictionary:
      return .dictionary(
        entries(word).map {
          Value.Entry(key: value(Word(bits: $0.key)), value: value(Word(bits: $0.value)))
        })
    case .text, .free: return .blank
    }
  }
}
