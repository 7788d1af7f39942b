// Rows typed or pasted in a session. In: the inline rows of a typed `dữ liệu`, the rows there are. Out: new rows as
// a part of their own, and new values for cells of old rows. Invariant: a row whose key is there already
// changes the cells its columns name and no others; any other row must be whole. Used by the data loader.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// Cells that typed rows change.
struct TypedChanges {
  var table: LoadedTable
  /// Field of the table by column of the kind; only those its header names.
  var fieldOfColumn: [Int: Int]
  /// The row of the kind that each row of the table changes.
  var rows: [Int]
}

extension DataLoader {
  /// Parts typed rows into those that change a row and those that add one.
  func split(
    _ inline: InlineTable, kind: Int, _ parts: [KindData.Part]
  ) -> (changes: InlineTable?, rows: [Int], additions: InlineTable?) {
    let subject = checked.subjectKinds[kind]
    let titles = inline.header.map { VietnameseText.lookupKey($0.text) }
    let keyCells = subject.key.compactMap { column in
      titles.firstIndex(of: VietnameseText.lookupKey(subject.columns[column].name))
    }
    guard !subject.key.isEmpty, keyCells.count == subject.key.count else {
      return (nil, [], inline)
    }
    let known = rowsByKey(subject.key, parts)
    var (changes, additions) = (inline, inline)
    changes.rows = []
    additions.rows = []
    var rows: [Int] = []
    for row in inline.rows {
      let key = keyCells.map { $0 < row.count ? DataLoader.trimmed(row[$0].text) : "" }
      if let place = known[key] {
        changes.rows.append(row)
        rows.append(place)
      } else {
        additions.rows.append(row)
      }
    }
    return (changes.rows.isEmpty ? nil : changes, rows, additions.rows.isEmpty ? nil : additions)
  }

  private func rowsByKey(_ key: [Int], _ parts: [KindData.Part]) -> [[String]: Int] {
    var rows: [[String]: Int] = [:]
    for part in parts {
      let columns = key.map { part.fieldOfColumn[$0].map { part.table.columns[$0] } }
      for row in 0..<part.rowCount {
        rows[columns.map { shown($0, part.source(row)) }] = part.firstRow + row
      }
    }
    return rows
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return VietnameseText.normalized(String(text))
  }

  /// Writes changed cells into the columns of a kind.
  func apply(_ changes: TypedChanges, to table: ColumnTable, kind: Int) {
    for (column, field) in changes.fieldOfColumn {
      guard let old = table.columns[column] else { continue }
      let kind = checked.subjectKinds[kind].columns[column].kind
      let storage = ColumnStorage(DataLoader.layout(of: kind), rowCount: old.rowCount)
      for row in 0..<old.rowCount { DataLoader.copy(old, row, to: storage, row) }
      let source = changes.table.columns[field]
      for (index, row) in changes.rows.enumerated() {
        DataLoader.copy(source, index, to: storage, row)
      }
      table.columns[column] = storage
    }
  }
}
