// One line of a rule block, from its head to its last clause.

import ThiDuaNumber
import ThiDuaText

extension Parser {
  /// Reads one line; the head stands at the current place.
  mutating func ruleLine(
    _ head: LineHead, count: Int, in place: Keyword.Place, item: String? = nil
  ) -> RuleLine? {
    let start = position
    position += count
    if head == .item { return itemLine(place) }
    var suffixes = Suffixes()
    var allowed = Parser.suffixHeads
    guard var content = content(head, &suffixes, &allowed) else { return nil }
    clauses(allowed) { parser, clause in
      if !parser.readSuffix(clause, into: &suffixes) {
        parser.readOwnClause(clause, into: &content)
      }
    }
    if !hasFailed, lacksRemainder(content) {
      let read = span(from: start)
      fail(SyntaxMessages.stepWithoutRemainder(span: read, insertAt: read.pointAfter))
    }
    return RuleLine(content, suffixes: suffixes, item: item, span: span(from: start))
  }

  /// `mục CODE: LINE`.
  private mutating func itemLine(_ place: Keyword.Place) -> RuleLine? {
    let start = position
    while !isAtEnd, !at(.colon) { position += 1 }
    let code = text(start..<position)
    guard !code.isEmpty, accept(.colon) else {
      failMissing(":", in: "mục 5.1: cộng 5 điểm khi …")
      return nil
    }
    guard let head = lineHead(in: place), head.id != .item else {
      let heads = LineHead.allCases.filter { $0.keyword.places.contains(place) }.map(\.rawValue)
      let rest = text(position..<min(limit, position + 4))
      fail(
        SyntaxMessages.unknownLine(
          rest, block: LineHead.item.rawValue, heads: heads, span: self.place))
      return nil
    }
    return ruleLine(head.id, count: head.count, in: place, item: code)
  }

  private mutating func content(
    _ head: LineHead, _ suffixes: inout Suffixes, _ allowed: inout [ClauseHead]
  ) -> RuleLine.Content? {
    switch head {
    case .applies: return .applicability(condition(), isNegative: false, treatment: nil)
    case .doesNotApply:
      allowed += [.rebase, .fullScore, .spread, .leaveOut]
      return .applicability(condition(), isNegative: true, treatment: nil)
    case .gate: return .gate(condition())
    case .tier:
      let value = expression()
      return .tier(value, when: accept(.when) ? condition() : nil)
    case .otherwise: return .otherwise(expression())
    case .direct: return .direct
    case .byMethod: return byMethod()
    case .byJudging:
      allowed = []
      return byJudging()
    case .binding: return binding()
    case .add, .deduct: return adjust(head, &allowed)
    case .step:
      allowed += [.remainderIgnored, .remainderProportional]
      return stepRule()
    case .allowNegative: return .allowNegative
    case .allowOverflow: return .allowOverflow
    case .highestOnly: return .highestOnly
    case .oncePerEvent: return oncePerEvent()
    case .exception: return exception()
    case .round: return rounding().map(RuleLine.Content.round)
    case .evidence:
      allowed = []
      return .evidence(evidence())
    case .basis: return basis().map(RuleLine.Content.basis)
    case .notClassified, .notRanked, .excluded: return .excluded(condition())
    case .deferred: return .deferred(condition())
    case .condition:
      allowed.append(.usedOnce)
      return .condition(condition())
    case .achievementsSince: return .achievementsSince(expression())
    case .item, .limit, .orderBy, .ties, .quotaShare, .quotaCount, .order, .preference,
      .councilTies, .minimumShare, .notTogether, .prize, .column, .ignoredColumns, .key,
      .processStep, .milestone:
      // Lines with a reader of their own; they never reach this one.
      return nil
    }
  }

  /// Clauses that belong to one kind of line only.
  private mutating func readOwnClause(
    _ clause: ClauseHead, into content: inout RuleLine.Content
  ) {
    let remainder: Remainder? =
      switch clause {
      case .remainderIgnored: .ignored
      case .remainderProportional: .proportional
      default: nil
      }
    switch content {
    case .applicability(let test, let isNegative, _):
      content = .applicability(
        test, isNegative: isNegative, treatment: Parser.treatments[clause])
    case .adjust(let isDeduction, let value, var per?, let when):
      per.remainder = remainder
      content = .adjust(isDeduction: isDeduction, value, per: per, when: when)
    case .step(var rule):
      rule.remainder = remainder
      content = .step(rule)
    default: return
    }
  }

  private func lacksRemainder(_ content: RuleLine.Content) -> Bool {
    switch content {
    case .adjust(_, _, let per?, _):
      guard let step = per.step, per.remainder == nil else { return false }
      if case .number(let value, _) = step.node { return value != Exact(1) }
      return true
    case .step(let rule): return rule.remainder == nil
    default: return false
    }
  }

  // MARK: Kinds of lines

  /// `sự việc chỉ trừ một lần, ở mức cao nhất`, after `mỗi`.
  private mutating func oncePerEvent() -> RuleLine.Content? {
    let construct = "mỗi sự việc chỉ trừ một lần, ở mức cao nhất"
    let name = reserving(.deductedOnce) { $0.expectName("tên loại đối tượng") }
    guard let name, expect(.deductedOnce, in: construct) else { return nil }
    guard let clause = clause(among: [.highestOne]) else {
      failMissing(", " + ClauseHead.highestOne.rawValue, in: construct)
      return nil
    }
    position += 1 + clause.count
    return .oncePerEvent(name)
  }

