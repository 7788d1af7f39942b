// The standard library: the embedded texts are the files of stdlib/, every module stands alone and with
// all others, its examples hold, and `dùng` finds what the reference says it finds.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct LibraryTests {
  static let files = (try? Repository.scripts("stdlib")) ?? []

  @Test func embeddedTextsAreTheFiles() throws {
    #expect(LibraryModule.all.map(\.path) == Self.files, "chạy Tools/nhung-thu-vien.py")
    for module in LibraryModule.all {
      let text = try Repository.text(module.path)
      #expect(
        String(decoding: module.bytes, as: UTF8.self) == text,
        "\(module.path): chạy Tools/nhung-thu-vien.py")
      #expect(text.hasPrefix("# Mô-đun \"\(module.name)\": "))
      let plain = VietnameseText.unaccented(module.name).split(separator: " ")
      #expect(module.file == plain.joined(separator: "-"))
    }
  }

  @Test(arguments: files) func examplesHold(_ path: String) throws {
    let report = Engine().test(.file(Repository.path(path)))
    #expect(report.report.diagnostics.isEmpty, "\(report.report.diagnostics.all)")
    #expect(!report.examples.isEmpty)
    for example in report.examples {
      #expect(example.passed, "\(path): \(example.title): \(example.failures.all)")
    }
  }

  @Test(arguments: files) func layoutIsCanonical(_ path: String) {
    #expect(Engine().format(.file(Repository.path(path))).isUnchanged, "thidua định-dạng \(path)")
  }

  @Test func allModulesTogether() throws {
    let folder = try ScratchFolder()
    let lines = LibraryModule.all.flatMap { ["dùng \"\($0.name)\"", "dùng \"\($0.file)\""] }
    let script = lines.joined(separator: "\n") + "\nin 1\n"
    let call = Call("chạy", try folder.write("a.thidua", script))
    #expect(call.output == "1\n")
    #expect(call.error == "")
  }

  @Test func everyEntryIsExplained() {
    for module in LibraryModule.all {
      #expect(module.introduction.count > 1, "\(module.name)")
      for entry in module.entries {
        let name = entry.names[0]
        #expect(entry.comment.contains { $0.hasPrefix("Nguồn: ") }, "\(name): thiếu nguồn")
        #expect(!entry.declaration.isEmpty, "\(name)")
        #expect(entry.example.contains { $0.hasPrefix("ví dụ ") }, "\(name): thiếu ví dụ")
        for name in entry.names {
          #expect(
            entry.example.contains { $0.contains(name) }, "\(name): ví dụ không dùng đến")
        }
      }
    }
  }

  @Test func thePageIsTheModules() throws {
    let path = "docs/thu-vien.md"
    if Repository.acceptsNewGoldens {
      try FileAccess.replace(Repository.path(path), with: Array(LibraryPage.text.utf8))
    }
    #expect(try Repository.text(path) == LibraryPage.text, "chạy Tests/chap-nhan")
  }

  @Test func explanationsOfNamesAndModules() {
    let function = Call("giải-thích", "Tiền thưởng theo hệ số")
    #expect(function.output.hasPrefix("Thư viện, mô-đun \"tiền thưởng\"."))
    #expect(function.output.contains("  kết quả tiền thưởng theo hệ số(0,3) = 710.000\n"))
    #expect(Call("giải-thích", "cách chấm").output.contains("\n  so với đơn vị dẫn đầu\n"))
    let overview = Call("giải-thích", "thư viện").output
    #expect(LibraryModule.all.allSatisfy { overview.contains("  Mô-đun \"\($0.name)\": ") })
    let unknown = Call("giải-thích", "số phiếu cân có")
    #expect(unknown.status == 2)
    #expect(unknown.error.contains("\"số phiếu cần có\""))
  }

  // MARK: What a name after `dùng` means

  /// The output of a script beside the file `tiền thưởng.thidua`, or its messages.
  private func run(_ script: String) throws -> String {
    let folder = try ScratchFolder()
    try folder.write("tiền thưởng.thidua", "tham số lương cơ sở = 1\n")
    let call = Call("chạy", try folder.write("a.thidua", script + "\nin lương cơ sở\n"))
    return call.status == 0 ? call.output : call.error
  }

  @Test func aFileIsNamedWithItsEnding() throws {
    #expect(try run("dùng \"tiền thưởng.thidua\"") == "1\n")
  }

  @Test func theModuleIsNamedWithTheLibrary() throws {
    #expect(try run("dùng \"thư viện/tiền thưởng\"") == "2340000\n")
    #expect(try run("dùng \"thư viện/tien-thuong\"") == "2340000\n")
    #expect(try run("dùng \"Tiền Thưởng.thidua\"").hasPrefix("Lỗi TL006"))
  }

  @Test func aNameOfBothIsAnError() throws {
    #expect(try run("dùng \"tiền thưởng\"").hasPrefix("Lỗi TL050: \"tiền thưởng\" vừa là"))
    #expect(try run("dùng \"tien-thuong\"") == "2340000\n")
  }

  @Test func aNameOfNeitherOffersTheModule() throws {
    let message = try run("dùng \"thư viện/tiền thuởng\"")
    #expect(message.hasPrefix("Lỗi TL051"))
    #expect(message.contains("Có phải ý anh/chị là \"tiền thưởng\"?"))
  }

  @Test func findingsPointIntoTheModule() throws {
    let folder = try ScratchFolder()
    let script = "dùng \"tiền thưởng\"\ntham số lương cơ sở = 5\n"
    let call = Call("kiểm-tra", try folder.write("a.thidua", script))
    #expect(call.error.hasPrefix("Lỗi KT403"))
    #expect(call.error.contains("a.thidua:2:9\n"))
    #expect(call.error.contains("stdlib/tien-thuong.thidua:"))
  }

  @Test func findingsOfAModuleAreShownAtTheCall() throws {
    let folder = try ScratchFolder()
    let script = "dùng \"tiền thưởng\"\nin tiền thưởng theo hệ số(\"a\")\n"
    let call = Call("kiểm-tra", try folder.write("a.thidua", script))
    let places = call.error.split(separator: "\n").filter { $0.contains("┌─") }
    #expect(places.count == 2)
    #expect(places.first?.hasSuffix("a.thidua:2:4") == true)
    #expect(places.last?.contains("stdlib/tien-thuong.thidua:") == true)
  }

  @Test func aLaterParameterOfTheScriptHolds() throws {
    let folder = try ScratchFolder()
    let script = """
      dùng "tiền thưởng"
      phong trào "X"
        năm: 2031
      hết
      tham số lương cơ sở = 2.600.000 đồng, từ 1/1/2032
      tham số lương cơ sở = 2.500.000 đồng, từ 1/1/2031
      tham số mức thưởng lao động tiên tiến = 400.000 đồng, từ 1/1/2031
      tham số mức thưởng chiến sĩ thi đua cơ sở = 9 đồng, từ 1/1/2032
      in tiền thưởng theo hệ số(0,3); mức thưởng lao động tiên tiến
      in mức thưởng chiến sĩ thi đua cơ sở

      """
    let call = Call("chạy", try folder.write("a.thidua", script))
    #expect(call.output == "750000 400000\n2500000\n", "\(call.error)")
  }

  @Test func aDocumentOfTheScriptStandsBeforeTheLibrary() throws {
    let folder = try ScratchFolder()
    let script = "dùng \"tiền thưởng\"\nvăn bản NĐ152 \"Nghị định của đơn vị\"\nin 1\n"
    let call = Call("chạy", try folder.write("a.thidua", script))
    #expect(call.output == "1\n" && call.error == "")
  }

  @Test func aCircleOfFilesIsPrinted() throws {
    let folder = try ScratchFolder()
    try folder.write("b.thidua", "dùng \"c\"\n")
    try folder.write("c.thidua", "dùng \"d.thidua\"\ndùng \"a.thidua\"\n")
    try folder.write("d.thidua", "in 1\n")
    let call = Call("kiểm-tra", try folder.write("a.thidua", "dùng \"b\"\ndùng \"d\"\n"))
    #expect(call.error.contains("\"a.thidua\" → \"b.thidua\" → \"c.thidua\" → \"a.thidua\""))
    #expect(call.error.split(separator: "\n").filter { $0.hasPrefix("Lỗi ") }.count == 1)
  }
}
