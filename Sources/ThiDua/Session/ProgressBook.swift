// Who does which step, and when it was done. In: the checked processes and the rows of a run. Out:
// one
// piece of work a step and responsible. Invariant: every row of `tiến độ` belongs to exactly one
// piece of
// work; rows of nobody, of several or given twice are findings at their place. Made by the session.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

/// Work of all processes, step by step.
struct ProgressBook {
  /// What one responsible has to do in one step.
  struct Work {
    /// As the report names them: `Đảng ủy A (cụm trưởng Cụm thi đua số 1)`.
    var who: String
    var done: CalendarDate?
    /// The row of `tiến độ`.
    var row: Int?
  }

  /// By step code, in the order of the subjects.
  private(set) var works: [String: [Work]] = [:]

  /// What a row may call a responsible by.
  private struct Caller: Hashable {
    var kind: Int
    var row: Int
  }

  init(
    checked: CheckedProgram, columns: ProgressColumns, data: [KindData], printer: CellPrinter,
    into findings: inout Diagnostics
  ) {
    let steps = checked.processes.flatMap(\.steps)
    var places: [[Caller: Int]] = []
    for step in steps {
      var maker = Maker(checked: checked, columns: columns, data: data, printer: printer)
      for responsible in step.responsible { maker.add(responsible) }
      works[step.code] = maker.works
      places.append(maker.placeOfCaller)
    }
    let table = data[columns.kind].table
    for row in 0..<table.rowCount {
      guard let index = ProgressBook.reference(table, columns.step, row), index < steps.count
      else { continue }
      let step = steps[index]
      var finding: Diagnostic?
      if let place = ProgressBook.place(
        row, step, places[index], works[step.code]!.count, columns, table, printer, &finding)
      {
        let work = works[step.code]![place]
        if let first = work.row {
          var earlier = Diagnostic(code: "", message: "")
          data[columns.kind].locate(row: first, column: columns.step, in: &earlier)
          finding = ProcessMessages.progressTwice(
            step.code, work.who, firstLine: earlier.place?.line)
        } else {
          works[step.code]![place].row = row
          works[step.code]![place].done = ProgressBook.day(table, columns.done, row)
        }
      }
      if var finding {
        data[columns.kind].locate(row: row, column: columns.step, in: &finding)
        findings.add(finding)
      }
    }
  }

  /// The piece of work a row is about; nil with a finding when there is none.
  private static func place(
    _ row: Int, _ step: ProcessStep, _ places: [Caller: Int], _ count: Int,
    _ columns: ProgressColumns, _ table: ColumnTable, _ printer: CellPrinter,
    _ finding: inout Diagnostic?
  ) -> Int? {
    let does = printer.text(
      ColumnAddress(kind: columns.steps, column: responsibleColumn),
      row: reference(table, columns.step, row) ?? 0)
    var callers: [Caller] = []
    for (kind, column) in columns.subjects.sorted(by: { $0.key < $1.key }) {
      if let subject = reference(table, column, row) {
        callers.append(Caller(kind: kind, row: subject))
      }
    }
    // The unit goes before its cluster: a row may well give both.
    let clusterKind = columns.cluster.flatMap { column -> Int? in
      guard case .subject(let kind) = printer.program.subjectKinds[columns.kind].columnKinds[column]
      else { return nil }
      return kind
    }
    if let column = columns.cluster, let clusterKind,
      let cluster = reference(table, column, row)
    {
      callers.append(Caller(kind: clusterKind, row: cluster))
    }
    if let found = callers.lazy.compactMap({ places[$0] }).first { return found }
    if let caller = callers.first {
      finding = ProcessMessages.notResponsible(
        step.code, printer.name(of: caller.row, kind: caller.kind), does: does)
      return nil
    }
    if count == 1 { return 0 }
    if count > 1 { finding = ProcessMessages.responsibleMissing(step.code, does: does) }
    return nil
  }

  /// `phụ trách` of the kind `bước`.
  private static let responsibleColumn = 4

  private static func reference(_ table: ColumnTable, _ column: Int, _ row: Int) -> Int? {
    guard let word = table.columns[column]?.word(row), word.isImmediate else { return nil }
    return Int(word.immediate)
  }

  private static func day(_ table: ColumnTable, _ column: Int, _ row: Int) -> CalendarDate? {
    guard let word = table.columns[column]?.word(row), word.isImmediate else { return nil }
    return CalendarDate(days: Int32(truncatingIfNeeded: word.immediate))
  }

  /// Lists the work of one step.
  private struct Maker {
    let checked: CheckedProgram
    let columns: ProgressColumns
    let data: [KindData]
    let printer: CellPrinter
    var works: [Work] = []
    var placeOfCaller: [Caller: Int] = [:]

    mutating func add(_ responsible: Responsible) {
      switch responsible {
      case .single(let text):
        works.append(Work(who: text))
      case .everyone(let kind):
        for row in 0..<data[kind].table.rowCount { add(Caller(kind: kind, row: row)) }
      case .members(let kind, let cluster):
        for row in 0..<data[kind].table.rowCount
        where ProgressBook.reference(data[kind].table, cluster, row) != nil {
          add(Caller(kind: kind, row: row))
        }
      case .clusterRole(let column, let name): addRole(column, name)
      case .monitors(let column): addMonitors(column)
      }
    }

    private mutating func add(_ subject: Caller) {
      guard placeOfCaller[subject] == nil else { return }
      placeOfCaller[subject] = works.count
      works.append(Work(who: printer.name(of: subject.row, kind: subject.kind)))
    }

    private var clusterKind: Int? {
      checked.subjectKinds.firstIndex { $0.name == "cụm" }
    }

    private mutating func addRole(_ column: Int, _ role: String) {
      guard let clusters = clusterKind,
        case .subject(let member) = checked.subjectKinds[clusters].columns[column].kind
      else { return }
      for row in 0..<data[clusters].table.rowCount {
        let cluster = printer.name(of: row, kind: clusters)
        let place = works.count
        if let head = ProgressBook.reference(data[clusters].table, column, row) {
          works.append(Work(who: "\(printer.name(of: head, kind: member)) (\(role) \(cluster))"))
          let caller = Caller(kind: member, row: head)
          if placeOfCaller[caller] == nil { placeOfCaller[caller] = place }
        } else {
          works.append(Work(who: "\(cluster) (chưa có \(role))"))
        }
        let caller = Caller(kind: clusters, row: row)
        if placeOfCaller[caller] == nil { placeOfCaller[caller] = place }
      }
    }

    private mutating func addMonitors(_ column: Int) {
      guard let clusters = clusterKind else { return }
      for row in 0..<data[clusters].table.rowCount {
        let cluster = printer.name(of: row, kind: clusters)
        let who = printer.text(ColumnAddress(kind: clusters, column: column), row: row)
        placeOfCaller[Caller(kind: clusters, row: row)] = works.count
        works.append(Work(who: who.isEmpty ? cluster : "\(who) (theo dõi \(cluster))"))
      }
    }
  }
}
