// What `sửa đổi` and `bổ sung` change inside one declaration.
//
// In: the declaration as it stands, and the partial one of the amendment. Out: the changed declaration,
// or nil after findings. `sửa đổi`: what the partial declaration says replaces what is there for the same
// purpose (header clauses; the line each line means, see LineMatch.swift; an attribute or field of the same
// name), all else stays. `bổ sung`: everything it says is added. A line of the block that says `bổ sung` or
// `bãi bỏ` itself goes its own way. Used by the merge.

import ThiDuaSyntax
import ThiDuaText

struct PartialChange {
  let amendment: Amendment
  let display: String
  let sources: SourceMap
  var diagnostics = Diagnostics()
  /// Set by everything that changes something.
  private var hasChanged = false

  init(_ amendment: Amendment, _ display: String, _ sources: SourceMap) {
    self.amendment = amendment
    self.display = display
    self.sources = sources
  }

  /// The declaration after the change.
  mutating func changed(_ old: Item, by partial: Item) -> Item? {
    let result = apply(old, partial)
    if !hasChanged, !diagnostics.hasErrors {
      diagnostics.add(
        AmendmentMessages.nothingChanged(
          display, word: amendment.change.rawValue, span: amendment.span))
    }
    if diagnostics.hasErrors { return nil }
    if !amendment.basis.isEmpty { return result.map { withBasis($0, amendment.basis) } }
    return result
  }

  private mutating func apply(_ old: Item, _ partial: Item) -> Item? {
    switch (old, partial) {
    case (.criterion(let old), .criterion(let new)): return .criterion(criterion(old, new))
    case (.group(let old), .group(let new)): return .group(group(old, new))
    case (.adjustment(let old), .adjustment(let new)): return .adjustment(adjustment(old, new))
    case (.column(let old), .column(let new)): return .column(column(old, new))
    case (.scoringMethod(let old), .scoringMethod(let new)): return .scoringMethod(method(old, new))
    case (.judgingMethod(var old), .judgingMethod(let new)):
      checkParameters(old.parameters, new.parameters, new.span)
      old.award = award(old.award, new.award)
      return .judgingMethod(old)
    case (.classification(let old), .classification(let new)):
      return .classification(classification(old, new))
    case (.ranking(let old), .ranking(let new)): return .ranking(ranking(old, new))
    case (.award(let old), .award(let new)): return .award(award(old, new))
    case (.campaign(var old), .campaign(let new)):
      retitle(&old.header, new.header)
      attributes(&old.attributes, new.attributes)
      return .campaign(old)
    case (.cluster(var old), .cluster(let new)):
      retitle(&old.header, new.header)
      if !new.basis.isEmpty { note { old.basis = new.basis } }
      attributes(&old.attributes, new.attributes)
      return .cluster(old)
    case (.council(var old), .council(let new)):
      retitle(&old.header, new.header)
      attributes(&old.attributes, new.attributes)
      return .council(old)
    case (.subjectKind(let old), .subjectKind(let new)): return .subjectKind(fields(old, new))
    case (.parameter, .parameter), (.document, .document), (.scale, .scale),
      (.scoreColumns, .scoreColumns):
      if amendment.change == .supplement {
        diagnostics.add(AmendmentMessages.cannotSupplement(display, span: amendment.span))
        return nil
      }
      hasChanged = true
      return partial
    default:
      diagnostics.add(AmendmentMessages.cannotSupplement(display, span: amendment.span))
      return nil
    }
  }

  private mutating func note(_ change: () -> Void) {
    hasChanged = true
    change()
  }

  /// What a part of the block does: as its line says, or as the amendment does.
  private func change(at span: Span) -> Amendment.Change {
    amendment.lineWords.first {
      $0.span.file == span.file && $0.span.start <= span.start && span.end <= $0.span.end
    }?.change ?? amendment.change
  }

