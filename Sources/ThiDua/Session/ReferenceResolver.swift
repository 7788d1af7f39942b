// Cells that name another subject, turned into rows of it. In: tables whose reference columns hold
// texts. Out: the same columns holding rows. Invariant: a text is looked up once, however many cells
// hold it; every cell that names nobody, or several, is a finding at its place. Used by the session only.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

struct ReferenceResolver {
  let checked: CheckedProgram
  let texts: TextTable
  let data: [KindData]
  private(set) var diagnostics = Diagnostics()
  /// Texts of past rows that name nobody of this year's data, by kind.
  private(set) var strangers: [Int: [Int]] = [:]
  private var indexes: [Int: SubjectIndex] = [:]
  private var probableSubjects: [Int: ProbableSubjects] = [:]

  private enum Found {
    case row(Int32)
    case nobody
    case several
  }

  init(checked: CheckedProgram, texts: TextTable, data: [KindData]) {
    self.checked = checked
    self.texts = texts
    self.data = data
  }

  /// Resolves every reference column that data gives.
  mutating func resolve() {
    var owners = PastOwners(checked: checked, texts: texts, data: data)
    for kind in checked.subjectKinds.indices {
      for (column, definition) in checked.subjectKinds[kind].columns.enumerated() {
        guard case .input = definition.source, case .subject(let target) = definition.kind,
          let cells = data[kind].table.columns[column], cells.layout == .text
        else { continue }
        data[kind].table.columns[column] = resolve(cells, kind, column, target)
      }
    }
    owners.join()
    for (kind, words) in owners.strangers { strangers[kind] = words }
    diagnostics.add(contentsOf: owners.diagnostics)
  }

  private mutating func resolve(
    _ cells: ColumnStorage, _ kind: Int, _ column: Int, _ target: Int
  ) -> ColumnStorage {
    let index = index(of: target)
    // One unit of the cell is one row: the bits of a row's Word are twice the row.
    let rows = ColumnStorage(.scaled, rowCount: cells.rowCount, multiplier: 2)
    var known: [Int: Found] = [:]
    for row in 0..<cells.rowCount {
      let word = cells.word(row)
      var value = word.isBlank ? ColumnStorage.scaledBlank : ColumnStorage.scaledNotApplicable
      if word.isText {
        let found = known[word.index] ?? look(up: word, in: index)
        known[word.index] = found
        if case .row(let target) = found {
          value = target
        } else {
          if mayNameNobody(kind, column), case .nobody = found {
            strangers[kind, default: []].append(word.index)
          } else {
            report(found, texts.string(word.index), kind, column, row, target)
          }
        }
      }
      rows.base.storeBytes(of: value, toByteOffset: row * 4, as: Int32.self)
    }
    return rows
  }

  private func mayNameNobody(_ kind: Int, _ column: Int) -> Bool {
    guard case .input(let rule) = checked.subjectKinds[kind].columns[column].source else {
      return false
    }
    return rule.mayNameNobody
  }

  private func look(up word: Word, in index: SubjectIndex) -> Found {
    switch index.find(texts[word.index].bytes) {
    case .row(let row): .row(row)
    case .none: .nobody
    case .several: .several
    }
  }

  private mutating func index(of kind: Int) -> SubjectIndex {
    if let index = indexes[kind] { return index }
    let subject = checked.subjectKinds[kind]
    let index = SubjectIndex(
      table: data[kind].table, key: subject.key,
      names: (subject.nameColumn.map { [$0] } ?? []) + subject.aliasColumns, texts: texts)
    indexes[kind] = index
    return index
  }

  private mutating func report(
    _ found: Found, _ text: String, _ kind: Int, _ column: Int, _ row: Int, _ target: Int
  ) {
    let name = checked.subjectKinds[target].name
    var diagnostic =
      switch found {
      case .several: SessionMessages.ambiguousReference(text, kind: name)
      case .nobody, .row:
        DataMessages.unknownReference(
          text, kind: name, place: nil,
          suggestions: probable(target).names(near: text))
      }
    data[kind].locate(row: row, column: column, in: &diagnostic)
    diagnostics.add(diagnostic)
  }

  private mutating func probable(_ kind: Int) -> ProbableSubjects {
    if let names = probableSubjects[kind] { return names }
    let names = ProbableSubjects(
      of: checked.subjectKinds[kind], in: data[kind].table, texts: texts)
    probableSubjects[kind] = names
    return names
  }
}
