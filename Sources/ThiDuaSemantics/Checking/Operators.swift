// Operators and comparisons: which kinds may meet, what absences and units mean there.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func checkBinary(
    _ op: BinaryOperator, _ left: Expression, _ right: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    switch op {
    case .add: return arithmetic(.add, left, right, scope, span)
    case .subtract: return arithmetic(.subtract, left, right, scope, span)
    case .multiply, .shareOf: return arithmetic(.multiply, left, right, scope, span)
    case .divide: return arithmetic(.divide, left, right, scope, span)
    case .equal, .isSame: return compare(.equal, left, right, scope, span)
    case .notEqual, .isNotSame: return compare(.notEqual, left, right, scope, span)
    case .less: return compare(.less, left, right, scope, span)
    case .lessOrEqual: return compare(.lessOrEqual, left, right, scope, span)
    case .greater: return compare(.greater, left, right, scope, span)
    case .greaterOrEqual: return compare(.greaterOrEqual, left, right, scope, span)
    case .and:
      return Expr(.and(checkCondition(left, scope), checkCondition(right, scope)), .truth, span)
    case .or:
      return Expr(.or(checkCondition(left, scope), checkCondition(right, scope)), .truth, span)
    case .memberOf, .notMemberOf:
      let list = check(right, scope)
      var elementKind: Kind = .unknown
      switch list.kind {
      case .list(let element): elementKind = element
      case .dictionary(let key, _): elementKind = key
      case .unknown: break
      default: report(CheckMessages.listExpected(describe(list.kind), span: right.span))
      }
      var value = check(left, scope, expecting: elementKind)
      var members = list
      // A list of texts beside a level names levels.
      if case .level = value.kind, elementKind == .text {
        members = check(right, scope, expecting: .list(value.kind))
      } else {
        if !value.kind.agrees(with: elementKind) {
          value = check(left, scope, expecting: elementKind)
          expect(value, elementKind)
        }
      }
      let member = Expr(.memberOf(value, members), .truth, span)
      return op == .memberOf ? member : Expr(.not(member), .truth, span)
    }
  }

  private func arithmetic(
    _ op: Arithmetic, _ left: Expression, _ right: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    let (a, b) = (check(left, scope), check(right, scope))
    if op == .add, case .list = a.kind, case .list = b.kind {
      expect(b, a.kind)
      return concatenation(a, b, span)
    }
    if op == .add, a.kind == .text || b.kind == .text {
      report(CheckMessages.textsAdded(span: span))
      return Expr(.blank, .unknown, span)
    }
    if a.kind == .date || b.kind == .date {
      report(CheckMessages.datesCalculated(isDifference: op == .subtract, span: span))
      return Expr(.blank, .unknown, span)
    }
    expectNumber(a)
    expectNumber(b)
    if op == .add || op == .subtract { compareUnits(left, right, scope, span) }
    if op == .divide, case .number(let divisor) = b.node, divisor.isZero {
      report(CheckMessages.divisionByZero(span: right.span))
    }
    let bothRatio = a.kind == .ratio && b.kind == .ratio
    return Expr(.arithmetic(op, a, b), bothRatio && op != .divide ? .ratio : .number, span)
  }

  /// `L + [x]` adds to L's own end, which the machine can do in place.
  private func concatenation(_ a: Expr, _ b: Expr, _ span: Span) -> Expr {
    let kind = a.kind.merged(with: b.kind)
    guard case .list(let elements) = b.node else {
      return Expr(.builtin(.concatenate, [a, b]), kind, span)
    }
    return elements.reduce(a) { Expr(.builtin(.append, [$0, $1]), kind, span) }
  }

  // MARK: Comparisons

  private func compare(
    _ op: Comparison, _ left: Expression, _ right: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    if let test = absenceTest(op, left, right, scope, span)
      ?? absenceTest(op, right, left, scope, span)
    {
      return test
    }
    // The side that is no literal says what a text on the other side names.
    let leftIsText = if case .text = left.node { true } else { false }
    let a: Expr
    let b: Expr
    if leftIsText {
      b = check(right, scope)
      a = check(left, scope, expecting: b.kind)
    } else {
      a = check(left, scope)
      b = check(right, scope, expecting: a.kind)
    }
    return comparison(op, a, b, left, right, scope, span)
  }

  /// `X là trống`, `X khác không áp dụng`: tests that never fail.
  private func absenceTest(
    _ op: Comparison, _ value: Expression, _ literal: Expression, _ scope: Scope, _ span: Span
  ) -> Expr? {
    guard op == .equal || op == .notEqual else { return nil }
    var open = scope
    open.allowsBlank = true
    let test: Expr
    switch literal.node {
    case .blank: test = Expr(.isBlank(check(value, open)), .truth, span)
    case .notApplicable: test = Expr(.isNotApplicable(check(value, open)), .truth, span)
    default: return nil
    }
    return op == .equal ? test : Expr(.not(test), .truth, span)
  }

  private func comparison(
    _ op: Comparison, _ a: Expr, _ b: Expr, _ left: Expression, _ right: Expression,
    _ scope: Scope, _ span: Span
  ) -> Expr {
    if !agree(a, b) {
      report(
        CheckMessages.comparedKindsDiffer(
          describe(a.kind), describe(b.kind), level: levelMeant(a, b) ?? levelMeant(b, a),
          span: span, left: a.span, right: b.span))
      return Expr(.truth(false), .truth, span)
    }
    compareUnits(left, right, scope, span)
    let kind = a.kind.merged(with: b.kind)
    if op != .equal && op != .notEqual && !isOrdered(kind) {
      report(CheckMessages.notOrdered(describe(kind), span: span))
    }
    noteComparison(op, a, b, scope, span)
    return guardedForRuleBlanks(op, a, b, span)
  }

  /// The level that `không` or `có` stands for beside a level: `kỷ luật là không` means "Không".
  private func levelMeant(_ value: Expr, _ literal: Expr) -> String? {
    guard case .level(let scale) = value.kind, case .truth = literal.node,
      scales.indices.contains(scale)
    else { return nil }
    let key = words(at: literal.span).lookedUp
    return scales[scale].levels.first { $0.lookedUp == key }
  }

  /// A subject that is not ranked or not classified fails a comparison instead of stopping the run.
  private func guardedForRuleBlanks(_ op: Comparison, _ a: Expr, _ b: Expr, _ span: Span) -> Expr {
    var result = Expr(.compare(op, a, b), .truth, span)
    for side in [a, b] where isBlankByRule(side) {
      let blank = Expr(.isBlank(side), .truth, span)
      result =
        op == .notEqual
        ? Expr(.or(blank, result), .truth, span)
        : Expr(.and(Expr(.not(blank), .truth, span), result), .truth, span)
    }
    return result
  }

  private func isBlankByRule(_ value: Expr) -> Bool {
    switch value.node {
    case .column(let kind, let column, _): kinds[kind].columns[column].isBlankByRule
    case .bind(_, _, let body): isBlankByRule(body)
    default: false
    }
  }

  /// The top of a field declared as a number whose values are no shares, such as `số, từ 0 đến 100`.
  private func scaleOfPoints(_ value: Expr) -> Exact? {
    guard case .column(let kind, let column, _) = value.node, value.kind == .number,
      let upper = kinds[kind].columns[column].input?.upper?.value, upper > Exact(1)
    else { return nil }
    return upper
  }

  private func isOrdered(_ kind: Kind) -> Bool {
    switch kind {
    case .number, .count, .ratio, .text, .date, .level, .unknown: true
    default: false
    }
  }

  /// `X từ a đến b` and the other comparison words.
  func checkWithin(
    _ value: Expression, _ bounds: Bounds, _ scope: Scope, _ span: Span
  ) -> Expr {
    if case .ballot(let votes, let base) = value.node {
      return ballotCondition(votes, base, bounds, scope, span)
    }
    let subject = check(value, scope)
    if bounds.wording == .fromUp || bounds.wording == .fromDown, isRank(subject) {
      report(CheckMessages.rankUpwards(span: span))
    }
    if subject.kind == .count, isPercent(bounds) {
      report(CheckMessages.shareWithoutBase(words(at: value.span), span: span))
    } else if isPercent(bounds), let scale = scaleOfPoints(subject) {
      report(
        CheckMessages.percentOfPoints(
          words(at: value.span), scale: NumberText.format(scale), span: span))
    }
    var tests: [Expr] = []
    if let lower = bounds.lower {
      let end = check(lower.value, scope, expecting: subject.kind)
      tests.append(
        comparison(
          lower.isInclusive ? .greaterOrEqual : .greater, subject, end, value, lower.value, scope,
          span))
    }
    if let upper = bounds.upper {
      let end = check(upper.value, scope, expecting: subject.kind)
      tests.append(
        comparison(
          upper.isInclusive ? .lessOrEqual : .less, subject, end, value, upper.value, scope, span))
    }
    guard let first = tests.first else { return Expr(.truth(true), .truth, span) }
    guard tests.count == 2 else { return first }
    return Expr(.and(first, tests[1]), .truth, span)
  }

  private func isPercent(_ bounds: Bounds) -> Bool {
    guard case .number(_, let unit)? = (bounds.lower ?? bounds.upper)?.value.node else {
      return false
    }
    return unit == .percent
  }

  private func isRank(_ value: Expr) -> Bool {
    guard case .column(let kind, let column, _) = value.node,
      case .rank? = kinds[kind].columns[column].source
    else { return false }
    return true
  }

  /// `phiếu đồng ý từ 80% trở lên, tính trên B`: votes against share × base, so nothing is divided;
  /// with an empty base nobody passes. Blank votes are looked at by the award (see `awardState`).
  private func ballotCondition(
    _ votes: Expression, _ base: Expression, _ bounds: Bounds, _ scope: Scope, _ span: Span
  ) -> Expr {
    var open = scope
    open.allowsBlank = true
    let (yes, all) = (check(votes, open), check(base, scope))
    expectNumber(yes)
    expectNumber(all)
    let zero = Expr(.number(Exact(0)), .number, span)
    var result = Expr(.compare(.greater, all, zero), .truth, span).noted(.guarding, span)
    for (end, isLower) in [(bounds.lower, true), (bounds.upper, false)] {
      guard let end else { continue }
      let share = check(end.value, scope)
      if share.kind != .ratio && share.kind != .unknown {
        report(CheckMessages.shareExpected(span: end.value.span))
      }
      let needed = Expr(.arithmetic(.multiply, share, all), .number, span)
      let op: Comparison =
        isLower
        ? (end.isInclusive ? .greaterOrEqual : .greater) : (end.isInclusive ? .lessOrEqual : .less)
      result = Expr(
        .and(result, Expr(.compare(op, yes, needed), .truth, span)), .truth, span)
    }
    return result
  }

  // MARK: Units

  private func compareUnits(
    _ left: Expression, _ right: Expression, _ scope: Scope, _ span: Span
  ) {
    guard let a = unit(of: left, scope), let b = unit(of: right, scope), a != b else { return }
    report(
      CheckMessages.unitsDiffer(a.text, b.text, span: span, left: left.span, right: right.span))
  }

  /// The unit an expression certainly has: a literal's, a parameter's, a field's, `điểm` for scores.
  private func unit(of expression: Expression, _ scope: Scope) -> Unit? {
    switch expression.node {
    case .number(_, let unit): return unit
    case .negate(let inner): return unit(of: inner, scope)
    case .binary(.add, let a, let b), .binary(.subtract, let a, let b):
      return unit(of: a, scope) ?? unit(of: b, scope)
    case .name(let name):
      if scope.locals[name.key] != nil { return nil }
      for subject in scope.subjects.reversed() {
        guard let column = kinds[subject.kind].byKey[name.key] else { continue }
        if let unit = kinds[subject.kind].columns[column].unit { return unit }
        guard let item = kinds[subject.kind].itemByKey[name.key],
          kinds[subject.kind].items[item].role != .group
        else { return nil }
        return Unit(text: "điểm", key: VietnameseText.lookupKey("điểm"))
      }
      return globalByKey[name.key].flatMap { globals[$0].unit }
    default: return nil
    }
  }
}
