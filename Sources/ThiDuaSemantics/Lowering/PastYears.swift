// Expressions over past years: `số năm liên tục(C)`, `số năm(C)`, `E của năm trước`, `E của năm 2025`,
// `X năm trước`, `X liên tục 3 năm`.
//
// In: an expression about one year. Out: folds over the subject's past rows, in which the expression is
// checked again with the rows' columns in the place of the present ones. A year without a row is a year
// nobody knows anything of: it breaks a run, and its values are blank (an award then: `không đạt`). The year of
// a past row stands for the present one when the expression is itself asked of a past year.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// The functions over years, as scripts call them.
enum YearFunction: String, CaseIterable {
  case consecutive = "số năm liên tục"
  case total = "số năm"
}

extension Checker {
  /// The subject whose years are meant: its place among the scope's subjects and its past.
  private struct YearsOf {
    var place: Int
    var subject: Int
    var draft: HistoryDraft
    /// The scope's row is a past one.
    var isPastRow: Bool
  }

  private func yearsOf(_ scope: Scope) -> YearsOf? {
    for place in scope.subjects.indices.reversed() {
      let kind = scope.subjects[place].kind
      if let draft = histories[kind] {
        return YearsOf(place: place, subject: kind, draft: draft, isPastRow: false)
      }
      if let subject = historyOwners[kind], let draft = histories[subject],
        draft.years.kind == kind
      {
        return YearsOf(place: place, subject: subject, draft: draft, isPastRow: true)
      }
    }
    return nil
  }

  /// Why there are no years to look at.
  private func reportNoYears(_ scope: Scope, _ span: Span) -> Expr {
    if let subject = scope.subjects.last {
      if !refusedHistories.isDisjoint(with: scope.subjects.map(\.kind)) {
        return Expr(.blank, .unknown, span)
      }
      report(CheckMessages.historyMissing(kinds[subject.kind].name, span: span))
    } else {
      report(CheckMessages.yearsWithoutSubject(span: span))
    }
    return Expr(.blank, .unknown, span)
  }

  private func number(_ value: Int, _ span: Span) -> Expr {
    Expr(.number(Exact(value)), .count, span)
  }

  /// The past rows of the subject, and the scope in which one of them stands for it.
  private func pastRows(
    _ years: YearsOf, _ scope: Scope, slot: Int, _ span: Span
  ) -> (list: Expr, inner: Scope) {
    let table = years.draft.years
    var inner = scope
    let row = Expr(
      .local(scope.subjects[years.place].slot), .subject(scope.subjects[years.place].kind), span)
    inner.subjects[years.place] = .init(kind: table.kind, slot: slot)
    inner.pending = .asNo
    inner.item = nil
    inner.isPast = true
    guard years.isPastRow else {
      return (reference(years.subject, table.list, row: row, span: span), inner)
    }
    let owner = reference(table.kind, table.owner, row: row, span: span)
    let listKind = Kind.list(.subject(table.kind))
    let rows = reference(years.subject, table.list, row: owner, span: span)
    return (
      Expr(
        .conditional(
          Expr(.isBlank(owner), .truth, span), Expr(.list([]), listKind, span), rows), listKind,
        span), inner
    )
  }

  /// The present year, or the year of the past row that stands for it.
  private func thisYear(_ years: YearsOf, _ scope: Scope, _ span: Span) -> Expr {
    guard years.isPastRow else { return number(years.draft.year, span) }
    let table = years.draft.years
    let row = Expr(.local(scope.subjects[years.place].slot), .subject(table.kind), span)
    return reference(table.kind, table.year, row: row, span: span)
  }

  private func year(of slot: Int, _ years: YearsOf, _ span: Span) -> Expr {
    let table = years.draft.years
    let row = Expr(.local(slot), .subject(table.kind), span)
    return reference(table.kind, table.year, row: row, span: span)
  }

  // MARK: số năm, số năm liên tục

  /// The call of a function over years; nil for every other call.
  func checkYearCall(
    _ name: Name, _ arguments: [Expression], _ scope: Scope, _ span: Span
  ) -> Expr? {
    guard let function = YearFunction.allCases.first(where: { $0.rawValue.lookedUp == name.key })
    else { return nil }
    guard arguments.count == 1 else {
      report(
        CheckMessages.argumentCount(name.text, expected: 1, found: arguments.count, span: span))
      return Expr(.blank, .count, span)
    }
    return countYears(function, arguments[0], scope, span)
  }

