// Who is known before anything is filled in. In: a compiled program, the data there is. Out: the cells that
// tell subjects apart (key, name, references, groups), row by row, and what a reference may say. Invariant: only
// those columns are read, so that unfinished scores do not matter; a file that cannot be read is noted and
// passed over. Used by `mẫu-nhập`.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct KnownSubjects {
  private let checked: CheckedProgram
  private let session: Session
  private let columns: [Set<Int>]

  init(
    _ compiled: Compiled, options: RunOptions, folder: String, into notes: inout Diagnostics
  ) {
    let checked = compiled.checked
    self.checked = checked
    let columns = checked.subjectKinds.map(Self.identity)
    self.columns = columns
    func session(_ bindings: [DataBinding]) -> Session? {
      let session = Session(
        compiled, options: options, listener: SilentListener(), inputFiles: [])
      session.onlyColumns = Set(
        columns.enumerated().flatMap { kind, columns in
          columns.map { ColumnReference(kind: kind, column: $0) }
        })
      do throws(SessionStopped) {
        try session.load(bindings, folder: folder, mayLackColumns: true, host: nil)
      } catch {
        return nil
      }
      return session
    }
    let bindings = checked.data.filter {
      $0.points == nil && checked.subjectKinds[$0.kind].history == nil
        && $0.kind != checked.progress?.kind
    }
    if let loaded = session(bindings) {
      self.session = loaded
      return
    }
    // One that cannot be read must not hide the others; what refers to it goes with it.
    var usable: [DataBinding] = []
    var last = session([])
    for binding in bindings {
      if let loaded = session(usable + [binding]) {
        usable.append(binding)
        last = loaded
      } else if let file = binding.file {
        notes.add(
          FormMessages.namesUnknown(file.path, kind: checked.subjectKinds[binding.kind].name))
      }
    }
    self.session =
      last
      ?? Session(compiled, options: options, listener: SilentListener(), inputFiles: [])
  }

  /// The columns that say who a row is about.
  static func identity(_ kind: SubjectKind) -> Set<Int> {
    var columns = Set(kind.key + kind.aliasColumns)
    if let name = kind.nameColumn { columns.insert(name) }
    for (index, column) in kind.columns.enumerated() {
      if case .subject = column.kind { columns.insert(index) }
      for group in grouping(column.source) {
        if case .text = kind.columns[group].kind { columns.insert(group) }
      }
    }
    return columns.filter { index in
      if case .input = kind.columns[index].source { true } else { false }
    }
  }

  /// The columns by which a ranking, a quota or a comparison parts the subjects: a cluster written as text.
  private static func grouping(_ source: ColumnSource) -> [Int] {
    switch source {
    case .rank(let rule): [rule.group].compactMap { $0 }
    case .grouped(let aggregate): [aggregate.group].compactMap { $0 }
    case .award(let rule): rule.quotas.compactMap(\.group)
    case .limitedLevel(let rule): [rule.quota.group].compactMap { $0 }
    case .input, .computed, .inverse: []
    }
  }

  func rowCount(_ kind: Int) -> Int {
    session.data.indices.contains(kind) ? session.data[kind].table.rowCount : 0
  }

  /// Rows that a binding of the kind gave, the declared ones left out.
  func givenRows(_ kind: Int) -> Range<Int> {
    let declared = min(checked.subjectKinds[kind].declaredRows.count, rowCount(kind))
    return declared..<rowCount(kind)
  }

  /// What is known of a cell.
  func cell(_ kind: Int, _ column: Int, _ row: Int) -> InputForm.Cell {
    guard columns[kind].contains(column) else { return .blank }
    let table = session.data[kind].table
    if checked.subjectKinds[kind].columns[column].kind.isNumeric {
      return table.columns[column]?.number(row).map { .number($0) } ?? .blank
    }
    if case .subject(let target) = checked.subjectKinds[kind].columns[column].kind {
      guard let word = table.columns[column]?.word(row), word.isImmediate else { return .blank }
      return .text(spelling(target, Int(word.immediate)))
    }
    let text = session.printer.text(ColumnAddress(kind: kind, column: column), row: row)
    return text.isEmpty ? .blank : .text(text)
  }

  /// How a cell may refer to a subject: its name when no other has it, else its key.
  func spelling(_ kind: Int, _ row: Int) -> String {
    let name = session.printer.name(of: row, kind: kind)
    let key = checked.subjectKinds[kind].key
    guard key.count == 1, checked.subjectKinds[kind].nameColumn != key[0] else { return name }
    let isAlone =
      (0..<rowCount(kind)).lazy.filter { session.printer.name(of: $0, kind: kind) == name }
      .prefix(2).count == 1
    return isAlone
      ? name : session.printer.text(ColumnAddress(kind: kind, column: key[0]), row: row)
  }

  private static let mostChoices = 2000

  /// All that a reference to the kind may say; empty when nobody is known or the list would be too long.
  func spellings(_ kind: Int) -> [String] {
    guard checked.subjectKinds[kind].key.count == 1, rowCount(kind) <= Self.mostChoices else {
      return []
    }
    var seen: Set<String> = []
    return (0..<rowCount(kind)).map { spelling(kind, $0) }
      .filter { !$0.isEmpty && seen.insert(VietnameseText.lookupKey($0)).inserted }
  }
}
