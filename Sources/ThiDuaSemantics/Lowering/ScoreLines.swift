// The lines of a scoring block, in the order they are reckoned:
// applies → gate → tiers or direct points → cộng / trừ → within 0…maximum → exceptions → rounding.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// What the lines of one score share.
struct ScoreRule {
  var name: String
  var maximum: Expression?
  var lines: [RuleLine]
  var suffixes: Suffixes
  /// The input column of `chấm trực tiếp`.
  var direct: Int?
  var span: Span
}

extension Checker {
  func score(_ rule: ScoreRule, _ kind: Int, _ outer: Scope) -> Expr {
    let method = rule.lines.first { if case .method = $0.content { true } else { false } }
    guard let method else { return scoreByLines(rule, kind, outer) }
    return pointing(to: method.span) { scoreByLines(rule, kind, outer) }
  }

  private func scoreByLines(_ rule: ScoreRule, _ kind: Int, _ outer: Scope) -> Expr {
    var rule = rule
    var scope = outer
    scope.maximum = rule.maximum
    if let (lines, macros) = expandedMethod(rule.lines, scope) {
      rule.lines = lines
      scope.macros = macros
    }
    scope.blankTested = blankTests(rule.lines)
    // A parameter that is tested for blank answers for the field that stands for it.
    for key in scope.blankTested {
      if case .name(let field)? = scope.macros[key]?.expression.node {
        scope.blankTested.insert(field.key)
      }
    }
    let span = rule.span
    var value = base(rule, kind, scope)
    let terms = countedTerms(rule, scope)
    for term in terms { value = Expr(.arithmetic(.add, value, term), .number, span) }
    let isEntered = rule.direct != nil || isEnteredScore(rule, kind)
    if isEntered, terms.isEmpty {
      value = enteredWithin(value, rule, scope)
    } else {
      value = clamped(value, maximum: rule.maximum, rule.lines, scope, span)
    }
    value = withExceptions(value, rule, scope)
    value = rounded(suffixed(value, rule.suffixes, scope), rule.lines, scope)
    value = withEvidence(value, rule, kind, scope)
    value = gated(value, rule, scope)
    return withApplicability(value, rule, scope)
  }

  /// The adjusting terms; with `chỉ tính dòng cao nhất` the largest bonus and the largest deduction.
  private func countedTerms(_ rule: ScoreRule, _ scope: Scope) -> [Expr] {
    func terms(_ lines: [RuleLine]) -> [Expr] {
      adjustmentTerms(lines, wantsDeduction: nil, scope, rule: rule.name)
    }
    guard has(rule.lines, { if case .highestOnly = $0 { true } else { false } }) else {
      return terms(rule.lines)
    }
    return [(false, Builtin.larger), (true, .smaller)].compactMap { isDeduction, extreme in
      let kept = terms(
        rule.lines.filter { line in
          if case .oncePerEvent = line.content { return isDeduction }
          return deduction(line) == isDeduction
        })
      guard let first = kept.first else { return nil }
      return kept.dropFirst().reduce(first) {
        Expr(.builtin(extreme, [$0, $1]), .number, rule.span).noted(.highestLine, rule.span)
      }
    }
  }

  // MARK: Scoring methods

  /// `chấm NAME, x; y`: the method's lines, its parameters standing for the arguments.
  private func expandedMethod(
    _ lines: [RuleLine], _ scope: Scope
  ) -> (lines: [RuleLine], macros: [String: Scope.Macro])? {
    for (index, line) in lines.enumerated() {
      guard case .method(let name, let arguments) = line.content else { continue }
      guard let method = methods[name.key] else {
        report(
          CheckMessages.unknownMethod(
            name.text, span: name.span,
            suggestions: Spelling.closest(
              to: name.text, in: methods.values.map(\.name.text).sorted())))
        return nil
      }
      guard arguments.count == method.parameters.count else {
        report(
          CheckMessages.argumentCount(
            name.text, expected: method.parameters.count, found: arguments.count, span: line.span))
        return nil
      }
      var macros: [String: Scope.Macro] = [:]
      for (parameter, argument) in zip(method.parameters, arguments) {
        macros[parameter.key] = .init(expression: argument, environment: scope.macros)
      }
      for line in method.lines {
        if case .binding(let local, let value) = line.content {
          macros[local.key] = .init(expression: value, environment: macros)
        }
      }
      var expanded = lines
      expanded.replaceSubrange(
        index...index,
        with: method.lines.filter { if case .binding = $0.content { false } else { true } })
      return (expanded, macros)
    }
    return nil
  }

  // MARK: The starting value

