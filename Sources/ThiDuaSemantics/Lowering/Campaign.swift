// `phong trào`, `văn bản`, `cụm`: what the year is, as texts for people and as subjects for rules.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  // MARK: phong trào

  func checkCampaign() {
    program.campaign.councils = councils.values.map(\.declaration)
      .sorted { $0.header.span.start < $1.header.span.start }
      .map { block($0.header, $0.attributes) }
    program.campaign.clusters = clusterDeclarations.map { block($0.header, $0.attributes) }
    guard let declaration = campaignDeclaration else { return }
    program.campaign.title = declaration.header.title ?? declaration.header.name.text
    for attribute in declaration.attributes {
      program.campaign.lines += lines(of: attribute)
      checkAnniversary(attribute)
    }
  }

  private func block(_ header: Header, _ attributes: [Attribute]) -> Campaign.Block {
    .init(
      name: header.name.text, title: header.title ?? header.name.text,
      lines: attributes.flatMap(lines))
  }

  private func lines(of attribute: Attribute) -> [Campaign.Line] {
    let own = attribute.values.map(plainText)
    let clauses = attribute.clauses.map { ($0.name.text, $0.values.map(plainText)) }
    return attribute.names.map {
      Campaign.Line(
        name: $0.text, values: own + attribute.clauses.flatMap(clauseTexts), ownValues: own,
        clauses: clauses)
    }
  }

  /// `, chức vụ "Phó Trưởng Ban"` keeps its name; a value alone stays alone.
  private func clauseTexts(_ clause: Attribute.Clause) -> [String] {
    let values = clause.values.map(plainText)
    if clause.name.key == VietnameseText.lookupKey("từ"), values.count == 2 {
      return ["từ \(values[0]) đến \(values[1])"]
    }
    return values.isEmpty
      ? [clause.name.text] : [clause.name.text + " " + values.joined(separator: "; ")]
  }

  /// `kỷ niệm: 96 năm; "…", từ 14/10/1930 đến 14/10/2026`: the years must add up.
  private func checkAnniversary(_ attribute: Attribute) {
    guard let first = attribute.values.first, case .number(let years, let unit) = first.node,
      unit?.key == VietnameseText.lookupKey("năm")
    else { return }
    var dates: [CalendarDate] = []
    for value in attribute.values + attribute.clauses.flatMap(\.values) {
      value.visit { part in if case .date(let date) = part.node { dates.append(date) } }
    }
    guard dates.count == 2 else { return }
    let counted = dates[1].year - dates[0].year
    if years != Exact(counted) {
      report(
        CheckMessages.anniversaryWrong(
          said: NumberText.format(years), counted: counted, span: first.span))
    }
  }

  /// An attribute's value as the script writes it.
  func plainText(_ expression: Expression) -> String {
    switch expression.node {
    case .number(let value, let unit):
      if unit == .percent { return NumberText.formatPercent(value) }
      return NumberText.format(value) + (unit.map { " " + $0.text } ?? "")
    case .text(let pieces):
      return pieces.map { if case .literal(let text) = $0 { text } else { "" } }.joined()
    case .date(let date): return date.text
    case .name(let name): return name.text
    default:
      return words(at: expression.span)
    }
  }

  /// `chủ đề của phong trào`: an attribute's text, a number or a date as such when it is alone.
  func campaignValue(_ value: Expression, _ span: Span) -> Expr {
    guard case .name(let name) = value.node, let campaign = campaignDeclaration else {
      report(CheckMessages.campaignAttributeExpected(span: value.span))
      return Expr(.blank, .unknown, span)
    }
    if name.key == VietnameseText.lookupKey("tên") {
      return Expr(.text(campaign.header.title ?? campaign.header.name.text), .text, span)
    }
    guard
      let attribute = campaign.attributes.first(where: { $0.names.contains { $0.key == name.key } })
    else {
      report(
        CheckMessages.unknownName(
          name.text, span: name.span,
          suggestions: Spelling.closest(
            to: name.text, in: campaign.attributes.flatMap { $0.names.map(\.text) } + ["tên"])))
      return Expr(.blank, .unknown, span)
    }
    if attribute.values.count == 1, attribute.clauses.isEmpty {
      switch attribute.values[0].node {
      case .number(let number, nil): return Expr(.number(number), .number, span)
      case .date(let date): return Expr(.date(date.days), .date, span)
      default: break
      }
    }
    let texts = attribute.values.map(plainText) + attribute.clauses.flatMap(clauseTexts)
    return Expr(.text(texts.joined(separator: "; ")), .text, span)
  }

  // MARK: cụm

  /// The texts of a cluster that everybody may ask for.
  static let clusterTextFields = ["mã", "tên", "tên gọi", "theo dõi"]
  static let clusterHeadFields = ["cụm trưởng", "cụm phó thường trực", "cụm phó"]
  /// What documents about a meeting of the cluster say; no rule reads it.
  static let clusterPaperFields = [
    "chủ trì", "thư ký", "thời gian", "địa điểm", "người dự", "người vắng",
  ]

  func declareClusterKind() {
    let key = VietnameseText.lookupKey("cụm")
    if let known = kindByKey[key] {
      report(
        CheckMessages.clusterKindTaken(
          span: clusterDeclarations[0].header.span, kind: kinds[known].span))
      return
    }
    kindByKey[key] = kinds.count
    kinds.append(KindDraft(name: "cụm", span: clusterDeclarations[0].header.span))
    clusterKind = kinds.count - 1
  }

  /// Columns and rows of the declared clusters; the members' kind is known by now.
  func declareClusterRows() {
    guard let cluster = clusterKind else { return }
    let span = clusterDeclarations[0].header.span
    let rule = RuleInformation(span: span)
    // Inverse lists of members may stand before the fields of the cluster itself.
    let first = kinds[cluster].columns.count
    for field in Self.clusterTextFields {
      var input = InputRule()
      input.mayBeBlank = field == "theo dõi"
      declare(ownName(field, span), in: cluster, rule: rule, kind: .text) {
        ColumnDefinition(kind: .text, source: .input(input))
      }
    }
    kinds[cluster].key = [first]
    kinds[cluster].nameColumn = first + 1
    kinds[cluster].aliasColumns = [first + 2]
    let member = memberKind(of: cluster)
    if let member {
      for field in Self.clusterHeadFields {
        var input = InputRule()
        input.mayBeBlank = true
        declare(ownName(field, span), in: cluster, rule: rule, kind: .subject(member.kind)) {
          ColumnDefinition(kind: .subject(member.kind), source: .input(input))
        }
      }
      let members = VietnameseText.lookupKey("thành viên")
      if kinds[cluster].byKey[members] == nil {
        declareInverse(ownName("thành viên", span), on: cluster, from: member)
      }
    }
    for declaration in clusterDeclarations {
      addCluster(declaration, cluster, member, firstField: first)
    }
  }

  /// `cụm 1`: the declared cluster of that name.
  func clusterValue(_ name: Name, _ span: Span) -> Expr? {
    guard let cluster = clusterKind,
      let found = clusterDeclarations.first(where: { $0.header.name.key == name.key })
    else { return nil }
    for column in kinds[cluster].key { require(ColumnReference(kind: cluster, column: column)) }
    let key = found.header.code ?? found.header.name.text
    return Expr(.find(kind: cluster, key: Expr(.text(key), .text, span)), .subject(cluster), span)
  }

  /// The reference field `cụm` of the first kind that has one.
  func memberKind(of cluster: Int) -> ColumnReference? {
    for kind in kinds.indices {
      if let column = kinds[kind].columns.firstIndex(where: { $0.kind == .subject(cluster) }) {
        return ColumnReference(kind: kind, column: column)
      }
    }
    return nil
  }

  private func addCluster(
    _ declaration: ClusterDeclaration, _ cluster: Int, _ member: ColumnReference?,
    firstField: Int
  ) {
    let header = declaration.header
    for basis in declaration.basis { _ = basisText(basis) }
    func text(_ words: String) -> Expr { Expr(.text(words), .text, header.span) }
    let blank = Expr(.blank, .unknown, header.span)
    var row = [
      text(header.code ?? header.name.text), text(header.title ?? header.name.text),
      text(header.name.text), blank,
    ]
    if member != nil { row += Self.clusterHeadFields.map { _ in blank } }
    var listed: [Expression] = []
    for attribute in declaration.attributes {
      for name in attribute.names {
        let key = name.key
        if key == VietnameseText.lookupKey("theo dõi") {
          row[3] = text(attribute.values.map(plainText).joined(separator: "; "))
        } else if let index = Self.clusterHeadFields.firstIndex(where: {
          VietnameseText.lookupKey($0) == key
        }) {
          guard let member, let value = attribute.values.first else {
            report(CheckMessages.clusterWithoutMembers(header.name.text, span: header.span))
            continue
          }
          row[Self.clusterTextFields.count + index] = memberReference(value, member.kind)
        } else if key == VietnameseText.lookupKey("thành viên") {
          listed = attribute.values.filter { value in
            if case .name(let name) = value.node {
              return name.key != VietnameseText.lookupKey("theo dữ liệu")
            }
            return true
          }
        } else if !Self.clusterPaperFields.contains(where: {
          VietnameseText.lookupKey($0) == key
        }) {
          report(
            CheckMessages.unknownName(
              name.text, span: name.span,
              suggestions: Spelling.closest(
                to: name.text,
                in: Self.clusterHeadFields + Self.clusterPaperFields + ["thành viên", "theo dõi"])))
        }
      }
    }
    let before = Array(repeating: blank, count: firstField)
    kinds[cluster].declaredRows.append(before + row)
    if !listed.isEmpty, let member { requireMembers(listed, declaration, cluster, member) }
  }

  /// `tập thể "A"`, or the text alone.
  private func memberReference(_ value: Expression, _ kind: Int) -> Expr {
    var key = value
    if case .lookup(_, let inner) = value.node { key = inner }
    guard case .text = key.node else {
      report(CheckMessages.subjectNameExpected(kinds[kind].name, span: value.span))
      return Expr(.blank, .subject(kind), value.span)
    }
    return Expr(
      .find(kind: kind, key: Expr(.text(plainText(key)), .text, value.span)), .subject(kind),
      value.span)
  }

  /// A written list of members must be the list in the data.
  private func requireMembers(
    _ listed: [Expression], _ declaration: ClusterDeclaration, _ cluster: Int,
    _ member: ColumnReference
  ) {
    let span = declaration.header.span
    pendingChecks.append { [self] in
      let frame = Frame()
      dependencyStack.append([])
      let own = Expr(
        .find(
          kind: cluster,
          key: Expr(
            .text(declaration.header.code ?? declaration.header.name.text), .text, span)),
        .subject(cluster), span)
      var condition: Expr?
      for value in listed {
        let subject = memberReference(value, member.kind)
        let its = Expr(
          .column(kind: member.kind, column: member.column, of: subject), .subject(cluster), span)
        require(member)
        let same = Expr(.compare(.equal, its, own), .truth, span)
        condition = condition.map { Expr(.and($0, same), .truth, span) } ?? same
      }
      let members = kinds[cluster].byKey[VietnameseText.lookupKey("thành viên")]!
      let list = reference(cluster, members, row: own, span: span)
      let count = Expr(
        .fold(.count, list: list, slot: frame.fresh(), filter: nil, body: nil), .count, span)
      let right = Expr(
        .compare(.equal, count, Expr(.number(Exact(listed.count)), .count, span)), .truth, span)
      dependencyStack.removeLast()
      program.requirements.append(
        Requirement(
          isWarning: false, column: nil,
          condition: Computation(
            expression: Expr(.and(condition!, right), .truth, span), localCount: frame.count),
          text: "danh sách thành viên của \(declaration.header.name.text) khớp với dữ liệu",
          message: nil, span: span))
    }
  }
}
