// One run of one program over one set of rows. In: a checked program, rows, options. Out: computed
// columns, findings; `SessionOutputs` adds what actions print and write. Invariant: steps run in the
// order of the plan, and the first that cannot be done ends the run; an action sees columns that are
// all there. Used by the engine only.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// The run's findings are in `diagnostics`; nothing more is done after this was thrown.
struct SessionStopped: Error {
  /// Given when the codes of the findings do not tell.
  var status: Status?
}

/// A program in all its forms; several sessions may share it one after the other.
struct Compiled {
  let checked: CheckedProgram
  let texts: TextTable
  let program: Program

  /// Throws when a formula is too large for the machine. Only columns that actions, sets, requirements and
  /// examples read are kept in memory unless `storesAllColumns`: nobody asks a finished session for more.
  init(
    _ checked: CheckedProgram, texts: TextTable = TextTable(), storesAllColumns: Bool = false
  ) throws(CompilationFailure) {
    self.checked = checked
    self.texts = texts
    program = try Compiler.compile(checked, texts: texts, storesAllColumns: storesAllColumns)
  }
}

final class Session {
  let checked: CheckedProgram
  let program: Program
  let texts: TextTable
  let options: RunOptions
  var listener: any RunListener
  private(set) var data: [KindData] = []
  private(set) var runtime: Runtime
  var diagnostics = Diagnostics()
  /// By group column; column -1 stands for all rows together.
  var groupings: [ColumnAddress: Grouping] = [:]
  /// When given, data is read only as far as these columns need.
  var onlyColumns: Set<ColumnReference>?
  /// Who does which step, and when it was done; nil without a process.
  private(set) var progress: ProgressBook?
  /// Files that no output may replace.
  private(set) var inputFiles: [String]
  /// The scripts among them, the main one first when it is a file.
  let scriptFiles: [String]
  /// How the files stood when they were read.
  private(set) var fileStates: [String: FileState] = [:]
  /// Tables that were read out of databases and stores, as text.
  private(set) var tableTexts: [StoredTable: [UInt8]] = [:]
  /// Where stores are.
  var storeFolder = "ket-qua"
  /// What the rows and parameters read at the moment instead of the data, one layer after the other.
  var assumed: [(inputs: [InputChange], parameters: Set<Int>)] = []
  /// Whose rows a question is about; nil: its own. Its program computes every column.
  private(set) var asked: Session?

  /// Prepares to run a compiled program; nothing is read yet.
  init(
    _ compiled: Compiled, options: RunOptions, listener: any RunListener,
    inputFiles: [String]
  ) {
    checked = compiled.checked
    program = compiled.program
    texts = compiled.texts
    self.options = options
    self.listener = listener
    self.inputFiles = inputFiles
    scriptFiles = inputFiles
    for path in inputFiles { fileStates[path] = FileAccess.state(path) }
    let none = compiled.checked.subjectKinds.map {
      ColumnTable(rowCount: 0, columnCount: $0.columns.count)
    }
    runtime = Runtime(program: program, texts: texts, tables: none, limits: options.limits)
  }

  /// A session for a question about another one's rows: its program adds columns behind theirs, its
  /// variables have their values. Only columns the question adds are computed here.
  init(
    asking compiled: Compiled, of base: Session, globals: [Value], listener: any RunListener,
    host: (any MachineHost)?
  ) {
    checked = compiled.checked
    program = compiled.program
    texts = base.texts
    options = base.options
    self.listener = listener
    inputFiles = base.inputFiles
    scriptFiles = base.scriptFiles
    fileStates = base.fileStates
    tableTexts = base.tableTexts
    storeFolder = base.storeFolder
    asked = base.asked ?? base
    data = base.data
    assumed = base.assumed
    groupings = base.groupings
    runtime = Runtime(
      program: program, texts: texts, tables: base.runtime.tables, limits: options.limits,
      host: host, sharingIndexesOf: base.runtime)
    for (index, value) in globals.enumerated() where index < program.globals.count {
      runtime.setGlobal(index, to: value)
    }
  }

  /// A session over the same rows with one cell of the data changed; nothing is computed yet. The other
  /// session stays as it is.
  init(changing base: Session, _ cell: CellAddress, to value: Value) {
    checked = base.checked
    program = base.program
    texts = base.texts
    options = base.options
    listener = SilentListener()
    inputFiles = base.inputFiles
    scriptFiles = base.scriptFiles
    fileStates = base.fileStates
    tableTexts = base.tableTexts
    storeFolder = base.storeFolder
    data = base.data
    let tables = base.runtime.tables.map { table in
      let copy = ColumnTable(rowCount: table.rowCount, columnCount: table.columns.count)
      copy.columns = table.columns
      return copy
    }
    runtime = Runtime(program: program, texts: texts, tables: tables, limits: options.limits)
    for (index, value) in base.runtime.globals.enumerated() {
      runtime.setGlobal(index, to: value)
    }
    if let storage = tables[cell.kind].columns[cell.column] {
      let changed = storage.gathered(Array(0..<Int32(storage.rowCount)))
      store(value, in: changed, at: cell.row)
      tables[cell.kind].columns[cell.column] = changed
    }
    runtime.columnsChanged()
  }

