// `minh chứng`: evidence a criterion asks for, read from columns of the data named after the criterion.
//
//   minh chứng bắt buộc, để trống thì V            `minh chứng X`: a text; blank: the score is V
//   minh chứng do "A" xác nhận, trước 10/12/2026   `xác nhận X`: the day A confirmed; a subject without it
//                                                  in time is listed, or gets V with `để trống thì V`
//
// Other words after the head are for people only.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func withEvidence(_ value: Expr, _ rule: ScoreRule, _ kind: Int, _ scope: Scope) -> Expr {
    rule.lines.reduce(value) { result, line in
      guard case .evidence(let evidence) = line.content, let fallback = evidence.whenBlank,
        evidence.isMandatory || evidence.confirmation != nil
      else { return result }
      let span = line.span
      let isMissing: Expr
      if let confirmation = evidence.confirmation {
        isMissing = isUnconfirmed(confirmation, rule.name, kind, scope, span)
      } else {
        let column = evidenceColumn("minh chứng " + rule.name, .text, kind, span)
        let text = reference(kind, column, row: scope.row!, span: span)
        isMissing = Expr(.isBlank(text), .truth, span)
      }
      let points = check(fallback, scope)
      expectNumber(points)
      // A criterion that does not apply needs no evidence.
      let applies = Expr(
        .not(Expr(.isNotApplicable(result), .truth, span)), .truth, span)
      let isLacking = Expr(.and(isMissing, applies), .truth, span)
      return Expr(.conditional(isLacking, points, result), .number, span)
        .noted(.evidence, span)
    }
  }

  private func evidenceColumn(_ name: String, _ valueKind: Kind, _ kind: Int, _ span: Span) -> Int {
    var input = InputRule()
    input.mayBeBlank = true
    return automatic(name, in: kind, rule: RuleInformation(span: span), kind: valueKind) {
      ColumnDefinition(kind: valueKind, source: .input(input))
    }
  }

  private func isUnconfirmed(
    _ confirmation: Evidence.Confirmation, _ rule: String, _ kind: Int, _ scope: Scope, _ span: Span
  ) -> Expr {
    let column = evidenceColumn("xác nhận " + rule, .date, kind, span)
    let day = reference(kind, column, row: scope.row!, span: span)
    let blank = Expr(.isBlank(day), .truth, span)
    guard let before = confirmation.before else { return blank }
    let end = Expr(.date(before.days), .date, span)
    return Expr(
      .or(blank, Expr(.compare(.greaterOrEqual, day, end), .truth, span)), .truth, span)
  }

  /// Lists who has no confirmation in time, for the lines that do not say what the score is then.
  func declareConfirmations(_ declaration: CriterionDeclaration, _ kind: Int) {
    for line in declaration.lines {
      guard case .evidence(let evidence) = line.content, evidence.whenBlank == nil,
        let confirmation = evidence.confirmation
      else { continue }
      let name = declaration.header.name.text
      pendingChecks.append { [self] in
        let column = hiddenColumn(
          "có xác nhận", in: kind, rule: RuleInformation(span: line.span)
        ) { [self] scope in
          Expr(
            .not(isUnconfirmed(confirmation, name, kind, scope, line.span)), .truth, line.span)
        }
        let deadline = confirmation.before.map { " trước \($0.text)" } ?? ""
        program.requirements.append(
          Requirement(
            isWarning: true, column: ColumnReference(kind: kind, column: column), condition: nil,
            text: "\(name) có xác nhận của \(confirmation.by)\(deadline)", message: nil,
            span: line.span))
      }
    }
  }
}
