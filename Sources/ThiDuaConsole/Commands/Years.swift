// `năm-mới` and `khác-biệt`. In: an invocation. Out: what was made or what differs on the output, findings,
// exit status. Used by the console only.

import ThiDua

enum NewYearCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let messages = MessageWriter(streams: streams)
    let word = invocation.operands[0]
    guard word.utf8.count == 4, let year = Int(word), year >= 1000 else {
      messages.write(YearMessages.badYear(word))
      return Status.scriptWrong.rawValue
    }
    let made = Engine().newYear(
      year, from: invocation.operands.count > 1 ? invocation.operands[1] : nil)
    if let new = made.year {
      streams.output.write("Đã tạo thư mục \(new.folder):\n")
      for file in new.files { streams.output.write("  \(file)\n") }
      streams.output.write("\n\(new.checklist)")
    }
    messages.write(made.report)
    return made.report.status.rawValue
  }
}

enum DifferenceCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let messages = MessageWriter(streams: streams)
    var options: RunOptions?
    if let folder = invocation.value(.dataFolder) {
      options = RunOptions()
      options?.dataFolder = folder
    }
    let found = Engine().differences(
      from: streams.script(invocation.operands[0]), to: streams.script(invocation.operands[1]),
      data: options)
    if let differences = found.differences { streams.output.write(differences.text) }
    // What each script is warned of belongs to its own check.
    for report in found.reports where report.diagnostics.hasErrors { messages.write(report) }
    return found.status.rawValue
  }
}
