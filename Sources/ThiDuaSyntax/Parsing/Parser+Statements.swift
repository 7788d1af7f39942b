// Statements that act, and the functions and procedures they make up.
//
// `nếu`, `với mỗi`, `trong khi` hold lines up to `hết`; `nếu C thì LỆNH [ngược lại LỆNH]` stands on one
// line. Every statement reader leaves its lines behind, except inside a one-line `nếu`.

import ThiDuaText

extension Parser {
  // MARK: Functions

  mutating func function(_ head: Head, _ count: Int) -> Item? {
    let opener = lineSpan
    let start = position
    position += count
    let name = expectName(head == .function ? "tên hàm" : "tên thủ tục")
    var parameters: [Name] = []
    if name != nil {
      if at(.openParen) {
        glued.insert(position)
        position += 1
        if !accept(.closeParen) {
          parameters = nameList("tên tham số")
          // Read on as meant: the body of a function cut off here would be taken for a block.
          while at(.comma) {
            warn(SyntaxMessages.commaAsSeparator(span: place))
            position += 1
            parameters += nameList("tên tham số")
          }
          close(.closeParen, opening: "(")
        }
      } else {
        failMissing("(", in: "\(head.rawValue) TÊN(a; b)")
      }
    }
    if head == .function, accept(.equal) {
      let value = expression()
      let span = span(from: start)
      endLine()
      return name.map {
        .function(
          FunctionDeclaration(
            isProcedure: false, name: $0, parameters: parameters, body: .expression(value),
            span: span))
      }
    }
    passHeaderColon()
    let span = span(from: start)
    endLine()
    let body = statementBlock(head, opener)
    return name.map {
      .function(
        FunctionDeclaration(
          isProcedure: head == .procedure, name: $0, parameters: parameters,
          body: .block(body), span: span))
    }
  }

  // MARK: Blocks

  /// The statements up to `hết`, or up to a line that begins with `ngược lại`.
  private mutating func statementBlock(
    _ head: Head, _ opener: Span, stopsAtOtherwise: Bool = false
  ) -> [Statement] {
    openBlock(head, opener)
    defer { closeBlock() }
    guard open.count <= Parser.maximumBlocks else {
      if hasLine { beginLine() }
      fail(SyntaxMessages.tooDeep(limit: Parser.maximumBlocks, span: opener))
      line = lines.count
      hasGivenUp = true
      return []
    }
    var body: [Statement] = []
    while hasLine {
      beginLine()
      if stopsAtOtherwise, at(.otherwise) { return body }
      switch endOfBlock() {
      case .closed, .abandoned: return body
      case .notYet: break
      }
      if let begun = self.head(in: .statements) {
        if let statement = statement(begun.id, begun.count) { body.append(statement) }
      } else if isBareCall {
        if let statement = bareCall() { body.append(statement) }
        endLine()
      } else if beginsDeclaration || isDefinitionLine {
        reportMissingEnd(found: lineSpan)
        return body
      } else {
        failStatement()
        skipLine()
      }
    }
    reportMissingEnd(found: .none)
    return body
  }

  private mutating func failStatement() {
    let heads = Head.allCases.filter { $0.keyword.places.contains(.statements) }.map(\.rawValue)
    if failUnaccented(heads + [Reserved.otherwise.rawValue]) { return }
    if lines[line].isTableRow {
      fail(SyntaxMessages.strayTableRow(span: lineSpan))
      return
    }
    let start = lineStart
    let end = nameEnd(from: position)
    let defines = end > position && token(at: end).isSymbol(.equal)
    fail(
      SyntaxMessages.unknownHead(
        start.text, suggestions: nearest(heads), definesWithoutKind: defines, span: start.span))
  }

  // MARK: One statement

