// Texts that rules group by or compare with, written in two ways. In: the rules, tables as read. Out: a
// warning for each value that only looks like another one, or like the text a rule compares with.
// Invariant: only columns of data that a rule reads are looked at, and only while their values are
// few enough to be categories; nothing is found in a script without such columns.
// Used by the session only.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct ValueCheck {
  /// More different texts are names or remarks.
  private static let mostValues = 2_000
  /// A letter for a digit is a mistake where the other way is so many times as usual.
  private static let usualShare = 10

  let checked: CheckedProgram
  let texts: TextTable
  let data: [KindData]
  private(set) var diagnostics = Diagnostics()

  /// A text of a column: how many rows have it, and the first of them.
  private struct Value {
    var index: Int
    var firstRow: Int
    var count: Int
  }

  init(checked: CheckedProgram, texts: TextTable, data: [KindData]) {
    self.checked = checked
    self.texts = texts
    self.data = data
  }

  mutating func check() {
    let uses = TextUses(of: checked)
    for use in uses.columns {
      let (kind, column) = (use.reference.kind, use.reference.column)
      guard !checked.subjectKinds[kind].key.contains(column),
        let cells = data[kind].table.columns[column], cells.layout == .text,
        let values = values(of: cells)
      else { continue }
      check(values, use)
    }
  }

  /// The different texts in the order of their first rows; nil when there are too many.
  private func values(of cells: ColumnStorage) -> [Value]? {
    let indexes = cells.base.assumingMemoryBound(to: UInt32.self)
    // How many rows have each text of the run.
    var counts = [Int32](repeating: 0, count: texts.count)
    var firstRows: [Int] = []
    for row in 0..<cells.rowCount where indexes[row] < ColumnStorage.textNotApplicable {
      let index = Int(indexes[row])
      if counts[index] == 0 {
        if firstRows.count == Self.mostValues { return nil }
        firstRows.append(row)
      }
      counts[index] &+= 1
    }
    return joined(
      firstRows.map { row in
        let index = Int(indexes[row])
        return Value(index: index, firstRow: row, count: Int(counts[index]))
      })
  }

  /// Equal texts may have several indexes.
  private func joined(_ values: [Value]) -> [Value] {
    var result: [Value] = []
    var places: [String: Int] = [:]
    for value in values {
      let text = texts.string(value.index)
      if let place = places[text] {
        result[place].count += value.count
      } else {
        places[text] = result.count
        result.append(value)
      }
    }
    return result
  }

  private mutating func check(_ values: [Value], _ use: TextUses.ColumnUse) {
    var byLook: [UInt32: [Value]] = [:]
    let rules = RuleTexts(use.literals)
    var told = 0
    for value in values where told < AlikeKeys.limit {
      let text = texts.string(value.index)
      let look = Likeness.hash(texts[value.index].bytes)
      if let (literal, likeness) = rules.first(alike: text, look) {
        tell(value, text, literal, likeness, use)
        told += 1
        continue
      }
      if let (other, likeness) = firstAlike(value, among: byLook[look] ?? []) {
        tell(value, other, likeness, use)
        told += 1
      }
      byLook[look, default: []].append(value)
    }
  }

  /// What rules compare one column with, found by its look: a text is held against few of them.
  private struct RuleTexts {
    private var exact: Set<String> = []
    private var byLook: [UInt32: [TextUses.Literal]] = [:]

    init(_ literals: [TextUses.Literal]) {
      for literal in literals where exact.insert(literal.text).inserted {
        var text = literal.text
        byLook[text.withUTF8 { Likeness.hash($0) }, default: []].append(literal)
      }
    }

    func first(alike text: String, _ look: UInt32) -> (TextUses.Literal, Likeness)? {
      guard let literals = byLook[look], !exact.contains(text) else { return nil }
      for literal in literals {
        if let likeness = Likeness(text.utf8, literal.text.utf8), likeness.digitRun == 0 {
          return (literal, likeness)
        }
      }
      return nil
    }
  }

  private func firstAlike(_ value: Value, among others: [Value]) -> (Value, Likeness)? {
    let bytes = texts[value.index].bytes
    for other in others {
      guard let likeness = Likeness(bytes, texts[other.index].bytes) else { continue }
      let (few, many) = (min(value.count, other.count), max(value.count, other.count))
      if likeness.digitRun == 0 || few * Self.usualShare <= many { return (other, likeness) }
    }
    return nil
  }

  private mutating func tell(
    _ value: Value, _ text: String, _ literal: TextUses.Literal, _ likeness: Likeness,
    _ use: TextUses.ColumnUse
  ) {
    let kind = checked.subjectKinds[use.reference.kind]
    var diagnostic = DataMessages.alikeInRule(
      text, count: value.count, rule: literal.text,
      column: kind.columns[use.reference.column].name, kind: kind.name,
      parting: likeness.differences, ruleSpan: literal.span)
    data[use.reference.kind].locate(
      row: value.firstRow, column: use.reference.column, in: &diagnostic)
    diagnostics.add(diagnostic)
  }

  /// The rarer way is told as the mistake, the later one when both are as usual.
  private mutating func tell(
    _ value: Value, _ other: Value, _ likeness: Likeness, _ use: TextUses.ColumnUse
  ) {
    let (odd, usual) = value.count > other.count ? (other, value) : (value, other)
    let kind = checked.subjectKinds[use.reference.kind]
    let rows = data[use.reference.kind]
    var there = Diagnostic(code: "", message: "")
    rows.locate(row: usual.firstRow, column: use.reference.column, in: &there)
    var diagnostic = DataMessages.alikeValues(
      texts.string(odd.index), count: odd.count, texts.string(usual.index),
      otherCount: usual.count, column: kind.columns[use.reference.column].name, kind: kind.name,
      parting: likeness.differences, otherPlace: there.place)
    rows.locate(row: odd.firstRow, column: use.reference.column, in: &diagnostic)
    if !there.span.isNone { diagnostic.labels.append(.init(there.span, "ô kia ở đây")) }
    diagnostics.add(diagnostic)
  }
}
