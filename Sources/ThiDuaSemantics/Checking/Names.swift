// What a name means at a place: locals, the fields of the element and of the current subject, the
// automatic columns of rules, parameters, kinds as lists, councils. Innermost first.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// Prefixes of automatic columns, as lookup keys with their trailing blank.
enum AutomaticPrefix: String, CaseIterable {
  case scale = "thang điểm"
  case achievement = "tỷ lệ đạt"
  case isScored = "đã chấm"
  case achieved = "đạt"
  case notAchieved = "chưa đạt"
  case awaiting = "chờ"
  case deferred = "chưa xét"
  case reason = "lý do"
  case prize = "tiền thưởng"

  /// The rest of the name when `key` begins with this prefix.
  func rest(of key: String) -> String? {
    let prefix = VietnameseText.lookupKey(rawValue) + " "
    return key.hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : nil
  }
}

extension Checker {
  /// The meaning of a name, or a report and an expression that agrees with everything.
  func resolve(_ name: Name, _ scope: Scope, span: Span) -> Expr {
    if let local = scope.locals[name.key] {
      return Expr(.local(local.slot), scope.kind(of: local), span)
    }
    if let macro = scope.macros[name.key] {
      var inner = scope
      inner.macros = macro.environment
      return check(macro.expression, inner)
    }
    if let item = scope.item, let value = itemValue(name, item, scope, span) { return value }
    for subject in scope.subjects.reversed() {
      if let column = column(of: subject.kind, named: name.key, scope) {
        let row = Expr(.local(subject.slot), .subject(subject.kind), .none)
        return columnValue(subject.kind, column, row: row, name, scope, span)
      }
      if let past = pastName(name, subject, scope, span) { return past }
      if reportsMissingPast(name, subject.kind, span) { return Expr(.blank, .unknown, span) }
    }
    if name.key == VietnameseText.lookupKey("điểm tối đa"), let maximum = scope.maximum {
      var outside = scope
      outside.maximum = nil
      return check(maximum, outside)
    }
    if let value = ballotValue(name, scope, span) { return value }
    if let value = globalValue(name, scope, span) { return value }
    if let kind = kind(named: name.key) {
      return Expr(.subjects(kind), .list(.subject(kind)), span)
    }
    if let value = councilValue(name, scope, span) { return value }
    if let value = clusterValue(name, span) { return value }
    report(unknownName(name, scope, span))
    return Expr(.blank, .unknown, span)
  }

  /// Why a name means nothing here: a field away from its subject, an operation said in words, or
  /// simply a name nobody declared.
  private func unknownName(_ name: Name, _ scope: Scope, _ span: Span) -> Diagnostic {
    let known = knownNames(scope)
    if scope.subjects.isEmpty, let owner = kinds.first(where: { $0.byKey[name.key] != nil }) {
      return CheckMessages.fieldWithoutSubject(name.text, kind: owner.name, span: span)
    }
    if let whole = nameToQuote(around: name, known, span) {
      return CheckMessages.nameNeedsQuotes(name.text, whole: whole, span: span)
    }
    if let before = nameBeforeRounding(name, known) {
      return CheckMessages.roundingWithoutComma(name.text, name: before, span: span)
    }
    for ending in ["quá bán", "quá nửa"] where name.key.hasSuffix(VietnameseText.lookupKey(ending))
    {
      return CheckMessages.majorityInWords(name.text, span: span)
    }
    let near = countsMeant(name, scope, span) ?? Spelling.closest(to: name.text, in: known)
    if near.isEmpty, isInQuotes(span) {
      return CheckMessages.textInSingleQuotes(name.text, span: span)
    }
    if let formula = formulaInWords(name, known) {
      return CheckMessages.operationInWords(name.text, formula: formula, span: span)
    }
    if let advice = awardSentence(name, span) {
      return CheckMessages.unknownName(name.text, advice: advice, span: span)
    }
    if near.isEmpty || isLevel(name), let advice = adviceByWords(name, scope) {
      return CheckMessages.unknownName(name.text, advice: advice, span: span)
    }
    if near.isEmpty, let advice = subjectMeant(name, scope, span) {
      return CheckMessages.unknownName(name.text, advice: advice, span: span)
    }
    return CheckMessages.unknownName(name.text, span: span, suggestions: near)
  }

