// The boards of the page: what is scored, and a ranking for each cluster. In: a board with its layout. Out: sections.
// Invariant: a subject is one `tbody` of two rows, its values and its reasons, so that sorting and
// searching move or hide them together; a column's places for sorting stand once, in its head.

import ThiDuaNumber
import ThiDuaText

extension PageComposer {
  /// Rows of one table: a browser lays out a table whole, but of many only those near the screen.
  private static let rowsOfTable = 200

  mutating func section(ofBoard index: Int) {
    let layout = layouts[index]
    let board = layout.board
    out.markup("<section class=b id=b")
    out.number(index + 1)
    out.markup("><div class=slide><h2>Kết quả ")
    out.text(board.kind)
    out.markup("</h2>\n<p class=count>")
    out.text("\(Wording.count(board.rowCount)) \(board.kind)")
    if board.groups.count > 1 { out.text(", chia \(Wording.count(board.groups.count)) cụm") }
    out.markup(".<span class=hint> Mở một dòng để xem vì sao có kết quả ấy.</span></p>\n")
    out.markup("<div class=charts>\n")
    totalsChart(layout)
    levelsChart(layout)
    out.markup("</div>\n")
    rules(layout)
    out.markup("</div>\n")
    let labels = layout.columnsByLabel
    for group in board.groups.indices { section(ofGroup: group, board: index, labels) }
    out.markup("</section>\n")
  }

  /// What is scored, up to how much and on what basis.
  private mutating func rules(_ layout: BoardLayout) {
    let board = layout.board
    let columns = board.columns.filter { column in
      switch column.role {
      case .key, .name, .field, .note: false
      case .other: !column.basis.isEmpty
      default: true
      }
    }
    guard !columns.isEmpty else { return }
    out.markup(
      """
      <details class=rules><summary>Chấm những gì, tối đa bao nhiêu, căn cứ vào đâu</summary>
      <div class=x><table><caption>Cách chấm và căn cứ</caption>
      <thead><tr><th scope=col>Mục<th scope=col>Tên<th scope=col class=n>Tối đa<th scope=col>Căn cứ</thead>
      <tbody>

      """)
    for column in columns {
      out.markup(
        column.role == .criterion
          ? "<tr class=\"q i\"><th scope=row>" : "<tr class=q><th scope=row>")
      out.text(column.name)
      out.markup("<td class=t>")
      if VietnameseText.lookupKey(column.title) != VietnameseText.lookupKey(column.name) {
        out.text(column.title)
      }
      out.markup("<td>")
      if let maximum = column.maximum { out.text(NumberText.format(maximum)) }
      out.markup("<td class=t>")
      out.text(column.basis.map(bases.brief).joined(separator: "; "))
      out.markup("\n")
    }
    out.markup("</tbody></table></div></details>\n")
  }

  private mutating func section(ofGroup place: Int, board index: Int, _ labels: [TextKey: Int]) {
    let layout = layouts[index]
    let group = layout.board.groups[place]
    let table = layout.rank == nil ? "Danh sách" : "Xếp hạng"
    let title = group.name.isEmpty ? "\(table) \(layout.board.kind)" : group.title
    out.markup("<section class=\"slide cluster\" id=b")
    out.number(index + 1)
    out.markup("g")
    out.number(place + 1)
    out.markup("><h3>")
    out.text(title)
    out.markup("</h3>\n")
    facts(group.facts)
    let isWide = layout.shown.count > 11
    for start in stride(from: 0, to: group.rows.count, by: Self.rowsOfTable) {
      let end = min(start + Self.rowsOfTable, group.rows.count)
      var caption = "\(title): \(Wording.count(group.rows.count)) \(layout.board.kind)"
      if group.rows.count > Self.rowsOfTable {
        caption += ", từ \(Wording.count(start + 1)) đến \(Wording.count(end))"
      }
      out.markup("<div class=\"x")
      if isWide { out.markup(" wide") }
      if group.rows.count > Self.rowsOfTable { out.markup(" part") }
      out.markup("\">")
      out.markup("<table class=r><caption>")
      out.text(caption)
      out.markup("</caption>\n")
      // Places for sorting are those of the whole group; its first table has them.
      heads(layout, start == 0 ? group.rows : nil)
      for row in start..<end {
        subject(.init(board: index, group: place, row: row, column: 0), layout, labels)
      }
      out.markup("</table></div>\n")
    }
    if group.rows.isEmpty { out.markup("<p class=count>Chưa có ai trong cụm này.</p>\n") }
    out.markup("</section>\n")
  }

  // MARK: Heads

