// Headers and clauses: what heads have in common.
//
// `HEAD [NAME or CODE] ["Title"] [của KIND] [trong mỗi G] {, clause}`, and the clauses after commas.

import ThiDuaNumber
import ThiDuaText

extension Parser {
  /// What names a declaration.
  enum Naming {
    /// Head and code (`tiêu chí 1.1`), else the title.
    case headAndCode
    /// The title, else the name.
    case title
    /// The title, else the head itself (`điểm thưởng`).
    case titleOrHead
    /// The name alone.
    case name
  }

  /// Reads a header from the first token of the line; the head is `count` words long.
  mutating func header(_ head: Head, count: Int, naming: Naming) -> Header? {
    let start = position
    position += count
    let headSpan = span(from: start)
    let code = headerCode()
    var title: (text: String, span: Span)?
    if current.isText { title = plainText("tiêu đề") }
    var kind: Name?
    if accept(.of) {
      kind = expectName("tên loại đối tượng")
      if kind == nil { return nil }
    }
    var group: Expression?
    if accept(.inEach) { group = groupKey() }
    readAmendmentDate()
    let name = headerName(head, headSpan, code, title, naming)
    guard let name else {
      let purpose = naming == .name ? "tên sau \"\(head.rawValue)\"" : "tên hoặc tiêu đề"
      let example = kind == nil ? nil : String(head.example.prefix { $0 != "\n" })
      fail(SyntaxMessages.nameExpected(purpose, found: found, example: example, span: place))
      return nil
    }
    return Header(
      name: name, code: naming == .headAndCode ? code?.text : nil, title: title?.text, kind: kind,
      group: group,
      span: span(from: start))
  }

  /// A code (`1.1`, `4a`) or the words of a name.
  private mutating func headerCode() -> Name? {
    if current.isCode {
      position += 1
      return name(position - 1..<position)
    }
    return acceptName()
  }

  private func headerName(
    _ head: Head, _ headSpan: Span, _ code: Name?, _ title: (text: String, span: Span)?,
    _ naming: Naming
  ) -> Name? {
    let titleName = title.map { name(text: $0.text, span: $0.span) }
    switch naming {
    case .headAndCode:
      guard let code else { return titleName }
      return name(text: head.rawValue + " " + code.text, span: headSpan.joined(code.span))
    case .title: return titleName ?? code
    case .titleOrHead: return titleName ?? code ?? name(text: head.rawValue, span: headSpan)
    case .name: return code ?? titleName
    }
  }

  /// `cụm` or, for groups within groups, `cụm và khối`: both together make the group.
  mutating func groupKey() -> Expression {
    let start = position
    let first = additive()
    guard at(.and) else { return first }
    var pieces = [TextPiece.value(first, decimals: nil)]
    while accept(.and), countOperator() {
      pieces += [.literal(" · "), .value(additive(), decimals: nil)]
    }
    return Expression(.text(pieces), span(from: start))
  }

  // MARK: Clauses

  /// The clause after the comma at the current place.
  func clause(among allowed: [ClauseHead]) -> (id: ClauseHead, count: Int)? {
    guard at(.comma) else { return nil }
    return Phrases.clauses.match(tokens, at: position + 1, limit: limit) { allowed.contains($0) }
  }

  /// Reads clauses until the line ends or one is unknown; `read` gets each head, already passed.
  mutating func clauses(
    _ allowed: [ClauseHead], _ read: (inout Parser, ClauseHead) -> Void
  ) {
    let amending = amendmentClauses
    while at(.comma), !hasFailed {
      guard let clause = clause(among: allowed + amending) else {
        failUnknownClause(allowed: allowed + amending)
        return
      }
      position += 1 + clause.count
      if allowed.contains(clause.id) {
        read(&self, clause.id)
      } else {
        readAmendmentClause(clause.id)
      }
    }
  }

  /// The clauses any rule line may end with.
  static let suffixHeads: [ClauseHead] = [
    .round, .atMost, .notExceeding, .atLeast, .unless, .precedence, .basis,
  ]

  /// Reads one suffix whose head has been passed; false when it is none.
  mutating func readSuffix(_ head: ClauseHead, into suffixes: inout Suffixes) -> Bool {
    switch head {
    case .round: suffixes.rounding = rounding()
    case .atMost, .notExceeding: suffixes.atMost = additive()
    case .atLeast: suffixes.atLeast = additive()
    case .unless: suffixes.unless = condition()
    case .precedence: suffixes.takesPrecedence = true
    case .usedOnce: if let name = usedOnce() { suffixes.usedOnce.append(name) }
    case .basis: if let basis = basis() { suffixes.basis.append(basis) }
    default: return false
    }
    return true
  }

