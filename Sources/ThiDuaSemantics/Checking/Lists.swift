// Lists: filters, orders, mappings, quantifiers and the aggregates over them; also the lists `nhóm` and
// `tiêu chí`, which the checker unrolls because it knows every member.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  // MARK: Filter, sort, map

  func checkListExpression(_ expression: Expression, _ scope: Scope) -> Expr {
    let span = expression.span
    switch expression.node {
    case .filter(let list, let condition):
      let (source, slot, inner) = openElement(list, scope)
      let filter = checkCondition(condition, inner)
      return collect(source, slot: slot, filter: filter, body: nil, span)
    case .sorted(let list, let keys):
      let (source, slot, inner) = openElement(list, scope)
      return Expr(.sorted(source, slot: slot, keys: orderKeys(keys, inner)), source.kind, span)
    case .mapping(let body, let variable, let list):
      let source = check(list, scope)
      let slot = scope.frame.fresh()
      var inner = scope
      inner.locals[variable.key] = .init(slot: slot, kind: element(of: source, list.span))
      return collect(source, slot: slot, filter: nil, body: check(body, inner), span)
    default:
      return check(expression, scope)
    }
  }

  /// `thành viên của c sắp theo K`: `sắp theo` and `mà` stand on the list just before them; when that is
  /// one subject they can only mean the list it owns.
  func reassociated(_ expression: Expression, _ scope: Scope) -> Expression {
    guard case .of(let value, let owner) = expression.node else { return expression }
    func moved(_ base: Expression, _ rebuild: (Expression) -> Expression.Node) -> Expression? {
      let before = diagnostics
      let kind = check(base, scope).kind
      diagnostics = before
      guard case .subject = kind else { return nil }
      let list = reassociated(
        Expression(.of(value, owner: base), value.span.joined(base.span)), scope)
      return Expression(rebuild(list), expression.span)
    }
    switch owner.node {
    case .filter(let base, let condition):
      return moved(base) { .filter($0, condition) } ?? expression
    case .sorted(let base, let keys):
      if case .filter(let inner, let condition) = base.node {
        return moved(inner) {
          .sorted(Expression(.filter($0, condition), expression.span), keys)
        } ?? expression
      }
      return moved(base) { .sorted($0, keys) } ?? expression
    default:
      return expression
    }
  }

  /// The list and a scope in which its element's fields are seen first.
  private func openElement(_ list: Expression, _ scope: Scope) -> (Expr, Int, Scope) {
    let source = check(list, scope)
    let slot = scope.frame.fresh()
    var inner = scope
    let kind = element(of: source, list.span)
    if case .subject(let subject) = kind {
      inner.subjects.append(.init(kind: subject, slot: slot))
    } else {
      inner.locals[VietnameseText.lookupKey("phần tử")] = .init(slot: slot, kind: kind)
    }
    return (source, slot, inner)
  }

  func element(of list: Expr, _ span: Span) -> Kind {
    switch list.kind {
    case .list(let element): return element
    case .unknown: return .unknown
    default:
      report(CheckMessages.listExpected(describe(list.kind), span: span))
      return .unknown
    }
  }

  func orderKeys(_ keys: [SortKey], _ scope: Scope) -> [Expr.OrderKey] {
    var open = scope
    open.allowsBlank = true
    return keys.map { key in
      let value = key.isPreference ? checkCondition(key.value, open) : check(key.value, open)
      // `ưu tiên C`: có before không.
      return .init(value: value, isDescending: key.isPreference || key.isDescending)
    }
  }

  /// A collect fold, merged with the fold below it when that one only filtered.
  func collect(_ list: Expr, slot: Int, filter: Expr?, body: Expr?, _ span: Span) -> Expr {
    let kind = body?.kind ?? element(of: list, span)
    return Expr(
      .fold(.collect, list: list, slot: slot, filter: filter, body: body), .list(kind), span)
  }

  // MARK: Quantifiers

  func checkQuantifier(
    _ fold: Fold, _ list: Expression, _ condition: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    if let items = scoredItems(list, scope) {
      return unrolled(fold, items, filter: nil, condition, scope, span)
    }
    if case .filter(let inner, let filter) = list.node, let items = scoredItems(inner, scope) {
      return unrolled(fold, items, filter: filter, condition, scope, span)
    }
    let (source, slot, inner) = openElement(list, scope)
    let body = checkCondition(condition, inner)
    return Expr(.fold(fold, list: source, slot: slot, filter: nil, body: body), .truth, span)
  }

  /// The scored items of the current subject that `nhóm`, `tiêu chí`, `tiêu chí của nhóm 1` name.
  func scoredItems(_ list: Expression, _ scope: Scope) -> [(kind: Int, index: Int, row: Expr)]? {
    switch list.node {
    case .name(let name):
      guard scope.locals[name.key] == nil, let subject = scope.subjects.last else { return nil }
      let role: ScoredItem.Role
      if isOneOf(name.key, ["nhóm", "các nhóm", "mọi nhóm"]) {
        role = .group
      } else if isOneOf(name.key, ["tiêu chí", "các tiêu chí", "mọi tiêu chí"]) {
        role = .criterion
      } else {
        return nil
      }
      if reportsScoredItemsOfPast(name, subject.kind) { return [] }
      let row = Expr(.local(subject.slot), .subject(subject.kind), .none)
      return kinds[subject.kind].items.indices
        .filter { kinds[subject.kind].items[$0].role == role }
        .map { (subject.kind, $0, row) }
    case .of(let inner, let owner):
      guard case .name(let group) = owner.node, let subject = scope.subjects.last,
        let index = kinds[subject.kind].itemByKey[group.key],
        kinds[subject.kind].items[index].role == .group, let all = scoredItems(inner, scope)
      else { return nil }
      let members = Set(kinds[subject.kind].items[index].members)
      return all.filter { members.contains($0.index) }
    default:
      return nil
    }
  }

  private func isOneOf(_ key: String, _ words: [String]) -> Bool {
    words.contains { VietnameseText.lookupKey($0) == key }
  }

  /// The condition for every member, those that do not apply left out.
  private func unrolled(
    _ fold: Fold, _ items: [(kind: Int, index: Int, row: Expr)], filter: Expression?,
    _ condition: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    var result: Expr?
    for item in items {
      var inner = scope
      inner.item = item
      var test = checkCondition(condition, inner)
      if fold == .none { test = Expr(.not(test), .truth, span) }
      var skip = doesNotApply(item, span)
      if let filter {
        let kept = checkCondition(filter, inner)
        skip = Expr(.or(skip, Expr(.not(kept), .truth, span)), .truth, span)
      }
      let holds = Expr(.or(skip, test), .truth, span)
      result = result.map { Expr(.and($0, holds), .truth, span) } ?? holds
    }
    return result ?? Expr(.truth(true), .truth, span)
  }

  private func doesNotApply(_ item: (kind: Int, index: Int, row: Expr), _ span: Span) -> Expr {
    let score = kinds[item.kind].items[item.index].score
    return Expr(
      .isNotApplicable(reference(item.kind, score, row: item.row, span: span)), .truth, span)
  }

  // MARK: Aggregates

  static let aggregates: [String: Fold] = Dictionary(
    uniqueKeysWithValues: AggregateWord.all.map {
      (VietnameseText.lookupKey($0.help.name), $0.fold)
    })

  func checkAggregate(
    _ fold: Fold, _ argument: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    if case .withinGroup(let value, let group, let filter) = argument.node {
      return groupAggregate(fold, value, group, filter, scope, span)
    }
    if let value = itemAggregate(fold, argument, scope, span) { return value }
    let list = check(argument, scope)
    let kind = element(of: list, argument.span)
    // Merge with the collect below: one walk, no list in between.
    var (source, slot, filter, body) = (list, -1, Expr?.none, Expr?.none)
    if case .fold(.collect, let inner, let innerSlot, let innerFilter, let innerBody) = list.node {
      (source, slot, filter, body) = (inner, innerSlot, innerFilter, innerBody)
    } else {
      slot = scope.frame.fresh()
    }
    if fold == .share, filter == nil {
      report(CheckMessages.shareNeedsCondition(span: span))
    }
    switch fold {
    case .sum, .average, .median:
      if !kind.isNumeric {
        report(CheckMessages.numbersExpected(describe(kind), span: argument.span))
      }
    case .maximum, .minimum:
      switch kind {
      case .number, .count, .ratio, .date, .level, .unknown: break
      default: report(CheckMessages.numbersExpected(describe(kind), span: argument.span))
      }
    default:
      break
    }
    return Expr(
      .fold(fold, list: source, slot: slot, filter: filter, body: body),
      resultKind(fold, kind), span)
  }

  private func resultKind(_ fold: Fold, _ element: Kind) -> Kind {
    switch fold {
    case .count: .count
    case .share: .ratio
    case .average, .median: element == .ratio ? .ratio : .number
    case .every, .none: .truth
    case .collect: .list(element)
    case .sum, .maximum, .minimum: element == .count && fold == .sum ? .number : element
    }
  }

  /// `đếm(tiêu chí mà điểm = 0)`, `tổng(điểm của tiêu chí)`: unrolled over the known members.
  private func itemAggregate(
    _ fold: Fold, _ argument: Expression, _ scope: Scope, _ span: Span
  ) -> Expr? {
    var filter: Expression?
    var body: Expression?
    var list = argument
    if case .of(let value, let owner) = list.node, scoredItems(list, scope) == nil {
      (body, list) = (value, owner)
    }
    if case .filter(let inner, let condition) = list.node { (list, filter) = (inner, condition) }
    guard let items = scoredItems(list, scope) else { return nil }
    let one = Expr(.number(Exact(1)), .count, span)
    let zero = Expr(.number(Exact(0)), .count, span)
    func total(_ value: (Scope, Expr) -> Expr) -> Expr {
      var sum = zero
      for item in items {
        var inner = scope
        inner.item = item
        let applies = Expr(.not(doesNotApply(item, span)), .truth, span)
        var kept = applies
        if let filter {
          kept = Expr(.and(applies, checkCondition(filter, inner)), .truth, span)
        }
        sum = Expr(.arithmetic(.add, sum, value(inner, kept)), .number, span)
      }
      return sum
    }
    let count = total { _, kept in Expr(.conditional(kept, one, zero), .number, span) }
    switch fold {
    case .count:
      return Expr(count.node, .count, span)
    case .sum, .average:
      guard let body else { return nil }
      let sum = total { inner, kept in
        Expr(.conditional(kept, check(body, inner), zero), .number, span)
      }
      return fold == .sum ? sum : Expr(.arithmetic(.divide, sum, count), .number, span)
    case .share:
      let all = filter
      filter = nil
      let whole = total { _, kept in Expr(.conditional(kept, one, zero), .number, span) }
      filter = all
      return Expr(.arithmetic(.divide, count, whole), .ratio, span)
    case .maximum, .minimum:
      guard let body else { return nil }
      var values = items.map { item -> Expr in
        var inner = scope
        inner.item = item
        return check(body, inner)
      }
      guard !values.isEmpty else { return nil }
      let first = values.removeFirst()
      return values.reduce(first) {
        Expr(.builtin(fold == .maximum ? .larger : .smaller, [$0, $1]), .number, span)
      }
    default:
      return nil
    }
  }

  // MARK: Over the subject's own group

  /// `cao nhất(E trong cùng G mà C)`: a hidden column of the kind, computed once a group.
  private func groupAggregate(
    _ fold: Fold, _ value: Expression, _ group: Expression, _ filter: Expression?,
    _ scope: Scope, _ span: Span
  ) -> Expr {
    guard let subject = scope.subjects.last else {
      report(CheckMessages.groupWithoutSubject(span: span))
      return Expr(.blank, .unknown, span)
    }
    let kind = subject.kind
    if scope.isPast, historyOwners[kind] != nil {
      report(CheckMessages.groupOfPastYear(span: span))
      return Expr(.blank, .unknown, span)
    }
    let rule = RuleInformation(span: span)
    var countsRows = false
    if case .name(let name) = value.node, self.kind(named: name.key) == kind { countsRows = true }
    if fold == .share, filter == nil { report(CheckMessages.shareNeedsCondition(span: span)) }
    if countsRows, fold != .count, fold != .share {
      report(CheckMessages.numbersExpected(describe(.subject(kind)), span: value.span))
      return Expr(.blank, .unknown, span)
    }
    let groupColumn = column(for: group, in: kind, rule, scope)
    var filterColumn: Int?
    if let filter, countsRows || fold == .count || fold == .share {
      filterColumn = hiddenColumn(words(at: filter.span), in: kind, rule: rule, scope: scope) {
        [self] in checkCondition(filter, $0)
      }
    }
    var valueColumn: Int?
    if !countsRows && fold != .share {
      valueColumn = hiddenColumn(words(at: value.span), in: kind, rule: rule, scope: scope) {
        [self] inner in
        let body = check(value, inner)
        guard let filter, filterColumn == nil else { return body }
        let kept = checkCondition(filter, inner)
        let leftOut = Expr(.notApplicable, body.kind, span)
        return Expr(.conditional(kept, body, leftOut), body.kind, span)
      }
    }
    let elementKind = valueColumn.map { kinds[kind].columns[$0].kind } ?? .count
    if fold == .sum || fold == .average || fold == .median, !elementKind.isNumeric {
      report(CheckMessages.numbersExpected(describe(elementKind), span: value.span))
    }
    let result = hidden(words(at: span), in: kind, rule: rule) { [self] in
      for column in [valueColumn, filterColumn, groupColumn] {
        if let column { require(ColumnReference(kind: kind, column: column)) }
      }
      return ColumnDefinition(
        kind: resultKind(fold, elementKind),
        source: .grouped(
          GroupAggregate(
            fold: fold, value: valueColumn, filter: filterColumn, group: groupColumn)))
    }
    let row = Expr(.local(subject.slot), .subject(kind), span)
    return reference(kind, result, row: row, span: span)
  }

  /// The column an expression over the row stands for: itself when it is one, else a hidden one.
  func column(
    for expression: Expression, in kind: Int, _ rule: RuleInformation, _ outer: Scope? = nil
  ) -> Int {
    if case .name(let name) = expression.node, outer?.macros[name.key] == nil,
      let named = column(of: kind, named: name.key)
    {
      let column = followed(kind, named)
      require(ColumnReference(kind: kind, column: column))
      return column
    }
    return hiddenColumn(words(at: expression.span), in: kind, rule: rule, scope: outer) {
      [self] inner in
      var open = inner
      open.allowsBlank = true
      return check(expression, open)
    }
  }
}
