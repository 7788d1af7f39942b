// A text as a key of tables that are asked a million times: hashed and compared by its bytes, without the
// normalisation that texts in general need. In: text in NFC, as all of the house is. Anyone may import it.

import Glibc

/// A text that equals another when their bytes do.
public struct TextKey: Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (a: TextKey, b: TextKey) -> Bool {
    var (x, y) = (a.text, b.text)
    return x.withUTF8 { x in
      y.withUTF8 { y in
        guard x.count == y.count, let first = x.baseAddress, let second = y.baseAddress else {
          return x.isEmpty && y.isEmpty
        }
        return memcmp(first, second, x.count) == 0
      }
    }
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
