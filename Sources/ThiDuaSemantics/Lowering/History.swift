// `lịch sử KIND`: what is known of past years.
//
// In: the `lịch sử` declarations. Out: for each kind with a past a kind of rows of its own: the results of a
// subject in one year, or one award given (`mỗi dòng một danh hiệu`), each with a reference to the subject
// and the year; the subject has the list of them (`lịch sử`). Columns of these rows are made when a rule asks
// for them: they are called as the rules call the present year's (`mức năm`, `đạt lao động tiên tiến`).
// Invariant: only plain values can be past; where an award list is given it alone says who was awarded.
// Expressions over the years: see PastYears.swift.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// The past of one kind of subject.
struct HistoryDraft {
  /// The rows of one `lịch sử`.
  struct Table {
    var kind: Int
    /// Columns of the rows: whose, which year, what it served for, which award.
    var owner: Int
    /// The columns that name the owner when its key has several fields, in the order of the key.
    var keyParts: [Int]
    var year: Int
    var servedFor: Int?
    var award: Int?
    /// The list of the rows at the subject.
    var list: Int
    /// The titles in the script, when the rows stand there; nil for a file.
    var titles: [String]?
    /// Keys of the fields that `cột` lines name.
    var mapped: Set<String>
    var span: Span
  }
  /// The year rules work on.
  var year: Int
  var results: Table?
  var awards: Table?

  /// The rows that stand for the years.
  var years: Table { results ?? awards! }
}

extension Checker {
  static let servedForKey = VietnameseText.lookupKey("đã dùng cho")
  static let awardTitles = ["danh hiệu", "hình thức khen thưởng", "khen thưởng"]

  // MARK: Declaring

  /// Makes the kinds of past rows; those of examples too, since an example may be the only one.
  func collectHistories(_ items: [Item]) {
    for case .data(let declaration) in items where declaration.rows.isPast {
      declareHistory(declaration)
    }
    for example in exampleDeclarations {
      for declaration in example.data where declaration.rows.isPast {
        declareHistory(declaration, isExample: true)
      }
    }
  }

  private func declareHistory(_ declaration: DataDeclaration, isExample: Bool = false) {
    guard let subject = kind(named: declaration.kind.key), historyOwners[subject] == nil else {
      // Reported with the binding.
      return
    }
    guard let year = campaignYear else {
      report(CheckMessages.historyNeedsYear(span: declaration.span))
      refusedHistories.insert(subject)
      return
    }
    guard !kinds[subject].key.isEmpty else {
      report(CheckMessages.historyNeedsKey(kinds[subject].name, span: declaration.span))
      refusedHistories.insert(subject)
      return
    }
    if let taken = keyFieldTakenByHistory(subject, declaration) {
      report(
        CheckMessages.historyTitleInKey(
          taken.name, kind: kinds[subject].name, span: declaration.span, key: taken.span))
      refusedHistories.insert(subject)
      return
    }
    var draft = histories[subject] ?? HistoryDraft(year: year)
    if declaration.rows == .years {
      if draft.results == nil { draft.results = table(declaration, subject, year, isExample) }
    } else if draft.awards == nil {
      draft.awards = table(declaration, subject, year, isExample)
    }
    histories[subject] = draft
  }

