// Row programs over many rows, on all cores, with one answer.
//
// In: a row program, its rows, captured values. Out: a column for each of its outputs. Rows are split in equal
// shares, one a worker; each worker has a machine of its own, and writes its rows of the columns. What is no
// plain word (long numbers, built texts, lists) is set aside by row and placed when all are done, in row
// order; of several errors the one of the first row is reported. So one core or many give the same result.

import ThiDuaNumber

extension ColumnStorage.Layout {
  /// The layout of a computed column.
  init(_ kind: ValueKind, scales: [[String]]) {
    switch kind {
    case .text: self = .text
    case .truth, .award: self = .code
    case .level(let scale):
      self = scales[scale].count < Int(ColumnStorage.codeNotApplicable) ? .code : .word
    case .list: self = .lists
    case .number, .ratio, .date, .subject, .dictionary, .nothing: self = .word
    }
  }
}

struct RowRunner {
  let image: Image
  let indexes: SubjectIndexes
  let limits: Limits
  let globals: [Value]

  /// Rows below which a second thread costs more than it brings.
  private static let smallestShare = 2048

  private struct Share {
    var pending: [PendingCell] = []
    var stepsUsed = 0
    /// In row order, at most `failuresTold`.
    var failures: [RunFailure] = []
  }

  /// How many subjects' errors are told at once.
  private static let failuresTold = 20

  /// Computes the outputs for `rows` (nil: all rows of the kind, in order).
  func run(
    _ program: RowProgram, rows: [Int32]?, captures: [Value], steps: inout Int
  ) throws(RunFailure) -> [ColumnStorage] {
    let count = rows?.count ?? image.tables[program.kind].rowCount
    let scales = image.program.scales
    let columns = program.outputs.map {
      ColumnStorage(ColumnStorage.Layout($0.kind, scales: scales), rowCount: count)
    }
    let views = UnsafeMutablePointer<OutputView>.allocate(capacity: max(1, columns.count))
    defer { views.deallocate() }
    for (index, column) in columns.enumerated() {
      (views + index).initialize(to: OutputView(base: column.base, layout: column.layout))
    }
    let shareCount = max(1, min(limits.workers, count / Self.smallestShare))
    let shares = UnsafeMutablePointer<Share>.allocate(capacity: shareCount)
    shares.initialize(repeating: Share(), count: shareCount)
    defer {
      shares.deinitialize(count: shareCount)
      shares.deallocate()
    }
    let available = steps
    func work(_ rows: UnsafePointer<Int32>?) {
      Workers.run(shareCount) { worker in
        let range = count * worker / shareCount..<count * (worker + 1) / shareCount
        shares[worker] = share(
          program, rows: rows, range: range, captures: captures, views: views, steps: available)
      }
    }
    if let rows { rows.withUnsafeBufferPointer { work($0.baseAddress) } } else { work(nil) }

    let failures = (0..<shareCount).flatMap { shares[$0].failures }
    if var first = failures.first {
      first.further = Array(failures.dropFirst().prefix(Self.failuresTold - 1))
      throw first
    }
    for worker in 0..<shareCount { steps -= shares[worker].stepsUsed }
    if steps < 0 { throw RunFailure.tooManySteps(limits.steps, program, image) }
    place((0..<shareCount).map { shares[$0].pending }, in: columns)
    return columns
  }

  private func share(
    _ program: RowProgram, rows: UnsafePointer<Int32>?, range: Range<Int>, captures: [Value],
    views: UnsafeMutablePointer<OutputView>, steps: Int
  ) -> Share {
    var result = Share()
    var open = range
    repeat {
      do {
        var machine = try Machine(
          image: image, limits: limits, steps: steps, indexes: indexes, host: nil)
        do {
          try machine.setGlobals(globals)
          try machine.runRows(
            code: program.code, rows: rows, range: open, captures: captures, outputs: views)
          open = range.upperBound..<range.upperBound
        } catch {
          let failure = RunFailure(error, machine, program)
          result.failures.append(failure)
          // The rule has no value for this subject; the next ones may have the same trouble.
          let next = failure.isOfOneRow ? machine.position + 1 : range.upperBound
          open = min(next, range.upperBound)..<range.upperBound
        }
        result.stepsUsed = steps - machine.stepsLeft
        result.pending = machine.pending
      } catch {
        result.failures.append(RunFailure(outside: error, limits))
        return result
      }
    } while !open.isEmpty && result.failures.count < Self.failuresTold
    return result
  }

  /// Puts what was set aside beside the columns.
  private func place(_ pending: [[PendingCell]], in columns: [ColumnStorage]) {
    for cells in pending {
      for cell in cells {
        let column = columns[cell.output]
        switch cell.value {
        case .exact(let number):
          column.store(column.addException(number), at: cell.position)
        case .text(let text):
          column.store(Word(text: image.texts.intern(text)), at: cell.position)
        case .list(let values):
          column.appendList(values.compactMap(\.index).map { Int32($0) }, at: cell.position)
        case .blank, .notApplicable:
          column.appendList([], at: cell.position)
        case .immediate, .dictionary:
          assertionFailure("only what has no plain word is set aside")
        }
      }
    }
    for column in columns where column.layout == .lists { column.closeLists() }
  }
}

extension ColumnStorage {
  /// Adds the list of a row; rows come in ascending order, those left out have empty lists.
  fileprivate func appendList(_ rows: [Int32], at row: Int) {
    while listStarts.count <= row { listStarts.append(Int32(listRows.count)) }
    listRows.append(contentsOf: rows)
  }

  fileprivate func closeLists() {
    while listStarts.count <= rowCount { listStarts.append(Int32(listRows.count)) }
  }
}
