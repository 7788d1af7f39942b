// Why a value is what it is: the tree from a result to the input cells. In: made by the façade's explainer.
// Out: what `vì sao` prints, and what the page, the workbook, the store and embedding programs read.
// Law: a node's value follows from its operands by its operation (`recombined`), exactly; leaves are
// cells, parameters, constants of the rule, and values whose own explanation was left folded.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// One value with its reasons.
public struct Explanation: Sendable {
  /// What a node is to the one above it.
  public enum Role: Sendable {
    /// The value above is reckoned from this one.
    case operand
    /// A condition that decided what is reckoned.
    case condition
    /// Something to know that the value does not hang on by arithmetic: who stands above, a place count.
    case remark
  }

  /// How a value comes from its operands. Operands that do not apply are left out of sums.
  public enum Operation: Sendable, Equatable {
    // Leaves.
    /// A cell of the data.
    case input
    /// The field's default: the cell is blank.
    case defaultValue
    case parameter
    /// Written in the rule.
    case constant
    /// Explained further by asking about it: depth, or told already.
    case folded
    // One operand.
    /// The operand's value: a rule, the branch that holds, what was looked up.
    case same
    case negation
    case rounding(RoundingRule, places: Int)
    case roundingToStep(RoundingRule, Exact)
    case floor
    // Several.
    /// By operand: whether it is taken off.
    case sum([Bool])
    case product
    case quotient
    case least
    case greatest
    case comparison(Comparison)
    case all
    case any
    case not
    /// What the domain or a function works out; its parts are reasons, not operands.
    case worked
  }

  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public var role: Role
  /// The column's name, the line of the rule or the expression, as written.
  public var label: String
  /// Whose value it is, where that is not evident from the node above: `tập thể "A"`.
  public var owner: String?
  public var value: Value
  public var kind: ValueKind
  /// The value as `in` prints it.
  public var shown: String
  public var operation: Operation
  /// Why this line, bound, exception or treatment applies, as a sentence without final period.
  public var reason: String?
  /// The line of the script.
  public var line: RulePlace?
  /// The cell an input came from.
  public var cell: DataPlace?
  /// What to ask to see this node opened: `nhóm 1 của tập thể "A"`; nil: there is nothing to ask.
  public var question: String?
  /// Legal basis, as a reader writes it.
  public var basis: [String]
  public var parts: [Explanation]
  /// Explanations of one explainer with the same number have the same parts; nil: not kept by it.
  package var number: Int?

  public init(
    _ label: String, _ value: Value, _ kind: ValueKind, shown: String, _ operation: Operation,
    role: Role = .operand, owner: String? = nil, reason: String? = nil, line: RulePlace? = nil,
    cell: DataPlace? = nil, basis: [String] = [], parts: [Explanation] = []
  ) {
    self.role = role
    self.label = label
    self.owner = owner
    self.value = value
    self.kind = kind
    self.shown = shown
    self.operation = operation
    self.reason = reason
    self.line = line
    self.cell = cell
    self.basis = basis
    self.parts = parts
  }

  /// The parts the value is reckoned from.
  public var operands: [Explanation] { parts.filter { $0.role == .operand } }

  public var isLeaf: Bool {
    switch operation {
    case .input, .defaultValue, .parameter, .constant, .folded, .worked: true
    default: false
    }
  }
}

/// A line of a script.
public struct RulePlace: Sendable, Hashable {
  public var file: String
  public var line: Int
  /// The rule as written, white space folded.
  public var text: String
  public init(file: String, line: Int, text: String) {
    self.file = file
    self.line = line
    self.text = text
  }
}

// MARK: The law

extension Explanation {
  /// The value worked out anew from the operands; nil for leaves.
  public var recombined: Value? {
    switch operation {
    case .input, .defaultValue, .parameter, .constant, .folded, .worked: return nil
    default: break
    }
    // By index: an element of a loop is a copy of all its texts.
    var values: [Value] = []
    for index in parts.indices where parts[index].role == .operand {
      values.append(parts[index].value)
    }
    switch operation {
    case .input, .defaultValue, .parameter, .constant, .folded, .worked: return nil
    case .same: return values.first
    case .negation: return number(values.first) { -$0 }
    case .rounding(let rule, let places):
      return number(values.first) { $0.rounded(places: places, rule) }
    case .roundingToStep(let rule, let step):
      return number(values.first) { $0.rounded(step: step, rule) }
    case .floor: return number(values.first) { $0.floor }
    case .sum(let taken): return sum(values, taken)
    case .product: return folded(values) { $0 * $1 }
    case .quotient: return folded(values) { $1.isZero ? nil : $0.divided(by: $1) }
    case .least: return folded(values) { $1 < $0 ? $1 : $0 }
    case .greatest: return folded(values) { $0 < $1 ? $1 : $0 }
    case .comparison(let comparison): return compared(values, comparison)
    case .all: return .truth(values.allSatisfy { $0.index == 1 })
    case .any: return .truth(values.contains { $0.index == 1 })
    case .not: return values.first?.index.map { .truth($0 == 0) }
    }
  }

  /// Whether the law holds here and everywhere below.
  public var recombines: Bool {
    if !isLeaf, recombined != value { return false }
    return parts.allSatisfy(\.recombines)
  }

  private func number(_ value: Value?, _ operation: (Exact) -> Exact) -> Value? {
    if value == .notApplicable { return .notApplicable }
    return value?.number.map { .number(operation($0)) }
  }

  private func sum(_ values: [Value], _ taken: [Bool]) -> Value? {
    var total: Exact?
    for (value, isTaken) in zip(values, taken) where value != .notApplicable {
      guard let number = value.number else { return nil }
      total = (total ?? Exact(0)) + (isTaken ? -number : number)
    }
    return total.map { .number($0) } ?? .notApplicable
  }

  private func folded(_ values: [Value], _ operation: (Exact, Exact) -> Exact?) -> Value? {
    if values.contains(.notApplicable) { return .notApplicable }
    var result: Exact?
    for value in values {
      guard let number = value.number else { return nil }
      guard let before = result else {
        result = number
        continue
      }
      guard let next = operation(before, number) else { return nil }
      result = next
    }
    return result.map { .number($0) }
  }

  private func compared(_ values: [Value], _ comparison: Comparison) -> Value? {
    guard values.count == 2 else { return nil }
    let order: Int
    if case .text(let a) = values[0], case .text(let b) = values[1] {
      if comparison == .equal || comparison == .notEqual {
        return .truth((a == b) == (comparison == .equal))
      }
      order = VietnameseText.compare(a, b)
    } else if let a = values[0].number, let b = values[1].number {
      order = a < b ? -1 : a == b ? 0 : 1
    } else {
      guard comparison == .equal || comparison == .notEqual else { return nil }
      return .truth((values[0] == values[1]) == (comparison == .equal))
    }
    let holds =
      switch comparison {
      case .equal: order == 0
      case .notEqual: order != 0
      case .less: order < 0
      case .lessOrEqual: order <= 0
      case .greater: order > 0
      case .greaterOrEqual: order >= 0
      }
    return .truth(holds)
  }
}
