// Scenarios over a loaded campaign: what is assumed at the moment, and the campaign that reads so. In: the
// assumptions and scenarios of the script or of typed lines. Out: a campaign with them laid on.
// Invariant: inputs and parameters are layers over the loaded columns; only a scenario that rewrites
// rules is checked and computed anew, over the same rows. Leaving a state restores the former one.
// Used by questions.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// What is assumed, in order.
struct AssumedState {
  enum Part {
    case scenario(String)
    case lines([ThiDuaSyntax.Assumption])
  }
  var parts: [Part] = []
  var isEmpty: Bool { parts.isEmpty }
}

extension Campaign {
  func scenario(named name: String) -> ScenarioDeclaration? {
    let key = VietnameseText.lookupKey(name)
    return checked.scenarios.first { VietnameseText.lookupKey($0.name) == key }
  }

  /// Lays a state on and hands what reads so to `body`; nil when it cannot be.
  func standing<Result>(
    in state: AssumedState, into diagnostics: inout Diagnostics,
    _ body: (Campaign, inout Diagnostics) -> Result
  ) -> Result? {
    guard let campaign = enter(state, into: &diagnostics) else { return nil }
    let result = body(campaign, &diagnostics)
    campaign.leave()
    return result
  }

  /// Hands `body` the campaign as it reads with everything assumed so far.
  func showing<Result>(
    into diagnostics: inout Diagnostics, _ body: (Campaign, inout Diagnostics) -> Result
  ) -> Result? {
    // Somebody else has laid assumptions on: they hold already.
    if assumptionCount > 0 { return body(self, &diagnostics) }
    return standing(in: assumed, into: &diagnostics, body)
  }

  /// Lays a state on the bare campaign, or on a campaign with the state's own rules over the same rows.
  func enter(_ state: AssumedState, into diagnostics: inout Diagnostics) -> Campaign? {
    let scenarios = scenarios(of: state)
    let rules = scenarios.flatMap(\.rules)
    guard let campaign = rules.isEmpty ? self : withRules(rules, scenarios, into: &diagnostics)
    else { return nil }
    for lines in lines(of: state) {
      guard campaign.assume(lines: lines, into: &diagnostics) else {
        campaign.leave()
        return nil
      }
    }
    return campaign
  }

  /// Takes all layers off.
  func leave() {
    while assumptionCount > 0 { liftAssumptions() }
  }

  /// The scenarios of a state, each behind those it builds on, each once.
  private func scenarios(of state: AssumedState) -> [ScenarioDeclaration] {
    var ordered: [ScenarioDeclaration] = []
    var seen: Set<String> = []
    func add(_ name: String) {
      guard seen.insert(VietnameseText.lookupKey(name)).inserted, let found = scenario(named: name)
      else { return }
      for basis in found.basis { add(basis.text) }
      ordered.append(found)
    }
    for case .scenario(let name) in state.parts { add(name) }
    return ordered
  }

