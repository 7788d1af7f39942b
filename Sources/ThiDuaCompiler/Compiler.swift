// The compiler's door. In: a checked program without errors. Out: a Program for the machine, verified.
// Total: the only failure is a formula too large for the instruction format. The façade imports it.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// The script is correct but too large to compile.
public struct CompilationFailure: Error {
  public var diagnostic: Diagnostic
}

public enum Compiler {
  /// Compiles a checked program; its text constants go into `texts`.
  ///
  /// `storesAllColumns` false keeps only what tables, actions, sets, requirements and examples read: for a
  /// run that nobody asks questions afterwards it saves the memory of the columns in between.
  public static func compile(
    _ checked: CheckedProgram, texts: TextTable, storesAllColumns: Bool = true
  ) throws(CompilationFailure) -> Program {
    let builder = ProgramBuilder(checked, texts: texts)
    do {
      try builder.build(storesAllColumns: storesAllColumns)
    } catch {
      throw CompilationFailure(diagnostic: LimitMessages.formulaTooLarge(span: error.span))
    }
    let problems = Verifier.problems(of: builder.program)
    precondition(problems.isEmpty, "compiler fault: \(problems[0])")
    return builder.program
  }

  /// The value of a literal; nil for anything that must be computed.
  public static func constantValue(_ expr: Expr) -> Value? {
    switch expr.node {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .date(let days): .immediate(Int64(days))
    case .truth(let truth): .truth(truth)
    case .level(let level): .immediate(Int64(level))
    case .award(let state): .immediate(Int64(state.rawValue))
    case .blank: .blank
    case .notApplicable: .notApplicable
    default: nil
    }
  }
}

extension ProgramBuilder {
  fileprivate func build(storesAllColumns: Bool) throws(CodeTooLarge) {
    describe()
    for function in checked.functions { _ = add(try compile(function)) }
    program.functionCount = checked.functions.count
    program.parameterCode = add(try compileParameters())

    let planner = Planner(program: self, dependencies: Dependencies(self))
    let plan = planner.plan(checked.order)
    let examplePlans = checked.examples.map { planner.plan($0.order) }
    var stored = readByCode(planner.dependencies)
    for drafts in [plan] + examplePlans { stored.formUnion(planner.columnsReadOutside(drafts)) }
    for (kind, subject) in checked.subjectKinds.enumerated() where storesAllColumns {
      for (column, description) in subject.columns.enumerated() where !description.isHidden {
        stored.insert(ColumnReference(kind: kind, column: column))
      }
    }
    program.plan = try steps(plan, stored)
    for (example, drafts) in zip(checked.examples, examplePlans) {
      program.examples.append(try compile(example, try steps(drafts, stored)))
    }
    for output in checked.outputs { program.outputs.append(try compile(output)) }
    program.questions = checked.questions.map {
      QuestionProgram(captureCount: $0.captures.count, hasFile: $0.file != nil)
    }
    program.mainCode = add(try compileMain(checked.main))
    for requirement in checked.requirements {
      var code: Int?
      if let condition = requirement.condition {
        code = add(
          try compileValue(
            condition.expression, name: "yêu cầu", localCount: condition.localCount))
      }
      program.requirementCodes.append(code)
    }
    for subject in checked.subjectKinds {
      var rows: [[Deferred]] = []
      for row in subject.declaredRows {
        var cells: [Deferred] = []
        for cell in row { cells.append(try deferred(cell)) }
        rows.append(cells)
      }
      program.declaredRows.append(rows)
    }
  }

  private func describe() {
    program.globals = checked.globals.map(\.name)
    program.scales = checked.scales.map(\.levels)
    program.awardTexts = AwardState.allCases.sorted { $0.rawValue < $1.rawValue }.map(\.text)
    program.holidays = checked.holidays
    program.workedDays = checked.workedDays
    program.sources = checked.sources
    program.subjectKinds = checked.subjectKinds.map {
      SubjectDescription(
        name: $0.name, columnNames: $0.columns.map(\.name),
        columnKinds: $0.columns.map { ValueKind($0.kind) }, key: $0.key,
        nameColumn: $0.nameColumn, aliasColumns: $0.aliasColumns)
    }
  }

