// What people do with a store afterwards: see what is in it, run a stored run again, take it out. In: the path
// of a store, the number of a run. Out: text to show, findings, a status. Invariant: only `confirm`
// and `addReasons` change the store; nothing is ever overwritten. Used by the command line and embedding programs.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaStore
import ThiDuaText

/// A store and what can be asked of it.
public struct StoreKeeper: Sendable {
  /// The path of the store.
  public let path: String

  public init(path: String) { self.path = path }

  /// What is shown, what was found, how it ended.
  public struct Answer: Sendable {
    public var text = ""
    public var report = Report()
  }

  func answer(_ body: (Store, inout Answer) throws(StoreProblem) -> Void) -> Answer {
    var answer = Answer()
    do throws(StoreProblem) { try body(try Store(path: path), &answer) } catch {
      answer.report.diagnostics.add(error.reading(path, span: .none))
    }
    answer.report.status = Report.status(of: answer.report.diagnostics)
    return answer
  }

  // MARK: Seeing

  /// All runs, one a line.
  public func list() -> Answer {
    answer { (store, answer) throws(StoreProblem) in
      let runs = try store.runs()
      guard !runs.isEmpty else {
        answer.text = "Kho \(path) chưa có lượt nào.\n"
        return
      }
      let titles = ["Lượt", "Năm", "Phong trào", "Kịch bản", "Chốt số liệu", "Chính thức"]
      let cells = runs.map { run in
        [
          String(run.number), String(run.year), run.title, run.script,
          run.closing.map(Self.day) ?? "", Self.standing(run),
        ]
      }
      answer.text = TableText(
        columns: titles.indices.map { column in
          TableText.Column(
            title: titles[column], isNumeric: column < 2, cells: cells.map { $0[column] })
        }
      ).rendered(limit: nil)
    }
  }

  private static func standing(_ run: Store.Run) -> String {
    run.isConfirmed ? "đã chốt" : run.isOfficial ? "mới nhất" : ""
  }

  /// `2026-11-20` as people write it.
  private static func day(_ text: String) -> String {
    text.split(separator: "-").reversed().joined(separator: "/")
  }

  /// A run: where it comes from, what it read, who was given which award.
  public func show(_ number: Int) -> Answer {
    answer { (store, answer) throws(StoreProblem) in
      let run = try store.run(number)
      var lines = ["Lượt \(run.number): \(run.title), năm \(run.year)"]
      lines.append("  kịch bản: \(run.script); ThiDua phiên bản \(run.program)")
      if let closing = run.closing { lines.append("  chốt số liệu: \(Self.day(closing))") }
      if run.isOfficial {
        lines.append(
          run.isConfirmed
            ? "  lượt chính thức của năm, đã chốt" : "  lượt chính thức của năm (lượt lưu mới nhất)"
        )
      }
      if try !store.hasReasons(number) {
        lines.append(
          "  chưa có lý do: lượt này do bản ThiDua cũ lưu; cất thêm bằng: thidua kho ghi-lý-do "
            + "\(number)")
      }
      lines.append("Đã đọc:")
      for file in try store.fileEntries(of: number) {
        let table = file.table.map { ", bảng \($0)" } ?? ""
        lines.append(
          "  \(file.kind.rawValue) \(file.name)\(table): \(file.size) byte, SHA-256 \(file.hash)")
      }
      lines.append("Kết quả (SHA-256 \(run.resultHash)):")
      for kind in try store.kinds(of: number) {
        lines.append("  \(kind.subjectCount) \(kind.name)")
        lines += try awards(kind, store).map { "    " + $0 }
      }
      answer.text = lines.joined(separator: "\n") + "\n"
    }
  }

  private func awards(_ kind: Store.Kind, _ store: Store) throws(StoreProblem) -> [String] {
    let columns = kind.columns.filter { $0.role == .award }
    var named: [[String]] = columns.map { _ in [] }
    try store.rows(of: kind, columns: columns) { row in
      for (index, cell) in row.cells.enumerated() where cell.value == Self.achieved {
        named[index].append(row.subject.name)
      }
    }
    return zip(columns, named).map { column, names in
      let shown = names.prefix(Self.namesShown).joined(separator: "; ")
      let more = names.count > Self.namesShown ? "; …" : ""
      return "\(column.title ?? column.name): \(names.count)"
        + (names.isEmpty ? "" : " (\(shown)\(more))")
    }
  }

