// A value outside the machine: what travels between machines, to the host and back. It owns all it holds.

import ThiDuaNumber

/// A value without its kind: an immediate is what the kind says (a truth, a date, a row, micros).
public enum Value: Equatable, Sendable {
  case blank
  case notApplicable
  /// A number in micros, a truth (0, 1), days, a level, an award state, a row.
  case immediate(Int64)
  /// A number that no immediate holds.
  case exact(Exact)
  case text(String)
  case list([Value])
  /// In order of insertion.
  case dictionary([Entry])

  public struct Entry: Equatable, Sendable {
    public var key: Value
    public var value: Value
    public init(key: Value, value: Value) {
      self.key = key
      self.value = value
    }
  }

  public static func number(_ exact: Exact) -> Value {
    if let micros = exact.micros, Word.holds(micros) { return .immediate(micros) }
    return .exact(exact)
  }

  public static func truth(_ value: Bool) -> Value { .immediate(value ? 1 : 0) }

  /// The value read as a number; nil for anything else.
  public var number: Exact? {
    switch self {
    case .immediate(let micros): Exact(micros: micros)
    case .exact(let exact): exact
    case .blank, .notApplicable, .text, .list, .dictionary: nil
    }
  }

  /// The value read as a truth, a date, a level, an award state or a row.
  public var index: Int? {
    if case .immediate(let value) = self { return Int(value) }
    return nil
  }
}

extension Word {
  /// Whether an immediate holds the value.
  @inlinable public static func holds(_ value: Int64) -> Bool {
    (value &<< 1) &>> 1 == value
  }
}
