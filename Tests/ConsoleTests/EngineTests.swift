// The façade as an embedding program uses it: scripts and data in memory, files that appear together.

import Testing
import ThiDua

@Suite struct EngineTests {
  private static let script = """
    đối tượng tập thể
      mã: chữ, khóa
      điểm: số
    hết
    dữ liệu tập thể từ "tap-the.csv"
    xếp hạng hạng của tập thể
      theo điểm giảm dần
      vẫn bằng nhau thì đồng hạng
    in hạng của tập thể "B"
    xuất tập thể sắp theo hạng ra "hang.csv", kiểu quốc tế: hạng; mã; điểm
    """

  @Test func scriptAndDataMayBeInMemory() throws {
    let outputs = try ScratchFolder()
    var options = RunOptions()
    options.outputFolder = outputs.file("kết quả/năm 2026")
    options.dataFiles["tap-the.csv"] = Array("mã;điểm\nA;8,5\nB;9\n".utf8)
    let recorder = Recorder()
    let report = Engine().run(.text(Self.script), options: options, listener: recorder)
    #expect(report.status == .well)
    #expect(report.diagnostics.isEmpty)
    #expect(recorder.text == "1\n")
    #expect(recorder.written == [outputs.file("kết quả/năm 2026/hang.csv")])
    #expect(try outputs.text("kết quả/năm 2026/hang.csv") == "hạng,mã,điểm\n1,B,9\n2,A,8.5\n")
  }

  @Test func aRunThatStopsLeavesNothing() throws {
    let outputs = try ScratchFolder()
    var options = RunOptions()
    options.outputFolder = outputs.file("ra")
    options.dataFiles["tap-the.csv"] = Array("mã;điểm\nA;8,5\nB;9\n".utf8)
    let recorder = Recorder()
    let report = Engine().run(
      .text(Self.script + "\nđặt x = 0\nin 1 / x\n"), options: options, listener: recorder)
    #expect(report.status == .scriptWrong)
    #expect(recorder.written.isEmpty)
    #expect(outputs.names().isEmpty)
  }

  @Test func anInputIsNeverReplaced() throws {
    let folder = try ScratchFolder()
    try folder.write("tap-the.csv", "mã;điểm\nA;8,5\nB;9\n")
    var options = RunOptions()
    options.outputFolder = folder.path
    let overInput =
      Self.script.split(separator: "\n").dropLast().joined(separator: "\n")
      + "\nxuất tập thể ra \"tap-the.csv\": mã\n"
    let path = try folder.write("a.thidua", overInput)
    let report = Engine().run(.file(path), options: options, listener: Recorder())
    #expect(report.diagnostics.all.map(\.code) == ["DL021"])
    #expect(try folder.text("tap-the.csv") == "mã;điểm\nA;8,5\nB;9\n")
    #expect(folder.names() == ["a.thidua", "tap-the.csv"])
  }

  @Test(arguments: [1, 2, 5])
  func coresDoNotChangeAnything(cores: Int) throws {
    let outputs = try ScratchFolder()
    var options = RunOptions()
    options.outputFolder = outputs.path
    options.limits.workers = cores
    options.dataFolder = Repository.path("Tests/Fixtures/cum-1/nhieu-cum")
    let report = Engine().run(
      .file(Repository.path("scripts/vi-du/cum-1.thidua")), options: options,
      listener: Recorder())
    #expect(report.status == .well)
    let expected = try FileAccess.read(
      Repository.path("Tests/Fixtures/cum-1/nhieu-cum/ket-qua.csv"))
    #expect(try outputs.bytes("ket-qua.csv") == expected)
  }

  @Test func importsGiveTheirDeclarations() throws {
    let folder = try ScratchFolder()
    try folder.write("chung.thidua", "hàm gấp đôi(x) = x * 2\nin \"không in\"\n")
    let path = try folder.write("chính.thidua", "dùng \"chung\"\nin gấp đôi(21)\n")
    let recorder = Recorder()
    let report = Engine().run(.file(path), options: RunOptions(), listener: recorder)
    #expect(report.status == .well)
    #expect(recorder.text == "42\n")
  }

  @Test func formattingInPlaceKeepsTheMeaning() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.thidua", "in   1+2\r\n")
    let checked = Call("định-dạng", "--kiểm", path)
    #expect(checked.status == 1)
    #expect(checked.error.hasPrefix("Lỗi TL011:"))
    #expect(Call("dinh-dang", "--ghi", path).status == 0)
    #expect(try folder.text("a.thidua") == "in 1 + 2\n")
    #expect(Call("định-dạng", "--kiểm", path).status == 0)
  }

  @Test func testsOfAFolderGiveJUnit() throws {
    let folder = try ScratchFolder()
    let empty = Call("kiểm-thử", folder.path)
    #expect(empty.status == 0)
    #expect(empty.error.hasPrefix("Cảnh báo TL010:"))
    try folder.write("a.thidua", "ví dụ \"đúng\"\n  kết quả 1 + 1 = 2\nhết\n")
    try folder.write("b.thidua", "ví dụ \"sai\"\n  kết quả 1 + 1 = 3\nhết\n")
    let call = Call("kiểm-thử", folder.path, "--khuôn", "junit")
    #expect(call.status == 1)
    #expect(call.output.contains("tests=\"1\" failures=\"1\" errors=\"0\""))
    #expect(call.output.contains("<failure message=\"VD001: kết quả không đúng: 1 + 1 = 3\""))
    #expect(Call("kiểm-thử", folder.file("a.thidua")).status == 0)
    try folder.write("c.thidua", "in 1 +\n")
    #expect(Call("kiểm-thử", folder.path).status == 2)
  }
}
