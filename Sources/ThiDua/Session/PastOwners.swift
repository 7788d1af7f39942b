// Whose a past row is when the key of its subject has several fields. In: tables after reading, made before
// references become rows; joined afterwards. Out: the owner column of such past rows, and the keys that
// name nobody this year. Invariant: texts are compared as everywhere (case and tone placement do not
// matter), numbers by value, subjects by row. Used by the session only.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

struct PastOwners {
  let checked: CheckedProgram
  let texts: TextTable
  let data: [KindData]
  private(set) var diagnostics = Diagnostics()
  /// Keys that name nobody of this year's data, by kind of past rows.
  private(set) var strangers: [Int: [Int]] = [:]
  /// The cells of key columns as they were read: names of units are texts there.
  private let written: [Int: [ColumnStorage?]]

  private static let several = -1

  init(checked: CheckedProgram, texts: TextTable, data: [KindData]) {
    self.checked = checked
    self.texts = texts
    self.data = data
    var written: [Int: [ColumnStorage?]] = [:]
    for kind in checked.subjectKinds.indices {
      guard let parts = checked.subjectKinds[kind].history?.keyParts, !parts.isEmpty else {
        continue
      }
      written[kind] = parts.map { data[kind].table.columns[$0] }
    }
    self.written = written
  }

  /// Fills the owner columns; references in keys are rows by now.
  mutating func join() {
    for kind in written.keys.sorted() {
      guard let history = checked.subjectKinds[kind].history,
        case .subject(let subject) = checked.subjectKinds[kind].columns[history.owner].kind
      else { continue }
      join(kind, history, subject)
    }
  }

  private mutating func join(_ kind: Int, _ history: HistoryRows, _ subject: Int) {
    let rows = subjects(subject)
    let table = data[kind].table
    let columns = history.keyParts.map { table.columns[$0] }
    let owners = ColumnStorage(.scaled, rowCount: table.rowCount)
    for row in 0..<table.rowCount {
      var value = ColumnStorage.scaledBlank
      if let key = key(columns, row), let found = rows[key] {
        if found == Self.several {
          report(kind, history, row, subject)
        } else {
          value = Int32(found)
        }
      } else if let text = text(kind, row) {
        strangers[kind, default: []].append(texts.intern(text))
      }
      owners.base.storeBytes(of: value, toByteOffset: row * 4, as: Int32.self)
    }
    table.columns[history.owner] = owners
  }

  private mutating func report(_ kind: Int, _ history: HistoryRows, _ row: Int, _ subject: Int) {
    var diagnostic = SessionMessages.ambiguousReference(
      text(kind, row) ?? "", kind: checked.subjectKinds[subject].name)
    data[kind].locate(row: row, column: history.keyParts[0], in: &diagnostic)
    diagnostics.add(diagnostic)
  }

  private func subjects(_ kind: Int) -> [[UInt8]: Int] {
    let table = data[kind].table
    let columns = checked.subjectKinds[kind].key.map { table.columns[$0] }
    var rows: [[UInt8]: Int] = [:]
    rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let key = key(columns, row) else { continue }
      rows[key] = rows[key] == nil ? row : Self.several
    }
    return rows
  }

  /// The cells of a key as bytes that are equal where the cells mean the same; nil with a blank among them.
  private func key(_ columns: [ColumnStorage?], _ row: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    for column in columns {
      guard let column else { return nil }
      let word = column.word(row)
      if word.isText {
        bytes += VietnameseText.lookupKeyBytes(texts[word.index].bytes)
      } else if let number = column.number(row) {
        NumberText.append(number, to: &bytes)
      } else {
        return nil
      }
      bytes.append(0)
    }
    return bytes
  }

  // MARK: For messages

  /// The key as the past row writes it; nil when nothing of it is written.
  private func text(_ kind: Int, _ row: Int) -> String? {
    let parts = checked.subjectKinds[kind].history?.keyParts ?? []
    let cells = zip(parts, written[kind] ?? []).map { column, storage in
      shown(storage, row, checked.subjectKinds[kind].columns[column].kind)
    }
    return cells.allSatisfy(\.isEmpty) ? nil : cells.joined(separator: "; ")
  }

  /// A subject as its key is written.
  func key(of row: Int, _ kind: Int) -> String {
    guard row >= 0, row < data[kind].table.rowCount else { return "" }
    return checked.subjectKinds[kind].key.map { column in
      shown(data[kind].table.columns[column], row, checked.subjectKinds[kind].columns[column].kind)
    }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func shown(_ column: ColumnStorage?, _ row: Int, _ kind: Kind) -> String {
    guard let column, row < column.rowCount else { return "" }
    let word = column.word(row)
    if word.isText { return texts.string(word.index) }
    if case .subject(let target) = kind, word.isImmediate {
      return key(of: Int(word.immediate), target)
    }
    if kind == .date, word.isImmediate {
      return CalendarDate(days: Int32(truncatingIfNeeded: word.immediate))?.text ?? ""
    }
    return column.number(row).map { NumberText.format($0) } ?? ""
  }
}
