// `xếp loại`, `xếp hạng`, `danh hiệu`, `hình thức khen thưởng`, and the quotas they share.

import ThiDuaText

extension Parser {
  // MARK: Levels

  mutating func classification(_ count: Int) -> Item? {
    let header = header(.classification, count: count, naming: .name)
    var topDown = false
    var lines: [RuleLine] = []
    clauses([.topDown, .basis]) { parser, clause in
      if clause == .topDown {
        topDown = true
      } else if let line = parser.basisLine() {
        lines.append(line)
      }
    }
    passHeaderColon()
    endLine()
    var levels: [ClassificationDeclaration.Level] = []
    var limits: [ClassificationDeclaration.Limit] = []
    ruleLines(.classification, title: Head.classification.rawValue) { parser, start in
      switch start {
      case .level: if let level = parser.level(&lines) { levels.append(level) }
      case .line(.limit, let count):
        if let limit = parser.levelLimit(count) { limits.append(limit) }
      case .line(let head, let count):
        guard let rule = parser.ruleLine(head, count: count, in: .classification) else { break }
        if case .exception(let test, .quota(let amount)) = rule.content, !limits.isEmpty {
          limits[limits.count - 1].exceptions.append((test, amount))
        } else {
          lines.append(rule)
        }
      case .closes, .unknown: return false
      }
      return true
    }
    return header.map {
      .classification(
        ClassificationDeclaration(
          header: $0, topDown: topDown, levels: levels, lines: lines, limits: limits))
    }
  }

  /// `"Tốt" khi C[, trừ trường hợp D]` or `"Trung bình" còn lại`; what a level cites is the block's.
  private mutating func level(_ lines: inout [RuleLine]) -> ClassificationDeclaration.Level? {
    let start = position
    guard let title = unquotedLevel() ?? plainText("tên mức") else { return nil }
    var test: Expression?
    if accept(.when) {
      test = condition()
    } else if !accept(.otherLevels) {
      failMissing("khi", in: "\"TÊN MỨC\" khi ĐIỀU KIỆN, hoặc \"TÊN MỨC\" còn lại")
      return nil
    }
    var unless: Expression?
    clauses([.unless, .basis]) { parser, clause in
      if clause == .unless {
        unless = parser.condition()
      } else if let line = parser.basisLine() {
        lines.append(line)
      }
    }
    return ClassificationDeclaration.Level(
      title: title.text, titleSpan: title.span, condition: test, unless: unless,
      span: span(from: start))
  }

  /// Reads a name without quotes as the level it was meant to be.
  private mutating func unquotedLevel() -> (text: String, span: Span)? {
    guard !current.isText, let end = endOfUnquotedLevel else { return nil }
    let written = text(position..<end)
    let place = tokens[position].span.joined(tokens[end - 1].span)
    warn(SyntaxMessages.levelWithoutQuotes(written, span: place))
    position = end
    return (written, place)
  }

  /// `hạn mức "A" không quá 20% số KIND mà C, trong mỗi G, theo thứ tự K; vượt thì xếp "B"`.
  private mutating func levelLimit(_ count: Int) -> ClassificationDeclaration.Limit? {
    let start = position
    position += count
    let construct = "hạn mức \"A\" không quá 20% số tập thể mà …; vượt thì xếp \"B\""
    guard let level = plainText("tên mức") else { return nil }
    guard let word = Phrases.comparisons.match(tokens, at: position, limit: limit),
      word.id == .atMost || word.id == .notExceeding || word.id == .maximum
    else {
      failMissing("không quá", in: construct)
      return nil
    }
    position += word.count
    var order: [SortKey] = []
    guard var quota = shareQuota(from: start) else { return nil }
    var demoted: (text: String, span: Span)?
    while !hasFailed, at(.comma) || at(.semicolon) {
      if let found = Phrases.clauses.match(tokens, at: position + 1, limit: limit),
        found.id == .demotion
      {
        position += 1 + found.count
        demoted = plainText("tên mức")
        break
      }
      guard at(.comma), let clause = clause(among: Parser.quotaHeads + [.inOrder]) else {
        failUnknownClause(allowed: Parser.quotaHeads + [.inOrder, .demotion])
        return nil
      }
      position += 1 + clause.count
      if clause.id == .inOrder {
        order = limitOrder()
      } else {
        readQuotaClause(clause.id, into: &quota)
      }
    }
    guard let demoted else {
      failMissing("vượt thì xếp", in: construct)
      return nil
    }
    quota.span = span(from: start)
    return ClassificationDeclaration.Limit(
      level: level, quota: quota, order: order, demotedTo: demoted, span: span(from: start))
  }

  /// Keys up to the `;` that stands before `vượt thì xếp`.
  private mutating func limitOrder() -> [SortKey] {
    var keys = [sortKey()]
    while !hasFailed, at(.semicolon) {
      let isDemotion = Phrases.clauses.match(tokens, at: position + 1, limit: limit)
      if isDemotion?.id == .demotion { break }
      position += 1
      keys.append(sortKey())
    }
    return keys
  }

