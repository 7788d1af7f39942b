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
  /// Cells the award hangs on.
  private var inputs: [CellAddress] = []

  init(_ session: Session, _ explainer: Explainer) {
    self.session = session
    self.explainer = explainer
  }

  mutating func explain(_ cell: CellAddress) -> Explanation {
    let column = explainer.values.column(cell)
    guard var result = explainer.explain(cell) else {
      return explainer.node(column.name, .blank, column.kind, .worked)
    }
    inputs = explainer.inputs
    result.label = explainer.name(column)
    result.operation = .worked
    if result.value.index == AwardState.achieved.rawValue {
      result.reason = "đã đạt: \(result.reason ?? "")"
      return result
    }
    if var against = conditionsAgainst(cell, column), !against.parts.isEmpty {
      // A line asked both for now and for what still waits stands against it once.
      against.parts = against.parts.enumerated().filter { index, part in
        !against.parts[..<index].contains {
          $0.label == part.label && $0.line == part.line && $0.reason == part.reason
            && $0.role == part.role
        }
      }.map(\.element)
      let basis = result.basis
      result = against
      result.label = explainer.name(column)
      result.owner = explainer.subject(cell.row, cell.kind)
      result.line = explainer.place(column.rule.span)
      result.basis = basis
      result.reason = "\(against.parts.count) điều vướng"
    }
    result.parts += flips(of: cell)
    return result
  }

  /// The changes of one cell of the subject's own data that would give the award, smallest first.
  private func flips(of cell: CellAddress) -> [Explanation] {
    var search = FlipSearch(session.asked ?? session, cell)
    let fields = inputs.filter { $0.kind == cell.kind && $0.row == cell.row }
    let found = search.flips(fields)
    var remarks = found.prefix(FlipSearch.told).map { flip -> Explanation in
      let column = explainer.values.column(flip.cell)
      let before = (try? explainer.values.value(flip.cell)) ?? .blank
      var place = Diagnostic(code: "", message: "")
      session.data[cell.kind].locate(row: cell.row, column: flip.cell.column, in: &place)
      var made = explainer.node(
        "nếu \(column.name) là \(explainer.shown(flip.value, column.kind))",
        .code(AwardState.achieved.rawValue), .award, .worked, role: .remark,
        reason: "hiện là \(explainer.shown(before, column.kind))", line: place.span)
      made.cell = place.place
      return made
    }
    if remarks.isEmpty, !fields.isEmpty {
      remarks.append(
        explainer.node(
          "", .text("đổi riêng một số liệu nào cũng chưa đủ để đạt"), .text, .worked,
          role: .remark))
    }
    return remarks
  }

  /// All lines that fail, whichever is looked at first.
  private mutating func conditionsAgainst(_ cell: CellAddress, _ column: Column) -> Explanation? {
    guard let state = stateCell(cell, column),
      case .computed(let computation) = explainer.values.column(state).source
    else { return nil }
    let fresh = Explainer(session, globals: explainer.globals)
    defer { inputs += fresh.inputs.filter { !inputs.contains($0) } }
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
