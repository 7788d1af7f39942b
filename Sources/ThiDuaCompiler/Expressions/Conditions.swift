// Conditions as jumps, comparisons as values.

import ThiDuaMachine
import ThiDuaSemantics

extension ExpressionCompiler {
  /// Jumps when the condition is `wanted`, else falls through; short-circuit, left to right.
  func jump(to label: Label, if condition: Expr, is wanted: Bool) {
    switch condition.node {
    case .truth(let truth):
      if truth == wanted { code.jump(to: label) }
    case .not(let inner):
      jump(to: label, if: inner, is: !wanted)
    case .and, .or:
      jumpChain(to: label, condition, is: wanted)
    case .compare(let comparison, let left, let right):
      scoped { jumpComparison(to: label, condition, comparison, left, right, is: wanted) }
    case .isBlank(let operand):
      scoped {
        code.jump(wanted ? .jumpIfBlank : .jumpIfNotBlank, value(operand), to: label)
      }
    case .isNotApplicable(let operand):
      scoped {
        code.jump(wanted ? .jumpIfNotApplicable : .jumpIfApplicable, value(operand), to: label)
      }
    default:
      scoped {
        let x = value(condition)
        site(condition, condition)
        code.jump(wanted ? .jumpIfTrue : .jumpIfFalse, x, to: label)
      }
    }
  }

  /// `a và b và c`, `a hoặc b hoặc c`, without nesting for their length.
  private func jumpChain(to label: Label, _ expr: Expr, is wanted: Bool) {
    var parts: [Expr] = []
    var first = expr
    var isAnd = false
    if case .and = expr.node { isAnd = true }
    while true {
      if isAnd, case .and(let left, let right) = first.node {
        parts.append(right)
        first = left
      } else if !isAnd, case .or(let left, let right) = first.node {
        parts.append(right)
        first = left
      } else {
        break
      }
    }
    parts.append(first)
    parts.reverse()
    // A false part decides an `and`, a true part an `or`.
    if isAnd != wanted {
      for part in parts { jump(to: label, if: part, is: wanted) }
    } else {
      let decided = code.makeLabel()
      for part in parts.dropLast() { jump(to: decided, if: part, is: !wanted) }
      jump(to: label, if: parts[parts.count - 1], is: wanted)
      code.bind(decided)
    }
  }

  private func jumpComparison(
    to label: Label, _ expr: Expr, _ comparison: Comparison, _ left: Expr, _ right: Expr,
    is wanted: Bool
  ) {
    guard Self.isOneWord(left.kind), Self.isOneWord(right.kind) else {
      let x = code.takeRegisters()
      emitComparison(expr, comparison, left, right, to: x)
      return code.jump(wanted ? .jumpIfTrue : .jumpIfFalse, x, to: label)
    }
    let test = wanted ? comparison : comparison.opposite
    if shortConstant(left) == nil, let k = shortConstant(right) {
      let x = value(left)
      site(expr, left)
      return code.jump(test.constantJump, x, k, to: label)
    }
    if let k = shortConstant(left), shortConstant(right) == nil {
      let x = value(right)
      site(expr, right)
      return code.jump(test.mirrored.constantJump, x, k, to: label)
    }
    let (x, y) = (value(left), value(right))
    switch test {
    case .less, .lessOrEqual, .equal, .notEqual:
      site(expr, left, right)
    case .greater, .greaterOrEqual:
      site(expr, right, left)
    }
    switch test {
    case .less: code.jump(.jumpLess, x, y, to: label)
    case .lessOrEqual: code.jump(.jumpLessEqual, x, y, to: label)
    case .greater: code.jump(.jumpLess, y, x, to: label)
    case .greaterOrEqual: code.jump(.jumpLessEqual, y, x, to: label)
    case .equal: code.jump(.jumpEqual, x, y, to: label)
    case .notEqual: code.jump(.jumpNotEqual, x, y, to: label)
    }
  }

  /// Kinds whose values compare as words (or numbers), not by content.
  static func isOneWord(_ kind: Kind) -> Bool {
    switch kind {
    case .number, .count, .ratio, .date, .truth, .level, .award, .subject: true
    case .text, .list, .dictionary, .nothing, .unknown: false
    }
  }

  func emitComparison(
    _ expr: Expr, _ comparison: Comparison, _ left: Expr, _ right: Expr, to target: Register
  ) {
    let (x, y) = (value(left), value(right))
    let isOneWord = Self.isOneWord(left.kind) && Self.isOneWord(right.kind)
    switch comparison {
    case .equal, .less, .lessOrEqual, .notEqual: site(expr, left, right)
    case .greater, .greaterOrEqual: site(expr, right, left)
    }
    switch comparison {
    case .equal:
      code.emit(isOneWord ? .equal : .equalContent, target, x, y)
    case .notEqual where isOneWord:
      code.emit(.notEqual, target, x, y)
    case .notEqual:
      let equal = code.takeRegisters()
      code.emit(.equalContent, equal, x, y)
      code.emit(.not, target, equal)
    case .less: code.emit(isOneWord ? .less : .textLess, target, x, y)
    case .lessOrEqual: code.emit(isOneWord ? .lessEqual : .textLessEqual, target, x, y)
    case .greater: code.emit(isOneWord ? .less : .textLess, target, y, x)
    case .greaterOrEqual: code.emit(isOneWord ? .lessEqual : .textLessEqual, target, y, x)
    }
  }

  /// A condition as a value.
  func emitTruth(_ expr: Expr, to target: Register) {
    let isFalse = code.makeLabel()
    let end = code.makeLabel()
    jump(to: isFalse, if: expr, is: false)
    load(Word(truth: true), to: target)
    code.jump(to: end)
    code.bind(isFalse)
    load(Word(truth: false), to: target)
    code.bind(end)
  }

  /// Membership in a list of literals as comparisons; false: nothing was emitted.
  func emitMembership(_ expr: Expr, _ element: Expr, _ list: Expr, to target: Register) -> Bool {
    guard case .list(let literals) = list.node, !literals.isEmpty, literals.count <= 16 else {
      return false
    }
    let words = literals.compactMap(program.constantWord)
    guard words.count == literals.count,
      words.allSatisfy({ !$0.isBlank && !$0.isNotApplicable })
    else { return false }
    let x = value(element)
    let found = code.makeLabel()
    let end = code.makeLabel()
    site(expr, element)
    for (literal, word) in zip(literals, words) {
      scoped {
        if Self.isOneWord(element.kind), word.isImmediate, let k = shortConstant(word) {
          code.jump(.jumpEqualConstant, x, k, to: found)
        } else {
          let y = value(literal)
          let equal = code.takeRegisters()
          code.emit(Self.isOneWord(element.kind) ? .equal : .equalContent, equal, x, y)
          code.jump(.jumpIfTrue, equal, to: found)
        }
      }
    }
    load(Word(truth: false), to: target)
    code.jump(to: end)
    code.bind(found)
    load(Word(truth: true), to: target)
    code.bind(end)
    return true
  }
}

extension Comparison {
  var constantJump: Opcode {
    switch self {
    case .equal: .jumpEqualConstant
    case .notEqual: .jumpNotEqualConstant
    case .less: .jumpLessConstant
    case .lessOrEqual: .jumpLessEqualConstant
    case .greater: .jumpGreaterConstant
    case .greaterOrEqual: .jumpGreaterEqualConstant
    }
  }
}
