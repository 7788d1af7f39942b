// The rows of a table or file in the order to be shown, and the columns seen through that order. In: the
// rows an action listed, stored and computed columns. Out: for every column its storage and the cell of
// each line. Invariant: a stored column is indexed by subject, a computed one by place in the list, and
// only this file knows the difference. Used by the session only.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaText

/// Lines of an output.
struct OutputRows {
  /// A column and its cell for each line; nil: cell n for line n.
  struct Column {
    var storage: ColumnStorage
    var cells: [Int32]?
  }

  let program: Program
  let tables: [ColumnTable]
  /// Listed subjects, as the action gave them.
  let rows: [Int32]
  /// Columns computed for the list, one cell a listed subject.
  let computed: [ColumnStorage]
  /// Places in the list, in the order of lines; nil: as listed.
  private var places: [Int32]?
  /// `rows` in the order of lines.
  private var orderedRows: [Int32]?
  private let isWholeTable: Bool

  init(
    program: Program, tables: [ColumnTable], kind: Int, rows: [Int32],
    computed: [ColumnStorage]
  ) {
    self.program = program
    self.tables = tables
    self.rows = rows
    self.computed = computed
    isWholeTable =
      rows.count == tables[kind].rowCount && rows.indices.allSatisfy { Int(rows[$0]) == $0 }
    if !isWholeTable { orderedRows = rows }
  }

  /// Puts the lines in order.
  mutating func sort(
    by order: [(column: OutputColumn, isDescending: Bool)], texts: TextTable, workers: Int
  ) {
    guard !order.isEmpty else { return }
    let keys = order.compactMap { key -> SortKey? in
      guard let column = column(key.column) else { return nil }
      let isText = key.column.kind == .text
      return SortKey(
        column.cells.map { column.storage.gathered($0) } ?? column.storage,
        isDescending: key.isDescending, kind: isText ? .text : .ordered)
    }
    let places = RowOrder(rowCount: rows.count, keys: keys, texts: texts, workers: workers).rows
    orderedRows = isWholeTable ? places : places.map { rows[Int($0)] }
    self.places = places
  }

  /// A column of the output through the order of lines; nil when it was never computed.
  func column(_ column: OutputColumn) -> Column? {
    switch column.source {
    case .stored(let address):
      tables[address.kind].columns[address.column].map { Column(storage: $0, cells: orderedRows) }
    case .computed(let index):
      computed.indices.contains(index)
        ? Column(storage: computed[index], cells: places) : nil
    }
  }

  /// The subject of a line.
  func subject(ofLine line: Int) -> Int { Int(orderedRows?[line] ?? Int32(line)) }
}
