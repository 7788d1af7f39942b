// `quy trình`: steps as rows of the kind `bước`, progress as data of the kind `tiến độ`, and the
// columns
// that rules ask for.
//
//   bước         mã, tên, tên gọi (`bước 2`), quy trình, phụ trách, từ ngày, hạn
//   tiến độ      bước, đơn vị (who did it), cụm, ngày xong, ghi chú
//   KIND, cụm    `ngày xong bước 2`, `đã xong bước 2`, `số ngày chậm bước 2` of whoever does the
// step
//
// Dates are reckoned here, once: after this stage a deadline is a day. What is not done yet has a
// blank
// day; rules say what happens then.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// The kinds a process brings, and its steps in the order written.
struct ProcessDraft {
  var steps: Int
  var progress: Int
  var columns: ProgressColumns?
  var declarations: [ProcessDeclaration]
  /// Index in `all` by code.
  var stepByCode: [String: Int] = [:]
  var all: [(declaration: ProcessDeclaration.Step, checked: ProcessStep)] = []
}

extension Checker {
  static let stepKindName = "bước"
  static let progressKindName = "tiến độ"

  // MARK: Kinds

  /// Makes the two kinds; their fields follow when the clusters are known.
  func declareProcessKinds(_ declarations: [ProcessDeclaration]) {
    guard let first = declarations.first else { return }
    var made: [Int] = []
    for name in [Self.stepKindName, Self.progressKindName] {
      let key = VietnameseText.lookupKey(name)
      if let known = kindByKey[key] {
        report(
          ProcessMessages.kindTaken(name, span: first.header.span, kind: kinds[known].span))
        return
      }
      made.append(kinds.count)
      kinds.append(KindDraft(name: name, span: first.header.span))
    }
    for kind in made { kindByKey[VietnameseText.lookupKey(kinds[kind].name)] = kind }
    process = ProcessDraft(steps: made[0], progress: made[1], declarations: declarations)
  }

  /// Reads the steps, then makes the fields and rows of the two kinds.
  func declareProcesses() {
    guard let draft = process else { return }
    for declaration in draft.declarations {
      let known = process!.all.count
      for step in declaration.steps { collectStep(step) }
      let steps = process!.all[known...].map(\.checked)
      program.processes.append(
        Process(
          title: declaration.header.title ?? declaration.header.name.text,
          basis: declaration.basis.map(basisText), steps: Array(steps),
          milestones: declaration.milestones.map {
            Milestone(title: $0.title, date: $0.date, basis: $0.basis.map(basisText))
          }, span: declaration.header.span))
    }
    reckonDeadlines()
    checkStepOrder()
    checkPeriod()
    declareStepRows()
    declareProgressFields()
    var next = 0
    for index in program.processes.indices {
      for step in program.processes[index].steps.indices {
        program.processes[index].steps[step] = process!.all[next].checked
        next += 1
      }
    }
  }

  private func collectStep(_ step: ProcessDeclaration.Step) {
    let code = step.code
    if let first = process!.stepByCode[code.key] {
      report(
        ProcessMessages.stepTwice(
          code.text, span: code.span, first: process!.all[first].declaration.code.span))
    } else {
      process!.stepByCode[code.key] = process!.all.count
    }
    var deadline: CalendarDate?
    if case .date(let date, _)? = step.deadline { deadline = date }
    if let start = step.start, let end = deadline, start.date > end {
      report(
        ProcessMessages.startAfterDeadline(start.date.text, end.text, span: start.span))
    }
    var countsWorkingDays = false
    if case .days(_, let areWorkingDays, _, _)? = step.deadline {
      countsWorkingDays = areWorkingDays
    }
    process!.all.append(
      (
        step,
        ProcessStep(
          code: code.text, title: step.title, responsible: step.responsible.compactMap(responsible),
          start: step.start?.date, deadline: deadline, countsWorkingDays: countsWorkingDays,
          after: [], basis: step.basis.map(basisText), span: step.span)
      ))
  }

  // MARK: Who

