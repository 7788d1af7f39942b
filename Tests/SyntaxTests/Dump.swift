// Trees as text, without spans: what the tests compare.

import ThiDuaNumber
import ThiDuaText

@testable import ThiDuaSyntax

/// Any part of the tree, reflected; spans and the source are left out.
func tree(_ value: Any) -> String {
  if value is Span || value is Source { return "" }
  if let expression = value as? Expression { return tree(expression) }
  if let name = value as? Name { return "«\(name.key)»" }
  if let exact = value as? Exact { return "\(exact)" }
  if let date = value as? CalendarDate { return date.text }
  let mirror = Mirror(reflecting: value)
  if mirror.displayStyle == .optional {
    return mirror.children.first.map { tree($0.value) } ?? "nil"
  }
  if mirror.children.isEmpty { return "\(value)" }
  let parts = mirror.children.compactMap { child -> String? in
    let text = tree(child.value)
    if text.isEmpty || text == "nil" || text == "[]" { return nil }
    if let label = child.label, !label.hasPrefix(".") { return "\(label):\(text)" }
    return text
  }
  let open = mirror.displayStyle == .collection ? "[" : "("
  return open + parts.joined(separator: " ") + (open == "[" ? "]" : ")")
}

func tree(_ expressions: [Expression]) -> String {
  expressions.map { tree($0) }.joined(separator: " ")
}

/// An expression as an S-expression.
func tree(_ expression: Expression) -> String {
  switch expression.node {
  case .number(let value, let unit):
    return NumberText.format(value) + (unit.map { "·\($0.text)" } ?? "")
  case .text(let pieces):
    return "\""
      + pieces.map { piece in
        switch piece {
        case .literal(let text): text
        case .value(let inner, let decimals):
          "{" + tree(inner) + (decimals.map { ": \($0)" } ?? "") + "}"
        }
      }.joined() + "\""
  case .date(let date): return date.text
  case .truth(let value): return value ? "có" : "không"
  case .blank: return "trống"
  case .notApplicable: return "không-áp-dụng"
  case .awardState(let state): return "<\(state.text)>"
  case .name(let name): return "[\(name.text)]"
  case .current(let kind): return "(này [\(kind.text)])"
  case .lookup(let kind, let key): return "(tra [\(kind.text)] \(tree(key)))"
  case .call(let name, let arguments):
    return "(gọi [\(name.text)]" + arguments.map { " " + tree($0) }.joined() + ")"
  case .of(let value, let owner): return "(của \(tree(value)) \(tree(owner)))"
  case .negate(let value): return "(- \(tree(value)))"
  case .not(let value): return "(không \(tree(value)))"
  case .binary(let symbol, let left, let right):
    return "(\(symbol.rawValue) \(tree(left)) \(tree(right)))"
  case .within(let value, let bounds):
    let lower = bounds.lower.map { ($0.isInclusive ? " >=" : " >") + tree($0.value) } ?? ""
    let upper = bounds.upper.map { ($0.isInclusive ? " <=" : " <") + tree($0.value) } ?? ""
    return "(\(bounds.wording.rawValue): \(tree(value))\(lower)\(upper))"
  case .conditional(let test, let chosen, let other):
    return "(nếu \(tree(test)) \(tree(chosen)) \(tree(other)))"
  case .ifBlank(let value, let other): return "(nếu-trống \(tree(value)) \(tree(other)))"
  case .list(let items): return "[" + items.map { tree($0) }.joined(separator: "; ") + "]"
  case .dictionary(let entries):
    return "[" + entries.map { tree($0.key) + ": " + tree($0.value) }.joined(separator: "; ") + "]"
  case .range(let low, let high): return "(.. \(tree(low)) \(tree(high)))"
  case .index(let list, let index): return "(ô \(tree(list)) \(tree(index)))"
  case .filter(let list, let test): return "(mà \(tree(list)) \(tree(test)))"
  case .sorted(let list, let keys): return "(sắp \(tree(list))\(tree(keys)))"
  case .mapping(let value, let variable, let list):
    return "(với-mỗi [\(variable.text)] \(tree(list)) \(tree(value)))"
  case .withinGroup(let value, let group, let filter):
    return "(trong-cùng \(tree(value)) \(tree(group))" + (filter.map { " " + tree($0) } ?? "") + ")"
  case .every(let list, let test): return "(mọi \(tree(list)) \(tree(test)))"
  case .none(let list, let test): return "(không-nào \(tree(list)) \(tree(test)))"
  case .anyOf(let tests): return "(một-trong" + tests.map { " " + tree($0) }.joined() + ")"
  case .ballot(let votes, let base): return "(phiếu \(tree(votes)) \(tree(base)))"
  case .invalid: return "<lỗi>"
  }
}

func tree(_ keys: [SortKey]) -> String {
  keys.map { key in
    " " + (key.isPreference ? "ưu-tiên:" : key.isDescending ? "giảm:" : "tăng:") + tree(key.value)
  }.joined()
}

// MARK: Parsing in tests

func source(_ text: String) -> Source { Source(id: 1, path: "thử.thidua", text: text) }

/// The dump of one expression, or its error codes.
func expression(_ text: String, known: Set<String> = []) -> String {
  var diagnostics = Diagnostics()
  let parsed = parseExpression(
    source(text), knownNames: Set(known.map { VietnameseText.lookupKey($0) }), into: &diagnostics)
  if !diagnostics.isEmpty {
    return "LỖI " + diagnostics.all.map(\.code).joined(separator: " ")
  }
  return tree(parsed)
}

/// A script with its diagnostics.
func script(_ text: String) -> (script: Script, diagnostics: Diagnostics) {
  var diagnostics = Diagnostics()
  let script = parse(source(text), into: &diagnostics)
  return (script, diagnostics)
}

/// The error codes of a script.
func codes(_ text: String) -> [String] { script(text).diagnostics.all.map(\.code) }

/// The findings as a person reads them, for failing tests.
func rendered(_ text: String) -> String {
  script(text).diagnostics.all.map { finding in
    let place = source(text).lineAndColumn(finding.span.start)
    return "\(finding.code) \(place.line):\(place.column) \(finding.message)"
  }.joined(separator: "\n")
}
