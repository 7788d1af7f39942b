// What a head of office looks for in a document: counts, dates, numbers, who is addressed, how lists end.

import Testing
import ThiDua

@testable import ThiDuaOffice

@Suite struct PaperLayoutTests {
  private static let script = """
    phong trào "Phong trào thử"
      năm: 2026
      cơ quan ban hành: "Ban Tổ chức", viết tắt "BTC"
      số văn bản: 7
      ngày văn bản: 7/4/2026
      kính gửi: "Trưởng Ban"; "Hội đồng ngành"
      chủ trì: "Đồng chí Nguyễn Văn Dũng, Phó Trưởng Ban"
      ký thay: "Trưởng Ban", chức vụ "Phó Trưởng Ban", họ tên "Nguyễn Văn Dũng"
      nơi nhận: "Như trên"; "Lưu"
    hết
    cụm 1 "Cụm 1"
      thư ký: "Bà Trần Thị Mai"
      theo dõi: "Phòng 1"
    hết
    cụm 2 "Cụm 2"
    hết
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      cụm: cụm
      điểm: số
    hết
    dữ liệu tập thể
      | mã | tên   | cụm   | điểm |
      | A  | Ban A | Cụm 1 | 97,5 |
      | B  | Ban B | Cụm 2 | 80   |
      | C  | Ban C | Cụm 2 | 80   |
      | D  | Ban D | Cụm 2 | 70   |
    tổng điểm của tập thể = điểm / 3
    xếp hạng hạng của tập thể trong mỗi cụm
      theo tổng điểm giảm dần
    danh hiệu "Tập thể giỏi" của tập thể
      điều kiện điểm từ 80 trở lên

    """

