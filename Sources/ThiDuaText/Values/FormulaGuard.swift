// The apostrophe that keeps a text from being taken for a formula. In: the bytes of a cell. Out: whether it needs one,
// whether it has one. Invariant: whoever writes a table for the reader adds one where the text has one already, for the
// reader takes one away. Used by everything that writes or reads tables.

/// Text that a spreadsheet would take for a formula, and the apostrophe that keeps it text.
///
/// A text that begins with apostrophes and then such a sign gets one more apostrophe on writing and
/// loses one on reading, so that what was written comes back as it was.
public enum FormulaGuard {
  public static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would take the text for a formula, apostrophes aside.
  @inlinable
  public static func needsGuard(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first(where: { $0 != UInt8(ascii: "'") }) else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return true
    default: return false
    }
  }

  /// Whether the text begins with an apostrophe that the reader takes away.
  @inlinable
  public static func isGuarded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "'") && needsGuard(bytes)
  }

  /// The same of a text.
  public static func isGuarded(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isGuarded($0) }
  }
}
