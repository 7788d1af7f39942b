// Rows of every subject kind. In: the bindings of a script or of one `ví dụ`, the data folder. Out: a
// table a kind whose input columns are filled, and where each row came from. Invariant: tables come
// out only when no cell was refused; declared rows come first, then files and inline rows in the order
// the script names them. References are still texts; `ReferenceResolver` turns them into rows.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaStore
import ThiDuaSyntax
import ThiDuaText

/// The rows of one kind and their origin.
final class KindData {
  /// A run of rows read together.
  struct Part {
    var firstRow: Int
    var table: LoadedTable
    /// Field of the table by column of the kind.
    var fieldOfColumn: [Int: Int]
    /// Rows of the table that count; nil: all of them.
    var kept: [Int32]?

    /// How many rows of the kind this is.
    var rowCount: Int { kept?.count ?? table.rowCount }
    /// The row of the table that is row `row` of this part.
    func source(_ row: Int) -> Int { kept.map { Int($0[row]) } ?? row }
  }

  /// A column that a score sheet gives: the row of the sheet for each subject, -1: none.
  struct Pivot {
    var table: LoadedTable
    var field: Int
    var rows: [Int]
  }

  let table: ColumnTable
  let declaredCount: Int
  let parts: [Part]
  /// What typed rows changed afterwards, the last word last.
  let changes: [TypedChanges]
  var pivots: [Int: Pivot] = [:]

  init(
    table: ColumnTable, declaredCount: Int, parts: [Part], changes: [TypedChanges]
  ) {
    self.table = table
    self.declaredCount = declaredCount
    self.parts = parts
    self.changes = changes
  }

  /// The number of the part that gave a row; nil for rows the script declares.
  func part(of row: Int) -> Int? { parts.lastIndex { $0.firstRow <= row } }

  /// Adds the cell to a finding that points at a rule: its place in a file, or a label in the script.
  func addPlace(row: Int, column: Int, to diagnostic: inout Diagnostic) {
    var cell = Diagnostic(code: diagnostic.code, message: "")
    locate(row: row, column: column, in: &cell)
    diagnostic.place = cell.place
    if !cell.span.isNone { diagnostic.labels.append(.init(cell.span, "số liệu ở đây")) }
  }

  /// Points a finding at the line and cell that gave `column` of `row`, if data gave it.
  func locate(row: Int, column: Int, in diagnostic: inout Diagnostic) {
    if let pivot = pivots[column], pivot.rows.indices.contains(row), pivot.rows[row] >= 0 {
      pivot.table.locate(row: pivot.rows[row], field: pivot.field, in: &diagnostic)
      return
    }
    for change in changes.reversed() {
      guard let field = change.fieldOfColumn[column],
        let typed = change.rows.lastIndex(of: row)
      else { continue }
      return change.table.locate(row: typed, field: field, in: &diagnostic)
    }
    guard let part = parts.last(where: { $0.firstRow <= row }),
      row - part.firstRow < part.rowCount, let field = part.fieldOfColumn[column]
    else { return }
    part.table.locate(row: part.source(row - part.firstRow), field: field, in: &diagnostic)
  }
}

/// Reads the data of a run.
struct DataLoader {
  let checked: CheckedProgram
  let texts: TextTable
  let workers: Int
  /// Data files are looked for here.
  let folder: String
  /// An example's rows may leave columns out: they are blank.
  var mayLackColumns = false
  /// When given, other columns are passed over: a question about progress needs no scores.
  var onlyColumns: Set<ColumnReference>?
  /// Files in memory that stand before those of the folder.
  var memoryFiles: [String: [UInt8]] = [:]
  /// Tables that stand before those of the databases.
  var storedTables: [StoredTable: [UInt8]] = [:]
  /// The path of a store that a script names.
  var storePath: (_ name: String) -> String = { $0 }
  /// Tables that were read, as text; reasons point into it anyway, so keeping it costs nothing.
  var tableTexts: [StoredTable: [UInt8]] = [:]
  /// Called before a file of so many bytes is read.
  var willRead: (_ name: String, _ byteCount: Int) -> Void = { _, _ in }

