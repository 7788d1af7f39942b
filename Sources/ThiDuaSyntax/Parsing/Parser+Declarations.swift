// Declarations of one line, and attribute blocks (`phong trào`, `cụm`, `hội đồng`).

import ThiDuaText

extension Parser {
  // MARK: One line

  mutating func document(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let label = expectName("ký hiệu văn bản, ví dụ HD10"),
      let title = plainText("tên văn bản")
    else { return nil }
    var attached: String?
    clauses([.attachedTo]) { parser, _ in attached = parser.plainText("tên văn bản")?.text }
    return .document(
      DocumentDeclaration(
        label: label, title: title.text, attachedTo: attached, span: span(from: start)))
  }

  mutating func parameter(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let name = expectName("tên tham số") else { return nil }
    guard accept(.equal) else {
      failMissing("=", in: "tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024")
      return nil
    }
    let value = expression()
    var from: CalendarDate?
    var appliesBy: Expression?
    var blankFollowsNew: Bool?
    var basis: [Basis] = []
    clauses([.effectiveFrom, .appliesBy, .whenBlank, .basis]) { parser, clause in
      if clause == .basis {
        if let found = parser.basis() { basis.append(found) }
      } else if clause == .appliesBy {
        appliesBy = parser.additive()
      } else if clause == .whenBlank {
        blankFollowsNew = parser.blankFollowsNew()
      } else if case .date(let date) = parser.atom().node {
        from = date
      } else {
        parser.fail(
          SyntaxMessages.missingWord(
            "ngày", in: "từ 1/7/2024", found: parser.found, span: parser.place))
      }
    }
    if from == nil, let appliesBy {
      warn(SyntaxMessages.appliesByWithoutDate(span: appliesBy.span))
    }
    var declaration = ParameterDeclaration(
      name: name, value: value, effectiveFrom: from, appliesBy: appliesBy, basis: basis,
      span: span(from: start))
    declaration.blankFollowsNew = blankFollowsNew
    return .parameter(declaration)
  }

  mutating func scale(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let name = expectName("tên thang bậc") else { return nil }
    var lowestFirst = true
    clauses([.lowestFirst, .highestFirst]) { _, clause in lowestFirst = clause == .lowestFirst }
    guard accept(.colon) else {
      failMissing(":", in: "thang bậc mức kỷ luật, từ thấp lên cao: \"Không\"; \"Khiển trách\"")
      return nil
    }
    let written = plainTextList("tên bậc")
    return .scale(
      ScaleDeclaration(
        name: name, levels: lowestFirst ? written : written.reversed(),
        writtenLowestFirst: lowestFirst, span: span(from: start)))
  }

  mutating func holidays(_ head: Head, _ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard accept(.colon) else {
      failMissing(":", in: "\(head.rawValue): 1/1/2026; 16/2/2026 .. 20/2/2026")
      return nil
    }
    var days: [Expression] = []
    repeat { days.append(rangeLevel()) } while !hasFailed && accept(.semicolon)
    return .holidays(
      HolidayDeclaration(
        days: days, areWorked: head == .workedDays, span: span(from: start)))
  }

  mutating func unitsDeclaration(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard accept(.colon) else {
      failMissing(":", in: "đơn vị tính: báo cáo; cuộc")
      return nil
    }
    let units = nameList("tên đơn vị tính").map { Unit(text: $0.text, key: $0.key) }
    return .unit(UnitDeclaration(units: units, span: span(from: start)))
  }

  mutating func importing(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let path = plainText("tên tệp") else { return nil }
    return .importing(ImportDeclaration(path: path.text, span: span(from: start)))
  }

