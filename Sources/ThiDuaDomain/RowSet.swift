// Rows of one subject kind that something happened to. In: rows in any order. Out: the same in ascending
// order, each once. Invariant: `all` stands for every row, however many there are. Used by whoever
// recomputes only what changed.

/// A set of rows.
public enum RowSet: Sendable, Equatable {
  case all
  /// Ascending, each once.
  case some([Int32])

  public static let none = RowSet.some([])

  /// The set of rows given in any order.
  public init(_ rows: [Int32]) {
    var sorted = rows
    if !zip(rows, rows.dropFirst()).allSatisfy({ $0 < $1 }) {
      sorted.sort()
      var kept = 0
      for index in sorted.indices where index == 0 || sorted[index] != sorted[index - 1] {
        sorted[kept] = sorted[index]
        kept += 1
      }
      sorted.removeLast(sorted.count - kept)
    }
    self = .some(sorted)
  }

  public var isEmpty: Bool { self == .some([]) }

  /// The rows themselves; `rowCount` tells how many `all` are.
  public func rows(_ rowCount: Int) -> [Int32] {
    switch self {
    case .all: Array(0..<Int32(rowCount))
    case .some(let rows): rows
    }
  }

  public mutating func formUnion(_ other: RowSet) {
    guard case .some(let own) = self, case .some(let others) = other else {
      self = .all
      return
    }
    if others.isEmpty { return }
    self = own.isEmpty ? other : RowSet(own + others)
  }
}
