// `kiểm-thử`: the examples of one script or of all below a folder. In: an invocation. Out: a line an
// example, or JUnit's XML; exit status 1 when one does not hold. Used by the console only.

import ThiDua

enum TestCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let messages = MessageWriter(streams: streams)
    let place = invocation.operands.first ?? "."
    var reports: [TestReport] = []
    do throws(FileAccess.Failure) {
      let engine = Engine()
      let scripts: [ScriptSource] =
        FileAccess.isFolder(place)
        ? try FileAccess.scripts(below: place).map { .file($0) } : [streams.script(place)]
      for script in scripts { reports.append(engine.test(script)) }
    } catch {
      messages.write(CommandMessages.unreadableScript(place, error.refusal))
      return Status.scriptWrong.rawValue
    }
    let isForMachines = invocation.value(.format) == "junit"
    if isForMachines { streams.output.write(JUnit.text(reports)) }
    var failedCount = 0
    var passedCount = 0
    var status = Status.well
    for tested in reports {
      messages.write(tested.report)
      if status == .well { status = tested.report.status }
      for example in tested.examples {
        if example.passed { passedCount += 1 } else { failedCount += 1 }
        guard !isForMachines else { continue }
        streams.output.write(
          "\(example.passed ? "đạt      " : "không đạt")  \(tested.script):\(example.line)"
            + "  \(Wording.visible(example.title, limit: 100))\n")
        for failure in example.failures.all { messages.write(failure, tested.report.sources) }
      }
    }
    if passedCount + failedCount == 0 && status == .well {
      messages.write(CommandMessages.nothingToTest(place))
    }
    if !isForMachines {
      streams.output.write("\(passedCount) ví dụ đạt, \(failedCount) không đạt\n")
    }
    if status == .well && failedCount > 0 { status = .testFailed }
    return status.rawValue
  }
}
