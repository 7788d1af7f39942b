// Rule blocks: criteria, groups, bonuses and penalties, scoring methods, computed columns.
//
// A rule block closes itself at the first line that opens a statement of the block around it; any
// other unknown line is an error that lists the line heads of the block and does not close it.

import ThiDuaText

extension Parser {
  /// What the current line is to a rule block.
  enum RuleStart {
    case line(LineHead, count: Int)
    /// A text: a level of `xếp loại`.
    case level
    case closes
    case unknown
  }

  /// Decides what the line is; it stands at its first token.
  func ruleStart(in place: Keyword.Place) -> RuleStart {
    if place == .classification, current.isText || isLevelWithoutQuotes { return .level }
    let own = lineHead(in: place)
    let takesEquals = own?.id.keyword.takesEquals ?? false
    if !takesEquals, isDefinitionLine { return .closes }
    let around = head(in: .script, .group, .example, .statements)
    if let own, own.count >= (around?.count ?? 0) {
      // `nếu` opens a step rule only with `thì cứ`; otherwise it is a statement after the block.
      if own.id == .step, !isStepLine { return .closes }
      if own.id == .binding, place != .method { return .closes }
      return .line(own.id, count: own.count)
    }
    if around != nil || isBareCall || isAssumptionLine { return .closes }
    return .unknown
  }

  /// `Xuất sắc khi …`, `Tốt còn lại`: a level whose name stands without quotes. `Xuất` alone would
  /// be the head `xuất`.
  private var isLevelWithoutQuotes: Bool {
    guard current.isWord, lineHead(in: .classification) == nil, !isDefinitionLine else {
      return false
    }
    if let head = head(in: .script, .group, .example, .statements)?.id, head != .export {
      return false
    }
    return endOfUnquotedLevel != nil
  }

  /// Where `khi` or a final `còn lại` stands in the line.
  var endOfUnquotedLevel: Int? {
    for index in position + 1..<max(limit, position + 1) {
      if reserved(at: index)?.id == .when { return index }
      if let rest = Phrases.connectors.match(
        tokens, at: index, limit: limit, where: { $0 == .otherLevels }), index + rest.count == limit
      {
        return index
      }
      if !tokens[index].isWord { return nil }
    }
    return nil
  }

  /// True when `thì` is followed by `cứ` in this line.
  private var isStepLine: Bool {
    var index = position
    while index + 1 < limit {
      if reserved(at: index)?.id == .then {
        let isEach = Phrases.connectors.match(tokens, at: index + 1, limit: limit) { $0 == .each }
        return isEach != nil
      }
      index += 1
    }
    return false
  }

  /// Reads the lines of a rule block. `read` reads one line from its head on and returns false when
  /// the line belongs to the block around.
  mutating func ruleLines(
    _ place: Keyword.Place, title: String, keepsUnknown: Bool = true,
    read: (inout Parser, RuleStart) -> Bool
  ) {
    blockDepth += 1
    defer { blockDepth -= 1 }
    while hasLine {
      beginLine()
      if lines[line].isTableRow { return }
      noteLineWord(in: place)
      let start = ruleStart(in: place)
      switch start {
      case .closes: return
      case .unknown:
        if !keepsUnknown { return }
        let opensStatement = failUnknownLine(place, title: title)
        skipLine()
        if opensStatement { skipRules(in: place) }
      case .line, .level:
        guard read(&self, start) else { return }
        endLine()
      }
    }
    endedInBlock = true
  }

