// What if: scenarios and questions. In: the line of a head and, for a scenario, the lines up to `hết`.
// Out: items. Invariant: an assumption is `F của X = V` or `THAM SỐ = V`; inside a scenario such a line
// also closes the rule block before it.

import ThiDuaText

extension Parser {
  // MARK: Assuming

  /// `giả sử "tên"` opens a scenario; `giả sử theo "tên"` and `giả sử A = v` are lines.
  mutating func assume(_ count: Int) -> Item? {
    let opener = lineSpan
    let start = position
    position += count
    if current.isText { return scenario(opener, start) }
    if accept(.byField) {
      let names = plainTextList("tên giả sử")
      let span = span(from: start)
      endLine()
      return .request(CampaignRequest(.assumeScenarios(names), span))
    }
    var assumptions: [Assumption] = []
    repeat {
      if let assumption = assumption() { assumptions.append(assumption) }
    } while !hasFailed && accept(.semicolon)
    let span = span(from: start)
    endLine()
    return .request(CampaignRequest(.assume(assumptions), span))
  }

  /// `F của X = V` or `[tham số] NAME = V`.
  private mutating func assumption() -> Assumption? {
    let start = position
    let saysParameter = head(in: .script)?.id == .parameter
    if saysParameter { position += head(in: .script)?.count ?? 0 }
    let target = with(Rules()) { $0.expression() }
    guard accept(.equal) else {
      failMissing("=", in: "giả sử TRƯỜNG của ĐỐI TƯỢNG = GIÁ TRỊ")
      return nil
    }
    let value = with(Rules()) { $0.expression() }
    let span = span(from: start)
    switch target.node {
    case .of(let field, let owner):
      if case .name(let name) = field.node, !saysParameter {
        return Assumption(target: .field(name, of: owner), value: value, span: span)
      }
    case .name(let name): return Assumption(target: .parameter(name), value: value, span: span)
    case .invalid: return nil
    default: break
    }
    warn(SyntaxMessages.assumptionTarget(source.text(target.span), span: target.span))
    return nil
  }

  private mutating func scenario(_ opener: Span, _ start: Int) -> Item? {
    guard let name = plainText("tên giả sử") else {
      skipLine()
      return nil
    }
    var basis: [(text: String, span: Span)] = []
    clauses([.onBasis]) { parser, _ in basis += parser.plainTextList("tên giả sử") }
    passHeaderColon()
    var scenario = ScenarioDeclaration(
      name: name.text, nameSpan: name.span, basis: basis, assumptions: [], rules: [],
      span: span(from: start))
    endLine()
    openBlock(.assume, opener)
    defer { closeBlock() }
    while hasLine {
      beginLine()
      switch endOfBlock() {
      case .closed, .abandoned: return .scenario(scenario)
      case .notYet: break
      }
      let before = line
      readScenarioLine(into: &scenario)
      // Every branch leaves its line behind; this keeps the loop total.
      if line == before { skipLine() }
    }
    reportMissingEnd(found: .none)
    return .scenario(scenario)
  }

  /// Heads of the rules that a scenario may put in the place of the script's.
  private static let scenarioRules: Set<Head> = [
    .group, .criterion, .bonus, .penalty, .method, .classification, .ranking, .title, .award,
    .function,
  ]

  private mutating func readScenarioLine(into scenario: inout ScenarioDeclaration) {
    if lines[line].isTableRow {
      fail(SyntaxMessages.strayTableRow(span: lineSpan))
      return skipLine()
    }
    let head = head(in: .script)
    if let head,
      Parser.scenarioRules.contains(head.id) || (head.id != .parameter && isDefinitionLine)
    {
      if let item = item() { scenario.rules.append(item) }
      return
    }
    if head == nil, isDefinitionLine {
      if let item = item() { scenario.rules.append(item) }
      return
    }
    if let head, head.id != .parameter {
      fail(SyntaxMessages.notInScenario(head.id.rawValue, span: lineSpan))
      return skipLine()
    }
    if !isAssumptionLine {
      let heads = Parser.scenarioRules.map(\.rawValue).sorted() + [Head.parameter.rawValue]
      if !failUnaccented(heads) {
        fail(SyntaxMessages.scenarioLine(lineStart.text, span: lineSpan))
      }
      return skipLine()
    }
    if let assumption = assumption() { scenario.assumptions.append(assumption) }
    endLine()
  }