  private func countYears(
    _ function: YearFunction, _ condition: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    guard let years = yearsOf(scope) else {
      _ = checkCondition(condition, scope)
      return reportNoYears(scope, span)
    }
    let before = diagnostics.errorCount
    let current = checkCondition(condition, scope)
    // What is wrong with it is wrong with every year; saying it once is enough.
    if diagnostics.errorCount > before { return number(0, span) }
    let present = thisYear(years, scope, span)
    let found = scope.frame.fresh()
    let past = yearsThatPass(condition, years, present, scope, span)
    let list = Expr(.local(found), past.kind, span)
    let one = number(1, span)
    let zero = number(0, span)
    func sum(_ a: Expr, _ b: Expr) -> Expr { Expr(.arithmetic(.add, a, b), .count, span) }
    let result: Expr
    switch function {
    case .total:
      let all = Expr(.builtin(.elementCount, [list]), .count, span)
      result = sum(all, Expr(.conditional(current, one, zero), .count, span))
    case .consecutive:
      let run = runLength(list, upTo: present, scope, span)
      result = Expr(.conditional(current, sum(run, one), zero), .count, span)
    }
    return Expr(.bind(slot: found, past, in: result), .count, span)
  }

  /// The years before the present one whose rows pass, each once.
  private func yearsThatPass(
    _ condition: Expression, _ years: YearsOf, _ present: Expr, _ scope: Scope, _ span: Span
  ) -> Expr {
    let slot = scope.frame.fresh()
    let (list, inner) = pastRows(years, scope, slot: slot, span)
    let year = year(of: slot, years, span)
    var keeps = Expr(.compare(.less, year, present), .truth, span)
    func demand(_ test: Expr?) {
      if let test { keeps = Expr(.and(keeps, test), .truth, span) }
    }
    if years.draft.results == nil { demand(isFirstOfYear(slot, years, span)) }
    demand(isSince(year, scope, span))
    demand(hasNotServed(slot, years, present, scope, span))
    demand(checkCondition(condition, inner))
    return collect(list, slot: slot, filter: keeps, body: year, span)
  }

  /// How many of the years lead without a gap up to the one before `present`.
  private func runLength(
    _ list: Expr, upTo present: Expr, _ scope: Scope, _ span: Span
  ) -> Expr {
    let (slot, later) = (scope.frame.fresh(), scope.frame.fresh())
    let year = Expr(.local(slot), .count, span)
    let other = Expr(.local(later), .count, span)
    let notEarlier = Expr(.compare(.greaterOrEqual, other, year), .truth, span)
    let between = Expr(
      .fold(.count, list: list, slot: later, filter: notEarlier, body: nil), .count, span)
    let distance = Expr(.arithmetic(.subtract, present, year), .number, span)
    let isUnbroken = Expr(.compare(.equal, between, distance), .truth, span)
    return Expr(.fold(.count, list: list, slot: slot, filter: isUnbroken, body: nil), .count, span)
  }

  /// In a list of awards a year may have several rows: only the first stands for it.
  private func isFirstOfYear(_ slot: Int, _ years: YearsOf, _ span: Span) -> Expr {
    let table = years.draft.years
    let column = automatic(
      "dòng đầu của năm", in: table.kind, rule: RuleInformation(span: table.span), kind: .truth
    ) { [self] in
      computed(table.kind) { scope in
        let row = scope.row!
        let owner = reference(table.kind, table.owner, row: row, span: span)
        let year = reference(table.kind, table.year, row: row, span: span)
        let other = scope.frame.fresh()
        let rows = reference(years.subject, table.list, row: owner, span: span)
        let otherRow = Expr(.local(other), .subject(table.kind), span)
        let same = Expr(
          .compare(
            .equal, reference(table.kind, table.year, row: otherRow, span: span), year), .truth,
          span)
        let ofYear = collect(rows, slot: other, filter: same, body: nil, span)
        let first = Expr(
          .index(ofYear, Expr(.number(Exact(1)), .number, span)), .subject(table.kind), span)
        return Expr(
          .conditional(
            Expr(.isBlank(owner), .truth, span), Expr(.truth(false), .truth, span),
            Expr(.compare(.equal, first, row), .truth, span)), .truth, span)
      }
    }
    let row = Expr(.local(slot), .subject(table.kind), span)
    return reference(table.kind, column, row: row, span: span)
  }

  /// `thành tích tính từ E`: years that began before E do not count.
  private func isSince(_ year: Expr, _ scope: Scope, _ span: Span) -> Expr? {
    guard let since = scope.since, let owner = scope.subjects.first else { return nil }
    var outside = Scope(frame: scope.frame)
    outside.subjects = [owner]
    outside.allowsBlank = true
    let from = check(since.from, outside)
    expect(from, .date)
    let one = Expr(.number(Exact(1)), .number, span)
    let newYear = Expr(.builtin(.makeDate, [one, one, year]), .date, span)
    let late = Expr(.compare(.greaterOrEqual, newYear, from), .truth, span)
    return Expr(.or(Expr(.isBlank(from), .truth, span), late), .truth, span)
  }

