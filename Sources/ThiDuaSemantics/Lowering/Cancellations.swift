// `hủy kết quả của X, căn cứ …`: a result taken back after it was given.
//
// A subject so named has no level and no rank, gets no award (its reason cites the decision) and counts in
// no quota that asks for a level; its points stay as they were scored. `đã hủy` tells who it is.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func collectCancellation(_ declaration: CancellationDeclaration) {
    for subject in declaration.subjects {
      guard case .lookup(let name, _) = subject.node else {
        report(CheckMessages.cancellationNeedsSubject(span: subject.span))
        continue
      }
      if let kind = kind(named: name.key) {
        cancellations[kind, default: []].append((subject, declaration))
      } else {
        report(
          CheckMessages.unknownKind(
            name.text, span: name.span,
            suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))))
      }
    }
    for basis in declaration.basis { _ = basisText(basis) }
  }

  /// `đã hủy`: nobody, when nothing was taken back.
  func cancelledColumn(_ kind: Int) -> Int {
    let span = cancellations[kind]?.first?.declaration.span ?? .none
    return automatic("đã hủy", in: kind, rule: RuleInformation(span: span), kind: .truth) {
      [self] in
      computed(kind) { scope in
        let row = scope.row!
        return (cancellations[kind] ?? []).reduce(Expr(.truth(false), .truth, span)) {
          Expr(.or($0, isNamed(row, $1.subject, scope)), .truth, span)
        }
      }
    }
  }

  /// Whether `row` is the subject that a decision names; in an example nobody may be.
  private func isNamed(_ row: Expr, _ subject: Expression, _ scope: Scope) -> Expr {
    let span = subject.span
    var named = check(subject, scope)
    guard case .find(let kind, let key, _) = named.node else {
      return Expr(.compare(.equal, row, named), .truth, span)
    }
    named = Expr(.find(kind: kind, key: key, mayLack: true), named.kind, span)
    let slot = scope.frame.fresh()
    let found = Expr(.local(slot), named.kind, span)
    return Expr(
      .bind(
        slot: slot, named,
        in: Expr(
          .and(
            Expr(.not(Expr(.isBlank(found), .truth, span)), .truth, span),
            Expr(.compare(.equal, row, found), .truth, span)), .truth, span)), .truth, span)
  }

  /// Whether the current subject's result was taken back; nil when nobody's was.
  func isCancelled(_ scope: Scope, _ span: Span) -> Expr? {
    guard let subject = scope.subjects.last, cancellations[subject.kind] != nil else { return nil }
    return reference(subject.kind, cancelledColumn(subject.kind), row: scope.row!, span: span)
  }

  /// What the reason of an award says of the subjects whose results were taken back.
  func cancellationReason(_ other: Expr, _ scope: Scope, _ span: Span) -> Expr {
    guard let subject = scope.subjects.last, let row = scope.row else { return other }
    return (cancellations[subject.kind] ?? []).reversed().reduce(other) { result, entry in
      let basis = entry.declaration.basis.map(basisText).joined(separator: "; ")
      let text = basis.isEmpty ? "đã hủy kết quả" : "đã hủy kết quả: \(basis)"
      let same = isNamed(row, entry.subject, scope)
      return Expr(.conditional(same, Expr(.text(text), .text, span), result), .text, span)
    }
  }
}
