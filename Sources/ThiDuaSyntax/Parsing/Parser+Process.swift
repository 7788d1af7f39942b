// `quy trình` with its steps and milestones, and `chốt số liệu`.

import ThiDuaNumber
import ThiDuaText

extension Parser {
  private static let stepForm = "bước 1 \"Sơ kết\" do cụm trưởng, hạn 15/7/2026"

  mutating func process(_ count: Int) -> Item? {
    let opener = lineSpan
    let header = header(.process, count: count, naming: .title)
    var basis: [Basis] = []
    clauses([.basis]) { parser, _ in
      if let found = parser.basis() { basis.append(found) }
    }
    passHeaderColon()
    endLine()
    var steps: [ProcessDeclaration.Step] = []
    var milestones: [ProcessDeclaration.Milestone] = []
    openBlock(.process, opener)
    defer { closeBlock() }
    func finished() -> Item? {
      header.map {
        .process(
          ProcessDeclaration(header: $0, basis: basis, steps: steps, milestones: milestones))
      }
    }
    while hasLine {
      beginLine()
      switch endOfBlock() {
      case .closed, .abandoned: return finished()
      case .notYet: break
      }
      guard let head = lineHead(in: .process), !lines[line].isTableRow else {
        if beginsDeclaration || isDefinitionLine || lines[line].isTableRow {
          reportMissingEnd(found: lineSpan)
          return finished()
        }
        failUnknownLine(.process, title: Head.process.rawValue)
        skipLine()
        continue
      }
      let start = position
      position += head.count
      switch head.id {
      case .processStep: if let step = processStep(start) { steps.append(step) }
      case .milestone: if let milestone = milestone(start) { milestones.append(milestone) }
      default: if let found = self.basis() { basis.append(found) }
      }
      endLine()
    }
    reportMissingEnd(found: .none)
    return finished()
  }

  // MARK: Steps

  /// `2 "Tự chấm" do thành viên, hạn 30/11/2026`, after `bước`.
  private mutating func processStep(_ start: Int) -> ProcessDeclaration.Step? {
    guard let code = stepCode(), let title = plainText("việc phải làm ở bước này"),
      expect(.doneBy, in: Parser.stepForm)
    else { return nil }
    var responsible: [ProcessDeclaration.Responsible] = []
    repeat {
      if current.isText {
        guard let text = plainText("người phụ trách") else { return nil }
        responsible.append(.text(text.text))
      } else {
        guard let name = expectName("người phụ trách, ví dụ cụm trưởng") else { return nil }
        responsible.append(.name(name))
      }
    } while accept(.semicolon)
    var step = ProcessDeclaration.Step(
      code: code, title: title.text, responsible: responsible, span: .none)
    clauses([.deadline, .afterStep, .effectiveFrom, .basis]) { parser, clause in
      switch clause {
      case .deadline: step.deadline = parser.deadline()
      case .afterStep: step.after += parser.stepCodes()
      case .effectiveFrom:
        guard let from = parser.plainDate(in: "từ 1/7/2026 đến 15/7/2026") else { return }
        step.start = from
        guard parser.expect(.upTo, in: "từ 1/7/2026 đến 15/7/2026") else { return }
        if let end = parser.plainDate(in: "từ 1/7/2026 đến 15/7/2026") {
          step.deadline = .date(end.date, end.span)
        }
      default:
        if let found = parser.basis() { step.basis.append(found) }
      }
    }
    step.span = span(from: start)
    return step
  }

  private mutating func stepCode() -> Name? {
    guard current.isCode else {
      fail(SyntaxMessages.nameExpected("số của bước, ví dụ bước 1", found: found, span: place))
      return nil
    }
    position += 1
    return name(position - 1..<position)
  }

  /// `bước 1; bước 2`, the word `bước` may be left out after the first.
  private mutating func stepCodes() -> [Name] {
    var codes: [Name] = []
    repeat {
      let hasWord = accept(words: LineHead.processStep.rawValue)
      if codes.isEmpty, !hasWord {
        failMissing(LineHead.processStep.rawValue, in: "sau bước 1")
        return codes
      }
      guard let code = stepCode() else { return codes }
      codes.append(code)
    } while accept(.semicolon) || accept(.and)
    return codes
  }

