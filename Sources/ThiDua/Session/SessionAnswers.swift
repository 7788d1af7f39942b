// Answers to `vì sao`: printed, or written as JSON or CSV by the ending of the file's name. In: a question of
// the program with the values it captured. Out: text for the listener or a file of the run. Used by
// SessionOutputs only.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

extension SessionOutputs {
  func answer(
    _ index: Int, value: Value, captures: [Value], file: String?, globals: [Value]
  ) throws(HostFailure) {
    let question = session.checked.questions[index]
    let explanation = session.explanation(
      of: question, value: value, captures: captures, globals: globals)
    guard let file else {
      session.listener.printed(ExplanationText.render(explanation))
      return
    }
    let name = VietnameseText.lookupKey(file)
    if name.hasSuffix(".json") {
      try write(Array(ExplanationJSON.render(explanation).utf8), file, question.span)
    } else if name.hasSuffix(".csv") {
      try write(rows: ExplanationRows(explanation), file, question.span)
    } else {
      throw HostFailure(SessionMessages.answerFormatUnknown(file, span: question.span))
    }
  }

  private func write(_ bytes: [UInt8], _ name: String, _ span: Span) throws(HostFailure) {
    try open(name, span).write(bytes)
  }

  private func write(rows: ExplanationRows, _ name: String, _ span: Span) throws(HostFailure) {
    let columns = ExplanationRows.titles.enumerated().map { place, title in
      let cells = ColumnStorage(.text, rowCount: rows.rows.count)
      for (row, texts) in rows.rows.enumerated() {
        let text = texts[place]
        cells.store(
          text.isEmpty ? .blank : Word(text: session.texts.intern(text)), at: row)
      }
      return CSVColumn(title, cells, cells: nil, form: .text)
    }
    var findings = Diagnostics()
    CSVWriter.write(
      CSVDocument(columns: columns, lineCount: rows.rows.count, style: .vietnamese) {
        "dòng \($0 + 1)"
      }, to: try open(name, span), texts: session.texts, workers: 1, into: &findings)
    session.diagnostics.add(contentsOf: findings)
  }
}

extension Session {
  /// The explanation a question asks for; the run has the columns it needs.
  func explanation(
    of question: Question, value: Value, captures: [Value], globals: [Value]
  ) -> Explanation {
    let explainer = Explainer(self, globals: globals)
    if let award = question.award, let row = value.index {
      return WhyNot(self, explainer).explain(
        CellAddress(kind: award.kind, column: award.column, row: row))
    }
    return explainer.explain(question, value: value, captures: captures)
  }
}