  private func responsible(_ written: ProcessDeclaration.Responsible) -> Responsible? {
    guard case .name(let name) = written else {
      if case .text(let text) = written { return .single(text) }
      return nil
    }
    let roles = Self.clusterHeadFields + ["thành viên", "theo dõi"]
    if let role = roles.first(where: { VietnameseText.lookupKey($0) == name.key }) {
      return clusterRole(role, name)
    }
    if let kind = kind(named: name.key), kind != process?.steps, kind != process?.progress {
      return .everyone(kind: kind)
    }
    let prefix = VietnameseText.lookupKey(Head.council.rawValue) + " "
    if let council = councils[name.key] ?? councils[prefix + name.key] {
      let header = council.declaration.header
      return .single(header.title ?? header.name.text)
    }
    let known =
      roles + kinds.map(\.name).filter { $0 != Self.stepKindName && $0 != Self.progressKindName }
      + councils.values.map(\.declaration.header.name.text).sorted()
    report(
      ProcessMessages.unknownResponsible(
        name.text, span: name.span,
        suggestions: Spelling.closest(to: name.text, in: known, limit: 2)))
    return nil
  }

  private func clusterRole(_ role: String, _ name: Name) -> Responsible? {
    guard let cluster = clusterKind, let member = memberKind(of: cluster) else {
      report(ProcessMessages.roleWithoutClusters(role, span: name.span))
      return nil
    }
    if role == "thành viên" { return .members(kind: member.kind, cluster: member.column) }
    guard let column = kinds[cluster].byKey[VietnameseText.lookupKey(role)] else { return nil }
    return role == "theo dõi" ? .monitors(column: column) : .clusterRole(column: column, name: role)
  }

  // MARK: When

  /// The steps a step names after `sau`, those that exist.
  private func indexes(of codes: [Name]) -> [Int] {
    codes.compactMap { code in
      if let index = process!.stepByCode[code.key] { return index }
      report(
        ProcessMessages.unknownStep(
          code.text, span: code.span,
          known: process!.all.filter {
            process!.stepByCode[$0.declaration.code.key].map {
              process!.all[$0].declaration.code.span
            } == $0.declaration.code.span
          }.map(\.checked.code)))
      return nil
    }
  }

  /// Every step's predecessors: those after `sau`, and the one its deadline counts from.
  private func reckonDeadlines() {
    var predecessors: [[Int]] = []
    for (declaration, _) in process!.all {
      var codes = declaration.after
      if case .days(_, _, let code, _)? = declaration.deadline,
        !codes.contains(where: { $0.key == code.key })
      {
        codes.append(code)
      }
      predecessors.append(indexes(of: codes))
    }
    for index in predecessors.indices {
      process!.all[index].checked.after = predecessors[index].map { process!.all[$0].checked.code }
    }
    // 0: not looked at, 1: on the way, 2: done.
    var states = Array(repeating: 0, count: predecessors.count)
    var path: [Int] = []
    func visit(_ index: Int) {
      if states[index] == 2 { return }
      if states[index] == 1 {
        let circle = path[(path.firstIndex(of: index) ?? 0)...]
        report(
          ProcessMessages.stepCircle(
            circle.map { process!.all[$0].checked.code },
            span: process!.all[index].declaration.span))
        return
      }
      states[index] = 1
      path.append(index)
      for earlier in predecessors[index] { visit(earlier) }
      path.removeLast()
      states[index] = 2
      reckonDeadline(index)
    }
    for index in predecessors.indices { visit(index) }
  }

  private func reckonDeadline(_ index: Int) {
    guard
      case .days(let count, let areWorking, let code, let span)? =
        process!.all[index].declaration.deadline,
      let base = process!.stepByCode[code.key], base != index
    else { return }
    guard let from = process!.all[base].checked.deadline else {
      report(
        ProcessMessages.noDeadlineToCountFrom(
          code.text, span: span, step: process!.all[base].declaration.span))
      return
    }
    let calendar = WorkingCalendar(
      holidays: program.holidays, workedDays: program.workedDays)
    let day =
      areWorking ? calendar.day(count, workingDaysAfter: from) : from.adding(days: count)
    guard let day else {
      report(ProcessMessages.deadlineExpected(found: words(at: span), span: span))
      return
    }
    process!.all[index].checked.deadline = day
  }