  /// True when the line was meant to open a statement, so that those after it belong to that one.
  @discardableResult
  mutating func failUnknownLine(_ place: Keyword.Place, title: String) -> Bool {
    let heads = LineHead.allCases.filter { $0.keyword.places.contains(place) }.map(\.rawValue)
    let statements = Head.allCases.map(\.rawValue)
    if failUnaccented(heads + statements) { return false }
    if let slip = slip(in: place) {
      fail(
        SyntaxMessages.lineSaidOtherwise(
          source.text(slip.written), block: title, write: slip.meant, span: slip.written))
      return statements.contains(slip.meant)
    }
    let start = lineStart
    if definesWithoutKind {
      fail(SyntaxMessages.definitionInBlock(start.text, block: title, span: start.span))
      return false
    }
    let near = nearest(heads + statements)
    fail(
      SyntaxMessages.unknownLine(
        start.text, block: title, heads: near + heads.filter { !near.contains($0) },
        span: start.span))
    return false
  }

  /// Passes over the lines of a block whose first line could not be read.
  private mutating func skipRules(in place: Keyword.Place) {
    while hasLine {
      beginLine()
      if case .closes = ruleStart(in: place) { return }
      if let slip = slip(in: place), Head.allCases.contains(where: { $0.rawValue == slip.meant }) {
        return
      }
      skipLine()
    }
  }

  // MARK: Headers

  /// The clauses of a scored header: `, tối đa V`, roundings, caps, basis.
  private mutating func scoredClauses(
    group: Bool = false
  ) -> (maximum: Expression?, treatment: AbsenceTreatment?, suffixes: Suffixes) {
    var maximum: Expression?
    var treatment: AbsenceTreatment?
    var suffixes = Suffixes()
    var allowed: [ClauseHead] = [.maximum] + Parser.suffixHeads
    if group { allowed.append(.whenNotApplicable) }
    clauses(allowed) { parser, clause in
      if clause == .maximum {
        maximum = parser.additive()
      } else if clause == .whenNotApplicable {
        treatment = parser.treatment()
      } else {
        _ = parser.readSuffix(clause, into: &suffixes)
      }
    }
    return (maximum, treatment, suffixes)
  }

  /// The rule lines of a criterion or adjustment, the first perhaps after `:` on the header line.
  private mutating func scoringLines(
    _ place: Keyword.Place, title: String
  ) -> [RuleLine] {
    var result: [RuleLine] = []
    if at(.colon), position + 1 < limit {
      position += 1
      if let head = lineHead(in: place) {
        if let rule = ruleLine(head.id, count: head.count, in: place) { result.append(rule) }
      } else {
        failInlineLine(place, title: title)
      }
      endLine()
      guard hasLine else { return result }
    } else {
      passHeaderColon()
      endLine()
    }
    ruleLines(place, title: title) { parser, start in
      guard case .line(let head, let count) = start else { return false }
      if let rule = parser.ruleLine(head, count: count, in: place) { result.append(rule) }
      return true
    }
    return result
  }

  private mutating func failInlineLine(_ place: Keyword.Place, title: String) {
    let heads = LineHead.allCases.filter { $0.keyword.places.contains(place) }.map(\.rawValue)
    let rest = text(position..<min(limit, position + 4))
    fail(
      SyntaxMessages.unknownLine(
        rest, block: title, heads: Spelling.closest(to: rest, in: heads) + heads, span: self.place))
  }

  // MARK: Groups and criteria

  mutating func group(_ count: Int) -> Item? {
    let opener = lineSpan
    let header = header(.group, count: count, naming: .headAndCode)
    if failTitleAfterColon(header?.name.text) { position = limit }
    let clauses = scoredClauses(group: true)
    passHeaderColon()
    endLine()
    var lines: [RuleLine] = []
    var criteria: [CriterionDeclaration] = []
    openBlock(.group, opener)
    var isClosed = false
    while hasLine, !isClosed {
      beginLine()
      isClosed = endOfBlock() != .notYet
      if isClosed { continue }
      if let head = head(in: .group), head.id == .criterion, !isDefinitionLine {
        if let criterion = criterion(head.count) { criteria.append(criterion) }
        continue
      }
      if criteria.isEmpty { noteLineWord(in: .group) }
      if criteria.isEmpty, case .line(let head, let count) = ruleStart(in: .group) {
        if let rule = ruleLine(head, count: count, in: .group) { lines.append(rule) }
        endLine()
        continue
      }
      if beginsDeclaration || isDefinitionLine || head(in: .script) != nil {
        if !changesHeaderOnly(lines.isEmpty && criteria.isEmpty) {
          reportMissingEnd(found: lineSpan)
        }
        isClosed = true
        continue
      }
      failUnknownLine(.group, title: Head.group.rawValue)
      skipLine()
    }
    if !isClosed, !changesHeaderOnly(lines.isEmpty && criteria.isEmpty) {
      reportMissingEnd(found: .none)
    }
    closeBlock()
    return header.map {
      .group(
        GroupDeclaration(
          header: $0, maximum: clauses.maximum, treatment: clauses.treatment,
          suffixes: clauses.suffixes, lines: lines, criteria: criteria))
    }
  }

