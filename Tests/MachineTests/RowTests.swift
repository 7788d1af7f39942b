// Row programs: fusing columns, several cores, results beside the word, errors in row order.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

/// One kind with input columns 0 and 1 and the given computed ones.
private func program(_ columns: [Column]) -> CheckedProgram {
  var checked = CheckedProgram()
  let inputs = [inputColumn("a"), inputColumn("b")]
  checked.subjectKinds = [SubjectKind(name: "tập thể", columns: inputs + columns, key: [0])]
  checked.order = columns.indices.map { .column(ColumnReference(kind: 0, column: 2 + $0)) }
  return checked
}

private func tables(_ count: Int, columns: Int, _ a: (Int) -> Value, _ b: (Int) -> Value)
  -> [ColumnTable]
{
  [
    table(
      count,
      [words((0..<count).map(a)), words((0..<count).map(b))]
        + Array(repeating: nil, count: columns))
  ]
}

@Suite struct RowTests {
  @Test func columnsOfOneKindAreOneProgram() throws {
    let checked = program([
      computedColumn("c", field(0, 0) + field(0, 1)),
      computedColumn("ẩn", isHidden: true, field(0, 2) * num(2)),
      computedColumn("d", field(0, 3) + num(1)),
    ])
    let bench = try Bench(
      checked, tables: tables(3, columns: 3, { .whole($0) }, { .whole($0 * 10) }))
    #expect(bench.program.plan == [.rows(0)])
    #expect(bench.program.rowPrograms[0].outputs.compactMap(\.address?.column) == [2, 4])
    try bench.computeRows()
    #expect(bench.column(0, 3) == nil)
    let d = try #require(bench.column(0, 4))
    #expect((0..<3).map { d.number($0) } == [Exact(1), Exact(23), Exact(45)])
    // A column is read from its register, not loaded again.
    let code = bench.program.codes[bench.program.rowPrograms[0].code]
    #expect(code.instructions.count { $0.op == .loadColumn } == 2)
  }

