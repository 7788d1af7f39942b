// `định-dạng` and `xem-mã`: a script in, text out. Used by the console only.

import ThiDua

enum FormatCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let path = invocation.operands[0]
    let messages = MessageWriter(streams: streams)
    let script = streams.script(path)
    let formatted = Engine().format(script)
    messages.write(formatted.report)
    guard let text = formatted.text else { return formatted.report.status.rawValue }
    if invocation.has(.check) {
      if formatted.isUnchanged { return Status.well.rawValue }
      messages.write(CommandMessages.notFormatted(script.name))
      return Status.testFailed.rawValue
    }
    if !invocation.has(.write) || path == "-" {
      streams.output.write(text)
    } else if !formatted.isUnchanged {
      do throws(FileAccess.Failure) {
        try FileAccess.replace(path, with: Array(text.utf8))
      } catch {
        messages.write(CommandMessages.unwritable(path, error.refusal))
        return Status.stopped.rawValue
      }
    }
    return Status.well.rawValue
  }
}

enum DisassembleCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let disassembled = Engine().disassemble(streams.script(invocation.operands[0]))
    MessageWriter(streams: streams).write(disassembled.report)
    if let text = disassembled.text { streams.output.write(text) }
    return disassembled.report.status.rawValue
  }
}