  private mutating func heads(_ layout: BoardLayout, _ rows: [ResultReport.Row]?) {
    let columns = layout.board.columns
    out.markup("<thead><tr>")
    if layout.rank == nil { out.markup("<th scope=col class=p>TT") }
    for column in layout.shown where columns[column].role == .rank { head(layout, column, rows) }
    out.markup("<th scope=col class=name")
    places(layout, nil, rows)
    out.markup(">Tên")
    for column in layout.shown where columns[column].role != .rank { head(layout, column, rows) }
    out.markup("</thead>\n")
  }

  private mutating func head(_ layout: BoardLayout, _ index: Int, _ rows: [ResultReport.Row]?) {
    let column = layout.board.columns[index]
    out.markup("<th scope=col data-c=")
    out.number(index)
    if layout.beginsHigh(index) { out.markup(" data-high") }
    switch column.role {
    case .rank: out.markup(" class=p")
    case _ where Self.isDetail(column): out.markup(" class=\"n d\"")
    default: out.markup(column.form == .text ? " class=t" : " class=n")
    }
    places(layout, index, rows)
    out.markup(">")
    let isNumbered = column.role == .group || column.role == .criterion
    let name = Wording.capitalised(column.name)
    out.text(isNumbered ? name : column.title)
    if isNumbered, column.title != column.name, column.title != name {
      out.markup("<small>")
      out.text(column.title)
      out.markup("</small>")
    }
  }

  /// What a telephone leaves to the reasons.
  private static func isDetail(_ column: ResultReport.Column) -> Bool {
    switch column.role {
    case .group, .criterion, .bonus, .deduction: true
    default: false
    }
  }

  private mutating func places(
    _ layout: BoardLayout, _ column: Int?, _ rows: [ResultReport.Row]?
  ) {
    guard let rows else { return }
    out.markup(" data-k=\"")
    for (index, place) in layout.places(column, rows).enumerated() {
      if index > 0 { out.markup(" ") }
      out.number(place)
    }
    out.markup("\"")
  }

  // MARK: Subjects

  private mutating func subject(
    _ place: ResultReport.Place, _ layout: BoardLayout, _ labels: [TextKey: Int]
  ) {
    let row = layout.board.groups[place.group].rows[place.row]
    let columns = layout.board.columns
    out.markup("<tbody class=u><tr>")
    if layout.rank == nil {
      out.markup("<td class=p>")
      out.number(place.row + 1)
    }
    for column in layout.shown where columns[column].role == .rank {
      cell(row.cells[column], column, layout)
    }
    out.markup("<th scope=row>")
    out.text(row.name)
    for column in layout.shown where columns[column].role != .rank {
      cell(row.cells[column], column, layout)
    }
    subjects += 1
    var reasons = ReasonWriter(
      report, bases, place: place, row: row, layout: layout, labels: labels, id: subjects)
    reasons.write(into: &out)
    out.markup("\n")
  }

  private mutating func cell(_ cell: ResultReport.Cell, _ index: Int, _ layout: BoardLayout) {
    let column = layout.board.columns[index]
    switch column.role {
    case .rank: out.markup("<td class=p>")
    case .total where index == layout.total: out.markup("<td class=s>")
    case _ where Self.isDetail(column): out.markup("<td class=d>")
    case _ where column.form != .text: out.markup("<td>")
    default: out.markup("<td class=t>")
    }
    switch cell.state {
    case .blank:
      if column.role != .award { out.markup("–") }
      return
    case .notApplicable:
      out.markup("<small>")
      out.text(cell.text)
      out.markup("</small>")
      return
    case .filled: break
    }
    if index == layout.level, let level = layout.levels.firstIndex(of: cell.text) {
      out.markup("<i class=l")
      out.number(level)
      out.markup("></i>")
    }
    if column.role == .award, column.form == .text, !cell.text.isEmpty {
      award(cell.text)
      return
    }
    out.text(cell.text)
    guard index == layout.total, let value = cell.number, let scale = layout.scale else { return }
    out.markup(
      "<svg viewBox=\"0 0 100 1\" preserveAspectRatio=none aria-hidden=true><path d=\"M0 .5h")
    out.tenths(value.share(of: scale, steps: 1000))
    out.markup("\"/></svg>")
  }

  /// What is got or still open stands out, the rest steps back.
  private mutating func award(_ state: String) {
    let isMissed = state == "không đạt" || state == "chưa xét"
    out.markup(isMissed ? "<small>" : "<b>")
    out.text(state)
    out.markup(isMissed ? "</small>" : "</b>")
  }
}
