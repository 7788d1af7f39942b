// Data to a workbook and back, at random: what was written is what is read, and written again it is the same file.
// Line breaks inside a cell of a workbook become spaces, once.

import Testing
import ThiDua

@Suite struct RoundTripTests {
  /// SplitMix64: a failure repeats on every machine.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func roll(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  }

  private static let texts = [
    "Phường Hoa Sim", "=1+1", "+84 912", "-5", "@x", "''='", "'", "'=A1", "0012", "1.250", "8,5",
    "1e5",
    "92,5%", "14/10/2026", "2026-10-14", "08:30", "có", "TRUE", "không áp dụng", "N/A", "#N/A",
    "<b>&amp;</b>", "\"trích\"", "a;b", "a\tb", "😀 👍🏽 🇻🇳", "hai\ndòng", "_x0041_", "_x000D_",
    "x_x0020_",
    "ngắt\n\n- ý một;\n- ý hai", "e\u{301}", "ﬁ", "\u{200B}a", "a\u{A0}b", "𝕏", "ệ", "1/3", "(1)",
    "-", "…", "",
    "cộng", "tổng", "null", "a  b", "http://x.invalid/?a=1&b=2", "mailto:x@x", "{=SUM(A1)}", "٣",
  ]

  private static func text(_ dice: inout Dice) -> String {
    switch dice.roll(12) {
    case 0: String(repeating: "Đội \(dice.roll(9)) – ", count: dice.roll(900))
    case 1: (0..<dice.roll(12)).map { _ in texts[dice.roll(texts.count)] }.joined(separator: " ")
    default: texts[dice.roll(texts.count)]
    }
  }

  private static func number(_ dice: inout Dice) -> String {
    let sign = dice.roll(3) == 0 ? "-" : ""
    let whole = dice.roll(2) == 0 ? "\(dice.roll(1000))" : "\(dice.next() % 10_000_000_000_000_000)"
    switch dice.roll(4) {
    case 0: return sign + whole
    case 1: return sign + "0,\(1 + dice.roll(99_999))"
    // More digits than a binary fraction has.
    case 2: return sign + "\(whole),\(1 + dice.next() % 1_000_000_000_000)"
    default:
      return ["0", "0,1", "-0,3", "8,87", "1,0000001", "123456789012345678", ""][dice.roll(7)]
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  private static func table(_ dice: inout Dice) -> String {
    var lines = ["mã;tên;ghi chú;điểm;tỷ lệ;ngày;nộp"]
    for row in 0..<1 + dice.roll(40) {
      let ratio = dice.roll(5) == 0 ? "" : "\(dice.roll(200)),\(dice.roll(1000))%"
      let day = "\(1 + dice.roll(28))/\(1 + dice.roll(12))/\(1850 + dice.roll(400))"
      lines.append(
        [
          "\(String(1000 + row).dropFirst())", quoted(text(&dice)), quoted(text(&dice)),
          number(&dice), ratio, dice.roll(5) == 0 ? "" : day, ["có", "không", ""][dice.roll(3)],
        ].joined(separator: ";"))
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// Reads a file of data and writes it as both kinds.
  private func run(_ name: String, _ bytes: [UInt8]) throws -> (workbook: [UInt8], text: String) {
    let folder = try ScratchFolder()
    var options = RunOptions()
    options.dataFiles[name] = bytes
    options.outputFolder = folder.path
    let report = Engine().run(
      .text(
        """
        đối tượng đơn vị
          mã: chữ, khóa
          tên; ghi chú: chữ, được để trống
          điểm: số, được để trống
          tỷ lệ: tỷ lệ, được để trống
          ngày: ngày, được để trống
          nộp: có/không, được để trống
        hết
        dữ liệu đơn vị từ "\(name)"
        xuất đơn vị ra "ra.xlsx": mã; tên; ghi chú; điểm; tỷ lệ; ngày; nộp
        xuất đơn vị ra "ra.csv": mã; tên; ghi chú; điểm; tỷ lệ; ngày; nộp
        """), options: options, listener: Recorder())
    #expect(!report.diagnostics.hasErrors, "\(report.diagnostics)")
    let text = try FileAccess.read(folder.file("ra.csv"))
    return (try FileAccess.read(folder.file("ra.xlsx")), String(decoding: text, as: UTF8.self))
  }

  /// Line breaks of cells as spaces; those of rows are two letters, which Swift takes for one.
  private func joined(_ text: String) -> String {
    String(text.map { $0 == "\n" ? " " : $0 })
  }

  @Test func whatIsWrittenIsRead() throws {
    var dice = Dice(state: 2026)
    for round in 0..<12 {
      let table = Self.table(&dice)
      let first = try run("so-lieu.csv", Array(table.utf8))
      let second = try run("so-lieu.xlsx", first.workbook)
      #expect(cells(second.text) == cells(joined(first.text)), "\(round)")
      let third = try run("so-lieu.xlsx", second.workbook)
      #expect(third.workbook == second.workbook, "\(round)")
      #expect(third.text == second.text, "\(round)")
    }
  }

  /// The cells without the quotes that line breaks alone had made necessary.
  private func cells(_ text: String) -> [String] {
    text.split(separator: "\r\n").map { $0.filter { $0 != "\"" } }
  }
}
