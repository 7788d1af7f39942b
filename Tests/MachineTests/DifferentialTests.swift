// The machine against the reference evaluator on generated programs: the same value or the same error, called
// as a function, and as a column over all rows.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

private struct World {
  var checked = CheckedProgram()
  let texts = TextTable()
  /// Kind 0, then kind 1, by column and row.
  var cells: [[[ReferenceValue]]] = [[], []]
  var tables: [ColumnTable] = []
  static let rowCount = 6

  init(seed: UInt64) {
    var random = Random(seed: seed &* 77 &+ 5)
    let rows = 0..<Self.rowCount
    let numbers: [ReferenceValue] = [
      .number(decimal("8.5")), .number(Exact(1).divided(by: Exact(3))), .number(Exact(0)),
      .number(decimal("-2.25")), .blank, .notApplicable, .number(Exact(100)),
      .number(Exact(4_611_686_018_428)), .number(decimal("0.000001")),
    ]
    func pick(_ from: [ReferenceValue], _ random: inout Random) -> [ReferenceValue] {
      rows.map { _ in from.randomElement(using: &random)! }
    }
    let first = pick(numbers, &random)
    let second = rows.map { ReferenceValue.number(Exact($0 + 1)) }
    let ratio = pick([.number(decimal("0.85")), .number(decimal("1")), .notApplicable], &random)
    let names = pick(
      [.text("Nguyễn Văn An"), .text("Cụm 2"), .text("Cụm 10"), .text("đ"), .blank], &random)
    let dates = pick([.code(20454), .code(20500), .code(20700)], &random)
    let truths = pick([.code(0), .code(1)], &random)
    let levels = pick([.code(0), .code(1), .code(2), .blank], &random)
    let owners = pick([.code(0), .code(1)], &random)
    cells[0] = [first, second, ratio, names, dates, truths, levels, owners]
    cells[1] = [
      [.number(decimal("10")), .number(decimal("20.5"))],
      (0..<2).map { owner in
        .list(rows.filter { owners[$0] == .code(owner) }.map { .code($0) })
      },
    ]
    let kinds = RandomTrees.mainKinds
    var main = SubjectKind(
      name: "tập thể",
      columns: kinds.enumerated().map { inputColumn("cột \($0.offset)", $0.element) })
    main.key = [1]
    let owner = SubjectKind(
      name: "cụm",
      columns: [
        inputColumn("điểm chung"),
        Column(
          name: "thành viên", kind: .list(.subject(0)), source: .inverse(kind: 0, column: 7),
          rule: RuleInformation(span: .none)),
      ])
    checked.subjectKinds = [main, owner]
    checked.scales = [Scale(name: "mức", levels: RandomTrees.levels)]
    checked.holidays = [20455, 20489, 20490]
    tables = [
      table(Self.rowCount, zip(cells[0], kinds).map { storage($0, $1, texts) }),
      table(2, [storage(cells[1][0], .number, texts), lists(cells[1][1])]),
    ]
    // Two functions that the expressions call: a loop with variables, and a recursion.
    checked.functions = [
      function(
        2, locals: 5, set(2, num(0)),
        statement(
          .forEach(
            slot: 3, range(num(1), num(4)),
            [
              statement(
                .branch(
                  compare(local(3), .equal, num(3)), then: [statement(.nextRound)], otherwise: [])
              ),
              set(2, local(2) + local(0) * local(3)),
              statement(
                .branch(
                  compare(local(2), .greater, local(1)), then: [statement(.leaveLoop)],
                  otherwise: [])),
            ])),
        giveBack(local(2))),
      function(
        2, locals: 2,
        giveBack(
          expr(
            .conditional(
              compare(local(0), .less, num(1)), local(1),
              call(
                1, .number, builtin(.smaller, .number, local(0), num(3)) - num(1),
                local(1) + num(1)))))),
    ]
  }

  func reference() -> Reference {
    let cells = cells
    return Reference(checked, rowCounts: [Self.rowCount, 2]) { kind, column, row in
      cells[kind][column][row]
    }
  }
}

private func storage(_ cells: [ReferenceValue], _ kind: Kind, _ table: TextTable) -> ColumnStorage {
  switch kind {
  case .text:
    return texts(cells.map { if case .text(let text) = $0 { text } else { nil } }, in: table)
  case .truth, .level:
    return codes(cells.map { if case .code(let code) = $0 { UInt8(code) } else { nil } })
  default:
    return words(cells.map(\.machineValue))
  }
}

