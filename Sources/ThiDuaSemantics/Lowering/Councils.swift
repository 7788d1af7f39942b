// `hội đồng`: the numbers it has, and what must be settled before a ballot counts.
//
//   thành viên: 11                                            the base of most ballots
//   số người dự: 9 · ý kiến bằng văn bản: 1 · số phiếu hợp lệ: 9   or fields of the subject by these names
//   có mặt: từ 80% trở lên, tính cả ý kiến bằng văn bản       quorum; without it the ballot is not held
//   bỏ phiếu: không quá 2 lần, sau đó người có thẩm quyền quyết định
//   thứ tự bỏ phiếu: X; Y                                     Y is not voted on while X waits
//
// Repeat ballots are counted by the subject's field `số lần bỏ phiếu`; the field `người có thẩm quyền quyết
// định` (blank: not yet) decides once they are used up. Whatever is not settled is `chờ hội đồng`.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// A ballot condition: `phiếu đồng ý từ 80% trở lên, tính trên …`.
struct Ballot {
  var votes: Expression
  var base: Expression
  /// The whole comparison.
  var condition: Expression
}

/// The numbers of a council that a rule may name.
enum CouncilNumber: String, CaseIterable {
  case members = "tổng số thành viên"
  case present = "số người dự"
  case valid = "số phiếu hợp lệ"
  case written = "ý kiến bằng văn bản"
}

extension Checker {
  // MARK: Numbers

  /// `tổng số thành viên hội đồng ngành`, `số người dự hội đồng ngành`; without the council's name when
  /// there is one council only.
  func councilValue(_ name: Name, _ scope: Scope, _ span: Span) -> Expr? {
    guard !councils.isEmpty else { return nil }
    for number in CouncilNumber.allCases {
      let key = VietnameseText.lookupKey(number.rawValue)
      guard name.key == key || name.key.hasPrefix(key + " ") else { continue }
      let rest = String(name.key.dropFirst(key.count + 1))
      guard let council = council(named: rest) else {
        report(
          CheckMessages.unknownName(
            name.text, span: span,
            suggestions: councils.values.map {
              number.rawValue + " " + $0.declaration.header.name.text
            }.sorted()))
        return Expr(.blank, .unknown, span)
      }
      if let value = value(of: number, council, scope, span) { return value }
      let title = council.declaration.header.name.text
      report(
        number == .members
          ? CheckMessages.councilWithoutMembers(
            title, span: span, council: council.declaration.header.span)
          : CheckMessages.councilDataMissing(title, needs: number.rawValue, span: span))
      return Expr(.blank, .unknown, span)
    }
    return nil
  }

  /// By name, with or without `hội đồng`, or by title; the only council when nothing is named.
  private func council(named key: String) -> CouncilDraft? {
    if key.isEmpty { return councils.count == 1 ? councils.values.first : nil }
    return councils[key] ?? councils[VietnameseText.lookupKey("hội đồng") + " " + key]
      ?? councils.values.first {
        $0.declaration.header.title.map { VietnameseText.lookupKey($0) } == key
      }
  }

  /// A field of the subject goes before what the council's block says for all.
  private func value(
    of number: CouncilNumber, _ council: CouncilDraft, _ scope: Scope, _ span: Span
  ) -> Expr? {
    if number == .members {
      return council.memberCount.map { Expr(.number(Exact($0)), .count, span) }
    }
    let key = VietnameseText.lookupKey(number.rawValue)
    for subject in scope.subjects.reversed() {
      let field =
        kinds[subject.kind].byKey[key]
        ?? (number == .valid ? ballotColumn(.valid, scope.award, of: subject.kind) : nil)
      guard let column = field else { continue }
      let row = Expr(.local(subject.slot), .subject(subject.kind), .none)
      return reference(subject.kind, column, row: row, span: span)
    }
    guard let value = attribute(number.rawValue, of: council)?.values.first,
      let constant = constantNumber(value)
    else { return nil }
    return Expr(.number(constant), .count, span)
  }

  private func attribute(_ name: String, of council: CouncilDraft) -> Attribute? {
    council.declaration.attributes.first { attribute in
      attribute.names.contains { $0.key == VietnameseText.lookupKey(name) }
    }
  }

  // MARK: Ballots

  /// The ballot conditions inside an expression.
  func ballots(in expression: Expression) -> [Ballot] {
    var found: [Ballot] = []
    expression.visit { part in
      if case .within(let value, _) = part.node, case .ballot(let votes, let base) = value.node {
        found.append(Ballot(votes: votes, base: base, condition: part))
      }
    }
    return found
  }

