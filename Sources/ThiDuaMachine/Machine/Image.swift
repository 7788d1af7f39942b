// A program as it lies in memory to be run: all code in one block, constants, and views of the columns.
//
// `bind` makes views of the columns that exist and replaces each `loadColumn` by the instruction for the
// layout found; it may be repeated after further columns are computed, never while a machine runs rows.
// Machines on several threads share one image.

import ThiDuaNumber

/// A column as the dispatch loop reads it.
struct ColumnView {
  var base: UnsafeRawPointer
  var rowCount: Int
  var multiplier: Int64
  /// Words of the groups; only for the grouped layout.
  var groups: UnsafeMutablePointer<Int64>?
}

/// Where a code starts and how many registers its frame has.
struct CodeEntry {
  var start: UnsafeMutablePointer<Instruction>
  var registerCount: Int
}

final class Image: @unchecked Sendable {
  let program: Program
  let texts: TextTable
  let codes: UnsafeMutablePointer<CodeEntry>
  let constants: UnsafeMutablePointer<Int64>
  let views: UnsafeMutablePointer<ColumnView>
  /// Executed when the outermost code gives back.
  let halt: UnsafeMutablePointer<Instruction>
  private(set) var tables: [ColumnTable]
  /// Whether `findIfAny` may find nobody; set before a machine runs.
  var mayLackSubjects = false
  private let instructions: UnsafeMutablePointer<Instruction>
  private let instructionCount: Int

  init(program: Program, texts: TextTable, tables: [ColumnTable]) {
    self.program = program
    self.texts = texts
    self.tables = tables
    instructionCount = program.codes.reduce(0) { $0 + $1.instructions.count }
    instructions = .allocate(capacity: max(1, instructionCount))
    codes = .allocate(capacity: max(1, program.codes.count))
    var next = instructions
    for (index, code) in program.codes.enumerated() {
      (codes + index).initialize(
        to: CodeEntry(start: next, registerCount: code.registerCount))
      for instruction in code.instructions {
        next.initialize(to: instruction)
        next += 1
      }
    }
    constants = .allocate(capacity: max(1, program.constants.count))
    for (index, word) in program.constants.enumerated() {
      (constants + index).initialize(to: word.bits)
    }
    views = .allocate(capacity: max(1, program.inputs.count))
    let none = UnsafeRawPointer(instructions)
    for index in program.inputs.indices {
      (views + index).initialize(
        to: ColumnView(base: none, rowCount: 0, multiplier: 0, groups: nil))
    }
    halt = .allocate(capacity: 1)
    halt.initialize(to: Instruction(.halt))
    bind()
  }

  deinit {
    for index in program.inputs.indices { views[index].groups?.deallocate() }
    views.deallocate()
    constants.deallocate()
    codes.deallocate()
    instructions.deallocate()
    halt.deallocate()
  }

  /// The stored column behind an input, nil before it is computed.
  func storage(_ input: Int) -> ColumnStorage? { column(program.inputs[input]) }

  func column(_ address: ColumnAddress) -> ColumnStorage? {
    tables[address.kind].columns[address.column]
  }

  /// Puts the rows and columns of other data behind the program.
  func replaceTables(_ tables: [ColumnTable]) {
    self.tables = tables
    bind()
  }

  /// Takes the columns as they are now.
  func bind() {
    for index in program.inputs.indices {
      views[index].groups?.deallocate()
      views[index].groups = nil
      views[index].rowCount = 0
      guard let storage = storage(index) else { continue }
      views[index].base = UnsafeRawPointer(storage.base)
      views[index].rowCount = storage.rowCount
      views[index].multiplier = storage.multiplier
      if storage.layout == .grouped {
        let groups = UnsafeMutablePointer<Int64>.allocate(
          capacity: max(1, storage.groupValues.count))
        for (group, word) in storage.groupValues.enumerated() {
          (groups + group).initialize(to: word.bits)
        }
        views[index].groups = groups
      }
    }
    for (index, code) in program.codes.enumerated() {
      let start = codes[index].start
      for (pc, instruction) in code.instructions.enumerated()
      where instruction.op == .loadColumn {
        start[pc].op = loader(Int(instruction.c))
      }
    }
  }

  private func loader(_ input: Int) -> Opcode {
    guard let storage = storage(input) else { return .loadColumn }
    return switch storage.layout {
    case .word: .loadWord
    case .scaled: .loadScaled
    case .text: .loadText
    case .code: .loadCode
    case .grouped: .loadGroup
    case .lists: .loadList
    }
  }

  /// The code an instruction belongs to and its place in it.
  func place(of pc: UnsafePointer<Instruction>) -> (code: Int, pc: Int)? {
    let offset = pc - UnsafePointer(instructions)
    guard offset >= 0, offset < instructionCount else { return nil }
    var (low, high) = (0, program.codes.count)
    while low < high {
      let middle = (low + high) / 2
      if UnsafePointer(codes[middle].start) <= pc { low = middle + 1 } else { high = middle }
    }
    let code = low - 1
    return (code, pc - UnsafePointer(codes[code].start))
  }
}