  /// Reads a statement with its lines.
  mutating func statement(_ head: Head, _ count: Int) -> Statement? {
    let opener = lineSpan
    let start = position
    switch head {
    case .branch: return branch(count, opener)
    case .forEach:
      position += count
      let variable = reserving(.inList) { $0.expectName("tên biến") }
      var list = invalid(start)
      if variable != nil, expect(.inList, in: "với mỗi x trong DANH SÁCH") {
        list = expression()
      }
      passHeaderColon()
      let span = span(from: start)
      endLine()
      let body = statementBlock(.forEach, opener)
      return variable.map { Statement(.forEach($0, list, body), span) }
    case .whileLoop:
      position += count
      let test = condition()
      passHeaderColon()
      let span = span(from: start)
      endLine()
      return Statement(.whileLoop(test, statementBlock(.whileLoop, opener)), span)
    default:
      let statement = simpleStatement(head, count)
      endLine()
      return statement
    }
  }

  /// A statement that fits a line; the line is not left.
  private mutating func simpleStatement(_ head: Head, _ count: Int) -> Statement? {
    let start = position
    position += count
    let node: Statement.Node?
    switch head {
    case .set: node = setting()
    case .giveBack: node = .giveBack(isAtEnd || at(.otherwise) ? nil : expression())
    case .leaveLoop: node = .leaveLoop
    case .nextRound: node = .nextRound
    case .call: node = call()
    case .print:
      var values: [Expression] = []
      repeat { values.append(expression()) } while !hasFailed && accept(.semicolon)
      node = .print(values)
    case .printTable:
      let list = expression()
      node = .printTable(list, outputColumns())
    case .printProgress: node = .printProgress(expression())
    case .export: node = export()
    case .why, .whyNot: node = why(isNegative: head == .whyNot)
    default:
      fail(SyntaxMessages.leftover(head.rawValue, span: tokens[start].span))
      node = nil
    }
    return node.map { Statement($0, span(from: start)) }
  }

  /// `x = E` or `x[i] = E`, after `đặt`.
  private mutating func setting() -> Statement.Node? {
    guard let name = expectName("tên biến") else { return nil }
    var index: Expression?
    if at(.openBracket) {
      glued.insert(position)
      position += 1
      index = with(.inBrackets) { $0.expression() }
      close(.closeBracket, opening: "[")
    }
    guard accept(.equal) else {
      failMissing("=", in: "đặt TÊN = GIÁ TRỊ")
      return nil
    }
    let value = expression()
    return index.map { .setElement(name, index: $0, value) } ?? .set(name, value)
  }

  private mutating func call() -> Statement.Node? {
    guard let name = expectName("tên thủ tục") else { return nil }
    guard at(.openParen) else { return .call(name, []) }
    glued.insert(position)
    position += 1
    return .call(name, arguments())
  }

  /// A line that is a call and nothing else.
  var isBareCall: Bool {
    let end = nameEnd(from: position)
    return end > position && token(at: end).isSymbol(.openParen)
      && token(at: limit - 1).isSymbol(.closeParen) && !isDefinitionLine
  }

  mutating func bareCall() -> Statement? {
    let start = position
    return call().map { Statement($0, span(from: start)) }
  }

  // MARK: Branches

  private mutating func branch(_ count: Int, _ opener: Span) -> Statement? {
    let start = position
    let construct = "nếu ĐIỀU KIỆN thì …"
    position += count
    let test = condition(after: Reserved.condition.rawValue)
    guard expect(.then, in: construct) || isAtEnd else {
      skipLine()
      return nil
    }
    passHeaderColon()
    let span = span(from: start)
    guard isAtEnd else {
      let statement = oneLineBranch(test, start)
      endLine()
      return statement
    }
    endLine()
    var branches = [
      (condition: test, body: statementBlock(.branch, opener, stopsAtOtherwise: true))
    ]
    var otherwise: [Statement]?
    while hasLine, isAtOtherwise {
      indentation[line] = blockDepth
      position += reserved(at: position)?.count ?? 1
      guard accept(.condition) else {
        passHeaderColon()
        endLine()
        otherwise = statementBlock(.branch, opener)
        break
      }
      let next = condition(after: Reserved.condition.rawValue)
      _ = expect(.then, in: construct)
      passHeaderColon()
      endLine()
      branches.append((next, statementBlock(.branch, opener, stopsAtOtherwise: true)))
    }
    return Statement(.branch(branches, otherwise: otherwise), span)
  }

