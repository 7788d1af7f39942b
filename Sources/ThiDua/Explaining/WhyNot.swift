// `vì sao không DANH HIỆU của X`: everything that stands against it. In: an award's column and a subject of a
// session whose plan has run. Out: each failing condition with its margin, then what the quota did, then
// the smallest change of one input that would give the award (see FlipSearch). Used by the session.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct WhyNot {
  private let session: Session
  private let explainer: Explainer

  init(_ session: Session, _ explainer: Explainer) {
    self.session = session
    self.explainer = explainer
  }

  func explain(_ cell: CellAddress) -> Explanation {
    let column = explainer.values.column(cell)
    guard var result = explainer.explain(cell) else {
      return explainer.node(column.name, .blank, column.kind, .worked)
    }
    result.label = explainer.name(column)
    result.operation = .worked
    if result.value.index == AwardState.achieved.rawValue {
      result.reason = "đã đạt: \(result.reason ?? "")"
      return result
    }
    if let against = conditionsAgainst(cell, column), !against.parts.isEmpty {
      let basis = result.basis
      result = against
      result.label = explainer.name(column)
      result.owner = explainer.subject(cell.row, cell.kind)
      result.line = explainer.place(column.rule.span)
      result.basis = basis
      result.reason = "\(against.parts.count) điều vướng"
    }
    return result
  }

  /// All lines that fail, whichever is looked at first.
  private func conditionsAgainst(_ cell: CellAddress, _ column: Column) -> Explanation? {
    guard let state = stateCell(cell, column),
      case .computed(let computation) = explainer.values.column(state).source
    else { return nil }
    let fresh = Explainer(session, globals: explainer.globals)
    return try? fresh.inside(state, fresh.values.column(state)) { () throws(ReferenceTrap) in
      fresh.evaluator.frame =
        [.code(cell.row)]
        + Array(repeating: .blank, count: max(0, computation.localCount - 1))
      return try fresh.award(computation.expression, isWhole: true)
    }
  }

  /// The hidden column of the state by conditions.
  private func stateCell(_ cell: CellAddress, _ column: Column) -> CellAddress? {
    switch column.source {
    case .award(let rule):
      return CellAddress(kind: cell.kind, column: rule.state, row: cell.row)
    case .computed(let computation):
      if case .column(let kind, let state, _) = computation.expression.node {
        return CellAddress(kind: kind, column: state, row: cell.row)
      }
      return cell
    default: return nil
    }
  }
}
