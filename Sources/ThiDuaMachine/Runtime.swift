// A compiled program with its data: what the façade holds and asks. Computes parameters, row programs,
// tables and actions; each asks one machine (or one a core) and turns a stop into a RunFailure.
//
// Order of use: tables with their input columns → `setParameters` → the plan, step by step (row programs here,
// sets by the domain, followed by `columnsChanged`) → `runMain`. The host is called during `runMain`
// and may ask for tables and texts meanwhile.

import ThiDuaNumber
import ThiDuaText

/// Executes a program over tables of columns; for one thread at a time.
public final class Runtime {
  public let program: Program
  public let texts: TextTable
  /// Called by actions; not kept alive.
  public weak var host: (any MachineHost)?
  /// The values of parameters and variables; blank before `setParameters`.
  public private(set) var globals: [Value]
  /// What may be used; the steps are counted over the life of the runtime.
  public let limits: Limits

  private let image: Image
  private let indexes: SubjectIndexes
  private var stepsLeft: Int

  /// `tables` by subject kind, in the order of `program.subjectKinds`, with their input columns;
  /// `other`: a runtime over the same tables, whose indexes of subjects serve this one too.
  public init(
    program: Program, texts: TextTable, tables: [ColumnTable], limits: Limits = Limits(),
    host: (any MachineHost)? = nil, sharingIndexesOf other: Runtime? = nil
  ) {
    self.program = program
    self.texts = texts
    self.limits = limits
    self.host = host
    indexes = other?.indexes ?? SubjectIndexes()
    globals = Array(repeating: .blank, count: program.globals.count)
    stepsLeft = limits.steps
    image = Image(program: program, texts: texts, tables: tables)
  }

  public var tables: [ColumnTable] { image.tables }

  /// Whether the data need not have everybody whom the script's declarations name: an example's.
  public var mayLackSubjects: Bool {
    get { image.mayLackSubjects }
    set { image.mayLackSubjects = newValue }
  }

  /// Puts other data behind the program, as an example does.
  public func replaceTables(_ tables: [ColumnTable]) {
    image.replaceTables(tables)
    indexes.clear()
  }

  /// To be called after columns of the tables were set or replaced from outside.
  public func columnsChanged() {
    image.bind()
    indexes.clear()
  }

  /// To be called after cells or columns changed that no key and no name is among.
  public func cellsChanged() { image.bind() }

  /// Gives all steps back, for a piece of work of its own.
  public func renewSteps() { stepsLeft = limits.steps }

  /// Overrides a parameter or variable.
  public func setGlobal(_ index: Int, to value: Value) { globals[index] = value }

  // MARK: Running

  /// Evaluates all parameters, each after those it uses.
  public func setParameters() throws(RunFailure) {
    _ = try withMachine { machine throws(Trap) in
      try machine.call(program.parameterCode, [])
    }
  }

  /// Runs a row program over all rows and puts its columns into the table of its kind.
  public func computeRows(_ index: Int) throws(RunFailure) {
    let rowProgram = program.rowPrograms[index]
    let columns = try run(rowProgram, rows: nil, captures: [], globals: globals)
    let table = tables[rowProgram.kind]
    for (output, column) in zip(rowProgram.outputs, columns) {
      if let address = output.address { table.columns[address.column] = column }
    }
  }

  /// Computes a row program for some rows only: a column for each output, one cell a row.
  public func compute(_ index: Int, rows: [Int32]) throws(RunFailure) -> [ColumnStorage] {
    try run(program.rowPrograms[index], rows: rows, captures: [], globals: globals)
  }

  /// Computes a row program for all rows without putting the columns into their table.
  public func compute(_ index: Int) throws(RunFailure) -> [ColumnStorage] {
    try run(program.rowPrograms[index], rows: nil, captures: [], globals: globals)
  }

  /// The computed columns of a printed table or file, one cell for each of `rows`.
  public func columns(
    ofOutput index: Int, rows: [Int32], captures: [Value], globals: [Value]
  ) throws(RunFailure) -> [ColumnStorage] {
    guard let rowProgram = program.outputs[index].rowProgram else { return [] }
    return try run(
      program.rowPrograms[rowProgram], rows: rows, captures: captures, globals: globals)
  }

  private func run(
    _ rowProgram: RowProgram, rows: [Int32]?, captures: [Value], globals: [Value]
  ) throws(RunFailure) -> [ColumnStorage] {
    image.bind()
    let runner = RowRunner(image: image, indexes: indexes, limits: limits, globals: globals)
    return try runner.run(rowProgram, rows: rows, captures: captures, steps: &stepsLeft)
  }

  /// Runs the actions of the script.
  public func runMain() throws(RunFailure) {
    image.bind()
    _ = try withMachine { machine throws(Trap) in try machine.call(program.mainCode, []) }
  }

  /// Runs code `index` (a function, an example, a deferred value) with arguments.
  public func call(_ index: Int, _ arguments: [Value] = []) throws(RunFailure) -> Value {
    image.bind()
    return try withMachine { machine throws(Trap) in try machine.call(index, arguments) }
  }

  /// The value of something deferred.
  public func value(_ deferred: Deferred) throws(RunFailure) -> Value {
    switch deferred {
    case .constant(let value): value
    case .code(let index): try call(index)
    }
  }

  private func withMachine(
    _ body: (inout Machine) throws(Trap) -> Value
  ) throws(RunFailure) -> Value {
    do {
      var machine = try Machine(
        image: image, limits: limits, steps: stepsLeft, indexes: indexes, host: host)
      try machine.setGlobals(globals)
      var failure: RunFailure?
      var result = Value.blank
      do {
        result = try body(&machine)
      } catch {
        failure = RunFailure(error, machine, nil)
      }
      // What row programs used during a table action is already taken off.
      stepsLeft = min(stepsLeft, machine.stepsLeft)
      globals = machine.exportGlobals()
      if let failure { throw failure as RunFailure }
      return result
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw RunFailure(outside: Trap(.outOfMemory), limits)
    }
  }

  // MARK: Texts

  /// A value as `in` prints it; `decimals` nil: as many as it has.
  public func text(_ value: Value, _ kind: ValueKind, decimals: Int? = nil) -> String {
    do {
      var machine = try Machine(
        image: image, limits: .printing, steps: .max, indexes: indexes, host: nil)
      try machine.textOf(try machine.heap.word(value), kind, decimals: decimals ?? -1)
      return String(decoding: machine.scratch, as: UTF8.self)
    } catch {
      return ""
    }
  }

  /// What a subject is called: its name, else its key, else its place in the data.
  public func subjectName(kind: Int, row: Int) -> String {
    text(.immediate(Int64(row)), .subject(kind))
  }

  /// The row of the subject with that key or unique name.
  public func find(kind: Int, key: String) -> Int? {
    guard case .row(let row) = indexes.index(of: kind, in: image).find(Array(key.utf8)) else {
      return nil
    }
    return Int(row)
  }
}
