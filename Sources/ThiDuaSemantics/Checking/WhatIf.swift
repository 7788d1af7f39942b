// What if: scenarios and questions are checked among the script's names like everything else, so that a
// wrong one is told before the first result. In: the untyped declarations. Out: findings; for whoever
// carries a question out, the columns and parameters its assumptions are about. Invariant: assumptions
// are about inputs and parameters only, and every value is of the kind of its target.

import ThiDuaSyntax
import ThiDuaText

/// What an assumption is about.
public enum AssumedTarget: Hashable, Sendable {
  case field(kind: Int, column: Int)
  case parameter(Int)
}

extension OpenProgram {
  /// Checks assumptions: the question's main body gives back, for each, its subject or list of subjects
  /// (blank for a parameter) and its value.
  public func check(
    _ assumptions: [Assumption], into diagnostics: inout Diagnostics
  ) -> (question: CheckedQuestion, targets: [AssumedTarget])? {
    var targets: [AssumedTarget] = []
    let question = ask(into: &diagnostics) { checker, scope in
      var values: [Expr] = []
      for assumption in assumptions {
        guard let checked = checker.check(assumption, scope) else { continue }
        targets.append(checked.target)
        values += [checked.owner, checked.value]
      }
      let span = assumptions.first?.span ?? .none
      let list = Expr(.list(values), .list(.unknown), span)
      return ([CheckedStatement(.giveBack(list), span)], values)
    }
    return question.map { ($0, targets) }
  }

  /// Checks a question of typed lines; false after errors. Warnings are for scripts.
  public func check(_ question: CampaignRequest, into diagnostics: inout Diagnostics) -> Bool {
    var findings = Diagnostics()
    _ = ask(into: &findings) { checker, scope in
      checker.check(question, scope)
      return ([], [])
    }
    if findings.hasErrors { diagnostics.add(contentsOf: findings) }
    return !findings.hasErrors
  }

  /// The kind and column of a result that `độ vững của` may ask about; kinds may share its name.
  public func results(named name: Name) -> [ColumnReference] {
    program.subjectKinds.indices.flatMap { kind in
      program.subjectKinds[kind].columns.indices.compactMap { column in
        let found = program.subjectKinds[kind].columns[column]
        guard !found.isHidden, VietnameseText.lookupKey(found.name) == name.key, found.isResult
        else { return nil }
        return ColumnReference(kind: kind, column: column)
      }
    }
  }
}

extension Column {
  /// A rank, a level or an award that rules give.
  public var isResult: Bool {
    switch source {
    case .input, .inverse: return false
    case .rank: return true
    case .computed, .grouped, .award, .limitedLevel: break
    }
    if case .level = kind { return true }
    return kind == .award
  }
}

extension CampaignRequest.Axis {
  /// The input and the ends of its range, or its values; nil when the axis is no axis.
  public var parts: (target: Expression, lower: Expression, upper: Expression)? {
    guard case .within(let target, let bounds) = range.node, bounds.wording == .fromTo,
      let lower = bounds.lower, let upper = bounds.upper
    else { return nil }
    return (target, lower.value, upper.value)
  }

  /// The values that are written out.
  public var listed: (target: Expression, values: [Expression])? {
    guard case .binary(.memberOf, let target, let list) = range.node,
      case .list(let values) = list.node
    else { return nil }
    return (target, values)
  }
}

extension Assumption {
  /// An assumption about what an expression names; nil when that is neither a field nor a parameter.
  public init?(_ target: Expression, _ value: Expression) {
    switch target.node {
    case .of(let field, let owner):
      guard case .name(let name) = field.node else { return nil }
      self.init(target: .field(name, of: owner), value: value, span: target.span)
    case .name(let name):
      self.init(target: .parameter(name), value: value, span: target.span)
    default: return nil
    }
  }
}

extension Checker {
  // MARK: Assumptions

