// A checked program that goes on answering: expressions, lists and statements typed later are checked
// among its names. In: the scripts once, then questions. Out: the checked program, and for every question
// a small program of its own (its code, the columns it needs that nobody had asked for before).
// Invariant: a question leaves nothing behind but the variables that its `đặt` lines make; a question
// with an error leaves nothing at all. Used by the façade's loaded campaign.

import ThiDuaSyntax
import ThiDuaText

/// A program that can be asked; for one thread at a time.
public final class OpenProgram {
  public let program: CheckedProgram
  private let checker: Checker
  private var base: Checker.Saved

  /// Checks a program: the main script first, then everything it imports; nil after errors.
  public init?(_ scripts: [Script], into diagnostics: inout Diagnostics) {
    checker = Checker()
    checker.collect(scripts)
    checker.checkEverything()
    diagnostics.add(contentsOf: checker.diagnostics)
    guard !checker.diagnostics.hasErrors, !diagnostics.hasErrors else { return nil }
    program = checker.finishedProgram()
    base = checker.saved
  }

  /// Keys of the names a question may use, for parsing it.
  public var names: Set<String> {
    var names: Set<String> = []
    for kind in checker.kinds { names.formUnion(kind.byKey.keys) }
    names.formUnion(checker.kindByKey.keys)
    names.formUnion(checker.globalByKey.keys)
    names.formUnion(checker.functionDeclarations.keys)
    return names
  }

  /// A fresh source for the text of a question.
  public func source(_ text: String, path: String) -> Source {
    let source = checker.program.sources.add(path: path, text: text)
    base.program.sources = checker.program.sources
    return source
  }

  /// The sources of the scripts and of all questions so far.
  public var sources: SourceMap { base.program.sources }

  /// Checks an expression; its value is what the question's main body gives back.
  public func check(
    _ expression: Expression, into diagnostics: inout Diagnostics
  ) -> CheckedQuestion? {
    ask(into: &diagnostics) { checker, scope in
      var open = scope
      open.allowsBlank = true
      let value = checker.check(expression, open)
      return ([CheckedStatement(.giveBack(value), expression.span)], [value])
    }
  }

  /// Checks several expressions at once: the main body gives back the list of their values.
  public func check(
    _ expressions: [Expression], into diagnostics: inout Diagnostics
  ) -> CheckedQuestion? {
    ask(into: &diagnostics) { checker, scope in
      var open = scope
      open.allowsBlank = true
      let values = expressions.map { checker.check($0, open) }
      let span = expressions.first?.span ?? .none
      let list = Expr(.list(values), .list(.unknown), span)
      return ([CheckedStatement(.giveBack(list), span)], values)
    }
  }

  /// Checks actions; variables they make are known to later questions.
  public func check(
    _ statements: [Statement], into diagnostics: inout Diagnostics
  ) -> CheckedQuestion? {
    for case .set(let name, _) in statements.map(\.node) {
      checker.variableKeys.insert(name.key)
    }
    return ask(into: &diagnostics, keepsVariables: true) { checker, scope in
      (checker.checkBlock(statements, &scope), [])
    }
  }

  func ask(
    into diagnostics: inout Diagnostics, keepsVariables: Bool = false,
    _ build: (Checker, inout Scope) -> ([CheckedStatement], [Expr])
  ) -> CheckedQuestion? {
    let columnCounts = base.kinds.map(\.columns.count)
    checker.diagnostics = Diagnostics()
    checker.program.outputs = []
    checker.program.questions = []
    checker.program.requirements = []
    let frame = Frame()
    var scope = Scope(frame: frame)
    scope.isMain = true
    scope.seesVariables = true
    checker.dependencyStack = [[]]
    let (statements, values) = build(checker, &scope)
    for kind in checker.kinds.indices {
      for column in columnCounts[kind]..<checker.kinds[kind].columns.count {
        checker.require(ColumnReference(kind: kind, column: column))
      }
    }
    let needed = checker.dependencyStack.first ?? []
    let findings = checker.diagnostics
    diagnostics.add(contentsOf: findings)
    defer { checker.restore(base) }
    guard !findings.hasErrors else { return nil }
    var asked = checker.finishedProgram()
    asked.order = checker.order(of: needed)
    asked.requirements = []
    asked.examples = []
    asked.data = []
    asked.main = Body(statements: statements, localCount: frame.count)
    for kind in asked.subjectKinds.indices { asked.subjectKinds[kind].declaredRows = [] }
    if keepsVariables {
      base.globals = checker.globals
      base.globalByKey = checker.globalByKey
      base.variableKeys = checker.variableKeys
    }
    return CheckedQuestion(program: asked, values: values)
  }
}

/// A question checked: a program whose columns stand behind those of the program asked.
public struct CheckedQuestion: Sendable {
  /// `order` holds the columns the question needs, those it adds among them, `main` its body, `outputs`
  /// and `questions` its own.
  public var program: CheckedProgram
  /// The expressions asked for, in order.
  public var values: [Expr]
}

extension Checker {
  /// What a question may change.
  struct Saved {
    var diagnostics: Diagnostics
    var kinds: [KindDraft]
    var globals: [GlobalDraft]
    var globalByKey: [String: Int]
    var variableKeys: Set<String>
    var instances: [FunctionInstance]
    var instanceByKey: [String: [Int]]
    var program: CheckedProgram
    var finished: [ColumnReference]
    var cyclesReported: Set<ColumnReference>
    var tables: [RuleTable]
    var comparisons: [NotedComparison]
    var sourcesOfColumn: [ColumnReference: Set<ColumnReference>]
  }

  var saved: Saved {
    Saved(
      diagnostics: diagnostics, kinds: kinds, globals: globals, globalByKey: globalByKey,
      variableKeys: variableKeys, instances: instances, instanceByKey: instanceByKey,
      program: program, finished: finished, cyclesReported: cyclesReported, tables: tables,
      comparisons: comparisons, sourcesOfColumn: sourcesOfColumn)
  }

  func restore(_ saved: Saved) {
    diagnostics = saved.diagnostics
    kinds = saved.kinds
    globals = saved.globals
    globalByKey = saved.globalByKey
    variableKeys = saved.variableKeys
    instances = saved.instances
    instanceByKey = saved.instanceByKey
    program = saved.program
    finished = saved.finished
    cyclesReported = saved.cyclesReported
    tables = saved.tables
    comparisons = saved.comparisons
    sourcesOfColumn = saved.sourcesOfColumn
    dependencyStack = []
    path = []
    variant = nil
    pendingChecks = []
  }
}
