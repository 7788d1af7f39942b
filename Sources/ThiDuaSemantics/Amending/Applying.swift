// One amendment applied to the declarations collected so far.
//
// In: the entries of a merge and an amendment. Out: the entries changed in place, or a finding and no
// change. `thay thế` puts a whole declaration in place of another; `sửa đổi` and `bổ sung` change parts of
// it (see Parts.swift); with a date the old rule stays and the changed copy becomes a later version of it.

import ThiDuaSyntax
import ThiDuaText

extension Merger {
  /// Where a declaration stands: an entry, or a criterion inside the group of an entry.
  struct Place {
    var entry: Int
    var criterion: Int?
  }

  mutating func apply(_ amendment: Amendment) {
    switch amendment.change {
    case .repeal: for target in amendment.targets { remove(target, amendment) }
    case .replace: for item in amendment.declaration { replace(by: item, amendment) }
    case .amend, .supplement: for item in amendment.declaration { change(by: item, amendment) }
    }
  }

  // MARK: Finding

  /// The one declaration that is meant; reports when there is none, or more than one.
  private mutating func find(
    _ wanted: DeclarationIdentity, word: Amendment.Change
  ) -> Place? {
    let found = places(wanted.category, wanted.key, kind: wanted.kind)
    if found.count > 1, wanted.kind == nil {
      let kinds = found.compactMap { kind(at: $0)?.text }
      if Set(kinds).count > 1 {
        diagnostics.add(
          AmendmentMessages.whichKind(wanted.display, kinds: kinds, span: wanted.span))
        return nil
      }
    }
    // Declared twice: the checker reports that; the last one is what holds.
    if let last = found.last { return last }
    let names = known(wanted)
    let near = Spelling.closest(to: wanted.name, in: names.map(\.name), limit: 3)
    diagnostics.add(
      AmendmentMessages.nothingToAmend(
        wanted.display, word: word.rawValue,
        suggestions: near.compactMap { name in names.first { $0.name == name }?.display },
        known: names.map(\.display), removed: removed[wanted.key], span: wanted.span))
    return nil
  }

  /// Notes what an amendment changes: twice in one layer is an error, except from different days.
  private mutating func touch(_ place: Place, _ amendment: Amendment, _ span: Span) -> Bool {
    guard let item = current(at: place), let identity = DeclarationIdentity(item) else {
      return true
    }
    let kind = identity.kind ?? kind(at: place)?.key ?? ""
    let day = amendment.dating?.from.text ?? ""
    // What is added and what is changed go together.
    let word = amendment.change == .supplement ? amendment.change.rawValue : ""
    let key = [word, identity.category.rawValue, identity.key, kind, day].joined(separator: "|")
    if let first = touched[key] {
      diagnostics.add(AmendmentMessages.amendedTwice(span: span, first: first))
      return false
    }
    touched[key] = span
    return true
  }

  func places(_ category: DeclarationCategory, _ key: String, kind: String?) -> [Place] {
    var found: [Place] = []
    func fits(_ identity: DeclarationIdentity) -> Bool {
      guard identity.category == category,
        identity.kind == nil || kind == nil || identity.kind == kind
      else { return false }
      return identity.key == key || answersToHead(identity, key)
    }
    for (index, entry) in entries.enumerated() {
      if let identity = DeclarationIdentity(entry.item), fits(identity) {
        found.append(Place(entry: index))
      }
      guard category == .criterion, case .group(let group) = entry.item else { continue }
      for (inner, criterion) in group.criteria.enumerated()
      where fits(DeclarationIdentity(.criterion, criterion.header, kind: group.header.kind)) {
        found.append(Place(entry: index, criterion: inner))
      }
    }
    return found
  }

  /// `điểm thưởng "Điểm cộng"` also answers to its head; `phong trào` needs no name.
  private func answersToHead(_ identity: DeclarationIdentity, _ key: String) -> Bool {
    switch identity.category {
    case .bonus, .penalty: key == VietnameseText.lookupKey(identity.category.rawValue)
    case .campaign, .scoreColumns: true
    default: false
    }
  }

  /// What else could have been meant; for `NAME của KIND` also fields and rules with a head.
  private func known(_ wanted: DeclarationIdentity) -> [(name: String, display: String)] {
    var names: [(String, String)] = []
    func add(_ identity: DeclarationIdentity) {
      guard identity.kind == nil || wanted.kind == nil || identity.kind == wanted.kind else {
        return
      }
      let isNamed = wanted.category == .column && identity.kind != nil
      guard identity.category == wanted.category || isNamed else { return }
      names.append((identity.name, identity.display))
    }
    for entry in entries {
      if let identity = DeclarationIdentity(entry.item) { add(identity) }
      if case .group(let group) = entry.item {
        for criterion in group.criteria {
          add(DeclarationIdentity(.criterion, criterion.header, kind: group.header.kind))
        }
      }
      if wanted.category == .column, case .subjectKind(let declaration) = entry.item,
        declaration.header.name.key == wanted.kind
      {
        let kind = declaration.header.name.text
        names += declaration.fields.map { ($0.name.text, "\($0.name.text) của \(kind)") }
      }
    }
    return names
  }