  var diagnostics = Diagnostics()
  /// Columns that score sheets give: see DataLoader+Points.swift.
  private var columnsOfPoints: [Int: Set<Int>] = [:]
  /// Every data file read, so that no output replaces one.
  private(set) var files: [String] = []
  /// How each of them stood before it was read.
  private(set) var fileStates: [String: FileState] = [:]

  init(checked: CheckedProgram, texts: TextTable, workers: Int, folder: String) {
    self.checked = checked
    self.texts = texts
    self.workers = workers
    self.folder = folder
  }

  /// The rows of all kinds; nil after reporting what is wrong with them.
  mutating func load(_ bindings: [DataBinding]) -> [KindData]? {
    var parts: [[KindData.Part]] = checked.subjectKinds.map { _ in [] }
    var rowCounts = checked.subjectKinds.map(\.declaredRows.count)
    var changes: [[TypedChanges]] = checked.subjectKinds.map { _ in [] }
    columnsOfPoints = DataLoader.columnsOfPoints(bindings)
    for var binding in bindings where binding.points == nil {
      if let inline = binding.table, binding.isTyped {
        let split = split(inline, kind: binding.kind, parts[binding.kind])
        if let changed = readChanges(binding, split.changes, rows: split.rows) {
          changes[binding.kind].append(changed)
        }
        guard split.additions != nil else { continue }
        binding.table = split.additions
      }
      guard let part = read(binding, firstRow: rowCounts[binding.kind]) else { continue }
      rowCounts[binding.kind] += part.rowCount
      parts[binding.kind].append(part)
    }
    guard !diagnostics.hasErrors else { return nil }
    let data = checked.subjectKinds.indices.map { kind in
      let table = joined(kind, parts[kind], rowCount: rowCounts[kind])
      for change in changes[kind] { apply(change, to: table, kind: kind) }
      return KindData(
        table: table, declaredCount: checked.subjectKinds[kind].declaredRows.count,
        parts: parts[kind], changes: changes[kind])
    }
    for binding in bindings where onlyColumns == nil {
      if let points = binding.points { readPoints(binding, points, into: data[binding.kind]) }
    }
    return diagnostics.hasErrors ? nil : data
  }

  // MARK: Reading

  private mutating func read(_ binding: DataBinding, firstRow: Int) -> KindData.Part? {
    let columns = inputColumns(of: binding)
    var schema = TableSchema(
      fields: columns.map { field(binding, $0) },
      ignoredTitles: binding.ignored + passedOver(binding, columns), span: binding.span)
    schema.mayHaveMore =
      binding.databaseTable != nil || checked.subjectKinds[binding.kind].history != nil
    guard let table = table(binding, schema) else { return nil }
    var fieldOfColumn: [Int: Int] = [:]
    for (field, column) in columns.enumerated() { fieldOfColumn[column] = field }
    let part = KindData.Part(firstRow: firstRow, table: table, fieldOfColumn: fieldOfColumn)
    return closed(part, binding)
  }

  /// The rows of a binding, from its file or as the script writes them.
  mutating func table(_ binding: DataBinding, _ schema: TableSchema) -> LoadedTable? {
    var schema = schema
    var table: LoadedTable?
    if let file = binding.file {
      guard FilePath.staysInside(file.path) else {
        diagnostics.add(CommandMessages.outsideFolder(file.path, span: file.span))
        return nil
      }
      schema.span = file.span
      if binding.isStore {
        table = readStore(file, binding, schema)
      } else if let databaseTable = binding.databaseTable {
        table = readDatabase(file, databaseTable, schema, binding.style)
      } else if WorkbookReader.reads(file.path) {
        table = readWorkbook(file.path, binding, schema)
      } else {
        table = readFile(file.path, schema, binding)
      }
    } else if let inline = binding.table {
      if mayLackColumns { allowMissing(&schema, inline) }
      table = read(inline, schema)
    }
    return table
  }

