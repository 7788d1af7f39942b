// Rules that give points: groups, criteria, bonuses and penalties, each as columns of its kind.
//
// A score X has X itself, `thang điểm X` (the maximum that applies, 0 when it does not) and
// `tỷ lệ đạt X`. The order of reckoning is language.md §6, `tiêu chí`.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  // MARK: Declaring

  func declareGroup(_ declaration: GroupDeclaration) {
    let header = declaration.header
    guard let kind = subjectKind(of: header) else { return }
    var members: [Int] = []
    let basis = basisTexts(declaration.lines, declaration.suffixes)
    for criterion in declaration.criteria {
      if let index = declareCriterion(criterion, in: declaration, kind, basis) {
        members.append(index)
      }
    }
    declareItem(header, .group, declaration.maximum, kind, basis) { [self] item in
      computed(kind) { groupScore(declaration, kind, members, item, $0) }
    }
    if let item = kinds[kind].itemByKey[header.name.key] {
      kinds[kind].items[item].members = members
      kinds[kind].items[item].treatment = declaration.treatment
    }
  }

  @discardableResult
  func declareCriterion(
    _ written: CriterionDeclaration, in group: GroupDeclaration?, _ known: Int? = nil,
    _ groupBasis: [String] = []
  ) -> Int? {
    guard let kind = known ?? subjectKind(of: written.header) else { return nil }
    let (declaration, later) = inForce(written, written.later, name: written.header.name.text)
    let basis = datedBasis(
      basisTexts(declaration.lines, declaration.suffixes),
      later.map { ($0.dating, basisTexts($0.declaration.lines, $0.declaration.suffixes)) })
    let shared = sharedLines(of: group)
    let lines = shared + declaration.lines + later.flatMap(\.declaration.lines)
    var direct: Int?
    if has(lines, { if case .direct = $0 { true } else { false } }) {
      direct = declareDirectField(declaration, kind)
    }
    declareConfirmations(later.last?.declaration ?? declaration, kind)
    func points(_ version: CriterionDeclaration, _ scope: Scope) -> Expr {
      let isDirect = has(version.lines) { if case .direct = $0 { true } else { false } }
      let rule = ScoreRule(
        name: declaration.header.name.text, maximum: version.maximum,
        lines: shared + version.lines,
        suffixes: version.suffixes, direct: isDirect ? direct : nil,
        span: version.header.span)
      let treatment = writtenTreatment(version.lines) ?? group?.treatment
      return withFullScore(score(rule, kind, scope), rule, treatment, scope)
    }
    let item = declareItem(
      declaration.header, .criterion,
      datedMaximum(
        declaration.maximum, later.map { ($0.dating, $0.declaration.maximum) }), kind,
      basis.isEmpty ? groupBasis : basis,
      mayBeNegative: has(lines) { if case .allowNegative = $0 { true } else { false } },
      treatment: writtenTreatment(declaration.lines)
    ) { [self] item in
      computed(kind) { scope in
        dated(points(declaration, scope), later, scope) { points($0, scope) }
      }
    }
    if let item, let direct { kinds[kind].directFields[item] = direct }
    return item
  }

  /// The group's own `áp dụng khi`, `không áp dụng khi`, `chỉ chấm khi`: said once for each criterion.
  private func sharedLines(of group: GroupDeclaration?) -> [RuleLine] {
    (group?.lines ?? []).filter {
      switch $0.content {
      case .applicability, .gate: true
      default: false
      }
    }
  }

  func declareAdjustment(_ written: AdjustmentDeclaration) {
    let header = written.header
    guard let kind = subjectKind(of: header) else { return }
    let (declaration, later) = inForce(written, written.later, name: header.name.text)
    let basis = datedBasis(
      basisTexts(declaration.lines, declaration.suffixes),
      later.map { ($0.dating, basisTexts($0.declaration.lines, $0.declaration.suffixes)) })
    let maximum = datedMaximum(
      declaration.maximum, later.map { ($0.dating, $0.declaration.maximum) })
    declareItem(header, declaration.isPenalty ? .penalty : .bonus, maximum, kind, basis) {
      [self] item in
      computed(kind) { scope in
        dated(adjustmentScore(declaration, kind, scope), later, scope) {
          adjustmentScore($0, kind, scope)
        }
      }
    }
    // `điểm thưởng "Điểm cộng"` also answers to its head.
    let head = VietnameseText.lookupKey(declaration.isPenalty ? "điểm trừ" : "điểm thưởng")
    if let item = kinds[kind].itemByKey[header.name.key], kinds[kind].byKey[head] == nil {
      kinds[kind].byKey[head] = kinds[kind].items[item].score
      kinds[kind].itemByKey[head] = item
    }
  }

  @discardableResult
  private func declareItem(
    _ header: Header, _ role: ScoredItem.Role, _ maximum: Expression?, _ kind: Int,
    _ basis: [String], mayBeNegative: Bool = false, treatment: AbsenceTreatment? = nil,
    _ define: @escaping (Int) -> ColumnDefinition
  ) -> Int? {
    let index = kinds[kind].items.count
    let rule = RuleInformation(span: header.span, title: header.title, basis: basis)
    guard
      let column = declare(
        header.name, in: kind, rule: rule, kind: .number,
        define: {
          define(index)
        })
    else { return nil }
    kinds[kind].items.append(
      ScoredItem(
        name: header.name, title: header.title, role: role, score: column, scale: nil,
        maximum: maximum, mayBeNegative: mayBeNegative, treatment: treatment, span: header.span))
    kinds[kind].itemByKey[header.name.key] = index
    return index
  }

  func subjectKind(of header: Header) -> Int? {
    guard let name = header.kind else {
      if ownKindCount == 1 { return 0 }
      report(
        CheckMessages.kindMissing(
          header.name.text, span: header.span, kinds: kinds.map(\.name)))
      return nil
    }
    if let kind = kind(named: name.key) { return kind }
    report(
      CheckMessages.unknownKind(
        name.text, span: name.span,
        suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))))
    return nil
  }

  // MARK: Automatic columns of scores

  /// `thang điểm X`: 0 where X does not apply.
  func scaleColumn(_ kind: Int, _ item: Int) -> Int {
    if let known = kinds[kind].items[item].scale { return known }
    let draft = kinds[kind].items[item]
    let rule = RuleInformation(span: draft.span, title: draft.title)
    let index = automatic(
      AutomaticPrefix.scale.rawValue + " " + draft.name.text, in: kind, rule: rule, kind: .number
    ) { [self] in
      computed(kind) { scope in scaleExpression(kind, item, scope) }
    }
    kinds[kind].items[item].scale = index
    return index
  }

  private func scaleExpression(_ kind: Int, _ item: Int, _ scope: Scope) -> Expr {
    let draft = kinds[kind].items[item]
    let span = draft.span
    let row = scope.row!
    let zero = Expr(.number(Exact(0)), .number, span)
    if draft.role == .group {
      let sum = scaleOfMembers(kind, item, scope)
      guard let maximum = draft.maximum else { return sum }
      return Expr(.builtin(.smaller, [sum, check(maximum, scope)]), .number, span)
        .noted(.maximum, span)
    }
    guard let maximum = draft.maximum else {
      report(CheckMessages.maximumMissing(draft.name.text, span: span))
      return zero
    }
    let score = reference(kind, draft.score, row: row, span: span)
    let absent = Expr(.isNotApplicable(score), .truth, span)
    return Expr(.conditional(absent, zero, check(maximum, scope)), .number, span)
  }

  func achievementColumn(_ kind: Int, _ item: Int) -> Int {
    let draft = kinds[kind].items[item]
    let scale = scaleColumn(kind, item)
    return automatic(
      AutomaticPrefix.achievement.rawValue + " " + draft.name.text, in: kind,
      rule: RuleInformation(span: draft.span, title: draft.title), kind: .ratio
    ) { [self] in
      computed(kind) { scope in
        let row = scope.row!
        let whole = reference(kind, scale, row: row, span: draft.span)
        let score = reference(kind, draft.score, row: row, span: draft.span)
        let none = Expr(
          .compare(.equal, whole, Expr(.number(Exact(0)), .number, draft.span)), .truth,
          draft.span)
        return Expr(
          .conditional(
            none, Expr(.notApplicable, .ratio, draft.span),
            Expr(.arithmetic(.divide, score, whole), .ratio, draft.span)),
          .ratio, draft.span)
      }
    }
  }

  func isScoredColumn(_ kind: Int, _ item: Int) -> Int {
    let draft = kinds[kind].items[item]
    return automatic(
      AutomaticPrefix.isScored.rawValue + " " + draft.name.text, in: kind,
      rule: RuleInformation(span: draft.span, title: draft.title), kind: .truth
    ) { [self] in
      computed(kind) { scope in
        let score = reference(kind, draft.score, row: scope.row!, span: draft.span)
        return Expr(.not(Expr(.isBlank(score), .truth, draft.span)), .truth, draft.span)
      }
    }
  }

  // MARK: Groups

  private func groupScore(
    _ declaration: GroupDeclaration, _ kind: Int, _ members: [Int], _ item: Int, _ scope: Scope
  ) -> Expr {
    let span = declaration.header.span
    let zero = Expr(.number(Exact(0)), .number, span)
    var sum = sumOfMembers(kind, item, scope)
    if let maximum = declaration.maximum {
      let whole = check(maximum, scope)
      let slot = scope.frame.fresh()
      let value = Expr(.local(slot), .number, span)
      sum = Expr(
        .bind(
          slot: slot, sum,
          in: Expr(.builtin(.smaller, [value, whole]), .number, span).noted(.maximum, span)),
        .number, span
      ).noted(.maximum, span)
    }
    if members.contains(where: { kinds[kind].items[$0].mayBeNegative }),
      !has(declaration.lines, { if case .allowNegative = $0 { true } else { false } })
    {
      sum = Expr(.builtin(.larger, [sum, zero]), .number, span).noted(.notNegative, span)
    }
    for line in declaration.lines {
      switch line.content {
      case .applicability, .gate, .basis, .round, .exception, .allowNegative: break
      default: report(CheckMessages.lineNotInGroup(span: line.span))
      }
    }
    let rule = ScoreRule(
      name: declaration.header.name.text, maximum: declaration.maximum, lines: declaration.lines,
      suffixes: declaration.suffixes, direct: nil, span: span)
    sum = withExceptions(sum, rule, scope)
    return rounded(suffixed(sum, declaration.suffixes, scope), declaration.lines, scope)
  }

  // MARK: Bonus and penalty

  private func adjustmentScore(
    _ declaration: AdjustmentDeclaration, _ kind: Int, _ outer: Scope
  ) -> Expr {
    let span = declaration.header.span
    var scope = outer
    scope.maximum = declaration.maximum
    scope.blankTested = blankTests(declaration.lines)
    let zero = Expr(.number(Exact(0)), .number, span).noted(.startAtZero, span)
    let adjustments = adjustmentTerms(
      declaration.lines, wantsDeduction: declaration.isPenalty, scope,
      rule: declaration.header.name.text)
    var value: Expr
    if declaration.lines.contains(where: {
      if case .highestOnly = $0.content { true } else { false }
    }) {
      value = adjustments.reduce(zero) {
        Expr(.builtin(.larger, [$0, $1]), .number, span).noted(.highestLine, span)
      }
    } else {
      value = adjustments.reduce(zero) { Expr(.arithmetic(.add, $0, $1), .number, span) }
    }
    let tiers = declaration.lines.filter {
      switch $0.content {
      case .tier, .otherwise: true
      default: false
      }
    }
    if !tiers.isEmpty {
      value = Expr(
        .arithmetic(
          .add, value, tierValue(tiers, scope, rule: declaration.header.name.text, span: span)),
        .number, span)
    }
    value = clamped(value, maximum: declaration.maximum, declaration.lines, scope, span)
    let rule = ScoreRule(
      name: declaration.header.name.text, maximum: declaration.maximum, lines: declaration.lines,
      suffixes: declaration.suffixes, direct: nil, span: span)
    value = withExceptions(value, rule, scope)
    return rounded(suffixed(value, declaration.suffixes, scope), declaration.lines, scope)
  }

  // MARK: NAME của KIND = …

  func declareColumn(_ written: ColumnDeclaration) {
    guard let kind = subjectKind(of: written.header) else { return }
    let header = written.header
    let (declaration, later) = inForce(written, written.later, name: header.name.text)
    let basis = datedBasis(
      basisTexts(declaration.lines, declaration.suffixes),
      later.map { ($0.dating, basisTexts($0.declaration.lines, $0.declaration.suffixes)) })
    declare(
      header.name, in: kind,
      rule: RuleInformation(span: header.span, title: header.title, basis: basis)
    ) { [self] in
      computed(kind) { scope in
        dated(columnValue(declaration, scope), later, scope) { columnValue($0, scope) }
      }
    }
  }

  private func columnValue(_ declaration: ColumnDeclaration, _ outer: Scope) -> Expr {
    let header = declaration.header
    var scope = outer
    scope.blankTested = blankTests(declaration.lines)
    if let value = declaration.value { scope.blankTested.formUnion(blankTests(in: [value])) }
    var value: Expr
    if let written = declaration.value {
      value = check(written, scope)
    } else {
      value = tierValue(declaration.lines, scope, rule: header.name.text, span: header.span)
    }
    for line in declaration.lines where declaration.value != nil {
      switch line.content {
      case .basis, .round, .exception: break
      default: report(CheckMessages.lineNotInColumn(span: line.span))
      }
    }
    value = suffixed(value, declaration.suffixes, scope)
    let rule = ScoreRule(
      name: header.name.text, maximum: nil, lines: declaration.lines,
      suffixes: declaration.suffixes, direct: nil, span: header.span)
    value = withExceptions(value, rule, scope)
    return rounded(value, declaration.lines, scope)
  }

  // MARK: Bases

  /// What a rule rests on: the clause of its header, then its lines.
  func basisTexts(_ lines: [RuleLine], _ suffixes: Suffixes = Suffixes()) -> [String] {
    suffixes.basis.map(basisText)
      + lines.flatMap { line -> [String] in
        var found = line.suffixes.basis.map(basisText)
        if case .basis(let basis) = line.content { found.append(basisText(basis)) }
        return found
      }
  }

  func basisText(_ basis: Basis) -> String {
    guard let document = documents[basis.label.key] else {
      report(
        CheckMessages.unknownDocument(
          basis.label.text, span: basis.label.span,
          suggestions: Spelling.closest(
            to: basis.label.text, in: documents.values.map(\.label.text).sorted())))
      return basis.label.text
    }
    return basis.clause.map { "\(document.title), \($0)" } ?? document.title
  }
}
