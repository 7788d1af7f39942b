// `căn-cứ`: which rules rest on which clauses. In: an invocation. Out: the report on the output, findings,
// exit status. Used by the console only.

import ThiDua

enum BasesCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let found = Engine().bases(of: streams.script(invocation.operands[0]))
    if let bases = found.bases {
      streams.output.write(invocation.value(.reportFormat) == "csv" ? bases.csv : bases.text)
    }
    MessageWriter(streams: streams).write(found.report)
    return found.report.status.rawValue
  }
}