  private mutating func read(_ inline: InlineTable, _ schema: TableSchema) -> LoadedTable? {
    let rows = InlineRows(
      header: inline.header.map { InlineRows.Cell($0.text, $0.span) },
      rows: inline.rows.map { $0.map { InlineRows.Cell($0.text, $0.span) } },
      span: inline.span)
    return CSVReader.read(
      rows: rows, name: checked.sources[inline.span.file]?.path ?? "", schema: schema,
      texts: texts, into: &diagnostics)
  }

  /// Rows that change old ones may leave columns out.
  private mutating func readChanges(
    _ binding: DataBinding, _ inline: InlineTable?, rows: [Int]
  ) -> TypedChanges? {
    guard let inline else { return nil }
    let columns = inputColumns(of: binding)
    var schema = TableSchema(
      fields: columns.map { field(binding, $0) }, ignoredTitles: binding.ignored,
      span: binding.span)
    allowMissing(&schema, inline)
    guard let table = read(inline, schema) else { return nil }
    var fieldOfColumn: [Int: Int] = [:]
    for (field, column) in columns.enumerated() where table.titles[field] != nil {
      fieldOfColumn[column] = field
    }
    return TypedChanges(table: table, fieldOfColumn: fieldOfColumn, rows: rows)
  }

  /// Before a file of the folder is read.
  mutating func noteReading(_ path: String, _ name: String) {
    files.append(path)
    let state = FileAccess.state(path)
    if fileStates[path] == nil { fileStates[path] = state }
    willRead(name, state?.size ?? 0)
  }

  private mutating func readFile(
    _ name: String, _ schema: TableSchema, _ binding: DataBinding
  ) -> LoadedTable? {
    if let bytes = memoryFiles[name] {
      return CSVReader.read(
        bytes: InputBytes(bytes), name: name, schema: schema, style: binding.style,
        encoding: binding.encoding, texts: texts, workers: workers, into: &diagnostics)
    }
    let path = FilePath.join(folder, name)
    noteReading(path, name)
    return CSVReader.read(
      path: path, name: name, schema: schema, style: binding.style, encoding: binding.encoding,
      texts: texts, workers: workers, into: &diagnostics)
  }

  private mutating func readDatabase(
    _ file: (path: String, span: Span), _ table: (text: String, span: Span),
    _ schema: TableSchema, _ style: NumberStyle?
  ) -> LoadedTable? {
    let style = style ?? .vietnamese
    let key = StoredTable(file: file.path, table: table.text)
    if let text = storedTables[key] {
      return read(madeText: text, key, schema, style)
    }
    let text: [UInt8]
    do throws(Database.Problem) {
      let database: Database
      if let bytes = memoryFiles[file.path] {
        database = try Database(bytes: bytes)
      } else {
        let path = FilePath.join(folder, file.path)
        noteReading(path, file.path)
        database = try Database(path: path)
      }
      let titles = Set(
        schema.fields.flatMap { [$0.name] + $0.titles }.map { VietnameseText.lookupKey($0) })
      text = try database.text(
        ofTable: table.text, style: style, wants: { titles.contains(VietnameseText.lookupKey($0)) })
    } catch {
      diagnostics.add(databaseFinding(error, file, table))
      return nil
    }
    return read(madeText: text, key, schema, style)
  }

  /// Reads a table that this program wrote as text.
  mutating func read(
    madeText text: [UInt8], _ key: StoredTable, _ schema: TableSchema, _ style: NumberStyle
  ) -> LoadedTable? {
    tableTexts[key] = text
    return CSVReader.read(
      databaseText: text, name: key.file, table: key.table, schema: schema, style: style,
      texts: texts, workers: workers, into: &diagnostics)
  }

