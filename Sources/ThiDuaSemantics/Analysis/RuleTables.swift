// The rules whose lines are looked at together: tiers, `mục` lines, levels, exceptions. The lowering
// hands each one in as it meets it; when everything is checked, each is searched for a subject that no
// line fits (a gap) or that two fit (an overlap).
//
// A finding is certain when its witness is made of values that can really meet: independent inputs, or
// a sum and one of its parts. Anything less is a warning that says so. Requirements (`yêu cầu`) over the
// same quantities are taken as given, since data that breaks them stops the run first.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// Lines that exclude each other, as the lowering sees them.
struct RuleTable {
  enum Sort {
    case tiers, levels, exceptions, topDown
    /// Rows of a decision table: exactly one holds, the first counts, all that hold are added.
    case rows, firstRow, addedRows

    /// Whether a line counts only where none above it does.
    var isOrdered: Bool { self == .topDown || self == .firstRow }
    var excludes: Bool { self != .addedRows && !isOrdered }
    var isLevels: Bool { self == .levels || self == .topDown }
    var isTable: Bool { self == .rows || self == .firstRow || self == .addedRows }
  }
  struct Line {
    var condition: Expr
    /// What the line gives; only compared, for exceptions.
    var value: Expr
    var span: Span
  }
  var sort: Sort
  var rule: String
  var lines: [Line]
  /// Whether a subject that no line fits stops the run.
  var needsCover: Bool
  var span: Span

  /// Tiers, `mục` lines or levels, of which at most one may hold.
  init(
    _ lines: [(condition: Expr, value: Expr, span: Span)], _ otherwise: Expr, _ rule: String,
    _ kind: Kind, _ span: Span, sort: Sort? = nil
  ) {
    self.lines = lines.map { Line(condition: $0.condition, value: $0.value, span: $0.span) }
    self.rule = rule
    self.span = span
    needsCover = if case .fail = otherwise.node { true } else { false }
    let isLevel = if case .level = kind { true } else { false }
    self.sort = sort ?? (isLevel ? .levels : .tiers)
  }

  /// Exceptions, of which those that hold must agree.
  init(exceptions lines: [(condition: Expr, value: Expr, span: Span)], _ rule: String) {
    self.lines = lines.map { Line(condition: $0.condition, value: $0.value, span: $0.span) }
    self.rule = rule
    span = lines.first?.span ?? .none
    needsCover = false
    sort = .exceptions
  }
}

extension Checker {
  /// Tells of any two conditions, by place, whether they cannot hold together whatever the data,
  /// parameters and scenarios are; then the run needs no test.
  func exclusion(of conditions: [Expr]) -> (Int, Int) -> Bool {
    let reader = ConditionReader(self, ranges: nil)
    let formulas = conditions.map { reader.read($0) }
    let necessities = formulas.map(Necessity.init)
    let budget = SearchBudget()
    return { [self] a, b in
      if necessities[a].excludes(necessities[b]) { return true }
      let both = Formula.both(formulas[a], formulas[b])
      var search = CellSearch(cells(of: reader, [both]), budget)
      return search.first(both) == nil && !search.gaveUp
    }
  }

  func cells(of reader: ConditionReader, _ formulas: [Formula]) -> [[Cell]] {
    var tests = [[AtomTest]](repeating: [], count: reader.quantities.count)
    for formula in formulas { formula.visitAtoms { tests[$0].append($1) } }
    return reader.quantities.indices.map { Cells.of(reader.quantities[$0], tests: tests[$0]) }
  }

  /// Notes a table, unless it is a rule followed again for another score column.
  func note(_ table: RuleTable) {
    if variant == nil { tables.append(table) }
  }

  /// The last walk: everything is checked and free of errors.
  func analyse() {
    guard !diagnostics.hasErrors else { return }
    let ranges = ValueRanges(self)
    judgeRequirements(ranges)
    // What contradicts itself would make everything after it look impossible.
    guard !diagnostics.hasErrors else { return }
    var seen: Set<Span> = []
    for table in tables where table.lines.count > 0 && seen.insert(table.lines[0].span).inserted {
      TableAnalysis(table, self, ranges).run()
    }
    judgeTableRows(ranges)
    judgeBends(ranges)
    judgeConditions(ranges)
    judgeComparisons(ranges)
    judgeMaxima(ranges)
    judgeParameters()
  }

  /// What every subject of these kinds must satisfy before its rules are reckoned.
  func requiredConditions(of kinds: Set<Int>) -> [Expr] {
    program.requirements.compactMap { requirement in
      guard !requirement.isWarning, let column = requirement.column, kinds.contains(column.kind),
        case .computed(let rule)? = self.kinds[column.kind].columns[column.column].source
      else { return nil }
      return rule.expression
    }
  }

  func lineNumber(_ span: Span) -> Int {
    program.sources[span.file]?.lineAndColumn(span.start).line ?? 0
  }

