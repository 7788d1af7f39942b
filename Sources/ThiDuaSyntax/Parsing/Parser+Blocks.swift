// The script as a sequence of blocks, and the blocks that close with `hết`.
//
// In: the line being read. Out: items. Invariant: a block that waits for `hết` stays on `open` while
// its lines are read; a forgotten `hết` is reported at the line that opened the block, and the line
// that showed it is read by the block around.

import ThiDuaText

extension Parser {
  /// All items of the source.
  mutating func script() -> [Item] {
    var items: [Item] = []
    while hasLine {
      let before = line
      beginLine()
      if let item = item() { items.append(item) }
      // Every branch of `item` leaves its lines behind; this keeps the loop total.
      if line == before { skipLine() }
    }
    return items
  }

  mutating func item() -> Item? {
    if lines[line].isTableRow {
      fail(SyntaxMessages.strayTableRow(span: lineSpan))
      skipLine()
      return nil
    }
    let head = head(in: .script)
    if !(head?.id.keyword.takesEquals ?? false),
      let definition = Definition(tokens, lines[line].tokens)
    {
      return column(definition)
    }
    if let head { return declaration(head.id, count: head.count) }
    if isBareCall {
      let statement = bareCall()
      endLine()
      return statement.map(Item.action)
    }
    if let definition = Definition(tokens, lines[line].tokens, sign: .colon) {
      let name = text(lines[line].tokens.lowerBound..<definition.equal)
      warn(SyntaxMessages.colonForEquals(name, span: tokens[definition.equal].span))
      return column(definition)
    }
    failUnknownHead()
    if let meant = unaccentedMatch(Head.allCases.map(\.rawValue)),
      let head = Head(rawValue: meant.right), head != .end, hasFailed
    {
      // Read on as meant, so that one missing accent is one error.
      return declaration(head, count: meant.written.count)
    }
    skipLine()
    return nil
  }

  /// Reads what a head declares; the head stands at the current place.
  mutating func declaration(_ head: Head, count: Int) -> Item? {
    switch head {
    case .campaign: return campaign(count)
    case .document: return document(count)
    case .subjectKind: return subjectKind(count)
    case .cluster: return cluster(count)
    case .council: return council(count)
    case .parameter: return parameter(count)
    case .scale: return scale(count)
    case .holidays, .workedDays: return holidays(head, count)
    case .units: return unitsDeclaration(count)
    case .importing: return importing(count)
    case .inheriting: return inheriting(count)
    case .amending: return amendment(.amend, count)
    case .supplementing: return amendment(.supplement, count)
    case .replacing: return amendment(.replace, count)
    case .repealing: return repeal(count)
    case .group: return group(count)
    case .criterion: return criterion(count).map(Item.criterion)
    case .bonus: return adjustment(head, count)
    case .penalty: return adjustment(head, count)
    case .method: return scoringMethod(count)
    case .judging: return judgingMethod(count)
    case .scoreColumns: return scoreColumns(count)
    case .decisionTable: return decisionTable(count)
    case .classification: return classification(count)
    case .ranking: return ranking(count)
    case .title, .award: return award(head, count)
    case .requirement, .warning: return requirement(head, count)
    case .cancellation: return cancellation(count)
    case .data, .history: return data(head, count).map(Item.data)
    case .process: return process(count)
    case .closing: return closing(count)
    case .example: return example(count)
    case .function, .procedure: return function(head, count)
    case .set, .branch, .forEach, .whileLoop, .giveBack, .leaveLoop, .nextRound, .call, .print,
      .printTable, .printProgress, .export, .why, .whyNot:
      return statement(head, count).map(Item.action)
    case .assume: return assume(count)
    case .liftAssumptions: return lift(count)
    case .listAssumptions: return listAssumptions(count)
    case .compare: return compare(count)
    case .whatIfTable: return whatIfTable(count)
    case .howMuch: return howMuch(count)
    case .whatFor: return whatFor(count)
    case .robustness: return robustness(count)
    case .report: return report(count)
    case .paper: return paper(count)
    case .store: return store(count)
    case .end:
      fail(SyntaxMessages.strayEnd(span: lineSpan))
      skipLine()
      return nil
    case .result:
      failUnknownHead()
      skipLine()
      return nil
    }
  }

  // MARK: Unknown lines

