// Bounds of a run, so that a runaway script ends within seconds and a large job does not notice.

/// How much a run may use; every bound ends in a clear error.
public struct Limits: Sendable {
  /// Calls, rounds of loops and rows, over the whole run.
  public var steps = 200_000_000
  /// Functions calling each other.
  public var depth = 100_000
  /// Bytes of texts, lists, dictionaries and long numbers alive at once.
  public var memory = 1 << 30
  /// Elements of one list.
  public var listLength = 20_000_000
  /// Bits of the numerator or denominator of one number.
  public var numberBits = 1 << 16
  /// Cores used for rows.
  public var workers = Workers.available
  /// Asked every few milliseconds, on any thread: true ends the run with GH008. nil: nobody asks.
  public var isInterrupted: (@Sendable () -> Bool)?

  public init() {}

  /// For printing one value: nothing is called.
  static var printing: Limits {
    var limits = Limits()
    limits.depth = 1
    return limits
  }
}
