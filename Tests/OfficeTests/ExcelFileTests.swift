// Workbooks as Excel itself writes them, with what no library writes: made part by part by
// Tests/Fixtures/xlsx/tao_excel.py. Every value is looked at. And files that only bear a workbook's name.

import Testing
import ThiDuaMachine
import ThiDuaText

@testable import ThiDuaOffice

private func file(_ name: String) throws -> [UInt8] {
  let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
  let opened = try InputBytes.open(folder + "/Fixtures/" + name).get()
  return Array(UnsafeBufferPointer(start: opened.start, count: opened.count))
}

private func read(
  _ bytes: [UInt8], _ fields: [FieldSpec], sheet: String? = nil, encoding: OldEncoding? = nil
) -> Reading {
  var reading = Reading("", [])
  var request = SheetRequest()
  request.sheet = sheet.map { ($0, .none) }
  reading.findings = Diagnostics()
  reading.texts = TextTable()
  reading.table = WorkbookReader(
    name: "t.xlsx", request: request, schema: TableSchema(fields: fields), style: .vietnamese,
    encoding: encoding, texts: reading.texts, workers: 1
  ).read(InputBytes(bytes), into: &reading.findings)
  return reading
}

private func texts(_ names: String...) -> [FieldSpec] {
  names.map { name in field(name) { $0.mayBeBlank = true } }
}

@Suite struct ExcelFileTests {
  private let everything = texts(
    "mã", "tên", "điểm", "tỷ lệ", "ngày nộp", "ngày họp", "đạt", "số hiệu", "kinh phí", "giờ",
    "cộng dồn", "lúc", "mức", "ghi chú", "kết quả", "hạng")