  /// A line of the script that begins with no head.
  mutating func failUnknownHead() {
    let heads = Head.allCases.filter { $0.keyword.places.contains(.script) }.map(\.rawValue)
    if !hasLineHeadWithSameStart, failUnaccented(heads + LineHead.allCases.map(\.rawValue)) {
      return
    }
    let start = lineStart
    if let line = Phrases.lineHeads.match(
      tokens, at: lines[line].tokens.lowerBound, limit: limit)?.id
    {
      let blocks = line.keyword.places.map(\.rawValue)
      fail(
        SyntaxMessages.lineOutsideBlock(line.rawValue, blocks: blocks, span: start.span))
      return
    }
    if let slip = slip(in: .script) {
      fail(
        SyntaxMessages.headSaidOtherwise(
          source.text(slip.written), write: slip.meant, span: slip.written))
      return
    }
    fail(
      SyntaxMessages.unknownHead(
        start.text, suggestions: nearest(heads), definesWithoutKind: definesWithoutKind,
        span: start.span))
  }

  private var hasLineHeadWithSameStart: Bool {
    Phrases.lineHeads.match(tokens, at: lines[line].tokens.lowerBound, limit: limit) != nil
  }

  /// The candidates close to the words the line begins with, each compared with as many words.
  func nearest(_ candidates: [String], limit count: Int = 3) -> [String] {
    // Past the first hundred errors the file is no script at all; guessing would only cost time.
    if diagnostics.count > 100 { return [] }
    let first = lines[line].tokens.lowerBound
    var near: [String] = []
    for candidate in candidates {
      let words = candidate.split(separator: " ").count
      guard first + words <= limit, tokens[first..<first + words].allSatisfy(\.isWord) else {
        continue
      }
      let written = tokens[first..<first + words].map(\.key).joined(separator: " ")
      near += Spelling.closest(to: written, in: [candidate], limit: 1)
    }
    let opening = candidates.filter { candidate in
      VietnameseText.lookupKey(candidate).hasPrefix(tokens[first].key + " ")
    }
    let written = tokens[first..<limit].prefix(2).map(\.key).joined(separator: " ")
    let ordered = opening + Spelling.closest(to: written, in: near, limit: count)
    var seen: Set<String> = []
    return Array((ordered + near).filter { seen.insert($0).inserted }.prefix(count))
  }

  // MARK: Blocks that close with `hết`

  /// What a line of an open block turned out to be.
  enum EndOfBlock {
    case notYet
    case closed
    /// The block was left without `hết`; the line belongs to the block around.
    case abandoned
  }

  mutating func openBlock(_ head: Head, _ span: Span) {
    open.append((head, span))
    blockDepth += 1
    depth += 1
  }

  mutating func closeBlock() {
    open.removeLast()
    blockDepth -= 1
    depth -= 1
  }

  /// At the first token of a line: does `hết` end the innermost block here?
  mutating func endOfBlock() -> EndOfBlock {
    guard let end = head(in: .script, .statements), end.id == .end, let block = open.last else {
      return .notYet
    }
    let after = position + end.count
    if after == limit || (after + 1 == limit && token(at: after).isSymbol(.colon)) {
      return finishBlock()
    }
    if let named = Phrases.heads.match(tokens, at: after, limit: limit),
      after + named.count == limit
    {
      if named.id == block.head { return finishBlock() }
      if open.dropLast().contains(where: { $0.head == named.id }) {
        reportMissingEnd(found: lineSpan)
        return .abandoned
      }
    }
    // A name that begins like `hết` is possible only where fields are named.
    if let colon = lines[line].tokens.first(where: { tokens[$0].isSymbol(.colon) }), colon > after,
      block.head.keyword.block == .attributes
    {
      return .notYet
    }
    fail(
      SyntaxMessages.mismatchedEnd(
        text(after..<limit), open: block.head.rawValue, line: lineNumber(block.span),
        span: lineSpan))
    indentation[line] = max(0, blockDepth - 1)
    skipLine()
    return .closed
  }

  private mutating func finishBlock() -> EndOfBlock {
    indentation[line] = max(0, blockDepth - 1)
    skipLine()
    return .closed
  }

  /// The innermost block has no `hết`: `found` shows where this was noticed, none at the very end.
  mutating func reportMissingEnd(found: Span) {
    guard let block = open.last, !hasGivenUp else { return }
    if found.isNone { endedInBlock = true }
    diagnostics.add(
      SyntaxMessages.missingEnd(
        block.head.rawValue, openedAt: block.span, line: lineNumber(block.span), found: found))
  }

  func lineNumber(_ span: Span) -> Int { source.lineAndColumn(span.start).line }

  /// True when the line begins with a head that can only stand at the top of a script.
  var beginsDeclaration: Bool {
    guard let head = head(in: .script)?.id, head != .end else { return false }
    return !(Phrases.headPlaces[head]?.contains(.statements) ?? false)
  }

  /// Passes a `:` that ends a header line.
  mutating func passHeaderColon() {
    if at(.colon), position + 1 == limit { position += 1 }
  }
}
