// Past rows out of a store. In: a `lịch sử … từ kho`. Out: the table of its rows, as if a CSV file had them.
// Invariant: only official runs of earlier years are read; a value comes back exactly, `1/3` as `1/3`. Part of
// DataLoader; see there.

import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaStore
import ThiDuaSyntax
import ThiDuaText

extension DataLoader {
  mutating func readStore(
    _ file: (path: String, span: Span), _ binding: DataBinding, _ schema: TableSchema
  ) -> LoadedTable? {
    var schema = schema
    for index in schema.fields.indices { schema.fields[index].mayBeFraction = true }
    let rows = checked.subjectKinds[binding.kind]
    let key = StoredTable(file: file.path, table: rows.name)
    if let text = storedTables[key] { return read(madeText: text, key, schema, .vietnamese) }
    guard let history = rows.history,
      case .subject(let owner) = rows.columns[history.owner].kind
    else { return nil }
    let subjects = checked.subjectKinds[owner].name
    let path = storePath(file.path)
    noteReading(path, file.path)
    var past = PastText(
      owner: history.keyParts.isEmpty ? subjects : nil,
      keys: history.keyParts.map { rows.columns[$0].name },
      award: history.award.map { rows.columns[$0].name },
      fields: schema.fields.filter { $0.name != rows.columns[history.year].name })
    do throws(StoreProblem) {
      let store = try Store(path: path)
      switch try store.laidOutPast(rows.name, before: history.currentYear) {
      case .text(let text): return read(madeText: text, key, schema, .vietnamese)
      case .otherYear(let year):
        diagnostics.add(StoreMessages.pastOfOneYear(file.path, year: year, span: file.span))
        return nil
      case nil: break
      }
      let kinds = try store.past(
        ofKind: VietnameseText.lookupKey(subjects), before: history.currentYear)
      for kind in Self.chosen(kinds, title: checked.campaign.title) {
        try past.add(kind, of: store)
      }
    } catch {
      diagnostics.add(error.reading(file.path, span: file.span))
      return nil
    }
    if past.rowCount == 0 {
      diagnostics.add(
        StoreMessages.noPast(
          subjects, file: file.path, year: history.currentYear, span: file.span))
    }
    return read(madeText: past.text, key, schema, .vietnamese)
  }

  /// Of several campaigns of a year the one that is called like this one; all of them when none is.
  private static func chosen(_ kinds: [Store.PastKind], title: String?) -> [Store.PastKind] {
    let key = VietnameseText.lookupKey(title ?? "")
    return kinds.filter { kind in
      let rivals = kinds.filter { $0.year == kind.year }
      let namesakes = rivals.filter { VietnameseText.lookupKey($0.title) == key }
      return namesakes.isEmpty || namesakes.contains { $0.run == kind.run }
    }
  }
}

/// Past rows as the text of a CSV file: whose, which year, then what the script asks for.
private struct PastText {
  private struct Field {
    var name: String
    var keys: Set<String>
    var kind: FieldSpec.Kind
  }

  /// The title of the column that names the subject; nil when its key has several fields.
  private let owner: String?
  private let award: String?
  private let fields: [Field]
  private var lines: [String]

  var rowCount: Int { lines.count - 1 }
  var text: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  /// `keys`: the names of those fields.
  init(owner: String?, keys: [String], award: String?, fields: [FieldSpec]) {
    self.owner = owner
    self.award = award
    let wanted = fields.filter { award == nil ? $0.name != owner : keys.contains($0.name) }
    self.fields = wanted.map { field in
      Field(
        name: field.name,
        keys: Set(([field.name] + field.titles).map { VietnameseText.lookupKey($0) }),
        kind: field.kind)
    }
    let titles =
      [owner, "năm"].compactMap { $0 } + self.fields.map(\.name) + [award].compactMap { $0 }
    lines = [titles.map(Self.quoted).joined(separator: ";")]
  }

  private static func quoted(_ text: String) -> String {
    let plain = text.map { $0.isNewline ? " " : $0 == "\"" ? "\"\"" : String($0) }
    // The reader takes away an apostrophe that stands there against formulas; this one belongs to the text.
    return (FormulaGuard.isGuarded(text) ? "\"'" : "\"") + plain.joined() + "\""
  }

  /// Adds the rows of one year.
  mutating func add(_ past: Store.PastKind, of store: Store) throws(StoreProblem) {
    let awards = award == nil ? [] : past.kind.columns.filter { $0.kind == .award }
    // A year may not know what a later year asks for: those cells are blank.
    let found = fields.map { field in
      past.kind.columns.first { field.keys.contains(VietnameseText.lookupKey($0.name)) }
    }
    let columns = found.compactMap { $0 }
    var added: [String] = []
    try store.rows(of: past.kind, columns: columns + awards) { row in
      let given = zip(awards, row.cells.dropFirst(columns.count)).filter {
        $0.1.value == AwardState.achieved.text
      }.map(\.0.name)
      if award != nil, given.isEmpty { return }
      var cells: [String] = []
      var next = 0
      for column in found {
        guard let column else {
          cells.append("")
          continue
        }
        let cell = row.cells[next]
        next += 1
        // An award a subject does not have is no row of its own.
        let isNone = column.kind == .award && cell.value == AwardState.notAchieved.text
        cells.append(isNone ? "" : StoredValue.text(cell, column.kind))
      }
      if award == nil {
        added.append(line(row.subject, past.year, cells))
      } else {
        added += given.map { line(row.subject, past.year, cells + [$0]) }
      }
    }
    lines += added
  }

  private func line(_ subject: SubjectRecord, _ year: Int, _ cells: [String]) -> String {
    let key = subject.key.isEmpty ? subject.name : subject.key
    return ((owner == nil ? [] : [key]) + [String(year)] + cells).map(Self.quoted).joined(
      separator: ";")
  }
}
