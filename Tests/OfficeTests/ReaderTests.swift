// Reading CSV: the tricky kinds of file, the kinds of cell, every finding at once.

import Glibc
import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

private let key = field("mã") { $0.isKey = true }
private let name = field("tên")
private let points = field("điểm", .number)
private let basic = [key, name, points]

@Suite struct ReaderTests {
  // MARK: Tricky files

  @Test func plainFilesOfEveryDialect() {
    let expected = [["A", "Tổ một", "8,5"], ["B", "Tổ hai", "1250"]]
    let files: [String] = [
      "mã;tên;điểm\nA;Tổ một;8,5\nB;Tổ hai;1.250\n",
      "mã;tên;điểm\r\nA;Tổ một;8,5\r\nB;Tổ hai;1.250\r\n",
      "mã;tên;điểm\rA;Tổ một;8,5\rB;Tổ hai;1.250\r",
      "\u{FEFF}mã;tên;điểm\nA;Tổ một;8,5\nB;Tổ hai;1250",
      "mã\ttên\tđiểm\nA\tTổ một\t8,5\nB\tTổ hai\t1250\n",
      "mã,tên,điểm\nA,Tổ một,8.5\nB,Tổ hai,\"1,250\"\n",
      "sep=;\nmã;tên;điểm\nA;Tổ một;8,5\nB;Tổ hai;1250\n",
      "sep=,\r\nmã,tên,điểm\r\nA,Tổ một,8.5\r\nB,Tổ hai,1250\r\n",
      "\n\n;;\nmã;tên;điểm\n\nA;Tổ một;8,5\n;;\n  ; ;\t\nB;Tổ hai;1250\n;;\n\n",
      "mã;tên;điểm;;\nA;Tổ một;8,5;;\nB;Tổ hai;1250\n",
      " mã ; TÊN ;Điểm\n A ; Tổ một ; 8,5 \n\u{A0}B;Tổ hai\u{A0};1250\n",
      "\"mã\";\"tên\";\"điểm\"\n\"A\";\"Tổ một\";\"8,5\"\n\"B\" ;\"Tổ hai\";\"1250\"\n",
      "điểm;mã;tên\n8,5;A;Tổ một\n1250;B;Tổ hai\n",
    ]
    for file in files {
      let reading = Reading(file, basic)
      #expect(reading.findings.isEmpty, "\(file) \(reading.findings.all)")
      #expect(reading.rows == expected, "\(file)")
    }
  }

  @Test func styleIsTheScriptsWhenItSaysSo() {
    let file = "mã;tên;điểm\nA;Tổ;8.5\n"
    #expect(Reading(file, basic, style: .international).rows == [["A", "Tổ", "8,5"]])
    let refused = Reading(file, basic)
    #expect(refused.codes == ["DL001"])
    #expect(refused.findings.all[0].place?.line == 2)
    #expect(refused.findings.all[0].place?.column == "điểm")
    #expect(refused.findings.all[0].place?.value == "8.5")
  }

