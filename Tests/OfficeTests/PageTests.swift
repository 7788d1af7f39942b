// The page of results as text: what it says, and that nothing a user wrote can become markup. How it looks and
// behaves in a browser is in trang.sh.

import Testing
import ThiDuaNumber
import ThiDuaOffice

@Suite struct PageTests {
  typealias Report = ResultReport

  /// Two clusters, three subjects; `hostile` stands wherever a user's text can stand.
  private func report(_ hostile: String = "") -> Report {
    let columns: [Report.Column] = [
      .init(name: "mã", title: "Mã", role: .key, form: .text),
      .init(name: "tên", title: "Tên", role: .name, form: .text),
      .init(
        name: "nhóm 1", title: "Chế độ báo cáo" + hostile, role: .group, form: .number,
        maximum: Exact(6), basis: ["Hướng dẫn số 10, mục I"]),
      .init(
        name: "tổng điểm", title: "Tổng điểm", role: .total, form: .number, maximum: Exact(100)),
      .init(
        name: "mức", title: "Mức", role: .level, form: .text,
        levels: ["Tốt" + hostile, "Khá", "Trung bình"]),
      .init(name: "hạng", title: "Hạng", role: .rank, form: .number),
      .init(name: "giấy khen", title: "Giấy khen", role: .award, form: .text),
    ]
    func row(
      _ key: String, _ name: String, _ points: String, _ total: Exact, _ level: String, _ rank: Int
    ) -> Report.Row {
      .init(
        key: key, name: name,
        cells: [
          .init(key), .init(name), .init("5", number: Exact(5)), .init(points, number: total),
          .init(level), .init(String(rank), number: Exact(rank)), .init("đạt"),
        ])
    }
    let unit = row(
      "A", "Đơn vị A" + hostile, "83,5", Exact(167).divided(by: Exact(2)), "Tốt" + hostile, 1)
    var blank = row("C", "Cơ quan C", "", Exact(0), "", 2)
    blank.cells[3] = .init("", state: .blank)
    blank.cells[2] = .init("không áp dụng", state: .notApplicable)
    let board = Report.Board(
      kind: "tập thể" + hostile, columns: columns,
      groups: [
        .init(
          name: "Cụm 1" + hostile, facts: [.init("Cụm trưởng" + hostile, "Ban B" + hostile)],
          rows: [unit, blank]),
        .init(
          name: "Cụm 2", rows: [row("B", "Ấp B", "90,25", Exact(micros: 90_250_000), "Khá", 1)]),
      ])
    return Report(
      title: "Phong trào thử" + hostile,
      facts: [.init("Chủ đề", "Đoàn kết" + hostile), .init("Năm" + hostile, "2026" + hostile)],
      boards: [board],
      awards: [
        .init(
          title: "Giấy khen" + hostile, kind: "tập thể",
          basis: ["Hướng dẫn số 10, mục II" + hostile],
          lines: [
            .init(
              group: "Cụm 1" + hostile, key: "A", name: "Đơn vị A" + hostile,
              state: "chờ hội đồng", note: "thiếu phiếu" + hostile)
          ])
      ],
      notices: ["Còn thiếu số liệu." + hostile],
      documents: [.init(label: "HD10" + hostile, text: "Hướng dẫn số 10")],
      origin: [.init("Kịch bản", "thu.thidua" + hostile)]
    ) { place in
      guard place.group == 0, place.row == 0 else { return nil }
      let group = Report.Reason(
        label: "nhóm 1 \"Chế độ báo cáo\"", shown: "5", sentence: "6 - 1" + hostile,
        rule: "thu.thidua, dòng 8", basis: ["Hướng dẫn số 10, mục I"],
        parts: [
          .init(
            label: "báo cáo chậm" + hostile, shown: "1" + hostile,
            cell: "tap-the.csv, dòng 2, cột \"báo cáo chậm\"" + hostile)
        ])
      switch place.column {
      case 3:
        return Report.Reason(
          label: "tổng điểm", owner: "tập thể \"A\"", shown: "83,5", sentence: "5 + 78,5",
          rule: "thu.thidua, dòng 12", parts: [group])
      case 2: return group
      case 4:
        return Report.Reason(
          label: "mức", shown: "Tốt", rule: "thu.thidua, dòng 14",
          parts: [
            .init(
              role: .condition, label: "tổng điểm từ 80 trở lên", shown: "đúng",
              parts: [.init(label: "tổng điểm", shown: "83,5", parts: [group])])
          ])
      default: return nil
      }
    }
  }