  /// The path of a store that a script names.
  func storePath(_ name: String) -> String {
    options.storeFile ?? FilePath.join(storeFolder, name)
  }

  var printer: CellPrinter {
    CellPrinter(program: program, texts: texts, tables: runtime.tables)
  }

  // MARK: Rows

  /// Reads rows, resolves what they refer to, and evaluates parameters.
  func load(
    _ bindings: [DataBinding], folder: String, mayLackColumns: Bool, host: (any MachineHost)?
  ) throws(SessionStopped) {
    var loader = DataLoader(
      checked: checked, texts: texts, workers: options.limits.workers, folder: folder)
    loader.mayLackColumns = mayLackColumns
    loader.onlyColumns = onlyColumns
    loader.memoryFiles = options.dataFiles
    loader.storedTables = options.storedTables
    loader.storePath = storePath
    loader.willRead = { [listener] name, byteCount in
      listener.began("Đang đọc \(name)", rowCount: byteCount / Session.bytesOfRow)
    }
    let loaded = loader.load(bindings)
    if let loaded {
      data = loaded
      // Constants first: other kinds may refer to declared subjects by them.
      try setDeclaredRows(constants: true, mayLackSubjects: mayLackColumns)
      loader.checkKeys(of: data)
    }
    diagnostics.add(contentsOf: loader.diagnostics)
    inputFiles += loader.files
    fileStates.merge(loader.fileStates) { first, _ in first }
    tableTexts = loader.tableTexts
    if loader.diagnostics.hasErrors { throw SessionStopped() }
    var resolver = ReferenceResolver(checked: checked, texts: texts, data: data)
    resolver.resolve()
    diagnostics.add(contentsOf: resolver.diagnostics)
    var history = HistoryCheck(checked: checked, texts: texts, data: data)
    history.check(strangers: resolver.strangers)
    diagnostics.add(contentsOf: history.diagnostics)
    var values = ValueCheck(checked: checked, texts: texts, data: data)
    values.check()
    diagnostics.add(contentsOf: values.diagnostics)
    if resolver.diagnostics.hasErrors || history.diagnostics.hasErrors { throw SessionStopped() }
    runtime = Runtime(
      program: program, texts: texts, tables: data.map(\.table), limits: options.limits, host: host)
    runtime.mayLackSubjects = mayLackColumns
    try setParameters()
    try setDeclaredRows(constants: false, mayLackSubjects: mayLackColumns)
    runtime.columnsChanged()
    try readProgress()
  }

  /// Evaluates the parameters.
  func setParameters() throws(SessionStopped) {
    do throws(RunFailure) {
      try runtime.setParameters()
    } catch {
      throw stopped(by: error)
    }
  }

  /// The progress as the rows stand now: what is assumed may move a day.
  var presentProgress: ProgressBook? {
    guard asked != nil, let columns = checked.progress else { return progress }
    var known = Diagnostics()
    return ProgressBook(
      checked: checked, columns: columns, data: data, printer: printer, into: &known)
  }

  private func readProgress() throws(SessionStopped) {
    guard let columns = checked.progress else { return }
    var findings = Diagnostics()
    progress = ProgressBook(
      checked: checked, columns: columns, data: data, printer: printer, into: &findings)
    diagnostics.add(contentsOf: findings)
    if findings.hasErrors { throw SessionStopped() }
  }

