// `bảng quyết định`: each result column becomes a computed column of the kind.
//
// A cell without a subject becomes a condition about its heading, a row the conjunction of its cells;
// the rows are then tiers (`duy nhất`), a chain (`dòng đầu tiên`) or a sum (`cộng dồn`), so that nothing
// after this stage knows of tables. Texts and levels need no quotes in a cell; everything else is an
// expression. Findings about a cell name its row and its heading.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  typealias Table = DecisionTableDeclaration

  func declareDecisionTable(_ written: Table) {
    guard let kind = subjectKind(of: written.header) else { return }
    let (table, later) = inForce(written, written.later, name: written.header.name.text)
    for version in [table] + later.map(\.declaration) where !isSound(version) { return }
    let rule = (
      title: table.header.title ?? table.header.name.text,
      basis: datedBasis(tableBasis(table), later.map { ($0.dating, tableBasis($0.declaration)) })
    )
    for name in table.resultNames {
      let information = RuleInformation(span: name.span, title: rule.title, basis: rule.basis)
      declare(name, in: kind, rule: information) { [self] in
        computed(kind) { scope in
          dated(tableValue(table, name, kind, scope, isOnly: later.isEmpty), later, scope) {
            tableValue($0, name, kind, scope, isOnly: false)
          }
        }
      }
    }
  }

  /// Reports what is wrong with a table as a whole; false when nothing can be made of it.
  private func isSound(_ table: Table) -> Bool {
    let titles = table.columns.map(\.title)
    for name in table.missingResults {
      report(
        CheckMessages.resultColumnMissing(
          name.text, titles: titles, suggestions: Spelling.closest(to: name.text, in: titles),
          span: name.span))
    }
    for row in table.rows.dropLast() where row.isRest {
      report(
        CheckMessages.restRowNotLast(
          table.header.name.text, span: row.span, last: table.rows[table.rows.count - 1].span))
    }
    if table.headings.isEmpty {
      report(
        CheckMessages.tableWithoutConditions(table.header.name.text, span: table.header.span))
    }
    return !table.headings.isEmpty
  }

  /// Where the table and its rows come from.
  private func tableBasis(_ table: Table) -> [String] {
    var basis = basisTexts(table.lines) + table.suffixes.basis.map(basisText)
    for row in table.rows {
      if let text = row.basis.map(basisText), !basis.contains(text) { basis.append(text) }
    }
    return basis
  }

  /// `isOnly`: the table has no other versions, so its values are those of the column.
  private func tableValue(
    _ table: Table, _ name: Name, _ kind: Int, _ outer: Scope, isOnly: Bool
  ) -> Expr {
    // With a result missing, its column would be taken for a condition.
    guard table.missingResults.isEmpty,
      let result = table.resultNames.firstIndex(where: { $0.key == name.key })
    else { return Expr(.blank, .unknown, name.span) }
    let builder = TableConditions(self, table, kind, outer)
    let written = table.rows.map { builder.conditions($0) }
    var scope = outer
    scope.blankTested = blankTests(in: written.flatMap { $0.map(\.test) })
    let values = TableResults(self, table, name, result, scope).values()
    let valueKind = values.reduce(Kind.unknown) { $0.merged(with: $1.kind) }
    var rest: Expr?
    var cases: [(condition: Expr, value: Expr, span: Span)] = []
    for (index, row) in table.rows.enumerated() {
      if row.isRest {
        rest = values[index]
        continue
      }
      let tests = written[index].map { test, column in
        inTable(builder.note(row, column)) { checkCondition(test, scope) }
      }
      let condition = tests.dropFirst().reduce(tests.first ?? Expr(.truth(true), .truth, row.span))
      { Expr(.and($0, $1), .truth, row.span) }
      cases.append((condition, values[index], row.span))
    }
    if isOnly, table.policy != .accumulated, let column = kinds[kind].byKey[name.key] {
      tableResults[ColumnReference(kind: kind, column: column)] = NotedResults(
        table: table.header.span, name: table.header.name.text, values: values,
        rows: table.rows.map(\.span))
    }
    let value = decided(cases, rest, table, name, valueKind)
    // A basis alone asks nothing of the results.
    var limits = table.suffixes
    limits.basis = []
    if !limits.isEmpty { expectNumber(value) }
    return suffixed(value, table.suffixes, scope)
  }

  private func decided(
    _ cases: [(condition: Expr, value: Expr, span: Span)], _ rest: Expr?, _ table: Table,
    _ name: Name, _ kind: Kind
  ) -> Expr {
    let rule = table.header.name.text
    let span = table.header.span
    let otherwise = rest ?? Expr(.fail(RuleFailure(.noTierHolds, rule: rule)), kind, span)
    switch table.policy {
    case .unique:
      return exclusive(cases, otherwise, rule, kind, span, role: .tier, sort: .rows)
    case .first:
      note(RuleTable(cases, otherwise, rule, kind, span, sort: .firstRow))
      return cases.reversed().reduce(otherwise) {
        Expr(.conditional($1.condition, $1.value, $0), kind, span).noted(.tier, $1.span)
      }
    case .accumulated:
      return accumulated(cases, rest, table, name, kind)
    }
  }

  /// The results of all rows that hold; `còn lại` counts where none does.
  private func accumulated(
    _ cases: [(condition: Expr, value: Expr, span: Span)], _ rest: Expr?, _ table: Table,
    _ name: Name, _ kind: Kind
  ) -> Expr {
    let span = name.span
    if !kind.isNumeric {
      report(CheckMessages.accumulatedNotNumber(name.text, kind: describe(kind), span: span))
      return Expr(.blank, .unknown, span)
    }
    let zero = Expr(.number(Exact(0)), kind, span)
    note(RuleTable(cases, zero, table.header.name.text, kind, table.header.span, sort: .addedRows))
    let terms = cases.map {
      Expr(.conditional($0.condition, $0.value, zero), kind, $0.span).noted(.adjustment, $0.span)
    }
    guard let first = terms.first else { return rest ?? zero }
    var sum = terms.dropFirst().reduce(first) { Expr(.arithmetic(.add, $0, $1), kind, span) }
    if let rest {
      var any = cases[0].condition
      for other in cases.dropFirst() { any = Expr(.or(any, other.condition), .truth, span) }
      sum = Expr(.conditional(any, sum, rest), kind, span)
    }
    return sum
  }

  /// Every finding of `body` says where the cell stands.
  func inTable<Result>(_ note: String, _ body: () -> Result) -> Result {
    let outer = placeNote
    placeNote = note
    defer { placeNote = outer }
    return body()
  }

  /// Whether a bare phrase names something here.
  func isKnown(_ name: Name, _ scope: Scope) -> Bool {
    if scope.locals[name.key] != nil || scope.macros[name.key] != nil { return true }
    if scope.subjects.contains(where: { column(of: $0.kind, named: name.key, scope) != nil }) {
      return true
    }
    return globalByKey[name.key] != nil || kind(named: name.key) != nil
  }
}