  private func databaseFinding(
    _ problem: Database.Problem, _ file: (path: String, span: Span),
    _ table: (text: String, span: Span)
  ) -> Diagnostic {
    func unreadable(_ problem: DataMessages.FileProblem) -> Diagnostic {
      DataMessages.unreadable(file.path, problem, span: file.span)
    }
    switch problem {
    case .missing: return unreadable(.missing)
    case .folder: return unreadable(.folder)
    case .forbidden: return unreadable(.forbidden)
    case .notRegular: return unreadable(.notRegular)
    case .empty: return unreadable(.empty)
    case .tooLarge: return unreadable(.tooLarge)
    case .notDatabase:
      return DataMessages.databaseUnreadable(file.path, .notDatabase, span: file.span)
    case .damaged: return DataMessages.databaseUnreadable(file.path, .damaged, span: file.span)
    case .locked: return DataMessages.databaseUnreadable(file.path, .locked, span: file.span)
    case .full:
      return DataMessages.databaseUnreadable(
        file.path, .other("database or disk is full"), span: file.span)
    case .other(let words):
      return DataMessages.databaseUnreadable(file.path, .other(words), span: file.span)
    case .noTable(let tables):
      return DataMessages.noTable(
        table.text, file: file.path, tables: tables,
        suggestions: Spelling.closest(to: table.text, in: tables, limit: 2), span: table.span)
    case .binary(let row, let column):
      return DataMessages.binaryCell(
        place: DataPlace(file: file.path, table: table.text, line: row, column: column))
    }
  }

  /// Columns that data gives, in the order of the kind.
  private func inputColumns(of binding: DataBinding) -> [Int] {
    checked.subjectKinds[binding.kind].columns.indices.filter { column in
      guard case .input(let rule) = checked.subjectKinds[binding.kind].columns[column].source,
        !rule.isJoined
      else { return false }
      if columnsOfPoints[binding.kind]?.contains(column) ?? false { return false }
      return onlyColumns?.contains(ColumnReference(kind: binding.kind, column: column)) ?? true
    }
  }

  /// Titles of columns that this run passes over.
  private func passedOver(_ binding: DataBinding, _ read: [Int]) -> [String] {
    guard onlyColumns != nil else { return [] }
    let columns = checked.subjectKinds[binding.kind].columns
    return columns.indices.filter { !read.contains($0) }.flatMap { index -> [String] in
      guard case .input(let rule) = columns[index].source else { return [] }
      let mapped = binding.mappings.filter { $0.column == index }.map(\.title)
      return [columns[index].name] + rule.aliases + mapped
    }
  }

  // MARK: chốt số liệu

  private static let rowsListed = 20

  /// The part with what the script says of rows dated after the closing day.
  private mutating func closed(_ part: KindData.Part, _ binding: DataBinding) -> KindData.Part {
    var part = part
    for closing in checked.closings where closing.kind == binding.kind {
      guard let field = part.fieldOfColumn[closing.column] else { continue }
      let days = part.table.columns[field]
      let late = (0..<part.table.rowCount).filter { row in
        let word = days.word(row)
        return word.isImmediate && word.immediate > Int64(closing.date.days)
      }
      if late.isEmpty { continue }
      let name = checked.subjectKinds[closing.kind].columns[closing.column].name
      if closing.lateRows == .refused {
        for row in late {
          var diagnostic = ProcessMessages.afterClosing(
            name, day(days, row), closing: closing.date.text)
          part.table.locate(row: row, field: field, in: &diagnostic)
          diagnostics.add(diagnostic)
        }
        continue
      }
      diagnostics.add(
        ProcessMessages.rowsAfterClosing(
          checked.subjectKinds[closing.kind].name,
          rows: late.prefix(DataLoader.rowsListed).map { row in
            var cell = Diagnostic(code: "", message: "")
            part.table.locate(row: row, field: field, in: &cell)
            let line = cell.place?.line.map { " (dòng \($0))" } ?? ""
            return "\(key(of: row, part, binding))\(line): \(name) \(day(days, row))"
          }, total: late.count, closing: closing.date.text,
          areLeftOut: closing.lateRows == .leftOut, span: closing.span))
      if closing.lateRows == .leftOut {
        let dropped = Set(late)
        let rows = part.kept ?? (0..<Int32(part.table.rowCount)).map { $0 }
        part.kept = rows.filter { !dropped.contains(Int($0)) }
      }
    }
    return part
  }

