// Two states side by side: who changes which result, from what to what, because of what. In: two captured
// states, of one campaign or of two. Out: an answer table of results that differ. Invariant: a subject
// whose results are the same in both is not named; two equal states give no row. Kinds and columns of
// two campaigns meet by name, their subjects by row when they share their data, else by key.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

struct Comparison {
  let old: CapturedState
  let new: CapturedState
  /// The new campaign works on the rows of the old one.
  let sharesRows: Bool
  /// Rules of the new campaign that stand in the place of the old ones, by `NAME của KIND`.
  var replacedRules: [String: Span] = [:]

  /// Rows and columns of the old state in the new one.
  private struct Match {
    /// By old kind.
    var kinds: [Int?] = []
    var columns: [[Int?]] = []
    /// By old kind, old row: the new row; nil: the same row.
    var rows: [[Int?]?] = []
  }

  private var checked: CheckedProgram { old.campaign.checked }

  init(_ old: CapturedState, _ new: CapturedState, sharesRows: Bool) {
    self.old = old
    self.new = new
    self.sharesRows = sharesRows
  }

  func table(heading: String) -> AnswerTable {
    let match = match()
    let changed = changedRows(match)
    var answer = AnswerTable(
      heading: heading,
      columns: [
        .init(key: "doi_tuong", title: "đối tượng"), .init(key: "ket_qua", title: "kết quả"),
        .init(key: "cu", title: "cũ"), .init(key: "moi", title: "mới"),
        .init(key: "vi", title: "vì"), .init(key: "quy_tac", title: "quy tắc"),
      ], groupsRows: true)
    let causes = Causes(old: old, new: new, changed: changed, replacedRules: replacedRules)
    var subjects: [String] = []
    for (kind, results) in Comparison.results(of: checked).enumerated() {
      var rows = RowSet.none
      for column in results {
        if let found = changed[ColumnAddress(kind: kind, column: column)] { rows.formUnion(found) }
      }
      let list = rows.rows(old.campaign.session.runtime.tables[kind].rowCount)
      if !list.isEmpty {
        subjects.append("\(Wording.count(list.count)) \(checked.subjectKinds[kind].name)")
      }
      for row in list {
        for column in results {
          let address = ColumnAddress(kind: kind, column: column)
          guard causes.isChanged(address, Int(row)),
            let twin = twin(address, Int(row), match)
          else { continue }
          answer.rows.append([
            old.campaign.session.printer.name(of: Int(row), kind: kind),
            checked.subjectKinds[kind].columns[column].name,
            shown(old.text(address, Int(row))), shown(new.text(twin.address, twin.row)),
            causes.text(address, Int(row)), place(of: address),
          ])
        }
      }
      answer.closing += unmatched(kind, match)
    }
    answer.heading +=
      subjects.isEmpty
      ? ": không ai đổi kết quả" : ": " + subjects.joined(separator: ", ") + " đổi kết quả"
    return answer
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "(trống)" : text }

  /// `dòng 42`, with the file when it is not the main script.
  private func place(of address: ColumnAddress) -> String {
    let span = checked.subjectKinds[address.kind].columns[address.column].rule.span
    guard let source = old.campaign.sources[span.file] else { return "" }
    let line = "dòng \(source.lineAndColumn(span.start).line)"
    return source.path == old.campaign.script.name ? line : "\(source.path), \(line)"
  }

  // MARK: Results

  /// By kind, the columns that are results: levels, ranks, awards, the values that ranks go by, and what
  /// no other rule goes on with.
  static func results(of checked: CheckedProgram) -> [[Int]] {
    let used = Reach(checked).readColumns
    return checked.subjectKinds.enumerated().map { kind, definition in
      let columns = definition.columns
      var keys: Set<Int> = []
      for column in columns {
        if case .rank(let rule) = column.source {
          keys.formUnion(rule.keys.prefix(1).map(\.column))
        }
      }
      return columns.indices.filter { index in
        if columns[index].isHidden { return false }
        switch (columns[index].source, columns[index].kind) {
        case (.input, _), (.inverse, _), (_, .list), (_, .dictionary): return false
        default: break
        }
        return columns[index].isResult || keys.contains(index)
          || !used.contains(ColumnReference(kind: kind, column: index))
      }
    }
  }

  // MARK: Matching