  /// The known name in `tổng điểm làm tròn 2 chữ số`.
  private func nameBeforeRounding(_ name: Name, _ known: [String]) -> String? {
    let rounding = " " + VietnameseText.lookupKey(ClauseHead.round.rawValue) + " "
    guard let place = name.key.firstRange(of: rounding) else { return nil }
    let before = name.key[..<place.lowerBound]
    return known.first { VietnameseText.lookupKey($0) == before }
  }

  private func isInQuotes(_ span: Span) -> Bool {
    let written = words(at: span)
    return written.hasPrefix("'") && written.hasSuffix("'")
  }

  /// A declared name that holds a reserved phrase, stands on this line and was taken apart there.
  private func nameToQuote(around name: Name, _ known: [String], _ span: Span) -> String? {
    guard let source = program.sources[span.file] else { return nil }
    let line = source.lineText(source.lineAndColumn(span.start).line)
    let written = VietnameseText.lookupKey(line)
    return known.first {
      let key = VietnameseText.lookupKey($0)
      return key != name.key && key.contains(name.key) && written.contains(key)
        && Reserved.allCases.contains { key.contains(" \(VietnameseText.lookupKey($0.rawValue)) ") }
    }
  }

  private func isLevel(_ name: Name) -> Bool {
    scales.contains { $0.levels.contains { $0.lookedUp == name.key } }
  }

  /// What to write for a name that only says what kind of value is wanted: `số hộ đạt X`, `tỷ lệ hộ nghèo`,
  /// `danh hiệu`, `xếp loại`.
  private func adviceByWords(_ name: Name, _ scope: Scope) -> String? {
    let subject = scope.subjects.last?.kind
    if let subject {
      let named =
        switch name.key {
        case Head.title.rawValue.lookedUp, Head.award.rawValue.lookedUp, "khen thưởng".lookedUp:
          kinds[subject].awards.values.sorted { $0.column < $1.column }
            .map { ($0.declaration.header.name.text, Head.title.rawValue) }
        case Head.ranking.rawValue.lookedUp, "hạng".lookedUp, "thứ hạng".lookedUp:
          kinds[subject].rankings.map { ($0.name.text, Head.ranking.rawValue) }
        case Head.classification.rawValue.lookedUp, "mức xếp loại".lookedUp:
          kinds[subject].columns.filter { if case .level = $0.kind { !$0.isHidden } else { false } }
            .map { ($0.name, Head.classification.rawValue) }
        default: [(String, String)]()
        }
      if let (first, head) = named.first {
        return CheckMessages.callByName(first, what: head)
      }
    }
    if let level = scales.lazy.flatMap(\.levels).first(where: { $0.lookedUp == name.key }) {
      return CheckMessages.levelInQuotes(level)
    }
    for kind in kinds.indices where historyOwners[kind] == nil {
      let words = kinds[kind].name.split(separator: " ").count
      guard name.key.hasPrefix(kinds[kind].name.lookedUp + " ") else { continue }
      return CheckMessages.subjectInQuotes(
        name.text.split(separator: " ").dropFirst(words).joined(separator: " "),
        kind: kinds[kind].name)
    }
    for (word, call) in [("số", "đếm"), ("tỷ lệ", "tỷ lệ")]
    where name.key.hasPrefix(word.lookedUp + " ") {
      let rest = name.key.dropFirst(word.lookedUp.count + 1)
      for kind in kinds.indices where historyOwners[kind] == nil {
        let counted = kinds[kind].name
        guard rest == counted.lookedUp || rest.hasPrefix(counted.lookedUp + " ") else { continue }
        return CheckMessages.countOfSubjects(
          call, counted,
          condition: rest == counted.lookedUp && call == "đếm"
            ? nil : conditionMeant(kind, String(rest)) ?? "…",
          list: subject.flatMap { listName(of: kind, at: $0) },
          owner: subject.map { kinds[$0].name }, link: subject.flatMap { link(from: kind, to: $0) })
      }
    }
    return nil
  }

  /// The yes-or-no column that `hộ nghèo` or `hộ đạt gia đình văn hóa` speaks of.
  private func conditionMeant(_ kind: Int, _ phrase: String) -> String? {
    let tail = String(phrase.dropFirst(kinds[kind].name.lookedUp.count + 1))
    for key in [phrase, tail] {
      guard let column = kinds[kind].byKey[key] ?? column(of: kind, named: key),
        kinds[kind].columns[column].kind == .truth
      else { continue }
      return kinds[kind].columns[column].name
    }
    return nil
  }

