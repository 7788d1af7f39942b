// Workbooks whose parts are damaged though the archive is whole: what no checksum notices. Bounded and
// reproducible.

import Testing
import ThiDuaMachine
import ThiDuaText

@testable import ThiDuaOffice

@Suite struct WorkbookFuzzTests {
  private static let parts = [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml",
  ]

  private func parts(of name: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder =
      #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/xlsx/"
    let archive = try #require(ZipArchive(try InputBytes.open(folder + name).get()))
    return try Self.parts.filter(archive.has).map { part in
      var bytes: [UInt8] = []
      try archive.read(part, limit: 1 << 24) { bytes += $0 }
      return (part, bytes)
    }
  }

  private func packed(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, part.bytes) }
    return zip.finish()
  }

  /// Reads; true when a table came out. Without one there has to be a finding.
  private func reads(_ workbook: [UInt8]) -> Bool {
    var findings = Diagnostics()
    let fields = ["mã", "tên", "điểm", "tỷ lệ", "ngày nộp"].map { name in
      field(name) { $0.mayBeBlank = true }
    }
    let reader = WorkbookReader(
      name: "t.xlsx", request: SheetRequest(), schema: TableSchema(fields: fields),
      style: .vietnamese, texts: TextTable(), workers: 1)
    let table = reader.read(InputBytes(workbook), into: &findings)
    #expect(table != nil || findings.hasErrors)
    return table != nil
  }

  @Test(arguments: ["day-du.xlsx", "tap-the.xlsx", "chu.xlsx"])
  func partsCutShort(_ name: String) throws {
    let whole = try parts(of: name)
    for (index, part) in whole.enumerated() {
      let step = max(1, part.bytes.count / 60)
      for length in stride(from: 0, to: part.bytes.count, by: step) {
        var cut = whole
        cut[index].bytes = Array(part.bytes[..<length])
        let hasTable = reads(packed(cut))
        // Excel itself does without the last line end; anything more is damage.
        let isRead = part.name != "[Content_Types].xml"
        if isRead, length < part.bytes.count / 2 { #expect(!hasTable, "\(part.name) \(length)") }
      }
    }
  }

  @Test(arguments: ["day-du.xlsx", "tap-the.xlsx", "chu.xlsx", "phong-cu.xlsx"])
  func partsWithOtherBytes(_ name: String) throws {
    let whole = try parts(of: name)
    var random = Seeded(26)
    let telling = Array("<>/\"'&;0129-.eE:=ts \u{0}".utf8)
    for index in whole.indices {
      for _ in 0..<150 {
        var changed = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<whole[index].bytes.count, using: &random)
          let byte =
            Bool.random(using: &random)
            ? telling.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: changed[index].bytes[place] = byte
          case 1: changed[index].bytes.insert(byte, at: place)
          default:
            if place < changed[index].bytes.count { changed[index].bytes.remove(at: place) }
          }
        }
        _ = reads(packed(changed))
      }
    }
  }

  /// Numbers where parts point at each other or say how much there is.
  @Test func numbersBeyondEverything() throws {
    let whole = try parts(of: "day-du.xlsx")
    let wild = ["-1", "4294967296", "9223372036854775808", "99999999999999999999", "1e999", ""]
    for (index, part) in whole.enumerated() where part.name != "[Content_Types].xml" {
      let text = String(decoding: part.bytes, as: UTF8.self)
      for mark in [" s=\"", " r=\"", "<v>", " numFmtId=\"", " min=\"", " max=\"", " ref=\""] {
        let pieces = text.split(separator: mark, omittingEmptySubsequences: false)
        guard pieces.count > 1 else { continue }
        for number in wild {
          for place in [1, pieces.count / 2, pieces.count - 1] where place > 0 {
            let end = pieces[place].firstIndex { $0 == "\"" || $0 == "<" } ?? pieces[place].endIndex
            var changed = pieces.map(String.init)
            changed[place] = number + pieces[place][end...]
            var damaged = whole
            damaged[index].bytes = Array(changed.joined(separator: mark).utf8)
            _ = reads(packed(damaged))
          }
        }
      }
    }
  }
}