  /// What a row is called before it belongs to anything: its key, else its place.
  private func key(of row: Int, _ part: KindData.Part, _ binding: DataBinding) -> String {
    let subject = checked.subjectKinds[binding.kind]
    let cells = subject.key.compactMap { part.fieldOfColumn[$0] }.map {
      shown(part.table.columns[$0], row)
    }.filter { !$0.isEmpty }
    return cells.isEmpty ? "\(subject.name) số \(row + 1)" : cells.joined(separator: "; ")
  }

  private func day(_ column: ColumnStorage, _ row: Int) -> String {
    CalendarDate(days: Int32(truncatingIfNeeded: column.word(row).immediate))?.text ?? ""
  }

  private func field(_ binding: DataBinding, _ index: Int) -> FieldSpec {
    let kind = checked.subjectKinds[binding.kind]
    let column = kind.columns[index]
    let mappings = binding.mappings.filter { $0.column == index }
    guard case .input(let rule) = column.source else {
      preconditionFailure("only input columns are read")
    }
    var field = FieldSpec(
      column.name, fieldKind(column.kind), titles: rule.aliases + mappings.map(\.title),
      span: column.rule.span)
    field.mayBeBlank = rule.mayBeBlank
    field.mayBeNotApplicable = rule.mayBeNotApplicable
    field.lower = rule.lower.map { .init($0.value, isInclusive: $0.isInclusive) }
    field.upper = rule.upper.map { .init($0.value, isInclusive: $0.isInclusive) }
    field.step = rule.step
    field.unit = rule.unit
    field.defaultValue = rule.defaultValue.flatMap(constant)
    field.isKey = kind.key.contains(index)
    field.needsColumn = rule.needsColumn
    field.isPercentNumber = mappings.contains(where: \.isPercentNumber)
    return field
  }

  private func fieldKind(_ kind: Kind) -> FieldSpec.Kind {
    switch kind {
    case .number: .number
    case .count: .count
    case .ratio: .ratio
    case .date: .date
    case .truth: .truth
    case .level(let scale): .level(checked.scales[scale].levels)
    case .award: .award
    case .subject: .reference
    // Checked fields have no other kinds; a text holds any cell.
    case .text, .list, .dictionary, .nothing, .unknown: .text
    }
  }

  private func constant(_ expression: Expr) -> FieldSpec.Default? {
    switch expression.node {
    case .number(let value): .number(value)
    case .negate(let operand):
      if case .number(let value)? = constant(operand) { .number(-value) } else { nil }
    case .text(let text): .word(Word(text: texts.intern(text)))
    case .date(let days): .word(Word(immediate: Int64(days)))
    case .truth(let value): .word(Word(truth: value))
    case .award(let state): .word(Word(immediate: Int64(state.rawValue)))
    case .level(let level): .word(Word(immediate: Int64(level)))
    default: nil
    }
  }

  private func allowMissing(_ schema: inout TableSchema, _ inline: InlineTable) {
    let present = Set(inline.header.compactMap { schema.field(ofTitle: $0.text) })
    for index in schema.fields.indices where !present.contains(index) {
      schema.fields[index].mayBeBlank = true
      schema.fields[index].isKey = false
    }
  }

  // MARK: Joining

