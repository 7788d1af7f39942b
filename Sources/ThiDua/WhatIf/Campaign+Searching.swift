// Searches by trial: an input is assumed to have one value after the other, and only what depends on it is
// computed each time. In: questions as they are parsed. Out: answer tables. Invariant: exact on the
// field's step: the value found is the nearest that does it, because every nearer one was tried;
// when the trials end before an answer, the answer says so. Every trial is lifted again.
// Used by questions.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// Trials for one input.
  static let mostTrials = 5_000
  /// Trials for one input when many inputs are tried.
  static let mostTrialsOfMany = 400
  /// Cells of a table.
  static let mostTableCells = 10_000

  /// One input that may be tried.
  private struct Input {
    var target: Assumption.Target
    var name: String
    var kind: Kind
    var present: Value
    var grid: Grid?
  }

  // MARK: cần bao nhiêu

  func howMuch(
    _ field: Expression, to goal: Expression, into diagnostics: inout Diagnostics
  ) -> AnswerTable? {
    guard let line = ThiDuaSyntax.Assumption(field, Expression(.blank, field.span)),
      let target = evaluate([line], into: &diagnostics)?.first?.target
    else { return nil }
    let input = input(target)
    let name = words(at: field.span)
    var answer = AnswerTable(heading: "", columns: Self.searchColumns, isSentence: true)
    let question = open.check([goal] + [goal.measured].compactMap { $0 }, into: &diagnostics)
    guard let question else { return nil }
    asking(question, into: &diagnostics) { trial throws(SessionStopped) in
      let present = shown(input.present, input.kind)
      if holds(try trial()) {
        answer.heading = "\(name) hiện là \(present): điều kiện đã đúng"
        return
      }
      guard let grid = input.grid else {
        answer.heading = "Không thử được các giá trị của \(name)"
        return
      }
      let scan = grid.scan(limit: Self.mostTrials)
      var nearest: (distance: Exact, value: Value, measured: Value)?
      func passes(_ value: Value) throws(SessionStopped) -> Bool {
        guard let result = try self.trying([.init(target, value)], trial) else { return false }
        if holds(result) { return true }
        if let measured = result.dropFirst().first, let number = measured.number,
          let distance = goal.distance(from: number),
          nearest.map({ distance < $0.distance }) ?? true
        {
          nearest = (distance, value, measured)
        }
        return false
      }
      if let value = try self.nearest(grid, scan, passes) {
        answer.heading =
          "Cần \(name) = \(shown(value, input.kind)) (hiện nay \(present)"
          + difference(input, value) + ")"
        answer.rows.append([
          name, present, shown(value, input.kind), String(difference(input, value).dropFirst(2)),
        ])
        if !scan.values.contains(value) { answer.closing.append(Self.remark(Self.mostTrials)) }
        return
      }
      answer.heading =
        scan.isCut
        ? "Chưa thấy giá trị nào của \(name) làm điều kiện đúng (\(grid.words))"
        : "Không có giá trị nào của \(name) làm điều kiện đúng (\(grid.words))"
      if let nearest, let measured = goal.measured, question.values.count > 1 {
        let kind = question.values[1].kind
        answer.closing.append(
          "Gần nhất: \(words(at: measured.span)) = \(shown(nearest.measured, kind)) khi là "
            + "\(shown(nearest.value, input.kind)).")
      }
      if scan.isCut { answer.closing.append(Self.remark(Self.mostTrials)) }
    }
    return diagnostics.hasErrors ? nil : answer
  }

  /// How far a search was exact, where a field has more values than are all tried.
  private static func remark(_ limit: Int) -> String {
    "\(Wording.count(limit)) giá trị gần hiện nay nhất đã được thử hết, xa hơn thì thử cách quãng."
  }

  /// The nearest value that passes: each of a scan, then further out.
  private func nearest<Failure: Error>(
    _ grid: Grid, _ scan: Grid.Scan, _ passes: (Value) throws(Failure) -> Bool
  ) throws(Failure) -> Value? {
    for value in scan.values where try passes(value) { return value }
    guard scan.isCut else { return nil }
    let above = try OutwardSearch.nearest(
      after: scan.above, { grid.value($0, isAbove: true) }, passes: passes)
    let below = try OutwardSearch.nearest(
      after: scan.below, { grid.value($0, isAbove: false) }, passes: passes)
    guard let above, let below else { return above?.value ?? below?.value }
    return above.distance <= below.distance ? above.value : below.value
  }

  private static let searchColumns: [AnswerTable.Column] = [
    .init(key: "so_lieu", title: "số liệu"), .init(key: "hien_nay", title: "hiện nay"),
    .init(key: "can", title: "cần"), .init(key: "thay_doi", title: "thay đổi"),
  ]

  /// `; tăng 4`.
  private func difference(_ input: Input, _ value: Value) -> String {
    guard input.kind.isNumeric, let before = input.present.number, let after = value.number else {
      return ""
    }
    let isMore = before < after
    let change = isMore ? after - before : before - after
    return "; \(isMore ? "tăng" : "giảm") \(shown(.number(change), input.kind))"
  }

  private func holds(_ result: [Value]) -> Bool { result.first == .truth(true) }

  // MARK: cần gì để

  func whatFor(
    _ goal: Expression, into diagnostics: inout Diagnostics
  ) -> AnswerTable? {
    var lookups: [Expression] = []
    goal.forEachPart { part in if case .lookup = part.node { lookups.append(part) } }
    guard let question = open.check([goal], into: &diagnostics),
      let named = evaluate(lookups, into: &diagnostics)
    else { return nil }
    var subjects: [Subject] = []
    for answer in named {
      guard case .subject(let kind) = answer.kind, let row = answer.value.index else { continue }
      let subject = Subject(kind: kind, row: row)
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    let feeding = inputs(feeding: question)
    var answer = AnswerTable(heading: "", columns: Self.searchColumns)
    asking(question, into: &diagnostics) { trial throws(SessionStopped) in
      if holds(try trial()) {
        answer.heading = "Điều kiện đã đúng: \(words(at: goal.span))"
        return
      }
      var tried = 0
      var reliesOnOrder = false
      for subject in subjects {
        for input in inputs(of: subject, among: feeding) {
          guard let grid = input.grid else { continue }
          tried += 1
          let scan = grid.scan(limit: Self.mostTrialsOfMany)
          let found = try nearest(grid, scan) { (value) throws(SessionStopped) in
            try self.trying([.init(input.target, value)], trial).map(holds) ?? false
          }
          if scan.isCut, found.map({ !scan.values.contains($0) }) ?? true { reliesOnOrder = true }
          guard let value = found else { continue }
          answer.rows.append([
            subjects.count > 1 ? "\(input.name) của \(name(of: subject))" : input.name,
            shown(input.present, input.kind), shown(value, input.kind),
            String(difference(input, value).dropFirst(2)),
          ])
        }
      }
      if reliesOnOrder {
        answer.closing.append("Mỗi số liệu: " + Self.remark(Self.mostTrialsOfMany))
      }
      answer.heading =
        answer.rows.isEmpty
        ? "Đổi một số liệu nào cũng chưa đủ để \(words(at: goal.span)) (đã thử "
          + "\(Wording.count(tried)) số liệu)"
        : "Để \(words(at: goal.span)), chỉ cần một trong các thay đổi sau"
    }
    return diagnostics.hasErrors ? nil : answer
  }

  /// Inputs that the columns of a question depend on.
  private func inputs(feeding question: CheckedQuestion) -> Set<ColumnReference> {
    let reach = Reach(question.program)
    var columns: Set<ColumnReference> = []
    for value in question.values {
      columns.formUnion(reach.reads(of: value).columns.map(\.column))
    }
    return reach.inputs(feeding: columns)
  }

  // MARK: độ vững

  func robustness(
    of name: Name, _ list: Expression?, within group: Expression?,
    into diagnostics: inout Diagnostics
  ) -> AnswerTable? {
    guard
      let (result, subjects) = subjects(
        of: name, list, within: group, into: &diagnostics)
    else { return nil }
    let column = checked.subjectKinds[result.kind].columns[result.column]
    let address = ColumnAddress(kind: result.kind, column: result.column)
    var answer = AnswerTable(
      heading: "Độ vững của \(column.name): thay đổi nhỏ nhất của một số liệu làm \(column.name) "
        + "khác đi",
      columns: [
        .init(key: "doi_tuong", title: checked.subjectKinds[result.kind].name),
        .init(key: "ket_qua", title: column.name), .init(key: "so_lieu", title: "số liệu"),
        .init(key: "hien_nay", title: "hiện nay"), .init(key: "thanh", title: "thành"),
        .init(key: "buoc", title: "số bước", isNumeric: true),
        .init(key: "ket_qua_moi", title: "thì \(column.name)"),
      ])
    if subjects.isEmpty {
      answer.closing.append("Không có \(checked.subjectKinds[result.kind].name) nào ở đây.")
    }
    let feeding = Reach(checked).inputs(feeding: [result])
    var reliesOnOrder = false
    for subject in subjects {
      let present = value(address, row: subject.row)?.text ?? ""
      let found = smallestChange(
        of: address, subject, inputs(of: subject, among: feeding), &reliesOnOrder)
      let shown = { (text: String) in text.isEmpty ? "(trống)" : text }
      let first = [self.name(of: subject), shown(present)]
      answer.rows.append(
        found.map { first + [$0.name, $0.before, $0.after, "\($0.steps)", shown($0.result)] }
          ?? first + ["không số liệu nào đổi được", "", "", "", ""])
    }
    if reliesOnOrder { answer.closing.append("Mỗi số liệu: " + Self.remark(Self.mostTrialsOfMany)) }
    return diagnostics.hasErrors ? nil : answer
  }

  private struct Change {
    var name: String
    var before: String
    var after: String
    var steps: Int
    var result: String
  }

  /// The change of one own input by the fewest steps that alters a column of the subject.
  private func smallestChange(
    of address: ColumnAddress, _ subject: Subject, _ inputs: [Input], _ reliesOnOrder: inout Bool
  ) -> Change? {
    let present = value(address, row: subject.row)?.text
    var best: Change?
    for input in inputs {
      guard let grid = input.grid else { continue }
      let scan = grid.scan(limit: Self.mostTrialsOfMany)
      // What a value makes of the result; nil: nothing else, or what no rule can reckon.
      func changed(_ value: Value) -> String? {
        var ignored = Diagnostics()
        let result = assuming([.init(input.target, value)], into: &ignored) {
          self.value(address, row: subject.row)?.text
        }
        guard let result, result != present else { return nil }
        return result ?? ""
      }
      let limit = best?.steps ?? .max
      let near = scan.values.prefix { steps(input, $0) < limit }
      var value = near.first { changed($0) != nil }
      if value == nil, scan.isCut, near.count == scan.values.count {
        reliesOnOrder = true
        value = nearest(grid, scan.beyond) { changed($0) != nil }
      }
      guard let value, let result = changed(value), steps(input, value) < limit else { continue }
      best = Change(
        name: input.name, before: shown(input.present, input.kind),
        after: shown(value, input.kind), steps: steps(input, value), result: result)
    }
    return best
  }

  /// How many steps, levels or answers away a value is.
  private func steps(_ input: Input, _ value: Value) -> Int {
    guard let step = input.grid?.step else {
      return max(1, abs((value.index ?? 0) - (input.present.index ?? 0)))
    }
    guard let before = input.present.number, let after = value.number else { return 1 }
    let distance = before < after ? after - before : before - after
    return max(1, distance.divided(by: step).ceiling.int ?? .max)
  }

  private func subjects(
    of name: Name, _ list: Expression?, within group: Expression?,
    into diagnostics: inout Diagnostics
  ) -> (ColumnReference, [Subject])? {
    let results = open.results(named: name)
    if let list {
      guard let answer = evaluate(list, into: &diagnostics) else { return nil }
      var rows = [answer.value]
      var kind = answer.kind
      if case .list(let element) = answer.kind, case .list(let values) = answer.value {
        (kind, rows) = (element, values)
      }
      guard case .subject(let number) = kind,
        let result = results.first(where: { $0.kind == number })
      else { return nil }
      return (result, rows.compactMap(\.index).map { Subject(kind: number, row: $0) })
    }
    guard let group else {
      return results.first.map { ($0, subjects(of: $0.kind)) }
    }
    guard let answer = evaluate(group, into: &diagnostics) else { return nil }
    for result in results {
      if let found = members(of: answer, result) { return (result, found) }
    }
    if let first = results.first {
      diagnostics.add(
        CheckMessages.groupExpected(
          name.text, kind: checked.subjectKinds[first.kind].name, span: group.span))
    }
    return nil
  }

  /// Subjects of a result's kind that are in a group: a reference field names it, or the column by which
  /// the result is given in groups holds it.
  private func members(of group: Answer, _ result: ColumnReference) -> [Subject]? {
    let columns = checked.subjectKinds[result.kind].columns
    var candidates: [Int] = []
    if case .subject = group.kind {
      candidates = columns.indices.filter { ValueKind(columns[$0].kind) == group.kind }
    } else {
      switch columns[result.column].source {
      case .rank(let rule): candidates = [rule.group].compactMap { $0 }
      case .award(let rule): candidates = rule.quotas.compactMap(\.group)
      case .limitedLevel(let rule): candidates = [rule.quota.group].compactMap { $0 }
      default: break
      }
      candidates = candidates.filter { ValueKind(columns[$0].kind) == group.kind }
    }
    for column in candidates {
      let address = ColumnAddress(kind: result.kind, column: column)
      let found = subjects(of: result.kind).filter {
        value(address, row: $0.row)?.value == group.value
      }
      if !found.isEmpty { return found }
    }
    return nil
  }

  // MARK: bảng giả sử

  func table(
    _ values: [Expression], along axes: [CampaignRequest.Axis], into diagnostics: inout Diagnostics
  ) -> AnswerTable? {
    var lines: [[Assumption]] = []
    for axis in axes {
      guard let points = points(of: axis, into: &diagnostics) else { return nil }
      lines.append(points)
    }
    let known = lines.reduce(1) { (count: Int?, points) in
      let product = count?.multipliedReportingOverflow(by: points.count)
      return product.flatMap { $0.overflow ? nil : $0.partialValue }
    }
    guard let count = known, count <= Self.mostTableCells else {
      diagnostics.add(
        WhatIfMessages.tooManyTrials(
          known, limit: Self.mostTableCells, span: axes[0].range.span))
      return nil
    }
    guard let question = open.check(values, into: &diagnostics) else { return nil }
    let names = axes.map { words(at: ($0.parts?.target ?? $0.listed?.target ?? $0.range).span) }
    var answer = AnswerTable(
      heading: "Bảng giả sử theo \(names.joined(separator: " và "))",
      columns: names.enumerated().map {
        .init(key: "so_lieu_\($0 + 1)", title: $1, isNumeric: true)
      }
        + values.enumerated().map {
          .init(
            key: "ket_qua_\($0 + 1)", title: words(at: $1.span),
            isNumeric: question.values[$0].kind.isNumeric)
        })
    asking(question, into: &diagnostics) { trial throws(SessionStopped) in
      for index in 0..<count {
        var rest = index
        var chosen: [Assumption] = []
        for points in lines.reversed() {
          chosen.insert(points[rest % points.count], at: 0)
          rest /= points.count
        }
        let found = try self.trying(chosen, trial)
        answer.rows.append(
          chosen.map { shown($0.value, input($0.target).kind) }
            + question.values.enumerated().map { place, asked in
              found.map { shown($0[place], asked.kind) } ?? "không tính được"
            })
      }
    }
    return diagnostics.hasErrors ? nil : answer
  }

  /// The values an axis goes through.
  private func points(
    of axis: CampaignRequest.Axis, into diagnostics: inout Diagnostics
  ) -> [Assumption]? {
    if let (target, values) = axis.listed {
      return evaluate(
        values.compactMap { ThiDuaSyntax.Assumption(target, $0) }, into: &diagnostics)
    }
    guard let (target, lower, upper) = axis.parts,
      let ends = evaluate(
        [lower, upper].compactMap { ThiDuaSyntax.Assumption(target, $0) }, into: &diagnostics),
      let first = ends.first, let last = ends.last, let from = first.value.number,
      let to = last.value.number
    else { return nil }
    var step = input(first.target).grid?.step ?? Exact(1)
    if let written = axis.step {
      guard let found = evaluate(written, into: &diagnostics) else { return nil }
      step = found.value.number ?? step
    }
    guard step.signum > 0, from <= to else {
      diagnostics.add(WhatIfMessages.emptyAxis(span: axis.range.span))
      return nil
    }
    let steps = (to - from).divided(by: step).floor.int
    guard let count = steps, count < Self.mostTableCells else {
      let points = steps?.addingReportingOverflow(1)
      diagnostics.add(
        WhatIfMessages.tooManyTrials(
          points.flatMap { $0.overflow ? nil : $0.partialValue }, limit: Self.mostTableCells,
          span: axis.range.span))
      return nil
    }
    return (0...count).map {
      Assumption(first.target, .number(from + Exact($0) * step), span: axis.range.span)
    }
  }

  // MARK: Trying

  /// Runs `body` with a question that may be asked again and again under different assumptions.
  private func asking(
    _ question: CheckedQuestion, into diagnostics: inout Diagnostics,
    _ body: (_ trial: () throws(SessionStopped) -> [Value]) throws(SessionStopped) -> Void
  ) {
    ask(question, into: &diagnostics) { session throws(SessionStopped) in
      try body { () throws(SessionStopped) in
        try session.askAgain(over: self.session)
        let value = try session.value(ofCode: session.program.mainCode)
        guard case .list(let values) = value else { return [] }
        return values
      }
    }
  }

  /// The answers of a trial under assumptions; nil when rules have no result for them.
  private func trying(
    _ assumptions: [Assumption], _ trial: () throws(SessionStopped) -> [Value]
  ) throws(SessionStopped) -> [Value]? {
    var ignored = Diagnostics()
    guard assume(assumptions, into: &ignored) else { return nil }
    defer { liftAssumptions() }
    return try trial()
  }

  /// Inputs of a subject that a search may try, in the order of its fields.
  private func inputs(of subject: Subject, among feeding: Set<ColumnReference>) -> [Input] {
    checked.subjectKinds[subject.kind].columns.indices.compactMap { column in
      let kind = checked.subjectKinds[subject.kind]
      guard feeding.contains(ColumnReference(kind: subject.kind, column: column)),
        !kind.key.contains(column), kind.nameColumn != column, !kind.aliasColumns.contains(column)
      else { return nil }
      let input = input(.input(subject, column: column))
      return input.grid == nil ? nil : input
    }
  }

  private func input(_ target: Assumption.Target) -> Input {
    switch target {
    case .parameter(let index):
      let global = checked.globals[index]
      let present = session.runtime.globals[index]
      return Input(
        target: target, name: global.name, kind: global.kind, present: present,
        grid: Grid(
          global.kind, InputRule(), present: present, levels: [], unit: Grid.unit(of: present)))
    case .input(let subject, let column):
      let definition = checked.subjectKinds[subject.kind].columns[column]
      let address = ColumnAddress(kind: subject.kind, column: column)
      let present = value(address, row: subject.row)?.value ?? .blank
      return Input(
        target: target, name: definition.name, kind: definition.kind, present: present,
        grid: Grid(
          of: CellAddress(kind: subject.kind, column: column, row: subject.row), in: session,
          present: present))
    }
  }

  private func shown(_ value: Value, _ kind: Kind) -> String {
    let text = session.runtime.text(value, ValueKind(kind))
    return text.isEmpty ? "(trống)" : text
  }
}

extension Expression {
  /// The number a condition compares with a bound.
  fileprivate var measured: Expression? {
    switch node {
    case .within(let value, _): value
    case .binary(let sign, let left, _)
    where [.less, .lessOrEqual, .greater, .greaterOrEqual, .equal].contains(sign): left
    default: nil
    }
  }

  /// How far a number is from the written bound of the condition; nil when the bound is no number.
  fileprivate func distance(from number: Exact) -> Exact? {
    var bound: Expression?
    switch node {
    case .within(_, let bounds): bound = bounds.lower?.value ?? bounds.upper?.value
    case .binary(_, _, let right): bound = right
    default: break
    }
    guard case .number(let wanted, _)? = bound?.node else { return nil }
    return number < wanted ? wanted - number : number - wanted
  }
}

extension Session {
  /// Gets ready to answer once more after cells of the base changed.
  func askAgain(over base: Session) throws(SessionStopped) {
    groupings = base.groupings
    diagnostics = Diagnostics()
    runtime.renewSteps()
    for (index, global) in checked.globals.enumerated()
    where global.parameter != nil && index < base.runtime.globals.count {
      runtime.setGlobal(index, to: base.runtime.globals[index])
    }
    try compute(program.plan)
  }
}
