// The code blocks of README.md and docs/ are programs: each is run in a folder of its own.
//
//   ```thidua         must run well; a ```text block right after it is its exact output
//   ```thidua nhắc    must run; the ```text block right after it is what it warns of
//   ```thidua sai     must be refused; the ```text block right after it is the exact message
//   ```hỏi            is a conversation over the last script, as a terminal shows it
//   ```csv NAME       is the file NAME for the blocks after it in the same page; so is ```mau NAME
//   ```thidua tệp NAME   likewise, a script
//   ```sql NAME       makes the SQLite file NAME for them
//   ```xlsx NAME      is what a sheet of the workbook Tests/Fixtures/xlsx/NAME looks like; they have that file
//
// Blocks of other languages are not run. Tables between `<!-- máy viết: … -->` and `<!-- hết -->` are those
// of the language (GeneratedTables.swift). When goldens are being accepted (Tests/chap-nhan), the ```text
// and ```hỏi blocks and these tables are written anew.

import Testing
import ThiDua

@testable import ThiDuaConsole

/// A fenced block of a page.
struct FencedBlock: CustomStringConvertible, Sendable {
  var page: String
  var line: Int
  /// What stands after the fence: `thidua sai`.
  var heading: String
  var body = ""

  var description: String { "\(page):\(line)" }
  /// What a program prints, not what a person writes.
  var isShown: Bool { heading == "text" || heading == "hỏi" }

  static func blocks(of page: String) throws -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: FencedBlock?
    let lines = try Repository.text(page).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(block)
          open = nil
        } else {
          open = FencedBlock(page: page, line: index + 1, heading: String(line.dropFirst(3)))
        }
      } else if open != nil {
        open?.body += line + "\n"
      }
    }
    #expect(open == nil, "\(page): một khối mã chưa đóng")
    return blocks
  }

  static func pages() -> [String] {
    var pages = ["README.md"]
    var folders = ["docs"]
    while let folder = folders.popLast() {
      for name in (try? FileAccess.names(in: Repository.path(folder))) ?? [] {
        let path = folder + "/" + name
        if FileAccess.isFolder(Repository.path(path)) { folders.append(path) }
        if name.hasSuffix(".md") { pages.append(path) }
      }
    }
    return pages.sorted().filter { FileAccess.identity(Repository.path($0)) != nil }
  }
}

@Suite struct DocumentationTests {
  @Test(arguments: FencedBlock.pages()) func page(_ path: String) throws {
    let written = try Repository.text(path)
    let renewed = try GeneratedTables.renewed(written)
    if Repository.acceptsNewGoldens, renewed != written {
      try FileAccess.replace(Repository.path(path), with: Array(renewed.utf8))
    } else {
      #expect(renewed == written, "\(path): bảng máy viết đã cũ, chạy Tests/chap-nhan")
    }
    var blocks = try FencedBlock.blocks(of: path)
    let folder = try ScratchFolder()
    for (index, block) in blocks.enumerated() {
      let words = block.heading.split(separator: " ").map(String.init)
      if ["csv", "mau"].contains(words.first), words.count == 2 {
        try folder.write(words[1], block.body)
      }
      if words.first == "sql", words.count == 2 {
        try SQLiteFile.make(folder.file(words[1]), sql: block.body)
      }
      if words.first == "xlsx", words.count == 2 {
        let workbook = try FileAccess.read(Repository.path("Tests/Fixtures/xlsx/" + words[1]))
        try folder.write(words[1], bytes: workbook)
      }
      if words.starts(with: ["thidua", "tệp"]), words.count == 3 {
        try folder.write(words[2], block.body)
        continue
      }
      if words == ["hỏi"] {
        let shown = try Transcript(of: block.body, over: folder.file("kich-ban.thidua")).text
        let text = replacing(folder.path + "/", in: shown)
        if Repository.acceptsNewGoldens {
          blocks[index].body = text
        } else {
          #expect(text == block.body, "\(block)")
        }
      }
      guard words.first == "thidua" else { continue }
      let script = try folder.write("kich-ban.thidua", block.body)
      let call = Call("chạy", script)
      let isWrong = words.dropFirst() == ["sai"]
      // A run that works, of which the page shows the warnings.
      let isWarned = words.dropFirst() == ["nhắc"]
      let text = replacing(
        folder.path + "/", in: isWrong || isWarned ? call.error : call.output)
      #expect((call.status != 0) == isWrong, "\(block): \(call.error)")
      guard index + 1 < blocks.count, blocks[index + 1].heading == "text" else {
        #expect(!isWrong && !isWarned, "\(block): thiếu khối ```text với thông báo")
        continue
      }
      if Repository.acceptsNewGoldens {
        blocks[index + 1].body = trimmed(text) + "\n"
      } else {
        #expect(trimmed(text) == trimmed(blocks[index + 1].body), "\(block)")
      }
    }
    if Repository.acceptsNewGoldens { try rewrite(path, blocks) }
  }

  /// Puts the bodies of the ```text blocks into the page.
  private func rewrite(_ page: String, _ blocks: [FencedBlock]) throws {
    var result = ""
    var open = false
    var skips = false
    var next = 0
    for line in try Repository.text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if open {
          next += 1
        } else if blocks[next].isShown {
          result += line + "\n" + blocks[next].body
        }
        skips = !open && blocks[next].isShown
        open.toggle()
        if skips { continue }
      }
      if !skips { result += line + "\n" }
    }
    result.removeLast()
    try FileAccess.replace(Repository.path(page), with: Array(result.utf8))
  }

  /// Without the empty lines at the end, which a page does not show.
  private func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