  /// `mỗi năm chỉ dùng một lần`: a year up to the last one the award was given in has served; where the rows
  /// say what a year served for, they decide.
  private func hasNotServed(
    _ slot: Int, _ years: YearsOf, _ present: Expr, _ scope: Scope, _ span: Span
  ) -> Expr? {
    guard let award = scope.yearsServeOnce else { return nil }
    let table = years.draft.years
    let row = Expr(.local(slot), .subject(table.kind), span)
    let name = award.declaration.header.name
    if let served = years.draft.results?.servedFor {
      let words = reference(table.kind, served, row: row, span: span)
      let lower = Expr(.builtin(.lowercase, [words]), .text, span)
      let wanted = Expr(.text(name.key), .text, span)
      let names = Expr(.builtin(.contains, [lower, wanted]), .truth, span)
      return Expr(
        .or(Expr(.isBlank(words), .truth, span), Expr(.not(names), .truth, span)), .truth, span)
    }
    let year = year(of: slot, years, span)
    func inWindow(_ other: Expr) -> Expr {
      Expr(
        .and(
          Expr(.compare(.greaterOrEqual, other, year), .truth, span),
          Expr(.compare(.less, other, present), .truth, span)), .truth, span)
    }
    let later = scope.frame.fresh()
    let given: Expr
    if let list = years.draft.awards {
      let owner = reference(table.kind, table.owner, row: row, span: span)
      given = awardsGiven(award, list, of: owner, slot: later, scope, span, inWindow)
    } else {
      guard let state = pastState(award, years.draft, table.kind) else {
        report(
          CheckMessages.historyLacks(
            name.text, kind: kinds[years.subject].name, has: pastNames(years.subject), span: span))
        return nil
      }
      let (rows, _) = pastRows(years, scope, slot: later, span)
      let laterRow = Expr(.local(later), .subject(table.kind), span)
      let achieved = Expr(
        .compare(
          .equal, reference(table.kind, state, row: laterRow, span: span),
          Expr(.award(.achieved), .award, span)), .truth, span)
      let passes = Expr(
        .and(inWindow(self.year(of: later, years, span)), achieved), .truth, span)
      given = Expr(.fold(.count, list: rows, slot: later, filter: passes, body: nil), .count, span)
    }
    return Expr(.compare(.equal, given, number(0, span)), .truth, span)
  }

  // MARK: năm trước, năm 2025

  /// Which year a phrase means: nil none, `năm trước` the one before, `năm 2025` that one.
  private enum YearPhrase {
    case before
    case written(Int)

    init?(_ key: Substring) {
      let words = key.split(separator: " ")
      guard words.count == 2, words[0] == Substring("năm".lookedUp) else { return nil }
      if words[1] == Substring("trước".lookedUp) {
        self = .before
      } else if words[1].utf8.count == 4, let year = Int(words[1]) {
        self = .written(year)
      } else {
        return nil
      }
    }
  }

  /// `E của năm trước`, `E của năm 2025`; nil when the owner is no such year here.
  func checkOfYear(
    _ value: Expression, _ owner: Expression, _ scope: Scope, _ span: Span
  ) -> Expr? {
    if case .of(let year, let subject) = owner.node, case .name(let name) = year.node,
      isYear(name, scope)
    {
      let ofYear = Expression(.of(value, owner: year), value.span.joined(year.span))
      return check(Expression(.of(ofYear, owner: subject), span), scope)
    }
    guard case .name(let name) = owner.node, isYear(name, scope),
      let phrase = YearPhrase(Substring(name.key))
    else { return nil }
    return pastValue(value, phrase, name.text, scope, span)
  }

  private func isYear(_ name: Name, _ scope: Scope) -> Bool {
    YearPhrase(Substring(name.key)) != nil && scope.locals[name.key] == nil
      && globalByKey[name.key] == nil && kind(named: name.key) == nil
      && scope.subjects.allSatisfy { kinds[$0.kind].byKey[name.key] == nil }
  }

