// Which texts of the data rules depend on. In: a checked program. Out: the text columns of data that
// rules group by or compare, with the texts they are compared with. Invariant: columns in the order of
// the program, each once. Whoever looks for misspelt values imports it.

import ThiDuaText

public struct TextUses {
  /// A text that a rule compares with.
  public struct Literal {
    public var text: String
    public var span: Span
  }

  public struct ColumnUse {
    public var reference: ColumnReference
    public var literals: [Literal]
  }

  public private(set) var columns: [ColumnUse] = []
  private let checked: CheckedProgram
  private var places: [ColumnReference: Int] = [:]

  public init(of checked: CheckedProgram) {
    self.checked = checked
    for (kind, subject) in checked.subjectKinds.enumerated() {
      for column in subject.columns { look(at: column.source, kind) }
    }
    for requirement in checked.requirements {
      if let condition = requirement.condition { look(at: condition.expression) }
    }
  }

  private mutating func look(at source: ColumnSource, _ kind: Int) {
    switch source {
    case .input, .inverse: break
    case .computed(let computation): look(at: computation.expression)
    case .grouped(let rule): addGroup(rule.group, kind)
    case .rank(let rule): addGroup(rule.group, kind)
    case .award(let rule): for quota in rule.quotas { addGroup(quota.group, kind) }
    case .limitedLevel(let limit): addGroup(limit.quota.group, kind)
    }
  }

  private mutating func look(at expression: Expr) {
    ExprWalk.visit(expression) { part in
      switch part.node {
      case .compare(.equal, let a, let b), .compare(.notEqual, let a, let b):
        addComparison(a, with: [b])
        addComparison(b, with: [a])
      case .memberOf(let value, let list):
        if case .list(let items) = list.node { addComparison(value, with: items) }
      default: break
      }
    }
  }

  private mutating func addComparison(_ operand: Expr, with others: [Expr]) {
    guard case .column(let kind, let column, _) = operand.node else { return }
    let literals = others.compactMap { other in
      if case .text(let text) = other.node { Literal(text: text, span: other.span) } else { nil }
    }
    if !literals.isEmpty { add(ColumnReference(kind: kind, column: column), literals) }
  }

  private mutating func addGroup(_ group: Int?, _ kind: Int) {
    if let group { add(ColumnReference(kind: kind, column: group), []) }
  }

  private mutating func add(_ reference: ColumnReference, _ literals: [Literal]) {
    let column = checked.subjectKinds[reference.kind].columns[reference.column]
    guard case .input = column.source, column.kind == .text else { return }
    if let place = places[reference] {
      columns[place].literals += literals
    } else {
      places[reference] = columns.count
      columns.append(ColumnUse(reference: reference, literals: literals))
    }
  }
}
