// The parts of a zip archive. In: bytes in memory. Out: parts, unpacked piece by piece. Invariant: never
// unpacks more than it was told to; damage is an error, not a short part. Used by the readers of
// this module.

import CMinizip

/// A zip archive over bytes that live as long as it does.
final class ZipArchive {
  enum Failure: Error, Equatable {
    case missing
    case damaged
    case encrypted
    /// Unpacked it would be larger than allowed.
    case tooLarge
  }

  private let bytes: InputBytes
  private let zip: OpaquePointer

  /// nil when the bytes are no zip archive.
  init?(_ bytes: InputBytes) {
    guard let zip = td_zip_open(bytes.start, bytes.count) else { return nil }
    self.bytes = bytes
    self.zip = zip
  }

  deinit { td_zip_close(zip) }

  /// Pieces of 64 KB between two releases of the file's pages, which are read once.
  private static let releaseDistance = 64

  func has(_ name: String) -> Bool { find(name) >= 0 }

  /// Makes a part current and gives its size unpacked; negative when there is none. Some programs write `%20` for
  /// a space where the archive has the space, or pack parts with backslashes.
  private func find(_ name: String) -> Int64 {
    for spelling in [name, ZipArchive.unescaped(name), String(name.map { $0 == "/" ? "\\" : $0 })] {
      let size = td_zip_find(zip, spelling)
      if size >= 0 { return size }
    }
    return -1
  }

  private static func unescaped(_ name: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let code = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), code.utf8.count == 2, let letter = UInt8(code, radix: 16) {
        bytes.append(letter)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Hands a part to `receive`, piece by piece.
  func read(
    _ name: String, limit: Int, receive: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let size = find(name)
    if size < 0 { throw .missing }
    if td_zip_is_encrypted(zip) != 0 { throw .encrypted }
    if size > limit { throw .tooLarge }
    try readCurrent(limit: limit, receive: receive)
  }

  /// Every part in the order of the archive, unpacked; together no larger than `limit`.
  func parts(limit: Int) throws(Failure) -> [(name: String, content: [UInt8])] {
    var parts: [(name: String, content: [UInt8])] = []
    var left = limit
    var name = [CChar](repeating: 0, count: ZipArchive.longestName)
    var length = td_zip_go(zip, 1, &name, UInt32(name.count))
    while length >= 0 {
      if length >= name.count || parts.count >= ZipArchive.mostParts { throw .damaged }
      var content: [UInt8] = []
      try readCurrent(limit: left) { content += $0 }
      left -= content.count
      let letters = name.prefix(Int(length)).map { UInt8(bitPattern: $0) }
      parts.append((String(decoding: letters, as: UTF8.self), content))
      length = td_zip_go(zip, 0, &name, UInt32(name.count))
    }
    return parts
  }

  private static let longestName = 1024
  private static let mostParts = 10_000

  private func readCurrent(
    limit: Int, receive: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if td_zip_is_encrypted(zip) != 0 { throw .encrypted }
    if td_zip_begin(zip) != 0 { throw .damaged }
    var isOpen = true
    defer { if isOpen { _ = td_zip_end(zip) } }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    var pieces = 0
    while true {
      let count = td_zip_read(zip, buffer.baseAddress, UInt32(buffer.count))
      if count < 0 { throw .damaged }
      if count == 0 { break }
      // The directory may lie about the size.
      total += Int(count)
      if total > limit { throw .tooLarge }
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
      pieces += 1
      if pieces % ZipArchive.releaseDistance == 0 { bytes.release() }
    }
    isOpen = false
    bytes.release()
    if td_zip_end(zip) != 0 { throw .damaged }
  }
}
