// A sheet of a workbook into a table. In: the bytes of an .xlsx file, what the script says of the sheet, the
// schema. Out: a LoadedTable, or findings and nothing. Invariant: cells go through the same reader, rules
// and messages as those of text files; every finding names file, sheet and cell. Used by the façade.

import ThiDuaMachine
import ThiDuaText

/// Reads tables of workbooks.
public struct WorkbookReader {
  private let name: String
  private let request: SheetRequest
  private let schema: TableSchema
  private let style: NumberStyle
  private let encoding: OldEncoding?
  private let texts: TextTable
  private let workers: Int

  /// Cells with an error of Excel's that are listed one by one.
  private static let mostErrors = 20

  /// `name` is the file as the script writes it; `encoding` what it says of text in old fonts, nil: recognised.
  public init(
    name: String, request: SheetRequest, schema: TableSchema, style: NumberStyle,
    encoding: OldEncoding? = nil, texts: TextTable, workers: Int = Workers.available
  ) {
    self.name = name
    self.request = request
    self.schema = schema
    self.style = style
    self.encoding = encoding
    self.texts = texts
    self.workers = workers
  }

  /// Whether a file is a workbook by the end of its name.
  public static func reads(_ path: String) -> Bool { WorkbookName.matches(path) }

  /// Says why the file could not be opened.
  public func report(_ problem: InputBytes.Problem, into diagnostics: inout Diagnostics) {
    diagnostics.add(DataMessages.unreadable(name, .init(problem), span: schema.span))
  }

  /// Reads the sheet; nil after reporting what is wrong.
  public func read(_ bytes: InputBytes, into diagnostics: inout Diagnostics) -> LoadedTable? {
    guard let table = table(of: bytes, into: &diagnostics) else { return nil }
    let place = DataPlace(file: name, sheet: table.places.sheet)
    guard let text = table.text else {
      diagnostics.add(DataMessages.noSheetHeader(place: place, rows: request.headerRows))
      return nil
    }
    report(table, place, into: &diagnostics)
    var findings = Diagnostics()
    let loaded = CSVReader.read(
      madeText: text, name: name, part: .sheet(table.places), schema: schema, style: style,
      texts: texts, workers: workers, into: &findings)
    // What was said of an error cell is not said again in other words, nor that a signature has no points.
    let told = Set(table.errors.map(\.cell))
    let faulty = Set(findings.all.filter { $0.severity == .error }.compactMap(\.place?.line))
    let sparse = table.sparseRows.keys.filter(faulty.contains).sorted()
    if let first = sparse.first {
      var row = place
      row.line = first
      diagnostics.add(
        DataMessages.sparseRows(sparse, cells: table.sparseRows[first] ?? [], place: row))
    }
    let silent = Set(sparse)
    for finding in findings.all
    where !(finding.place?.cell.map(told.contains) ?? false)
      && !(finding.place?.line.map(silent.contains) ?? false)
    {
      diagnostics.add(finding)
    }
    return table.errors.isEmpty ? loaded : nil
  }

  /// The sheet's table; the workbook and its grid are gone when it comes back.
  private func table(of bytes: InputBytes, into diagnostics: inout Diagnostics) -> SheetTable? {
    let titles = WantedTitles(schema)
    do throws(Workbook.Failure) {
      guard let (sheet, grid) = try grid(of: bytes, into: &diagnostics) else { return nil }
      let modern = try modern(grid, sheet, isTitle: { titles.fit($0) != nil }, into: &diagnostics)
      let table = SheetTable(
        modern, name: sheet, request: request, wants: { titles.fit($0) != nil })
      if table.hasTooMuch { throw .tooLarge }
      return table
    } catch {
      diagnostics.add(DataMessages.workbookUnreadable(name, .init(error), span: schema.span))
      return nil
    }
  }

