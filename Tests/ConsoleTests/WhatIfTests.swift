// What-if questions: the laws of scenarios, searches against brute force by full runs, files.

import Testing
import ThiDua

@Suite struct WhatIfTests {
  private static let rules = """
    đối tượng tập thể
      mã: chữ, khóa
      cụm: chữ
      bài: số lượng, từ 0 đến 12
      điểm: số, từ 0 đến 20, bước 0,5
      phạt: có/không
    hết
    dữ liệu tập thể từ "tap-the.csv"
    tham số hệ số = 2
    yêu cầu của tập thể: bài + điểm <= 30
    tổng điểm của tập thể = hệ số * điểm + bài
    bình quân của tập thể = tổng điểm / (12 - bài + 1)
    tỷ trọng của tập thể = bài / tổng điểm
    xếp hạng hạng của tập thể trong mỗi cụm
      không xếp hạng khi phạt
      theo tổng điểm giảm dần; bài giảm dần
      vẫn bằng nhau thì đồng hạng
    giả sử "không gì"
    hết
    giả sử "A thêm"
      bài của tập thể "A" = 12
    hết
    giả sử "hệ số 3"
      tham số hệ số = 3
    hết
    giả sử "cả hai", trên cơ sở "A thêm"; "hệ số 3"
    hết
    giả sử "điểm gấp đôi"
      tổng điểm của tập thể = 2 * điểm + 2 * bài
    hết

    """

  struct Row {
    var key: String
    var cluster: Int
    var papers: Int
    /// Halves.
    var points: Int
    var isPunished: Bool
  }

  private static func rows(_ dice: inout Chance) -> [Row] {
    (0..<8).map { index in
      Row(
        key: String(UnicodeScalar(UInt8(65 + index))), cluster: index % 2,
        papers: 1 + dice.below(11), points: 4 + dice.below(30), isPunished: dice.below(6) == 0)
    }
  }

  private static func options(_ rows: [Row]) -> RunOptions {
    var text = "mã;cụm;bài;điểm;phạt\n"
    for row in rows {
      let points = "\(row.points / 2)" + (row.points % 2 == 1 ? ",5" : "")
      text += "\(row.key);Cụm \(row.cluster);\(row.papers);\(points);"
      text += row.isPunished ? "có\n" : "không\n"
    }
    var options = RunOptions()
    options.dataFiles["tap-the.csv"] = Array(text.utf8)
    return options
  }

  private func printed(
    _ questions: String, _ options: RunOptions
  ) -> (text: String, codes: [String]) {
    let recorder = Recorder()
    let report = Engine().run(
      .text(Self.rules + questions), options: options, listener: recorder)
    return (recorder.text, report.diagnostics.all.map(\.code))
  }

  private func campaign(_ rows: [Row]) throws -> Campaign {
    let (campaign, report) = Campaign.load(.text(Self.rules), options: Self.options(rows))
    #expect(report.diagnostics.all.map(\.message) == [])
    return try #require(campaign)
  }

  /// All values people see, as texts.
  private func values(_ campaign: Campaign) -> [String] {
    campaign.subjects(of: 0).flatMap { subject in
      ["tổng điểm", "bình quân", "tỷ trọng", "hạng"].map {
        campaign.value(of: $0, of: subject)?.text ?? "không có"
      }
    }
  }

  // MARK: Laws

  @Test func theEmptyScenarioChangesNothing() {
    var dice = Chance(seed: 1)
    let found = printed("so sánh hiện hành với \"không gì\"", Self.options(Self.rows(&dice)))
    #expect(found.text == "So sánh hiện hành với \"không gì\": không ai đổi kết quả\n")
    #expect(found.codes == [])
  }

  @Test func everyStateEqualsItself() {
    var dice = Chance(seed: 2)
    let options = Self.options(Self.rows(&dice))
    for name in ["A thêm", "hệ số 3", "cả hai", "điểm gấp đôi"] {
      let found = printed("so sánh \"\(name)\" với \"\(name)\"", options)
      #expect(found.text.hasSuffix("không ai đổi kết quả\n"), "\(name): \(found.text)")
    }
  }

