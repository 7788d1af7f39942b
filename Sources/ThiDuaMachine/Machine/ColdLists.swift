// Lists and dictionaries: values with copies made only when one of two owners changes one.

import ThiDuaNumber
import ThiDuaText

extension Machine {
  /// Bounds of a range, whole and far inside what a word holds.
  mutating func rangeBounds(_ low: Word, _ high: Word) throws(Trap) -> (Int, Int) {
    let from = try whole(low, operand: 0)
    let to = try whole(high, operand: 1)
    let limit = 4_000_000_000_000
    guard from.magnitude <= limit else { throw trap(.outOfRange, operand: 0, low) }
    guard to.magnitude <= limit else { throw trap(.outOfRange, operand: 1, high) }
    return (from, max(to, from - 1))
  }

  mutating func rangeList(_ low: Word, _ high: Word) throws(Trap) -> Word {
    let (from, to) = try rangeBounds(low, high)
    let count = to - from + 1
    guard count <= limits.listLength else { throw listTooLong(count) }
    try charge(count / 8)
    let list = try heap.makeList(capacity: count)
    for number in from..<(to + 1) {
      try heap.append(Word(immediate: Int64(number) * 1_000_000), to: list)
    }
    return list
  }

  private mutating func listTooLong(_ count: Int) -> Trap {
    trapValues = [.number(Exact(count))]
    return Trap(.listTooLong)
  }

  mutating func appendElement(
    _ register: UnsafeMutablePointer<Int64>, _ element: Word
  ) throws(Trap) {
    let old = Word(bits: register.pointee)
    if old.isBlank { throw Trap(.blankUsed) }
    if old.isNotApplicable { throw Trap(.notApplicableUsed) }
    let list = try heap.unique(old)
    register.pointee = list.bits
    let count = heap.slot(list).pointee.count
    if list.bits != old.bits { try charge(count / 8) }
    guard count < limits.listLength else { throw listTooLong(count + 1) }
    try heap.append(element, to: list)
  }

  mutating func element(of container: Word, at index: Word) throws(Trap) -> Word {
    try requireValues(container, index)
    if heap.slot(container).pointee.kind == .dictionary {
      guard let entry = heap.findEntry(index, in: container) else {
        throw trap(.missingKey, operand: 1, index)
      }
      return Word(bits: heap.entries(container)[entry].value)
    }
    return Word(bits: heap.elements(container)[try position(index, in: container)])
  }

  /// The offset of an index from 1.
  private mutating func position(_ index: Word, in list: Word) throws(Trap) -> Int {
    let number = try whole(index, operand: 1)
    let count = heap.slot(list).pointee.count
    guard number >= 1, number <= count else {
      trapValues = [heap.value(index), .number(Exact(count))]
      throw Trap(.outOfRange, operand: 1)
    }
    return number - 1
  }

  mutating func setElement(
    _ register: UnsafeMutablePointer<Int64>, at index: Word, to value: Word
  ) throws(Trap) {
    let old = Word(bits: register.pointee)
    try requireValues(old, index)
    let container = try heap.unique(old)
    register.pointee = container.bits
    if container.bits != old.bits { try charge(heap.slot(container).pointee.count / 8) }
    if heap.slot(container).pointee.kind == .dictionary {
      guard heap.slot(container).pointee.count < limits.listLength else {
        throw listTooLong(limits.listLength + 1)
      }
      heap.shareIfObject(index)
      try heap.set(index, to: value, in: container)
    } else {
      heap.elements(container)[try position(index, in: container)] = value.bits
    }
  }

  mutating func isMember(_ value: Word, of list: Word) throws(Trap) -> Bool {
    try requireValues(value, list)
    let elements = heap.elements(list)
    try charge(elements.count / 8)
    for element in elements where heap.isEqual(Word(bits: element), value) { return true }
    return false
  }

  // MARK: Order

  /// A key of one element, ready to compare.
  private enum SortKey {
    case immediate(Int64)
    case number(Exact)
    case text([UInt8])
    case absent(isBlank: Bool)

    /// Absences last either way, blanks after what does not apply.
    static func order(_ a: SortKey, _ b: SortKey, isDescending: Bool) -> Int {
      let order: Int
      switch (a, b) {
      case (.absent(let x), .absent(let y)): return x == y ? 0 : x ? 1 : -1
      case (.absent, _): return 1
      case (_, .absent): return -1
      case (.immediate(let x), .immediate(let y)): order = x < y ? -1 : x == y ? 0 : 1
      case (.text(let x), .text(let y)): order = VietnameseText.compareKeys(x, y)
      default:
        let (x, y) = (a.number, b.number)
        order = x < y ? -1 : x == y ? 0 : 1
      }
      return isDescending ? -order : order
    }

    private var number: Exact {
      switch self {
      case .immediate(let micros): Exact(micros: micros)
      case .number(let number): number
      case .text, .absent: .zero
      }
    }
  }

  private func sortKey(_ word: Word) -> SortKey {
    if word.isImmediate { return .immediate(word.immediate) }
    if word.isBlank || word.isNotApplicable { return .absent(isBlank: word.isBlank) }
    if heap.isText(word) { return .text(VietnameseText.collationKey(heap.textBytes(word))) }
    return .number(heap.number(word))
  }

  /// Sorts a list in place, stable, by one list of keys for each key of the order.
  mutating func sort(
    _ list: Word, keys registers: UnsafeMutablePointer<Int64>, order: SortOrder
  ) throws(Trap) {
    let count = heap.slot(list).pointee.count
    guard count > 1 else { return }
    try charge(count * (Int.bitWidth - count.leadingZeroBitCount) / 4)
    var columns: [[SortKey]] = []
    for key in order.keys.indices {
      let words = heap.elements(Word(bits: registers[key]))
      columns.append(words.map { sortKey(Word(bits: $0)) })
    }
    let descending = order.keys.map(\.isDescending)
    let sorted = (0..<count).sorted { a, b in
      for (column, isDescending) in zip(columns, descending) {
        let order = SortKey.order(column[a], column[b], isDescending: isDescending)
        if order != 0 { return order < 0 }
      }
      return a < b
    }
    let elements = heap.elements(list)
    let old = Array(elements)
    for (position, index) in sorted.enumerated() { elements[position] = old[index] }
  }

  /// The middle number, or the mean of the two middle ones.
  mutating func median(_ list: Word) throws(Trap) -> Word {
    let words = heap.elements(list)
    let count = words.count
    guard count > 0 else { return .blank }
    try charge(count * (Int.bitWidth - count.leadingZeroBitCount) / 4)
    let numbers = words.map { heap.number(Word(bits: $0)) }.sorted()
    if count % 2 == 1 { return try keep(numbers[count / 2]) }
    let sum = numbers[count / 2 - 1] + numbers[count / 2]
    return try keep(sum.divided(by: Exact(2)))
  }
}
