// Whom a cell means that names nobody. In: the keys and names of a kind, a text. Out: the names it was
// probably meant to be, the surest first. Invariant: a name that only looks different (`TTO1` for
// `TT01`) is found among any number of subjects; misspellings are looked for among a few thousand.
// Used by whoever reads references.

import ThiDuaMachine
import ThiDuaSemantics
import ThiDuaText

struct ProbableSubjects {
  private static let limit = 2
  /// Comparing a misspelling with every name is not worth it beyond.
  private static let mostNames = 2_000

  private let names: [Int]
  private let texts: TextTable
  private var byLook: [UInt32: [Int]] = [:]

  init(of kind: SubjectKind, in table: ColumnTable, texts: TextTable) {
    self.texts = texts
    let columns =
      (kind.key.count == 1 ? kind.key : []) + (kind.nameColumn.map { [$0] } ?? [])
      + kind.aliasColumns
    var seen: Set<Int> = []
    names = columns.compactMap { table.columns[$0] }.flatMap { column in
      (0..<table.rowCount).compactMap { row in
        let word = column.word(row)
        return word.isText && seen.insert(word.index).inserted ? word.index : nil
      }
    }
    for name in names { byLook[Likeness.hash(texts[name].bytes), default: []].append(name) }
  }

  /// At most two names; none when nothing is close.
  func names(near text: String) -> [String] {
    let alike = names(alike: text)
    if !alike.isEmpty { return alike }
    guard names.count <= Self.mostNames else { return [] }
    return Spelling.closest(
      to: text, in: names.lazy.map { texts.string($0) }, limit: Self.limit)
  }

  /// Names that only look different.
  func names(alike text: String) -> [String] {
    var text = text
    let hash = text.withUTF8 { Likeness.hash($0) }
    let bytes = Array(text.utf8)
    let found = (byLook[hash] ?? []).lazy.filter { Likeness(texts[$0].bytes, bytes) != nil }
    return found.prefix(Self.limit).map { texts.string($0) }
  }
}
