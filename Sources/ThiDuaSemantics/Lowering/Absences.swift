// What a group makes of criteria that do not apply to a subject. Each criterion says its treatment on its
// own line (`không áp dụng khi C, quy đổi`) or takes the group's (`, không áp dụng thì quy đổi`):
//
//   bỏ ra (default)  neither points nor maximum count
//   tính tối đa      the criterion itself gives its maximum, by the line (`withApplicability`) or
//                    because its cell says so (`withFullScore`)
//   chia đều         its maximum is spread in equal parts over the criteria that apply, whose points grow
//                    in proportion
//   quy đổi          the points of the others are converted as if its maximum were theirs too

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// The treatment a criterion's own lines say; nil: none.
  func writtenTreatment(_ lines: [RuleLine]) -> AbsenceTreatment? {
    for line in lines {
      if case .applicability(_, _, let treatment?) = line.content { return treatment }
    }
    return nil
  }

  /// `tính tối đa` of a criterion that does not apply by its data, or by a line that says no treatment.
  func withFullScore(
    _ value: Expr, _ rule: ScoreRule, _ treatment: AbsenceTreatment?, _ scope: Scope
  ) -> Expr {
    guard treatment == .fullScore, let maximum = rule.maximum else { return value }
    let slot = scope.frame.fresh()
    let own = Expr(.local(slot), .number, rule.span)
    let absent = Expr(.isNotApplicable(own), .truth, rule.span)
    let chosen = Expr(.conditional(absent, check(maximum, scope), own), .number, rule.span)
      .noted(.fullScore, rule.span)
    return Expr(.bind(slot: slot, value, in: chosen), .number, rule.span)
  }

  private func treatment(_ kind: Int, _ member: Int, in group: Int) -> AbsenceTreatment {
    kinds[kind].items[member].treatment ?? kinds[kind].items[group].treatment ?? .leaveOut
  }

  /// The group's points before its own maximum.
  func sumOfMembers(_ kind: Int, _ group: Int, _ scope: Scope) -> Expr {
    let span = kinds[kind].items[group].span
    let members = kinds[kind].items[group].members
    let zero = number(0, span)
    let spread = absentMaximum(.spread, kind, group, scope)
    var sum = zero.noted(.startAtZero, span)
    for member in members {
      var points = memberScore(kind, member, scope)
      if let spread, let maximum = kinds[kind].items[member].maximum {
        let own = check(maximum, scope)
        let share = arithmetic(.divide, spread, appliedCount(kind, group, scope), span)
        let grown = arithmetic(
          .divide, arithmetic(.multiply, points, arithmetic(.add, own, share, span), span), own,
          span)
        let absent = Expr(.isNotApplicable(points), .truth, span)
        points = Expr(.conditional(absent, zero, grown), .number, span).noted(.spread, span)
      }
      sum = arithmetic(.add, sum, points, span)
    }
    guard let converted = absentMaximum(.rebase, kind, group, scope) else { return sum }
    let applied = appliedMaximum(kind, group, scope)
    let whole = arithmetic(.add, applied, converted, span)
    let none = Expr(.compare(.equal, applied, zero), .truth, span)
    return Expr(
      .conditional(
        none, zero,
        arithmetic(.divide, arithmetic(.multiply, sum, whole, span), applied, span)),
      .number, span
    ).noted(.rebased, span)
  }

  /// The group's maximum that applies: what is spread or converted stays in it, unless nothing applies.
  func scaleOfMembers(_ kind: Int, _ group: Int, _ scope: Scope) -> Expr {
    let span = kinds[kind].items[group].span
    let applied = appliedMaximum(kind, group, scope)
    let kept = [AbsenceTreatment.spread, .rebase]
      .compactMap { absentMaximum($0, kind, group, scope) }
    guard !kept.isEmpty else { return applied }
    let whole = kept.reduce(applied) { arithmetic(.add, $0, $1, span) }
    let none = Expr(.compare(.equal, applied, number(0, span)), .truth, span)
    return Expr(.conditional(none, number(0, span), whole), .number, span)
  }

  // MARK: Parts

  private func memberScore(_ kind: Int, _ member: Int, _ scope: Scope) -> Expr {
    reference(
      kind, kinds[kind].items[member].score, row: scope.row!, span: kinds[kind].items[member].span)
  }

  private func appliedMaximum(_ kind: Int, _ group: Int, _ scope: Scope) -> Expr {
    let span = kinds[kind].items[group].span
    return kinds[kind].items[group].members.reduce(number(0, span)) { sum, member in
      arithmetic(
        .add, sum, reference(kind, scaleColumn(kind, member), row: scope.row!, span: span), span)
    }
  }

  private func appliedCount(_ kind: Int, _ group: Int, _ scope: Scope) -> Expr {
    let span = kinds[kind].items[group].span
    return kinds[kind].items[group].members.reduce(number(0, span)) { sum, member in
      let absent = Expr(.isNotApplicable(memberScore(kind, member, scope)), .truth, span)
      return arithmetic(
        .add, sum, Expr(.conditional(absent, number(0, span), number(1, span)), .number, span), span
      )
    }
  }

  /// The maxima of the absent criteria treated this way; nil when none can be.
  private func absentMaximum(
    _ wanted: AbsenceTreatment, _ kind: Int, _ group: Int, _ scope: Scope
  ) -> Expr? {
    let span = kinds[kind].items[group].span
    var sum: Expr?
    for member in kinds[kind].items[group].members
    where treatment(kind, member, in: group) == wanted {
      guard let maximum = kinds[kind].items[member].maximum else { continue }
      let absent = Expr(.isNotApplicable(memberScore(kind, member, scope)), .truth, span)
      let part = Expr(.conditional(absent, check(maximum, scope), number(0, span)), .number, span)
      sum = sum.map { arithmetic(.add, $0, part, span) } ?? part
    }
    return sum
  }

  private func number(_ value: Int, _ span: Span) -> Expr {
    Expr(.number(Exact(value)), .number, span)
  }

  private func arithmetic(_ op: Arithmetic, _ a: Expr, _ b: Expr, _ span: Span) -> Expr {
    Expr(.arithmetic(op, a, b), .number, span)
  }
}
