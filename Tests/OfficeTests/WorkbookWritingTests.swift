// Writing workbooks: cells, names of sheets, what cannot be written. What Excel and LibreOffice make of the
// files is looked at in Tests/excel-ra.sh.

import Testing
import ThiDuaNumber
import ThiDuaText

@testable import ThiDuaOffice

/// A workbook written into a folder of its own.
struct WrittenWorkbook {
  let bytes: [UInt8]
  let grids: [(name: String, rows: [[String]])]

  init(
    rowsGoStraightToFile: Bool = false, _ fill: (WorkbookWriter) -> Void
  ) throws {
    try self.init { file in
      let writer = try WorkbookWriter(file, rowsGoStraightToFile: rowsGoStraightToFile)
      fill(writer)
      try writer.close()
    }
  }

  init(_ write: (OutputFile) throws -> Void) throws {
    let folder = TemporaryFolder()
    let outputs = OutputTransaction()
    try write(outputs.open(folder.path + "/t.xlsx", name: "t.xlsx"))
    try outputs.commit()
    bytes = try #require(folder.read("t.xlsx"))
    #expect(folder.names == ["t.xlsx"])
    let book = try Workbook(InputBytes(bytes))
    grids = try book.sheets.map { sheet in
      let grid = try book.grid(of: sheet, style: .vietnamese)
      return (
        sheet.name,
        grid.rows.map { row in
          grid.cells(of: row).map { String(decoding: $0.text, as: UTF8.self) }
        }
      )
    }
  }
}

private func ratio(_ numerator: Int64, _ denominator: Int64) -> Exact {
  Exact(numerator: BigInteger(numerator), denominator: BigInteger(denominator))
}

extension String {
  /// With the marks of `ế` and `ỷ` behind their letters.
  fileprivate var decomposed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "ế": scalars.append(contentsOf: "e\u{302}\u{301}".unicodeScalars)
      case "ỷ": scalars.append(contentsOf: "y\u{309}".unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

@Suite struct WorkbookWritingTests {
  @Test(arguments: [false, true]) func cellsReadBack(_ straight: Bool) throws {
    let texts = [
      "Phòng Tổ chức – Hành chính", "=HYPERLINK(\"http://x\")", "+84", "-1", "@sum", "'x",
      "<b>&amp;",
      "hai\ndòng", " cách ", "_x0041_", "a\u{1}b", "0007",
    ]
    let written = try WrittenWorkbook(rowsGoStraightToFile: straight) { book in
      let sheet = book.addSheet("Kết quả")
      let plain = book.style(CellStyle())
      for (row, text) in texts.enumerated() { sheet.text(text, row, 0, plain) }
    }
    #expect(written.grids.map(\.name) == ["Kết quả"])
    #expect(written.grids[0].rows.map { $0.joined() } == texts)
  }

  @Test func numbersAreTheNearest() throws {
    let numbers = [
      Exact(micros: 8_870_000), Exact(micros: 97_350_000), Exact(micros: -100_000), Exact(0),
      ratio(1, 3), ratio(12_345_678_901_234_567, 1),
      ratio(123_456_789_012_345, 10_000_000),
    ]
    let written = try WrittenWorkbook { book in
      let sheet = book.addSheet("Số")
      for (row, number) in numbers.enumerated() {
        sheet.number(number, row, 0, book.style(CellStyle()))
      }
    }
    #expect(
      written.grids[0].rows.map { $0.joined() } == [
        "8,87", "97,35", "-0,1", "0", "0,333333333333333", "12345678901234567", "12345678,9012345",
      ])
    // As every program reads the decimal itself.
    #expect(CellNumber(Exact(micros: 8_870_000)) == .binary(8.87))
    #expect(CellNumber(Exact(micros: 97_350_000)) == .binary(97.35))
    #expect(CellNumber(ratio(-2, 3)) == .binary(-2.0 / 3.0))
  }

  @Test func datesAndRatiosAreShownAsSuch() throws {
    let written = try WrittenWorkbook { book in
      let sheet = book.addSheet("Ngày")
      let day = book.style(CellStyle().with { $0.numberFormat = CellStyle.dateFormat })
      let share = book.style(
        CellStyle().with { $0.numberFormat = CellStyle.percentFormat(decimals: 1) })
      sheet.date(CalendarDate(day: 5, month: 12, year: 2026)!, 0, 0, day)
      sheet.date(CalendarDate(day: 1, month: 3, year: 1900)!, 1, 0, day)
      sheet.date(CalendarDate(day: 2, month: 9, year: 1890)!, 2, 0, day)
      sheet.number(ratio(17, 20), 3, 0, share)
    }
    #expect(
      written.grids[0].rows.map { $0.joined() } == [
        "05/12/2026", "01/03/1900", "02/09/1890", "85%",
      ])
  }

