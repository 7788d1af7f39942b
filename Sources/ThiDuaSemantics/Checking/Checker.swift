// Semantics: untyped scripts in, a checked program out.
//
// Every rule becomes a column of a subject kind. A column is checked when something first asks for it
// (its kind may have to be inferred from columns further on), so the stack of columns being checked is
// a path of the dependency graph: meeting one again is a cycle, and the order in which columns are
// finished is an order in which they can be computed. Invariant: no diagnostics are worded here, they
// come from `CheckMessages`; after errors the walk goes on with `Kind.unknown`, which agrees with all.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// Checks a program: the main script first, then everything it imports.
/// Gives nil when an error was found; the diagnostics say why.
public func check(_ scripts: [Script], into diagnostics: inout Diagnostics) -> CheckedProgram? {
  let checker = Checker()
  checker.collect(scripts)
  checker.checkEverything()
  diagnostics.add(contentsOf: checker.diagnostics)
  return checker.diagnostics.hasErrors || diagnostics.hasErrors ? nil : checker.finishedProgram()
}

/// The state of one check. One object, used once, by one thread.
final class Checker {
  var diagnostics = Diagnostics()
  var kinds: [KindDraft] = []
  var kindByKey: [String: Int] = [:]
  var scales: [Scale] = []
  var scaleByKey: [String: Int] = [:]
  var scaleSpans: [Span] = []
  var globals: [GlobalDraft] = []
  var globalByKey: [String: Int] = [:]
  /// Parameters in the order they were first declared, and their values before one is chosen.
  var parameterKeys: [String] = []
  var parameterValues: [String: [ParameterDeclaration]] = [:]
  /// Parameters whose value hangs on the subject's date.
  var datedParameters: [String: (base: ParameterDeclaration, following: [ParameterDeclaration])] =
    [:]
  var documents: [String: DocumentDeclaration] = [:]
  var councils: [String: CouncilDraft] = [:]
  var functionDeclarations: [String: FunctionDeclaration] = [:]
  var methods: [String: ScoringMethodDeclaration] = [:]
  var judgingMethods: [String: JudgingMethodDeclaration] = [:]
  /// Ids of the sources that are modules of the standard library.
  var libraryFiles: Set<Int32> = []
  /// Sources somebody typed in a session.
  var typedFiles: Set<Int32> = []
  var instances: [FunctionInstance] = []
  var instanceByKey: [String: [Int]] = [:]
  var requirementDeclarations: [RequirementDeclaration] = []
  /// `hủy kết quả` by the kind of the subject.
  var cancellations: [Int: [(subject: Expression, declaration: CancellationDeclaration)]] = [:]
  var dataDeclarations: [DataDeclaration] = []
  var exampleDeclarations: [ExampleDeclaration] = []
  var clusterDeclarations: [ClusterDeclaration] = []
  var actions: [Statement] = []
  /// The same with the questions between them.
  var parts: [MainPart] = []
  /// Names that the main program's `đặt` lines make: rules may not use them.
  var variableKeys: Set<String> = []
  var campaignDeclaration: CampaignDeclaration?
  var clusterKind: Int?
  /// The kinds and steps of `quy trình`; nil without one.
  var process: ProcessDraft?
  var closingDeclarations: [ClosingDeclaration] = []
  /// Requirements that follow from other declarations, made once the columns are known.
  var pendingChecks: [() -> Void] = []
  /// What must be looked at when every column is known.
  var lateChecks: [() -> Void] = []
  /// The past by kind of subject, and the subject's kind by kind of past rows: see History.swift.
  var histories: [Int: HistoryDraft] = [:]
  var historyOwners: [Int: Int] = [:]
  /// Kinds whose `lịch sử` was refused: what asks for their past is not told again.
  var refusedHistories: Set<Int> = []
  var rankingDeclarations: [ColumnReference: RankingDeclaration] = [:]

