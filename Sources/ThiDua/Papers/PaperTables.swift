// Whole tables for documents: `{{ bảng điểm }}` alone on a line. In: a report, narrowed to what the document is
// about. Out: blocks in the layout. Invariant: the same tables for any campaign: which columns there are
// is the campaign's business, and columns that would make a table unreadable are left to the page and the
// workbook.

import ThiDuaNumber
import ThiDuaOffice
import ThiDuaText

enum PaperTable: String, CaseIterable {
  /// Rank by rank: groups, bonus, deduction, total, level.
  case scores = "bảng điểm"
  /// Who is proposed for what.
  case proposals = "bảng đề nghị"
  /// Who gets what: only what is decided by the rules alone.
  case awards = "bảng khen thưởng"
  /// How many subjects of each group have each level.
  case levels = "bảng xếp loại"
  /// Ballots of those that the council votes on.
  case ballots = "bảng kiểm phiếu"

  static func named(_ text: String) -> PaperTable? {
    let key = VietnameseText.lookupKey(text)
    return allCases.first { VietnameseText.lookupKey($0.rawValue) == key }
  }
}

struct PaperTables {
  let report: ResultReport
  let ballots: [PaperBallot]
  let layout: DocumentLayout
  let width: Int

  func blocks(_ table: PaperTable) -> [Document.Block] {
    switch table {
    case .scores: report.boards.flatMap(scores)
    case .proposals: proposals { _ in true }
    case .awards: proposals { $0.state == AwardWords.achieved }
    case .levels: report.boards.flatMap(levels)
    case .ballots: ballotTable
    }
  }

  // MARK: Building

  private struct Column {
    var title: String
    var alignment: Document.Alignment
  }

  private func caption(_ text: String) -> Document.Block {
    .paragraph(
      Document.Paragraph(
        text, .init(bold: true),
        style: .init(.left, before: 120, after: 60, keepsWithNext: true)))
  }

  private func table(_ columns: [Column], _ rows: [[String]]) -> Document.Block {
    let fitted = TableFit(
      titles: columns.map(\.title), rows: rows, width: width, size: layout.tableSize)
    func cell(_ text: String, _ alignment: Document.Alignment, bold: Bool) -> Document.Cell {
      Document.Cell(
        [
          Document.Paragraph(
            text, .init(bold: bold, size: fitted.size), style: layout.cell(alignment))
        ], centredVertically: true)
    }
    let head = Document.Row(columns.map { cell($0.title, .centre, bold: true) })
    let body = rows.map { row in
      Document.Row(zip(row, columns).map { cell($0, $1.alignment, bold: false) })
    }
    return .table(
      Document.Table(columns: fitted.widths, headerRows: 1, rows: [head] + body))
  }

  private var nobody: Document.Block {
    .paragraph(Document.Paragraph("Không có.", style: layout.body))
  }

  // MARK: Scores

  private func scores(_ board: ResultReport.Board) -> [Document.Block] {
    let shown = board.columns.indices.filter { index in
      switch board.columns[index].role {
      case .group, .bonus, .deduction, .total, .level, .rank: true
      // Where there are no groups, the criteria are what one adds up.
      case .criterion:
        board.columns[index].parent == nil && !board.columns.contains { $0.role == .group }
      default: false
      }
    }
    let columns =
      [
        Column(title: "STT", alignment: .centre),
        Column(title: Wording.capitalised(board.kind), alignment: .left),
      ]
      + shown.map { index in
        let column = board.columns[index]
        switch column.role {
        case .group, .criterion:
          return Column(title: Wording.capitalised(column.name), alignment: .centre)
        case .level: return Column(title: "Xếp loại", alignment: .left)
        case .rank: return Column(title: "Hạng", alignment: .centre)
        case .bonus: return Column(title: "Thưởng", alignment: .centre)
        case .deduction: return Column(title: "Trừ", alignment: .centre)
        default: return Column(title: column.title, alignment: .centre)
        }
      }
    return board.groups.flatMap { group -> [Document.Block] in
      let rows = group.rows.enumerated().map { place, row in
        ["\(place + 1)", row.name] + shown.map { row.cells[$0].text }
      }
      let head = group.name.isEmpty ? [] : [caption(group.name)]
      return head + [table(columns, rows)]
    }
  }

