// The conversation without a terminal: what entries do to each other, and what TAB makes of a line.

import Testing
import ThiDua

@testable import ThiDuaConsole

@Suite struct CompletionTests {
  private let phrases = [
    "tổng điểm", "tổng các nhóm", "tiêu chí 1.1", "tiêu chí 1.2", "nếu", "điểm thưởng", "đối tượng",
    "\"Phòng Tổ chức\"",
  ]

  private func completed(_ text: String) -> String? { Completion(text, among: phrases)?.line }

  @Test func phrasesComeFromUnaccentedTyping() {
    #expect(completed("tong d") == "tổng điểm")
    #expect(completed("nếu tong d") == "nếu tổng điểm")
    #expect(completed("in (TONG C") == "in (tổng các nhóm")
    #expect(completed("doi") == "đối tượng")
    #expect(completed("x = diem t") == "x = điểm thưởng")
  }

  @Test func whatAllCandidatesShareIsFilledInAndTheRestListed() {
    let found = Completion("tieu", among: phrases)
    #expect(found?.line == "tiêu chí 1.")
    #expect(found?.candidates == ["tiêu chí 1.1", "tiêu chí 1.2"])
  }

  @Test func whatWasTypedIsNeverShortened() {
    #expect(completed("t") == "t")
    #expect(completed("không có gì") == nil)
    #expect(completed("") == nil)
  }

  @Test func accentsThatWereTypedAreMeant() {
    let close = ["hàng", "hạng"]
    #expect(Completion("hạ", among: close)?.candidates == ["hạng"])
    #expect(Completion("ha", among: close)?.candidates == close)
    // Decomposed letters too.
    #expect(Completion("ha\u{323}", among: close)?.line == "hạng")
  }

  @Test func textsInQuotesKeepTheirQuote() {
    #expect(completed("tập thể \"phong t") == "tập thể \"Phòng Tổ chức\"")
  }
}

@Suite struct WorkbenchTests {
  private func conversation(_ lines: String...) -> Call {
    Call("hỏi", input: lines.joined(separator: "\n") + "\n")
  }

  @Test func expressionsDeclarationsAndActionsMix() {
    let call = conversation(
      "tham số hệ số = 2", "hệ số * 3", "đặt x = hệ số + 1", "in x; hệ số", "= x = 3")
    #expect(call.output == "6\n3 2\ncó\n")
    #expect(call.status == 0)
  }

  @Test func aBlockEndsAtABlankLineOrAtItsEnd() {
    let call = conversation(
      "hàm gấp đôi(x)", "  trả về x * 2", "", "gấp đôi(4)", "hàm gấp ba(x)", "  trả về x * 3",
      "hết",
      "gấp ba(4)")
    #expect(call.output == "8\n12\n")
    #expect(call.status == 0)
  }

  @Test func whatIsDeclaredAgainIsReplaced() {
    let call = conversation(
      "hàm f(x) = x + 1", "f(1)", "hàm f(x) = x + 10", "f(1)", "hoàn tác", "f(1)", "lam lai", "f(1)"
    )
    let values = call.output.split(separator: "\n").filter { Int($0) != nil }
    #expect(values == ["2", "11", "2", "11"])
  }

  @Test func anErrorChangesNothingAndIsTheStatus() {
    let call = conversation(
      "tham số a = 1", "tham số a = tên lạ", "a", "in a / (a - 1)", "a")
    #expect(call.output == "1\n1\n")
    #expect(call.error.contains("Lỗi KT001") && call.error.contains("Lỗi CH001"))
    #expect(call.status == 2)
  }

  @Test func anEntryWhoseActionFailsDeclaresNothing() {
    let call = conversation("đặt x = 1", "đặt x = 1 / 0", "x")
    #expect(call.output == "1\n")
  }

  @Test func subjectsPrintAsCardsAndLists() {
    let call = conversation(
      "đối tượng tập thể", "  mã: chữ, khóa", "  điểm: số", "hết",
      "dữ liệu tập thể", "  | mã | điểm |", "  | A | 9 |", "  | B | 8,5 |", "",
      "tập thể mà điểm > 8,7", "tập thể \"B\"")
    #expect(call.output.contains("│ A  │    9 │"))
    #expect(!call.output.contains("│ B"))
    #expect(call.output.contains("điểm  8,5\n"))
  }

