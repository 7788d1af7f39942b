// What rules ask about progress: `ngày xong bước 2`, `đã xong bước 2`, `số ngày chậm bước 2`, `số
// ngày
// làm việc chậm bước 2`, `hạn bước 2`, of the subject or the cluster that does the step.
//
// A day is blank while the step is not done, and so is the number of days late: nobody reads a
// clock here.
// Also `in tiến độ đến`, and `chốt số liệu`.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// Prefixes of automatic columns about a step.
private enum StepPrefix: String, CaseIterable {
  case done = "ngày xong bước"
  case isDone = "đã xong bước"
  case daysLate = "số ngày chậm bước"
  case workingDaysLate = "số ngày làm việc chậm bước"
  case deadline = "hạn bước"
}

extension Checker {
  /// The column a name such as `số ngày chậm bước 2` asks for; nil when it is no such name, or the
  /// kind does
  /// not do the step.
  func stepColumn(_ kind: Int, named key: String) -> Int? {
    guard let draft = process, let progress = draft.columns else { return nil }
    for prefix in StepPrefix.allCases {
      let start = VietnameseText.lookupKey(prefix.rawValue) + " "
      guard key.hasPrefix(start), let index = draft.stepByCode[String(key.dropFirst(start.count))]
      else { continue }
      let step = draft.all[index].checked
      guard does(kind, step) else { return nil }
      let rule = RuleInformation(span: step.span, title: step.title, basis: step.basis)
      let name = "\(prefix.rawValue) \(step.code)"
      if prefix != .done, prefix != .isDone, step.deadline == nil {
        report(
          ProcessMessages.stepWithoutDeadline(step.code, span: step.span))
      }
      return automatic(name, in: kind, rule: rule, kind: stepValueKind(prefix)) { [self] in
        computed(kind) { scope in stepValue(prefix, step, kind, progress, scope) }
      }
    }
    return nil
  }

  private func stepValueKind(_ prefix: StepPrefix) -> Kind {
    switch prefix {
    case .done, .deadline: .date
    case .isDone: .truth
    case .daysLate, .workingDaysLate: .number
    }
  }

  private func does(_ kind: Int, _ step: ProcessStep) -> Bool {
    step.responsible.contains { who in
      switch who {
      case .members(let member, _): member == kind
      case .everyone(let all): all == kind
      case .clusterRole, .monitors: kind == clusterKind
      case .single: false
      }
    }
  }

  private func stepValue(
    _ prefix: StepPrefix, _ step: ProcessStep, _ kind: Int, _ progress: ProgressColumns,
    _ scope: Scope
  ) -> Expr {
    let span = step.span
    let deadline = Expr(step.deadline.map { .date($0.days) } ?? .blank, .date, span)
    if prefix == .deadline { return deadline }
    if prefix == .done { return doneDay(step, kind, progress, scope) }
    let done = reference(
      kind, stepColumn(kind, named: VietnameseText.lookupKey("ngày xong bước \(step.code)"))!,
      row: scope.row!, span: span)
    let isOpen = Expr(.isBlank(done), .truth, span)
    if prefix == .isDone { return Expr(.not(isOpen), .truth, span) }
    let counted = Expr(
      .builtin(prefix == .daysLate ? .daysBetween : .workingDaysBetween, [deadline, done]),
      .number, span)
    let zero = Expr(.number(Exact(0)), .number, span)
    return Expr(
      .conditional(
        isOpen, Expr(.blank, .number, span),
        Expr(.builtin(.larger, [counted, zero]), .number, span)),
      .number, span)
  }

  /// The day of the row of `tiến độ` that is the subject's for the step; blank: none.
  private func doneDay(
    _ step: ProcessStep, _ kind: Int, _ progress: ProgressColumns, _ scope: Scope
  ) -> Expr {
    let row = scope.row!
    var day = doneDay(step, of: row, kind, progress, scope)
    guard kind == clusterKind else { return day }
    // A cluster's step may be written under the unit that holds the role.
    for case .clusterRole(let column, _) in step.responsible {
      guard case .subject(let member) = kinds[kind].columns[column].kind,
        progress.subjects[member] != nil
      else { continue }
      let head = reference(kind, column, row: row, span: step.span)
      let theirs = Expr(
        .conditional(
          Expr(.isBlank(head), .truth, step.span), Expr(.blank, .date, step.span),
          doneDay(step, of: head, member, progress, scope)), .date, step.span)
      day = Expr(.ifBlank(day, theirs), .date, step.span)
    }
    return day
  }

