// The different texts of one column as one worker meets them. In: the bytes of cells. Out: a small
// number for each different text, in order of first appearance. Invariant: `values[i]` belongs to
// `entries[i]`; pools of several workers joined in worker order number the texts as one would.
//
// Plain memory instead of arrays: the parser holds many pools side by side and must not count
// references or check exclusivity at every cell.

import ThiDuaMachine

/// An interning table without ownership; whoever makes it calls `free`.
struct TextPool {
  private(set) var entries: UnsafeMutablePointer<TextTable.Entry>
  /// What the caller makes of a text: a level's position, an index in the TextTable, an absence.
  private(set) var values: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private var capacity = 64
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask = 255

  init() {
    entries = .allocate(capacity: 64)
    values = .allocate(capacity: 64)
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: 0, count: 256)
  }

  func free() {
    entries.deallocate()
    values.deallocate()
    slots.deallocate()
  }

  /// The number of an equal text, or nil after adding it with the number `count - 1`.
  @inline(__always)
  mutating func find(_ entry: TextTable.Entry) -> Int? {
    var slot = Int(entry.hash) & mask
    while true {
      let number = slots[slot]
      if number == 0 { break }
      if TextTable.areEqual(entries[Int(number) - 1], entry) { return Int(number) - 1 }
      slot = (slot + 1) & mask
    }
    add(entry, slot)
    return nil
  }

  func setValue(_ value: UInt32, of number: Int) { values[number] = value }

  @inline(never)
  private mutating func add(_ entry: TextTable.Entry, _ slot: Int) {
    if count == capacity { grow() }
    (entries + count).initialize(to: entry)
    (values + count).initialize(to: 0)
    count += 1
    slots[slot] = UInt32(count)
    if count * 4 > mask { rehash() }
  }

  private mutating func grow() {
    let wider = UnsafeMutablePointer<TextTable.Entry>.allocate(capacity: capacity * 2)
    wider.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = wider
    let more = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2)
    more.moveInitialize(from: values, count: count)
    values.deallocate()
    values = more
    capacity *= 2
  }

  private mutating func rehash() {
    let size = (mask + 1) * 4
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    for number in 0..<count {
      var slot = Int(entries[number].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}

/// The pools of one parser, by column of the file; they live until the columns are joined.
final class PoolOwner {
  let pools: UnsafeMutablePointer<TextPool>
  let count: Int

  init(count: Int) {
    self.count = count
    pools = .allocate(capacity: count)
    for column in 0..<count { (pools + column).initialize(to: TextPool()) }
  }

  deinit {
    for column in 0..<count { pools[column].free() }
    pools.deallocate()
  }
}

/// Copies of texts that do not stand in the file as they are read (NFC, doubled quotes).
final class TextArena {
  private var blocks: [UnsafeMutablePointer<UInt8>] = []
  private var next: UnsafeMutablePointer<UInt8>?
  private var free = 0

  deinit { for block in blocks { block.deallocate() } }

  func copy(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    if free < bytes.count || next == nil {
      free = max(1 << 16, bytes.count)
      let block = UnsafeMutablePointer<UInt8>.allocate(capacity: free)
      blocks.append(block)
      next = block
    }
    let start = next!
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { start.initialize(from: base, count: source.count) }
    }
    next = start + bytes.count
    free -= bytes.count
    return UnsafeBufferPointer(start: start, count: bytes.count)
  }
}