  /// nil after a reported error.
  func check(
    _ assumption: Assumption, _ scope: Scope
  ) -> (target: AssumedTarget, owner: Expr, value: Expr)? {
    var open = scope
    open.allowsBlank = true
    switch assumption.target {
    case .parameter(let name):
      guard let index = globalByKey[name.key], globals[index].declaration != nil else {
        let parameters = globals.filter { $0.declaration != nil }.map(\.global.name)
        report(
          CheckMessages.assumedNotParameter(
            name.text, span: name.span,
            suggestions: Spelling.closest(to: name.text, in: parameters)))
        return nil
      }
      let kind = globals[index].global.kind
      let value = check(assumption.value, open, expecting: kind)
      expect(value, kind)
      return (.parameter(index), Expr(.blank, .unknown, name.span), value)
    case .field(let name, let owner):
      let subjects = check(reassociated(owner, scope), open)
      guard let kind = subjectKind(of: subjects) else { return nil }
      guard let column = kinds[kind].byKey[name.key] else {
        let inputs = kinds[kind].columns.filter { $0.input != nil }.map(\.name)
        report(
          CheckMessages.unknownName(
            name.text, span: name.span, suggestions: Spelling.closest(to: name.text, in: inputs)))
        return nil
      }
      guard kinds[kind].columns[column].input != nil else {
        report(CheckMessages.assumedResult(name.text, kind: kinds[kind].name, span: name.span))
        return nil
      }
      let valueKind = kinds[kind].columns[column].kind
      let value = check(assumption.value, open, expecting: valueKind)
      expect(value, valueKind)
      return (.field(kind: kind, column: column), subjects, value)
    }
  }

  /// The kind of a subject or of the subjects of a list; nil after a report.
  private func subjectKind(of subjects: Expr) -> Int? {
    switch subjects.kind {
    case .subject(let kind), .list(.subject(let kind)): return kind
    case .unknown: return nil
    default:
      report(CheckMessages.ownerExpected(describe(subjects.kind), span: subjects.span))
      return nil
    }
  }

  // MARK: Scenarios

  func collectScenario(_ declaration: ScenarioDeclaration) {
    let key = VietnameseText.lookupKey(declaration.name)
    if let first = program.scenarios.first(where: { VietnameseText.lookupKey($0.name) == key }) {
      report(
        CheckMessages.repeatedScenario(
          declaration.name, span: declaration.nameSpan, first: first.nameSpan))
    } else {
      program.scenarios.append(declaration)
    }
  }

  func checkScenarios() {
    for scenario in program.scenarios {
      for basis in scenario.basis { requireScenario(basis) }
      // Rules of the scenario may rename nothing, so the assumptions see the script's own names.
      checkAside { scope in
        for assumption in scenario.assumptions { _ = check(assumption, scope) }
      }
    }
    reportScenarioCircles()
  }

  private func requireScenario(_ name: (text: String, span: Span)) {
    let key = VietnameseText.lookupKey(name.text)
    guard !program.scenarios.contains(where: { VietnameseText.lookupKey($0.name) == key }) else {
      return
    }
    report(
      CheckMessages.unknownScenario(
        name.text, span: name.span,
        suggestions: Spelling.closest(to: name.text, in: program.scenarios.map(\.name))))
  }

  private func reportScenarioCircles() {
    var done: Set<String> = []
    func visit(_ name: String, _ path: [String]) {
      let key = VietnameseText.lookupKey(name)
      guard
        let scenario = program.scenarios.first(where: { VietnameseText.lookupKey($0.name) == key })
      else { return }
      if let start = path.firstIndex(of: key) {
        let names = path[start...].compactMap { step in
          program.scenarios.first { VietnameseText.lookupKey($0.name) == step }?.name
        }
        report(CheckMessages.scenarioCircle(names + [scenario.name], span: scenario.nameSpan))
        return
      }
      guard done.insert(key).inserted else { return }
      for basis in scenario.basis { visit(basis.text, path + [key]) }
      done.insert(key)
    }
    for scenario in program.scenarios { visit(scenario.name, []) }
  }

  // MARK: Questions

