// Names are phrases: the longest run of words that holds no reserved phrase, no connector of this
// statement, and no comparison word that binds.
//
// The two questions that look at declared names are asked here: a comparison word never binds inside
// a declared name, and `KIND này` is the current subject only when no such name exists.

import ThiDuaText

extension Parser {
  /// One past the last token of the name at `start`; `start` when none begins there.
  func nameEnd(from start: Int) -> Int {
    var index = start
    var guarded = start
    while index < limit {
      let token = tokens[index]
      switch token.kind {
      case .quotedName:
        break
      case .numeral(let numeral):
        guard numeral.isCode, index > start, tokens[index - 1].numeral == nil,
          !(index + 1 < limit && tokens[index + 1].isSymbol(.percent))
        else { return index }
      case .word:
        guarded = max(guarded, declared.guardedEnd(tokens, from: index, limit: limit))
        if reserved(at: index) != nil { return index }
        if index >= guarded, isConnector(at: index) || comparison(at: index) != nil {
          return index
        }
      default:
        return index
      }
      index += 1
    }
    return index
  }

  /// True when a connector of the running statement stands here.
  func isConnector(at index: Int) -> Bool {
    guard rules.connectors != .none else { return false }
    let active = rules.connectors
    return Phrases.connectors.match(tokens, at: index, limit: limit) { active.contains($0.bit) }
      != nil
  }

  /// The comparison word at `index`, if it binds there.
  func comparison(at index: Int) -> (id: Comparison, count: Int)? {
    guard let found = Phrases.comparisons.match(tokens, at: index, limit: limit) else {
      return nil
    }
    let next = index + found.count
    guard next < limit else { return nil }
    if beginsLiteral(at: next) || tokens[next].isSymbol(.openParen) { return found }
    if found.id == .from { return fromForm(at: index) == nil ? nil : found }
    if found.id == .different || found.id == .equal, literalWord(at: next) != nil { return found }
    return nil
  }

  func beginsLiteral(at index: Int) -> Bool {
    guard index < limit else { return false }
    switch tokens[index].kind {
    case .numeral, .text: return true
    case .symbol(.minus):
      return index + 1 < limit && tokens[index + 1].numeral != nil
        && !tokens[index + 1].spaceBefore
    case .word:
      return tokens[index].word == Parser.day && index + 1 < limit
        && (tokens[index + 1].numeral?.isDate ?? false)
    default: return false
    }
  }

  static let day = Vocabulary.phrase("ngày")[0]

  /// A literal word that is the whole phrase at `index`.
  func literalWord(at index: Int) -> (id: LiteralWord, count: Int)? {
    guard let found = Phrases.literals.match(tokens, at: index, limit: limit) else { return nil }
    let next = index + found.count
    guard next < limit else { return found }
    switch tokens[next].kind {
    case .word:
      return reserved(at: next) != nil || isConnector(at: next) || comparison(at: next) != nil
        ? found : nil
    case .numeral, .quotedName, .text: return nil
    case .symbol(.openParen): return nil
    default: return found
    }
  }

  /// How a `từ` phrase ends.
  enum FromForm {
    case up
    case down
    case to
  }

  /// The form of the `từ` at `index`; nil when no `trở lên`, `trở xuống` or `đến` follows it before
  /// the phrase ends, or when a later `từ` is the one they belong to.
  func fromForm(at index: Int) -> FromForm? {
    var next = index + 1
    var depth = 0
    var sawTo = false
    while next < limit {
      let guarded = declared.guardedEnd(tokens, from: next, limit: limit)
      if guarded > next {
        next = guarded
        continue
      }
      let token = tokens[next]
      if let symbol = token.symbol {
        if symbol.isOpening { depth += 1 }
        if symbol.isClosing { depth -= 1 }
        if depth < 0 { break }
        if depth == 0 {
          if symbol == .comma || symbol == .semicolon || symbol == .colon { break }
          if symbol.comparison != nil { break }
        }
      } else if depth == 0, token.isWord {
        if let phrase = reserved(at: next) {
          switch phrase.id {
          case .up: return .up
          case .down: return .down
          case .of: break
          default: return sawTo ? .to : nil
          }
        } else if token.word == Parser.from {
          return sawTo ? .to : nil
        } else if token.word == Parser.to, next > index + 1, next + 1 < limit {
          sawTo = true
        }
      }
      next += 1
    }
    return sawTo ? .to : nil
  }

