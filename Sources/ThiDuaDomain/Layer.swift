// Other values laid over the columns of a campaign: what a scenario changes, and nothing else. In: cells,
// columns, group values that are to read differently. Out: the columns reading so, until the layer is
// taken off.
// Invariant: taking a layer off restores every bit that laying it on changed; layers come off in the
// reverse order of coming on. A cell costs what the layer keeps of it, a column that changes in most
// rows is exchanged as a whole: nothing is copied to lay a layer on. Used by the façade.
//
// The cells themselves are written, because the machine reads columns as plain memory: looking every
// cell up in an overlay would slow each load of every run, copying a page or a column on the first
// write costs 30 times as much as one cell does.

import ThiDuaMachine
import ThiDuaNumber

public final class Layer {
  private enum Entry {
    case cell(ColumnStorage, row: Int32, old: Int64)
    case groupValue(ColumnStorage, group: Int32, old: Word)
    case exceptions(ColumnStorage, count: Int)
    case column(ColumnTable, column: Int, old: ColumnStorage?)
  }

  private var entries: [Entry] = []
  /// Rows whose value differs, by column.
  public private(set) var changed: [ColumnAddress: RowSet] = [:]
  /// Cells and columns the layer keeps.
  public var size: Int { entries.count }

  public init() {}

  // MARK: Laying

  /// Notes rows of a column whose value differs.
  public func add(_ rows: [Int32], to column: ColumnAddress) {
    changed[column, default: .none].formUnion(RowSet(rows))
  }

  /// Lets a cell read `word`; false when the column's layout has no room for it.
  public func set(_ word: Word, in column: ColumnStorage, row: Int) -> Bool {
    guard let raw = column.raw(word) else { return false }
    entries.append(.cell(column, row: Int32(row), old: column.rawCell(row)))
    column.setRawCell(raw, at: row)
    return true
  }

  /// A number that no immediate holds, as a word of the column.
  public func keep(_ number: Exact, in column: ColumnStorage) -> Word {
    entries.append(.exceptions(column, count: column.exceptions.count))
    return column.addException(number)
  }

  /// Lets a group of a grouped column have another value.
  public func set(_ word: Word, in column: ColumnStorage, group: Int) {
    entries.append(.groupValue(column, group: Int32(group), old: column.groupValues[group]))
    column.groupValues[group] = word
  }

  /// Puts a column in the place of another one.
  public func replace(_ column: Int, of table: ColumnTable, by new: ColumnStorage) {
    entries.append(.column(table, column: column, old: table.columns[column]))
    table.columns[column] = new
  }

  // MARK: Off

  /// Restores what was there before.
  public func takeOff() {
    for entry in entries.reversed() {
      switch entry {
      case .cell(let column, let row, let old): column.setRawCell(old, at: Int(row))
      case .groupValue(let column, let group, let old): column.groupValues[Int(group)] = old
      case .exceptions(let column, let count): column.forgetExceptions(after: count)
      case .column(let table, let column, let old): table.columns[column] = old
      }
    }
    entries = []
  }
}