  /// The assumptions of a state, one layer after the other.
  private func lines(of state: AssumedState) -> [[ThiDuaSyntax.Assumption]] {
    var lines: [[ThiDuaSyntax.Assumption]] = []
    var seen: Set<String> = []
    func add(_ name: String) {
      guard seen.insert(VietnameseText.lookupKey(name)).inserted, let found = scenario(named: name)
      else { return }
      for basis in found.basis { add(basis.text) }
      lines.append(found.assumptions)
    }
    for part in state.parts {
      switch part {
      case .scenario(let name): add(name)
      case .lines(let more): lines.append(more)
      }
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Evaluates assumptions as they are written and lays them on.
  func assume(
    lines: [ThiDuaSyntax.Assumption], into diagnostics: inout Diagnostics
  ) -> Bool {
    guard let assumptions = evaluate(lines, into: &diagnostics) else { return false }
    return assume(assumptions, into: &diagnostics)
  }

  /// The cells, parameters and values that written assumptions are about.
  func evaluate(
    _ lines: [ThiDuaSyntax.Assumption], into diagnostics: inout Diagnostics
  ) -> [Assumption]? {
    guard let (question, targets) = open.check(lines, into: &diagnostics) else { return nil }
    var result: [Assumption]?
    ask(question, into: &diagnostics) { session throws(SessionStopped) in
      guard case .list(let values) = try session.value(ofCode: session.program.mainCode) else {
        return
      }
      var assumptions: [Assumption] = []
      for (index, target) in targets.enumerated() {
        let (owner, value) = (values[2 * index], values[2 * index + 1])
        let span = lines[index].span
        switch target {
        case .parameter(let parameter):
          assumptions.append(Assumption(.parameter(parameter), value, span: span))
        case .field(let kind, let column):
          var rows = [owner]
          if case .list(let list) = owner { rows = list }
          for row in rows.compactMap(\.index) {
            let subject = Subject(kind: kind, row: row)
            assumptions.append(Assumption(.input(subject, column: column), value, span: span))
          }
        }
      }
      result = assumptions
    }
    return diagnostics.hasErrors ? nil : result
  }

  // MARK: Rules of a scenario

  /// The campaign with rules put in the place of the script's; computed once for the same scenarios.
  private func withRules(
    _ rules: [Item], _ scenarios: [ScenarioDeclaration], into diagnostics: inout Diagnostics
  ) -> Campaign? {
    let key = scenarios.filter { !$0.rules.isEmpty }.map { VietnameseText.lookupKey($0.name) }
      .joined(separator: "\n")
    if let known = variants[key] { return known }
    let scripts = Redefinition.scripts(self.scripts, with: rules, into: &diagnostics)
    guard let open = OpenProgram(scripts, into: &diagnostics) else { return nil }
    let compiled: Compiled
    do throws(CompilationFailure) {
      compiled = try Compiled(open.program, texts: session.texts, storesAllColumns: true)
    } catch {
      diagnostics.add(error.diagnostic)
      return nil
    }
    let variant = Session(
      asking: compiled, of: session, globals: [], listener: SilentListener(), host: nil)
    variant.groupings = [:]
    variant.runtime.replaceTables(inputTables(for: open.program))
    do throws(SessionStopped) {
      try variant.setParameters()
      try variant.compute(compiled.program.plan)
    } catch {
      diagnostics.add(contentsOf: variant.diagnostics)
      return nil
    }
    let campaign = Campaign(variantOf: self, open, variant, scripts)
    variants[key] = campaign
    return campaign
  }

  /// The loaded inputs under a program with the same kinds and fields.
  private func inputTables(for program: CheckedProgram) -> [ColumnTable] {
    program.subjectKinds.map { kind in
      let own = self.kind(named: kind.name)
      let columns = own.map { checked.subjectKinds[$0].columns } ?? []
      let loaded = own.map { session.runtime.tables[$0] }
      let table = ColumnTable(rowCount: loaded?.rowCount ?? 0, columnCount: kind.columns.count)
      for (index, column) in kind.columns.enumerated() {
        guard case .input = column.source,
          let place = columns.firstIndex(where: {
            guard case .input = $0.source else { return false }
            return $0.name == column.name
          })
        else { continue }
        table.columns[index] = loaded?.columns[place]
      }
      return table
    }
  }

  /// The rules that scenarios of a state rewrite, by `NAME của KIND`.
  func rewrittenRules(_ state: AssumedState) -> [String: Span] {
    var rules: [String: Span] = [:]
    for rule in scenarios(of: state).flatMap(\.rules) {
      guard let (name, span) = rule.columnName else { continue }
      for kind in checked.subjectKinds {
        rules[VietnameseText.lookupKey("\(name) của \(kind.name)")] = span
      }
    }
    return rules
  }
}

extension Item {
  /// What a rule is called, and where it stands.
  var title: (String, Span)? {
    switch self {
    case .function(let function): (function.name.text, function.name.span)
    case .scoringMethod(let method): (method.name.text, method.name.span)
    default: columnName
    }
  }

  /// The column a rule computes, and where it stands.
  fileprivate var columnName: (String, Span)? {
    let header: Header
    switch self {
    case .group(let rule): header = rule.header
    case .criterion(let rule): header = rule.header
    case .adjustment(let rule): header = rule.header
    case .column(let rule): header = rule.header
    case .classification(let rule): header = rule.header
    case .ranking(let rule): header = rule.header
    case .award(let rule): header = rule.header
    default: return nil
    }
    return (header.name.text, header.span)
  }
}
