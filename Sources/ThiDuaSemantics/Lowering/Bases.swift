// `căn cứ của X`: the documents and clauses a rule rests on, as a text to print beside its value.
//
//   căn cứ của tổng điểm · căn cứ của tiêu chí 4.1 của tập thể · căn cứ của bước 2
//
// A criterion without a basis of its own has its group's. Blank where the script says none. Nothing is
// reckoned: the basis belongs to the rule, not to the subject.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// The value of `căn cứ của …`; nil when `căn cứ` is a field of the script's own.
  func basisValue(
    _ value: Expression, _ owner: Expression, _ scope: Scope, _ span: Span
  ) -> Expr? {
    let word = VietnameseText.lookupKey(LineHead.basis.rawValue)
    guard case .name(let name) = value.node, name.key == word,
      !kinds.contains(where: { $0.byKey[word] != nil }), scope.locals[word] == nil
    else { return nil }
    let silent = Expr(.blank, .text, span)
    var rule = owner
    var wanted: Int?
    if case .of(let inner, let whose) = owner.node {
      rule = inner
      guard let kind = kindMeant(by: whose) else {
        report(ProcessMessages.basisOwnerUnclear(span: whose.span))
        return silent
      }
      wanted = kind
    }
    guard case .name(let ruleName) = rule.node else {
      report(ProcessMessages.basisNeedsRule(span: rule.span))
      return silent
    }
    guard let found = bases(of: ruleName, in: wanted, scope) else {
      let named = wanted.map { [kinds[$0]] } ?? kinds
      let known = named.flatMap(\.columns).filter { !$0.isHidden && $0.input == nil }.map(\.name)
      report(
        CheckMessages.unknownName(
          ruleName.text, span: ruleName.span,
          suggestions: Spelling.closest(to: ruleName.text, in: known)))
      return silent
    }
    if found.count > 1 {
      report(
        ProcessMessages.basisOfSeveral(
          ruleName.text, kinds: found.compactMap { $0.kind.map { kinds[$0].name } },
          span: ruleName.span))
    }
    let texts = found[0].basis
    return texts.isEmpty
      ? silent : Expr(.text(texts.joined(separator: "; ")), .text, span)
  }

  /// The kind an owner belongs to: `tập thể`, `tập thể "A"`, `tập thể này`.
  private func kindMeant(by owner: Expression) -> Int? {
    switch owner.node {
    case .name(let name), .current(let name), .lookup(let name, _): kind(named: name.key)
    default: nil
    }
  }

  private typealias Found = (kind: Int?, basis: [String])

  /// What the rule of that name rests on; several when subjects of several kinds have such a rule and it
  /// is not the same. nil: there is no such rule.
  private func bases(of name: Name, in wanted: Int?, _ scope: Scope) -> [Found]? {
    func basis(_ kind: Int) -> Found? {
      guard let column = column(of: kind, named: name.key, scope) else { return nil }
      var basis = kinds[kind].columns[column].rule.basis
      // `đạt X`, `thang điểm X` rest on what X rests on.
      for prefix in AutomaticPrefix.allCases where basis.isEmpty {
        guard let rest = prefix.rest(of: name.key), let base = kinds[kind].byKey[rest] else {
          continue
        }
        basis = kinds[kind].columns[base].rule.basis
      }
      return (kind, unique(basis))
    }
    if let wanted { return basis(wanted).map { [$0] } }
    if let own = scope.subjects.reversed().lazy.compactMap({ basis($0.kind) }).first {
      return [own]
    }
    var found = kinds.indices.compactMap(basis)
    if let global = globalByKey[name.key], let declaration = globals[global].declaration {
      found.append((nil, unique(declaration.basis.map(basisText))))
    }
    let step = VietnameseText.lookupKey(Self.stepKindName) + " "
    if let draft = process, name.key.hasPrefix(step),
      let index = draft.stepByCode[String(name.key.dropFirst(step.count))]
    {
      found.append((nil, unique(draft.all[index].checked.basis)))
    }
    guard let first = found.first else { return nil }
    return found.allSatisfy { $0.basis == first.basis } ? [first] : found
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