  /// The list of subjects of `kind` that a subject of `owner` has.
  private func listName(of kind: Int, at owner: Int) -> String? {
    kinds[owner].columns.first { !$0.isHidden && $0.kind == .list(.subject(kind)) }?.name
  }

  /// The field by which subjects of `kind` belong to one of `owner`.
  private func link(from kind: Int, to owner: Int) -> String? {
    kinds[kind].columns.first { !$0.isHidden && $0.kind == .subject(owner) }?.name
  }

  /// `điểm cộng điểm thưởng` with signs, when all that stands between the operations is known.
  private func formulaInWords(_ name: Name, _ known: [String]) -> String? {
    let signs = ["cộng": "+", "trừ": "-", "nhân": "*", "chia": "/"]
    let keys = Set(known.map { VietnameseText.lookupKey($0) })
    var parts: [String] = []
    var operand: [Substring] = []
    for word in name.text.split(separator: " ") {
      guard let sign = signs[VietnameseText.lookupKey(String(word))] else {
        operand.append(word)
        continue
      }
      parts += [operand.joined(separator: " "), sign]
      operand = []
    }
    parts.append(operand.joined(separator: " "))
    let operands = stride(from: 0, to: parts.count, by: 2)
    guard parts.count > 1,
      operands.allSatisfy({ keys.contains(VietnameseText.lookupKey(parts[$0])) })
    else { return nil }
    return parts.joined(separator: " ")
  }

  /// A kind by its name, with or without `các`, `những`, `tất cả`.
  func kind(named key: String) -> Int? {
    kindByKey[key] ?? withoutPlural(key).flatMap { kindByKey[$0] }
  }

  private func withoutPlural(_ key: String) -> String? {
    for word in ["các", "những", "tất cả các", "tất cả", "mỗi"] {
      let prefix = VietnameseText.lookupKey(word) + " "
      if key.hasPrefix(prefix) { return String(key.dropFirst(prefix.count)) }
    }
    return nil
  }

  /// A column of a kind by name, making an automatic one when the name asks for it.
  func column(of kind: Int, named key: String, _ scope: Scope? = nil) -> Int? {
    if let column = kinds[kind].byKey[key] { return column }
    if let bare = withoutPlural(key), let column = kinds[kind].byKey[bare] { return column }
    let plural = VietnameseText.lookupKey("các") + " " + key
    if let column = kinds[kind].byKey[plural], case .list = kinds[kind].columns[column].kind {
      return column
    }
    if historyOwners[kind] != nil { return pastColumn(kind, key) }
    return automaticColumn(kind, key)
  }

  func columnValue(
    _ kind: Int, _ column: Int, row: Expr, _ name: Name, _ scope: Scope, _ span: Span
  ) -> Expr {
    if scope.pending == .asYes, let optimistic = optimisticColumn(kind, name.key) {
      return reference(kind, optimistic, row: row, span: span)
    }
    var value = counted(reference(kind, column, row: row, span: span), scope, span)
    if scope.differencesAreSizes, kinds[kind].officialScore != nil,
      kinds[kind].columns[column].isHidden,
      name.key.hasSuffix(" " + VietnameseText.lookupKey(Self.differenceName))
    {
      value = sized(value, scope)
    }
    if let input = kinds[kind].columns[column].input, input.mayBeBlank, !scope.allowsBlank,
      !scope.blankTested.contains(name.key), historyOwners[kind] == nil
    {
      report(
        CheckMessages.blankNotHandled(
          kinds[kind].columns[column].name, answer: exampleAnswer(value.kind), span: span,
          field: kinds[kind].columns[column].rule.span))
    }
    return value
  }

  /// A value that may stand after `nếu trống thì`, as an example.
  private func exampleAnswer(_ kind: Kind) -> String {
    switch kind {
    case .date: "31/12/\(campaignYear ?? 2026)"
    case .text, .level: "\"…\""
    case .truth: "không"
    default: "0"
    }
  }

