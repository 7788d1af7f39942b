// How a CSV text is written: separator and style of numbers. In: the first line and what the script
// says. Out: the format of the whole file, decided once, never cell by cell.
// Invariant: `;` and tab mean decimal commas, `,` means decimal points, unless the script says.

import ThiDuaText

/// The dialect of one file.
struct TableFormat: Equatable {
  var separator: UInt8
  var style: NumberStyle

  var decimalMark: UInt8 { style == .vietnamese ? Byte.comma : Byte.point }

  /// Reads the format off the text at `start` and says where the header begins: behind a `sep=`
  /// line, which Excel honours and hides.
  static func detect(
    from start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, style: NumberStyle?
  ) -> (format: TableFormat, header: UnsafePointer<UInt8>) {
    if let (separator, header) = declaredSeparator(from: start, end: end) {
      return (TableFormat(separator: separator, style: style), header)
    }
    return (
      TableFormat(separator: commonSeparator(from: start, end: end, style: style), style: style),
      start
    )
  }

  /// `style` nil: by the separator.
  init(separator: UInt8, style: NumberStyle?) {
    self.separator = separator
    self.style = style ?? (separator == Byte.comma ? .international : .vietnamese)
  }

  private static func declaredSeparator(
    from start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>
  ) -> (UInt8, UnsafePointer<UInt8>)? {
    guard end - start >= 5 else { return nil }
    for (index, letter) in "sep=".utf8.enumerated() where start[index] | 0x20 != letter | 0x20 {
      return nil
    }
    let separator = start[4]
    var place = start + 5
    if place.pointee == Byte.carriageReturn { place += 1 }
    guard place.pointee == Byte.lineFeed,
      Byte.semicolon == separator || Byte.comma == separator
        || Byte.tab == separator
    else { return nil }
    return (separator, place + 1)
  }

  /// The first of `;`, tab, `,` that stands outside quotes on the first line that is not blank.
  private static func commonSeparator(
    from start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, style: NumberStyle?
  ) -> UInt8 {
    var found: Set<UInt8> = []
    var isQuoted = false
    var isBlank = true
    var place = start
    while place < end {
      let byte = place.pointee
      if byte == Byte.lineFeed, !isQuoted, !isBlank { break }
      if byte == Byte.quote { isQuoted.toggle() }
      if !isQuoted, byte == Byte.semicolon || byte == Byte.comma || byte == Byte.tab {
        found.insert(byte)
      }
      if !Byte.isSpace(byte) { isBlank = false }
      place += 1
    }
    for separator in [Byte.semicolon, Byte.tab, Byte.comma] where found.contains(separator) {
      return separator
    }
    return style == .international ? Byte.comma : Byte.semicolon
  }
}