  private func base(_ rule: ScoreRule, _ kind: Int, _ scope: Scope) -> Expr {
    if let direct = rule.direct {
      return reference(kind, direct, row: scope.row!, span: rule.span)
        .noted(.entered, directLine(rule))
    }
    let tiers = rule.lines.filter {
      switch $0.content {
      case .tier, .otherwise: true
      default: false
      }
    }
    if !tiers.isEmpty { return tierValue(tiers, scope, rule: rule.name, span: rule.span) }
    var (adds, deducts) = (false, false)
    for line in rule.lines {
      switch line.content {
      case .adjust(let isDeduction, _, _, _): if isDeduction { deducts = true } else { adds = true }
      case .step(let step): if step.isDeduction { deducts = true } else { adds = true }
      default: break
      }
    }
    // Only deductions: they are taken from the maximum, as the sentence is meant.
    if deducts && !adds, let maximum = rule.maximum {
      return check(maximum, scope).noted(.startAtMaximum, rule.span)
    }
    let isUnknownMethod = has(rule.lines) { if case .method = $0 { true } else { false } }
    if !adds && !deducts && !isUnknownMethod {
      report(CheckMessages.scoreWithoutLine(rule.name, span: rule.span))
    }
    if adds && deducts { report(CheckMessages.startingPointsMissing(rule.name, span: rule.span)) }
    return Expr(.number(Exact(0)), .number, rule.span).noted(.startAtZero, rule.span)
  }

  private func directLine(_ rule: ScoreRule) -> Span {
    rule.lines.first { if case .direct = $0.content { true } else { false } }?.span ?? rule.span
  }

  /// `được tính FIELD` with a `số` field: the points were entered by people.
  private func isEnteredScore(_ rule: ScoreRule, _ kind: Int) -> Bool {
    let tiers = rule.lines.filter { if case .tier = $0.content { true } else { false } }
    guard tiers.count == 1, case .tier(let value, when: nil) = tiers[0].content,
      tiers[0].suffixes.atMost == nil, case .name(let name) = value.node,
      let column = kinds[kind].byKey[name.key], kinds[kind].columns[column].kind == .number
    else { return false }
    require(ColumnReference(kind: kind, column: column))
    return kinds[kind].columns[column].input != nil
  }

  /// Points entered above the maximum or below zero stop the run: a silent cut would hide a slip.
  private func enteredWithin(_ value: Expr, _ rule: ScoreRule, _ scope: Scope) -> Expr {
    let slot = scope.frame.fresh()
    let entered = Expr(.local(slot), .number, value.span)
    var result = entered
    if !has(rule.lines, { if case .allowNegative = $0 { true } else { false } }) {
      let negative = Expr(
        .compare(.less, entered, Expr(.number(Exact(0)), .number, rule.span)), .truth, value.span)
      result = Expr(
        .conditional(
          negative,
          Expr(
            .fail(RuleFailure(.belowZero, rule: rule.name, value: entered)), .number, value.span),
          result), .number, value.span)
    }
    if let maximum = rule.maximum,
      !has(rule.lines, { if case .allowOverflow = $0 { true } else { false } })
    {
      let above = Expr(.compare(.greater, entered, check(maximum, scope)), .truth, value.span)
      result = Expr(
        .conditional(
          above,
          Expr(
            .fail(RuleFailure(.aboveMaximum, rule: rule.name, value: entered)), .number, value.span),
          result), .number, value.span)
    }
    let absent = Expr(.isNotApplicable(entered), .truth, value.span)
    return Expr(
      .bind(
        slot: slot, value, in: Expr(.conditional(absent, entered, result), .number, value.span)),
      .number, value.span
    ).noted(.guarding, rule.span)
  }

  /// `khi C, trừ trường hợp D`: C holds and D does not.
  func holds(_ condition: Expression, except unless: Expression?, _ scope: Scope) -> Expr {
    let test = checkCondition(condition, scope)
    guard let unless else { return test }
    let not = Expr(.not(checkCondition(unless, scope)), .truth, unless.span)
    return Expr(.and(test, not), .truth, condition.span)
  }

  func has(_ lines: [RuleLine], _ test: (RuleLine.Content) -> Bool) -> Bool {
    lines.contains { test($0.content) }
  }

  // MARK: Tiers

