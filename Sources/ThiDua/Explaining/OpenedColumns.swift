// Columns that an explainer has opened, for further questions about the same subject: its total is behind its level, its
// rank and each award. In: an opened column with what its tree depended on. Out: the same tree, for as
// long as it would come out the same. Invariant: nothing is kept that a limit of the tree cut short.

import ThiDuaDomain

struct OpenedColumns {
  struct Entry {
    var explanation: Explanation
    /// Columns opened inside it, itself among them: none may be told already.
    var told: [CellAddress]
    /// Columns it points at because they were told before: all must be.
    var pointedAt: [CellAddress]
    /// Nodes it has.
    var nodes: Int
    /// Columns inside columns, from its own rule down.
    var levels: Int
  }

  private var entries: [CellAddress: Entry] = [:]
  private var lastNumber = 0

  subscript(cell: CellAddress) -> Entry? { entries[cell] }

  /// Keeps an opened column in place of the one kept before; gives its number.
  mutating func keep(_ cell: CellAddress, _ entry: Entry) -> Int {
    var entry = entry
    lastNumber += 1
    entry.explanation.number = lastNumber
    entries[cell] = entry
    return lastNumber
  }

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
}

/// Subjects of a kind that belong together by a column.
struct MemberKey: Hashable {
  var kind: Int
  var group: Int?
  var own: Int32?
}
