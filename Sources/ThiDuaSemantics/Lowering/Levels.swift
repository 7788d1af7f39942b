// `xếp loại` and `xếp hạng`: level columns and rank columns.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  // MARK: xếp loại

  func declareClassification(_ written: ClassificationDeclaration) {
    let header = written.header
    let (declaration, later) = inForce(written, written.later, name: header.name.text)
    guard let kind = subjectKind(of: header), let scale = scaleByKey[header.name.key] else {
      return
    }
    if declaration.levels.isEmpty {
      report(CheckMessages.noLevels(header.name.text, span: header.span))
      return
    }
    let rule = RuleInformation(
      span: header.span, title: header.title,
      basis: datedBasis(
        basisTexts(declaration.lines),
        later.map { ($0.dating, basisTexts($0.declaration.lines)) }))
    func level(_ scope: Scope) -> Expr {
      dated(levelExpression(declaration, scale, scope), later, scope) {
        levelExpression($0, scale, scope)
      }
    }
    let column = declare(header.name, in: kind, rule: rule, kind: .level(scale)) { [self] in
      var column = ColumnDefinition(
        kind: .level(scale),
        source: .computed(
          Computation(expression: Expr(.blank, .level(scale), header.span), localCount: 1)))
      guard !declaration.limits.isEmpty else {
        return computed(kind) { level($0) }
      }
      var before = hiddenColumn("\(header.name.text) trước hạn mức", in: kind, rule: rule) {
        level($0)
      }
      for (index, limit) in declaration.limits.enumerated() {
        let source = limitSource(limit, level: before, kind, scale, header)
        require(ColumnReference(kind: kind, column: before))
        if index == declaration.limits.count - 1 {
          column.source = .limitedLevel(source)
        } else {
          before = hidden("\(header.name.text) sau hạn mức", in: kind, rule: rule) { [self] in
            require(ColumnReference(kind: kind, column: source.level))
            requireOperands(of: source, kind)
            return ColumnDefinition(kind: .level(scale), source: .limitedLevel(source))
          }
        }
        requireOperands(of: source, kind)
      }
      return column
    }
    let lines = declaration.lines + later.flatMap(\.declaration.lines)
    let mayExclude = has(lines) { if case .excluded = $0 { true } else { false } }
    if let column, mayExclude || cancellations[kind] != nil {
      kinds[kind].columns[column].isBlankByRule = true
    }
  }

  private func requireOperands(of limit: LevelLimit, _ kind: Int) {
    for column in [limit.quota.amount, limit.quota.group] + limit.order.map({ Optional($0.column) })
    {
      if let column { require(ColumnReference(kind: kind, column: column)) }
    }
    if case .rows(where: let condition?) = limit.quota.base {
      require(ColumnReference(kind: kind, column: condition))
    }
  }

  private func limitSource(
    _ limit: ClassificationDeclaration.Limit, level: Int, _ kind: Int, _ scale: Int,
    _ header: Header
  ) -> LevelLimit {
    let rule = RuleInformation(span: limit.span)
    if limit.order.isEmpty {
      report(CheckMessages.limitOrderMissing(limit.level.text, span: limit.span))
    }
    // Inside the quota's own base the level's name means the level before the quota.
    let name = header.name.key
    let after = kinds[kind].byKey[name]
    kinds[kind].byKey[name] = level
    defer { kinds[kind].byKey[name] = after }
    kinds[kind].columns[level].isBlankByRule =
      after.map { kinds[kind].columns[$0].isBlankByRule } ?? false
    let quota = quotaRule(
      limit.quota, kind, eligible: nil, rule, exceptions: limit.exceptions)
    return LevelLimit(
      level: level, limited: levelIndex(limit.level, scale),
      demotedTo: levelIndex(limit.demotedTo, scale), quota: quota,
      order: columnOrder(limit.order, kind, rule, requiresDirection: true))
  }

  private func levelIndex(_ level: (text: String, span: Span), _ scale: Int) -> Int {
    if case .level(let index) = self.level(level.text, of: scale, level.span).node { return index }
    return 0
  }

  private func levelExpression(
    _ declaration: ClassificationDeclaration, _ scale: Int, _ outer: Scope
  ) -> Expr {
    let span = declaration.header.span
    let kind = Kind.level(scale)
    var scope = outer
    scope.blankTested = blankTests(declaration.lines)
      .union(blankTests(in: declaration.levels.compactMap(\.condition)))
    let name = declaration.header.name.text
    func level(_ title: String, _ span: Span) -> Expr { self.level(title, of: scale, span) }
    var rest = Expr(.fail(RuleFailure(.noTierHolds, rule: name)), kind, span)
    var cases: [(condition: Expr, value: Expr, span: Span)] = []
    for (index, entry) in declaration.levels.enumerated() {
      guard let condition = entry.condition else {
        if index != declaration.levels.count - 1 {
          report(CheckMessages.restNotLast(entry.title, span: entry.span))
        }
        rest = level(entry.title, entry.titleSpan).noted(.otherwise, entry.span)
        continue
      }
      let test = holds(condition, except: entry.unless, scope)
      cases.append(
        (test, level(entry.title, entry.titleSpan).noted(.level, entry.span), entry.span))
    }
    var value: Expr
    if declaration.topDown {
      note(
        RuleTable(cases, rest, name, kind, span, sort: .topDown))
      value = cases.reversed().reduce(rest) {
        Expr(.conditional($1.condition, $1.value, $0), kind, span).noted(.level, $1.span)
      }
    } else {
      value = exclusive(cases, rest, name, kind, span, role: .level)
    }
    value = withLevelExceptions(value, declaration, scale, scope)
    for line in declaration.lines.reversed() {
      switch line.content {
      case .excluded(let condition):
        var open = scope
        open.allowsBlank = true
        let test = holds(condition, except: line.suffixes.unless, open)
        note(.classification, name, [(Expr(.not(test), .truth, line.span), line.span)])
        value = Expr(.conditional(test, Expr(.blank, kind, line.span), value), kind, line.span)
          .noted(.excluded, line.span)
      case .basis, .exception: break
      default: report(CheckMessages.lineNotInClassification(span: line.span))
      }
    }
    if let cancelled = isCancelled(scope, span) {
      value = Expr(.conditional(cancelled, Expr(.blank, kind, span), value), kind, span)
        .noted(.cancelled, span)
    }
    return value
  }

  /// `riêng trường hợp C thì "mức"` replaces; `cao nhất là`, `thấp nhất là`, `hạ một mức` bend the
  /// general level; of two caps the stricter holds, since each only lowers.
  private func withLevelExceptions(
    _ value: Expr, _ declaration: ClassificationDeclaration, _ scale: Int, _ scope: Scope
  ) -> Expr {
    let kind = Kind.level(scale)
    var bends: [NotedBend] = []
    var result = value
    var cases: [(condition: Expr, value: Expr, precedence: Bool, span: Span)] = []
    for line in declaration.lines {
      guard case .exception(let condition, let outcome) = line.content else { continue }
      let test = holds(condition, except: line.suffixes.unless, scope)
      let slot = scope.frame.fresh()
      let general = Expr(.local(slot), kind, line.span)
      let bent: Expr
      switch outcome {
      case .value(let written):
        let level = check(written, scope, expecting: kind)
        expect(level, kind)
        cases.append((test, level, line.suffixes.takesPrecedence, line.span))
        continue
      case .atMost(let written), .atLeast(let written):
        let limit = check(written, scope, expecting: kind)
        expect(limit, kind)
        let isMost = if case .atMost = outcome { true } else { false }
        bends.append(NotedBend(condition: test, limit: limit, isCap: isMost, span: line.span))
        bent = Expr(.builtin(isMost ? .smaller : .larger, [general, limit]), kind, line.span)
      case .lowered(let steps):
        bent = lowered(general, by: steps, scale, line.span)
      case .quota:
        report(CheckMessages.quotaExceptionMisplaced(span: line.span))
        continue
      }
      result = Expr(
        .bind(slot: slot, result, in: Expr(.conditional(test, bent, general), kind, line.span)),
        kind, line.span
      ).noted(.bend, line.span)
    }
    note(bends, declaration.header.name.text)
    return overridden(result, cases, declaration.header.name.text, scope)
  }

  private func lowered(_ general: Expr, by steps: Int, _ scale: Int, _ span: Span) -> Expr {
    let kind = Kind.level(scale)
    var result = Expr(.level(0), kind, span)
    for level in scales[scale].levels.indices.reversed() where level > 0 {
      let target = Expr(.level(max(0, level - steps)), kind, span)
      let here = Expr(.compare(.equal, general, Expr(.level(level), kind, span)), .truth, span)
      result = Expr(.conditional(here, target, result), kind, span)
    }
    return result
  }

  // MARK: xếp hạng

  func declareRanking(_ declaration: RankingDeclaration) {
    let header = declaration.header
    guard let kind = subjectKind(of: header) else { return }
    let rule = RuleInformation(
      span: header.span, title: header.title, basis: basisTexts(declaration.lines))
    if declaration.keys.isEmpty {
      report(CheckMessages.rankingWithoutKeys(header.name.text, span: header.span))
    }
    let index = kinds[kind].rankings.count
    let column = declare(header.name, in: kind, rule: rule, kind: .count) { [self] in
      let draft = kinds[kind].rankings[index]
      let eligible = excludes(declaration, kind) ? isRankedColumn(kind, draft) : nil
      if let eligible { require(ColumnReference(kind: kind, column: eligible)) }
      let group = header.group.map { self.column(for: $0, in: kind, rule) }
      let keys = columnOrder(declaration.keys, kind, rule, requiresDirection: true)
      for key in keys { require(ColumnReference(kind: kind, column: key.column)) }
      return ColumnDefinition(
        kind: declaration.ties == .average ? .number : .count,
        source: .rank(
          RankRule(
            eligible: eligible, keys: keys, group: group, ties: declaration.ties ?? .shared)))
    }
    guard let column else { return }
    kinds[kind].columns[column].isBlankByRule = excludes(declaration, kind)
    kinds[kind].rankings.append(
      RankingDraft(name: header.name, column: column, eligible: nil))
    rankingDeclarations[ColumnReference(kind: kind, column: column)] = declaration
  }

  private func excludes(_ declaration: RankingDeclaration, _ kind: Int) -> Bool {
    cancellations[kind] != nil
      || has(declaration.lines) { if case .excluded = $0 { true } else { false } }
  }

  /// `được xếp hạng`: what keeps a subject out of the ranking does not hold.
  func isRankedColumn(_ kind: Int, _ ranking: RankingDraft) -> Int {
    let declaration = rankingDeclarations[
      ColumnReference(kind: kind, column: ranking.column)]!
    let key = VietnameseText.lookupKey("được xếp hạng")
    let isFirst = kinds[kind].rankings.first?.column == ranking.column
    let name = isFirst ? "được xếp hạng" : "được xếp \(ranking.name.text)"
    return automatic(
      name, in: kind, key: isFirst ? key : nil,
      rule: RuleInformation(span: declaration.header.span), kind: .truth
    ) { [self] in
      computed(kind) { outer in
        var scope = outer
        scope.allowsBlank = true
        let span = declaration.header.span
        var result = isCancelled(scope, span).map { Expr(.not($0), .truth, span) }
        for line in declaration.lines {
          guard case .excluded(let condition) = line.content else { continue }
          let test = holds(condition, except: line.suffixes.unless, scope)
          let kept = Expr(.not(test), .truth, line.span)
          note(.ranking, ranking.name.text, [(kept, line.span)])
          result = result.map { Expr(.and($0, kept), .truth, span) } ?? kept
        }
        return result ?? Expr(.truth(true), .truth, span)
      }
    }
  }

  /// Order keys as columns. Without `tăng dần` or `giảm dần` only a rank or a text has an evident direction.
  func columnOrder(
    _ keys: [SortKey], _ kind: Int, _ rule: RuleInformation, requiresDirection: Bool
  ) -> [ColumnOrder] {
    keys.map { key in
      let column = self.column(for: key.value, in: kind, rule)
      if key.isPreference {
        if !kinds[kind].columns[column].kind.agrees(with: .truth) {
          report(
            CheckMessages.conditionExpected(
              describe(kinds[kind].columns[column].kind), span: key.value.span))
        }
        return ColumnOrder(column: column, isDescending: true)
      }
      let hasEvidentDirection =
        isRankColumn(kind, column) || kinds[kind].columns[column].kind == .text
      let isKnown = kinds[kind].columns[column].kind != .unknown
      if requiresDirection, !key.saysDirection, !hasEvidentDirection, isKnown {
        report(
          CheckMessages.directionMissing(
            kinds[kind].columns[column].isHidden
              ? words(at: key.value.span)
              : kinds[kind].columns[column].name, span: key.value.span))
      }
      return ColumnOrder(column: column, isDescending: key.isDescending)
    }
  }

  private func isRankColumn(_ kind: Int, _ column: Int) -> Bool {
    kinds[kind].rankings.contains { $0.column == column }
  }

  // MARK: Quotas

  func quotaRule(
    _ quota: Quota, _ kind: Int, eligible: Int?, _ rule: RuleInformation,
    exceptions:
      [(condition: Expression, amount: Expression)] = []
  ) -> QuotaRule {
    let isShare = if case .absolute = quota.base { false } else { true }
    if isShare { checkShare(quota.amount) }
    let amount = hiddenColumn(words(at: quota.amount.span), in: kind, rule: rule) { [self] scope in
      var value = check(quota.amount, scope)
      expectNumber(value)
      for exception in exceptions.reversed() {
        if isShare { checkShare(exception.amount) }
        let other = check(exception.amount, scope)
        expectNumber(other)
        value = Expr(
          .conditional(checkCondition(exception.condition, scope), other, value), value.kind,
          value.span
        ).noted(.quotaException, exception.condition.span)
      }
      return value
    }
    if !isShare, kinds[kind].columns[amount].kind == .ratio {
      report(CheckMessages.quotaShareOfNothing(kinds[kind].name, span: quota.amount.span))
    }
    var base: QuotaRule.Base = .absolute
    switch quota.base {
    case .absolute: break
    case .eligible(let name):
      checkQuotaKind(name, kind)
      base = .eligible
      if eligible == nil { report(CheckMessages.eligibleOutsideAward(span: quota.span)) }
    case .subjects(let name, let condition):
      checkQuotaKind(name, kind)
      base = .rows(
        where: condition.map { condition in
          hiddenColumn(words(at: condition.span), in: kind, rule: rule) { [self] in
            checkCondition(condition, $0)
          }
        })
    }
    if isShare, quota.headCount == .unspecified {
      report(CheckMessages.headCountMissing(span: quota.span))
    }
    let group = quota.group.map { self.column(for: $0, in: kind, rule) }
    return QuotaRule(
      amount: amount, base: base, group: group, rounding: quota.headCount, span: quota.span)
  }

  private func checkQuotaKind(_ name: Name, _ kind: Int) {
    if self.kind(named: name.key) != kind {
      report(
        CheckMessages.quotaOfOtherKind(name.text, expected: kinds[kind].name, span: name.span))
    }
  }

  private func checkShare(_ amount: Expression) {
    guard let share = constantNumber(amount) else { return }
    if share > Exact(1) || share.isNegative {
      report(CheckMessages.quotaOverWhole(span: amount.span))
    } else if case .number(_, let unit) = amount.node, unit != .percent {
      report(CheckMessages.shareExpected(span: amount.span))
    }
  }
}
