// `kế thừa`, `sửa đổi`, `bổ sung`, `thay thế`, `bãi bỏ`.
//
// After the word a declaration is read by the reader of its own head; the clauses of the amendment
// (`từ NGÀY`, `áp dụng theo`, `căn cứ`) are accepted on that first line only, and inside the block a
// line may say `bổ sung` or `bãi bỏ` itself. `bãi bỏ` alone names what it removes and has no block.

import ThiDuaText

/// What is learnt about an amendment beside the declaration it holds.
struct AmendmentReading {
  var change: Amendment.Change
  /// The logical line of the word: only there clauses of the amendment stand.
  var line: Int
  var from: (date: CalendarDate, span: Span)?
  var appliesBy: Expression?
  var blankFollowsNew: Bool?
  var basis: [Basis] = []
  var lineWords: [(change: Amendment.Change, span: Span)] = []
  /// The header says more than a name.
  var hasClauses = false

  var dating: Dating? {
    from.map {
      Dating(
        from: $0.date, appliesBy: appliesBy, blankFollowsNew: blankFollowsNew, span: $0.span)
    }
  }
}

extension Parser {
  /// `kế thừa "../2026/phong-trao.thidua"`.
  mutating func inheriting(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let path = plainText("tên tệp") else { return nil }
    return .inheriting(ImportDeclaration(path: path.text, span: span(from: start)))
  }

  /// `sửa đổi`, `bổ sung` or `thay thế` and the declaration after it.
  mutating func amendment(_ change: Amendment.Change, _ count: Int) -> Item? {
    let whole = lineSpan
    position += count
    let outer = amending
    amending = AmendmentReading(change: change, line: line)
    defer { amending = outer }
    guard let item = amendedDeclaration(change), let reading = amending else { return nil }
    if reading.from == nil, let stray = reading.appliesBy {
      diagnostics.add(SyntaxMessages.appliesByWithoutDate(span: stray.span))
    }
    return .amendment(
      Amendment(
        change: change, declaration: [item], dating: reading.dating, basis: reading.basis,
        lineWords: reading.lineWords, span: whole))
  }

  private mutating func amendedDeclaration(_ change: Amendment.Change) -> Item? {
    if let definition = Definition(tokens, position..<limit),
      !(head(in: .script, .group)?.id.keyword.takesEquals ?? false)
    {
      return column(definition)
    }
    if let head = head(in: .script, .group) {
      let isReplaced = change == .replace && Parser.replacedWhole.contains(head.id)
      if Parser.amendable.contains(head.id) || isReplaced {
        return declaration(head.id, count: head.count)
      }
      fail(
        SyntaxMessages.notAmendable(
          head.id.rawValue, word: change.rawValue, heads: Parser.amendable.map(\.rawValue),
          span: tokens[position].span.joined(tokens[position + head.count - 1].span)))
      skipLine()
      // The rows of its table would only be told as stray ones.
      while hasLine, lines[line].isTableRow {
        beginLine()
        skipLine()
      }
      return nil
    }
    return columnAmendment(change)
  }

  /// `tổng điểm của tập thể[, không quá 100]` and its lines, without a new formula.
  private mutating func columnAmendment(_ change: Amendment.Change) -> Item? {
    let start = position
    guard let name = acceptName(), accept(.of), let kind = acceptName() else {
      failTarget(start, word: change.rawValue, heads: Parser.amendable)
      skipLine()
      return nil
    }
    readAmendmentDate()
    let header = Header(
      name: name, code: nil, title: nil, kind: kind, group: nil, span: span(from: start))
    var suffixes = Suffixes()
    clauses(Parser.suffixHeads) { parser, clause in
      _ = parser.readSuffix(clause, into: &suffixes)
    }
    passHeaderColon()
    endLine()
    var lines: [RuleLine] = []
    ruleLines(.column, title: name.text) { parser, start in
      guard case .line(let head, let count) = start else { return false }
      if let rule = parser.ruleLine(head, count: count, in: .column) { lines.append(rule) }
      return true
    }
    return .column(
      ColumnDeclaration(header: header, value: nil, suffixes: suffixes, lines: lines))
  }

  /// What stands after the word names no declaration.
  private mutating func failTarget(_ start: Int, word: String, heads: [Head]) {
    position = start
    let end = max(nameEnd(from: start), min(start + 1, limit))
    let place = end > start ? tokens[start].span.joined(tokens[end - 1].span) : self.place
    fail(
      SyntaxMessages.amendmentTargetExpected(
        text(start..<end), word: word, heads: heads.map(\.rawValue), span: place))
  }

  /// Heads whose declarations may be changed.
  static let amendable: [Head] = [
    .criterion, .group, .bonus, .penalty, .method, .judging, .classification, .ranking, .title,
    .award, .parameter, .scale, .document, .subjectKind, .cluster, .council, .campaign,
    .scoreColumns,
  ]

  /// Heads whose declarations are only replaced whole.
  private static let replacedWhole: [Head] = [.function, .procedure, .data, .decisionTable]

  // MARK: Clauses

  /// The clauses an amendment adds to its first line.
  var amendmentClauses: [ClauseHead] {
    guard let amending, amending.line == line else { return [] }
    return [.effectiveFrom, .appliesBy, .whenBlank, .basis]
  }

  /// `từ 1/9/2026` right after the name, without a comma.
  mutating func readAmendmentDate() {
    guard amending?.line == line, current.word == Parser.from, beginsLiteral(at: position + 1)
    else { return }
    position += 1
    readAmendmentClause(.effectiveFrom)
  }

