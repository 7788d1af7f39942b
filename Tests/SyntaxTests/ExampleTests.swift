// Every word of the table has an example, the example uses the word, and the parser reads it without a word
// of complaint where the table says the word may stand.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct ExampleTests {
  /// A small script around lines that stand in a place.
  private func frame(_ place: Keyword.Place, _ example: String) -> String {
    let lines = example.split(separator: "\n").map { "  \($0)\n" }.joined()
    let whole = "tiêu chí 9.9 \"Z\", tối đa 1 điểm: chấm trực tiếp"
    return switch place {
    case .script: example
    case .statements: "thủ tục thử\n\(lines)hết"
    case .group: "nhóm 9 \"Z\" của tập thể, tối đa 9 điểm\n\(lines)  \(whole)\nhết"
    case .criterion: "tiêu chí 9 \"Z\" của tập thể, tối đa 10 điểm\n\(lines)"
    case .method: "cách chấm thử, dùng giao; làm\n\(lines)"
    case .column: "thử của tập thể =\n\(lines)"
    case .decisionTable: "bảng quyết định \"Z\" của tập thể\n  | a | b |\n  | 1 | 2 |\n\(lines)"
    case .classification:
      "xếp loại thử của tập thể, xét từ trên xuống\n  \"Tốt\" còn lại\n\(lines)"
    case .ranking: "xếp hạng thử của tập thể\n\(lines)"
    case .award: "danh hiệu \"Z\" của tập thể\n\(lines)"
    case .data: "dữ liệu tập thể từ \"z.csv\"\n\(lines)"
    case .subjectKind: "đối tượng thử\n\(lines)hết"
    case .example: "ví dụ \"z\"\n\(lines)hết"
    case .process: "quy trình \"Z\"\n\(lines)hết"
    }
  }

  private func holds(_ example: String, _ phrase: String) -> Bool {
    func words(_ text: String) -> [String] {
      VietnameseText.lookupKey(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let (all, wanted) = (words(example), words(phrase))
    return all.indices.contains { all[$0...].starts(with: wanted) }
  }

  @Test func everyExampleUsesItsWord() {
    for keyword in Keyword.all {
      #expect(holds(keyword.example, keyword.text), "\(keyword.text): \(keyword.example)")
    }
  }

  @Test func examplesOfHeadsAreReadWhereTheyMayStand() {
    for keyword in Head.allCases.map(\.keyword) {
      let place = keyword.places[0]
      #expect(rendered(frame(place, keyword.example)) == "", "\(keyword.text)")
    }
  }

  @Test func examplesOfLinesBeginWithTheirHeadAndAreReadInTheirBlocks() {
    for keyword in LineHead.allCases.map(\.keyword) {
      let lines = keyword.example.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix(keyword.text) }, "\(keyword.text)")
      let place = keyword.places[0]
      #expect(rendered(frame(place, keyword.example)) == "", "\(keyword.text) trong \(place)")
    }
  }

  @Test func examplesOfOtherWordsAreReadSomewhere() {
    for keyword in Keyword.all where keyword.places.isEmpty {
      let found = Keyword.Place.allCases.map { rendered(frame($0, keyword.example)) }
      #expect(found.contains(""), "\(keyword.text): \(keyword.example)\n\(found[0])")
    }
  }

  /// The table finds its words whatever the capitals, and all the parts a word plays.
  @Test func wordsAreFoundByTheirSpelling() {
    #expect(Keyword.named("Từ").map(\.role) == [.clause, .connector, .comparison])
    #expect(Keyword.named("TIÊU CHÍ").map(\.role) == [.head])
    #expect(Keyword.named("tieu chi").isEmpty)
  }
}
