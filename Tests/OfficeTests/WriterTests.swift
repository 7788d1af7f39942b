// Writing CSV: both styles, guards, round trips, all files or none.

import Glibc
import Testing
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

@Suite struct WriterTests {
  private let folder = TemporaryFolder()

  private func texts(_ values: [String?], in table: TextTable) -> ColumnStorage {
    let column = ColumnStorage(.text, rowCount: values.count)
    for (row, value) in values.enumerated() {
      column.store(value.map { Word(text: table.intern($0)) } ?? .blank, at: row)
    }
    return column
  }

  private func numbers(_ values: [Exact?]) -> ColumnStorage {
    let column = ColumnStorage(.word, rowCount: values.count)
    for (row, value) in values.enumerated() {
      guard let value else {
        column.store(.notApplicable, at: row)
        continue
      }
      let micros = value.micros.flatMap(Micros.fitting)
      column.store(
        micros.map { Word(immediate: $0) } ?? column.addException(value), at: row)
    }
    return column
  }

  private func write(
    _ columns: [CSVColumn], _ lines: Int, _ style: NumberStyle, texts: TextTable,
    workers: Int = 2
  ) throws -> (bytes: [UInt8], findings: Diagnostics) {
    var findings = Diagnostics()
    let outputs = OutputTransaction()
    let file = try outputs.open(folder.path + "/ra.csv", name: "ra.csv")
    CSVWriter.write(
      CSVDocument(columns: columns, lineCount: lines, style: style, subject: { "dòng \($0)" }),
      to: file, texts: texts, workers: workers, into: &findings)
    try outputs.commit()
    return (folder.read("ra.csv") ?? [], findings)
  }

