// The conversation: lines in, answers out, until the input ends. In: a workbench and a source of lines. Out:
// what entries print, findings, an exit status. Invariant: an entry that fails, or is interrupted, leaves
// the workbench as it was. Used by `hỏi`.

import ThiDua

/// Where lines come from: a person at a terminal, or a file.
protocol LineSource: AnyObject {
  func read(prompt: String) -> LineEditor.Input
  /// Keeps an entry for the arrow keys.
  func remember(_ entry: String)
}

extension LineEditor: LineSource {}

/// Lines of an input that is no terminal: no prompts, no history.
final class PlainLines: LineSource {
  private var lines: ArraySlice<Substring>

  init(_ bytes: [UInt8]) {
    let text = VietnameseText.normalized(String(decoding: bytes, as: UTF8.self))
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    if lines.last == "" { lines.removeLast() }
  }

  func read(prompt: String) -> LineEditor.Input {
    lines.popFirst().map { .line(String($0)) } ?? .end
  }

  func remember(_ entry: String) {}
}

/// One conversation.
struct Dialogue {
  let workbench: Workbench
  let lines: any LineSource
  let streams: Streams
  /// A person reads along: an entry that fails is no reason to fail.
  let isTerminal: Bool

  private static let prompt = "thi đua› "
  private static let continuation = "   tiếp› "

  /// Talks until the input ends; the status is that of the first entry that failed.
  func run() -> Int32 {
    var status = Status.well.rawValue
    var entry = ""
    while true {
      streams.output.flush()
      streams.error.flush()
      switch lines.read(prompt: entry.isEmpty ? Dialogue.prompt : Dialogue.continuation) {
      case .interrupted:
        entry = ""
      case .end where entry.isEmpty || !isTerminal:
        if !entry.isEmpty { note(answer(entry + "\n"), in: &status) }
        if isTerminal { streams.output.write("\n") }
        return status
      case .end:
        // Ctrl-D gives up the open block only.
        streams.output.write("\n")
        entry = ""
      case .line(let line):
        entry += line + "\n"
        if workbench.needsMore(entry) { continue }
        lines.remember(trimmed(entry))
        let found = answer(entry)
        entry = ""
        if found == nil { return status }
        note(found, in: &status)
      }
    }
  }

  private func note(_ found: Int32?, in status: inout Int32) {
    if let found, status == Status.well.rawValue, !isTerminal { status = found }
  }

  /// Answers one entry; nil when it asks to leave.
  private func answer(_ entry: String) -> Int32? {
    let reply = workbench.enter(entry)
    MessageWriter(streams: streams).write(reply.report)
    return reply.leaves ? nil : reply.report.status.rawValue
  }

  private func trimmed(_ entry: String) -> String {
    var text = Substring(entry)
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
