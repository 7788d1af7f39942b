// What a running script may do to the world: the façade implements it, tests too.

import ThiDuaText

/// The host could not do what an action asked; the run stops with this finding.
public struct HostFailure: Error {
  public var diagnostic: Diagnostic
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

public protocol MachineHost: AnyObject {
  /// One line of `in`.
  func print(_ line: String) throws(HostFailure)
  /// `in bảng` or `xuất`: rows of the output's kind in the order of the list, the values it captured,
  /// the file name if it has one. `globals` are the script's variables at this moment.
  func output(
    _ index: Int, rows: [Int32], captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure)
  /// `vì sao`: the value asked about, the values the question captured, the file name if it has one.
  func answer(
    _ index: Int, value: Value, captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure)
}