  private func joined(_ kind: Int, _ parts: [KindData.Part], rowCount: Int) -> ColumnTable {
    let columns = checked.subjectKinds[kind].columns
    let table = ColumnTable(rowCount: rowCount, columnCount: columns.count)
    for (index, column) in columns.enumerated() {
      guard case .input = column.source else { continue }
      if let part = parts.first, parts.count == 1, part.kept == nil,
        part.table.rowCount == rowCount,
        let field = part.fieldOfColumn[index]
      {
        table.columns[index] = part.table.columns[field]
      } else {
        table.columns[index] = joined(column, index, parts, rowCount: rowCount)
      }
    }
    return table
  }

  private func joined(
    _ column: Column, _ index: Int, _ parts: [KindData.Part], rowCount: Int
  ) -> ColumnStorage {
    let storage = ColumnStorage(DataLoader.layout(of: column.kind), rowCount: rowCount)
    for row in 0..<rowCount { storage.store(.blank, at: row) }
    for part in parts {
      guard let field = part.fieldOfColumn[index] else { continue }
      let source = part.table.columns[field]
      for row in 0..<part.rowCount {
        DataLoader.copy(source, part.source(row), to: storage, part.firstRow + row)
      }
    }
    return storage
  }

  static func copy(
    _ source: ColumnStorage, _ row: Int, to target: ColumnStorage, _ place: Int
  ) {
    var word = source.word(row)
    if word.isException { word = target.addException(source.exceptions[word.index]) }
    target.store(word, at: place)
  }

  /// How cells of a kind are kept when they do not come from one file as they are.
  static func layout(of kind: Kind) -> ColumnStorage.Layout {
    switch kind {
    case .text, .subject: .text
    case .truth, .award: .code
    // The highest codes of a byte are the absences.
    case .level: .code
    default: .word
    }
  }

  // MARK: Keys over several parts

  /// Reports subjects that two places give; declared rows must be filled by now.
  mutating func checkKeys(of data: [KindData]) {
    for kind in data.indices where data[kind].parts.count + min(1, data[kind].declaredCount) > 1 {
      checkKeys(of: kind, data[kind])
    }
  }

  private mutating func checkKeys(of kind: Int, _ data: KindData) {
    let key = checked.subjectKinds[kind].key
    guard !key.isEmpty else { return }
    let columns = key.compactMap { data.table.columns[$0] }
    let check = KeyCheck(
      of: columns, rowCount: data.table.rowCount, texts: texts, workers: workers)
    for (row, first) in check.repeats.prefix(DataLoader.repeatsListed) {
      var earlier = Diagnostic(code: "", message: "")
      data.locate(row: first, column: key[0], in: &earlier)
      var diagnostic = SessionMessages.repeatedSubject(
        key.map { shown(data.table.columns[$0], row) }.joined(separator: "; "),
        kind: checked.subjectKinds[kind].name, firstFile: earlier.place?.file,
        firstLine: earlier.place?.line)
      data.locate(row: row, column: key[0], in: &diagnostic)
      diagnostics.add(diagnostic)
    }
    // Pairs of one table were told when it was read.
    let apart = check.alikes.filter { data.part(of: $0.row) != data.part(of: $0.other) }
    for pair in apart.prefix(AlikeKeys.limit) {
      diagnostics.add(pair.finding { data.locate(row: $0, column: key[$1], in: &$2) })
    }
    if apart.count > AlikeKeys.limit {
      diagnostics.add(
        DataMessages.moreAlikeKeys(
          apart.count - AlikeKeys.limit, kind: checked.subjectKinds[kind].name,
          span: checked.subjectKinds[kind].columns[key[0]].rule.span))
    }
  }

  private static let repeatsListed = 200

  /// A key cell for a message; keys are texts or numbers.
  func shown(_ column: ColumnStorage?, _ row: Int) -> String {
    guard let column else { return "" }
    let word = column.word(row)
    return word.isText
      ? texts.string(word.index) : column.number(row).map { NumberText.format($0) } ?? ""
  }
}