  private func steps(
    _ drafts: [DraftStep], _ stored: Set<ColumnReference>
  ) throws(CodeTooLarge) -> [PlannedStep] {
    var steps: [PlannedStep] = []
    for draft in drafts {
      switch draft {
      case .rows(let kind, let columns):
        program.rowPrograms.append(
          try compileRows(kind: kind, columns: columns, stored: stored))
        steps.append(.rows(program.rowPrograms.count - 1))
      case .set(let reference):
        steps.append(.set(ColumnAddress(kind: reference.kind, column: reference.column)))
      case .requirement(let index):
        steps.append(.requirement(index))
      }
    }
    return steps
  }

  /// Columns that code outside all plans reads.
  private func readByCode(_ dependencies: Dependencies) -> Set<ColumnReference> {
    var needs = dependencies.needs(of: checked.main.statements)
    for index in checked.functions.indices {
      needs.whole.formUnion(dependencies.needs(ofFunction: index))
    }
    for output in checked.outputs {
      let values = [output.list] + (output.file.map { [$0] } ?? []) + output.sort.map(\.value)
      for value in values + output.columns.map(\.value) {
        needs.formUnion(dependencies.needs(of: value, isRow: false))
      }
    }
    for question in checked.questions {
      needs.formUnion(dependencies.needs(of: question.value, isRow: false))
    }
    for example in checked.examples {
      for line in example.body {
        switch line {
        case .set(_, let value), .expect(let value, _, _):
          needs.formUnion(dependencies.needs(of: value, isRow: false))
        }
      }
    }
    for subject in checked.subjectKinds {
      for row in subject.declaredRows {
        for cell in row { needs.formUnion(dependencies.needs(of: cell, isRow: false)) }
      }
    }
    for global in checked.globals {
      if let value = global.parameter {
        needs.formUnion(dependencies.needs(of: value, isRow: false))
      }
    }
    return needs.whole
  }

  private func compile(
    _ example: Example, _ plan: [PlannedStep]
  ) throws(CodeTooLarge) -> ExampleProgram {
    var expectations: [ExampleProgram.Expectation] = []
    let code = try makeCode(
      name: "ví dụ \(example.title)", reserved: example.localCount, span: example.span
    ) { compiler in
      expectations = []
      let results = compiler.code.takeRegisters()
      compiler.code.emit(.newList, results)
      for line in example.body {
        switch line {
        case .set(let slot, let value):
          compiler.compileOwned(value, to: compiler.register(slot))
        case .expect(let condition, let text, let span):
          compiler.append(condition, to: results, for: condition)
          let sides = comparedSides(of: condition)
          for side in sides { compiler.append(side, to: results, for: side) }
          expectations.append(
            ExampleProgram.Expectation(
              text: text, span: span,
              sides: sides.map { .init(span: $0.span, kind: ValueKind($0.kind)) }))
        }
      }
      compiler.code.emit(.giveBack, results)
    }
    return ExampleProgram(
      title: example.title, plan: plan, code: add(code), expectations: expectations,
      span: example.span)
  }

  /// What a comparison compares, as far as the reader does not see it.
  private func comparedSides(of condition: Expr) -> [Expr] {
    guard case .compare(_, let left, let right) = condition.node else { return [] }
    return [left, right].filter { Compiler.constantValue($0) == nil }
  }

  private func deferred(_ expr: Expr) throws(CodeTooLarge) -> Deferred {
    if let value = Compiler.constantValue(expr) { return .constant(value) }
    return .code(add(try compileValue(expr, name: "giá trị khai báo")))
  }
}
