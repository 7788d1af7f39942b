// What a call of the engine hands back. In: findings of any stage. Out: findings, the sources to show
// them with, and one status. Invariant: a status other than `well` comes with at least one error,
// except a failed test, whose errors stand in its own results.

import ThiDuaText

/// How a run ended; the raw value is the exit status of the program.
public enum Status: Int32, Sendable {
  case well = 0
  /// At least one `ví dụ` did not give what it promises.
  case testFailed = 1
  /// The script is wrong: nothing was run, or a rule contradicts itself.
  case scriptWrong = 2
  /// The data is wrong, or the rules have no value for it.
  case dataWrong = 3
  /// A limit was met, or the machine or the disk gave up.
  case stopped = 4
}

/// Findings, the sources they point into, and how it ended.
public struct Report: Sendable {
  public var diagnostics = Diagnostics()
  public var sources = SourceMap()
  public var status = Status.well

  public init() {}

  /// The status the findings alone give, by the stage each comes from.
  public static func status(of diagnostics: Diagnostics) -> Status {
    var status = Status.well
    for diagnostic in diagnostics.all where diagnostic.severity == .error {
      let found: Status =
        switch diagnostic.code {
        // A disk that is full or a folder that cannot be written.
        case "DL021", "DL171", "TL008": .stopped
        case let code where code.hasPrefix("GH"): .stopped
        case let code where ["CP", "KT", "PT", "TL"].contains(code.prefix(2)): .scriptWrong
        default: .dataWrong
        }
      if status == .well { status = found }
    }
    return status
  }
}