  private func doneDay(
    _ step: ProcessStep, of owner: Expr, _ kind: Int, _ progress: ProgressColumns, _ scope: Scope
  ) -> Expr {
    let span = step.span
    let list = kinds[kind].byKey[VietnameseText.lookupKey("các tiến độ")]!
    let slot = scope.frame.fresh()
    let element = Expr(.local(slot), .subject(progress.kind), span)
    let stepOfRow = reference(progress.kind, progress.step, row: element, span: span)
    let code = reference(process!.steps, 0, row: stepOfRow, span: span)
    let day = reference(progress.kind, progress.done, row: element, span: span)
    let isStep = Expr(
      .compare(.equal, code, Expr(.text(step.code), .text, span)), .truth, span)
    let isDone = Expr(.not(Expr(.isBlank(day), .truth, span)), .truth, span)
    return Expr(
      .fold(
        .maximum, list: reference(kind, list, row: owner, span: span), slot: slot,
        filter: Expr(.and(isStep, isDone), .truth, span), body: day),
      .date, span)
  }

  // MARK: in tiến độ

  /// The report as an output over the steps whose one column is the day of reckoning.
  func checkProgressReport(
    _ day: Expression, _ scope: Scope, _ span: Span
  ) -> CheckedStatement.Node {
    let date = check(day, scope, expecting: .date)
    expect(date, .date)
    guard let kind = process?.steps, !(process?.all.isEmpty ?? true) else {
      if program.processes.isEmpty { report(ProcessMessages.noProcess(span: span)) }
      return .evaluate(Expr(.blank, .unknown, span))
    }
    let frame = Frame()
    var inner = Scope(frame: frame)
    _ = frame.fresh()
    inner.seesVariables = scope.seesVariables
    var captures: [Int] = []
    for (key, local) in scope.locals.sorted(by: { $0.value.slot < $1.value.slot }) {
      captures.append(local.slot)
      inner.locals[key] = .init(slot: frame.fresh(), kind: scope.kind(of: local))
    }
    let value = check(day, inner, expecting: .date)
    program.outputs.append(
      Output(
        list: Expr(.subjects(kind), .list(.subject(kind)), span), kind: kind, captures: captures,
        sort: [], columns: [OutputField(title: "", value: value, decimals: nil)],
        localCount: frame.count, file: nil, style: .vietnamese, span: span, isProgress: true))
    return .output(program.outputs.count - 1)
  }

  // MARK: chốt số liệu

  func checkClosings() {
    var first: [ColumnReference: Span] = [:]
    for declaration in closingDeclarations {
      for basis in declaration.basis { _ = basisText(basis) }
      if declaration.lateRows == nil {
        report(ProcessMessages.lateRowsUnclear(span: declaration.span))
      }
      guard let place = closedColumn(declaration), let lateRows = declaration.lateRows else {
        continue
      }
      if let earlier = first[place] {
        report(
          ProcessMessages.closedTwice(
            kinds[place.kind].name, span: declaration.span, first: earlier))
        continue
      }
      first[place] = declaration.span
      program.closings.append(
        Closing(
          kind: place.kind, column: place.column, date: declaration.date, lateRows: lateRows,
          span: declaration.span))
    }
  }

  /// The date columns of a kind that data gives.
  private func dateFields(of kind: Int) -> [Int] {
    kinds[kind].columns.indices.filter {
      kinds[kind].columns[$0].kind == .date && kinds[kind].columns[$0].input != nil
    }
  }

  private func closedColumn(_ declaration: ClosingDeclaration) -> ColumnReference? {
    var candidates = kinds.indices.filter { $0 != process?.steps && $0 != clusterKind }
    if let name = declaration.kind {
      guard let kind = kind(named: name.key) else {
        report(
          CheckMessages.unknownKind(
            name.text, span: name.span,
            suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))))
        return nil
      }
      candidates = [kind]
    }
    var found = candidates.flatMap { kind in
      dateFields(of: kind).map { ColumnReference(kind: kind, column: $0) }
    }
    if let field = declaration.field {
      let named = found.filter { kinds[$0.kind].byKey[field.key] == $0.column }
      if named.isEmpty, candidates.count == 1 || found.isEmpty {
        report(
          ProcessMessages.closingFieldWrong(
            field.text, kind: candidates.count == 1 ? kinds[candidates[0]].name : "số liệu",
            span: field.span,
            suggestions: found.map { kinds[$0.kind].columns[$0.column].name }))
        return nil
      }
      if !named.isEmpty { found = named }
    }
    found = found.filter {
      declaration.field != nil || !kinds[$0.kind].columns[$0.column].isHidden
    }
    if found.count == 1 { return found[0] }
    report(
      ProcessMessages.closingUnclear(
        choices: found.map {
          "của \(kinds[$0.kind].name) theo \(kinds[$0.kind].columns[$0.column].name)"
        }, span: declaration.span))
    return nil
  }
}