  /// No step has to be done before the one it follows; numbers and deadlines go the same way.
  private func checkStepOrder() {
    let all = process!.all
    for (declaration, step) in all {
      guard let day = step.deadline else { continue }
      for code in step.after {
        guard let earlier = all.first(where: { $0.checked.code == code }),
          let first = earlier.checked.deadline, day < first
        else { continue }
        report(
          ProcessMessages.deadlineBeforeEarlierStep(
            step.code, day.text, after: code, first.text, span: declaration.span,
            first: earlier.declaration.span))
      }
    }
    for process in program.processes {
      var latest: ProcessStep?
      for listed in process.steps {
        guard let step = all.first(where: { $0.checked.span == listed.span })?.checked,
          let day = step.deadline
        else { continue }
        if let before = latest, let first = before.deadline, day < first,
          !step.after.contains(before.code)
        {
          report(
            ProcessMessages.deadlinesOutOfOrder(
              step.code, day.text, after: before.code, first.text, span: step.span,
              first: before.span))
        }
        if latest?.deadline.map({ $0 <= day }) ?? true { latest = step }
      }
    }
  }

  /// The first and last day the campaign states, or those of its year.
  private func campaignPeriod() -> (first: CalendarDate, last: CalendarDate, isStated: Bool)? {
    guard let campaign = campaignDeclaration else { return nil }
    func attribute(_ names: String...) -> Attribute? {
      let keys = names.map { VietnameseText.lookupKey($0) }
      return campaign.attributes.first { $0.names.contains { keys.contains($0.key) } }
    }
    if let stated = attribute("thời gian", "thời gian thực hiện", "thời kỳ") {
      var dates: [CalendarDate] = []
      for value in stated.values + stated.clauses.flatMap(\.values) {
        value.visit { part in if case .date(let date) = part.node { dates.append(date) } }
      }
      if dates.count == 2, dates[0] <= dates[1] { return (dates[0], dates[1], true) }
    }
    guard case .number(let year, _)? = attribute("năm")?.values.first?.node, let whole = year.int,
      let first = CalendarDate(day: 1, month: 1, year: whole),
      let last = CalendarDate(day: 31, month: 12, year: whole)
    else { return nil }
    return (first, last, false)
  }

  private func checkPeriod() {
    guard let period = campaignPeriod() else { return }
    let text =
      period.isStated
      ? "thời gian của phong trào (\(period.first.text) đến \(period.last.text))"
      : "năm \(period.first.year) của phong trào"
    for (index, declaration) in process!.declarations.enumerated() {
      let written = days(of: declaration, program.processes[index])
      let outside = written.filter { $0.day < period.first || $0.day > period.last }
      if outside.count == written.count, outside.count > 1, !period.isStated,
        isOfEarlierScript(declaration)
      {
        report(
          ProcessMessages.processOfOldYear(
            program.processes[index].title, count: outside.count,
            year: period.first.year, span: declaration.header.span))
        continue
      }
      for (day, span) in outside {
        report(
          ProcessMessages.outsidePeriod(
            day.text, period: text, isStated: period.isStated, span: span))
      }
    }
  }

  /// The days that a process writes or reckons, in its order.
  private func days(
    of declaration: ProcessDeclaration, _ listed: Process
  ) -> [(day: CalendarDate, span: Span)] {
    var days: [(day: CalendarDate, span: Span)] = []
    for step in listed.steps {
      let reckoned = process!.all.first { $0.checked.span == step.span }?.checked ?? step
      days += [reckoned.start, reckoned.deadline].compactMap { $0 }.map { ($0, step.span) }
    }
    return days + declaration.milestones.map { ($0.date, $0.span) }
  }

  /// Whether the year was set elsewhere than the process: a script that inherits has set it.
  private func isOfEarlierScript(_ declaration: ProcessDeclaration) -> Bool {
    let key = VietnameseText.lookupKey("năm")
    let year = campaignDeclaration?.attributes.first { $0.names.contains { $0.key == key } }
    return year.map { $0.span.file != declaration.header.span.file } ?? false
  }

  // MARK: Fields and rows

