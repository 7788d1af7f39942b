// Large and damaged files: several workers give what one gives, truncated files never crash.

import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

@Suite struct ManyRowsTests {
  private let fields = [
    field("mã") { $0.isKey = true }, field("tên") { $0.mayBeBlank = true },
    field("cụm", .reference),
    field("điểm", .number) { $0.mayBeBlank = true }, field("số", .count), field("có", .truth),
  ]

  /// Rows with quotes, line breaks, stray quotes and long numbers here and there.
  private func file(_ count: Int, seed: UInt64, odd: Bool) -> String {
    var random = Seeded(seed)
    var text = "mã;tên;cụm;điểm;số;có\n"
    for row in 0..<count {
      var name = "Nguyễn Thị Thu Hà \(row)"
      var points = "\(Int.random(in: 0...100, using: &random)),25"
      if odd {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: name = "\"Tổ \"\"\(row)\"\";\nhai dòng\""
        case 1: name = "ống 6\" thép \(row)"
        case 2: points = "123456789012,123"
        case 3: points = ""
        case 4: text += ";;;;;\n\n"
        case 5: name = " Hoà\u{A0}"
        default: break
        }
      }
      text += "M\(row);\(name);Cụm \(row % 37);\(points);\(row);\(row % 2 == 0 ? "có" : "0")\n"
    }
    return text
  }

  @Test(arguments: [false, true]) func workersAgree(odd: Bool) {
    let bytes = Array(file(30_000, seed: 5, odd: odd).utf8)
    #expect(bytes.count > 1 << 20)
    let one = Reading(bytes, fields, workers: 1)
    #expect(one.findings.isEmpty)
    #expect(one.table?.rowCount == 30_000)
    let rows = one.rows
    for workers in [2, 3, 7] {
      let many = Reading(bytes, fields, workers: workers)
      #expect(many.findings.isEmpty)
      #expect(many.rows == rows)
      let sampled = [0, 1, 1023, 1024, 15_000, 29_999]
      #expect(
        sampled.map { many.table!.lineOfRow($0) } == sampled.map { one.table!.lineOfRow($0) })
      #expect(many.table!.cellText(29_999, 0) == "M29999")
    }
  }

  @Test func findingsAgreeWithAnyNumberOfWorkers() {
    var text = file(20_000, seed: 9, odd: false)
    text += "M5;x;Cụm 1;1;1;có\nsai;x;Cụm 1;8.5;-1;gì\n"
    let bytes = Array(text.utf8)
    let one = Reading(bytes, fields, workers: 1)
    let two = Reading(bytes, fields, workers: 2)
    #expect(one.codes == ["DL001", "DL006", "DL011", "DL002"])
    #expect(one.findings.all == two.findings.all)
    #expect(one.errorLines == [20_003, 20_003, 20_003, 20_002])
  }

  @Test func truncatedFilesNeverCrash() {
    let bytes = Array(file(60, seed: 3, odd: true).utf8)
    for length in stride(from: 0, through: bytes.count, by: 1) {
      let reading = Reading(Array(bytes[..<length]), fields)
      if let table = reading.table, table.rowCount > 0 {
        #expect(table.lineOfRow(table.rowCount - 1) >= 2)
      }
    }
  }

  @Test func damagedFilesNeverCrash() {
    let bytes = Array(file(40, seed: 4, odd: true).utf8)
    var random = Seeded(11)
    let marks: [UInt8] = [0, 9, 10, 13, 34, 39, 44, 59, 0x80, 0xC3, 0xCC, 0xFF, 61, 37]
    for _ in 0..<1500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[place] = marks.randomElement(using: &random)!
        case 1: damaged.remove(at: place)
        default: damaged.insert(marks.randomElement(using: &random)!, at: place)
        }
      }
      _ = Reading(damaged, fields).rows
    }
  }
}
