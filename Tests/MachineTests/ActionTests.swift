// The main procedure: printing, tables, variables, examples, parameters, and what the host is told.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

private final class Recorder: MachineHost {
  var lines: [String] = []
  var outputs: [(index: Int, rows: [Int32], captures: [Value], file: String?)] = []
  var refusal: Diagnostic?

  func print(_ line: String) throws(HostFailure) {
    if let refusal { throw HostFailure(refusal) }
    lines.append(line)
  }

  func output(
    _ index: Int, rows: [Int32], captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure) {
    outputs.append((index, rows, captures, file))
  }

  func answer(
    _ index: Int, value: Value, captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure) {
    lines.append("câu hỏi \(index)")
  }
}

private func subjects() -> CheckedProgram {
  var checked = CheckedProgram()
  checked.subjectKinds = [
    SubjectKind(
      name: "tập thể",
      columns: [inputColumn("mã", .text), inputColumn("tên", .text), inputColumn("điểm")],
      key: [0], nameColumn: 1)
  ]
  return checked
}

private func subjectTables(_ table: TextTable) -> [ColumnTable] {
  [
    MachineTests.table(
      3,
      [
        texts(["TT01", "TT02", "TT03"], in: table), texts(["Hoà Bình", "An", "An"], in: table),
        numbers(["8.5", nil, "7"]),
      ])
  ]
}

@Suite struct ActionTests {
  @Test func printsByKind() throws {
    var checked = subjects()
    checked.scales = [Scale(name: "mức", levels: ["Khá", "Tốt"])]
    checked.main = Body(statements: [
      statement(.print([num("97.25"), expr(.number(decimal("0.85")), .ratio), text("xong")])),
      statement(.print([expr(.date(20489), .date), truth(true), expr(.level(1), .level(0))])),
      statement(.print([num(1) / num(3), expr(.award(.awaitingCouncil), .award)])),
      statement(.print([list([num(1), num("2.5")]), blank, expr(.notApplicable, .number)])),
      statement(.print([expr(.find(kind: 0, key: text("tt01")), .subject(0))])),
    ])
    let host = Recorder()
    let table = TextTable()
    let bench = try Bench(checked, texts: table, tables: subjectTables(table), host: host)
    try bench.runtime.runMain()
    #expect(
      host.lines == [
        "97,25 85% xong", "05/02/2026 có Tốt", "0,333333… chờ hội đồng",
        "1; 2,5 trống không áp dụng", "Hoà Bình",
      ])
  }

  @Test func subjectsAreFoundByKeyAndUniqueName() throws {
    var checked = subjects()
    checked.functions = [
      function(
        1, locals: 1,
        giveBack(
          expr(
            .column(
              kind: 0, column: 2, of: expr(.find(kind: 0, key: local(0, .text)), .subject(0))))))
    ]
    let table = TextTable()
    let bench = try Bench(checked, texts: table, tables: subjectTables(table))
    #expect(bench.call(0, [.text("tt03")]) == .value(.whole(7)))
    #expect(bench.call(0, [.text("hòa  bình")]) == .value(.decimal("8.5")))
    #expect(bench.call(0, [.text("An")]) == .trap(.ambiguousSubject))
    #expect(bench.call(0, [.text("TT9")]) == .trap(.unknownSubject))
  }

  @Test func tablesGetRowsAndCaptures() throws {
    var checked = subjects()
    let row = local(0, .subject(0))
    let points = expr(.column(kind: 0, column: 2, of: row))
    checked.outputs = [
      Output(
        list: expr(
          .fold(
            .collect, list: expr(.subjects(0), .list(.subject(0))), slot: 1,
            filter: expr(
              .not(
                expr(.isBlank(expr(.column(kind: 0, column: 2, of: local(1, .subject(0))))), .truth)
              ),
              .truth), body: nil), .list(.subject(0))),
        kind: 0, captures: [0], sort: [.init(value: points, isDescending: true)],
        columns: [
          OutputField(
            title: "tên", value: expr(.column(kind: 0, column: 1, of: row), .text), decimals: nil),
          OutputField(title: "điểm mới", value: points * local(1), decimals: 2),
        ], localCount: 2, file: text("kq.csv"), style: .vietnamese, span: .none)
    ]
    checked.main = Body(
      statements: [set(0, num(2)), statement(.output(0))], localCount: 2)
    let host = Recorder()
    let table = TextTable()
    let bench = try Bench(checked, texts: table, tables: subjectTables(table), host: host)
    try bench.runtime.runMain()
    let output = try #require(host.outputs.first)
    #expect(output.rows == [0, 2])
    #expect(output.captures == [.whole(2)])
    #expect(output.file == "kq.csv")
    let description = bench.program.outputs[0]
    guard case .stored(let address) = description.sort[0].column.source,
      case .computed(let place) = description.columns[1].source
    else {
      Issue.record("sources")
      return
    }
    #expect(address == ColumnAddress(kind: 0, column: 2))
    let columns = try bench.runtime.columns(
      ofOutput: 0, rows: output.rows, captures: output.captures, globals: [])
    #expect((0..<2).map { columns[place].number($0) } == [Exact(17), Exact(14)])
  }

  @Test func parametersComeInTheOrderOfTheirNeed() throws {
    var checked = CheckedProgram()
    checked.globals = [
      Global(
        name: "b", kind: .number, parameter: expr(.global(1)) * num(2), span: .none),
      Global(name: "a", kind: .number, parameter: num(21), span: .none),
      Global(name: "biến", kind: .number, parameter: nil, span: .none),
    ]
    checked.main = Body(statements: [
      statement(.setGlobal(2, expr(.global(0)) + num(1)))
    ])
    let bench = try Bench(checked)
    try bench.runtime.setParameters()
    #expect(bench.runtime.globals == [.whole(42), .whole(21), .blank])
    try bench.runtime.runMain()
    #expect(bench.runtime.globals[2] == .whole(43))
  }

  @Test func aHostsRefusalEndsTheRun() throws {
    var checked = CheckedProgram()
    checked.main = Body(statements: [statement(.print([text("a")]))])
    let host = Recorder()
    host.refusal = Diagnostic(code: "XX001", message: "đĩa đầy")
    let bench = try Bench(checked, host: host)
    var failure: RunFailure?
    do throws(RunFailure) { try bench.runtime.runMain() } catch { failure = error }
    #expect(failure?.code == .hostFailed)
    #expect(failure?.diagnostic.message == "đĩa đầy")
  }

  @Test func examplesGiveOneTruthALine() throws {
    var checked = subjects()
    checked.examples = [
      Example(
        title: "một", data: [], order: [],
        body: [
          .set(0, num(3)), .expect(compare(local(0), .equal, num(3)), text: "x = 3", span: .none),
          .expect(compare(local(0), .less, num(2)), text: "x < 2", span: .none),
        ], localCount: 1, span: .none)
    ]
    let table = TextTable()
    let bench = try Bench(checked, texts: table, tables: subjectTables(table))
    let example = bench.program.examples[0]
    #expect(example.expectations.map(\.text) == ["x = 3", "x < 2"])
    guard case .value(.list(let results)) = bench.call(example.code) else {
      Issue.record("no results")
      return
    }
    #expect(results.first == .truth(true))
    #expect(results.contains(.truth(false)))
  }
}
