// Text files older than Unicode. In: bytes that are not UTF-8, and the encoding the script names, if any. Out: the
// same lines in UTF-8, or what stands in the way. Invariant: lines stay lines, so places in messages hold; a
// line that is UTF-8 already stays as it is (a program that appended to an old file leaves such a mixture).
// Used by CSVReader, only when a file cannot be read as it stands.

import ThiDuaText

/// Recognises and converts old text.
struct OldText {
  /// A place that shows how the text was read.
  struct Sample {
    var line: Int
    var text: String
  }

  struct Converted {
    var text: Encoding.Text
    var encoding: OldEncoding
    /// A cell that changed.
    var sample: Sample
    /// Lines that were UTF-8.
    var keptLineCount = 0
    /// The first line with a letter that the encoding does not have.
    var unread: Sample?
    /// Cells that begin with a small letter which may have been a capital: how many, the first few, the first's line.
    var sizeless: (count: Int, words: [String], line: Int)?
  }

  enum Reading {
    case sure(Converted)
    /// What the first strange line would read as, best first.
    case unsure(line: Int, [(encoding: OldEncoding, text: String)])
    /// No text of any encoding.
    case none
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let owner: InputBytes

  /// Below this no reading is worth showing.
  private static let leastScore = 0.25

  init(_ text: Encoding.Text) {
    owner = text.bytes
    bytes = UnsafeBufferPointer(
      start: text.bytes.start + text.bodyStart, count: text.bytes.count - text.bodyStart)
  }

  /// Whether every byte belongs to UTF-8.
  var isUTF8: Bool { UTF8Check.firstInvalidOffset(in: bytes) == nil }

  /// Whether all bytes are ASCII, which all encodings share.
  var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

  /// Recognises the encoding.
  func read() -> Reading {
    let guess = OldTextGuess(strangeWords: strangeWords())
    guard guess.readings[0].score >= OldText.leastScore else { return .none }
    if guess.isSure { return .sure(converted(as: guess.best)) }
    guard let line = firstStrangeLine() else { return .none }
    let shown = guess.candidates.map { encoding in
      (encoding, OldText.string(encoding.decoded(bytes[line.range]).text))
    }
    return .unsure(line: line.number, shown)
  }

  /// Reads as the encoding the script names.
  func read(as encoding: OldEncoding) -> Converted {
    guard encoding == .tcvn3 else { return converted(as: encoding) }
    let guess = OldTextGuess(strangeWords: strangeWords())
    let ofStandard = guess.readings.first { $0.encoding.name == encoding.name }
    return converted(as: ofStandard?.encoding ?? encoding)
  }

  private func converted(as encoding: OldEncoding) -> Converted {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 5 / 4)
    var samples = SampleChoice()
    var unread: Sample?
    var keptLineCount = 0
    var sizeless: (count: Int, words: [String], line: Int)?
    forEachLine { number, range in
      let line = bytes[range]
      guard line.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else {
        result.append(contentsOf: line)
        return
      }
      if isModern(line) {
        if line.contains(where: { $0 >= 0x80 }) { keptLineCount += 1 }
        result.append(contentsOf: line)
        return
      }
      let decoded = encoding.decoded(line)
      if unread == nil, decoded.firstUnread != nil {
        unread = Sample(line: number, text: OldText.string(decoded.text))
      }
      samples.look(at: line, number, as: encoding)
      // Titles are small as often as not.
      for word in number > 1 ? OldText.sizelessWords(line, encoding) : [] {
        var found = sizeless ?? (0, [], number)
        found.count += 1
        if found.words.count < 3, !found.words.contains(word) { found.words.append(word) }
        sizeless = found
      }
      result.append(contentsOf: decoded.text)
    }
    return Converted(
      text: Encoding.Text(bytes: InputBytes(result), bodyStart: 0), encoding: encoding,
      sample: samples.best, keptLineCount: keptLineCount, unread: unread,
      sizeless: sizeless)
  }

  /// First words of cells whose first letter the encoding has in one size only and which came out small.
  private static func sizelessWords(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ encoding: OldEncoding
  ) -> [String] {
    guard line.contains(where: encoding.hidesSize) else { return [] }
    return cells(of: line).compactMap { cell in
      let cell = cell.drop { $0 == Byte.quote || $0 == Byte.space }
      guard let first = cell.first, encoding.hidesSize(of: first) else { return nil }
      let word = string(encoding.decoded(cell).text).prefix { $0 != " " }
      return word.first?.isLowercase == true ? String(word) : nil
    }
  }

  private static func cells(
    of line: Slice<UnsafeBufferPointer<UInt8>>
  ) -> [Slice<UnsafeBufferPointer<UInt8>>] {
    line.split { $0 == Byte.semicolon || $0 == Byte.comma || $0 == Byte.tab }
  }

  // MARK: Lines

  private func forEachLine(_ body: (_ number: Int, Range<Int>) -> Void) {
    var number = 1
    var start = 0
    while start < bytes.count {
      let feed = bytes[start...].firstIndex(of: Byte.lineFeed)
      let end = feed.map { $0 + 1 } ?? bytes.count
      body(number, start..<end)
      start = end
      number += 1
    }
  }

  private func strangeWords() -> [[UInt8]] {
    var known: Set<[UInt8]> = []
    var words: [[UInt8]] = []
    forEachLine { _, range in
      let line = bytes[range]
      guard words.count < OldTextGuess.mostWords, line.contains(where: { $0 >= 0x80 }),
        !isModern(line)
      else { return }
      for word in OldTextGuess.strangeWords(in: line) where known.insert(word).inserted {
        words.append(word)
      }
    }
    return words
  }

  private func firstStrangeLine() -> (number: Int, range: Range<Int>)? {
    var found: (Int, Range<Int>)?
    forEachLine { number, range in
      guard found == nil, bytes[range].contains(where: { $0 >= 0x80 }), !isModern(bytes[range])
      else { return }
      found = (number, range)
    }
    return found
  }

  /// UTF-8 whose letters are ours: a few old words happen to be UTF-8 of other peoples' letters.
  private func isModern(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard UTF8Check.firstInvalidOffset(in: UnsafeBufferPointer(rebasing: line)) == nil,
      line.allSatisfy({ $0 >= 0x20 || $0 == Byte.tab || $0 == 10 || $0 == 13 })
    else { return false }
    return String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy {
      $0.isASCII || VietnameseText.isVietnameseLetter($0) || $0.value >= 0x2000
        || (0x300...0x36F).contains($0.value) || $0.value == 0xA0
    }
  }

  /// Finds a cell near the top with a few words that changed: one word proves little.
  private struct SampleChoice {
    private(set) var best = Sample(line: 1, text: "")
    private var wordCount = 0
    private var linesLeft = 20

    mutating func look(
      at line: Slice<UnsafeBufferPointer<UInt8>>, _ number: Int, as encoding: OldEncoding
    ) {
      guard linesLeft > 0, wordCount < 3 else { return }
      linesLeft -= 1
      for cell in OldText.cells(of: line) {
        let count = min(3, OldTextGuess.strangeWords(in: cell).count)
        guard count > wordCount else { continue }
        wordCount = count
        best = Sample(line: number, text: OldText.string(encoding.decoded(cell).text))
      }
    }
  }

  /// Without the line feed and the quotes around a cell.
  private static func string(_ bytes: [UInt8]) -> String {
    var shown = bytes[...]
    while let last = shown.last, last <= 0x20 || last == Byte.quote { shown.removeLast() }
    while let first = shown.first, first == 0x20 || first == Byte.quote { shown.removeFirst() }
    return String(decoding: shown, as: UTF8.self)
  }
}
