// `lập`: which template, about whom, into which file. In: the untyped request. Out: findings before anything is
// reckoned. Invariant: a document for each of many goes into files that differ.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func check(_ paper: PaperRequest, _ scope: Scope) {
    if case .builtIn(let name) = paper.template, BuiltInPaper(key: name.key) == nil {
      let known = BuiltInPaper.allCases.map(\.rawValue)
      report(
        PaperMessages.unknownPaper(
          name.text, known: known, suggestions: Spelling.closest(to: name.text, in: known),
          span: name.span))
    }
    var about = scope
    switch paper.subject {
    case .campaign: break
    case .one(let written):
      let subject = check(written, scope)
      if case .subject(let kind) = subject.kind {
        about.subjects = [.init(kind: kind, slot: about.frame.fresh())]
      } else if subject.kind != .unknown {
        report(
          PaperMessages.subjectExpected(describe(subject.kind), isList: false, span: written.span))
        return
      }
    case .each(let written):
      let list = check(written, scope)
      if case .list(.subject(let kind)) = list.kind {
        about.subjects = [.init(kind: kind, slot: about.frame.fresh())]
      } else if list.kind != .unknown {
        report(PaperMessages.subjectExpected(describe(list.kind), isList: true, span: written.span))
        return
      }
      if case .text(let pieces) = paper.file.node, pieces.allSatisfy(\.isLiteral) {
        let key =
          about.subjects.last.map { subject in
            kinds[subject.kind].key.map { kinds[subject.kind].columns[$0].name }
          } ?? []
        report(
          PaperMessages.oneFileForMany(
            key: key, better: paper.fileName(telling: key), span: paper.file.span))
      }
    }
    if case .text(let pieces) = paper.file.node, case .literal(let end)? = pieces.last {
      if !end.lowercased().hasSuffix(".docx") {
        report(PaperMessages.notWordFile(end, span: paper.file.span))
      }
    }
    expect(check(paper.file, about), .text)
  }
}

extension TextPiece {
  fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }
}