  private static let achieved = "đạt"
  private static let namesShown = 20

  // MARK: Official runs

  /// Makes a run the official one of its campaign, whatever is stored later.
  public func confirm(_ number: Int) -> Answer {
    // Opening a store to write would make one.
    var answer = answer { (store, _) throws(StoreProblem) in _ = try store.run(number) }
    if answer.report.diagnostics.hasErrors { return answer }
    do throws(StoreProblem) {
      let writer = try StoreWriter(path: path)
      let before = try writer.confirm(number)
      try writer.commit()
      answer.text = "Lượt \(number) là lượt chính thức, đã chốt"
      if let before, before != number { answer.text += " (trước là lượt \(before))" }
      answer.text += ".\n"
    } catch {
      answer.report.diagnostics.add(error.writing(path, span: .none))
      answer.report.status = Report.status(of: answer.report.diagnostics)
    }
    return answer
  }

  // MARK: Running again

  /// Reckons a run again and tells whether the results are those of the store.
  public func replay(_ number: Int) -> Answer {
    var campaign: Campaign?
    var answer = answer { (store, answer) throws(StoreProblem) in
      let run = try store.run(number)
      let loaded = try RunLayout(try store.files(of: number), run: number).load()
      answer.report = loaded.report
      campaign = loaded.campaign
      guard let campaign = loaded.campaign else { return }
      let present = RunRecorder(campaign).kinds
      var differences = RunDifferences()
      let kinds = try store.kinds(of: number)
      for kind in kinds {
        let same = present.first { $0.name == kind.name }
        try differences.compare(kind, of: store, with: same)
        if let same, try store.hasReasons(number) {
          try differences.compareReasons(kind, of: store, with: same)
        }
      }
      for kind in present where !kinds.contains(where: { $0.name == kind.name }) {
        differences.add("\(kind.name): lúc lưu không có")
      }
      answer.text = differences.text(
        heading: "Lượt \(number) (\(run.title), năm \(run.year)), tính lại bằng phiên bản "
          + Engine.version)
    }
    answer.report.diagnostics = Self.errors(of: answer.report.diagnostics)
    if let campaign { answer.report.sources = campaign.sources }
    answer.report.status = Report.status(of: answer.report.diagnostics)
    return answer
  }

  /// What a script is warned of was told when the run was stored.
  static func errors(of diagnostics: Diagnostics) -> Diagnostics {
    var errors = Diagnostics()
    for finding in diagnostics.all where finding.severity == .error { errors.add(finding) }
    return errors
  }

  /// Compares the results of two runs of the store.
  public func compare(_ old: Int, _ new: Int) -> Answer {
    answer { (store, answer) throws(StoreProblem) in
      _ = (try store.run(old), try store.run(new))
      var differences = RunDifferences()
      let kinds = try store.kinds(of: new)
      for kind in try store.kinds(of: old) {
        var same: KindRecord?
        if let twin = kinds.first(where: { $0.name == kind.name }) {
          same = try Self.record(twin, store)
        }
        try differences.compare(kind, of: store, with: same)
      }
      answer.text = differences.text(heading: "Lượt \(old) → lượt \(new)")
    }
  }

  private static func record(
    _ kind: Store.Kind, _ store: Store
  ) throws(StoreProblem) -> KindRecord {
    var rows: [Store.Row] = []
    try store.rows(of: kind, columns: kind.columns) { rows.append($0) }
    return KindRecord(
      name: kind.name, subjects: rows.map(\.subject),
      columns: kind.columns.enumerated().map { index, column in
        ColumnRecord(
          name: column.name, title: column.title, kind: column.kind, role: column.role
        ) { rows[$0].cells[index] }
      })
  }
}
