// What in a script belongs to its year: dates, the year's own number, documents, dated values.
//
// In: a normalised source and the year it is about. Out: one entry a line of the script, in reading order.
// Works on tokens, so that it also finds dates inside texts and lines that do not parse. Comments do
// not count. Used by `năm-mới`, whose checklist it is.

import ThiDuaText

/// A line that has to be looked at when the year changes.
public struct YearBoundPlace: Sendable {
  public enum Reason: Int, Sendable, CaseIterable {
    /// `văn bản …`: may have been replaced.
    case document
    /// `tham số …`: the value may have changed.
    case parameter
    /// `ngày nghỉ: …`.
    case holidays
    /// A step, a milestone, a closing day.
    case deadline
    /// A date anywhere else.
    case date
    /// The year itself, in a text or as a number.
    case year
  }
  public var reason: Reason
  public var span: Span

  init(_ reason: Reason, _ span: Span) {
    self.reason = reason
    self.span = span
  }
}

/// The lines of a script that belong to the year.
public func yearBoundPlaces(in source: Source, year: Int) -> [YearBoundPlace] {
  let parser = Reading(source, []).parser
  return parser.lines.compactMap { line in
    guard !line.isTableRow, let first = line.tokens.first, let last = line.tokens.last else {
      return nil
    }
    let span = parser.tokens[first].span.joined(parser.tokens[last].span)
    let head = Phrases.heads.match(parser.tokens, at: first, limit: line.tokens.upperBound)?.id
    let tokens = parser.tokens[line.tokens]
    switch head {
    // A field of a subject may begin with any words.
    case .document? where tokens.contains(where: \.isText): return YearBoundPlace(.document, span)
    case .parameter? where tokens.contains { $0.isSymbol(.equal) }:
      return YearBoundPlace(.parameter, span)
    case .holidays?: return YearBoundPlace(.holidays, span)
    case .inheriting?, .importing?: return nil
    default: break
    }
    let hasDate = tokens.contains { $0.numeral?.isDate ?? false }
    if hasDate {
      let own = Phrases.lineHeads.match(parser.tokens, at: first, limit: line.tokens.upperBound)?.id
      let isDeadline = head == .closing || own == .processStep || own == .milestone
      return YearBoundPlace(isDeadline ? .deadline : .date, span)
    }
    let digits = String(year)
    let namesYear = tokens.contains { token in
      if case .text(let parts) = token.kind {
        return parts.contains { part in
          if case .literal(let text) = part { text.firstRange(of: digits) != nil } else { false }
        }
      }
      return token.numeral == .whole && source.text(token.span) == digits
    }
    return namesYear ? YearBoundPlace(.year, span) : nil
  }
}
