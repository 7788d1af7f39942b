// Assumptions over a loaded campaign: other inputs, other parameters, as if they were true. In: cells and
// parameters with values. Out: the campaign reading so until they are lifted, last ones first.
// Invariant: a value that data could not have is refused, and so is one for which a rule has no result;
// whatever is refused leaves the campaign as it was. Used by embedding programs, scenarios and searches.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension Campaign {
  /// One thing assumed.
  public struct Assumption {
    public enum Target: Hashable, Sendable {
      /// An input of a subject, by the column's number among all of the kind's.
      case input(Subject, column: Int)
      /// A parameter, by its number.
      case parameter(Int)
    }
    public var target: Target
    public var value: Value
    /// Where it is written, for findings.
    public var span: Span
    public init(_ target: Target, _ value: Value, span: Span = .none) {
      self.target = target
      self.value = value
      self.span = span
    }
  }

  /// The target of an assumption about a field, by the names people use; nil when there is none.
  public func input(_ field: String, of subject: Subject) -> Assumption.Target? {
    let key = VietnameseText.lookupKey(field)
    let columns = checked.subjectKinds[subject.kind].columns
    return columns.firstIndex {
      guard case .input = $0.source else { return false }
      return VietnameseText.lookupKey($0.name) == key
    }.map { .input(subject, column: $0) }
  }

  /// The target of an assumption about a parameter.
  public func parameter(_ name: String) -> Assumption.Target? {
    let key = VietnameseText.lookupKey(name)
    return checked.globals.firstIndex {
      $0.parameter != nil && VietnameseText.lookupKey($0.name) == key
    }.map { .parameter($0) }
  }

  /// Lets the campaign read as if these were true, on top of what is assumed already. False, with the
  /// reason among the findings and nothing changed, when they cannot be.
  public func assume(_ assumptions: [Assumption], into diagnostics: inout Diagnostics) -> Bool {
    var inputs: [InputChange] = []
    var parameters: [Int: Value] = [:]
    var isRefused = false
    for assumption in assumptions {
      switch assumption.target {
      case .input(let subject, let column):
        let address = ColumnAddress(kind: subject.kind, column: column)
        if let refusal = refusal(of: assumption, address, row: subject.row) {
          diagnostics.add(refusal)
          isRefused = true
        }
        inputs.append(InputChange(column: address, row: subject.row, value: assumption.value))
      case .parameter(let index):
        parameters[index] = assumption.value
      }
    }
    if isRefused { return false }
    do throws(SessionStopped) {
      let globals = try parameterValues(parameters)
      laid.append(try recomputation.lay(inputs, globals: globals))
      session.assumed.append((inputs, Set(parameters.keys)))
    } catch {
      diagnostics.add(contentsOf: session.diagnostics)
      session.diagnostics = Diagnostics()
      return false
    }
    readParameters()
    return true
  }

  /// Takes back what was assumed last.
  public func liftAssumptions() {
    guard let last = laid.popLast() else { return }
    session.assumed.removeLast()
    recomputation.takeOff(last)
    readParameters()
  }

  /// How many times something was assumed and not lifted.
  public var assumptionCount: Int { laid.count }

  /// Runs `body` as if the assumptions were true; nil when they cannot be.
  func assuming<Result>(
    _ assumptions: [Assumption], into diagnostics: inout Diagnostics, _ body: () -> Result
  ) -> Result? {
    guard assume(assumptions, into: &diagnostics) else { return nil }
    defer { liftAssumptions() }
    return body()
  }

  // MARK: Parameters

  private func readParameters() {
    for (index, global) in checked.globals.enumerated() where global.parameter != nil {
      globals[index] = session.runtime.globals[index]
    }
  }

  /// The values of all parameters when some are set from outside.
  private func parameterValues(
    _ set: [Int: Value]
  ) throws(SessionStopped) -> [Int: Value] {
    if set.isEmpty { return [:] }
    var program = checked
    for index in set.keys { program.globals[index].parameter = nil }
    // Only the parameters are compiled, with the functions they call.
    program.order = []
    program.requirements = []
    program.examples = []
    program.outputs = []
    program.questions = []
    program.main = Body()
    for kind in program.subjectKinds.indices { program.subjectKinds[kind].declaredRows = [] }
    let compiled: Compiled
    do throws(CompilationFailure) {
      compiled = try Compiled(program, texts: session.texts)
    } catch {
      session.diagnostics.add(error.diagnostic)
      throw SessionStopped()
    }
    let runtime = Runtime(
      program: compiled.program, texts: session.texts, tables: session.runtime.tables,
      limits: options.limits, sharingIndexesOf: session.runtime)
    for (index, value) in session.runtime.globals.enumerated() {
      runtime.setGlobal(index, to: set[index] ?? value)
    }
    do throws(RunFailure) {
      try runtime.setParameters()
    } catch {
      throw session.stopped(by: error)
    }
    var values: [Int: Value] = [:]
    for (index, global) in checked.globals.enumerated() where global.parameter != nil {
      values[index] = runtime.globals[index]
    }
    return values
  }

  // MARK: What a field may hold

  /// Why a field cannot hold a value; nil when it can.
  private func refusal(
    of assumption: Assumption, _ address: ColumnAddress, row: Int
  ) -> Diagnostic? {
    let kind = checked.subjectKinds[address.kind]
    let column = kind.columns[address.column]
    if kind.key.contains(address.column) || kind.nameColumn == address.column
      || kind.aliasColumns.contains(address.column)
    {
      return WhatIfMessages.identityAssumed(column.name, kind: kind.name, span: assumption.span)
    }
    guard case .input(let rule) = column.source,
      let allowed = FieldValues(column.kind, rule).refusal(of: assumption.value)
    else { return nil }
    return WhatIfMessages.valueNotAllowed(
      session.runtime.text(assumption.value, ValueKind(column.kind)), field: column.name,
      subject: session.printer.subject(row, kind: address.kind), rule: allowed,
      span: assumption.span)
  }
}