  @Test func namesOfSheets() {
    var names = SheetNames()
    #expect(names.name(for: "Cụm [1]: A/B?") == "Cụm  1   A B")
    #expect(names.name(for: "tổng hợp") == "tổng hợp")
    #expect(names.name(for: "TỔNG HỢP") == "TỔNG HỢP (2)")
    #expect(names.name(for: "''") == "Trang")
    #expect(names.name(for: "History") == "Trang History")
    let long = "Cụm thi đua các trường đại học và cao đẳng trên địa bàn thành phố"
    #expect(names.name(for: long) == "Cụm thi đua các trường đại học")
    #expect(names.name(for: long) == "Cụm thi đua các trường đại (2)")
  }

  @Test func sameCallsMakeTheSameBytes() throws {
    func written() throws -> [UInt8] {
      try WrittenWorkbook { book in
        let sheet = book.addSheet("Điểm")
        for row in 0..<9 { sheet.number(Exact(row), row, 0, book.style(CellStyle())) }
        sheet.bars(.init(rows: 0...8, column: 0), color: 0x6FA8DC)
        let area = SheetWriter.Area(rows: 0...8, column: 0)
        _ = sheet.chart(
          .init(
            title: "Điểm", categories: area,
            series: [.init(name: "", values: area, color: 0x1F4E79)]), fromRow: 10, column: 3)
        sheet.setPrinting(repeatedRows: 0...0)
      }.bytes
    }
    #expect(try written() == written())
  }

  @Test func blocksAreNotTornByPages() {
    // A sheet as wide as a page: 502 points of rows each, by other reckonings 487 to 542.
    let paper = PaperMeasure()
    paper.setColumns(0...0, width: 100, isHidden: false)
    for row in 0..<60 { paper.setRow(row, height: 20, isHidden: false) }
    #expect(paper.gap(before: 5, height: 225) == nil)
    #expect(paper.gap(before: 20, height: 225) == 144.0)
    #expect(paper.gap(before: 26, height: 225) == 24.0)
    #expect(paper.gap(before: 28, height: 225) == nil)
    // Higher than any page.
    #expect(paper.gap(before: 20, height: 600) == nil)
    // Rows on top of every page take from the pages that follow: 487 + 387, 542 + 442.
    paper.repeatedRows = 0...4
    #expect(paper.gap(before: 40, height: 100) == 186.0)
  }

  @Test func linesAreCountedAsExcelWraps() {
    // Room for nine letters.
    func lines(_ text: String) -> Int { SheetLook.lineCount(text, width: 10) }
    #expect(lines("") == 1)
    #expect(lines("Đoàn kết") == 1)
    #expect(lines("Đoàn kết – Kỷ cương") == 3)
    #expect(lines("a\nb\n") == 3)
    #expect(lines(String(repeating: "ế", count: 20)) == 3)
    // The same letters in two scalars each, which are counted one by one.
    #expect(lines("Đoàn kết – Kỷ cương".decomposed) == 3)
    #expect(lines(String(repeating: "ế", count: 20).decomposed) == 3)
    #expect(lines("日本語日本語") == 2)
  }

  @Test func numberFormatsFollowTheColumn() {
    func format(_ title: String, _ numbers: [Exact], isKey: Bool = false) -> String {
      var look = NumberLook(title: title, isIdentifier: isKey)
      for number in numbers { look.add(number) }
      return look.format()
    }
    #expect(format("Năm thành lập", [Exact(1986), Exact(2026)]) == "0")
    #expect(format("Điểm cả năm", [Exact(1986), Exact(2500)]) == "#,##0")
    #expect(format("Kinh phí", [Exact(2026)]) == "#,##0")
    #expect(format("Số hiệu", [Exact(1250)], isKey: true) == "0")
    #expect(format("Điểm", [Exact(micros: 8_500_000), Exact(micros: 9_250_000)]) == "#,##0.00")
    #expect(format("Một phần ba", [ratio(1, 3)]) == "#,##0.000000")
  }

  @Test func whatDoesNotFitIsToldAndNothingAppears() throws {
    func code(_ fill: (WorkbookWriter) -> Void) throws -> String? {
      let folder = TemporaryFolder()
      folder.write("t.xlsx", Array("cũ".utf8))
      let outputs = OutputTransaction()
      let writer = try WorkbookWriter(
        try outputs.open(folder.path + "/t.xlsx", name: "t.xlsx"))
      fill(writer)
      var code: String?
      do throws(WorkbookWriter.Failure) { try writer.close() } catch {
        code = error.diagnostic.code
      }
      outputs.cancel()
      #expect(folder.names == ["t.xlsx"] && folder.read("t.xlsx") == Array("cũ".utf8))
      return code
    }
    let long = String(repeating: "ă", count: 32_768)
    #expect(try code { $0.addSheet("A").text(long, 0, 0, $0.style(CellStyle())) } == "DL151")
    #expect(
      try code { $0.addSheet("A").text(String(long.dropLast()), 0, 0, $0.style(CellStyle())) }
        == nil)
    #expect(try code { $0.addSheet("A").text("x", 1_048_576, 0, $0.style(CellStyle())) } == "DL152")
    #expect(try code { $0.addSheet("A").text("x", 0, 16_384, $0.style(CellStyle())) } == "DL152")
  }
}
