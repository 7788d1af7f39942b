// The command line. In: arguments and streams. Out: an exit status (see `Status`): results went to
// `output`, messages to `error`. Imported by `thidua` and the tests.

import ThiDua

/// The program behind `thidua`.
public enum Console {
  /// Runs one call; `arguments` does not hold the program's name.
  public static func run(_ arguments: [String], streams: Streams) -> Int32 {
    var status: Int32
    do throws(UsageFailure) {
      let invocation = try Invocation.parse(arguments)
      status = invocation.command.run(invocation, streams)
    } catch {
      MessageWriter(streams: streams).write(error.diagnostic)
      status = Status.scriptWrong.rawValue
    }
    streams.output.flush()
    if let number = streams.output.failure {
      MessageWriter(streams: streams).write(
        CommandMessages.unwritable("đầu ra chuẩn", FileAccess.Failure(errno: number).refusal))
      status = Status.stopped.rawValue
    }
    streams.error.flush()
    return status
  }
}
