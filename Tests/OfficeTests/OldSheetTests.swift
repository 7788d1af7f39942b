// Old text inside workbooks: by fonts, by syllables, by the script's word; what has to stay; and whatever bytes.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

/// Writing old encodings: the decoder backwards.
private enum OldWriter {
  private static func table(_ encoding: OldEncoding) -> [Unicode.Scalar: [UInt8]] {
    var candidates = (1...255).map { [UInt8($0)] }
    for first in UInt8(0x41)...0xFF where encoding == .vni {
      for second in UInt8(0xC0)...0xFF { candidates.append([first, second]) }
    }
    var table: [Unicode.Scalar: [UInt8]] = [:]
    for bytes in candidates {
      let decoded = encoding.decoded(bytes)
      let scalars = String(decoding: decoded.text, as: UTF8.self).unicodeScalars
      guard decoded.firstUnread == nil, scalars.count == 1, table[scalars.first!] == nil else {
        continue
      }
      table[scalars.first!] = bytes
    }
    return table
  }

  private static let abc = table(.tcvn3)
  private static let vni = table(.vni)

  /// The text as a workbook has it: Western letters in the places of the codes.
  static func stored(_ text: String, _ encoding: OldEncoding) -> String {
    let table = encoding == .vni ? vni : abc
    let codes = text.unicodeScalars.flatMap { scalar in
      scalar.isASCII ? [UInt8(scalar.value)] : table[scalar]!
    }
    return String(decoding: OldEncoding.windowsText(of: codes), as: UTF8.self)
  }
}

/// A sheet of rows of cells, `""` where there is none.
private func sheet(_ rows: [[String]]) -> SheetGrid {
  let grid = SheetGrid()
  for (index, cells) in rows.enumerated() {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      _ = Array(cell.utf8).withUnsafeBufferPointer { grid.append($0, .value, column: column) }
    }
    grid.endRow(index + 1, isHidden: false)
  }
  return grid
}

private func texts(_ grid: SheetGrid) -> [[String]] {
  grid.rows.map { row in grid.cells(of: row).map { String(decoding: $0.text, as: UTF8.self) } }
}

@Suite struct OldSheetTests {
  private static let words = [
    "phường", "xã", "trường", "tiểu", "học", "đồng", "nội", "bình", "thạnh", "công", "đoàn", "tỉnh",
    "phòng", "tổ", "chức", "văn", "hóa", "nguyễn", "thị", "hường", "lê", "đức", "trần", "quỳnh",
    "đặng", "thủy", "khối", "cụm", "hoàn", "thành", "xuất", "sắc", "nhiệm", "vụ", "quý", "số",
    "liệu",
    "ban", "hoa", "an", "chỉ", "đạo", "dẫn", "nghiêng", "khuya", "ngoằn", "ngoèo", "giỗ", "quốc",
  ]
  private static let foreign = [
    "Lumière", "Noël", "Müller", "São Paulo", "Citroën", "Côte d’Azur", "señor", "Besançon",
    "Zürich",
    "Ångström", "naïve", "smörgås", "Genève", "§ 5", "25 °C", "5 m²", "± 2", "« oui »", "© 2026",
    "½",
    "Tổ 1 – Noël", "Orléans", "été", "Málaga", "Français",
  ]

  private static func sentence(_ random: inout Seeded, capital: Bool) -> String {
    let count = Int.random(in: 1...6, using: &random)
    var text = (0..<count).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
    // Consonants only: ABC has no capitals with a tone.
    if capital, let first = text.first, first.isASCII || first == "đ" {
      text = first.uppercased() + text.dropFirst()
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      text += " \(Int.random(in: 1...99, using: &random))"
    }
    return text
  }

  // MARK: By syllables

  @Test(arguments: [OldEncoding.tcvn3, .vni]) func sentencesComeBack(_ encoding: OldEncoding) {
    var random = Seeded(encoding == .vni ? 5 : 4)
    for _ in 0..<150 {
      let rows = (0..<Int.random(in: 6...20, using: &random)).map { row in
        ["TT\(row)"]
          + (0..<3).map { _ in
            Self.sentence(&random, capital: Bool.random(using: &random))
          }
      }
      let old = OldSheet(sheet(rows.map { $0.map { OldWriter.stored($0, encoding) } }), said: nil)
      #expect(old.encodings.map(\.name) == [encoding.name])
      #expect(texts(old.grid) == rows)
      let said = OldSheet(
        sheet(rows.map { $0.map { OldWriter.stored($0, encoding) } }), said: encoding)
      #expect(texts(said.grid) == rows)
      #expect(said.kept.count == 0, "\(said.kept)")
    }
  }

