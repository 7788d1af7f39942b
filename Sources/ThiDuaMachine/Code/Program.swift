// A compiled script: all code with the tables its operands index, and the plan of its columns.
// Made by the compiler; self-contained, so that the machine needs neither tree nor checker.

import ThiDuaNumber
import ThiDuaText

/// What a value is, where the machine must know: printing, sorting, storing.
public indirect enum ValueKind: Hashable, Sendable {
  case number
  /// Prints as a percentage.
  case ratio
  case text
  case date
  case truth
  /// Index in `Program.scales`.
  case level(Int)
  case award
  /// Index in `Program.subjectKinds`.
  case subject(Int)
  case list(ValueKind)
  case dictionary(ValueKind, ValueKind)
  /// No value, or one whose kind nothing asks for.
  case nothing
}

/// What the machine knows of a kind of subject.
public struct SubjectDescription: Sendable {
  public var name: String
  public var columnNames: [String]
  public var columnKinds: [ValueKind]
  public var key: [Int]
  public var nameColumn: Int?
  /// Further columns a subject may be called by.
  public var aliasColumns: [Int]
  public init(
    name: String, columnNames: [String], columnKinds: [ValueKind], key: [Int],
    nameColumn: Int?, aliasColumns: [Int]
  ) {
    self.name = name
    self.columnNames = columnNames
    self.columnKinds = columnKinds
    self.key = key
    self.nameColumn = nameColumn
    self.aliasColumns = aliasColumns
  }
}

/// How a list is sorted by lists of keys, the first key deciding first.
public struct SortOrder: Sendable {
  public struct Key: Sendable {
    public var kind: ValueKind
    public var isDescending: Bool
    public init(kind: ValueKind, isDescending: Bool) {
      self.kind = kind
      self.isDescending = isDescending
    }
  }
  public var keys: [Key]
  public init(keys: [Key]) { self.keys = keys }
}

/// Why a rule gives no value.
public struct FailureNote: Sendable {
  public enum Reason: Sendable {
    case noTierHolds
    case twoTiersHold(Span)
    case exceptionsConflict(Span)
    case aboveMaximum
    case belowZero
  }
  public var reason: Reason
  /// As the script calls the rule.
  public var rule: String
  public var kind: ValueKind
  public init(reason: Reason, rule: String, kind: ValueKind) {
    self.reason = reason
    self.rule = rule
    self.kind = kind
  }
}

/// Columns of one subject kind computed together, row by row.
public struct RowProgram: Sendable {
  public var kind: Int
  /// Index in `Program.codes`; R[0] is the row, captured values follow.
  public var code: Int
  /// What its outputs are and where they belong; an output's address is nil for a printed column.
  public var outputs: [RowOutput]
  /// Number of captured values in R[1]…
  public var captureCount: Int
  /// All columns it computes, also those it stores nowhere.
  public var columns: [Int]
  public init(
    kind: Int, code: Int, outputs: [RowOutput], captureCount: Int = 0, columns: [Int] = []
  ) {
    self.kind = kind
    self.code = code
    self.outputs = outputs
    self.captureCount = captureCount
    self.columns = columns
  }
}

public struct RowOutput: Sendable {
  public var address: ColumnAddress?
  public var kind: ValueKind
  public init(address: ColumnAddress?, kind: ValueKind) {
    self.address = address
    self.kind = kind
  }
}

/// One step of the plan.
public enum PlannedStep: Hashable, Sendable {
  /// Index in `Program.rowPrograms`.
  case rows(Int)
  /// A column that the domain computes as a whole: a rank, an award, a group's value.
  case set(ColumnAddress)
  /// Index in the script's requirements; all it needs is computed.
  case requirement(Int)
}

/// A column of a printed table or an exported file.
public struct OutputColumn: Sendable {
  public enum Source: Sendable {
    /// As stored.
    case stored(ColumnAddress)
    /// Output of the table's row program.
    case computed(Int)
  }
  public var title: String
  public var source: Source
  public var kind: ValueKind
  public var decimals: Int?
  /// The expression as written.
  public var span: Span
  public init(
    title: String, source: Source, kind: ValueKind, decimals: Int?, span: Span
  ) {
    self.title = title
    self.source = source
    self.kind = kind
    self.decimals = decimals
    self.span = span
  }
}

