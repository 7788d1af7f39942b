// How a board stands on the page. In: a board. Out: which columns its tables show and in what order, the scale of
// its bars, its levels from the best, the place of every cell when a reader sorts. Invariant: nothing
// here writes; numbers are compared exactly, texts in Vietnamese order. Used by the page only.

import ThiDuaNumber
import ThiDuaText

struct BoardLayout {
  typealias Column = ResultReport.Column

  /// More criteria than this do not fit beside each other; the reasons have them all.
  private static let mostDetails = 8
  /// More levels have no colours to tell them apart.
  private static let mostLevels = 6

  let board: ResultReport.Board
  /// Columns of the table, the subject's name left out; a rank comes first.
  let shown: [Int]
  /// Columns told of each subject above its reasons.
  let fields: [Int]
  /// Columns whose reasons are told, in the order of telling.
  let explained: [Int]
  let rank: Int?
  let total: Int?
  let level: Int?
  /// The levels of the chart, best first; empty without levels or with too many.
  let levels: [String]
  /// What a full bar of the total stands for; above zero.
  let scale: Exact?

  init(_ board: ResultReport.Board) {
    self.board = board
    func all(_ roles: Column.Role...) -> [Int] {
      board.columns.indices.filter { roles.contains(board.columns[$0].role) }
    }
    let ranks = all(.rank)
    var details = all(.group)
    let criteria = all(.criterion)
    let loose = criteria.filter { board.columns[$0].parent == nil }
    if details.isEmpty, criteria.count <= Self.mostDetails {
      details = criteria
    } else if details.count + loose.count <= Self.mostDetails {
      details = board.columns.indices.filter { details.contains($0) || loose.contains($0) }
    }
    let outcome = all(.bonus, .deduction, .total, .level)
    var table = details + outcome
    if table.isEmpty { table = Array(all(.other).prefix(Self.mostDetails)) }
    shown = ranks + table + all(.award)
    fields = all(.key, .field, .note)
    explained =
      all(.total).reversed() + all(.level, .rank) + all(.award) + all(.bonus, .deduction)
      + all(.group) + criteria + all(.other)
    rank = ranks.first
    total = all(.total).last
    level = all(.level).first
    levels = level.map { Self.levels(board, $0) } ?? []
    scale = total.flatMap { column in
      let highest = board.rows.compactMap { $0.cells[column].number }.max()
      guard let scale = board.columns[column].maximum ?? highest, scale.signum > 0 else {
        return nil
      }
      return scale
    }
  }

  /// The whole scale if it can be told apart by colour, else those of its levels that were met.
  private static func levels(_ board: ResultReport.Board, _ level: Int) -> [String] {
    let scale = board.columns[level].levels
    if scale.count <= mostLevels { return scale }
    let met = Set(board.rows.map { $0.cells[level].text })
    let levels = scale.filter(met.contains)
    return levels.count <= mostLevels ? levels : []
  }

  /// Whether sorting begins with the highest: points, not places or names.
  func beginsHigh(_ column: Int) -> Bool {
    switch board.columns[column].role {
    case .rank, .level, .award, .key, .name, .field, .note: false
    default: board.columns[column].form == .number || board.columns[column].form == .ratio
    }
  }

  /// The place of each row when sorted by the column, from 1, equal cells together; 0 where there is
  /// nothing. `column` nil: by name.
  func places(_ column: Int?, _ rows: [ResultReport.Row]) -> [Int] {
    guard let column else {
      return Self.dense(rows.map { VietnameseText.collationKey($0.name) }) {
        VietnameseText.compareKeys($0, $1) < 0
      }
    }
    let cells = rows.map { $0.cells[column] }
    let scale = board.columns[column].levels
    if !scale.isEmpty { return cells.map { (scale.firstIndex(of: $0.text) ?? -1) + 1 } }
    switch board.columns[column].form {
    case .number, .ratio: return Self.dense(cells.map(\.number), by: <)
    case .date: return Self.dense(cells.map { Self.day($0.text) }, by: <)
    case .text:
      return Self.dense(
        cells.map { $0.text.isEmpty ? nil : VietnameseText.collationKey($0.text) }
      ) { VietnameseText.compareKeys($0, $1) < 0 }
    }
  }

  private static func dense<Key: Equatable>(
    _ keys: [Key?], by comesBefore: (Key, Key) -> Bool
  ) -> [Int] {
    let present = keys.indices.compactMap { index in keys[index].map { (index, $0) } }
      .sorted { comesBefore($0.1, $1.1) }
    var places = Array(repeating: 0, count: keys.count)
    var place = 0
    var previous: Key?
    for (index, key) in present {
      if key != previous { place += 1 }
      previous = key
      places[index] = place
    }
    return places
  }

  /// `05/12/2026` as a number that sorts.
  private static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "/").map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return (year * 12 + month) * 31 + day
  }

  /// The column a line of a tree tells about, by how reasons call columns.
  var columnsByLabel: [TextKey: Int] {
    var found: [TextKey: Int] = [:]
    for (index, column) in board.columns.enumerated() {
      found[TextKey(column.name)] = index
      found[TextKey("\(column.name) \(Wording.quoted(column.title))")] = index
    }
    return found
  }
}

extension ResultReport.Group {
  /// What a heading calls it: `Cụm 2` of `2`, `Tất cả` of what nothing parts.
  var title: String {
    if name.isEmpty { return "Tất cả" }
    return name.unicodeScalars.contains(where: \.properties.isAlphabetic) ? name : "Cụm \(name)"
  }
}

extension ResultReport.Board {
  /// Rows of all groups, in their order.
  var rows: [ResultReport.Row] { groups.flatMap(\.rows) }
}

extension Exact {
  /// Which part of `whole`, in `steps`, from 0 to `steps`; `whole` is above zero.
  func share(of whole: Exact, steps: Int) -> Int {
    let part = (self * Exact(steps)).divided(by: whole).rounded(places: 0, .halfAwayFromZero)
    if part.isNegative { return 0 }
    return min(steps, part.int ?? steps)
  }
}