  // MARK: Ranks

  mutating func ranking(_ count: Int) -> Item? {
    let header = header(.ranking, count: count, naming: .name)
    let isInOneLine = header.map { failRankingInOneLine($0) } ?? false
    if isInOneLine { position = limit }
    var lines: [RuleLine] = []
    clauses([.basis]) { parser, _ in
      if let line = parser.basisLine() { lines.append(line) }
    }
    passHeaderColon()
    endLine()
    var keys: [SortKey] = []
    var ties: RankingDeclaration.Ties?
    ruleLines(.ranking, title: Head.ranking.rawValue) { parser, start in
      guard case .line(let head, let count) = start else { return false }
      switch head {
      case .orderBy:
        parser.once(keys.isEmpty, head)
        parser.position += count
        keys += parser.sortKeys()
      case .preference:
        parser.position += count
        keys.append(parser.preference())
      case .ties:
        parser.once(ties == nil, head)
        parser.position += count
        ties = parser.ties()
      default:
        if let rule = parser.ruleLine(head, count: count, in: .ranking) { lines.append(rule) }
      }
      return true
    }
    if isInOneLine { return nil }
    return header.map {
      .ranking(RankingDeclaration(header: $0, keys: keys, ties: ties, lines: lines))
    }
  }

  /// Reports a line that may stand only once.
  private mutating func once(_ isFirst: Bool, _ head: LineHead) {
    if !isFirst { warn(SyntaxMessages.repeatedLine(head.rawValue, span: lineSpan)) }
  }

  /// `giới tính là "Nữ"`, after `bằng nhau thì ưu tiên`.
  private mutating func preference() -> SortKey {
    SortKey(value: condition(), isDescending: true, isPreference: true)
  }

  /// The rest of `vẫn bằng nhau thì …`, one of the ways the table of `Ties` lists.
  private mutating func ties() -> RankingDeclaration.Ties? {
    let written = text(position..<limit)
    let key = VietnameseText.lookupKey(written)
    let place = isAtEnd ? self.place : tokens[position].span.joined(tokens[limit - 1].span)
    for ties in RankingDeclaration.Ties.allCases
    where VietnameseText.lookupKey(ties.rawValue) == key {
      position = limit
      return ties
    }
    fail(
      SyntaxMessages.unknownChoice(
        written, purpose: "cách xử lý khi bằng nhau",
        choices: RankingDeclaration.Ties.allCases.map(\.rawValue), span: place))
    return nil
  }

  // MARK: Awards

  mutating func award(_ head: Head, _ count: Int) -> Item? {
    let header = header(head, count: count, naming: .title)
    var bases: [RuleLine] = []
    clauses([.basis]) { parser, _ in
      if let line = parser.basisLine() { bases.append(line) }
    }
    passHeaderColon()
    endLine()
    guard let header else {
      var ignored = AwardDeclaration(head, Parser.nowhere)
      awardLines(&ignored, head)
      return nil
    }
    var award = AwardDeclaration(head, header)
    award.lines = bases
    awardLines(&award, head)
    return .award(award)
  }

  /// The header of an award whose header could not be read: its lines are still checked.
  private static let nowhere = Header(
    name: Name(text: "", key: "", span: .none), code: nil, title: nil, kind: nil, group: nil,
    span: .none)

  mutating func judgingMethod(_ count: Int) -> Item? {
    let start = position
    position += count
    let name = expectName("tên cách xét")
    var parameters: [Name] = []
    var award = AwardDeclaration(.title, Parser.nowhere)
    clauses([.using, .basis]) { parser, clause in
      if clause == .using {
        parameters = parser.nameList("tên giá trị cách xét dùng")
      } else if let line = parser.basisLine() {
        award.lines.append(line)
      }
    }
    let span = span(from: start)
    passHeaderColon()
    endLine()
    awardLines(&award, .judging)
    return name.map {
      .judgingMethod(
        JudgingMethodDeclaration(name: $0, parameters: parameters, award: award, span: span))
    }
  }

  private mutating func awardLines(_ award: inout AwardDeclaration, _ head: Head) {
    ruleLines(.award, title: head.rawValue) { parser, start in
      guard case .line(let line, let count) = start else { return false }
      parser.awardLine(line, count, into: &award)
      return true
    }
  }