  /// `15/7/2026` or `10 ngày làm việc sau bước 2`, after `hạn`.
  private mutating func deadline() -> ProcessDeclaration.Deadline? {
    let start = position
    let form = "hạn 10 ngày làm việc sau bước 2"
    let value = reserving(.after) { $0.atom() }
    switch value.node {
    case .date(let date): return .date(date, value.span)
    case .number(let count, let unit):
      guard let days = count.int, days > 0, let isWorking = Parser.dayUnits[unit?.key ?? ""] else {
        fail(ProcessMessages.deadlineExpected(found: text(start..<position), span: value.span))
        return nil
      }
      guard expect(.after, in: form) else { return nil }
      guard let code = stepCodes().first else { return nil }
      return .days(days, areWorkingDays: isWorking, after: code, span(from: start))
    case .invalid: return nil
    default:
      fail(ProcessMessages.deadlineExpected(found: text(start..<position), span: value.span))
      return nil
    }
  }

  /// Whether days of a unit are working days.
  private static let dayUnits: [String: Bool] = [
    VietnameseText.lookupKey("ngày"): false, VietnameseText.lookupKey("ngày làm việc"): true,
  ]

  /// A date written out, with or without `ngày` before it.
  private mutating func plainDate(in construct: String) -> (date: CalendarDate, span: Span)? {
    let errors = diagnostics.all.count
    let value = atom()
    if case .date(let date) = value.node { return (date, value.span) }
    // A date that is written wrong has been reported as such.
    if diagnostics.all.count > errors { hasFailed = true }
    fail(SyntaxMessages.missingWord("ngày", in: construct, found: found, span: value.span))
    return nil
  }

  /// `"Hội nghị sơ kết" ngày 15/7/2026`, after `mốc`.
  private mutating func milestone(_ start: Int) -> ProcessDeclaration.Milestone? {
    let title = plainText("tên mốc")
    _ = accept(.comma)
    guard let title, let day = plainDate(in: "mốc \"Hội nghị sơ kết\" ngày 15/7/2026")
    else { return nil }
    var basis: [Basis] = []
    clauses([.basis]) { parser, _ in
      if let found = parser.basis() { basis.append(found) }
    }
    return ProcessDeclaration.Milestone(
      title: title.text, date: day.date, basis: basis, span: span(from: start))
  }

  // MARK: chốt số liệu

  /// `của sự việc theo ngày xảy ra đến ngày 15/12/2026, sau ngày chốt thì không tính`.
  mutating func closing(_ count: Int) -> Item? {
    let start = position
    let construct = "chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026"
    position += count
    defer { endLine() }
    var kind: Name?
    var field: Name?
    if accept(.of) {
      kind = reserving(.byField, .upTo) { $0.expectName("tên loại đối tượng") }
      if kind == nil { return nil }
    }
    if accept(.byField) {
      field = reserving(.upTo) { $0.expectName("tên trường ngày") }
      if field == nil { return nil }
    }
    _ = accept(.upTo)
    guard let day = plainDate(in: construct) else { return nil }
    var lateRows: LateRows?
    var basis: [Basis] = []
    clauses([.afterClosing, .basis]) { parser, clause in
      if clause == .basis {
        if let found = parser.basis() { basis.append(found) }
        return
      }
      lateRows = LateRows.allCases.first { parser.accept(words: $0.rawValue) }
      if lateRows == nil {
        parser.fail(
          SyntaxMessages.unknownChoice(
            parser.text(parser.position..<parser.limit), purpose: "cách xử lý",
            choices: LateRows.allCases.map(\.rawValue), span: parser.place))
      }
    }
    return .closing(
      ClosingDeclaration(
        kind: kind, field: field, date: day.date, lateRows: lateRows, basis: basis,
        span: span(from: start)))
  }
}
