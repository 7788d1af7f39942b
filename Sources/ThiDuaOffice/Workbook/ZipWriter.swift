// A zip archive being made. In: parts, in order. Out: the bytes of the archive. Invariant: the same parts
// give the same bytes: no clock, one fixed date, names in UTF-8. Used by the writers of this module.

import CMinizip

/// Collects parts; an archive stays under 4 GiB.
struct ZipWriter {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// 1/1/1980, the first day a zip archive knows.
  private static let date: UInt16 = 0x21
  private static let deflated: UInt16 = 8
  private static let namesAreUTF8: UInt16 = 1 << 11

  /// Adds a part, packed.
  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = ZipWriter.deflate(content)
    let name = Array(name.utf8)
    let offset = UInt32(bytes.count)
    var entry: [UInt8] = []
    for word in [20, ZipWriter.namesAreUTF8, ZipWriter.deflated, 0, ZipWriter.date] as [UInt16] {
      entry.append(word: word)
    }
    entry.append(long: td_crc32(content, content.count))
    entry.append(long: UInt32(packed.count))
    entry.append(long: UInt32(content.count))
    entry.append(word: UInt16(name.count))
    entry.append(word: 0)
    bytes.append(long: 0x0403_4b50)
    bytes += entry
    bytes += name
    bytes += packed
    directory.append(long: 0x0201_4b50)
    directory.append(word: 20)
    directory += entry
    // No comment, first disk, no attributes inside or outside.
    for _ in 0..<5 { directory.append(word: 0) }
    directory.append(long: offset)
    directory += name
    count += 1
  }

  /// The whole archive.
  consuming func finish() -> [UInt8] {
    let start = UInt32(bytes.count)
    bytes += directory
    bytes.append(long: 0x0605_4b50)
    for word in [0, 0, UInt16(count), UInt16(count)] { bytes.append(word: word) }
    bytes.append(long: UInt32(directory.count))
    bytes.append(long: start)
    bytes.append(word: 0)
    return bytes
  }

  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: td_deflate_bound(content.count)) { room, used in
      used = td_deflate(content, content.count, room.baseAddress, room.count)
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(word: UInt16) {
    append(UInt8(truncatingIfNeeded: word))
    append(UInt8(truncatingIfNeeded: word >> 8))
  }

  fileprivate mutating func append(long: UInt32) {
    append(word: UInt16(truncatingIfNeeded: long))
    append(word: UInt16(truncatingIfNeeded: long >> 16))
  }
}
