// A stored run taken out of its store. In: the number of a run, a folder. Out: its scripts, data, databases and past
// rows so that the folder runs by itself to the same results, and beside them what was stored: values and reasons.
// Invariant: nothing is overwritten; all files appear or none. Used by the command line and embedding programs.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaStore
import ThiDuaText

extension StoreKeeper {
  /// Lays the files of a run out in a folder, with its results and reasons as CSV.
  public func export(_ number: Int, to folder: String) -> Answer {
    if let names = try? FileAccess.names(in: folder), !names.isEmpty {
      var answer = Answer()
      answer.report.diagnostics.add(StoreMessages.folderNotEmpty(folder))
      answer.report.status = .scriptWrong
      return answer
    }
    return answer { (store, answer) throws(StoreProblem) in
      let run = try store.run(number)
      let layout = try RunLayout(try store.files(of: number), run: number)
      let taken = TakenOut(folder: folder)
      do throws(TakenOut.Problem) {
        for file in layout.files { try taken.open(file.name).write(file.bytes) }
        for file in layout.databases {
          try taken.make(file.name) { (path) throws(StoreProblem) in
            do throws(Database.Problem) { try TableFile.write(file.tables, to: path) } catch {
              throw .file(error)
            }
          }
        }
        for file in layout.stores {
          try taken.make(file.name) { (path) throws(StoreProblem) in
            let writer = try StoreWriter(path: path)
            for table in file.tables {
              try writer.keepPast(table.name, before: run.year, table.text)
            }
            try writer.commit()
          }
        }
        try taken.write(number, of: store, into: &answer.report.diagnostics)
        try taken.commit()
      } catch {
        switch error {
        case .store(let problem): throw problem
        case .output(let failure):
          answer.report.diagnostics.add(failure.diagnostic)
          return
        }
      }
      answer.text =
        "Đã lấy lượt \(number) ra thư mục \(folder):\n"
        + taken.names.map { "  \($0)\n" }.joined()
        + "Chạy lại từ thư mục ấy: thidua chạy "
        + FilePath.join(folder, layout.files.first?.name ?? "") + "\n"
    }
  }
}

/// The files of a folder being made.
private final class TakenOut {
  enum Problem: Error {
    case store(StoreProblem)
    case output(OutputTransaction.Failure)
  }

  private let folder: String
  private let transaction = OutputTransaction()
  private(set) var names: [String] = []

  private static let reasonTitles = ["mã", "tên", "kết quả", "bậc", "lý do", "ở đâu"]

  private static let reasonEnding = "-ly-do"

  init(folder: String) { self.folder = folder }

  func open(_ name: String) throws(Problem) -> OutputFile {
    names.append(name)
    let path = FilePath.join(folder, name)
    do throws(OutputTransaction.Failure) { return try transaction.open(path, name: path) } catch {
      throw .output(error)
    }
  }

  /// A file that SQLite writes.
  func make(
    _ name: String, _ body: (_ path: String) throws(StoreProblem) -> Void
  ) throws(Problem) {
    let path = try open(name).pathForLibrary
    try reading { () throws(StoreProblem) in try body(path) }
  }

  func commit() throws(Problem) {
    do throws(OutputTransaction.Failure) { try transaction.commit() } catch {
      throw .output(error)
    }
  }

  private func reading<Result>(
    _ body: () throws(StoreProblem) -> Result
  ) throws(Problem) -> Result {
    do throws(StoreProblem) { return try body() } catch { throw .store(error) }
  }

  // MARK: What was stored

  func write(
    _ run: Int, of store: Store, into findings: inout Diagnostics
  ) throws(Problem) {
    let kinds = try reading { () throws(StoreProblem) in try store.kinds(of: run) }
    let hasReasons = try reading { () throws(StoreProblem) in try store.hasReasons(run) }
    for kind in kinds {
      let name = newName(for: kind.name)
      let rows = try reading { () throws(StoreProblem) in
        var rows: [Store.Row] = []
        try store.rows(of: kind, columns: kind.columns) { rows.append($0) }
        return rows
      }
      var table = AnswerTable(
        heading: kind.name,
        columns: kind.columns.map { AnswerTable.Column(key: $0.name, title: $0.name) })
      table.rows = rows.map { row in
        row.cells.map { $0.isNotApplicable ? "không áp dụng" : $0.value ?? "" }
      }
      let texts = TextTable()
      CSVWriter.write(
        table.document(texts), to: try open("da-luu/\(name).csv"), texts: texts, into: &findings)
      // Of what is only data nothing was reckoned.
      if hasReasons, kind.columns.contains(where: { $0.role != .input }) {
        try writeReasons(
          kind, rows.map(\.subject), store, to: "da-luu/\(name)\(Self.reasonEnding).csv")
      }
    }
  }

  /// One line a reason, column by column.
  private func writeReasons(
    _ kind: Store.Kind, _ subjects: [SubjectRecord], _ store: Store, to name: String
  ) throws(Problem) {
    let file = try open(name)
    file.write(CSVCells.bytes(titles: Self.reasonTitles, rows: []))
    for column in kind.columns {
      let reasons = try reading { () throws(StoreProblem) in
        try store.reasons(of: kind, column)
      }
      for (subject, reason) in zip(subjects, reasons) {
        let rows = StoredReason.lines(reason).map { line -> [CSVCells.Cell] in
          [
            .text(subject.key), .text(subject.name), .text(column.name),
            .number(Exact(line.indent)), .text(line.text), .text(line.place),
          ]
        }
        if !rows.isEmpty { file.write(CSVCells.bytes(titles: [], rows: rows, hasMark: false)) }
      }
    }
  }

  /// The beginning of the names of a kind's files; of kinds that are spelt alike without accents each has its own.
  private func newName(for kind: String) -> String {
    let plain = Self.fileName(kind)
    var name = plain
    var number = 1
    func isTaken(_ ending: String) -> Bool { names.contains("da-luu/\(name)\(ending).csv") }
    while isTaken("") || isTaken(Self.reasonEnding) {
      number += 1
      name = "\(plain)-\(number)"
    }
    return name
  }

  /// Letters, digits and hyphens of a name.
  private static func fileName(_ name: String) -> String {
    let plain = VietnameseText.unaccented(VietnameseText.lookupKey(name))
    return String(plain.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
