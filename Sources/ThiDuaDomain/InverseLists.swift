// Who refers here: `thành viên của cụm` from the field `cụm` of `tập thể`. In: a reference column
// (rows of the target kind). Out: a `.lists` column of the target kind. Invariant: each list in
// data order of the referring kind; blank and not applicable references are in no list.

import ThiDuaMachine

public enum InverseLists {
  /// The lists of the `targetCount` subjects that `references` points at.
  public static func make(of references: ColumnStorage, targetCount: Int) -> ColumnStorage {
    let result = ColumnStorage(.lists, rowCount: targetCount)
    var starts = [Int32](repeating: 0, count: targetCount + 1)
    for row in 0..<references.rowCount {
      if let target = target(references, row, targetCount) { starts[target + 1] += 1 }
    }
    for target in 0..<targetCount { starts[target + 1] += starts[target] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[targetCount]))
    for row in 0..<references.rowCount {
      guard let target = target(references, row, targetCount) else { continue }
      rows[Int(next[target])] = Int32(row)
      next[target] += 1
    }
    result.listStarts = starts
    result.listRows = rows
    return result
  }

  private static func target(_ references: ColumnStorage, _ row: Int, _ count: Int) -> Int? {
    let word = references.word(row)
    guard word.isImmediate, word.immediate >= 0, word.immediate < Int64(count) else { return nil }
    return Int(word.immediate)
  }
}
