// The reference evaluator's loops over lists, functions and statements.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension Reference {
  /// Goes over a list as the language promises: collected lists are gone over element by element.
  /// `body` gives false to stop.
  @discardableResult
  private mutating func iterate(
    _ list: Expr, _ body: (inout Reference, ReferenceValue) throws(ReferenceTrap) -> Bool
  ) throws(ReferenceTrap) -> Bool {
    if case .fold(.collect, let inner, let slot, let filter, let value) = list.node {
      return try iterate(inner) { reference, element throws(ReferenceTrap) in
        reference.frame[slot] = element
        if let filter, try !reference.truth(try reference.evaluate(filter)) { return true }
        let item = if let value { try reference.evaluate(value) } else { element }
        return item == .notApplicable ? true : try body(&reference, item)
      }
    }
    let value = try evaluate(list)
    try requireValues(value)
    guard case .list(let elements) = value else { return true }
    for element in elements {
      if try !body(&self, element) { return false }
    }
    return true
  }

  mutating func fold(
    _ fold: Fold, _ list: Expr, _ slot: Int, _ filter: Expr?, _ body: Expr?
  ) throws(ReferenceTrap) -> ReferenceValue {
    var sum = ReferenceValue.number(.zero)
    var values: [ReferenceValue] = []
    var seen = 0
    var passed = 0
    var holds = true
    try iterate(list) { reference, element throws(ReferenceTrap) in
      reference.frame[slot] = element
      seen += 1
      if let filter, try !reference.truth(try reference.evaluate(filter)) { return true }
      passed += 1
      if fold == .share || (fold == .count && body == nil) { return true }
      let item = if let body { try reference.evaluate(body) } else { element }
      if item == .notApplicable {
        passed -= 1
        return true
      }
      if fold != .collect && fold != .count { try reference.requireNoBlank(item) }
      switch fold {
      case .every, .none:
        holds = try reference.truth(item) == (fold == .every)
        return holds
      case .sum, .average:
        sum = .number(reference.number(sum) + reference.number(item))
      case .median, .maximum, .minimum, .collect: values.append(item)
      case .count, .share: break
      }
      return true
    }
    switch fold {
    case .sum: return sum
    case .count: return .number(Exact(passed))
    case .average:
      return passed == 0 ? .blank : .number(number(sum).divided(by: Exact(passed)))
    case .share:
      return seen == 0 ? .blank : .number(Exact(passed).divided(by: Exact(seen)))
    case .every, .none: return code(holds)
    case .collect: return .list(values)
    case .median:
      let numbers = values.map(number).sorted()
      guard let last = numbers.last else { return .blank }
      let middle = numbers.count / 2
      if numbers.count == 1 { return .number(last) }
      if numbers.count % 2 == 1 { return .number(numbers[middle]) }
      return .number((numbers[middle - 1] + numbers[middle]).divided(by: Exact(2)))
    case .maximum, .minimum:
      guard var best = values.first else { return .blank }
      for value in values.dropFirst() {
        let isBetter =
          fold == .maximum ? number(best) < number(value) : number(value) < number(best)
        if isBetter { best = value }
      }
      return best
    }
  }

  mutating func sorted(
    _ list: Expr, _ slot: Int, _ keys: [Expr.OrderKey]
  ) throws(ReferenceTrap) -> ReferenceValue {
    var rows: [(value: ReferenceValue, keys: [ReferenceValue])] = []
    try iterate(list) { reference, element throws(ReferenceTrap) in
      reference.frame[slot] = element
      var values: [ReferenceValue] = []
      for key in keys { values.append(try reference.evaluate(key.value)) }
      rows.append((element, values))
      return true
    }
    func absence(_ value: ReferenceValue) -> Int {
      value == .blank ? 2 : value == .notApplicable ? 1 : 0
    }
    let order = rows.indices.sorted { a, b in
      for (index, key) in keys.enumerated() {
        let (x, y) = (rows[a].keys[index], rows[b].keys[index])
        if absence(x) != absence(y) { return absence(x) < absence(y) }
        if absence(x) > 0 { continue }
        if compare(.less, x, y) { return !key.isDescending }
        if compare(.less, y, x) { return key.isDescending }
      }
      return a < b
    }
    return .list(order.map { rows[$0].value })
  }

  // MARK: Functions

  private enum Flow {
    case onward, leave, nextRound
    case giveBack(ReferenceValue)
  }

  package mutating func call(
    _ function: Int, _ arguments: [ReferenceValue]
  ) throws(ReferenceTrap) -> ReferenceValue {
    let caller = frame
    let body = program.functions[function].body
    frame = arguments
    frame += Array(repeating: .blank, count: max(0, body.localCount - arguments.count))
    let flow = try run(body.statements)
    frame = caller
    if case .giveBack(let value) = flow { return value }
    return .blank
  }

  private mutating func run(_ statements: [CheckedStatement]) throws(ReferenceTrap) -> Flow {
    for statement in statements {
      let flow = try run(statement)
      if case .onward = flow { continue }
      return flow
    }
    return .onward
  }

  private mutating func run(_ statement: CheckedStatement) throws(ReferenceTrap) -> Flow {
    switch statement.node {
    case .setLocal(let slot, let value): frame[slot] = try evaluate(value)
    case .setGlobal(let index, let value): globals[index] = try evaluate(value)
    case .setLocalElement(let slot, let index, let value):
      let (key, item) = (try evaluate(index), try evaluate(value))
      try setElement(&frame[slot], key, item)
    case .setGlobalElement(let global, let index, let value):
      let (key, item) = (try evaluate(index), try evaluate(value))
      try setElement(&globals[global], key, item)
    case .branch(let condition, let then, let otherwise):
      return try run(try truth(try evaluate(condition)) ? then : otherwise)
    case .forEach(let slot, let list, let body):
      let value = try evaluate(list)
      try requireValues(value)
      guard case .list(let elements) = value else { return .onward }
      for element in elements {
        frame[slot] = element
        switch try run(body) {
        case .onward, .nextRound: continue
        case .leave: return .onward
        case .giveBack(let value): return .giveBack(value)
        }
      }
    case .whileLoop(let condition, let body):
      while try truth(try evaluate(condition)) {
        switch try run(body) {
        case .onward, .nextRound: continue
        case .leave: return .onward
        case .giveBack(let value): return .giveBack(value)
        }
      }
    case .giveBack(let value):
      if let value { return .giveBack(try evaluate(value)) }
      return .giveBack(.blank)
    case .leaveLoop: return .leave
    case .nextRound: return .nextRound
    case .evaluate(let value): _ = try evaluate(value)
    case .print, .output, .ask: break
    }
    return .onward
  }

  private func setElement(
    _ container: inout ReferenceValue, _ key: ReferenceValue, _ value: ReferenceValue
  ) throws(ReferenceTrap) {
    try requireValues(container, key)
    switch container {
    case .dictionary(var entries):
      set(&entries, key, value)
      container = .dictionary(entries)
    case .list(var elements):
      let position = try whole(key)
      guard position >= 1, position <= elements.count else { throw trap(.outOfRange) }
      elements[position - 1] = value
      container = .list(elements)
    default: throw trap(.outOfRange)
    }
  }
}