  private func words(at span: Span) -> String {
    (sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func key(_ expression: Expression) -> String {
    VietnameseText.lookupKey(words(at: expression.span))
  }

  // MARK: Headers

  private mutating func retitle(_ old: inout Header, _ new: Header) {
    if let title = new.title, title != old.title {
      old.title = title
      hasChanged = true
    }
  }

  private mutating func regroup(_ old: inout Header, _ new: Header) {
    if let group = new.group {
      old.group = group
      hasChanged = true
    }
  }

  private mutating func suffixes(_ old: inout Suffixes, _ new: Suffixes) {
    guard !new.isEmpty else { return }
    hasChanged = true
    if let rounding = new.rounding { old.rounding = rounding }
    if let most = new.atMost { old.atMost = most }
    if let least = new.atLeast { old.atLeast = least }
    if let unless = new.unless { old.unless = unless }
    if new.takesPrecedence { old.takesPrecedence = true }
  }

  /// `sửa đổi tiêu chí 4.1, tối đa 12 điểm, căn cứ QĐ12`: the header's basis joins those of the rule.
  private mutating func maximum(_ old: inout Expression?, _ new: Expression?) {
    guard let new else { return }
    old = new
    hasChanged = true
  }

  private func basisLines(_ suffixes: Suffixes) -> [RuleLine] {
    suffixes.basis.map { RuleLine(.basis($0), suffixes: Suffixes(), item: nil, span: $0.span) }
  }

  // MARK: Lines

  private mutating func lines(_ old: inout [RuleLine], _ new: [RuleLine]) {
    guard !new.isEmpty else { return }
    hasChanged = true
    let meant = new.filter {
      change(at: $0.span) != .supplement && LineRole($0.content) != .basis
    }
    let match = LineMatch(old: old, new: meant) { key($0) }
    var gone: Set<Int> = []
    for (index, line) in meant.enumerated() {
      guard let place = match.place[index] else {
        let alike = match.alike(index).map { words(at: old[$0].span) }
        diagnostics.add(
          AmendmentMessages.noSuchLine(
            words(at: line.span), rule: display, existing: alike,
            mayAdd: change(at: line.span) != .repeal, span: line.span))
        continue
      }
      if change(at: line.span) == .repeal { gone.insert(place) } else { old[place] = line }
    }
    old = old.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
    bases(&old, new.filter { LineRole($0.content) == .basis })
    old += new.filter {
      change(at: $0.span) == .supplement && LineRole($0.content) != .basis
    }
  }

  /// A `căn cứ` line of `sửa đổi` takes the place of all that were there.
  private mutating func bases(_ old: inout [RuleLine], _ new: [RuleLine]) {
    guard let first = new.first else { return }
    switch change(at: first.span) {
    case .repeal:
      let labels = Set(new.map { words(at: $0.span) })
      old.removeAll {
        LineRole($0.content) == .basis && labels.contains(words(at: $0.span))
      }
    case .supplement: old += new
    default:
      old.removeAll { LineRole($0.content) == .basis }
      old += new
    }
  }

  // MARK: Scores

  private mutating func criterion(
    _ old: CriterionDeclaration, _ new: CriterionDeclaration
  ) -> CriterionDeclaration {
    var result = old
    retitle(&result.header, new.header)
    maximum(&result.maximum, new.maximum)
    suffixes(&result.suffixes, new.suffixes)
    lines(&result.lines, new.lines)
    result.lines += basisLines(new.suffixes)
    return result
  }

  private mutating func group(_ old: GroupDeclaration, _ new: GroupDeclaration) -> GroupDeclaration
  {
    var result = old
    retitle(&result.header, new.header)
    maximum(&result.maximum, new.maximum)
    suffixes(&result.suffixes, new.suffixes)
    if let treatment = new.treatment { note { result.treatment = treatment } }
    lines(&result.lines, new.lines)
    result.lines += basisLines(new.suffixes)
    for member in new.criteria {
      let place = result.criteria.firstIndex { $0.header.name == member.header.name }
      if amendment.change == .supplement {
        if let place {
          diagnostics.add(
            AmendmentMessages.alreadyThere(
              member.header.name.text, in: display, span: member.header.span,
              first: result.criteria[place].header.span))
        } else {
          note { result.criteria.append(member) }
        }
      } else if let place {
        hasChanged = true
        result.criteria[place] = criterion(result.criteria[place], member)
      } else {
        diagnostics.add(
          AmendmentMessages.nothingToAmend(
            member.header.name.text, word: amendment.change.rawValue,
            suggestions: Spelling.closest(
              to: member.header.name.text, in: result.criteria.map(\.header.name.text), limit: 3),
            known: result.criteria.map(\.header.name.text), removed: nil,
            span: member.header.span))
      }
    }
    return result
  }

  private mutating func adjustment(
    _ old: AdjustmentDeclaration, _ new: AdjustmentDeclaration
  ) -> AdjustmentDeclaration {
    var result = old
    if let title = new.header.title, VietnameseText.lookupKey(title) != old.header.name.key {
      retitle(&result.header, new.header)
    }
    maximum(&result.maximum, new.maximum)
    suffixes(&result.suffixes, new.suffixes)
    lines(&result.lines, new.lines)
    result.lines += basisLines(new.suffixes)
    return result
  }

  private mutating func column(
    _ old: ColumnDeclaration, _ new: ColumnDeclaration
  ) -> ColumnDeclaration {
    var result = old
    if let value = new.value {
      hasChanged = true
      result.value = value
      // A formula in place of tiers: they go, the exceptions stay.
      result.lines.removeAll {
        switch LineRole($0.content) {
        case .start, .tier, .rest: true
        default: false
        }
      }
      result.suffixes = Suffixes()
    }
    suffixes(&result.suffixes, new.suffixes)
    lines(&result.lines, new.lines)
    result.lines += basisLines(new.suffixes)
    return result
  }

  private mutating func checkParameters(_ old: [Name], _ new: [Name], _ span: Span) {
    if !new.isEmpty, new != old {
      diagnostics.add(AmendmentMessages.parametersChange(display, span: span))
    }
  }

  private mutating func method(
    _ old: ScoringMethodDeclaration, _ new: ScoringMethodDeclaration
  ) -> ScoringMethodDeclaration {
    var result = old
    checkParameters(old.parameters, new.parameters, new.span)
    lines(&result.lines, new.lines)
    return result
  }

  // MARK: Levels and ranks

  private mutating func classification(
    _ old: ClassificationDeclaration, _ new: ClassificationDeclaration
  ) -> ClassificationDeclaration {
    var result = old
    if new.topDown, !old.topDown { note { result.topDown = true } }
    for level in new.levels {
      let wanted = VietnameseText.lookupKey(level.title)
      let place = result.levels.firstIndex { VietnameseText.lookupKey($0.title) == wanted }
      switch change(at: level.span) {
      case .repeal where place != nil: note { result.levels.remove(at: place!) }
      case .amend where place != nil:
        hasChanged = true
        result.levels[place!] = level
      case .supplement:
        diagnostics.add(AmendmentMessages.levelsNeedReplacing(display, span: level.span))
      default:
        diagnostics.add(
          AmendmentMessages.noSuchLine(
            "\"\(level.title)\"", rule: display, existing: old.levels.map { "\"\($0.title)\"" },
            mayAdd: false, span: level.titleSpan))
      }
    }
    for limit in new.limits {
      let wanted = VietnameseText.lookupKey(limit.level.text)
      let place = result.limits.firstIndex { VietnameseText.lookupKey($0.level.text) == wanted }
      switch change(at: limit.span) {
      case .repeal where place != nil: note { result.limits.remove(at: place!) }
      case .amend where place != nil:
        hasChanged = true
        result.limits[place!] = limit
      case .supplement where place == nil: note { result.limits.append(limit) }
      default:
        diagnostics.add(
          AmendmentMessages.noSuchLine(
            words(at: limit.span), rule: display,
            existing: old.limits.map { words(at: $0.span) }, mayAdd: place == nil,
            span: limit.span))
      }
    }
    lines(&result.lines, new.lines)
    return result
  }

  private mutating func ranking(
    _ old: RankingDeclaration, _ new: RankingDeclaration
  ) -> RankingDeclaration {
    var result = old
    regroup(&result.header, new.header)
    if let first = new.keys.first {
      hasChanged = true
      if change(at: first.value.span) == .supplement {
        result.keys += new.keys
      } else {
        result.keys = new.keys
      }
    }
    if let ties = new.ties { note { result.ties = ties } }
    lines(&result.lines, new.lines)
    return result
  }

  // MARK: Awards

  private mutating func award(_ old: AwardDeclaration, _ new: AwardDeclaration) -> AwardDeclaration
  {
    var result = old
    quotas(&result, new)
    if let first = new.order.first {
      hasChanged = true
      switch change(at: first.value.span) {
      case .repeal: result.order = []
      case .supplement: result.order += new.order
      default: result.order = new.order
      }
    }
    if let first = new.exclusiveWith.first {
      hasChanged = true
      switch change(at: first.span) {
      case .repeal: result.exclusiveWith.removeAll { new.exclusiveWith.contains($0) }
      case .supplement: result.exclusiveWith += new.exclusiveWith
      default: result.exclusiveWith = new.exclusiveWith
      }
    }
    if let share = new.minimumShare {
      hasChanged = true
      result.minimumShare = change(at: share.condition.span) == .repeal ? nil : share
    }
    if let prize = new.prize {
      hasChanged = true
      result.prize = change(at: prize.span) == .repeal ? nil : prize
    }
    if let first = new.usedOnce.first {
      hasChanged = true
      switch change(at: first.span) {
      case .repeal: result.usedOnce.removeAll { new.usedOnce.contains($0) }
      case .supplement: result.usedOnce += new.usedOnce
      default: result.usedOnce = new.usedOnce
      }
    }
    if new.saysCouncilDecidesTies { note { result.saysCouncilDecidesTies = true } }
    lines(&result.lines, new.lines)
    return result
  }

  /// All quotas are one rule: new ones take the place of all that were there, exceptions included.
  private mutating func quotas(_ result: inout AwardDeclaration, _ new: AwardDeclaration) {
    guard let first = new.quotas.first else { return }
    hasChanged = true
    switch change(at: first.span) {
    case .supplement:
      let offset = result.quotas.count
      result.quotas += new.quotas
      result.quotaExceptions += new.quotaExceptions.map {
        ($0.quota + offset, $0.condition, $0.amount)
      }
    case .repeal:
      result.quotas = []
      result.quotaExceptions = []
    default:
      result.quotas = new.quotas
      result.quotaExceptions = new.quotaExceptions
    }
  }

  // MARK: Attributes and fields

  private mutating func attributes(_ old: inout [Attribute], _ new: [Attribute]) {
    for attribute in new {
      for name in attribute.names {
        let place = old.firstIndex { $0.names.contains(name) }
        var own = attribute
        own.names = [name]
        if amendment.change == .supplement {
          guard let place else {
            hasChanged = true
            old.append(own)
            continue
          }
          diagnostics.add(
            AmendmentMessages.alreadyThere(
              name.text, in: display, span: attribute.span, first: old[place].span))
          continue
        }
        hasChanged = true
        guard let place else {
          diagnostics.add(
            AmendmentMessages.noSuchLine(
              name.text + ": …", rule: display, existing: old.flatMap { $0.names.map(\.text) },
              mayAdd: true, span: attribute.span))
          continue
        }
        if old[place].names.count == 1 {
          old[place] = own
        } else {
          old[place].names.removeAll { $0 == name }
          old.insert(own, at: place + 1)
        }
      }
    }
  }

  private mutating func fields(
    _ old: SubjectKindDeclaration, _ new: SubjectKindDeclaration
  ) -> SubjectKindDeclaration {
    var result = old
    for field in new.fields {
      let place = result.fields.firstIndex { $0.name == field.name }
      if amendment.change == .supplement {
        if let place {
          diagnostics.add(
            AmendmentMessages.alreadyThere(
              field.name.text, in: display, span: field.name.span,
              first: result.fields[place].name.span))
        } else {
          note { result.fields.append(field) }
        }
      } else if let place {
        hasChanged = true
        result.fields[place] = field
      } else {
        diagnostics.add(
          AmendmentMessages.noSuchLine(
            field.name.text + ": …", rule: display, existing: old.fields.map(\.name.text),
            mayAdd: true, span: field.name.span))
      }
    }
    if !new.compoundKey.isEmpty { note { result.compoundKey = new.compoundKey } }
    return result
  }
}
