// One `ví dụ`. In: a compiled program and the number of the example. Out: a finding for everything that
// is not as promised. Invariant: only the columns its conditions need are computed, over its own rows
// and the subjects the script declares; it prints and writes nothing. Used by the engine only.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

struct ExampleRunner {
  private let session: Session
  private let example: Example
  private let program: ExampleProgram
  private let folder: String

  /// An example never prints.
  private final class Silence: RunListener {
    func printed(_ text: String) {}
    func began(_ work: String, rowCount: Int) {}
  }

  init(_ compiled: Compiled, _ index: Int, options: RunOptions, folder: String) {
    session = Session(compiled, options: options, listener: Silence(), inputFiles: [])
    example = compiled.checked.examples[index]
    program = compiled.program.examples[index]
    self.folder = folder
  }

  /// Runs the example; empty when all its conditions hold.
  func failures() -> Diagnostics {
    do throws(SessionStopped) {
      try session.load(example.data, folder: folder, mayLackColumns: true, host: nil)
      try session.compute(program.plan)
      try checkExpectations()
    } catch {
      // What stopped it is among the findings.
    }
    var failures = Diagnostics()
    for finding in session.diagnostics.all where finding.severity == .error {
      failures.add(finding)
    }
    return failures
  }

  private func checkExpectations() throws(SessionStopped) {
    let result: Value
    do throws(RunFailure) {
      result = try session.runtime.call(program.code)
    } catch {
      throw session.stopped(by: error)
    }
    guard case .list(let values) = result else { return }
    var next = 0
    for expectation in program.expectations {
      let sides = zip(expectation.sides, values[(next + 1)...])
      if values[next].index != 1 {
        session.diagnostics.add(
          SessionMessages.exampleFails(
            expectation.text, found: sides.map(shown), span: expectation.span))
      }
      next += 1 + expectation.sides.count
    }
  }

  /// A side as written and its value.
  private func shown(_ side: ExampleProgram.Side, _ value: Value) -> (String, String) {
    let written = session.program.sources[side.span.file]?.text(side.span) ?? ""
    return (written, session.runtime.text(value, side.kind))
  }
}
