// A loaded campaign: values by name, expressions and actions typed later.

import Testing
import ThiDua

@Suite struct CampaignTests {
  private static let script = """
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      cụm: chữ
      điểm: số, từ 0 đến 10
    hết
    dữ liệu tập thể
      | mã | tên | cụm | điểm |
      | A | Ban A | Cụm 1 | 8,5 |
      | B | Ban B | Cụm 1 | 9 |
      | C | Ban C | Cụm 2 | 7 |
    tham số sàn = 7,5
    tổng điểm của tập thể = điểm * 10
    xếp hạng hạng của tập thể trong mỗi cụm
      theo tổng điểm giảm dần
      vẫn bằng nhau thì đồng hạng
    danh hiệu "Giỏi" của tập thể
      điều kiện điểm từ (sàn) trở lên
    hàm gấp đôi(x) = x * 2
    """

  private func load(_ script: String = CampaignTests.script) throws -> Campaign {
    let (campaign, report) = Campaign.load(.text(script))
    #expect(report.diagnostics.all.map(\.message) == [])
    return try #require(campaign)
  }

  private func shown(_ text: String, _ campaign: Campaign) -> String {
    var findings = Diagnostics()
    let answer = campaign.evaluate(text, into: &findings)
    return answer?.text ?? findings.all.map(\.code).joined(separator: " ")
  }

  @Test func valuesByName() throws {
    let campaign = try load()
    #expect(campaign.kindNames == ["tập thể"])
    let subject = try #require(campaign.subject(of: "tập thể", key: "Ban B"))
    #expect(campaign.name(of: subject) == "Ban B")
    #expect(campaign.value(of: "tổng điểm", of: subject)?.text == "90")
    #expect(campaign.value(of: "tổng điểm", of: subject)?.value == .number(Exact(90)))
    #expect(campaign.value(of: "hạng", of: subject)?.text == "1")
    #expect(campaign.value(of: "không có", of: subject) == nil)
    #expect(campaign.subject(of: "tập thể", key: "Z") == nil)
    #expect(
      campaign.columns(of: 0).map(\.name).prefix(5) == ["mã", "tên", "cụm", "điểm", "tổng điểm"])
    #expect(campaign.subjects(of: 0).count == 3)
  }

  @Test(arguments: [
    ("tổng điểm của tập thể \"A\"", "85"),
    ("sàn + 1", "8,5"),
    ("gấp đôi(điểm của tập thể \"C\")", "14"),
    ("tập thể mà điểm từ 8 trở lên", "Ban A; Ban B"),
    ("tập thể mà tổng điểm > trung bình(tổng điểm trong cùng cụm)", "Ban B"),
    ("đạt Giỏi của tập thể \"A\"", "có"),
    ("đếm(tập thể mà đạt Giỏi)", "2"),
    ("đạt Giỏi của tập thể \"Z\"", "CH007"),
    ("tổng của tập thể \"A\"", "KT001"),
    ("1 +", "CP032"),
  ])
  func expressions(text: String, expected: String) throws {
    let campaign = try load()
    #expect(shown(text, campaign) == expected)
    // A question leaves nothing behind: the same again, and another one.
    #expect(shown(text, campaign) == expected)
    #expect(shown("hạng của tập thể \"A\"", campaign) == "2")
  }

  @Test func actionsKeepTheirVariables() throws {
    let campaign = try load()
    let recorder = Recorder()
    for line in [
      "đặt x = điểm của tập thể \"A\"", "đặt x = x + 1", "in x",
      "với mỗi t trong tập thể mà điểm > x - 1\n  in tên của t\nhết",
      "in bảng tập thể mà cụm là \"Cụm 1\": tên; hạng",
    ] {
      let report = campaign.run(line, listener: recorder)
      #expect(report.diagnostics.all.map(\.message) == [])
    }
    #expect(recorder.text.hasPrefix("9,5\nBan B\n┌"))
    #expect(recorder.text.contains("│ Ban A │    2 │"))
    #expect(shown("x", campaign) == "9,5")
    let failed = campaign.run("đặt y = 1 / 0", listener: recorder)
    #expect(failed.status == .scriptWrong)
    #expect(shown("x", campaign) == "9,5")
  }

  @Test func whatCannotBeLoadedIsReported() {
    let (campaign, report) = Campaign.load(.text("in không có\n"))
    #expect(campaign == nil)
    #expect(report.status == .scriptWrong)
  }
}