  @Test func whatDatabasesWrite() {
    let fields = [
      key, field("xong", .truth) { $0.mayBeBlank = true }, field("ngày", .date),
      field("ghi chú") { $0.mayBeBlank = true },
    ]
    let file =
      "mã,xong,ngày,ghi chú\nA,t,2026-10-14 08:30:00+07,NULL\nB,f,2026-10-14,\\N\n"
      + "C,NULL,2026-10-14T23:59:59.123,\"NULL\"\nD,-1,14/10/2026 1:05:00 CH,Null\n"
    let reading = Reading(file, fields)
    #expect(reading.findings.isEmpty, "\(reading.findings.all)")
    let days = reading.rows.map { $0[2] }
    #expect(Set(days).count == 1)
    #expect(
      reading.rows.map { [$0[0], $0[1], $0[3]] } == [
        ["A", "1", "-"], ["B", "0", "-"], ["C", "-", "NULL"], ["D", "1", "Null"],
      ])
    // An hour elsewhere may be another day here.
    #expect(!Reading("mã,ngày\nA,2026-10-14 20:30:00+00\n", [key, fields[2]]).findings.isEmpty)
  }

  @Test func quotedCells() {
    let file =
      "mã;tên;điểm\nA;\"Tổ \"\"Hoa; mai\"\"\nhai dòng\";1\nB;ống 6\" thép;2\nC;\"\"\"x\"\"\";3\n"
    let reading = Reading(file, basic)
    #expect(
      reading.rows == [
        ["A", "Tổ \"Hoa; mai\"\nhai dòng", "1"], ["B", "ống 6\" thép", "2"], ["C", "\"x\"", "3"],
      ])
    #expect((0..<3).map { reading.table!.lineOfRow($0) } == [2, 4, 5])
  }

  @Test func brokenQuotes() {
    let unclosed = Reading("mã;tên;điểm\nA;Tổ;1\nB;\"Tổ;2\nC;Tổ;3\n", basic)
    #expect(unclosed.codes == ["DL015"])
    #expect(unclosed.errorLines == [3])
    let after = Reading("mã;tên;điểm\nA;\"x\"y;1\nB;Tổ;2\n", basic)
    #expect(after.codes == ["DL015"])
    #expect(after.errorLines == [2])
  }

  @Test func raggedRowsNameTheirLines() {
    let reading = Reading("mã;tên;điểm\nA;Tổ\nB;Tổ;2\n\nC;Tổ;3;thừa\nD;Tổ;4;;\n", basic)
    #expect(reading.codes == ["DL014", "DL014"])
    #expect(reading.errorLines == [2, 5])
    #expect(reading.table == nil)
  }

  @Test func encodings() {
    let file = "mã\ttên\tđiểm\r\nA\tTổ 😀\t8,5\r\n"
    for isBig in [false, true] {
      var bytes: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      for unit in file.utf16 {
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        bytes += isBig ? pair : pair.reversed()
      }
      #expect(Reading(bytes, basic).rows == [["A", "Tổ 😀", "8,5"]])
      #expect(Reading(bytes.dropLast(), basic).codes == ["DL018"])
    }
    let eightBit = Array("mã;tên;điểm\nA;".utf8) + [0xFF, 0x81] + Array(";1\nB;".utf8) + [0x81]
    let refused = Reading(eightBit + Array(";2\n".utf8), basic)
    #expect(refused.codes == ["DL111"])
    #expect(refused.errorLines == [2])
    #expect(Reading("mã;tên;điểm\nA;T\0;1\n", basic).codes == ["DL016"])
    #expect(Reading(Array("PK\u{3}\u{4}xyz".utf8), basic).codes == ["DL018"])
    #expect(Reading([0xD0, 0xCF, 0x11, 0xE0, 0], basic).codes == ["DL018"])
  }

  @Test func decomposedTextBecomesOneForm() {
    let decomposed = "ma\u{303};te\u{302}n;đie\u{302}\u{309}m\nA;To\u{302}\u{309};1\nB;Tổ;2\n"
    let reading = Reading(decomposed, basic)
    #expect(reading.rows == [["A", "Tổ", "1"], ["B", "Tổ", "2"]])
    let name = reading.table!.columns[1]
    #expect(Array(reading.texts[name.word(0).index].bytes) == Array("Tổ".utf8))
  }

  @Test func guardsAgainstFormulasAreUndone() {
    let reading = Reading("mã;tên;điểm\n'=A;'@x;'-1\n''+B;'x;2\n", basic)
    #expect(reading.rows == [["=A", "@x", "-1"], ["'+B", "'x", "2"]])
  }

  // MARK: Header

  @Test func headerFindingsComeTogether() {
    let fields = [key, name, points, field("số sáng kiến", .count)]
    let reading = Reading("mã;TÊN;tên;so sang kien;ghi chú\nA;x;y;1;z\n", fields)
    #expect(Set(reading.codes) == ["DL003", "DL019", "DL020"])
    let missing = reading.findings.all.filter { $0.code == "DL003" }
    #expect(missing.count == 2)
    #expect(missing.contains { $0.advice?.contains("so sang kien") == true })
    #expect(reading.findings.all.filter { $0.code == "DL020" }.count == 2)
  }

  @Test func unusedColumnsAreWarnings() {
    let file = Array("mã;tên;điểm;ghi chú;khác\nA;x;1;\"a;b\";\n".utf8)
    let reading = Reading(file, basic, ignored: ["Ghi Chú"])
    #expect(reading.codes == ["DL020"])
    #expect(!reading.findings.hasErrors)
    #expect(reading.rows == [["A", "x", "1"]])
  }

  @Test func optionalColumnsMayBeMissing() {
    let fields = [
      key,
      field("hệ số", .number) { $0.defaultValue = .number(Exact(1).divided(by: Exact(3))) },
      field("ghi chú") { $0.mayBeBlank = true },
      field("kỷ luật", .level(["Không", "Cảnh cáo"])) {
        $0.defaultValue = .word(Word(immediate: 0))
      },
    ]
    #expect(
      Reading("mã\nA\nB\n", fields).rows == [["A", "1/3", "-", "0"], ["B", "1/3", "-", "0"]])
    #expect(
      Reading("mã;hệ số;ghi chú;kỷ luật\nA;;;\n", fields).rows == [["A", "1/3", "-", "0"]])
  }

  @Test func emptyAndMissingFiles() {
    let folder = TemporaryFolder()
    func read(_ path: String) -> [String] {
      var findings = Diagnostics()
      let table = CSVReader.read(
        path: path, name: "x.csv", schema: TableSchema(fields: basic), texts: TextTable(),
        into: &findings)
      #expect(table == nil)
      return findings.all.map(\.message)
    }
    #expect(read(folder.path + "/khong-co.csv")[0].contains("không có tệp"))
    #expect(read(folder.path)[0].contains("là thư mục"))
    #expect(read(folder.write("rong.csv", []))[0].contains("không có gì"))
    #expect(read(folder.write("trang.csv", Array("\n \n".utf8)))[0].contains("tiêu đề"))
    if geteuid() != 0 {
      let secret = folder.write("kin.csv", Array("mã".utf8))
      chmod(secret, 0)
      #expect(read(secret)[0].contains("không được phép"))
    }
    #expect(Reading("mã;tên;điểm\n", basic).table?.rowCount == 0)
  }

  // MARK: Cells

  @Test func numbersOfEveryWidth() {
    let cells = [
      "0", "-0,5", "8,25", "0,123456", "0,1234567", "1.250.000,75", "99999999999999999999", "-7",
      "\u{2212}3", "+4", "2147483647", "21474836,47", "4611686018427,387903", "123456789012345678",
    ]
    let expected = [
      "0", "-0,5", "8,25", "0,123456", "1234567/10000000", "1250000,75",
      "99999999999999999999", "-7", "-3", "4", "2147483647", "21474836,47",
      "4611686018427,387903", "123456789012345678",
    ]
    // Alone, in every order and together: the layout changes, the values do not.
    for (cell, value) in zip(cells, expected) {
      #expect(Reading("điểm;x\n\(cell);\n", [points]).rows == [[value]], "\(cell)")
    }
    for rotation in cells.indices {
      let order = Array(cells[rotation...] + cells[..<rotation])
      let values = Array(expected[rotation...] + expected[..<rotation])
      let reading = Reading("điểm\n" + order.joined(separator: "\n") + "\n", [points])
      #expect(reading.rows == values.map { [$0] })
    }
    let small = Reading("điểm\n1\n2,5\n-3,25\n", [points])
    #expect(small.table?.columns[0].layout == .scaled)
  }

  @Test func numbersBehindTheSampleWidenTheColumn() {
    let plain = Array(repeating: "7,5", count: 1500)
    for (odd, shown, layout) in [
      ("7,125", "7,125", ColumnStorage.Layout.scaled), ("99999999999", "99999999999", .word),
      ("0,12345678", "6172839/50000000", .word),
    ] {
      var cells = plain
      cells[1400] = odd
      let reading = Reading("điểm\n" + cells.joined(separator: "\n") + "\n", [points])
      #expect(reading.table?.columns[0].layout == layout)
      #expect(reading.rows[1400] == [shown])
      #expect(reading.rows[0] == ["7,5"])
      #expect(reading.rows[1499] == ["7,5"])
    }
  }

  @Test func refusesWhatIsNoNumber() {
    for cell in ["8.5", "1,2,3", "1 000", "abc", "8,", ",5", "1.25", "8,5đ", "85%", "-", "--1"] {
      let reading = Reading("mã;điểm\nA;\(cell)\nB;1\n", [key, points])
      #expect(reading.codes == ["DL001"], "\(cell)")
      #expect(reading.errorLines == [2])
    }
  }

  @Test func countsAndRatios() {
    let count = field("số", .count)
    #expect(Reading("số;x\n0;\n12;\n5,0;\n", [count]).rows == [["0"], ["12"], ["5"]])
    #expect(Reading("số;x\n1,5;\n-2;\n", [count]).codes == ["DL020", "DL006", "DL006"])
    let ratio = field("tỷ lệ", .ratio)
    #expect(
      Reading("tỷ lệ\n85%\n92,5 %\n33,333333%\n-1%\n0%\n", [ratio]).rows
        == [["0,85"], ["0,925"], ["33333333/100000000"], ["-0,01"], ["0"]])
    let refused = Reading("tỷ lệ\n85\n0,85\n", [ratio])
    #expect(refused.codes == ["DL007", "DL007"])
    #expect(refused.findings.all[0].advice?.contains("85%") == true)
    #expect(refused.findings.all[1].advice?.hasPrefix("Viết 85% hay 0,85%, tùy") == true)
    // Beside 0,925 a 1 is as likely 100% as 1%; what the field forbids is no reading.
    let whole = Reading("tỷ lệ\n1\n0\n-0,5\n1,2\n2,5\n", [ratio]).findings.all.map(\.advice)
    let readings = [
      "100% hay 1%, tùy", "0%, hoặc", "-50% hay -0,5%, tùy", "120% hay 1,2%, tùy", "2,5%, hoặc",
    ]
    for (advice, reading) in zip(whole, readings) {
      #expect(advice?.hasPrefix("Viết " + reading) == true, "\(reading)")
    }
    let bounded = field("tỷ lệ", .ratio) {
      $0.upper = FieldSpec.Bound(Exact(1))
    }
    let below = Reading("tỷ lệ\n1,2\n", [bounded]).findings.all[0].advice
    #expect(below?.hasPrefix("Viết 1,2%, hoặc") == true)
    let percent = field("tỷ lệ", .ratio) { $0.isPercentNumber = true }
    #expect(Reading("tỷ lệ\n85\n92,5\n50%\n", [percent]).rows == [["0,85"], ["0,925"], ["0,5"]])
  }

  @Test func boundsAndSteps() {
    let scored = field("điểm", .number) {
      $0.lower = .init(Exact(0))
      $0.upper = .init(Exact(10), isInclusive: false)
      $0.step = Exact(micros: 250_000)
    }
    let reading = Reading("điểm\n0\n9,75\n10\n-0,25\n8,3\n", [scored])
    #expect(reading.codes == ["DL008", "DL008", "DL009"])
    #expect(reading.errorLines == [4, 5, 6])
    #expect(reading.findings.all[0].why?.contains("từ 0 đến dưới 10") == true)
    let third = field("điểm", .number) { $0.step = Exact(1).divided(by: Exact(3)) }
    #expect(Reading("điểm\n2\n1\n", [third]).rows == [["2"], ["1"]])
    #expect(Reading("điểm\n0,5\n", [third]).codes == ["DL009"])
    let above = field("tỷ lệ", .ratio) { $0.upper = .init(Exact(1)) }
    #expect(Reading("tỷ lệ\n100%\n100,01%\n", [above]).codes == ["DL008"])
  }

  @Test func datesTruthsLevels() {
    let fields = [
      field("ngày", .date), field("có", .truth), field("bậc", .level(["Không", "Khiển trách"])),
    ]
    let reading = Reading(
      "ngày;có;bậc\n14/10/2026;có;khiển trách\n1/7/2024;Không;Không\n2026-10-14;x;KHÔNG\n"
        + "29/2/2024;1;Khiển  trách\n01/01/1970;sai;Không\n", fields)
    #expect(
      reading.rows
        == [
          ["20740", "1", "1"], ["19905", "0", "0"], ["20740", "1", "0"], ["19782", "1", "1"],
          ["0", "0", "0"],
        ].map { [dateShown($0[0]), $0[1], $0[2]] })
    let refused = Reading(
      "ngày;có;bậc\n29/2/2026;cũng được;Nhắc nhở\n1/7/26;;khiển trach\n10/12;2;\n", fields)
    #expect(
      refused.codes == [
        "DL010", "DL011", "DL012", "DL010", "DL004", "DL012", "DL010", "DL011", "DL004",
      ])
    #expect(refused.findings.all[5].advice?.contains("Khiển trách") == true)
  }

  /// `Reading.shown` prints a date as the number of its days in micros.
  private func dateShown(_ days: String) -> String {
    NumberText.format(Exact(micros: Int64(days)!))
  }

  @Test func absences() {
    let fields = [
      key, field("a", .number) { $0.mayBeNotApplicable = true },
      field("b", .number) { $0.mayBeBlank = true },
      field("c") {
        $0.mayBeBlank = true
        $0.mayBeNotApplicable = true
      },
      field("d", .level(["Thấp", "Cao"])) {
        $0.mayBeBlank = true
        $0.mayBeNotApplicable = true
      },
    ]
    let reading = Reading(
      "mã;a;b;c;d\nA;không giao;;Không áp dụng;K/AD\nB;K/AĐ;1;;\nC;0;2;x;cao\n", fields)
    #expect(reading.codes == ["DL001"])
    let fine = Reading("mã;a;b;c;d\nA;không giao;;Không áp dụng;K/AD\nC;0;2;x;cao\n", fields)
    #expect(fine.rows == [["A", "k", "-", "k", "k"], ["C", "0", "2", "x", "1"]])
    #expect(Reading("mã;b\nA;không giao\n", [key, fields[2]]).codes == ["DL013"])
    #expect(Reading("mã;điểm\nA;\n;1\n", [key, points]).codes == ["DL004", "DL005"])
  }

  // MARK: Keys and many findings

  @Test func duplicateKeysNameBothLines() {
    let reading = Reading("mã;tên;điểm\nA;x;1\nB;x;2\n A ;y;3\nA;z;4\n", basic)
    #expect(reading.codes == ["DL002", "DL002"])
    #expect(reading.errorLines == [4, 5])
    #expect(reading.findings.all.allSatisfy { $0.message.contains("dòng 2") })
    let both = [key, field("năm", .count) { $0.isKey = true }]
    #expect(Reading("mã;năm\nA;2025\nA;2026\nB;2025\n", both).codes.isEmpty)
    #expect(Reading("mã;năm\nA;2025\nB;2026\nA;2025\n", both).codes == ["DL002"])
  }

  @Test func manyFindingsAreCounted() {
    let rows = (0..<700).map { "M\($0);x\($0)" }.joined(separator: "\n")
    let reading = Reading("mã;điểm\n\(rows)\n", [key, points])
    #expect(reading.findings.count == 201)
    #expect(reading.errorLines.prefix(200).map { $0! } == Array(2..<202))
    #expect(reading.findings.all[200].code == "DL017")
    #expect(reading.findings.all[200].message.contains("500"))
  }

  @Test func inlineRowsPointAtTheScript() {
    func cell(_ text: String, _ start: UInt32) -> InlineRows.Cell {
      .init(text, Span(file: 0, start: start, end: start + 1))
    }
    var findings = Diagnostics()
    let texts = TextTable()
    let schema = TableSchema(fields: basic)
    let header = [cell("Mã", 0), cell("tên", 10), cell("điểm", 20)]
    let table = CSVReader.read(
      rows: InlineRows(
        header: header,
        rows: [
          [cell("A", 30), cell("Tổ \"1\"; 2", 40), cell("8,5", 50)],
          [cell("B", 60), cell("=x", 70), cell("1.000", 80)],
        ]), name: "a.thidua", schema: schema, texts: texts, into: &findings)
    #expect(findings.isEmpty)
    #expect(table?.rowCount == 2)
    let names = (0..<2).map { texts.string(table!.columns[1].word($0).index) }
    #expect(names == ["Tổ \"1\"; 2", "=x"])
    _ = CSVReader.read(
      rows: InlineRows(
        header: header,
        rows: [
          [cell("A", 30), cell("x", 40), cell("8.5", 50)], [cell("B", 60), cell("y", 70)],
        ]), name: "a.thidua", schema: schema, texts: texts, into: &findings)
    #expect(findings.all.map(\.code) == ["DL001", "DL014"])
    #expect(findings.all[0].span.start == 50)
    #expect(findings.all[0].place == nil)
    #expect(findings.all[1].span.start == 60)
  }
}
