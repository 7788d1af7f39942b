// Rows in groups: `trong mỗi cụm`, `trong cùng đơn vị`. In: a column of any layout. Out: a number
// for the group of every row. Invariant: groups are numbered in order of first appearance, equal
// values are one group whatever the layout (texts by content); a row whose group is blank or does
// not apply has none, and the two are told apart. Built once a column and shared by all rules
// that use it.

import ThiDuaMachine
import ThiDuaNumber

/// The groups of the rows of one subject kind.
public final class Grouping: @unchecked Sendable {
  /// Group of each row, or `none`, or `notApplicable`: both are below 0.
  public let groupOf: UnsafeMutablePointer<Int32>
  public let rowCount: Int
  public private(set) var groupCount = 0
  /// The first row of each group.
  public private(set) var firstRows: [Int32] = []

  /// The row's group is blank.
  public static let none: Int32 = -1
  /// Groups do not apply to the row.
  public static let notApplicable: Int32 = -2

  deinit { groupOf.deallocate() }

  /// All rows are one group.
  public init(rowCount: Int) {
    self.rowCount = rowCount
    groupOf = .allocate(capacity: max(rowCount, 1))
    groupOf.initialize(repeating: 0, count: rowCount)
    groupCount = 1
    firstRows = rowCount > 0 ? [0] : []
  }

  /// Groups of equal values of `column`.
  public init(column: ColumnStorage, texts: TextTable) {
    rowCount = column.rowCount
    groupOf = .allocate(capacity: max(rowCount, 1))
    switch column.layout {
    case .text: groupTexts(column, texts)
    case .code:
      groupDense(Int(ColumnStorage.codeNotApplicable), column) {
        Int(column.base.load(fromByteOffset: $0, as: UInt8.self))
      }
    case .grouped where Set(column.groupValues.map(\.bits)).count == column.groupValues.count:
      groupDense(column.groupValues.count, column) {
        Int(column.base.load(fromByteOffset: $0 * 4, as: Int32.self))
      }
    case .word, .scaled, .grouped, .lists: groupWords(column)
    }
  }

  /// Rows by group: those of group g are `rows[starts[g] ..< starts[g + 1]]`, in data order.
  public func members() -> (starts: [Int32], rows: [Int32]) {
    var starts = [Int32](repeating: 0, count: groupCount + 1)
    var grouped = 0
    for row in 0..<rowCount where groupOf[row] >= 0 {
      starts[Int(groupOf[row]) + 1] += 1
      grouped += 1
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: grouped)
    for row in 0..<rowCount where groupOf[row] >= 0 {
      let group = Int(groupOf[row])
      rows[Int(next[group])] = Int32(row)
      next[group] += 1
    }
    return (starts, rows)
  }

  // MARK: By layout

  /// What a row without a group has instead.
  private static func absent(_ word: Word) -> Int32 { word.isBlank ? none : notApplicable }

  /// Values that are small numbers already.
  private func groupDense(_ limit: Int, _ column: ColumnStorage, _ value: (Int) -> Int) {
    var numbers = [Int32](repeating: Self.none, count: limit)
    for row in 0..<rowCount {
      let word = column.word(row)
      guard word.isPresent else {
        groupOf[row] = Self.absent(word)
        continue
      }
      let value = value(row)
      if numbers[value] < 0 { numbers[value] = newGroup(row) }
      groupOf[row] = numbers[value]
    }
  }

  private func newGroup(_ row: Int) -> Int32 {
    firstRows.append(Int32(row))
    groupCount += 1
    return Int32(groupCount - 1)
  }

  /// A text met before is found by its index alone; only new indexes are compared by content.
  private func groupTexts(_ column: ColumnStorage, _ texts: TextTable) {
    let raws = column.base.assumingMemoryBound(to: UInt32.self)
    var low = UInt32.max
    var high: UInt32 = 0
    for row in 0..<rowCount where raws[row] < ColumnStorage.textNotApplicable {
      low = min(low, raws[row])
      high = max(high, raws[row])
    }
    var numbers = [Int32](repeating: Self.none, count: low <= high ? Int(high - low) + 1 : 0)
    var known = TextGroups()
    for row in 0..<rowCount {
      let raw = raws[row]
      guard raw < ColumnStorage.textNotApplicable else {
        groupOf[row] = raw == ColumnStorage.textBlank ? Self.none : Self.notApplicable
        continue
      }
      var number = numbers[Int(raw - low)]
      if number < 0 {
        let text = texts[Int(raw)]
        if let found = known.find(text) {
          number = found
        } else {
          number = newGroup(row)
          known.add(text)
        }
        numbers[Int(raw - low)] = number
      }
      groupOf[row] = number
    }
  }

  private func groupWords(_ column: ColumnStorage) {
    var ofBits: [Int64: Int32] = [:]
    var ofNumber: [Exact: Int32] = [:]
    for row in 0..<rowCount {
      let word = column.word(row)
      guard word.isPresent else {
        groupOf[row] = Self.absent(word)
        continue
      }
      let known = word.isException ? ofNumber[column.exceptions[word.index]] : ofBits[word.bits]
      let number = known ?? newGroup(row)
      if known == nil {
        if word.isException {
          ofNumber[column.exceptions[word.index]] = number
        } else {
          ofBits[word.bits] = number
        }
      }
      groupOf[row] = number
    }
  }
}

/// Groups by the text they stand for; the n-th text added is group n.
private struct TextGroups {
  private var texts: [TextTable.Entry] = []
  /// Open addressing: group + 1, or 0.
  private var slots = [Int32](repeating: 0, count: 256)

  func find(_ text: TextTable.Entry) -> Int32? {
    let mask = slots.count - 1
    var place = Int(text.hash) & mask
    while slots[place] != 0 {
      let group = slots[place] - 1
      if TextTable.areEqual(texts[Int(group)], text) { return group }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func add(_ text: TextTable.Entry) {
    texts.append(text)
    if texts.count * 2 > slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 4)
      for group in texts.indices { insert(group) }
    } else {
      insert(texts.count - 1)
    }
  }

  private mutating func insert(_ group: Int) {
    let mask = slots.count - 1
    var place = Int(texts[group].hash) & mask
    while slots[place] != 0 { place = (place + 1) & mask }
    slots[place] = Int32(group + 1)
  }
}

/// Which rows a condition lets through; the caller keeps the column alive. Truths are read from
/// memory: counting references to the column at every row took longer than all the rest.
struct RowFilter {
  private let codes: UnsafePointer<UInt8>?
  private let column: ColumnStorage?

  /// nil lets every row through.
  init(_ column: ColumnStorage?) {
    let isCode = column?.layout == .code
    codes = isCode ? column.map { UnsafePointer($0.base.assumingMemoryBound(to: UInt8.self)) } : nil
    self.column = isCode ? nil : column
  }

  @inline(__always) func passes(_ row: Int) -> Bool {
    if let codes { return codes[row] == 1 }
    return column?.word(row).isTrue ?? true
  }
}

extension Word {
  /// Neither blank nor not applicable.
  @inline(__always) var isPresent: Bool {
    bits != Word.blank.bits && bits != Word.notApplicable.bits
  }
  /// A truth that holds.
  @inline(__always) var isTrue: Bool { bits == 2 }
}
