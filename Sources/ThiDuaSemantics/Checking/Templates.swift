// What a template of a document asks a program for: texts, conditions, lists to go through. In: the
// expressions in reading order, each with the loop it stands in. Out: one small program in which each of
// them is a function of what is bound around it (the subject of the document, the variables of the
// loops), so that a row of a table costs a call and no checking. Invariant: every expression is checked
// once, whatever else is wrong; nothing stays behind in the program asked. Used by the façade's papers.

import ThiDuaSyntax
import ThiDuaText

/// One thing a template asks for.
public struct TemplateQuestion: Sendable {
  /// What a variable bound by the caller tells of itself.
  public struct Property: Sendable {
    public var name: String
    public var kind: Kind
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  public enum Node: Sendable {
    /// Printed.
    case text(Expression)
    case condition(Expression)
    /// A list of the program that a variable goes through.
    case loop(Name, Expression)
    /// A list of the caller's that a variable goes through; the name alone stands for the first property.
    case given(Name, [Property])
    /// Something of the caller's that binds nothing.
    case callers
  }

  public var node: Node
  /// The question whose loop it stands in.
  public var loop: Int?
  public init(_ node: Node, loop: Int?) {
    self.node = node
    self.loop = loop
  }
}

/// A template checked: a function for each question.
public struct CheckedTemplate: Sendable {
  public struct Answer: Sendable {
    /// Index in the program's functions. Its arguments: the row of the document's subject when there is
    /// one, then what the loops around bind, outermost first: an element, or every property of it.
    public var function: Int
    public var kind: Kind
  }
  public var question: CheckedQuestion
  /// By question; nil for what is the caller's.
  public var answers: [Answer?]
}

/// The ballot on an award: whose it is, and where its numbers are found.
public struct TemplateBallot: Sendable {
  public var kind: Int
  /// The award's name.
  public var award: String
  /// A function of the subject's row that gives the list [votes in favour; the base they are counted on].
  public var function: Int
}

/// What the names of a template mean besides those of the program.
struct TemplateScope {
  /// Properties of the caller's variables, by lookup keys.
  var given: [String: [String: Scope.Local]] = [:]
}

extension OpenProgram {
  /// Checks what a template asks; nil after errors. `subject`: the kind whose subject the document is
  /// about.
  public func check(
    template questions: [TemplateQuestion], about subject: Int?,
    into diagnostics: inout Diagnostics
  ) -> CheckedTemplate? {
    var answers: [CheckedTemplate.Answer?] = []
    let asked = ask(into: &diagnostics) { checker, _ in
      var checking = TemplateChecking(checker, subject)
      answers = questions.map { checking.answer($0) }
      return ([], [])
    }
    return asked.map { CheckedTemplate(question: $0, answers: answers) }
  }

  /// The ballots that awards of the program hang on, in the order of the awards, with their program; nil
  /// when no award asks for a ballot.
  public func ballots() -> (question: CheckedQuestion, ballots: [TemplateBallot])? {
    var found: [TemplateBallot] = []
    var findings = Diagnostics()
    let asked = ask(into: &findings) { checker, _ in
      for kind in checker.kinds.indices { found += checker.ballots(of: kind) }
      return ([], [])
    }
    guard let asked, !found.isEmpty else { return nil }
    return (asked, found)
  }
}

/// The questions of one template, one after the other.
private struct TemplateChecking {
  /// What a loop binds.
  private enum Variable {
    case element(Name, Kind)
    case given(Name, [TemplateQuestion.Property])
  }

  private let checker: Checker
  private let subject: Int?
  /// By question: the variable of its loop and the loop around that.
  private var loops: [(variable: Variable?, around: Int?)] = []

  init(_ checker: Checker, _ subject: Int?) {
    self.checker = checker
    self.subject = subject
  }

  mutating func answer(_ question: TemplateQuestion) -> CheckedTemplate.Answer? {
    var variable: Variable?
    defer { loops.append((variable, question.loop)) }
    switch question.node {
    case .text(let expression):
      return function(in: question.loop) { checker.check(expression, $0) }
    case .condition(let expression):
      return function(in: question.loop) { checker.checkCondition(expression, $0) }
    case .loop(let name, let list):
      var element = Kind.unknown
      let answer = function(in: question.loop) { scope in
        let source = checker.check(list, scope)
        element = checker.element(of: source, list.span)
        return source
      }
      variable = .element(name, element)
      return answer
    case .given(let name, let properties):
      variable = .given(name, properties)
      return nil
    case .callers: return nil
    }
  }