  @Test func unicodeAndForeignTextNeverChanges() {
    var random = Seeded(9)
    for _ in 0..<300 {
      let rows = (0..<Int.random(in: 1...12, using: &random)).map { row in
        [
          "TT\(row)", Self.foreign.randomElement(using: &random)!,
          Bool.random(using: &random)
            ? Self.sentence(&random, capital: true) : Self.foreign.randomElement(using: &random)!,
        ]
      }
      for said in [nil, OldEncoding.tcvn3, .vni] {
        let old = OldSheet(sheet(rows), said: said)
        if said == nil { #expect(texts(old.grid) == rows) }
        // Not even when the script is wrong about them, as long as something shows it.
        let shown = rows + [["", "", "Đặng Thị Hường"]]
        let read = OldSheet(sheet(shown), said: said)
        #expect(
          texts(read.grid) == shown.map { $0.filter { !$0.isEmpty } },
          "\(String(describing: said))")
      }
    }
  }

  @Test func aMixture() {
    let rows = [
      ["mã", "tên", "cụm", "ghi chú"],
      ["A", "Phường Hoa Sim", "cụm", "Đã nộp đủ"], ["B", "Công ty Lumière", "cụm", "Noël"],
      ["C", "Lumière", "cụm", "Hoàn thành"], ["D", "Trường Đồng Nội – số 2", "cụm", "né tránh"],
      ["H", "Xã Bình Thạnh", "cụm", "Đủ"], ["E", "Khối trường tiểu học", "cụm", "Thiếu"],
    ]
    let written = rows.enumerated().map { index, row in
      row.enumerated().map { column, cell in
        column < 3 && index > 0
          ? cell.split(separator: " ").map { word in
            word == "Lumière" || word == "–" ? String(word) : OldWriter.stored(String(word), .tcvn3)
          }.joined(separator: " ") : cell
      }
    }
    let isTitle = { ["mã", "tên", "cụm"].contains($0) }
    let old = OldSheet(sheet(written), said: nil, isTitle: isTitle)
    #expect(texts(old.grid) == rows)
    #expect(old.encodings == [.tcvn3])
    #expect(old.kept.words == ["Lumière"] && old.kept.count == 1 && old.kept.cell == "B3")
    let said = OldSheet(sheet(written), said: .tcvn3, isTitle: isTitle)
    #expect(texts(said.grid) == rows)
    #expect(said.kept.words == ["Lumière", "Noël"] && said.kept.count == 3)
    // The wrong encoding changes next to nothing and says so.
    let wrong = OldSheet(sheet(written), said: .vni)
    #expect(wrong.kept.count > wrong.changedCount)
  }

  // MARK: Capitals