  /// The result as it grows: outputs, requirements, examples, campaign.
  var program = CheckedProgram()
  /// What the columns, functions and bodies being checked have asked for, innermost last.
  var dependencyStack: [Set<ColumnReference>] = []
  /// The columns being checked, outermost first.
  var path: [ColumnReference] = []
  /// The score column being followed (`tự chấm`), nil for the official one: see Variants.swift.
  var variant: String?
  /// Columns in the order they were finished.
  var finished: [ColumnReference] = []
  var cyclesReported: Set<ColumnReference> = []
  /// What the analysis looks at when everything is checked: see Analysis.
  var tables: [RuleTable] = []
  var comparisons: [NotedComparison] = []
  var conditions: [NotedConditions] = []
  var bends: [(rule: String, lines: [NotedBend])] = []
  var tableResults: [ColumnReference: NotedResults] = [:]
  var sourcesOfColumn: [ColumnReference: Set<ColumnReference>] = [:]

  /// A remark that every finding bears while a cell of a table is checked.
  var placeNote: String?

  func report(_ found: Diagnostic) {
    var diagnostic = found
    if let placeNote, !diagnostic.notes.contains(placeNote) { diagnostic.notes.append(placeNote) }
    if diagnostics.all.contains(diagnostic) { return }
    diagnostics.add(diagnostic)
  }

