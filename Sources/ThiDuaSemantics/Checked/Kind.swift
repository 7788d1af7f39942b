// The kinds of value, as the checker knows them and the compiler trusts them.

import ThiDuaText

/// What an expression is. After checking without errors no `unknown` is left.
public indirect enum Kind: Hashable, Sendable {
  /// `số`: an exact rational.
  case number
  /// `số lượng`: whole, not negative; a number to the machine.
  case count
  /// `tỷ lệ`: a number that prints as a percentage.
  case ratio
  case text
  case date
  /// `có/không`.
  case truth
  /// The level of an ordered scale (`thang bậc`, or the levels of a classification); index in `CheckedProgram.scales`.
  case level(Int)
  /// `đạt`, `không đạt`, `chờ hội đồng`, `chưa xét`.
  case award
  /// A subject; index in `CheckedProgram.subjectKinds`.
  case subject(Int)
  case list(Kind)
  case dictionary(Kind, Kind)
  /// What a procedure gives back.
  case nothing
  /// Not known yet, or after a reported error: agrees with everything.
  case unknown

  public var isNumeric: Bool {
    switch self {
    case .number, .count, .ratio, .unknown: true
    default: false
    }
  }

  /// Whether values of the two kinds may meet in a comparison or a branch.
  public func agrees(with other: Kind) -> Bool {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): true
    case (.list(let a), .list(let b)): a.agrees(with: b)
    case (.dictionary(let a, let b), .dictionary(let c, let d)):
      a.agrees(with: c) && b.agrees(with: d)
    default: self == other || (isNumeric && other.isNumeric)
    }
  }

  /// The kind that covers both, assuming they agree.
  public func merged(with other: Kind) -> Kind {
    switch (self, other) {
    case (.unknown, let kind), (let kind, .unknown): kind
    case (.list(let a), .list(let b)): .list(a.merged(with: b))
    case (.dictionary(let a, let b), .dictionary(let c, let d)):
      .dictionary(a.merged(with: c), b.merged(with: d))
    default: self == other ? self : .number
    }
  }
}