  /// `cột điểm của KIND: tự chấm; thẩm định là chính thức`.
  mutating func scoreColumns(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    let construct = "cột điểm của tập thể: tự chấm; thẩm định là chính thức"
    guard expect(.of, in: construct), let kind = expectName("tên loại đối tượng") else {
      return nil
    }
    guard accept(.colon) else {
      failMissing(":", in: construct)
      return nil
    }
    var columns: [Name] = []
    var official: Name?
    repeat {
      guard let name = expectName("tên cột điểm") else { return nil }
      columns.append(name)
      if accept(words: "là chính thức") { official = name }
    } while accept(.semicolon)
    guard let official else {
      failMissing("là chính thức", in: construct)
      return nil
    }
    return .scoreColumns(
      ScoreColumnsDeclaration(
        kind: kind, columns: columns, official: official, span: span(from: start)))
  }

  /// `yêu cầu của KIND: C` and `yêu cầu giải trình [của KIND] khi C`.
  mutating func requirement(_ head: Head, _ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    let asks = acceptExplanation()
    var kind: Name?
    if accept(.of) {
      kind = expectName("tên loại đối tượng")
      if kind == nil { return nil }
    }
    let isStated = accept(.colon) || accept(.when)
    guard isStated else {
      failMissing(":", in: "\(head.rawValue) của tập thể: ĐIỀU KIỆN")
      return nil
    }
    let test = condition()
    var message: Expression?
    var basis: [Basis] = []
    clauses([.message, .basis]) { parser, clause in
      if clause == .message {
        message = parser.expression()
      } else if let found = parser.basis() {
        basis.append(found)
      }
    }
    return .requirement(
      RequirementDeclaration(
        isWarning: head == .warning, kind: kind, condition: test, asksExplanation: asks,
        message: message, basis: basis, span: span(from: start)))
  }

  /// `hủy kết quả của tập thể "A"; tập thể "B", căn cứ QĐ45 "Điều 1"`.
  mutating func cancellation(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard expect(.of, in: "hủy kết quả của tập thể \"A\", căn cứ QĐ45 \"Điều 1\"") else {
      return nil
    }
    var subjects: [Expression] = []
    repeat { subjects.append(atom()) } while !hasFailed && accept(.semicolon)
    var basis: [Basis] = []
    clauses([.basis]) { parser, _ in
      if let found = parser.basis() { basis.append(found) }
    }
    return .cancellation(
      CancellationDeclaration(subjects: subjects, basis: basis, span: span(from: start)))
  }

  private mutating func acceptExplanation() -> Bool {
    guard token(at: position).key == Parser.explanation[0],
      token(at: position + 1).key == Parser.explanation[1]
    else { return false }
    position += 2
    return true
  }

  private static let explanation = ["giải", "trình"].map { VietnameseText.lookupKey($0) }

  // MARK: Attribute blocks

  mutating func campaign(_ count: Int) -> Item? {
    guard
      let (header, attributes, _) = attributeBlock(
        .campaign, count, amending == nil ? .title : .titleOrHead)
    else {
      return nil
    }
    return .campaign(CampaignDeclaration(header: header, attributes: attributes))
  }

  mutating func cluster(_ count: Int) -> Item? {
    guard let (header, attributes, basis) = attributeBlock(.cluster, count, .headAndCode) else {
      return nil
    }
    return .cluster(ClusterDeclaration(header: header, basis: basis, attributes: attributes))
  }

  mutating func council(_ count: Int) -> Item? {
    guard let (header, attributes, _) = attributeBlock(.council, count, .headAndCode) else {
      return nil
    }
    return .council(CouncilDeclaration(header: header, attributes: attributes))
  }

  private mutating func attributeBlock(
    _ head: Head, _ count: Int, _ naming: Naming
  ) -> (Header, [Attribute], [Basis])? {
    let opener = lineSpan
    let header = header(head, count: count, naming: naming)
    var basis: [Basis] = []
    if header != nil {
      clauses(head == .cluster ? [.basis] : []) { parser, _ in
        if let found = parser.basis() { basis.append(found) }
      }
      passHeaderColon()
    }
    endLine()
    let attributes = attributeLines(head, opener)
    return header.map { ($0, attributes, basis) }
  }

  private mutating func attributeLines(_ head: Head, _ opener: Span) -> [Attribute] {
    var attributes: [Attribute] = []
    openBlock(head, opener)
    readAttributeLines { parser in
      if let attribute = parser.attribute() { attributes.append(attribute) }
    }
    closeBlock()
    return attributes
  }