  /// What is written at a place, white space folded.
  func words(at span: Span) -> String {
    (program.sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  func checkEverything() {
    for index in globals.indices { checkParameter(index) }
    // Requirements come first, so that bad data is named before a rule stumbles over it.
    checkRequirements()
    for check in pendingChecks { check() }
    checkBallotRounds()
    checkBallotRows()
    requireAll()
    checkData()
    checkClosings()
    checkMain()
    checkScenarios()
    checkExamples()
    for check in lateChecks { check() }
    requireAll()
    checkUnusedFunctions()
    checkCampaign()
    analyse()
  }

  /// Checks every column nobody has asked for yet; doing so may make further ones.
  private func requireAll() {
    var kind = 0
    while kind < kinds.count {
      var column = 0
      while column < kinds[kind].columns.count {
        _ = require(ColumnReference(kind: kind, column: column))
        column += 1
      }
      kind += 1
    }
  }

  // MARK: Columns on demand

  /// The kind of a column, checking it first if nobody has; notes it as a dependency of the asker.
  @discardableResult
  func require(_ reference: ColumnReference) -> Kind {
    if !dependencyStack.isEmpty { dependencyStack[dependencyStack.count - 1].insert(reference) }
    let draft = kinds[reference.kind].columns[reference.column]
    switch draft.state {
    case .done:
      return draft.kind
    case .busy:
      reportCycle(reference)
      return draft.kind
    case .pending(let define):
      kinds[reference.kind].columns[reference.column].state = .busy
      path.append(reference)
      dependencyStack.append([])
      // A column that has a name is the same for every reader; only nameless ones follow the variant.
      let outerVariant = variant
      if draft.isShared { variant = nil }
      let definition = define()
      variant = outerVariant
      let dependencies = dependencyStack.removeLast()
      path.removeLast()
      kinds[reference.kind].columns[reference.column].finish(definition, dependencies)
      if case .input = definition.source {} else { finished.append(reference) }
      return definition.kind
    }
  }

  private func reportCycle(_ reference: ColumnReference) {
    guard let start = path.firstIndex(of: reference), cyclesReported.insert(reference).inserted
    else { return }
    let circle = path[start...].map { kinds[$0.kind].columns[$0.column] }
    let shown = circle.filter { !$0.isHidden }
    let members = shown.isEmpty ? Array(circle) : shown
    for member in path[start...] { cyclesReported.insert(member) }
    report(CheckMessages.cycle(members.map(\.name), spans: members.map(\.rule.span)))
  }

  // MARK: Declaring columns

  /// Adds a column under its name; a name that is taken is reported and the first one kept.
  @discardableResult
  func declare(
    _ name: Name, in kind: Int, rule: RuleInformation, kind valueKind: Kind = .unknown,
    define: @escaping () -> ColumnDefinition
  ) -> Int? {
    if let first = kinds[kind].byKey[name.key] {
      report(
        CheckMessages.duplicateName(
          name.text, span: name.span, first: kinds[kind].columns[first].rule.span))
      return nil
    }
    let index = kinds[kind].columns.count
    kinds[kind].columns.append(
      ColumnDraft(
        name: name.text, isHidden: false, rule: rule, kind: valueKind, state: .pending(define),
        define: define))
    kinds[kind].byKey[name.key] = index
    return index
  }

  /// Adds a column of the checker's own and checks it at once.
  func hidden(
    _ name: String, in kind: Int, rule: RuleInformation, define: @escaping () -> ColumnDefinition
  ) -> Int {
    let index = kinds[kind].columns.count
    kinds[kind].columns.append(
      ColumnDraft(
        name: name, isHidden: true, isShared: false, rule: rule, kind: .unknown,
        state: .pending(define)))
    require(ColumnReference(kind: kind, column: index))
    return index
  }

  /// A hidden column that computes one expression over the row.
  func hiddenColumn(
    _ name: String, in kind: Int, rule: RuleInformation, scope outer: Scope? = nil,
    _ build: @escaping (Scope) -> Expr
  ) -> Int {
    hidden(name, in: kind, rule: rule) { [self] in computed(kind, scope: outer, build) }
  }

  /// The definition of a column that computes one expression over the row.
  func computed(
    _ kind: Int, scope outer: Scope? = nil, _ build: (Scope) -> Expr
  ) -> ColumnDefinition {
    let frame = Frame()
    let row = frame.fresh()
    var scope = Scope(frame: frame)
    scope.subjects = [.init(kind: kind, slot: row)]
    if let outer {
      scope.macros = outer.macros
      scope.maximum = outer.maximum
      scope.blankTested = outer.blankTested
      scope.pending = outer.pending
    }
    let expression = build(scope)
    return ColumnDefinition(
      kind: expression.kind,
      source: .computed(Computation(expression: expression, localCount: frame.count)))
  }

  func reference(_ kind: Int, _ column: Int, row: Expr, span: Span) -> Expr {
    let column = followed(kind, column)
    let valueKind = require(ColumnReference(kind: kind, column: column))
    return Expr(.column(kind: kind, column: column, of: row), valueKind, span)
  }

  // MARK: The result

  func finishedProgram() -> CheckedProgram {
    program.subjectKinds = kinds.map { $0.finished() }
    program.scales = scales
    program.globals = globals.map(\.global)
    program.functions = instances.map(\.function)
    program.order = order(of: nil)
    return program
  }

  /// The computed columns and requirements in an order that can be run; only what `roots` need
  /// (nil: everything).
  func order(of roots: Set<ColumnReference>?) -> [Step] {
    var needed: Set<ColumnReference>?
    if let roots {
      var seen: Set<ColumnReference> = []
      var open = Array(roots)
      while let next = open.popLast() {
        guard seen.insert(next).inserted else { continue }
        open.append(contentsOf: kinds[next.kind].columns[next.column].dependencies)
      }
      needed = seen
    }
    var steps: [Step] = []
    var after: [ColumnReference: [Int]] = [:]
    if needed == nil {
      for (index, requirement) in program.requirements.enumerated() {
        guard let column = requirement.message ?? requirement.column else {
          continue
        }
        after[column, default: []].append(index)
      }
    }
    for reference in finished where needed?.contains(reference) ?? true {
      steps.append(.column(reference))
      for index in after[reference] ?? [] { steps.append(.requirement(index)) }
    }
    if needed == nil {
      for (index, requirement) in program.requirements.enumerated()
      where requirement.column == nil {
        steps.append(.requirement(index))
      }
    }
    return steps
  }
}
