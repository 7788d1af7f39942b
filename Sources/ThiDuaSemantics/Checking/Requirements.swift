// Parameters, requirements, data bindings and examples.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  // MARK: tham số

  func checkParameter(_ index: Int) {
    guard !globals[index].isChecked, let declaration = globals[index].declaration else { return }
    globals[index].isChecked = true
    if case .number(_, let unit) = declaration.value.node { globals[index].unit = unit }
    dependencyStack.append([])
    let scope = Scope(frame: Frame())
    let value = check(declaration.value, scope)
    let dependencies = dependencyStack.removeLast()
    if !dependencies.isEmpty {
      report(CheckMessages.parameterFromData(declaration.name.text, span: declaration.value.span))
    }
    if case .list = value.kind, scope.frame.count > 0 {
      report(CheckMessages.parameterFromData(declaration.name.text, span: declaration.value.span))
    }
    for basis in declaration.basis { _ = basisText(basis) }
    globals[index].global.kind = value.kind
    globals[index].global.parameter = value
  }

  // MARK: yêu cầu, cảnh báo

  func checkRequirements() {
    for declaration in requirementDeclarations { checkRequirement(declaration) }
  }

  private func checkRequirement(_ declaration: RequirementDeclaration) {
    let written = words(at: declaration.condition.span)
    let text = declaration.asksExplanation ? "giải trình khi " + written : written
    for basis in declaration.basis { _ = basisText(basis) }
    guard
      let name = declaration.kind
        ?? (ownKindCount == 1 && usesRow(declaration)
          ? ownName(kinds[0].name, declaration.span) : nil)
    else {
      let frame = Frame()
      dependencyStack.append([])
      var scope = Scope(frame: frame)
      scope.blankTested = blankTests(in: [declaration.condition])
      let condition = checkCondition(declaration.condition, scope)
      dependencyStack.removeLast()
      if declaration.asksExplanation {
        report(CheckMessages.explanationNeedsKind(span: declaration.span))
      }
      program.requirements.append(
        Requirement(
          isWarning: declaration.isWarning, column: nil,
          condition: Computation(expression: condition, localCount: frame.count), text: text,
          message: nil, span: declaration.span))
      return
    }
    guard let kind = kind(named: name.key) else {
      report(
        CheckMessages.unknownKind(
          name.text, span: name.span,
          suggestions: Spelling.closest(to: name.text, in: kinds.map(\.name))))
      return
    }
    let rule = RuleInformation(span: declaration.span)
    if declaration.asksExplanation, speaksOfEachCriterion(declaration.condition, kind) {
      askForEachCriterion(declaration, kind, written)
      return
    }
    let column = hiddenColumn("yêu cầu", in: kind, rule: rule) { [self] outer in
      var scope = outer
      scope.differencesAreSizes = declaration.asksExplanation
      scope.blankTested = blankTests(in: [declaration.condition])
      let condition = checkCondition(declaration.condition, scope)
      return declaration.asksExplanation
        ? explained(condition, kind, outer, declaration) : condition
    }
    var message: Int?
    if let words = declaration.message {
      message = hiddenColumn("lời nhắc", in: kind, rule: rule) { [self] outer in
        var scope = outer
        scope.allowsBlank = true
        let value = check(words, scope)
        expect(value, .text)
        return value
      }
    }
    program.requirements.append(
      Requirement(
        isWarning: declaration.isWarning, column: ColumnReference(kind: kind, column: column),
        condition: nil, text: text,
        message: message.map { ColumnReference(kind: kind, column: $0) }, span: declaration.span))
  }

  /// `yêu cầu giải trình khi chênh lệch …`: one requirement a criterion that points are entered for.
  private func askForEachCriterion(
    _ declaration: RequirementDeclaration, _ kind: Int, _ written: String
  ) {
    let span = declaration.span
    for item in kinds[kind].directFields.keys.sorted() {
      let draft = kinds[kind].items[item]
      let column = hiddenColumn("yêu cầu", in: kind, rule: RuleInformation(span: span)) {
        [self] outer in
        var scope = outer
        scope.differencesAreSizes = true
        scope.blankTested = blankTests(in: [declaration.condition])
        scope.item = (kind, item, outer.row!)
        let condition = checkCondition(declaration.condition, scope)
        let note = ownName("giải trình", span)
        guard let text = enteredValue(note, scope.item!, scope, span) else { return condition }
        let given = Expr(.not(Expr(.isBlank(text), .truth, span)), .truth, span)
        let asked = Expr(.or(Expr(.not(condition), .truth, span), given), .truth, span)
        // Where the criterion does not apply in any column there is no difference.
        let difference = ownName(Self.differenceName, span)
        guard let size = enteredValue(difference, scope.item!, scope, span) else { return asked }
        return Expr(
          .or(Expr(.isNotApplicable(size), .truth, span), asked), .truth, span)
      }
      program.requirements.append(
        Requirement(
          isWarning: declaration.isWarning, column: ColumnReference(kind: kind, column: column),
          condition: nil, text: "giải trình \(draft.name.text) khi \(written)", message: nil,
          span: span))
    }
  }

  /// Whether a requirement without `của KIND` speaks of a subject's own fields.
  private func usesRow(_ declaration: RequirementDeclaration) -> Bool {
    var found = false
    declaration.condition.visit { part in
      if case .name(let name) = part.node, kinds[0].byKey[name.key] != nil { found = true }
    }
    return found
  }

  /// `yêu cầu giải trình khi C`: where C holds the field `giải trình` must not be blank.
  private func explained(
    _ condition: Expr, _ kind: Int, _ scope: Scope, _ declaration: RequirementDeclaration
  ) -> Expr {
    guard let field = kinds[kind].byKey[VietnameseText.lookupKey("giải trình")] else {
      report(CheckMessages.explanationFieldMissing(kinds[kind].name, span: declaration.span))
      return condition
    }
    let text = reference(kind, field, row: scope.row!, span: declaration.span)
    let given = Expr(.not(Expr(.isBlank(text), .truth, declaration.span)), .truth, declaration.span)
    return Expr(
      .or(Expr(.not(condition), .truth, declaration.span), given), .truth, declaration.span)
  }

  // MARK: dữ liệu

  func checkData() {
    var first: [Int: Span] = [:]
    var firstSheet: [Int: Span] = [:]
    for declaration in dataDeclarations {
      guard var binding = dataBinding(declaration) else { continue }
      if typedFiles.contains(declaration.span.file), binding.table != nil {
        binding.isTyped = true
        program.data.append(binding)
        continue
      }
      if binding.points != nil {
        if let earlier = firstSheet[binding.kind] {
          report(
            CheckMessages.dataTwice(
              "điểm của " + kinds[binding.kind].name, span: declaration.span, first: earlier))
        }
        firstSheet[binding.kind] = declaration.span
        program.data.append(binding)
        continue
      }
      if let earlier = first[binding.kind] {
        report(
          CheckMessages.dataTwice(kinds[binding.kind].name, span: declaration.span, first: earlier))
        continue
      }
      first[binding.kind] = declaration.span
      program.data.append(binding)
    }
  }

  func dataBinding(_ declaration: DataDeclaration) -> DataBinding? {
    if let table = declaration.databaseTable {
      if !isDatabase(declaration.file?.path) {
        report(CheckMessages.tableOfPlainFile(span: table.span))
      }
    } else if let file = declaration.file, isDatabase(file.path), !declaration.isStore {
      report(CheckMessages.databaseWithoutTable(file.path, span: file.span))
    }
    if let encoding = declaration.encoding, isDatabase(declaration.file?.path) {
      report(CheckMessages.encodingOfDatabase(span: encoding.span))
    }
    if let sheet = declaration.sheet, let file = declaration.file, !WorkbookName.matches(file.path)
    {
      report(CheckMessages.sheetOfPlainFile(span: sheet.span))
    }
    if declaration.rows == .criteria { return pointBinding(declaration) }
    if declaration.rows.isPast { return historyBinding(declaration) }
    guard let kind = kind(named: declaration.kind.key) else {
      report(
        CheckMessages.unknownKind(
          declaration.kind.text, span: declaration.kind.span,
          suggestions: Spelling.closest(to: declaration.kind.text, in: kinds.map(\.name))))
      return nil
    }
    var mappings: [(title: String, column: Int, isPercentNumber: Bool)] = []
    for mapping in declaration.columns {
      guard let column = column(of: kind, named: mapping.field.key),
        kinds[kind].columns[column].input != nil
      else {
        report(
          CheckMessages.notAField(
            mapping.field.text, span: mapping.field.span, kind: kinds[kind].name,
            suggestions: Spelling.closest(
              to: mapping.field.text,
              in: kinds[kind].columns.filter { $0.input != nil && !$0.isHidden }.map(\.name))))
        continue
      }
      if mapping.isPercentNumber, kinds[kind].columns[column].kind != .ratio {
        report(CheckMessages.percentNeedsRatio(mapping.field.text, span: mapping.span))
      }
      mappings.append((mapping.title, column, mapping.isPercentNumber))
    }
    var binding = DataBinding(
      kind: kind, file: declaration.file, databaseTable: declaration.databaseTable,
      sheet: declaration.sheet, style: declaration.style, mappings: mappings,
      ignored: declaration.ignored,
      table: declaration.table, span: declaration.span)
    binding.encoding = declaration.encoding?.value
    return binding
  }

  /// By the end of its name: `.sqlite`, `.sqlite3`, `.db`.
  private func isDatabase(_ path: String?) -> Bool {
    guard let path = path?.lowercased() else { return false }
    return [".sqlite", ".sqlite3", ".db"].contains { path.hasSuffix($0) }
  }

  /// Kinds the script declares; past rows are none of its own.
  var ownKindCount: Int { kinds.count - historyOwners.count }

  // MARK: ví dụ

  func checkExamples() {
    for declaration in exampleDeclarations {
      let frame = Frame()
      var scope = Scope(frame: frame)
      scope.allowsBlank = true
      dependencyStack.append([])
      var lines: [Example.ExampleLine] = []
      for binding in declaration.bindings {
        let value = check(binding.value, scope)
        let slot = frame.fresh()
        scope.locals[binding.name.key] = .init(slot: slot, kind: value.kind)
        lines.append(.set(slot, value))
      }
      if declaration.results.isEmpty {
        report(CheckMessages.exampleWithoutResult(declaration.title, span: declaration.span))
      }
      for result in declaration.results {
        let text = words(at: result.condition.span)
        lines.append(
          .expect(checkCondition(result.condition, scope), text: text, span: result.span))
      }
      let roots = dependencyStack.removeLast()
      program.examples.append(
        Example(
          title: declaration.title, data: declaration.data.compactMap(dataBinding),
          order: order(of: roots), body: lines, localCount: frame.count, span: declaration.span))
    }
  }
}
