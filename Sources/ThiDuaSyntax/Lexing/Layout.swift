// Physical lines to logical lines.
//
// In: tokens and physical lines. Out: logical lines, each a range of tokens the parser reads without
// ever looking over its end. A line goes on inside brackets, after `, ; = :` or an operator, and
// when the next line starts with `và`, `hoặc`, `thì`, `+ - * /` or `ngược lại …`.
// Invariant: every token belongs to exactly one logical line; an unclosed bracket never swallows the
// lines after it. Internal to ThiDuaSyntax.

struct LogicalLine: Sendable {
  var tokens: Range<Int>
  /// Indexes of the first and last physical line.
  var physical: ClosedRange<Int>
  var isTableRow: Bool
}

struct Layout {
  let tokens: [Token]
  let physical: [PhysicalLine]
  private(set) var lines: [LogicalLine] = []
  /// True when the last line waits for more: an open bracket, a trailing operator.
  private(set) var endsOpen = false
  private var closing: [Int: Int] = [:]

  init(tokens: [Token], physical: [PhysicalLine]) {
    self.tokens = tokens
    self.physical = physical
    matchBrackets()
    joinLines()
  }

  private mutating func joinLines() {
    var index = 0
    while index < physical.count {
      let range = physical[index].tokens
      if range.isEmpty {
        index += 1
        continue
      }
      let first = index
      var end = range.upperBound
      let isTableRow = tokens[range.lowerBound].isTableRow
      var last = index
      var openUntil = lastClosing(in: range)
      while !isTableRow, let next = nextLine(after: last, within: openUntil) {
        let following = physical[next].tokens
        guard
          following.lowerBound <= openUntil
            || continues(range.lowerBound..<end, with: following)
        else { break }
        openUntil = max(openUntil, lastClosing(in: following))
        last = next
        end = following.upperBound
      }
      lines.append(
        LogicalLine(
          tokens: range.lowerBound..<end, physical: first...last, isTableRow: isTableRow))
      index = last + 1
    }
    if let last = lines.last, !last.isTableRow, !last.tokens.isEmpty {
      let isFinal = tokens[last.tokens.upperBound - 1]
      if isFinal.symbol?.leavesLineOpen ?? false { endsOpen = true }
      if isFinal.isSymbol(.colon), !opensBlock(last.tokens) { endsOpen = true }
    }
  }

  /// The next line with tokens; blank lines are only skipped inside brackets.
  private func nextLine(after line: Int, within openUntil: Int) -> Int? {
    var next = line + 1
    while next < physical.count, physical[next].tokens.isEmpty {
      if physical[next].isBlank, physical[line].tokens.upperBound > openUntil { return nil }
      next += 1
    }
    guard next < physical.count else { return nil }
    return tokens[physical[next].tokens.lowerBound].isTableRow ? nil : next
  }

  private func continues(_ line: Range<Int>, with next: Range<Int>) -> Bool {
    let last = tokens[line.upperBound - 1]
    if let symbol = last.symbol {
      if symbol == .equal, startsWith(.tier, next) || startsWith(.otherwise, next) { return false }
      if symbol.leavesLineOpen { return !startsWithEnd(next) }
      if symbol == .colon, !opensBlock(line) { return !startsWithEnd(next) }
    }
    if let reserved = Phrases.reserved.match(
      tokens, at: line.upperBound - 1, limit: line.upperBound)?.id,
      reserved == .and || reserved == .or
    {
      return true
    }
    if let symbol = tokens[next.lowerBound].symbol { return symbol.continuesLine }
    switch Phrases.reserved.match(tokens, at: next.lowerBound, limit: next.upperBound) {
    case (.and, _)?, (.or, _)?, (.then, _)?: return true
    case (.otherwise, let count)?:
      return next.count > count && tokens[next.upperBound - 1].word != Layout.then
        && !(tokens[next.upperBound - 1].isSymbol(.colon)
          && tokens[next.upperBound - 2].word == Layout.then)
    default: return false
    }
  }

  private static let then = Vocabulary.phrase(Reserved.then.rawValue)[0]

  private func startsWith(_ head: LineHead, _ line: Range<Int>) -> Bool {
    Phrases.lineHeads.match(tokens, at: line.lowerBound, limit: line.upperBound) { $0 == head }
      != nil
  }

  private func startsWithEnd(_ line: Range<Int>) -> Bool {
    Phrases.heads.match(tokens, at: line.lowerBound, limit: line.upperBound)?.id == .end
  }

  /// A `:` that ends the header of a block is passed over.
  private func opensBlock(_ line: Range<Int>) -> Bool {
    guard let head = Phrases.heads.match(tokens, at: line.lowerBound, limit: line.upperBound)?.id
    else { return false }
    return head.keyword.block != .none
  }

  // MARK: Brackets

  /// Pairs brackets over the whole file. One that is never closed pairs with nothing and so joins no
  /// lines; `hết` and table rows end every open bracket.
  private mutating func matchBrackets() {
    var open: [Int] = []
    for line in physical where !line.tokens.isEmpty {
      if !open.isEmpty, isBarrier(line.tokens) { open.removeAll() }
      for index in line.tokens {
        guard let symbol = tokens[index].symbol else { continue }
        if symbol.isOpening {
          open.append(index)
        } else if symbol.isClosing, let last = open.last,
          tokens[last].symbol?.partner == symbol
        {
          open.removeLast()
          closing[last] = index
        }
      }
    }
    endsOpen = !open.isEmpty
  }

  private func isBarrier(_ line: Range<Int>) -> Bool {
    tokens[line.lowerBound].isTableRow || startsWithEnd(line)
  }

  /// The furthest token any bracket of the range is closed at.
  private func lastClosing(in range: Range<Int>) -> Int {
    var last = 0
    for index in range where closing[index] != nil { last = max(last, closing[index] ?? 0) }
    return last
  }
}
