// The outcome of `ví dụ` blocks. In: what the engine found. Out: results a console or a CI can print.
// Used by whoever calls the engine.

import ThiDuaText

/// One `ví dụ`.
public struct ExampleResult: Sendable {
  public var title: String
  /// 1-based line of the script.
  public var line: Int
  /// Empty: everything held.
  public var failures: Diagnostics

  public init(title: String, line: Int, failures: Diagnostics) {
    self.title = title
    self.line = line
    self.failures = failures
  }

  public var passed: Bool { failures.isEmpty }
}

/// All examples of one script.
public struct TestReport: Sendable {
  public var script: String
  public var examples: [ExampleResult] = []
  /// What was wrong with the script itself; with errors no example ran.
  public var report = Report()

  public init(script: String) { self.script = script }
}