  @Test(arguments: 0..<20)
  func assumptionsOnDisjointClustersCommute(seed: Int) throws {
    var dice = Chance(seed: UInt64(seed))
    let rows = Self.rows(&dice)
    let campaign = try campaign(rows)
    let (first, second) = (2 * dice.below(4), 1 + 2 * dice.below(4))
    func assumption(_ row: Int, _ papers: Int) throws -> Campaign.Assumption {
      let subject = try #require(campaign.subject(of: "tập thể", key: rows[row].key))
      return .init(try #require(campaign.input("bài", of: subject)), .number(Exact(papers)))
    }
    let one = try assumption(first, dice.below(10))
    let other = try assumption(second, dice.below(10))
    var findings = Diagnostics()
    let before = values(campaign)
    var results: [[String]] = []
    for order in [[one, other], [other, one]] {
      for assumption in order { #expect(campaign.assume([assumption], into: &findings)) }
      results.append(values(campaign))
      campaign.liftAssumptions()
      campaign.liftAssumptions()
      #expect(values(campaign) == before)
    }
    #expect(results[0] == results[1])
    #expect(campaign.assume([one, other], into: &findings))
    #expect(values(campaign) == results[0])
  }

  @Test func whatARuleCannotReckonIsRefusedAndLeavesNothing() throws {
    var dice = Chance(seed: 5)
    let campaign = try campaign(Self.rows(&dice))
    let before = values(campaign)
    let subject = try #require(campaign.subject(of: "tập thể", key: "A"))
    let (papers, points) = (campaign.input("bài", of: subject), campaign.input("điểm", of: subject))
    for (wanted, code) in [
      // Nothing over nothing, a broken requirement, a value no data could have.
      ([(papers, Exact(0)), (points, Exact(0))], "CH001"),
      ([(papers, Exact(12)), (points, Exact(20))], "YC001"),
      ([(papers, Exact(13))], "CH080"),
    ] {
      var findings = Diagnostics()
      let assumptions = try wanted.map { Campaign.Assumption(try #require($0), .number($1)) }
      #expect(!campaign.assume(assumptions, into: &findings))
      #expect(findings.all.map(\.code) == [code])
      #expect(campaign.assumptionCount == 0)
      #expect(values(campaign) == before)
    }
    let recorder = Recorder()
    let report = campaign.run("giả sử bài của tập thể \"A\" = 13", listener: recorder)
    #expect(report.diagnostics.all.map(\.code) == ["CH080"])
    #expect(values(campaign) == before)
  }

  @Test func scenariosComposeAndAreDropped() throws {
    var dice = Chance(seed: 6)
    let campaign = try campaign(Self.rows(&dice))
    let recorder = Recorder()
    func run(_ line: String) {
      let report = campaign.run(line, listener: recorder)
      #expect(report.diagnostics.all.map(\.message) == [], "\(line)")
    }
    for line in [
      "in tổng điểm của tập thể \"A\" - 2 * (điểm của tập thể \"A\") - (bài của tập thể \"A\")",
      "giả sử theo \"cả hai\"", "in tổng điểm của tập thể \"A\" - 3 * (điểm của tập thể \"A\")",
      "liệt kê giả sử", "bỏ giả sử \"cả hai\"", "giả sử hệ số = 5",
      "in tổng điểm của tập thể \"B\" - 5 * (điểm của tập thể \"B\") - (bài của tập thể \"B\")",
      "giả sử theo \"điểm gấp đôi\"",
      "in tổng điểm của tập thể \"B\" - 2 * (điểm của tập thể \"B\") - 2 * (bài của tập thể \"B\")",
      "bỏ giả sử", "so sánh hiện hành với giả sử",
    ] { run(line) }
    #expect(
      recorder.text == """
        0
        12
        đang giả sử "cả hai"
        có giả sử "không gì": không đổi gì
        có giả sử "A thêm": 1 số liệu
        có giả sử "hệ số 3": 1 tham số
        có giả sử "cả hai", trên cơ sở "A thêm"; "hệ số 3": không đổi gì
        có giả sử "điểm gấp đôi": 1 quy tắc viết lại
        0
        0
        So sánh hiện hành với giả sử đang dùng: không ai đổi kết quả

        """)
  }

  // MARK: Searches against brute force

  /// The rank of a subject by a full run over other rows; nil when the run is refused.
  private func rank(_ key: String, _ rows: [Row]) -> String? {
    let (campaign, _) = Campaign.load(.text(Self.rules), options: Self.options(rows))
    guard let campaign, let subject = campaign.subject(of: "tập thể", key: key) else { return nil }
    return campaign.value(of: "hạng", of: subject)?.text
  }

  @Test(arguments: 0..<6)
  func howMuchIsTheNearestOfAll(seed: Int) {
    var dice = Chance(seed: UInt64(100 + seed))
    let rows = Self.rows(&dice)
    let index = dice.below(rows.count)
    let row = rows[index]
    let wanted = 1 + dice.below(2)
    // All values from 0 to 20 by 0.5, nearest first, the higher first.
    let values = (0...40).sorted {
      let (a, b) = (abs($0 - row.points), abs($1 - row.points))
      return (a, -$0) < (b, -$1)
    }
    let found = values.first { points in
      var changed = rows
      changed[index].points = points
      return rank(row.key, changed) == "\(wanted)"
    }
    func shown(_ halves: Int) -> String { "\(halves / 2)" + (halves % 2 == 1 ? ",5" : "") }
    let answer = printed(
      "cần bao nhiêu điểm của tập thể \"\(row.key)\" để hạng của tập thể \"\(row.key)\" = \(wanted)",
      Self.options(rows)
    ).text
    let name = "điểm của tập thể \"\(row.key)\""
    switch found {
    case row.points?:
      #expect(answer == "\(name) hiện là \(shown(row.points)): điều kiện đã đúng\n")
    case let points?:
      let change = points > row.points ? "tăng" : "giảm"
      #expect(
        answer == "Cần \(name) = \(shown(points)) (hiện nay \(shown(row.points)); "
          + "\(change) \(shown(abs(points - row.points))))\n")
    case nil:
      #expect(
        answer.hasPrefix("Không có giá trị nào của \(name) làm điều kiện đúng (từ 0 đến 20, "))
    }
  }

  @Test(arguments: 0..<3)
  func robustnessIsTheSmallestChange(seed: Int) {
    var dice = Chance(seed: UInt64(200 + seed))
    let rows = Self.rows(&dice)
    let answer = printed("độ vững của hạng", Self.options(rows))
    let lines = answer.text.split(separator: "\n").filter { $0.hasPrefix("│") }.dropFirst()
    #expect(lines.count == rows.count)
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: "│").map { $0.split(separator: " ").joined(separator: " ") }
      let present = rank(rows[index].key, rows)
      // The smallest number of steps by which one input alters the rank.
      var best: Int?
      func tries(_ steps: Int, _ change: (inout Row) -> Void) {
        var changed = rows
        change(&changed[index])
        if let found = rank(rows[index].key, changed), found != present {
          best = min(best ?? steps, steps)
        }
      }
      for papers in 0...12 {
        tries(max(1, abs(papers - rows[index].papers))) { $0.papers = papers }
      }
      for points in 0...40 {
        tries(max(1, abs(points - rows[index].points))) { $0.points = points }
      }
      tries(1) { $0.isPunished.toggle() }
      #expect(cells[5] == best.map { "\($0)" } ?? "", "\(line)")
    }
  }

  // MARK: Why

  @Test func whyTellsWhatIsAssumed() {
    let found = printed(
      """
      giả sử bài của tập thể "A" = 7
      vì sao bài của tập thể "A"
      bỏ giả sử
      vì sao bài của tập thể "A"
      """,
      Self.options([Row(key: "A", cluster: 1, papers: 3, points: 20, isPunished: false)]))
    #expect(found.codes == [])
    #expect(found.text.contains("7 (đang giả sử; số liệu ghi 3)"))
    #expect(found.text.contains(": 3 "))
  }

  // MARK: Files

  /// Actions run as sessions of their own, which are gone when the question writes.
  @Test func answersGoIntoFilesAfterActionsToo() throws {
    let folder = try ScratchFolder()
    var options = Self.options([
      Row(key: "A", cluster: 1, papers: 3, points: 20, isPunished: false)
    ])
    options.outputFolder = folder.path
    let found = printed(
      """
      xuất tập thể ra "truoc.csv": mã
      so sánh hiện hành với "A thêm" ra "so-sanh.csv"
      in 1
      cần gì để bài của tập thể "A" = 4 ra "can.csv"
      """, options)
    #expect(found.codes == [])
    #expect(found.text == "1\n")
    for name in ["truoc.csv", "so-sanh.csv", "can.csv"] {
      #expect(try folder.text(name).split(whereSeparator: \.isNewline).count > 1, "\(name)")
    }
  }

  @Test func answersGoIntoFiles() throws {
    let folder = try ScratchFolder()
    var options = Self.options([
      Row(key: "A", cluster: 1, papers: 3, points: 20, isPunished: false),
      Row(key: "B", cluster: 1, papers: 9, points: 17, isPunished: false),
    ])
    options.outputFolder = folder.path
    let found = printed(
      """
      so sánh hiện hành với "A thêm" ra "so-sanh.csv"
      so sánh hiện hành với "A thêm" ra "so-sanh.json"
      cần gì để hạng của tập thể "A" = 1 ra "can.json"
      """, options)
    #expect(found.codes == [])
    #expect(found.text == "")
    let csv = try folder.text("so-sanh.csv")
    #expect(csv.contains("A;hạng;2;1;bài: 3 → 12;"))
    #expect(csv.contains("B;hạng;1;2;bài của A: 3 → 12;"))
    let json = try folder.text("so-sanh.json")
    #expect(json.contains(#""doi_tuong": "A", "ket_qua": "hạng", "cu": "2", "moi": "1""#))
    #expect(
      try folder.text("can.json") == """
        [
          { "so_lieu": "bài", "hien_nay": "3", "can": "7", "thay_doi": "tăng 4" },
          { "so_lieu": "điểm", "hien_nay": "10", "can": "12", "thay_doi": "tăng 2" }
        ]

        """)
  }
}