  static let from = Vocabulary.phrase(Comparison.from.rawValue)[0]
  static let to = Vocabulary.phrase(Connector.upTo.rawValue)[0]

  /// The name made of a run of tokens.
  func name(_ range: Range<Int>) -> Name {
    var texts: [String] = []
    var keys: [String] = []
    for index in range {
      let token = tokens[index]
      if case .quotedName(let text) = token.kind {
        texts.append(text)
      } else {
        texts.append(source.text(token.span))
      }
      keys.append(token.key.isEmpty ? VietnameseText.lookupKey(texts[texts.count - 1]) : token.key)
    }
    return Name(
      text: texts.joined(separator: " "), key: keys.joined(separator: " "),
      span: tokens[range.lowerBound].span.joined(tokens[range.upperBound - 1].span))
  }

  /// Reads a name; nil, without a word, when none begins here.
  mutating func acceptName() -> Name? {
    let end = nameEnd(from: position)
    guard end > position else { return nil }
    let result = name(position..<end)
    position = end
    return result
  }

  /// Reads a name, or reports what should be named.
  mutating func expectName(_ purpose: String) -> Name? {
    if let name = acceptName() { return name }
    fail(SyntaxMessages.nameExpected(purpose, found: found, span: place))
    return nil
  }

  /// Names separated by `;`.
  mutating func nameList(_ purpose: String) -> [Name] {
    var names: [Name] = []
    repeat {
      guard let name = expectName(purpose) else { break }
      names.append(name)
    } while accept(.semicolon)
    return names
  }

  /// A name for a text written by the user.
  func name(text: String, span: Span) -> Name {
    Name(text: text, key: VietnameseText.lookupKey(text), span: span)
  }

  /// A text without `{…}`: a title, a level, a file.
  mutating func plainText(_ purpose: String) -> (text: String, span: Span)? {
    guard case .text(let parts) = current.kind else {
      if failBareFileName() { return nil }
      fail(SyntaxMessages.plainTextExpected(purpose, hasBraces: false, span: place))
      return nil
    }
    let span = place
    position += 1
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else {
        warn(SyntaxMessages.plainTextExpected(purpose, hasBraces: true, span: span))
        return (source.text(span), span)
      }
      text += piece
    }
    return (text, span)
  }

  /// Reports a file's name without its quotes.
  mutating func failBareFileName() -> Bool {
    guard let written = bareFileName else { return false }
    fail(SyntaxMessages.fileNameWithoutQuotes(source.text(written), span: written))
    toldWhole.append(written)
    return true
  }

  /// `tap-the.csv` where a text belongs: what is written up to the next blank, if it ends like a file's name.
  private var bareFileName: Span? {
    guard !isAtEnd, current.isWord else { return nil }
    let start = Int(current.span.start)
    let bytes = source.bytes[start..<Int(lineSpan.end)].prefix { !" \t,;:".utf8.contains($0) }
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > start,
      (2...6).contains(bytes.endIndex - dot - 1),
      bytes[(dot + 1)...].allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\"") })
    else { return nil }
    return Span(file: current.span.file, start: UInt32(start), end: UInt32(bytes.endIndex))
  }

  /// Plain texts separated by `;`.
  mutating func plainTextList(_ purpose: String) -> [(text: String, span: Span)] {
    var texts: [(text: String, span: Span)] = []
    repeat {
      guard let text = plainText(purpose) else { break }
      texts.append(text)
    } while accept(.semicolon)
    return texts
  }
}
