// Bytes whose number nobody knows in advance. In: bytes, one after the other. Out: memory of their own, or an
// InputBytes that takes it over. Invariant: growing moves a large block by remapping its pages, never by
// copying, so the peak is what it holds; an array would hold old and new copy at once. Used by the readers of
// this module.

import Glibc

/// A block of memory that grows at its end.
struct GrowingBytes: ~Copyable {
  private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  /// Behind the last byte, as InputBytes promises its readers.
  private static let slack = 64

  init(capacity: Int = 4096) {
    self.capacity = capacity
    start = GrowingBytes.memory(nil, capacity)
  }

  deinit { free(start) }

  private static func memory(
    _ old: UnsafeMutablePointer<UInt8>?, _ capacity: Int
  ) -> UnsafeMutablePointer<UInt8> {
    guard let memory = realloc(old, capacity + slack) else { fatalError("out of memory") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }

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

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    start = GrowingBytes.memory(start, capacity)
  }

  /// The bytes as an input, without copying them.
  consuming func handedOver() -> InputBytes {
    let input = InputBytes(taking: start, count: count)
    discard self
    return input
  }
}
