// A conversation as a terminal shows it. In: a page's transcript, of which only what was typed counts. Out: the
// same lines with the answers the program gives now. Used by the documentation tests.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// Types the lines behind the prompts of a transcript and notes what comes back.
final class Transcript: LineSource {
  private(set) var text = ""
  private var lines: ArraySlice<String>
  private let streams = Streams()
  private var (outputLength, errorLength) = (0, 0)

  init(of transcript: String, over script: String) throws {
    lines =
      transcript.split(separator: "\n").compactMap { line -> String? in
        for prompt in ["thi đua›", "   tiếp›"] where line.hasPrefix(prompt) {
          return String(line.dropFirst(prompt.count + 1))
        }
        return nil
      }[...]
    let listener = Listener(streams.output)
    let (workbench, report) = Workbench.open(.file(script), listener: listener)
    #expect(report.status == .well)
    let opened = try #require(workbench)
    _ = Dialogue(workbench: opened, lines: self, streams: streams, isTerminal: false).run()
  }

  func read(prompt: String) -> LineEditor.Input {
    take(streams.output.text, &outputLength)
    take(streams.error.text, &errorLength)
    guard let line = lines.popFirst() else { return .end }
    text += line.isEmpty ? trimmed(prompt) + "\n" : prompt + line + "\n"
    return .line(line)
  }

  func remember(_ entry: String) {}

  private func take(_ printed: String, _ length: inout Int) {
    let bytes = Array(printed.utf8)
    text += String(decoding: bytes[length...], as: UTF8.self)
    length = bytes.count
  }

  private func trimmed(_ prompt: String) -> String {
    String(prompt.reversed().drop { $0 == " " }.reversed())
  }

  private final class Listener: RunListener {
    private let output: ByteSink
    init(_ output: ByteSink) { self.output = output }
    func printed(_ text: String) { output.write(text) }
    func began(_ work: String, rowCount: Int) {}
  }
}
