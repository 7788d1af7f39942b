// The reference evaluator: checked expressions evaluated as their comments in Expr.swift say, as plainly
// as can be written. It exists to disagree with the compiler and the machine when they are wrong
// (differential tests), and follows single values for explanations, where the tree is what is asked
// about. No limits, no spans: a value or a trap code; functions may be left to somebody with limits.
//
// It shares only `ProductShape` with the compiler: the order in which factors are evaluated.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

package enum ReferenceValue: Equatable {
  case blank
  case notApplicable
  case number(Exact)
  case text(String)
  /// A date, a truth, a level, an award state or a row.
  case code(Int)
  case list([ReferenceValue])
  case dictionary([(key: ReferenceValue, value: ReferenceValue)])

  package static func == (a: ReferenceValue, b: ReferenceValue) -> Bool {
    switch (a, b) {
    case (.blank, .blank), (.notApplicable, .notApplicable): true
    case (.number(let x), .number(let y)): x == y
    case (.text(let x), .text(let y)): x == y
    case (.code(let x), .code(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.dictionary(let x), .dictionary(let y)):
      x.count == y.count
        && x.allSatisfy { entry in
          y.contains { $0.key == entry.key && $0.value == entry.value }
        }
    default: false
    }
  }
}

package struct ReferenceTrap: Error {
  package var code: TrapCode
  package init(code: TrapCode) { self.code = code }
}

/// What a column holds for a row.
package typealias ColumnReader = (_ kind: Int, _ column: Int, _ row: Int) throws(ReferenceTrap) ->
  ReferenceValue
/// The row of the subject that a key or name means; nil: nobody.
package typealias SubjectFinder = (_ kind: Int, _ key: ReferenceValue) -> Int?
/// The value of a function.
package typealias FunctionCaller = (_ function: Int, _ arguments: [ReferenceValue])
  throws(ReferenceTrap) -> ReferenceValue

package struct Reference {
  let program: CheckedProgram
  let readColumn: ColumnReader
  let rowCounts: [Int]
  package var globals: [ReferenceValue]
  package var frame: [ReferenceValue] = []
  /// nil: looking subjects up is a trap.
  package var findSubject: SubjectFinder?
  /// nil: functions are followed statement by statement.
  package var callFunction: FunctionCaller?

  package init(_ program: CheckedProgram, rowCounts: [Int], readColumn: @escaping ColumnReader) {
    self.program = program
    self.rowCounts = rowCounts
    self.readColumn = readColumn
    globals = Array(repeating: .blank, count: program.globals.count)
  }

  /// The value of an expression over a fresh frame whose first slots are `arguments`.
  package mutating func value(
    _ expr: Expr, localCount: Int, arguments: [ReferenceValue]
  ) throws(ReferenceTrap) -> ReferenceValue {
    frame = arguments
    frame += Array(repeating: .blank, count: max(0, localCount - arguments.count))
    return try evaluate(expr)
  }

  // MARK: Absences

  func trap(_ code: TrapCode) -> ReferenceTrap { ReferenceTrap(code: code) }

  func requireNoBlank(_ values: ReferenceValue...) throws(ReferenceTrap) {
    for value in values where value == .blank { throw trap(.blankUsed) }
  }

  func requireValues(_ values: ReferenceValue...) throws(ReferenceTrap) {
    for value in values where value == .blank { throw trap(.blankUsed) }
    for value in values where value == .notApplicable { throw trap(.notApplicableUsed) }
  }

  func number(_ value: ReferenceValue) -> Exact {
    switch value {
    case .number(let number): number
    case .code(let code): Exact(micros: Int64(code))
    case .blank, .notApplicable, .text, .list, .dictionary: .zero
    }
  }

  func truth(_ value: ReferenceValue) throws(ReferenceTrap) -> Bool {
    try requireValues(value)
    return value == .code(1)
  }

  func code(_ truth: Bool) -> ReferenceValue { .code(truth ? 1 : 0) }

  // MARK: Expressions

  package mutating func evaluate(_ expr: Expr) throws(ReferenceTrap) -> ReferenceValue {
    switch expr.node {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .date(let days): return .code(Int(days))
    case .truth(let truth): return code(truth)
    case .level(let level): return .code(level)
    case .award(let state): return .code(state.rawValue)
    case .blank: return .blank
    case .notApplicable: return .notApplicable
    case .local(let slot): return frame[slot]
    case .global(let index): return globals[index]
    case .column(let kind, let column, let of): return try self.column(kind, column, of)
    case .arithmetic(let operation, let left, let right):
      return try arithmetic(expr, operation, left, right)
    case .negate(let operand):
      let x = try evaluate(operand)
      try requireNoBlank(x)
      return x == .notApplicable ? x : .number(-number(x))
    case .compare(let comparison, let left, let right):
      let (x, y) = (try evaluate(left), try evaluate(right))
      try requireValues(x, y)
      return code(compare(comparison, x, y))
    case .and(let left, let right):
      if try !truth(try evaluate(left)) { return code(false) }
      return code(try truth(try evaluate(right)))
    case .or(let left, let right):
      if try truth(try evaluate(left)) { return code(true) }
      return code(try truth(try evaluate(right)))
    case .not(let operand): return code(try !truth(try evaluate(operand)))
    case .conditional(let condition, let then, let otherwise):
      return try evaluate(try truth(try evaluate(condition)) ? then : otherwise)
    case .ifBlank(let first, let second):
      let x = try evaluate(first)
      return x == .blank ? try evaluate(second) : x
    case .isBlank(let operand): return code(try evaluate(operand) == .blank)
    case .isNotApplicable(let operand): return code(try evaluate(operand) == .notApplicable)
    case .builtin(let function, let arguments): return try builtin(function, arguments)
    case .call(let function, let arguments):
      var values: [ReferenceValue] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      if let callFunction { return try callFunction(function, values) }
      return try call(function, values)
    case .bind(let slot, let value, let body):
      frame[slot] = try evaluate(value)
      return try evaluate(body)
    case .list(let elements):
      var values: [ReferenceValue] = []
      for element in elements { values.append(try evaluate(element)) }
      return .list(values)
    case .range(let low, let high):
      let (from, to) = try bounds(low, high)
      return .list(from > to ? [] : (from...to).map { .number(Exact($0)) })
    case .dictionary(let entries):
      var result: [(key: ReferenceValue, value: ReferenceValue)] = []
      for entry in entries {
        let (key, value) = (try evaluate(entry.key), try evaluate(entry.value))
        try requireValues(key)
        set(&result, key, value)
      }
      return .dictionary(result)
    case .index(let container, let index):
      let (x, y) = (try evaluate(container), try evaluate(index))
      try requireValues(x, y)
      return try element(x, y)
    case .memberOf(let element, let list):
      let (x, y) = (try evaluate(element), try evaluate(list))
      try requireValues(x, y)
      guard case .list(let elements) = y else { return code(false) }
      return code(elements.contains(x))
    case .subjects(let kind): return .list((0..<rowCounts[kind]).map { .code($0) })
    case .find(let kind, let key, _):
      let wanted = try evaluate(key)
      try requireValues(wanted)
      guard let row = findSubject?(kind, wanted) else { throw trap(.unknownSubject) }
      return .code(row)
    case .fold(let fold, let list, let slot, let filter, let body):
      return try self.fold(fold, list, slot, filter, body)
    case .sorted(let list, let slot, let keys): return try sorted(list, slot, keys)
    case .interpolation(let pieces):
      var text = ""
      for piece in pieces {
        switch piece {
        case .literal(let literal): text += literal
        case .value(let value, let decimals):
          text += print(try evaluate(value), value.kind, decimals)
        }
      }
      return .text(text)
    case .fail(let failure):
      if let value = failure.value { _ = try evaluate(value) }
      throw trap(.ruleFailed)
    }
  }

  private mutating func column(
    _ kind: Int, _ column: Int, _ of: Expr
  ) throws(ReferenceTrap) -> ReferenceValue {
    let subject = try evaluate(of)
    try requireValues(subject)
    guard case .code(let row) = subject else { throw trap(.notComputed) }
    return try readColumn(kind, column, row)
  }

  func compare(_ comparison: Comparison, _ x: ReferenceValue, _ y: ReferenceValue) -> Bool {
    let order: Int
    switch (x, y) {
    case (.text(let a), .text(let b)):
      if comparison == .equal || comparison == .notEqual {
        return (a == b) == (comparison == .equal)
      }
      order = VietnameseText.compare(a, b)
    case (.list, _), (.dictionary, _):
      return (x == y) == (comparison == .equal)
    default:
      let (a, b) = (number(x), number(y))
      order = a < b ? -1 : a == b ? 0 : 1
    }
    return switch comparison {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// Whether a value stands before another: numbers by value, texts in Vietnamese order.
  package func isLess(_ x: ReferenceValue, _ y: ReferenceValue) -> Bool { compare(.less, x, y) }

  mutating func bounds(_ low: Expr, _ high: Expr) throws(ReferenceTrap) -> (Int, Int) {
    let (x, y) = (try evaluate(low), try evaluate(high))
    return (try whole(x), try whole(y))
  }

  func whole(_ value: ReferenceValue) throws(ReferenceTrap) -> Int {
    try requireValues(value)
    let exact = number(value)
    guard let whole = exact.int else { throw trap(exact.isInteger ? .outOfRange : .notWhole) }
    return whole
  }

  func element(
    _ container: ReferenceValue, _ index: ReferenceValue
  ) throws(ReferenceTrap) -> ReferenceValue {
    switch container {
    case .dictionary(let entries):
      guard let entry = entries.first(where: { $0.key == index }) else { throw trap(.missingKey) }
      return entry.value
    case .list(let elements):
      let position = try whole(index)
      guard position >= 1, position <= elements.count else { throw trap(.outOfRange) }
      return elements[position - 1]
    default:
      throw trap(.outOfRange)
    }
  }

  func set(
    _ entries: inout [(key: ReferenceValue, value: ReferenceValue)], _ key: ReferenceValue,
    _ value: ReferenceValue
  ) {
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append((key, value))
    }
  }

  package func print(_ value: ReferenceValue, _ kind: Kind, _ decimals: Int?) -> String {
    Self.print(value, kind, decimals, program.scales)
  }

  /// A value as `in` shows it, for who has no evaluator.
  package static func print(
    _ value: ReferenceValue, _ kind: Kind, _ decimals: Int?, _ scales: [Scale]
  ) -> String {
    switch (value, kind) {
    case (.blank, _): return "trống"
    case (.notApplicable, _): return "không áp dụng"
    case (.text(let text), _): return text
    case (.number(let number), .ratio):
      return NumberText.formatPercent(number, decimals: decimals)
    case (.number(let number), _): return NumberText.format(number, decimals: decimals)
    case (.code(let days), .date): return CalendarDate(days: Int32(days))?.text ?? ""
    case (.code(let truth), .truth): return truth == 0 ? "không" : "có"
    case (.code(let level), .level(let scale)): return scales[scale].levels[level]
    case (.list(let elements), .list(let element)):
      return elements.map { print($0, element, decimals, scales) }.joined(separator: "; ")
    default: return ""
    }
  }
}
