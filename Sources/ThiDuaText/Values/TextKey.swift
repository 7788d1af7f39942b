// A text as a key of tables that are asked a million times: hashed and compared by its bytes, without the
// normalisation that texts in general need. In: text in NFC, as all of the house is. Anyone may import it.

/// A text that equals another when their bytes do.
public struct TextKey: Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (a: TextKey, b: TextKey) -> Bool {
    a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