private func lists(_ cells: [ReferenceValue]) -> ColumnStorage {
  let column = ColumnStorage(.lists, rowCount: cells.count)
  column.listStarts = [0]
  for cell in cells {
    if case .list(let rows) = cell {
      for case .code(let row) in rows { column.listRows.append(Int32(row)) }
    }
    column.listStarts.append(Int32(column.listRows.count))
  }
  return column
}

extension ReferenceValue {
  var machineValue: Value {
    switch self {
    case .blank: .blank
    case .notApplicable: .notApplicable
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .code(let code): .immediate(Int64(code))
    case .list(let elements): .list(elements.map(\.machineValue))
    case .dictionary(let entries):
      .dictionary(
        entries.map { Value.Entry(key: $0.key.machineValue, value: $0.value.machineValue) })
    }
  }
}

private func expected(
  _ reference: inout Reference, _ value: Expr, _ locals: Int, row: Int
) -> Outcome {
  do {
    let result = try reference.value(value, localCount: locals, arguments: [.code(row)])
    return .value(result.machineValue)
  } catch {
    return .trap(error.code)
  }
}

@Suite struct DifferentialTests {
  private static let kinds: [Kind] = [.number, .truth, .text, .date, .list(.number)]

  @Test(arguments: 0..<40) func functionsAgree(seed: Int) throws {
    var world = World(seed: UInt64(seed))
    var trees = RandomTrees(seed: UInt64(seed) &* 1_000_003)
    var values: [(value: Expr, locals: Int)] = []
    for number in 0..<50 {
      trees.slots = [.subject(0)]
      let kind = Self.kinds[number % Self.kinds.count]
      let value = trees.value(kind, depth: 4)
      values.append((value, trees.slots.count))
      world.checked.functions.append(
        function(1, locals: trees.slots.count, giveBack(value)))
    }
    let bench = try Bench(world.checked, texts: world.texts, tables: world.tables)
    var reference = world.reference()
    for (number, (value, locals)) in values.enumerated() {
      for row in 0..<World.rowCount {
        let wanted = expected(&reference, value, locals, row: row)
        let found = bench.call(2 + number, [.immediate(Int64(row))])
        #expect(found == wanted, "seed \(seed), function \(number), row \(row)")
      }
    }
  }

  @Test(arguments: 0..<30) func columnsAgree(seed: Int) throws {
    var world = World(seed: UInt64(seed) &+ 500)
    var trees = RandomTrees(seed: UInt64(seed) &* 999_983 &+ 17)
    var values: [(value: Expr, locals: Int, column: Int)] = []
    let kinds: [Kind] = [.number, .truth, .text, .date]
    for number in 0..<12 {
      trees.slots = [.subject(0)]
      let kind = kinds[number % kinds.count]
      let value = trees.value(kind, depth: 4)
      let column = world.checked.subjectKinds[0].columns.count
      values.append((value, trees.slots.count, column))
      world.checked.subjectKinds[0].columns.append(
        computedColumn("k\(number)", kind: kind, locals: trees.slots.count, value))
      // Later columns may use this one from its register.
      world.checked.order.append(.column(ColumnReference(kind: 0, column: column)))
    }
    world.tables[0].columns += Array(repeating: nil, count: values.count)
    let bench = try Bench(world.checked, texts: world.texts, tables: world.tables)
    var reference = world.reference()
    // Rows first, then columns: the first trap in this order is the one reported.
    var firstTrap: TrapCode?
    var rows: [[Outcome]] = []
    for row in 0..<World.rowCount where firstTrap == nil {
      rows.append([])
      for (value, locals, _) in values where firstTrap == nil {
        let outcome = expected(&reference, value, locals, row: row)
        if case .trap(let code) = outcome { firstTrap = code }
        rows[row].append(outcome)
      }
    }
    var failure: RunFailure?
    do throws(RunFailure) { try bench.computeRows() } catch { failure = error }
    #expect(failure?.code == firstTrap, "seed \(seed)")
    guard failure == nil, firstTrap == nil else { return }
    for (place, value) in values.enumerated() {
      let storage = try #require(bench.column(0, value.column))
      for row in 0..<World.rowCount {
        #expect(
          Outcome.value(cell(storage, row, bench.texts)) == rows[row][place],
          "seed \(seed), column \(place), row \(row)")
      }
    }
  }
}

/// A stored cell as a value.
func cell(_ storage: ColumnStorage, _ row: Int, _ texts: TextTable) -> Value {
  let word = storage.word(row)
  if word.isText { return .text(texts.string(word.index)) }
  if word.isBlank { return .blank }
  if word.isNotApplicable { return .notApplicable }
  if word.isException { return .exact(storage.exceptions[word.index]) }
  return .immediate(word.immediate)
}