  @Test func helpExplainsNamesThenWordsWithExamples() throws {
    let line = conversation("tro giup được tính").output
    #expect(line.contains("  được tính 5 điểm khi số ngày chậm = 0\n"))
    #expect(conversation("trợ giúp phần dư").output.contains("phần dư(7; 3)   → 1\n"))
    #expect(conversation("trợ giúp lưu thành").output.contains("lưu thành \"phien-hop.thidua\""))
    let both = conversation("tham số năm = 2026", "trợ giúp năm").output
    let own = try #require(both.firstRange(of: "năm: tham số, dòng gõ 1 dòng 1\n"))
    let word = try #require(both.firstRange(of: "năm(x): năm của ngày x."))
    #expect(own.lowerBound < word.lowerBound)
    #expect(conversation("trợ giúp xep loai").error.contains("Có phải là \"xếp loại\""))
  }

  @Test func namesOfScenariosAreOfferedInQuotes() {
    let (workbench, _) = Workbench.open(nil, listener: SilentListener())
    _ = workbench?.enter("giả sử \"E không bị kỷ luật\"\nhết\n")
    let line = "so sánh hiện hành với \"e kh"
    let found = workbench.flatMap { Completion(line, among: $0.phrases(for: line)) }
    #expect(found?.line == "so sánh hiện hành với \"E không bị kỷ luật\"")
  }

  @Test func questionsAboutWhatNobodyDeclaredAreErrors() {
    for line in [
      "so sánh hiện hành với \"không có\"", "giả sử theo \"không có\"", "bỏ giả sử \"không có\"",
    ] {
      let call = conversation(line)
      #expect(call.error.contains("Lỗi KT443"), "\(line)")
      #expect(call.output == "")
    }
  }

  @Test func commandsOfTheSessionAnswer() {
    #expect(conversation("thoát", "1").output == "")
    #expect(conversation("tro giup").output.contains("giả sử"))
    #expect(conversation("trợ giúp không có gì").error.contains("TL063"))
    #expect(conversation("hoàn tác").error.contains("TL062"))
    #expect(conversation("lưu thành").error.contains("TL060"))
    #expect(conversation("lưu thành \"../x\"").error.contains("TL007"))
  }
}

@Suite struct TypedRowsTests {
  private let head = [
    "đối tượng tập thể", "  mã: chữ, khóa", "  tên: chữ", "  điểm: số, từ 0 đến 10", "hết",
  ]

  private func conversation(_ lines: String...) -> Call {
    Call("hỏi", input: (head + lines).joined(separator: "\n") + "\n")
  }

  @Test func rowsPastedFromASpreadsheetChangeCellsAndAddSubjects() {
    let call = conversation(
      "dữ liệu tập thể", "mã\ttên\tđiểm", "A\tPhường A\t8,5", "B\tXã B\t7", "",
      "dữ liệu tập thể", "mã\tđiểm", "B\t9,5", "",
      "điểm của tập thể", "tên của tập thể \"B\"",
      "dữ liệu tập thể", "mã\ttên\tđiểm", "C\tXã C\t6", "A\tPhường Một\t8", "",
      "tên của tập thể", "điểm của tập thể", "hoàn tác", "hoàn tác", "điểm của tập thể")
    let values = call.output.split(separator: "\n").filter { !$0.hasPrefix("Đã") }
    #expect(values.first == "8,5; 9,5")
    #expect(values.dropFirst().first == "Xã B")
    #expect(values.last == "8,5; 7")
    #expect(values.contains { $0.contains("Phường Một") && $0.contains("Xã C") })
    #expect(call.status == 0, "\(call.error)")
  }

  @Test func aWrongCellChangesNothingAndIsShownWhereItWasTyped() {
    let call = conversation(
      "dữ liệu tập thể", "  | mã | tên | điểm |", "  | A | Phường A | 8 |", "",
      "dữ liệu tập thể", "  | mã | điểm |", "  | A | 11 |", "", "điểm của tập thể \"A\"")
    #expect(call.output == "8\n")
    #expect(call.error.contains("| A | 11 |"))
    #expect(call.status == 3)
  }
}