  private mutating func awardLine(
    _ head: LineHead, _ count: Int, into award: inout AwardDeclaration
  ) {
    let start = position
    switch head {
    case .quotaShare, .quotaCount:
      position += count
      let quota =
        head == .quotaShare ? shareQuota(from: start) : countQuota(from: start)
      guard var quota else { return }
      clauses(Parser.quotaHeads) { parser, clause in
        parser.readQuotaClause(clause, into: &quota)
      }
      quota.span = span(from: start)
      award.quotas.append(quota)
    case .order:
      once(award.order.allSatisfy(\.isPreference), head)
      position += count
      award.order += sortKeys()
    case .preference:
      position += count
      award.order.append(preference())
    case .councilTies:
      position += count
      award.saysCouncilDecidesTies = true
    case .minimumShare:
      once(award.minimumShare == nil, head)
      position += count
      let share = additive()
      guard expect(.same, in: "trong đó ít nhất 30% là lao động trực tiếp") else { return }
      award.minimumShare = (share, condition())
    case .notTogether:
      position += count
      award.exclusiveWith += nameList("tên danh hiệu")
    case .oncePerEvent:
      position += count
      if let name = usedOnce() { award.usedOnce.append(name) }
    case .prize:
      once(award.prize == nil, head)
      position += count
      award.prize = expression()
    default:
      guard let rule = ruleLine(head, count: count, in: .award) else { return }
      if case .exception(let test, .quota(let amount)) = rule.content, !award.quotas.isEmpty {
        award.quotaExceptions.append((award.quotas.count - 1, test, amount))
      } else {
        award.lines.append(rule)
      }
    }
  }

  /// `năm chỉ dùng một lần`, after `mỗi`.
  mutating func usedOnce() -> Name? {
    let name = reserving(.onlyOnce) { $0.expectName("năm hoặc tên loại đối tượng") }
    if let name, [.atMost, .notExceeding, .maximum].contains(comparison(at: position)?.id) {
      fail(SyntaxMessages.quotaByEach(name.text, span: place))
      return nil
    }
    guard let name, expect(.onlyOnce, in: "mỗi năm chỉ dùng một lần") else { return nil }
    return name
  }

  // MARK: Quotas

  static let quotaHeads: [ClauseHead] = [.inEach, .oddHeads, .dropOddHeads]

  /// `20% số tập thể mà C` · `50% số tập thể đủ điều kiện` · `2 tập thể`, after `không quá`.
  private mutating func shareQuota(from start: Int) -> Quota? {
    let amount = reserving(.number) { $0.additive() }
    guard accept(.number) else {
      if hasFailed { return nil }
      if isShare(amount) {
        fail(SyntaxMessages.quotaWithoutBase(span: amount.span))
        return nil
      }
      return Quota(
        amount: amount, base: .absolute, group: nil, headCount: .unspecified,
        span: span(from: start))
    }
    guard let kind = reserving(.eligible, body: { $0.expectName("tên loại đối tượng") }) else {
      return nil
    }
    let base: Quota.Base
    if accept(.eligible) {
      base = .eligible(kind: kind)
    } else {
      base = .subjects(kind: kind, condition: accept(.such) ? filterCondition() : nil)
    }
    return Quota(
      amount: amount, base: base, group: nil, headCount: .unspecified, span: span(from: start))
  }

  /// A percent, or a fraction of two numbers: it needs something to be a share of.
  private func isShare(_ amount: Expression) -> Bool {
    switch amount.node {
    case .number(_, let unit): unit == .percent
    case .binary(.divide, let left, let right):
      if case (.number, .number) = (left.node, right.node) { true } else { false }
    default: false
    }
  }

  /// `đề nghị tối đa E`: a number, perhaps with the kind as its unit.
  private mutating func countQuota(from start: Int) -> Quota? {
    let amount = additive()
    return Quota(
      amount: amount, base: .absolute, group: nil, headCount: .unspecified,
      span: span(from: start))
  }

  private mutating func readQuotaClause(_ clause: ClauseHead, into quota: inout Quota) {
    switch clause {
    case .inEach: quota.group = groupKey()
    case .dropOddHeads: quota.headCount = .down
    case .oddHeads: quota.headCount = oddHeads() ?? .unspecified
    default: return
    }
  }

  /// `từ 0,5 trở lên tính là 1` or `tính là 1`, after `số lẻ`.
  private mutating func oddHeads() -> Quota.HeadCount? {
    let choices = ["số lẻ từ 0,5 trở lên tính là 1", "số lẻ tính là 1", "bỏ số lẻ"]
    let written = text(position..<limit)
    let place = self.place
    let from = at(.fromFile)
    if from {
      position += 1
      guard current.numeral == .decimal, source.text(self.place) == "0,5" else {
        fail(
          SyntaxMessages.unknownChoice(
            "số lẻ " + written, purpose: "cách tính", choices: choices, span: place))
        return nil
      }
      position += 1
      guard accept(.up) else {
        failMissing(Reserved.up.rawValue, in: choices[0])
        return nil
      }
    }
    guard accept(words: "tính là"), current.numeral == .whole, source.text(self.place) == "1"
    else {
      fail(
        SyntaxMessages.unknownChoice(
          "số lẻ " + written, purpose: "cách tính", choices: choices, span: place))
      return nil
    }
    position += 1
    return from ? .halfUp : .up
  }
}

extension AwardDeclaration {
  /// An award without lines yet.
  fileprivate init(_ head: Head, _ header: Header) {
    self.init(
      isTitle: head == .title, header: header, lines: [], quotas: [], quotaExceptions: [],
      order: [], exclusiveWith: [], minimumShare: nil, prize: nil, saysCouncilDecidesTies: false)
  }
}
