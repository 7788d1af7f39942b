// Cells as text, for tables on the terminal and for messages. In: columns and what the compiled program
// says of their kinds. Out: text as `in` prints it. Used by the session only.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

struct CellPrinter {
  let program: Program
  let texts: TextTable
  let tables: [ColumnTable]

  /// A cell of a stored column; blank is empty.
  func text(_ address: ColumnAddress, row: Int) -> String {
    guard let storage = tables[address.kind].columns[address.column] else { return "" }
    let kind = program.subjectKinds[address.kind].columnKinds[address.column]
    return text(storage, row: row, kind)
  }

  /// A cell of any column; `decimals` nil: all the places the number has.
  func text(
    _ storage: ColumnStorage, row: Int, _ kind: ValueKind, decimals: Int? = nil
  ) -> String {
    if storage.layout == .lists {
      guard case .list(.subject(let target)) = kind else { return "" }
      let rows = storage.listRows[
        Int(storage.listStarts[row])..<Int(storage.listStarts[row + 1])]
      return rows.map { name(of: Int($0), kind: target) }.joined(separator: "; ")
    }
    let word = storage.word(row)
    if word.isBlank { return "" }
    if word.isNotApplicable { return "không áp dụng" }
    switch kind {
    case .number:
      return NumberText.format(storage.number(row) ?? Exact(0), decimals: decimals)
    case .ratio:
      return NumberText.formatPercent(storage.number(row) ?? Exact(0), decimals: decimals)
    case .text: return word.isText ? texts.string(word.index) : ""
    case .date: return CalendarDate(days: Int32(truncatingIfNeeded: word.immediate))?.text ?? ""
    case .truth: return word.immediate == 0 ? "không" : "có"
    case .level(let scale): return named(program.scales[scale], word)
    case .award: return named(program.awardTexts, word)
    case .subject(let target): return name(of: Int(word.immediate), kind: target)
    case .list, .dictionary, .nothing: return ""
    }
  }

  private func named(_ names: [String], _ word: Word) -> String {
    let index = Int(word.immediate)
    return names.indices.contains(index) ? names[index] : ""
  }

  /// What a subject is called: its name, else its key, else its place in the data.
  func name(of row: Int, kind: Int) -> String {
    let description = program.subjectKinds[kind]
    let columns = description.nameColumn.map { [$0] } ?? description.key
    let parts = columns.map { text(ColumnAddress(kind: kind, column: $0), row: row) }
      .filter { !$0.isEmpty }
    return parts.isEmpty ? "\(description.name) số \(row + 1)" : parts.joined(separator: " / ")
  }

  /// A subject as messages name it: kind, key and name.
  func subject(_ row: Int, kind: Int) -> String {
    let description = program.subjectKinds[kind]
    let key = description.key.map { text(ColumnAddress(kind: kind, column: $0), row: row) }
      .filter { !$0.isEmpty }.joined(separator: "; ")
    let name = name(of: row, kind: kind)
    guard !key.isEmpty, key != name else { return "\(description.name) \(Wording.quoted(name))" }
    return "\(description.name) \(Wording.quoted(name)) (mã \(Wording.visible(key, limit: 40)))"
  }
}