extension DecisionTableDeclaration {
  var resultNames: [Name] {
    columns.compactMap { if case .result(let name) = $0 { name } else { nil } }
  }

  var headings: [Value] {
    columns.compactMap { if case .condition(let value) = $0 { value } else { nil } }
  }
}

extension DecisionTableDeclaration.Column {
  var title: String {
    switch self {
    case .condition(let value): value.cell.text
    case .result(let name): name.text
    case .basis: LineHead.basis.rawValue
    case .number: "TT"
    }
  }
}

/// The rows of one table as conditions.
private struct TableConditions {
  let checker: Checker
  let table: Checker.Table
  let kind: Int
  let scope: Scope
  private var headings: [(written: Expression, kind: Kind, asksBlank: Bool, asksAbsent: Bool)] = []

  init(_ checker: Checker, _ table: Checker.Table, _ kind: Int, _ scope: Scope) {
    self.checker = checker
    self.table = table
    self.kind = kind
    self.scope = scope
    var open = scope
    open.allowsBlank = true
    for (index, value) in table.headings.enumerated() {
      let written = heading(value)
      let checked = checker.check(written, open)
      headings.append(
        (
          written, checked.kind, asks(index) { if case .blank = $0 { true } else { false } },
          asks(index) { if case .notApplicable = $0 { true } else { false } }
        ))
    }
  }

