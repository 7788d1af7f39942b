import Testing

import ThiDuaText

/// Rendering of findings: carets, labels, data places, fixes.
@Suite struct DiagnosticTests {
  private func span(_ source: Source, _ words: String) -> Span {
    let wanted = Array(words.utf8)
    for start in 0...(source.bytes.count - wanted.count)
    where source.bytes[start...].starts(with: wanted) {
      return Span(file: source.id, start: UInt32(start), end: UInt32(start + wanted.count))
    }
    Issue.record("\(words) không có trong nguồn")
    return .none
  }

  @Test func caretStandsUnderTheRightLetters() {
    var map = SourceMap()
    let source = map.add(path: "quy-che.thidua", text: "# đầu\nđiểm thệ = tong diem\n")
    let place = span(source, "tong diem")
    let text = DiagnosticRenderer.render(
      CheckMessages.unknownName("tong diem", span: place, suggestions: ["tổng điểm"]),
      sources: map)
    #expect(
      text == """
        Lỗi KT001: không có tên nào là "tong diem".
          ┌─ quy-che.thidua:2:12
          │
        2 │ điểm thệ = tong diem
          │            ^^^^^^^^^
          Vì sao: Tên phải được khai báo trong kịch bản hoặc là tên của một trường dữ liệu.
          Cách sửa: Có phải ý anh/chị là "tổng điểm"?
          Gợi ý: thay "tong diem" bằng "tổng điểm".

        """)
  }

  @Test func caretsCountLettersNotBytes() {
    // The same line in NFD and with wide letters, tabs and invisible characters before the place.
    for line in ["\tđiểm thệ = sai", "\tđiê\u{309}m thê\u{323} = sai"] {
      var map = SourceMap()
      let source = map.add(path: "a", text: line)
      let text = DiagnosticRenderer.render(
        CheckMessages.unknownName("thệ", span: span(source, "thệ"), suggestions: []), sources: map)
      #expect(text.contains("1 │   điểm thệ = sai\n  │        ^^^\n"))
    }
    var map = SourceMap()
    let source = map.add(path: "a", text: "\"日本👍\" x\u{200B}y")
    let invisible = span(source, "\u{200B}")
    let found = LookAlike.find(in: source.bytes)
    let text = DiagnosticRenderer.render(
      SyntaxMessages.lookAlike(found[0], span: invisible), sources: map)
    #expect(text.contains("  │           ^ U+200B\n"))
    #expect(text.contains("Gợi ý: xóa ký tự không nhìn thấy này."))
  }

  @Test func labelsOnOtherLinesAndFiles() {
    var map = SourceMap()
    let first = map.add(
      path: "a.thidua", text: "một = 1\n\n\nhai = 2\nba = 3\nbốn = 4\nnăm = 5\n\n\nmột = 10\n")
    let other = map.add(path: "b.thidua", text: "một = 7")
    var found = CheckMessages.duplicateName(
      "một", span: .none, first: span(first, "một"))
    found.span = Span(
      file: 0, start: UInt32(first.bytes.count - 11), end: UInt32(first.bytes.count - 6))
    found.labels.append(.init(span(other, "một"), "và ở đây"))
    found.notes = ["đây là một ghi chú."]
    let text = DiagnosticRenderer.render(found, sources: map)
    #expect(
      text == """
        Lỗi KT002: tên "một" được khai báo hai lần.
           ┌─ a.thidua:10:1
           │
         1 │ một = 1
           │ --- khai báo lần đầu ở đây
           ┆
        10 │ một = 10
           │ ^^^ khai báo lần nữa ở đây
           ┌─ b.thidua:1:1
           │
         1 │ một = 7
           │ --- và ở đây
          Vì sao: Mỗi tên chỉ được có một nghĩa cho mỗi loại đối tượng.
          Cách sửa: Đổi một trong hai tên, hoặc bỏ khai báo thừa.
          Ghi chú: đây là một ghi chú.

        """)
  }

  @Test func dataErrorsNameTheCell() {
    let place = DataPlace(file: "tap-the.csv", line: 12, column: "tỷ lệ số hóa", value: "8.5")
    let found = DataMessages.notANumber(
      place: place, problem: .wrongDecimalMark(suggestion: "8,5", style: .vietnamese))
    #expect(
      DiagnosticRenderer.render(found, sources: SourceMap()) == """
        Lỗi DL001: ô này phải là số.
          ┌─ tệp "tap-the.csv", dòng 12, cột "tỷ lệ số hóa", ô "8.5"
          Vì sao: Phần thập phân phải viết sau dấu phẩy; dấu chấm chỉ để ngăn nhóm ba chữ số.
          Cách sửa: Viết 8,5.

        """)
    let cell = DataPlace(file: "a.xlsx", sheet: "Quý 1", line: 5, cell: "C5", value: "x\u{1B}[0m")
    #expect(
      cell.text == "tệp \"a.xlsx\", trang \"Quý 1\", ô C5, giá trị \"x\\u{1B}[0m\"")
    #expect(DataPlace(file: "a", line: 2, value: "").text == "tệp \"a\", dòng 2, ô trống")
  }

  @Test func longLinesAreCutAroundThePlace() {
    var map = SourceMap()
    let filler = String(repeating: "rất dài ", count: 40)
    let source = map.add(path: "a", text: filler + "SAI " + filler)
    let text = DiagnosticRenderer.render(
      CheckMessages.unknownName("SAI", span: span(source, "SAI"), suggestions: []), sources: map)
    let lines = text.split(separator: "\n")
    #expect(lines[3].hasPrefix("1 │ … ") && lines[3].hasSuffix(" …"))
    #expect(VietnameseText.displayWidth(String(lines[3])) < 115)
    let before = lines[3].prefix(upTo: lines[3].firstRange(of: "SAI")!.lowerBound)
    let carets = lines[4].prefix { $0 != "^" }
    #expect(
      VietnameseText.displayWidth(String(before)) == VietnameseText.displayWidth(String(carets)))
  }

  @Test func oddPlacesDoNotCrash() {
    var map = SourceMap()
    let source = map.add(path: "a", text: "x\ny")
    for (start, end) in [(3, 3), (3, 999), (999, 1000), (0, 3), (1, 2)] {
      let span = Span(file: source.id, start: UInt32(start), end: UInt32(end))
      let text = DiagnosticRenderer.render(
        CheckMessages.unknownName("x", span: span, suggestions: []), sources: map)
      #expect(text.contains("^"))
    }
    let lost = CheckMessages.unknownName(
      "x", span: Span(file: 9, start: 0, end: 1), suggestions: ["y"])
    #expect(!DiagnosticRenderer.render(lost, sources: map).contains("┌─"))
  }

  @Test func colourChangesNothingElse() {
    var map = SourceMap()
    let source = map.add(path: "a", text: "sai")
    let found = CheckMessages.unknownName("sai", span: source.fullSpan, suggestions: [])
    let coloured = DiagnosticRenderer.render(found, sources: map, colour: true)
    var plain = ""
    var isInCode = false
    for scalar in coloured.unicodeScalars {
      if scalar == "\u{1B}" { isInCode = true }
      if !isInCode { plain.unicodeScalars.append(scalar) }
      if scalar == "m" { isInCode = false }
    }
    #expect(coloured != plain)
    #expect(plain == DiagnosticRenderer.render(found, sources: map))
  }

  @Test func listCountsAndOrders() {
    var list = Diagnostics()
    let late = CheckMessages.unknownName(
      "b", span: Span(file: 0, start: 9, end: 10), suggestions: [])
    let early = CheckMessages.unknownName(
      "a", span: Span(file: 0, start: 1, end: 2), suggestions: [])
    var warning = early
    warning.severity = .warning
    list.add(late)
    list.add(late)
    list.add(DataMessages.notANumber(place: DataPlace(file: "x"), problem: .empty))
    list.add(early)
    list.add(warning)
    #expect(list.count == 4 && list.errorCount == 3 && list.hasErrors)
    #expect(list.inReadingOrder.map { $0.code } == ["KT001", "KT001", "KT001", "DL001"])
    #expect(list.inReadingOrder[0] == early)
    #expect(DiagnosticRenderer.summary(list) == "3 lỗi, 1 cảnh báo")
    list.truncate(to: 1)
    #expect(list.count == 1 && list.errorCount == 1)
  }

  @Test func wording() {
    #expect(Wording.alternatives(["a", "b", "c"]) == "\"a\", \"b\" hoặc \"c\"")
    #expect(Wording.enumeration(["a", "b"]) == "\"a\" và \"b\"")
    #expect(Wording.alternatives([]) == "")
    #expect(Wording.count(1_234_567) == "1.234.567")
    #expect(Wording.count(-999) == "-999")
    #expect(Wording.count(Int.min) == "-9.223.372.036.854.775.808")
    #expect(Wording.quoted(String(repeating: "x", count: 99)).count == 63)
    #expect(Wording.quotedPath(String(repeating: "x", count: 99)).count == 101)
  }

  @Test func catalogueIsComplete() {
    var seen: Set<String> = []
    for entry in Catalogue.all {
      #expect(seen.insert(entry.code).inserted, "\(entry.code) hai lần")
      #expect(entry.code.count == 5 && entry.code.dropFirst(2).allSatisfy { $0.isNumber })
      #expect(!entry.title.isEmpty && !entry.title.hasSuffix("."), "\(entry.code)")
      #expect([".", "…"].contains(entry.explanation.last), "\(entry.code)")
      #expect(!entry.wrongExample.isEmpty && !entry.rightExample.isEmpty, "\(entry.code)")
      #expect(entry.wrongExample != entry.rightExample, "\(entry.code)")
      #expect(
        Array(entry.text.utf8) == VietnameseText.normalized(Array(entry.text.utf8)),
        "\(entry.code)")
    }
    #expect(Catalogue.entry("kt001")?.code == "KT001")
    #expect(Catalogue.entry("XX999") == nil)
  }
}
