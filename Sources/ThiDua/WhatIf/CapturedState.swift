// What a campaign reads under some assumptions, kept after they were lifted. In: a campaign and the layers
// on it. Out: any cell as it read then. Invariant: only cells that differ from the campaign without
// assumptions are kept; the others are read where they are, so the campaign must be bare by then.
// Used by comparisons.

import ThiDuaDomain
import ThiDuaMachine

final class CapturedState {
  let campaign: Campaign
  /// Parameters and variables as they were.
  let globals: [Value]
  /// Rows kept, by column.
  let changed: [ColumnAddress: RowSet]
  private let kept: [ColumnAddress: Kept]

  private struct Kept {
    /// Ascending.
    var rows: [Int32]
    var cells: ColumnStorage

    func place(of row: Int32) -> Int? {
      var (low, high) = (0, rows.count)
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < row { low = middle + 1 } else { high = middle }
      }
      return low < rows.count && rows[low] == row ? low : nil
    }
  }

  /// What the campaign reads now.
  init(_ campaign: Campaign) {
    self.campaign = campaign
    globals = campaign.session.runtime.globals
    var changed: [ColumnAddress: RowSet] = [:]
    for laid in campaign.laid {
      changed.merge(laid.layer.changed) { first, second in
        var both = first
        both.formUnion(second)
        return both
      }
    }
    self.changed = changed
    var kept: [ColumnAddress: Kept] = [:]
    for (address, rows) in changed {
      let table = campaign.session.runtime.tables[address.kind]
      // A list is told by the lists its elements stand in, never compared by itself.
      guard let column = table.columns[address.column], column.layout != .lists else { continue }
      let rows = rows.rows(table.rowCount)
      kept[address] = Kept(rows: rows, cells: column.gathered(rows))
    }
    self.kept = kept
  }

  /// The column and the cell in it that hold the value; nil when the column is not stored.
  func cell(_ address: ColumnAddress, _ row: Int) -> (column: ColumnStorage, row: Int)? {
    if let kept = kept[address], let place = kept.place(of: Int32(row)) {
      return (kept.cells, place)
    }
    return campaign.session.runtime.tables[address.kind].columns[address.column].map { ($0, row) }
  }

  /// The cell as text.
  func text(_ address: ColumnAddress, _ row: Int) -> String {
    guard let cell = cell(address, row) else { return "" }
    let kind = campaign.session.program.subjectKinds[address.kind].columnKinds[address.column]
    return campaign.session.printer.text(cell.column, row: cell.row, kind)
  }
}
