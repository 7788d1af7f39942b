// Rules that nobody can ever meet: awards whose conditions contradict each other, criteria that never
// apply, rankings that leave everybody out, requirements that no data satisfies. In: conditions that the
// lowering notes as it meets them, all of which must hold. Out: reports. A search that is given up
// claims nothing.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// Conditions that must hold together for a rule to be of use.
struct NotedConditions {
  var use: AnalysisMessages.Use
  var name: String
  var lines: [(condition: Expr, span: Span)]
}

extension Checker {
  func note(
    _ use: AnalysisMessages.Use, _ name: String, _ lines: [(condition: Expr, span: Span)]
  ) {
    guard variant == nil, !lines.isEmpty else { return }
    conditions.append(NotedConditions(use: use, name: name, lines: lines))
  }

  func judgeConditions(_ ranges: ValueRanges) {
    var seen: Set<String> = []
    for noted in conditions where seen.insert("\(noted.use) \(noted.name)").inserted {
      let table = RuleTable(together: noted.lines, noted.name)
      let analysis = TableAnalysis(table, self, ranges)
      guard let (last, other) = analysis.contradiction() else { continue }
      report(
        AnalysisMessages.neverOfUse(
          noted.use, noted.name, span: noted.lines[last].span,
          other: other.map { noted.lines[$0].span }))
    }
  }

  // MARK: Requirements

  func judgeRequirements(_ ranges: ValueRanges) {
    let reader = ConditionReader(self, ranges: ranges)
    for kind in kinds.indices {
      let own = program.requirements.filter { !$0.isWarning && $0.column?.kind == kind }
      let lines = zip(own, requiredConditions(of: [kind])).map { ($1, $0.span) }
      let analysis = TableAnalysis(
        RuleTable(together: lines, ""), self, ranges, takesRequirements: false)
      guard let (last, other) = analysis.contradiction() else { continue }
      report(
        AnalysisMessages.requirementImpossible(
          own[last].text, found: constantSides(lines[last].0, reader), span: own[last].span,
          other: other.map { own[$0].span }))
    }
    for requirement in program.requirements where !requirement.isWarning {
      guard let condition = requirement.condition,
        case .constant(false) = reader.read(condition.expression)
      else { continue }
      report(
        AnalysisMessages.requirementImpossible(
          requirement.text, found: constantSides(condition.expression, reader),
          span: requirement.span, other: nil))
    }
  }

  /// The two numbers of a comparison without unknowns.
  private func constantSides(_ condition: Expr, _ reader: ConditionReader) -> (String, String)? {
    guard case .compare(.equal, let a, let b) = condition.node,
      let x = reader.constant(a, [:]), let y = reader.constant(b, [:])
    else { return nil }
    return (
      WitnessWords.text(x, a.kind.merged(with: b.kind), self),
      WitnessWords.text(y, a.kind.merged(with: b.kind), self)
    )
  }
}

extension TableAnalysis {
  /// Whether some subject makes the formula hold; true as well when nobody could find out.
  func mayHold(_ formula: Formula) -> Bool {
    var search = CellSearch(cells, budget)
    var attempts = 0
    let found = search.first(.and([formula] + given)) { choice in
      attempts += 1
      return attempts > Self.attempts || isReachable(choice)
    }
    return found != nil || search.gaveUp
  }

  /// The first line that cannot hold with those above it, and the one among them it contradicts.
  func contradiction() -> (last: Int, other: Int?)? {
    guard let whole = lines.indices.last, !mayHold(.and(lines)) else { return nil }
    let last = lines.indices.first { !mayHold(.and(Array(lines[...$0]))) } ?? whole
    if !mayHold(lines[last]) { return (last, nil) }
    return (last, lines.indices.prefix(last).first { !mayHold(.both(lines[$0], lines[last])) })
  }
}

extension RuleTable {
  /// Conditions all of which must hold.
  init(together lines: [(condition: Expr, span: Span)], _ rule: String) {
    self.init(exceptions: lines.map { ($0.condition, $0.condition, $0.span) }, rule)
  }
}
