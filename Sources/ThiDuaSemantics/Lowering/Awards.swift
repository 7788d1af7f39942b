// `danh hiệu` and `hình thức khen thưởng`: the state by conditions, then the quota.
//
// The state before the quota is decided in this order: an exclusion or a failed condition is `không đạt`;
// a pending case, or a condition that hangs on somebody who still waits, is `chưa xét`; a ballot not yet
// held is `chờ hội đồng`; otherwise `đạt`. To see whether a condition hangs on somebody waiting it is
// checked twice, once reading `đạt X` of the waiting as no and once as yes. When a ballot is settled: see
// Councils.swift.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func declareAward(_ written: AwardDeclaration) {
    let header = written.header
    guard let kind = subjectKind(of: header) else { return }
    var (declaration, later) = inForce(written, written.later, name: header.name.text)
    declaration.later = later
    let basis = datedBasis(
      basisTexts(declaration.lines),
      later.map { ($0.dating, basisTexts($0.declaration.lines)) })
    let rule = RuleInformation(
      span: header.span, title: header.title ?? header.name.text, basis: basis)
    let column = declare(header.name, in: kind, rule: rule, kind: .award) {
      [self, declaration] in
      awardDefinition(declaration, kind, rule)
    }
    guard let column else { return }
    kinds[kind].awards[header.name.key] = AwardDraft(declaration: declaration, column: column)
  }

  private func awardDefinition(
    _ declaration: AwardDeclaration, _ kind: Int, _ rule: RuleInformation
  ) -> ColumnDefinition {
    let state = stateColumn(declaration, kind)
    require(ColumnReference(kind: kind, column: state))
    checkServesOnce(declaration, kind)
    if declaration.quotas.isEmpty {
      if let share = declaration.minimumShare {
        report(CheckMessages.minimumShareWithoutQuota(span: share.condition.span))
      }
      return computed(kind) { reference(kind, state, row: $0.row!, span: rule.span) }
    }
    if declaration.order.isEmpty {
      report(
        CheckMessages.orderMissing(
          declaration.header.title ?? declaration.header.name.text,
          span: declaration.quotas[0].span,
          rank: kinds[kind].rankings.first?.name.text))
    }
    let quotas = declaration.quotas.enumerated().map { index, quota in
      quotaRule(
        quota, kind, eligible: state, rule,
        exceptions: declaration.quotaExceptions.filter { $0.quota == index }
          .map { ($0.condition, $0.amount) })
    }
    let order = columnOrder(declaration.order, kind, rule, requiresDirection: true)
    for column in order.map(\.column) + quotas.map(\.amount) + quotas.compactMap(\.group) {
      require(ColumnReference(kind: kind, column: column))
    }
    for quota in quotas {
      if case .rows(where: let condition?) = quota.base {
        require(ColumnReference(kind: kind, column: condition))
      }
    }
    let minimum = declaration.minimumShare.map { share, condition in
      (
        share: hiddenColumn("tỷ lệ tối thiểu", in: kind, rule: rule) { [self] in
          checkedShare(share, $0)
        },
        condition: hiddenColumn("điều kiện tỷ lệ tối thiểu", in: kind, rule: rule) { [self] in
          checkCondition(condition, $0)
        }
      )
    }
    return ColumnDefinition(
      kind: .award,
      source: .award(
        AwardRule(
          state: state, quotas: quotas, order: order, minimumShare: minimum,
          hanging: hangingColumn(declaration, kind, state, rule))))
  }

  /// Who is `chưa xét` only because another award is open: unlike one whose case is pending, such a
  /// candidate may still need a place. nil: no line looks at another award.
  private func hangingColumn(
    _ declaration: AwardDeclaration, _ kind: Int, _ state: Int, _ rule: RuleInformation
  ) -> Int? {
    let versions = [declaration] + declaration.later.map(\.declaration)
    let mayHang = versions.contains { version in
      !version.exclusiveWith.isEmpty
        || version.lines.contains { line in
          guard case .condition(let condition) = line.content else { return false }
          return hangsOnAwards(condition, kind) || sharesOnce(version, line, kind)
        }
    }
    guard mayHang else { return nil }
    let span = rule.span
    func hangs(_ version: AwardDeclaration, _ scope: Scope) -> Expr {
      let isDeferred = Expr(
        .compare(
          .equal, reference(kind, state, row: scope.row!, span: span),
          Expr(.award(.deferred), .award, span)), .truth, span)
      return version.lines.reduce(isDeferred) { result, line in
        guard case .deferred(let condition) = line.content else { return result }
        let isPending = holds(
          condition, except: line.suffixes.unless, scopeOf(version, scope))
        return Expr(.and(result, Expr(.not(isPending), .truth, span)), .truth, span)
      }
    }
    let column = hiddenColumn("còn phụ thuộc", in: kind, rule: rule) { [self] scope in
      dated(hangs(declaration, scope), declaration.later, scope) { hangs($0, scope) }
    }
    require(ColumnReference(kind: kind, column: column))
    return column
  }

  private func checkedShare(_ share: Expression, _ scope: Scope) -> Expr {
    let value = check(share, scope)
    if value.kind != .ratio && value.kind != .unknown {
      report(CheckMessages.shareExpected(span: share.span))
    }
    return value
  }

  // MARK: The state by conditions

  /// The hidden state before quotas; made once, since the reason looks at it too.
  func stateColumn(_ declaration: AwardDeclaration, _ kind: Int) -> Int {
    automatic(
      "\(declaration.header.name.text) trước hạn mức", in: kind,
      rule: RuleInformation(span: declaration.header.span), kind: .award
    ) { [self] in
      computed(kind) { scope in
        dated(awardState(declaration, kind, scope), declaration.later, scope) {
          awardState($0, kind, scope)
        }
      }
    }
  }

  private func awardState(
    _ declaration: AwardDeclaration, _ kind: Int, _ outer: Scope
  ) -> Expr {
    let span = declaration.header.span
    func state(_ state: AwardState, _ span: Span) -> Expr { Expr(.award(state), .award, span) }
    var result = state(.achieved, span)
    // Written backwards: what is decided first is put on last.
    for line in declaration.lines.reversed() {
      if case .condition(let condition) = line.content,
        let waits = waits(
          condition, declaration.header.name, scopeOf(declaration, outer, line), line.span)
      {
        result = Expr(
          .conditional(waits, state(.awaitingCouncil, line.span), result), .award, line.span
        ).noted(.waiting, line.span)
      }
    }
    var certainties: [(condition: Expr, span: Span)] = []
    for line in declaration.lines.reversed() {
      switch line.content {
      case .deferred(let condition):
        let test = holds(condition, except: line.suffixes.unless, scopeOf(declaration, outer))
        result = Expr(.conditional(test, state(.deferred, line.span), result), .award, line.span)
          .noted(.deferred, line.span)
      case .condition(let condition):
        guard hangsOnAwards(condition, kind) || sharesOnce(declaration, line, kind) else {
          continue
        }
        let certain = awardCondition(
          condition, line, declaration.header.name, scopeOf(declaration, outer, line))
        if !declaration.exclusiveWith.isEmpty { certainties.append((certain, line.span)) }
        result = Expr(
          .conditional(certain, result, state(.deferred, line.span)), .award, line.span
        ).noted(.uncertain, line.span)
      default: break
      }
    }
    // What has to hold in the end: `đạt` of another award is certain then.
    var settled: [(condition: Expr, span: Span)] = []
    for name in declaration.exclusiveWith.reversed() {
      guard let (achieved, waiting) = otherAward(name, kind, outer) else { continue }
      settled.append((Expr(.not(achieved), .truth, name.span), name.span))
      result = Expr(.conditional(waiting, state(.deferred, name.span), result), .award, name.span)
        .noted(.notTogether, name.span)
      result = Expr(
        .conditional(achieved, state(.notAchieved, name.span), result), .award, name.span
      ).noted(.notTogether, name.span)
    }
    var needed: [(condition: Expr, span: Span)] = []
    for line in declaration.lines.reversed() {
      switch line.content {
      case .condition(let condition):
        var hopeful = scopeOf(declaration, outer, line)
        hopeful.pending = .asYes
        let possible = awardCondition(condition, line, declaration.header.name, hopeful)
        needed.append((possible, line.span))
        result = Expr(
          .conditional(possible, result, state(.notAchieved, line.span)), .award, line.span
        ).noted(.condition, line.span)
      case .excluded(let condition):
        let test = holds(condition, except: line.suffixes.unless, scopeOf(declaration, outer))
        needed.append((Expr(.not(test), .truth, line.span), line.span))
        result = Expr(.conditional(test, state(.notAchieved, line.span), result), .award, line.span)
          .noted(.excluded, line.span)
      case .deferred, .basis, .achievementsSince: break
      default: report(CheckMessages.lineNotInAward(span: line.span))
      }
    }
    note(
      .award, declaration.header.title ?? declaration.header.name.text,
      needed.reversed() + certainties.reversed() + settled.reversed())
    if let cancelled = isCancelled(outer, span) {
      result = Expr(.conditional(cancelled, state(.notAchieved, span), result), .award, span)
        .noted(.cancelled, span)
    }
    return result
  }

  /// The scope of an award's lines; with a line also of its own clauses.
  func scopeOf(
    _ declaration: AwardDeclaration, _ outer: Scope, _ line: RuleLine? = nil
  ) -> Scope {
    var scope = outer
    scope.award = declaration
    scope.blankTested = blankTests(declaration.lines)
    for line in declaration.lines {
      if case .achievementsSince(let from) = line.content { scope.since = since(from, scope) }
    }
    setServesOnce(&scope, declaration, line)
    return scope
  }

  /// A condition line: it also passes when its exception holds, or while its ballot is not yet held.
  private func awardCondition(
    _ condition: Expression, _ line: RuleLine, _ award: Name, _ scope: Scope
  ) -> Expr {
    var test = checkCondition(condition, scope)
    for ballot in ballots(in: condition) {
      guard let kind = scope.subjects.first?.kind,
        let approved = approvedByAuthority(ballot, kind, scope)
      else { continue }
      test = Expr(.or(approved.noted(.guarding, line.span), test), .truth, line.span)
    }
    if let waits = waits(condition, award, scope, line.span) {
      test = Expr(.or(waits.noted(.guarding, line.span), test), .truth, line.span)
    }
    guard let unless = line.suffixes.unless else { return test }
    return Expr(.or(checkCondition(unless, scope), test), .truth, line.span)
  }

  /// Whether a ballot of the condition is not settled yet; nil when it has none.
  private func waits(
    _ condition: Expression, _ award: Name, _ scope: Scope, _ span: Span
  ) -> Expr? {
    guard let kind = scope.subjects.first?.kind else { return nil }
    return ballots(in: condition).flatMap { waits(for: $0, award, kind, scope) }.map(\.test)
      .reduce(nil as Expr?) { found, test in
        found.map { Expr(.or($0, test), .truth, span) } ?? test
      }
  }

  // MARK: thành tích tính từ

  /// The kind `thành tích` and its date, or the past years; reported when there is neither.
  private func since(_ from: Expression, _ scope: Scope) -> Scope.Since? {
    let name = "thành tích"
    let hasPast = scope.subjects.contains { histories[$0.kind] != nil }
    guard let kind = kind(named: VietnameseText.lookupKey(name)) else {
      if hasPast { return Scope.Since(rows: nil, from: from) }
      report(CheckMessages.unknownKind(name, span: from.span, suggestions: []))
      return nil
    }
    let dates = kinds[kind].columns.indices.filter {
      kinds[kind].columns[$0].kind == .date && !kinds[kind].columns[$0].isHidden
    }
    let plain = kinds[kind].byKey[VietnameseText.lookupKey("ngày")]
    guard let date = dates.first(where: { $0 == plain || dates.count == 1 }) else {
      report(CheckMessages.achievementDateMissing(kinds[kind].name, span: from.span))
      return nil
    }
    return Scope.Since(rows: (kind, date), from: from)
  }

  /// A list without what does not count in this award: achievements before the date (with no date all
  /// of them count), rows that served before.
  func counted(_ value: Expr, _ scope: Scope, _ span: Span) -> Expr {
    notServed(recent(value, scope, span), scope, span)
  }

  private func recent(_ value: Expr, _ scope: Scope, _ span: Span) -> Expr {
    guard let since = scope.since, let rows = since.rows, value.kind == .list(.subject(rows.kind)),
      let owner = scope.subjects.first
    else { return value }
    var outside = Scope(frame: scope.frame)
    outside.subjects = [owner]
    outside.allowsBlank = true
    let from = check(since.from, outside)
    expect(from, .date)
    let slot = scope.frame.fresh()
    let row = Expr(.local(slot), .subject(rows.kind), span)
    let day = reference(rows.kind, rows.date, row: row, span: span)
    let late = Expr(.compare(.greaterOrEqual, day, from), .truth, span)
    let keeps = Expr(.or(Expr(.isBlank(from), .truth, span), late), .truth, span)
    return collect(value, slot: slot, filter: keeps, body: nil, span)
  }

  /// Whether a condition speaks of `đạt X` of somebody.
  private func hangsOnAwards(_ expression: Expression, _ kind: Int) -> Bool {
    var found = false
    expression.visit { part in
      if case .name(let name) = part.node,
        kinds.indices.contains(where: { isAchieved(name.key, $0) })
      {
        found = true
      }
    }
    return found
  }

  private func isAchieved(_ key: String, _ kind: Int) -> Bool {
    guard kinds[kind].byKey[key].map({ kinds[kind].columns[$0].isHidden }) ?? true,
      let rest = AutomaticPrefix.achieved.rest(of: key)
    else { return false }
    return kinds[kind].awards[rest] != nil
  }

  /// The column that reads `đạt X` of the waiting as yes.
  func optimisticColumn(_ kind: Int, _ key: String) -> Int? {
    guard isAchieved(key, kind), let rest = AutomaticPrefix.achieved.rest(of: key),
      let award = kinds[kind].awards[rest]
    else { return nil }
    return automatic(
      "có thể đạt \(award.declaration.header.name.text)", in: kind,
      rule: RuleInformation(span: award.declaration.header.span), kind: .truth
    ) { [self] in
      computed(kind) { scope in
        let state = reference(kind, award.column, row: scope.row!, span: scope.row!.span)
        let no = Expr(.award(.notAchieved), .award, state.span)
        return Expr(.compare(.notEqual, state, no), .truth, state.span)
      }
    }
  }

  private func otherAward(
    _ name: Name, _ kind: Int, _ scope: Scope
  ) -> (achieved: Expr, waiting: Expr)? {
    guard let award = kinds[kind].awards[name.key] else {
      report(
        CheckMessages.unknownAward(
          name.text, span: name.span,
          suggestions: Spelling.closest(
            to: name.text,
            in: kinds[kind].awards.values.map(\.declaration.header.name.text).sorted())))
      return nil
    }
    let state = reference(kind, award.column, row: scope.row!, span: name.span)
    func test(_ wanted: AwardState) -> Expr {
      Expr(.compare(.equal, state, Expr(.award(wanted), .award, name.span)), .truth, name.span)
    }
    return (
      test(.achieved), Expr(.or(test(.awaitingCouncil), test(.deferred)), .truth, name.span)
    )
  }

  // MARK: đạt X, chờ X, lý do X, tiền thưởng X

  func awardColumn(
    _ kind: Int, _ award: AwardDraft, _ prefix: AutomaticPrefix, _ key: String
  ) -> Int {
    let declaration = award.declaration
    let name = prefix.rawValue + " " + declaration.header.name.text
    let rule = RuleInformation(span: declaration.header.span)
    func test(_ wanted: AwardState, _ op: Comparison) -> Int {
      automatic(name, in: kind, key: key, rule: rule, kind: .truth) { [self] in
        computed(kind) { scope in
          let state = reference(kind, award.column, row: scope.row!, span: rule.span)
          return Expr(
            .compare(op, state, Expr(.award(wanted), .award, rule.span)), .truth, rule.span)
        }
      }
    }
    switch prefix {
    case .notAchieved: return test(.achieved, .notEqual)
    case .awaiting: return test(.awaitingCouncil, .equal)
    case .deferred: return test(.deferred, .equal)
    case .reason:
      return automatic(name, in: kind, key: key, rule: rule, kind: .text) { [self] in
        computed(kind) { scope in
          dated(reason(declaration, award.column, kind, scope), declaration.later, scope) {
            reason($0, award.column, kind, scope)
          }
        }
      }
    case .prize:
      return automatic(name, in: kind, key: key, rule: rule, kind: .number) { [self] in
        computed(kind) { prize(declaration, award.column, kind, $0) }
      }
    default: return test(.achieved, .equal)
    }
  }

  private func prize(
    _ declaration: AwardDeclaration, _ column: Int, _ kind: Int, _ scope: Scope
  ) -> Expr {
    let span = declaration.header.span
    let zero = Expr(.number(Exact(0)), .number, span)
    if declaration.prize == nil, declaration.later.allSatisfy({ $0.declaration.prize == nil }) {
      report(
        CheckMessages.prizeMissing(
          declaration.header.title ?? declaration.header.name.text, span: span))
      return zero
    }
    func amount(_ version: AwardDeclaration) -> Expr {
      guard let written = version.prize else { return zero }
      let amount = check(written, scope)
      expectNumber(amount)
      return amount
    }
    let sum = dated(amount(declaration), declaration.later, scope) { amount($0) }
    let state = reference(kind, column, row: scope.row!, span: span)
    let achieved = Expr(
      .compare(.equal, state, Expr(.award(.achieved), .award, span)), .truth, span)
    return Expr(.conditional(achieved, sum, zero), .number, span)
  }

  /// One sentence: the first condition that fails, in the script's own words, or what the quota did.
  private func reason(
    _ declaration: AwardDeclaration, _ column: Int, _ kind: Int, _ outer: Scope
  ) -> Expr {
    let span = declaration.header.span
    let scope = scopeOf(declaration, outer)
    func text(_ words: String) -> Expr { Expr(.text(words), .text, span) }
    let before = reference(
      kind, stateColumn(declaration, kind), row: scope.row!, span: span)
    let after = reference(kind, column, row: scope.row!, span: span)
    func stands(_ value: Expr, _ state: AwardState) -> Expr {
      Expr(.compare(.equal, value, Expr(.award(state), .award, span)), .truth, span)
    }
    var failed = text("không đủ điều kiện")
    for name in declaration.exclusiveWith.reversed() {
      guard let (achieved, _) = otherAward(name, kind, outer) else { continue }
      failed = Expr(
        .conditional(achieved, text("không đồng thời với \(name.text)"), failed), .text, span)
    }
    for line in declaration.lines.reversed() {
      switch line.content {
      case .condition(let condition):
        var hopeful = scopeOf(declaration, outer, line)
        hopeful.pending = .asYes
        failed = Expr(
          .conditional(
            awardCondition(condition, line, declaration.header.name, hopeful), failed,
            text("chưa đáp ứng: \(words(of: condition))")), .text, span)
      case .excluded(let condition):
        failed = Expr(
          .conditional(
            holds(condition, except: line.suffixes.unless, scope),
            text("không xét: \(words(of: condition))"), failed
          ),
          .text, span)
      default: break
      }
    }
    failed = cancellationReason(failed, scope, span)
    var waiting = text("chờ Hội đồng bỏ phiếu")
    for line in declaration.lines.reversed() {
      guard case .condition(let condition) = line.content else { continue }
      for ballot in ballots(in: condition) {
        for wait in waits(for: ballot, declaration.header.name, kind, scope).reversed() {
          waiting = Expr(.conditional(wait.test, text(wait.reason), waiting), .text, span)
        }
      }
    }
    var cases = Expr(
      .conditional(
        stands(before, .deferred), text("chưa xét: phụ thuộc việc chưa có kết luận"),
        Expr(.conditional(stands(before, .awaitingCouncil), waiting, failed), .text, span)),
      .text, span)
    if !declaration.quotas.isEmpty {
      let quota = Expr(
        .conditional(
          stands(after, .achieved), text("đủ điều kiện, trong số lượng được đề nghị"),
          Expr(
            .conditional(
              stands(after, .awaitingCouncil),
              text("đủ điều kiện, bằng nhau ở chỗ cuối: Hội đồng bỏ phiếu"),
              text("đủ điều kiện nhưng vượt số lượng được đề nghị")), .text, span)), .text, span)
      cases = Expr(.conditional(stands(before, .achieved), quota, cases), .text, span)
    } else {
      cases = Expr(
        .conditional(stands(before, .achieved), text("đủ điều kiện"), cases), .text, span)
    }
    return cases
  }
}
