// Ballots as rows of data: `đối tượng phiếu`, whose rows belong to a subject.
//
//   đối tượng phiếu
//     người: cá nhân, lập danh sách các phiếu      whose ballot
//     danh hiệu: chữ                               for which award; without it every row is for every award
//     lần: số lượng                                which round; the last one counts
//     đồng ý: có/không                             one row a ballot; or a number: one row a count
//     hợp lệ: có/không                             with one row a ballot; counts: `không đồng ý: số lượng`
//
// In: the kind. Out: what rules would otherwise read from fields of the subject: `phiếu đồng ý`, `số phiếu hợp
// lệ`, `số lần bỏ phiếu`, each for the award that asks (elsewhere: `phiếu đồng ý X`). No row yet is a blank,
// so that the award waits. A field of that name on the subject goes before. Who voted is nowhere needed.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// What ballot rows tell of a subject and an award.
enum BallotCount: String, CaseIterable {
  case agreeing = "phiếu đồng ý"
  case valid = "số phiếu hợp lệ"
  case rounds = "số lần bỏ phiếu"
}

extension Checker {
  /// The rows, their list at the subject, and their fields.
  private struct BallotRows {
    var kind: Int
    var list: Int
    var agrees: Int
    var award: Int?
    var round: Int?
    var isValid: Int?
    var disagrees: Int?
  }

  private func ballotRows(of subject: Int) -> BallotRows? {
    guard let kind = kindByKey["phiếu".lookedUp],
      let list = kinds[subject].columns.firstIndex(where: { $0.kind == .list(.subject(kind)) }),
      let agrees = kinds[kind].byKey["đồng ý".lookedUp]
    else { return nil }
    func field(_ name: String, _ wanted: (Kind) -> Bool) -> Int? {
      kinds[kind].byKey[name.lookedUp].flatMap { wanted(kinds[kind].columns[$0].kind) ? $0 : nil }
    }
    let agreesKind = kinds[kind].columns[agrees].kind
    guard agreesKind == .truth || agreesKind.isNumeric else { return nil }
    return BallotRows(
      kind: kind, list: list, agrees: agrees, award: field("danh hiệu") { $0 == .text },
      round: field("lần", \.isNumeric), isValid: field("hợp lệ") { $0 == .truth },
      disagrees: field("không đồng ý", \.isNumeric))
  }

  /// The column of the subject that counts its ballot rows for an award; nil where there are no rows to
  /// count, or the subject has a field of that name.
  func ballotColumn(_ count: BallotCount, _ award: AwardDeclaration?, of subject: Int) -> Int? {
    guard let award, kinds[subject].byKey[count.rawValue.lookedUp] == nil,
      let rows = ballotRows(of: subject)
    else { return nil }
    let header = award.header
    let key = count.rawValue.lookedUp + " " + header.name.key
    return automatic(
      count.rawValue + " " + header.name.text, in: subject, key: key,
      rule: RuleInformation(span: header.span), kind: .count
    ) { [self] in
      computed(subject) { ballotCount(count, award, rows, $0, header.span) }
    }
  }

  /// `phiếu đồng ý` in the lines of an award, `phiếu đồng ý X` anywhere.
  func ballotValue(_ name: Name, _ scope: Scope, _ span: Span) -> Expr? {
    for count in BallotCount.allCases {
      let key = count.rawValue.lookedUp
      guard name.key == key || name.key.hasPrefix(key + " ") else { continue }
      for subject in scope.subjects.reversed() {
        let award =
          name.key == key
          ? scope.award
          : kinds[subject.kind].awards[String(name.key.dropFirst(key.count + 1))]?.declaration
        guard let column = ballotColumn(count, award, of: subject.kind) else { continue }
        let row = Expr(.local(subject.slot), .subject(subject.kind), .none)
        return reference(subject.kind, column, row: row, span: span)
      }
    }
    return nil
  }

