// TAB: whole phrases from what was typed with or without accents. In: the line up to the cursor and
// the phrases that may stand there. Out: what the line becomes and the candidates to list.
// Invariant: what was typed is never shortened; the longest run of words that begins a phrase counts.
// Used by the dialogue only.

import ThiDua

/// What TAB does to the text before the cursor.
struct Completion: Equatable, Sendable {
  /// The text before the cursor, completed as far as all candidates agree.
  var line: String
  /// Phrases that may be meant, in the order they were offered.
  var candidates: [String]

  /// Nothing begins like that: nil.
  init?(_ text: String, among phrases: [String]) {
    let text = VietnameseText.normalized(text)
    let folded = phrases.map { Completion.fold($0) }
    for start in Completion.wordStarts(text) {
      let typed = String(text[start...])
      let key = Completion.fold(typed)
      guard !key.isEmpty else { continue }
      var found = phrases.indices.filter { folded[$0].starts(with: key) }
      if found.isEmpty { continue }
      // Accents that were typed are meant.
      let exact = VietnameseText.lowercased(typed)
      let accented = found.filter { VietnameseText.lowercased(phrases[$0]).hasPrefix(exact) }
      if !accented.isEmpty { found = accented }
      let head = text[..<start]
      var seen: Set<String> = []
      candidates = found.map { phrases[$0] }.filter { seen.insert($0).inserted }
      let common = Completion.commonBeginning(candidates)
      line = head + (Completion.fold(common).count >= key.count ? common : typed)
      return
    }
    return nil
  }

  /// Letters without accents or case, one space between words.
  private static func fold(_ text: String) -> [Character] {
    Array(VietnameseText.unaccented(text, lowercased: true))
  }

  /// Where a phrase may begin: after a blank, a bracket or a mark, the farthest first.
  private static func wordStarts(_ text: String) -> [String.Index] {
    var starts: [String.Index] = []
    var opensWord = true
    for index in text.indices {
      let letter = text[index]
      let isMark = letter == "\"" || letter == "“"
      if opensWord && letter != " " || isMark { starts.append(index) }
      opensWord = " ([;:=+-*/,\t\n".contains(letter)
    }
    return Array(starts.suffix(maximumWords))
  }

  private static let maximumWords = 12

  private static func commonBeginning(_ texts: [String]) -> String {
    guard var common = texts.first.map({ Array($0) }) else { return "" }
    for text in texts.dropFirst() {
      var length = 0
      for letter in text {
        if length == common.count || common[length] != letter { break }
        length += 1
      }
      common.removeSubrange(length...)
    }
    return String(common)
  }
}
