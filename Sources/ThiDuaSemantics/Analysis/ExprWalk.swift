// Goes over the parts of a checked expression. In: an expression. Out: the columns and locals it
// reads, outermost first. Only the analysis imports it.

enum ExprWalk {
  static func columns(_ expr: Expr, _ action: (ColumnReference) -> Void) {
    visit(expr) { part in
      if case .column(let kind, let column, _) = part.node {
        action(ColumnReference(kind: kind, column: column))
      }
    }
  }

  static func locals(_ expr: Expr, _ action: (Int) -> Void) {
    visit(expr) { part in if case .local(let slot) = part.node { action(slot) } }
  }

  static func visit(_ expr: Expr, _ action: (Expr) -> Void) {
    action(expr)
    for part in parts(expr) { visit(part, action) }
  }

  private static func parts(_ expr: Expr) -> [Expr] {
    switch expr.node {
    case .number, .text, .date, .truth, .level, .award, .blank, .notApplicable, .local, .global,
      .subjects:
      return []
    case .fail(let failure): return [failure.value].compactMap { $0 }
    case .column(_, _, let inner), .negate(let inner), .not(let inner), .isBlank(let inner),
      .isNotApplicable(let inner), .find(_, let inner, _):
      return [inner]
    case .arithmetic(_, let a, let b), .compare(_, let a, let b), .and(let a, let b),
      .or(let a, let b), .ifBlank(let a, let b), .range(let a, let b), .index(let a, let b),
      .memberOf(let a, let b), .bind(_, let a, let b):
      return [a, b]
    case .conditional(let a, let b, let c): return [a, b, c]
    case .builtin(_, let parts), .call(_, let parts), .list(let parts): return parts
    case .dictionary(let pairs): return pairs.flatMap { [$0.key, $0.value] }
    case .fold(_, let list, _, let filter, let body):
      return [list] + [filter, body].compactMap { $0 }
    case .sorted(let list, _, let keys): return [list] + keys.map(\.value)
    case .interpolation(let pieces):
      return pieces.compactMap { if case .value(let value, _) = $0 { value } else { nil } }
    }
  }
}
