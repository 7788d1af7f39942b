// `cộng` / `trừ V cho mỗi E` and step lines: each line is a term of a sum; lines of one `mục` exclude
// each other.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// The terms of the adjusting lines. In a criterion (`wantsDeduction` nil) a deduction is a negative
  /// term; in `điểm thưởng` and `điểm trừ` every term is positive and the other word is an error.
  func adjustmentTerms(
    _ lines: [RuleLine], wantsDeduction: Bool?, _ scope: Scope, rule: String
  ) -> [Expr] {
    var terms: [Expr] = []
    var items: [(code: String, lines: [RuleLine])] = []
    let event = lines.lazy.compactMap { line -> Name? in
      if case .oncePerEvent(let name) = line.content { name } else { nil }
    }.first
    if let event {
      let value = deductedOnce(lines.filter { deduction($0) == true }, event, scope, rule: rule)
      terms.append(wantsDeduction == nil ? negated(value) : value)
    }
    for line in lines {
      guard let isDeduction = deduction(line) else { continue }
      if isDeduction, event != nil, wantsDeduction != false { continue }
      if let wantsDeduction, isDeduction != wantsDeduction {
        report(CheckMessages.wrongAdjustmentWord(isPenaltyBlock: wantsDeduction, span: line.span))
      }
      if let item = line.item {
        if let index = items.firstIndex(where: { $0.code == item }) {
          items[index].lines.append(line)
        } else {
          items.append((item, [line]))
        }
      } else {
        let value = term(line, scope)
        terms.append(wantsDeduction == nil && isDeduction ? negated(value) : value)
      }
    }
    for item in items {
      let value = exclusiveItem(item.lines, scope, rule: "\(rule), mục \(item.code)")
      let isDeduction = deduction(item.lines[0]) ?? false
      terms.append(wantsDeduction == nil && isDeduction ? negated(value) : value)
    }
    return terms
  }

  /// Whether a line deducts; nil: it does not adjust.
  func deduction(_ line: RuleLine) -> Bool? {
    switch line.content {
    case .adjust(let isDeduction, _, _, _): isDeduction
    case .step(let step): step.isDeduction
    default: nil
    }
  }

  private func negated(_ value: Expr) -> Expr { Expr(.negate(value), .number, value.span) }

  /// Lines of one `mục`: at most one holds.
  private func exclusiveItem(_ lines: [RuleLine], _ scope: Scope, rule: String) -> Expr {
    let zero = Expr(.number(Exact(0)), .number, lines[0].span)
    if lines.count == 1 { return term(lines[0], scope) }
    var cases: [(condition: Expr, value: Expr, span: Span)] = []
    for line in lines {
      guard case .adjust(let isDeduction, let value, let per, let condition?) = line.content else {
        report(CheckMessages.itemLineNeedsCondition(span: line.span))
        continue
      }
      var plain = line
      plain.content = .adjust(isDeduction: isDeduction, value, per: per, when: nil)
      cases.append(
        (checkCondition(condition, scope), term(plain, scope), line.span))
    }
    return exclusive(cases, zero, rule, .number, lines[0].span, role: .adjustment)
  }

  /// The points one line adds, without sign.
  private func term(_ line: RuleLine, _ scope: Scope) -> Expr {
    let span = line.span
    let zero = Expr(.number(Exact(0)), .number, span)
    var value: Expr
    var test: Expr?
    switch line.content {
    case .adjust(_, let points, let per, let condition):
      value = check(points, scope)
      expectNumber(value)
      if let per { value = perOccurrence(value, per, scope, span) }
      test = condition.map { checkCondition($0, scope) }
    case .step(let step):
      let (condition, points) = stepTerm(step, scope, span)
      value = points
      test = condition
    default:
      return zero
    }
    value = suffixed(value, line.suffixes, scope)
    if let unless = line.suffixes.unless {
      let not = Expr(.not(checkCondition(unless, scope)), .truth, span)
      test = test.map { Expr(.and($0, not), .truth, span) } ?? not
    }
    return (test.map { Expr(.conditional($0, value, zero), .number, span) } ?? value)
      .noted(.adjustment, span)
  }

  // MARK: mỗi sự việc chỉ trừ một lần

  /// The lines hold for the subject's rows of the kind; each row costs its dearest line, once.
  private func deductedOnce(
    _ lines: [RuleLine], _ event: Name, _ scope: Scope, rule: String
  ) -> Expr {
    let span = event.span
    let zero = Expr(.number(Exact(0)), .number, span)
    guard let kind = kind(named: event.key) else {
      report(
        CheckMessages.unknownKind(
          event.text, span: span,
          suggestions: Spelling.closest(to: event.text, in: kinds.map(\.name))))
      return zero
    }
    guard let owner = scope.subjects.last,
      let list = kinds[owner.kind].columns.firstIndex(where: {
        $0.kind == .list(.subject(kind)) && !$0.isHidden
      })
    else {
      report(
        CheckMessages.eventListMissing(
          event.text, owner: scope.subjects.last.map { kinds[$0.kind].name } ?? "", span: span))
      return zero
    }
    let points = hiddenColumn(
      "điểm trừ của \(event.text)", in: kind, rule: RuleInformation(span: span), scope: scope
    ) { [self] inner in
      adjustmentTerms(lines, wantsDeduction: true, inner, rule: rule)
        .reduce(zero) {
          Expr(.builtin(.larger, [$0, $1]), .number, span).noted(.highestLine, span)
        }
    }
    let events = reference(owner.kind, list, row: scope.row!, span: span)
    let slot = scope.frame.fresh()
    let row = Expr(.local(slot), .subject(kind), span)
    return Expr(
      .fold(
        .sum, list: events, slot: slot, filter: nil,
        body: reference(kind, points, row: row, span: span)), .number, span)
  }

  // MARK: cho mỗi

  private func perOccurrence(_ points: Expr, _ per: Per, _ scope: Scope, _ span: Span) -> Expr {
    let counter = self.counter(per.counter, scope)
    expectNumber(counter)
    // `cho mỗi 1 lần` is `cho mỗi lần`: there is no remainder to speak of.
    guard let step = per.step, constantNumber(step) != Exact(1) else {
      return Expr(.arithmetic(.multiply, points, counter), .number, span)
    }
    let size = check(step, scope)
    expectNumber(size)
    return Expr(
      .arithmetic(.multiply, points, steps(counter, size, per.remainder, span)), .number, span)
  }

  /// How many steps: whole ones, or with the remainder in proportion (the parser saw that one is said).
  private func steps(_ amount: Expr, _ size: Expr, _ remainder: Remainder?, _ span: Span) -> Expr {
    if case .number(let value) = size.node, value.signum <= 0 {
      report(CheckMessages.stepNotPositive(span: size.span))
    }
    let quotient = Expr(.arithmetic(.divide, amount, size), .number, span)
    return remainder == .proportional
      ? quotient
      : Expr(.builtin(.integerPart, [quotient]), .number, span).noted(.wholeSteps, span)
  }

  /// `cho mỗi báo cáo chậm`: a field whose name may have `số`, `số lần`, `lần` added or left out.
  private func counter(_ expression: Expression, _ scope: Scope) -> Expr {
    guard case .name(let name) = expression.node, scope.locals[name.key] == nil,
      scope.macros[name.key] == nil, let subject = scope.subjects.last,
      column(of: subject.kind, named: name.key) == nil
    else { return check(expression, scope) }
    let wanted = withoutCounter(name.key)
    let matches = kinds[subject.kind].columns.indices.filter {
      !kinds[subject.kind].columns[$0].isHidden
        && withoutCounter(VietnameseText.lookupKey(kinds[subject.kind].columns[$0].name)) == wanted
    }
    if matches.count > 1 {
      report(
        CheckMessages.ambiguousCounter(
          name.text, span: expression.span,
          candidates: matches.map { kinds[subject.kind].columns[$0].name }))
    }
    guard let column = matches.first else { return check(expression, scope) }
    let field = ownName(kinds[subject.kind].columns[column].name, expression.span)
    return check(Expression(.name(field), expression.span), scope)
  }

  private func withoutCounter(_ key: String) -> String {
    for word in ["số lần", "số", "lần"] {
      let prefix = VietnameseText.lookupKey(word) + " "
      if key.hasPrefix(prefix) { return String(key.dropFirst(prefix.count)) }
    }
    return key
  }

  // MARK: nếu … thì cứ thêm …

  /// `nếu dân số trên 14.000 thì cứ thêm 1.000 cộng 0,5`: the condition's bound is where steps begin.
  private func stepTerm(
    _ step: StepRule, _ scope: Scope, _ span: Span
  ) -> (condition: Expr, points: Expr) {
    let condition = checkCondition(step.condition, scope)
    let points = check(step.value, scope)
    let size = check(step.step, scope)
    expectNumber(points)
    expectNumber(size)
    let zero = Expr(.number(Exact(0)), .number, span)
    let start: Expression
    let measure: Expression
    switch step.condition.node {
    case .within(let value, let bounds):
      guard let end = step.isIncreasing ? bounds.lower : bounds.upper else {
        report(
          CheckMessages.stepNeedsBound(isIncreasing: step.isIncreasing, span: step.condition.span))
        return (condition, zero)
      }
      (measure, start) = (value, end.value)
    case .binary(.greater, let value, let end) where step.isIncreasing,
      .binary(.greaterOrEqual, let value, let end) where step.isIncreasing,
      .binary(.less, let value, let end) where !step.isIncreasing,
      .binary(.lessOrEqual, let value, let end) where !step.isIncreasing:
      (measure, start) = (value, end)
    default:
      report(
        CheckMessages.stepNeedsBound(isIncreasing: step.isIncreasing, span: step.condition.span))
      return (condition, zero)
    }
    let (value, bound) = (check(measure, scope), check(start, scope))
    let distance =
      step.isIncreasing
      ? Expr(.arithmetic(.subtract, value, bound), .number, span)
      : Expr(.arithmetic(.subtract, bound, value), .number, span)
    return (
      condition,
      Expr(
        .arithmetic(.multiply, points, steps(distance, size, step.remainder, span)), .number, span)
    )
  }
}