  /// The cells with old text made Unicode, once for header and rows.
  private func modern(
    _ grid: SheetGrid, _ sheet: String, isTitle: @escaping (String) -> Bool,
    into diagnostics: inout Diagnostics
  ) throws(Workbook.Failure) -> SheetGrid {
    let old = OldSheet(grid, said: encoding, isTitle: isTitle)
    if old.hasTooMuch { throw .tooLarge }
    if let encoding {
      if old.kept.count > 0 {
        diagnostics.add(
          DataMessages.keptWords(
            encoding, place: DataPlace(file: name, sheet: sheet, cell: old.kept.cell),
            count: old.kept.count, words: old.kept.words, changedCount: old.changedCount))
      } else if old.changedCount == 0, old.hasUnicode {
        diagnostics.add(DataMessages.alreadyUnicode(name, said: encoding, span: schema.span))
      }
    } else if let sample = old.sample {
      diagnostics.add(
        DataMessages.recognisedCells(
          old.encodings, place: DataPlace(file: name, sheet: sheet, cell: sample.cell),
          count: old.changedCount, before: sample.before, after: sample.after,
          kept: old.kept.count > 0 ? (old.kept.count, old.kept.words, old.kept.cell) : nil,
          sizeless: old.sizeless.count > 0
            ? (old.sizeless.count, old.sizeless.words, old.sizeless.cell) : nil))
    }
    return old.grid
  }

  private func grid(
    of bytes: InputBytes, into diagnostics: inout Diagnostics
  ) throws(Workbook.Failure) -> (sheet: String, grid: SheetGrid)? {
    let workbook = try Workbook(bytes)
    guard let sheet = sheet(of: workbook, into: &diagnostics) else { return nil }
    return (sheet.name, try workbook.grid(of: sheet, style: style))
  }

  private func sheet(
    of workbook: Workbook, into diagnostics: inout Diagnostics
  ) -> Workbook.Sheet? {
    let visible = workbook.sheets.filter { !$0.isHidden }
    guard let wanted = request.sheet else {
      if visible.count == 1 { return visible[0] }
      diagnostics.add(
        visible.isEmpty
          ? DataMessages.workbookUnreadable(name, .damaged, span: schema.span)
          : DataMessages.sheetNotNamed(name, sheets: visible.map(\.name), span: schema.span))
      return nil
    }
    let key = VietnameseText.lookupKey(wanted.text)
    if let found = workbook.sheets.first(where: { $0.name == wanted.text })
      ?? workbook.sheets.first(where: { VietnameseText.lookupKey($0.name) == key })
    {
      return found
    }
    let names = workbook.sheets.map(\.name)
    diagnostics.add(
      DataMessages.noSheet(
        wanted.text, file: name, sheets: names,
        suggestions: Spelling.closest(to: wanted.text, in: names, limit: 2), span: wanted.span))
    return nil
  }

  private func report(
    _ table: SheetTable, _ place: DataPlace, into diagnostics: inout Diagnostics
  ) {
    for remark in table.errors.prefix(WorkbookReader.mostErrors) {
      var cell = place
      cell.cell = remark.cell
      cell.value = remark.text
      diagnostics.add(DataMessages.errorCell(place: cell))
    }
    if table.errors.count > WorkbookReader.mostErrors {
      diagnostics.add(
        DataMessages.moreErrorCells(
          table.errors.count - WorkbookReader.mostErrors, place: place))
    }
    if !table.uncomputed.isEmpty {
      diagnostics.add(
        DataMessages.uncomputedCells(table.uncomputed.map(\.cell), place: place))
    }
    if !table.unfilledMerges.isEmpty {
      diagnostics.add(DataMessages.mergedBlocks(table.unfilledMerges, place: place))
    }
    if !table.hiddenRows.isEmpty || !table.hiddenColumns.isEmpty {
      diagnostics.add(
        DataMessages.hiddenParts(
          rows: table.hiddenRows.map(String.init), columns: table.hiddenColumns, place: place))
    }
    if !table.repeatedHeaders.isEmpty {
      diagnostics.add(DataMessages.repeatedHeaders(table.repeatedHeaders, place: place))
    }
    if let row = table.totalsRow {
      var line = place
      line.line = row
      diagnostics.add(DataMessages.totalsRow(place: line, above: row - 1))
    }
    if let row = table.numberingRow {
      var line = place
      line.line = row
      diagnostics.add(DataMessages.numberingRow(place: line))
    }
  }
}

extension DataMessages.WorkbookProblem {
  init(_ failure: Workbook.Failure) {
    switch failure {
    case .encrypted: self = .encrypted
    case .damaged: self = .damaged
    case .tooLarge: self = .tooLarge
    case .other(let kind):
      switch kind {
      case .oldWorkbook: self = .oldFormat
      case .binaryWorkbook: self = .binary
      case .openDocument: self = .openDocument
      case .webPage: self = .webPage
      case .oldXML: self = .oldXML
      case .document: self = .document
      case .unknown: self = .notWorkbook
      }
    }
  }
}
