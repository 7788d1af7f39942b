// What clerks write at the head of a line instead of the word of the language. In: a line no head matches. Out:
// the head that was meant, for a message that offers it. Invariant: a slip is only ever an error with a
// fix; nothing written wrongly is accepted. Used where a line is unknown.

import ThiDuaText

/// Words at the beginning of a line and the head they stand for.
private struct LineSlip {
  /// Where the words are a slip; empty: anywhere.
  var places: [Keyword.Place]
  /// What people write, with the same meaning.
  var said: [String]
  var meant: String

  private static let scoring: [Keyword.Place] = [.criterion, .method, .column]

  static let all: [LineSlip] = [
    .init(places: scoring, said: ["được", "tính", "được cộng"], meant: LineHead.tier.rawValue),
    .init(
      places: scoring,
      said: ["không thì", "nếu không thì", "trường hợp còn lại", "các trường hợp còn lại"],
      meant: LineHead.otherwise.rawValue),
    .init(
      places: [.award], said: ["không quá", "số lượng không quá"],
      meant: LineHead.quotaShare.rawValue),
    .init(
      places: [.award], said: ["tối đa", "số lượng tối đa"], meant: LineHead.quotaCount.rawValue),
    .init(
      places: [.award], said: ["sắp xếp theo", "sắp theo", "xếp theo", "ưu tiên theo"],
      meant: LineHead.order.rawValue),
    .init(
      places: [.award], said: ["tiêu chuẩn", "yêu cầu", "khi", "nếu"],
      meant: LineHead.condition.rawValue),
    .init(
      places: [.ranking], said: ["xếp theo", "sắp xếp theo", "sắp theo"],
      meant: LineHead.orderBy.rawValue),
    .init(places: [], said: ["khen thưởng"], meant: Head.award.rawValue),
  ]
}

extension Parser {
  /// The words of the current line that stand for a head of the place, and that head.
  func slip(in place: Keyword.Place) -> (written: Span, meant: String)? {
    let first = lines[line].tokens.lowerBound
    func matched(_ words: String) -> Span? {
      let keys = VietnameseText.lookupKey(words).split(separator: " ")
      guard first + keys.count <= limit,
        zip(tokens[first...], keys).allSatisfy({ $0.isWord && $0.key == String($1) })
      else { return nil }
      return tokens[first].span.joined(tokens[first + keys.count - 1].span)
    }
    for head in LineHead.allCases
    where head.keyword.places.contains(place) && head.rawValue.hasSuffix(" khi") {
      let said = head.rawValue.dropLast(3) + "nếu"
      if let written = matched(String(said)) { return (written, head.rawValue) }
    }
    var best: (written: Span, meant: String)?
    for slip in LineSlip.all where slip.places.isEmpty || slip.places.contains(place) {
      for said in slip.said {
        guard let written = matched(said),
          best.map({ $0.written.end < written.end }) ?? true
        else { continue }
        best = (written, slip.meant)
      }
    }
    guard let best else { return nil }
    // A share is not a number of places.
    let next = tokens[first..<limit].firstIndex { $0.span.start >= best.written.end } ?? limit
    if best.meant == LineHead.quotaCount.rawValue, text(next..<min(limit, next + 2)).contains("%") {
      return (best.written, LineHead.quotaShare.rawValue)
    }
    return best
  }

  /// `xếp hạng tập thể theo tổng điểm`: the kind and the key that stand where the rank's name should.
  mutating func failRankingInOneLine(_ header: Header) -> Bool {
    guard header.kind == nil,
      let range = header.name.text.firstRange(of: " \(LineHead.orderBy.rawValue) ")
    else { return false }
    fail(
      SyntaxMessages.rankingInOneLine(
        String(header.name.text[..<range.lowerBound]),
        String(header.name.text[range.upperBound...]), span: header.span))
    return true
  }

