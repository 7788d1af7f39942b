// The untyped tree, part 5: decision tables.
//
// A cell is read as an expression where it can be, and keeps its words: only the checker knows whether
// the column holds texts, whose cells need no quotes. What could not be read is kept with the cell and
// reported only if it is needed.

import ThiDuaText

/// `bảng quyết định "…" của KIND, kết quả A; B` and its rows.
public struct DecisionTableDeclaration: Sendable {
  /// What several rows that hold mean.
  public enum Policy: Sendable, CaseIterable {
    /// `duy nhất`: an error.
    case unique
    /// `dòng đầu tiên`: the first one counts.
    case first
    /// `cộng dồn`: their results are added up.
    case accumulated
  }
  /// One cell of a condition column: alternatives between `;`; none is `-`, any value.
  public struct Condition: Sendable {
    public var alternatives: [Alternative]
    public var cell: InlineTable.Cell
    public init(alternatives: [Alternative], cell: InlineTable.Cell) {
      self.alternatives = alternatives
      self.cell = cell
    }
  }
  public struct Alternative: Sendable {
    public enum Test: Sendable {
      /// `15%`, `"Phục vụ"`, `có`, `trống`.
      case equal(Expression)
      /// `khác "A"`, `>= 90`.
      case compared(BinaryOperator, Expression)
      /// `từ 70 đến dưới 90`.
      case within(Bounds)
      /// No expression; perhaps a text without quotes.
      case unread([Diagnostic])
    }
    public var test: Test
    /// The words as written.
    public var text: String
    public var span: Span
    public init(test: Test, text: String, span: Span) {
      self.test = test
      self.text = text
      self.span = span
    }
  }
  /// A cell that is one expression: a heading or a result.
  public struct Value: Sendable {
    /// nil: it could not be read, `problems` say why.
    public var expression: Expression?
    public var problems: [Diagnostic]
    public var cell: InlineTable.Cell
    public init(expression: Expression?, problems: [Diagnostic], cell: InlineTable.Cell) {
      self.expression = expression
      self.problems = problems
      self.cell = cell
    }
  }
  /// What a column of the table holds.
  public enum Column: Sendable {
    case condition(Value)
    case result(Name)
    /// `căn cứ`: the clause each row comes from.
    case basis
    /// `TT`: the rows' own numbers.
    case number
  }
  public struct Row: Sendable {
    /// By condition column; empty in the row `còn lại`.
    public var conditions: [Condition]
    /// By result column.
    public var results: [Value]
    public var isRest: Bool
    public var basis: Basis?
    public var span: Span
    public init(
      conditions: [Condition], results: [Value], isRest: Bool, basis: Basis?, span: Span
    ) {
      self.conditions = conditions
      self.results = results
      self.isRest = isRest
      self.basis = basis
      self.span = span
    }
  }
  public var header: Header
  public var policy: Policy
  /// Names after `kết quả` that no heading bears.
  public var missingResults: [Name]
  public var suffixes: Suffixes
  public var columns: [Column]
  public var rows: [Row]
  /// `căn cứ …`.
  public var lines: [RuleLine]
  /// How the table reads from a date on; only amendments make these.
  public var later: [LaterVersion<DecisionTableDeclaration>] = []
  public init(
    header: Header, policy: Policy, missingResults: [Name], suffixes: Suffixes, columns: [Column],
    rows: [Row], lines: [RuleLine]
  ) {
    self.header = header
    self.policy = policy
    self.missingResults = missingResults
    self.suffixes = suffixes
    self.columns = columns
    self.rows = rows
    self.lines = lines
  }
}
