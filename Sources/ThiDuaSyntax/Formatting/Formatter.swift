// Canonical layout of a script.
//
// In: a normalised source. Out: the same script, two spaces a block, one space between words, at most
// one blank line, tables and the conditions of levels in aligned columns. Works line by line
// from tokens, never from the tree: line breaks and comments stay where they are, and nothing is
// lost. Invariant: the result parses to the same tree, and formatting it again changes nothing.
// Anyone may import it.

import ThiDuaText

/// The script in canonical layout; a script with syntax errors is returned as it is.
public func format(_ source: Source, knownNames: Set<String> = []) -> String {
  var reading = Reading(source, knownNames)
  _ = reading.parser.script()
  if reading.finish().hasErrors { return String(decoding: source.bytes, as: UTF8.self) }
  return Formatter(reading).text()
}

private struct Formatter {
  let parser: Parser
  let physical: [PhysicalLine]
  /// Index of the logical line every physical line belongs to, -1 for none.
  private var owner: [Int]

  init(_ reading: Reading) {
    parser = reading.parser
    physical = reading.physical
    owner = Array(repeating: -1, count: physical.count)
    for (index, line) in parser.lines.enumerated() {
      for row in line.physical { owner[row] = index }
    }
  }

  func text() -> String {
    var result = ""
    var isAfterBlank = true
    var index = 0
    while index < physical.count {
      let line = physical[index]
      if line.isBlank {
        if !isAfterBlank { result += "\n" }
        isAfterBlank = true
        index += 1
        continue
      }
      isAfterBlank = false
      if isTableRow(index) {
        let end = tableEnd(from: index)
        result += table(index..<end)
        index = end
      } else {
        result += formatted(index) + "\n"
        index += 1
      }
    }
    while result.hasSuffix("\n\n") { result.removeLast() }
    return result
  }

  private func formatted(_ index: Int) -> String {
    let line = physical[index]
    let comment = line.comment.map { parser.source.text($0) }
    guard !line.tokens.isEmpty else {
      return indent(commentDepth(index)) + (comment ?? "")
    }
    return indent(depth(index)) + spelled(index) + (comment.map { "  " + $0 } ?? "")
  }

  private func spelled(_ index: Int) -> String {
    let tokens = physical[index].tokens
    guard isLevel(index) else { return parser.spelled(tokens) }
    let title = parser.spelled(tokens.lowerBound..<tokens.lowerBound + 1)
    let rest = parser.spelled(tokens.lowerBound + 1..<tokens.upperBound)
    return VietnameseText.padded(title, to: levelWidth(around: index)) + " " + rest
  }

  // MARK: Levels

  /// `"Tốt" khi …`: no other line begins with a text. Conditions of neighbouring levels are aligned.
  private func isLevel(_ index: Int) -> Bool {
    guard owner[index] >= 0, index == parser.lines[owner[index]].physical.lowerBound,
      physical[index].tokens.count > 1
    else { return false }
    if case .text = parser.tokens[physical[index].tokens.lowerBound].kind { return true }
    return false
  }

  private func levelWidth(around index: Int) -> Int {
    var first = index
    while first > 0, isLevel(first - 1) { first -= 1 }
    var width = 0
    var next = first
    while next < physical.count, isLevel(next) {
      let title = physical[next].tokens.lowerBound
      width = max(width, VietnameseText.displayWidth(parser.spelled(title..<title + 1)))
      next += 1
    }
    return width
  }

  private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

  // MARK: Depth

  /// A continuation stands one level deeper, unless it closes a bracket.
  private func depth(_ index: Int) -> Int {
    let line = parser.lines[owner[index]]
    let base = parser.indentation[owner[index]]
    guard index > line.physical.lowerBound else { return base }
    let first = parser.tokens[physical[index].tokens.lowerBound]
    return first.symbol?.isClosing ?? false ? base : base + 1
  }

  /// A comment belongs to the line below it; before the end of a block, to the block.
  private func commentDepth(_ index: Int) -> Int {
    if owner[index] >= 0 { return parser.indentation[owner[index]] + 1 }
    guard let next = physical[index...].firstIndex(where: { !$0.tokens.isEmpty }) else { return 0 }
    return depth(next) + (endsBlock(physical[next].tokens) ? 1 : 0)
  }

  private func endsBlock(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    let limit = tokens.upperBound
    return Phrases.heads.match(parser.tokens, at: first, limit: limit)?.id == .end
      || Phrases.reserved.match(parser.tokens, at: first, limit: limit)?.id == .otherwise
  }

  // MARK: Tables

  private func isTableRow(_ index: Int) -> Bool {
    owner[index] >= 0 && parser.lines[owner[index]].isTableRow
  }

  private func tableEnd(from start: Int) -> Int {
    var end = start
    while end < physical.count, isTableRow(end) { end += 1 }
    return end
  }

  /// Rows pasted between tabs become rows between bars, unless a cell holds a bar itself.
  private func table(_ range: Range<Int>) -> String {
    let spans = range.map { parser.tokens[physical[$0].tokens.lowerBound].span }
    let width = spans.first.map { parser.cells(of: $0).count } ?? 0
    let rows = spans.map { span in
      parser.padded(parser.cells(of: span), to: width, span, below: spans[0]).map(\.text)
    }
    if rows.contains(where: { $0.contains { $0.contains("|") } }) {
      return zip(range, spans).map { index, span in
        indent(depth(index)) + parser.source.text(span) + "\n"
      }.joined()
    }
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], VietnameseText.displayWidth(cell))
      }
    }
    var result = ""
    for (row, index) in zip(rows, range) {
      var line = indent(depth(index)) + "|"
      for (column, cell) in row.enumerated() {
        let padding = widths[column] - VietnameseText.displayWidth(cell)
        line += " " + cell + String(repeating: " ", count: padding) + " |"
      }
      if let comment = physical[index].comment { line += "  " + parser.source.text(comment) }
      result += line + "\n"
    }
    return result
  }
}