  /// True when the block just read stopped at `ngược lại` (it has begun that line).
  private var isAtOtherwise: Bool {
    position == lines[line].tokens.lowerBound && limit == lines[line].tokens.upperBound
      && at(.otherwise)
  }

  /// `nếu C thì LỆNH [ngược lại LỆNH]`.
  private mutating func oneLineBranch(_ test: Expression, _ start: Int) -> Statement? {
    guard let chosen = inlineStatement() else { return nil }
    var otherwise: [Statement]?
    if accept(.otherwise) {
      guard let other = inlineStatement() else { return nil }
      otherwise = [other]
    }
    return Statement(.branch([(test, [chosen])], otherwise: otherwise), span(from: start))
  }

  private mutating func inlineStatement() -> Statement? {
    defer { depth -= 1 }
    guard descend() else { return nil }
    let start = position
    guard let head = head(in: .statements) else {
      if nameEnd(from: position) > position, token(at: nameEnd(from: position)).isSymbol(.openParen)
      {
        return bareCall()
      }
      let heads = Head.allCases.filter { $0.keyword.places == [.script, .statements] }
      fail(
        SyntaxMessages.missingWord(
          "lệnh", in: "nếu C thì LỆNH, LỆNH là " + heads.map(\.rawValue).joined(separator: ", "),
          found: found, span: place))
      return nil
    }
    guard head.id == .branch else { return simpleStatement(head.id, head.count) }
    position += head.count
    let test = condition(after: Reserved.condition.rawValue)
    guard expect(.then, in: "nếu ĐIỀU KIỆN thì LỆNH") else { return nil }
    return oneLineBranch(test, start)
  }

  // MARK: Output

  /// `L sắp theo (K1; K2) ra "tệp"[, kiểu quốc tế]: cột; cột: 2 "tiêu đề"`, after `xuất`.
  private mutating func export() -> Statement.Node? {
    let construct = "xuất DANH SÁCH ra \"ket-qua.csv\": cột; cột"
    let list = reserving(.intoFile) { $0.expression() }
    guard expect(.intoFile, in: construct), !failBareFileName() else { return nil }
    let file = atom()
    var style: NumberStyle?
    clauses([.vietnameseStyle, .internationalStyle]) { _, clause in
      style = Parser.styles[clause]
    }
    if !hasFailed, position < limit, current.isWord, tokens[position - 1].isText,
      Phrases.clauses.match(tokens, at: position, limit: limit) == nil
    {
      failMissingColon(before: position..<position + 1, why: "Các cột đứng sau dấu hai chấm.")
      return nil
    }
    return .export(list, to: file, style: style, outputColumns())
  }

  /// `E [ra "tệp"]`, after `vì sao` or `vì sao không`.
  private mutating func why(isNegative: Bool) -> Statement.Node? {
    let start = position
    let question = reserving(.intoFile) { $0.expression() }
    if failAwardSentence(isNegative ? .whyNot : .why, subject: start) { return nil }
    let file = accept(.intoFile) ? atom() : nil
    return .why(isNegative: isNegative, question, to: file)
  }

  /// `: quy đổi; nhóm 1: 2 "thưởng"`; empty when nothing is written.
  private mutating func outputColumns() -> [OutputColumn] {
    guard accept(.colon) else { return [] }
    var inner = rules
    inner.lookups = false
    return with(inner) { parser in
      var columns: [OutputColumn] = []
      repeat {
        let value = parser.expression()
        let decimals = parser.accept(.colon) ? parser.decimals() : nil
        let title = parser.current.isText ? parser.plainText("tiêu đề cột")?.text : nil
        columns.append(OutputColumn(value: value, title: title, decimals: decimals))
      } while !parser.hasFailed && parser.accept(.semicolon)
      return columns
    }
  }
}
