// What a reader must find in a table. In: the fields of one subject kind, told by the façade.
// Out: the plan every reader of this module works from. Invariant: the columns read come in the
// order of `fields`, whatever order the file has. The façade and tests import it.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// One field of a subject kind: how its column is called and what its cells may hold.
public struct FieldSpec: Sendable {
  public enum Kind: Sendable, Equatable {
    /// Any number, in the style of the file.
    case number
    /// Whole, not negative.
    case count
    /// Written with `%` (85% is 17/20), unless `isPercentNumber`.
    case ratio
    case text
    /// `14/10/2026`; also `2026-10-14`, which no one can misread.
    case date
    /// `có`, `không`; also `đúng`, `sai`, `x`, `1`, `0`, `true`, `false`.
    case truth
    /// One of these levels, lowest first; kept as its position.
    case level([String])
    /// `đạt`, `không đạt`, `chờ hội đồng`, `chưa xét`, or a truth; kept as the number of the state.
    case award
    /// The name of another subject: kept as text, resolved by the façade.
    case reference
  }

  public struct Bound: Sendable {
    public var value: Exact
    public var isInclusive: Bool
    public init(_ value: Exact, isInclusive: Bool = true) {
      self.value = value
      self.isInclusive = isInclusive
    }
  }

  /// What a blank cell stands for.
  public enum Default: Sendable {
    case number(Exact)
    /// A text, date, level or truth.
    case word(Word)
  }

  /// The field as the script calls it; also the first title looked for.
  public var name: String
  public var kind: Kind
  /// Other titles accepted; all are compared by lookup key.
  public var titles: [String]
  public var mayBeBlank = false
  public var mayBeNotApplicable = false
  public var lower: Bound?
  public var upper: Bound?
  /// Values are `lower` (or 0) plus a whole number of steps.
  public var step: Exact?
  /// What the numbers count; a title may have it in brackets behind the name.
  public var unit: String?
  public var defaultValue: Default?
  /// Part of what identifies a row; never blank, and no two rows have the same.
  public var isKey = false
  /// `85` in the cell means 85%.
  public var isPercentNumber = false
  /// `1/3` is a number, `100/3%` a ratio: past results come from a store as exact as they were.
  public var mayBeFraction = false
  /// The table must have the column although cells may be blank.
  public var needsColumn = false
  /// Whether equal texts share one entry: true for what rows are grouped by; nil lets a sample
  /// decide.
  public var sharesTexts: Bool?
  /// Where the script declares the field.
  public var span: Span

  public init(_ name: String, _ kind: Kind, titles: [String] = [], span: Span = .none) {
    self.name = name
    self.kind = kind
    self.titles = titles
    self.span = span
  }

  /// Whether a table may lack the column altogether.
  var isOptional: Bool {
    !needsColumn && (defaultValue != nil || (mayBeBlank && !isKey))
  }
}

extension FieldSpec {
  /// `từ 0 đến 10`, `trên 0 buổi`, `dưới 100%`; empty without bounds.
  public static func words(lower: Bound?, upper: Bound?, unit: String?, isRatio: Bool) -> String {
    let unit = unit.map { " " + $0 } ?? ""
    var parts: [String] = []
    if let lower {
      parts.append(
        (lower.isInclusive ? "từ " : "trên ") + shown(lower.value, isRatio: isRatio)
          + (upper == nil ? unit : ""))
    }
    if let upper {
      let word = upper.isInclusive ? "đến " : parts.isEmpty ? "dưới " : "đến dưới "
      parts.append(word + shown(upper.value, isRatio: isRatio) + unit)
    }
    let isOpen = upper == nil && lower?.isInclusive == true
    return parts.joined(separator: " ") + (isOpen ? " trở lên" : "")
  }

  /// A number as cells of such a field have it.
  public static func shown(_ number: Exact, isRatio: Bool) -> String {
    isRatio ? NumberText.formatPercent(number) : NumberText.format(number)
  }

  var range: String { Self.words(lower: lower, upper: upper, unit: unit, isRatio: kind == .ratio) }

  func shown(_ number: Exact) -> String { Self.shown(number, isRatio: kind == .ratio) }
}

/// The fields wanted from one table.
public struct TableSchema: Sendable {
  public var fields: [FieldSpec]
  /// Titles the script says it does not use: no warning for them.
  public var ignoredTitles: [String]
  /// Titles nobody uses are as they should be (a history or a database knows more than one script
  /// asks for), unless one looks like a field that has no column.
  public var mayHaveMore = false
  /// The `dữ liệu` statement.
  public var span: Span

  public init(fields: [FieldSpec], ignoredTitles: [String] = [], span: Span = .none) {
    self.fields = fields
    self.ignoredTitles = ignoredTitles
    self.span = span
  }
}

/// Rows the script itself holds (`| a | b |`): cells as written, each with its place.
public struct InlineRows: Sendable {
  public struct Cell: Sendable {
    public var text: String
    public var span: Span
    public init(_ text: String, _ span: Span = .none) {
      self.text = text
      self.span = span
    }
  }
  public var header: [Cell]
  public var rows: [[Cell]]
  public var span: Span
  public init(header: [Cell], rows: [[Cell]], span: Span = .none) {
    self.header = header
    self.rows = rows
    self.span = span
  }
}
