import Testing
import ThiDuaText

/// The words of the documentation and the scripts are Vietnamese, and the syllable test knows it.
struct SyllableCorpusTests {
  @Test func everyWordWeWriteIsPossible() throws {
    // The page on old text shows words as old fonts store them.
    let pages = FencedBlock.pages().filter { !$0.contains("/22-") }
    let scripts = try Repository.scripts("Tests/Scripts")
    var seen: Set<String> = []
    for path in pages + scripts {
      let text = VietnameseText.normalized(try Repository.text(path))
      let words = text.unicodeScalars.split { !VietnameseText.isVietnameseLetter($0) }
        .map(String.init)
      for word in words where word.unicodeScalars.contains(where: { !$0.isASCII }) {
        seen.insert(word)
      }
    }
    #expect(seen.count > 500)
    let refused = seen.filter { !Syllable.isPossible($0) && $0 != $0.uppercased() }
    #expect(refused.sorted() == ["đ"])
  }
}
