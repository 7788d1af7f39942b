// What the actions of a script do to the world. In: lines to print, lists with columns. Out: text for the
// listener, files that appear together when the run is over. Invariant: a run that stops leaves no file;
// no file is written outside the output folder or over an input. Used by the session only.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaOffice
import enum ThiDuaSyntax.ListForm
import ThiDuaStore
import ThiDuaText

final class SessionOutputs: MachineHost {
  /// Whose actions run: the script's, or those of a question asked later.
  unowned var session: Session
  /// Takes explanations instead of the listener or a file.
  var collect: ((Explanation) -> Void)?
  private let folder: String
  private let transaction = OutputTransaction(isFinal: SessionOutputs.isStored)
  private var stores: [OpenStore] = []
  /// What the next run will know the stored runs by, should this one be killed between its files and its store.
  private var seals: [String] = []
  /// What is told once all is final.
  private(set) var notes: [String] = []
  /// Files that appeared, as the script names them.
  private(set) var written: [String] = []

  private struct OpenStore {
    var path: String
    var name: String
    var span: Span
    var writer: StoreWriter
  }

  init(_ session: Session, folder: String) {
    self.session = session
    self.folder = folder
  }

  /// A store that this run made goes before the folder that was made for it.
  deinit { giveUpStores() }

  /// Lets all files of the run appear, and what it stored with them.
  func commit() throws(SessionStopped) {
    var failure: Diagnostic?
    let waiting = transaction.names
    do throws(OutputTransaction.Failure) {
      try transaction.commit(seal: seals.joined(separator: "\u{1}")) { [self] in
        failure = commitStores()
        return failure == nil
      }
    } catch {
      failure = error.diagnostic
    }
    guard let failure else {
      written = waiting
      return
    }
    giveUpStores()
    notes = []
    session.diagnostics.add(failure)
    throw SessionStopped()
  }

  // MARK: Stores

  /// Why the stores do not keep what was added; nil when they do.
  private func commitStores() -> Diagnostic? {
    for store in stores {
      do throws(StoreProblem) { try store.writer.commit() } catch {
        return error.writing(store.name, span: store.span)
      }
    }
    stores = []
    return nil
  }

  private func giveUpStores() {
    for store in stores { store.writer.cancel() }
    stores = []
  }

  /// Whether a store has a run a seal names: then the files written with it stay. Nil while the store is locked.
  private static func isStored(_ seal: String) -> Bool? {
    for seal in seal.split(separator: "\u{1}") {
      let parts = seal.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let number = Int(parts[0]) else { continue }
      do throws(StoreProblem) {
        let runs = try Store(path: String(parts[2])).runs()
        if runs.contains(where: { $0.number == number && $0.resultHash == parts[1] }) {
          return true
        }
      } catch {
        if error == .file(.locked) { return nil }
      }
    }
    return false
  }

  /// Adds a run to a store; it is there when the other files appear.
  func store(
    _ run: RunRecord, in name: String, _ span: Span, note: (StoreWriter.Outcome) -> String
  ) throws(HostFailure) {
    guard FilePath.staysInside(name) else {
      throw HostFailure(CommandMessages.outsideFolder(name, span: span))
    }
    let path = session.storePath(name)
    // Before the store is locked: what was killed last time is judged by what the store has.
    transaction.recover(folder)
    tellRestored()
    do throws(OutputTransaction.Failure) {
      try transaction.makeRoom(for: path, name: name, span: span)
    } catch {
      throw HostFailure(error.diagnostic)
    }
    do throws(StoreProblem) {
      let writer: StoreWriter
      if let known = stores.first(where: { $0.path == path }) {
        writer = known.writer
      } else {
        writer = try StoreWriter(path: path)
        stores.append(OpenStore(path: path, name: name, span: span, writer: writer))
        transaction.protect(path)
      }
      let outcome = try writer.add(run)
      notes.append(note(outcome))
      let place = OutputTransaction.absolute(path)
      seals.append("\(outcome.number) \(outcome.resultHash) \(place)")
    } catch {
      throw HostFailure(error.writing(name, span: span))
    }
  }

  func print(_ line: String) throws(HostFailure) {
    session.listener.printed(line + "\n")
  }

  func output(
    _ index: Int, rows: [Int32], captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure) {
    let output = session.program.outputs[index]
    var lines = OutputRows(
      program: session.program, tables: session.runtime.tables, kind: output.kind, rows: rows,
      computed: try computed(index, rows, captures, globals))
    if session.checked.outputs[index].isProgress {
      try printProgress(output, lines)
      return
    }
    lines.sort(by: output.sort, texts: session.texts, workers: session.options.limits.workers)
    if let file {
      try export(output, lines, file)
    } else {
      printTable(output, lines)
    }
  }

  private func computed(
    _ index: Int, _ rows: [Int32], _ captures: [Value], _ globals: [Value]
  ) throws(HostFailure) -> [ColumnStorage] {
    do throws(RunFailure) {
      return try session.runtime.columns(
        ofOutput: index, rows: rows, captures: captures, globals: globals)
    } catch {
      throw HostFailure(error.diagnostic)
    }
  }