  // MARK: Awards

  private func proposals(
    _ isShown: (ResultReport.AwardList.Line) -> Bool
  ) -> [Document.Block] {
    var blocks: [Document.Block] = []
    for list in report.awards {
      let lines = list.lines.filter(isShown)
      guard !lines.isEmpty else { continue }
      let shown = lines.map { (line: $0, row: report.row(list.kind, $0.key, $0.name)) }
      func column(_ title: String, _ alignment: Document.Alignment, _ texts: [String]) {
        // What nobody has is no column.
        guard texts.contains(where: { !$0.isEmpty }) else { return }
        columns.append(Column(title: title, alignment: alignment))
        cells = zip(cells, texts).map { $0 + [$1] }
      }
      var columns: [Column] = []
      var cells = shown.map { _ in [String]() }
      column("STT", .centre, shown.indices.map { "\($0 + 1)" })
      column(Wording.capitalised(list.kind), .left, lines.map(\.name))
      column(report.fieldTitle(list.kind), .left, shown.map { $0.row.map { $0(.field) } ?? "" })
      column(
        report.boards.first { $0.kind == list.kind }?.groupTitle ?? "", .left, lines.map(\.group))
      column("Điểm", .centre, shown.map { $0.row.map { $0(.total) } ?? "" })
      column("Hạng", .centre, shown.map { $0.row.map { $0(.rank) } ?? "" })
      column(
        "Ghi chú", .left,
        lines.map { line in
          line.note.isEmpty && line.state != AwardWords.achieved ? line.state : line.note
        })
      blocks.append(
        caption("\(list.title) (\(list.kind)): \(Wording.count(lines.count)) trường hợp"))
      let rows = cells
      blocks.append(table(columns, rows))
    }
    return blocks.isEmpty ? [nobody] : blocks
  }

  // MARK: Levels

  private func levels(_ board: ResultReport.Board) -> [Document.Block] {
    guard let column = board.columns.firstIndex(where: { $0.role == .level }) else { return [] }
    let names = board.columns[column].levels
    let columns =
      [
        Column(title: "STT", alignment: .centre),
        Column(title: "Đơn vị", alignment: .left),
        Column(title: "Tổng số", alignment: .centre),
      ] + names.map { Column(title: $0, alignment: .centre) }
    func counts(_ rows: [ResultReport.Row]) -> [String] {
      ["\(rows.count)"]
        + names.map { name in "\(rows.filter { $0.cells[column].text == name }.count)" }
    }
    var rows = board.groups.enumerated().map { place, group in
      ["\(place + 1)", group.name.isEmpty ? Wording.capitalised(board.kind) : group.name]
        + counts(group.rows)
    }
    if board.groups.count > 1 {
      rows.append(["", "Cộng"] + counts(board.groups.flatMap(\.rows)))
    }
    return [caption(Wording.capitalised(board.kind)), table(columns, rows)]
  }

  // MARK: Ballots

  private var ballotTable: [Document.Block] {
    let columns = [
      Column(title: "STT", alignment: .centre),
      Column(title: "Tên đơn vị, cá nhân", alignment: .left),
      Column(title: "Đề nghị", alignment: .left),
      Column(title: "Số phiếu đồng ý", alignment: .centre),
      Column(title: "Trên tổng số", alignment: .centre),
      Column(title: "Tỷ lệ", alignment: .centre),
    ]
    let rows = ballots.enumerated().map { place, ballot in
      [
        "\(place + 1)", ballot.name, ballot.award, ballot.votes ?? DocumentLayout.blank,
        ballot.base ?? DocumentLayout.blank, ballot.share ?? DocumentLayout.blank,
      ]
    }
    return rows.isEmpty ? [nobody] : [table(columns, rows)]
  }
}

/// What the council voted on one subject for one award; nil where no ballot is in yet.
struct PaperBallot {
  var name: String
  var award: String
  var group: String
  var votes: String?
  var base: String?
  var share: String?
}
