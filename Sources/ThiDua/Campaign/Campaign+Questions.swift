// What is typed at a loaded campaign: expressions to show, actions to run. In: text. Out: values, printed
// lines, findings with the sources to show them. Invariant: columns a question adds live only as long
// as the question; its variables live as long as the campaign.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// Sources of the script and of all questions, for showing findings.
  public var sources: SourceMap { open.sources }

  /// The value of an expression, as `in` would show it; nil after errors.
  public func evaluate(_ text: String, into diagnostics: inout Diagnostics) -> Answer? {
    let source = open.source(text, path: Campaign.typed)
    let expression = parseExpression(source, knownNames: open.names, into: &diagnostics)
    if diagnostics.hasErrors { return nil }
    return showing(into: &diagnostics) { $0.evaluate(expression, into: &$1) } ?? nil
  }

  /// Runs actions and questions: what they print goes to the listener, files appear when all are done.
  public func run(_ text: String, listener: (any RunListener)? = nil) -> Report {
    var report = Report()
    let source = open.source(text, path: Campaign.typed)
    let script = parse(source, knownNames: open.names, into: &report.diagnostics)
    if !report.diagnostics.hasErrors {
      run(
        script.items.compactMap(MainPart.init), listener: listener ?? self.listener, into: &report)
    }
    report.sources = open.sources
    if report.status == .well { report.status = Report.status(of: report.diagnostics) }
    return report
  }

  /// How findings call a line that stands in no file.
  static let typed = "(dòng vừa gõ)"

  // MARK: Inside the façade

  /// The value of a parsed expression.
  func evaluate(_ expression: Expression, into diagnostics: inout Diagnostics) -> Answer? {
    guard let question = open.check(expression, into: &diagnostics) else { return nil }
    var answer: Answer?
    ask(question, into: &diagnostics) { session throws(SessionStopped) in
      let value = try session.value(ofCode: session.program.mainCode)
      let kind = ValueKind(question.values[0].kind)
      answer = Answer(value: value, kind: kind, text: session.runtime.text(value, kind))
    }
    return answer
  }

  /// The values of several parsed expressions, with their kinds.
  func evaluate(_ expressions: [Expression], into diagnostics: inout Diagnostics) -> [Answer]? {
    guard let question = open.check(expressions, into: &diagnostics) else { return nil }
    var answers: [Answer]?
    ask(question, into: &diagnostics) { session throws(SessionStopped) in
      guard case .list(let values) = try session.value(ofCode: session.program.mainCode) else {
        return
      }
      answers = zip(values, question.values).map { value, asked in
        let kind = ValueKind(asked.kind)
        return Answer(value: value, kind: kind, text: session.runtime.text(value, kind))
      }
    }
    return answers
  }

  /// Runs parsed actions; their files appear when the outputs are committed. Gives the status of a stop.
  func run(
    _ statements: [Statement], outputs: SessionOutputs, listener: any RunListener,
    into diagnostics: inout Diagnostics
  ) -> Status? {
    guard let question = open.check(statements, into: &diagnostics) else { return .scriptWrong }
    return ask(question, outputs: outputs, listener: listener, into: &diagnostics) {
      session throws(SessionStopped) in
      defer { globals = session.runtime.globals }
      try session.runMain()
    }
  }

  var outputFolder: String {
    options.outputFolder ?? FilePath.join(script.folder, "ket-qua")
  }

  /// Compiles a question, computes the columns it adds and hands its session to `body`. Gives the status
  /// of a stop when the codes of the findings do not tell.
  @discardableResult
  func ask(
    _ question: CheckedQuestion, outputs: SessionOutputs? = nil,
    listener: (any RunListener)? = nil, into diagnostics: inout Diagnostics,
    _ body: (Session) throws(SessionStopped) -> Void
  ) -> Status? {
    let tables = session.runtime.tables
    let counts = tables.map(\.columns.count)
    for (table, kind) in zip(tables, question.program.subjectKinds) {
      let added = kind.columns.count - table.columns.count
      table.columns.append(contentsOf: Array(repeating: nil, count: max(0, added)))
    }
    // What is stored needs no computing; what is not is forgotten afterwards.
    var program = question.program
    var missing: [ColumnReference] = []
    for case .column(let needed) in program.order
    where tables[needed.kind].columns[needed.column] == nil { missing.append(needed) }
    program.order = missing.map { .column($0) }
    defer {
      for column in missing { tables[column.kind].columns[column.column] = nil }
      for (table, count) in zip(tables, counts) {
        table.columns.removeLast(table.columns.count - count)
      }
    }
    let compiled: Compiled
    do throws(CompilationFailure) {
      compiled = try Compiled(program, texts: session.texts)
    } catch {
      diagnostics.add(error.diagnostic)
      return nil
    }
    let asking = Session(
      asking: compiled, of: session, globals: globals, listener: listener ?? SilentListener(),
      host: outputs)
    let owner = outputs?.session
    outputs?.session = asking
    // The asking session ends here; outputs may be used again.
    defer { if let owner { outputs?.session = owner } }
    var status: Status?
    do throws(SessionStopped) {
      try asking.compute(compiled.program.plan)
      try body(asking)
    } catch {
      status = error.status
    }
    diagnostics.add(contentsOf: asking.diagnostics)
    return status
  }
}

extension Session {
  /// What a code without parameters gives back.
  func value(ofCode code: Int) throws(SessionStopped) -> Value {
    do throws(RunFailure) {
      return try runtime.call(code)
    } catch {
      throw stopped(by: error)
    }
  }
}
