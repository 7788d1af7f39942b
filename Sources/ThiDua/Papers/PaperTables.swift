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
  /// Who leads each group.
  case leaders = "bảng dẫn đầu"
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
    case .levels: levelTables
    case .leaders: leaders
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

  /// `hasSum`: the last row adds the others up.
  private func table(
    _ columns: [Column], _ rows: [[String]], hasSum: Bool = false
  ) -> Document.Block {
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
    let body = rows.enumerated().map { place, row in
      let isSum = hasSum && place == rows.count - 1
      return Document.Row(zip(row, columns).map { cell($0, $1.alignment, bold: isSum) })
    }
    return .table(
      Document.Table(columns: fitted.widths, headerRows: 1, rows: [head] + body))
  }

  private func remark(_ text: String) -> Document.Block {
    .paragraph(Document.Paragraph(text, style: layout.body))
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
      let count = DocumentLayout.padded(Wording.count(lines.count))
      blocks.append(caption("\(list.title) (\(list.kind)): \(count) trường hợp"))
      blocks += listing(
        [
          ("STT", .centre, shown.indices.map { "\($0 + 1)" }),
          (Wording.capitalised(list.kind), .left, lines.map(\.name)),
          (
            report.fieldTitle(list.kind), .left,
            shown.map { $0.row.map { $0(.field) } ?? "" }
          ),
          (
            report.boards.first { $0.kind == list.kind }?.groupTitle ?? "", .left,
            lines.map(\.group)
          ),
          ("Điểm", .centre, shown.map { $0.row.map { $0(.total) } ?? "" }),
          ("Hạng", .centre, shown.map { $0.row.map { $0(.rank) } ?? "" }),
          (
            "Ghi chú", .left,
            lines.map { line in
              line.note.isEmpty && line.state != AwardWords.achieved ? line.state : line.note
            }
          ),
        ])
    }
    return blocks.isEmpty ? [remark("Không có.")] : blocks
  }

  // MARK: Levels

  private var levelTables: [Document.Block] {
    let tables = report.boards.flatMap(levels)
    return tables.isEmpty ? [remark("Phong trào không quy định mức xếp loại.")] : tables
  }

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
    let hasSum = board.groups.count > 1
    return [caption(Wording.capitalised(board.kind)), table(columns, rows, hasSum: hasSum)]
  }

  // MARK: Leaders

  /// The first of every group, with whoever shares the first rank.
  private var leaders: [Document.Block] {
    let ranked = report.elements(.rankings, of: nil)
    let blocks = ranked.flatMap { element -> [Document.Block] in
      guard case .board(let index) = element else { return [] }
      let board = report.boards[index]
      func text(_ row: ResultReport.Row, _ role: ResultReport.Column.Role) -> String {
        board.columns.firstIndex { $0.role == role }.map { row.cells[$0].text } ?? ""
      }
      let found = board.groups.flatMap { group in
        let best = group.rows.first.map { text($0, .rank) } ?? ""
        return group.rows.prefix(best.isEmpty ? 1 : group.rows.count)
          .filter { text($0, .rank) == best }.map { (group: group.name, row: $0) }
      }
      return listing(
        [
          ("STT", .centre, found.indices.map { "\($0 + 1)" }),
          (board.groupTitle, .left, found.map(\.group)),
          (Wording.capitalised(board.kind), .left, found.map(\.row.name)),
          ("Điểm", .centre, found.map { text($0.row, .total) }),
          ("Xếp loại", .left, found.map { text($0.row, .level) }),
        ])
    }
    return blocks.isEmpty ? [remark("Không có.")] : blocks
  }

  /// A table of columns with their texts; what nobody has is no column.
  private func listing(
    _ columns: [(title: String, alignment: Document.Alignment, texts: [String])]
  ) -> [Document.Block] {
    let shown = columns.filter { $0.texts.contains { !$0.isEmpty } }
    guard let count = shown.first?.texts.count else { return [] }
    let rows = (0..<count).map { row in shown.map { $0.texts[row] } }
    return [table(shown.map { Column(title: $0.title, alignment: $0.alignment) }, rows)]
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
    return rows.isEmpty ? [remark("Không có.")] : [table(columns, rows)]
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
