// The checked tree, part 1: expressions. Every name is a slot, every operator knows its kinds.
//
// Slots: an expression lives in a frame of locals. In the expression of a column, slot 0 is the
// current subject (its row). Slots are numbered per column or per function, 0 ..< localCount.
//
// Three absences travel as values: `trống` (blank) and `không áp dụng` (not applicable) are words of
// their own. Unless a node says otherwise: a blank operand is a run error that names the subject and
// the cell; a not-applicable operand makes + and - leave it out (x + n/a = x, n/a + n/a = n/a, n/a - x = -x),
// makes * / rounding, min, max, negation give not-applicable, and in a comparison or condition is a run error.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

public struct Expr: Sendable {
  public var node: Node
  public var kind: Kind
  public var span: Span
  /// What the node does in its rule, the outermost part last; empty: it is written as it stands.
  public var notes: [RuleNote] = []

  public init(_ node: Node, _ kind: Kind, _ span: Span) {
    self.node = node
    self.kind = kind
    self.span = span
  }

  public indirect enum Node: Sendable {
    case number(Exact)
    case text(String)
    /// Days since 1/1/1970.
    case date(Int32)
    case truth(Bool)
    /// Index in the scale's levels, lowest = 0.
    case level(Int)
    case award(AwardState)
    case blank
    case notApplicable
    case local(Int)
    case global(Int)
    /// Column `column` of subject kind `kind`, of the subject that `of` gives.
    case column(kind: Int, column: Int, of: Expr)
    case arithmetic(Arithmetic, Expr, Expr)
    case negate(Expr)
    /// Both operands have agreeing kinds. Lists and dictionaries only with `equal`/`notEqual`.
    /// Text compares with < by Vietnamese collation, equality by content.
    case compare(Comparison, Expr, Expr)
    /// Short-circuit, left to right.
    case and(Expr, Expr)
    case or(Expr, Expr)
    case not(Expr)
    case conditional(Expr, Expr, Expr)
    /// First if it is not blank, else the second. Not-applicable passes through.
    case ifBlank(Expr, Expr)
    case isBlank(Expr)
    case isNotApplicable(Expr)
    case builtin(Builtin, [Expr])
    case call(function: Int, [Expr])
    /// Sets `slot`, then the body's value. The slot is fresh.
    case bind(slot: Int, Expr, in: Expr)
    case list([Expr])
    case range(Expr, Expr)
    case dictionary([(key: Expr, value: Expr)])
    /// List by whole number from 1, or dictionary by key; out of range or missing is a run error.
    case index(Expr, Expr)
    case memberOf(Expr, Expr)
    /// All subjects of a kind, in data order.
    case subjects(Int)
    /// The subject with that key or unique name; none or several is a run error. `mayLack`: in an example
    /// none is blank, as what the script declares there may be about others than its rows.
    case find(kind: Int, key: Expr, mayLack: Bool = false)
    /// Goes over a list; see `Fold`.
    case fold(Fold, list: Expr, slot: Int, filter: Expr?, body: Expr?)
    /// The list sorted, stable; each key is over `slot`. Blanks sort last either way.
    case sorted(Expr, slot: Int, keys: [OrderKey])
    case interpolation([InterpolationPiece])
    /// A run error: the rule cannot give a value here.
    case fail(RuleFailure)
  }

  public struct OrderKey: Sendable {
    public var value: Expr
    public var isDescending: Bool
    public init(value: Expr, isDescending: Bool) {
      self.value = value
      self.isDescending = isDescending
    }
  }
}

public enum Arithmetic: Sendable, CaseIterable { case add, subtract, multiply, divide }

public enum Comparison: Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// Holds exactly when this one does not.
  public var opposite: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// The same with the sides exchanged.
  public var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// How `fold` goes over a list. `filter` nil keeps all; `body` nil is the element itself.
/// Not-applicable bodies are left out; a blank body is a run error except in `count`, `collect`, `first`.
public enum Fold: Sendable, CaseIterable {
  /// Empty: 0.
  case sum
  /// Elements that pass the filter.
  case count
  /// Empty: blank.
  case average
  /// Middle value; mean of the two middle ones; empty: blank.
  case median
  /// By the body; empty: blank. Numbers, dates, levels.
  case maximum
  case minimum
  /// Whether the body (a condition) holds for all that pass the filter; empty: true.
  case every
  /// Whether the body holds for none; empty: true.
  case none
  /// A new list of the bodies.
  case collect
  /// Those of the list that pass the filter over all of the list; empty: blank.
  case share
}

public enum InterpolationPiece: Sendable {
  case literal(String)
  /// Printed by the expression's kind; `decimals` fixes the places.
  case value(Expr, decimals: Int?)
}

/// Why a rule has no value for a subject: rendered by the run-time catalogue.
public struct RuleFailure: Sendable {
  public enum Reason: Sendable {
    /// No tier, level or branch holds and there is no `còn lại`.
    case noTierHolds
    /// Two exclusive tiers or levels hold at once; the other one's span.
    case twoTiersHold(Span)
    /// Two exceptions hold and give different values.
    case exceptionsConflict(Span)
    /// A directly entered score passes its maximum.
    case aboveMaximum
    /// A directly entered score is negative.
    case belowZero
  }
  public var reason: Reason
  /// The rule's name as the script calls it: `tiêu chí 1.2`.
  public var rule: String
  /// The value that was found, when there is one.
  public var value: Expr?
  public init(_ reason: Reason, rule: String, value: Expr? = nil) {
    self.reason = reason
    self.rule = rule
    self.value = value
  }
}

/// The built-in functions; arguments are already of the right kinds.
public enum Builtin: String, Sendable, CaseIterable {
  // Numbers. `round…(x; n)`: n whole places; `roundToStep…(x; step)`: step > 0.
  case round, roundUp, roundDown, roundHalfEven
  case roundToStep, roundUpToStep, roundDownToStep
  /// Largest whole number not above.
  case integerPart
  case remainder, absolute, power, squareRoot
  /// Of two numbers, dates or levels. Not-applicable: the result is not applicable.
  case smaller, larger
  // Text.
  case length, uppercase, lowercase, contains, startsWith, endsWith, replace, split, join
  case unaccented, givenName, inWords, textOf
  /// Text to number; anything else is a run error.
  case numberOf
  // Dates: `makeDate(day; month; year)`; weekday: Monday = 2 … Saturday = 7, Sunday = 1.
  case makeDate, yearOf, monthOf, quarterOf, weekdayOf, addDays, addMonths
  /// Second minus first.
  case daysBetween
  /// Working days after the first up to and with the second; week-ends and `ngày nghỉ` left out.
  case workingDaysBetween
  // Lists and dictionaries.
  case firstElements, keys, hasKey, reversed, elementCount
  /// A list with one element more; a list with the elements of another behind its own.
  case append, concatenate
}
