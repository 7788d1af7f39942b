// Which rules rest on which clauses. In: the scripts of a program as written. Out: per document the
// rules that cite it, rules without a basis, documents nobody cites; as values and as the text that
// `thidua căn-cứ` prints. Nothing is run and no data is read.

import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// The legal bases of a script.
public struct BasisReport: Sendable {
  public struct Document: Sendable {
    public var label: String
    public var title: String
    public var attachedTo: String?
  }

  /// One citation of a document by a rule.
  public struct Citation: Sendable {
    public var label: String
    /// As the script writes it; nil: the document as a whole.
    public var clause: String?
    /// `tiêu chí 4.1 của tập thể`.
    public var rule: String
    public var file: String
    public var line: Int
  }

  /// A rule that cites nothing, nor does its group.
  public struct Missing: Sendable {
    public var rule: String
    public var title: String?
    /// A formula `NAME của KIND = …`, which often only helps others.
    public var isFormula: Bool
    public var file: String
    public var line: Int
  }

  public var documents: [Document] = []
  public var citations: [Citation] = []
  public var missing: [Missing] = []

  /// Documents that no rule cites.
  public var uncited: [Document] {
    let cited = Set(citations.map { VietnameseText.lookupKey($0.label) })
    return documents.filter { !cited.contains(VietnameseText.lookupKey($0.label)) }
  }
}

/// What `Engine.bases` gives back.
public struct FoundBases: Sendable {
  /// nil after errors.
  public var bases: BasisReport?
  public var report: Report
}

extension Engine {
  /// Which rules of a script rest on which clauses of its documents.
  public func bases(of script: ScriptSource) -> FoundBases {
    let loader = ScriptLoader(script)
    var report = Report()
    report.sources = loader.sources
    report.diagnostics = loader.diagnostics
    if !report.diagnostics.hasErrors {
      _ = ThiDuaSemantics.check(loader.scripts, into: &report.diagnostics)
    }
    report.status = Report.status(of: report.diagnostics)
    guard !report.diagnostics.hasErrors else { return FoundBases(bases: nil, report: report) }
    var collector = BasisCollector(sources: loader.sources)
    for script in loader.scripts { for item in script.items { collector.read(item) } }
    return FoundBases(bases: collector.result, report: report)
  }
}

/// Walks over declarations.
private struct BasisCollector {
  let sources: SourceMap
  var result = BasisReport()

  init(sources: SourceMap) { self.sources = sources }

  mutating func read(_ item: Item) {
    switch item {
    case .document(let document):
      result.documents.append(
        .init(
          label: document.label.text, title: document.title, attachedTo: document.attachedTo))
    case .group(let group): read(group)
    case .criterion(let criterion):
      read(criterion, kind: criterion.header.kind, inherits: false)
    case .adjustment(let rule):
      let later = rule.later.flatMap {
        bases($0.declaration.lines) + $0.declaration.suffixes.basis
      }
      add(
        rule.header, rule.header.name.text,
        withLater(bases(rule.lines) + rule.suffixes.basis, later))
    case .scoringMethod(let method):
      cite("cách chấm \(method.name.text)", bases(method.lines), method.span)
    case .judgingMethod(let method):
      cite("cách xét \(method.name.text)", bases(method.award.lines), method.span)
    case .column(let column):
      add(
        column.header, column.header.name.text,
        withLater(
          bases(column.lines) + column.suffixes.basis,
          column.later.flatMap { bases($0.declaration.lines) + $0.declaration.suffixes.basis }),
        isFormula: true)
    case .classification(let levels):
      add(
        levels.header, "xếp loại \(levels.header.name.text)",
        withLater(bases(levels.lines), levels.later.flatMap { bases($0.declaration.lines) }))
    case .decisionTable(let table):
      let all = ([table] + table.later.map(\.declaration)).flatMap { version in
        bases(version.lines) + version.suffixes.basis + version.rows.compactMap(\.basis)
      }
      add(
        table.header, "\(Head.decisionTable.rawValue) \(table.header.name.text)",
        withLater([], all))
    case .ranking(let rank):
      add(rank.header, "xếp hạng \(rank.header.name.text)", bases(rank.lines))
    case .award(let award):
      let head = award.isTitle ? Head.title : Head.award
      add(
        award.header, "\(head.rawValue) \(award.header.name.text)",
        withLater(bases(award.lines), award.later.flatMap { bases($0.declaration.lines) }))
    case .parameter(let parameter):
      let name = "tham số \(parameter.name.text)"
      if parameter.basis.isEmpty {
        note(name, title: nil, isFormula: false, parameter.span)
      } else {
        cite(name, parameter.basis, parameter.span)
      }
    case .cluster(let cluster):
      cite(cluster.header.name.text, cluster.basis, cluster.header.span)
    case .requirement(let rule):
      let head = rule.isWarning ? Head.warning : Head.requirement
      cite(
        head.rawValue + (rule.kind.map { " của \($0.text)" } ?? ""), rule.basis, rule.span)
    case .cancellation(let rule): cite(Head.cancellation.rawValue, rule.basis, rule.span)
    case .closing(let rule): cite(Head.closing.rawValue, rule.basis, rule.span)
    case .process(let process): read(process)
    default: break
    }
  }

  /// The bases of a rule with those that its later versions add.
  private func withLater(_ own: [Basis], _ later: [Basis]) -> [Basis] {
    later.reduce(into: own) { all, basis in
      let isKnown = all.contains { $0.label == basis.label && $0.clause == basis.clause }
      if !isKnown { all.append(basis) }
    }
  }

