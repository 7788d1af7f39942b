// `bảng quyết định`: rows between bars or, pasted from a spreadsheet, between tabs.
//
// A cell of a condition column has no subject: `từ 90 trở lên`, `"A"; "B"`, `-`. Each cell is read by a
// parser of its own, so that one bad cell is one error. Nothing here knows kinds: a cell that is no
// expression may still be a text without quotes.

import ThiDuaText

extension Parser {
  typealias Table = DecisionTableDeclaration

  private static let policies: [ClauseHead: Table.Policy] = [
    .uniqueRow: .unique, .firstRow: .first, .accumulated: .accumulated,
  ]

  mutating func decisionTable(_ count: Int) -> Item? {
    let header = header(.decisionTable, count: count, naming: .title)
    var policy = Table.Policy.unique
    var results: [Name] = []
    var suffixes = Suffixes()
    clauses(
      [
        .results, .uniqueRow, .firstRow, .accumulated, .round, .atMost, .notExceeding, .atLeast,
        .basis,
      ]
    ) { parser, clause in
      if clause == .results {
        results += parser.nameList("tên cột kết quả")
      } else if let chosen = Parser.policies[clause] {
        policy = chosen
      } else {
        _ = parser.readSuffix(clause, into: &suffixes)
      }
    }
    passHeaderColon()
    let isBroken = hasFailed
    endLine()
    var lines = tableLines()
    let rows = tableRows()
    let wasOpen = endedInBlock
    lines += tableLines()
    endedInBlock = wasOpen
    passTableEnd()
    guard let header else { return nil }
    guard rows.count > 1, let titles = rows.first else {
      if !isBroken { diagnostics.add(SyntaxMessages.tableWithoutRows(span: header.span)) }
      return nil
    }
    var table = Table(
      header: header, policy: policy, missingResults: [], suffixes: suffixes, columns: [], rows: [],
      lines: lines)
    table.columns = tableColumns(titles.cells, results, &table.missingResults)
    for row in rows.dropFirst() {
      table.rows.append(tableRow(row.cells, row.span, table.columns))
    }
    return .decisionTable(table)
  }

  private mutating func tableLines() -> [RuleLine] {
    var result: [RuleLine] = []
    ruleLines(.decisionTable, title: Head.decisionTable.rawValue, keepsUnknown: false) {
      parser, start in
      guard case .line(let head, let count) = start else { return false }
      if let rule = parser.ruleLine(head, count: count, in: .decisionTable) { result.append(rule) }
      return true
    }
    return result
  }

  /// The rows end the block; `hết bảng quyết định`, or `hết` where no other block waits for it, may be
  /// written all the same.
  private mutating func passTableEnd() {
    guard hasLine else { return }
    beginLine()
    guard let end = head(in: .script), end.id == .end else { return }
    let after = position + end.count
    let named = Phrases.heads.match(tokens, at: after, limit: limit)
    let isOwn = named.map { $0.id == .decisionTable && after + $0.count == limit } ?? false
    if isOwn || (after == limit && open.isEmpty) { skipLine() }
  }

  // MARK: Rows

  private mutating func tableRows() -> [(cells: [InlineTable.Cell], span: Span)] {
    var rows: [(cells: [InlineTable.Cell], span: Span)] = []
    blockDepth += 1
    defer { blockDepth -= 1 }
    while hasLine, lines[line].isTableRow {
      beginLine()
      let span = current.span
      var row = cells(of: span)
      if let first = rows.first {
        row = padded(row, to: first.cells.count, span, below: first.span)
        if row.count == first.cells.count {
          rows.append((row, span))
        } else {
          fail(
            SyntaxMessages.tableRowLength(
              found: row.count, expected: first.cells.count, span: span))
        }
      } else {
        rows.append((row, span))
      }
      skipLine()
    }
    if !rows.isEmpty, !hasLine { endedInBlock = true }
    return rows
  }

  /// Blank first cells of a pasted row look like an indent, beyond the one its title row has; blank last ones
  /// are dropped by editors and mail.
  func padded(
    _ row: [InlineTable.Cell], to count: Int, _ span: Span, below header: Span
  ) -> [InlineTable.Cell] {
    guard row.count < count, source.bytes[Int(span.start)] != UInt8(ascii: "|") else { return row }
    var row = row
    var before = Int(span.start) - 1
    for _ in 0..<max(0, tabs(before: span) - tabs(before: header)) where row.count < count {
      let place = Span(file: span.file, start: UInt32(before), end: UInt32(before))
      row.insert(InlineTable.Cell(text: "", span: place), at: 0)
      before -= 1
    }
    let end = Span(file: span.file, start: span.end, end: span.end)
    while row.count < count { row.append(InlineTable.Cell(text: "", span: end)) }
    return row
  }

  private func tabs(before row: Span) -> Int {
    source.bytes[..<Int(row.start)].reversed().prefix { $0 == UInt8(ascii: "\t") }.count
  }

  // MARK: Columns

  private static let numberTitles = Set(
    ["TT", "STT", "Số TT", "Số thứ tự"].map { VietnameseText.lookupKey($0) })

