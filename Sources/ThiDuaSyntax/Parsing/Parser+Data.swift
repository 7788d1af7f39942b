// `dữ liệu` and `lịch sử` from a file or as rows, and `ví dụ`.

import ThiDuaText

extension Parser {
  mutating func data(_ head: Head, _ count: Int) -> DataDeclaration? {
    let start = position
    position += count
    let isPoints = head == .data && acceptPoints()
    let kind = reserving(.fromFile) { $0.expectName("tên loại đối tượng") }
    var file: (path: String, span: Span)?
    var isStore = false
    if kind != nil, accept(.fromFile) {
      isStore = head == .history && accept(words: "kho")
      file = plainText("tên tệp số liệu").map { (path: $0.text, span: $0.span) }
    }
    var style: NumberStyle?
    var databaseTable: (text: String, span: Span)?
    var sheet: SheetClauses?
    var encoding: (value: OldEncoding, span: Span)?
    var rows = head == .history ? DataDeclaration.Rows.years : .subjects
    var saysRows = false
    var allowed: [ClauseHead] = head == .history ? [.rowPerAward] : []
    if isPoints {
      rows = .criteria
      allowed.append(.rowPerCriterion)
    }
    if file != nil, !isStore {
      allowed += [.databaseTable, .oldEncoding, .vietnameseStyle, .internationalStyle]
      allowed += Parser.sheetClauses
    }
    if !allowed.isEmpty {
      clauses(allowed) { parser, clause in
        switch clause {
        case .rowPerAward: rows = .awards
        case .rowPerCriterion: saysRows = true
        case .databaseTable: databaseTable = parser.plainText("tên bảng")
        case .oldEncoding: encoding = parser.oldEncoding()
        case .sheet, .headerRows, .lastRow, .fillMerges: parser.sheetClause(clause, into: &sheet)
        default: style = Parser.styles[clause]
        }
      }
    }
    if isPoints, !saysRows {
      failMissing(
        ClauseHead.rowPerCriterion.rawValue,
        in: "dữ liệu điểm của tập thể từ \"phieu-cham.csv\", mỗi dòng một tiêu chí")
    }
    var pointColumns: [Name] = []
    if isPoints, at(.colon), position + 1 < limit {
      position += 1
      pointColumns = nameList("tên cột")
    }
    passHeaderColon()
    let span = span(from: start)
    let isBroken = hasFailed
    endLine()
    var columns: [DataDeclaration.ColumnMapping] = []
    var ignored: [String] = []
    let wasOpen = endedInBlock
    ruleLines(.data, title: head.rawValue, keepsUnknown: false) { parser, start in
      guard case .line(let head, let count) = start else { return false }
      parser.position += count
      if head == .column {
        if let mapping = parser.columnMapping() { columns.append(mapping) }
      } else {
        ignored += parser.plainTextList("tên cột").map(\.text)
      }
      return true
    }
    let table = inlineTable()
    if file != nil { endedInBlock = wasOpen }
    if file == nil, table == nil, !isBroken {
      diagnostics.add(SyntaxMessages.dataWithoutRows(head.rawValue, span: span))
    }
    guard let kind else { return nil }
    var declaration = DataDeclaration(
      kind: kind, rows: rows, file: file, databaseTable: databaseTable, style: style,
      columns: columns, ignored: ignored, table: table, span: span)
    declaration.pointColumns = pointColumns
    declaration.sheet = sheet
    declaration.isStore = isStore
    declaration.encoding = encoding
    return declaration
  }

  /// `TCVN3` · `Windows-1258` · `"VNI"`, after `bảng mã`.
  private mutating func oldEncoding() -> (value: OldEncoding, span: Span)? {
    let start = position
    if case .text = current.kind {
      guard let text = plainText("tên bảng mã") else { return nil }
      if let encoding = OldEncoding.named(text.text) { return (encoding, text.span) }
    } else {
      // `Windows-1258` is a word, a sign and a number.
      for count in [3, 1] where start + count <= limit {
        let span = tokens[start].span.joined(tokens[start + count - 1].span)
        guard let encoding = OldEncoding.named(source.text(span)) else { continue }
        position += count
        return (encoding, span)
      }
    }
    while position < limit, !at(.comma) { position += 1 }
    let written = position > start ? span(from: start) : place
    fail(
      SyntaxMessages.unknownChoice(
        source.text(written), purpose: "bảng mã", choices: OldEncoding.words, span: written))
    return nil
  }

  /// `điểm của` before the kind: a score sheet.
  private mutating func acceptPoints() -> Bool {
    let start = position
    if accept(words: "điểm"), accept(.of) { return true }
    position = start
    return false
  }

  /// `"Tỷ lệ HT (%)" là tỷ lệ hoàn thành, tính theo phần trăm`, after `cột`.
  private mutating func columnMapping() -> DataDeclaration.ColumnMapping? {
    let start = position
    guard let title = plainText("tên cột"),
      expect(.same, in: "cột \"Tỷ lệ HT (%)\" là tỷ lệ hoàn thành"),
      let field = expectName("tên trường")
    else { return nil }
    var isPercent = false
    clauses([.percentCells]) { _, _ in isPercent = true }
    return DataDeclaration.ColumnMapping(
      title: title.text, field: field, isPercentNumber: isPercent, span: span(from: start))
  }

