// Columns into a CSV file. In: a document and an output. Out: the bytes, written in line order,
// or findings of numbers that cannot be written. Invariant: the bytes do not depend on the number
// of threads; a file with a finding is not committed by whoever called.
//
// Lines go in blocks: first every column of a block is gathered, then the lines are formatted.
// Sorted rows lie anywhere in memory, and gathering lets many of those reads wait at the same
// time. Workers format one chunk each while the caller's thread writes the chunks before.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaText

/// Writes CSV files.
public enum CSVWriter {
  /// Lines a worker formats between two writes.
  static let chunkLines = 8192

  /// Writes the document to `file`; findings are errors of single cells.
  public static func write(
    _ document: CSVDocument, to file: OutputFile, texts: TextTable,
    workers: Int = Workers.available, into diagnostics: inout Diagnostics
  ) {
    var header = CellWriter(style: document.style, capacity: 4096)
    if document.style == .vietnamese { header.byteOrderMark() }
    for (index, column) in document.columns.enumerated() {
      if index > 0 { header.separate() }
      header.text(column.title)
    }
    header.endLine()
    file.write(header.bytes)
    let hasCustom = document.columns.contains {
      if case .custom = $0.form { return true }
      return false
    }
    let pipeline = Pipeline(document, file, texts, hasCustom ? 1 : max(1, workers))
    pipeline.run()
    pipeline.tell(into: &diagnostics)
  }
}

/// Chunks being formatted and written.
private final class Pipeline {
  private let document: CSVDocument
  private let file: OutputFile
  private let formatters: UnsafeMutablePointer<LineFormatter>
  private let workers: Int

  init(_ document: CSVDocument, _ file: OutputFile, _ texts: TextTable, _ workers: Int) {
    self.document = document
    self.file = file
    let chunks = (document.lineCount + CSVWriter.chunkLines - 1) / CSVWriter.chunkLines
    self.workers = max(1, min(workers, chunks))
    // Two sets: one is written while the other is filled.
    formatters = .allocate(capacity: self.workers * 2)
    for index in 0..<self.workers * 2 {
      (formatters + index).initialize(to: LineFormatter(document, texts))
    }
  }

  deinit {
    formatters.deinitialize(count: workers * 2)
    formatters.deallocate()
  }

  func run() {
    let chunk = CSVWriter.chunkLines
    let chunks = (document.lineCount + chunk - 1) / chunk
    guard chunks > 1 else {
      if chunks == 1 {
        formatters[0].format(0..<document.lineCount)
        file.write(formatters[0].bytes)
      }
      return
    }
    let rounds = (chunks + workers - 1) / workers
    for round in 0...rounds where !file.hasFailed {
      let filling = round % 2 * workers
      let writing = (round + 1) % 2 * workers
      Workers.run(workers + 1) { worker in
        if worker == workers {
          if round > 0 { write(from: writing, round - 1, chunks) }
          return
        }
        let number = round * workers + worker
        guard number < chunks else { return }
        formatters[filling + worker].format(
          number * chunk..<min(document.lineCount, (number + 1) * chunk))
      }
    }
  }

  private func write(from first: Int, _ round: Int, _ chunks: Int) {
    for worker in 0..<workers where round * workers + worker < chunks {
      file.write(formatters[first + worker].bytes)
    }
  }

  /// Findings in line order.
  func tell(into diagnostics: inout Diagnostics) {
    var found: [EndlessNumber] = []
    for index in 0..<workers * 2 { found += formatters[index].endless }
    found.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    for item in found.prefix(LineFormatter.limit) {
      diagnostics.add(
        DataMessages.endlessDecimal(
          NumberText.format(item.value), title: document.columns[item.column].title,
          subject: document.subject(item.line), file: file.name, span: file.span))
    }
  }
}
