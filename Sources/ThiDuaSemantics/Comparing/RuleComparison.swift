// Two sets of rules compared declaration by declaration: what was added, removed, changed, in sentences.
//
// In: two merged programs. Out: sentences in the order of the declarations, those of the old program
// first where both have them. Invariant: layout, comments, order of declarations, data and actions make
// no difference. Used by the façade (`khác-biệt`).

import ThiDuaSyntax
import ThiDuaText

/// One difference between two sets of rules.
public struct RuleDifference: Sendable, Equatable {
  public enum Change: String, Sendable {
    case added = "thêm"
    case removed = "bỏ"
    case changed = "đổi"
  }
  public var change: Change
  /// `tiêu chí 4.1 của tập thể`.
  public var rule: String
  /// What of it: `mức tối đa`, `dòng`; nil: all of it.
  public var part: String?
  public var old: String?
  public var new: String?

  /// The difference as a sentence.
  public var sentence: String {
    let name = rule.prefix(1).uppercased() + rule.dropFirst()
    func quoted(_ text: String?) -> String {
      let shown = Wording.visible(text ?? "", limit: .max)
      return shown.contains("\"") ? "“\(shown)”" : "\"\(shown)\""
    }
    switch (change, part) {
    case (.added, nil): return "Thêm \(rule)\(new.map { ": \($0)" } ?? "")."
    case (.removed, nil): return "Bỏ \(rule)\(old.map { ": \($0)" } ?? "")."
    case (.changed, nil): return "\(name) đổi từ \(quoted(old)) thành \(quoted(new))."
    case (.added, let part?): return "\(name): thêm \(part) \(quoted(new))."
    case (.removed, let part?): return "\(name): bỏ \(part) \(quoted(old))."
    case (.changed, let part?):
      return "\(name): \(part) đổi từ \(quoted(old)) thành \(quoted(new))."
    }
  }
}

/// The rules of a program, for comparing.
public struct RuleSet {
  let items: [Item]
  let sources: SourceMap

  /// `scripts`: merged, without amendments.
  public init(_ scripts: [Script]) {
    items = scripts.flatMap(\.items)
    sources = SourceMap(scripts.map(\.source))
  }

  /// Named declarations with criteria beside their groups; the first of a name stands.
  fileprivate func declarations() -> [(identity: DeclarationIdentity, item: Item)] {
    var found: [(DeclarationIdentity, Item)] = []
    var seen: Set<String> = []
    func add(_ identity: DeclarationIdentity, _ item: Item) {
      if seen.insert(RuleSet.key(identity)).inserted { found.append((identity, item)) }
    }
    for item in items {
      guard var identity = DeclarationIdentity(item), identity.category != .data else { continue }
      if case .parameter(let parameter) = item, let from = parameter.effectiveFrom {
        identity.display += " từ \(from.text)"
        identity.key += "|\(from.days)"
      }
      add(identity, item)
      guard case .group(let group) = item else { continue }
      for criterion in group.criteria {
        add(
          DeclarationIdentity(.criterion, criterion.header, kind: group.header.kind),
          .criterion(criterion))
      }
    }
    return found
  }

  fileprivate static func key(_ identity: DeclarationIdentity) -> String {
    [identity.category.rawValue, identity.key, identity.kind ?? ""].joined(separator: "|")
  }

  /// Conditions without a name: `yêu cầu`, `cảnh báo`, and the holidays.
  fileprivate func nameless() -> [(rule: String, text: String)] {
    var found: [(String, String)] = []
    for item in items {
      switch item {
      case .requirement(let declaration):
        let head = declaration.isWarning ? Head.warning.rawValue : Head.requirement.rawValue
        let kind = declaration.kind.map { " của \($0.text)" } ?? ""
        found.append((head + kind, RuleFacts.words(declaration.condition.span, sources)))
      case .holidays(let declaration):
        for day in declaration.days {
          found.append((Head.holidays.rawValue, RuleFacts.words(day.span, sources)))
        }
      default: break
      }
    }
    return found
  }
}

