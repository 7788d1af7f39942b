// `mẫu-văn-bản`. In: an invocation. Out: the list of the templates that come with the program, or a copy of one that
// an office may change; findings, exit status. Invariant: never writes over a file. Used by the console only.

import ThiDua

enum PaperTextCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    guard let name = invocation.operands.first else {
      streams.output.write("Các mẫu văn bản có sẵn:\n")
      for paper in PaperText.all {
        streams.output.write(
          "  \(VietnameseText.padded(paper.name, to: 22, alignRight: false)) \(paper.summary)\n")
      }
      streams.output.write("Chép một mẫu để sửa: thidua mẫu-văn-bản \"tờ trình\" --ra mau\n")
      return Status.well.rawValue
    }
    let messages = MessageWriter(streams: streams)
    guard let paper = PaperText.named(name) else {
      let known = PaperText.all.map(\.name)
      messages.write(
        TemplateMessages.unknownTemplate(
          name, known: known, suggestions: Spelling.closest(to: name, in: known)))
      return Status.scriptWrong.rawValue
    }
    let folder = invocation.value(.outputFolder) ?? "."
    let path = FilePath.join(folder, paper.file)
    guard FileAccess.identity(path) == nil else {
      messages.write(TemplateMessages.copyExists(path))
      return Status.scriptWrong.rawValue
    }
    do throws(FileAccess.Failure) {
      if !FileAccess.isFolder(folder) { try FileAccess.makeFolder(folder) }
      try FileAccess.replace(path, with: Array(paper.text.utf8))
    } catch {
      messages.write(TemplateMessages.copyRefused(path, error.refusal))
      return Status.scriptWrong.rawValue
    }
    streams.output.write("Đã chép mẫu \(paper.name) ra \(path)\n")
    return Status.well.rawValue
  }
}
