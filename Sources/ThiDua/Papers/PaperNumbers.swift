// Endless numbers in documents. In: a report. Out: the same report, whose columns with a number that never ends
// (1/3 is `0,333333…`) show so many decimals that it reads like a document and different numbers still look
// different. Invariant: columns without such a number stay as `in` prints them; the exact numbers stay in
// the cells, so the page, the workbook and the store are not touched.

import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

extension ResultReport {
  func withoutEndlessNumbers() -> ResultReport {
    var report = self
    for board in boards.indices {
      for column in boards[board].columns.indices {
        let form = boards[board].columns[column].form
        guard form == .number || form == .ratio else { continue }
        let numbers = boards[board].groups.flatMap(\.rows).compactMap { row in
          row.cells[column].number.map { form == .ratio ? $0 * Exact(100) : $0 }
        }
        guard numbers.contains(where: { !NumberText.isPrintableExactly($0) }) else { continue }
        let places = Self.places(numbers)
        for group in boards[board].groups.indices {
          for row in boards[board].groups[group].rows.indices {
            let cell = boards[board].groups[group].rows[row].cells[column]
            guard let number = cell.number else { continue }
            report.boards[board].groups[group].rows[row].cells[column].text =
              form == .ratio
              ? NumberText.formatPercent(number, decimals: places)
              : NumberText.format(number, decimals: places)
          }
        }
      }
    }
    return report
  }

  /// Points need two decimals, shares of one four; more where two different numbers would look the same.
  private static func places(_ numbers: [Exact]) -> Int {
    let least = numbers.allSatisfy { $0 < Exact(10) && Exact(-10) < $0 } ? 4 : 2
    let different = Set(numbers.map { NumberText.format($0) }).count
    return (least..<NumberText.endlessPlaces).first { places in
      Set(numbers.map { NumberText.format($0, decimals: places) }).count >= different
    } ?? NumberText.endlessPlaces
  }
}
