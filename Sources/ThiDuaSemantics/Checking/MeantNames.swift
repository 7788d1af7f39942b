// What an unknown name may stand for, told by the words around it: what is counted after `cho mỗi`, a subject's
// code after `của`, a whole sentence about an award. In: a name that nothing answers to. Out: names or
// advice for the message, nil when the words tell nothing. Used where a name is unknown only.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// After `cho mỗi`: the fields that can be counted, those that hold the words first.
  func countsMeant(_ name: Name, _ scope: Scope, _ span: Span) -> [String]? {
    guard let subject = scope.subjects.last?.kind,
      lineBefore(span).hasSuffix(" " + VietnameseText.lookupKey("cho mỗi"))
    else { return nil }
    let names = kinds[subject].columns.filter { column in
      guard !column.isHidden, column.input != nil else { return false }
      switch column.kind {
      case .number, .count, .list: return true
      default: return false
      }
    }.map(\.name)
    let holding = names.filter {
      " \(VietnameseText.lookupKey($0)) ".firstRange(of: " \(name.key) ") != nil
    }
    return holding.isEmpty
      ? Spelling.closest(to: name.text, in: names) : Array(holding.prefix(3))
  }

  /// `tổng điểm của P01`: the code stands in quotes, behind the kind that has the column.
  func subjectMeant(_ name: Name, _ scope: Scope, _ span: Span) -> String? {
    guard scope.subjects.isEmpty else { return nil }
    var words = lineBefore(span).split(separator: " ")
    guard words.popLast().map(String.init) == VietnameseText.lookupKey("của") else { return nil }
    for count in stride(from: min(words.count, 12), to: 0, by: -1) {
      let key = words.suffix(count).joined(separator: " ")
      for kind in kinds.indices where historyOwners[kind] == nil {
        let column = kinds[kind].byKey[key].map { kinds[kind].columns[$0].name }
        let award = kinds[kind].awards[key]?.declaration.header.name.text
        guard let asked = column ?? award else { continue }
        return CheckMessages.codeInQuotes(name.text, kind: kinds[kind].name, asked: asked)
      }
    }
    return nil
  }

  /// `P01 không đạt tập thể xuất sắc` after `vì sao` or `cần gì để`.
  func awardSentence(_ name: Name, _ span: Span) -> String? {
    let before = lineBefore(span)
    let isGoal = before.hasSuffix(VietnameseText.lookupKey(Head.whatFor.rawValue))
    guard isGoal || before.hasSuffix(VietnameseText.lookupKey(Head.why.rawValue)) else {
      return nil
    }
    let said = ["không đạt", "chưa đạt", "không được", "chưa được", "đạt", "được"]
    for verb in said {
      guard let place = name.key.firstRange(of: " \(VietnameseText.lookupKey(verb)) ") else {
        continue
      }
      let awardKey = String(name.key[place.upperBound...])
      for kind in kinds.indices {
        guard let award = kinds[kind].awards[awardKey] else { continue }
        let kindWords = kinds[kind].name.split(separator: " ")
        var subject = name.text.split(separator: " ")
          .prefix(name.key[..<place.lowerBound].split(separator: " ").count)
        if subject.count > kindWords.count,
          VietnameseText.lookupKey(subject.prefix(kindWords.count).joined(separator: " "))
            == VietnameseText.lookupKey(kinds[kind].name)
        {
          subject = subject.dropFirst(kindWords.count)
        }
        return CheckMessages.awardAskedInWords(
          award.declaration.header.name.text, kind: kinds[kind].name,
          subject: subject.joined(separator: " "),
          head: isGoal
            ? "\(Head.whatFor.rawValue) đạt"
            : (verb.contains(" ") ? Head.whyNot.rawValue : Head.why.rawValue))
      }
    }
    return nil
  }

  /// What stands on the line before a place, as a lookup key with a blank in front.
  private func lineBefore(_ span: Span) -> String {
    guard let source = program.sources[span.file] else { return "" }
    let line = source.lineRange(source.lineAndColumn(span.start).line)
    let start = UInt32(min(line.lowerBound, Int(span.start)))
    let text = source.text(Span(file: span.file, start: start, end: span.start))
    return " "
      + VietnameseText.lookupKey(
        text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
