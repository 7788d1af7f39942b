// `dữ liệu điểm của tập thể từ "phieu-cham.csv", mỗi dòng một tiêu chí`: the points that people enter,
// with what they write beside them.
//
//   mã đơn vị; tiêu chí; tự chấm; giải trình; thẩm định; lý do; minh chứng
//
// The score columns are those of `cột điểm` (`điểm` without it); `giải trình X`, `lý do X`, `minh chứng X`
// are texts of criterion X that rules may ask for. Where a rule goes over `tiêu chí`, the bare words mean the
// criterion at hand; `yêu cầu giải trình khi chênh lệch …` asks for every criterion by itself.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  /// What is written beside the points of a criterion.
  static let noteNames = ["giải trình", "lý do", "minh chứng"]
  static let differenceName = "chênh lệch"

  /// `giải trình tiêu chí 1.1`: a text that data may give for any criterion that points are entered for.
  func noteColumn(_ kind: Int, named key: String) -> Int? {
    for note in Self.noteNames {
      let start = VietnameseText.lookupKey(note) + " "
      guard key.hasPrefix(start),
        let item = kinds[kind].itemByKey[String(key.dropFirst(start.count))],
        enteredScore(kind, item) != nil
      else { continue }
      return noteColumn(note, kind, item)
    }
    return nil
  }

  private func noteColumn(_ note: String, _ kind: Int, _ item: Int) -> Int {
    let draft = kinds[kind].items[item]
    var input = InputRule()
    input.mayBeBlank = true
    return automatic(
      "\(note) \(draft.name.text)", in: kind, rule: RuleInformation(span: draft.span), kind: .text
    ) {
      ColumnDefinition(kind: .text, source: .input(input))
    }
  }

  /// The entered columns of a criterion by score column (`""` without `cột điểm`); nil when nobody enters
  /// points for it.
  func enteredScore(_ kind: Int, _ item: Int) -> [String: Int]? {
    guard let field = kinds[kind].directFields[item] else { return nil }
    return kinds[kind].enteredFields[field] ?? ["": field]
  }

  // MARK: The words of a criterion at hand

  /// `tự chấm`, `chênh lệch`, `giải trình` of the element of `mọi tiêu chí …`.
  func enteredValue(
    _ name: Name, _ item: (kind: Int, index: Int, row: Expr), _ scope: Scope, _ span: Span
  ) -> Expr? {
    let draft = kinds[item.kind].items[item.index]
    if let note = Self.noteNames.first(where: { VietnameseText.lookupKey($0) == name.key }) {
      guard enteredScore(item.kind, item.index) != nil else {
        return Expr(.blank, .text, span)
      }
      return reference(
        item.kind, noteColumn(note, item.kind, item.index), row: item.row, span: span)
    }
    let isDifference = name.key == VietnameseText.lookupKey(Self.differenceName)
    guard
      isDifference || kinds[item.kind].scoreColumns.contains(where: { $0.key == name.key }),
      let column = variantColumn(item.kind, named: draft.name.key + " " + name.key)
    else { return nil }
    let value = reference(item.kind, column, row: item.row, span: span)
    return isDifference ? sized(value, scope) : value
  }

  /// In `yêu cầu giải trình khi chênh lệch từ 5 điểm trở lên` a difference is as large up as down.
  func sized(_ value: Expr, _ scope: Scope) -> Expr {
    guard scope.differencesAreSizes else { return value }
    return Expr(.builtin(.absolute, [value]), .number, value.span)
  }

  /// Whether a demand for explanation speaks of the criterion at hand, not of a named one.
  func speaksOfEachCriterion(_ condition: Expression, _ kind: Int) -> Bool {
    guard !kinds[kind].directFields.isEmpty else { return false }
    let words =
      [VietnameseText.lookupKey(Self.differenceName)] + kinds[kind].scoreColumns.map(\.key)
    var found = false
    condition.visit { part in
      if case .name(let name) = part.node, words.contains(name.key),
        kinds[kind].byKey[name.key] == nil
      {
        found = true
      }
    }
    return found
  }

  // MARK: dữ liệu điểm

  func pointBinding(_ declaration: DataDeclaration) -> DataBinding? {
    guard let kind = kind(named: declaration.kind.key) else {
      report(
        CheckMessages.unknownKind(
          declaration.kind.text, span: declaration.kind.span,
          suggestions: Spelling.closest(to: declaration.kind.text, in: kinds.map(\.name))))
      return nil
    }
    let items = kinds[kind].directFields.keys.sorted()
    if items.isEmpty {
      report(ProcessMessages.noEnteredCriteria(kinds[kind].name, span: declaration.span))
      return nil
    }
    if kinds[kind].key.count != 1 {
      report(ProcessMessages.pointRowsNeedKey(kinds[kind].name, span: declaration.span))
      return nil
    }
    var criterionByKey: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      let draft = kinds[kind].items[item]
      let head = VietnameseText.lookupKey(Head.criterion.rawValue) + " "
      var keys = [draft.name.key]
      if draft.name.key.hasPrefix(head) {
        keys.append(String(draft.name.key.dropFirst(head.count)))
      }
      if let title = draft.title { keys.append(VietnameseText.lookupKey(title)) }
      for key in keys where criterionByKey[key] == nil { criterionByKey[key] = index }
    }
    var rows = PointRows(
      subjectTitles: subjectTitles(kind), criterionTitles: ["tiêu chí", "mã tiêu chí"],
      criteria: items.map { kinds[kind].items[$0].name.text }, criterionByKey: criterionByKey,
      columns: [])
    let scores =
      kinds[kind].scoreColumns.isEmpty
      ? [ownName("điểm", declaration.span)] : kinds[kind].scoreColumns
    for score in scores {
      rows.columns.append(
        .init(
          name: score.text, titles: ["điểm " + score.text],
          targets: items.map { item in
            let fields = enteredScore(kind, item)!
            return fields[score.key] ?? fields[""]!
          }))
    }
    for note in Self.noteNames {
      rows.columns.append(
        .init(name: note, titles: [], targets: items.map { noteColumn(note, kind, $0) }))
    }
    for target in rows.columns.flatMap(\.targets) {
      require(ColumnReference(kind: kind, column: target))
    }
    checkListedColumns(declaration, &rows)
    var binding = DataBinding(
      kind: kind, file: declaration.file, databaseTable: declaration.databaseTable,
      sheet: declaration.sheet, style: declaration.style, mappings: [],
      ignored: declaration.ignored,
      table: declaration.table, span: declaration.span)
    binding.encoding = declaration.encoding?.value
    binding.points = rows
    return binding
  }

  /// What the column that names the subject may be called.
  private func subjectTitles(_ kind: Int) -> [String] {
    let key = kinds[kind].columns[kinds[kind].key[0]]
    return [kinds[kind].name, "đơn vị", "mã đơn vị", "mã " + kinds[kind].name, key.name]
      + (key.input?.aliases ?? [])
  }

  /// The columns that the header lists, and `cột "…" là …` lines, must be known ones.
  private func checkListedColumns(_ declaration: DataDeclaration, _ rows: inout PointRows) {
    func isTitle(_ key: String, of titles: [String]) -> Bool {
      titles.contains { VietnameseText.lookupKey($0) == key }
    }
    let known = [rows.subjectTitles[0], rows.criterionTitles[0]] + rows.columns.map(\.name)
    func unknown(_ name: Name) {
      report(
        ProcessMessages.unknownPointColumn(
          name.text, known: known, span: name.span,
          suggestions: Spelling.closest(to: name.text, in: known, limit: 2)))
    }
    for name in declaration.pointColumns {
      let isKnown =
        isTitle(name.key, of: rows.subjectTitles + rows.criterionTitles)
        || rows.columns.contains { isTitle(name.key, of: [$0.name] + $0.titles) }
      if !isKnown { unknown(name) }
    }
    for mapping in declaration.columns {
      let key = mapping.field.key
      if isTitle(key, of: rows.subjectTitles) {
        rows.subjectTitles.append(mapping.title)
      } else if isTitle(key, of: rows.criterionTitles) {
        rows.criterionTitles.append(mapping.title)
      } else if let column = rows.columns.firstIndex(where: { isTitle(key, of: [$0.name]) }) {
        rows.columns[column].titles.append(mapping.title)
      } else {
        unknown(mapping.field)
      }
    }
  }
}
