// `tiến-độ`: who has done which step by a day. In: an invocation. Out: the report on the output,
// findings, exit status. Used by the console only.

import ThiDua

enum ProgressCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let messages = MessageWriter(streams: streams)
    guard let written = invocation.value(.day) else {
      messages.write(ProcessMessages.dayMissing())
      return Status.scriptWrong.rawValue
    }
    guard case .success(let day) = CalendarDate.parse(Array(written.utf8)) else {
      messages.write(invocation.badValue(.day, written).diagnostic)
      return Status.scriptWrong.rawValue
    }
    var options = RunOptions()
    options.dataFolder = invocation.value(.dataFolder)
    let followed = Engine().progress(
      of: streams.script(invocation.operands[0]), on: day, options: options)
    if let report = followed.progress { streams.output.write(report.text) }
    messages.write(followed.report)
    return followed.report.status.rawValue
  }
}
