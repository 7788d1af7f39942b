// What is wrong with a cell or a row, before it is worded. In: the parser's finding. Out: a
// Diagnostic of DataMessages. Invariant: the first `CellFault.limit` findings of a table are kept
// whole, in row order, the others are counted; the same file gives the same findings with any
// number of threads.

import ThiDuaNumber
import ThiDuaText

struct CellFault {
  enum Reason {
    case blank
    case blankKey
    case number(NumberProblem)
    case notWhole
    case negative
    case noPercentSign(Exact)
    case outOfBounds
    case offStep
    case date(DateProblem)
    case truth
    case level
    case award
    case notApplicable
    case invalidUTF8
    case nulByte
    case unclosedQuote
    case textAfterQuote
    case tooFewCells(Int)
    case tooManyCells
  }

  /// Findings of a table that are told one by one.
  static let limit = 200

  /// Where the cell or row begins, from the start of the bytes.
  var offset: Int
  /// Column of the file.
  var column: Int
  /// The cell as text.
  var value: String
  var reason: Reason
}

/// Words findings as diagnostics; goes through the text once to count lines.
struct FaultTeller {
  let table: TableOrigin
  let schema: TableSchema
  /// The field of each column of the file, -1 for unused ones.
  let fieldOfColumn: [Int]
  let titles: [String]
  let style: NumberStyle

  /// Adds all findings; `total` counts those beyond the limit too.
  func tell(_ faults: [CellFault], total: Int, into diagnostics: inout Diagnostics) {
    var lines = table.lineCounter()
    var saidEncoding = false
    for fault in faults {
      let line = lines.line(at: fault.offset)
      if case .invalidUTF8 = fault.reason {
        if saidEncoding { continue }
        saidEncoding = true
      }
      var diagnostic = word(fault, line)
      table.place(&diagnostic, line: line, column: fault.column)
      diagnostics.add(diagnostic)
    }
    if total > faults.count {
      diagnostics.add(
        DataMessages.moreFaults(total - faults.count, file: table.name, span: table.span))
    }
  }

  private func word(_ fault: CellFault, _ line: Int) -> Diagnostic {
    let title = fault.column < titles.count ? titles[fault.column] : nil
    let rowPlace = table.dataPlace(line: line)
    let place = table.dataPlace(
      line: line, column: title, index: fault.column, value: fault.value)
    let index = fault.column < fieldOfColumn.count ? fieldOfColumn[fault.column] : -1
    let field = index >= 0 ? schema.fields[index] : nil
    switch fault.reason {
    case .blank: return DataMessages.blankCell(place: place, field: field?.name ?? "")
    case .blankKey: return DataMessages.blankKey(place: place)
    case .number(let problem): return DataMessages.notANumber(place: place, problem: problem)
    case .notWhole: return DataMessages.notWhole(place: place)
    case .negative: return DataMessages.negativeCount(place: place)
    case .noPercentSign(let value):
      return DataMessages.noPercentSign(
        place: place, readings: readings(value, field), isShare: value.magnitude <= Exact(1),
        title: title ?? "", field: field?.name ?? "")
    case .outOfBounds:
      return DataMessages.outOfBounds(place: place, allowed: field?.range ?? "")
    case .offStep:
      return DataMessages.offStep(
        place: place, step: field.flatMap { field in field.step.map(field.shown) } ?? "",
        start: field.flatMap { field in (field.lower?.value).map(field.shown) })
    case .date(let problem): return DataMessages.notADate(place: place, problem: problem)
    case .truth: return DataMessages.notATruth(place: place)
    case .level:
      var levels: [String] = []
      if case .level(let texts)? = field?.kind { levels = texts }
      return DataMessages.unknownLevel(
        place: place, levels: levels,
        suggestions: Spelling.closest(to: fault.value, in: levels, limit: 1))
    case .award: return DataMessages.notAnAwardState(place: place)
    case .notApplicable:
      return DataMessages.notApplicableForbidden(place: place, field: field?.name ?? "")
    case .invalidUTF8: return DataMessages.notUTF8(place: rowPlace)
    case .nulByte: return DataMessages.nulByte(place: rowPlace)
    case .unclosedQuote: return DataMessages.unclosedQuote(place: rowPlace)
    case .textAfterQuote: return DataMessages.textAfterQuote(place: place)
    case .tooFewCells(let count):
      return DataMessages.raggedRow(place: rowPlace, found: count, wanted: titles.count)
    case .tooManyCells: return DataMessages.extraCell(place: place, wanted: titles.count)
    }
  }

  /// What a number without `%` may mean, the likelier first: `0,85` is 85% or 0,85%, `85` is 85%. A reading that
  /// the field forbids is left out.
  private func readings(_ value: Exact, _ field: FieldSpec?) -> [String] {
    let isSmall = !value.isZero && value.magnitude <= Exact(2)
    let shares = isSmall ? [value, value.divided(by: Exact(100))] : [value.divided(by: Exact(100))]
    let allowed = shares.filter { share in
      if let field, case .outOfBounds? = RowParser.broken(share, field) { false } else { true }
    }
    return (allowed.isEmpty ? shares : allowed).map {
      NumberText.format($0 * Exact(100), style: style) + "%"
    }
  }
}
