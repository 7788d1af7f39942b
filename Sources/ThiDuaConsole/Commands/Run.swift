// `chạy` and `kiểm-tra`. In: an invocation. Out: what the script prints, findings, exit status.
// Used by the console only.

import Glibc
import ThiDua

enum RunCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    var options = RunOptions()
    options.dataFolder = invocation.value(.dataFolder)
    options.outputFolder = invocation.value(.outputFolder)
    options.storeFile = invocation.value(.storeFile)
    if let text = invocation.value(.stepLimit) {
      let digits = text.filter { $0 != "." }
      guard let steps = Int(digits), steps > 0 else {
        MessageWriter(streams: streams).write(invocation.badValue(.stepLimit, text).diagnostic)
        return Status.scriptWrong.rawValue
      }
      options.limits.steps = steps
    }
    let printer = ProgressPrinter(streams)
    let report = Engine().run(
      streams.script(invocation.operands[0]), options: options, listener: printer)
    printer.finish()
    MessageWriter(streams: streams).write(report)
    return report.status.rawValue
  }
}

enum CheckCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let report = Engine().check(streams.script(invocation.operands[0]))
    MessageWriter(streams: streams).write(report)
    return report.status.rawValue
  }
}

extension Streams {
  /// The script an operand names; `-` is the standard input.
  func script(_ operand: String) -> ScriptSource {
    guard operand == "-" else { return .file(operand) }
    do throws(FileAccess.Failure) {
      return .bytes(try readInput(), name: "(đầu vào chuẩn)")
    } catch {
      return .file("/dev/stdin")
    }
  }
}

/// Passes on what a script prints, and shows on a terminal what a long run is doing.
final class ProgressPrinter: RunListener {
  private let streams: Streams
  private let start = clock()
  private var showsLine = false
  /// Work on fewer rows is over before anybody reads about it.
  private static let longRowCount = 50_000

  init(_ streams: Streams) { self.streams = streams }

  func printed(_ text: String) {
    wipe()
    streams.output.write(text)
  }

  func began(_ work: String, rowCount: Int) {
    let isSlow = Double(clock() - start) > 0.3 * Double(CLOCKS_PER_SEC)
    guard streams.showsProgress, rowCount >= ProgressPrinter.longRowCount || isSlow else { return }
    streams.output.flush()
    streams.error.write("\r\u{1B}[K\(work)…")
    streams.error.flush()
    showsLine = true
  }

  /// Where files went is for whoever sits there: other programs read only results and findings.
  func wrote(_ files: [String], in folder: String) {
    finish()
    guard streams.showsProgress else { return }
    streams.error.write(Self.told(files, in: folder))
    streams.error.flush()
  }

  /// `Đã ghi vào ket-qua/: a.csv, b.html.`; of many files the first few.
  static func told(_ files: [String], in folder: String) -> String {
    let named = files.count > mostNamed + 1 ? Array(files.prefix(mostNamed)) : files
    let others = files.count - named.count
    return "Đã ghi vào \(folder.hasSuffix("/") ? folder : folder + "/"): "
      + named.map { Wording.visible($0, limit: 60) }.joined(separator: ", ")
      + (others > 0 ? " và \(Wording.count(others)) tệp khác.\n" : ".\n")
  }
  private static let mostNamed = 8

  func finish() {
    wipe()
    streams.output.flush()
  }

  private func wipe() {
    guard showsLine else { return }
    streams.error.write("\r\u{1B}[K")
    streams.error.flush()
    showsLine = false
  }
}