  /// `chấm so với đơn vị dẫn đầu, chỉ tiêu án; kết quả án`, after `chấm`.
  private mutating func byMethod() -> RuleLine.Content? {
    guard let method = expectName("tên cách chấm") else { return nil }
    var values: [Expression] = []
    if at(.comma), clause(among: Parser.suffixHeads) == nil {
      position += 1
      repeat { values.append(expression()) } while !hasFailed && accept(.semicolon)
    }
    return .method(method, values)
  }

  /// `lao động tiên tiến, mức hoàn thành; kỷ luật`, after `xét theo`.
  private mutating func byJudging() -> RuleLine.Content? {
    guard let method = expectName("tên cách xét") else { return nil }
    var values: [Expression] = []
    if accept(.comma) {
      var comparing = rules
      comparing.equals = true
      repeat {
        values.append(with(comparing) { $0.expression() })
      } while !hasFailed && accept(.semicolon)
    }
    return hasFailed ? nil : .judging(method, values)
  }

  private mutating func binding() -> RuleLine.Content? {
    guard let name = expectName("tên") else { return nil }
    guard accept(.equal) else {
      failMissing("=", in: "đặt TÊN = GIÁ TRỊ")
      return nil
    }
    return .binding(name, expression())
  }

  /// `cộng V [cho mỗi [N] E] [khi C]`.
  private mutating func adjust(
    _ head: LineHead, _ allowed: inout [ClauseHead]
  ) -> RuleLine.Content? {
    let value = expression()
    var per: Per?
    if accept(.forEvery) {
      let step = current.numeral != nil ? number(takesUnit: false) : nil
      per = Per(step: step, counter: additive(), remainder: nil)
      if step != nil { allowed += [.remainderIgnored, .remainderProportional] }
    }
    let when = accept(.when) ? condition() : nil
    return .adjust(isDeduction: head == .deduct, value, per: per, when: when)
  }

  /// `nếu C thì cứ thêm N cộng V`.
  private mutating func stepRule() -> RuleLine.Content? {
    let construct = "nếu C thì cứ thêm N cộng V, phần lẻ không tính"
    let test = condition(after: Reserved.condition.rawValue)
    guard expect(.then, in: construct), expect(.each, in: construct) else { return nil }
    let isIncreasing = accept(.increase)
    guard isIncreasing || accept(.decrease) else {
      failMissing("thêm", in: construct)
      return nil
    }
    let step = reserving(.adding, .taking) { $0.additive() }
    let isDeduction = accept(.taking)
    guard isDeduction || accept(.adding) else {
      failMissing("cộng", in: construct)
      return nil
    }
    return .step(
      StepRule(
        condition: test, isIncreasing: isIncreasing, step: step, isDeduction: isDeduction,
        value: expression(), remainder: nil))
  }

  /// `riêng trường hợp C thì V | cao nhất là V | thấp nhất là V | hạ một mức | không quá 25%`.
  private mutating func exception() -> RuleLine.Content? {
    let test = condition()
    guard expect(.then, in: "riêng trường hợp C thì V") else { return nil }
    return .exception(test, exceptionValue())
  }

  mutating func exceptionValue() -> ExceptionValue {
    if accept(words: "cao nhất là") { return .atMost(expression()) }
    if accept(words: "thấp nhất là") { return .atLeast(expression()) }
    for (word, levels) in [("một", 1), ("hai", 2), ("ba", 3)]
    where accept(words: "hạ \(word) mức") {
      return .lowered(by: levels)
    }
    if let found = Phrases.comparisons.match(tokens, at: position, limit: limit),
      found.id == .atMost || found.id == .notExceeding
    {
      position += found.count
      return .quota(additive())
    }
    return .value(expression())
  }

  /// Free words up to the end of the line; `bắt buộc`, `do "…" xác nhận, trước NGÀY` and `để trống thì V`
  /// are understood.
  private mutating func evidence() -> Evidence {
    let start = position
    let confirmation = confirmation()
    let isMandatory = accept(words: "bắt buộc")
    var whenBlank: Expression?
    var textEnd = limit
    position = start
    while !isAtEnd {
      if let clause = clause(among: [.whenBlank]) {
        textEnd = position
        position += 1 + clause.count
        whenBlank = expression()
        break
      }
      position += 1
    }
    return Evidence(
      text: spelled(start..<textEnd), isMandatory: isMandatory, whenBlank: whenBlank,
      confirmation: confirmation)
  }

  /// `do "Thuế tỉnh" xác nhận, trước 10/12/2026`; free words otherwise.
  private mutating func confirmation() -> Evidence.Confirmation? {
    guard accept(words: "do"), case .text(let parts) = current.kind, parts.count == 1,
      case .literal(let body) = parts[0]
    else { return nil }
    position += 1
    guard accept(words: "xác nhận") else { return nil }
    var confirmation = Evidence.Confirmation(by: body, before: nil)
    if at(.comma),
      let word = Phrases.comparisons.match(
        tokens, at: position + 1, limit: limit, where: { $0 == .before })
    {
      position += 1 + word.count
      if case .date(let date) = atom().node {
        confirmation.before = date
      } else {
        failMissing("ngày", in: "minh chứng do \"Thuế tỉnh\" xác nhận, trước 10/12/2026")
      }
    }
    return confirmation
  }
}
