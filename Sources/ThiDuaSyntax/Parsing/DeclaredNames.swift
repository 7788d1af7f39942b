// The names a script declares, found before it is parsed.
//
// In: tokens and logical lines; lookup keys of names declared elsewhere. Out: what the parser may ask:
// does a declared name begin here (comparison words never bind inside one), is this phrase declared,
// is this word a unit. Nothing else in the parser depends on names. Internal to ThiDuaSyntax.

import ThiDuaText

struct DeclaredNames {
  private(set) var keys: Set<String>
  /// The names declared elsewhere, as they were given.
  let known: Set<String>
  private(set) var units = Phrases.units
  /// Declared names of more than one word that hold a comparison word, by their first word.
  private var guarded: [String: [[String]]] = [:]
  private var guardedFirst = [Bool](repeating: false, count: 256)

  init(tokens: [Token], lines: [LogicalLine], known: Set<String>) {
    keys = known
    self.known = known
    var isInFields = false
    for line in lines where !line.isTableRow {
      var range = line.tokens
      var head = Phrases.heads.match(tokens, at: range.lowerBound, limit: range.upperBound)
      if !isInFields, let amended = head, DeclaredNames.amending.contains(amended.id) {
        // What is amended was declared elsewhere; only the fields that follow are new.
        range = range.lowerBound + amended.count..<range.upperBound
        head = Phrases.heads.match(tokens, at: range.lowerBound, limit: range.upperBound)
        isInFields = head?.id == .subjectKind
        continue
      }
      if isInFields {
        if head?.id == .end { isInFields = false } else { addAttribute(tokens, range) }
        continue
      }
      if let definition = Definition(tokens, range) {
        keys.insert(phrase(tokens, range.lowerBound..<definition.of))
        continue
      }
      guard let head else { continue }
      addHeader(tokens, range, head.id, after: head.count)
      if head.id == .subjectKind { isInFields = true }
    }
    for name in keys { guardName(name) }
    for name in ["điểm tối đa", "bắt đầu bằng", "kết thúc bằng"] {
      guardName(VietnameseText.lookupKey(name))
    }
  }

  private static let amending: Set<Head> = [.amending, .supplementing, .replacing]

  private mutating func addAttribute(_ tokens: [Token], _ range: Range<Int>) {
    guard let colon = range.first(where: { tokens[$0].isSymbol(.colon) }) else { return }
    for part in tokens[range.lowerBound..<colon].split(whereSeparator: { $0.isSymbol(.semicolon) })
    {
      keys.insert(phrase(tokens, part.startIndex..<part.endIndex))
    }
    for index in colon..<range.upperBound {
      guard
        let clause = Phrases.clauses.match(tokens, at: index, limit: range.upperBound),
        clause.id == .inverse
      else { continue }
      keys.insert(words(tokens, from: index + clause.count, to: range.upperBound))
    }
  }

  private mutating func addHeader(
    _ tokens: [Token], _ range: Range<Int>, _ head: Head, after count: Int
  ) {
    let start = range.lowerBound + count
    let name = words(tokens, from: start, to: range.upperBound)
    switch head {
    case .units:
      for part in tokens[start..<range.upperBound].split(whereSeparator: { !$0.isWord }) {
        units.insert(phrase(tokens, part.startIndex..<part.endIndex))
      }
    case .subjectKind:
      units.insert(name)
      keys.insert(name)
    case .group, .criterion, .cluster, .council:
      let title = VietnameseText.lookupKey(head.rawValue)
      keys.insert(name.isEmpty ? title : title + " " + name)
    case .parameter, .scale, .bonus, .penalty, .method, .judging, .classification, .ranking, .title,
      .award,
      .function, .procedure, .set:
      if !name.isEmpty { keys.insert(name) }
    case .decisionTable:
      addResults(tokens, start..<range.upperBound)
    default: return
    }
    for index in start..<range.upperBound {
      if case .text(let parts) = tokens[index].kind, parts.count == 1,
        case .literal(let text) = parts[0]
      {
        keys.insert(VietnameseText.lookupKey(text))
      }
    }
  }