  /// Calls `read` at each line `PHRASE: …` of the innermost block, up to its `hết`.
  mutating func readAttributeLines(_ read: (inout Parser) -> Void) {
    while hasLine {
      beginLine()
      switch endOfBlock() {
      case .closed, .abandoned: return
      case .notYet: break
      }
      if attributeColon != nil {
        read(&self)
        endLine()
        continue
      }
      if beginsDeclaration || lines[line].isTableRow || isDefinitionLine {
        reportMissingEnd(found: lineSpan)
        return
      }
      fail(SyntaxMessages.attributeExpected(open.last?.head.rawValue ?? "", span: lineSpan))
      skipLine()
    }
    reportMissingEnd(found: .none)
  }

  var isDefinitionLine: Bool { Definition(tokens, lines[line].tokens) != nil }

  /// The `:` after the attribute's names; nil when something else than words stands before it.
  private var attributeColon: Int? {
    for index in lines[line].tokens {
      switch tokens[index].kind {
      case .symbol(.colon): return index > lines[line].tokens.lowerBound ? index : nil
      case .word, .quotedName, .symbol(.semicolon): continue
      case .numeral(let numeral) where numeral.isCode: continue
      default: return nil
      }
    }
    return nil
  }

  /// The names before the `:`, read whole: reserved phrases and comparison words are plain words.
  mutating func attributeNames() -> [Name] {
    guard let colon = attributeColon else { return [] }
    let names = wholeNames(upTo: colon)
    position = colon + 1
    return names
  }

  /// Names between `;`, whatever words they hold.
  private mutating func wholeNames(upTo end: Int) -> [Name] {
    var names: [Name] = []
    var start = position
    for index in position...end {
      let isEnd = index == end || tokens[index].isSymbol(.semicolon)
      guard isEnd else { continue }
      if index > start {
        names.append(name(start..<index))
      } else {
        position = index
        fail(SyntaxMessages.nameExpected("tên", found: found, span: place))
      }
      start = index + 1
    }
    return names
  }

  private mutating func attribute() -> Attribute? {
    let start = position
    let names = attributeNames()
    guard let first = names.first else { return nil }
    var values: [Expression] = []
    repeat { values.append(attributeValue(of: first)) } while !hasFailed && accept(.semicolon)
    var clauses: [Attribute.Clause] = []
    while !hasFailed, accept(.comma) { clauses.append(attributeClause()) }
    return Attribute(
      names: names, values: values, clauses: clauses, span: span(from: start))
  }

  /// A value, or `từ 80% trở lên` about the attribute itself.
  private mutating func attributeValue(of name: Name) -> Expression {
    let start = position
    if comparison(at: position) != nil, let bounds = bounds() {
      return Expression(
        .within(Expression(.name(name), name.span), bounds), span(from: start))
    }
    return expression()
  }

  /// `viết tắt "BTCTU"` · `từ 14/10/1930 đến 14/10/2026` · `tính cả ý kiến bằng văn bản`.
  private mutating func attributeClause() -> Attribute.Clause {
    let start = position
    while position < limit, current.isWord {
      if position > start, token(at: position).word == Parser.day,
        token(at: position + 1).numeral?.isDate ?? false
      {
        break
      }
      position += 1
    }
    guard position > start else {
      fail(SyntaxMessages.nameExpected("vế sau dấu phẩy", found: found, span: place))
      return Attribute.Clause(name: Name(text: "", key: "", span: place), values: [])
    }
    let name = name(start..<position)
    var values: [Expression] = []
    if !isAtEnd, !at(.comma) {
      repeat {
        values.append(rangeLevel())
      } while !hasFailed
        && (accept(.semicolon) || accept(words: "đến"))
    }
    return Attribute.Clause(name: name, values: values)
  }

  // MARK: Subject kinds