  private func table(
    _ declaration: DataDeclaration, _ subject: Int, _ year: Int, _ isExample: Bool
  ) -> HistoryDraft.Table {
    let span = declaration.span
    let isList = declaration.rows == .awards
    let name = (isList ? "lịch sử khen thưởng " : "lịch sử ") + kinds[subject].name
    let kind = kinds.count
    kinds.append(KindDraft(name: name, span: span))
    historyOwners[kind] = subject
    let key = VietnameseText.lookupKey(name)
    if kindByKey[key] == nil { kindByKey[key] = kind }
    let fields = kinds[subject].key
    let owner = addField(kinds[subject].name, .subject(subject), to: kind, span) { rule in
      rule.mayNameNobody = true
      rule.isJoined = fields.count > 1
      let keyColumn = kinds[subject].columns[fields[0]].name
      rule.aliases = [keyColumn, "mã " + kinds[subject].name]
    }
    let keyParts = fields.count > 1 ? fields.map { keyField($0, of: subject, to: kind, span) } : []
    let years = addField("năm", .count, to: kind, span) { rule in
      rule.lower = (Exact(1945), true)
      rule.upper = (Exact(year), true)
    }
    let titles = isExample ? nil : declaration.table.map { $0.header.map(\.text) }
    let mapped = Set(declaration.columns.map(\.field.key))
    var table = HistoryDraft.Table(
      kind: kind, owner: owner, keyParts: keyParts, year: years, list: -1, titles: titles,
      mapped: mapped, span: span)
    let titleKeys = Set((titles ?? []).map { VietnameseText.lookupKey($0) })
    if isList {
      table.award = addField("danh hiệu", .text, to: kind, span) { rule in
        rule.aliases = Array(Self.awardTitles.dropFirst())
      }
    } else if mapped.contains(Self.servedForKey) || titleKeys.contains(Self.servedForKey) {
      table.servedFor = addField("đã dùng cho", .text, to: kind, span) { rule in
        rule.mayBeBlank = true
        rule.needsColumn = true
      }
    }
    kinds[kind].history = HistoryRows(
      owner: owner, keyParts: keyParts, year: years, award: table.award,
      awardNames: isList ? awardSpellings(subject) : [], currentYear: year)
    table.list = ownerList(isList ? "lịch sử khen thưởng" : "lịch sử", subject, kind, owner, span)
    return table
  }

  /// A field of the owner's key that past rows would have twice: they have a year and, of awards, a title.
  private func keyFieldTakenByHistory(
    _ subject: Int, _ declaration: DataDeclaration
  ) -> (name: String, span: Span)? {
    guard kinds[subject].key.count > 1 else { return nil }
    let taken = ["năm"] + (declaration.rows == .awards ? Self.awardTitles : [])
    return kinds[subject].key.map { kinds[subject].columns[$0] }.first { field in
      taken.contains { $0.lookedUp == field.name.lookedUp }
    }.map { ($0.name, $0.rule.span) }
  }

  /// The column of past rows for one of several fields of the owner's key.
  private func keyField(_ field: Int, of subject: Int, to kind: Int, _ span: Span) -> Int {
    let present = kinds[subject].columns[field]
    let index = kinds[kind].columns.count
    kinds[kind].columns.append(
      ColumnDraft(
        name: present.name, isHidden: false, rule: RuleInformation(span: span), kind: present.kind,
        state: .pending({ [self] in
          require(ColumnReference(kind: subject, column: field))
          var rule = InputRule()
          rule.aliases = kinds[subject].columns[field].input?.aliases ?? []
          // A unit that is gone this year: so is the owner of the row.
          if case .subject = present.kind { rule.mayNameNobody = true }
          return ColumnDefinition(kind: present.kind, source: .input(rule))
        })))
    kinds[kind].byKey[present.name.lookedUp] = index
    return index
  }

  private func addField(
    _ name: String, _ valueKind: Kind, to kind: Int, _ span: Span,
    _ setUp: (inout InputRule) -> Void
  ) -> Int {
    var rule = InputRule()
    setUp(&rule)
    let index = kinds[kind].columns.count
    kinds[kind].columns.append(
      ColumnDraft(
        name: name, isHidden: false, rule: RuleInformation(span: span), kind: valueKind,
        state: .pending({ ColumnDefinition(kind: valueKind, source: .input(rule)) })))
    kinds[kind].byKey[VietnameseText.lookupKey(name)] = index
    return index
  }