  /// `, kết quả A; B`: each names a column.
  private mutating func addResults(_ tokens: [Token], _ range: Range<Int>) {
    for index in range where tokens[index].isSymbol(.comma) {
      guard
        let clause = Phrases.clauses.match(tokens, at: index + 1, limit: range.upperBound),
        clause.id == .results
      else { continue }
      var start = index + 1 + clause.count
      repeat {
        keys.insert(words(tokens, from: start, to: range.upperBound))
        while start < range.upperBound, tokens[start].isWord || tokens[start].isCode { start += 1 }
        start += 1
      } while start < range.upperBound && tokens[start - 1].isSymbol(.semicolon)
    }
  }

  /// The run of words and codes at a place, up to the first reserved phrase.
  private func words(_ tokens: [Token], from start: Int, to end: Int) -> String {
    var index = start
    while index < end, tokens[index].isWord || tokens[index].isCode {
      if Phrases.reserved.match(tokens, at: index, limit: end) != nil { break }
      index += 1
    }
    return phrase(tokens, start..<index)
  }

  private func phrase(_ tokens: [Token], _ range: Range<Int>) -> String {
    tokens[range].map(\.key).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func guardName(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, words.contains(where: { DeclaredNames.comparing.contains($0) }) else {
      return
    }
    guarded[words[0], default: []].append(words)
    if let first = words[0].utf8.first { guardedFirst[Int(first)] = true }
  }

  /// Words that may be taken for a comparison: their first words, and `đến`.
  private static let comparing: Set<String> = {
    var words: Set<String> = [VietnameseText.lookupKey(Connector.upTo.rawValue)]
    for comparison in Comparison.allCases {
      let first = comparison.rawValue.split(separator: " ")[0]
      words.insert(VietnameseText.lookupKey(String(first)))
    }
    return words
  }()

  /// Whether a guarded name may begin with this token: the first byte decides most of the time.
  private func startsGuarded(_ token: Token) -> Bool {
    guard let first = token.key.utf8.first else { return false }
    return guardedFirst[Int(first)]
  }

  /// One past the end of the longest guarded name at `index`, or `index`.
  func guardedEnd(_ tokens: [Token], from index: Int, limit: Int) -> Int {
    guard index < limit, startsGuarded(tokens[index]), let names = guarded[tokens[index].key] else {
      return index
    }
    var end = index
    for words in names where index + words.count <= limit && index + words.count > end {
      let isSame = words.indices.allSatisfy { tokens[index + $0].key == words[$0] }
      if isSame { end = index + words.count }
    }
    return end
  }

  func contains(_ key: String) -> Bool { keys.contains(key) }

  /// True when a declared name of at least two words begins with these tokens.
  func beginsName(_ tokens: [Token], from index: Int, limit: Int) -> Bool {
    var key = ""
    var next = index
    while next < limit, tokens[next].isWord || tokens[next].isCode {
      key += key.isEmpty ? tokens[next].key : " " + tokens[next].key
      next += 1
      if next > index + 1, keys.contains(key) { return true }
    }
    return false
  }
}

/// A line `PHRASE của PHRASE =`, whatever it begins with.
struct Definition {
  let of: Int
  let equal: Int

  init?(_ tokens: [Token], _ range: Range<Int>, sign: Symbol = .equal) {
    var of: Int?
    for index in range {
      let token = tokens[index]
      if token.isSymbol(sign) {
        guard let of, index > of + 1 else { return nil }
        self.of = of
        equal = index
        return
      }
      if let reserved = Phrases.reserved.match(tokens, at: index, limit: range.upperBound) {
        guard reserved.id == .of, of == nil, index > range.lowerBound else { return nil }
        of = index
        continue
      }
      switch token.kind {
      case .word, .quotedName: continue
      case .numeral(let numeral):
        guard numeral.isCode, index > range.lowerBound else { return nil }
      default: return nil
      }
    }
    return nil
  }
}
