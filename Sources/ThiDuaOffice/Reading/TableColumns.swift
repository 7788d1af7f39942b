// Plans and storages of a whole table. In: the header match, samples, the most rows there can be.
// Out: plans for the parsers, and after them the finished columns in the order of the schema.
// Invariant: entries of `appended` texts are reserved in the table before any worker starts, so
// workers write them without growing anything.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// What the first rows of a table look like.
enum TableSample {
  /// Rows looked at: enough to meet the usual decimals, few enough to cost nothing.
  static let rowCount = 1000

  /// One sample a column of the file.
  static func take(
    from body: UnsafePointer<UInt8>, scanner: CellScanner, match: HeaderMatch,
    schema: TableSchema, format: TableFormat
  ) -> [ColumnPlan.Sample] {
    var samples = Array(repeating: ColumnPlan.Sample(), count: match.titles.count)
    var place = scanner.skipBlankLines(at: body)
    var rows = 0
    while place < scanner.end, rows < rowCount {
      var column = 0
      while true {
        let cell = scanner.cell(at: place)
        place = cell.next
        if column < samples.count, match.fieldOfColumn[column] >= 0 {
          look(
            at: cell.content, schema.fields[match.fieldOfColumn[column]].kind,
            decimalMark: format.decimalMark, &samples[column])
        }
        guard place.pointee == scanner.separator, place < scanner.end else { break }
        place += 1
        column += 1
      }
      place = scanner.skipBlankLines(at: min(scanner.afterLineEnd(place), scanner.end))
      rows += 1
    }
    return samples
  }

  private static func look(
    at content: UnsafeBufferPointer<UInt8>, _ kind: FieldSpec.Kind, decimalMark: UInt8,
    _ sample: inout ColumnPlan.Sample
  ) {
    switch kind {
    case .number, .count, .ratio:
      var places = 0
      var whole = 0
      var isBehindMark = false
      for byte in content {
        if byte == decimalMark {
          isBehindMark = true
        } else if byte &- Byte.zero < 10 {
          if isBehindMark { places += 1 } else { whole += 1 }
        }
      }
      sample.places = max(sample.places, places)
      sample.wholeDigits = max(sample.wholeDigits, whole)
    case .text, .reference:
      sample.hashes.insert(TextTable.hash(content))
      sample.textLength += content.count
    case .date, .truth, .level, .award: break
    }
    sample.rows += 1
  }
}

/// The columns of one table, while and after they are read.
struct TableColumns {
  /// One plan a column of the file.
  private(set) var plans: [ColumnPlan]
  let columnOfField: [Int?]
  let titles: [String?]
  private var storages: [ColumnStorage?]
  private let schema: TableSchema
  private let appendedTexts: Int

  init(
    schema: TableSchema, match: HeaderMatch, samples: [ColumnPlan.Sample], rowLimit: Int,
    texts: TextTable
  ) {
    self.schema = schema
    var columnOfField: [Int?] = Array(repeating: nil, count: schema.fields.count)
    for (column, field) in match.fieldOfColumn.enumerated() where field >= 0 {
      columnOfField[field] = column
    }
    self.columnOfField = columnOfField
    titles = columnOfField.map { $0.map { match.titles[$0] } }
    plans = Array(repeating: ColumnPlan(), count: match.titles.count)
    storages = Array(repeating: nil, count: schema.fields.count)
    var appended = 0
    for (field, column) in columnOfField.enumerated() {
      guard let column else { continue }
      let (plan, storage) = ColumnPlan.make(
        schema.fields[field], index: field, sample: samples[column], rowCount: rowLimit)
      plans[column] = plan
      storages[field] = storage
      if plan.action == .appended {
        plans[column].firstText = texts.count + appended
        appended += rowLimit
      }
    }
    texts.reserve(appended)
    for column in plans.indices where plans[column].action == .appended {
      plans[column].entries = texts.entries + plans[column].firstText
    }
    appendedTexts = appended
  }

  /// The finished columns, one a field.
  func join(_ pieces: [ParsedPiece], texts: TextTable) -> [ColumnStorage] {
    texts.grow(by: appendedTexts)
    let rowCount = pieces.reduce(0) { $0 + $1.rowCount }
    var aside: [[(row: Int, value: Exact)]] = Array(repeating: [], count: schema.fields.count)
    var rowsBefore = 0
    for piece in pieces {
      for number in piece.pending {
        aside[number.field].append((number.row - piece.firstRow + rowsBefore, number.value))
      }
      rowsBefore += piece.rowCount
    }
    return schema.fields.indices.map { field in
      guard let column = columnOfField[field], let storage = storages[field] else {
        return Self.filled(schema.fields[field], rowCount: rowCount)
      }
      if plans[column].action == .pooled {
        ColumnJoin.joinPools(pieces, column: column, plan: plans[column], into: texts)
      }
      return ColumnJoin.settle(
        ColumnJoin.packed(storage, pieces, rowCount: rowCount), aside[field])
    }
  }

  /// A column the file does not have: the default, or blank.
  private static func filled(_ field: FieldSpec, rowCount: Int) -> ColumnStorage {
    let layout: ColumnStorage.Layout =
      switch field.kind {
      case .text, .reference: .text
      case .truth, .level, .award: .code
      case .number, .count, .ratio, .date: .word
      }
    let storage = ColumnStorage(layout, rowCount: rowCount)
    let word: Word
    switch field.defaultValue {
    case .word(let value): word = value
    case .number(let value):
      word =
        value.micros.flatMap(Micros.fitting).map { Word(immediate: $0) }
        ?? storage.addException(value)
    case nil: word = .blank
    }
    for row in 0..<rowCount { storage.store(word, at: row) }
    return storage
  }
}
