// Bytes to tokens.
//
// In: normalised bytes of a source (see Source.swift), or a range of them for `{…}` in a text.
// Out: tokens, and one `PhysicalLine` for every line of the range. Total: what cannot be read is
// reported and becomes a `.reported` token. Invariant: tokens come in the order of their spans and
// never overlap. Internal to ThiDuaSyntax.

import ThiDuaText

struct Lexer {
  let source: Source
  let bytes: [UInt8]
  let end: Int
  var position: Int
  var tokens: [Token] = []
  var lines: [PhysicalLine] = []
  var diagnostics = Diagnostics()
  /// Set by the header of a table: the lines below may be cells parted by tabs.
  private var table = TableState.none
  /// Lines, such as `căn cứ`, that may stand between the header and the first row.
  private var headerLinesLeft = 0
  private var sawSpace = false
  private var words: [ArraySlice<UInt8>: (key: String, id: UInt16)] = [:]

  /// `bytes` stands for the source's own where some letters are to be read otherwise, byte for byte.
  init(_ source: Source, range: Range<Int>? = nil, bytes: [UInt8]? = nil) {
    self.source = source
    self.bytes = bytes ?? source.bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? source.bytes.count
  }

  /// Reads the whole range.
  mutating func run() {
    repeat { readLine() } while position < end
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n"), end == bytes.count {
      lines.append(PhysicalLine(tokens: tokens.count..<tokens.count, comment: nil))
    }
  }

  private mutating func readLine() {
    let first = tokens.count
    var comment: Span?
    sawSpace = true
    if table != .none { readTabbedRow() }
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "#") {
        let start = position
        skipToLineEnd()
        comment = span(start, trimmed(start, position))
        break
      }
      if byte == UInt8(ascii: "|"), tokens.count == first {
        comment = readTableRow()
        break
      }
      readToken(byte)
    }
    if position < end { position += 1 }
    lines.append(PhysicalLine(tokens: first..<tokens.count, comment: comment))
    if first < tokens.count { noteTable(first) }
  }

  private mutating func readToken(_ byte: UInt8) {
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
      position += 1
      sawSpace = true
    } else if isDigit(byte) {
      readNumeral()
    } else if isASCIILetter(byte) {
      readWord()
    } else if byte == UInt8(ascii: "\"") {
      readText(closing: .straight)
    } else if byte == UInt8(ascii: "'") {
      readQuotedName(openingLength: 1)
    } else if byte >= 0x80 {
      readBeyondASCII()
    } else {
      readSymbol(byte)
    }
  }

  private mutating func readBeyondASCII() {
    let (scalar, length) = scalarAt(position)
    switch scalar {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x85, 0x2028, 0x2029:
      position += length
      sawSpace = true
    case 0x201C: readText(closing: .curly)
    case 0x201D, 0x201E: readText(closing: .low)
    case 0x2018, 0x2019: readQuotedName(openingLength: length)
    case 0x2010...0x2013, 0x2212: add(.symbol(.minus), length: length)
    case 0xD7: add(.symbol(.star), length: length)
    case 0xF7: add(.symbol(.slash), length: length)
    case 0x2264: add(.symbol(.lessOrEqual), length: length)
    case 0x2265: add(.symbol(.greaterOrEqual), length: length)
    case 0x2260: add(.symbol(.notEqual), length: length)
    default:
      if isLetter(scalar) || isInvisible(scalar) {
        readWord()
      } else {
        reportUnknown(length: length)
      }
    }
  }

  private mutating func readSymbol(_ byte: UInt8) {
    let next = position + 1 < end ? bytes[position + 1] : 0
    let pair: Symbol? =
      switch (byte, next) {
      case (UInt8(ascii: "<"), UInt8(ascii: ">")): .notEqual
      case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
      case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
      case (UInt8(ascii: "."), UInt8(ascii: ".")): .range
      default: nil
      }
    if let pair {
      add(.symbol(pair), length: 2)
      return
    }
    let foreign: String? =
      switch (byte, next) {
      case (UInt8(ascii: "="), UInt8(ascii: "=")): "="
      case (UInt8(ascii: "!"), UInt8(ascii: "=")): "<>"
      case (UInt8(ascii: "&"), UInt8(ascii: "&")): "và"
      case (UInt8(ascii: "|"), UInt8(ascii: "|")): "hoặc"
      default: nil
      }
    if let foreign {
      let place = span(position, position + 2)
      diagnostics.add(
        SyntaxMessages.foreignOperator(source.text(place), write: foreign, span: place))
      add(.reported, length: 2)
      return
    }
    if let symbol = Symbol(rawValue: String(decoding: [byte], as: UTF8.self)) {
      add(.symbol(symbol), length: 1)
    } else {
      reportUnknown(length: 1)
    }
  }

  /// A row ends the line; what follows its last `|` may be a comment.
  private mutating func readTableRow() -> Span? {
    let start = position
    skipToLineEnd()
    let whole = trimmed(start, position)
    var lastBar = start
    for index in start..<whole where bytes[index] == UInt8(ascii: "|") { lastBar = index }
    var after = lastBar + 1
    while after < whole, isBlank(bytes[after]) { after += 1 }
    let hasComment = lastBar > start && after < whole && bytes[after] == UInt8(ascii: "#")
    let rowEnd = hasComment ? lastBar + 1 : whole
    tokens.append(
      Token(
        kind: .tableRow, span: span(start, rowEnd), key: "", word: 0, spaceBefore: true))
    return hasComment ? span(after, whole) : nil
  }

  // MARK: Tables pasted from a spreadsheet

  enum TableState {
    case none
    case header
    case rows
  }

  private static let tableHead = Vocabulary.phrase(Head.decisionTable.rawValue)
  /// Their rows follow when the header names no file.
  private static let dataHeads = [Head.data, Head.history].map { Vocabulary.phrase($0.rawValue) }

  /// After a line: does a table begin, go on or end with it?
  private mutating func noteTable(_ first: Int) {
    if tokens[first].isTableRow {
      if table != .none { table = .rows }
    } else if begins(first, Self.tableHead)
      || Self.dataHeads.contains(where: { begins(first, $0) })
        && !tokens[first...].contains(where: \.isText)
    {
      table = .header
      headerLinesLeft = 8
    } else if table == .rows || headerLinesLeft == 0 {
      table = .none
    } else {
      headerLinesLeft -= 1
    }
  }

  private func begins(_ first: Int, _ head: [UInt16]) -> Bool {
    tokens[first].word == head[0] && tokens[first...].prefix(head.count).map(\.word) == head
  }

  /// A line with a tab between its cells is a row; a quoted cell may hold line feeds.
  private mutating func readTabbedRow() {
    var start = position
    while start < end, isBlank(bytes[start]) { start += 1 }
    guard start < end, bytes[start] != UInt8(ascii: "|"), bytes[start] != UInt8(ascii: "#") else {
      return
    }
    var index = start
    var tabs = 0
    var isCellStart = true
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      if isCellStart, let close = CellQuotes.end(bytes, from: index, limit: end) {
        index = close
        isCellStart = false
        continue
      }
      isCellStart = bytes[index] == UInt8(ascii: "\t")
      if isCellStart { tabs += 1 }
      index += 1
    }
    guard tabs > 0, bytes[start..<trimmed(start, index)].contains(UInt8(ascii: "\t")) else {
      return
    }
    position = index
    tokens.append(
      Token(kind: .tableRow, span: span(start, index), key: "", word: 0, spaceBefore: true))
  }

  // MARK: Words

  mutating func readWord() {
    let start = position
    var isSuspect = false
    while position < end {
      let byte = bytes[position]
      if isASCIILetter(byte) || isDigit(byte) {
        position += 1
      } else if byte == UInt8(ascii: "'") {
        guard position > start, isLetterAt(position + 1) else { break }
        position += 1
      } else if byte >= 0x80 {
        let (scalar, length) = scalarAt(position)
        if scalar == 0x2019 {
          guard position > start, isLetterAt(position + length) else { break }
        } else if isInvisible(scalar) {
          isSuspect = true
        } else if isLetter(scalar) {
          if !isVietnamese(scalar) { isSuspect = true }
        } else {
          break
        }
        position += length
      } else {
        break
      }
    }
    let place = span(start, position)
    let word: (key: String, id: UInt16)
    if isSuspect {
      let text = repaired(start..<position)
      if text.isEmpty {
        sawSpace = true
        return
      }
      let key = VietnameseText.lookupKey(text)
      word = (key, Vocabulary.id(ofKey: key))
    } else {
      word = known(bytes[start..<position])
    }
    tokens.append(
      Token(kind: .word, span: place, key: word.key, word: word.id, spaceBefore: sawSpace))
    sawSpace = false
  }

  /// Key and id of a word; scripts repeat few words often, and hashing bytes is far cheaper than
  /// folding and hashing letters.
  private mutating func known(_ spelling: ArraySlice<UInt8>) -> (key: String, id: UInt16) {
    if let word = words[spelling] { return word }
    let key = VietnameseText.lookupKey(spelling)
    let word = (key, Vocabulary.id(ofKey: key))
    words[spelling] = word
    return word
  }

  /// The word as it was meant, every deceiving character reported.
  private mutating func repaired(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    var from = range.lowerBound
    for found in LookAlike.find(in: bytes[range]) {
      diagnostics.add(
        SyntaxMessages.lookAlike(found, span: span(found.offset, found.offset + found.length)))
      text.append(contentsOf: bytes[from..<found.offset])
      text.append(contentsOf: Array(found.replacement.utf8))
      from = found.offset + found.length
    }
    text.append(contentsOf: bytes[from..<range.upperBound])
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func reportUnknown(length: Int) {
    let place = span(position, position + length)
    let found = LookAlike.find(in: bytes[position..<position + length])
    if let first = found.first {
      diagnostics.add(SyntaxMessages.lookAlike(first, span: place))
    } else {
      diagnostics.add(SyntaxMessages.unknownCharacter(source.text(place), span: place))
    }
    add(.reported, length: length)
  }

  // MARK: Small helpers

  mutating func add(_ kind: Token.Kind, length: Int) {
    let place = span(position, position + length)
    tokens.append(Token(kind: kind, span: place, key: "", word: 0, spaceBefore: sawSpace))
    position += length
    sawSpace = false
  }

  mutating func add(_ kind: Token.Kind, from start: Int, key: String = "") {
    tokens.append(
      Token(kind: kind, span: span(start, position), key: key, word: 0, spaceBefore: sawSpace))
    sawSpace = false
  }

  func span(_ start: Int, _ end: Int) -> Span {
    Span(file: source.id, start: UInt32(start), end: UInt32(end))
  }

  mutating func skipToLineEnd() {
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  private func trimmed(_ start: Int, _ stop: Int) -> Int {
    var stop = stop
    while stop > start, isBlank(bytes[stop - 1]) { stop -= 1 }
    return stop
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "_")
  }

  func isLetterAt(_ index: Int) -> Bool {
    guard index < end else { return false }
    if bytes[index] < 0x80 { return isASCIILetter(bytes[index]) }
    return isLetter(scalarAt(index).scalar)
  }

  /// The scalar at a byte offset of valid UTF-8, and its length.
  func scalarAt(_ index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// Letters, and marks that belong to the letter before.
  private func isLetter(_ scalar: UInt32) -> Bool {
    if isVietnamese(scalar) { return true }
    if scalar == 0xD7 || scalar == 0xF7 { return false }
    guard let unicode = Unicode.Scalar(scalar) else { return false }
    let properties = unicode.properties
    return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
  }

  /// The blocks Vietnamese letters live in, minus the Icelandic eth that is often mistaken for đ.
  private func isVietnamese(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xD0, 0xF0, 0xD7, 0xF7, 0x131: false
    case 0xC0...0x17F, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x300...0x36F, 0x1EA0...0x1EF9: true
    default: false
    }
  }

  private func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
