// `vì-sao`: one question about a script's results. In: an invocation with the script and the question. Out:
// the reasons on the output, findings, exit status. Used by the console only.

import ThiDua

enum WhyCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    var options = RunOptions()
    options.dataFolder = invocation.value(.dataFolder)
    options.storeFile = invocation.value(.storeFile)
    let messages = MessageWriter(streams: streams)
    var (campaign, report) = Campaign.load(
      streams.script(invocation.operands[0]), options: options)
    if let campaign {
      let answer = campaign.explain(invocation.operands[1], into: &report.diagnostics)
      report.sources = campaign.sources
      report.status = Report.status(of: report.diagnostics)
      if let answer { write(answer, invocation.value(.answerFormat), streams) }
    }
    streams.output.flush()
    messages.write(report)
    return report.status.rawValue
  }

  private static func write(_ answer: Explanation, _ format: String?, _ streams: Streams) {
    switch format {
    case "json": streams.output.write(answer.json)
    case "csv": streams.output.write(String(decoding: answer.csv(hasMark: false), as: UTF8.self))
    default: streams.output.write(answer.text())
    }
  }
}