  private func kind(at place: Place) -> Name? {
    switch entries[place.entry].item {
    case .group(let declaration): declaration.header.kind
    case .criterion(let declaration): declaration.header.kind
    case .adjustment(let declaration): declaration.header.kind
    case .column(let declaration): declaration.header.kind
    case .classification(let declaration): declaration.header.kind
    case .ranking(let declaration): declaration.header.kind
    case .award(let declaration): declaration.header.kind
    default: nil
    }
  }

  // MARK: bãi bỏ

  private mutating func remove(_ target: AmendmentTarget, _ amendment: Amendment) {
    if let requirement = target.requirement {
      removeRequirement(requirement, target)
      return
    }
    guard let head = target.head, let category = DeclarationCategory(head: head) else {
      removeNamed(target, amendment)
      return
    }
    guard
      let place = find(
        DeclarationIdentity(category, target, display: words(at: target.span)), word: .repeal)
    else { return }
    _ = touch(place, amendment, target.span)
    if category == .group, case .group(let group) = entries[place.entry].item {
      for criterion in group.criteria { removed[criterion.header.name.key] = target.span }
    }
    removed[target.name.key] = target.span
    if let criterion = place.criterion, case .group(var group) = entries[place.entry].item {
      group.criteria.remove(at: criterion)
      entries[place.entry].item = .group(group)
    } else {
      entries.remove(at: place.entry)
    }
  }

  /// `NAME của KIND`: a computed column, a rule by its name alone, a field, or a line of `phong trào`.
  private mutating func removeNamed(_ target: AmendmentTarget, _ amendment: Amendment) {
    let key = target.name.key
    let kind = target.kind?.key
    for category in [
      DeclarationCategory.column, .classification, .ranking, .award, .bonus, .penalty,
    ] {
      if let place = places(category, key, kind: kind).first {
        entries.remove(at: place.entry)
        removed[key] = target.span
        return
      }
    }
    for index in entries.indices {
      switch entries[index].item {
      case .subjectKind(var declaration) where declaration.header.name.key == kind:
        guard let field = declaration.fields.firstIndex(where: { $0.name.key == key }) else {
          break
        }
        declaration.fields.remove(at: field)
        entries[index].item = .subjectKind(declaration)
        removed[key] = target.span
        return
      case .campaign(var declaration)
      where kind == VietnameseText.lookupKey(DeclarationCategory.campaign.rawValue):
        guard
          let line = declaration.attributes.firstIndex(where: { $0.names.contains(target.name) })
        else { break }
        declaration.attributes[line].names.removeAll { $0 == target.name }
        if declaration.attributes[line].names.isEmpty { declaration.attributes.remove(at: line) }
        entries[index].item = .campaign(declaration)
        return
      default: break
      }
    }
    _ = find(
      DeclarationIdentity(.column, target, display: words(at: target.span)), word: .repeal)
  }

  private mutating func removeRequirement(
    _ requirement: RequirementDeclaration, _ target: AmendmentTarget
  ) {
    let wanted = key(requirement.condition)
    var conditions: [String] = []
    for index in entries.indices {
      guard case .requirement(let other) = entries[index].item,
        other.isWarning == requirement.isWarning, other.kind == requirement.kind
      else { continue }
      if key(other.condition) == wanted {
        entries.remove(at: index)
        return
      }
      conditions.append(words(at: other.condition.span))
    }
    diagnostics.add(
      AmendmentMessages.noSuchLine(
        words(at: target.span), rule: target.name.text, existing: conditions, mayAdd: false,
        span: target.span))
  }

  // MARK: thay thế

  private mutating func replace(by item: Item, _ amendment: Amendment) {
    guard let identity = DeclarationIdentity(item), let place = find(identity, word: .replace),
      touch(place, amendment, amendment.span)
    else { return }
    var whole = withBasis(item, amendment.basis)
    if let dating = amendment.dating {
      addVersion(whole, at: place, dating, amendment)
      return
    }
    if let criterion = place.criterion {
      guard case .group(var group) = entries[place.entry].item, case .criterion(let new) = whole
      else { return }
      group.criteria[criterion] = new
      entries[place.entry].item = .group(group)
      return
    }
    inheritKind(&whole, from: entries[place.entry].item)
    entries[place.entry].item = whole
    // Further dated values of the same parameter go with it.
    if identity.category == .parameter {
      let first = place.entry
      entries = entries.enumerated().filter { index, entry in
        index == first || DeclarationIdentity(entry.item) != identity
      }.map(\.element)
    }
  }