  /// The day of reckoning stands in every line of the one column.
  private func printProgress(
    _ output: OutputProgram, _ lines: OutputRows
  ) throws(HostFailure) {
    guard let progress = session.presentProgress, let column = output.columns.first,
      let cells = lines.column(column), !lines.rows.isEmpty
    else { return }
    let word = cells.storage.word(cells.cells.map { Int($0[0]) } ?? 0)
    guard word.isImmediate, let day = CalendarDate(days: Int32(truncatingIfNeeded: word.immediate))
    else { throw HostFailure(ProcessMessages.reckoningDayBlank(span: output.span)) }
    let report = ProgressReport(session.checked, progress, on: day)
    session.listener.printed(report.text)
  }

  private func printTable(_ output: OutputProgram, _ lines: OutputRows) {
    let printer = session.printer
    let columns = output.columns.map { column -> TableText.Column in
      var shown = TableText.Column(
        title: column.title, isNumeric: column.kind == .number || column.kind == .ratio)
      guard let cells = lines.column(column) else { return shown }
      shown.cells.reserveCapacity(lines.rows.count)
      for line in lines.rows.indices {
        shown.cells.append(
          printer.text(
            cells.storage, row: cells.cells.map { Int($0[line]) } ?? line, column.kind,
            decimals: column.decimals))
      }
      return shown
    }
    session.listener.printed(
      TableText(columns: columns).rendered(limit: session.options.screenWidth?()))
  }

  // MARK: Files

  private func export(
    _ output: OutputProgram, _ lines: OutputRows, _ name: String
  ) throws(HostFailure) {
    session.listener.began("Đang ghi \(name)", rowCount: lines.rows.count)
    let findings = try write(
      document(output, lines), called: session.checked.subjectKinds[output.kind].name, to: name,
      output.span)
    guard findings.hasErrors, let last = findings.all.last else {
      session.diagnostics.add(contentsOf: findings)
      return
    }
    // The run stops with the last finding; those before it are listed with it.
    for finding in findings.all.dropLast() { session.diagnostics.add(finding) }
    throw HostFailure(last)
  }

  /// Lets no output take the place of a file that was read.
  func protect(_ path: String) { transaction.protect(path) }

  /// Writes a list in the form its file's name says; findings are numbers that cannot be written.
  func write(
    _ document: CSVDocument, called title: String, to name: String, _ span: Span
  ) throws(HostFailure) -> Diagnostics {
    var findings = Diagnostics()
    switch ListForm(name) {
    case nil:
      throw HostFailure(
        DataMessages.listFormUnknown(name, endings: ListForm.endings, span: span))
    case .csv:
      CSVWriter.write(
        document, to: try open(name, span), texts: session.texts,
        workers: session.options.limits.workers, into: &findings)
    case .workbook:
      let file = try open(name, span)
      do throws(WorkbookWriter.Failure) {
        try TableWorkbook.write(
          document, sheet: Wording.capitalised(title), to: file, texts: session.texts,
          into: &findings)
      } catch {
        throw HostFailure(error.diagnostic)
      }
    }
    return findings
  }

  /// A file of the run, in the output folder and over no input.
  func open(_ name: String, _ span: Span) throws(HostFailure) -> OutputFile {
    guard FilePath.staysInside(name) else {
      throw HostFailure(CommandMessages.outsideFolder(name, span: span))
    }
    for path in session.inputFiles { transaction.protect(path) }
    do throws(OutputTransaction.Failure) {
      defer { tellRestored() }
      return try transaction.open(FilePath.join(folder, name), name: name, span: span)
    } catch {
      throw HostFailure(error.diagnostic)
    }
  }

  private func tellRestored() {
    for finding in transaction.takeFindings() { session.diagnostics.add(finding) }
  }

  private func document(_ output: OutputProgram, _ lines: OutputRows) -> CSVDocument {
    let printer = session.printer
    let columns = output.columns.compactMap { column -> CSVColumn? in
      lines.column(column).map {
        var made = CSVColumn(
          column.title, $0.storage, cells: $0.cells, form: form(column, $0.storage, printer))
        if case .stored(let address) = column.source {
          made.isIdentifier = session.checked.subjectKinds[address.kind].key.contains(
            address.column)
        }
        return made
      }
    }
    return CSVDocument(columns: columns, lineCount: lines.rows.count, style: output.style) {
      printer.subject(lines.subject(ofLine: $0), kind: output.kind)
    }
  }

  private func form(
    _ column: OutputColumn, _ storage: ColumnStorage, _ printer: CellPrinter
  ) -> CSVColumn.Form {
    switch column.kind {
    case .number: .number(decimals: column.decimals)
    case .ratio: .ratio(decimals: column.decimals)
    case .text: .text
    case .date: .date
    case .truth: .truth
    case .level(let scale): .names(session.program.scales[scale])
    case .award: .names(session.program.awardTexts)
    case .subject, .list, .dictionary, .nothing:
      .custom { printer.text(storage, row: $0, column.kind, decimals: column.decimals) }
    }
  }
}
