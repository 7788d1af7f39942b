// Reading workbooks: kinds of cell, headers and merged blocks, damaged files. The files are made by
// Tests/Fixtures/xlsx/tao.py.

import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

@testable import ThiDuaOffice

private let folder =
  #filePath.split(separator: "/")
  .dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/xlsx/"

private func bytes(_ name: String) throws -> [UInt8] {
  let opened = try InputBytes.open(folder + name).get()
  return Array(UnsafeBufferPointer(start: opened.start, count: opened.count))
}

extension Reading {
  /// A sheet of a workbook.
  fileprivate init(
    workbook: [UInt8], _ fields: [FieldSpec], style: NumberStyle = .vietnamese,
    _ change: (inout SheetRequest) -> Void = { _ in }
  ) {
    self.init("", [])
    var request = SheetRequest()
    change(&request)
    findings = Diagnostics()
    texts = TextTable()
    let reader = WorkbookReader(
      name: "t.xlsx", request: request, schema: TableSchema(fields: fields), style: style,
      texts: texts, workers: 1)
    table = reader.read(InputBytes(workbook), into: &findings)
  }
}

private func text(_ name: String) -> FieldSpec { field(name) { $0.mayBeBlank = true } }

@Suite struct WorkbookTests {
  private let everything = [
    field("mã") { $0.isKey = true }, text("tên"), field("điểm", .number),
    field("tỷ lệ", .ratio), text("ngày nộp"), text("đạt"), text("số hiệu"), text("ghi chú"),
  ]