  /// `tổng điểm năm trước`, `mức năm 2025`, `đạt X liên tục 3 năm`: a name of the subject and a year.
  func pastName(_ name: Name, _ subject: Scope.Subject, _ scope: Scope, _ span: Span) -> Expr? {
    let words = name.key.split(separator: " ")
    guard words.count > 2 else { return nil }
    let tail = words.suffix(2).joined(separator: " ")
    // A name that ends in `năm` itself goes before the shorter one: `mức năm 2025`, `mức năm trước`.
    if let phrase = YearPhrase(Substring(tail)),
      let base = [1, 2].compactMap({ start(of: name, without: $0) }).first(where: {
        column(of: subject.kind, named: $0.key) != nil
      })
    {
      let yearText = name.text.split(separator: " ").suffix(2).joined(separator: " ")
      return pastValue(Expression(.name(base), span), phrase, yearText, scope, span)
    }
    guard words.count > 4, words[words.count - 1] == Substring("năm".lookedUp),
      let count = Int(words[words.count - 2]),
      words[words.count - 4..<words.count - 2].elementsEqual(
        "liên tục".lookedUp.split(separator: " ")),
      let base = start(of: name, without: 4), column(of: subject.kind, named: base.key) != nil
    else { return nil }
    let run = countYears(.consecutive, Expression(.name(base), span), scope, span)
    return Expr(.compare(.greaterOrEqual, run, number(count, span)), .truth, span)
  }

  private func start(of name: Name, without count: Int) -> Name? {
    let text = name.text.split(separator: " ").dropLast(count).joined(separator: " ")
    let key = name.key.split(separator: " ").dropLast(count).joined(separator: " ")
    return key.isEmpty ? nil : Name(text: text, key: key, span: name.span)
  }

  private func pastValue(
    _ value: Expression, _ phrase: YearPhrase, _ yearText: String, _ scope: Scope, _ span: Span
  ) -> Expr {
    guard let years = yearsOf(scope) else { return reportNoYears(scope, span) }
    let wanted: Expr
    switch phrase {
    case .before:
      wanted = Expr(
        .arithmetic(.subtract, thisYear(years, scope, span), number(1, span)), .number, span)
    case .written(let year):
      if year >= years.draft.year {
        report(
          CheckMessages.yearNotPast(year, current: years.draft.year, span: span))
      }
      wanted = number(year, span)
    }
    let slot = scope.frame.fresh()
    let (list, inner) = pastRows(years, scope, slot: slot, span)
    var open = inner
    open.allowsBlank = true
    let body = check(value, open)
    let ofYear = Expr(.compare(.equal, year(of: slot, years, span), wanted), .truth, span)
    // The year's rows and not their values: what does not apply would not be in a list.
    let rows = collect(list, slot: slot, filter: ofYear, body: nil, span)
    let found = scope.frame.fresh()
    let local = Expr(.local(found), rows.kind, span)
    let isMissing = Expr(
      .compare(.equal, Expr(.builtin(.elementCount, [local]), .count, span), number(0, span)),
      .truth, span)
    let row = Expr(.index(local, number(1, span)), .subject(years.draft.years.kind), span)
    let first = Expr(.bind(slot: slot, row, in: body), body.kind, span)
    let absent: Expr
    switch body.kind {
    case .truth: absent = Expr(.truth(false), .truth, span)
    case .award: absent = Expr(.award(.notAchieved), .award, span)
    case _ where isRun(value): absent = number(0, span)
    default:
      absent = Expr(.blank, body.kind, span)
      demandAnswerForBlank(value, yearText, scope, span)
    }
    return Expr(
      .bind(
        slot: found, rows, in: Expr(.conditional(isMissing, absent, first), body.kind, span)),
      body.kind, span)
  }

  /// A run that ends in a year nobody knows anything of has no years.
  private func isRun(_ value: Expression) -> Bool {
    guard case .call(let name, _) = value.node else { return false }
    return name.key == YearFunction.consecutive.rawValue.lookedUp
  }

  /// A year may have no row: the rule has to say what then, unless blanks may pass here.
  private func demandAnswerForBlank(
    _ value: Expression, _ yearText: String, _ scope: Scope, _ span: Span
  ) {
    if scope.allowsBlank { return }
    if case .name(let name) = value.node,
      scope.blankTested.contains(name.key + " " + yearText.lookedUp)
    {
      return
    }
    report(CheckMessages.pastValueMayBeBlank(words(at: span), span: span))
  }

  // MARK: What the past does not know

  /// `mọi tiêu chí` of a past year: its criteria are no columns of the history.
  func reportsScoredItemsOfPast(_ name: Name, _ rows: Int) -> Bool {
    guard let subject = historyOwners[rows] else { return false }
    report(
      CheckMessages.historyLacks(
        name.text, kind: kinds[subject].name, has: pastNames(subject), span: name.span))
    return true
  }

  /// Reports a name that the present year has and past rows cannot have; false for any other name.
  func reportsMissingPast(_ name: Name, _ rows: Int, _ span: Span) -> Bool {
    guard let subject = historyOwners[rows], column(of: subject, named: name.key) != nil else {
      return false
    }
    report(
      CheckMessages.historyLacks(
        name.text, kind: kinds[subject].name, has: pastNames(subject), span: span))
    return true
  }
}
