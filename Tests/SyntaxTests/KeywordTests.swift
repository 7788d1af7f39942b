// The table of words is complete and unambiguous.

import Testing
import ThiDuaText

@testable import ThiDuaSyntax

@Suite struct KeywordTests {
  @Test func everyWordHasAMeaning() {
    for keyword in Keyword.all {
      #expect(!keyword.meaning.isEmpty, "\(keyword.text)")
      #expect(
        keyword.text == VietnameseText.lookupKey(keyword.text)
          || ["Việt", "Đảng", "Nhà nước"].contains { keyword.text.contains($0) })
    }
    for head in Head.allCases { #expect(!head.keyword.places.isEmpty) }
    for line in LineHead.allCases { #expect(!line.keyword.places.isEmpty) }
  }

  @Test func headsStayApartWithoutAccents() {
    let heads = Head.allCases.map { VietnameseText.unaccented($0.rawValue, lowercased: true) }
    #expect(Set(heads).count == heads.count)
    for place in Keyword.Place.allCases {
      let lines = LineHead.allCases.filter { $0.keyword.places.contains(place) }
      let bare = lines.map { VietnameseText.unaccented($0.rawValue, lowercased: true) }
      #expect(Set(bare).count == bare.count, "\(place)")
    }
  }

  @Test func connectorsOfHeadsAreKnown() {
    let known = Set(Connector.allCases.map(\.rawValue) + ClauseHead.allCases.map(\.rawValue))
    for head in Head.allCases {
      for connector in head.keyword.connectors {
        #expect(known.contains(connector), "\(connector)")
      }
    }
  }

  @Test func everyWordIsInTheVocabulary() {
    for keyword in Keyword.all {
      #expect(!Vocabulary.phrase(keyword.text).contains(.max), "\(keyword.text)")
    }
  }
}