  @Test(arguments: [NumberStyle.vietnamese, .international])
  func everyKindOfCell(_ style: NumberStyle) throws {
    let isVietnamese = style == .vietnamese
    let reading = Reading(workbook: try bytes("day-du.xlsx"), everything, style: style)
    // `8,5` and `92,5%` typed as text are the Vietnamese way only.
    if isVietnamese {
      #expect(reading.findings.isEmpty, "\(reading.findings.all)")
      #expect(
        reading.rows == [
          ["001", "Phường  Hoa Sim", "8,1", "0,85", "02/01/2026", "có", "0007", "a b"],
          ["002", "Xã \"Bình\"; An", "8,5", "0,925", "05/12/2026", "không", "0012", "x"],
          ["3", "Phòng = Chính trị", "8,1", "1", "01/01/1900", "có", "1234", "A"],
          ["004", "-", "1/10000000", "0,333", "14/10/2026", "x", "0005", "-"],
        ])
    } else {
      #expect(reading.codes == ["DL001", "DL001"], "\(reading.findings.all)")
      #expect(reading.findings.all.map(\.place?.cell) == ["C3", "D3"])
    }
  }

  @Test func datesAreDates() throws {
    let fields = [field("mã") { $0.isKey = true }, field("ngày nộp", .date)]
    let reading = Reading(workbook: try bytes("day-du.xlsx"), fields)
    #expect(reading.rows.count == 4)
    let day = CalendarDate(day: 2, month: 1, year: 2026)!.days
    #expect(reading.table?.columns[1].word(0).immediate == Int64(day))
  }

  @Test func the1904Calendar() throws {
    let reading = Reading(workbook: try bytes("nam-1904.xlsx"), [text("mã"), text("ngày")])
    #expect(reading.rows == [["A", "05/12/2026"]])
  }

  @Test func stringsOfEveryKindAndComputedFormulas() throws {
    let fields = [text("mã"), text("tên"), field("điểm", .number), text("ghi chú")]
    let reading = Reading(workbook: try bytes("chu.xlsx"), fields)
    #expect(reading.findings.isEmpty, "\(reading.findings.all)")
    #expect(reading.rows == [["A", "Xã Rích", "8,1", "chữ"], ["B", "Nội tuyến", "2", "-"]])
  }

  // MARK: Headers and merged blocks

  private let form = [
    field("mã") { $0.isKey = true }, text("tên"), text("cụm"), field("điểm", .number),
    field("tỷ lệ", .ratio),
  ]
  private let rows = [
    ["P01", "Phường Hoa Sim", "Cụm A", "90,25", "0,925"],
    ["P02", "Phường Hoa Mai", "Cụm A", "88", "1"],
    ["P03", "Phường Hoa Ban", "Cụm B", "79,5", "0,5"],
  ]

  @Test func aHeaderOfTwoRowsIsFound() throws {
    let file = try bytes("tap-the.xlsx")
    let found = Reading(workbook: file, form) {
      $0.sheet = ("cụm  1", .none)
      $0.lastRow = 8
      $0.fillsMerges = true
    }
    #expect(found.findings.isEmpty, "\(found.findings.all)")
    #expect(found.rows == rows)
    let told = Reading(workbook: file, form) {
      $0.sheet = ("Cụm 1", .none)
      $0.headerRows = 4...5
      $0.lastRow = 8
      $0.fillsMerges = true
    }
    #expect(told.findings.isEmpty, "\(told.findings.all)")
    #expect(told.rows == rows)
  }

  @Test func mergedBlocksStayAsTheyStandUnlessAsked() throws {
    let reading = Reading(workbook: try bytes("tap-the.xlsx"), form) {
      $0.sheet = ("Cụm 1", .none)
      $0.lastRow = 8
    }
    #expect(reading.codes == ["DL086"])
    #expect(reading.rows.map { $0[2] } == ["Cụm A", "-", "Cụm B"])
  }

  @Test func placesAreCells() throws {
    let reading = Reading(workbook: try bytes("tap-the.xlsx"), form) {
      $0.sheet = ("Cụm 1", .none)
      $0.fillsMerges = true
    }
    // The line of totals has no share.
    #expect(reading.codes == ["DL089", "DL004"])
    let place = reading.findings.all[1].place
    #expect(
      place?.text == "tệp \"t.xlsx\", trang \"Cụm 1\", ô E9, cột \"Tỷ lệ\", để trống")
    #expect(place?.line == 9)
  }

  @Test func aSheetMustBeNamedWhenThereAreSeveral() throws {
    #expect(Reading(workbook: try bytes("tap-the.xlsx"), form).codes == ["DL081"])
  }

  // MARK: Damage

  @Test func aBombIsRefused() throws {
    let reading = Reading(workbook: try bytes("bom.xlsx"), form)
    #expect(reading.codes == ["DL082"])
    #expect(reading.findings.all[0].message.contains("quá lớn"))
  }

  @Test func truncatedFilesAreRefused() throws {
    for name in ["tap-the.xlsx", "khong-nen.xlsx"] {
      let whole = try bytes(name)
      for count in stride(from: 1, to: whole.count - 22, by: 100) {
        let reading = Reading(workbook: Array(whole.prefix(count)), form)
        #expect(reading.codes == ["DL082"], "\(name) \(count)")
      }
    }
  }

  /// Nothing is asked of them but an answer: a table or a finding.
  @Test func flippedBytesNeverStopTheReader() throws {
    var random = Seeded(7)
    for name in ["tap-the.xlsx", "khong-nen.xlsx"] {
      let whole = try bytes(name)
      for _ in 0..<200 {
        var file = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          file[Int.random(in: file.indices, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        let reading = Reading(workbook: file, form) { $0.sheet = ("Cụm 1", .none) }
        #expect(reading.table != nil || reading.findings.hasErrors)
      }
    }
  }

  /// The parts themselves changed: what a checksum would not catch.
  @Test func wrongSheetsAreRefusedOrRead() {
    let sheets = [
      "<worksheet><sheetData><row r='9223372036854775807'/><row><c><v>1</v></c></row></sheetData>"
        + "</worksheet>",
      "<worksheet><sheetData><row r='2'><c r='A2'><v>1</v></c></row><row r='1'/></sheetData>"
        + "</worksheet>",
      "<worksheet><sheetData><row r='1'><c r='XFD1'><v>1</v></c><c><v>2</v></c></row></sheetData>"
        + "</worksheet>",
    ]
    for sheet in sheets {
      let parser = self.parser()
      #expect(parse(sheet, parser))
      #expect(parser.isDamaged, "\(sheet)")
    }
    let entity = "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>"
    #expect(!parse(entity, parser()))
    let good = parser()
    #expect(
      parse(
        "<x:worksheet xmlns:x='a'><x:sheetData><x:row><x:c><x:v>1.50E+1</x:v></x:c><x:c t='b'>"
          + "<x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>", good))
    #expect(!good.isDamaged)
    #expect(
      good.grid.rows.flatMap { row in
        good.grid.cells(of: row).map { String(decoding: $0.text, as: UTF8.self) }
      } == ["15", "có"])
  }

  private func parser() -> SheetParser {
    SheetParser(
      sharedTexts: SharedTexts(), formats: NumberFormats(), startsIn1904: false,
      style: .vietnamese)
  }

  private func parse(_ text: String, _ parser: SheetParser) -> Bool {
    let reader = XMLReader(parser)
    return Array(text.utf8).withUnsafeBytes { reader.read($0, isLast: true) }
  }

  // MARK: Numbers

  @Test func decimals() {
    let cases: [(String, String?)] = [
      ("8.0999999999999996", "8,1"), ("3.3000000000000003", "3,3"), ("1E-07", "0,0000001"),
      ("-0", "0"), ("-12.50", "-12,5"), ("99999999999999999", "100000000000000000"),
      ("0.1", "0,1"), (".5", "0,5"), ("1e301", nil), ("abc", nil), ("", nil), ("-", nil),
      ("1e99999999999999999999", nil), (String(repeating: "0", count: 500), nil),
      ("123456789012345678", "123456789012346000"),
    ]
    for (written, shown) in cases {
      let text = DecimalText(written.utf8)?.text(decimalMark: UInt8(ascii: ","))
      #expect(text == shown, "\(written)")
    }
    #expect(DecimalText("0.925".utf8)?.timesHundred.text(decimalMark: 44) == "92,5")
  }

  @Test func formats() {
    let cases: [(String, NumberMeaning)] = [
      ("General", .plain), ("0.0%", .percent), ("dd/mm/yyyy", .date), ("[h]:mm", .duration),
      ("[$-42A]dd\" tháng \"mm\" năm \"yyyy", .date), ("#,##0\" điểm d\"", .plain),
      ("#,##0\\d", .plain), ("0;dd", .plain), ("hh:mm", .time), ("mmm", .date),
      ("dd/mm/yyyy hh:mm", .dateTime), ("mm:ss", .time), ("[mm]:ss", .duration),
      ("0000", .padded(4)), (String(repeating: "0", count: 1000), .plain),
      ("[Red]0.00", .plain), ("@", .plain), ("\"unclosed", .plain), ("0\\", .plain),
    ]
    for (code, meaning) in cases {
      #expect(NumberFormats.meaning(ofCode: code) == meaning, "\(code)")
    }
  }

  @Test func brokenLinesOfACellAreOneName() {
    var lines = TableLines()
    lines.append(titles: ["a\r\nb", "c\nd\r", "x;\"y\""])
    let bytes = lines.handedOver()
    let text = String(
      decoding: UnsafeBufferPointer(start: bytes.start, count: bytes.count), as: UTF8.self)
    #expect(text == "\"a b\";\"c d \";\"x;\"\"y\"\"\"\n")
  }

  /// A shared text costs a few bytes in the file and in the grid, and all of its letters in each line.
  @Test func sharedTextsThatFillTheMemoryAreRefused() {
    let shared = SharedTexts()
    let xml = "<sst><si><t>mã</t></si><si><t>\(String(repeating: "x", count: 300))</t></si></sst>"
    let reader = XMLReader(shared)
    #expect(Array(xml.utf8).withUnsafeBytes { reader.read($0, isLast: true) })
    for (rowCount, isTooMuch) in [(10, false), (20, true)] {
      let grid = SheetGrid(sharedTexts: shared, limit: 4_000)
      for row in 0...rowCount {
        let hasRoom = grid.append(shared: row == 0 ? 0 : 1, column: 0)
        #expect(hasRoom)
        grid.endRow(row + 1, isHidden: false)
      }
      let table = SheetTable(grid, name: "a", request: SheetRequest(), wants: { $0 == "mã" })
      #expect(table.hasTooMuch == isTooMuch)
      #expect((table.text == nil) == isTooMuch)
    }
  }

  @Test func times() {
    let cells = CellTexts(startsIn1904: false, decimalMark: UInt8(ascii: ","))
    let cases: [(String, NumberMeaning, String)] = [
      ("0.35416666666666669", .time, "08:30"), ("0", .time, "00:00"),
      ("0.99999999999", .time, "00:00"), ("0.3541782407407407", .time, "08:30:01"),
      ("1.0625", .duration, "25:30"), ("-0.0625", .duration, "-01:30"),
      ("46309.354166666664", .dateTime, "14/10/2026 08:30"), ("46309", .dateTime, "14/10/2026"),
      ("46309.75", .date, "14/10/2026"), ("-1.5", .date, "-1,5"), ("1e7", .time, "10000000"),
    ]
    for (number, meaning, shown) in cases {
      let text = cells.text(ofNumber: Array(number.utf8), meaning)
      #expect(String(decoding: text, as: UTF8.self) == shown, "\(number) \(meaning)")
    }
  }

  @Test func addresses() {
    #expect(SheetGrid.address(Array("B7".utf8))?.column == 1)
    #expect(SheetGrid.address(Array("XFD1048576".utf8))?.column == 16_383)
    for wrong in ["", "7", "B", "XFE1", "A1048577", "A0", "7B", "A99999999999999999999"] {
      #expect(SheetGrid.address(Array(wrong.utf8)) == nil, "\(wrong)")
    }
    #expect(SheetGrid.columnName(0) == "A")
    #expect(SheetGrid.columnName(26) == "AA")
    #expect(SheetGrid.columnName(16_383) == "XFD")
  }
}
