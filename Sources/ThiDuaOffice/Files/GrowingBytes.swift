// Bytes whose number nobody knows in advance. In: bytes, one after the other. Out: memory of their own, or an
// InputBytes that takes it over. Invariant: growing gives back what it has moved, and bytes that nobody asks for
// any more can be given back, so the peak is what is needed; an array would hold old and new copy at once.
// Used by the readers of this module.
//
// Pages come from the system, not from `malloc`: after a large block was freed, glibc serves the next ones from
// its heap, where growing copies and freed memory stays.

import Glibc

/// A block of memory that grows at its end.
struct GrowingBytes: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// Without the slack.
  private var capacity: Int
  /// Bytes before this place were given back.
  private var released = 0

  /// Behind the last byte, as InputBytes promises its readers.
  private static let slack = 64
  private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  /// Bytes given back at once, many pages: a call for each row would take longer than all the rest.
  private static let distance = 1 << 20

  init() {
    let length = 16 * GrowingBytes.page
    start = GrowingBytes.pages(length)
    capacity = length - GrowingBytes.slack
  }

  deinit { munmap(start, capacity + GrowingBytes.slack) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    if count + bytes.count > capacity { grow(by: bytes.count) }
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// A number in as few bytes as it needs, seven bits each, the lowest first.
  mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  private static func pages(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    let memory = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { fatalError("out of memory") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }

  private mutating func grow(by more: Int) {
    let wanted = max(capacity * 2, count + more) + GrowingBytes.slack
    let length = (wanted + GrowingBytes.page - 1) / GrowingBytes.page * GrowingBytes.page
    let new = GrowingBytes.pages(length)
    var place = released
    while place < count {
      let part = min(GrowingBytes.distance, count - place)
      (new + place).update(from: start + place, count: part)
      // Both places are multiples of the distance and so of a page.
      madvise(start + place, part, Int32(MADV_DONTNEED))
      place += part
    }
    munmap(start, capacity + GrowingBytes.slack)
    start = new
    capacity = length - GrowingBytes.slack
  }

  /// Gives back what lies before `place`, at times; nobody reads those bytes any more.
  mutating func release(before place: Int) {
    let end = place / GrowingBytes.distance * GrowingBytes.distance
    guard end > released else { return }
    madvise(start + released, end - released, Int32(MADV_DONTNEED))
    released = end
  }

  /// The bytes as an input, without copying them.
  consuming func handedOver() -> InputBytes {
    let input = InputBytes(pages: start, length: capacity + GrowingBytes.slack, count: count)
    discard self
    return input
  }
}
