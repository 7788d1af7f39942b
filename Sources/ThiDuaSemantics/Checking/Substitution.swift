// Names replaced by the expressions they stand for. In: an expression of a `cách xét` and the
// arguments of its parameters. Out: the expression as if the award had written it itself. Invariant:
// every part keeps the span it was written at, so findings about an argument point into the award; an
// argument also knows where the parameter stood, see `words(of:)`. Used by JudgingMethods.swift.
//
// A name before `của` belongs to the owner and is never a parameter; the variable of `với mỗi` hides a
// parameter of its name.

import ThiDuaSyntax
import ThiDuaText

/// Arguments by the keys of their parameters.
struct Substitution {
  var values: [String: Expression]

  func callAsFunction(_ expression: Expression) -> Expression {
    if case .name(let name) = expression.node, var argument = values[name.key] {
      argument.standsAt = expression.span
      return argument
    }
    var replaced = expression
    replaced.node = node(of: expression)
    return replaced
  }

  func callAsFunction(_ expression: Expression?) -> Expression? {
    expression.map { self($0) }
  }

  func callAsFunction(_ key: SortKey) -> SortKey {
    var key = key
    key.value = self(key.value)
    return key
  }

  private func node(of expression: Expression) -> Expression.Node {
    switch expression.node {
    case .number, .date, .truth, .blank, .notApplicable, .awardState, .name, .current, .invalid:
      expression.node
    case .text(let pieces):
      .text(
        pieces.map { piece in
          guard case .value(let value, let decimals) = piece else { return piece }
          return .value(self(value), decimals: decimals)
        })
    case .lookup(let kind, let key): .lookup(kind: kind, key: self(key))
    case .call(let name, let arguments): .call(name, arguments.map { self($0) })
    case .of(let value, let owner): .of(ofOwner(value), owner: self(owner))
    case .negate(let inner): .negate(self(inner))
    case .not(let inner): .not(self(inner))
    case .binary(let op, let left, let right): .binary(op, self(left), self(right))
    case .within(let value, let bounds): .within(self(value), replaced(bounds))
    case .conditional(let test, let then, let otherwise):
      .conditional(self(test), then: self(then), otherwise: self(otherwise))
    case .ifBlank(let value, let otherwise): .ifBlank(self(value), self(otherwise))
    case .list(let elements): .list(elements.map { self($0) })
    case .dictionary(let entries):
      .dictionary(entries.map { (key: self($0.key), value: self($0.value)) })
    case .range(let lower, let upper): .range(self(lower), self(upper))
    case .index(let container, let key): .index(self(container), self(key))
    case .filter(let list, let condition): .filter(self(list), self(condition))
    case .sorted(let list, let keys): .sorted(self(list), keys.map { self($0) })
    case .mapping(let body, let variable, let list):
      .mapping(hiding(variable)(body), variable: variable, list: self(list))
    case .withinGroup(let value, let group, let filter):
      .withinGroup(self(value), group: self(group), filter: self(filter))
    case .every(let list, let condition): .every(self(list), self(condition))
    case .none(let list, let condition): .none(self(list), self(condition))
    case .anyOf(let conditions): .anyOf(conditions.map { self($0) })
    case .ballot(let votes, let base): .ballot(self(votes), base: self(base))
    }
  }

  private func ofOwner(_ value: Expression) -> Expression {
    if case .name = value.node { value } else { self(value) }
  }

  private func hiding(_ variable: Name) -> Substitution {
    Substitution(values: values.filter { $0.key != variable.key })
  }

  private func replaced(_ bounds: Bounds) -> Bounds {
    func end(_ end: Bounds.End?) -> Bounds.End? {
      end.map { .init(self($0.value), isInclusive: $0.isInclusive) }
    }
    return Bounds(lower: end(bounds.lower), upper: end(bounds.upper), wording: bounds.wording)
  }
}

extension Checker {
  /// What is written at an expression, the arguments of a `cách xét` in the place of its parameters.
  func words(of expression: Expression) -> String {
    var arguments: [Expression] = []
    expression.visit { if $0.standsAt != .none { arguments.append($0) } }
    guard !arguments.isEmpty, expression.standsAt == .none else {
      return words(at: expression.span)
    }
    arguments.sort { $0.standsAt.start < $1.standsAt.start }
    let whole = expression.span
    var text = ""
    var start = whole.start
    for argument in arguments where argument.standsAt.start >= start {
      text += written(Span(file: whole.file, start: start, end: argument.standsAt.start))
      text += words(at: argument.span)
      start = argument.standsAt.end
    }
    text += written(Span(file: whole.file, start: start, end: whole.end))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func written(_ span: Span) -> String { program.sources[span.file]?.text(span) ?? "" }
}