  private func globalValue(_ name: Name, _ scope: Scope, _ span: Span) -> Expr? {
    guard let index = globalByKey[name.key] else {
      guard !scope.seesVariables, variableKeys.contains(name.key) else { return nil }
      report(CheckMessages.variableInRule(name.text, span: span))
      return Expr(.blank, .unknown, span)
    }
    if globals[index].declaration == nil {
      if !scope.seesVariables {
        report(CheckMessages.variableInRule(name.text, span: span))
        return Expr(.blank, .unknown, span)
      }
      return Expr(.global(index), globals[index].global.kind, span)
    }
    checkParameter(index)
    if let value = datedParameter(name, scope, span: span) { return value }
    return Expr(.global(index), globals[index].global.kind, span)
  }

  // MARK: Automatic columns

  private func automaticColumn(_ kind: Int, _ key: String) -> Int? {
    if key == VietnameseText.lookupKey("đã hủy") { return cancelledColumn(kind) }
    if key == VietnameseText.lookupKey("được xếp hạng") {
      return kinds[kind].rankings.first.map { isRankedColumn(kind, $0) }
    }
    for prefix in [AutomaticPrefix.scale, .achievement, .isScored] {
      guard let rest = prefix.rest(of: key), let item = kinds[kind].itemByKey[rest] else {
        continue
      }
      switch prefix {
      case .scale: return scaleColumn(kind, item)
      case .achievement: return achievementColumn(kind, item)
      default: return isScoredColumn(kind, item)
      }
    }
    for prefix in [
      AutomaticPrefix.notAchieved, .achieved, .awaiting, .deferred, .reason, .prize,
    ] {
      if let rest = prefix.rest(of: key), let award = kinds[kind].awards[rest] {
        return awardColumn(kind, award, prefix, key)
      }
    }
    return variantColumn(kind, named: key) ?? stepColumn(kind, named: key)
      ?? noteColumn(kind, named: key)
  }

  /// Registers an automatic column under its key.
  func automatic(
    _ name: String, in kind: Int, key: String? = nil, rule: RuleInformation, kind valueKind: Kind,
    _ define: @escaping () -> ColumnDefinition
  ) -> Int {
    let key = key ?? VietnameseText.lookupKey(name)
    if let known = kinds[kind].byKey[key] { return known }
    let index = kinds[kind].columns.count
    kinds[kind].columns.append(
      ColumnDraft(
        name: name, isHidden: true, rule: rule, kind: valueKind, state: .pending(define),
        define: define))
    kinds[kind].byKey[key] = index
    return index
  }

  /// `điểm`, `tỷ lệ đạt`, `thang điểm`, `đã chấm` of the element of `mọi tiêu chí đều …`.
  private func itemValue(
    _ name: Name, _ item: (kind: Int, index: Int, row: Expr), _ scope: Scope, _ span: Span
  ) -> Expr? {
    let draft = kinds[item.kind].items[item.index]
    func key(_ text: String) -> Bool { name.key == VietnameseText.lookupKey(text) }
    if key("điểm") { return reference(item.kind, draft.score, row: item.row, span: span) }
    if key("tỷ lệ đạt") {
      return reference(
        item.kind, achievementColumn(item.kind, item.index), row: item.row, span: span)
    }
    if key("thang điểm") || key("điểm tối đa") {
      return reference(item.kind, scaleColumn(item.kind, item.index), row: item.row, span: span)
    }
    if key("đã chấm") {
      return reference(item.kind, isScoredColumn(item.kind, item.index), row: item.row, span: span)
    }
    if let entered = enteredValue(name, item, scope, span) { return entered }
    if key("tên") { return Expr(.text(draft.title ?? draft.name.text), .text, span) }
    return nil
  }

  // MARK: Suggestions

  /// Every name that could stand here, in a fixed order.
  private func knownNames(_ scope: Scope) -> [String] {
    var known = Array(scope.locals.keys) + Array(scope.macros.keys)
    for subject in scope.subjects {
      let draft = kinds[subject.kind]
      if let owner = historyOwners[subject.kind] { known += pastNames(owner) }
      known += draft.columns.filter { !$0.isHidden }.map(\.name)
      known += draft.awards.values.map { "đạt " + $0.declaration.header.name.text }
    }
    known += globals.map(\.global.name) + kinds.map(\.name)
    known += councils.values.map { "tổng số thành viên " + $0.declaration.header.name.text }
    known += functionDeclarations.values.map(\.name.text)
    return known.sorted()
  }
}