  /// `mayLackSubjects`: an example need not have everybody whom the script's declarations name.
  private func setDeclaredRows(
    constants: Bool, mayLackSubjects: Bool
  ) throws(SessionStopped) {
    for (kind, rows) in program.declaredRows.enumerated() {
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let storage = data[kind].table.columns[column] else { continue }
          switch cell {
          case .constant(let value):
            if constants { store(value, in: storage, at: row) }
          case .code(let code):
            if constants { continue }
            do throws(RunFailure) {
              store(try runtime.call(code), in: storage, at: row)
            } catch {
              guard mayLackSubjects, error.code == .unknownSubject else {
                throw stopped(by: error)
              }
            }
          }
        }
      }
    }
  }

  private func store(_ value: Value, in storage: ColumnStorage, at row: Int) {
    switch value {
    case .blank, .list, .dictionary: put(.blank, in: storage, at: row)
    case .notApplicable: put(.notApplicable, in: storage, at: row)
    case .immediate(let immediate): put(Word(immediate: immediate), in: storage, at: row)
    case .exact(let number): put(storage.addException(number), in: storage, at: row)
    case .text(let text): put(Word(text: texts.intern(text)), in: storage, at: row)
    }
  }

  private func put(_ word: Word, in storage: ColumnStorage, at row: Int) {
    guard storage.layout == .scaled else { return storage.store(word, at: row) }
    // Only references are scaled here: one unit a row.
    let cell =
      word.isImmediate
      ? Int32(truncatingIfNeeded: word.immediate)
      : word.isBlank ? ColumnStorage.scaledBlank : ColumnStorage.scaledNotApplicable
    storage.base.storeBytes(of: cell, toByteOffset: row * 4, as: Int32.self)
  }

  // MARK: The plan

  /// Computes the columns of a plan and checks its requirements.
  func compute(_ plan: [PlannedStep]) throws(SessionStopped) {
    var requirementFailed = false
    for step in plan {
      if case .requirement(let index) = step {
        if try !checkRequirement(index) { requirementFailed = true }
        continue
      }
      // Data that breaks a requirement is not computed with any further.
      if requirementFailed { throw SessionStopped() }
      switch step {
      case .rows(let index): try computeRows(index)
      case .set(let address): try computeSet(address)
      case .requirement: break
      }
    }
    if requirementFailed { throw SessionStopped() }
  }

  private func computeRows(_ index: Int) throws(SessionStopped) {
    let kind = program.rowPrograms[index].kind
    listener.began(
      "Đang tính \(program.subjectKinds[kind].name)", rowCount: runtime.tables[kind].rowCount)
    do throws(RunFailure) {
      try runtime.computeRows(index)
    } catch {
      throw stopped(by: error)
    }
  }

  /// Runs the actions of the script.
  func runMain() throws(SessionStopped) {
    do throws(RunFailure) {
      try runtime.runMain()
    } catch {
      throw stopped(by: error)
    }
  }

  /// Adds a stop of the machine to the findings, with the cell it came from.
  func stopped(by failure: RunFailure) -> SessionStopped {
    var told: [(message: String, span: Span)] = []
    for failure in [failure] + failure.further {
      var diagnostic = failure.diagnostic
      if told.contains(where: { $0 == (diagnostic.message, diagnostic.span) }) { continue }
      told.append((diagnostic.message, diagnostic.span))
      if let row = failure.row, let cell = failure.cell, diagnostic.place == nil {
        data[cell.kind].addPlace(row: row, column: cell.column, to: &diagnostic)
      }
      diagnostics.add(diagnostic)
    }
    switch failure.code {
    case .interrupted, .tooManySteps, .tooDeep, .outOfMemory, .listTooLong, .numberTooLong:
      return SessionStopped(status: .stopped)
    case .hostFailed:
      return SessionStopped()
    default:
      // In a subject's rule the data has no value; in an action the script itself is wrong.
      return SessionStopped(status: failure.row == nil ? .scriptWrong : .dataWrong)
    }
  }

  // MARK: Requirements

  private static let subjectsListed = 20
  /// Roughly, to tell how long reading will take.
  private static let bytesOfRow = 100

  /// Whether an error requirement holds; a warning that does not is noted and holds.
  func checkRequirement(_ index: Int) throws(SessionStopped) -> Bool {
    let requirement = checked.requirements[index]
    guard let reference = requirement.column else {
      guard let code = program.requirementCodes[index] else { return true }
      do throws(RunFailure) {
        if try runtime.call(code).index != 0 { return true }
      } catch {
        throw stopped(by: error)
      }
      diagnostics.add(
        SessionMessages.requirementFails(
          requirement.text, isWarning: requirement.isWarning, kind: nil, subjects: [], total: 1,
          span: requirement.span))
      return requirement.isWarning
    }
    guard let column = runtime.tables[reference.kind].columns[reference.column] else {
      return true
    }
    let printer = printer
    var listed: [String] = []
    var total = 0
    for row in 0..<column.rowCount where column.word(row) == Word(truth: false) {
      total += 1
      guard listed.count < Session.subjectsListed else { continue }
      var line = printer.subject(row, kind: reference.kind)
      if let message = requirement.message {
        line +=
          ": "
          + printer.text(ColumnAddress(kind: message.kind, column: message.column), row: row)
      }
      listed.append(line)
    }
    if total == 0 { return true }
    diagnostics.add(
      SessionMessages.requirementFails(
        requirement.text, isWarning: requirement.isWarning,
        kind: program.subjectKinds[reference.kind].name, subjects: listed, total: total,
        span: requirement.span))
    return requirement.isWarning
  }
}