/// A printed table or an exported file.
public struct OutputProgram: Sendable {
  public var kind: Int
  public var sort: [(column: OutputColumn, isDescending: Bool)]
  public var columns: [OutputColumn]
  /// Index in `Program.rowPrograms`; nil when everything is stored.
  public var rowProgram: Int?
  public var captureCount: Int
  public var hasFile: Bool
  public var style: NumberStyle
  public var span: Span
  public init(
    kind: Int, sort: [(column: OutputColumn, isDescending: Bool)], columns: [OutputColumn],
    rowProgram: Int?, captureCount: Int, hasFile: Bool, style: NumberStyle, span: Span
  ) {
    self.kind = kind
    self.sort = sort
    self.columns = columns
    self.rowProgram = rowProgram
    self.captureCount = captureCount
    self.hasFile = hasFile
    self.style = style
    self.span = span
  }
}

/// A question that the host answers: `vì sao …`.
public struct QuestionProgram: Sendable {
  public var captureCount: Int
  public var hasFile: Bool
  public init(captureCount: Int, hasFile: Bool) {
    self.captureCount = captureCount
    self.hasFile = hasFile
  }
}

/// An `ví dụ`: its own plan, then one code a line, all over the registers of one frame.
public struct ExampleProgram: Sendable {
  /// A side of a comparison, shown when it does not hold.
  public struct Side: Sendable {
    /// The side as written.
    public var span: Span
    public var kind: ValueKind
    public init(span: Span, kind: ValueKind) {
      self.span = span
      self.kind = kind
    }
  }
  public struct Expectation: Sendable {
    public var text: String
    public var span: Span
    /// Values that follow the expectation's truth in the list.
    public var sides: [Side]
    public init(text: String, span: Span, sides: [Side]) {
      self.text = text
      self.span = span
      self.sides = sides
    }
  }
  public var title: String
  public var plan: [PlannedStep]
  /// Index in `Program.codes`: gives a list with one truth an expectation, and the values of its sides.
  public var code: Int
  public var expectations: [Expectation]
  public var span: Span
  public init(
    title: String, plan: [PlannedStep], code: Int, expectations: [Expectation], span: Span
  ) {
    self.title = title
    self.plan = plan
    self.code = code
    self.expectations = expectations
    self.span = span
  }
}

/// A value known now, or the code (without parameters) that gives it once the data is there.
public enum Deferred: Sendable {
  case constant(Value)
  /// Index in `Program.codes`.
  case code(Int)
}

public struct Program: Sendable {
  /// Functions first: function n of the checked program is `codes[n]`.
  public var codes: [Code] = []
  public var functionCount = 0
  /// Words of constants; a number no immediate holds stands as object n: `permanentNumbers[n]`.
  public var constants: [Word] = []
  public var permanentNumbers: [Exact] = []
  /// Columns that code reads, by the operand of `load…`.
  public var inputs: [ColumnAddress] = []
  public var valueKinds: [ValueKind] = []
  public var sortOrders: [SortOrder] = []
  public var failures: [FailureNote] = []
  public var globals: [String] = []
  public var scales: [[String]] = []
  /// Texts of the award states.
  public var awardTexts: [String] = []
  public var subjectKinds: [SubjectDescription] = []
  public var holidays: [Int32] = []
  /// Week-ends that are worked.
  public var workedDays: [Int32] = []
  public var rowPrograms: [RowProgram] = []
  public var plan: [PlannedStep] = []
  /// Sets all parameters; index in `codes`.
  public var parameterCode = 0
  /// The actions of the script; index in `codes`.
  public var mainCode = 0
  public var outputs: [OutputProgram] = []
  public var questions: [QuestionProgram] = []
  public var examples: [ExampleProgram] = []
  /// By requirement: the code of a condition without a kind.
  public var requirementCodes: [Int?] = []
  /// By subject kind, declared row, column.
  public var declaredRows: [[[Deferred]]] = []
  /// For texts in errors.
  public var sources = SourceMap()

  public init() {}
}
