// A CSV file or the rows of a script into columns. In: a path or rows, the schema, the campaign's
// texts. Out: a LoadedTable, or findings and nothing. Invariant: a table is given only when no
// finding is an error; every wrong cell of the file is found in one go; one thread or many give
// the same.
//
// Ways: bytes → encoding → format → header → sample → plans → rows in parallel → join → keys.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// Reads tables of text.
public enum CSVReader {
  /// Reads the file at `path`, called `name` in messages. `style` nil: by the separator. `encoding`: what the
  /// script says of a file older than Unicode; nil: it is recognised.
  public static func read(
    path: String, name: String, schema: TableSchema, style: NumberStyle? = nil,
    encoding: OldEncoding? = nil, texts: TextTable,
    workers: Int = Workers.available, into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    switch InputBytes.open(path) {
    case .failure(let problem):
      diagnostics.add(
        DataMessages.unreadable(name, .init(problem), span: schema.span))
      return nil
    case .success(let bytes):
      return read(
        bytes: bytes, name: name, schema: schema, style: style, encoding: encoding, texts: texts,
        workers: workers, into: &diagnostics)
    }
  }

  /// Reads bytes that are in memory already.
  public static func read(
    bytes: InputBytes, name: String, schema: TableSchema, style: NumberStyle? = nil,
    encoding: OldEncoding? = nil, texts: TextTable, workers: Int = Workers.available,
    into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    switch Encoding.text(of: bytes) {
    case .failure(let problem):
      diagnostics.add(DataMessages.unreadable(name, .init(problem), span: schema.span))
      return nil
    case .success(let text):
      let file = TextFile(
        bytes: bytes, text: text, name: name, schema: schema, style: style, texts: texts,
        workers: workers)
      if let encoding { return file.read(as: encoding, into: &diagnostics) }
      return file.read(into: &diagnostics)
    }
  }

  /// Reads a table of the database `name`, given as text by `Database.text(ofTable:)`.
  public static func read(
    databaseText: [UInt8], name: String, table: String, schema: TableSchema, style: NumberStyle,
    texts: TextTable, workers: Int = Workers.available, into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    read(
      madeText: InputBytes(databaseText), name: name, part: .databaseTable(table), schema: schema,
      style: style, texts: texts, workers: workers, into: &diagnostics)
  }

  /// Reads text this program made of a part of the file `name`.
  static func read(
    madeText: InputBytes, name: String, part: TableOrigin.Part, schema: TableSchema,
    style: NumberStyle, texts: TextTable, workers: Int, into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    let text = Encoding.Text(bytes: madeText, bodyStart: 0)
    let origin = TableOrigin(name: name, span: schema.span, text: text, part: part, inline: nil)
    let job = ReadingJob(
      schema: schema, origin: origin, style: style, texts: texts, workers: workers)
    return job.run(into: &diagnostics)
  }

  /// Reads rows that stand in the script, written the Vietnamese way; `name` is the script.
  public static func read(
    rows: InlineRows, name: String, schema: TableSchema, texts: TextTable,
    into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    let text = Encoding.Text(bytes: InputBytes(inlineBytes(rows)), bodyStart: 0)
    let origin = TableOrigin(name: name, span: rows.span, text: text, inline: rows)
    let job = ReadingJob(
      schema: schema, origin: origin, style: .vietnamese, texts: texts, workers: 1)
    return job.run(into: &diagnostics)
  }

  /// One line a row, cells with anything in them quoted; a row with nothing in it keeps its line.
  private static func inlineBytes(_ rows: InlineRows) -> [UInt8] {
    var bytes: [UInt8] = []
    for cells in [rows.header] + rows.rows {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(Byte.semicolon) }
        if cell.text.isEmpty { continue }
        bytes.append(Byte.quote)
        for byte in cell.text.utf8 {
          if byte == Byte.quote { bytes.append(Byte.quote) }
          bytes.append(byte == Byte.lineFeed ? Byte.space : byte)
        }
        bytes.append(Byte.quote)
      }
      bytes.append(Byte.lineFeed)
    }
    return bytes
  }
}

/// One reading of one table.
struct ReadingJob {
  let schema: TableSchema
  let origin: TableOrigin
  let style: NumberStyle?
  let texts: TextTable
  let workers: Int

  private var start: UnsafePointer<UInt8> { origin.text.bytes.start }
  private var end: UnsafePointer<UInt8> { start + origin.text.bytes.count }

  init(
    schema: TableSchema, origin: TableOrigin, style: NumberStyle?, texts: TextTable, workers: Int
  ) {
    self.schema = schema
    self.origin = origin
    self.style = style
    self.texts = texts
    self.workers = workers
  }

  func run(into diagnostics: inout Diagnostics) -> LoadedTable? {
    let begin = start + origin.text.bodyStart
    let (format, headerStart) =
      origin.inline == nil && !origin.part.isMade
      ? TableFormat.detect(from: begin, end: end, style: style)
      : (TableFormat(separator: Byte.semicolon, style: style), begin)
    let scanner = CellScanner(end: end, separator: format.separator)
    let place = scanner.skipBlankLines(at: headerStart)
    guard place < end else {
      diagnostics.add(DataMessages.noHeader(origin.name, span: schema.span))
      return nil
    }
    let (cells, body) = scanner.record(at: place)
    guard let titles = titles(of: cells, at: place, into: &diagnostics) else { return nil }
    var lines = origin.lineCounter()
    guard
      let match = HeaderMatch.make(
        titles, schema: schema, origin: origin, line: lines.line(at: place - start),
        into: &diagnostics)
    else { return nil }
    return readBody(min(body, end), match, format, scanner, into: &diagnostics)
  }

