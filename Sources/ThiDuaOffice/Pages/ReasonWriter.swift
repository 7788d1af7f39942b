// The reasons of one subject: nested lists in a closed `details`. In: a subject's place, the labels of its columns. Out: a row
// of the table below the subject's values; nothing when nothing has reasons. Invariant: each column of
// the subject is opened once, where it is first met; further on it is one line that points there.

import ThiDuaText

struct ReasonWriter {
  typealias Reason = ResultReport.Reason

  let report: ResultReport
  let bases: BasisLabels
  let place: ResultReport.Place
  let row: ResultReport.Row
  let layout: BoardLayout
  let labels: [String: Int]
  /// The subject's number on the page.
  let id: Int

  /// Columns opened already.
  private var opened: Set<Int> = []
  /// The script the line above stands in: its name is not said again.
  private var script = ""

  init(
    _ report: ResultReport, _ bases: BasisLabels, place: ResultReport.Place,
    row: ResultReport.Row, layout: BoardLayout, labels: [String: Int], id: Int
  ) {
    self.report = report
    self.bases = bases
    self.place = place
    self.row = row
    self.layout = layout
    self.labels = labels
    self.id = id
  }

  mutating func write(into out: inout MarkupWriter) {
    var isOpen = false
    for column in layout.explained where !opened.contains(column) {
      var place = place
      place.column = column
      guard let reason = report.reason(place) else { continue }
      if !isOpen { open(into: &out) }
      isOpen = true
      opened.insert(column)
      var root = reason
      root.owner = nil
      line(root, column: column, isOwn: true, under: [], into: &out)
    }
    if isOpen { out.markup("</ul></details>") }
  }

  private func open(into out: inout MarkupWriter) {
    out.markup("<tr class=w><td colspan=")
    out.number(layout.shown.count + (layout.rank == nil ? 2 : 1))
    out.markup("><details id=s")
    out.number(id)
    out.markup("><summary>Vì sao: ")
    out.text(row.name)
    out.markup("</summary>")
    let fields = layout.fields.filter {
      !row.cells[$0].text.isEmpty && row.cells[$0].text != row.name
    }
    if !fields.isEmpty {
      out.markup("<p>")
      for (index, column) in fields.enumerated() {
        if index > 0 { out.markup("; ") }
        out.text("\(layout.board.columns[column].title): \(row.cells[column].text)")
      }
      out.markup("</p>")
    }
    out.markup("<ul>")
  }

  /// One line and what is below it. `column`: the subject's own column it opens. `isOwn`: lines below
  /// speak of this subject. `basis`: what the line above rests on already.
  private mutating func line(
    _ reason: Reason, column: Int?, isOwn: Bool, under basis: [String],
    into out: inout MarkupWriter
  ) {
    if let column {
      out.markup("<li id=s")
      out.number(id)
      out.markup("c")
      out.number(column)
      out.markup(">")
    } else {
      out.markup("<li>")
    }
    words(of: reason, into: &out)
    sources(of: reason, under: basis, into: &out)
    guard !reason.parts.isEmpty else { return }
    out.markup("<ul>")
    for part in reason.parts {
      let isOwnPart = isOwn && part.owner == nil
      let known = isOwnPart ? labels[part.label] : nil
      guard let known, layout.board.columns[known].role != .field else {
        line(
          part, column: nil, isOwn: isOwnPart, under: reason.basis.isEmpty ? basis : reason.basis,
          into: &out)
        continue
      }
      if opened.contains(known) {
        out.markup("<li>")
        words(of: part, into: &out)
        out.markup(" <a href=#s")
        out.number(id)
        out.markup("c")
        out.number(known)
        out.markup(">đã nêu</a>")
      } else {
        // A value left folded is opened by a tree of its own further down.
        if !part.parts.isEmpty { opened.insert(known) }
        line(
          part, column: part.parts.isEmpty ? nil : known, isOwn: true, under: reason.basis,
          into: &out)
      }
    }
    out.markup("</ul>")
  }

  private func words(of reason: Reason, into out: inout MarkupWriter) {
    let holds = reason.shown == "đúng"
    let isJudged = holds || reason.shown == "không đúng"
    if isJudged { out.markup(holds ? "✓ " : "✗ ") }
    out.text(reason.label)
    if let owner = reason.owner { out.text(reason.label.isEmpty ? owner : " của \(owner)") }
    if !isJudged {
      out.markup(reason.label.isEmpty && reason.owner == nil ? "<b>" : ": <b>")
      out.text(reason.shown.isEmpty ? "trống" : reason.shown)
      out.markup("</b>")
    }
    if let sentence = reason.sentence, sentence != reason.label { out.text(" (\(sentence))") }
  }

  /// Basis, line of the script, cell of the data.
  private mutating func sources(
    of reason: Reason, under basis: [String], into out: inout MarkupWriter
  ) {
    var told = reason.basis == basis ? [] : reason.basis.map(bases.brief)
    if let cell = reason.cell {
      // A cell's column is mostly what the line is called.
      let column = ", cột \(Wording.quoted(reason.label))"
      told.append(cell.hasSuffix(column) ? String(cell.dropLast(column.count)) : cell)
    } else if let rule = reason.rule {
      let comma = rule.lastIndex(of: ",") ?? rule.endIndex
      let file = String(rule[..<comma])
      told.append(
        file == script ? String(rule[comma...].drop { $0 == "," || $0 == " " }) : rule)
      script = file
    }
    guard !told.isEmpty else { return }
    out.markup(" <small>")
    out.text(told.joined(separator: " · "))
    out.markup("</small>")
  }
}