  mutating func subjectKind(_ count: Int) -> Item? {
    let opener = lineSpan
    let header = header(.subjectKind, count: count, naming: .name)
    clauses([]) { _, _ in }
    passHeaderColon()
    endLine()
    var fields: [FieldDeclaration] = []
    var key: [Name] = []
    openBlock(.subjectKind, opener)
    readAttributeLines { parser in
      if let line = parser.lineHead(in: .subjectKind),
        parser.token(at: parser.position + line.count).isSymbol(.colon)
      {
        parser.position += line.count + 1
        key += parser.keyNames()
      } else {
        fields += parser.fields()
      }
    }
    closeBlock()
    return header.map {
      .subjectKind(SubjectKindDeclaration(header: $0, fields: fields, compoundKey: key))
    }
  }

  /// The fields after `khóa:`, read whole like the names before a `:`.
  private mutating func keyNames() -> [Name] {
    guard tokens[position..<limit].allSatisfy({ isNamePart($0) }) else {
      return nameList("tên trường")
    }
    let names = wholeNames(upTo: limit)
    position = limit
    return names
  }

  private func isNamePart(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .quotedName, .symbol(.semicolon): true
    default: token.isCode
    }
  }

  /// `a; b: số lượng, từ 0 đến 10` gives two fields.
  private mutating func fields() -> [FieldDeclaration] {
    let names = attributeNames()
    guard !names.isEmpty, let kind = fieldKind() else { return [] }
    var model = FieldDeclaration(name: names[0], kind: kind, span: lineSpan)
    if let bound = Phrases.comparisons.match(tokens, at: position, limit: limit) {
      failMissingComma(before: position..<position + bound.count)
      return []
    }
    let allowed: [ClauseHead] = [
      .isKey, .fieldStep, .mayBeBlank, .mayBeNotApplicable, .defaultValue, .inverse, .aliases,
      .fieldUnit,
    ]
    while at(.comma), !hasFailed {
      if let clause = clause(among: allowed) {
        position += 1 + clause.count
        readFieldClause(clause.id, into: &model)
      } else if Phrases.comparisons.match(tokens, at: position + 1, limit: limit) != nil {
        position += 1
        model.bounds = bounds()
        if model.bounds == nil, !hasFailed {
          position -= 1
          failUnknownClause(allowed: allowed)
        }
      } else {
        failUnknownClause(allowed: allowed)
      }
    }
    return names.map { name in
      var field = model
      field.name = name
      return field
    }
  }

  private mutating func readFieldClause(
    _ clause: ClauseHead, into field: inout FieldDeclaration
  ) {
    switch clause {
    case .isKey: field.isKey = true
    case .mayBeBlank: field.mayBeBlank = true
    case .mayBeNotApplicable: field.mayBeNotApplicable = true
    case .fieldStep: field.step = additive()
    case .defaultValue: field.defaultValue = expression()
    case .inverse: field.inverseName = expectName("tên danh sách")
    case .aliases: field.aliases += plainTextList("tên cột").map(\.text)
    case .fieldUnit: field.unit = fieldUnit()
    default: return
    }
  }

  /// A unit that may also follow numbers, so that bounds and conditions can be written with it.
  private mutating func fieldUnit() -> (Unit, Span)? {
    guard let name = expectName("đơn vị tính, ví dụ buổi") else { return nil }
    guard declared.units.contains(name.key) else {
      fail(
        SyntaxMessages.unknownFieldUnit(
          name.text, suggestions: Spelling.closest(to: name.text, in: UnitWord.texts),
          span: name.span))
      return nil
    }
    return (Unit(text: name.text, key: name.key), name.span)
  }

  /// A kind: a phrase, or `có/không`.
  private mutating func fieldKind() -> Name? {
    if current.word == Parser.yes, token(at: position + 1).isSymbol(.slash),
      token(at: position + 2).word == Parser.no
    {
      let place = tokens[position].span.joined(tokens[position + 2].span)
      glued.formUnion([position + 1, position + 2])
      position += 3
      return name(text: "có/không", span: place)
    }
    return expectName("loại của trường")
  }
}
