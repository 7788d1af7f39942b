// How the steps of the processes stand on a day. In: a checked program, the book of work, a day.
// Out:
// the report as values for embedding programs, and as the text that `in tiến độ` and `thidua
// tiến-độ` print.
// Deterministic: the day is given, nobody reads a clock.

import ThiDuaDomain
import ThiDuaSemantics
import ThiDuaText

/// The steps and milestones of all processes on a day.
public struct ProgressReport: Sendable {
  /// What one responsible has to do.
  public struct Item: Sendable {
    public var who: String
    public var done: CalendarDate?
    public var state: WorkState
  }

  public struct Step: Sendable {
    public var code: String
    public var title: String
    public var responsible: String
    public var deadline: CalendarDate?
    public var basis: [String]
    public var countsWorkingDays: Bool
    public var items: [Item]
    /// What does not go together, such as a step done before the one it follows.
    public var remarks: [String]
  }

  public struct Process: Sendable {
    public var title: String
    public var steps: [Step]
    public var milestones: [(title: String, date: CalendarDate)]
  }

  public var day: CalendarDate
  public var processes: [Process]

  init(_ checked: CheckedProgram, _ book: ProgressBook, on day: CalendarDate) {
    self.day = day
    let calendar = WorkingCalendar(
      holidays: checked.holidays, workedDays: checked.workedDays)
    processes = checked.processes.map { process in
      Process(
        title: process.title,
        steps: process.steps.map { step in
          let items = (book.works[step.code] ?? []).map { work in
            Item(
              who: work.who, done: work.done.flatMap { $0 <= day ? $0 : nil },
              state: WorkState(
                start: step.start, deadline: step.deadline, done: work.done, on: day,
                calendar: step.countsWorkingDays ? calendar : nil))
          }
          return Step(
            code: step.code, title: step.title,
            responsible: ProgressReport.words(for: step, checked), deadline: step.deadline,
            basis: step.basis, countsWorkingDays: step.countsWorkingDays, items: items,
            remarks: ProgressReport.remarks(on: step, book, day))
        }, milestones: process.milestones.map { ($0.title, $0.date) })
    }
  }

  private static func words(for step: ProcessStep, _ checked: CheckedProgram) -> String {
    step.responsible.map { who in
      switch who {
      case .clusterRole(_, let name): name
      case .monitors: "theo dõi"
      case .members: "thành viên"
      case .everyone(let kind): checked.subjectKinds[kind].name
      case .single(let text): text
      }
    }.joined(separator: "; ")
  }

  /// Somebody finished before the step this one follows was finished.
  private static func remarks(
    on step: ProcessStep, _ book: ProgressBook, _ day: CalendarDate
  ) -> [String] {
    let days = (book.works[step.code] ?? []).compactMap(\.done).filter { $0 <= day }
    guard let first = days.min() else { return [] }
    return step.after.compactMap { code in
      let before = (book.works[code] ?? []).map(\.done)
      let isOpen = before.contains { $0.map { $0 > day } ?? true }
      let last = before.compactMap { $0 }.filter { $0 <= day }.max()
      if isOpen { return "xong ngày \(first.text) khi bước \(code) chưa xong hết" }
      guard let last, first < last else { return nil }
      return "xong ngày \(first.text), trước khi bước \(code) xong ngày \(last.text)"
    }
  }
}

// MARK: Text

extension ProgressReport {
  /// The report as people read it: a table a process, then who is late, overdue or still at work.
  public var text: String {
    processes.map { process in
      var text = "TIẾN ĐỘ \"\(process.title)\", tính đến ngày \(day.text)\n"
      if !process.steps.isEmpty { text += table(process.steps) }
      for step in process.steps { text += details(step) }
      if !process.milestones.isEmpty { text += milestones(process) }
      return text
    }.joined(separator: "\n")
  }

  private func table(_ steps: [Step]) -> String {
    func column(_ title: String, isNumeric: Bool = false, _ cell: (Step) -> String)
      -> TableText.Column
    {
      TableText.Column(title: title, isNumeric: isNumeric, cells: steps.map(cell))
    }
    func count(_ title: String, _ isCounted: @escaping (WorkState) -> Bool) -> TableText.Column {
      column(title, isNumeric: true) { step in
        Wording.count(step.items.filter { isCounted($0.state) }.count)
      }
    }
    return TableText(columns: [
      column("Bước") { $0.code }, column("Việc") { $0.title },
      column("Hạn") { $0.deadline?.text ?? "" },
      count("Tổng") { _ in true }, count("Xong") { $0.isDone },
      count("Xong chậm") { if case .doneLate = $0 { true } else { false } },
      count("Quá hạn") { if case .overdue = $0 { true } else { false } },
      count("Còn lại") { state in
        switch state {
        case .due, .open, .notBegun: true
        default: false
        }
      },
    ]).rendered()
  }

  /// The lines about a step: nothing when all is done in time.
  private func details(_ step: Step) -> String {
    var groups: [(label: String, names: [String])] = []
    for item in step.items {
      guard let label = label(of: item.state, step) else { continue }
      if let known = groups.firstIndex(where: { $0.label == label }) {
        groups[known].names.append(item.who)
      } else {
        groups.append((label, [item.who]))
      }
    }
    if groups.isEmpty, step.remarks.isEmpty { return "" }
    let isNamedBelow = step.items.allSatisfy { $0.who == step.responsible } && !groups.isEmpty
    let who = isNamedBelow ? "" : " (\(step.responsible))"
    var text = "Bước \(step.code). \(step.title)\(who)\n"
    // Overdue first, then done late, then what is still in time.
    for group in groups.sorted(by: { order($0.label) < order($1.label) }) {
      let names = group.names.count > 1 ? " (\(Wording.count(group.names.count)))" : ""
      text += WrappedList.lines("\(group.label)\(names): ", group.names)
    }
    for remark in step.remarks { text += "  Lưu ý: \(remark)\n" }
    return text
  }

  private func label(of state: WorkState, _ step: Step) -> String? {
    func days(_ count: Int) -> String {
      "\(Wording.count(count)) ngày\(step.countsWorkingDays ? " làm việc" : "")"
    }
    switch state {
    case .done: return nil
    case .doneLate(let count): return "Xong chậm \(days(count))"
    case .overdue(let count): return "Quá hạn \(days(count))"
    case .due(0): return "Hôm nay hết hạn"
    case .due(let count): return "Còn \(days(count))"
    case .notBegun: return "Chưa đến ngày bắt đầu"
    case .open: return "Chưa xong"
    }
  }

  private func order(_ label: String) -> Int {
    ["Quá", "Xong", "Hôm", "Còn", "Chưa"].firstIndex { label.hasPrefix($0) } ?? 5
  }

  private func milestones(_ process: Process) -> String {
    var text = "Mốc\n"
    for milestone in process.milestones {
      let days = Int(milestone.date.days) - Int(day.days)
      let distance =
        days > 0
        ? "còn \(Wording.count(days)) ngày"
        : days == 0 ? "đúng hôm nay" : "đã qua \(Wording.count(-days)) ngày"
      text += "  \(milestone.date.text)  \(milestone.title): \(distance)\n"
    }
    return text
  }
}
