// The untyped tree, part 1: expressions as they are written.
//
// In: tokens (Lexer). Out: what the checker and the formatter read. Nothing here is resolved: a name
// is a phrase with its lookup key, a unit is a word after a number. Every node keeps its span.

import ThiDuaNumber
import ThiDuaText

/// A phrase that names something: `tổng điểm`, `tiêu chí 1.1`, `'tổ chức và cán bộ'`.
public struct Name: Hashable, Sendable {
  /// The phrase as written, white space folded, quotes removed.
  public let text: String
  /// What names are compared by: see `lookupKey`.
  public let key: String
  public let span: Span

  public init(text: String, key: String, span: Span) {
    self.text = text
    self.key = key
    self.span = span
  }

  public static func == (a: Name, b: Name) -> Bool { a.key == b.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// An expression with the place it was written at.
public struct Expression: Sendable {
  public indirect enum Node: Sendable {
    /// `8,5` · `85%` · `0,5 điểm`; a percent is already divided by 100.
    case number(Exact, unit: Unit?)
    case text([TextPiece])
    case date(CalendarDate)
    case truth(Bool)
    case blank
    case notApplicable
    /// `đạt` `không đạt` `chờ hội đồng` `chưa xét` standing alone.
    case awardState(AwardState)
    case name(Name)
    /// `KIND này`: the current subject.
    case current(Name)
    /// `tập thể "TT01"`.
    case lookup(kind: Name, key: Expression)
    /// `làm tròn(x; 2)`; also `cao nhất(…)`, `đếm(…)`.
    case call(Name, [Expression])
    /// `tổng điểm của tập thể "A"`; over a list it maps.
    case of(Expression, owner: Expression)
    case negate(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `X từ a trở lên`, `X dưới b`, `X từ a đến dưới b`, `X trên a đến b`.
    case within(Expression, Bounds)
    case conditional(Expression, then: Expression, otherwise: Expression)
    case ifBlank(Expression, Expression)
    case list([Expression])
    case dictionary([(key: Expression, value: Expression)])
    case range(Expression, Expression)
    case index(Expression, Expression)
    /// `L mà C`.
    case filter(Expression, Expression)
    /// `L sắp theo (K1 giảm dần; K2)`.
    case sorted(Expression, [SortKey])
    /// `E với mỗi x trong L`.
    case mapping(Expression, variable: Name, list: Expression)
    /// `E trong cùng G mà C`, only inside an aggregate's brackets.
    case withinGroup(Expression, group: Expression, filter: Expression?)
    /// `mọi L đều C`.
    case every(Expression, Expression)
    /// `không L nào C`.
    case none(Expression, Expression)
    /// `có một trong: C1; C2`.
    case anyOf([Expression])
    /// `phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng ngành`: X / base compared.
    case ballot(Expression, base: Expression)
    /// A hole left by a reported syntax error: the checker stays silent about it.
    case invalid
  }

  public var node: Node
  public var span: Span
  /// Where the parameter of a `cách xét` stood that this argument stands for; else `.none`.
  public var standsAt = Span.none

  public init(_ node: Node, _ span: Span) {
    self.node = node
    self.span = span
  }
}

public enum BinaryOperator: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  /// `là`, `không phải là`: equality with a literal, a level, a state, `trống`, `không áp dụng`.
  case isSame = "là"
  case isNotSame = "không phải là"
  /// `khác` compares as `<>`.
  case and = "và"
  case or = "hoặc"
  case memberOf = "nằm trong"
  case notMemberOf = "không nằm trong"
  /// `P% của E`, `N của E` multiply; kept apart so that the formatter prints what was written.
  case shareOf = "của"
}

public enum AwardState: Int, Sendable, CaseIterable {
  case notAchieved = 0
  case achieved = 1
  case awaitingCouncil = 2
  case deferred = 3

  public var text: String {
    switch self {
    case .notAchieved: "không đạt"
    case .achieved: "đạt"
    case .awaitingCouncil: "chờ hội đồng"
    case .deferred: "chưa xét"
    }
  }
}

/// The two ends of `từ … đến …`; an absent end is open.
public struct Bounds: Sendable {
  public struct End: Sendable {
    public var value: Expression
    public var isInclusive: Bool
    public init(_ value: Expression, isInclusive: Bool) {
      self.value = value
      self.isInclusive = isInclusive
    }
  }
  public var lower: End?
  public var upper: End?
  /// The words as written (`từ … trở lên`, `không quá`), for the formatter.
  public var wording: Wording

  public enum Wording: String, Sendable {
    case fromUp = "từ … trở lên"
    case fromDown = "từ … trở xuống"
    case fromTo = "từ … đến"
    case fromToBelow = "từ … đến dưới"
    case above = "trên"
    case aboveTo = "trên … đến"
    case below = "dưới"
    case notBelow = "không dưới"
    case notAbove = "không trên"
    case atLeast = "ít nhất"
    case minimum = "tối thiểu"
    case atMost = "không quá"
    case notExceeding = "không vượt quá"
    case mostly = "nhiều nhất"
    case maximum = "tối đa"
    case before = "trước"
    case after = "sau"
  }

  public init(lower: End?, upper: End?, wording: Wording) {
    self.lower = lower
    self.upper = upper
    self.wording = wording
  }
}

public struct SortKey: Sendable {
  public var value: Expression
  public var isDescending: Bool
  /// `ưu tiên C`: a condition as an order key, those it holds for first.
  public var isPreference: Bool
  /// Whether `tăng dần` or `giảm dần` was written.
  public var saysDirection: Bool
  public init(
    value: Expression, isDescending: Bool, isPreference: Bool = false, saysDirection: Bool = false
  ) {
    self.value = value
    self.isDescending = isDescending
    self.isPreference = isPreference
    self.saysDirection = saysDirection || isDescending
  }
}

public enum TextPiece: Sendable {
  case literal(String)
  /// `{x}` or `{x: 2}`.
  case value(Expression, decimals: Int?)
}

/// A unit word after a number: `điểm`, `lần`, `%`, …; units compare by key.
public struct Unit: Hashable, Sendable {
  public let text: String
  public let key: String
  public init(text: String, key: String) {
    self.text = text
    self.key = key
  }
  public static let percent = Unit(text: "%", key: "%")
}