  @Test(arguments: ["xlsx/excel.xlsx", "xlsx/excel.xlsm"])
  func everyCell(_ name: String) throws {
    let reading = read(try file(name), everything, sheet: "Số liệu")
    #expect(
      reading.rows == [
        [
          "001", "Phường Hoa Sim", "8,1", "92,5%", "02/01/2026", "14/10/2026", "có", "000012",
          "1250000,5", "08:30", "25:30", "14/10/2026 08:30", "85%", "課長会議", "16,2", "A",
        ],
        [
          "002", "Xã Đèo Gió", "-3,3", "100%", "05/12/2026", "14/10/2026", "không", "000007", "0",
          "23:59:59", "12:00", "05/12/2026 23:59:59", "85", "dòng một dòng hai _x0041_", "-6,6",
          "-",
        ],
        [
          "003", "Phòng Chính trị", "0,00001", "50%", "02/01/2026", "14/10/2026", "có", "1234567",
          "999999999999999", "00:00", "1000:00", "14/10/2026", "100%", "nội tuyến", "0,00002", "-",
        ],
        [
          "004", "Đội <1> & Đội 2 😀", "5", "-", "-", "-", "có", "0007", "-", "-", "-", "-", "-",
          "-", "-", "-",
        ],
      ])
    #expect(reading.codes == ["DL085"])
    #expect(reading.findings.all.first?.message == "đã đọc cả 1 dòng và 1 cột đang ẩn")
  }

  @Test func cellsOfEveryKindFitTheirFields() throws {
    var fields = [
      field("mã") { $0.isKey = true }, field("điểm", .number), field("tỷ lệ", .ratio),
      field("ngày nộp", .date), field("đạt", .truth), field("kinh phí", .number),
    ]
    for index in fields.indices.dropFirst() { fields[index].mayBeBlank = true }
    let reading = read(try file("xlsx/excel.xlsx"), fields, sheet: "Số liệu")
    #expect(!reading.findings.hasErrors, "\(reading.findings.all)")
    // Days are counted in millionths like any number.
    let days = [(2, 1), (5, 12)].map { day, month in
      "0,0\(CalendarDate(day: day, month: month, year: 2026)!.days)"
    }
    #expect(
      reading.rows == [
        ["001", "8,1", "0,925", days[0], "1", "1250000,5"],
        ["002", "-3,3", "1", days[1], "0", "0"],
        ["003", "0,00001", "0,5", days[0], "1", "999999999999999"],
        ["004", "5", "-", "-", "1", "-"],
      ])
  }

  @Test func sheetsThatAreNoDataOrHidden() throws {
    let bytes = try file("xlsx/excel.xlsx")
    let book = try Workbook(InputBytes(bytes))
    #expect(book.sheets.map(\.name) == ["Số liệu", "Tổng hợp", "Danh mục", "Cấu hình"])
    #expect(book.sheets.map(\.isHidden) == [false, false, true, true])
    #expect(read(bytes, everything).codes == ["DL081"])
    let pivot = read(bytes, texts("Nhãn hàng", "Tổng điểm"), sheet: "tổng hợp")
    #expect(pivot.rows == [["Phường", "4,8"]])
    // A part whose name has a space, and a sheet only macros can show.
    #expect(read(bytes, texts("mã"), sheet: "Cấu hình").rows == [["BÍ MẬT"]])
    #expect(read(bytes, texts("mã"), sheet: "Biểu đồ").codes == ["DL080"])
  }

  @Test func strictOpenXML() throws {
    let reading = read(try file("xlsx/strict.xlsx"), texts("mã", "ngày", "tỷ lệ", "lúc"))
    #expect(reading.findings.isEmpty, "\(reading.findings.all)")
    #expect(
      reading.rows == [
        ["A", "14/10/2026", "92,5%", "14/10/2026 08:30"],
        ["B", "13/12/2026", "100%", "13/12/2026 12:00"],
      ])
  }

  // MARK: Other files

  @Test func filesThatOnlyBearTheName() throws {
    func packed(_ parts: [(String, String)]) -> [UInt8] {
      var zip = ZipWriter()
      for (name, text) in parts { zip.add(name, Array(text.utf8)) }
      return zip.finish()
    }
    func relation(_ target: String) -> (String, String) {
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='\(target)'/>"
          + "</Relationships>"
      )
    }
    func wide(_ text: String) -> [UInt8] {
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let old: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 504)
    let cases: [([UInt8], Workbook.Failure)] = [
      (old + wide("Workbook"), .other(.oldWorkbook)),
      (old + wide("WordDocument"), .other(.document)),
      (old + wide("EncryptedPackage"), .encrypted),
      (
        packed([relation("xl/workbook.bin"), ("xl/workbook.bin", "\u{83}")]),
        .other(.binaryWorkbook)
      ),
      (
        packed([
          ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>"),
        ]), .other(.openDocument)
      ),
      (try file("docx/" + wordFile()), .other(.document)),
      (packed([("so-lieu.csv", "mã;tên")]), .other(.unknown)),
      (packed([("_rels/.rels", "<Relationships/>")]), .damaged),
      (packed([relation("xl/workbook.xml")]), .damaged),
      (
        Array("\u{FEFF}<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".utf8),
        .other(.webPage)
      ),
      (Array("  <TABLE border=1><tr><td>mã</td></tr></TABLE>".utf8), .other(.webPage)),
      (Array("MIME-Version: 1.0\r\nX-Document-Type: Workbook".utf8), .other(.webPage)),
      ([0xFF, 0xFE] + wide("<html><body>"), .other(.webPage)),
      (
        Array(
          "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns="
            .utf8) + Array("\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8),
        .other(.oldXML)
      ),
      (Array("mã;tên\nA;B\n".utf8), .other(.unknown)),
      ([0], .other(.unknown)),
    ]
    for (index, (bytes, failure)) in cases.enumerated() {
      #expect(throws: failure, "\(index)") { try Workbook(InputBytes(bytes)) }
    }
  }

  /// Any of the templates made in Word.
  private func wordFile() throws -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    return try #require(
      TemporaryFolder.names(in: folder + "/Fixtures/docx").first { $0.hasSuffix(".docx") })
  }

  /// Names of parts as other programs write them.
  @Test func partsWithBackslashes() throws {
    let whole = try #require(ZipArchive(InputBytes(try file("xlsx/tap-the.xlsx"))))
    var zip = ZipWriter()
    for part in try whole.parts(limit: 1 << 24) {
      zip.add(String(part.name.map { $0 == "/" ? "\\" : $0 }), part.content)
    }
    let book = try Workbook(InputBytes(zip.finish()))
    #expect(book.sheets.map(\.name) == ["Cụm 1", "Cụm 2"])
    #expect(try !book.grid(of: book.sheets[0], style: .vietnamese).rows.isEmpty)
  }
}
