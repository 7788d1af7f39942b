// The different texts of one column as one worker meets them. In: the bytes of cells. Out: a small
// number for each different text, in order of first appearance. Invariant: `values[i]` belongs to
// `entries[i]`; pools of several workers joined in worker order number the texts as one would.
//
// Plain memory instead of arrays: the parser holds many pools side by side and must not count
// references or check exclusivity at every cell.

import ThiDuaMachine

/// An interning table without ownership; whoever makes it calls `free`.
struct TextPool {
  /// A slot tells a text of up to eight bytes by itself: the entry and its bytes lie elsewhere, and
  /// fetching them costs more than all the rest.
  private struct Slot {
    /// The first eight bytes, zeros behind a shorter text.
    var head: UInt64
    var hash: UInt32
    /// The text's number + 1; 0: free.
    var number: UInt32
  }

  private(set) var entries: UnsafeMutablePointer<TextTable.Entry>
  /// What the caller makes of a text: a level's position, an index in the TextTable, an absence.
  private(set) var values: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  private var capacity = 64
  private var slots: UnsafeMutablePointer<Slot>
  private var mask = 127

  init() {
    entries = .allocate(capacity: capacity)
    values = .allocate(capacity: capacity)
    slots = Self.freeSlots(mask + 1)
  }

  func free() {
    entries.deallocate()
    values.deallocate()
    slots.deallocate()
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot(head: 0, hash: 0, number: 0), count: count)
    return slots
  }

  /// The number of an equal text; nil when there is none yet (then `add` it). Eight bytes from
  /// the start of the text must be readable.
  @inline(__always)
  func find(_ entry: TextTable.Entry) -> Int? {
    let head = Self.head(entry)
    var place = Int(entry.hash) & mask
    while true {
      let slot = slots[place]
      if slot.number == 0 { return nil }
      if slot.head == head, slot.hash == entry.hash {
        let number = Int(slot.number) - 1
        if entry.length <= 8 || TextTable.areEqual(entries[number], entry) { return number }
      }
      place = (place + 1) & mask
    }
  }

  /// Texts hold no zero bytes, so equal heads of short texts mean equal texts.
  @inline(__always)
  private static func head(_ entry: TextTable.Entry) -> UInt64 {
    let bytes = UInt64(
      littleEndian: UnsafeRawPointer(entry.start).loadUnaligned(as: UInt64.self))
    return entry.length >= 8 ? bytes : bytes & ((1 &<< (UInt64(entry.length) &* 8)) &- 1)
  }

  /// Adds a text that `find` did not find; its number is `count - 1` afterwards. Its bytes
  /// outlive the pool.
  mutating func add(_ entry: TextTable.Entry, value: UInt32) {
    if count == capacity { grow() }
    (entries + count).initialize(to: entry)
    (values + count).initialize(to: value)
    count += 1
    insert(count - 1)
    if count * 2 > mask { rehash() }
  }

  private func insert(_ number: Int) {
    let entry = entries[number]
    var place = Int(entry.hash) & mask
    while slots[place].number != 0 { place = (place + 1) & mask }
    slots[place] = Slot(head: Self.head(entry), hash: entry.hash, number: UInt32(number + 1))
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
    mask = (mask + 1) * 2 - 1
    slots.deallocate()
    slots = Self.freeSlots(mask + 1)
    for number in 0..<count { insert(number) }
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
    bytes.withUnsafeBufferPointer(copy)
  }

  /// Eight more bytes than the text has may be read from its start.
  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if free < bytes.count || next == nil {
      free = max(1 << 16, bytes.count)
      let block = UnsafeMutablePointer<UInt8>.allocate(capacity: free + 8)
      blocks.append(block)
      next = block
    }
    let start = next!
    if let base = bytes.baseAddress { start.initialize(from: base, count: bytes.count) }
    next = start + bytes.count
    free -= bytes.count
    return UnsafeBufferPointer(start: start, count: bytes.count)
  }
}
