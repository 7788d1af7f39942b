// Answers what a template asks, for one document after the other. In: the checked template's functions, the
// report, the subject of the document. Out: texts, truths, elements. Invariant: an expression is checked and
// compiled once for all documents; only calls are left.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

final class PaperEvaluator: TemplateEvaluator {
  private enum Elements {
    case values([Value])
    case report(PaperList, [PaperElement])
  }

  private let session: Session
  private let answers: [CheckedTemplate.Answer?]
  private let questions: PaperQuestions
  private let expressions: [TemplateExpression]
  private let source: Int32
  private let whole: ResultReport
  private let ballots: [PaperBallot]

  /// The document being made.
  private var subject: (kind: Int, row: Int)?
  private var facts: [Value] = []
  private var report: ResultReport
  private var group: String?
  private var loops: [Int: (elements: Elements, current: Int)] = [:]
  /// How often loops went round in this document.
  private var rounds = 0
  private static let mostRounds = 500_000

  init(
    _ session: Session, _ checked: CheckedTemplate, _ questions: PaperQuestions,
    _ template: PaperTemplate, _ report: ResultReport, _ ballots: [PaperBallot]
  ) {
    self.session = session
    answers = checked.answers
    self.questions = questions
    expressions = template.expressions
    source = template.source.id
    whole = report
    self.report = report
    self.ballots = ballots
  }

  /// Turns to another document.
  func turn(to subject: (kind: Int, row: Int, key: String, name: String)?, facts: PaperFacts) {
    self.subject = subject.map { ($0.kind, $0.row) }
    loops = [:]
    rounds = 0
    group = nil
    report = whole
    defer {
      var facts = facts
      // A line of `phong trào` of that name says it already.
      if facts.text(of: PaperFacts.rewarded).isEmpty {
        facts.set(PaperFacts.rewarded, report.rewardedKinds)
      }
      self.facts = facts.values
    }
    guard let subject else { return }
    if whole.boards.contains(where: { $0.groups.contains { $0.name == subject.name } }) {
      group = subject.name
      report = whole.narrowed(toGroup: subject.name)
    } else {
      report = whole.narrowed(
        toKey: subject.key, kind: session.checked.subjectKinds[subject.kind].name)
    }
  }

  /// The name of the document's file.
  func fileName() throws(TemplateStopped) -> String {
    let value = try call(answers.count - 1, [])
    if case .text(let name) = value { return name }
    return ""
  }

  // MARK: TemplateEvaluator

  func text(_ expression: Int) throws(TemplateStopped) -> String {
    let value = try call(expression + 1, arguments(of: expression))
    guard value != .blank, let kind = answers[expression + 1]?.kind else { return "" }
    guard case .value(let form, _) = expressions[expression].use else { return "" }
    switch form {
    case .plain: return session.runtime.text(value, ValueKind(kind), decimals: nil)
    case .decimals(let count):
      return session.runtime.text(value, ValueKind(kind), decimals: count)
    case .padded:
      return DocumentLayout.padded(session.runtime.text(value, ValueKind(kind), decimals: nil))
    }
  }

  func truth(_ expression: Int) throws(TemplateStopped) -> Bool {
    try call(expression + 1, arguments(of: expression)).index == 1
  }

  func begin(_ loop: Int) throws(TemplateStopped) -> Int {
    let elements: Elements
    switch questions.meanings[loop] {
    case .list(let list, let owner):
      elements = .report(list, report.elements(list, of: owner.flatMap(element)))
    default:
      guard case .list(let values) = try call(loop + 1, arguments(of: loop)) else { return 0 }
      elements = .values(values)
    }
    loops[loop] = (elements, 0)
    return switch elements {
    case .values(let values): values.count
    case .report(_, let found): found.count
    }
  }

  func bind(_ loop: Int, to index: Int) throws(TemplateStopped) {
    rounds += 1
    guard rounds <= Self.mostRounds else {
      throw TemplateStopped(
        TemplateMessages.tooLong(limit: Self.mostRounds, span: span(of: expressions[loop])))
    }
    loops[loop]?.current = index
  }

  private func span(of expression: TemplateExpression) -> Span {
    Span(
      file: source, start: UInt32(expression.range.lowerBound),
      end: UInt32(expression.range.upperBound))
  }

  func end(_ loop: Int) { loops[loop] = nil }

  func table(
    _ expression: Int, width: Int, layout: DocumentLayout
  ) throws(TemplateStopped) -> [Document.Block]? {
    guard case .table(let table, let owner) = questions.meanings[expression] else { return nil }
    var shown = report
    var votes = ballots.filter { group == nil || $0.group == group }
    switch owner.flatMap(element) {
    case .board(let index)?: shown.boards = [report.boards[index]]
    case .group(let board, let index)?:
      shown.boards = [report.boards[board]]
      shown.boards[0].groups = [report.boards[board].groups[index]]
      votes = votes.filter { $0.group == shown.boards[0].groups[0].name }
    case .award(let index)?: shown.awards = [report.awards[index]]
    default: break
    }
    return PaperTables(report: shown, ballots: votes, layout: layout, width: width).blocks(table)
  }

  // MARK: Calls

  private func element(_ loop: Int) -> PaperElement? {
    guard case .report(_, let elements)? = loops[loop]?.elements,
      let current = loops[loop]?.current,
      elements.indices.contains(current)
    else { return nil }
    return elements[current]
  }

  /// What is bound around an expression, outermost first, the facts before everything.
  private func arguments(of expression: Int) -> [Value] {
    var around: [[Value]] = []
    var next = expressions[expression].loop
    while let loop = next {
      if let (elements, current) = loops[loop] {
        switch elements {
        case .values(let values): around.append([values[current]])
        case .report(_, let found): around.append(report.values(found[current], place: current))
        }
      }
      next = expressions[loop].loop
    }
    return facts + around.reversed().flatMap { $0 }
  }

  private func call(_ question: Int, _ arguments: [Value]) throws(TemplateStopped) -> Value {
    guard let answer = answers[question] else { return .blank }
    let own = subject.map { [Value.immediate(Int64($0.row))] } ?? []
    do throws(RunFailure) {
      return try session.runtime.call(answer.function, own + arguments)
    } catch {
      throw TemplateStopped(error.diagnostic)
    }
  }
}