  /// What the script says at a place, in one line.
  func writtenText(_ span: Span) -> String {
    (program.sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The input columns behind a column; a column of nothing else stands for itself.
  func sources(of column: ColumnReference) -> Set<ColumnReference> {
    if let known = sourcesOfColumn[column] { return known }
    var seen: Set<ColumnReference> = []
    var found: Set<ColumnReference> = []
    var open = [column]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      let dependencies = kinds[next.kind].columns[next.column].dependencies
      if dependencies.isEmpty { found.insert(next) } else { open.append(contentsOf: dependencies) }
    }
    sourcesOfColumn[column] = found
    return found
  }
}

/// One table being looked at.
struct TableAnalysis {
  /// Overlaps shown for one table: the rest repeat the same mistake.
  static let shownOverlaps = 5
  /// Witnesses whose reachability is looked into before giving up.
  static let attempts = 200

  let table: RuleTable
  let checker: Checker
  let ranges: ValueRanges
  let reader: ConditionReader
  let lines: [Formula]
  let given: [Formula]
  let cells: [[Cell]]
  let budget = SearchBudget()

  /// `takesRequirements` false: what the script requires is not taken as given.
  init(
    _ table: RuleTable, _ checker: Checker, _ ranges: ValueRanges, takesRequirements: Bool = true
  ) {
    self.table = table
    self.checker = checker
    self.ranges = ranges
    let reader = ConditionReader(checker, ranges: ranges)
    let lines = table.lines.map { reader.read($0.condition) }
    let own = reader.quantities.count
    let subjects = Set(reader.quantities.compactMap { $0.column?.kind })
    let required = takesRequirements ? checker.requiredConditions(of: subjects) : []
    let requirements = required.map { reader.read($0) }
      .filter { $0.quantities.contains { $0 < own } }
    self.reader = reader
    self.lines = lines
    given = requirements
    cells = checker.cells(of: reader, lines + requirements)
  }

  func run() {
    lookForDeadLines()
    if table.sort.excludes { lookForOverlaps() }
    if table.needsCover { lookForGap() }
  }

  // MARK: Searches

  private func lookForGap() {
    let gap = Formula.and(lines.map { .not($0) })
    guard let finding = witness(gap) else { return }
    checker.report(
      AnalysisMessages.gap(
        rule: table.rule, witness: finding.words, isLevel: table.sort.isLevels,
        isTable: table.sort.isTable, doubt: finding.doubt, span: table.span))
  }

  private func lookForOverlaps() {
    var shown = 0
    let necessities = lines.map(Necessity.init)
    for second in lines.indices {
      for first in lines.indices.prefix(second) where shown < Self.shownOverlaps {
        var mayAgree = false
        if table.sort == .exceptions {
          switch difference(table.lines[first].value, table.lines[second].value) {
          case .same: continue
          case .unknown: mayAgree = true
          case .different: break
          }
        }
        if necessities[first].excludes(necessities[second]) { continue }
        let both = Formula.both(lines[first], lines[second])
        guard var finding = witness(both) else { continue }
        if mayAgree { finding.doubt = finding.doubt ?? .computedValues }
        shown += 1
        report(first, second, finding)
      }
    }
  }

  private func report(_ first: Int, _ second: Int, _ finding: Finding) {
    let (a, b) = (table.lines[first], table.lines[second])
    let names = (name(a), name(b))
    switch table.sort {
    case .exceptions:
      // Two exceptions on different matters may never meet in the data; the run watches them.
      let doubt = finding.doubt ?? (finding.quantityCount > 1 ? .differentMatters : nil)
      checker.report(
        AnalysisMessages.exceptionsMeet(
          rule: table.rule, witness: finding.words, names, doubt: doubt, span: b.span,
          first: a.span))
    default:
      checker.report(
        AnalysisMessages.overlap(
          rule: table.rule, witness: finding.words, names, isLevels: table.sort == .levels,
          isTable: table.sort.isTable, doubt: finding.doubt, span: b.span, first: a.span))
    }
  }

  /// A line that no data can reach: by itself, or below others that take everything.
  private func lookForDeadLines() {
    var search = CellSearch(cells, budget)
    for index in lines.indices {
      let line = table.lines[index]
      if !mayHold(lines[index]) {
        checker.report(AnalysisMessages.lineNeverHolds(name(line), span: line.span))
      } else if table.sort.isOrdered, index > 0 {
        let left = Formula.and([lines[index]] + lines[..<index].map { .not($0) } + given)
        if search.first(left) == nil, !search.gaveUp {
          checker.report(
            AnalysisMessages.lineIsCovered(
              name(line), isTable: table.sort.isTable, span: line.span,
              above: table.lines[index - 1].span))
        }
      }
    }
  }

  private enum Difference { case same, different, unknown }

  private func difference(_ a: Expr, _ b: Expr) -> Difference {
    switch (a.node, b.node) {
    case (.text(let x), .text(let y)): return x == y ? .same : .different
    case (.truth(let x), .truth(let y)): return x == y ? .same : .different
    default: break
    }
    if let x = reader.constant(a, [:]), let y = reader.constant(b, [:]) {
      return x == y ? .same : .different
    }
    if reader.isSame(a, b) { return .same }
    guard let x = ranges.possible(a, [:]).values, let y = ranges.possible(b, [:]).values else {
      return .unknown
    }
    return a.kind.isNumeric && x.intersection(y) == nil ? .different : .unknown
  }