  /// `được tính V khi C … còn lại V`: exactly one must hold.
  func tierValue(_ lines: [RuleLine], _ scope: Scope, rule: String, span: Span) -> Expr {
    var tiers: [(condition: Expr, value: Expr, line: RuleLine)] = []
    var unconditional: [(value: Expr, line: RuleLine)] = []
    var rest: (value: Expr, line: RuleLine)?
    for line in lines {
      switch line.content {
      case .tier(let value, let condition):
        let points = suffixed(check(value, scope), line.suffixes, scope)
          .noted(.tier, line.span)
        if let condition {
          let test = holds(condition, except: line.suffixes.unless, scope)
          tiers.append((test, points, line))
        } else {
          unconditional.append((points, line))
        }
      case .otherwise(let value):
        if let first = rest {
          report(CheckMessages.twoRests(span: line.span, first: first.line.span))
        }
        rest = (
          suffixed(check(value, scope), line.suffixes, scope).noted(.otherwise, line.span), line
        )
      default: break
      }
    }
    if let first = unconditional.first {
      if unconditional.count > 1 || !tiers.isEmpty || rest != nil {
        report(
          CheckMessages.tierWithoutCondition(
            span: first.line.span,
            other: unconditional.dropFirst().first?.line.span ?? tiers.first?.line.span
              ?? rest?.line.span ?? first.line.span))
      }
      return first.value
    }
    let kind = (tiers.map(\.value.kind) + [rest?.value.kind].compactMap { $0 })
      .reduce(Kind.unknown) { $0.merged(with: $1) }
    for tier in tiers where !tier.value.kind.agrees(with: kind) { expect(tier.value, kind) }
    let otherwise =
      rest?.value ?? Expr(.fail(RuleFailure(.noTierHolds, rule: rule)), kind, span)
    return exclusive(
      tiers.map { ($0.condition, $0.value, $0.line.span) }, otherwise, rule, kind, span, role: .tier
    )
  }

  /// A chain of exclusive conditions; a later one that holds too is a failure, not a silent choice.
  func exclusive(
    _ cases: [(condition: Expr, value: Expr, span: Span)], _ otherwise: Expr,
    _ rule: String, _ kind: Kind, _ span: Span, role: RuleNote.Role, sort: RuleTable.Sort? = nil
  ) -> Expr {
    note(RuleTable(cases, otherwise, rule, kind, span, sort: sort))
    let isExcluded = exclusion(of: cases.map(\.condition))
    var result = otherwise
    for (index, tier) in cases.enumerated().reversed() {
      var value = tier.value
      for later in cases.indices[(index + 1)...].reversed() where !isExcluded(index, later) {
        let other = cases[later]
        let failure = Expr(
          .fail(RuleFailure(.twoTiersHold(other.span), rule: rule)), kind, tier.span)
        value = Expr(.conditional(other.condition, failure, value), kind, tier.span)
          .noted(.guarding, tier.span)
      }
      result = Expr(.conditional(tier.condition, value, result), kind, span)
        .noted(role, tier.span)
    }
    return result
  }

  // MARK: Limits, exceptions, rounding

  func clamped(
    _ value: Expr, maximum: Expression?, _ lines: [RuleLine], _ scope: Scope, _ span: Span
  ) -> Expr {
    var result = value
    if let maximum, !has(lines, { if case .allowOverflow = $0 { true } else { false } }) {
      result = Expr(.builtin(.smaller, [result, check(maximum, scope)]), .number, span)
        .noted(.maximum, span)
    }
    if !has(lines, { if case .allowNegative = $0 { true } else { false } }) {
      result = Expr(
        .builtin(.larger, [result, Expr(.number(Exact(0)), .number, span)]), .number, span
      ).noted(.notNegative, span)
    }
    return result
  }

  /// `, làm tròn …, không quá M, ít nhất M`.
  func suffixed(_ value: Expr, _ suffixes: Suffixes, _ scope: Scope) -> Expr {
    var result = value
    if let rounding = suffixes.rounding { result = rounded(result, rounding, scope) }
    if let most = suffixes.atMost {
      let limit = check(most, scope)
      expectNumber(limit)
      result = Expr(.builtin(.smaller, [result, limit]), result.kind, value.span)
        .noted(.atMost, most.span)
    }
    if let least = suffixes.atLeast {
      let limit = check(least, scope)
      expectNumber(limit)
      result = Expr(.builtin(.larger, [result, limit]), result.kind, value.span)
        .noted(.atLeast, least.span)
    }
    return result
  }

  func rounded(_ value: Expr, _ rounding: Rounding, _ scope: Scope) -> Expr {
    expectNumber(value)
    let builtin: Builtin
    let target: Expr
    switch rounding.target {
    case .places(let places):
      target = check(places, scope)
      builtin =
        switch rounding.rule {
        case .halfAwayFromZero: .round
        case .halfEven: .roundHalfEven
        case .up: .roundUp
        case .down: .roundDown
        }
    case .step(let step):
      target = check(step, scope)
      builtin =
        switch rounding.rule {
        case .halfAwayFromZero, .halfEven: .roundToStep
        case .up: .roundUpToStep
        case .down: .roundDownToStep
        }
    }
    expectNumber(target)
    return Expr(.builtin(builtin, [value, target]), value.kind, value.span)
      .noted(.rounding, target.span)
  }