  /// Inside a scenario: a line `… = …` that is none of a rule block.
  var isAssumptionLine: Bool {
    guard open.contains(where: { $0.head == .assume }) else { return false }
    return tokens[position..<limit].contains { $0.isSymbol(.equal) }
  }

  mutating func lift(_ count: Int) -> Item? {
    let start = position
    position += count
    let name = current.isText ? plainText("tên giả sử") : nil
    let span = span(from: start)
    endLine()
    return .request(CampaignRequest(.lift(name), span))
  }

  mutating func listAssumptions(_ count: Int) -> Item? {
    let start = position
    position += count
    let span = span(from: start)
    endLine()
    return .request(CampaignRequest(.list, span))
  }

  // MARK: Asking

  mutating func compare(_ count: Int) -> Item? {
    let construct = "so sánh hiện hành với \"tên giả sử\""
    let start = position
    position += count
    defer { endLine() }
    guard let first = stateReference(construct), expect(.with, in: construct),
      let second = stateReference(construct)
    else { return nil }
    let file = outputFile()
    return .request(CampaignRequest(.compare(first, second), file: file, span(from: start)))
  }

  private mutating func stateReference(_ construct: String) -> StateReference? {
    let start = position
    if accept(.current) { return .current(span(from: start)) }
    if accept(.assumed) { return .assumed(span(from: start)) }
    if accept(.scriptFile) {
      return plainText("tên tệp kịch bản").map { .script($0.text, $0.span) }
    }
    if current.isText { return plainText("tên giả sử").map { .scenario($0.text, $0.span) } }
    failMissing("hiện hành hoặc tên giả sử", in: construct)
    return nil
  }

  mutating func whatIfTable(_ count: Int) -> Item? {
    let construct = "bảng giả sử: KẾT QUẢ theo TRƯỜNG của ĐỐI TƯỢNG từ 0 đến 10, bước 1"
    let start = position
    position += count
    defer { endLine() }
    _ = accept(.colon)
    var values: [Expression] = []
    repeat {
      values.append(reserving(.byField) { $0.expression() })
    } while !hasFailed && accept(.semicolon)
    guard expect(.byField, in: construct) else { return nil }
    var axes: [CampaignRequest.Axis] = []
    repeat {
      let range = reserving(.intoFile) { $0.expression() }
      var step: Expression?
      clauses([.fieldStep]) { parser, _ in
        step = parser.reserving(.intoFile) { $0.expression() }
      }
      axes.append(CampaignRequest.Axis(range: range, step: step))
    } while !hasFailed && accept(.semicolon)
    let file = outputFile()
    return .request(CampaignRequest(.table(values, along: axes), file: file, span(from: start)))
  }

  mutating func howMuch(_ count: Int) -> Item? {
    let construct = "cần bao nhiêu TRƯỜNG của ĐỐI TƯỢNG để ĐIỀU KIỆN"
    let start = position
    position += count
    defer { endLine() }
    let field = reserving(.toward) { $0.expression() }
    guard expect(.toward, in: construct) else { return nil }
    let goal = reserving(.intoFile) { $0.condition() }
    let file = outputFile()
    return .request(CampaignRequest(.howMuch(field, to: goal), file: file, span(from: start)))
  }

  mutating func whatFor(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    let subject = position
    let goal = reserving(.intoFile) { $0.condition() }
    if failAwardSentence(.whatFor, subject: subject) { return nil }
    let file = outputFile()
    return .request(CampaignRequest(.whatFor(goal), file: file, span(from: start)))
  }

  /// `độ vững của hạng trong cụm 1`, `độ vững của hạng của tập thể "A"`.
  mutating func robustness(_ count: Int) -> Item? {
    let start = position
    position += count
    defer { endLine() }
    guard let name = reserving(.inList, body: { $0.expectName("tên hạng, mức hoặc danh hiệu") })
    else { return nil }
    var list: Expression?
    var group: Expression?
    if accept(.of) {
      list = reserving(.intoFile) { $0.expression() }
    } else if accept(.inList) {
      group = reserving(.intoFile) { $0.expression() }
    }
    let file = outputFile()
    return .request(
      CampaignRequest(.robustness(name, of: list, within: group), file: file, span(from: start)))
  }

  /// `ra "tệp"`.
  mutating func outputFile() -> (text: String, span: Span)? {
    accept(.intoFile) ? plainText("tên tệp") : nil
  }
}