  @Test func aColumnOfNamesTellsItsCapitals() {
    let names = ["Phường Hoa Sim", "ủy ban xã Long", "Trường Đồng Nội", "Xã Bình An", "ổn định"]
    let notes = ["đã nộp", "ý kiến khác", "Chưa nộp", "ủy quyền", "Đủ"]
    let people = ["Lê ánh Tuyết", "Trần Thị Ý", "Nguyễn Văn ở Hà Nội", "Vũ Bình", "Đỗ Lan"]
    let rows = (0..<5).map { row in [names[row], notes[row], people[row]] }
    let old = OldSheet(
      sheet(
        [["tªn", "ghi chó", "ng­êi"]]
          + rows.map { row in
            row.map { OldWriter.stored($0.replacing("Ý", with: "ý"), .tcvn3) }
          }), said: nil)
    let read = texts(old.grid).dropFirst()
    #expect(
      read.map { $0[0] } == [
        "Phường Hoa Sim", "Ủy ban xã Long", "Trường Đồng Nội", "Xã Bình An", "Ổn định",
      ])
    // Small letters among the others: nothing is sure.
    #expect(read.map { $0[1] } == notes)
    #expect(read.map { $0[2] }[0] == "Lê ánh Tuyết")
    #expect(old.sizeless.words == ["ý", "ánh", "ở"] || old.sizeless.words.contains("ánh"))
  }

  // MARK: Fonts

  @Test func fontsTell() throws {
    let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    let bytes = try InputBytes.open(folder + "/Fixtures/xlsx/phong-cu.xlsx").get()
    let book = try Workbook(bytes)
    let old = OldSheet(try book.grid(of: book.sheets[0], style: .vietnamese), said: nil)
    #expect(
      texts(old.grid) == [
        ["mã", "tên", "cụm", "ghi chú"],
        ["TT01", "Phường Hoa Sim", "Cụm 1", "đã nộp đủ hồ sơ"],
        ["TT02", "Ủy ban xã Đồng Nội", "cụm 1", "Tập đoàn Lumière góp vốn"],
        ["TT03", "Công ty Lumière", "khối 2", "né tránh"],
        ["TT04", "TRƯỜNG TIỂU HỌC HOA SIM", "Cụm 3", "Hoàn thành"],
        ["TT05", "Phường Đoàn Kết", "Khối phường", "Hoàn thành"],
        ["TT06", "Xã Long Bình (mới)", "Khối xã"],
      ])
    #expect(old.encodings == [.tcvn3, .vni])
    #expect(old.kept.words == ["Lumière"])
    #expect(old.sizeless.count == 0)
  }

  @Test func namesOfFonts() {
    let cases: [(String, OldFont?)] = [
      (".VnTime", .abc), (".VnTimeH", .abcCapitals), (".VnArial", .abc), ("VNI-Times", .vni),
      (".VNARIALH", .abcCapitals), ("Vni-Helve", .vni), ("Times New Roman", nil), ("VnTime", nil),
      ("", nil),
    ]
    for (name, font) in cases { #expect(OldFont(old: name) == font, "\(name)") }
  }

  private func read(_ xml: String, _ receiver: any XMLReceiver) {
    let reader = XMLReader(receiver)
    let isRead = Array(xml.utf8).withUnsafeBytes { reader.read($0, isLast: true) }
    #expect(isRead, "\(xml)")
  }

  /// What a cell with these runs reads as, in a style without and in one with an old font.
  private func cells(ofRuns runs: String) -> [[String]] {
    let shared = SharedTexts()
    read("<sst><si>\(runs)</si></sst>", shared)
    let formats = NumberFormats()
    read(
      """
      <s><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>\
      <cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></s>
      """, formats)
    return ["t=\"s\"><v>0</v>", "t=\"inlineStr\"><is>\(runs)</is>"].map { content in
      let parser = SheetParser(
        sharedTexts: shared, formats: formats, startsIn1904: false, style: .vietnamese)
      read(
        """
        <w><sheetData><row r="1"><c r="A1" s="0" \(content)</c>\
        <c r="B1" s="1" \(content)</c></row></sheetData></w>
        """, parser)
      return texts(OldSheet(parser.grid, said: nil).grid)[0]
    }
  }

  @Test func runsWithoutAFontHaveTheCells() {
    func run(_ text: String, _ font: String?) -> String {
      (font.map { "<r><rPr><rFont val=\"\($0)\"/></rPr>" } ?? "<r>")
        + "<t xml:space=\"preserve\">\(text)</t></r>"
    }
    let old = run("Tæ", ".VnTime")
    let plain = run(" côm", nil)
    for read in cells(ofRuns: old + plain) { #expect(read == ["Tổ côm", "Tổ cụm"]) }
    let bare = plain.replacing("<r>", with: "<r><rPr><b/></rPr>")
    for read in cells(ofRuns: old + bare) { #expect(read == ["Tổ côm", "Tổ cụm"]) }
    for read in cells(ofRuns: old + run(" côm", "Arial")) {
      #expect(read == ["Tổ côm", "Tổ côm"])
    }
    for read in cells(ofRuns: run("Cơm và ", nil) + run("x", "Arial") + plain) {
      #expect(read[0] == "Cơm và x côm")
    }
  }

  @Test func changedCellsThatFillTheMemoryAreRefused() {
    let shared = SharedTexts()
    read("<sst><si><t>\(OldWriter.stored("Phường Đồng Nội", .tcvn3))</t></si></sst>", shared)
    for (rowCount, isTooMuch) in [(10, false), (200, true)] {
      let grid = SheetGrid(sharedTexts: shared, limit: 2_000)
      for row in 1...rowCount {
        let hasRoom = grid.append(shared: 0, column: 0)
        #expect(hasRoom)
        grid.endRow(row, isHidden: false)
      }
      let old = OldSheet(grid, said: .tcvn3)
      #expect(old.hasTooMuch == isTooMuch)
      if !isTooMuch { #expect(old.grid.rows.count == rowCount) }
    }
  }

  // MARK: Anything

  @Test func anyBytesAreRead() {
    var random = Seeded(77)
    for round in 0..<400 {
      let grid = SheetGrid()
      for row in 1...Int.random(in: 1...8, using: &random) {
        for column in 0..<4 {
          let bytes = (0..<Int.random(in: 1...24, using: &random)).map { _ in
            UInt8.random(in: round % 2 == 0 ? 0...255 : 0xA0...255, using: &random)
          }
          // Half of them as a workbook would hold them.
          let text = round % 4 < 2 ? bytes : OldEncoding.windowsText(of: bytes)
          _ = text.withUnsafeBufferPointer { grid.append($0, .value, column: column) }
        }
        grid.endRow(row, isHidden: false)
      }
      grid.hasFontMarks = Bool.random(using: &random)
      let count = grid.rows.count
      for said in [nil, OldEncoding.tcvn3, .vni, .viscii, .windows1258] {
        guard said == nil || !grid.hasFontMarks else { continue }
        let old = OldSheet(grid, said: said)
        #expect(old.grid.rows.count == count)
        if said != nil || old.changedCount > 0 { break }
      }
    }
  }
}
