// Golden files: scripts with the whole text they must give, so that a change of any stage shows as a
// difference to read. `Tests/chap-nhan` writes them anew.
//
//   Tests/Golden/sai/X.thidua     wrong scripts, one a code: exit status, output and messages of
//                                 `chạy`, or of `kiểm-thử` when the name begins with VD;
//                                 `# tùy chọn: --số-bước 100` on the first line adds options
//   Tests/Golden/vi-sao/X.thidua  explanations: what `vì sao` prints
//   Tests/Golden/chang/X.thidua   every stage of one input: layout, code, output
//   Tests/Golden/vi-du/X          what a script of scripts/vi-du prints and the files it writes
//   Tests/Scripts/**/X.thidua     programs with the expectation beside the line:
//                                 `# in ra: TEXT` one line of output, `# lỗi: MÃ` one code of a finding

import Testing
import ThiDua

@testable import ThiDuaConsole

/// The whole outcome of a script as text, with the folder's own path left out.
func transcript(_ path: String, command: String = "chạy") throws -> String {
  let outputs = try ScratchFolder()
  let full = Repository.path(path)
  var arguments = [command, full]
  if command == "chạy" {
    arguments += ["--ra", outputs.path]
    let firstLine = String(
      decoding: try FileAccess.read(full).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    if firstLine.hasPrefix("# tùy chọn: ") {
      arguments += firstLine.split(separator: " ").dropFirst(3).map(String.init)
    }
  }
  let call = Call(arguments)
  let text = "mã kết thúc: \(call.status)\n\n" + call.output + call.error
  return replacing(FilePath.folder(of: full) + "/", in: text)
}

/// The text without any occurrence of `prefix`.
func replacing(_ prefix: String, in text: String) -> String {
  var result: [UInt8] = []
  let (bytes, wanted) = (Array(text.utf8), Array(prefix.utf8))
  var index = 0
  while index < bytes.count {
    if bytes[index...].starts(with: wanted) {
      index += wanted.count
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Compares with the golden file beside the script, or writes it when goldens are being accepted.
func expectGolden(_ text: String, beside path: String) throws {
  try expectGolden(text, path: String(path.dropLast(".thidua".count)) + ".mong-doi.txt")
}

func expectGolden(_ text: String, path golden: String) throws {
  if Repository.acceptsNewGoldens {
    try FileAccess.replace(Repository.path(golden), with: Array(text.utf8))
  } else {
    let expected = try Repository.text(golden)
    #expect(text == expected, "\(golden)")
  }
}

@Suite struct GoldenTests {
  static let wrong = (try? Repository.scripts("Tests/Golden/sai")) ?? []
  static let reasons = (try? Repository.scripts("Tests/Golden/vi-sao")) ?? []
  static let stages = (try? Repository.scripts("Tests/Golden/chang")) ?? []
  static let regulations = ((try? Repository.scripts("scripts/vi-du")) ?? [])
    .filter { !$0.hasSuffix("kiem-thu.thidua") }
  static let programs = (try? Repository.scripts("Tests/Scripts")) ?? []

  @Test(arguments: wrong) func wrongScript(_ path: String) throws {
    let isExample = FilePath.name(of: path).hasPrefix("VD")
    let text = try transcript(path, command: isExample ? "kiểm-thử" : "chạy")
    #expect(
      !text.hasPrefix("mã kết thúc: 0") || text.contains("Cảnh báo ") || text.contains("Lưu ý "))
    try expectGolden(text, beside: path)
  }

  @Test(arguments: stages) func everyStage(_ path: String) throws {
    var text = "── định-dạng ──\n" + (try transcript(path, command: "định-dạng"))
    text += "── xem-mã ──\n" + (try transcript(path, command: "xem-mã"))
    text += "── chạy ──\n" + (try transcript(path))
    try expectGolden(text, beside: path)
  }

  /// The regulations that come with the program: checked without a finding, then run as an office
  /// runs them, with every file they write.
  @Test(arguments: regulations) func regulation(_ path: String) throws {
    let checked = Call("kiểm-tra", Repository.path(path))
    #expect(checked.status == 0 && checked.error.isEmpty, "\(checked.error)")
    let outputs = try ScratchFolder()
    let call = Call("chạy", Repository.path(path), "--ra", outputs.path)
    #expect(call.status == 0, "\(call.error)")
    var text = call.output + call.error
    for name in outputs.names() {
      text += "\n── \(name) ──\n"
      let rows = try outputs.text(name).split(whereSeparator: \.isNewline)
      text += rows.joined(separator: "\n") + "\n"
    }
    text = replacing(FilePath.folder(of: Repository.path(path)) + "/", in: text)
    let name = path.dropFirst("scripts/vi-du/".count).split(separator: "/").joined(separator: "-")
    try expectGolden(text, beside: "Tests/Golden/vi-du/" + name)
  }

  @Test(arguments: reasons) func explanation(_ path: String) throws {
    let text = try transcript(path)
    #expect(text.hasPrefix("mã kết thúc: 0"))
    try expectGolden(text, beside: path)
  }

  @Test(arguments: programs) func program(_ path: String) throws {
    let lines = try Repository.text(path).split(whereSeparator: \.isNewline)
    func expected(_ mark: String) -> [String] {
      lines.compactMap { line in
        guard let found = line.firstRange(of: mark) else { return nil }
        return String(line[found.upperBound...])
      }
    }
    let outputs = try ScratchFolder()
    let call = Call("chạy", Repository.path(path), "--ra", outputs.path)
    let printed = expected("# in ra: ")
    #expect(call.output == printed.map { $0 + "\n" }.joined(), "\(call.error)")
    let codes = call.error.split(separator: "\n").compactMap { line -> String? in
      for title in ["Lỗi ", "Cảnh báo "] where line.hasPrefix(title) {
        return String(line.dropFirst(title.count).prefix(5))
      }
      return nil
    }
    #expect(codes == expected("# lỗi: "), "\(call.error)")
  }

  /// Codes that no script alone can bring about, each with a test elsewhere; CH022 and GH007 are
  /// the words for what earlier stages exclude.
  static let testedElsewhere: Set<String> = [
    "CH071", "TL001", "TL002", "TL003", "TL004", "TL005", "TL008", "TL009", "TL010", "TL011",
    "TL050", "TL060", "TL061", "TL062", "TL063", "GH003", "CH022", "GH007", "GH008",
    "TL040", "TL041", "TL034", "TL035", "TL036", "TL037", "DL150", "DL151", "DL152",
    "TL111", "TL112", "TL113",
    "TL070", "TL071", "TL072",
    "DL171", "DL172", "DL173", "DL174", "DL175", "DL176", "DL180", "DL181",
    "TL080", "TL081", "TL082",
    "TL085", "TL086",
  ]

  @Test func everyCodeHasAGolden() throws {
    var missing = Set(Catalogue.all.map(\.code)).subtracting(Self.testedElsewhere)
    for path in Self.wrong {
      let text = try Repository.text(String(path.dropLast(".thidua".count)) + ".mong-doi.txt")
      for code in missing where text.contains(" \(code):") { missing.remove(code) }
    }
    #expect(missing.sorted() == [])
  }
}
