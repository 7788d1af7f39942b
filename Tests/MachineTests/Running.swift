// Compiling and running what a test builds.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// What a call comes to: a value or the code of the trap.
enum Outcome: Equatable {
  case value(Value)
  case trap(TrapCode)
}

/// A compiled program with its tables.
struct Bench {
  let runtime: Runtime
  let program: Program
  let texts: TextTable

  init(
    _ checked: CheckedProgram, texts: TextTable = TextTable(), tables: [ColumnTable] = [],
    limits: Limits = Limits(), host: (any MachineHost)? = nil
  ) throws {
    self.texts = texts
    program = try Compiler.compile(checked, texts: texts)
    #expect(Verifier.problems(of: program).isEmpty)
    runtime = Runtime(
      program: program, texts: texts, tables: tables, limits: limits, host: host)
  }

  func call(_ function: Int, _ arguments: [Value] = []) -> Outcome {
    do throws(RunFailure) {
      return .value(try runtime.call(function, arguments))
    } catch {
      return .trap(error.code)
    }
  }

  /// Runs all row programs of the plan.
  func computeRows() throws(RunFailure) {
    for step in program.plan {
      if case .rows(let index) = step { try runtime.computeRows(index) }
    }
  }

  func column(_ kind: Int, _ column: Int) -> ColumnStorage? {
    runtime.tables[kind].columns[column]
  }
}

/// The outcome of one function without tables.
func outcome(_ functions: Function..., arguments: [Value] = [], limits: Limits = Limits())
  throws -> Outcome
{
  var checked = CheckedProgram()
  checked.functions = functions
  return try Bench(checked, limits: limits).call(functions.count - 1, arguments)
}

/// The outcome of one expression without tables.
func outcome(_ value: Expr, locals: Int = 0) throws -> Outcome {
  try outcome(function(0, locals: locals, giveBack(value)))
}

/// A table with its columns.
func table(_ rowCount: Int, _ columns: [ColumnStorage?]) -> ColumnTable {
  let table = ColumnTable(rowCount: rowCount, columnCount: columns.count)
  table.columns = columns
  return table
}
