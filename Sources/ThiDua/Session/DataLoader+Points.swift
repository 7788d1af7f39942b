// Score sheets with one row a criterion. In: a binding with `PointRows`, the rows of its kind. Out: the
// kind's input columns filled cell by cell. Invariant: a cell is given once; a criterion or a subject nobody
// knows, a row given twice and a point that is missing are findings at their place.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

extension DataLoader {
  /// Columns that score sheets give, by kind: tables of subjects do not have them.
  static func columnsOfPoints(_ bindings: [DataBinding]) -> [Int: Set<Int>] {
    var columns: [Int: Set<Int>] = [:]
    for binding in bindings {
      guard let points = binding.points else { continue }
      columns[binding.kind, default: []].formUnion(points.columns.flatMap(\.targets))
    }
    return columns
  }

  /// Reads a score sheet into the columns of its kind.
  mutating func readPoints(_ binding: DataBinding, _ points: PointRows, into data: KindData) {
    var schema = TableSchema(
      fields: pointFields(binding, points),
      ignoredTitles: binding.ignored + FormPlan.givenTitles, span: binding.span)
    if let file = binding.file { schema.span = file.span }
    guard let sheet = table(binding, schema) else { return }
    let errorsBefore = diagnostics.all.count
    let kind = checked.subjectKinds[binding.kind]
    let subjects = SubjectIndex(
      table: data.table, key: kind.key,
      names: (kind.nameColumn.map { [$0] } ?? []) + kind.aliasColumns, texts: texts)
    var probable: ProbableSubjects?
    // The row of the sheet for each subject and criterion, -1: none.
    var rowOf = Array(
      repeating: Array(repeating: -1, count: points.criteria.count), count: data.table.rowCount)
    for row in 0..<sheet.rowCount {
      guard let subject = subject(of: row, in: sheet, subjects, kind, data, &probable),
        let criterion = criterion(of: row, in: sheet, points)
      else { continue }
      let first = rowOf[subject][criterion]
      if first >= 0 {
        var earlier = Diagnostic(code: "", message: "")
        sheet.locate(row: first, field: 1, in: &earlier)
        var diagnostic = ProcessMessages.pointsTwice(
          text(sheet, 0, row), points.criteria[criterion],
          firstLine: earlier.span.isNone ? earlier.place?.line : nil)
        sheet.locate(row: row, field: 1, in: &diagnostic)
        diagnostics.add(diagnostic)
      } else {
        rowOf[subject][criterion] = row
      }
    }
    // Rows that were not understood may well hold what seems to be missing.
    let isUnderstood = diagnostics.all.count == errorsBefore
    for (index, column) in points.columns.enumerated() {
      for (criterion, target) in column.targets.enumerated() {
        let rows = rowOf.map { $0[criterion] }
        data.table.columns[target] = cells(
          of: sheet.columns[index + 2], rows, like: kind.columns[target])
        data.pivots[target] = KindData.Pivot(table: sheet, field: index + 2, rows: rows)
        if isUnderstood {
          checkMissing(data, target, points.criteria[criterion], column.name, binding)
        }
      }
    }
  }

  /// The subject, the criterion, then the columns.
  private func pointFields(_ binding: DataBinding, _ points: PointRows) -> [FieldSpec] {
    var subject = FieldSpec(
      points.subjectTitles[0], .text, titles: points.subjectTitles, span: binding.span)
    subject.sharesTexts = true
    var criterion = FieldSpec(
      points.criterionTitles[0], .text, titles: points.criterionTitles, span: binding.span)
    criterion.sharesTexts = true
    return [subject, criterion]
      + points.columns.map { column in
        let target = checked.subjectKinds[binding.kind].columns[column.targets[0]]
        var field = FieldSpec(
          column.name, target.kind == .text ? .text : .number, titles: column.titles,
          span: binding.span)
        // A cell may be blank here; whether the criterion may go without is asked afterwards.
        field.mayBeBlank = true
        field.mayBeNotApplicable = target.kind != .text
        return field
      }
  }

  private func text(_ sheet: LoadedTable, _ field: Int, _ row: Int) -> String {
    let word = sheet.columns[field].word(row)
    return word.isText ? texts.string(word.index) : ""
  }

  private mutating func subject(
    of row: Int, in sheet: LoadedTable, _ subjects: SubjectIndex, _ kind: SubjectKind,
    _ data: KindData, _ probable: inout ProbableSubjects?
  ) -> Int? {
    let name = text(sheet, 0, row)
    var diagnostic: Diagnostic
    switch subjects.find(Array(name.utf8)) {
    case .row(let found): return Int(found)
    case .several: diagnostic = SessionMessages.ambiguousReference(name, kind: kind.name)
    case .none:
      let known = probable ?? ProbableSubjects(of: kind, in: data.table, texts: texts)
      probable = known
      diagnostic = DataMessages.unknownReference(
        name, kind: kind.name, place: nil, suggestions: known.names(near: name))
    }
    sheet.locate(row: row, field: 0, in: &diagnostic)
    diagnostics.add(diagnostic)
    return nil
  }

  private mutating func criterion(
    of row: Int, in sheet: LoadedTable, _ points: PointRows
  ) -> Int? {
    let name = text(sheet, 1, row)
    if let found = points.criterionByKey[VietnameseText.lookupKey(name)] { return found }
    var diagnostic = ProcessMessages.unknownCriterion(
      name, known: points.criteria,
      suggestions: Spelling.closest(to: name, in: points.criteria, limit: 2))
    sheet.locate(row: row, field: 1, in: &diagnostic)
    diagnostics.add(diagnostic)
    return nil
  }

  /// One column of the kind out of the rows of the sheet.
  private func cells(
    of source: ColumnStorage, _ rows: [Int], like column: Column
  ) -> ColumnStorage {
    let storage = ColumnStorage(DataLoader.layout(of: column.kind), rowCount: rows.count)
    for (place, row) in rows.enumerated() {
      var word = row >= 0 ? source.word(row) : .blank
      if word.isException { word = storage.addException(source.exceptions[word.index]) }
      storage.store(word, at: place)
    }
    return storage
  }

  private static let missingListed = 20

  /// Points that nobody entered: a criterion not scored is not 0.
  private mutating func checkMissing(
    _ data: KindData, _ target: Int, _ criterion: String, _ column: String,
    _ binding: DataBinding
  ) {
    let kind = checked.subjectKinds[binding.kind]
    guard case .input(let rule) = kind.columns[target].source, !rule.mayBeBlank,
      !mayLackColumns, let cells = data.table.columns[target]
    else { return }
    let missing = (0..<cells.rowCount).filter { cells.word($0).isBlank }
    if missing.isEmpty { return }
    let names = missing.prefix(DataLoader.missingListed).map { row in
      kind.key.compactMap { data.table.columns[$0] }.map { shown($0, row) }.joined(separator: "; ")
    }
    diagnostics.add(
      ProcessMessages.pointsMissing(
        criterion, column: column, subjects: names, total: missing.count, kind: kind.name,
        file: binding.file?.path, span: binding.span))
  }
}
