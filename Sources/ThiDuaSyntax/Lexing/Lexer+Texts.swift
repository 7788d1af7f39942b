// Texts `"…"`, `“…”` with `{…}` inside, and quoted names `'…'`.
//
// A text ends on its own line. Braces hold expressions that may hold texts again, so the closing
// sign is found by reading, not by searching.

import ThiDuaText

extension Lexer {
  /// How a text closes; `“ ”` nest, the other two do not.
  enum Quote {
    case straight
    case curly
    case low
  }

  mutating func readText(closing quote: Quote) {
    let start = position
    position += quote == .straight ? 1 : 3
    var parts: [TextPart] = []
    var literal: [UInt8] = []
    var depth = 1
    while position < end, bytes[position] != UInt8(ascii: "\n") {
      let byte = bytes[position]
      let next = position + 1 < end ? bytes[position + 1] : 0
      if byte == UInt8(ascii: "\""), quote == .straight {
        position += 1
        guard next == byte else {
          finishText(parts, literal, from: start)
          return
        }
        literal.append(byte)
        position += 1
      } else if byte == UInt8(ascii: "{") {
        if next == byte {
          literal.append(byte)
          position += 2
          continue
        }
        guard let close = closingBrace(from: position + 1) else {
          reportOpenBrace(start)
          return
        }
        if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
        literal = []
        parts.append(.code(position + 1..<close))
        position = close + 1
      } else if byte == UInt8(ascii: "}"), next == byte {
        literal.append(byte)
        position += 2
      } else if byte == 0xE2, quote != .straight {
        let (scalar, length) = scalarAt(position)
        if scalar == 0x201C { depth += quote == .curly ? 1 : 0 }
        if scalar == 0x201D { depth -= 1 }
        position += length
        if depth == 0 {
          finishText(parts, literal, from: start)
          return
        }
        literal.append(contentsOf: bytes[position - length..<position])
      } else {
        literal.append(byte)
        position += 1
      }
    }
    diagnostics.add(SyntaxMessages.unclosedText(span: span(start, position)))
    add(.reported, from: start)
  }

  private mutating func finishText(_ parts: [TextPart], _ literal: [UInt8], from start: Int) {
    var parts = parts
    if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
    add(.text(parts), from: start)
  }

  /// The `}` that closes an expression, texts inside it skipped; nil past the end of the line or
  /// when texts and braces nest deeper than anyone writes.
  private func closingBrace(from start: Int) -> Int? {
    var isInText: [Bool] = [false]
    var index = start
    while index < end, bytes[index] != UInt8(ascii: "\n"), isInText.count <= 16 {
      let byte = bytes[index]
      let isDoubled = index + 1 < end && bytes[index + 1] == byte
      switch (byte, isInText[isInText.count - 1]) {
      case (UInt8(ascii: "\""), true), (UInt8(ascii: "{"), true), (UInt8(ascii: "}"), true):
        if isDoubled {
          index += 1
        } else if byte == UInt8(ascii: "{") {
          isInText.append(false)
        } else if byte == UInt8(ascii: "\"") {
          isInText.removeLast()
        }
      case (UInt8(ascii: "\""), false): isInText.append(true)
      case (UInt8(ascii: "{"), false): isInText.append(false)
      case (UInt8(ascii: "}"), false):
        isInText.removeLast()
        if isInText.isEmpty { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func reportOpenBrace(_ start: Int) {
    diagnostics.add(SyntaxMessages.unclosedBrace(span: span(position, position + 1)))
    // Go on after the next quote of the same kind, so that the rest of the line is still read.
    position += 1
    let close: UInt8 = bytes[start] == UInt8(ascii: "\"") ? UInt8(ascii: "\"") : 0x9D
    while position < end, bytes[position] != UInt8(ascii: "\n") {
      position += 1
      if bytes[position - 1] == close { break }
    }
    add(.reported, from: start)
  }

  mutating func readQuotedName(openingLength: Int) {
    let start = position
    position += openingLength
    let inside = position
    while position < end, bytes[position] != UInt8(ascii: "\n") {
      let (scalar, length) = scalarAt(position)
      if scalar == 0x27 || scalar == 0x2019 || scalar == 0x2018 {
        // An apostrophe between letters belongs to the word also here.
        let isInWord = position > inside && isLetterAt(position + length)
        if !isInWord {
          let text = String(decoding: bytes[inside..<position], as: UTF8.self)
          position += length
          let folded = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          if folded.isEmpty {
            diagnostics.add(SyntaxMessages.unclosedName(span: span(start, position)))
            add(.reported, from: start)
          } else {
            add(.quotedName(folded), from: start, key: VietnameseText.lookupKey(folded))
          }
          return
        }
      }
      position += length
    }
    diagnostics.add(SyntaxMessages.unclosedName(span: span(start, position)))
    add(.reported, from: start)
  }
}