  /// How a reader finds the line: by its level, or by its number in the script.
  private func name(_ line: RuleTable.Line) -> String {
    if table.sort.isLevels, case .level(let index) = line.value.node,
      case .level(let scale) = line.value.kind
    {
      return AnalysisMessages.levelName(checker.scales[scale].levels[index])
    }
    return AnalysisMessages.lineName(checker.lineNumber(line.span))
  }

  // MARK: Witnesses

  struct Finding {
    var words: String
    var doubt: AnalysisMessages.Doubt?
    var quantityCount: Int
  }

  /// A subject for which the formula holds: a certain one if there is one.
  func witness(_ formula: Formula) -> Finding? {
    let whole = Formula.and([formula] + given)
    for onlyCertain in [true, false] {
      var search = CellSearch(cells, budget)
      var attempts = 0
      var found: Choice?
      _ = search.first(whole) { choice in
        var shortener = CellSearch(cells, budget)
        let needed = shortener.needed(choice, for: formula)
        if onlyCertain && doubt(needed) != nil { return false }
        attempts += 1
        guard attempts <= Self.attempts, isReachable(needed) else { return false }
        found = needed
        return true
      }
      if let found { return finding(found) }
    }
    return nil
  }

  private func finding(_ choice: Choice) -> Finding {
    let words = choice.keys.sorted().map { index in
      WitnessWords.describe(
        reader.quantities[index], cells[index][choice[index]!], cells[index], checker)
    }
    return Finding(
      words: AnalysisMessages.witness(words), doubt: doubt(choice), quantityCount: choice.count)
  }

  /// Why the chosen values may never meet; nil when they certainly can.
  private func doubt(_ choice: Choice) -> AnalysisMessages.Doubt? {
    for (index, cell) in choice {
      if reader.quantities[index].isOpaque { return .unread }
      if cells[index][cell].isUnexpected { return .undeclaredRange }
      if case .text(nil) = cells[index][cell].content { return .openText }
    }
    let chosen = choice.keys.sorted().map { reader.quantities[$0] }
    for (place, a) in chosen.enumerated() {
      for b in chosen[(place + 1)...] where !a.sources.isDisjoint(with: b.sources) {
        if !isSumAndPart(a, b) && !isSumAndPart(b, a) { return .dependent }
      }
    }
    return nil
  }

  /// Whether the other values leave each computed one its chosen cell.
  func isReachable(_ choice: Choice) -> Bool {
    var fixed: [ColumnReference: Interval] = [:]
    for (index, cell) in choice {
      guard let column = reader.quantities[index].column,
        case .values(let values, _) = cells[index][cell].content
      else { continue }
      fixed[column] = values
    }
    guard fixed.count > 1 else { return true }
    let bounded = ValueRanges(checker, given: fixed)
    return fixed.allSatisfy { column, values in
      bounded.general(column).values?.intersection(values) != nil
    }
  }

  private func isSumAndPart(_ sum: Quantity, _ part: Quantity) -> Bool {
    guard let column = sum.column, let wanted = part.column,
      let parts = SumParts(checker, until: wanted).parts(of: column)
    else { return false }
    guard parts.filter({ $0 == wanted }).count == 1 else { return false }
    return parts.allSatisfy { part in
      part == wanted
        || checker.sources(of: part).isDisjoint(with: checker.sources(of: wanted))
    }
  }
}

/// The columns that a column is the sum of, through sums of sums and their limits.
struct SumParts {
  let checker: Checker
  /// The part asked about: what it is made of itself does not matter.
  let until: ColumnReference

  init(_ checker: Checker, until: ColumnReference) {
    self.checker = checker
    self.until = until
  }

  /// nil: the column is no sum.
  func parts(of column: ColumnReference, depth: Int = 0) -> [ColumnReference]? {
    guard depth < 12,
      case .computed(let rule)? = checker.kinds[column.kind].columns[column.column].source
    else { return nil }
    return terms(rule.expression, [:], depth)
  }

  private func terms(
    _ expr: Expr, _ locals: [Int: Expr], _ depth: Int
  ) -> [ColumnReference]? {
    switch expr.node {
    case .number: return []
    case .local(let slot): return locals[slot].flatMap { terms($0, locals, depth) }
    case .column(let kind, let column, let owner):
      guard case .local(0) = owner.node else { return nil }
      let reference = ColumnReference(kind: kind, column: column)
      if reference == until { return [reference] }
      return parts(of: reference, depth: depth + 1) ?? [reference]
    case .arithmetic(.add, let a, let b), .arithmetic(.subtract, let a, let b):
      guard let x = terms(a, locals, depth), let y = terms(b, locals, depth) else { return nil }
      return x + y
    case .builtin(.smaller, let parts), .builtin(.larger, let parts):
      guard parts.count == 2, case .number = parts[1].node else { return nil }
      return terms(parts[0], locals, depth)
    case .bind(let slot, let value, let body):
      return terms(body, locals.merging([slot: value]) { $1 }, depth)
    default: return nil
    }
  }
}
