// First walk: what the scripts declare, by name. Nothing is checked inside expressions yet, so order
// never matters; a kind, scale or document named twice is reported here.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func collect(_ scripts: [Script]) {
    for script in scripts {
      program.sources.add(script.source)
      if script.isLibrary { libraryFiles.insert(script.source.id) }
      if script.isTyped { typedFiles.insert(script.source.id) }
    }
    // The library comes last: what a script says stands before it.
    let items =
      scripts.filter { !$0.isLibrary }.flatMap(\.items)
      + scripts.filter(\.isLibrary).flatMap(\.items).filter(\.isForOthers)
    // Kinds, scales and documents first: everything names them. Then fields, then rules.
    for item in items { collectKind(item) }
    declareProcessKinds(
      items.compactMap { if case .process(let declaration) = $0 { declaration } else { nil } })
    for case .classification(let declaration) in items { collectLevels(declaration) }
    if !clusterDeclarations.isEmpty { declareClusterKind() }
    for case .subjectKind(let declaration) in items { collectFields(declaration) }
    if !clusterDeclarations.isEmpty { declareClusterRows() }
    for item in items { collectPlain(item) }
    finishHolidays()
    declareProcesses()
    declareParameters()
    for item in items { collectRule(item) }
    if let main = scripts.first {
      for case .example(let example) in main.items { exampleDeclarations.append(example) }
    }
    collectHistories(items)
    // Actions of imported scripts are not run: a module declares.
    let main = scripts.first?.items ?? []
    let asks = main.contains { if case .request = $0 { true } else { false } }
    for item in main { collectAction(item, asks: asks) }
    for case .scenario(let declaration) in items { collectScenario(declaration) }
  }

  private func collectAction(_ item: Item, asks: Bool) {
    switch item {
    case .action(let statement):
      actions.append(statement)
      if case .set(let name, _) = statement.node { variableKeys.insert(name.key) }
      guard asks else { return }
      if case .actions(let before)? = parts.last {
        parts[parts.count - 1] = .actions(before + [statement])
      } else {
        parts.append(.actions([statement]))
      }
    case .request(let request): parts.append(.request(request))
    default: break
    }
  }

  private func collectKind(_ item: Item) {
    switch item {
    case .subjectKind(let declaration):
      let name = declaration.header.name
      if let first = kindByKey[name.key] {
        report(CheckMessages.duplicateName(name.text, span: name.span, first: kinds[first].span))
        return
      }
      kindByKey[name.key] = kinds.count
      kinds.append(KindDraft(name: name.text, span: name.span))
    case .scale(let declaration):
      addScale(declaration.name, declaration.levels.map(\.text), declaration.span)
      checkRepeatedLevels(declaration.levels)
    case .cluster(let declaration):
      clusterDeclarations.append(declaration)
    case .document(let declaration):
      if let first = documents[declaration.label.key] {
        // The script's own wording of a document stands.
        if libraryFiles.contains(declaration.span.file) { return }
        report(
          CheckMessages.duplicateName(
            declaration.label.text, span: declaration.label.span, first: first.label.span))
      } else {
        documents[declaration.label.key] = declaration
        program.campaign.documents.append(
          .init(
            label: declaration.label.text, title: declaration.title,
            attachedTo: declaration.attachedTo))
      }
    default:
      break
    }
  }

  private func collectLevels(_ declaration: ClassificationDeclaration) {
    addScale(
      declaration.header.name, declaration.levels.reversed().map(\.title), declaration.header.span)
    checkRepeatedLevels(declaration.levels.map { ($0.title, $0.titleSpan) })
  }

  private func addScale(_ name: Name, _ levels: [String], _ span: Span) {
    if let first = scaleByKey[name.key] {
      // The same level name for two kinds of subject is fine when the levels are the same.
      if scales[first].levels != levels { reportDuplicate(name, first: scaleSpans[first]) }
      return
    }
    // Two names for the same levels in the same order: they can be compared.
    if let twin = scales.firstIndex(where: { $0.levels == levels }), !levels.isEmpty {
      scaleByKey[name.key] = twin
      return
    }
    scaleByKey[name.key] = scales.count
    scales.append(Scale(name: name.text, levels: levels))
    scaleSpans.append(span)
  }

  private func checkRepeatedLevels(_ levels: [(text: String, span: Span)]) {
    var first: [String: Span] = [:]
    for level in levels {
      let key = VietnameseText.lookupKey(level.text)
      if let earlier = first[key] {
        report(CheckMessages.repeatedLevel(level.text, span: level.span, first: earlier))
      } else {
        first[key] = level.span
      }
    }
  }

  private func collectPlain(_ item: Item) {
    switch item {
    case .campaign(let declaration):
      if let first = campaignDeclaration {
        report(
          CheckMessages.secondCampaign(span: declaration.header.span, first: first.header.span))
      } else {
        campaignDeclaration = declaration
      }
    case .parameter(let declaration):
      collectParameter(declaration)
    case .holidays(let declaration):
      collectHolidays(declaration)
    case .council(let declaration):
      let name = declaration.header.name
      if let first = councils[name.key]?.declaration.header.span {
        reportDuplicate(name, first: first)
        return
      }
      councils[name.key] = CouncilDraft(
        declaration: declaration, memberCount: memberCount(declaration))
    case .function(let declaration):
      if let first = functionDeclarations[declaration.name.key] {
        reportDuplicate(declaration.name, first: first.name.span)
      } else {
        functionDeclarations[declaration.name.key] = declaration
      }
    case .scoringMethod(let declaration):
      let name = declaration.name
      if let first = methods[name.key]?.name.span {
        reportDuplicate(name, first: first)
        return
      }
      methods[name.key] = declaration
    case .judgingMethod(let declaration):
      let name = declaration.name
      if let first = judgingMethods[name.key]?.name.span {
        reportDuplicate(name, first: first)
        return
      }
      judgingMethods[name.key] = declaration
    case .data(let declaration):
      dataDeclarations.append(declaration)
    case .requirement(let declaration):
      requirementDeclarations.append(declaration)
    case .scoreColumns(let declaration):
      collectScoreColumns(declaration)
    case .closing(let declaration):
      closingDeclarations.append(declaration)
    case .cancellation(let declaration):
      collectCancellation(declaration)
    default:
      break
    }
  }

  /// The last day of the campaign's year; without a year every dated value has begun.
  var campaignEnd: Int32 {
    guard let year = campaignYear, let end = CalendarDate(day: 31, month: 12, year: year) else {
      return .max
    }
    return end.days
  }

  private func memberCount(_ declaration: CouncilDeclaration) -> Int? {
    guard
      let members = declaration.attributes.first(where: {
        $0.names.contains { $0.key == VietnameseText.lookupKey("thành viên") }
      })
    else { return nil }
    if case .number(let count, _)? = members.values.first?.node, members.values.count == 1 {
      return count.int
    }
    return members.values.count
  }

  private func collectRule(_ item: Item) {
    switch item {
    case .group(let declaration): declareGroup(declaration)
    case .criterion(let declaration): _ = declareCriterion(declaration, in: nil)
    case .adjustment(let declaration): declareAdjustment(declaration)
    case .column(let declaration): declareColumn(declaration)
    case .decisionTable(let declaration): declareDecisionTable(declaration)
    case .classification(let declaration): declareClassification(declaration)
    case .ranking(let declaration): declareRanking(declaration)
    case .award(let declaration): declareAward(withJudgingMethods(declaration))
    default: break
    }
  }

  // MARK: Fields

  private func collectFields(_ declaration: SubjectKindDeclaration) {
    guard let kind = kindByKey[declaration.header.name.key] else { return }
    for field in declaration.fields { declareField(field, in: kind) }
    var keys = declaration.compoundKey.compactMap { name -> Int? in
      if let index = kinds[kind].byKey[name.key] { return index }
      report(
        CheckMessages.unknownName(
          name.text, span: name.span,
          suggestions: Spelling.closest(to: name.text, in: kinds[kind].columns.map(\.name))))
      return nil
    }
    if keys.isEmpty {
      keys = declaration.fields.filter(\.isKey).compactMap { kinds[kind].byKey[$0.name.key] }
    }
    kinds[kind].key = keys
    for title in ["tên", "họ tên", "họ và tên", "tên đơn vị", "tên " + kinds[kind].name] {
      if let column = kinds[kind].byKey[VietnameseText.lookupKey(title)],
        kinds[kind].columns[column].kind == .text
      {
        kinds[kind].nameColumn = column
        break
      }
    }
  }

  private func declareField(_ field: FieldDeclaration, in kind: Int) {
    let valueKind = fieldKind(field.kind)
    var rule = InputRule()
    rule.mayBeBlank = field.mayBeBlank || field.defaultValue != nil
    rule.mayBeNotApplicable = field.mayBeNotApplicable
    rule.aliases = field.aliases
    if let bounds = field.bounds {
      rule.lower = bounds.lower.flatMap { end in
        constantNumber(end.value).map { ($0, end.isInclusive) }
      }
      rule.upper = bounds.upper.flatMap { end in
        constantNumber(end.value).map { ($0, end.isInclusive) }
      }
      if let lower = rule.lower, let upper = rule.upper, upper.value < lower.value {
        report(CheckMessages.emptyRange(span: field.span))
      }
      if !valueKind.isNumeric { report(CheckMessages.boundsNeedNumber(span: field.span)) }
    }
    rule.step = field.step.flatMap(constantNumber)
    let unit = fieldUnit(field, valueKind)
    rule.unit = unit?.text
    let defaultValue = field.defaultValue
    declare(
      field.name, in: kind, rule: RuleInformation(span: field.span), kind: valueKind
    ) { [self] in
      if let defaultValue {
        var scope = Scope(frame: Frame())
        scope.allowsBlank = true
        let value = check(defaultValue, scope, expecting: valueKind)
        expect(value, valueKind)
        rule.defaultValue = value
        rule.mayBeBlank = false
      }
      return ColumnDefinition(kind: valueKind, source: .input(rule))
    }
    if let column = kinds[kind].byKey[field.name.key] { kinds[kind].columns[column].unit = unit }
    if let inverse = field.inverseName, case .subject(let target) = valueKind,
      let column = kinds[kind].byKey[field.name.key]
    {
      declareInverse(inverse, on: target, from: ColumnReference(kind: kind, column: column))
    } else if let inverse = field.inverseName, valueKind != .unknown {
      report(CheckMessages.inverseNeedsReference(inverse.text, span: inverse.span))
    }
  }

  /// The unit a field says its numbers have, by `đơn vị tính` or behind its bounds.
  private func fieldUnit(_ field: FieldDeclaration, _ kind: Kind) -> Unit? {
    var found: (unit: Unit, span: Span)? = field.unit
    for end in [field.bounds?.upper?.value, field.bounds?.lower?.value] {
      guard let end, let unit = literalUnit(end), unit != .percent else { continue }
      if let other = found, other.unit != unit {
        report(
          CheckMessages.unitsDiffer(
            other.unit.text, unit.text, span: field.span, left: other.span, right: end.span))
        break
      }
      if found == nil { found = (unit, end.span) }
    }
    guard let found else { return nil }
    if kind == .number || kind == .count { return found.unit }
    if kind.isNumeric || field.unit != nil, kind != .unknown {
      report(
        CheckMessages.unitNeedsNumber(
          found.unit.text, isShare: kind == .ratio, span: found.span))
    }
    return nil
  }

  /// The unit written behind a number.
  private func literalUnit(_ expression: Expression) -> Unit? {
    switch expression.node {
    case .number(_, let unit): unit
    case .negate(let inner): literalUnit(inner)
    default: nil
    }
  }

  func declareInverse(_ name: Name, on target: Int, from reference: ColumnReference) {
    // `các sản phẩm` also answers to `sản phẩm`: see `column(of:named:)`.
    declare(
      name, in: target, rule: RuleInformation(span: name.span),
      kind: .list(.subject(reference.kind))
    ) { [self] in
      require(reference)
      return ColumnDefinition(
        kind: .list(.subject(reference.kind)),
        source: .inverse(kind: reference.kind, column: reference.column))
    }
  }

  /// The kind a field line names: a basic kind, a scale, a kind of subject.
  func fieldKind(_ name: Name) -> Kind {
    if let basic = Self.basicKinds[name.key] { return basic }
    if let scale = scaleByKey[name.key] { return .level(scale) }
    if let kind = kindByKey[name.key] { return .subject(kind) }
    let known =
      Self.basicKindNames + scales.map(\.name) + kinds.map(\.name)
    report(
      CheckMessages.unknownKind(
        name.text, span: name.span, suggestions: Spelling.closest(to: name.text, in: known)))
    return .unknown
  }

  static let basicKindNames = ["số", "số lượng", "tỷ lệ", "chữ", "ngày", "có/không"]
  static let basicKinds: [String: Kind] = Dictionary(
    uniqueKeysWithValues: zip(
      basicKindNames.map { VietnameseText.lookupKey($0) },
      [Kind.number, .count, .ratio, .text, .date, .truth]))

  /// A number written out, possibly negative; anything else is nil.
  func constantNumber(_ expression: Expression) -> Exact? {
    switch expression.node {
    case .number(let value, _): return value
    case .negate(let inner): return constantNumber(inner).map { Exact(0) - $0 }
    default: return nil
    }
  }
}

extension Item {
  /// Whether a module of the library gives it to the scripts that import the module; its subjects,
  /// rules and data are for its own examples.
  fileprivate var isForOthers: Bool {
    switch self {
    case .document, .parameter, .scale, .holidays, .unit, .function, .scoringMethod, .judgingMethod:
      true
    default: false
    }
  }
}
