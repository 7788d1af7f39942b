// One piece of code and what ties its instructions to the script: made by the compiler, checked by the
// verifier, executed by the machine. Nothing in it changes afterwards.

import ThiDuaText

/// A column of a subject kind, by the checker's numbers.
public struct ColumnAddress: Hashable, Sendable {
  public var kind: Int
  public var column: Int
  public init(kind: Int, column: Int) {
    self.kind = kind
    self.column = column
  }
}

/// The expression an instruction works for: what an error points at.
public struct Site: Sendable {
  /// An operand as the script writes it; `column` when it is a field, so that its cell can be shown.
  public struct Operand: Sendable {
    public var span: Span
    public var column: ColumnAddress?
    /// The field is that of the row a row program is at.
    public var isOfRow: Bool
    public init(span: Span, column: ColumnAddress? = nil, isOfRow: Bool = false) {
      self.span = span
      self.column = column
      self.isOfRow = isOfRow
    }
  }
  public var span: Span
  public var operands: [Operand]
  public init(span: Span, operands: [Operand] = []) {
    self.span = span
    self.operands = operands
  }
}

/// Instructions of a function, a row program or a procedure, over one frame of registers.
public struct Code: Sendable {
  /// From instruction `start` on, up to the next mark.
  public struct Mark<Meaning: Sendable>: Sendable {
    public var start: Int
    public var meaning: Meaning
    public init(start: Int, meaning: Meaning) {
      self.start = start
      self.meaning = meaning
    }
  }

  public var name: String
  /// Arguments arrive in R[0] ..< R[parameterCount].
  public var parameterCount: Int
  public var registerCount: Int
  public var instructions: [Instruction]
  /// Index in `sites`, ascending by start.
  public var lines: [Mark<Int>]
  public var sites: [Site]
  /// In a row program: the column that is being computed.
  public var sections: [Mark<ColumnAddress>]

  public init(
    name: String, parameterCount: Int, registerCount: Int, instructions: [Instruction],
    lines: [Mark<Int>] = [], sites: [Site] = [], sections: [Mark<ColumnAddress>] = []
  ) {
    self.name = name
    self.parameterCount = parameterCount
    self.registerCount = registerCount
    self.instructions = instructions
    self.lines = lines
    self.sites = sites
    self.sections = sections
  }

  /// The site of an instruction.
  public func site(at pc: Int) -> Site? {
    Self.last(lines, pc).map { sites[$0] }
  }

  /// The column computed at an instruction of a row program.
  public func section(at pc: Int) -> ColumnAddress? { Self.last(sections, pc) }

  private static func last<Meaning>(_ marks: [Mark<Meaning>], _ pc: Int) -> Meaning? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].start <= pc { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : marks[low - 1].meaning
  }
}
