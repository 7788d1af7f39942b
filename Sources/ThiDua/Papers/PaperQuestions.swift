// A template's expressions as questions to the program. In: a template and the facts its document may ask. Out: for
// each expression what it means: a function of the program, a list or a table of every campaign; and the
// facts that are asked. Invariant: question 0 binds the facts, question n + 1 is the template's expression n,
// the last one is the name of the file.

import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct PaperQuestions {
  enum Meaning {
    case asked
    /// A list of every campaign; of the element of that loop, or of all.
    case list(PaperList, of: Int?)
    case table(PaperTable, of: Int?)
  }

  private(set) var questions: [ThiDuaSemantics.TemplateQuestion] = []
  private(set) var meanings: [Meaning] = []
  /// Lookup keys of facts that some expression names.
  private(set) var askedFacts: Set<String> = []

  private let template: PaperTemplate

  init(
    _ template: PaperTemplate, facts: PaperFacts, file: Expression, names: Set<String>,
    into diagnostics: inout Diagnostics
  ) {
    self.template = template
    let factsName = Self.name(PaperFacts.variable, .none)
    questions.append(.init(.given(factsName, facts.properties), loop: nil))
    let known = names.union([factsName.key])
    for expression in template.expressions {
      let loop = expression.loop.map { $0 + 1 } ?? 0
      let meaning = meaning(of: expression, names: known, into: &diagnostics)
      meanings.append(meaning)
      switch (expression.use, meaning) {
      case (.loop(let variable), .list(let list, _)):
        questions.append(.init(.given(name(at: variable), list.properties), loop: loop))
      case (_, .table), (_, .list): questions.append(.init(.callers, loop: loop))
      case (let use, .asked):
        let parsed = parseExpression(
          template.source, range: expression.range, knownNames: known, into: &diagnostics)
        note(parsed)
        switch use {
        case .value: questions.append(.init(.text(parsed), loop: loop))
        case .condition: questions.append(.init(.condition(parsed), loop: loop))
        case .loop(let variable):
          questions.append(.init(.loop(name(at: variable), parsed), loop: loop))
        }
      }
    }
    questions.append(.init(.text(file), loop: nil))
  }

  /// Remembers the facts an expression names.
  private mutating func note(_ expression: Expression) {
    let facts = VietnameseText.lookupKey(PaperFacts.variable)
    var found: Set<String> = []
    expression.visit { part in
      if case .of(let value, let owner) = part.node, case .name(let fact) = value.node,
        case .name(let variable) = owner.node, variable.key == facts
      {
        found.insert(fact.key)
      }
    }
    askedFacts.formUnion(found)
  }

  // MARK: Lists and tables of every campaign

  /// `names`: what the script calls anything; such a name is meant before a misspelt list or table.
  private func meaning(
    of expression: TemplateExpression, names: Set<String>, into diagnostics: inout Diagnostics
  ) -> Meaning {
    let text = text(expression.range)
    let (what, owner) = Self.parts(text)
    let span = span(expression.range)
    let ownerLoop = owner.flatMap { loop(of: $0, from: expression.loop) }
    // The script's own `bảng điểm của tập thể`.
    if owner != nil, ownerLoop == nil, names.contains(VietnameseText.lookupKey(what)) {
      return .asked
    }
    func checkOwner(_ loop: String?) {
      guard let owner, ownerLoop == nil else { return }
      diagnostics.add(TemplateMessages.unknownOwner(what, owner, loop: loop, span: span))
    }
    func misspelt(_ known: [String]) -> String? {
      guard owner == nil || ownerLoop != nil, !names.contains(VietnameseText.lookupKey(what)),
        let meant = Spelling.closest(to: what, in: known).first
      else { return nil }
      diagnostics.add(TemplateMessages.misspelt(what, meant: meant, known: known, span: span))
      return meant
    }
    switch expression.use {
    case .value(let form, let standsAlone):
      let known = PaperTable.allCases.map(\.rawValue)
      let isTable = VietnameseText.lookupKey(what).hasPrefix("bảng ")
      guard isTable, let table = PaperTable.named(what) ?? misspelt(known).flatMap(PaperTable.named)
      else { return .asked }
      checkOwner(table.ownerLoop)
      if !standsAlone {
        diagnostics.add(TemplateMessages.tableInText(table.rawValue, span: span))
      } else if let written = form.written {
        diagnostics.add(
          TemplateMessages.tableWithDecimals(table.rawValue, form: written, span: span))
      }
      return .table(table, of: ownerLoop)
    case .loop:
      let known = PaperList.allCases.map(\.rawValue)
      let isList = VietnameseText.lookupKey(what).hasPrefix("các ")
      guard isList, let list = PaperList.named(what) ?? misspelt(known).flatMap(PaperList.named)
      else { return .asked }
      checkOwner(list.ownerLoop)
      return .list(list, of: ownerLoop)
    case .condition: return .asked
    }
  }

  /// `các đề nghị của d` into its two halves.
  private static func parts(_ text: String) -> (what: String, owner: String?) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let of = words.firstIndex(where: { VietnameseText.lookupKey($0) == "của" }) else {
      return (text, nil)
    }
    return (words[..<of].joined(separator: " "), words[(of + 1)...].joined(separator: " "))
  }

  /// The loop around whose variable is called so, when it goes through a list of every campaign.
  private func loop(of variable: String, from inner: Int?) -> Int? {
    var next = inner
    while let index = next {
      let expression = template.expressions[index]
      if case .loop(let range) = expression.use,
        VietnameseText.lookupKey(text(range)) == VietnameseText.lookupKey(variable)
      {
        if case .list = meanings[index] { return index }
        return nil
      }
      next = expression.loop
    }
    return nil
  }

  // MARK: Words

  private func text(_ range: Range<Int>) -> String {
    String(decoding: template.source.bytes[range], as: UTF8.self)
  }

  private func name(at range: Range<Int>) -> Name { Self.name(text(range), span(range)) }

  private func span(_ range: Range<Int>) -> Span {
    Span(
      file: template.source.id, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  private static func name(_ text: String, _ span: Span) -> Name {
    Name(text: text, key: VietnameseText.lookupKey(text), span: span)
  }
}

extension PaperTable {
  /// The loop whose elements the table may be of.
  fileprivate var ownerLoop: String {
    switch self {
    case .scores, .levels, .leaders: "b trong các bảng điểm"
    case .proposals, .awards: "d trong các danh hiệu"
    case .ballots: "g trong các cụm"
    }
  }
}

extension PaperList {
  /// The loop whose elements the list may be of; nil when it is always of the whole document.
  fileprivate var ownerLoop: String? {
    switch self {
    case .groups: "b trong các bảng điểm"
    case .rows: "g trong các cụm"
    case .proposals: "d trong các danh hiệu"
    case .boards, .rankings, .awards, .documents, .levels: nil
    }
  }
}

extension TemplateExpression.NumberForm {
  /// As written after the expression; nil for none.
  fileprivate var written: String? {
    switch self {
    case .plain: nil
    case .decimals(let count): ": \(count)"
    case .padded: ": 02"
    }
  }
}
