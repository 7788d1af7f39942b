// `kho`: what people do with a store. In: an invocation with the work to do and numbers of runs. Out: what is
// in the store, findings, exit status. Used by the console only.

import ThiDua

enum StoreCommand {
  private static let question = "CÂU_HỎI"
  /// The works, as help prints them.
  private static let works: [(name: String, operands: [String], summary: String)] = [
    ("liệt-kê", [], "các lượt đã lưu"),
    ("xem", ["N"], "lượt N: đã đọc gì, ai đạt danh hiệu gì"),
    ("vì-sao", ["N", question], "giải thích một kết quả của lượt N"),
    ("chạy-lại", ["N"], "tính lại lượt N bằng phiên bản này rồi so với kết quả đã lưu"),
    ("so-sánh", ["N", "M"], "kết quả của hai lượt khác nhau ở đâu"),
    ("ghi-lý-do", ["N"], "cất thêm lý do cho lượt N do bản ThiDua cũ lưu"),
    ("chính-thức", ["N"], "chốt lượt N là lượt chính thức của năm"),
    ("xuất", ["N"], "lấy kịch bản, số liệu, kết quả của lượt N ra thư mục --ra"),
  ]

  private static var usages: [String] {
    works.map { ([$0.name] + $0.operands).joined(separator: " ") }
  }

  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    let messages = MessageWriter(streams: streams)
    guard let word = invocation.operands.first else {
      let width = usages.map(\.count).max() ?? 0
      for (usage, work) in zip(usages, works) {
        let padding = String(repeating: " ", count: width - usage.count)
        streams.output.write("  thidua kho \(usage)\(padding)   \(work.summary)\n")
      }
      return Status.well.rawValue
    }
    let spelled = Spelled(word)
    guard let work = works.first(where: { spelled.names($0.name) }) else {
      return refuse(StoreMessages.unknownTask(word, usages: usages), messages)
    }
    guard invocation.operands.count == 1 + work.operands.count else {
      let isMissing = invocation.operands.count < 1 + work.operands.count
      let usage = (["thidua kho", work.name] + work.operands).joined(separator: " ")
      return refuse(
        CommandMessages.wrongStoreOperands(isMissing: isMissing, usage: usage), messages)
    }
    var numbers: [Int] = []
    for (operand, name) in zip(invocation.operands.dropFirst(), work.operands) {
      if name == Self.question { continue }
      guard let number = Int(operand) else {
        return refuse(StoreMessages.noRun(operand, newest: 0), messages)
      }
      numbers.append(number)
    }
    let keeper = StoreKeeper(path: path(invocation))
    let answer: StoreKeeper.Answer
    switch work.name {
    case "liệt-kê": answer = keeper.list()
    case "xem": answer = keeper.show(numbers[0])
    case "vì-sao": answer = keeper.explain(invocation.operands[2], of: numbers[0])
    case "chạy-lại": answer = keeper.replay(numbers[0])
    case "ghi-lý-do": answer = keeper.addReasons(to: numbers[0])
    case "so-sánh": answer = keeper.compare(numbers[0], numbers[1])
    case "chính-thức": answer = keeper.confirm(numbers[0])
    default:
      answer = keeper.export(
        numbers[0], to: invocation.value(.outputFolder) ?? "luot-\(numbers[0])")
    }
    streams.output.write(answer.text)
    streams.output.flush()
    messages.write(answer.report)
    return answer.report.status.rawValue
  }

  /// `--kho`, else the store of this folder, else that of its outputs.
  private static func path(_ invocation: Invocation) -> String {
    if let path = invocation.value(.storeFile) { return path }
    let here = "kho.sqlite"
    return FileAccess.identity(here) == nil ? "ket-qua/" + here : here
  }

  private static func refuse(_ finding: Diagnostic, _ messages: MessageWriter) -> Int32 {
    messages.write(finding)
    return Status.scriptWrong.rawValue
  }
}
