// Reports: what a campaign hands over as plain data, and its JSON.

import Testing
import ThiDua

@Suite struct ReportTests {
  private static let script = """
    phong trào "Phong trào thử"
      chủ đề: "Đoàn kết"
    hết
    văn bản HD10 "Hướng dẫn số 10"
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      cụm: chữ
      báo cáo chậm: số lượng
      điểm thẩm tra: số, từ 0 đến 10, được ghi không áp dụng
      phiếu đồng ý: số lượng, được để trống
    hết
    hội đồng ngành
      thành viên: 5
    hết
    dữ liệu tập thể
      | mã | tên   | cụm    | báo cáo chậm | điểm thẩm tra | phiếu đồng ý |
      | A  | Ban A | Cụm 10 | 1            | 8             | 5            |
      | B  | Ban B | Cụm 2  | 0            | không giao    |              |
      | C  | Ban C | Cụm 2  | 3            | 9             | 4            |
    nhóm 1 "Chế độ báo cáo" của tập thể, tối đa 16 điểm
      tiêu chí 1.1 "Báo cáo", tối đa 6 điểm
        được tính điểm tối đa
        trừ 1/3 điểm cho mỗi báo cáo chậm
        căn cứ HD10 "mục I"
      tiêu chí 1.2 "Thẩm tra", tối đa 10 điểm
        được tính điểm thẩm tra
    hết
    điểm thưởng của tập thể, tối đa 1 điểm
      cộng 1 điểm khi báo cáo chậm = 0
    tổng điểm của tập thể = nhóm 1 + điểm thưởng
    xếp hạng hạng của tập thể trong mỗi cụm
      theo tổng điểm giảm dần
    danh hiệu "Tập thể giỏi" của tập thể
      điều kiện phiếu đồng ý từ 80% trở lên, tính trên tổng số thành viên hội đồng ngành
      căn cứ HD10 "mục II"

    """

  private func report() throws -> ResultReport {
    let (campaign, report) = Campaign.load(.text(Self.script))
    #expect(report.diagnostics.all.map(\.message) == [])
    return try #require(campaign).resultReport
  }

  @Test func noticesAreSentences() throws {
    var options = RunOptions()
    options.dataFiles["a.csv"] = Array("mã\nTT01\nTTO1\n".utf8)
    let script = "đối tượng tập thể\n  mã: chữ, khóa\nhết\ndữ liệu tập thể từ \"a.csv\"\n"
    let (campaign, _) = Campaign.load(.text(script), options: options)
    let notices = try #require(campaign).resultReport.notices
    #expect(notices.count == 1)
    #expect(
      notices.first?.hasSuffix(" (ô kia: tệp \"a.csv\", dòng 2, cột \"mã\", ô \"TT01\").") == true)
  }

  @Test func columnsStandAsInAnOfficeTable() throws {
    let board = try #require(try report().boards.first)
    #expect(
      board.columns.map(\.name) == [
        "mã", "tên", "nhóm 1", "tiêu chí 1.1", "tiêu chí 1.2", "điểm thưởng", "tổng điểm", "hạng",
        "Tập thể giỏi",
      ])
    #expect(
      board.columns.map(\.role) == [
        .key, .name, .group, .criterion, .criterion, .bonus, .total, .rank, .award,
      ])
    #expect(board.columns[3].parent == 2)
    #expect(board.columns[3].maximum == Exact(6))
    #expect(board.columns[3].basis == ["Hướng dẫn số 10, mục I"])
  }

  @Test func groupsStandByNumberAndSubjectsByRank() throws {
    let board = try #require(try report().boards.first)
    #expect(board.groups.map(\.name) == ["Cụm 2", "Cụm 10"])
    #expect(board.groupTitle == "Cụm")
    #expect(board.groups[0].rows.map(\.key) == ["C", "B"])
  }

  @Test func blankZeroAndNotApplicableStayApart() throws {
    let report = try report()
    let rows = try #require(report.boards.first).groups[0].rows
    #expect(rows[1].cells[4].state == .notApplicable)
    #expect(rows[0].cells[5] == .init("0", number: Exact(0)))
    #expect(rows[0].cells[3].number == Exact(5))
  }

  @Test func thirdsStayExact() throws {
    let report = try report()
    let cell = try #require(report.boards.first).groups[1].rows[0].cells[3]
    #expect(cell.number == Exact(17).divided(by: Exact(3)))
    #expect(cell.text == "5,666666…")
    let json = String(decoding: report.json, as: UTF8.self)
    #expect(json.contains("\"17/3\""))
  }

  @Test func whoIsProposedAndWhoWaits() throws {
    let list = try #require(try report().awards.first)
    #expect(list.basis == ["Hướng dẫn số 10, mục II"])
    #expect(list.lines.map(\.key) == ["C", "B", "A"])
    #expect(list.lines.map(\.state) == ["đạt", "chờ hội đồng", "đạt"])
    #expect(list.lines[1].note != "")
    #expect(list.lines[0].note == "")
  }

  @Test func reasonsGoDownToTheLineAndTheBasis() throws {
    let report = try report()
    let total = try #require(report.reason(.init(board: 0, group: 1, row: 0, column: 6)))
    #expect(total.label == "tổng điểm")
    #expect(report.reason(.init(board: 0, group: 1, row: 0, column: 6)) == total)
    let group = try #require(total.parts.first)
    let criterion = try #require(group.parts.first)
    #expect(criterion.basis == ["Hướng dẫn số 10, mục I"])
    #expect(criterion.rule == "kịch bản, dòng 22")
    #expect(report.reason(.init(board: 0, group: 1, row: 0, column: 0)) == nil)
    #expect(report.reason(.init(board: 0, group: 7, row: 0, column: 6)) == nil)
  }

  @Test func aReportUnderAssumptionsSaysSo() throws {
    let folder = try ScratchFolder()
    var options = RunOptions()
    options.outputFolder = folder.path
    let report = Engine().run(
      .text(
        Self.script + """
          giả sử báo cáo chậm của tập thể "C" = 0
          xuất báo cáo ra "bao-cao.json"
          bỏ giả sử
          xuất báo cáo ra "that.json"
          """), options: options, listener: SilentListener())
    #expect(report.diagnostics.all.map(\.message) == [])
    let assumed = try folder.text("bao-cao.json")
    #expect(assumed.contains("Đang giả sử báo cáo chậm của tập thể \\\"C\\\" = 0: đây không phải"))
    let real = try folder.text("that.json")
    #expect(real.contains("\"notices\": []"))
  }

  @Test func aKindCalledReportIsStillAList() {
    let recorder = Recorder()
    let report = Engine().run(
      .text(
        """
        đối tượng báo cáo
          mã: chữ, khóa
        hết
        dữ liệu báo cáo
          | mã |
          | A  |
        xuất báo cáo ra "../x.csv": mã
        """), listener: recorder)
    #expect(report.diagnostics.all.map(\.code) == ["TL007"])
  }
}
