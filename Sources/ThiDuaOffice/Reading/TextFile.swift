// A file of text into a table, whatever it was written in. In: the file's text as it stands, the schema, the
// encoding if the script names one. Out: a LoadedTable, or findings and nothing. Invariant: a file that is UTF-8
// is read once and nothing is asked of its letters; only when that fails are old encodings thought of, and what
// is found is said. Used by CSVReader.

import ThiDuaMachine
import ThiDuaText

struct TextFile {
  let bytes: InputBytes
  let text: Encoding.Text
  let name: String
  let schema: TableSchema
  let style: NumberStyle?
  let texts: TextTable
  let workers: Int

  /// Reads it as UTF-8, else as what its words are Vietnamese in.
  func read(into diagnostics: inout Diagnostics) -> LoadedTable? {
    var findings = Diagnostics()
    let table = job(text).run(into: &findings)
    guard table == nil, let better = betterText(into: &diagnostics) else {
      diagnostics.add(contentsOf: findings)
      return table
    }
    guard case .text(let text) = better else { return nil }
    return job(text).run(into: &diagnostics)
  }

  /// Reads it as the script says.
  func read(as encoding: OldEncoding, into diagnostics: inout Diagnostics) -> LoadedTable? {
    let old = OldText(text)
    if old.isUTF8 {
      if !old.isASCII {
        diagnostics.add(
          DataMessages.alreadyUnicode(name, said: encoding, span: schema.span))
      }
      return job(text).run(into: &diagnostics)
    }
    let converted = old.read(as: encoding)
    guard isWhole(converted, into: &diagnostics) else { return nil }
    return job(converted.text).run(into: &diagnostics)
  }

  private enum Better {
    case text(Encoding.Text)
    /// It was said why the file cannot be read.
    case refused
  }

  /// What to read instead of a text that could not be read; nil: its encoding is not to blame.
  private func betterText(into diagnostics: inout Diagnostics) -> Better? {
    if let wide = Encoding.textOfBareUTF16(bytes) {
      diagnostics.add(DataMessages.bareUTF16(name, span: schema.span))
      return .text(wide)
    }
    let old = OldText(text)
    if old.isUTF8 { return nil }
    switch old.read() {
    case .none: return nil
    case .unsure(let line, let candidates):
      diagnostics.add(
        DataMessages.unknownEncoding(
          place: DataPlace(file: name, line: line),
          readings: candidates.map { ($0.encoding, $0.text) }))
      return .refused
    case .sure(let converted):
      guard isWhole(converted, into: &diagnostics) else { return .refused }
      diagnostics.add(
        DataMessages.recognised(
          converted.encoding, place: DataPlace(file: name, line: converted.sample.line),
          sample: converted.sample.text, keptLineCount: converted.keptLineCount,
          sizeless: converted.sizeless.map { ($0.count, $0.words, "dòng \($0.line)") }))
      return .text(converted.text)
    }
  }

  private func isWhole(
    _ converted: OldText.Converted, into diagnostics: inout Diagnostics
  ) -> Bool {
    guard let unread = converted.unread else { return true }
    diagnostics.add(
      DataMessages.notInEncoding(
        converted.encoding, place: DataPlace(file: name, line: unread.line), sample: unread.text))
    return false
  }

  private func job(_ text: Encoding.Text) -> ReadingJob {
    ReadingJob(
      schema: schema,
      origin: TableOrigin(name: name, span: schema.span, text: text, inline: nil),
      style: style, texts: texts, workers: workers)
  }
}