  private func match() -> Match {
    let other = new.campaign.checked
    if old.campaign === new.campaign {
      return Match(
        kinds: checked.subjectKinds.indices.map { $0 },
        columns: checked.subjectKinds.map { $0.columns.indices.map { $0 } },
        rows: checked.subjectKinds.map { _ in nil })
    }
    var match = Match()
    for (index, kind) in checked.subjectKinds.enumerated() {
      let twin = new.campaign.kind(named: kind.name)
      match.kinds.append(twin)
      guard let twin else {
        match.columns.append([])
        match.rows.append(nil)
        continue
      }
      var byName: [String: Int] = [:]
      for (column, definition) in other.subjectKinds[twin].columns.enumerated()
      where !definition.isHidden { byName[VietnameseText.lookupKey(definition.name)] = column }
      match.columns.append(
        kind.columns.map { $0.isHidden ? nil : byName[VietnameseText.lookupKey($0.name)] })
      match.rows.append(sharesRows ? nil : rows(of: index, in: twin))
    }
    return match
  }

  /// The new row of every old one with the same key.
  private func rows(of kind: Int, in twin: Int) -> [Int?] {
    func keys(_ campaign: Campaign, _ kind: Int) -> [String] {
      let description = campaign.session.program.subjectKinds[kind]
      let columns =
        description.key.isEmpty ? [description.nameColumn].compactMap { $0 } : description.key
      return (0..<campaign.session.runtime.tables[kind].rowCount).map { row in
        columns.map { column in
          VietnameseText.lookupKey(
            campaign.session.printer.text(ColumnAddress(kind: kind, column: column), row: row))
        }.joined(separator: "\n")
      }
    }
    var byKey: [String: Int] = [:]
    for (row, key) in keys(new.campaign, twin).enumerated() { byKey[key] = row }
    return keys(old.campaign, kind).map { byKey[$0] }
  }

  private func twin(
    _ address: ColumnAddress, _ row: Int, _ match: Match
  ) -> (address: ColumnAddress, row: Int)? {
    guard let kind = match.kinds[address.kind],
      let column = match.columns[address.kind][address.column]
    else { return nil }
    guard let rows = match.rows[address.kind] else {
      return (ColumnAddress(kind: kind, column: column), row)
    }
    return rows[row].map { (ColumnAddress(kind: kind, column: column), $0) }
  }

  /// Subjects that only one of two scripts has.
  private func unmatched(_ kind: Int, _ match: Match) -> [String] {
    guard let rows = match.rows[kind], let twin = match.kinds[kind] else { return [] }
    let name = checked.subjectKinds[kind].name
    let printer = old.campaign.session.printer
    var lines: [String] = []
    let missing = rows.indices.filter { rows[$0] == nil }.map { printer.name(of: $0, kind: kind) }
    if !missing.isEmpty { lines.append("Chỉ có ở bên trước: \(name) \(Self.listed(missing))") }
    let met = Set(rows.compactMap { $0 })
    let others = (0..<new.campaign.session.runtime.tables[twin].rowCount).filter {
      !met.contains($0)
    }
    .map { new.campaign.session.printer.name(of: $0, kind: twin) }
    if !others.isEmpty { lines.append("Chỉ có ở bên sau: \(name) \(Self.listed(others))") }
    return lines
  }

  private static func listed(_ names: [String]) -> String {
    names.prefix(10).joined(separator: "; ")
      + (names.count > 10 ? " và \(Wording.count(names.count - 10)) nữa" : "")
  }

  // MARK: Differing

  /// Rows of the old state whose value differs, by column.
  private func changedRows(_ match: Match) -> [ColumnAddress: RowSet] {
    var changed: [ColumnAddress: RowSet] = [:]
    if old.campaign === new.campaign {
      for address in Set(old.changed.keys).union(new.changed.keys) {
        var rows = old.changed[address] ?? .none
        rows.formUnion(new.changed[address] ?? .none)
        keep(address, rows, match, &changed)
      }
      return changed
    }
    for (kind, definition) in checked.subjectKinds.enumerated() {
      for column in definition.columns.indices {
        keep(ColumnAddress(kind: kind, column: column), .all, match, &changed)
      }
    }
    return changed
  }

  private func keep(
    _ address: ColumnAddress, _ rows: RowSet, _ match: Match,
    _ changed: inout [ColumnAddress: RowSet]
  ) {
    let count = old.campaign.session.runtime.tables[address.kind].rowCount
    let differing = rows.rows(count).filter { row in
      guard let twin = twin(address, Int(row), match), let a = old.cell(address, Int(row)),
        let b = new.cell(twin.address, twin.row)
      else { return false }
      if old.campaign === new.campaign {
        return !a.column.isSame(a.row, as: b.column, b.row, texts: old.campaign.session.texts)
      }
      // Levels, subjects and texts of two campaigns have numbers of their own.
      return old.text(address, Int(row)) != new.text(twin.address, twin.row)
    }
    if !differing.isEmpty { changed[address] = .some(differing) }
  }
}
