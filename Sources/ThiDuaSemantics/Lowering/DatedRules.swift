// Rules and parameters that change on a day: which version holds for whom.
//
// In: a declaration and its later versions (`sửa đổi … từ 1/9/2026, áp dụng theo ngày nhận hồ sơ`), or the
// dated values of a parameter. Out: one expression that asks the subject's own date. Without `áp dụng
// theo` the campaign's year decides for everybody: what has begun by its last day holds. Invariant: every
// version is checked and analysed like a rule of its own, with its own lines' spans.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// The version everybody starts from, and those that follow by the subject's date.
  func inForce<Declaration>(
    _ declaration: Declaration, _ later: [LaterVersion<Declaration>], name: String
  ) -> (base: Declaration, later: [LaterVersion<Declaration>]) {
    guard !later.isEmpty else { return (declaration, []) }
    var base = declaration
    var following: [LaterVersion<Declaration>] = []
    for version in later {
      guard version.dating.appliesBy == nil else {
        following.append(version)
        continue
      }
      let holds = version.dating.from.days <= campaignEnd
      report(
        AmendmentMessages.wholeYear(
          name, from: version.dating.from.text, holds: holds, span: version.dating.span))
      if holds {
        base = version.declaration
        following = []
      }
    }
    return (base, following)
  }

  /// The value of the version that holds for the row.
  func dated<Declaration>(
    _ base: Expr, _ later: [LaterVersion<Declaration>], _ scope: Scope,
    _ value: (Declaration) -> Expr
  ) -> Expr {
    later.reduce(base) { result, version in
      let test = dateTest(version.dating, scope)
      let new = value(version.declaration)
      let kind = result.kind.merged(with: new.kind)
      return Expr(.conditional(test, new, result), kind, new.span)
    }
  }

  /// Whether the subject's date is on or after the day.
  func dateTest(_ dating: Dating, _ scope: Scope) -> Expr {
    guard let by = dating.appliesBy else { return Expr(.truth(true), .truth, dating.span) }
    var open = scope
    open.allowsBlank = true
    let date = check(by, open)
    if !date.kind.agrees(with: .date) {
      report(AmendmentMessages.dateExpected(kind: describe(date.kind), span: by.span))
    } else if dating.blankFollowsNew == nil, let field = blankField(by, scope) {
      report(
        AmendmentMessages.dateMayBeBlank(
          words(at: by.span), span: by.span, field: field))
    }
    let from = Expr(.date(dating.from.days), .date, dating.span)
    let whole = dating.span.joined(by.span)
    let reached = Expr(.compare(.greaterOrEqual, date, from), .truth, whole)
    guard let followsNew = dating.blankFollowsNew else { return reached }
    let blank = Expr(.isBlank(date), .truth, by.span)
    return followsNew
      ? Expr(.or(blank, reached), .truth, whole)
      : Expr(.and(Expr(.not(blank), .truth, by.span), reached), .truth, whole)
  }

  /// Where the date's field is declared, if it may be blank.
  private func blankField(_ date: Expression, _ scope: Scope) -> Span? {
    guard case .name(let name) = date.node, let subject = scope.subjects.last,
      let column = kinds[subject.kind].byKey[name.key]
    else { return nil }
    require(ColumnReference(kind: subject.kind, column: column))
    guard kinds[subject.kind].columns[column].input?.mayBeBlank ?? false else { return nil }
    return kinds[subject.kind].columns[column].rule.span
  }

  /// The maximum of a score with versions, as one expression over the row.
  func datedMaximum(
    _ base: Expression?, _ later: [(dating: Dating, maximum: Expression?)]
  ) -> Expression? {
    guard var result = base else { return later.last?.maximum }
    for version in later {
      guard let maximum = version.maximum, let by = version.dating.appliesBy,
        words(at: maximum.span) != words(at: result.span)
      else { continue }
      let from = version.dating.from
      var date = by
      if let followsNew = version.dating.blankFollowsNew {
        // A blank date stands for the day itself, or for one that is certainly before it.
        let instead = followsNew ? from : CalendarDate(days: from.days - 1) ?? from
        date = Expression(.ifBlank(by, Expression(.date(instead), by.span)), by.span)
      }
      let test = Expression(
        .binary(.greaterOrEqual, date, Expression(.date(from), version.dating.span)), by.span)
      result = Expression(
        .conditional(test, then: maximum, otherwise: result), maximum.span)
    }
    return result
  }

  /// The legal bases of all versions; those of a later one name their day.
  func datedBasis(_ base: [String], _ later: [(dating: Dating, basis: [String])]) -> [String] {
    later.reduce(base) { result, version in
      result
        + version.basis.filter { !base.contains($0) }.map {
          "từ \(version.dating.from.text): \($0)"
        }
    }
  }

  // MARK: Parameters

  /// Dated values of one parameter: kept until all are known.
  func collectParameter(_ declaration: ParameterDeclaration) {
    let key = declaration.name.key
    // Several values need a day each.
    if let twin = parameterValues[key]?.first(where: {
      beginning(of: $0) == nil || beginning(of: declaration) == nil
        || beginning(of: $0) == beginning(of: declaration)
    }) {
      reportDuplicate(declaration.name, first: twin.name.span, isParameter: true)
      return
    }
    if parameterValues[key] == nil { parameterKeys.append(key) }
    parameterValues[key, default: []].append(declaration)
  }

  /// The day a value begins; the library's own values without a date have always been.
  private func beginning(of declaration: ParameterDeclaration) -> Int32? {
    declaration.effectiveFrom?.days
      ?? (libraryFiles.contains(declaration.span.file) ? .min : nil)
  }

  /// Decides which value of each parameter holds: the latest that has begun by the campaign's end, and
  /// after it those whose day the subject's own date must reach.
  func declareParameters() {
    for key in parameterKeys {
      let values = (parameterValues[key] ?? []).sorted {
        (beginning(of: $0) ?? .min) < (beginning(of: $1) ?? .min)
      }
      guard var base = values.first else { continue }
      var following: [ParameterDeclaration] = []
      for value in values.dropFirst() {
        if value.appliesBy != nil {
          following.append(value)
        } else if (value.effectiveFrom?.days ?? .min) <= campaignEnd {
          base = value
          following = []
        }
      }
      globalByKey[key] = globals.count
      globals.append(
        GlobalDraft(
          global: Global(
            name: base.name.text, kind: .unknown, parameter: nil, span: base.span),
          declaration: base))
      if !following.isEmpty { datedParameters[key] = (base, following) }
      for value in following { for basis in value.basis { _ = basisText(basis) } }
    }
  }

  /// The value of a parameter that hangs on the subject's date; nil when it does not.
  func datedParameter(_ name: Name, _ scope: Scope, span: Span) -> Expr? {
    guard let (base, following) = datedParameters[name.key] else { return nil }
    guard !scope.subjects.isEmpty else {
      report(AmendmentMessages.parameterNeedsSubject(name.text, span: span))
      return Expr(.blank, .unknown, span)
    }
    return following.reduce(check(base.value, scope)) { result, value in
      guard let from = value.effectiveFrom else { return result }
      let test = dateTest(
        Dating(
          from: from, appliesBy: value.appliesBy, blankFollowsNew: value.blankFollowsNew,
          span: value.span), scope)
      let new = check(value.value, scope)
      expect(new, result.kind)
      return Expr(.conditional(test, new, result), result.kind, span)
    }
  }
}
