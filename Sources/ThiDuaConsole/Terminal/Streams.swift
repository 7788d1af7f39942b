// The three standard streams and what is known about the terminal. In: the process, or a test's own
// buffers. Out: results on `output`, messages on `error`. Invariant: nothing else in the console
// touches a descriptor. Used by the console only.

import Glibc
import ThiDua

/// Input, output and error of one call of the program.
public final class Streams {
  /// Results.
  public let output: ByteSink
  /// Messages, warnings and progress.
  public let error: ByteSink
  /// All bytes of the standard input.
  let readInput: () throws(FileAccess.Failure) -> [UInt8]
  /// Messages may be coloured.
  let colour: Bool
  /// Progress may be shown, and wiped again.
  let showsProgress: Bool
  /// A person types and reads: both ends are a terminal.
  let isDialogue: Bool

  /// The streams of this process; a broken pipe or a file larger than the system allows no longer kills it.
  public static func ofProcess() -> Streams {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let isTerminal = isatty(2) == 1
    let forbids = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return Streams(
      output: ByteSink(descriptor: 1), error: ByteSink(descriptor: 2),
      colour: isTerminal && !forbids && !isDumb, showsProgress: isTerminal && !isDumb,
      isDialogue: isatty(0) == 1 && isatty(1) == 1
    ) { () throws(FileAccess.Failure) in try FileAccess.readAll(0) }
  }

  /// Streams in memory; `input` is what the standard input gives.
  public convenience init(input: String = "") {
    self.init(
      output: ByteSink(), error: ByteSink(), colour: false, showsProgress: false,
      isDialogue: false
    ) {
      () throws(FileAccess.Failure) in Array(input.utf8)
    }
  }

  private init(
    output: ByteSink, error: ByteSink, colour: Bool, showsProgress: Bool, isDialogue: Bool,
    readInput: @escaping () throws(FileAccess.Failure) -> [UInt8]
  ) {
    self.output = output
    self.error = error
    self.colour = colour
    self.showsProgress = showsProgress
    self.isDialogue = isDialogue
    self.readInput = readInput
  }
}