  private mutating func read(_ group: GroupDeclaration) {
    let own = bases(group.lines) + group.suffixes.basis
    cite(whole(group.header, group.header.name.text, group.header.kind), own, group.header.span)
    for criterion in group.criteria {
      read(criterion, kind: group.header.kind, inherits: !own.isEmpty)
    }
  }

  private mutating func read(
    _ criterion: CriterionDeclaration, kind: Name?, inherits: Bool
  ) {
    let own = withLater(
      bases(criterion.lines) + criterion.suffixes.basis,
      criterion.later.flatMap { bases($0.declaration.lines) + $0.declaration.suffixes.basis })
    let name = whole(criterion.header, criterion.header.name.text, kind)
    if own.isEmpty, !inherits {
      note(name, title: criterion.header.title, isFormula: false, criterion.header.span)
    } else {
      cite(name, own, criterion.header.span)
    }
  }

  private mutating func read(_ process: ProcessDeclaration) {
    cite("quy trình \(process.header.name.text)", process.basis, process.header.span)
    for step in process.steps { cite("bước \(step.code.text)", step.basis, step.span) }
    for milestone in process.milestones {
      cite("mốc \(milestone.title)", milestone.basis, milestone.span)
    }
  }

  private mutating func add(
    _ header: Header, _ name: String, _ bases: [Basis], isFormula: Bool = false
  ) {
    let rule = whole(header, name, header.kind)
    if bases.isEmpty {
      note(rule, title: header.title, isFormula: isFormula, header.span)
    } else {
      cite(rule, bases, header.span)
    }
  }

  private func whole(_ header: Header, _ name: String, _ kind: Name?) -> String {
    name + (kind.map { " của \($0.text)" } ?? "")
  }

  /// The bases of the block and of its lines.
  private func bases(_ lines: [RuleLine]) -> [Basis] {
    lines.flatMap { line -> [Basis] in
      if case .basis(let basis) = line.content { return [basis] + line.suffixes.basis }
      return line.suffixes.basis
    }
  }

  private mutating func cite(_ rule: String, _ bases: [Basis], _ span: Span) {
    for basis in bases {
      let label = result.documents.first {
        VietnameseText.lookupKey($0.label) == basis.label.key
      }
      let place = place(of: span)
      result.citations.append(
        .init(
          label: label?.label ?? basis.label.text, clause: basis.clause, rule: rule,
          file: place.file, line: place.line))
    }
  }

  private mutating func note(_ rule: String, title: String?, isFormula: Bool, _ span: Span) {
    let place = place(of: span)
    result.missing.append(
      .init(
        rule: rule, title: title == rule ? nil : title, isFormula: isFormula, file: place.file,
        line: place.line))
  }

  private func place(of span: Span) -> (file: String, line: Int) {
    guard let source = sources[span.file] else { return ("", 0) }
    return (source.path, source.lineAndColumn(span.start).line)
  }
}

// MARK: Text

extension BasisReport {
  /// The report as people read it.
  public var text: String {
    var parts: [String] = []
    for document in documents {
      let cited = citations.filter {
        VietnameseText.lookupKey($0.label) == VietnameseText.lookupKey(document.label)
      }
      if cited.isEmpty { continue }
      let attached = document.attachedTo.map { ", kèm theo \($0)" } ?? ""
      var text = "\(document.label): \(document.title)\(attached)\n"
      var clauses: [String] = []
      for citation in cited where !clauses.contains(citation.clause ?? "") {
        clauses.append(citation.clause ?? "")
      }
      for clause in clauses {
        var rules: [String] = []
        for citation in cited where (citation.clause ?? "") == clause {
          if !rules.contains(citation.rule) { rules.append(citation.rule) }
        }
        let label = clause.isEmpty ? "không ghi điều khoản" : clause
        text += WrappedList.lines(label + ": ", rules)
      }
      parts.append(text)
    }
    if parts.isEmpty { parts.append("Chưa quy tắc nào ghi căn cứ.\n") }
    if !uncited.isEmpty {
      parts.append(
        "Văn bản chưa quy tắc nào dẫn\n"
          + uncited.map { "  \($0.label): \($0.title)\n" }.joined())
    }
    let rules = missing.filter { !$0.isFormula }
    if !rules.isEmpty {
      parts.append(
        "Quy tắc chưa ghi căn cứ (\(Wording.count(rules.count)))\n"
          + rules.map { rule in
            "  dòng \(rule.line): \(rule.rule)" + (rule.title.map { " \"\($0)\"" } ?? "") + "\n"
          }.joined())
    }
    let formulas = missing.filter(\.isFormula)
    if !formulas.isEmpty {
      parts.append(
        WrappedList.lines(
          "Công thức chưa ghi căn cứ (\(Wording.count(formulas.count))): ",
          formulas.map(\.rule), indentation: ""))
    }
    return parts.joined(separator: "\n")
  }

  /// One line a citation, then one a rule without any; for spreadsheets.
  public var csv: String {
    var text = "văn bản;điều khoản;quy tắc;tệp;dòng\r\n"
    func add(_ cells: String...) {
      text += cells.map(BasisReport.cell).joined(separator: ";") + "\r\n"
    }
    for citation in citations {
      add(
        citation.label, citation.clause ?? "", citation.rule, citation.file, "\(citation.line)")
    }
    for rule in missing { add("", "", rule.rule, rule.file, "\(rule.line)") }
    return "\u{FEFF}" + text
  }

  /// A cell that no spreadsheet takes for a formula or for two cells.
  private static func cell(_ text: String) -> String {
    var cell = text
    if let first = cell.utf8.first, "=+-@".utf8.contains(first) { cell = "'" + cell }
    guard cell.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
