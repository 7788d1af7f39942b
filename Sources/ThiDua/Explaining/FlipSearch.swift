// The smallest change of one cell that gives a subject an award. In: a session whose plan has run, the
// award's cell, the cells it hangs on. Out: for every field its nearest value that gives the award, as
// a run over the changed data says. A field moves as in every search (see Grid).
//
// Values are screened on the subject's own row against the others as they stand (see Rivals), which costs
// microseconds; only what passes there is run.
// Up to `scanned` steps every value is looked at; further out the distance doubles, and the nearest
// value is found between the last that fails and the first that passes.

import ThiDuaCompiler
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax

struct FlipSearch {
  struct Flip {
    var cell: CellAddress
    var value: ReferenceValue
    /// How many steps away.
    var distance: Int
  }

  /// Flips told.
  static let told = 3
  private static let scanned = 40
  /// Runs of one search: together a few times what loading cost.
  private static let runs = 24

  private let session: Session
  private let award: CellAddress
  private let rivals: Rivals
  private var runsLeft = FlipSearch.runs

  init(_ session: Session, _ award: CellAddress) {
    self.session = session
    self.award = award
    rivals = Rivals(session)
  }

  /// Flips of the fields that have one, nearest first.
  mutating func flips(_ fields: [CellAddress]) -> [Flip] {
    var found: [Flip] = []
    for field in fields {
      if let flip = flip(field) { found.append(flip) }
    }
    // Equally near: in the order of the data's columns.
    return found.sorted {
      ($0.distance, $0.cell.column) < ($1.distance, $1.cell.column)
    }
  }

  // MARK: One field

  private mutating func flip(_ field: CellAddress) -> Flip? {
    let values = ColumnValues(session)
    guard let now = try? values.value(field) else { return nil }
    let kind = values.column(field).kind
    guard let grid = Grid(of: field, in: session, present: values.machineValue(now)) else {
      return nil
    }
    var best: Flip?
    for isAbove in [true, false] {
      let flip = nearest(field) { distance in
        grid.value(distance, isAbove: isAbove).map { values.reference($0, kind) }
      }
      if let flip, best.map({ flip.distance < $0.distance }) ?? true { best = flip }
    }
    return best
  }

  /// The nearest value that passes the screen and the run.
  private mutating func nearest(
    _ field: CellAddress, _ values: (Int) -> ReferenceValue?
  ) -> Flip? {
    var distance = 1
    var failing = 0
    while distance <= OutwardSearch.furthest {
      guard let value = values(distance) else {
        // The last value before the bound, which doubling may have jumped over.
        guard distance > failing + 1 else { return nil }
        let last = OutwardSearch.last(values, failing, distance)
        guard last > failing, let bound = values(last), passes(field, bound) else { return nil }
        return confirmed(field, values, failing, last)
      }
      if passes(field, value) { return confirmed(field, values, failing, distance) }
      failing = distance
      distance = distance < Self.scanned ? distance + 1 : distance * 2
    }
    return nil
  }

  private mutating func confirmed(
    _ field: CellAddress, _ values: (Int) -> ReferenceValue?, _ failing: Int, _ passing: Int
  ) -> Flip? {
    var (low, high) = (failing, passing)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      guard let value = values(middle) else { return nil }
      if passes(field, value) { high = middle } else { low = middle }
    }
    // Conditions met, a quota may still ask for more: further out, a few times.
    var distance = high
    while let value = values(distance), runsLeft > 0 {
      if gives(field, value) {
        // Between the last that was run in vain and this one stands the nearest.
        var below = low
        while distance - below > 1, runsLeft > 0 {
          let middle = below + (distance - below) / 2
          guard let value = values(middle) else { break }
          if passes(field, value), gives(field, value) { distance = middle } else { below = middle }
        }
        return values(distance).map { Flip(cell: field, value: $0, distance: distance) }
      }
      low = distance
      distance *= 2
    }
    return nil
  }

  // MARK: Trying

  /// Whether the subject's own row meets the conditions.
  private func passes(_ field: CellAddress, _ value: ReferenceValue) -> Bool {
    let changed = ColumnValues(
      session, change: .init(cell: field, value: value, rivals: rivals))
    return (try? changed.value(award)) == .code(AwardState.achieved.rawValue)
  }

  /// Whether a run over the changed data gives the award.
  private mutating func gives(_ field: CellAddress, _ value: ReferenceValue) -> Bool {
    runsLeft -= 1
    let values = ColumnValues(session)
    let changed = Session(changing: session, field, to: values.machineValue(value))
    do throws(SessionStopped) {
      try changed.compute(changed.program.plan)
    } catch {
      return false
    }
    return (try? ColumnValues(changed).value(award)) == .code(AwardState.achieved.rawValue)
  }
}
