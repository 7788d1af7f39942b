// The command line without any script: words, options, help, exit status.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// One call of the program, in memory.
struct Call {
  var status: Int32
  var output: String
  var error: String

  init(_ arguments: String..., input: String = "") {
    self.init(arguments, input: input)
  }

  init(_ arguments: [String], input: String = "") {
    let streams = Streams(input: input)
    status = Console.run(arguments, streams: streams)
    output = streams.output.text
    error = streams.error.text
  }
}

@Suite struct CommandLineTests {
  @Test func writtenFilesAreNamed() {
    #expect(ProgressPrinter.told(["a.csv"], in: "ket-qua") == "Đã ghi vào ket-qua/: a.csv.\n")
    let many = ProgressPrinter.told((1...20).map { "\($0).docx" }, in: "ra/")
    #expect(
      many.hasPrefix("Đã ghi vào ra/: 1.docx, ") && many.hasSuffix("8.docx và 12 tệp khác.\n"))
  }

  @Test func everyCommandAndOptionHasItsOwnUnaccentedTwin() {
    let names = Command.all.map(\.name)
    #expect(Set(names.map { VietnameseText.unaccented($0) }).count == names.count)
    for command in Command.all {
      #expect(Command.named(VietnameseText.unaccented(command.name))?.name == command.name)
      let options = command.options.map(\.name)
      #expect(Set(options.map { VietnameseText.unaccented($0) }).count == options.count)
    }
  }

  @Test(arguments: ["trợ-giúp", "tro-giup", "TRỢ-GIÚP", "tro\u{31B}\u{323}-giu\u{301}p", "--help"])
  func helpIsAskedForInManyWays(word: String) {
    let call = Call(word)
    #expect(call.status == 0)
    #expect(call.output == HelpCommand.overview)
    #expect(call.error.isEmpty)
  }

  @Test func helpOfACommandNamesItsOptions() {
    let call = Call("tro-giup", "chay")
    #expect(call.output.contains("--dữ-liệu THƯ_MỤC"))
    #expect(call.output.contains("--du-lieu"))
    #expect(Call("chay", "--tro-giup").output == call.output)
  }

  @Test func noArgumentsOpenAConversation() {
    #expect(Call([], input: "1 + 2\n").output == "3\n")
  }

  @Test(arguments: [
    (["chảy", "a.thidua"], "TL001", "\"chạy\""),
    (["a.thidua"], "TL001", "chạy a.thidua"),
    (["chạy", "a.thidua", "--dư-liệu", "x"], "TL002", "--dữ-liệu"),
    (["chạy", "a.thidua", "--ra"], "TL003", "--ra THƯ_MỤC"),
    (["chạy", "a.thidua", "--ra="], "TL003", "--ra THƯ_MỤC"),
    (["kiểm-thử", "--khuôn", "xml"], "TL003", "junit"),
    (["định-dạng", "a.thidua", "--ghi=có"], "TL003", "--ghi"),
    (["chạy", "a.thidua", "--so-buoc", "nhiều"], "TL003", "--số-bước"),
    (["chạy"], "TL004", "thidua chạy TỆP"),
    (["chạy", "a.thidua", "b.thidua"], "TL004", "thừa"),
    (["chạy", "khong-co.thidua"], "TL005", "Không có tệp"),
    (["chạy", "/"], "TL005", "thư mục"),
    (["giải-thích", "XX999"], "TL009", "CP001"),
  ])
  func wrongCallsSayWhatToWrite(arguments: [String], code: String, hint: String) {
    let call = Call(arguments)
    #expect(call.status == 2)
    #expect(call.output.isEmpty)
    #expect(call.error.hasPrefix("Lỗi \(code):"))
    #expect(call.error.contains(hint))
  }

  @Test func everyCodeIsExplained() {
    for entry in Catalogue.all {
      let call = Call("giải-thích", entry.code.lowercased())
      #expect(call.status == 0)
      #expect(call.output == entry.text)
    }
    #expect(Set(Catalogue.all.map(\.code)).count == Catalogue.all.count)
  }

  @Test func valuesMayFollowAnEqualSignOrASpace() throws {
    let first = try Invocation.parse(["chạy", "a", "--ra=x=y"])
    #expect(first.value(.outputFolder) == "x=y")
    let second = try Invocation.parse(["chay", "--ra", "x", "--", "--a"])
    #expect(second.value(.outputFolder) == "x")
    #expect(second.operands == ["--a"])
    #expect(try Invocation.parse(["kiem-thu", "--khuon", "JUNIT"]).value(.format) == "junit")
  }
}

@Suite struct MessageTests {
  @Test func manyFindingsAlikeAreSummedUp() throws {
    let findings = (1...25).map { (line: Int) in
      DataMessages.duplicateKey(
        "A\(line)", place: DataPlace(file: "a.csv", line: line), firstLine: 1)
    }
    let shown = MessageWriter.abridged(findings)
    #expect(shown.count == 21)
    let last = try #require(shown.last)
    #expect(last.message.contains("còn 5 lỗi DL002"))
    #expect(MessageWriter.abridged(Array(findings.prefix(20))).count == 20)
  }

  @Test func junitEscapesWhatXMLForbids() {
    #expect(JUnit.escaped("a<b & \"c\"\u{1}") == "a&lt;b &amp; &quot;c&quot;\u{FFFD}")
    let text = JUnit.text([TestReport(script: "a&b.thidua")])
    #expect(text.contains("<testsuite name=\"a&amp;b.thidua\" tests=\"0\""))
  }
}