  /// A heading that is a name of the kind, whatever words it holds, or an expression.
  private func heading(_ value: Checker.Table.Value) -> Expression {
    let cell = value.cell
    let name = ownName(cell.text, cell.span)
    if checker.kinds[kind].byKey[name.key] != nil { return Expression(.name(name), cell.span) }
    if let expression = value.expression { return expression }
    for problem in value.problems { checker.report(problem) }
    if value.problems.isEmpty {
      checker.report(
        CheckMessages.cellEmpty(
          isResult: false, row: 1, title: "", table: table.header.name.text,
          span: table.header.span))
    }
    return Expression(.invalid, cell.span)
  }

  private func asks(_ column: Int, _ test: (Expression.Node) -> Bool) -> Bool {
    table.rows.contains { row in
      guard row.conditions.indices.contains(column) else { return false }
      return row.conditions[column].alternatives.contains {
        switch $0.test {
        case .equal(let value), .compared(_, let value): test(value.node)
        default: false
        }
      }
    }
  }

  func note(_ row: Checker.Table.Row, _ column: Int) -> String {
    CheckMessages.cellPlace(
      row: number(row), title: table.headings[column].cell.text, table: table.header.name.text)
  }

  /// The row's line in the script, as the excerpt above the remark shows it.
  func number(_ row: Checker.Table.Row) -> Int { checker.lineNumber(row.span) }

  /// What the cells of a row ask, by condition column; a cell that asks nothing is left out.
  func conditions(_ row: Checker.Table.Row) -> [(test: Expression, column: Int)] {
    row.conditions.enumerated().compactMap { column, cell in
      headings[column].kind == .unknown ? nil : condition(cell, column, row).map { ($0, column) }
    }
  }

  /// nil: any value.
  private func condition(
    _ cell: Checker.Table.Condition, _ column: Int, _ row: Checker.Table.Row
  ) -> Expression? {
    let span = cell.cell.span
    if cell.alternatives.isEmpty {
      if cell.cell.text.isEmpty {
        checker.report(
          CheckMessages.cellEmpty(
            isResult: false, row: number(row), title: table.headings[column].cell.text,
            table: table.header.name.text, span: row.span))
      }
      return nil
    }
    let tests = cell.alternatives.map { test($0, column, row) }
    return tests.dropFirst().reduce(tests[0]) { Expression(.binary(.or, $0, $1), span) }
  }

  private func test(
    _ alternative: Checker.Table.Alternative, _ column: Int, _ row: Checker.Table.Row
  ) -> Expression {
    let heading = headings[column]
    let span = alternative.span
    switch alternative.test {
    case .equal(let value), .compared(.equal, let value):
      if let test = absence(.isSame, value, heading.written, span) { return test }
    case .compared(.notEqual, let value):
      if let test = absence(.isNotSame, value, heading.written, span) { return test }
    default: break
    }
    var result = comparison(alternative, column, row)
    // A blank is none of the values: the row that asks for it may stand anywhere.
    let absences: [(asked: Bool, literal: Expression.Node)] = [
      (heading.asksBlank, .blank), (heading.asksAbsent, .notApplicable),
    ]
    for absence in absences where absence.asked {
      let there = Expression(
        .binary(.isNotSame, heading.written, Expression(absence.literal, span)), span)
      result = Expression(.binary(.and, there, result), span)
    }
    return result
  }

  private func absence(
    _ op: BinaryOperator, _ value: Expression, _ heading: Expression, _ span: Span
  ) -> Expression? {
    switch value.node {
    case .blank, .notApplicable: Expression(.binary(op, heading, value), span)
    default: nil
    }
  }