  /// The head of the line, when nothing else stands before the place.
  func headBefore(_ end: Int) -> String? {
    let first = lines[line].tokens.lowerBound
    let counts = [
      Phrases.lineHeads.match(tokens, at: first, limit: end)?.count,
      Phrases.heads.match(tokens, at: first, limit: end)?.count,
    ]
    return counts.contains(end - first) ? text(first..<end) : nil
  }

  /// `tối đa 10 điểm chấm trực tiếp`: where a scoring line begins behind a number's unit, in the header of
  /// something that is scored.
  func scoringLine(in phrase: Range<Int>) -> Range<Int>? {
    let first = lines[line].tokens.lowerBound
    let scored: [Head] = [.criterion, .bonus, .penalty]
    guard let head = Phrases.heads.match(tokens, at: first, limit: limit)?.id,
      scored.contains(head),
      !tokens[first..<phrase.lowerBound].contains(where: { $0.isSymbol(.colon) })
    else { return nil }
    for start in phrase.dropFirst() {
      let unit = name(phrase.lowerBound..<start)
      guard declared.units.contains(unit.key),
        let own = Phrases.lineHeads.match(
          tokens, at: start, limit: limit,
          where: { Phrases.linePlaces[$0]?.contains(.criterion) ?? false })
      else { continue }
      return start..<start + own.count
    }
    return nil
  }

  /// Reports the colon that is missing before a place of the line.
  mutating func failMissingColon(before words: Range<Int>, why: String) {
    let first = lines[line].tokens.lowerBound
    fail(
      SyntaxMessages.missingColon(
        before: text(words), why: why,
        write: text(first..<words.lowerBound) + ": " + text(words.lowerBound..<limit),
        span: tokens[words.lowerBound].span.joined(tokens[words.upperBound - 1].span),
        insertAt: tokens[words.lowerBound - 1].span.pointAfter))
  }

  /// `vì sao tập thể "A" không đạt giấy khen`: a whole sentence, where the award is asked for by `của`. The
  /// subject has been read, the rest stands at the current place.
  mutating func failAwardSentence(_ head: Head, subject start: Int) -> Bool {
    guard !hasFailed, position > start, position < limit else { return false }
    func said(_ index: Int, _ words: String...) -> Bool {
      index < limit && words.contains { VietnameseText.lookupKey($0) == tokens[index].key }
    }
    let isNegative = said(position, "không", "chưa")
    let verb = isNegative ? position + 1 : position
    guard said(verb, "đạt", "được"), verb + 1 < limit else { return false }
    var end = verb + 1
    while end < limit, !tokens[end].isText,
      Phrases.connectors.match(tokens, at: end, limit: limit)?.id != .intoFile
    { end += 1 }
    guard end > verb + 1 else { return false }
    let asked =
      switch head {
      case .whatFor: "\(head.rawValue) đạt"
      default: isNegative ? Head.whyNot.rawValue : Head.why.rawValue
      }
    fail(
      SyntaxMessages.awardSentence(
        text(position..<end),
        write: "\(asked) \(text(verb + 1..<end)) của \(text(start..<position))",
        span: tokens[position].span.joined(tokens[end - 1].span)))
    return true
  }

  /// `NAME = …` where only `NAME của LOẠI = …` or `đặt NAME = …` stands.
  var definesWithoutKind: Bool {
    let first = lines[line].tokens.lowerBound
    let end = nameEnd(from: first)
    return end > first && token(at: end).isSymbol(.equal)
  }

  /// A title that stands behind the number as it is printed: `nhóm 1: Công tác tổ chức`.
  mutating func failTitleAfterColon(_ name: String?) -> Bool {
    guard at(.colon), let name, position + 1 < limit, tokens[position + 1].isWord else {
      return false
    }
    let start = position + 1
    var end = start
    while end < limit, !tokens[end].isSymbol(.comma) { end += 1 }
    let title = text(start..<end)
    fail(
      SyntaxMessages.titleWithoutQuotes(
        title, of: name, span: tokens[position].span.joined(tokens[end - 1].span)))
    return true
  }
}