  @Test func setsBreakTheFusionOnlyWhereNeeded() throws {
    var columns = [
      computedColumn("c", field(0, 0) + num(1)),
      Column(
        name: "cao nhất", kind: .number,
        source: .grouped(GroupAggregate(fold: .maximum, value: 2, filter: nil, group: nil)),
        rule: RuleInformation(span: .none)),
      computedColumn("d", field(0, 3) - field(0, 2)),
      computedColumn("e", field(0, 1) + num(1)),
    ]
    columns.append(
      computedColumn(
        "tổng", locals: 2,
        expr(
          .fold(
            .sum, list: expr(.subjects(0), .list(.subject(0))), slot: 1, filter: nil,
            body: expr(.column(kind: 0, column: 5, of: local(1, .subject(0))))))))
    let bench = try Bench(
      program(columns), tables: tables(2, columns: 5, { .whole($0) }, { .whole($0) }))
    #expect(
      bench.program.plan == [.rows(0), .set(ColumnAddress(kind: 0, column: 3)), .rows(1)])
    #expect(bench.program.rowPrograms[0].outputs.compactMap(\.address?.column) == [2, 5])
    #expect(bench.program.rowPrograms[1].outputs.compactMap(\.address?.column) == [4, 6])
  }

  @Test func anyNumberOfCoresGivesTheSameColumns() throws {
    let count = 20_000
    let checked = program([
      computedColumn("thương", field(0, 0) / field(0, 1)),
      computedColumn(
        "chữ", kind: .text,
        expr(.interpolation([.literal("số "), .value(field(0, 0), decimals: nil)]), .text)),
      computedColumn(
        "mức", kind: .level(0),
        expr(
          .conditional(
            compare(field(0, 0), .less, num(50)), expr(.level(0), .level(0)),
            expr(.level(1), .level(0))), .level(0))),
    ])
    var results: [[Value]] = []
    for workers in [1, 2, 5] {
      var checked = checked
      checked.scales = [Scale(name: "mức", levels: ["thấp", "cao"])]
      var limits = Limits()
      limits.workers = workers
      let bench = try Bench(
        checked, tables: tables(count, columns: 3, { .whole($0 % 97) }, { .whole($0 % 7 + 1) }),
        limits: limits)
      try bench.computeRows()
      let columns = try (2..<5).map { try #require(bench.column(0, $0)) }
      results.append((0..<count * 3).map { cell(columns[$0 % 3], $0 / 3, bench.texts) })
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
    #expect(results[0][3 * 8 + 1] == .text("số 8"))
    // Row 8: 8 / 2 (8 mod 7 + 1); row 9: 9 / 3; row 2: 2 / 3, no word.
    #expect(results[0][3 * 8] == .whole(4))
    #expect(results[0][3 * 2] == .exact(Exact(2).divided(by: Exact(3))))
  }

  @Test func theFirstRowsErrorIsReported() throws {
    let checked = program([computedColumn("thương", field(0, 0) / field(0, 1))])
    for workers in [1, 4] {
      var limits = Limits()
      limits.workers = workers
      let bench = try Bench(
        checked,
        tables: tables(
          20_000, columns: 1, { .whole($0) },
          { $0 == 15_000 || $0 == 7_001 || $0 == 19_999 ? .whole(0) : .whole(2) }),
        limits: limits)
      var failure: RunFailure?
      do throws(RunFailure) { try bench.computeRows() } catch { failure = error }
      let found = try #require(failure)
      #expect(found.row == 7_001)
      #expect(found.column == ColumnAddress(kind: 0, column: 2))
      #expect(
        found.diagnostic.message
          == "chia cho 0 khi tính thương của tập thể \"7001\": \"b\" là 0")
    }
  }

  @Test func stepsAreCountedOverAllWorkers() throws {
    let checked = program([computedColumn("c", field(0, 0) + num(1))])
    for workers in [1, 4] {
      var limits = Limits()
      limits.workers = workers
      limits.steps = 15_000
      let bench = try Bench(
        checked, tables: tables(20_000, columns: 1, { .whole($0) }, { .whole($0) }), limits: limits)
      #expect(throws: RunFailure.self) { try bench.computeRows() }
    }
  }

  @Test func allLayoutsAreRead() throws {
    let scaled = ColumnStorage(.scaled, rowCount: 3, multiplier: 20_000)
    scaled.base.storeBytes(of: Int32(850), toByteOffset: 0, as: Int32.self)
    scaled.base.storeBytes(of: ColumnStorage.scaledBlank, toByteOffset: 4, as: Int32.self)
    scaled.base.storeBytes(of: ColumnStorage.scaledNotApplicable, toByteOffset: 8, as: Int32.self)
    let grouped = ColumnStorage(.grouped, rowCount: 3)
    for (row, group) in [Int32(1), -1, 0].enumerated() {
      grouped.base.storeBytes(of: group, toByteOffset: row * 4, as: Int32.self)
    }
    grouped.groupValues = [Word(immediate: 5_000_000), Word(immediate: 7_000_000)]
    let checked = program([
      computedColumn(
        "c",
        expr(.ifBlank(field(0, 0), num(-1))) + expr(.ifBlank(field(0, 1), num(-2))))
    ])
    let bench = try Bench(checked, tables: [table(3, [scaled, grouped, nil])])
    try bench.computeRows()
    let column = try #require(bench.column(0, 2))
    #expect((0..<3).map { column.number($0) } == [decimal("15.5"), Exact(-3), Exact(5)])
  }

  @Test func listsOfSubjectsAreStored() throws {
    let inverse = Column(
      name: "đông", kind: .list(.subject(0)),
      source: .computed(
        Computation(
          expression: expr(
            .fold(
              .collect, list: expr(.subjects(0), .list(.subject(0))), slot: 1,
              filter: compare(
                expr(.column(kind: 0, column: 0, of: local(1, .subject(0)))), .greater,
                field(0, 0)), body: nil), .list(.subject(0))), localCount: 2)),
      rule: RuleInformation(span: .none))
    let count = computedColumn(
      "số", locals: 2,
      expr(
        .fold(.count, list: field(0, 2, .list(.subject(0))), slot: 1, filter: nil, body: nil)))
    let bench = try Bench(
      program([inverse, count]), tables: tables(4, columns: 2, { .whole($0) }, { .whole($0) }))
    try bench.computeRows()
    let lists = try #require(bench.column(0, 2))
    #expect(lists.listStarts == [0, 3, 5, 6, 6])
    #expect(lists.listRows == [1, 2, 3, 2, 3, 3])
    let counts = try #require(bench.column(0, 3))
    #expect((0..<4).map { counts.number($0) } == [3, 2, 1, 0].map { Exact($0) })
  }

  @Test func otherListsAreComputedWhereTheyAreUsed() throws {
    let scores = computedColumn(
      "các điểm", kind: .list(.number), list([field(0, 0), field(0, 1)]))
    let total = computedColumn(
      "tổng", locals: 2,
      expr(.fold(.sum, list: field(0, 2, .list(.number)), slot: 1, filter: nil, body: nil)))
    let bench = try Bench(
      program([scores, total]),
      tables: tables(2, columns: 2, { .whole($0 + 1) }, { _ in .whole(10) }))
    try bench.computeRows()
    #expect(bench.column(0, 3)?.number(1) == Exact(12))
  }
}
