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
      let subjects = subjects(of: paper, into: &diagnostics)
    else { return }
    let facts = facts(for: subjects.first ?? nil)
    let questions = PaperQuestions(
      template, facts: facts, file: paper.file, names: open.names, into: &diagnostics)
    guard !diagnostics.hasErrors,
      let checked = open.check(
        template: questions.questions, about: subjects.first.flatMap { $0?.kind },
        into: &diagnostics)
    else { return }
    let report = ReportBuilder(self, assumptions: assumptions).report
    let ballots = ballots()
    var made: [(name: String, bytes: [UInt8], subject: PaperSubject?)] = []
    var stopped: Diagnostic?
    ask(checked.question, into: &diagnostics) { session throws(SessionStopped) in
      let evaluator = PaperEvaluator(session, checked, questions, template, report, ballots)
      do throws(TemplateStopped) {
        for subject in subjects {
          let facts = self.facts(for: subject)
          evaluator.turn(to: subject, facts: facts)
          let name = try evaluator.fileName()
          let layout: DocumentLayout =
            switch paper.layout {
            case .party?: .party
            case .state?: .state
            case nil: facts.layout
            }
          let bytes = try template.bytes(
            layout, author: facts.text(of: "cơ quan ban hành"),
            opening: assumptions.map {
              Wording.capitalised($0) + " (không phải kết quả chính thức)"
            },
            evaluator: evaluator)
          made.append((name, bytes, subject))
        }
      } catch {
        stopped = error.diagnostic
      }
    }
    if let stopped { diagnostics.add(stopped) }
    guard !diagnostics.hasErrors else { return }
    write(made, template, paper, outputs, into: &diagnostics)
    let blanks = facts.blanks(asked: questions.askedFacts)
    if !blanks.isEmpty, !diagnostics.hasErrors {
      diagnostics.add(
        PaperMessages.blanksToFill(template.name, blanks, count: made.count, span: span))
    }
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
        return diagnostics.add(PaperMessages.sameFile(name, other, who ?? "", span: span))
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
    of paper: PaperRequest, into diagnostics: inout Diagnostics
  ) -> [PaperSubject?]? {
    let expression: Expression
    switch paper.subject {
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

  private func facts(for subject: PaperSubject?) -> PaperFacts {
    let clusters = checked.subjectKinds.firstIndex { $0.name == "cụm" }
    return PaperFacts(
      checked, subject: subject.map { ($0.kind, $0.name) },
      clusterIndex: subject.flatMap { $0.kind == clusters ? $0.row : nil })
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