/// What differs between old and new rules.
public func differences(from old: RuleSet, to new: RuleSet) -> [RuleDifference] {
  var result: [RuleDifference] = []
  let before = old.declarations()
  let after = new.declarations()
  let newByKey = Dictionary(
    after.map { (RuleSet.key($0.identity), $0.item) }, uniquingKeysWith: { first, _ in first })
  let oldKeys = Set(before.map { RuleSet.key($0.identity) })
  for (identity, item) in before {
    if let other = newByKey[RuleSet.key(identity)] {
      result += differences(identity.display, item, old.sources, other, new.sources)
    } else {
      result.append(
        RuleDifference(
          change: .removed, rule: identity.display, part: nil, old: summary(item, old.sources),
          new: nil))
    }
  }
  for (identity, item) in after where !oldKeys.contains(RuleSet.key(identity)) {
    result.append(
      RuleDifference(
        change: .added, rule: identity.display, part: nil, old: nil,
        new: summary(item, new.sources)))
  }
  let oldConditions = old.nameless()
  let newConditions = new.nameless()
  func has(_ list: [(rule: String, text: String)], _ entry: (rule: String, text: String)) -> Bool {
    list.contains {
      $0.rule == entry.rule
        && VietnameseText.lookupKey($0.text) == VietnameseText.lookupKey(entry.text)
    }
  }
  for entry in oldConditions where !has(newConditions, entry) {
    result.append(
      RuleDifference(change: .removed, rule: entry.rule, part: nil, old: entry.text, new: nil))
  }
  for entry in newConditions where !has(oldConditions, entry) {
    result.append(
      RuleDifference(change: .added, rule: entry.rule, part: nil, old: nil, new: entry.text))
  }
  return result
}

/// The title and maximum of a rule, the value of a parameter: enough to recognise it.
private func summary(_ item: Item, _ sources: SourceMap) -> String? {
  let pieces = RuleFacts(item, sources).pieces
  let shown = ["tên", "mức tối đa", "giá trị", "công thức"].compactMap { name in
    pieces.first { $0.name == name }.map { piece in
      switch name {
      case "tên": "\"\(piece.text)\""
      case "mức tối đa": "tối đa \(piece.text)"
      default: piece.text
      }
    }
  }
  return shown.isEmpty ? nil : shown.joined(separator: ", ")
}

private func differences(
  _ rule: String, _ old: Item, _ oldSources: SourceMap, _ new: Item, _ newSources: SourceMap
) -> [RuleDifference] {
  let before = RuleFacts(old, oldSources)
  let after = RuleFacts(new, newSources)
  var result: [RuleDifference] = []
  func add(_ part: String, _ old: String?, _ new: String?) {
    if let old, let new, VietnameseText.lookupKey(old) == VietnameseText.lookupKey(new) { return }
    let change: RuleDifference.Change = old == nil ? .added : new == nil ? .removed : .changed
    result.append(RuleDifference(change: change, rule: rule, part: part, old: old, new: new))
  }
  for piece in before.pieces {
    add(piece.name, piece.text, after.pieces.first { $0.name == piece.name }?.text)
  }
  for piece in after.pieces where !before.pieces.contains(where: { $0.name == piece.name }) {
    add(piece.name, nil, piece.text)
  }
  // A line that stands in both word for word is no difference, wherever it stands.
  func words(_ line: RuleLine, _ sources: SourceMap) -> String {
    let text = RuleFacts.words(line.span, sources)
    // A basis of the header begins with its label, a line of its own with `căn cứ`.
    let head = LineHead.basis.rawValue + " "
    if LineRole(line.content) == .basis, text.hasPrefix(head) {
      return String(text.dropFirst(head.count))
    }
    return (line.item.map { "mục \($0): " } ?? "") + text
  }
  var oldLines = before.lines
  var newLines = after.lines
  for line in before.lines {
    let text = VietnameseText.lookupKey(words(line, oldSources))
    guard
      let place = newLines.firstIndex(where: {
        VietnameseText.lookupKey(words($0, newSources)) == text
      }), let own = oldLines.firstIndex(where: { $0.span == line.span })
    else { continue }
    newLines.remove(at: place)
    oldLines.remove(at: own)
  }
  let match = LineMatch(
    old: oldLines, new: newLines,
    oldText: { VietnameseText.lookupKey(RuleFacts.words($0.span, oldSources)) },
    newText: { VietnameseText.lookupKey(RuleFacts.words($0.span, newSources)) })
  let matched = Set(match.place.compactMap { $0 })
  func part(_ line: RuleLine) -> String {
    LineRole(line.content) == .basis ? LineHead.basis.rawValue : "dòng"
  }
  for (index, line) in oldLines.enumerated() {
    if let other = match.place.firstIndex(of: index) {
      add(part(line), words(line, oldSources), words(newLines[other], newSources))
    } else if !matched.contains(index) {
      add(part(line), words(line, oldSources), nil)
    }
  }
  for (index, line) in newLines.enumerated() where match.place[index] == nil {
    add(part(line), nil, words(line, newSources))
  }
  return result
}
