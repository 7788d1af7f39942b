// What a declaration says, piece by piece, so that two versions of it can be told apart in words.
//
// In: an item of the tree and the source it was written in. Out: pieces with a name and a text, and the
// rule lines. Layout and comments do not count: texts are folded. Invariant: two declarations with the
// same pieces and lines mean the same. Used by RuleComparison.swift only.

import ThiDuaSyntax
import ThiDuaText

/// One named piece: `mức tối đa`, `10 điểm`.
struct RulePiece: Equatable {
  var name: String
  var text: String
}

/// A declaration taken apart.
struct RuleFacts {
  var pieces: [RulePiece] = []
  var lines: [RuleLine] = []
  private let sources: SourceMap

  init(_ item: Item, _ sources: SourceMap) {
    self.sources = sources
    read(item)
  }

  /// What is written at a place, without comments, white space folded.
  static func words(_ span: Span, _ sources: SourceMap) -> String {
    let text = sources[span.file]?.text(span) ?? ""
    let bare = text.split(separator: "\n").map { line -> Substring in
      var isQuoted = false
      for index in line.indices {
        if line[index] == "\"" || line[index] == "“" || line[index] == "”" { isQuoted.toggle() }
        if line[index] == "#", !isQuoted { return line[..<index] }
      }
      return line
    }
    return bare.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func words(_ span: Span) -> String { RuleFacts.words(span, sources) }
  private func words(_ expression: Expression) -> String { words(expression.span) }

  private mutating func add(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { pieces.append(RulePiece(name: name, text: text)) }
  }

  private mutating func read(_ item: Item) {
    switch item {
    case .campaign(let declaration):
      add("tên", declaration.header.title)
      attributes(declaration.attributes)
    case .document(let declaration):
      add("tên", declaration.title)
      add("kèm theo", declaration.attachedTo)
    case .subjectKind(let declaration):
      for field in declaration.fields {
        let text = words(field.span)
        let colon = text.firstIndex(of: ":").map { text.index(after: $0) } ?? text.startIndex
        add("trường \(field.name.text)", String(text[colon...].drop { $0 == " " }))
      }
      add("khóa", declaration.compoundKey.map(\.text).joined(separator: "; "))
    case .cluster(let declaration):
      add("tên", declaration.header.title)
      add("căn cứ", declaration.basis.map { words($0.span) }.joined(separator: "; "))
      attributes(declaration.attributes)
    case .council(let declaration):
      add("tên", declaration.header.title)
      attributes(declaration.attributes)
    case .parameter(let declaration):
      add("giá trị", words(declaration.value))
      add("áp dụng theo", declaration.appliesBy.map(words))
      add("căn cứ", declaration.basis.map { words($0.span) }.joined(separator: "; "))
    case .scale(let declaration):
      add("các bậc", declaration.levels.map { "\"\($0.text)\"" }.joined(separator: "; "))
    case .group(let declaration):
      scored(declaration.header, declaration.maximum, declaration.suffixes)
      add("không áp dụng thì", declaration.treatment?.rawValue)
      lines = declaration.lines
    case .criterion(let declaration):
      scored(declaration.header, declaration.maximum, declaration.suffixes)
      lines = declaration.lines
      versions(declaration.later) { .criterion($0) }
    case .adjustment(let declaration):
      scored(declaration.header, declaration.maximum, declaration.suffixes)
      lines = declaration.lines
      versions(declaration.later) { .adjustment($0) }
    case .scoringMethod(let declaration):
      add("dùng", declaration.parameters.map(\.text).joined(separator: "; "))
      lines = declaration.lines
    case .judgingMethod(let declaration):
      add("dùng", declaration.parameters.map(\.text).joined(separator: "; "))
      award(declaration.award)
    case .scoreColumns(let declaration):
      add("các cột", declaration.columns.map(\.text).joined(separator: "; "))
      add("cột chính thức", declaration.official.text)
    case .column(let declaration):
      add("công thức", declaration.value.map(words))
      suffixes(declaration.suffixes)
      lines = declaration.lines
      versions(declaration.later) { .column($0) }
    case .classification(let declaration): classification(declaration)
    case .ranking(let declaration):
      add("tính trong mỗi", declaration.header.group.map(words))
      add(
        "thứ tự",
        declaration.keys.map { key in
          words(key.value) + (key.isPreference ? " (ưu tiên)" : key.isDescending ? " giảm dần" : "")
        }.joined(separator: "; "))
      add("khi bằng nhau", declaration.ties?.rawValue)
      lines = declaration.lines
    case .award(let declaration):
      add("tính trong mỗi", declaration.header.group.map(words))
      award(declaration)
      versions(declaration.later) { .award($0) }
    case .decisionTable(let declaration):
      for (index, row) in declaration.rows.enumerated() {
        add("dòng \(index + 1) của bảng", words(row.span))
      }
      suffixes(declaration.suffixes)
      lines = declaration.lines
      versions(declaration.later) { .decisionTable($0) }
    case .function(let declaration):
      add("các giá trị", declaration.parameters.map(\.text).joined(separator: "; "))
      switch declaration.body {
      case .expression(let value): add("công thức", words(value))
      case .block(let statements): add("các lệnh", statementWords(statements))
      }
    case .process(let declaration):
      add("căn cứ", declaration.basis.map { words($0.span) }.joined(separator: "; "))
      for step in declaration.steps { add("bước \(step.code.text)", words(step.span)) }
      for milestone in declaration.milestones {
        add("mốc \"\(milestone.title)\"", milestone.date.text)
      }
    case .closing(let declaration): add("dòng", words(declaration.span))
    case .holidays, .requirement, .cancellation, .data, .example, .importing, .inheriting,
      .amendment, .unit, .action, .scenario, .request:
      break
    }
  }

  // MARK: Parts

  private mutating func attributes(_ attributes: [Attribute]) {
    for attribute in attributes {
      let text = words(attribute.span)
      let colon = text.firstIndex(of: ":").map { text.index(after: $0) } ?? text.startIndex
      for name in attribute.names {
        add(name.text, String(text[colon...].drop { $0 == " " }))
      }
    }
  }

  private mutating func scored(_ header: Header, _ maximum: Expression?, _ own: Suffixes) {
    add("tên", header.title)
    add("mức tối đa", maximum.map(words))
    suffixes(own)
  }

  private mutating func suffixes(_ suffixes: Suffixes) {
    if let rounding = suffixes.rounding {
      switch rounding.target {
      case .places(let places): add("làm tròn", "\(words(places)) chữ số, \(rounding.rule)")
      case .step(let step): add("làm tròn", "đến \(words(step)), \(rounding.rule)")
      }
    }
    add("không quá", suffixes.atMost.map(words))
    add("ít nhất", suffixes.atLeast.map(words))
    add("trừ trường hợp", suffixes.unless.map(words))
    add("căn cứ", suffixes.basis.map { words($0.span) }.joined(separator: "; "))
  }

  private mutating func classification(_ declaration: ClassificationDeclaration) {
    add("cách xét", declaration.topDown ? "xét từ trên xuống" : "các mức loại trừ nhau")
    add("thứ tự các mức", declaration.levels.map { "\"\($0.title)\"" }.joined(separator: "; "))
    for level in declaration.levels {
      let condition = level.condition.map { "khi " + words($0) } ?? "còn lại"
      let unless = level.unless.map { ", trừ trường hợp " + words($0) } ?? ""
      add("mức \"\(level.title)\"", condition + unless)
    }
    for limit in declaration.limits {
      let exceptions = limit.exceptions.map {
        "; riêng trường hợp \(words($0.condition)) thì không quá \(words($0.amount))"
      }.joined()
      add("hạn mức \"\(limit.level.text)\"", words(limit.span) + exceptions)
    }
    lines = declaration.lines
    versions(declaration.later) { .classification($0) }
  }

  private mutating func award(_ declaration: AwardDeclaration) {
    add("chỉ tiêu", declaration.quotas.map { words($0.span) }.joined(separator: "; "))
    add(
      "chỉ tiêu trong trường hợp riêng",
      declaration.quotaExceptions.map {
        "\(words($0.condition)) thì không quá \(words($0.amount))"
      }.joined(separator: "; "))
    add(
      "thứ tự xét",
      declaration.order.map { key in
        words(key.value) + (key.isPreference ? " (ưu tiên)" : key.isDescending ? " giảm dần" : "")
      }.joined(separator: "; "))
    add("không đồng thời với", declaration.exclusiveWith.map(\.text).joined(separator: "; "))
    add("chỉ dùng một lần", declaration.usedOnce.map(\.text).joined(separator: "; "))
    if let minimum = declaration.minimumShare {
      add("trong đó ít nhất", "\(words(minimum.share)) là \(words(minimum.condition))")
    }
    add("tiền thưởng", declaration.prize.map(words))
    lines = declaration.lines
  }

  /// Later versions as pieces that name their day.
  private mutating func versions<Declaration>(
    _ later: [LaterVersion<Declaration>], _ item: (Declaration) -> Item
  ) {
    for version in later {
      let own = RuleFacts(item(version.declaration), sources)
      let day = "từ \(version.dating.from.text)"
      add(
        "\(day), áp dụng theo",
        version.dating.appliesBy.map(words) ?? "cả năm")
      for piece in own.pieces { add("\(day), \(piece.name)", piece.text) }
      for (index, line) in own.lines.enumerated() {
        add("\(day), dòng \(index + 1)", words(line.span))
      }
    }
  }

  private func statementWords(_ statements: [Statement]) -> String {
    statements.map { statement in
      switch statement.node {
      case .branch(let branches, let otherwise):
        branches.map { "nếu \(words($0.condition)) thì \(statementWords($0.body))" }
          .joined(separator: " ") + (otherwise.map { " ngược lại " + statementWords($0) } ?? "")
      case .forEach(_, _, let body), .whileLoop(_, let body):
        words(statement.span) + " " + statementWords(body)
      default: words(statement.span)
      }
    }.joined(separator: "; ")
  }
}
