// The door of the house. In: the raw bytes of a file. Out: a `Source` whose bytes are valid UTF-8,
// NFC, without BOM and with LF as the only newline, or a diagnostic and nothing.
// Invariant: every span of the program points into `bytes`; nobody looks at the raw file again.
// Anyone may import it.

/// One script (or one REPL entry) after normalisation; immutable, shared by reference.
public final class Source: Sendable {
  /// Id under which spans name this source.
  public let id: Int32
  /// The path as the user wrote it; only shown, never opened.
  public let path: String
  /// NFC UTF-8 text, BOM removed, CRLF and CR turned into LF.
  public let bytes: [UInt8]
  /// Offset of the first byte of every line; never empty, first element 0.
  public let lineStarts: [UInt32]

  /// Wraps text that is already normalised.
  private init(id: Int32, path: String, normalised: [UInt8]) {
    self.id = id
    self.path = path
    bytes = normalised
    var starts: [UInt32] = [0]
    for (offset, byte) in normalised.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset + 1))
    }
    lineStarts = starts
  }

  /// Normalises text that is known to be valid, such as a line typed in the REPL or a test.
  public convenience init(id: Int32, path: String, text: String) {
    self.init(id: id, path: path, normalised: Source.normalise(Array(text.utf8)))
  }

  /// Reads the raw bytes of a file; refuses invalid UTF-8, NUL bytes and files over 1 GiB.
  public static func load(
    id: Int32, path: String, raw: [UInt8], into diagnostics: inout Diagnostics
  ) -> Source? {
    if raw.count > maximumSize {
      diagnostics.add(LimitMessages.sourceTooLarge(path: path, byteCount: raw.count))
      return nil
    }
    if let bad = UTF8Check.firstInvalidOffset(in: raw) {
      diagnostics.add(
        SyntaxMessages.invalidUTF8(path: path, place: RawPlace(offset: bad, in: raw), raw: raw))
      return nil
    }
    if let zero = raw.firstIndex(of: 0) {
      diagnostics.add(SyntaxMessages.nulByte(path: path, place: RawPlace(offset: zero, in: raw)))
      return nil
    }
    return Source(id: id, path: path, normalised: normalise(raw))
  }

  /// Offsets are 32 bits; NFC can only shorten, so the raw size bounds them.
  private static let maximumSize = 1 << 30

  private static func normalise(_ raw: [UInt8]) -> [UInt8] {
    var text = raw
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if text.contains(UInt8(ascii: "\r")) {
      var unified: [UInt8] = []
      unified.reserveCapacity(text.count)
      var previousWasReturn = false
      for byte in text {
        if byte == UInt8(ascii: "\r") {
          unified.append(UInt8(ascii: "\n"))
        } else if byte != UInt8(ascii: "\n") || !previousWasReturn {
          unified.append(byte)
        }
        previousWasReturn = byte == UInt8(ascii: "\r")
      }
      text = unified
    }
    return VietnameseText.normalized(text)
  }

  /// Number of lines; a final newline opens one more, empty line.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line and column of a byte offset; the column counts letters, not bytes.
  public func lineAndColumn(_ offset: UInt32) -> (line: Int, column: Int) {
    let line = lineIndex(offset)
    let start = Int(lineStarts[line])
    let stop = max(start, min(Int(offset), bytes.count))
    return (line + 1, String(decoding: bytes[start..<stop], as: UTF8.self).count + 1)
  }

  /// The text of a 1-based line without its newline; empty when there is no such line.
  public func lineText(_ line: Int) -> String {
    String(decoding: bytes[lineRange(line)], as: UTF8.self)
  }

  /// The bytes of a 1-based line without its newline; empty when there is no such line.
  public func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    return start..<end
  }

  /// The text under a span of this source; empty for spans of other sources.
  public func text(_ span: Span) -> String {
    guard span.file == id else { return "" }
    let end = min(Int(span.end), bytes.count)
    return String(decoding: bytes[min(Int(span.start), end)..<end], as: UTF8.self)
  }

  /// The span of the whole source.
  public var fullSpan: Span { Span(file: id, start: 0, end: UInt32(bytes.count)) }

  private func lineIndex(_ offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// Where a raw byte stands in a file that could not be normalised: both 1-based, in bytes.
public struct RawPlace: Sendable, Equatable {
  public var line: Int
  public var byteInLine: Int

  /// Counts newlines (LF, CRLF or CR) before `offset`.
  public init(offset: Int, in raw: [UInt8]) {
    var line = 1
    var start = 0
    for index in 0..<min(offset, raw.count) {
      let ends =
        raw[index] == UInt8(ascii: "\n")
        || (raw[index] == UInt8(ascii: "\r")
          && (index + 1 >= raw.count || raw[index + 1] != UInt8(ascii: "\n")))
      if ends {
        line += 1
        start = index + 1
      }
    }
    self.line = line
    byteInLine = offset - start + 1
  }
}
