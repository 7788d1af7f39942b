// An explanation as JSON for other programs. In: an explanation. Out: UTF-8, keys always in this order, absent
// ones left out:
//
//   role       "operand" | "condition" | "remark"      label, owner, shown, reason, question   texts
//   kind       "number" | "ratio" | "text" | "date" | "truth" | "level" | "award" | "subject" | "list" …
//   value      numbers as exact text, "97.25" or "1/3"; truths as booleans; dates "2026-10-14"; the names
//              of levels, states and subjects; null for an absence, told apart by `shown`
//   operation  the name, with `rounding`, `places`, `step`, `taken`, `comparison` where it has them
//   rule       {file, line, text}      cell {file, sheet, line, column, cell, value}
//   basis      [texts]                 parts [explanations]

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

public enum ExplanationJSON {
  /// The tree as one JSON object, two spaces a level, with a final newline.
  public static func render(_ explanation: Explanation) -> String {
    var text = ""
    write(explanation, indent: 0, to: &text)
    return text + "\n"
  }

  private static func write(_ node: Explanation, indent: Int, to text: inout String) {
    let margin = String(repeating: "  ", count: indent + 1)
    var fields: [(String, String)] = [
      ("role", JSONText.quoted(role(node.role))), ("label", JSONText.quoted(node.label)),
    ]
    if let owner = node.owner { fields.append(("owner", JSONText.quoted(owner))) }
    fields.append(("kind", JSONText.quoted(kind(node.kind))))
    fields.append(("value", value(node)))
    fields.append(("shown", JSONText.quoted(node.shown)))
    fields += operation(node.operation)
    if let reason = node.reason { fields.append(("reason", JSONText.quoted(reason))) }
    if let question = node.question { fields.append(("question", JSONText.quoted(question))) }
    if let line = node.line {
      fields.append(
        (
          "rule",
          "{\"file\": \(JSONText.quoted(line.file)), \"line\": \(line.line), \"text\": \(JSONText.quoted(line.text))}"
        ))
    }
    if let cell = node.cell { fields.append(("cell", place(cell))) }
    if !node.basis.isEmpty {
      fields.append(("basis", "[" + node.basis.map(JSONText.quoted).joined(separator: ", ") + "]"))
    }
    text += "{\n"
    text += fields.map { "\(margin)\"\($0.0)\": \($0.1)" }.joined(separator: ",\n")
    if !node.parts.isEmpty {
      text += ",\n\(margin)\"parts\": ["
      for (index, part) in node.parts.enumerated() {
        if index > 0 { text += ", " }
        write(part, indent: indent + 1, to: &text)
      }
      text += "]"
    }
    text += "\n" + String(repeating: "  ", count: indent) + "}"
  }

  private static func role(_ role: Explanation.Role) -> String {
    switch role {
    case .operand: "operand"
    case .condition: "condition"
    case .remark: "remark"
    }
  }

  private static func kind(_ kind: ValueKind) -> String {
    switch kind {
    case .number: "number"
    case .ratio: "ratio"
    case .text: "text"
    case .date: "date"
    case .truth: "truth"
    case .level: "level"
    case .award: "award"
    case .subject: "subject"
    case .list: "list"
    case .dictionary: "dictionary"
    case .nothing: "nothing"
    }
  }

  private static func value(_ node: Explanation) -> String {
    switch (node.value, node.kind) {
    case (.blank, _), (.notApplicable, _), (.dictionary, _): return "null"
    case (.list, _): return JSONText.quoted(node.shown)
    case (.text(let text), _): return JSONText.quoted(text)
    case (.immediate(let truth), .truth): return truth == 0 ? "false" : "true"
    case (.immediate(let days), .date):
      guard let date = CalendarDate(days: Int32(truncatingIfNeeded: days)) else { return "null" }
      return JSONText.quoted("\(date.year)-\(twoDigits(date.month))-\(twoDigits(date.day))")
    case (_, .number), (_, .ratio):
      return node.value.number.map { JSONText.quoted(JSONText.exact($0)) } ?? "null"
    default: return JSONText.quoted(node.shown)
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  private static func operation(_ operation: Explanation.Operation) -> [(String, String)] {
    func name(_ text: String) -> [(String, String)] { [("operation", JSONText.quoted(text))] }
    switch operation {
    case .input: return name("input")
    case .defaultValue: return name("default")
    case .parameter: return name("parameter")
    case .constant: return name("constant")
    case .folded: return name("folded")
    case .same: return name("same")
    case .negation: return name("negation")
    case .rounding(let rule, let places):
      return name("round") + [("rounding", JSONText.quoted("\(rule)")), ("places", "\(places)")]
    case .roundingToStep(let rule, let step):
      return name("roundToStep") + [
        ("rounding", JSONText.quoted("\(rule)")), ("step", JSONText.quoted(JSONText.exact(step))),
      ]
    case .floor: return name("floor")
    case .sum(let taken):
      return name("sum") + [("taken", "[" + taken.map { "\($0)" }.joined(separator: ", ") + "]")]
    case .product: return name("product")
    case .quotient: return name("quotient")
    case .least: return name("least")
    case .greatest: return name("greatest")
    case .comparison(let comparison):
      return name("compare") + [("comparison", JSONText.quoted(comparison.rawValue))]
    case .all: return name("all")
    case .any: return name("any")
    case .not: return name("not")
    case .worked: return name("worked")
    }
  }

  private static func place(_ place: DataPlace) -> String {
    var fields = ["\"file\": \(JSONText.quoted(place.file))"]
    if let sheet = place.sheet { fields.append("\"sheet\": \(JSONText.quoted(sheet))") }
    if let line = place.line { fields.append("\"line\": \(line)") }
    if let column = place.column { fields.append("\"column\": \(JSONText.quoted(column))") }
    if let cell = place.cell { fields.append("\"cell\": \(JSONText.quoted(cell))") }
    if let value = place.value { fields.append("\"value\": \(JSONText.quoted(value))") }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