  /// The list of past rows at the subject, under its name when the script has not taken it.
  private func ownerList(
    _ name: String, _ subject: Int, _ rows: Int, _ owner: Int, _ span: Span
  ) -> Int {
    let listKind = Kind.list(.subject(rows))
    let index = kinds[subject].columns.count
    kinds[subject].columns.append(
      ColumnDraft(
        name: name, isHidden: true, rule: RuleInformation(span: span), kind: listKind,
        state: .pending({ [self] in
          require(ColumnReference(kind: rows, column: owner))
          return ColumnDefinition(kind: listKind, source: .inverse(kind: rows, column: owner))
        })))
    let key = VietnameseText.lookupKey(name)
    if kinds[subject].byKey[key] == nil { kinds[subject].byKey[key] = index }
    return index
  }

  /// Every way the script writes an award of the kind, with the name rules compare with.
  private func awardSpellings(_ subject: Int) -> [(key: String, name: String)] {
    kinds[subject].awards.values.sorted { $0.column < $1.column }.flatMap { award in
      let header = award.declaration.header
      let name = header.name.text
      return [(header.name.key, name)]
        + (header.title.map { [(VietnameseText.lookupKey($0), name)] } ?? [])
    }
  }

  // MARK: Data

  /// Where the rows of a `lịch sử` come from.
  func historyBinding(_ declaration: DataDeclaration) -> DataBinding? {
    guard let subject = kind(named: declaration.kind.key), historyOwners[subject] == nil else {
      report(
        CheckMessages.unknownKind(
          declaration.kind.text, span: declaration.kind.span,
          suggestions: Spelling.closest(
            to: declaration.kind.text,
            in: kinds.indices.filter { historyOwners[$0] == nil }.map { kinds[$0].name })))
      return nil
    }
    guard let draft = histories[subject],
      let table = declaration.rows == .awards ? draft.awards : draft.results
    else { return nil }
    var mappings: [(title: String, column: Int, isPercentNumber: Bool)] = []
    for mapping in declaration.columns {
      guard let column = mappedColumn(mapping.field.key, table, subject) else {
        report(
          CheckMessages.historyLacks(
            mapping.field.text, kind: kinds[subject].name, has: pastNames(subject),
            span: mapping.field.span))
        continue
      }
      if mapping.isPercentNumber, kinds[table.kind].columns[column].kind != .ratio {
        report(CheckMessages.percentNeedsRatio(mapping.field.text, span: mapping.span))
      }
      mappings.append((mapping.title, column, mapping.isPercentNumber))
    }
    var binding = DataBinding(
      kind: table.kind, file: declaration.file, databaseTable: declaration.databaseTable,
      sheet: declaration.sheet, style: declaration.style, mappings: mappings,
      ignored: declaration.ignored,
      table: declaration.table, span: declaration.span)
    binding.isStore = declaration.isStore
    binding.encoding = declaration.encoding?.value
    return binding
  }

  /// The column of past rows that a `cột … là …` line names.
  private func mappedColumn(_ key: String, _ table: HistoryDraft.Table, _ subject: Int) -> Int? {
    if let own = kinds[table.kind].byKey[key], own != table.owner || table.keyParts.isEmpty,
      kinds[table.kind].columns[own].input != nil
        || !kinds[table.kind].columns[own].isHidden
    {
      return own
    }
    if key == kinds[subject].columns[kinds[subject].key[0]].name.lookedUp,
      table.keyParts.isEmpty
    {
      return table.owner
    }
    if let award = table.award {
      return Self.awardTitles.contains { $0.lookedUp == key } ? award : nil
    }
    let bare = AutomaticPrefix.achieved.rest(of: key) ?? key
    guard let column = pastColumn(table.kind, bare) else { return nil }
    require(ColumnReference(kind: table.kind, column: column))
    return kinds[table.kind].columns[column].input == nil ? nil : column
  }

  // MARK: Columns of past rows

