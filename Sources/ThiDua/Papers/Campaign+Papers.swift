// `lập`: documents from templates. In: a request to the loaded campaign. Out: Word files among the outputs of the
// run. Invariant: every document of the statement is made before the first file is opened, so an error in
// one leaves none; what nobody declared is dots, told once a statement.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  private typealias PaperSubject = (kind: Int, row: Int, key: String, name: String)

  func deliver(
    _ paper: PaperRequest, _ span: Span, under assumptions: [String], _ outputs: SessionOutputs,
    into diagnostics: inout Diagnostics
  ) {
    guard let template = template(of: paper, into: &diagnostics),
      let subjects = subjects(paper.subject, into: &diagnostics)
    else { return }
    let opening = assumptions.map {
      Wording.capitalised($0) + " (không phải kết quả chính thức)"
    }
    var blanks: [String] = []
    let made = fill(
      template, subjects, file: paper.file, paper.layout.map { $0 == .party ? .party : .state },
      ReportBuilder(self, assumptions: assumptions, isDelivered: false).report,
      into: &diagnostics
    ) { evaluator, facts, subject, asked throws(TemplateStopped) in
      if blanks.isEmpty { blanks = facts.blanks(asked: asked) }
      let name = try evaluator.fileName()
      let bytes = try template.bytes(
        facts.layout, author: facts.text(of: "cơ quan ban hành"), opening: opening,
        evaluator: evaluator)
      return (name, bytes, subject)
    }
    guard let made else { return }
    write(made, template, paper, outputs, into: &diagnostics)
    if !blanks.isEmpty, !diagnostics.hasErrors {
      diagnostics.add(
        PaperMessages.blanksToFill(template.name, blanks, count: made.count, span: span))
    }
  }

  /// The text of the document a template makes, without its looks; nil after errors. `subject`: an
  /// expression, such as `tập thể "A"`.
  public func document(
    fromTemplate text: String, about subject: String? = nil, layout: DocumentLayout? = nil,
    into diagnostics: inout Diagnostics
  ) -> String? {
    let source = open.source(text, path: "mẫu")
    let template = PaperTemplate(
      form: .text(TextTemplate(source, into: &diagnostics)), source: source, name: "mẫu")
    var about = PaperRequest.Subject.campaign
    if let subject {
      let written = open.source(subject, path: Self.typed)
      about = .one(parseExpression(written, knownNames: open.names, into: &diagnostics))
    }
    guard !diagnostics.hasErrors, let subjects = subjects(about, into: &diagnostics) else {
      return nil
    }
    return fill(
      template, subjects, file: Expression(.text([]), source.fullSpan), layout,
      ReportBuilder(self, assumptions: [], isDelivered: false).report, into: &diagnostics
    ) { evaluator, facts, _, _ throws(TemplateStopped) in
      try template.document(
        facts.layout, author: "", opening: [], evaluator: evaluator
      ).plainText
    }?.first
  }

  /// Makes a document for each subject; nil after errors. `layout`: nil for the campaign's own. `make` also
  /// gets the facts the template asks for.
  private func fill<Made>(
    _ template: PaperTemplate, _ subjects: [PaperSubject?], file: Expression,
    _ layout: DocumentLayout?, _ report: ResultReport, into diagnostics: inout Diagnostics,
    _ make: (PaperEvaluator, PaperFacts, PaperSubject?, Set<String>) throws(TemplateStopped) -> Made
  ) -> [Made]? {
    let first = facts(for: subjects.first ?? nil, layout)
    let questions = PaperQuestions(
      template, facts: first, file: file, names: open.names, into: &diagnostics)
    guard !diagnostics.hasErrors,
      let checked = open.check(
        template: questions.questions, about: subjects.first.flatMap { $0?.kind },
        into: &diagnostics)
    else { return nil }
    let ballots = ballots()
    // Files are read again only for templates that ask where a document comes from.
    let asksForOrigin = questions.askedFacts.contains(VietnameseText.lookupKey(PaperFacts.origin))
    let origin = asksForOrigin ? origin.map { "\($0.label): \($0.value)" } : []
    var made: [Made] = []
    var stopped: Diagnostic?
    ask(checked.question, into: &diagnostics) { session throws(SessionStopped) in
      let evaluator = PaperEvaluator(
        session, checked, questions, template, report.withoutEndlessNumbers(), ballots)
      do throws(TemplateStopped) {
        for subject in subjects {
          var facts = facts(for: subject, layout)
          if asksForOrigin { facts.set(PaperFacts.origin, origin.joined(separator: "; ")) }
          evaluator.turn(to: subject, facts: facts)
          made.append(try make(evaluator, facts, subject, questions.askedFacts))
        }
      } catch {
        stopped = error.diagnostic
      }
    }
    if let stopped { diagnostics.add(stopped) }
    return diagnostics.hasErrors ? nil : made
  }

  private func write(
    _ made: [(name: String, bytes: [UInt8], subject: PaperSubject?)], _ template: PaperTemplate,
    _ paper: PaperRequest, _ outputs: SessionOutputs, into diagnostics: inout Diagnostics
  ) {
    if let path = template.path { outputs.protect(path) }
    var names: [String: String] = [:]
    let span = paper.file.span
    for (name, bytes, subject) in made {
      let who = subject.map { session.printer.subject($0.row, kind: $0.kind) }
      let stem = FilePath.name(of: name)
      guard stem.lowercased().hasSuffix(".docx"), stem.count > ".docx".count else {
        return diagnostics.add(PaperMessages.badFileName(name, subject: who, span: span))
      }
      if let other = names.updateValue(who ?? "", forKey: name) {
        let kind = subject.map { checked.subjectKinds[$0.kind] }
        let key = kind.map { kind in kind.key.map { kind.columns[$0].name } } ?? []
        return diagnostics.add(
          PaperMessages.sameFile(
            name, other, who ?? "", key: key, better: paper.fileName(telling: key), span: span))
      }
      do throws(HostFailure) {
        let file = try outputs.open(name, span)
        file.write(bytes)
        file.close()
      } catch {
        return diagnostics.add(error.diagnostic)
      }
    }
  }

  // MARK: About whom

  /// One entry without a subject, or the subjects; nil after errors.
  private func subjects(
    _ about: PaperRequest.Subject, into diagnostics: inout Diagnostics
  ) -> [PaperSubject?]? {
    let expression: Expression
    switch about {
    case .campaign: return [nil]
    case .one(let written), .each(let written): expression = written
    }
    guard let answer = evaluate(expression, into: &diagnostics) else { return nil }
    func subject(_ value: Value, _ kind: Int) -> PaperSubject? {
      value.index.map { row in
        let key = checked.subjectKinds[kind].key.map {
          self.value(ColumnAddress(kind: kind, column: $0), row: row)?.text ?? ""
        }.joined(separator: " / ")
        return (kind, row, key, name(of: Subject(kind: kind, row: row)))
      }
    }
    switch (answer.kind, answer.value) {
    case (.subject(let kind), let value): return subject(value, kind).map { [$0] } ?? []
    case (.list(.subject(let kind)), .list(let values)): return values.map { subject($0, kind) }
    default: return []
    }
  }

  private func facts(for subject: PaperSubject?, _ layout: DocumentLayout?) -> PaperFacts {
    let clusters = checked.subjectKinds.firstIndex { $0.name == "cụm" }
    return PaperFacts(
      checked, subject: subject.map { ($0.kind, $0.name) },
      clusterIndex: subject.flatMap { $0.kind == clusters ? $0.row : nil }, layout: layout)
  }

  // MARK: Ballots

  /// What the council voted on everybody who was voted on or waits for a vote.
  private func ballots() -> [PaperBallot] {
    guard let (question, awards) = open.ballots() else { return [] }
    var found: [PaperBallot] = []
    var findings = Diagnostics()
    let plans = Dictionary(
      uniqueKeysWithValues: Set(awards.map(\.kind)).map { ($0, BoardPlan(self, kind: $0)) })
    ask(question, into: &findings) { session throws(SessionStopped) in
      for award in awards {
        guard let plan = plans[award.kind] ?? nil,
          let column = checked.subjectKinds[award.kind].columns.firstIndex(where: {
            $0.kind == .award && !$0.isHidden
              && VietnameseText.lookupKey($0.name) == VietnameseText.lookupKey(award.award)
          })
        else { continue }
        let title = checked.subjectKinds[award.kind].columns[column].rule.title ?? award.award
        for (group, rows) in zip(plan.board.groups, plan.rows) {
          for (line, row) in zip(group.rows, rows) {
            let numbers = Self.numbers(session, award.function, row)
            let state = value(ColumnAddress(kind: award.kind, column: column), row: row)
            guard numbers != nil || state?.value.index == AwardState.awaitingCouncil.rawValue else {
              continue
            }
            found.append(
              PaperBallot(
                name: line.name, award: title, group: group.name,
                votes: numbers.map { NumberText.format($0.votes) },
                base: numbers.map { NumberText.format($0.base) },
                share: numbers.flatMap { numbers in
                  numbers.base.isZero
                    ? nil
                    : NumberText.formatPercent(numbers.votes.divided(by: numbers.base), decimals: 1)
                }))
          }
        }
      }
    }
    return found
  }

  private static func numbers(
    _ session: Session, _ function: Int, _ row: Int
  ) -> (votes: Exact, base: Exact)? {
    guard let value = try? session.runtime.call(function, [.immediate(Int64(row))]),
      case .list(let numbers) = value, numbers.count == 2, let votes = numbers[0].number,
      let base = numbers[1].number
    else { return nil }
    return (votes, base)
  }
}