  /// An input column of one of the two kinds.
  private func field(
    _ name: String, _ valueKind: Kind, in kind: Int, aliases: [String] = [], mayBeBlank: Bool
  ) {
    var input = InputRule()
    input.mayBeBlank = mayBeBlank
    input.aliases = aliases
    let span = kinds[kind].span
    declare(ownName(name, span), in: kind, rule: RuleInformation(span: span), kind: valueKind) {
      ColumnDefinition(kind: valueKind, source: .input(input))
    }
  }

  private func declareStepRows() {
    let kind = process!.steps
    for name in ["mã", "tên", "tên gọi", "quy trình", "phụ trách"] {
      field(name, .text, in: kind, mayBeBlank: false)
    }
    for name in ["từ ngày", "hạn"] { field(name, .date, in: kind, mayBeBlank: true) }
    kinds[kind].key = [0]
    kinds[kind].nameColumn = 1
    kinds[kind].aliasColumns = [2]
    for declared in program.processes {
      for listed in declared.steps {
        guard let step = process!.all.first(where: { $0.checked.span == listed.span })?.checked
        else { continue }
        func text(_ words: String) -> Expr { Expr(.text(words), .text, step.span) }
        func date(_ day: CalendarDate?) -> Expr {
          Expr(day.map { .date($0.days) } ?? .blank, .date, step.span)
        }
        kinds[kind].declaredRows.append([
          text(step.code), text(step.title), text("\(Self.stepKindName) \(step.code)"),
          text(declared.title), text(words(for: step)), date(step.start), date(step.deadline),
        ])
      }
    }
  }

  /// Who does a step, in words.
  func words(for step: ProcessStep) -> String {
    step.responsible.map { who in
      switch who {
      case .clusterRole(_, let name): name
      case .monitors: "theo dõi"
      case .members: "thành viên"
      case .everyone(let kind): kinds[kind].name
      case .single(let text): text
      }
    }.joined(separator: "; ")
  }

  /// The kinds whose subjects do a step themselves, the clusters' members first.
  private func doers() -> [Int] {
    var found: [Int] = []
    if let cluster = clusterKind, let member = memberKind(of: cluster) { found.append(member.kind) }
    for (_, step) in process!.all {
      for case .everyone(let kind) in step.responsible where !found.contains(kind) {
        if kind != clusterKind { found.append(kind) }
      }
    }
    return found
  }

  private func declareProgressFields() {
    let kind = process!.progress
    field("bước", .subject(process!.steps), in: kind, aliases: ["số bước"], mayBeBlank: false)
    var subjects: [Int: Int] = [:]
    for (index, doer) in doers().enumerated() {
      let name = index == 0 ? "đơn vị" : kinds[doer].name
      subjects[doer] = kinds[kind].columns.count
      field(
        name, .subject(doer), in: kind,
        aliases: index == 0 ? [kinds[doer].name, "mã đơn vị"] : ["mã " + kinds[doer].name],
        mayBeBlank: true)
    }
    var cluster: Int?
    if let clusters = clusterKind {
      cluster = kinds[kind].columns.count
      field("cụm", .subject(clusters), in: kind, mayBeBlank: true)
    }
    let done = kinds[kind].columns.count
    field(
      "ngày xong", .date, in: kind, aliases: ["ngày hoàn thành", "hoàn thành ngày"],
      mayBeBlank: true)
    field("ghi chú", .text, in: kind, mayBeBlank: true)
    let columns = ProgressColumns(
      kind: kind, steps: process!.steps, step: 0, subjects: subjects, cluster: cluster, done: done)
    process!.columns = columns
    program.progress = columns
    let list = ownName("các tiến độ", kinds[kind].span)
    declareInverse(list, on: process!.steps, from: ColumnReference(kind: kind, column: 0))
    for (doer, column) in subjects.sorted(by: { $0.key < $1.key }) {
      declareInverse(list, on: doer, from: ColumnReference(kind: kind, column: column))
    }
    if let clusters = clusterKind, let cluster {
      declareInverse(list, on: clusters, from: ColumnReference(kind: kind, column: cluster))
    }
  }
}