  /// Checks a question of the main program; what it asks for is computed when it is asked.
  func check(_ question: CampaignRequest, _ scope: Scope) {
    switch question.node {
    case .assume(let assumptions):
      for assumption in assumptions { _ = check(assumption, scope) }
    case .assumeScenarios(let names): names.forEach(requireScenario)
    case .lift(let name): if let name { requireScenario(name) }
    case .list: break
    case .compare(let first, let second):
      for case .scenario(let name, let span) in [first, second] { requireScenario((name, span)) }
    case .table(let values, let axes):
      var open = scope
      open.allowsBlank = true
      for value in values { _ = check(value, open) }
      for axis in axes { check(axis, scope) }
    case .howMuch(let field, let goal):
      if let assumption = Assumption(field, Expression(.blank, field.span)) {
        if let checked = check(assumption, scope), case .list = checked.owner.kind {
          report(CheckMessages.searchedInputExpected(span: field.span))
        }
      } else {
        report(CheckMessages.searchedInputExpected(span: field.span))
      }
      _ = checkCondition(goal, scope)
    case .whatFor(let goal):
      let condition = checkCondition(goal, scope)
      if !goal.namesSubject, condition.kind != .unknown {
        report(CheckMessages.nobodyAsked(span: goal.span))
      }
    case .robustness(let name, let list, let group):
      check(robustness: name, list, group, scope)
    case .deliver(.paper(let paper)): check(paper, scope)
    case .deliver(.store):
      if campaignYear == nil { report(StoreMessages.needsYear(span: question.span)) }
    case .deliver(.report):
      if let file = question.file, Delivery.ReportForm(file.text) == nil {
        report(
          CheckMessages.reportFormUnknown(
            file.text, forms: Delivery.ReportForm.allCases.map(\.rawValue), span: file.span))
      }
    }
  }

  private func check(_ axis: CampaignRequest.Axis, _ scope: Scope) {
    let target: Expression
    let values: [Expression]
    if let parts = axis.parts {
      (target, values) = (
        parts.target, [parts.lower, parts.upper] + (axis.step.map { [$0] } ?? [])
      )
    } else if let listed = axis.listed {
      (target, values) = (listed.target, listed.values)
    } else {
      report(CheckMessages.axisExpected(span: axis.range.span))
      return
    }
    for value in values {
      guard let assumption = Assumption(target, value) else {
        report(CheckMessages.axisExpected(span: axis.range.span))
        return
      }
      guard let checked = check(assumption, scope) else { return }
      if axis.parts != nil { expectNumber(checked.value) }
    }
  }

  private func check(
    robustness name: Name, _ list: Expression?, _ group: Expression?, _ scope: Scope
  ) {
    let owners = kinds.indices.filter { kind in
      kinds[kind].byKey[name.key].map { isResult(kind, $0) } ?? false
    }
    if owners.isEmpty {
      let known = kinds.indices.flatMap { kind in
        kinds[kind].columns.indices.filter { isResult(kind, $0) }
          .map { kinds[kind].columns[$0].name }
      }
      report(
        CheckMessages.resultExpected(
          name.text, span: name.span, suggestions: Spelling.closest(to: name.text, in: known)))
    }
    if let list {
      let subjects = check(reassociated(list, scope), scope)
      if let kind = subjectKind(of: subjects), !owners.isEmpty, !owners.contains(kind) {
        report(
          CheckMessages.unknownName(
            name.text, span: name.span, suggestions: kinds[owners[0]].columns.map(\.name)))
      }
    }
    if let group { _ = check(group, scope) }
  }

  private func isResult(_ kind: Int, _ column: Int) -> Bool {
    let draft = kinds[kind].columns[column]
    if draft.isHidden { return false }
    require(ColumnReference(kind: kind, column: column))
    guard let source = kinds[kind].columns[column].source else { return false }
    return Column(
      name: draft.name, kind: kinds[kind].columns[column].kind, source: source, rule: draft.rule
    ).isResult
  }

  /// Checks something in a frame of its own.
  func checkAside(_ body: (Scope) -> Void) {
    var scope = Scope(frame: Frame())
    scope.isMain = true
    scope.seesVariables = true
    dependencyStack.append([])
    body(scope)
    dependencyStack.removeLast()
  }
}

extension Expression {
  /// Calls `body` with this expression and all below it.
  public func forEachPart(_ body: (Expression) -> Void) { visit(body) }

  /// Whether some subject is called by its key or name.
  public var namesSubject: Bool {
    var found = false
    visit { part in if case .lookup = part.node { found = true } }
    return found
  }
}
