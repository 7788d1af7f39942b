// Keys that only look the same. In: rows whose keys have one hash of `Likeness`. Out: pairs worth
// telling, with what parts them. Invariant: spaces, case, tones and foreign letters always tell; a
// letter for a digit (O for 0) tells only where the other key is how the table writes its keys, so
// that `khối I` beside `khối 1` and codes that count on with letters are left alone.

import ThiDuaMachine
import ThiDuaText

/// Two rows whose keys a reader takes for one.
public struct AlikeKeys: Sendable {
  /// The row that is probably mistaken: the later one, or the one written unlike the others.
  public var row: Int
  public var other: Int
  /// Which of the key columns differ, and how.
  public var likenesses: [(column: Int, likeness: Likeness)]
  /// The cells that differ, as they stand in the table.
  public var key: String
  public var otherKey: String

  /// Pairs of a table that are told: with the line that counts the others as many as are printed of one code.
  public static let limit = 19
  /// Keys compared with each other in one bunch: more are no misspellings.
  private static let bunch = 32
  /// As many rows may share an odd way of writing; more only where the usual way is so many times as usual.
  private static let fewRows = 3
  private static let manyTimes = 100

  /// Pairs among rows that all have different keys, each later row with the first one like it.
  static func find(
    among rows: [Int], in check: KeyCheck, into found: inout [AlikeKeys]
  ) {
    let rows = rows.prefix(bunch)
    for (index, row) in rows.enumerated() {
      for other in rows.prefix(index) {
        guard let likenesses = likenesses(row, other, check) else { continue }
        let columns = likenesses.map { check.columns[$0.column] }
        found.append(
          AlikeKeys(
            row: row, other: other, likenesses: likenesses, key: check.shown(row, columns),
            otherKey: check.shown(other, columns)))
        break
      }
    }
  }

  private mutating func turn() {
    (row, other) = (other, row)
    (key, otherKey) = (otherKey, key)
  }

  /// What parts two keys; nil when it is more than their look.
  private static func likenesses(
    _ a: Int, _ b: Int, _ check: KeyCheck
  ) -> [(column: Int, likeness: Likeness)]? {
    var found: [(column: Int, likeness: Likeness)] = []
    for (index, column) in check.columns.enumerated() where !check.areEqual(column, a, b) {
      let (first, second) = (column.word(a), column.word(b))
      guard first.isText, second.isText,
        let likeness = Likeness(check.texts[first.index].bytes, check.texts[second.index].bytes)
      else { return nil }
      found.append((index, likeness))
    }
    return found
  }

  /// The candidates without those that are probably meant; by row.
  static func probable(
    _ candidates: [AlikeKeys], in check: KeyCheck, rowCount: Int
  ) -> [AlikeKeys] {
    var shapes = KeyShapes(check: check, rowCount: rowCount)
    var result: [AlikeKeys] = []
    for var pair in candidates {
      let digitRun = pair.likenesses.map(\.likeness.digitRun).max() ?? 0
      if digitRun > 0 {
        var (odd, usual) = (shapes.count(pair.row), shapes.count(pair.other))
        if odd > usual {
          (odd, usual) = (usual, odd)
          pair.turn()
        }
        let isRare = odd <= fewRows && (odd * 2 <= usual || digitRun > 1)
        guard isRare || odd * manyTimes <= usual else { continue }
      } else if pair.likenesses.contains(where: \.likeness.isSecondForeign) {
        pair.turn()
      }
      result.append(pair)
    }
    return result.sorted { $0.row < $1.row }
  }
}

extension AlikeKeys {
  /// What is said of the pair; `locate` points a finding at the cell of a row in a key column.
  public func finding(
    _ locate: (_ row: Int, _ keyColumn: Int, inout Diagnostic) -> Void
  ) -> Diagnostic {
    let column = likenesses[0].column
    var there = Diagnostic(code: "", message: "")
    locate(other, column, &there)
    var here = Diagnostic(code: "", message: "")
    locate(row, column, &here)
    var diagnostic = DataMessages.alikeKeys(
      key, otherKey, parting: likenesses.flatMap(\.likeness.differences), otherPlace: there.place)
    (diagnostic.place, diagnostic.span) = (here.place, here.span)
    if !there.span.isNone { diagnostic.labels.append(.init(there.span, "ô kia ở đây")) }
    return diagnostic
  }
}

/// How often a table writes its keys in which way: `TT01` and `TT27` are two letters and two digits.
private struct KeyShapes {
  let check: KeyCheck
  let rowCount: Int
  private var counts: [UInt64: Int] = [:]

  init(check: KeyCheck, rowCount: Int) {
    self.check = check
    self.rowCount = rowCount
  }

  mutating func count(_ row: Int) -> Int {
    if counts.isEmpty {
      for row in 0..<rowCount { counts[shape(row), default: 0] += 1 }
    }
    return counts[shape(row)] ?? 0
  }

  private func shape(_ row: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for column in check.columns {
      let word = column.word(row)
      guard word.isText else { continue }
      for byte in check.texts[word.index].bytes where byte != UInt8(ascii: " ") {
        let part: UInt8
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): part = UInt8(ascii: "9")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
          part = UInt8(ascii: "a")
        default: part = byte
        }
        hash = (hash ^ UInt64(part)) &* 0x100_0000_01B3
      }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
