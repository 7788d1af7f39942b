// Requirements over the results of one decision table, such as shares that must add up to 100%: each
// row is held against them, so that a slip in a table is found before any data falls into the row.
// In: what the lowering notes of each result column. Out: reports.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// The cells of one result column.
struct NotedResults {
  var table: Span
  var name: String
  var values: [Expr]
  var rows: [Span]
}

extension Checker {
  func judgeTableRows(_ ranges: ValueRanges) {
    guard !tableResults.isEmpty else { return }
    let reader = ConditionReader(self, ranges: ranges)
    for requirement in program.requirements where !requirement.isWarning {
      guard let column = requirement.column,
        case .computed(let rule)? = kinds[column.kind].columns[column.column].source
      else { continue }
      var used: Set<ColumnReference> = []
      ExprWalk.columns(rule.expression) { used.insert($0) }
      let results = used.compactMap { tableResults[$0] }
      guard let first = results.first, results.count == used.count,
        results.allSatisfy({ $0.table == first.table })
      else { continue }
      for row in first.rows.indices {
        guard holds(rule.expression, row, reader) == false else { continue }
        report(
          AnalysisMessages.rowBreaksRequirement(
            AnalysisMessages.lineName(lineNumber(first.rows[row])), table: first.name,
            written: requirement.text, found: sides(rule.expression, row, reader),
            span: first.rows[row], requirement: requirement.span))
      }
    }
  }

  /// nil: it hangs on more than constants.
  private func holds(_ condition: Expr, _ row: Int, _ reader: ConditionReader) -> Bool? {
    switch condition.node {
    case .truth(let value): return value
    case .not(let inner): return holds(inner, row, reader).map { !$0 }
    case .and(let a, let b):
      guard let x = holds(a, row, reader), let y = holds(b, row, reader) else { return nil }
      return x && y
    case .or(let a, let b):
      guard let x = holds(a, row, reader), let y = holds(b, row, reader) else { return nil }
      return x || y
    case .compare(let op, let a, let b):
      guard let x = value(a, row, reader), let y = value(b, row, reader) else { return nil }
      return op.holds(x, y)
    default: return nil
    }
  }

  private func value(_ expr: Expr, _ row: Int, _ reader: ConditionReader) -> Exact? {
    reader.constant(substituted(expr, row), [:])
  }

  /// The expression with the row's cells in place of the result columns.
  private func substituted(_ expr: Expr, _ row: Int) -> Expr {
    switch expr.node {
    case .column(let kind, let column, let owner):
      guard case .local(0) = owner.node,
        let results = tableResults[ColumnReference(kind: kind, column: column)]
      else { return expr }
      return results.values[row]
    case .arithmetic(let op, let a, let b):
      return Expr(
        .arithmetic(op, substituted(a, row), substituted(b, row)), expr.kind, expr.span)
    case .negate(let inner): return Expr(.negate(substituted(inner, row)), expr.kind, expr.span)
    default: return expr
    }
  }

  private func sides(
    _ condition: Expr, _ row: Int, _ reader: ConditionReader
  ) -> (String, String)? {
    guard case .compare(_, let a, let b) = condition.node, let x = value(a, row, reader),
      let y = value(b, row, reader)
    else { return nil }
    let kind = a.kind.merged(with: b.kind)
    return (WitnessWords.text(x, kind, self), WitnessWords.text(y, kind, self))
  }
}