  private func comparison(
    _ alternative: Checker.Table.Alternative, _ column: Int, _ row: Checker.Table.Row
  ) -> Expression {
    let (heading, kind) = (headings[column].written, headings[column].kind)
    let span = alternative.span
    func same(_ value: Expression, _ op: BinaryOperator = .isSame) -> Expression {
      Expression(.binary(op, heading, value), span)
    }
    switch kind {
    case .text, .subject:
      switch alternative.test {
      case .equal(let value): return same(text(value, alternative.text, kind, span))
      case .compared(let op, let value) where op == .equal || op == .notEqual:
        let operand = text(value, checker.words(at: value.span), kind, value.span)
        return same(operand, op == .equal ? .isSame : .isNotSame)
      case .within(let bounds) where bounds.ends.allSatisfy(\.isText):
        return Expression(.within(heading, bounds), span)
      default: return same(text(nil, alternative.text, kind, span))
      }
    case .level:
      switch alternative.test {
      case .equal(let value): return same(text(value, alternative.text, kind, span))
      case .compared(let op, let value):
        return same(text(value, checker.words(at: value.span), kind, value.span), op)
      case .within(var bounds):
        bounds.lower = bounds.lower.map { level($0) }
        bounds.upper = bounds.upper.map { level($0) }
        return Expression(.within(heading, bounds), span)
      case .unread: return same(text(nil, alternative.text, kind, span))
      }
    case .truth:
      if case .equal(let value) = alternative.test, case .truth(let wanted) = value.node {
        return wanted ? heading : Expression(.not(heading), span)
      }
      if ["x"].contains(VietnameseText.lookupKey(alternative.text)) { return heading }
      return misfit(alternative, column, row)
    default: return ordered(alternative, column, row)
    }
  }

  /// Numbers, dates, states: the cell must be an expression of the heading's kind.
  private func ordered(
    _ alternative: Checker.Table.Alternative, _ column: Int, _ row: Checker.Table.Row
  ) -> Expression {
    let (heading, kind) = (headings[column].written, headings[column].kind)
    let span = alternative.span
    var operands: [Expression] = []
    var result: Expression
    switch alternative.test {
    case .equal(let value):
      if case .binary(.subtract, let low, let high) = value.node, low.isNumber, high.isNumber {
        checker.report(
          CheckMessages.cellIsDifference(
            checker.words(at: low.span), checker.words(at: high.span), row: number(row),
            title: table.headings[column].cell.text, table: table.header.name.text, span: span))
        return Expression(.truth(true), span)
      }
      operands = [value]
      result = Expression(.binary(.isSame, heading, value), span)
    case .compared(let op, let value):
      operands = [value]
      result = Expression(.binary(op, heading, value), span)
    case .within(let bounds):
      operands = bounds.ends
      result = Expression(.within(heading, bounds), span)
    case .unread:
      return misfit(alternative, column, row)
    }
    for operand in operands {
      if case .name(let name) = operand.node, !checker.isKnown(name, scope) {
        return misfit(alternative, column, row)
      }
      let found = checker.inTable(note(row, column)) {
        checker.check(operand, scope, expecting: kind)
      }
      if !found.kind.agrees(with: kind) { return misfit(alternative, column, row) }
    }
    return result
  }

  private func misfit(
    _ alternative: Checker.Table.Alternative, _ column: Int, _ row: Checker.Table.Row
  ) -> Expression {
    checker.report(
      CheckMessages.cellOfOtherKind(
        alternative.text, expected: checker.describe(headings[column].kind), row: number(row),
        title: table.headings[column].cell.text, table: table.header.name.text,
        span: alternative.span))
    return Expression(.truth(true), alternative.span)
  }

