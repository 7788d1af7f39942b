// `mẫu-nhập`. In: an invocation. Out: what was made and how to read it back on the output, findings, exit
// status. Used by the console only.

import ThiDua

enum InputFormCommand {
  static func run(_ invocation: Invocation, _ streams: Streams) -> Int32 {
    var options = RunOptions()
    options.dataFolder = invocation.value(.dataFolder)
    let made = Engine().inputForms(
      for: streams.script(invocation.operands[0]), in: invocation.value(.formFolder),
      options: options)
    if let forms = made.forms { streams.output.write(text(forms)) }
    MessageWriter(streams: streams).write(made.report)
    return made.report.status.rawValue
  }

  private static func text(_ forms: InputForms) -> String {
    var text = ""
    for file in forms.files {
      text += "Đã tạo \(file.path):\n"
      for sheet in file.sheets {
        let given = sheet.givenRows > 0 ? ", đã ghi sẵn \(Wording.count(sheet.givenRows)) dòng" : ""
        text += "  trang \(Wording.quoted(sheet.name))\(given)\n"
      }
    }
    let lines = forms.files.flatMap(\.sheets).filter { $0.line != nil }
    if lines.isEmpty {
      return text + "\nNhập xong, đặt tệp vào chỗ kịch bản đọc; không phải sửa kịch bản.\n"
        + warnings(forms)
    }
    text += "\nNhập xong, đặt tệp cạnh kịch bản; trong kịch bản, dòng dữ liệu ghi là:\n"
    for sheet in lines {
      text += "  \(sheet.line!)\n"
      if sheet.keepsLinesBelow { text += "    (các dòng cột … bên dưới giữ nguyên)\n" }
    }
    return text + warnings(forms)
  }

  private static func warnings(_ forms: InputForms) -> String {
    let replaced = forms.files.compactMap(\.replaced)
    guard !replaced.isEmpty else { return "" }
    return "\nChỗ ấy đã có \(Wording.enumeration(replaced)): cất đi chỗ khác trước, vì mẫu cùng "
      + "tên sẽ thay tệp ấy.\n"
  }
}
