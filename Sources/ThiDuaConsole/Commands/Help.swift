// `trợ-giúp` and `phiên-bản`: what is read from tables alone. In: an invocation.
// Out: text on the output. Used by the console only.

import ThiDua

enum HelpCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    guard let topic = invocation.operands.first else {
      streams.output.write(overview)
      return Status.well.rawValue
    }
    guard let command = Command.named(topic) else {
      let names = Command.all.map(\.name)
      MessageWriter(streams: streams).write(
        CommandMessages.unknownCommand(
          topic, suggestions: Spelling.closest(to: topic, in: names, limit: 2)))
      return Status.scriptWrong.rawValue
    }
    streams.output.write(text(of: command))
    return Status.well.rawValue
  }

  /// The list of commands and what holds for all of them.
  static var overview: String {
    """
    thidua: chấm điểm, xếp hạng và đề nghị khen thưởng theo kịch bản tiếng Việt

    Cách dùng: thidua LỆNH [TỆP] [TÙY CHỌN]

    Các lệnh:
    \(rows(Command.all.map { ($0.usage.dropPrefix("thidua "), $0.summary) }))
    Gõ "thidua trợ-giúp LỆNH" để xem kỹ từng lệnh.
    Lệnh và tùy chọn viết không dấu cũng được: thidua chay phong-trao.thidua --du-lieu so-lieu
    TỆP là "-" thì đọc kịch bản từ đầu vào chuẩn.

    Mã kết thúc: 0 tốt; 1 có ví dụ không đạt; 2 kịch bản sai; 3 dữ liệu sai; 4 quá giới hạn
    hoặc lỗi của máy.

    """
  }

  static func text(of command: Command) -> String {
    var text = "\(command.usage)\(command.options.isEmpty ? "" : " [TÙY CHỌN]")\n"
    text += "  \(command.summary)\n"
    if !command.details.isEmpty { text += "\n\(command.details)\n" }
    if !command.options.isEmpty {
      text += "\nTùy chọn:\n" + rows(command.options.map { ($0.usage, $0.summary) })
    }
    return text + "\nKhông dấu: \(VietnameseText.unaccented(command.name))"
      + command.options.map { ", \(VietnameseText.unaccented($0.name))" }.joined() + "\n"
  }

  private static func rows(_ pairs: [(String, String)]) -> String {
    let width = pairs.map { VietnameseText.displayWidth($0.0) }.max() ?? 0
    return pairs.map { "  \(VietnameseText.padded($0.0, to: width))  \($0.1)\n" }.joined()
  }
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

enum VersionCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    streams.output.write("thidua \(Engine.version)\n")
    return Status.well.rawValue
  }
}
