// Documents: the built-in ones over the year's script, the office's own templates, what they refuse.

import Testing
import ThiDua

@testable import ThiDuaOffice

@Suite struct PaperTests {
  private static let script = """
    phong trào "Phong trào thử"
      năm: 2026
      cơ quan ban hành: "Ban Tổ chức", viết tắt "BTC"
    hết
    đối tượng tập thể
      mã: chữ, khóa
      tên: chữ
      cụm: chữ
      điểm: số
    hết
    dữ liệu tập thể
      | mã | tên           | cụm   | điểm |
      | A  | Ban **A**     | Cụm 1 | 97,5 |
      | B  | <w:p>{{ B }}     | Cụm 2 | 80   |
    tổng điểm của tập thể = điểm / 3
    xếp hạng hạng của tập thể trong mỗi cụm
      theo tổng điểm giảm dần
    danh hiệu "Tập thể giỏi" của tập thể
      điều kiện điểm từ 90 trở lên

    """

  /// The plain text of a document made from a template.
  private func text(
    _ template: String, about subject: String? = nil, before: String = ""
  ) throws -> String {
    var findings = Diagnostics()
    let (campaign, report) = Campaign.load(.text(Self.script))
    #expect(report.diagnostics.all.map(\.message) == [])
    let made = try #require(campaign).document(
      fromTemplate: template, about: subject, into: &findings)
    #expect(findings.all.map(\.message) == [])
    return try #require(made)
  }

  @Test func templatesSpeakTheLanguage() throws {
    #expect(
      try text("Tổng: {{ tổng(điểm của tập thể) }}; {{ chữ hoa(tên của phong trào) }}\n")
        == "Tổng: 177,5; PHONG TRÀO THỬ\n")
  }

  @Test func decimalsAreAsWritten() throws {
    #expect(try text("{{ tổng điểm của tập thể \"A\": 1 }}\n") == "32,5\n")
    #expect(try text("{{ tổng điểm của tập thể \"B\" : 2 }}\n") == "26,67\n")
  }

  @Test func loopsGoOverSubjectsAndNumberRows() throws {
    let made = try text(
      """
      {{ với mỗi x trong tập thể sắp theo điểm }}
      - {{ mã của x }}: {{ nếu đạt tập thể giỏi của x }}đạt{{ ngược lại }}chưa{{ hết }};
      {{ hết }}
      """)
    #expect(made == "- B: chưa;\n- A: đạt.\n")
  }

  @Test func chainsOfConditionsEndOnce() throws {
    let made = try text(
      """
      {{ với mỗi x trong [1; 2; 3] }}
      {{ nếu x = 1 }}
      một
      {{ ngược lại nếu x = 2 }}
      hai
      {{ ngược lại }}
      ba
      {{ hết }}
      {{ hết }}
      """)
    #expect(made == "một\nhai\nba\n")
  }

  @Test func listsOfEveryCampaign() throws {
    let made = try text(
      """
      {{ với mỗi d trong các danh hiệu }}
      {{ tên của d }}: {{ số đạt của d }} {{ loại của d }}
      {{ với mỗi n trong các đề nghị của d }}
      {{ số thứ tự của n }}. {{ n }} ({{ cụm của n }})
      {{ hết }}
      {{ hết }}
      """)
    #expect(made == "Tập thể giỏi: 1 tập thể\n1. Ban **A** (Cụm 1)\n")
  }

  @Test func rowsOfTablesRepeatAndColumnsToo() throws {
    let made = try text(
      """
      @bảng 1 2…
      | STT |{{ với mỗi x trong tập thể }} {{ mã của x }} |{{ hết }}
      |---|
      | 1 |{{ với mỗi x trong tập thể }} {{ điểm của x }} |{{ hết }}
      """)
    #expect(made == "| STT | A | B |\n| 1 | 97,5 | 80 |\n")
  }

  @Test func valuesAreNeverMarkup() throws {
    let made = try text(
      """
      @bảng 1 1
      {{ với mỗi x trong tập thể }}
      | {{ tên của x }} | **đậm** |
      {{ hết }}
      """)
    #expect(made == "| Ban **A** | đậm |\n| <w:p>{{ B }} | đậm |\n")
  }

  @Test func aDocumentAboutOneClusterShowsThatCluster() throws {
    let whole = try text("{{ bảng điểm }}\n")
    #expect(whole.contains("Ban **A**"))
    #expect(whole.contains("<w:p>{{ B }}"))
    let one = try text("{{ tên }}\n{{ bảng điểm }}\n", about: "tập thể \"B\"")
    #expect(one.hasPrefix("<w:p>{{ B }}\n"))
    #expect(!one.contains("Ban **A**"))
  }

  @Test func whatPartsTheSubjectsHasItsOwnName() throws {
    let script = Self.script.replacingAll("cụm", with: "khối")
    let (campaign, _) = Campaign.load(.text(script))
    var findings = Diagnostics()
    let made = try #require(campaign).document(
      fromTemplate: "{{ bảng đề nghị }}\n", into: &findings)
    #expect(made?.contains("| STT | Tập thể | Khối | Điểm | Hạng |") == true)
  }

  @Test func theHeadAndTheFootFollowTheLayout() throws {
    let made = try text(
      """
      @đầu
      cơ quan ban hành: {{ cơ quan ban hành của văn bản này }}
      số: 5
      ký hiệu: TTr/{{ viết tắt của văn bản này }}
      địa danh: Lâm Đồng
      ngày: 05/02/2026
      loại: TỜ TRÌNH

      Kính trình.
      @ký
      quyền hạn: TM. HỘI ĐỒNG
      chức vụ: Chủ tịch
      nơi nhận: Như trên; Lưu
      """)
    #expect(made.contains("| BAN TỔ CHỨC / * | ĐẢNG CỘNG SẢN VIỆT NAM |"))
    #expect(made.contains("| Số 05-TTr/BTC | Lâm Đồng, ngày 05 tháng 02 năm 2026 |"))
    #expect(made.contains("T/M HỘI ĐỒNG / CHỦ TỊCH"))
    #expect(made.contains("- Như trên, / - Lưu."))
  }

  @Test(arguments: PaperText.all.map(\.name))
  func builtInDocumentsOfTheYear(_ name: String) throws {
    let (campaign, _) = Campaign.load(.file(Repository.path("scripts/2026/phong-trao.thidua")))
    var findings = Diagnostics()
    let paper = try #require(PaperText.named(name))
    let made = try #require(campaign).document(
      fromTemplate: paper.text, about: "cụm 1", into: &findings)
    #expect(findings.all.map(\.message) == [])
    try expectGolden(try #require(made), path: "Tests/Golden/van-ban/\(paper.file).txt")
  }

  @Test func everyDocumentComesWithAnyCampaign() throws {
    let (campaign, _) = Campaign.load(
      .text("đối tượng người\n  mã: chữ, khóa\nhết\ndữ liệu người\n  | mã |\n  | A |\n"))
    for paper in PaperText.all {
      var findings = Diagnostics()
      let made = try #require(campaign).document(
        fromTemplate: paper.text, about: nil, into: &findings)
      #expect(findings.all.map(\.message) == [], "\(paper.name)")
      #expect(made?.contains("……") == true, "\(paper.name)")
    }
  }

  @Test func embeddedTemplatesAreTheFiles() throws {
    #expect(PaperText.all.count == 8)
    for paper in PaperText.all {
      let text = try Repository.text("stdlib/mau/\(paper.file)")
      #expect(paper.text == text, "\(paper.file): chạy Tools/nhung-thu-vien.py")
      #expect(!paper.summary.isEmpty)
    }
  }

  @Test func aTemplateIsCopiedOnceAndNeverOver() throws {
    let folder = try ScratchFolder()
    let copied = Call("mẫu-văn-bản", "to trinh", "--ra", folder.path)
    #expect(copied.status == 2)
    let made = Call("mau-van-ban", "tờ trình", "--ra", folder.path)
    #expect(made.status == 0)
    #expect(try folder.text("to-trinh.mau") == PaperText.named("tờ trình")?.text)
    #expect(Call("mẫu-văn-bản", "tờ trình", "--ra", folder.path).error.contains("TL112"))
    #expect(Call("mẫu-văn-bản").output.contains("biên bản kiểm phiếu"))
  }

  @Test func documentsAppearTogetherOrNotAtAll() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "kb.thidua",
      Self.script + """
        lập "a.mau" cho mỗi tập thể ra "thu-{mã}.docx"
        lập "b.mau" ra "hong.docx"

        """)
    try folder.write("a.mau", "Gửi {{ tên }}\n")
    try folder.write("b.mau", "{{ không có tên này }}\n")
    let failed = Call("chạy", path)
    #expect(failed.error.contains("b.mau:1:4"))
    #expect(!folder.names().contains("ket-qua"))
    try folder.write("b.mau", "Hết\n")
    #expect(Call("chạy", path).status == 0)
    let made = try FileAccess.names(in: folder.file("ket-qua")).sorted()
    #expect(made == ["hong.docx", "thu-A.docx", "thu-B.docx"])
  }

  @Test func theSameRunMakesTheSameBytes() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("kb.thidua", Self.script + "lập quyết định ra \"qd.docx\"\n")
    _ = Call("chạy", path, "--ra", folder.file("mot"))
    _ = Call("chạy", path, "--ra", folder.file("hai"))
    #expect(
      try FileAccess.read(folder.file("mot/qd.docx"))
        == FileAccess.read(folder.file("hai/qd.docx")))
  }
}

extension String {
  func replacingAll(_ word: String, with other: String) -> String {
    split(separator: word, omittingEmptySubsequences: false).joined(separator: other)
  }
}
