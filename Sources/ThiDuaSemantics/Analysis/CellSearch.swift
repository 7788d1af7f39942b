// Looks for a cell of every quantity at which a formula holds. In: quantities with their cells and a
// formula. Out: a choice of cells, or nothing, and whether everything was looked at.
//
// One quantity is fixed at a time and the formula made smaller, so that bands over one score cost a few
// steps and thirty criteria do not cost 2^30. Invariant: it gives up when the budget is spent, and
// then claims neither that there is such a cell nor that there is none.

import ThiDuaNumber

/// Cells chosen, by quantity.
typealias Choice = [Int: Int]

/// Parts of formulas that the searches of one table may look at: a fraction of a second.
final class SearchBudget {
  var left = 6_000_000
}

struct CellSearch {
  /// Parts of formulas that one search may look at.
  static let limit = 1_500_000

  let cells: [[Cell]]
  private let budget: SearchBudget
  private var work = 0
  /// Whether a search ran out of its budget.
  private(set) var gaveUp = false

  init(_ cells: [[Cell]], _ budget: SearchBudget) {
    self.cells = cells
    self.budget = budget
  }

  /// The first choice at which the formula holds and that `accepts`.
  mutating func first(
    _ formula: Formula, accepts: (Choice) -> Bool = { _ in true }
  ) -> Choice? {
    (work, gaveUp) = (0, budget.left <= 0)
    defer { budget.left -= work }
    return search(simplified(formula, at: [:]), [:], accepts)
  }

  private mutating func search(
    _ formula: Formula, _ choice: Choice, _ accepts: (Choice) -> Bool
  ) -> Choice? {
    switch formula {
    case .constant(true): return accepts(choice) ? choice : nil
    case .constant(false), .stopped: return nil
    default: break
    }
    guard let next = firstQuantity(formula) else { return nil }
    for cell in cells[next].indices {
      if work >= min(Self.limit, budget.left) { gaveUp = true }
      if gaveUp { return nil }
      var extended = choice
      extended[next] = cell
      if let found = search(simplified(formula, at: [next: cell]), extended, accepts) {
        return found
      }
    }
    return nil
  }

  /// Without the choices that the formula does not need.
  mutating func needed(_ choice: Choice, for formula: Formula) -> Choice {
    var result = choice
    for quantity in choice.keys.sorted(by: >) {
      var fewer = result
      fewer[quantity] = nil
      if case .constant(true) = simplified(formula, at: fewer) { result = fewer }
    }
    return result
  }

  private func firstQuantity(_ formula: Formula) -> Int? {
    switch formula {
    case .constant, .stopped: return nil
    case .atom(let quantity, _): return quantity
    case .not(let inner): return firstQuantity(inner)
    case .and(let parts), .or(let parts):
      for part in parts { if let found = firstQuantity(part) { return found } }
      return nil
    }
  }

  /// The formula with the chosen quantities answered. A part that stops the run ends its list; a
  /// false part of `and` (a true one of `or`) decides it whatever stands before, since what stands
  /// before is then chosen so that nothing stops.
  mutating func simplified(_ formula: Formula, at choice: Choice) -> Formula {
    work += 1
    switch formula {
    case .constant, .stopped: return formula
    case .atom(let quantity, let test):
      guard let cell = choice[quantity] else { return formula }
      return cells[quantity][cell].answer(test)
    case .not(let inner):
      switch simplified(inner, at: choice) {
      case .constant(let value): return .constant(!value)
      case .stopped: return .stopped
      case .not(let twice): return twice
      case let rest: return .not(rest)
      }
    case .and(let parts): return list(parts, choice, deciding: false)
    case .or(let parts): return list(parts, choice, deciding: true)
    }
  }

  private mutating func list(_ parts: [Formula], _ choice: Choice, deciding: Bool) -> Formula {
    var kept: [Formula] = []
    for part in parts {
      let rest = simplified(part, at: choice)
      switch rest {
      case .constant(let value):
        if value == deciding { return .constant(deciding) }
        continue
      case .stopped:
        if kept.isEmpty { return .stopped }
        kept.append(rest)
      default:
        kept.append(rest)
        continue
      }
      break
    }
    if kept.isEmpty { return .constant(!deciding) }
    return kept.count == 1 ? kept[0] : deciding ? .or(kept) : .and(kept)
  }
}