  /// The column of past rows that a name of the present year stands for; nil when the past cannot know it.
  func pastColumn(_ rows: Int, _ key: String) -> Int? {
    if let known = kinds[rows].byKey[key] { return known }
    guard let subject = historyOwners[rows], let draft = histories[subject] else { return nil }
    for prefix in [AutomaticPrefix.notAchieved, .achieved, .awaiting, .deferred] {
      if let rest = prefix.rest(of: key), let award = kinds[subject].awards[rest] {
        return pastTest(prefix, award, draft, rows, key)
      }
    }
    if let award = kinds[subject].awards[key] { return pastState(award, draft, rows) }
    guard draft.results?.kind == rows, let table = draft.results,
      let column = column(of: subject, named: key),
      let valueKind = pastKind(ColumnReference(kind: subject, column: column))
    else { return nil }
    let present = kinds[subject].columns[column]
    let titles = [present.name] + (present.input?.aliases ?? [])
    guard has(titles, table, key) else { return nil }
    return pastField(present.name, key, valueKind, table) { rule in
      rule.aliases = Array(titles.dropFirst())
      rule.unit = present.input?.unit
      rule.mayBeBlank = valueKind != .truth
      // A reckoned score may have been written as not applicable.
      rule.mayBeNotApplicable = present.input?.mayBeNotApplicable ?? valueKind.isNumeric
    }
  }

  /// Whether rows written in the script have one of the titles; of a file nobody knows yet.
  private func has(_ titles: [String], _ table: HistoryDraft.Table, _ key: String) -> Bool {
    guard let written = table.titles, !table.mapped.contains(key) else { return true }
    let keys = Set(written.map(\.lookedUp))
    return titles.contains { keys.contains($0.lookedUp) }
  }

  private func pastField(
    _ name: String, _ key: String, _ valueKind: Kind, _ table: HistoryDraft.Table,
    _ setUp: (inout InputRule) -> Void
  ) -> Int {
    let column = addField(name, valueKind, to: table.kind, table.span) { rule in
      rule.needsColumn = true
      setUp(&rule)
    }
    kinds[table.kind].byKey[key] = column
    kinds[table.kind].columns[column].isBlankByRule = true
    return column
  }

  /// What a past value is; nil for what is no plain value (a list, a subject).
  private func pastKind(_ present: ColumnReference) -> Kind? {
    let draft = kinds[present.kind].columns[present.column]
    var kind = draft.kind
    if kind == .unknown, path.isEmpty {
      dependencyStack.append([])
      kind = require(present)
      dependencyStack.removeLast()
    } else if kind == .unknown {
      // Asking for a formula's kind in the middle of another's would make a circle of the present
      // year where there is none; nearly all formulas are numbers, and the guess is looked at later.
      kind = .number
      lateChecks.append { [self] in
        let found = require(present)
        if !found.isNumeric {
          report(
            CheckMessages.pastKindUnknown(
              draft.name, found: describe(found), span: draft.rule.span))
        }
      }
    }
    switch kind {
    case .number, .count, .ratio, .text, .date, .truth, .level, .award: return kind
    case .subject, .list, .dictionary, .nothing, .unknown: return nil
    }
  }

  /// The state of an award in the year of the row.
  func pastState(_ award: AwardDraft, _ draft: HistoryDraft, _ rows: Int) -> Int? {
    let header = award.declaration.header
    if let known = kinds[rows].byKey[header.name.key] { return known }
    if let list = draft.awards { return listedState(award, list, draft, rows) }
    guard let table = draft.results else { return nil }
    let titles = [
      header.name.text, AutomaticPrefix.achieved.rawValue + " " + header.name.text,
      header.title ?? header.name.text,
    ]
    guard has(titles, table, header.name.key) else { return nil }
    return pastField(header.name.text, header.name.key, .award, table) { rule in
      rule.aliases = Array(titles.dropFirst())
      rule.mayBeBlank = true
      rule.defaultValue = Expr(.award(.notAchieved), .award, header.span)
    }
  }