  private func council(of ballot: Ballot) -> CouncilDraft? {
    var found: CouncilDraft?
    ballot.base.visit { part in
      guard found == nil, case .name(let name) = part.node else { return }
      for number in CouncilNumber.allCases {
        let prefix = VietnameseText.lookupKey(number.rawValue) + " "
        if name.key.hasPrefix(prefix) {
          found = council(named: String(name.key.dropFirst(prefix.count)))
        }
      }
    }
    return found ?? council(named: "")
  }

  /// What keeps a ballot from being settled, each with what the reason says, most general first.
  func waits(
    for ballot: Ballot, _ award: Name, _ kind: Int, _ scope: Scope
  ) -> [(test: Expr, reason: String)] {
    let span = ballot.condition.span
    var open = scope
    open.allowsBlank = true
    func isTrue(_ node: Expr.Node) -> Expr { Expr(node, .truth, span) }
    let missing = isTrue(.isBlank(check(ballot.votes, open)))
    var found = [(missing, "chờ Hội đồng bỏ phiếu")]
    guard let council = council(of: ballot) else { return found }
    if let quorum = quorum(council, scope, span) {
      found.append((isTrue(.not(quorum)), "chưa đủ số người dự họp Hội đồng"))
    }
    for earlier in awardsVotedBefore(award, council, kind) {
      let state = reference(kind, earlier.column, row: scope.row!, span: span)
      let waiting = Expr(.award(.awaitingCouncil), .award, span)
      found.append(
        (
          isTrue(.compare(.equal, state, waiting)),
          "chờ bỏ phiếu xong \(earlier.declaration.header.name.text)"
        ))
    }
    guard let limit = ballotLimit(council), let rounds = rounds(council, kind, scope, span) else {
      return found
    }
    let most = Expr(.number(Exact(limit)), .number, span)
    let failed = isTrue(.and(isTrue(.not(missing)), isTrue(.not(check(ballot.condition, open)))))
    found.append(
      (
        isTrue(.and(isTrue(.compare(.less, rounds, most)), failed)),
        "chưa đủ phiếu, Hội đồng được bỏ phiếu lại"
      ))
    if authorityDecides(council) {
      let usedUp = isTrue(.and(isTrue(.compare(.greaterOrEqual, rounds, most)), failed))
      let undecided = decision(kind, scope, span).map { isTrue(.isBlank($0)) }
      found.append(
        (
          undecided.map { isTrue(.and(usedUp, $0)) } ?? usedUp,
          "đã bỏ phiếu đủ \(limit) lần, chờ người có thẩm quyền quyết định"
        ))
    }
    return found
  }

  /// Whether the authority has said yes after the last ballot; nil when it has no say.
  func approvedByAuthority(_ ballot: Ballot, _ kind: Int, _ scope: Scope) -> Expr? {
    let span = ballot.condition.span
    guard let council = council(of: ballot), let limit = ballotLimit(council),
      authorityDecides(council), let rounds = rounds(council, kind, scope, span),
      let decision = decision(kind, scope, span)
    else { return nil }
    let usedUp = Expr(
      .compare(.greaterOrEqual, rounds, Expr(.number(Exact(limit)), .number, span)), .truth, span)
    let yes = Expr(.ifBlank(decision, Expr(.truth(false), .truth, span)), .truth, span)
    return Expr(.and(usedUp, yes), .truth, span)
  }

  // MARK: có mặt

  private func quorum(_ council: CouncilDraft, _ scope: Scope, _ span: Span) -> Expr? {
    guard let attribute = attribute("có mặt", of: council),
      case .within(_, let bounds)? = attribute.values.first?.node, let end = bounds.lower
    else { return nil }
    let title = council.declaration.header.name.text
    guard var present = value(of: .present, council, scope, span) else {
      report(
        CheckMessages.councilDataMissing(
          title, needs: CouncilNumber.present.rawValue, span: attribute.span))
      return nil
    }
    // A session not held yet has no attendance: the ballot waits.
    let none = Expr(.number(Exact(0)), .count, span)
    present = Expr(.ifBlank(present, none), .number, span)
    let says = Set(attribute.clauses.map(\.name.key))
    if let written = value(of: .written, council, scope, span) {
      if says.contains(VietnameseText.lookupKey("tính cả ý kiến bằng văn bản")) {
        let counted = Expr(.ifBlank(written, none), .number, span)
        present = Expr(.arithmetic(.add, present, counted), .number, span)
      } else if !says.contains(VietnameseText.lookupKey("không tính ý kiến bằng văn bản")) {
        report(CheckMessages.writtenOpinionsUnclear(span: attribute.span))
      }
    }
    let share = check(end.value, scope)
    expectNumber(share)
    var needed = share
    if constantNumber(end.value).map({ $0 <= Exact(1) }) ?? true {
      guard let members = value(of: .members, council, scope, span) else {
        report(
          CheckMessages.councilWithoutMembers(
            title, span: attribute.span, council: council.declaration.header.span))
        return nil
      }
      needed = Expr(.arithmetic(.multiply, share, members), .number, span)
    }
    return Expr(
      .compare(end.isInclusive ? .greaterOrEqual : .greater, present, needed), .truth, span)
  }