  @Test func bothStyles() throws {
    let table = TextTable()
    let day = ColumnStorage(.scaled, rowCount: 2, multiplier: 2)
    day.base.storeBytes(of: 20_740, as: Int32.self)
    day.base.storeBytes(of: ColumnStorage.scaledBlank, toByteOffset: 4, as: Int32.self)
    let code = ColumnStorage(.code, rowCount: 2)
    code.store(Word(immediate: 1), at: 0)
    code.store(.notApplicable, at: 1)
    let points = numbers([Exact(micros: -8_505_000), Exact(1250)])
    let columns = [
      CSVColumn("tên; họ", texts(["Tổ \"1\"", "=x"], in: table), form: .text),
      CSVColumn("điểm", points, form: .number(decimals: nil)),
      CSVColumn("hai", points, form: .number(decimals: 2)),
      CSVColumn("tỷ lệ", numbers([Exact(micros: 925_000), nil]), form: .ratio(decimals: nil)),
      CSVColumn("ngày", day, form: .date),
      CSVColumn("có", code, form: .truth),
      CSVColumn("mức", code, form: .names(["Thấp", "Cao; rất"])),
      CSVColumn("riêng", points, form: .custom { "ô \($0)" }),
    ]
    let vietnamese = try write(columns, 2, .vietnamese, texts: table)
    #expect(
      String(decoding: vietnamese.bytes, as: UTF8.self)
        == "\u{FEFF}\"tên; họ\";điểm;hai;tỷ lệ;ngày;có;mức;riêng\r\n"
        + "\"Tổ \"\"1\"\"\";-8,505;-8,51;92,5%;14/10/2026;có;\"Cao; rất\";ô 0\r\n"
        + "'=x;1250;1250,00;không áp dụng;;không áp dụng;không áp dụng;ô 1\r\n")
    let international = try write(columns, 2, .international, texts: table)
    #expect(
      String(decoding: international.bytes, as: UTF8.self)
        == "tên; họ,điểm,hai,tỷ lệ,ngày,có,mức,riêng\n"
        + "\"Tổ \"\"1\"\"\",-8.505,-8.51,92.5%,2026-10-14,có,Cao; rất,ô 0\n"
        + "'=x,1250,1250.00,không áp dụng,,không áp dụng,không áp dụng,ô 1\n")
  }

  @Test func fixedDecimalsRoundOnceAwayFromZero() throws {
    let values = [-4_999, -5_000, 5_000, 1_005_000, 14_625_000, 999_995_000].map {
      Exact(micros: $0)
    }
    let third = Exact(1).divided(by: Exact(3))
    let column = CSVColumn("x", numbers(values + [third]), form: .number(decimals: 2))
    let written = try write([column], 7, .vietnamese, texts: TextTable())
    #expect(written.findings.isEmpty)
    #expect(
      String(decoding: written.bytes.dropFirst(3), as: UTF8.self)
        == "x\r\n0,00\r\n-0,01\r\n0,01\r\n1,01\r\n14,63\r\n1000,00\r\n0,33\r\n")
  }

  @Test func endlessDecimalsAreErrors() throws {
    let third = Exact(1).divided(by: Exact(3))
    let column = CSVColumn(
      "bình quân", numbers([Exact(1), third]), form: .number(decimals: nil))
    let written = try write([column], 2, .vietnamese, texts: TextTable())
    #expect(written.findings.all.map(\.code) == ["DL022"])
    #expect(written.findings.all[0].message.contains("0,333333…"))
    #expect(written.findings.all[0].message.contains("dòng 1"))
  }

  @Test(arguments: [NumberStyle.vietnamese, .international]) func roundTrips(style: NumberStyle)
    throws
  {
    var random = Seeded(21)
    let table = TextTable()
    let pieces = [
      "=", "+", "-", "@", "'", "\"", ";", ",", "a", "Hà", "\n", " b", "1", "\t", "K/AD", "😀",
    ]
    let count = 20_000
    let names = (0..<count).map { row -> String in
      let middle = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }
      // Spaces at the ends are not kept, so there are none.
      let text = middle.joined() + "z\(row)"
      return text.first!.isWhitespace ? "q" + text : text
    }
    let values = (0..<count).map { _ -> Exact? in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: nil
      case 1: Exact(micros: Int64.random(in: .min / 2 ... .max / 2, using: &random))
      case 2: Exact(Int.random(in: .min ... .max, using: &random)) * Exact(1 << 40)
      default: Exact(micros: Int64.random(in: -99_999...99_999, using: &random) * 10_000)
      }
    }
    let order = (0..<Int32(count)).shuffled(using: &random)
    let columns = [
      CSVColumn("tên", texts(names, in: table), cells: order, form: .text),
      CSVColumn("điểm", numbers(values), cells: order, form: .number(decimals: nil)),
    ]
    let one = try write(columns, count, style, texts: table, workers: 1)
    let two = try write(columns, count, style, texts: table, workers: 2)
    #expect(one.bytes == two.bytes)
    let reading = Reading(
      one.bytes, [field("tên"), field("điểm", .number) { $0.mayBeNotApplicable = true }],
      workers: 2)
    #expect(reading.findings.isEmpty, "\(reading.findings.all.prefix(2))")
    let expected = order.map { row in
      [
        names[Int(row)],
        values[Int(row)].map { value in
          value.micros.flatMap(Micros.fitting) == nil
            ? value.description : NumberText.format(value)
        } ?? "k",
      ]
    }
    #expect(reading.rows == expected)
  }

  // MARK: Files

  @Test func filesAppearTogetherOrNotAtAll() throws {
    folder.write("a.csv", Array("cũ".utf8))
    let outputs = OutputTransaction()
    try outputs.open(folder.path + "/a.csv", name: "a.csv").write(Array("mới".utf8))
    try outputs.open(folder.path + "/sâu/hơn/b.csv", name: "b.csv").write(Array("b".utf8))
    #expect(folder.read("a.csv") == Array("cũ".utf8))
    outputs.cancel()
    #expect(folder.names == ["a.csv"])
    #expect(folder.read("a.csv") == Array("cũ".utf8))
    try outputs.open(folder.path + "/a.csv", name: "a.csv").write(Array("mới".utf8))
    try outputs.open(folder.path + "/sâu/b.csv", name: "b.csv").write(Array("b".utf8))
    try outputs.commit()
    #expect(folder.names == ["a.csv", "sâu"])
    #expect(folder.read("a.csv") == Array("mới".utf8))
    #expect(folder.read("sâu/b.csv") == Array("b".utf8))
  }

  @Test func aFailureLeavesEverythingAsItWas() throws {
    folder.write("a.csv", Array("cũ".utf8))
    let outputs = OutputTransaction()
    for name in ["a.csv", "b.csv", "c/d.csv"] {
      try outputs.open(folder.path + "/" + name, name: name).write(Array("mới".utf8))
    }
    // The second target becomes a folder behind our back, when the first is in its place already.
    mkdir(folder.path + "/b.csv", 0o755)
    do throws(OutputTransaction.Failure) {
      try outputs.commit()
      Issue.record("a file must not take the place of a folder")
    } catch {
      #expect(error.problem == .isFolder)
      #expect(error.diagnostic.message.contains("b.csv"))
    }
    #expect(folder.read("a.csv") == Array("cũ".utf8))
    #expect(folder.names == ["a.csv", "b.csv"])
  }

  @Test func refusesBadTargets() throws {
    let input = folder.write("vao.csv", Array("mã".utf8))
    let outputs = OutputTransaction()
    outputs.protect(input)
    func problem(_ path: String) -> OutputTransaction.Problem? {
      do throws(OutputTransaction.Failure) {
        _ = try outputs.open(path, name: "x")
        return nil
      } catch {
        return error.problem
      }
    }
    #expect(
      problem(folder.path + "/../" + String(folder.path.dropFirst(5)) + "/vao.csv") == .isInput)
    #expect(problem(folder.path) == .isFolder)
    #expect(problem(input + "/x.csv") == .noFolder)
    #expect(problem(folder.path + "/moi.csv") == nil)
    #expect(problem(folder.path + "/moi.csv") == .writtenTwice)
    outputs.cancel()
    #expect(folder.names == ["vao.csv"])
  }
}
