// Which fields a rule tests for blank. A field that may be blank can be used freely in a rule that says,
// anywhere in it, what happens when it is blank (`X là trống`, `X khác trống`, `X nếu trống thì …`).

import ThiDuaSyntax
import ThiDuaText

extension Expression {
  /// Calls `action` with this expression and every part of it, outermost first.
  public func visit(_ action: (Expression) -> Void) {
    action(self)
    switch node {
    case .number, .date, .truth, .blank, .notApplicable, .awardState, .name, .current, .invalid:
      break
    case .text(let pieces):
      for case .value(let value, _) in pieces { value.visit(action) }
    case .lookup(_, let inner), .negate(let inner), .not(let inner):
      inner.visit(action)
    case .call(_, let parts), .list(let parts), .anyOf(let parts):
      for part in parts { part.visit(action) }
    case .of(let a, let b), .binary(_, let a, let b), .ifBlank(let a, let b), .range(let a, let b),
      .index(let a, let b), .filter(let a, let b), .mapping(let a, _, let b), .every(let a, let b),
      .none(let a, let b), .ballot(let a, let b):
      a.visit(action)
      b.visit(action)
    case .within(let value, let bounds):
      value.visit(action)
      bounds.lower?.value.visit(action)
      bounds.upper?.value.visit(action)
    case .conditional(let a, let b, let c):
      a.visit(action)
      b.visit(action)
      c.visit(action)
    case .dictionary(let pairs):
      for pair in pairs {
        pair.key.visit(action)
        pair.value.visit(action)
      }
    case .sorted(let list, let keys):
      list.visit(action)
      for key in keys { key.value.visit(action) }
    case .withinGroup(let value, let group, let filter):
      value.visit(action)
      group.visit(action)
      filter?.visit(action)
    }
  }
}

extension RuleLine {
  /// The expressions written on the line.
  var expressions: [Expression] {
    var found: [Expression] = []
    switch content {
    case .applicability(let e, _, _), .gate(let e), .otherwise(let e), .binding(_, let e),
      .excluded(let e), .deferred(let e), .condition(let e), .achievementsSince(let e):
      found.append(e)
    case .tier(let value, let condition):
      found.append(value)
      if let condition { found.append(condition) }
    case .method(_, let arguments), .judging(_, let arguments):
      found += arguments
    case .adjust(_, let value, let per, let condition):
      found.append(value)
      if let per { found.append(per.counter) }
      if let condition { found.append(condition) }
    case .step(let step):
      found += [step.condition, step.step, step.value]
    case .exception(let condition, let outcome):
      found.append(condition)
      switch outcome {
      case .value(let e), .atMost(let e), .atLeast(let e), .quota(let e): found.append(e)
      case .lowered: break
      }
    case .evidence(let evidence):
      if let fallback = evidence.whenBlank { found.append(fallback) }
    case .direct, .allowNegative, .allowOverflow, .highestOnly, .oncePerEvent, .round, .basis:
      break
    }
    if let unless = suffixes.unless { found.append(unless) }
    return found
  }
}

extension Checker {
  func blankTests(_ lines: [RuleLine]) -> Set<String> {
    blankTests(in: lines.flatMap(\.expressions))
  }

  func blankTests(in expressions: [Expression]) -> Set<String> {
    var found: Set<String> = []
    func note(_ expression: Expression) {
      switch expression.node {
      case .name(let name): found.insert(name.key)
      // `tổng điểm của năm trước` is also called `tổng điểm năm trước`.
      case .of(let value, let owner):
        if case .name(let name) = value.node, case .name(let year) = owner.node {
          found.insert(name.key + " " + year.key)
        }
      default: break
      }
    }
    for expression in expressions {
      expression.visit { part in
        switch part.node {
        case .ifBlank(let value, _): note(value)
        case .binary(let op, let a, let b)
        where [.isSame, .isNotSame, .equal, .notEqual].contains(op):
          if case .blank = b.node { note(a) }
          if case .blank = a.node { note(b) }
        default: break
        }
      }
    }
    return found
  }
}
