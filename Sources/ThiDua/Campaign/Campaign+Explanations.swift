// Reasons of a loaded campaign: what `vì sao` answers, as data. In: a question as it is typed, or a column of a
// subject. Out: an explanation, or findings. Invariant: nothing is run that the question does not need.
//
//   campaign.explain("tổng điểm của tập thể \"A\"", into: &findings)?.text()
//   campaign.explain("vì sao không tập thể xuất sắc của tập thể \"A\"", into: &findings)?.json

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// Answers `vì sao …` or `vì sao không …`; a value alone is asked about as after `vì sao`. Nil after errors.
  public func explain(
    _ question: String, into diagnostics: inout Diagnostics
  ) -> Explanation? {
    let head = VietnameseText.lookupKey("vì sao")
    let isWhole = VietnameseText.lookupKey(question).hasPrefix(head)
    let source = open.source(
      isWhole ? question : "vì sao \(question)", path: Campaign.typed)
    let script = parse(source, knownNames: open.names, into: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    guard script.items.count == 1, case .action(let statement) = script.items[0],
      case .why = statement.node
    else {
      diagnostics.add(SessionMessages.notAQuestion(span: source.fullSpan))
      return nil
    }
    var answer: Explanation?
    let outputs = SessionOutputs(session, folder: outputFolder)
    outputs.collect = { answer = $0 }
    _ = run([statement], outputs: outputs, listener: SilentListener(), into: &diagnostics)
    outputs.session = session
    return diagnostics.hasErrors ? nil : answer
  }

  /// Why a column of a subject has its value; nil when there is no such column.
  public func explain(_ column: String, of subject: Subject) -> Explanation? {
    guard let cell = cell(column, of: subject) else { return nil }
    return Explainer(session, globals: globals).explain(cell)
  }

  /// Why a subject does not have an award; nil when there is no such award.
  public func explainWhyNot(_ award: String, of subject: Subject) -> Explanation? {
    guard let cell = cell(award, of: subject),
      checked.subjectKinds[cell.kind].columns[cell.column].kind == .award
    else { return nil }
    var whyNot = WhyNot(session, Explainer(session, globals: globals))
    return whyNot.explain(cell)
  }

  private func cell(_ column: String, of subject: Subject) -> CellAddress? {
    guard checked.subjectKinds.indices.contains(subject.kind),
      subjects(of: subject.kind).contains(subject)
    else { return nil }
    let key = VietnameseText.lookupKey(column)
    return checked.subjectKinds[subject.kind].columns.firstIndex {
      !$0.isHidden && VietnameseText.lookupKey($0.name) == key
    }.map { CellAddress(kind: subject.kind, column: $0, row: subject.row) }
  }
}
