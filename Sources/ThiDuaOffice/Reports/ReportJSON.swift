// A report as JSON for other programs. In: a report. Out: UTF-8, one object, keys always in this order:
//
//   title      text                         facts      [{label, value}]
//   notices    [texts]                      documents  [{label, text}]
//   boards     [{kind, columns: [{name, title, role, form, maximum?, group?, basis?}],
//                groups: [{name, facts, rows: [{key, name, cells}]}]}]
//   awards     [{title, kind, basis, lines: [{group, key, name, state, note}]}]
//   origin     [{label, value}]
//
// `cells` are values in the order of the columns: exact texts ("97.25", "1/3") for numbers and ratios, the
// printed text for everything else, null where nothing is filled in, false where the column does not
// apply. `group` is the place of the criterion's group among the columns. Reasons are asked for singly
// (`vì sao … ra "tệp.json"`): here they would be a hundred times the rest.

import ThiDuaText

extension ResultReport {
  public var json: [UInt8] {
    let fields = [
      "\"title\": \(JSONText.quoted(title))",
      "\"facts\": \(list(facts.map(text)))",
      "\"notices\": \(list(notices.map(JSONText.quoted)))",
      "\"boards\": \(list(boards.map(text)))",
      "\"awards\": \(list(awards.map(text)))",
      "\"documents\": "
        + list(
          documents.map {
            "{\"label\": \(JSONText.quoted($0.label)), \"text\": \(JSONText.quoted($0.text))}"
          }),
      "\"origin\": \(list(origin.map(text)))",
    ]
    return Array(("{\n" + fields.joined(separator: ",\n") + "\n}\n").utf8)
  }

  /// One element a line: the file can be compared line by line.
  private func list(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n" + elements.joined(separator: ",\n") + "]"
  }

  private func text(_ fact: Fact) -> String {
    "{\"label\": \(JSONText.quoted(fact.label)), \"value\": \(JSONText.quoted(fact.value))}"
  }

  private func texts(_ texts: [String]) -> String {
    "[" + texts.map(JSONText.quoted).joined(separator: ", ") + "]"
  }

  private func text(_ board: Board) -> String {
    "{\"kind\": \(JSONText.quoted(board.kind)), \"columns\": \(list(board.columns.map(text))),\n"
      + "\"groups\": \(list(board.groups.map { text($0, board.columns) }))}"
  }

  private func text(_ column: Column) -> String {
    var fields = [
      "\"name\": \(JSONText.quoted(column.name))", "\"title\": \(JSONText.quoted(column.title))",
      "\"role\": \"\(column.role)\"", "\"form\": \"\(column.form)\"",
    ]
    if let maximum = column.maximum { fields.append("\"maximum\": \"\(JSONText.exact(maximum))\"") }
    if let parent = column.parent { fields.append("\"group\": \(parent)") }
    if !column.basis.isEmpty { fields.append("\"basis\": \(texts(column.basis))") }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private func text(_ group: Group, _ columns: [Column]) -> String {
    let rows = group.rows.map { row in
      let cells = zip(row.cells, columns).map { text($0, $1) }.joined(separator: ", ")
      return "{\"key\": \(JSONText.quoted(row.key)), \"name\": \(JSONText.quoted(row.name)), "
        + "\"cells\": [\(cells)]}"
    }
    return "{\"name\": \(JSONText.quoted(group.name)), \"facts\": \(list(group.facts.map(text))),\n"
      + "\"rows\": \(list(rows))}"
  }

  private func text(_ cell: Cell, _ column: Column) -> String {
    switch cell.state {
    case .blank: return "null"
    case .notApplicable: return "false"
    case .filled: break
    }
    if let number = cell.number { return "\"\(JSONText.exact(number))\"" }
    return JSONText.quoted(cell.text)
  }

  private func text(_ list: AwardList) -> String {
    let lines = list.lines.map { line in
      "{\"group\": \(JSONText.quoted(line.group)), \"key\": \(JSONText.quoted(line.key)), "
        + "\"name\": \(JSONText.quoted(line.name)), \"state\": \(JSONText.quoted(line.state)), "
        + "\"note\": \(JSONText.quoted(line.note))}"
    }
    return "{\"title\": \(JSONText.quoted(list.title)), \"kind\": \(JSONText.quoted(list.kind)), "
      + "\"basis\": \(texts(list.basis)), \"lines\": \(self.list(lines))}"
  }
}
