// What the actions of a script do to the world. In: lines to print, lists with columns. Out: text for the
// listener, files that appear together when the run is over. Invariant: a run that stops leaves no file;
// no file is written outside the output folder or over an input. Used by the session only.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaText

final class SessionOutputs: MachineHost {
  private unowned let session: Session
  private let folder: String

  init(_ session: Session, folder: String) {
    self.session = session
    self.folder = folder
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
    session.listener.printed(TableText(columns: columns).rendered())
  }
}