  private func tableColumns(
    _ titles: [InlineTable.Cell], _ wanted: [Name], _ missing: inout [Name]
  ) -> [Table.Column] {
    let names = titles.map { name(text: $0.text, span: $0.span) }
    let basis = VietnameseText.lookupKey(LineHead.basis.rawValue)
    var results = Set(wanted.compactMap { name in names.lastIndex { $0.key == name.key } })
    missing = wanted.filter { name in !names.contains { $0.key == name.key } }
    if results.isEmpty, let last = names.lastIndex(where: { $0.key != basis }) { results = [last] }
    return names.indices.map { index in
      if results.contains(index) { return .result(names[index]) }
      if names[index].key == basis { return .basis }
      if index == 0, Self.numberTitles.contains(names[0].key), !declared.contains(names[0].key) {
        return .number
      }
      return .condition(value(of: titles[index]))
    }
  }

  private mutating func tableRow(
    _ cells: [InlineTable.Cell], _ span: Span, _ columns: [Table.Column]
  ) -> Table.Row {
    var row = Table.Row(conditions: [], results: [], isRest: false, basis: nil, span: span)
    let rest = VietnameseText.lookupKey(Connector.otherLevels.rawValue)
    for (cell, column) in zip(cells, columns) {
      switch column {
      case .condition: row.conditions.append(condition(of: cell))
      case .result: row.results.append(value(of: cell))
      case .basis: row.basis = basis(of: cell)
      case .number: break
      }
    }
    let conditions = row.conditions
    let others = conditions.dropFirst().map(\.cell.text)
    row.isRest =
      conditions.first.map { VietnameseText.lookupKey($0.cell.text) == rest } ?? false
      && others.allSatisfy {
        $0.isEmpty || Self.anyValue.contains($0) || VietnameseText.lookupKey($0) == rest
      }
    if row.isRest { row.conditions = [] }
    return row
  }

  // MARK: Cells

  private static let anyValue: Set<String> = ["-", "–", "—", "−"]

  /// A parser for the letters of one cell.
  private func reader(of cell: InlineTable.Cell) -> Parser {
    let range = Int(cell.span.start)..<Int(cell.span.end)
    let isDoubled = source.bytes[range.lowerBound..<range.upperBound].count != cell.text.utf8.count
    let bytes = isDoubled ? CellQuotes.unquoted(source.bytes, range) : nil
    var lexer = Lexer(source, range: range, bytes: bytes)
    lexer.run()
    let whole = LogicalLine(tokens: 0..<lexer.tokens.count, physical: 0...0, isTableRow: false)
    var inner = Parser(source: source, tokens: lexer.tokens, lines: [whole], declared: declared)
    inner.diagnostics = lexer.diagnostics
    inner.beginLine()
    inner.hasFailed = inner.diagnostics.hasErrors
    inner.rules = .inBrackets
    return inner
  }

  /// A heading or a result.
  private func value(of cell: InlineTable.Cell) -> Table.Value {
    var reader = reader(of: cell)
    guard !reader.tokens.isEmpty else {
      return Table.Value(expression: nil, problems: [], cell: cell)
    }
    let expression = reader.expression()
    if !reader.isAtEnd { reader.reportLeftover() }
    let problems = reader.diagnostics.all
    return Table.Value(
      expression: problems.isEmpty ? expression : nil, problems: problems, cell: cell)
  }

  private mutating func basis(of cell: InlineTable.Cell) -> Basis? {
    var reader = reader(of: cell)
    guard !reader.tokens.isEmpty, !Self.anyValue.contains(cell.text) else { return nil }
    let basis = reader.basis()
    if !reader.isAtEnd { reader.reportLeftover() }
    diagnostics.add(contentsOf: reader.diagnostics)
    return basis
  }

  private func condition(of cell: InlineTable.Cell) -> Table.Condition {
    if Self.anyValue.contains(cell.text) { return Table.Condition(alternatives: [], cell: cell) }
    let reader = reader(of: cell)
    var alternatives: [Table.Alternative] = []
    var start = 0
    var depth = 0
    for index in 0...reader.tokens.count {
      let symbol = index < reader.tokens.count ? reader.tokens[index].symbol : .semicolon
      if symbol?.isOpening ?? false { depth += 1 }
      if symbol?.isClosing ?? false { depth -= 1 }
      guard symbol == .semicolon, depth == 0 || index == reader.tokens.count else { continue }
      if index > start {
        alternatives.append(alternative(start..<index, reader))
      }
      start = index + 1
    }
    return Table.Condition(alternatives: alternatives, cell: cell)
  }

  private func alternative(_ range: Range<Int>, _ whole: Parser) -> Table.Alternative {
    var reader = whole
    reader.position = range.lowerBound
    reader.limit = range.upperBound
    let text = reader.text(range)
    let span = reader.token(at: range.lowerBound).span.joined(
      reader.token(at: range.upperBound - 1).span)
    let test = reader.test()
    if !reader.isAtEnd { reader.reportLeftover() }
    let problems = reader.diagnostics.all
    return Table.Alternative(
      test: problems.isEmpty ? test : .unread(problems), text: text, span: span)
  }

  /// A comparison without its subject, or a value.
  private mutating func test() -> Table.Alternative.Test {
    if let symbol = current.symbol?.comparison {
      position += 1
      return .compared(symbol, additive())
    }
    if accept(.isNot) { return .compared(.notEqual, additive()) }
    if accept(.same) { return .equal(additive()) }
    if let word = Phrases.comparisons.match(tokens, at: position, limit: limit),
      position + word.count < limit
    {
      if word.id == .different || word.id == .equal {
        position += word.count
        return .compared(word.id == .different ? .notEqual : .equal, additive())
      }
      if let bounds = bounds() { return .within(bounds) }
      return .unread([])
    }
    return .equal(additive())
  }
}
