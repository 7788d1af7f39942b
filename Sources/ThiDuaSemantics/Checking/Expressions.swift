// Expressions: names become slots, operators learn their kinds. Total: whatever is wrong is reported
// and gives an expression of kind `unknown`.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// Checks an expression; `expecting` only helps literals (a text that names a level).
  func check(_ expression: Expression, _ scope: Scope, expecting: Kind = .unknown) -> Expr {
    let span = expression.span
    switch expression.node {
    case .number(let value, let unit):
      return Expr(.number(value), unit == .percent ? .ratio : .number, span)
    case .text(let pieces):
      return checkText(pieces, scope, expecting, span)
    case .date(let date):
      return Expr(.date(date.days), .date, span)
    case .truth(let value):
      return Expr(.truth(value), .truth, span)
    case .blank:
      return Expr(.blank, expecting, span)
    case .notApplicable:
      return Expr(.notApplicable, expecting, span)
    case .awardState(let state):
      return Expr(.award(state), .award, span)
    case .name(let name):
      return checkName(name, scope, expecting, span)
    case .current(let name):
      return checkCurrent(name, scope, span)
    case .lookup(let kind, let key):
      return checkLookup(kind, key, scope, span)
    case .call(let name, let arguments):
      return checkCall(name, arguments, scope, span)
    case .of(let value, let owner):
      let meant = reassociated(expression, scope)
      if case .of = meant.node { return checkOf(value, owner, scope, span) }
      return check(meant, scope, expecting: expecting)
    case .negate(let inner):
      let value = check(inner, scope)
      expectNumber(value)
      return Expr(.negate(value), value.kind == .ratio ? .ratio : .number, span)
    case .not(let inner):
      return Expr(.not(checkCondition(inner, scope)), .truth, span)
    case .binary(let op, let left, let right):
      return checkBinary(op, left, right, scope, span)
    case .within(let value, let bounds):
      return checkWithin(value, bounds, scope, span)
    case .conditional(let condition, let then, let otherwise):
      let test = checkCondition(condition, scope)
      let first = check(then, scope, expecting: expecting)
      let second = check(otherwise, scope, expecting: first.kind.merged(with: expecting))
      if !agree(first, second) {
        report(
          CheckMessages.branchesDiffer(
            describe(first.kind), describe(second.kind), span: second.span, first: first.span))
      }
      return Expr(.conditional(test, first, second), first.kind.merged(with: second.kind), span)
    case .ifBlank(let value, let fallback):
      var open = scope
      open.allowsBlank = true
      let first = check(value, open, expecting: expecting)
      let second = check(fallback, scope, expecting: first.kind)
      if !agree(first, second) {
        report(
          CheckMessages.branchesDiffer(
            describe(first.kind), describe(second.kind), span: second.span, first: first.span))
      }
      return Expr(.ifBlank(first, second), first.kind.merged(with: second.kind), span)
    case .list(let elements):
      return checkList(elements, scope, expecting, span)
    case .dictionary(let pairs):
      return checkDictionary(pairs, scope, span)
    case .range(let low, let high):
      let (first, second) = (check(low, scope), check(high, scope))
      expectNumber(first)
      expectNumber(second)
      return Expr(.range(first, second), .list(.number), span)
    case .index(let list, let index):
      return checkIndex(list, index, scope, span)
    case .filter, .sorted, .mapping:
      return checkListExpression(expression, scope)
    case .withinGroup:
      report(CheckMessages.groupOutsideAggregate(span: span))
      return Expr(.blank, .unknown, span)
    case .every(let list, let condition):
      return checkQuantifier(.every, list, condition, scope, span)
    case .none(let list, let condition):
      return checkQuantifier(.none, list, condition, scope, span)
    case .anyOf(let conditions):
      let checked = conditions.map { checkCondition($0, scope) }
      guard var result = checked.first else { return Expr(.truth(false), .truth, span) }
      for next in checked.dropFirst() { result = Expr(.or(result, next), .truth, span) }
      return result
    case .ballot(let votes, let base):
      var open = scope
      open.allowsBlank = true
      let (yes, all) = (check(votes, open), check(base, scope))
      expectNumber(yes)
      expectNumber(all)
      return Expr(.arithmetic(.divide, yes, all), .ratio, span)
    case .invalid:
      return Expr(.blank, .unknown, span)
    }
  }

  /// Checks an expression that must be a condition.
  func checkCondition(_ expression: Expression, _ scope: Scope) -> Expr {
    let value = check(expression, scope, expecting: .truth)
    if !value.kind.agrees(with: .truth) {
      report(CheckMessages.conditionExpected(describe(value.kind), span: expression.span))
    }
    return value
  }

  func agree(_ a: Expr, _ b: Expr) -> Bool { a.kind.agrees(with: b.kind) }

  func expectNumber(_ value: Expr) {
    if !value.kind.isNumeric {
      report(CheckMessages.numberExpected(describe(value.kind), span: value.span))
    }
  }

  /// Reports unless the value may stand where `kind` is wanted.
  func expect(_ value: Expr, _ kind: Kind) {
    if !value.kind.agrees(with: kind) {
      report(
        CheckMessages.kindsDiffer(
          expected: describe(kind), found: describe(value.kind), span: value.span))
    }
  }

  /// A kind as the user knows it.
  func describe(_ kind: Kind) -> String {
    switch kind {
    case .number: "số"
    case .count: "số lượng"
    case .ratio: "tỷ lệ"
    case .text: "chữ"
    case .date: "ngày"
    case .truth: "có/không"
    case .level(let scale): "mức của thang bậc \(scales[scale].name)"
    case .award: "kết quả xét khen thưởng"
    case .subject(let index): "một \(kinds[index].name)"
    case .list(let element): "danh sách " + describe(element)
    case .dictionary(let key, let value): "từ điển \(describe(key)) → \(describe(value))"
    case .nothing: "không có giá trị"
    case .unknown: "chưa rõ loại"
    }
  }

  // MARK: Literals and names

  private func checkText(
    _ pieces: [TextPiece], _ scope: Scope, _ expecting: Kind, _ span: Span
  ) -> Expr {
    var literal = ""
    var parts: [InterpolationPiece] = []
    var isLiteral = true
    for piece in pieces {
      switch piece {
      case .literal(let text):
        literal += text
        parts.append(.literal(text))
      case .value(let value, let decimals):
        isLiteral = false
        var open = scope
        open.allowsBlank = true
        parts.append(.value(check(value, open), decimals: decimals))
      }
    }
    guard isLiteral else { return Expr(.interpolation(parts), .text, span) }
    if case .level(let scale) = expecting { return level(literal, of: scale, span) }
    return Expr(.text(literal), .text, span)
  }

  /// The level a text names; a text that names none is reported with the nearest ones.
  func level(_ text: String, of scale: Int, _ span: Span) -> Expr {
    let key = VietnameseText.lookupKey(text)
    if let index = scales[scale].levels.firstIndex(where: { VietnameseText.lookupKey($0) == key }) {
      return Expr(.level(index), .level(scale), span)
    }
    report(
      CheckMessages.unknownLevel(
        text, scale: scales[scale].name, levels: Array(scales[scale].levels.reversed()), span: span,
        suggestions: Spelling.closest(to: text, in: scales[scale].levels)))
    return Expr(.level(0), .level(scale), span)
  }

  private func checkName(
    _ name: Name, _ scope: Scope, _ expecting: Kind, _ span: Span
  ) -> Expr {
    resolve(name, scope, span: span)
  }

  private func checkCurrent(_ name: Name, _ scope: Scope, _ span: Span) -> Expr {
    guard let kind = kind(named: name.key) else {
      report(
        CheckMessages.unknownKind(
          name.text, span: span, suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))
        ))
      return Expr(.blank, .unknown, span)
    }
    if let subject = scope.subjects.last(where: { $0.kind == kind }) {
      return Expr(.local(subject.slot), .subject(kind), span)
    }
    report(CheckMessages.noCurrentSubject(name.text, span: span))
    return Expr(.blank, .subject(kind), span)
  }

  private func checkLookup(_ name: Name, _ key: Expression, _ scope: Scope, _ span: Span) -> Expr {
    guard let kind = kind(named: name.key) else {
      report(
        CheckMessages.unknownKind(
          name.text, span: name.span,
          suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))))
      return Expr(.blank, .unknown, span)
    }
    let value = check(key, scope, expecting: .text)
    if !value.kind.agrees(with: .text) && !value.kind.isNumeric {
      expect(value, .text)
    }
    noteIdentifyingColumns(kind)
    return Expr(.find(kind: kind, key: value), .subject(kind), span)
  }

  /// Looking a subject up reads its key and name columns.
  private func noteIdentifyingColumns(_ kind: Int) {
    for column in kinds[kind].key { require(ColumnReference(kind: kind, column: column)) }
  }

  private func checkOf(
    _ value: Expression, _ owner: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    if !scope.template.given.isEmpty,
      let property = templateProperty(value, owner, scope, span)
    {
      return property
    }
    if case .name(let name) = owner.node, name.key == VietnameseText.lookupKey("phong trào"),
      kind(named: name.key) == nil, campaignDeclaration != nil
    {
      return campaignValue(value, span)
    }
    if let basis = basisValue(value, owner, scope, span) { return basis }
    if let past = checkOfYear(value, owner, scope, span) { return past }
    let subject = check(owner, scope)
    switch subject.kind {
    case .subject(let kind):
      return valueOf(value, subject, kind, scope, span)
    case .list(.subject(let kind)):
      var inner = scope
      let slot = scope.frame.fresh()
      inner.subjects.append(.init(kind: kind, slot: slot))
      let body = check(value, inner)
      return collect(subject, slot: slot, filter: nil, body: body, span)
    case .unknown:
      return Expr(.blank, .unknown, span)
    default:
      report(CheckMessages.ownerExpected(describe(subject.kind), span: owner.span))
      return Expr(.blank, .unknown, span)
    }
  }

  /// `E của X` for one subject: E's names are X's fields first.
  private func valueOf(
    _ value: Expression, _ subject: Expr, _ kind: Int, _ scope: Scope, _ span: Span
  ) -> Expr {
    var inner = scope
    if case .local(let slot) = subject.node {
      inner.subjects.append(.init(kind: kind, slot: slot))
      return check(value, inner)
    }
    let slot = scope.frame.fresh()
    inner.subjects.append(.init(kind: kind, slot: slot))
    let body = check(value, inner)
    return Expr(.bind(slot: slot, subject, in: body), body.kind, span)
  }

  // MARK: Lists

  private func checkList(
    _ elements: [Expression], _ scope: Scope, _ expecting: Kind, _ span: Span
  ) -> Expr {
    var kind: Kind = .unknown
    if case .list(let element) = expecting { kind = element }
    var checked: [Expr] = []
    for element in elements {
      let value = check(element, scope, expecting: kind)
      if !value.kind.agrees(with: kind) {
        report(
          CheckMessages.kindsDiffer(
            expected: describe(kind), found: describe(value.kind), span: value.span))
      }
      kind = kind.agrees(with: value.kind) ? kind.merged(with: value.kind) : kind
      checked.append(value)
    }
    return Expr(.list(checked), .list(kind), span)
  }

  private func checkDictionary(
    _ pairs: [(key: Expression, value: Expression)], _ scope: Scope, _ span: Span
  ) -> Expr {
    var (keyKind, valueKind): (Kind, Kind) = (.unknown, .unknown)
    var checked: [(key: Expr, value: Expr)] = []
    for pair in pairs {
      let key = check(pair.key, scope, expecting: keyKind)
      let value = check(pair.value, scope, expecting: valueKind)
      expect(key, keyKind)
      expect(value, valueKind)
      if keyKind.agrees(with: key.kind) { keyKind = keyKind.merged(with: key.kind) }
      if valueKind.agrees(with: value.kind) { valueKind = valueKind.merged(with: value.kind) }
      checked.append((key, value))
    }
    return Expr(.dictionary(checked), .dictionary(keyKind, valueKind), span)
  }

  private func checkIndex(
    _ list: Expression, _ index: Expression, _ scope: Scope, _ span: Span
  ) -> Expr {
    let container = check(list, scope)
    switch container.kind {
    case .list(let element):
      let place = check(index, scope)
      expectNumber(place)
      return Expr(.index(container, place), element, span)
    case .dictionary(let keyKind, let valueKind):
      let key = check(index, scope, expecting: keyKind)
      expect(key, keyKind)
      return Expr(.index(container, key), valueKind, span)
    case .unknown:
      _ = check(index, scope)
      return Expr(.index(container, check(index, scope)), .unknown, span)
    default:
      report(CheckMessages.listExpected(describe(container.kind), span: list.span))
      return Expr(.blank, .unknown, span)
    }
  }
}
