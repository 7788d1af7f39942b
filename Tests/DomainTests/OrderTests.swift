// Orders, groups and inverse lists against brute force.

import Testing
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

@Suite struct OrderTests {
  /// A random column of one of several characters, with the values a brute force compares.
  private func randomColumn(
    _ random: inout Seeded, _ count: Int, _ table: TextTable
  ) -> (values: [Value], key: SortKey) {
    let style = Int.random(in: 0..<6, using: &random)
    let isDescending = Bool.random(using: &random)
    var values: [Value] = []
    for _ in 0..<count {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: values.append(.blank)
      case 1: values.append(.notApplicable)
      default:
        switch style {
        case 0: values.append(.whole(Int.random(in: 0..<3, using: &random)))
        case 1:
          values.append(
            .number(Exact(micros: Int64.random(in: -9_000_000...9_000_000, using: &random))))
        case 2:
          let number = Exact(Int.random(in: -4...4, using: &random))
          values.append(.number(number.divided(by: Exact(Int.random(in: 1...7, using: &random)))))
        case 3:
          let wide = Int64.random(in: -(1 << 61)...(1 << 61), using: &random)
          values.append(.number(Exact(micros: wide)))
        default:
          let syllables = ["hoa", "hoà", "Hòa", "an", "ấn", "Cụm 2", "Cụm 10", "đa", "da", ""]
          let text = (0..<2).map { _ in syllables.randomElement(using: &random)! }
          values.append(.text(text.joined(separator: " ")))
        }
      }
    }
    if style >= 4 {
      let column = texts(values, in: table, shared: style == 4)
      return (values, SortKey(column, isDescending: isDescending, kind: .text))
    }
    return (values, SortKey(numbers(values), isDescending: isDescending))
  }

  private func compare(_ a: Value, _ b: Value, isDescending: Bool) -> Int {
    func absence(_ value: Value) -> Int {
      value == .blank ? 2 : value == .notApplicable ? 1 : 0
    }
    if absence(a) != absence(b) { return absence(a) < absence(b) ? -1 : 1 }
    var result = 0
    switch (a, b) {
    case (.number(let x), .number(let y)): result = x < y ? -1 : y < x ? 1 : 0
    case (.text(let x), .text(let y)):
      result = VietnameseText.compareKeys(
        VietnameseText.collationKey(x), VietnameseText.collationKey(y))
    default: break
    }
    return isDescending ? -result : result
  }

  @Test(arguments: 0..<60) func sortsAsBruteForce(seed: UInt64) {
    var random = Seeded(seed)
    let table = TextTable()
    let count = seed < 50 ? Int.random(in: 0..<200, using: &random) : 5000
    let columns = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      randomColumn(&random, count, table)
    }
    var groups = [Int](repeating: 0, count: count)
    var grouping: Grouping?
    if Bool.random(using: &random) {
      groups = groups.map { _ in Int.random(in: 0..<5, using: &random) }
      grouping = Grouping(column: numbers(groups), texts: table)
    }
    let rows = (0..<Int32(count)).filter { _ in Int.random(in: 0..<10, using: &random) > 0 }
    func order(_ a: Int32, _ b: Int32) -> Int {
      if let grouping {
        let (x, y) = (grouping.groupOf[Int(a)], grouping.groupOf[Int(b)])
        if x != y { return x < y ? -1 : 1 }
      }
      for (values, key) in columns {
        let result = compare(values[Int(a)], values[Int(b)], isDescending: key.isDescending)
        if result != 0 { return result }
      }
      return 0
    }
    let expected = rows.sorted { a, b in
      let result = order(a, b)
      return result == 0 ? a < b : result < 0
    }
    let one = RowOrder(
      rows: rows, keys: columns.map(\.key), grouping: grouping, texts: table, workers: 1)
    let two = RowOrder(
      rows: rows, keys: columns.map(\.key), grouping: grouping, texts: table, workers: 2)
    #expect(one.rows == expected)
    #expect(two.rows == one.rows)
    #expect(two.startsClass == one.startsClass)
    for index in rows.indices {
      let isNew = index == 0 || order(expected[index - 1], expected[index]) != 0
      #expect(one.startsClass[index] == isNew)
    }
  }

  /// Enough rows for several shares of every step, and ties longer than a share's end.
  @Test func manyRowsStandTheSameWithAnyWorkers() {
    var random = Seeded(11)
    let table = TextTable()
    let count = 200_000
    let points = (0..<count).map { _ in Int.random(in: 0..<9, using: &random) }
    let codes = (0..<count).map { _ in Int.random(in: 0..<90_000, using: &random) }
    let keys = [
      SortKey(numbers(points), isDescending: true),
      SortKey(texts(codes.map { .text("CB\($0)") }, in: table), kind: .text),
    ]
    let grouping = Grouping(column: numbers(points.map { $0 % 2 }), texts: table)
    func order(_ workers: Int) -> RowOrder {
      RowOrder(
        rowCount: count, keys: keys, grouping: grouping, texts: table, workers: workers)
    }
    let one = order(1)
    for index in 1..<count {
      let (a, b) = (Int(one.rows[index - 1]), Int(one.rows[index]))
      let isEqual = points[a] == points[b] && codes[a] == codes[b]
      if one.startsClass[index] == isEqual || (isEqual && a > b) {
        Issue.record("rows \(a) and \(b)")
        break
      }
    }
    for workers in [2, 3, 7] {
      let many = order(workers)
      #expect(many.rows == one.rows)
      #expect(many.startsClass == one.startsClass)
    }
  }

  @Test func sortsManyDifferentTexts() {
    var random = Seeded(7)
    let table = TextTable()
    let letters = ["a", "ă", "â", "b", "đ", "é", "ở", " ", "1", "20"]
    let values = (0..<9000).map { _ in
      Value.text(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          letters.randomElement(using: &random)!
        }.joined())
    }
    let order = RowOrder(
      rowCount: values.count,
      keys: [SortKey(texts(values, in: table, shared: false), kind: .text)], texts: table,
      workers: 2)
    let keys = values.map { value -> [UInt8] in
      if case .text(let text) = value { return VietnameseText.collationKey(text) }
      return []
    }
    let expected = values.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    #expect(order.rows.map(Int.init) == expected)
  }

  @Test func groupsByContentWhateverTheLayout() {
    let table = TextTable()
    let values: [Value] = [.text("A"), .text("B"), .blank, .text("A"), .notApplicable, .text("B")]
    for shared in [true, false] {
      let grouping = Grouping(column: texts(values, in: table, shared: shared), texts: table)
      #expect((0..<6).map { grouping.groupOf[$0] } == [0, 1, -1, 0, -2, 1])
      #expect(grouping.groupCount == 2)
      #expect(grouping.firstRows == [0, 1])
      let (starts, rows) = grouping.members()
      #expect(starts == [0, 2, 4])
      #expect(rows == [0, 3, 1, 5])
    }
    let third = Exact(1).divided(by: Exact(3))
    let fractions = Grouping(
      column: numbers([.number(third), .whole(2), .number(third), .whole(2)]), texts: table)
    #expect((0..<4).map { fractions.groupOf[$0] } == [0, 1, 0, 1])
    let levels = Grouping(column: codes([3, 0, 3]), texts: table)
    #expect((0..<3).map { levels.groupOf[$0] } == [0, 1, 0])
  }

  @Test func listsWhoRefersHere() {
    let references = ColumnStorage(.word, rowCount: 5)
    for (row, target) in [2, 0, 2, nil, 0].enumerated() {
      references.store(target.map { Word(immediate: Int64($0)) } ?? .blank, at: row)
    }
    let lists = InverseLists.make(of: references, targetCount: 4)
    #expect(lists.listStarts == [0, 2, 2, 4, 4])
    #expect(lists.listRows == [1, 4, 0, 2])
  }
}
