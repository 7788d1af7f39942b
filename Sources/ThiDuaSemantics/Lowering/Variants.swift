// Points that people enter (`chấm trực tiếp`) and `cột điểm`: several columns of entered points, one of
// them official. What is reckoned from them can be asked for by another column, too: `tổng điểm tự chấm`
// is the rule of `tổng điểm` followed again with every entered point read from `tự chấm`.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func collectScoreColumns(_ declaration: ScoreColumnsDeclaration) {
    guard let kind = kind(named: declaration.kind.key) else {
      report(
        CheckMessages.unknownKind(
          declaration.kind.text, span: declaration.kind.span,
          suggestions: Spelling.closest(to: declaration.kind.text, in: kinds.map(\.name))))
      return
    }
    if !kinds[kind].scoreColumns.isEmpty {
      report(
        CheckMessages.duplicateName(
          "cột điểm", span: declaration.span, first: kinds[kind].scoreColumns[0].span))
      return
    }
    kinds[kind].scoreColumns = declaration.columns
    kinds[kind].officialScore = declaration.official
  }

  /// The input field of a directly scored criterion, titled by its code or title in the data; with
  /// `cột điểm` one a score column (`tiêu chí 1.1 tự chấm`), of which the official one counts.
  func declareDirectField(_ declaration: CriterionDeclaration, _ kind: Int) -> Int {
    let header = declaration.header
    let titles = [header.name.text, header.code, header.title, "điểm " + header.name.text]
      .compactMap { $0 }
    guard let official = kinds[kind].officialScore else {
      return enteredField(header.name.text, Array(titles.dropFirst()), kind, header.span)
    }
    var fields: [String: Int] = [:]
    for column in kinds[kind].scoreColumns {
      let name = header.name.text + " " + column.text
      let index = enteredField(
        name, titles.dropFirst().map { $0 + " " + column.text }, kind, header.span)
      kinds[kind].byKey[VietnameseText.lookupKey(name)] = index
      fields[column.key] = index
    }
    let counted = fields[official.key]!
    kinds[kind].enteredFields[counted] = fields
    return counted
  }

  private func enteredField(
    _ name: String, _ aliases: [String], _ kind: Int, _ span: Span
  ) -> Int {
    var rule = InputRule()
    rule.mayBeNotApplicable = true
    rule.aliases = aliases
    kinds[kind].columns.append(
      ColumnDraft(
        name: name, isHidden: true, rule: RuleInformation(span: span), kind: .number,
        state: .pending({ ColumnDefinition(kind: .number, source: .input(rule)) })))
    return kinds[kind].columns.count - 1
  }

  /// `X tự chấm`, `X chênh lệch` for anything reckoned from entered points.
  func variantColumn(_ kind: Int, named key: String) -> Int? {
    guard let official = kinds[kind].officialScore else { return nil }
    let difference = " " + VietnameseText.lookupKey("chênh lệch")
    if key.hasSuffix(difference) {
      let base = String(key.dropLast(difference.count))
      guard let column = kinds[kind].byKey[base],
        let other = kinds[kind].scoreColumns.first(where: { $0.key != official.key })
      else { return nil }
      return differenceColumn(kind, column, other)
    }
    for column in kinds[kind].scoreColumns where key.hasSuffix(" " + column.key) {
      let base = String(key.dropLast(column.key.count + 1))
      if let named = kinds[kind].byKey[base] { return variant(of: named, kind, column) }
    }
    return nil
  }

  private func differenceColumn(_ kind: Int, _ column: Int, _ other: Name) -> Int {
    let draft = kinds[kind].columns[column]
    return automatic(
      draft.name + " chênh lệch", in: kind, rule: draft.rule, kind: .number
    ) { [self] in
      computed(kind) { scope in
        let mine = reference(kind, column, row: scope.row!, span: draft.rule.span)
        let theirs = reference(
          kind, variant(of: column, kind, other), row: scope.row!, span: draft.rule.span)
        return Expr(.arithmetic(.subtract, mine, theirs), .number, draft.rule.span)
      }
    }
  }

  /// The column itself when it does not hang on entered points.
  private func variant(of column: Int, _ kind: Int, _ wanted: Name) -> Int {
    require(ColumnReference(kind: kind, column: column))
    if wanted.key == kinds[kind].officialScore?.key { return column }
    if let field = kinds[kind].enteredFields[column]?[wanted.key] { return field }
    let draft = kinds[kind].columns[column]
    guard let define = draft.define, hangsOnEnteredPoints(column, kind) else { return column }
    return automatic(
      draft.name + " " + wanted.text, in: kind, rule: draft.rule, kind: draft.kind
    ) { [self] in
      let outer = variant
      variant = wanted.key
      defer { variant = outer }
      return define()
    }
  }

  private func hangsOnEnteredPoints(_ column: Int, _ kind: Int) -> Bool {
    var open = [ColumnReference(kind: kind, column: column)]
    var seen: Set<ColumnReference> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if next.kind == kind, kinds[kind].enteredFields[next.column] != nil { return true }
      open.append(contentsOf: kinds[next.kind].columns[next.column].dependencies)
    }
    return false
  }

  /// What a reader of a column gets while a variant is being followed.
  func followed(_ kind: Int, _ column: Int) -> Int {
    guard let key = variant, let name = kinds[kind].scoreColumns.first(where: { $0.key == key })
    else { return column }
    return variant(of: column, kind, name)
  }
}
