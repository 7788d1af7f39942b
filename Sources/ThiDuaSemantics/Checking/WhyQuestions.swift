// `vì sao E` and `vì sao không DANH HIỆU của X`: the expression is checked where it stands; what it
// needs from the statement's frame is captured, since the answer is worked out by the host.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func checkWhy(
    isNegative: Bool, _ asked: Expression, file: Expression?, _ scope: Scope, _ span: Span
  ) -> CheckedStatement.Node {
    var open = scope
    open.allowsBlank = true
    let meant = withNamedOwner(asked)
    var award: ColumnReference?
    let value: Expr
    if isNegative {
      guard let (subject, column) = awardAsked(meant, open) else {
        return .evaluate(Expr(.blank, .unknown, span))
      }
      (value, award) = (subject, column)
    } else {
      value = check(meant, open)
    }
    let path = file.map { check($0, scope, expecting: .text) }
    if let path { expect(path, .text) }
    program.questions.append(
      Question(
        value: value, award: award,
        captures: scope.locals.values.sorted { $0.slot < $1.slot }.map {
          .init(slot: $0.slot, kind: scope.kind(of: $0))
        },
        localCount: scope.frame.count, file: path, text: words(at: asked.span), span: span))
    return .ask(program.questions.count - 1)
  }

  /// `DANH HIỆU của X`: the subject and the award's column, or a report.
  private func awardAsked(_ asked: Expression, _ scope: Scope) -> (Expr, ColumnReference)? {
    guard case .of(let written, let owner) = asked.node, let name = awardName(written) else {
      report(CheckMessages.whyNotNeedsAward(span: asked.span))
      return nil
    }
    let subject = check(owner, scope)
    guard case .subject(let kind) = subject.kind else {
      if subject.kind != .unknown {
        report(CheckMessages.ownerExpected(describe(subject.kind), span: owner.span))
      }
      return nil
    }
    let key = AutomaticPrefix.achieved.rest(of: name.key) ?? name.key
    guard let award = kinds[kind].awards[name.key] ?? kinds[kind].awards[key] else {
      report(
        CheckMessages.awardAskedUnknown(
          name.text, kind: kinds[kind].name, span: name.span,
          suggestions: Spelling.closest(
            to: name.text,
            in: kinds[kind].awards.values.map(\.declaration.header.name.text).sorted())))
      return nil
    }
    let column = ColumnReference(kind: kind, column: award.column)
    require(column)
    return (subject, column)
  }

  /// An award's name, or its title in quotes.
  private func awardName(_ expression: Expression) -> Name? {
    switch expression.node {
    case .name(let name): return name
    case .text(let pieces):
      guard pieces.count == 1, case .literal(let title)? = pieces.first else { return nil }
      return Name(text: title, key: VietnameseText.lookupKey(title), span: expression.span)
    default: return nil
    }
  }

  /// `tổng điểm của "A"`: a text alone is the subject of the one kind that has such a column.
  private func withNamedOwner(_ asked: Expression) -> Expression {
    guard case .of(let value, let owner) = asked.node, case .text = owner.node else { return asked }
    let owners = kinds.indices.filter { kind in
      guard case .name(let name) = value.node else {
        return kinds[kind].awards.values.contains { award in
          awardName(value).map { award.declaration.header.name == $0 } ?? false
        }
      }
      return column(of: kind, named: name.key) != nil
    }
    guard owners.count == 1 else { return asked }
    let kind = kinds[owners[0]].name
    let name = Name(text: kind, key: VietnameseText.lookupKey(kind), span: owner.span)
    return Expression(
      .of(value, owner: Expression(.lookup(kind: name, key: owner), owner.span)), asked.span)
  }
}
