// From whatever Excel or a mail program wrote to UTF-8 lines. In: raw bytes. Out: the same bytes
// when they are UTF-8 already (the common case copies nothing), a decoded copy for UTF-16 and for
// files whose lines end in CR alone; or what kind of file it really is.
// Invariant: what comes out has no BOM in front of `bodyStart` and its lines end in LF or CRLF.

/// Recognises the encoding of a text file.
enum Encoding {
  enum Problem: Error, Equatable {
    case workbook
    case oldWorkbook
    case oddUTF16
  }

  struct Text {
    var bytes: InputBytes
    /// Where the text begins, behind a BOM.
    var bodyStart: Int
  }

  static func text(of input: InputBytes) -> Result<Text, Problem> {
    let bytes = UnsafeBufferPointer(start: input.start, count: input.count)
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .failure(.workbook) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .failure(.oldWorkbook) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .success(unified(input, from: 3)) }
    for isBig in [false, true] where bytes.starts(with: isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) {
      let body = UnsafeBufferPointer(rebasing: bytes[2...])
      guard let decoded = decodedUTF16(body, isBig: isBig) else { return .failure(.oddUTF16) }
      return .success(unified(InputBytes(decoded), from: 0))
    }
    return .success(unified(input, from: 0))
  }

  /// Old Macintosh files: CR alone ends a line. Only a file without any LF is read so, because a CR
  /// inside a cell of another file is part of that cell.
  private static func unified(_ input: InputBytes, from start: Int) -> Text {
    let lineFeed = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    let bytes = UnsafeBufferPointer(start: input.start + start, count: input.count - start)
    let head = bytes.firstIndex { $0 == lineFeed || $0 == carriageReturn }
    guard let head, bytes[head] == carriageReturn, bytes[head...].firstIndex(of: lineFeed) == nil
    else { return Text(bytes: input, bodyStart: start) }
    let copy = InputBytes(count: bytes.count) { target in
      for index in bytes.indices {
        target[index] = bytes[index] == carriageReturn ? lineFeed : bytes[index]
      }
    }
    return Text(bytes: copy, bodyStart: 0)
  }

  /// UTF-16 that lost its BOM, told by where the zero bytes of its digits and separators stand; nil when it
  /// is none.
  static func textOfBareUTF16(_ input: InputBytes) -> Text? {
    let bytes = UnsafeBufferPointer(start: input.start, count: input.count)
    let head = bytes.prefix(4096)
    let zeros = head.indices.filter { head[$0] == 0 }
    let oddCount = zeros.count { $0 % 2 == 1 }
    let isBig = oddCount == 0
    guard !zeros.isEmpty, isBig || oddCount == zeros.count, zeros.count * 4 >= head.count,
      let decoded = decodedUTF16(bytes, isBig: isBig)
    else { return nil }
    return unified(InputBytes(decoded), from: 0)
  }

  /// UTF-8 of UTF-16 without BOM; nil for half a letter.
  private static func decodedUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, isBig: Bool
  ) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = (0..<bytes.count / 2).lazy.map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let failed = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { result.append($0) }
    return failed ? nil : result
  }
}