  /// `2 chữ số` · `đến 0,25 điểm` · `lên đến 10.000 đồng`, after `làm tròn`.
  mutating func rounding() -> Rounding? {
    let construct = "làm tròn 2 chữ số, hoặc làm tròn đến 0,25 điểm"
    var rule = RoundingRule.halfAwayFromZero
    if accept(words: "nửa chẵn") {
      rule = .halfEven
    } else if accept(words: "lên") {
      rule = .up
    } else if accept(words: "xuống") {
      rule = .down
    }
    if accept(words: "đến") {
      return Rounding(target: .step(additive()), rule: rule)
    }
    guard current.numeral != nil || at(.openParen) else {
      failMissing("đến", in: construct)
      return nil
    }
    let places = at(.openParen) ? atom() : number(takesUnit: false)
    guard accept(words: "chữ số") else {
      failMissing("chữ số", in: construct)
      return nil
    }
    _ = accept(words: "thập phân")
    return Rounding(target: .places(places), rule: rule)
  }

  /// `HD10 "mục II.3"`, after `căn cứ`.
  mutating func basis() -> Basis? {
    let start = position
    guard let label = expectName("ký hiệu văn bản") else { return nil }
    let clause = current.isText ? plainText("điều khoản")?.text : nil
    return Basis(label: label, clause: clause, span: span(from: start))
  }

  /// `, căn cứ HD "Điều 1"` at the end of a block's first line: the same as a line of the block.
  mutating func basisLine() -> RuleLine? {
    basis().map { RuleLine(.basis($0), suffixes: Suffixes(), item: nil, span: $0.span) }
  }

  /// How `không áp dụng` is treated, if a clause says so.
  static let treatments: [ClauseHead: AbsenceTreatment] = [
    .rebase: .rebase, .fullScore: .fullScore, .spread: .spread, .leaveOut: .leaveOut,
  ]

  /// The treatment after `không áp dụng thì`.
  mutating func treatment() -> AbsenceTreatment? {
    if let found = Phrases.clauses.match(
      tokens, at: position, limit: limit, where: { Parser.treatments[$0] != nil })
    {
      position += found.count
      return Parser.treatments[found.id]
    }
    fail(
      SyntaxMessages.unknownChoice(
        text(position..<limit), purpose: "cách xử lý",
        choices: AbsenceTreatment.allCases.map(\.rawValue),
        span: place))
    return nil
  }

  /// `kiểu Việt Nam` or `kiểu quốc tế`.
  static let styles: [ClauseHead: NumberStyle] = [
    .vietnameseStyle: .vietnamese, .internationalStyle: .international,
  ]

  // MARK: Heads of lines

  /// The head the current line begins with, among those that may stand in `places`.
  func head(in places: Keyword.Place...) -> (id: Head, count: Int)? {
    Phrases.heads.match(tokens, at: position, limit: limit) { head in
      places.contains { Phrases.headPlaces[head]?.contains($0) ?? false }
    }
  }

  /// The line head the current line begins with in a block.
  func lineHead(in place: Keyword.Place) -> (id: LineHead, count: Int)? {
    Phrases.lineHeads.match(tokens, at: position, limit: limit) {
      Phrases.linePlaces[$0]?.contains(place) ?? false
    }
  }

  /// The first words of the line, for messages.
  var lineStart: (text: String, span: Span) {
    let first = lines[line].tokens.lowerBound
    var end = first
    while end < limit, end < first + 4, tokens[end].isWord { end += 1 }
    end = max(end, min(first + 1, limit))
    return (text(first..<end), tokens[first].span.joined(tokens[end - 1].span))
  }

  /// A candidate the line begins with but for accents: what is written, and how it should be.
  func unaccentedMatch(_ candidates: [String]) -> (written: Range<Int>, right: String)? {
    let first = lines[line].tokens.lowerBound
    var key = ""
    var best: (written: Range<Int>, right: String)?
    for end in first..<limit {
      guard tokens[end].isWord, end - first < Phrases.longestHead else { break }
      key += (key.isEmpty ? "" : " ") + tokens[end].key
      guard let texts = Phrases.bareForms[VietnameseText.unaccented(key, lowercased: true)] else {
        continue
      }
      let meant = texts.first { candidates.contains($0) && VietnameseText.lookupKey($0) != key }
      if let meant { best = (first..<end + 1, meant) }
    }
    return best
  }

  /// Reports the line if it begins with one of the candidates written without accents.
  mutating func failUnaccented(_ candidates: [String]) -> Bool {
    guard let match = unaccentedMatch(candidates), let last = match.written.last else {
      return false
    }
    let place = tokens[match.written.lowerBound].span.joined(tokens[last].span)
    fail(
      SyntaxMessages.unaccentedKeyword(text(match.written), write: match.right, span: place))
    return true
  }
}