  private func text(
    _ template: String, about subject: String? = nil, _ layout: DocumentLayout = .party,
    script: String = Self.script
  ) throws -> String {
    let (campaign, report) = Campaign.load(.text(script))
    #expect(report.diagnostics.all.map(\.message) == [])
    var findings = Diagnostics()
    let made = try #require(campaign).document(
      fromTemplate: template, about: subject, layout: layout, into: &findings)
    #expect(findings.all.map(\.message) == [])
    return try #require(made)
  }

  private func builtIn(_ name: String, _ layout: DocumentLayout) throws -> String {
    try text(try #require(PaperText.named(name)).text, layout)
  }

  @Test func aTemplateKnowsItsLayout() throws {
    let template = "{{ thể thức của văn bản này }}\n"
    #expect(try text(template, .party) == "Đảng\n")
    #expect(try text(template, .state) == "Nhà nước\n")
  }

  @Test func countsBelowTenHaveAZero() throws {
    let made = try text(
      """
      {{ với mỗi d trong các danh hiệu }}
      {{ số đạt của d: 02 }} {{ số đạt của d }} {{ số chờ của d:02 }} ({{ bằng chữ(số đạt của d) }})
      {{ hết }}
      {{ 12: 02 }} {{ 2,5: 02 }} {{ 7: 2 }}
      """)
    #expect(made == "03 3 00 (ba)\n12 2,5 7,00\n")
  }

  @Test func decisionsOfBothLayouts() throws {
    let party = try builtIn("quyết định", .party)
    #expect(party.contains("# về việc khen thưởng Phong trào thử\n"))
    #expect(party.contains("# BAN TỔ CHỨC QUYẾT ĐỊNH\n"))
    #expect(party.contains("- Tập thể giỏi: 03 (ba) tập thể.\n"))
    #expect(party.contains("(Kèm theo Quyết định số 07-QĐ/BTC, ngày 07/4/2026 của Ban Tổ chức)"))
    #expect(party.contains("kể từ ngày ký.\n"))
    let state = try builtIn("quyết định", .state)
    #expect(state.contains("# Về việc khen thưởng Phong trào thử\n"))
    #expect(state.contains("# BAN TỔ CHỨC\n"))
    #expect(state.contains("# QUYẾT ĐỊNH:\n"))
    #expect(state.contains("Theo đề nghị của ……\n"))
    #expect(
      state.contains(
        "(Kèm theo Quyết định số 07/QĐ-BTC ngày 07 tháng 4 năm 2026 của Ban Tổ chức)"))
    #expect(state.contains("kể từ ngày ký./.\n"))
  }

  @Test func whoeverDecidesMayBeNamed() throws {
    let script = Self.script.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.hasPrefix("  năm:") ? [$0, "  thẩm quyền: \"Giám đốc Sở\""] : [$0] }
      .joined(separator: "\n")
    let made = try text(
      try #require(PaperText.named("quyết định")).text, .state, script: script)
    #expect(made.contains("# GIÁM ĐỐC SỞ\n"))
  }

  @Test func oneIsAddressedInTheMiddleSeveralInAList() throws {
    #expect(
      try builtIn("tờ trình", .party).contains("Kính trình:\n- Trưởng Ban;\n- Hội đồng ngành.\n"))
    #expect(
      try builtIn("tờ trình", .state).contains("Kính gửi:\n- Trưởng Ban;\n- Hội đồng ngành.\n"))
    let one = try text("@đầu\nloại: BÁO CÁO\nkính gửi: Trưởng Ban\n", .party)
    #expect(one.hasSuffix("Kính gửi: Trưởng Ban\n"))
  }

  /// Nothing declared: the recital is whole, and dots have no full stop behind them.
  @Test func aRequestReadsWellBeforeAnythingIsDeclared() throws {
    let lines = Self.script.split(separator: "\n", omittingEmptySubsequences: false)
    let script = lines.filter { !$0.hasPrefix("  nơi nhận:") }.joined(separator: "\n")
    let paper = try #require(PaperText.named("tờ trình")).text
    let bare = try text(paper, script: script)
    let recital = "Căn cứ các quy định hiện hành về thi đua, khen thưởng;\n"
    #expect(bare.contains(recital + "Căn cứ kết quả chấm điểm"))
    #expect(bare.contains("- Như trên, / - …… |"))
    let based = try text(
      paper, script: "văn bản HD10 \"Hướng dẫn số 10\"\n" + Self.script)
    #expect(
      based.contains(recital + "Căn cứ Hướng dẫn số 10;\nCăn cứ kết quả chấm điểm"))
  }

  @Test func onlyKindsWithSomebodyRewardedAreNamed() throws {
    let people = """
      đối tượng cá nhân
        mã: chữ, khóa
        điểm: số
      hết
      dữ liệu cá nhân
        | mã | điểm |
        | N1 | MARK   |
      danh hiệu "Người giỏi" của cá nhân
        điều kiện điểm từ 80 trở lên

      """
    let decision = try #require(PaperText.named("quyết định")).text
    let alone = try text(decision, script: Self.script + people.replacingAll("MARK", with: "10"))
    #expect(alone.contains("Điều 1. Khen thưởng các tập thể đạt thành tích"))
    #expect(alone.contains("và các tập thể có tên tại Điều 1"))
    let both = try text(decision, script: Self.script + people.replacingAll("MARK", with: "90"))
    #expect(both.contains("Điều 1. Khen thưởng các tập thể, cá nhân đạt thành tích"))
    // While nobody is, whoever may be.
    let question = "{{ đối tượng khen thưởng của văn bản này }}\n"
    #expect(try text(question, about: "tập thể \"D\"") == "các tập thể, cá nhân\n")
    let own = Self.script.replacingAll(
      "  năm: 2026", with: "  năm: 2026\n  đối tượng khen thưởng: \"các đơn vị\"")
    #expect(try text(question, script: own) == "các đơn vị\n")
  }

  @Test func whoSignsIsCalledByNameAlone() throws {
    #expect(
      try text(
        "{{ họ tên chủ trì của văn bản này }}|{{ họ tên thư ký của văn bản này }}\n",
        about: "cụm 1") == "Nguyễn Văn Dũng|Trần Thị Mai\n")
    #expect(try text("{{ họ tên thư ký của văn bản này }}|\n") == "|\n")
  }

  @Test func clustersThatDeclareDifferentThingsShareATemplate() throws {
    let template = "{{ theo dõi của văn bản này }}, {{ tên phong trào của văn bản này }}\n"
    #expect(try text(template, about: "cụm 1") == "Phòng 1, Phong trào thử\n")
    #expect(try text(template, about: "cụm 2") == "……, Phong trào thử\n")
    let folder = try ScratchFolder()
    let path = try folder.write(
      "kb.thidua", Self.script + "lập \"a.mau\" cho mỗi cụm ra \"{mã}.docx\"\n")
    try folder.write("a.mau", template)
    let run = Call("chạy", path, "--ra", folder.file("ra"))
    #expect(run.status == 0, "\(run.error)")
    let second = try WordTemplate.Package(try FileAccess.read(folder.file("ra/2.docx"))).text
    #expect(second.contains("……, Phong trào thử"))
  }

  @Test func endlessNumbersAreRoundedSoThatTheyStayDifferent() throws {
    #expect(try text("{{ bảng điểm }}\n").contains("| Ban B | 26,67 | 1 |"))
    let script = Self.script.split(separator: "điểm / 3").joined(separator: "điểm / 300")
    #expect(try text("{{ bảng điểm }}\n", script: script).contains("| Ban B | 0,2667 | 1 |"))
    // Where two would look the same, another decimal tells them apart.
    let near = Self.script.split(separator: "| C  | Ban C | Cụm 2 | 80   |")
      .joined(separator: "| C  | Ban C | Cụm 2 | 80,001 |")
    #expect(try text("{{ bảng điểm }}\n", script: near).contains("| Ban C | 26,6670 | 1 |"))
    // What the page and the workbook show is not touched.
    #expect(try text("{{ tổng điểm của tập thể \"B\" }}\n") == "26,666666…\n")
  }

  @Test func whoSharesTheFirstRankLeadsTogether() throws {
    #expect(
      try text("{{ bảng dẫn đầu }}\n") == """
        | STT | Cụm | Tập thể | Điểm |
        | 1 | Cụm 1 | Ban A | 32,50 |
        | 2 | Cụm 2 | Ban B | 26,67 |
        | 3 | Cụm 2 | Ban C | 26,67 |

        """)
  }

  /// A paper can be matched to the files it was made of.
  @Test func whereADocumentComesFromIsToldWhenAsked() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "kb.thidua",
      """
      đối tượng người
        mã: chữ, khóa
      hết
      dữ liệu người từ "n.csv"
      lập "a.mau" ra "a.docx"
      xuất báo cáo ra "b.json"

      """)
    try folder.write("n.csv", "mã\nA\n")
    try folder.write("a.mau", "{{ nguồn gốc của văn bản này }}\n")
    let run = Call("chạy", path, "--ra", folder.file("ra"))
    #expect(run.status == 0, "\(run.error)")
    let text = try WordTemplate.Package(try FileAccess.read(folder.file("ra/a.docx"))).text
    // The digest of the bytes "mã\nA\n".
    #expect(text.contains("Số liệu: n.csv (SHA-256 \(Self.digest)…)"), "\(text)")
    #expect(text.contains("Kịch bản: kb.thidua (SHA-256 "))
    let report = try String(decoding: FileAccess.read(folder.file("ra/b.json")), as: UTF8.self)
    #expect(
      report.contains("{\"label\": \"Số liệu\", \"value\": \"n.csv (SHA-256 \(Self.digest)…)\"}"))
  }

  private static let digest = "33b22914afd74625"

  /// A script may call something of its own like one of the tables or lists.
  @Test func theScriptsOwnNamesComeFirst() throws {
    let script = Self.script + "bảng điểm của tập thể = điểm + 1\ncác mức của tập thể = [điểm; 2]\n"
    let made = try text(
      """
      {{ bảng điểm của tập thể "A" }}
      {{ với mỗi m trong các mức của tập thể "D" }}
      {{ m }}
      {{ hết }}
      """, script: script)
    #expect(made == "98,5\n70\n2\n")
  }

  @Test func listsEndWithAFullStopAndDotsWithDots() throws {
    #expect(
      try text("Gồm:\n- a;\n+ b;\n- c;\nHết.\n- d;\n") == "Gồm:\n- a;\n+ b;\n- c.\nHết.\n- d.\n")
    #expect(try text("Lúc {{ thời gian của văn bản này }}.\n") == "Lúc ……\n")
    #expect(try text("- a;\n@ký\nchức vụ: A\n", .state).hasPrefix("- a./.\n"))
  }

  /// The paragraphs that stay on the page of what follows them.
  @Test func nothingImportantStandsAlone() throws {
    var findings = Diagnostics()
    let source = Source(
      id: 1, path: "mẫu",
      text: "**I. MỤC**\nMột câu.\nNhư sau:\nCâu áp chót.\nCâu cuối.\n@ký\nchức vụ: A\n")
    let template = TextTemplate(source, into: &findings)
    let document = try template.document(
      .party, title: "", author: "", evaluator: NoAnswers())
    let kept = document.sections[0].blocks.map { block in
      if case .paragraph(let paragraph) = block { paragraph.style.keepsWithNext } else { false }
    }
    #expect(kept == [true, false, true, true, true, true, false])
  }
}

private final class NoAnswers: TemplateEvaluator {
  func text(_ expression: Int) throws(TemplateStopped) -> String { "" }
  func truth(_ expression: Int) throws(TemplateStopped) -> Bool { false }
  func begin(_ loop: Int) throws(TemplateStopped) -> Int { 0 }
  func bind(_ loop: Int, to index: Int) throws(TemplateStopped) {}
  func end(_ loop: Int) {}
  func table(
    _ expression: Int, width: Int, layout: DocumentLayout
  ) throws(TemplateStopped) -> [Document.Block]? { nil }
}
