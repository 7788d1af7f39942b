// Explanations of expressions as they are written: sums, products, comparisons, choices, lookups, calls.
// In: a checked expression over the evaluator's frame. Out: its node, with the parts that were really
// evaluated. Sums, products and conditions are one node however long, as people read them.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension Explainer {
  func trace(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    if let note = expr.note { return try trace(expr, as: note) }
    return try plain(expr)
  }

  /// The node without regard to its part in the rule.
  func plain(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    switch expr.node {
    case .number, .text, .date, .truth, .level, .award, .blank, .notApplicable:
      return node(label(expr), try evaluator.evaluate(expr), expr.kind, .constant)
    case .local(let slot):
      if let known = bound[slot] { return known }
      return node(label(expr), evaluator.frame[slot], expr.kind, .constant)
    case .global(let index):
      return try global(index, expr)
    case .column(let kind, let column, let of):
      guard case .code(let row) = try evaluator.evaluate(of) else {
        throw ReferenceTrap(code: .blankUsed)
      }
      return try open(CellAddress(kind: kind, column: column, row: row))
    case .arithmetic(let operation, let left, let right):
      if expr.kind == .text { return try worked(expr, [left, right]) }
      return try arithmetic(expr, operation, left, right)
    case .negate(let operand):
      return combined(label(expr), expr.kind, .negation, parts: [try trace(operand)])
    case .compare(let comparison, let left, let right):
      return try compared(expr, comparison, left, right)
    case .and, .or, .not, .isBlank, .isNotApplicable:
      return try condition(expr)
    case .conditional(let test, let then, let otherwise):
      return try choice(expr, test, then, otherwise)
    case .ifBlank(let first, let second):
      let isBlank = try evaluator.evaluate(first) == .blank
      let taken = try trace(isBlank ? second : first)
      guard isBlank else { return taken }
      return combined(
        label(expr), expr.kind, .same, reason: "\(words(first.span)) để trống", parts: [taken])
    case .bind(let slot, let value, let body):
      try bind(slot, value)
      return try trace(body)
    case .builtin(let function, let arguments):
      return try builtin(expr, function, arguments)
    case .call(let function, let arguments):
      return try call(expr, function, arguments)
    case .fold(let fold, let list, let slot, let filter, let body):
      return try folded(expr, fold, list, slot, filter, body)
    case .index(let container, let index):
      return try worked(expr, [container, index])
    case .memberOf(let element, let list):
      return try worked(expr, [element, list])
    case .interpolation(let pieces):
      return try worked(
        expr, pieces.compactMap { if case .value(let value, _) = $0 { value } else { nil } })
    case .list(let elements):
      return try worked(expr, elements.count <= reach.listed ? elements : [])
    case .range, .dictionary, .subjects, .find, .sorted:
      return node(label(expr), try evaluator.evaluate(expr), expr.kind, .worked)
    case .fail:
      throw ReferenceTrap(code: .ruleFailed)
    }
  }

  /// Gives a local its value; what it stands for is explained where it is used first.
  func bind(_ slot: Int, _ value: Expr) throws(ReferenceTrap) {
    if case .subject = value.kind {
      evaluator.frame[slot] = try evaluator.evaluate(value)
      bound[slot] = nil
    } else {
      let explained = try trace(value)
      evaluator.frame[slot] = reference(explained, value.kind)
      bound[slot] = explained
    }
  }

  /// A value that is not recombined; its parts are remarks.
  func worked(_ expr: Expr, _ parts: [Expr], reason: String? = nil) throws(ReferenceTrap)
    -> Explanation
  {
    let value = try evaluator.evaluate(expr)
    var remarks: [Explanation] = []
    for part in parts where Compiler.constantValue(part) == nil {
      guard var remark = try? trace(part) else { continue }
      remark.role = .remark
      remarks.append(remark)
    }
    return node(label(expr), value, expr.kind, .worked, reason: reason, parts: remarks)
  }

  // MARK: Arithmetic

  private func arithmetic(
    _ expr: Expr, _ operation: Arithmetic, _ left: Expr, _ right: Expr
  ) throws(ReferenceTrap) -> Explanation {
    switch operation {
    case .add, .subtract:
      var terms: [(value: Expr, isTaken: Bool)] = []
      collectTerms(expr, false, &terms, isFirst: true)
      var parts: [Explanation] = []
      for term in terms { parts.append(try trace(term.value)) }
      return combined(label(expr), expr.kind, .sum(terms.map(\.isTaken)), parts: parts)
    case .multiply:
      var factors: [Expr] = []
      collectFactors(expr, &factors, isFirst: true)
      var parts: [Explanation] = []
      for factor in factors { parts.append(try trace(factor)) }
      return combined(label(expr), expr.kind, .product, parts: parts)
    case .divide:
      return combined(
        label(expr), expr.kind, .quotient, parts: [try trace(left), try trace(right)])
    }
  }

  /// The terms of a sum from left to right; a sum taken off is a term of its own.
  private func collectTerms(
    _ expr: Expr, _ isTaken: Bool, _ terms: inout [(value: Expr, isTaken: Bool)], isFirst: Bool
  ) {
    switch expr.node {
    case .arithmetic(.add, let left, let right) where isFirst || expr.notes.isEmpty:
      if !isTaken {
        collectTerms(left, false, &terms, isFirst: false)
        collectTerms(right, false, &terms, isFirst: false)
        return
      }
    case .arithmetic(.subtract, let left, let right) where isFirst || expr.notes.isEmpty:
      if !isTaken {
        collectTerms(left, false, &terms, isFirst: false)
        collectTerms(right, true, &terms, isFirst: false)
        return
      }
    case .negate(let operand) where expr.notes.isEmpty && !isFirst:
      terms.append((operand, !isTaken))
      return
    default: break
    }
    terms.append((expr, isTaken))
  }

  private func collectFactors(_ expr: Expr, _ factors: inout [Expr], isFirst: Bool) {
    if case .arithmetic(.multiply, let left, let right) = expr.node, isFirst || expr.notes.isEmpty {
      collectFactors(left, &factors, isFirst: false)
      collectFactors(right, &factors, isFirst: false)
    } else {
      factors.append(expr)
    }
  }

  // MARK: Functions

  private func builtin(
    _ expr: Expr, _ function: Builtin, _ arguments: [Expr]
  ) throws(ReferenceTrap) -> Explanation {
    let rules: [Builtin: RoundingRule] = [
      .round: .halfAwayFromZero, .roundUp: .up, .roundDown: .down, .roundHalfEven: .halfEven,
      .roundToStep: .halfAwayFromZero, .roundUpToStep: .up, .roundDownToStep: .down,
    ]
    switch function {
    case .smaller:
      return combined(
        label(expr), expr.kind, .least, parts: [try trace(arguments[0]), try trace(arguments[1])])
    case .larger:
      return combined(
        label(expr), expr.kind, .greatest,
        parts: [try trace(arguments[0]), try trace(arguments[1])])
    case .integerPart:
      return combined(label(expr), expr.kind, .floor, parts: [try trace(arguments[0])])
    default:
      guard let rule = rules[function],
        case .number(let unit) = try evaluator.evaluate(arguments[1])
      else { return try worked(expr, arguments) }
      let value = try trace(arguments[0])
      if function == .roundToStep || function == .roundUpToStep || function == .roundDownToStep {
        return combined(
          label(expr), expr.kind, .roundingToStep(rule, unit),
          reason: "làm tròn \(Explainer.word(rule))đến \(NumberText.format(unit))", parts: [value])
      }
      guard let places = unit.int else { return try worked(expr, arguments) }
      return combined(
        label(expr), expr.kind, .rounding(rule, places: places),
        reason: "làm tròn \(Explainer.word(rule))\(places) chữ số", parts: [value])
    }
  }

  static func word(_ rule: RoundingRule) -> String {
    switch rule {
    case .up: "lên "
    case .down: "xuống "
    case .halfEven: "nửa chẵn "
    default: ""
    }
  }

  /// A function that is one formula is followed into it; any other is worked out.
  private func call(
    _ expr: Expr, _ index: Int, _ arguments: [Expr]
  ) throws(ReferenceTrap) -> Explanation {
    let function = checked.functions[index]
    var parts: [Explanation] = []
    var given: [ReferenceValue] = []
    for argument in arguments {
      var part = try trace(argument)
      part.role = .remark
      given.append(reference(part, argument.kind))
      parts.append(part)
    }
    let value = try evaluator.evaluate(expr)
    var result = node(
      label(expr), value, expr.kind, .worked, reason: "hàm \(function.name)", line: function.span,
      parts: parts.filter { !$0.isConstant })
    guard function.body.statements.count == 1,
      case .giveBack(let formula?) = function.body.statements[0].node
    else { return result }
    let (frame, names) = (evaluator.frame, bound)
    callDepth += 1
    defer {
      (evaluator.frame, bound) = (frame, names)
      callDepth -= 1
    }
    guard callDepth <= 3 else { return result }
    evaluator.frame =
      given + Array(repeating: .blank, count: max(0, function.body.localCount - given.count))
    bound = [:]
    guard let followed = try? trace(formula) else { return result }
    result.operation = .same
    result.parts = [followed]
    return result
  }

  // MARK: Choices

  /// `nếu … thì … ngược lại …`: the tests that were made, then what was taken.
  private func choice(
    _ expr: Expr, _ test: Expr, _ then: Expr, _ otherwise: Expr
  ) throws(ReferenceTrap) -> Explanation {
    var parts: [Explanation] = []
    var (test, then, otherwise) = (test, then, otherwise)
    while true {
      // A test that the lowering added is not written anywhere.
      let holds = try evaluator.evaluate(test) == .code(1)
      if !label(test).isEmpty { parts.append(try asCondition(test)) }
      if holds {
        parts.append(try trace(then))
        break
      }
      guard otherwise.notes.isEmpty, case .conditional(let next, let a, let b) = otherwise.node
      else {
        parts.append(try trace(otherwise))
        break
      }
      (test, then, otherwise) = (next, a, b)
    }
    return combined(label(expr), expr.kind, .same, parts: parts)
  }

  /// A condition as a reason.
  func asCondition(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    var made = try trace(expr)
    made.role = .condition
    return made
  }

  // MARK: Conditions

  private func condition(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    switch expr.node {
    case .and, .or:
      let isAll = if case .and = expr.node { true } else { false }
      var tests: [Expr] = []
      collectTests(expr, isAll, &tests)
      var parts: [Explanation] = []
      for test in tests {
        let isDecisive = try evaluator.evaluate(test) == .code(isAll ? 0 : 1)
        // What only guards against blanks or ballots not yet held tells nothing while it passes.
        if !isDecisive, isGuard(test), tests.count > 1 { continue }
        parts.append(try trace(test))
        if isDecisive { break }
      }
      if parts.count == 1, tests.count > 1 || parts[0].label.isEmpty {
        var only = parts[0]
        only.label = label(expr).isEmpty ? only.label : label(expr)
        return only
      }
      var made = combined(label(expr), .truth, isAll ? .all : .any, parts: parts)
      // One test decided: its margin is the margin of the whole. Both ends of a range are one test.
      if made.value.index == (isAll ? 0 : 1) || parts.allSatisfy({ $0.label == made.label }) {
        made.reason = parts.last?.reason
      }
      return made
    case .not(let operand):
      let denied = try trace(operand)
      var made = combined(label(expr), .truth, .not, parts: [denied])
      made.reason = denied.reason
      if made.label == denied.label { made.label = "không phải: \(denied.label)" }
      return made
    case .isBlank(let operand), .isNotApplicable(let operand):
      return try worked(expr, [operand])
    default:
      return try plain(expr)
    }
  }

  private func isGuard(_ expr: Expr) -> Bool {
    if expr.notes.contains(where: { $0.role == .guarding }) { return true }
    switch expr.node {
    case .not(let inner): return isGuard(inner)
    case .isBlank, .isNotApplicable: return true
    default: return false
    }
  }

  private func collectTests(_ expr: Expr, _ isAll: Bool, _ tests: inout [Expr]) {
    switch expr.node {
    case .and(let left, let right) where isAll && expr.notes.isEmpty:
      collectTests(left, isAll, &tests)
      collectTests(right, isAll, &tests)
    case .or(let left, let right) where !isAll && expr.notes.isEmpty:
      collectTests(left, isAll, &tests)
      collectTests(right, isAll, &tests)
    default: tests.append(expr)
    }
  }

  private func compared(
    _ expr: Expr, _ comparison: ThiDuaSemantics.Comparison, _ left: Expr, _ right: Expr
  ) throws(ReferenceTrap) -> Explanation {
    let (a, b) = (try trace(left), try trace(right))
    var made = combined(
      label(expr), .truth, .comparison(Explainer.comparison(comparison)), parts: [a, b])
    made.reason = margin(made, comparison, left, right, a, b)
    return made
  }

  static func comparison(
    _ comparison: ThiDuaSemantics.Comparison
  ) -> Explanation.Comparison {
    switch comparison {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    }
  }

  /// `tổng điểm là 88,5: thiếu 1,5 để đủ 90`.
  private func margin(
    _ made: Explanation, _ comparison: ThiDuaSemantics.Comparison, _ left: Expr, _ right: Expr,
    _ a: Explanation, _ b: Explanation
  ) -> String {
    let isMirrored = Compiler.constantValue(left) != nil && Compiler.constantValue(right) == nil
    let (value, bound) = isMirrored ? (b, a) : (a, b)
    let meant = isMirrored ? comparison.mirrored : comparison
    let whose = value.owner.map { " của \($0)" } ?? ""
    let said = "\(value.plainLabel)\(whose) là \(value.shown)"
    guard made.value.index == 0, left.kind.isNumeric, let x = value.value.number,
      let y = bound.value.number
    else { return said }
    let isRatio = left.kind == .ratio
    // What is counted is short by whole pieces.
    let isCount = (isMirrored ? right : left).kind == .count
    func amount(_ number: Exact) -> String {
      if isRatio { return NumberText.formatPercent(number) }
      return NumberText.format(isCount ? number.ceiling : number)
    }
    let formula = ExplanationText.formula(bound)
    let wanted = formula == bound.shown ? formula : "\(formula) = \(bound.shown)"
    switch meant {
    case .greaterOrEqual: return "\(said): thiếu \(amount(y - x)) để đủ \(wanted)"
    case .greater: return "\(said): chưa trên \(wanted)"
    case .lessOrEqual: return "\(said): quá \(amount(x - y)) so với mức \(wanted)"
    case .less: return "\(said): chưa dưới \(wanted)"
    case .equal, .notEqual: return said
    }
  }
}

extension Explanation {
  /// The label, or the value where nothing is written.
  var plainLabel: String { label.isEmpty ? "kết quả" : label }

  var isConstant: Bool { operation == .constant && parts.isEmpty }
}
