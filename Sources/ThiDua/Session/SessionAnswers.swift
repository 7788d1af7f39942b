// Answers to `vì sao`: printed, or written as JSON or CSV by the ending of the file's name. In: a question of
// the program with the values it captured. Out: text for the listener or a file of the run. Used by
// SessionOutputs only.

import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
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
    if let collect {
      collect(explanation)
      return
    }
    guard let file else {
      session.listener.printed(explanation.text())
      return
    }
    let name = VietnameseText.lookupKey(file)
    if name.hasSuffix(".json") {
      try open(file, question.span).write(Array(explanation.json.utf8))
    } else if name.hasSuffix(".csv") {
      try open(file, question.span).write(explanation.csv())
    } else {
      throw HostFailure(SessionMessages.answerFormatUnknown(file, span: question.span))
    }
  }
}

extension Explanation {
  /// An indented tree for the screen, `depth` levels below the value asked about.
  public func text(depth: Int = 3) -> String { ExplanationText.render(self, depth: depth) }

  /// A JSON object; its keys are described in `ExplanationJSON`.
  public var json: String { ExplanationJSON.render(self) }

  /// CSV in the office's style, one node a line.
  public func csv(hasMark: Bool = true) -> [UInt8] {
    let rows = ExplanationRows(self).rows.map { row -> [CSVCells.Cell] in
      let node = row.node
      var value = CSVCells.Cell.text(node.told)
      if node.kind == .number, let number = node.value.number { value = .number(number) }
      let line = node.line.map { "\(FilePath.name(of: $0.file)), dòng \($0.line)" } ?? ""
      return [
        .number(Exact(row.level)), .text(node.label), .text(node.owner ?? ""), value,
        .text(row.reckoning), .text(line), .text(node.cell?.text ?? ""),
        .text(node.basis.joined(separator: "; ")),
      ]
    }
    return CSVCells.bytes(titles: ExplanationRows.titles, rows: rows, hasMark: hasMark)
  }
}

extension Session {
  /// The explanation a question asks for; the run has the columns it needs.
  func explanation(
    of question: Question, value: Value, captures: [Value], globals: [Value]
  ) -> Explanation {
    let explainer = Explainer(self, globals: globals)
    if let award = question.award, let row = value.index {
      var whyNot = WhyNot(self, explainer)
      return whyNot.explain(CellAddress(kind: award.kind, column: award.column, row: row))
    }
    return explainer.explain(question, value: value, captures: captures)
  }
}
