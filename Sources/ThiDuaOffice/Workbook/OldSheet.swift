// Old text inside a workbook: the codes of an ABC or VNI font stored as if they were Western letters (`Tiªu chuÈn`).
// In: a sheet's cells, the encoding if the script names one. Out: the same cells in Vietnamese, how many changed
// and one of them; or nil. Invariant: only cells whose letters are all of Windows-1252 change; unless the script
// says so, only when nearly all such words of the sheet become Vietnamese, and then only cells that read as
// Vietnamese after it and not before. A cell that is Vietnamese both ways (`côm`, `cụm`) goes with its column.
// `Lumière` and text in Unicode stay. Used by WorkbookReader.

import ThiDuaText

struct OldSheet {
  private(set) var grid: SheetGrid
  private(set) var encoding: OldEncoding
  private(set) var changedCount = 0
  /// The first cell that changed, as it was and as it reads.
  private(set) var sample: (cell: String, before: String, after: String)?

  private let isSaid: Bool
  /// Columns with old text and none in Unicode.
  private let oldColumns: Set<Int>

  /// nil: there is nothing to change.
  init?(_ grid: SheetGrid, said: OldEncoding?) {
    var known: Set<[UInt8]> = []
    var oldColumns: Set<Int> = []
    var modernColumns: Set<Int> = []
    for row in grid.rows {
      for cell in grid.cells(of: row) where cell.text.contains(where: { $0 >= 0x80 }) {
        guard let codes = OldSheet.codes(of: cell.text) else {
          modernColumns.insert(cell.column)
          continue
        }
        guard known.count < OldTextGuess.mostWords, !OldSheet.isVietnamese(cell.text) else {
          continue
        }
        oldColumns.insert(cell.column)
        known.formUnion(OldTextGuess.strangeWords(in: codes))
      }
    }
    self.oldColumns = oldColumns.subtracting(modernColumns)
    guard !known.isEmpty else { return nil }
    let guess = OldTextGuess(strangeWords: known.sorted { $0.lexicographicallyPrecedes($1) })
    if let said {
      encoding = guess.readings.first { $0.encoding.name == said.name }?.encoding ?? said
    } else if guess.isSure {
      encoding = guess.best
    } else {
      return nil
    }
    isSaid = said != nil
    self.grid = SheetGrid()
    copy(grid)
  }

  private mutating func copy(_ old: SheetGrid) {
    grid.merges = old.merges
    grid.hiddenColumns = old.hiddenColumns
    for row in old.rows {
      for cell in old.cells(of: row) {
        let new = converted(cell)
        // Converted text is shorter than three times the old, so the new grid holds what the old one held.
        let fits = (new ?? Array(cell.text)).withUnsafeBufferPointer {
          grid.append($0, cell.state, column: cell.column)
        }
        guard fits, let new else { continue }
        changedCount += 1
        if sample == nil {
          sample = (
            SheetGrid.columnName(cell.column) + String(row.number),
            String(decoding: cell.text, as: UTF8.self), String(decoding: new, as: UTF8.self)
          )
        }
      }
      grid.endRow(row.number, isHidden: row.isHidden)
      old.release(above: row)
    }
  }

  /// What a cell reads as; nil: it stays.
  private func converted(_ cell: SheetGrid.Cell) -> [UInt8]? {
    let text = cell.text
    guard let codes = OldSheet.codes(of: text) else { return nil }
    let decoded = encoding.decoded(codes)
    guard decoded.firstUnread == nil else { return nil }
    if isSaid { return decoded.text }
    guard oldColumns.contains(cell.column) || !OldSheet.isVietnamese(text),
      OldTextGuess.makesVietnamese(decoded.text) == true
    else {
      return nil
    }
    return decoded.text
  }

  /// The bytes of Windows-1252 a text is made of; nil when it is ASCII or has another letter.
  private static func codes(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.contains(where: { $0 >= 0x80 }) else { return nil }
    return OldEncoding.windowsBytes(of: text)
  }

  private static func isVietnamese(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    OldTextGuess.makesVietnamese(text) == true
  }
}
