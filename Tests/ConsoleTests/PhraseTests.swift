// What `giải-thích` and `trợ giúp` say of the words and the functions of the language.

import Testing
import ThiDua
import ThiDuaSemantics
import ThiDuaSyntax

@testable import ThiDuaConsole

@Suite struct PhraseTests {
  @Test func everyFunctionGivesWhatItsExampleShows() throws {
    let folder = try ScratchFolder()
    for function in FunctionHelp.all {
      #expect(!function.meaning.isEmpty, "\(function.name)")
      #expect(function.example.contains(function.name + "("), "\(function.name)")
      guard let result = function.result else { continue }
      let call = Call("chạy", try folder.write("a.thidua", "in \(function.example)\n"))
      #expect(call.output == result + "\n", "\(function.example): \(call.error)")
    }
  }

  /// Functions whose result hangs on the data.
  @Test func functionsOfYearsAreCalledAsTheirExamplesShow() throws {
    let folder = try ScratchFolder()
    let open = FunctionHelp.all.filter { $0.result == nil }
    #expect(open.map(\.name) == ["số năm liên tục", "số năm"])
    let columns = open.enumerated().map { "x\($0.offset) của cá nhân = \($0.element.example)" }
    let script = """
      phong trào "Thử"
        năm: 2026
      hết
      đối tượng cá nhân
        tên: chữ, khóa
        tổng điểm: số
      hết
      dữ liệu cá nhân
        | tên | tổng điểm |
        | A   | 92        |
      lịch sử cá nhân
        | tên | năm  | tổng điểm |
        | A   | 2025 | 95        |
        | A   | 2024 | 80        |
        | A   | 2023 | 90        |
      \(columns.joined(separator: "\n"))
      in x0 của cá nhân "A"; x1 của cá nhân "A"
      """
    let call = Call("chạy", try folder.write("a.thidua", script + "\n"))
    #expect(call.output == "2 3\n", "\(call.error)")
  }

  @Test func sundayIsTheFirstDay() throws {
    let folder = try ScratchFolder()
    let script = try folder.write("a.thidua", "in thứ(18/10/2026); thứ(19/10/2026)\n")
    #expect(Call("chạy", script).output == "1 2\n")
  }

  @Test func everyWordIsExplainedWithItsExample() throws {
    for keyword in Keyword.all {
      let call = Call("giải-thích", keyword.text)
      #expect(call.status == 0)
      let first = try #require(keyword.example.split(separator: "\n").first)
      #expect(call.output.contains("\n  \(first)"), "\(keyword.text)")
    }
    for function in FunctionHelp.all {
      let call = Call("giải-thích", function.name)
      #expect(call.output.contains("\n  \(function.example)"), "\(function.name)")
    }
  }

  @Test func explanationsSayWhereAWordStands() {
    #expect(
      Call("giải-thích", "Được Tính").output == """
        được tính: điểm được tính, có thể kèm "khi" điều kiện.
        Mở đầu một dòng trong khối: tiêu chí, điểm thưởng, điểm trừ; cách chấm; công thức.

        Ví dụ:
          được tính 5 điểm khi số ngày chậm = 0
          được tính 3 điểm khi số ngày chậm từ 1 đến 5
          còn lại 0 điểm

        """)
    let several = Call("giải-thích", "làm tròn").output
    #expect(several.contains("Mở đầu một dòng trong khối"))
    #expect(several.contains("viết sau dấu phẩy"))
    #expect(several.contains("làm tròn(2,345; 2)   → 2,35\n"))
    // A word may also be a module of the library.
    let both = Call("giải-thích", "danh hiệu").output
    #expect(both.hasPrefix("danh hiệu: một danh hiệu: điều kiện"))
    #expect(both.contains("\nMô-đun \"danh hiệu\": "))
  }

  @Test(arguments: [
    ("tieu chi", "\"tiêu chí\""), ("xep loai", "\"xếp loại\""),
    ("lam tron len", "\"làm tròn lên\""),
    ("được tinh", "\"được tính\""),
  ])
  func unknownWordsGetTheirAccents(_ typed: String, _ meant: String) {
    let call = Call("giải-thích", typed)
    #expect(call.status == 2)
    #expect(call.error.hasPrefix("Lỗi TL009:"))
    #expect(call.error.contains("Có phải ý anh/chị là \(meant)"), "\(call.error)")
  }
}
