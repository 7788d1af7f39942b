// Where text goes: a descriptor or memory. In: text. Out: bytes written in large pieces.
// Invariant: a reader that went away (`| head`) ends the writing, not the run; any other failure is
// kept so that the exit status can tell of it. Used by the console only.

import Glibc

/// A buffered stream of text.
public final class ByteSink {
  private let descriptor: Int32?
  private var buffer: [UInt8] = []
  private var isClosed = false
  /// The error number of the first failed write, other than a reader that went away.
  public private(set) var failure: Int32?

  /// Writes to a descriptor.
  public init(descriptor: Int32) { self.descriptor = descriptor }

  /// Keeps everything in memory, for tests and embedding.
  public init() { descriptor = nil }

  /// What a sink in memory holds.
  public var text: String { String(decoding: buffer, as: UTF8.self) }

  /// Adds text; it reaches the descriptor when enough has come together, or with `flush`.
  public func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 && descriptor != nil { flush() }
  }

  /// Hands everything on to the descriptor.
  public func flush() {
    guard let descriptor else { return }
    var start = 0
    while start < buffer.count && !isClosed {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + start, buffer.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        isClosed = true
        if errno != EPIPE { failure = errno }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
