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
  let labels: [TextKey: Int]
  /// The subject's number on the page.
  let id: Int

  /// Columns opened already.
  private var opened: Set<Int> = []
  /// The script the line above stands in: its name is not said again.
  private var script = ""
  /// The line of the data that the subject's own cells stand on: said once, above its reasons.
  private var ownRow: String?

  init(
    _ report: ResultReport, _ bases: BasisLabels, place: ResultReport.Place,
    row: ResultReport.Row, layout: BoardLayout, labels: [TextKey: Int], id: Int
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
      if !isOpen {
        ownRow = Self.dataRow(of: reason)
        open(into: &out)
      }
      isOpen = true
      opened.insert(column)
      var root = reason
      root.owner = nil
      line(Self.merged(root, labels), column: column, isOwn: true, under: [], into: &out)
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
    var told = fields.map { "\(layout.board.columns[$0].title): \(row.cells[$0].text)" }
    if let ownRow { told.append("\(told.isEmpty ? "Số" : "số") liệu: \(ownRow)") }
    if !told.isEmpty {
      out.markup("<p>")
      out.text(told.joined(separator: "; "))
      out.markup("</p>")
    }
    out.markup("<ul>")
  }

  /// `tap-the.csv, dòng 2` of the first cell of the subject's own; nil where cells have places of their own.
  private static func dataRow(of reason: Reason) -> String? {
    if let cell = reason.cell, let column = cell.firstRange(of: ", cột ") {
      let row = String(cell[..<column.lowerBound])
      return row.contains(", dòng ") ? row : nil
    }
    for part in reason.parts where part.owner == nil {
      if let found = dataRow(of: part) { return found }
    }
    return nil
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
    words(of: reason, isColumn: column != nil, into: &out)
    let parts = reason.parts.map { part(of: $0, isOwn) }
    let areTold = parts.allSatisfy(\.isTold)
    sources(
      of: reason, under: basis, telling: areTold ? worthTelling(parts, behind: reason) : [],
      into: &out)
    guard !areTold else { return }
    out.markup("<ul>")
    for part in parts {
      let inherited = reason.basis.isEmpty ? basis : reason.basis
      // Lines before this one may have opened the column.
      let opens = part.column.map { !opened.contains($0) } ?? true
      if let column = part.column, opens {
        opened.insert(column)
        line(part.reason, column: column, isOwn: true, under: inherited, into: &out)
      } else if let column = part.column {
        out.markup("<li>")
        words(of: part.reason, isColumn: false, into: &out)
        link(to: column, into: &out)
      } else {
        line(part.reason, column: nil, isOwn: part.isOwn, under: inherited, into: &out)
      }
    }
    out.markup("</ul>")
  }

  /// A line below another.
  private struct Part {
    var reason: Reason
    var isOwn: Bool
    /// The subject's own column it tells about.
    var column: Int?
    /// Nothing is below it that is not told elsewhere: it fits behind the line above.
    var isTold: Bool
  }

  private func part(of reason: Reason, _ isOwn: Bool) -> Part {
    let isOwn = isOwn && reason.owner == nil
    let reason = Self.merged(reason, labels)
    var column = isOwn ? labels[TextKey(reason.label)] : nil
    if let known = column, layout.board.columns[known].role == .field { column = nil }
    let isOpened = column.map { opened.contains($0) } ?? false
    let isLeaf =
      reason.parts.isEmpty && reason.basis.isEmpty && reason.owner == nil
      && reason.role != .condition && !Self.isJudged(reason)
    return Part(reason: reason, isOwn: isOwn, column: column, isTold: isOpened || isLeaf)
  }

  /// Without what was said just before: both ends of a range read the same cell, and a condition says
  /// the value it looked at.
  private func worthTelling(_ parts: [Part], behind reason: Reason) -> [Part] {
    var told: [Part] = []
    for part in parts {
      let isSaid =
        part.column == nil && Self.isJudged(reason) && isOwnCell(part.reason)
        && says(reason.sentence, part.reason)
      let isTwice = told.contains {
        $0.reason.label == part.reason.label && $0.reason.shown == part.reason.shown
          && $0.reason.cell == part.reason.cell && $0.column == part.column
      }
      if !isSaid, !isTwice { told.append(part) }
    }
    return told
  }

  /// `số tin bài là 9`, or that with how much is missing.
  private func says(_ sentence: String?, _ reason: Reason) -> Bool {
    guard let sentence else { return false }
    let words = "\(reason.label) là \(shown(reason))".utf8
    guard sentence.utf8.starts(with: words) else { return false }
    let next = sentence.utf8.dropFirst(words.count).first
    return next == nil || next == UInt8(ascii: ":")
  }

  /// Whether the value is a cell of the subject's row, in the column it is called after.
  private func isOwnCell(_ reason: Reason) -> Bool {
    guard let cell = reason.cell?.utf8, let start = ownRow?.utf8,
      cell.count > start.count, cell.starts(with: start)
    else { return false }
    let column = cell.dropFirst(start.count)
    guard column.starts(with: ", cột \"".utf8) else { return false }
    return column.dropFirst(", cột \"".utf8.count).dropLast()
      .elementsEqual(Wording.visible(reason.label, limit: 60).utf8)
  }

  /// A value that only hands on the one below it is one line with it; a column keeps its own line.
  static func merged(_ reason: Reason, _ labels: [TextKey: Int]) -> Reason {
    guard reason.sentence == nil, reason.parts.count == 1, let part = reason.parts.first,
      part.role == .operand, part.shown == reason.shown, part.owner == nil, part.basis.isEmpty,
      part.cell == nil, !part.parts.isEmpty, labels[TextKey(part.label)] == nil, !isJudged(reason)
    else { return reason }
    var result = reason
    result.sentence = part.sentence.map { "\(part.label): \($0)" } ?? part.label
    result.rule = part.rule ?? reason.rule
    result.parts = part.parts
    return result
  }

  static func isJudged(_ reason: Reason) -> Bool {
    reason.cell == nil && (reason.shown == "đúng" || reason.shown == "không đúng")
  }

  /// Values of columns stand out; those on the way to them do not.
  private func words(of reason: Reason, isColumn: Bool, into out: inout MarkupWriter) {
    let isJudged = Self.isJudged(reason)
    if isJudged { out.markup(reason.shown == "đúng" ? "✓ " : "✗ ") }
    out.text(reason.label)
    if let owner = reason.owner {
      if !reason.label.isEmpty { out.markup(" của ") }
      out.text(owner)
    }
    if !isJudged {
      if !reason.label.isEmpty || reason.owner != nil { out.markup(": ") }
      if isColumn { out.markup("<b>") }
      out.text(shown(reason))
      if isColumn { out.markup("</b>") }
    }
    if let sentence = reason.sentence, sentence != reason.label { inBrackets(sentence, into: &out) }
  }

  private func inBrackets(_ text: String, into out: inout MarkupWriter) {
    out.markup(" (")
    out.text(text)
    out.markup(")")
  }

  private func shown(_ reason: Reason) -> String { reason.shown.isEmpty ? "trống" : reason.shown }

  private func link(to column: Int, into out: inout MarkupWriter) {
    out.markup(" <a href=#s")
    out.number(id)
    out.markup("c")
    out.number(column)
    out.markup(">đã nêu</a>")
  }

  // MARK: Sources

  /// Basis, line of the script or cell of the data; then the values told behind the line.
  private mutating func sources(
    of reason: Reason, under basis: [String], telling parts: [Part], into out: inout MarkupWriter
  ) {
    var told = reason.basis == basis ? [] : reason.basis.map(bases.brief)
    if let place = place(of: reason) { told.append(place) }
    guard !told.isEmpty || !parts.isEmpty else { return }
    out.markup(" <small>")
    for (index, source) in told.enumerated() {
      if index > 0 { out.markup(" · ") }
      out.text(source)
    }
    for (index, part) in parts.enumerated() {
      if index > 0 {
        out.markup("; ")
      } else if !told.isEmpty {
        out.markup(" · ")
      }
      if !part.reason.label.isEmpty {
        out.text(part.reason.label)
        out.markup(": ")
      }
      out.text(shown(part.reason))
      if let sentence = part.reason.sentence, part.reason.parts.isEmpty {
        inBrackets(sentence, into: &out)
      }
      if let column = part.column, opened.contains(column) {
        link(to: column, into: &out)
        continue
      }
      // Values of one row of the data name it once.
      let source = place(of: part.reason)
      let isLast = index + 1 == parts.count || place(of: parts[index + 1].reason) != source
      if let source, isLast { inBrackets(source, into: &out) }
    }
    out.markup("</small>")
  }

  /// The cell of the data or the line of the script, in as few words as the lines above allow.
  private mutating func place(of reason: Reason) -> String? {
    if let cell = reason.cell {
      if isOwnCell(reason) { return nil }
      if let ownRow, cell.utf8.starts(with: ownRow.utf8),
        cell.utf8.dropFirst(ownRow.utf8.count).starts(with: ", ".utf8)
      {
        return String(Substring(cell.utf8.dropFirst(ownRow.utf8.count + 2)))
      }
      // A cell's column is mostly what the line is called.
      let column = ", cột \(Wording.quoted(reason.label))".utf8
      let rest = cell.utf8.count - column.count
      guard rest >= 0, cell.utf8.suffix(column.count).elementsEqual(column) else { return cell }
      return String(Substring(cell.utf8.prefix(rest)))
    }
    guard let rule = reason.rule, let comma = rule.utf8.lastIndex(of: UInt8(ascii: ",")) else {
      return reason.rule
    }
    let file = rule.utf8[..<comma]
    guard file.elementsEqual(script.utf8) else {
      script = String(Substring(file))
      return rule
    }
    let line = rule.utf8[rule.utf8.index(after: comma)...].drop { $0 == UInt8(ascii: " ") }
    return String(Substring(line))
  }
}