  /// One clause whose head has been passed.
  mutating func readAmendmentClause(_ clause: ClauseHead) {
    amending?.hasClauses = true
    let start = position
    switch clause {
    case .effectiveFrom:
      if case .date(let date) = atom().node {
        // With the word `từ` before it.
        let place = span(from: start - 1)
        amending?.from = (date, place)
      } else {
        fail(
          SyntaxMessages.missingWord(
            "ngày", in: "sửa đổi tiêu chí 4.1 từ 1/9/2026", found: found, span: place))
      }
    case .appliesBy:
      let date = additive()
      amending?.appliesBy = date
    case .whenBlank:
      let choice = blankFollowsNew()
      amending?.blankFollowsNew = choice
    default: if let basis = basis() { amending?.basis.append(basis) }
    }
  }

  /// `theo quy định cũ` or `theo quy định mới`, after `để trống thì`.
  mutating func blankFollowsNew() -> Bool? {
    let written = text(position..<limit)
    let place = self.place
    if accept(words: "theo quy định cũ") { return false }
    if accept(words: "theo quy định mới") { return true }
    fail(
      SyntaxMessages.unknownChoice(
        written, purpose: "cách áp dụng khi để trống",
        choices: ["theo quy định cũ", "theo quy định mới"], span: place))
    return nil
  }

  // MARK: Lines

  /// Passes `bổ sung` or `bãi bỏ` before a line of the block being amended.
  mutating func noteLineWord(in place: Keyword.Place) {
    guard amending != nil, let word = head(in: .script) else { return }
    let change: Amendment.Change
    switch word.id {
    case .supplementing: change = .supplement
    case .repealing: change = .repeal
    case .amending: change = .amend
    default: return
    }
    let start = position
    position += word.count
    let isLevel = place == .classification && current.isText
    let own = lineHead(in: place)
    let around = head(in: .script, .group)
    let isLine =
      isLevel || (own.map { $0.count >= (around?.count ?? 0) && !namesColumn($0.id) } ?? false)
    guard isLine, start < position else {
      position = start
      return
    }
    let place = lineSpan
    amending?.lineWords.append((change, place))
  }

  /// `bãi bỏ mục tiêu chung của tập thể` names a column although it begins like a line `mục CODE: …`.
  private func namesColumn(_ head: LineHead) -> Bool {
    head == .item && !tokens[position..<limit].contains { $0.isSymbol(.colon) }
  }

  /// `sửa đổi nhóm 4 của tập thể, tối đa 25 điểm` needs neither lines nor `hết`.
  func changesHeaderOnly(_ isEmpty: Bool) -> Bool { amending != nil && isEmpty }

  // MARK: bãi bỏ

  /// `bãi bỏ tiêu chí 4.1; danh hiệu "Giấy khen" của cá nhân, căn cứ QĐ12 "Điều 2"`.
  mutating func repeal(_ count: Int) -> Item? {
    let start = position
    let whole = lineSpan
    position += count
    if let head = head(in: .script), head.id == .requirement || head.id == .warning {
      let place = lineSpan
      guard case .requirement(let declaration)? = requirement(head.id, head.count) else {
        return nil
      }
      let name = self.name(text: head.id.rawValue, span: place)
      return .amendment(
        Amendment(
          change: .repeal, declaration: [],
          targets: [
            AmendmentTarget(
              head: head.id, name: name, kind: declaration.kind, requirement: declaration,
              span: place)
          ], basis: declaration.basis, span: whole))
    }
    defer { endLine() }
    var targets: [AmendmentTarget] = []
    repeat {
      guard let target = repealTarget() else { return nil }
      targets.append(target)
    } while accept(.semicolon)
    var basis: [Basis] = []
    clauses([.basis]) { parser, _ in
      if let found = parser.basis() { basis.append(found) }
    }
    return .amendment(
      Amendment(
        change: .repeal, declaration: [], targets: targets, basis: basis, span: span(from: start)))
  }

  private mutating func repealTarget() -> AmendmentTarget? {
    let start = position
    guard let head = head(in: .script, .group) else {
      guard let name = acceptName(), accept(.of), let kind = acceptName() else {
        failTarget(start, word: Head.repealing.rawValue, heads: Parser.removable)
        return nil
      }
      return AmendmentTarget(head: nil, name: name, kind: kind, span: span(from: start))
    }
    guard Parser.removable.contains(head.id) else {
      fail(
        SyntaxMessages.notAmendable(
          head.id.rawValue, word: Head.repealing.rawValue,
          heads: Parser.removable.map(\.rawValue), span: place))
      return nil
    }
    guard let header = header(head.id, count: head.count, naming: Parser.naming(of: head.id)) else {
      return nil
    }
    return AmendmentTarget(
      head: head.id, name: header.name, kind: header.kind, span: span(from: start))
  }

  /// Heads whose declarations may be removed; `yêu cầu` and `cảnh báo` are repeated whole.
  static let removable: [Head] = [
    .criterion, .group, .bonus, .penalty, .method, .judging, .classification, .ranking, .title,
    .award, .decisionTable, .parameter, .scale, .document, .subjectKind, .cluster, .council,
    .scoreColumns, .data, .function, .procedure, .requirement, .warning,
  ]

  private static func naming(of head: Head) -> Naming {
    switch head {
    case .group, .criterion, .cluster, .council: .headAndCode
    case .bonus, .penalty, .scoreColumns: .titleOrHead
    case .title, .award, .decisionTable: .title
    default: .name
    }
  }
}
