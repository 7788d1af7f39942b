// `mỗi năm chỉ dùng một lần`, `mỗi sáng kiến chỉ dùng một lần`, `mỗi thành tích chỉ dùng một lần`.
//
// A year serves once for the same award: see `hasNotServed` in PastYears.swift. A row of another kind (an
// initiative of a person) serves once for all awards that say so. It has served when the data says it did in
// an earlier year (`đã dùng cho` is not blank, `đã dùng` is có), or when an award voted on before this one
// used it this year. Awards use in the council's order (`thứ tự bỏ phiếu`), else in the order they are
// declared; one that asks for `đếm(L) từ N trở lên` uses the first N of L in data order, any other condition
// all it looks at. Only who gets the award uses anything; while that is open, the certain reading of a later
// award counts the row as used and the hopeful one as free, so that the later award is `chưa xét` when it
// depends on it.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  private static let yearKey = VietnameseText.lookupKey("năm")

  /// The names after `mỗi` that hold for a line: the award's own lines, and the line's clause.
  private func onceNames(_ declaration: AwardDeclaration, _ line: RuleLine?) -> [Name] {
    declaration.usedOnce + (line?.suffixes.usedOnce ?? [])
  }

  /// Puts into the scope what may count only once.
  func setServesOnce(_ scope: inout Scope, _ declaration: AwardDeclaration, _ line: RuleLine?) {
    guard let subject = scope.subjects.first?.kind else { return }
    scope.yearsServeOnce = nil
    scope.servesOnce = []
    for name in onceNames(declaration, line) {
      if name.key == Self.yearKey {
        if histories[subject] == nil {
          report(CheckMessages.historyMissing(kinds[subject].name, span: name.span))
        }
        scope.yearsServeOnce = kinds[subject].awards[declaration.header.name.key]
      } else if let kind = ownedKind(name, subject) {
        scope.servesOnce.append(.init(kind: kind, award: declaration))
      }
    }
  }

  /// The kind after `mỗi`, whose rows must belong to the subject.
  private func ownedKind(_ name: Name, _ subject: Int) -> Int? {
    guard let kind = kind(named: name.key), historyOwners[kind] == nil else {
      report(
        CheckMessages.unknownKind(
          name.text, span: name.span,
          suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name) + ["năm"])))
      return nil
    }
    guard ownerColumn(kind, subject) != nil else {
      report(
        CheckMessages.servesOnceNeedsOwner(
          kinds[kind].name, subject: kinds[subject].name, span: name.span))
      return nil
    }
    return kind
  }

  /// The field of the rows that says whose they are.
  private func ownerColumn(_ kind: Int, _ subject: Int) -> Int? {
    kinds[kind].columns.firstIndex { $0.kind == .subject(subject) && !$0.isHidden }
  }

  /// Whether a line's result may hang on an earlier award that has not been decided yet.
  func sharesOnce(_ declaration: AwardDeclaration, _ line: RuleLine, _ kind: Int) -> Bool {
    onceNames(declaration, line).contains { name in
      guard name.key != Self.yearKey, let rows = self.kind(named: name.key) else { return false }
      return !awardsBefore(declaration, rows, kind).isEmpty
    }
  }

  /// The awards of the kind that use rows of `rows` before this one does.
  private func awardsBefore(
    _ declaration: AwardDeclaration, _ rows: Int, _ kind: Int
  ) -> [AwardDraft] {
    let using = kinds[kind].awards.values.filter { award in
      let names =
        award.declaration.usedOnce + award.declaration.lines.flatMap(\.suffixes.usedOnce)
      return names.contains { self.kind(named: $0.key) == rows }
    }
    let voted = ballotOrder()
    func place(_ award: AwardDraft) -> (Int, Int) {
      let name = award.declaration.header.name.key
      // Who is not voted on goes by declaration, before those who are.
      return (voted.firstIndex(of: name) ?? -1, award.column)
    }
    guard let own = kinds[kind].awards[declaration.header.name.key] else { return [] }
    return using.filter { place($0) < place(own) }.sorted { place($0) < place($1) }
  }

  /// Names of awards in the order of `thứ tự bỏ phiếu`, over all councils.
  private func ballotOrder() -> [String] {
    let councils = councils.values.sorted {
      $0.declaration.header.span.start < $1.declaration.header.span.start
    }
    return councils.flatMap { council in
      council.declaration.attributes.filter { attribute in
        attribute.names.contains { $0.key == VietnameseText.lookupKey("thứ tự bỏ phiếu") }
      }.flatMap(\.values).compactMap { value in
        if case .name(let name) = value.node { name.key } else { nil }
      }
    }
  }

  // MARK: What has served

  /// A list without the rows that served before.
  func notServed(_ value: Expr, _ scope: Scope, _ span: Span) -> Expr {
    guard let owner = scope.subjects.first,
      let once = scope.servesOnce.first(where: { value.kind == .list(.subject($0.kind)) })
    else { return value }
    let isHopeful = scope.pending == .asYes
    guard let served = servedColumn(once, owner.kind, isHopeful: isHopeful) else { return value }
    let slot = scope.frame.fresh()
    let row = Expr(.local(slot), .subject(once.kind), span)
    let free = Expr(
      .not(reference(once.kind, served, row: row, span: span)), .truth, span)
    return collect(value, slot: slot, filter: free, body: nil, span)
  }

  /// Whether a row has served before this award looks at it; nil when nothing can have used it.
  private func servedColumn(
    _ once: Scope.ServesOnce, _ subject: Int, isHopeful: Bool
  ) -> Int? {
    let earlier = awardsBefore(once.award, once.kind, subject)
    let field = ["đã dùng cho", "đã dùng"].compactMap { kinds[once.kind].byKey[$0.lookedUp] }.first
    guard !earlier.isEmpty || field != nil else { return nil }
    let header = once.award.header
    let rule = RuleInformation(span: header.span)
    let name = "đã dùng trước \(header.name.text)" + (isHopeful ? ", ít nhất" : "")
    return automatic(name, in: once.kind, rule: rule, kind: .truth) { [self] in
      computed(once.kind) { scope in
        let row = scope.row!
        var served = Expr(.truth(false), .truth, header.span)
        if let field { served = isMarked(once.kind, field, row, header.span) }
        for award in earlier {
          let used = isUsed(by: award, once.kind, subject, isHopeful: isHopeful, scope)
          served = Expr(.or(served, used), .truth, header.span)
        }
        return served
      }
    }
  }

  /// What the data says of earlier years: a text that is not blank, or có.
  private func isMarked(_ kind: Int, _ field: Int, _ row: Expr, _ span: Span) -> Expr {
    let value = reference(kind, field, row: row, span: span)
    if value.kind == .truth {
      return Expr(.ifBlank(value, Expr(.truth(false), .truth, span)), .truth, span)
    }
    return Expr(.not(Expr(.isBlank(value), .truth, span)), .truth, span)
  }

  /// Whether the owner gets the award and the row is among those it uses.
  private func isUsed(
    by award: AwardDraft, _ kind: Int, _ subject: Int, isHopeful: Bool, _ scope: Scope
  ) -> Expr {
    let span = award.declaration.header.span
    let row = scope.row!
    let owner = reference(kind, ownerColumn(kind, subject)!, row: row, span: span)
    let slot = scope.frame.fresh()
    var inner = Scope(frame: scope.frame)
    inner.subjects = [.init(kind: subject, slot: slot)]
    let ownerRow = Expr(.local(slot), .subject(subject), span)
    let state = reference(subject, award.column, row: ownerRow, span: span)
    // For certain: whoever may still get it may still use the row.
    let gets = Expr(
      .compare(
        isHopeful ? .equal : .notEqual, state,
        Expr(.award(isHopeful ? .achieved : .notAchieved), .award, span)), .truth, span)
    var used = Expr(.truth(false), .truth, span)
    for line in award.declaration.lines {
      guard case .condition(let condition) = line.content,
        onceNames(award.declaration, line).contains(where: { self.kind(named: $0.key) == kind })
      else { continue }
      let lineScope = scopeOf(award.declaration, inner, line)
      for use in uses(of: kind, in: condition, lineScope) {
        var list = check(use.list, lineScope)
        if let count = use.count {
          list = Expr(
            .builtin(.firstElements, [list, Expr(.number(count), .number, span)]), list.kind, span)
        }
        let among = Expr(.memberOf(row, list), .truth, span)
        used = Expr(.or(used, among), .truth, span)
      }
    }
    let both = Expr(.and(gets, used), .truth, span)
    let whole = Expr(.bind(slot: slot, owner, in: both), .truth, span)
    return Expr(
      .conditional(
        Expr(.isBlank(owner), .truth, span), Expr(.truth(false), .truth, span), whole), .truth,
      span)
  }

  // MARK: What a condition uses

  /// The lists of rows a condition looks at, and of each how many it needs (nil: all).
  private func uses(
    of kind: Int, in condition: Expression, _ scope: Scope
  ) -> [(list: Expression, count: Exact?)] {
    var found: [(list: Expression, count: Exact?)] = []
    func isCovered(_ part: Expression) -> Bool {
      found.contains { $0.list.span.start <= part.span.start && part.span.end <= $0.list.span.end }
    }
    condition.visit { part in
      guard let (counted, least) = leastCount(part), isList(counted, of: kind, scope) else {
        return
      }
      found.append((counted, least))
    }
    condition.visit { part in
      switch part.node {
      case .name, .of, .filter, .sorted:
        if !isCovered(part), isList(part, of: kind, scope) { found.append((part, nil)) }
      default: break
      }
    }
    return found
  }

  /// `đếm(L) từ 2 trở lên`, `đếm(L) >= 2`: the list and the number.
  private func leastCount(_ part: Expression) -> (list: Expression, least: Exact)? {
    let counted: Expression
    let least: Expression
    switch part.node {
    case .within(let value, let bounds):
      guard let lower = bounds.lower, lower.isInclusive else { return nil }
      (counted, least) = (value, lower.value)
    case .binary(.greaterOrEqual, let value, let number):
      (counted, least) = (value, number)
    default: return nil
    }
    guard case .call(let name, let arguments) = counted.node, arguments.count == 1,
      name.key == VietnameseText.lookupKey("đếm"), let number = constantNumber(least),
      number.isInteger, !number.isNegative
    else { return nil }
    return (arguments[0], number)
  }

  /// Whether the expression is a list of rows of that kind; says nothing when it is wrong.
  private func isList(_ expression: Expression, of kind: Int, _ scope: Scope) -> Bool {
    let before = diagnostics
    defer { diagnostics = before }
    return check(expression, scope).kind == .list(.subject(kind))
  }

  // MARK: Lines that do nothing

  /// A line `mỗi năm chỉ dùng một lần` whose award counts no years, and the like.
  func checkServesOnce(_ declaration: AwardDeclaration, _ kind: Int) {
    let conditions = declaration.lines.compactMap { line -> (Expression, [Name])? in
      guard case .condition(let condition) = line.content else { return nil }
      return (condition, line.suffixes.usedOnce)
    }
    func warnUnless(_ isUsed: Bool, _ name: Name) {
      if !isUsed { report(CheckMessages.servesOnceNothing(name.text, span: name.span)) }
    }
    for name in declaration.usedOnce {
      warnUnless(conditions.contains { counts(name, in: $0.0, declaration, kind) }, name)
    }
    for (condition, names) in conditions {
      for name in names { warnUnless(counts(name, in: condition, declaration, kind), name) }
    }
  }

  private func counts(
    _ name: Name, in condition: Expression, _ declaration: AwardDeclaration, _ kind: Int
  ) -> Bool {
    if name.key != Self.yearKey {
      guard let rows = self.kind(named: name.key) else { return true }
      var scope = Scope(frame: Frame())
      scope.subjects = [.init(kind: kind, slot: scope.frame.fresh())]
      return !uses(of: rows, in: condition, scope).isEmpty
    }
    var found = false
    condition.visit { part in
      switch part.node {
      case .call(let called, _):
        if YearFunction.allCases.contains(where: { $0.rawValue.lookedUp == called.key }) {
          found = true
        }
      case .name(let used):
        if used.key.contains(" " + "liên tục".lookedUp + " ") { found = true }
      default: break
      }
    }
    return found
  }
}
