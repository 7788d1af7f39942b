// What the workbench needs of a campaign besides questions: names for the parser, columns worth showing, doing
// an entry again. In: a loaded campaign. Out: texts. Used by the workbench only.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Campaign {
  /// Keys of all names that may be used.
  var names: Set<String> { open.names }

  /// A fresh source for typed text.
  func source(_ text: String, path: String) -> Source { open.source(text, path: path) }

  /// Does the lasting actions of an entry again, in silence.
  func run(lasting entry: TypedEntry, into report: inout Report) {
    let source = open.source(entry.text, path: entry.name)
    // Not as at the console: there a declaration whose name is known by now would be an expression.
    let script = parse(source, knownNames: open.names, into: &report.diagnostics)
    let lasting = script.items.compactMap(MainPart.init).filter(\.lasts)
    if !lasting.isEmpty { run(lasting, listener: SilentListener(), into: &report) }
  }

  /// What a subject may be called in quotes: its key when that is one text, its name, its aliases.
  func designations(of subject: Subject) -> [String] {
    let kind = checked.subjectKinds[subject.kind]
    var columns = kind.key.count == 1 ? kind.key : []
    if let name = kind.nameColumn { columns.append(name) }
    columns += kind.aliasColumns
    var texts: [String] = []
    for column in columns {
      guard kind.columns[column].kind == .text,
        let answer = value(ColumnAddress(kind: subject.kind, column: column), row: subject.row),
        !answer.text.isEmpty, !texts.contains(answer.text)
      else { continue }
      texts.append(answer.text)
    }
    return texts
  }

  /// What the script says of one of its names; nil when it declares no such name.
  func explanation(ofName phrase: String) -> String? {
    let key = VietnameseText.lookupKey(phrase)
    var lines: [String] = []
    for kind in checked.subjectKinds {
      if VietnameseText.lookupKey(kind.name) == key {
        lines.append("\(kind.name): đối tượng của kịch bản, có các trường và cột:")
        lines += kind.columns.filter { !$0.isHidden }.map { "  \($0.name)" }
      }
      for column in kind.columns where VietnameseText.lookupKey(column.name) == key {
        if !column.isHidden { lines += description(of: column, in: kind) }
      }
    }
    for global in checked.globals where VietnameseText.lookupKey(global.name) == key {
      lines += ["\(global.name): tham số" + place(global.span)]
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n") + "\n"
  }

  private func description(of column: Column, in kind: SubjectKind) -> [String] {
    var lines = ["\(column.name) của \(kind.name)" + (column.rule.title.map { ": \($0)" } ?? "")]
    if case .input = column.source {
      lines.append("  số liệu nhập" + place(column.rule.span))
    } else {
      lines.append("  tính theo quy định" + place(column.rule.span))
      let rule = sources[column.rule.span.file]?.text(column.rule.span) ?? ""
      let shown = rule.split(whereSeparator: \.isNewline).prefix(8).map { "    \($0)" }
      lines += shown
    }
    lines += column.rule.basis.map { "  căn cứ: \($0)" }
    return lines
  }

  private func place(_ span: Span) -> String {
    guard let source = sources[span.file] else { return "" }
    return ", \(source.path) dòng \(source.lineAndColumn(span.start).line)"
  }

  /// Columns that tell the subjects of a kind apart, then what was decided about them: the last totals,
  /// levels, ranks, awards.
  func telling(_ kind: Int, atMost count: Int) -> [Column] {
    let subjects = checked.subjectKinds[kind]
    var identity = subjects.key
    if let name = subjects.nameColumn, !identity.contains(name) { identity.append(name) }
    let computed = subjects.columns.indices.filter { index in
      let column = subjects.columns[index]
      if column.isHidden { return false }
      if case .input = column.source { return false }
      return true
    }
    let totals = computed.filter { subjects.columns[$0].kind == .number }
      .filter { if case .rank = subjects.columns[$0].source { false } else { true } }
      .filter { index in
        // Parts of a total are for the card.
        ![Head.criterion, .group].contains { subjects.columns[index].name.hasPrefix($0.rawValue) }
      }
      .suffix(Campaign.mostTotals)
    let decided = computed.filter { index in
      let column = subjects.columns[index]
      if case .rank = column.source { return true }
      if case .level = column.kind { return true }
      return column.kind == .award || totals.contains(index)
    }
    let others = subjects.columns.indices.filter {
      !identity.contains($0) && !subjects.columns[$0].isHidden
    }
    let shown = decided.isEmpty ? others : decided
    return (identity + shown).prefix(count).map { subjects.columns[$0] }
  }

  private static let mostTotals = 2
}

extension MainPart {
  /// nil: the item declares something.
  init?(_ item: Item) {
    switch item {
    case .action(let statement): self = .actions([statement])
    case .request(let request): self = .request(request)
    default: return nil
    }
  }

  /// The action changes what later entries see.
  var lasts: Bool {
    switch self {
    case .actions(let statements):
      statements.contains { statement in
        switch statement.node {
        case .set, .setElement: true
        default: false
        }
      }
    case .request(let request):
      switch request.node {
      case .assume, .assumeScenarios, .lift: true
      case .list, .compare, .table, .howMuch, .whatFor, .robustness, .deliver: false
      }
    }
  }
}
