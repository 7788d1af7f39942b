// `{{ … }}` in a line. In: bytes of a source and a range of them. Out: literals and directives in order, with
// findings. Invariant: every byte of the range is in one of them; a directive never spans two lines. Words
// are compared as the language compares them, so what Word corrects (a capital, a hard space) still holds.

import ThiDuaText

/// A piece of a template's line.
enum TemplateSegment: Equatable {
  case literal(Range<Int>)
  case directive(TemplateDirective, whole: Range<Int>)
}

enum TemplateDirective: Equatable {
  case value(Range<Int>, TemplateExpression.NumberForm)
  case loop(variable: Range<Int>, list: Range<Int>)
  case branch(Range<Int>)
  /// `ngược lại`, `ngược lại nếu C`.
  case otherwise(Range<Int>?)
  case end
  /// Reported.
  case wrong
}

struct TemplateScanner {
  let source: Source

  private struct Word {
    var key: String
    var range: Range<Int>
  }

  func segments(_ line: Range<Int>, into diagnostics: inout Diagnostics) -> [TemplateSegment] {
    var segments: [TemplateSegment] = []
    var literal = line.lowerBound
    var place = line.lowerBound
    while place < line.upperBound {
      guard isPair(UInt8(ascii: "{"), at: place, line) else {
        place += 1
        continue
      }
      if literal < place { segments.append(.literal(literal..<place)) }
      guard let end = closing(from: place + 2, line) else {
        diagnostics.add(TemplateMessages.unclosed(span: span(place..<line.upperBound)))
        segments.append(.directive(.wrong, whole: place..<line.upperBound))
        return segments
      }
      let whole = place..<end + 2
      segments.append(
        .directive(directive(trimmed(place + 2..<end), whole, &diagnostics), whole: whole))
      place = end + 2
      literal = place
    }
    if literal < line.upperBound { segments.append(.literal(literal..<line.upperBound)) }
    return segments
  }

  // MARK: One directive

  private func directive(
    _ range: Range<Int>, _ whole: Range<Int>, _ diagnostics: inout Diagnostics
  ) -> TemplateDirective {
    let words = words(range)
    let keys = corrected(words, &diagnostics)
    if keys.isEmpty {
      diagnostics.add(TemplateMessages.empty(span: span(whole)))
      return .wrong
    }
    if keys == ["hết"] { return .end }
    if keys.starts(with: ["ngược", "lại"]) {
      if keys.count == 2 { return .otherwise(nil) }
      if keys[2] == "nếu", keys.count > 3 {
        return .otherwise(words[3].range.lowerBound..<range.upperBound)
      }
    }
    if keys.starts(with: ["với", "mỗi"]) {
      guard let inside = keys.firstIndex(of: "trong"), inside > 2, inside + 1 < keys.count else {
        diagnostics.add(
          TemplateMessages.loopForm(text(range), span: span(range)))
        return .wrong
      }
      return .loop(
        variable: words[2].range.lowerBound..<words[inside - 1].range.upperBound,
        list: words[inside + 1].range.lowerBound..<range.upperBound)
    }
    // `nếu C thì A ngược lại B` is a value.
    if keys[0] == "nếu", !keys.contains("thì"), keys.count > 1 {
      return .branch(words[1].range.lowerBound..<range.upperBound)
    }
    return value(range)
  }

  /// The words as compared; those of the template's own that only lack their marks are told and understood.
  private func corrected(_ words: [Word], _ diagnostics: inout Diagnostics) -> [String] {
    let keys = words.map(\.key)
    let bare = keys.map { VietnameseText.unaccented($0, lowercased: true) }
    let meant: [String]
    switch bare.first {
    case "het" where bare.count == 1: meant = ["hết"]
    case "nguoc" where bare.count > 1 && bare[1] == "lai": meant = ["ngược", "lại"]
    case "voi" where bare.count > 1 && bare[1] == "moi" && bare.contains("trong"):
      meant = ["với", "mỗi"]
    default: return keys
    }
    guard !keys.starts(with: meant) else { return keys }
    let range = words[0].range.lowerBound..<words[meant.count - 1].range.upperBound
    diagnostics.add(
      TemplateMessages.misspelt(
        text(range), meant: meant.joined(separator: " "), span: span(range)))
    return meant + keys.dropFirst(meant.count)
  }

  /// `E`, `E: 2` or `E: 02`.
  private func value(_ range: Range<Int>) -> TemplateDirective {
    let bytes = source.bytes
    var place = range.upperBound
    var digits = 0
    while place > range.lowerBound, (0x30...0x39).contains(bytes[place - 1]), digits < 3 {
      place -= 1
      digits += 1
    }
    let number = place
    while place > range.lowerBound, bytes[place - 1] == 0x20 { place -= 1 }
    guard digits > 0, digits < 3, place > range.lowerBound, bytes[place - 1] == UInt8(ascii: ":"),
      let decimals = Int(String(decoding: bytes[number..<range.upperBound], as: UTF8.self))
    else { return .value(range, .plain) }
    let isPadded = digits == 2 && bytes[number] == UInt8(ascii: "0")
    return .value(
      trimmed(range.lowerBound..<place - 1), isPadded ? .padded : .decimals(decimals))
  }

  // MARK: Bytes

  private func isPair(_ byte: UInt8, at place: Int, _ line: Range<Int>) -> Bool {
    place + 1 < line.upperBound && source.bytes[place] == byte && source.bytes[place + 1] == byte
  }

  /// Where `}}` begins, outside texts in quotes; inside them when nowhere else.
  private func closing(from start: Int, _ line: Range<Int>) -> Int? {
    var isQuoted = false
    var fallback: Int?
    for place in start..<max(start, line.upperBound) {
      if source.bytes[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard isPair(UInt8(ascii: "}"), at: place, line) else { continue }
      if !isQuoted { return place }
      fallback = fallback ?? place
    }
    return fallback
  }

  private func isSpace(at place: Int) -> Int {
    let byte = source.bytes[place]
    if byte == 0x20 || byte == 0x09 { return 1 }
    if byte == 0xC2, place + 1 < source.bytes.count, source.bytes[place + 1] == 0xA0 { return 2 }
    return 0
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, case let count = isSpace(at: start), count > 0 { start += count }
    while end > start {
      if isSpace(at: end - 1) == 1 {
        end -= 1
      } else if end - 2 >= start, isSpace(at: end - 2) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<max(start, end)
  }

  private func words(_ range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var start: Int?
    var place = range.lowerBound
    func close(_ end: Int) {
      if let first = start {
        words.append(Word(key: VietnameseText.lookupKey(text(first..<end)), range: first..<end))
      }
      start = nil
    }
    while place < range.upperBound {
      let count = isSpace(at: place)
      if count > 0 {
        close(place)
        place += count
      } else {
        if start == nil { start = place }
        place += 1
      }
    }
    close(range.upperBound)
    return words
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  func span(_ range: Range<Int>) -> Span {
    Span(file: source.id, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }
}