  /// `đạt` when the list of awards has this one in the year of the row.
  private func listedState(
    _ award: AwardDraft, _ list: HistoryDraft.Table, _ draft: HistoryDraft, _ rows: Int
  ) -> Int {
    let header = award.declaration.header
    let rule = RuleInformation(span: list.span)
    let years = rows == list.kind ? list : draft.years
    return automatic(header.name.text, in: rows, key: header.name.key, rule: rule, kind: .award) {
      [self] in
      computed(rows) { scope in
        let span = list.span
        let row = scope.row!
        let owner = reference(rows, years.owner, row: row, span: span)
        let year = reference(rows, years.year, row: row, span: span)
        let slot = scope.frame.fresh()
        let given = awardsGiven(
          award, list, of: owner, slot: slot, scope, span
        ) { Expr(.compare(.equal, $0, year), .truth, span) }
        let none = Expr(.award(.notAchieved), .award, span)
        let zero = Expr(.number(Exact(0)), .count, span)
        let state = Expr(
          .conditional(
            Expr(.compare(.greater, given, zero), .truth, span),
            Expr(.award(.achieved), .award, span), none), .award, span)
        return Expr(
          .conditional(Expr(.isBlank(owner), .truth, span), none, state), .award, span)
      }
    }
  }

  /// How many rows of the award list give this award to the subject in years that pass the test.
  func awardsGiven(
    _ award: AwardDraft, _ list: HistoryDraft.Table, of owner: Expr, slot: Int, _ scope: Scope,
    _ span: Span, _ test: (Expr) -> Expr
  ) -> Expr {
    let subject = historyOwners[list.kind]!
    let rows = reference(subject, list.list, row: owner, span: span)
    let row = Expr(.local(slot), .subject(list.kind), span)
    let name = reference(list.kind, list.award!, row: row, span: span)
    let wanted = Expr(.text(award.declaration.header.name.text), .text, span)
    let year = reference(list.kind, list.year, row: row, span: span)
    let isGiven = Expr(.compare(.equal, name, wanted), .truth, span)
    return Expr(
      .fold(
        .count, list: rows, slot: slot, filter: Expr(.and(isGiven, test(year)), .truth, span),
        body: nil), .count, span)
  }

  private func pastTest(
    _ prefix: AutomaticPrefix, _ award: AwardDraft, _ draft: HistoryDraft, _ rows: Int,
    _ key: String
  ) -> Int? {
    guard let state = pastState(award, draft, rows) else { return nil }
    let header = award.declaration.header
    let (wanted, op): (AwardState, Comparison) =
      switch prefix {
      case .notAchieved: (.achieved, .notEqual)
      case .awaiting: (.awaitingCouncil, .equal)
      case .deferred: (.deferred, .equal)
      default: (.achieved, .equal)
      }
    let rule = RuleInformation(span: header.span)
    return automatic(
      prefix.rawValue + " " + header.name.text, in: rows, key: key, rule: rule, kind: .truth
    ) { [self] in
      computed(rows) { scope in
        let value = reference(rows, state, row: scope.row!, span: rule.span)
        return Expr(
          .compare(op, value, Expr(.award(wanted), .award, rule.span)), .truth, rule.span)
      }
    }
  }

  // MARK: What the past has

  /// The names a past row answers to, for messages.
  func pastNames(_ subject: Int) -> [String] {
    guard let draft = histories[subject] else { return [] }
    let awards = kinds[subject].awards.values.sorted { $0.column < $1.column }.map {
      AutomaticPrefix.achieved.rawValue + " " + $0.declaration.header.name.text
    }
    guard let table = draft.results else { return awards }
    if let titles = table.titles { return titles + (draft.awards == nil ? [] : awards) }
    let plain = kinds[subject].columns.filter { column in
      switch column.kind {
      case .list, .subject, .dictionary: false
      default: !column.isHidden && column.kind != .award
      }
    }
    return plain.map(\.name) + awards
  }
}

extension String {
  /// What names are compared by.
  var lookedUp: String { VietnameseText.lookupKey(self) }
}
