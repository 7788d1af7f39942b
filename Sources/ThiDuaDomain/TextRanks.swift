// Many texts in Vietnamese order at once. In: texts by their index. Out: the place of each among
// the different ones. Invariant: places stand as VietnameseText.collationKey stands; equal texts
// have one place.
//
// Sort keys go into one piece of memory and are sorted by eight bytes at a time, radix first, the
// next eight only where these are equal: arrays of bytes compared one with another took fifteen
// times as long.

import ThiDuaMachine
import ThiDuaText

enum TextRanks {
  /// Places of the texts, from 0, and the highest place.
  static func make(
    _ indexes: [Int32], texts: TextTable, workers: Int
  ) -> (places: [UInt32], top: UInt32) {
    guard !indexes.isEmpty else { return ([], 0) }
    let keys = KeyBytes(indexes, texts, workers)
    var sorter = HeadSorter(keys: keys, count: indexes.count)
    sorter.sort()
    var places = [UInt32](repeating: 0, count: indexes.count)
    var place: UInt32 = 0
    for rank in 0..<indexes.count {
      if rank > 0, sorter.isNew[rank] { place += 1 }
      places[Int(sorter.order[rank])] = place
    }
    return (places, place)
  }

  /// The sort keys of all texts, one behind the other.
  private final class KeyBytes {
    private var parts: [UnsafeMutablePointer<UInt8>] = []
    private let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
    private let lengths: UnsafeMutablePointer<Int32>

    init(_ indexes: [Int32], _ texts: TextTable, _ workers: Int) {
      starts = .allocate(capacity: indexes.count)
      lengths = .allocate(capacity: indexes.count)
      let (starts, lengths) = (starts, lengths)
      let slots = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>.allocate(
        capacity: max(1, workers))
      defer { slots.deallocate() }
      let shares = indexes.withUnsafeBufferPointer { indexes in
        Workers.parallelRows(count: indexes.count, minimumChunk: 4096, workers: workers) {
          range, worker in
          var bytes: [UInt8] = []
          for place in range {
            let key = VietnameseText.collationKey(texts[Int(indexes[place])].bytes)
            lengths[place] = Int32(key.count)
            bytes.append(contentsOf: key)
          }
          let part = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 8)
          part.initialize(from: bytes, count: bytes.count)
          (part + bytes.count).initialize(repeating: 0, count: 8)
          var start = UnsafePointer(part)
          for place in range {
            (starts + place).initialize(to: start)
            start += Int(lengths[place])
          }
          slots[worker] = part
        }
      }
      for worker in 0..<shares { parts.append(slots[worker]) }
    }

    deinit {
      for part in parts { part.deallocate() }
      starts.deallocate()
      lengths.deallocate()
    }

    /// Bytes `depth ..< depth + 7` as a number, zeros behind the end; the lowest byte tells how
    /// many there are, so that a key stands before one that goes on with zeros.
    @inline(__always)
    func head(_ place: Int, _ depth: Int) -> UInt64 {
      let left = Int(lengths[place]) - depth
      if left <= 0 { return 0 }
      let count = min(left, 7)
      let bytes = UInt64(
        bigEndian: UnsafeRawPointer(starts[place] + depth).loadUnaligned(as: UInt64.self))
      let mask = ~((1 as UInt64) << UInt64(64 - 8 * count) &- 1)
      return bytes & mask | UInt64(left > 7 ? 8 : count)
    }
  }

  private struct HeadSorter {
    let keys: KeyBytes
    /// Texts in order, by their place in the list.
    private(set) var order: [Int32]
    /// The text differs from the one before it.
    private(set) var isNew: [Bool]

    init(keys: KeyBytes, count: Int) {
      self.keys = keys
      order = Array(0..<Int32(count))
      isNew = Array(repeating: false, count: count)
    }

    mutating func sort() {
      var pending: [(range: Range<Int>, depth: Int)] = [(0..<order.count, 0)]
      while let (range, depth) = pending.popLast() { sort(range, depth, &pending) }
    }

    /// Sorts a range of texts equal before `depth` by their next bytes.
    private mutating func sort(
      _ range: Range<Int>, _ depth: Int, _ pending: inout [(range: Range<Int>, depth: Int)]
    ) {
      var items = order[range].map { (head: keys.head(Int($0), depth), text: $0) }
      if items.count > 4096 {
        radixSort(&items)
      } else {
        items.sort { $0.head != $1.head ? $0.head < $1.head : $0.text < $1.text }
      }
      var start = 0
      while start < items.count {
        var end = start + 1
        while end < items.count, items[end].head == items[start].head { end += 1 }
        for index in start..<end { order[range.lowerBound + index] = items[index].text }
        if start > 0 { isNew[range.lowerBound + start] = true }
        // 8: there are more bytes to look at.
        if end - start > 1, items[start].head & 0xFF == 8 {
          pending.append((range.lowerBound + start..<range.lowerBound + end, depth + 7))
        }
        start = end
      }
    }

    /// By the upper and then the lower half of the heads with the place in the other half would
    /// not fit one word: the lower half first, the upper half after it, as radix sorts do.
    private func radixSort(_ items: inout [(head: UInt64, text: Int32)]) {
      let count = items.count
      let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count * 2)
      defer { words.deallocate() }
      for index in 0..<count { words[index] = items[index].head << 32 | UInt64(index) }
      RadixSort.sort(words, spare: words + count, count: count, lowBit: 32, highBit: 64)
      for index in 0..<count {
        let item = words[index] & 0xFFFF_FFFF
        words[index] = (items[Int(item)].head >> 32) << 32 | item
      }
      RadixSort.sort(words, spare: words + count, count: count, lowBit: 32, highBit: 64)
      items = (0..<count).map { items[Int(words[$0] & 0xFFFF_FFFF)] }
    }
  }
}