  private func ballotCount(
    _ count: BallotCount, _ award: AwardDeclaration, _ rows: BallotRows, _ scope: Scope,
    _ span: Span
  ) -> Expr {
    let frame = scope.frame
    let all = rowsFor(award, rows, scope, span)
    let (found, last, element) = (frame.fresh(), frame.fresh(), frame.fresh())
    let cast = Expr(.local(found), all.kind, span)
    let one = Expr(.local(element), .subject(rows.kind), span)
    func value(_ column: Int) -> Expr { reference(rows.kind, column, row: one, span: span) }
    func total(_ fold: Fold, filter: Expr? = nil, body: Expr? = nil) -> Expr {
      Expr(.fold(fold, list: cast, slot: element, filter: filter, body: body), .count, span)
    }
    let zero = Expr(.number(Exact(0)), .count, span)
    let isEmpty = Expr(
      .compare(.equal, Expr(.builtin(.elementCount, [cast]), .count, span), zero), .truth, span)
    let isLast = rows.round.map { round in
      Expr(.compare(.equal, value(round), Expr(.local(last), .count, span)), .truth, span)
    }
    func both(_ a: Expr?, _ b: Expr?) -> Expr? {
      guard let a, let b else { return a ?? b }
      return Expr(.and(a, b), .truth, span)
    }
    let isSingle = kinds[rows.kind].columns[rows.agrees].kind == .truth
    let result: Expr
    switch count {
    case .agreeing where isSingle:
      let valid = rows.isValid.map(value)
      result = total(.count, filter: both(both(isLast, valid), value(rows.agrees)))
    case .agreeing:
      result = total(.sum, filter: isLast, body: value(rows.agrees))
    case .valid where isSingle:
      result = total(.count, filter: both(isLast, rows.isValid.map(value)))
    case .valid:
      let yes = total(.sum, filter: isLast, body: value(rows.agrees))
      let no = rows.disagrees.map { total(.sum, filter: isLast, body: value($0)) }
      result = no.map { Expr(.arithmetic(.add, yes, $0), .count, span) } ?? yes
    case .rounds:
      result =
        rows.round == nil
        ? Expr(.number(Exact(1)), .count, span) : Expr(.local(last), .count, span)
    }
    var whole = result
    if let round = rows.round {
      let latest = Expr(
        .fold(.maximum, list: cast, slot: element, filter: nil, body: value(round)), .count, span)
      whole = Expr(.bind(slot: last, latest, in: result), .count, span)
    }
    let absent = count == .rounds ? zero : Expr(.blank, .count, span)
    return Expr(
      .bind(slot: found, all, in: Expr(.conditional(isEmpty, absent, whole), .count, span)),
      .count, span)
  }

  /// The subject's rows for the award.
  private func rowsFor(
    _ award: AwardDeclaration, _ rows: BallotRows, _ scope: Scope, _ span: Span
  ) -> Expr {
    let subject = scope.subjects[0].kind
    let list = reference(subject, rows.list, row: scope.row!, span: span)
    guard let column = rows.award else { return list }
    let slot = scope.frame.fresh()
    let row = Expr(.local(slot), .subject(rows.kind), span)
    let isFor = Expr(
      .memberOf(
        awardName(column, rows.kind, row, span), texts(spellings(award.header), span)), .truth, span
    )
    return collect(list, slot: slot, filter: isFor, body: nil, span)
  }

  private func awardName(_ column: Int, _ kind: Int, _ row: Expr, _ span: Span) -> Expr {
    Expr(.builtin(.lowercase, [reference(kind, column, row: row, span: span)]), .text, span)
  }

  private func texts(_ words: [String], _ span: Span) -> Expr {
    Expr(.list(words.map { Expr(.text($0), .text, span) }), .list(.text), span)
  }

  private func spellings(_ header: Header) -> [String] {
    ([header.name.text] + (header.title.map { [$0] } ?? [])).map { $0.lowercased() }
  }

  /// A row for an award nobody declared would be counted nowhere: it is an error of the data.
  func checkBallotRows() {
    for subject in kinds.indices where !kinds[subject].awards.isEmpty {
      guard kinds[subject].byKey[BallotCount.agreeing.rawValue.lookedUp] == nil,
        let rows = ballotRows(of: subject), let column = rows.award
      else { continue }
      let awards = kinds[subject].awards.values.sorted { $0.column < $1.column }
      let known = awards.flatMap { spellings($0.declaration.header) }
      let span = kinds[rows.kind].columns[column].rule.span
      let check = hiddenColumn(
        "danh hiệu của phiếu", in: rows.kind, rule: RuleInformation(span: span)
      ) { [self] scope in
        Expr(
          .memberOf(awardName(column, rows.kind, scope.row!, span), texts(known, span)), .truth,
          span)
      }
      let names = awards.map { Wording.quoted($0.declaration.header.name.text) }
      program.requirements.append(
        Requirement(
          isWarning: false, column: ColumnReference(kind: rows.kind, column: check), condition: nil,
          text: "danh hiệu ghi ở phiếu là một trong: \(names.joined(separator: ", "))",
          message: nil, span: span))
    }
  }
}
