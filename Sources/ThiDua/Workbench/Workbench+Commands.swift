// The few words that are about the session and not about emulation. In: a command. Out: its reply. Invariant:
// a file is written whole or not at all, and never over one that this session did not write. Used by
// the workbench.

import ThiDuaSyntax
import ThiDuaText

extension Workbench {
  func obey(_ command: ConsoleCommand) -> Reply {
    var reply = Reply()
    switch command {
    case .leave: reply.leaves = true
    case .undo: undo(into: &reply.report)
    case .redo: redo(into: &reply.report)
    case .save(let path): save(to: path, into: &reply.report)
    case .help(let phrase): help(phrase, into: &reply.report)
    }
    if reply.report.status == .well {
      reply.report.status = Report.status(of: reply.report.diagnostics)
    }
    return reply
  }

  // MARK: Saving

  private func save(to path: String?, into report: inout Report) {
    guard let path else { return report.diagnostics.add(DialogueMessages.missingFileName()) }
    guard FilePath.staysInside(path) else {
      return report.diagnostics.add(CommandMessages.outsideFolder(path, span: .none))
    }
    let name = path.hasSuffix(".thidua") ? path : path + ".thidua"
    let full = FilePath.join(script.folder, name)
    if FileAccess.identity(full) != nil, !savedFiles.contains(full) {
      return report.diagnostics.add(DialogueMessages.fileExists(name))
    }
    do throws(FileAccess.Failure) {
      try FileAccess.replace(full, with: Array(asScript().utf8))
      savedFiles.insert(full)
      listener.printed("Đã lưu phiên làm việc vào \(full)\n")
    } catch {
      report.diagnostics.add(CommandMessages.unwritable(full, error.refusal))
    }
  }

  /// The session as a script: it inherits from the file, replaces what was declared again, and does what was
  /// typed, in order.
  func asScript() -> String {
    var parts: [String] = []
    if script.isFile {
      parts.append("\(Head.inheriting.rawValue) \"\(FilePath.name(of: script.name))\"\n")
    }
    var next = 0
    let replacing = startsOfReplacements
    for (index, entry) in entries.enumerated() {
      while next < questions.count, questions[next].after <= index {
        parts.append(questions[next].text)
        next += 1
      }
      parts.append(entry.replacing(at: replacing[entry.name] ?? []))
    }
    parts += questions[next...].map(\.text)
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    return format(Source(id: 0, path: "", text: text))
  }

  /// Offsets of the declarations that replace one of the file, by the name of their entry.
  private var startsOfReplacements: [String: [Int]] {
    let loader = ScriptLoader(script, typed: entries.filter(\.declares))
    var starts: [String: [Int]] = [:]
    for span in loader.replacing {
      guard let entry = loader.sources[span.file]?.path else { continue }
      starts[entry, default: []].append(Int(span.start))
    }
    return starts
  }

  // MARK: Help

  private func help(_ phrase: String?, into report: inout Report) {
    guard let phrase else { return listener.printed(Workbench.overview) }
    if let text = explanation(of: phrase) {
      listener.printed(text)
    } else {
      let known = phrases(for: phrase).filter { !$0.hasPrefix("\"") }
      report.diagnostics.add(
        DialogueMessages.unknownTopic(
          phrase, suggestions: Spelling.closest(to: phrase, in: known, limit: 3)))
    }
  }

  private static let overview = """
    Gõ một biểu thức để xem giá trị, một lệnh để chạy, một khai báo để thêm hoặc thay quy định.

      tổng điểm của tập thể "A"          xem một giá trị
      tập thể "A"                        xem mọi giá trị của một đối tượng
      tập thể sắp theo hạng              xem danh sách thành bảng
      vì sao tổng điểm của tập thể "A"   xem con số từ đâu mà ra
      vì sao không giấy khen của tập thể "C"
                                         còn thiếu điều kiện nào, thiếu bao nhiêu
      giả sử số tin bài của tập thể "A" = 12
                                         thử thay một số liệu; bỏ giả sử để trở lại
      so sánh hiện hành với giả sử       ai đổi điểm, hạng, danh hiệu, vì đâu
      cần gì để hạng của tập thể "A" = 1
                                         đổi số liệu nào thì được như vậy
      độ vững của hạng                   thay đổi nhỏ nhất làm hạng khác đi
      hoàn tác, làm lại                  lùi hoặc tiến một thay đổi
      lưu thành "tệp"                    ghi phiên làm việc thành kịch bản
      trợ giúp TỪ                        giải thích một từ, một hàm hay một tên
      thoát (hoặc Ctrl-D)                kết thúc

    Phím Tab gõ nốt tên, không cần dấu. Khối lệnh kết thúc bằng hết hoặc một dòng trống.

    """
}
