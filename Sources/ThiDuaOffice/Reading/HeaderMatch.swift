// From titles to fields. In: the header record and the schema. Out: which field each column of
// the file feeds, or everything that is wrong with the header at once.
// Invariant: titles meet by lookup key (case, tone placement and spaces do not matter); a field
// is fed by at most one column.

import ThiDuaText

struct HeaderMatch {
  /// The field of each column of the file; -1: unused.
  var fieldOfColumn: [Int]
  var titles: [String]

  /// Matches the header; nil when a column is missing or double.
  static func make(
    _ titles: [String], schema: TableSchema, origin: TableOrigin, line: Int,
    into diagnostics: inout Diagnostics
  ) -> HeaderMatch? {
    var matcher = Matcher(titles: titles, schema: schema, origin: origin, line: line)
    matcher.match()
    let isUsable = !matcher.findings.hasErrors
    diagnostics.add(contentsOf: matcher.findings)
    return isUsable ? HeaderMatch(fieldOfColumn: matcher.fieldOfColumn, titles: titles) : nil
  }

  private struct Matcher {
    let titles: [String]
    let schema: TableSchema
    let origin: TableOrigin
    let line: Int
    var fieldOfColumn: [Int]
    var columnsOfField: [[Int]]
    var findings = Diagnostics()

    init(titles: [String], schema: TableSchema, origin: TableOrigin, line: Int) {
      self.titles = titles
      self.schema = schema
      self.origin = origin
      self.line = line
      fieldOfColumn = Array(repeating: -1, count: titles.count)
      columnsOfField = Array(repeating: [], count: schema.fields.count)
    }

    mutating func match() {
      let wanted = WantedTitles(schema)
      let ignored = Set(schema.ignoredTitles.map { VietnameseText.lookupKey($0) })
      var unused: [Int] = []
      for (column, title) in titles.enumerated() {
        let key = VietnameseText.lookupKey(title)
        switch wanted.fit(key) {
        case .field(let field):
          fieldOfColumn[column] = field
          columnsOfField[field].append(column)
        case .otherUnit(let field, let unit) where !ignored.contains(key):
          columnsOfField[field].append(column)
          reportUnit(column, field, unit)
        default:
          if !ignored.contains(key), !title.isEmpty { unused.append(column) }
        }
      }
      reportDoubles()
      let missing = schema.fields.indices.filter { columnsOfField[$0].isEmpty }
      for field in missing where !schema.fields[field].isOptional {
        reportMissing(field, unused)
      }
      for column in unused { reportUnused(column, missing) }
    }

    private mutating func reportDoubles() {
      for (field, columns) in columnsOfField.enumerated() where columns.count > 1 {
        let names = columns.map { titles[$0] }
        let place = place(columns[1])
        let isSameTitle = Set(names.map { VietnameseText.lookupKey($0) }).count == 1
        add(
          isSameTitle
            ? DataMessages.duplicateTitle(names[0], place: place)
            : DataMessages.twoColumnsForField(
              schema.fields[field].name, titles: names, place: place), columns[1])
      }
    }

    /// Reading it would take thousands for units, or hours for days.
    private mutating func reportUnit(_ column: Int, _ field: Int, _ unit: String) {
      let spec = schema.fields[field]
      add(
        DataMessages.otherUnitInTitle(
          unit, field: spec.name, wanted: spec.unit ?? "", place: place(column)), column)
    }

    private mutating func reportMissing(_ field: Int, _ unused: [Int]) {
      let spec = schema.fields[field]
      let suggestions = Spelling.closest(to: spec.name, in: unused.map { titles[$0] }, limit: 2)
      findings.add(
        DataMessages.missingColumn(
          spec.name, file: origin.name, suggestions: suggestions,
          span: schema.span.isNone ? spec.span : schema.span))
    }

    private mutating func reportUnused(_ column: Int, _ missing: [Int]) {
      let names = missing.map { schema.fields[$0].name }
      let suggestions = Spelling.closest(to: titles[column], in: names, limit: 1)
      if schema.mayHaveMore, suggestions.isEmpty { return }
      add(
        DataMessages.unusedColumn(
          titles[column], place: place(column), suggestions: suggestions), column)
    }

    private func place(_ column: Int) -> DataPlace {
      origin.dataPlace(line: line, column: titles[column], index: column)
    }

    private mutating func add(_ diagnostic: Diagnostic, _ column: Int) {
      var diagnostic = diagnostic
      origin.place(&diagnostic, line: line, column: column)
      findings.add(diagnostic)
    }
  }
}