  mutating func criterion(_ count: Int) -> CriterionDeclaration? {
    let header = header(.criterion, count: count, naming: .headAndCode)
    if header?.title == nil, Phrases.lineHeads.match(tokens, at: position + 1, limit: limit) == nil,
      failTitleAfterColon(header?.name.text)
    {
      position = limit
    }
    let clauses = scoredClauses()
    let lines = scoringLines(.criterion, title: Head.criterion.rawValue)
    return header.map {
      CriterionDeclaration(
        header: $0, maximum: clauses.maximum, suffixes: clauses.suffixes, lines: lines)
    }
  }

  mutating func adjustment(_ head: Head, _ count: Int) -> Item? {
    let header = header(head, count: count, naming: .titleOrHead)
    let clauses = scoredClauses()
    let lines = scoringLines(.criterion, title: head.rawValue)
    return header.map {
      .adjustment(
        AdjustmentDeclaration(
          isPenalty: head == .penalty, header: $0, maximum: clauses.maximum,
          suffixes: clauses.suffixes, lines: lines))
    }
  }

  mutating func scoringMethod(_ count: Int) -> Item? {
    let start = position
    position += count
    let name = expectName("tên cách chấm")
    var parameters: [Name] = []
    var bases: [RuleLine] = []
    clauses([.using, .basis]) { parser, clause in
      if clause == .using {
        parameters = parser.nameList("tên giá trị cách chấm dùng")
      } else if let line = parser.basisLine() {
        bases.append(line)
      }
    }
    let span = span(from: start)
    let lines = bases + scoringLines(.method, title: Head.method.rawValue)
    return name.map {
      .scoringMethod(
        ScoringMethodDeclaration(name: $0, parameters: parameters, lines: lines, span: span))
    }
  }

  // MARK: Computed columns

  /// `NAME của KIND = E`, or `=` and tier lines below.
  mutating func column(_ definition: Definition) -> Item? {
    let start = position
    let name = name(start..<definition.of)
    let kind = self.name(definition.of + 1..<definition.equal)
    position = definition.equal + 1
    let header = Header(
      name: name, code: nil, title: nil, kind: kind, group: nil, span: span(from: start))
    var value: Expression?
    var suffixes = Suffixes()
    if !isAtEnd {
      value = expression()
      clauses(Parser.suffixHeads) { parser, clause in
        _ = parser.readSuffix(clause, into: &suffixes)
      }
    }
    endLine()
    var lines: [RuleLine] = []
    let wasOpen = endedInBlock
    ruleLines(.column, title: name.text, keepsUnknown: value == nil) { parser, start in
      guard case .line(let head, let count) = start else { return false }
      if let rule = parser.ruleLine(head, count: count, in: .column) { lines.append(rule) }
      return true
    }
    // A formula is complete on its line; only tiers are waited for.
    if value != nil { endedInBlock = wasOpen }
    if value == nil, lines.isEmpty {
      diagnostics.add(
        SyntaxMessages.valueExpected(found: nil, after: "=", span: header.span.pointAfter))
    }
    return .column(
      ColumnDeclaration(header: header, value: value, suffixes: suffixes, lines: lines))
  }
}