  /// `thay thế tiêu chí 4.1` need not say of whom when there is only one.
  private func inheritKind(_ item: inout Item, from old: Item) {
    func kept(_ header: Header, _ old: Header) -> Header {
      var header = header
      if header.kind == nil { header.kind = old.kind }
      return header
    }
    switch (item, old) {
    case (.group(var new), .group(let old)):
      new.header = kept(new.header, old.header)
      item = .group(new)
    case (.criterion(var new), .criterion(let old)):
      new.header = kept(new.header, old.header)
      item = .criterion(new)
    case (.adjustment(var new), .adjustment(let old)):
      new.header = kept(new.header, old.header)
      item = .adjustment(new)
    case (.classification(var new), .classification(let old)):
      new.header = kept(new.header, old.header)
      item = .classification(new)
    case (.ranking(var new), .ranking(let old)):
      new.header = kept(new.header, old.header)
      item = .ranking(new)
    case (.decisionTable(var new), .decisionTable(let old)):
      new.header = kept(new.header, old.header)
      item = .decisionTable(new)
    case (.award(var new), .award(let old)):
      new.header = kept(new.header, old.header)
      item = .award(new)
    default: break
    }
  }

  // MARK: sửa đổi, bổ sung

  private mutating func change(by partial: Item, _ amendment: Amendment) {
    guard let identity = DeclarationIdentity(partial) else { return }
    if case .column(let column) = partial,
      places(.column, identity.key, kind: identity.kind).isEmpty,
      let other = namedRule(column, amendment)
    {
      change(by: other, amendment)
      return
    }
    guard let place = find(identity, word: amendment.change), touchParts(partial, place, amendment)
    else { return }
    var parts = PartialChange(amendment, identity.display, sources)
    if let dating = amendment.dating {
      guard let old = current(at: place), let changed = parts.changed(newest(old), by: partial)
      else {
        diagnostics.add(contentsOf: parts.diagnostics)
        return
      }
      diagnostics.add(contentsOf: parts.diagnostics)
      addVersion(changed, at: place, dating, amendment)
      return
    }
    guard let old = current(at: place) else { return }
    // A rule of transition ends when a later year changes what it was about.
    let base = entries[place.entry].layer < layer ? newest(old) : old
    let changed = parts.changed(base, by: partial)
    diagnostics.add(contentsOf: parts.diagnostics)
    if let changed { put(changed, at: place) }
  }

  /// A group whose criteria alone are changed is not changed itself.
  private mutating func touchParts(
    _ partial: Item, _ place: Place, _ amendment: Amendment
  ) -> Bool {
    guard case .group(let new) = partial, case .group(let old) = entries[place.entry].item,
      amendment.change == .amend
    else { return touch(place, amendment, amendment.span) }
    for criterion in new.criteria {
      guard let inner = old.criteria.firstIndex(where: { $0.header.name == criterion.header.name })
      else { continue }
      let member = Place(entry: place.entry, criterion: inner)
      guard touch(member, amendment, criterion.header.span) else { return false }
    }
    if new.maximum == nil, new.lines.isEmpty, !new.criteria.isEmpty { return true }
    return touch(place, amendment, amendment.span)
  }

  /// `sửa đổi mức hoàn thành của cá nhân` may name a rule without its head, when only lines are given
  /// that such a rule has.
  private func namedRule(_ column: ColumnDeclaration, _ amendment: Amendment) -> Item? {
    guard column.value == nil else { return nil }
    let (key, kind) = (column.header.name.key, column.header.kind?.key)
    if places(.award, key, kind: kind).count == 1 {
      return .award(
        AwardDeclaration(
          isTitle: true, header: column.header, lines: column.lines, quotas: [],
          quotaExceptions: [], order: [], exclusiveWith: [], minimumShare: nil, prize: nil,
          saysCouncilDecidesTies: false))
    }
    if places(.classification, key, kind: kind).count == 1 {
      return .classification(
        ClassificationDeclaration(
          header: column.header, topDown: false, levels: [], lines: column.lines, limits: []))
    }
    return nil
  }

  private func current(at place: Place) -> Item? {
    let item = entries[place.entry].item
    guard let criterion = place.criterion else { return item }
    guard case .group(let group) = item else { return nil }
    return .criterion(group.criteria[criterion])
  }

