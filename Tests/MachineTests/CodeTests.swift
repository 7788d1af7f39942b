// What the compiler writes, what the verifier refuses, what the disassembler shows.

import Testing
import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

@Suite struct CodeTests {
  private func opcodes(_ value: Expr, locals: Int = 3) throws -> [Opcode] {
    var checked = CheckedProgram()
    checked.functions = [function(3, locals: locals, giveBack(value))]
    return try Compiler.compile(checked, texts: TextTable()).codes[0].instructions.map(\.op)
  }

  @Test func roundedProductsAreOneInstruction() throws {
    #expect(try opcodes(round(local(0) * local(1), 2)) == [.multiplyRound, .giveBack])
    #expect(try opcodes(round(local(0) / local(1), 2)) == [.divideRound, .giveBack])
    #expect(
      try opcodes(round(local(0) / local(1) * local(2), 2))
        == [.multiplyDivideRound, .extra, .giveBack])
    #expect(
      try opcodes(round(local(0) * num(15) / num(100), 2)) == [.multiplyConstantRound, .giveBack])
    #expect(
      try opcodes(round(local(0) * num("1.07") + num("0.01"), 2))
        == [.multiplyConstant, .addConstant, .round, .giveBack])
    #expect(try opcodes(local(0) * num(20)) == [.multiplyWhole, .giveBack])
  }

  @Test func comparisonsWithConstantsAreOneJump() throws {
    let value = expr(
      .conditional(compare(local(0), .greaterOrEqual, num(90)), num(1), num(2)))
    #expect(
      try opcodes(value)
        == [.jumpLessConstant, .loadConstant, .jump, .loadConstant, .giveBack])
    #expect(
      try opcodes(builtin(.smaller, .number, num(10), local(0))) == [.smallerConstant, .giveBack])
  }

  @Test func foldsMakeNoLists() throws {
    let sum = expr(
      .fold(
        .sum,
        list: expr(
          .fold(
            .collect, list: range(num(1), local(0)), slot: 3,
            filter: compare(local(3), .greater, num(2)), body: nil), .list(.number)),
        slot: 4, filter: nil, body: local(4) * num(2)))
    let found = try opcodes(sum, locals: 5)
    #expect(!found.contains(.newList))
    #expect(!found.contains(.rangeList))
    #expect(found.contains(.rangeNext))
  }

  @Test func theVerifierRefusesWhatTheMachineMustNotSee() throws {
    func problems(_ instructions: [Instruction], registers: Int = 2) -> Int {
      var program = Program()
      program.constants = [.blank]
      program.codes = [
        Code(
          name: "x", parameterCount: 0, registerCount: registers, instructions: instructions)
      ]
      program.functionCount = 1
      return Verifier.problems(of: program).count
    }
    let end = Instruction(.giveBack)
    #expect(problems([end]) == 0)
    #expect(problems([]) == 1)
    #expect(problems([Instruction(.move, a: 2)]) == 2)
    #expect(problems([Instruction(.move, a: 2), end]) == 1)
    #expect(problems([Instruction(.loadConstant, wide: 1), end]) == 1)
    #expect(problems([Instruction(.jump, wide: 1), end]) == 1)
    #expect(problems([Instruction(.jumpIfTrue, c: UInt16(bitPattern: -2)), end]) == 1)
    #expect(problems([Instruction(.multiplyDivide), end]) == 1)
    #expect(
      problems([
        Instruction(.jump, wide: 1), Instruction(.multiplyDivide), Instruction(.extra), end,
      ]) == 1)
    #expect(problems([Instruction(.call, wide: 1), end]) == 1)
    #expect(problems([Instruction(.native, b: 1, c: NativeFunction.power.rawValue), end]) == 1)
    #expect(problems([Instruction(.loadColumn), end]) == 1)
  }

  @Test func theDisassemblerNamesColumns() throws {
    var checked = CheckedProgram()
    checked.subjectKinds = [
      SubjectKind(
        name: "tập thể",
        columns: [
          inputColumn("điểm thưởng"), computedColumn("tổng điểm", field(0, 0) + num("0.5")),
        ])
    ]
    checked.order = [.column(ColumnReference(kind: 0, column: 1))]
    let texts = TextTable()
    let program = try Compiler.compile(checked, texts: texts)
    let text = Disassembler(program, texts: texts).text(of: program.rowPrograms[0].code)
    #expect(
      text == """
        mã 1: cột của tập thể (1 tham số, 4 thanh ghi)
          “tổng điểm”:
          0     loadColumn              r3, r0, “điểm thưởng”
          1     addConstant             r1, r3, 0,5
          2     storeWord               r1, kết quả 0
          3     nextRow                 

        """)
  }
}