  /// A text, in quotes or not; for a subject, the one it names.
  private func text(
    _ value: Expression?, _ written: String, _ kind: Kind, _ span: Span
  ) -> Expression {
    var text = Expression(.text([.literal(written)]), span)
    if let value, value.isText { text = value }
    guard case .subject(let index) = kind else { return text }
    return Expression(.lookup(kind: ownName(checker.kinds[index].name, span), key: text), span)
  }

  private func level(_ end: Bounds.End) -> Bounds.End {
    if end.value.isText { return end }
    let words = checker.words(at: end.value.span)
    return Bounds.End(
      Expression(.text([.literal(words)]), end.value.span), isInclusive: end.isInclusive)
  }
}

/// The cells of one result column.
private struct TableResults {
  let checker: Checker
  let table: Checker.Table
  let name: Name
  let column: Int
  let scope: Scope

  init(
    _ checker: Checker, _ table: Checker.Table, _ name: Name, _ column: Int, _ scope: Scope
  ) {
    self.checker = checker
    self.table = table
    self.name = name
    self.column = column
    self.scope = scope
  }

  func values() -> [Expr] {
    let scale = checker.scaleByKey[name.key].map { Kind.level($0) }
    let isText = scale != nil || holdsTexts
    var kind = scale ?? .unknown
    return table.rows.map { row in
      let cell = row.results[column]
      let place = CheckMessages.cellPlace(
        row: checker.lineNumber(row.span), title: name.text, table: table.header.name.text)
      let value: Expr = checker.inTable(place) { self.value(cell, row, isText: isText, kind) }
      if !value.kind.agrees(with: kind) {
        checker.report(
          CheckMessages.resultsDiffer(
            checker.describe(value.kind), checker.describe(kind),
            row: checker.lineNumber(row.span), title: name.text, table: table.header.name.text,
            span: value.span))
        return Expr(.blank, .unknown, value.span)
      }
      kind = kind.merged(with: value.kind)
      return value
    }
  }

  private func value(
    _ cell: Checker.Table.Value, _ row: Checker.Table.Row, isText: Bool, _ kind: Kind
  ) -> Expr {
    let span = cell.cell.span
    if cell.cell.text.isEmpty {
      checker.report(
        CheckMessages.cellEmpty(
          isResult: true, row: checker.lineNumber(row.span), title: name.text,
          table: table.header.name.text, span: row.span))
      return Expr(.blank, .unknown, span)
    }
    if isText, isPlainText(cell) {
      let text = Expression(.text([.literal(cell.cell.text)]), span)
      return checker.check(text, scope, expecting: kind)
    }
    guard let expression = cell.expression else {
      for problem in cell.problems { checker.report(problem) }
      return Expr(.blank, .unknown, span)
    }
    return checker.check(expression, scope, expecting: kind)
  }

  /// A column of texts: every cell is a text or words that name nothing, and at least one is no value.
  private var holdsTexts: Bool {
    let cells = table.rows.map { $0.results[column] }
    return cells.allSatisfy { isPlainText($0) || $0.expression?.isText ?? false || isAbsence($0) }
      && cells.contains { cell in
        if cell.expression?.isText ?? false { return true }
        guard let expression = cell.expression else { return !cell.cell.text.isEmpty }
        if case .name = expression.node { return isPlainText(cell) }
        return false
      }
  }

  private func isAbsence(_ cell: Checker.Table.Value) -> Bool {
    switch cell.expression?.node {
    case .blank?, .notApplicable?: true
    default: false
    }
  }

  /// Words without quotes that mean nothing else.
  private func isPlainText(_ cell: Checker.Table.Value) -> Bool {
    guard let expression = cell.expression else { return !cell.cell.text.isEmpty }
    switch expression.node {
    case .name(let name): return !checker.isKnown(name, scope)
    case .truth, .awardState: return true
    default: return false
    }
  }
}

extension Expression {
  fileprivate var isText: Bool { if case .text = node { true } else { false } }
  fileprivate var isNumber: Bool { if case .number = node { true } else { false } }
}

extension Bounds {
  fileprivate var ends: [Expression] { [lower, upper].compactMap { $0?.value } }
}