  /// Makes a function whose parameters are what is bound inside a loop.
  private func function(
    in loop: Int?, _ build: (Scope) -> Expr
  ) -> CheckedTemplate.Answer {
    let frame = Frame()
    var scope = Scope(frame: frame)
    scope.seesVariables = true
    scope.allowsBlank = true
    var kinds: [Kind] = []
    if let subject {
      scope.subjects = [.init(kind: subject, slot: frame.fresh())]
      kinds.append(.subject(subject))
    }
    for variable in variables(around: loop) {
      switch variable {
      case .element(let name, let kind):
        scope.locals[name.key] = .init(slot: frame.fresh(), kind: kind)
        kinds.append(kind)
      case .given(let name, let properties):
        var slots: [String: Scope.Local] = [:]
        for (index, property) in properties.enumerated() {
          let local = Scope.Local(slot: frame.fresh(), kind: property.kind)
          slots[VietnameseText.lookupKey(property.name)] = local
          if index == 0 { scope.locals[name.key] = local }
        }
        scope.template.given[name.key] = slots
        kinds += properties.map(\.kind)
      }
    }
    return checker.add(function: build(scope), of: kinds, frame)
  }

  private func variables(around loop: Int?) -> [Variable] {
    var found: [Variable] = []
    var next = loop
    while let index = next, loops.indices.contains(index) {
      if let variable = loops[index].variable { found.append(variable) }
      next = loops[index].around
    }
    return found.reversed()
  }
}

extension Checker {
  /// A function that gives back one expression.
  fileprivate func add(
    function value: Expr, of parameters: [Kind], _ frame: Frame
  ) -> CheckedTemplate.Answer {
    let body = Body(
      statements: [CheckedStatement(.giveBack(value), value.span)], localCount: frame.count)
    instances.append(
      FunctionInstance(
        function: Function(
          name: "mẫu văn bản", parameterCount: parameters.count, result: value.kind, body: body,
          isProcedure: false, span: value.span),
        parameters: parameters, isBusy: false))
    return CheckedTemplate.Answer(function: instances.count - 1, kind: value.kind)
  }

  /// `số đạt của dh`: a property of a variable that the template's loop binds; nil for other owners.
  func templateProperty(
    _ value: Expression, _ owner: Expression, _ scope: Scope, _ span: Span
  ) -> Expr? {
    guard case .name(let variable) = owner.node,
      let properties = scope.template.given[variable.key]
    else { return nil }
    guard case .name(let name) = value.node, let local = properties[name.key] else {
      report(
        CheckMessages.unknownName(
          words(at: value.span), span: value.span,
          suggestions: Spelling.closest(to: words(at: value.span), in: properties.keys.sorted())))
      return Expr(.blank, .unknown, span)
    }
    return Expr(.local(local.slot), local.kind, span)
  }

  /// A function for the ballot of every award of a kind that hangs on one.
  fileprivate func ballots(of kind: Int) -> [TemplateBallot] {
    let awards = kinds[kind].awards.values.sorted { $0.column < $1.column }
    var seen: Set<Int> = []
    var found: [TemplateBallot] = []
    for award in awards where seen.insert(award.column).inserted {
      let conditions = award.declaration.lines.compactMap { line -> Expression? in
        if case .condition(let condition) = line.content { condition } else { nil }
      }
      guard let ballot = conditions.flatMap(ballots(in:)).first else { continue }
      let frame = Frame()
      var scope = Scope(frame: frame)
      scope.subjects = [.init(kind: kind, slot: frame.fresh())]
      scope.allowsBlank = true
      scope.award = award.declaration
      let numbers = [check(ballot.votes, scope), check(ballot.base, scope)]
      let list = Expr(.list(numbers), .list(.number), ballot.condition.span)
      found.append(
        TemplateBallot(
          kind: kind, award: award.declaration.header.name.text,
          function: add(function: list, of: [.subject(kind)], frame).function))
    }
    return found
  }
}