  private mutating func put(_ item: Item, at place: Place) {
    guard let criterion = place.criterion else {
      entries[place.entry].item = item
      return
    }
    guard case .group(var group) = entries[place.entry].item, case .criterion(let new) = item
    else { return }
    group.criteria[criterion] = new
    entries[place.entry].item = .group(group)
  }

  // MARK: Versions

  /// The rule as it stands in the end, without the versions before.
  private func newest(_ item: Item) -> Item {
    switch item {
    case .criterion(let declaration):
      .criterion(declaration.later.last?.declaration ?? declaration)
    case .adjustment(let declaration):
      .adjustment(declaration.later.last?.declaration ?? declaration)
    case .column(let declaration): .column(declaration.later.last?.declaration ?? declaration)
    case .classification(let declaration):
      .classification(declaration.later.last?.declaration ?? declaration)
    case .award(let declaration): .award(declaration.later.last?.declaration ?? declaration)
    case .decisionTable(let declaration):
      .decisionTable(declaration.later.last?.declaration ?? declaration)
    default: item
    }
  }

  private mutating func addVersion(
    _ new: Item, at place: Place, _ dating: Dating, _ amendment: Amendment
  ) {
    guard let old = current(at: place) else { return }
    switch (old, new) {
    case (.criterion(var old), .criterion(let new)):
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.criterion(old), at: place)
    case (.adjustment(var old), .adjustment(let new)):
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.adjustment(old), at: place)
    case (.column(var old), .column(let new)):
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.column(old), at: place)
    case (.classification(var old), .classification(let new)):
      if old.levels.map(\.title) != new.levels.map(\.title) {
        diagnostics.add(AmendmentMessages.datedLevels(span: amendment.span))
        return
      }
      if !sameLimits(old, new) {
        diagnostics.add(AmendmentMessages.datedQuota("hạn mức", span: amendment.span))
        return
      }
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.classification(old), at: place)
    case (.award(var old), .award(let new)):
      if !sameQuotas(old, new) {
        diagnostics.add(AmendmentMessages.datedQuota("chỉ tiêu, thứ tự xét", span: amendment.span))
        return
      }
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.award(old), at: place)
    case (.decisionTable(var old), .decisionTable(let new)):
      if Set(old.resultNames.map(\.key)) != Set(new.resultNames.map(\.key)) {
        diagnostics.add(
          AmendmentMessages.datedResults(old.resultNames.map(\.text), span: amendment.span))
        return
      }
      old.later.append(LaterVersion(dating: dating, declaration: new))
      put(.decisionTable(old), at: place)
    default:
      diagnostics.add(
        AmendmentMessages.cannotBeDated(
          DeclarationIdentity(old)?.display ?? "", span: dating.span))
    }
  }

  private func sameLimits(_ a: ClassificationDeclaration, _ b: ClassificationDeclaration) -> Bool {
    a.limits.map { words(at: $0.span) } == b.limits.map { words(at: $0.span) }
  }

  private func sameQuotas(_ a: AwardDeclaration, _ b: AwardDeclaration) -> Bool {
    a.quotas.map { words(at: $0.span) } == b.quotas.map { words(at: $0.span) }
      && a.order.map { words(at: $0.value.span) } == b.order.map { words(at: $0.value.span) }
      && a.minimumShare.map { words(at: $0.condition.span) }
        == b.minimumShare.map { words(at: $0.condition.span) }
  }
}

/// A whole declaration with the basis the amendment names added to its own.
func withBasis(_ item: Item, _ basis: [Basis]) -> Item {
  guard !basis.isEmpty else { return item }
  let lines = basis.map {
    RuleLine(.basis($0), suffixes: Suffixes(), item: nil, span: $0.span)
  }
  switch item {
  case .criterion(var declaration):
    declaration.lines += lines
    return .criterion(declaration)
  case .group(var declaration):
    declaration.lines += lines
    return .group(declaration)
  case .adjustment(var declaration):
    declaration.lines += lines
    return .adjustment(declaration)
  case .column(var declaration):
    declaration.lines += lines
    return .column(declaration)
  case .classification(var declaration):
    declaration.lines += lines
    return .classification(declaration)
  case .ranking(var declaration):
    declaration.lines += lines
    return .ranking(declaration)
  case .award(var declaration):
    declaration.lines += lines
    return .award(declaration)
  case .decisionTable(var declaration):
    declaration.lines += lines
    return .decisionTable(declaration)
  case .parameter(var declaration):
    declaration.basis += basis
    return .parameter(declaration)
  case .cluster(var declaration):
    declaration.basis += basis
    return .cluster(declaration)
  default: return item
  }
}