  /// The titles; nil after reporting that they cannot be read.
  private func titles(
    of cells: [CellScanner.Cell], at place: UnsafePointer<UInt8>,
    into diagnostics: inout Diagnostics
  ) -> [String]? {
    var lines = origin.lineCounter()
    let filePlace = origin.dataPlace(line: lines.line(at: place - start))
    for cell in cells {
      if let problem = cell.problem {
        diagnostics.add(
          problem == .unclosedQuote
            ? DataMessages.unclosedQuote(place: filePlace)
            : DataMessages.textAfterQuote(place: filePlace))
        return nil
      }
      if cell.content.contains(0) {
        diagnostics.add(DataMessages.nulByte(place: filePlace))
        return nil
      }
      if UTF8Check.firstInvalidOffset(in: cell.content) != nil {
        diagnostics.add(DataMessages.notUTF8(place: filePlace))
        return nil
      }
    }
    var titles = cells.map { String(decoding: CellScanner.text(of: $0), as: UTF8.self) }
    // Separators behind the last title make no columns.
    while titles.count > 1, titles.last == "" { titles.removeLast() }
    return titles
  }

  // MARK: Rows

  private func readBody(
    _ body: UnsafePointer<UInt8>, _ match: HeaderMatch, _ format: TableFormat,
    _ scanner: CellScanner, into diagnostics: inout Diagnostics
  ) -> LoadedTable? {
    let samples = TableSample.take(
      from: body, scanner: scanner, match: match, schema: schema, format: format)
    let regions = TableRegions.split(
      body - start..<end - start, of: origin.text.bytes, workers: workers)
    let columns = TableColumns(
      schema: schema, match: match, samples: samples, rowLimit: regions.rowLimit, texts: texts)
    var read = read(regions, columns, format)
    if !read.isWhole {
      // A quote inside a cell misled the split: the rows are read again, in one piece.
      let whole = TableRegions.whole(regions)
      read = self.read(whole, columns, format)
    }
    texts.keep(origin.text.bytes)
    for arena in read.arenas { texts.keep(arena) }
    let teller = FaultTeller(
      table: origin, schema: schema, fieldOfColumn: match.fieldOfColumn, titles: match.titles,
      style: format.style)
    var findings = Diagnostics()
    teller.tell(
      Array(read.faults.prefix(CellFault.limit)), total: read.faultCount, into: &findings)
    let storages = columns.join(read.pieces, texts: texts)
    let table = LoadedTable(
      rowCount: read.rowCount, columns: storages, titles: columns.titles,
      columnOfField: columns.columnOfField, origin: origin, scanner: scanner, marks: read.marks)
    checkKeys(of: table, into: &findings)
    let isUsable = !findings.hasErrors
    diagnostics.add(contentsOf: findings)
    return isUsable ? table : nil
  }

  private func read(
    _ regions: TableRegions, _ columns: TableColumns, _ format: TableFormat
  ) -> RowsRead {
    let count = regions.ranges.count
    let results = UnsafeMutablePointer<RowsRead>.allocate(capacity: count)
    defer { results.deallocate() }
    Workers.run(count) { index in
      var parser = RowParser(
        region: regions.ranges[index], of: origin.text, format: format, fields: schema.fields,
        plans: columns.plans, firstRow: regions.firstRows[index])
      parser.run()
      (results + index).initialize(to: parser.finish(rowLimit: regions.firstRows[index + 1]))
    }
    var joined = RowsRead()
    for index in 0..<count {
      let part = (results + index).move()
      let isLast = index + 1 == count
      joined.add(part, isWhole: isLast || part.stop == start + regions.ranges[index].upperBound)
    }
    return joined
  }

  private func checkKeys(of table: LoadedTable, into findings: inout Diagnostics) {
    let keys = schema.fields.indices.filter { schema.fields[$0].isKey }
    let columns = keys.map { table.columns[$0] }
    let check = KeyCheck(of: columns, rowCount: table.rowCount, texts: texts, workers: workers)
    let found = check.repeats.prefix(CellFault.limit)
    for (row, first) in found {
      let values = keys.compactMap { table.cellText(row, $0) }
      let line = table.lineOfRow(row)
      let place = origin.dataPlace(
        line: line, column: table.titles[keys[0]], index: table.columnOfField[keys[0]],
        value: values.first)
      var diagnostic = DataMessages.duplicateKey(
        values.joined(separator: "; "), place: place,
        firstLine: origin.shownLine(table.lineOfRow(first)))
      origin.place(&diagnostic, line: line, column: table.columnOfField[keys[0]])
      findings.add(diagnostic)
    }
    if check.repeats.count > found.count {
      findings.add(
        DataMessages.moreFaults(
          check.repeats.count - found.count, file: origin.name, span: origin.span))
    }
    let told = check.alikes.prefix(AlikeKeys.limit)
    for pair in told {
      findings.add(pair.finding { table.locate(row: $0, field: keys[$1], in: &$2) })
    }
    if check.alikes.count > told.count {
      findings.add(
        DataMessages.moreAlikeKeys(
          check.alikes.count - told.count, file: origin.name, span: origin.span))
    }
  }
}

extension DataMessages.FileProblem {
  init(_ problem: InputBytes.Problem) {
    switch problem {
    case .missing: self = .missing
    case .folder: self = .folder
    case .forbidden: self = .forbidden
    case .notRegular: self = .notRegular
    case .empty: self = .empty
    case .tooLarge: self = .tooLarge
    case .system(let number): self = .system(number)
    }
  }

  init(_ problem: Encoding.Problem) {
    switch problem {
    case .workbook: self = .workbook
    case .oldWorkbook: self = .oldWorkbook
    case .oddUTF16: self = .damagedUTF16
    }
  }
}