  // MARK: Rows

  private mutating func inlineTable() -> InlineTable? {
    var rows: [[InlineTable.Cell]] = []
    var whole = Span.none
    var title = Span.none
    blockDepth += 1
    defer { blockDepth -= 1 }
    while hasLine, lines[line].isTableRow {
      beginLine()
      var row = cells(of: current.span)
      if let header = rows.first {
        row = padded(row, to: header.count, current.span, below: title)
        if header.count == row.count {
          rows.append(row)
        } else {
          fail(
            SyntaxMessages.rowLength(
              found: row.count, expected: header.count,
              isPasted: source.bytes[Int(current.span.start)] != UInt8(ascii: "|"),
              span: current.span))
        }
      } else {
        title = current.span
        rows.append(row)
      }
      whole = whole.joined(current.span)
      skipLine()
    }
    if !rows.isEmpty, !hasLine { endedInBlock = true }
    guard let header = rows.first else { return nil }
    return InlineTable(header: header, rows: Array(rows.dropFirst()), span: whole)
  }

  /// The cells between the bars, trimmed; what follows the last bar counts only when not blank.
  func cells(of row: Span) -> [InlineTable.Cell] {
    guard source.bytes[Int(row.start)] == UInt8(ascii: "|") else { return tabbedCells(of: row) }
    var cells: [InlineTable.Cell] = []
    let end = Int(row.end)
    var start = Int(row.start) + 1
    while start <= end {
      var stop = start
      while stop < end, source.bytes[stop] != UInt8(ascii: "|") { stop += 1 }
      let isLast = stop == end
      let cell = trimmedCell(start, stop)
      if !isLast || !cell.text.isEmpty { cells.append(cell) }
      start = stop + 1
    }
    return cells
  }

  /// The cells between tabs; a quoted one without its quotes, in one line.
  private func tabbedCells(of row: Span) -> [InlineTable.Cell] {
    var cells: [InlineTable.Cell] = []
    let end = Int(row.end)
    var start = Int(row.start)
    while start <= end {
      if let close = CellQuotes.end(source.bytes, from: start, limit: end) {
        var cell = trimmedCell(start + 1, close - 1)
        cell.text = cell.text.replacing("\"\"", with: "\"").split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        cells.append(cell)
        start = close
        while start < end, source.bytes[start] != UInt8(ascii: "\t") { start += 1 }
      } else {
        var stop = start
        while stop < end, source.bytes[stop] != UInt8(ascii: "\t") { stop += 1 }
        cells.append(trimmedCell(start, stop))
        start = stop
      }
      start += 1
    }
    return cells
  }

  private func trimmedCell(_ start: Int, _ stop: Int) -> InlineTable.Cell {
    let text = String(decoding: source.bytes[start..<stop], as: UTF8.self)
    let leading = text.prefix(while: \.isWhitespace)
    let rest = text.dropFirst(leading.count)
    let trailing = rest.reversed().prefix(while: \.isWhitespace).count
    let cell = rest.dropLast(trailing)
    let from = start + leading.utf8.count
    return InlineTable.Cell(
      text: String(cell),
      span: Span(
        file: source.id, start: UInt32(from), end: UInt32(from + cell.utf8.count)))
  }

  // MARK: Examples

  mutating func example(_ count: Int) -> Item? {
    let opener = lineSpan
    let start = position
    position += count
    let title = plainText("tên ví dụ")
    passHeaderColon()
    var example = ExampleDeclaration(
      title: title?.text ?? "", data: [], bindings: [], results: [], span: span(from: start))
    endLine()
    openBlock(.example, opener)
    defer { closeBlock() }
    while hasLine {
      beginLine()
      switch endOfBlock() {
      case .closed, .abandoned: return .example(example)
      case .notYet: break
      }
      if lines[line].isTableRow {
        fail(SyntaxMessages.strayTableRow(span: lineSpan))
        skipLine()
        continue
      }
      guard let head = head(in: .example) else {
        if beginsDeclaration || isDefinitionLine {
          reportMissingEnd(found: lineSpan)
          return .example(example)
        }
        failExampleLine()
        skipLine()
        continue
      }
      readExampleLine(head.id, head.count, into: &example)
    }
    reportMissingEnd(found: .none)
    return .example(example)
  }

  private mutating func readExampleLine(
    _ head: Head, _ count: Int, into example: inout ExampleDeclaration
  ) {
    let start = position
    switch head {
    case .data, .history:
      if let data = data(head, count) { example.data.append(data) }
    case .set:
      position += count
      if let name = expectName("tên") {
        if accept(.equal) {
          example.bindings.append((name, expression()))
        } else {
          failMissing("=", in: "đặt TÊN = GIÁ TRỊ")
        }
      }
      endLine()
    default:
      position += count
      let test = condition()
      example.results.append((test, span(from: start)))
      endLine()
    }
  }

  private mutating func failExampleLine() {
    let heads = Head.allCases.filter { $0.keyword.places.contains(.example) }.map(\.rawValue)
    if failUnaccented(heads) { return }
    let start = lineStart
    fail(
      SyntaxMessages.unknownLine(
        start.text, block: Head.example.rawValue, heads: heads, span: start.span))
  }
}
