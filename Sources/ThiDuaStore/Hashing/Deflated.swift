// Bytes made small for keeping. In: bytes. Out: their zlib stream, and back. Invariant: what comes back is
// what went in, or nothing. Used by the store only; scripts, data and reasons repeat themselves a lot.

import CZlib

enum Deflated {
  /// The zlib stream of the bytes; nil when there is no memory for it.
  static func stream(of bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(uLong(bytes.count))
    var status = Z_OK
    let stream = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      status = compress2(
        buffer.baseAddress, &size, bytes.isEmpty ? [0] : bytes, uLong(bytes.count),
        Z_DEFAULT_COMPRESSION)
      count = status == Z_OK ? Int(size) : 0
    }
    return status == Z_OK ? stream : nil
  }

  /// The bytes of a stream, which are known to be `count`; nil when the stream is damaged.
  static func bytes(of stream: UnsafeRawBufferPointer, count: Int) -> [UInt8]? {
    // No stream holds more than about a thousand times its own size: a wrong count makes no huge array.
    guard count >= 0, count / 1_100 <= stream.count else { return nil }
    var size = uLong(count)
    var status = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
      size = uLong(max(count, 1))
      status = uncompress(
        buffer.baseAddress, &size, stream.bindMemory(to: UInt8.self).baseAddress,
        uLong(stream.count))
      filled = status == Z_OK ? Int(size) : 0
    }
    return status == Z_OK && bytes.count == count ? bytes : nil
  }
}
