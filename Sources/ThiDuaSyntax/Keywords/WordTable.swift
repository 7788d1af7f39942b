// Small numbers for words, by their bytes. In: bytes. Out: the number they were given, or 0. A dictionary of
// strings normalises and hashes letters at every question, which was a third of the program's start; bytes
// of one normal form need neither. Internal to ThiDuaSyntax.

/// A hash table with open addressing.
struct WordTable: Sendable {
  private struct Slot {
    var start: Int32 = 0
    var length: Int32 = 0
    /// 0: the slot is free.
    var id: UInt16 = 0
  }

  private var slots: [Slot]
  private var bytes: [UInt8] = []
  private(set) var count = 0

  init() { slots = Array(repeating: Slot(), count: 1024) }

  /// The number of a word; 0 when it has none.
  subscript(_ word: some Collection<UInt8>) -> UInt16 {
    word.withContiguousStorageIfAvailable { slots[place(of: $0)].id }
      ?? Array(word).withUnsafeBufferPointer { slots[place(of: $0)].id }
  }

  /// Gives a word that has no number one.
  mutating func insert(_ word: some Collection<UInt8>, _ id: UInt16) {
    if 2 * (count + 1) > slots.count { grow() }
    let word = Array(word)
    let place = word.withUnsafeBufferPointer { self.place(of: $0) }
    slots[place] = Slot(start: Int32(bytes.count), length: Int32(word.count), id: id)
    bytes.append(contentsOf: word)
    count += 1
  }

  /// The slot of a word, or the free one where it would go.
  private func place(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[place].id != 0, !holds(slots[place], word) {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private func holds(_ slot: Slot, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(slot.length) == word.count else { return false }
    for index in 0..<word.count where bytes[Int(slot.start) + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.id != 0 {
      let word = Array(bytes[Int(slot.start)..<Int(slot.start + slot.length)])
      slots[word.withUnsafeBufferPointer { self.place(of: $0) }] = slot
    }
  }
}
