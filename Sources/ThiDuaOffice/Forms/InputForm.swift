// A workbook to be filled in, as plain data. In: told by whoever knows the script. Out: read by
// InputFormWriter. Invariant: the titles are the ones the table reader looks for; what a person reads is
// finished Vietnamese. Used by `mẫu-nhập`.

import ThiDuaNumber
import ThiDuaText

/// A workbook to be filled in.
public struct InputForm: Sendable {
  /// How the content of a column is shown.
  public enum Content: Sendable {
    /// Kept as typed, zeros in front of a code included.
    case text
    case number, whole, percent, date
  }

  /// What a cell takes; what is wrong with anything else is told when it is typed.
  public enum Rule: Sendable, Equatable {
    case anything
    /// Both ends included; nil: none.
    case number(from: Exact?, to: Exact?, isWhole: Bool)
    case date
    case oneOf([String])
  }

  public enum Cell: Sendable {
    case blank
    case text(String)
    case number(Exact)
  }

  public struct Column: Sendable {
    public var title: String
    /// What to type, in a few words: `Số từ 0 đến 10; bắt buộc`.
    public var hint: String
    /// Title and basis of the rule behind the column; empty: none.
    public var note: String
    public var content: Content
    public var rule: Rule
    /// Only to be read, not to be typed into.
    public var isGiven: Bool
    public init(
      title: String, hint: String, note: String = "", content: Content = .text,
      rule: Rule = .anything, isGiven: Bool = false
    ) {
      self.title = title
      self.hint = hint
      self.note = note
      self.content = content
      self.rule = rule
      self.isGiven = isGiven
    }
  }

  /// A rule of single rows, instead of the column's.
  public struct RowRule: Sendable {
    public var row: Int
    public var column: Int
    public var rule: Rule
    public var hint: String
    public init(row: Int, column: Int, rule: Rule, hint: String) {
      self.row = row
      self.column = column
      self.rule = rule
      self.hint = hint
    }
  }

  public struct Sheet: Sendable {
    public var name: String
    /// Stands over the table when there is room.
    public var title: String
    public var columns: [Column]
    /// What is known already, cells in column order.
    public var rows: [[Cell]]
    public var rowRules: [RowRule] = []
    /// The row of the titles, from 1; the rows from `firstHeaderRow` to it hold nothing else.
    public var headerRow = 3
    public var firstHeaderRow = 3
    /// Whether rows may be added below the given ones.
    public var isOpen = true
    public init(name: String, title: String, columns: [Column], rows: [[Cell]]) {
      self.name = name
      self.title = title
      self.columns = columns
      self.rows = rows
    }
  }

  public var title: String
  /// What the sheet of instructions says, a paragraph each.
  public var instructions: [String]
  public var sheets: [Sheet]
  public init(title: String, instructions: [String], sheets: [Sheet]) {
    self.title = title
    self.instructions = instructions
    self.sheets = sheets
  }
}