  private func page(_ report: Report) -> String {
    String(decoding: ResultPage.html(report), as: UTF8.self)
  }

  private func count(_ part: String, in text: String) -> Int {
    var count = 0
    var rest = text[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  // MARK: What it says

  @Test func everythingOfTheReportIsThere() {
    let page = page(report())
    for text in [
      "<h1>Phong trào thử</h1>", "Đoàn kết", "Cụm trưởng", "Cụm 2", "83,5", "90,25",
      "không áp dụng", "Chờ hội đồng", "thiếu phiếu", "Còn thiếu số liệu.", "Hướng dẫn số 10",
      "thu.thidua",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func aColumnIsOpenedOnceForASubject() {
    let page = page(report())
    // The total's tree has the group; the level's tree points there.
    #expect(count("id=s1c2", in: page) == 1)
    #expect(count("id=s1c3", in: page) == 1)
    #expect(page.contains("<small>tổng điểm: 83,5 <a href=#s1c3>đã nêu</a></small>"))
    #expect(page.contains("✓ tổng điểm từ 80 trở lên"))
  }

  @Test func aValueHandedOnIsOneLineButAColumnKeepsItsOwn() {
    let leaf = Report.Reason(label: "tin bài", shown: "9", cell: "tap-the.csv, dòng 2")
    let line = Report.Reason(
      label: "cộng 1 điểm cho mỗi tin bài", shown: "9", sentence: "1 × 9",
      rule: "thu.thidua, dòng 7", parts: [leaf])
    var handed = report()
    handed.reason = { place in
      guard place.row == 0, place.group == 0, place.column == 3 else { return nil }
      let group = Report.Reason(
        label: "nhóm 1", shown: "9", rule: "thu.thidua, dòng 6", parts: [line])
      return Report.Reason(
        label: "tổng điểm", shown: "9", rule: "thu.thidua, dòng 9", parts: [group])
    }
    #expect(
      page(handed).contains(
        "tổng điểm: <b>9</b> <small>thu.thidua, dòng 9</small><ul><li id=s1c2>nhóm 1: <b>9</b> "
          + "(cộng 1 điểm cho mỗi tin bài: 1 × 9) "
          + "<small>dòng 7 · tin bài: 9 (tap-the.csv, dòng 2)</small></ul>"))
  }

  @Test func sourcesAreSaidInFewWords() {
    let page = page(report())
    #expect(page.contains("<b>83,5</b> (5 + 78,5) <small>thu.thidua, dòng 12</small>"))
    #expect(
      page.contains("<b>5</b> (6 - 1) <small>HD10, mục I · dòng 8 · báo cáo chậm: 1</small>"))
    // The subject's own line of the data is named once, above.
    #expect(page.contains("<p>Mã: A; số liệu: tap-the.csv, dòng 2</p>"))
    #expect(count("tap-the.csv", in: page) == 1)
  }

  @Test func cellsOfOtherRowsAndColumnsAreNamed() {
    var other = report()
    other.reason = { place in
      guard place.row == 0, place.group == 0, place.column == 3 else { return nil }
      return Report.Reason(
        label: "tổng điểm", shown: "9",
        parts: [
          .init(label: "bài", shown: "4", cell: "tap-the.csv, dòng 2, cột \"bài\""),
          .init(label: "tin", shown: "3", cell: "tap-the.csv, dòng 2, cột \"số tin\""),
          .init(label: "bài", shown: "2", cell: "tap-the.csv, dòng 5, cột \"bài\""),
          .init(label: "bài", shown: "4", cell: "tap-the.csv, dòng 2, cột \"bài\""),
        ])
    }
    #expect(
      page(other).contains(
        "<small>bài: 4; tin: 3 (cột \"số tin\"); bài: 2 (tap-the.csv, dòng 5)</small>"))
  }

  @Test func aConditionThatSaysItsValueSaysItOnce() {
    var asked = report()
    asked.reason = { place in
      guard place.row == 0, place.group == 0, place.column == 4 else { return nil }
      return Report.Reason(
        label: "mức", shown: "Tốt",
        parts: [
          .init(
            role: .condition, label: "bài từ 4 trở lên", shown: "đúng", sentence: "bài là 4",
            parts: [.init(label: "bài", shown: "4", cell: "a.csv, dòng 2, cột \"bài\"")])
        ])
    }
    #expect(page(asked).contains("<li>✓ bài từ 4 trở lên (bài là 4)</ul>"))
  }

  @Test func aColumnWithNothingBelowItIsOpenedOnceToo() {
    var bare = report()
    let group = Report.Reason(label: "nhóm 1", shown: "0", sentence: "để trống", rule: "a, dòng 1")
    bare.reason = { place in
      guard place.row == 0, place.group == 0 else { return nil }
      let other = Report.Reason(
        label: "x", shown: "1", parts: [.init(label: "y", shown: "1", basis: ["z"])])
      return switch place.column {
      case 2: group
      case 3: Report.Reason(label: "tổng điểm", shown: "0", parts: [group, other])
      default: nil
      }
    }
    #expect(count("id=s1c2", in: page(bare)) == 1)
    #expect(count("nhóm 1: <b>0</b>", in: page(bare)) == 1)
  }

  @Test func aLongNameIsCutInAPictureAndWholeInItsTable() {
    var long = report().boards[0]
    long.groups[0].name = "Cụm " + String(repeating: "dài ", count: 30) + "hết"
    let page = page(Report(title: "Thử", boards: [long]))
    #expect(page.contains("…</text>"))
    #expect(page.contains("<tr><th scope=row>\(long.groups[0].name)<td>"))
  }

  @Test func whoHasNoReasonsHasNoPlaceForThem() {
    var silent = report()
    silent.reason = { _ in nil }
    #expect(count("<details id=s", in: page(silent)) == 0)
    #expect(count("<details id=s", in: page(report())) == 1)
  }

  @Test func placesForSortingAreVietnameseAndKeepBlanksApart() {
    let board = report().boards[0]
    let all = Report.Board(
      kind: "tập thể", columns: board.columns,
      groups: [.init(name: "", rows: board.groups.flatMap(\.rows))])
    let page = page(Report(title: "Thử", boards: [all]))
    // Rows are Đơn vị A, Cơ quan C, Ấp B: by name Ấp, Cơ, Đơn.
    #expect(page.contains("class=name data-k=\"3 2 1\""))
    #expect(page.contains("data-c=3 data-high class=n data-k=\"1 0 2\""))
    #expect(page.contains("data-c=4 class=t data-k=\"1 0 2\""))
  }

  @Test func manyRowsBecomeSeveralTables() {
    var board = report().boards[0]
    board.groups = [.init(name: "", rows: Array(repeating: board.groups[1].rows[0], count: 401))]
    let page = page(Report(title: "Thử", boards: [board]))
    #expect(count("<table class=r>", in: page) == 3)
    #expect(page.contains("từ 401 đến 401"))
    #expect(count("class=name data-k", in: page) == 1)
  }

  @Test func assumedResultsSaySoAtTheTop() {
    var assumed = report()
    #expect(!page(assumed).contains("class=heed"))
    assumed.isHypothetical = true
    #expect(page(assumed).contains("đây không phải kết quả chính thức"))
  }

  @Test func anEmptyReportIsAPage() {
    let page = page(Report(title: "Trống"))
    #expect(page.contains("<title>Trống</title>"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("<section"))
  }

  @Test func extremeTotalsHaveAChartOrNone() {
    for total in [Exact(-5), Exact(0), Exact(Int.max), Exact(1).divided(by: Exact(3))] {
      var board = report().boards[0]
      board.columns[3].maximum = nil
      board.groups[0].rows[0].cells[3] = .init("x", number: total)
      #expect(page(Report(title: "Thử", boards: [board])).hasSuffix("</html>\n"))
    }
  }

  @Test func piecesAreTheWholeAndAlwaysTheSame() {
    let whole = ResultPage.html(report())
    var pieces: [UInt8] = []
    ResultPage.write(report()) { pieces += $0 }
    #expect(pieces == whole)
    #expect(ResultPage.html(report()) == whole)
  }

  // MARK: What it never says

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>",
    "</title><script>", "</style><b>", "<!--", "]]>", "&lt;b&gt;", "{{constructor}}",
    "javascript:alert(1)", "&quot; onclick=alert(1) x=&quot;",
    "\" autofocus onfocus=alert(1) x=\"",
    "</script><script src=//x>", "&#60;script&#62;", "<iframe srcdoc=x>",
    "--><math><mtext></table>",
  ])
  func userTextsAreNeverMarkup(_ hostile: String) {
    let clean = page(report(" x"))
    let page = page(report(hostile))
    // The same tags with the same attributes as with an ordinary word there.
    #expect(tags(page) == tags(clean))
    #expect(tags(clean).count > 100)
    #expect(count("<", in: page) == count("<", in: clean))
    #expect(count(">", in: page) == count(">", in: clean))
    let escaped = hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    #expect(page.contains("<h1>Phong trào thử\(escaped)</h1>"))
  }

  /// Every tag as it stands, behind the page's own style and script.
  private func tags(_ page: String) -> [Substring] {
    let body = page[(page.firstRange(of: "</head>")?.upperBound ?? page.startIndex)...]
    return body.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
  }

  /// Otherwise browsers would show the page bare. On failure: the value to write beside the text.
  @Test(arguments: ["style", "script"])
  func thePolicyAdmitsWhatThePageBringsAlong(_ tag: String) throws {
    #expect(
      Digest.policy(of: "abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    let page = page(report())
    let start = try #require(page.firstRange(of: "<\(tag)>"))
    let end = try #require(page.firstRange(of: "</\(tag)>"))
    let digest = Digest.policy(of: page[start.upperBound..<end.lowerBound])
    #expect(page.contains("\(tag)-src '\(digest)'"))
  }

  @Test func whatCannotBeSeenIsShown() {
    let hidden = "\u{0}\u{8}\u{1B}\u{7F}\u{85}\u{200F}\u{202E}\u{2066}\u{61C}\u{FFFE}"
    let page = page(report(hidden))
    for scalar in hidden.unicodeScalars {
      #expect(!page.unicodeScalars.contains(scalar), "\(scalar.value)")
    }
    #expect(
      page.contains("<h1>Phong trào thử\(String(repeating: "\u{FFFD}", count: 10))</h1>"))
    let broken = self.page(report("\u{2028}\n\u{2029}\t"))
    #expect(broken.contains("<h1>Phong trào thử    </h1>"))
  }

  @Test func ordinaryTextStaysAsItIs() {
    let text = "Đỗ Thị Ước, “Trường học” – 50% €, 👩‍👩‍👧, e\u{301}, Â"
    let page = page(Report(title: text))
    #expect(page.contains("<title>\(text)</title>"))
  }
}
