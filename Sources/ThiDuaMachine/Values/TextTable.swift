// The permanent texts of a run: constants, keys and names from data.
//
// A text is (pointer, length, hash) of NFC bytes that outlive the table: a mapped file or an arena of
// the table's own. `intern` gives equal texts one index; `append` does not look (a column of names that
// nobody compares), so equality of texts goes by index first and by content after.
// Not for use from several threads at once; workers collect their own and merge in row order.
//
// The entries grow by `realloc`, which moves the pages of a large block: a copy would hold them twice at the very
// moment when everything else of a large file is in memory.

import Glibc

public final class TextTable: @unchecked Sendable {
  public struct Entry {
    public let start: UnsafePointer<UInt8>
    public let length: UInt32
    public let hash: UInt32
    @inlinable public init(start: UnsafePointer<UInt8>, length: UInt32, hash: UInt32) {
      self.start = start
      self.length = length
      self.hash = hash
    }
    @inlinable public var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: start, count: Int(length))
    }
  }

  @exclusivity(unchecked) public private(set) var entries: UnsafeMutablePointer<Entry>
  public private(set) var count = 0
  private var capacity = 1024
  /// Open addressing over interned entries: index + 1, or 0.
  private var slots: [UInt32] = Array(repeating: 0, count: 2048)
  private var internedCount = 0
  private var arenas: [UnsafeMutablePointer<UInt8>] = []
  private var arenaFree = 0
  private var arenaNext: UnsafeMutablePointer<UInt8>?
  /// Keeps what the texts point into (mapped files) alive.
  private var owners: [AnyObject] = []

  public init() {
    entries = Self.memory(nil, capacity)
  }

  deinit {
    free(entries)
    for arena in arenas { arena.deallocate() }
  }

  @inlinable public subscript(_ index: Int) -> Entry { entries[index] }

  public func string(_ index: Int) -> String {
    String(decoding: entries[index].bytes, as: UTF8.self)
  }

  /// FNV-1a folded by eight bytes at a time: the hash every user of the table must agree on.
  @inlinable public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var h: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: bytes.count)
    var i = 0
    let n = bytes.count
    if let base = bytes.baseAddress {
      while i + 8 <= n {
        let w = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        h = (h ^ w) &* 0x9E37_79B9_7F4A_7C15
        h ^= h &>> 29
        i += 8
      }
      var w: UInt64 = 0
      while i < n {
        w = w &<< 8 | UInt64(base[i])
        i += 1
      }
      h = (h ^ w) &* 0x9E37_79B9_7F4A_7C15
    }
    return UInt32(truncatingIfNeeded: h &>> 32)
  }

  @inlinable public func areEqual(_ a: Int, _ b: Int) -> Bool {
    a == b || Self.areEqual(entries[a], entries[b])
  }

  @inlinable public static func areEqual(_ a: Entry, _ b: Entry) -> Bool {
    a.hash == b.hash && areEqual(a.bytes, b.bytes)
  }

  /// Equal bytes, compared eight at a time.
  @inlinable
  public static func areEqual(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard a.count == b.count else { return false }
    guard let x = a.baseAddress, let y = b.baseAddress, x != y else { return true }
    let count = a.count
    var index = 0
    while index + 8 <= count {
      let first = UnsafeRawPointer(x + index).loadUnaligned(as: UInt64.self)
      let second = UnsafeRawPointer(y + index).loadUnaligned(as: UInt64.self)
      if first != second { return false }
      index += 8
    }
    while index < count {
      if x[index] != y[index] { return false }
      index += 1
    }
    return true
  }

  /// Room for `more` entries without moving the table while they are appended.
  public func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    entries = Self.memory(entries, capacity)
  }

  private static func memory(
    _ old: UnsafeMutablePointer<Entry>?, _ capacity: Int
  ) -> UnsafeMutablePointer<Entry> {
    guard let memory = realloc(old, capacity * MemoryLayout<Entry>.stride) else {
      fatalError("out of memory")
    }
    return memory.assumingMemoryBound(to: Entry.self)
  }

  /// Adds a text whose bytes stay alive with `owner` (see `keep`), without looking for an equal one.
  public func append(_ entry: Entry) -> Int {
    reserve(1)
    (entries + count).initialize(to: entry)
    count += 1
    return count - 1
  }

  /// Adds `more` entries at once that the caller has written behind `entries + count` (after `reserve`).
  public func grow(by more: Int) { count += more }

  public func keep(_ owner: AnyObject) { owners.append(owner) }

  /// The index of an equal interned text, or of a new one; `copy` when the bytes do not outlive the call.
  public func intern(_ entry: Entry, copy: Bool) -> Int {
    var slot = Int(entry.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if Self.areEqual(entries[index], entry) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    var kept = entry
    if copy {
      kept = Entry(
        start: UnsafePointer(copied(entry.bytes)), length: entry.length, hash: entry.hash)
    }
    let index = append(kept)
    slots[slot] = UInt32(index + 1)
    internedCount += 1
    if internedCount * 2 > slots.count { rehash() }
    return index
  }

  public func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1) { spare in
        let start = bytes.baseAddress ?? UnsafePointer(spare.baseAddress!)
        let entry = Entry(
          start: start, length: UInt32(bytes.count), hash: Self.hash(bytes))
        return intern(entry, copy: true)
      }
    }
  }

  private func rehash() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for value in old where value != 0 {
      var slot = Int(entries[Int(value) - 1].hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = value
    }
  }

  /// A lasting copy of the bytes.
  private func copied(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    if arenaNext == nil || arenaFree < bytes.count {
      let size = max(1 << 16, bytes.count)
      let arena = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
      arenas.append(arena)
      arenaNext = arena
      arenaFree = size
    }
    let start = arenaNext!
    if let base = bytes.baseAddress { start.initialize(from: base, count: bytes.count) }
    arenaNext = start + bytes.count
    arenaFree -= bytes.count
    return start
  }
}