  /// The block's own `làm tròn` lines.
  func rounded(_ value: Expr, _ lines: [RuleLine], _ scope: Scope) -> Expr {
    lines.reduce(value) { result, line in
      if case .round(let rounding) = line.content {
        rounded(result, rounding, scope)
      } else {
        result
      }
    }
  }

  /// `riêng trường hợp C thì V`: overrides; two that hold must agree unless one takes precedence.
  func withExceptions(_ value: Expr, _ rule: ScoreRule, _ scope: Scope) -> Expr {
    var bends: [NotedBend] = []
    var result = value
    var cases: [(condition: Expr, value: Expr, precedence: Bool, span: Span)] = []
    for line in rule.lines {
      guard case .exception(let condition, let outcome) = line.content else { continue }
      let test = holds(condition, except: line.suffixes.unless, scope)
      switch outcome {
      case .value(let written):
        let points = suffixed(check(written, scope, expecting: value.kind), line.suffixes, scope)
        expect(points, value.kind)
        cases.append((test, points, line.suffixes.takesPrecedence, line.span))
      case .atMost(let written), .atLeast(let written):
        let limit = check(written, scope)
        expectNumber(limit)
        let slot = scope.frame.fresh()
        let general = Expr(.local(slot), value.kind, value.span)
        let isMost = if case .atMost = outcome { true } else { false }
        bends.append(NotedBend(condition: test, limit: limit, isCap: isMost, span: line.span))
        let cut = Expr(
          .builtin(isMost ? .smaller : .larger, [general, limit]), value.kind, line.span)
        result = Expr(
          .bind(
            slot: slot, result, in: Expr(.conditional(test, cut, general), value.kind, line.span)),
          value.kind, value.span
        ).noted(.bend, line.span)
      case .lowered, .quota:
        report(CheckMessages.exceptionNeedsLevels(span: line.span))
      }
    }
    note(bends, rule.name)
    return overridden(result, cases, rule.name, scope)
  }

  /// General value, then exceptions in order of precedence.
  func overridden(
    _ value: Expr, _ cases: [(condition: Expr, value: Expr, precedence: Bool, span: Span)],
    _ rule: String, _ scope: Scope
  ) -> Expr {
    let ordered = cases.filter(\.precedence) + cases.filter { !$0.precedence }
    for group in [cases.filter(\.precedence), cases.filter { !$0.precedence }] {
      note(RuleTable(exceptions: group.map { ($0.condition, $0.value, $0.span) }, rule))
    }
    var result = value
    for (index, exception) in ordered.enumerated().reversed() {
      var chosen = exception.value
      for other in ordered[(index + 1)...].reversed() where other.precedence == exception.precedence
      {
        let differ = Expr(
          .and(
            other.condition,
            Expr(.compare(.notEqual, exception.value, other.value), .truth, other.span)),
          .truth, other.span)
        let failure = Expr(
          .fail(RuleFailure(.exceptionsConflict(other.span), rule: rule)), value.kind,
          exception.span)
        chosen = Expr(.conditional(differ, failure, chosen), value.kind, exception.span)
          .noted(.guarding, exception.span)
      }
      result = Expr(.conditional(exception.condition, chosen, result), value.kind, exception.span)
        .noted(.exception, exception.span)
    }
    return result
  }

  private func gated(_ value: Expr, _ rule: ScoreRule, _ scope: Scope) -> Expr {
    rule.lines.reduce(value) { result, line in
      guard case .gate(let condition) = line.content else { return result }
      let zero = Expr(.number(Exact(0)), .number, line.span)
      let test = checkCondition(condition, scope)
      note(.gate, rule.name, [(test, line.span)])
      return Expr(.conditional(test, result, zero), .number, line.span).noted(.gate, line.span)
    }
  }

  private func withApplicability(_ value: Expr, _ rule: ScoreRule, _ scope: Scope) -> Expr {
    rule.lines.reversed().reduce(value) { result, line in
      guard case .applicability(let condition, let isNegative, let treatment) = line.content else {
        return result
      }
      var open = scope
      open.allowsBlank = true
      let test = holds(condition, except: line.suffixes.unless, open)
      note(
        .application, rule.name,
        [(isNegative ? Expr(.not(test), .truth, line.span) : test, line.span)])
      var absent = Expr(.notApplicable, .number, line.span)
      if treatment == .fullScore, let maximum = rule.maximum { absent = check(maximum, scope) }
      return isNegative
        ? Expr(.conditional(test, absent, result), .number, line.span)
          .noted(.doesNotApply, line.span)
        : Expr(.conditional(test, result, absent), .number, line.span).noted(.applies, line.span)
    }
  }
}
