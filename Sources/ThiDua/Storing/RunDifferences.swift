// How the results of a run differ from what a store has. In: kinds of a stored run and the same kinds reckoned
// or stored elsewhere. Out: one line a difference. Invariant: a value is compared as stored, exactly.
// Used by `StoreKeeper` only.

import ThiDuaStore
import ThiDuaText

struct RunDifferences {
  private(set) var lines: [String] = []
  private var total = 0
  private var compared = 0
  private var reasonLines: [String] = []
  private var differentReasons = 0
  private var comparedReasons = 0

  private static let linesShown = 100

  mutating func add(_ line: String) {
    total += 1
    if lines.count < Self.linesShown { lines.append(line) }
  }

  /// `present` nil: there is no such kind any more.
  mutating func compare(
    _ kind: Store.Kind, of store: Store, with present: KindRecord?
  ) throws(StoreProblem) {
    guard let present else { return add("\(kind.name): nay không có nữa") }
    let columns = kind.columns.filter { $0.role != .input }
    let twins = columns.map { column in present.columns.first { $0.name == column.name } }
    for (column, twin) in zip(columns, twins) where twin == nil {
      add("\(kind.name): nay không có \(column.name)")
    }
    for column in present.columns where column.role != .input {
      if !columns.contains(where: { $0.name == column.name }) {
        add("\(kind.name): trước không có \(column.name)")
      }
    }
    var places = SubjectPlaces(present.subjects)
    var found: Set<Int> = []
    var differences: [String] = []
    var count = 0
    try store.rows(of: kind, columns: columns) { row in
      guard let place = places.next(of: row.subject) else {
        differences.append("\(Self.named(row.subject, kind.name)): nay không có")
        return
      }
      found.insert(place)
      for (index, twin) in twins.enumerated() {
        guard let twin else { continue }
        count += 1
        let (old, new) = (row.cells[index], twin.cell(place))
        guard old.value != new.value || old.isNotApplicable != new.isNotApplicable else { continue }
        differences.append(
          "\(Self.named(row.subject, kind.name)): \(twin.name): \(Self.shown(old)) → "
            + Self.shown(new))
      }
    }
    compared += count
    for line in differences { add(line) }
    for (place, subject) in present.subjects.enumerated() where !found.contains(place) {
      add("\(Self.named(subject, kind.name)): trước không có")
    }
  }

  private static func named(_ subject: SubjectRecord, _ kind: String) -> String {
    subject.key.isEmpty || subject.key == subject.name
      ? "\(kind) \(Wording.quoted(subject.name))"
      : "\(kind) \(Wording.quoted(subject.name)) (mã \(subject.key))"
  }

  private static func shown(_ cell: CellRecord) -> String {
    if cell.isNotApplicable { return "không áp dụng" }
    guard let value = cell.value else { return "trống" }
    return value
  }

  /// Compares why the same values are what they are: another reading of the rules may end at the same points.
  mutating func compareReasons(
    _ kind: Store.Kind, of store: Store, with present: KindRecord
  ) throws(StoreProblem) {
    let columns = kind.columns.filter { $0.role != .input }
    var places = SubjectPlaces(present.subjects)
    var rows: [(row: Store.Row, place: Int?)] = []
    try store.rows(of: kind, columns: columns) { rows.append(($0, places.next(of: $0.subject))) }
    for (index, column) in columns.enumerated() {
      guard let twin = present.columns.first(where: { $0.name == column.name }),
        let reason = twin.reason
      else { continue }
      for ((row, place), old) in zip(rows, try store.reasons(of: kind, column)) {
        guard let place else { continue }
        let (before, now) = (row.cells[index], twin.cell(place))
        guard before.value == now.value, before.isNotApplicable == now.isNotApplicable else {
          continue
        }
        comparedReasons += 1
        let new = reason(place)
        guard old != new else { continue }
        differentReasons += 1
        guard reasonLines.count < Self.linesShown else { continue }
        let difference = StoredReason.firstDifference(old, new)
        reasonLines.append(
          "\(Self.named(row.subject, kind.name)): \(column.name): \(difference.old) → "
            + difference.new)
      }
    }
  }

  /// The lines under a heading that says what is compared.
  func text(heading: String) -> String {
    var text = heading
    if total == 0 {
      text += ": giống hệt, \(Wording.count(compared)) kết quả"
      if comparedReasons > 0, differentReasons == 0 {
        text += " và \(Wording.count(comparedReasons)) lý do"
      }
      text += ".\n"
    } else {
      text += ": \(Wording.count(total)) chỗ khác.\n" + Self.listed(lines, of: total)
    }
    if differentReasons > 0 {
      text +=
        "Kết quả như nhau mà lý do kể khác: \(Wording.count(differentReasons)) trong "
        + "\(Wording.count(comparedReasons)).\n" + Self.listed(reasonLines, of: differentReasons)
    }
    return text
  }

  private static func listed(_ lines: [String], of total: Int) -> String {
    var text = ""
    for line in lines { text += "  \(line)\n" }
    if total > lines.count { text += "  và \(Wording.count(total - lines.count)) chỗ nữa\n" }
    return text
  }
}

/// Where subjects stand in their kind. Without a key several may look alike: the first stored is compared with the
/// first there is now, the second with the second.
private struct SubjectPlaces {
  private var places: [SubjectRecord: ArraySlice<Int>] = [:]

  init(_ subjects: [SubjectRecord]) {
    for (place, subject) in subjects.enumerated() { places[subject, default: []].append(place) }
  }

  /// The place of the next one that looks so; nil when there are no more.
  mutating func next(of subject: SubjectRecord) -> Int? { places[subject]?.popFirst() }
}
