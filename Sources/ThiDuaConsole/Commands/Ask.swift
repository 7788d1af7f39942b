// `hỏi`: the conversation over a script. In: an invocation. Out: answers, findings, exit status. Used by the
// console only.

import CReadline
import Glibc
import ThiDua

enum AskCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    var options = RunOptions()
    options.dataFolder = invocation.value(.dataFolder)
    options.outputFolder = invocation.value(.outputFolder)
    options.storeFile = invocation.value(.storeFile)
    let isTerminal = streams.isDialogue
    if isTerminal {
      td_watch_interrupts()
      options.screenWidth = { Int(td_terminal_width()) }
      options.limits.isInterrupted = { td_was_interrupted() != 0 }
    }
    let printer = ProgressPrinter(streams)
    let (opened, report) = Workbench.open(
      invocation.operands.first.map { streams.script($0) }, options: options, listener: printer)
    printer.finish()
    MessageWriter(streams: streams).write(report)
    guard let workbench = opened else { return report.status.rawValue }
    let lines: any LineSource
    if isTerminal {
      streams.output.write(
        "ThiDua \(Engine.version). Gõ trợ giúp để xem cách dùng, thoát để dừng.\n")
      lines = LineEditor(historyFile: LineEditor.usualHistoryFile()) {
        workbench.phrases(for: $0)
      }
    } else {
      lines = PlainLines((try? streams.readInput()) ?? [])
    }
    return Dialogue(
      workbench: workbench, lines: lines, streams: streams, isTerminal: isTerminal
    ).run()
  }
}
