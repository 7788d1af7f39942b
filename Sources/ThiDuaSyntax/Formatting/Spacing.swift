// How tokens stand beside each other when written out again.
//
// In: a parser that has read its source, so that it knows which brackets are calls and which signs
// belong to a number. Out: canonical text of a run of tokens. Invariant: reading the text again gives
// the same tokens. Internal to ThiDuaSyntax.

import ThiDuaText

extension Parser {
  /// The tokens with one space where spaces belong; words, numbers and texts as they were written.
  func spelled(_ range: Range<Int>) -> String {
    var result = ""
    for index in range {
      if index > range.lowerBound, needsSpace(before: index) { result += " " }
      result += tokens[index].symbol?.rawValue ?? source.text(tokens[index].span)
    }
    return result
  }

  private func needsSpace(before index: Int) -> Bool {
    if glued.contains(index) || signs.contains(index - 1) { return false }
    switch tokens[index].symbol {
    case .comma?, .semicolon?, .colon?, .closeParen?, .closeBracket?: return false
    default: break
    }
    switch tokens[index - 1].symbol {
    case .openParen?, .openBracket?: return false
    default: return true
    }
  }
}