  // MARK: bỏ phiếu, thứ tự bỏ phiếu

  private func ballotLimit(_ council: CouncilDraft) -> Int? {
    guard let attribute = attribute("bỏ phiếu", of: council),
      case .within(_, let bounds)? = attribute.values.first?.node, let end = bounds.upper
    else { return nil }
    return constantNumber(end.value)?.int
  }

  private func authorityDecides(_ council: CouncilDraft) -> Bool {
    attribute("bỏ phiếu", of: council)?.clauses.contains {
      $0.name.key == VietnameseText.lookupKey("sau đó người có thẩm quyền quyết định")
    } ?? false
  }

  private func rounds(
    _ council: CouncilDraft, _ kind: Int, _ scope: Scope, _ span: Span
  ) -> Expr? {
    let name = "số lần bỏ phiếu"
    let field =
      kinds[kind].byKey[VietnameseText.lookupKey(name)]
      ?? ballotColumn(.rounds, scope.award, of: kind)
    guard let column = field else {
      report(
        CheckMessages.councilDataMissing(
          council.declaration.header.name.text, needs: name, span: span))
      return nil
    }
    let value = reference(kind, column, row: scope.row!, span: span)
    return Expr(.ifBlank(value, Expr(.number(Exact(0)), .number, span)), .number, span)
  }

  private func decision(_ kind: Int, _ scope: Scope, _ span: Span) -> Expr? {
    let key = VietnameseText.lookupKey("người có thẩm quyền quyết định")
    guard let column = kinds[kind].byKey[key] else { return nil }
    return reference(kind, column, row: scope.row!, span: span)
  }

  private func awardsVotedBefore(
    _ award: Name, _ council: CouncilDraft, _ kind: Int
  ) -> [AwardDraft] {
    let order = attribute("thứ tự bỏ phiếu", of: council)?.values ?? []
    let names = order.compactMap { value -> Name? in
      if case .name(let name) = value.node { name } else { nil }
    }
    for name in names where !kinds.contains(where: { $0.awards[name.key] != nil }) {
      report(
        CheckMessages.unknownAward(
          name.text, span: name.span,
          suggestions: Spelling.closest(
            to: name.text,
            in: kinds.flatMap { $0.awards.values.map(\.declaration.header.name.text) }.sorted())))
    }
    guard let place = names.firstIndex(where: { $0.key == award.key }) else { return [] }
    return names[..<place].compactMap { kinds[kind].awards[$0.key] }
  }

  /// `bỏ phiếu: không quá 2 lần`: more ballots than that are no data to reckon with.
  func checkBallotRounds() {
    for council in councils.values.sorted(by: {
      $0.declaration.header.span.start < $1.declaration.header.span.start
    }) {
      guard let limit = ballotLimit(council), let attribute = attribute("bỏ phiếu", of: council)
      else { continue }
      let span = attribute.span
      for kind in kinds.indices {
        let key = VietnameseText.lookupKey("số lần bỏ phiếu")
        guard kinds[kind].byKey[key] != nil else { continue }
        let column = hiddenColumn(
          "số lần bỏ phiếu", in: kind, rule: RuleInformation(span: span)
        ) { [self] scope in
          let most = Expr(.number(Exact(limit)), .number, span)
          guard let rounds = rounds(council, kind, scope, span) else {
            return Expr(.truth(true), .truth, span)
          }
          return Expr(.compare(.lessOrEqual, rounds, most), .truth, span)
        }
        program.requirements.append(
          Requirement(
            isWarning: false, column: ColumnReference(kind: kind, column: column), condition: nil,
            text: "số lần bỏ phiếu không quá \(limit)", message: nil, span: span))
      }
    }
  }
}
