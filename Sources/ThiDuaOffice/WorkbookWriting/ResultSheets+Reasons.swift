// The sheet of reasons: a block for every subject, one line a reason, deeper reasons further to the right and one step
// deeper in the outline. Invariant: a column of the subject is opened once, where it is first met, as on
// the page; a sheet that is full goes on in another. See ResultWorkbook.

import ThiDuaNumber
import ThiDuaText

extension ResultSheets {
  func reasons() {
    var writer = ReasonSheets(self)
    for (index, layout) in layouts.enumerated() {
      let labels = layout.columnsByLabel
      for (groupIndex, group) in layout.board.groups.enumerated() {
        for (rowIndex, row) in group.rows.enumerated() {
          writer.subject(
            row, group, layout, labels,
            at: .init(board: index, group: groupIndex, row: rowIndex, column: 0))
        }
      }
    }
    writer.finish()
  }
}

/// Where the next line goes.
private struct ReasonSheets {
  typealias Reason = ResultReport.Reason

  let sheets: ResultSheets
  private let styles: Styles
  private let foldsDetails: Bool
  private var sheet: SheetWriter?
  private var row = 0
  /// Columns of the subject opened already.
  private var opened: Set<Int> = []

  private static let columns: [(title: String, width: Double)] = [
    ("Nội dung", 62), ("Giá trị", 16), ("Vì sao", 52), ("Quy tắc", 24), ("Số liệu", 38),
    ("Căn cứ", 30),
  ]
  private static let headerRow = 2
  /// A subject's block is never torn for fewer lines than this.
  private static let reserve = 10_000
  private static let deepestIndent = 12
  /// With more subjects than this, reasons behind those of the first level wait to be unfolded.
  private static let mostOpen = 50

  private struct Styles {
    let subject, subjectValue, value, quiet, told: WorkbookWriter.Style
    let labels: [WorkbookWriter.Style]
    let strongLabels: [WorkbookWriter.Style]

    init(_ book: WorkbookWriter) {
      let block = SheetLook.body.with {
        $0.isBold = true
        $0.wraps = true
        $0.background = SheetLook.groupColor
      }
      subject = book.style(block)
      subjectValue = book.style(block.with { $0.alignment = .right })
      let top = SheetLook.body.with {
        $0.wraps = true
        $0.height = .top
      }
      value = book.style(top.with { $0.alignment = .right })
      told = book.style(top)
      quiet = book.style(top.with { $0.color = SheetLook.quietColor })
      func label(_ indent: Int, _ isBold: Bool) -> WorkbookWriter.Style {
        book.style(
          top.with {
            $0.alignment = .left
            $0.indent = indent
            $0.isBold = isBold
          })
      }
      labels = (0...ReasonSheets.deepestIndent).map { label($0, false) }
      strongLabels = (0...ReasonSheets.deepestIndent).map { label($0, true) }
    }
  }

  init(_ sheets: ResultSheets) {
    self.sheets = sheets
    styles = Styles(sheets.book)
    foldsDetails = sheets.report.boards.reduce(0) { $0 + $1.rowCount } > Self.mostOpen
  }

  // MARK: Subjects

  mutating func subject(
    _ subject: ResultReport.Row, _ group: ResultReport.Group, _ layout: BoardLayout,
    _ labels: [TextKey: Int], at place: ResultReport.Place
  ) {
    opened = []
    var isOpen = false
    for column in layout.explained where !opened.contains(column) {
      var place = place
      place.column = column
      guard var reason = sheets.report.reason(place) else { continue }
      if !isOpen { open(subject, group, layout) }
      isOpen = true
      opened.insert(column)
      reason.owner = nil
      line(
        ReasonWriter.merged(reason, labels), level: 1, column: column, isOwn: true, layout, labels)
    }
  }

  /// The line that the reasons of a subject fold into.
  private mutating func open(
    _ subject: ResultReport.Row, _ group: ResultReport.Group, _ layout: BoardLayout
  ) {
    if row > SheetWriter.rowLimit - Self.reserve { finish() }
    let sheet = sheet ?? begin()
    let name = subject.name.isEmpty ? subject.key : subject.name
    let cluster = group.name.isEmpty ? "" : "\(group.title) – "
    let key = subject.key == name || subject.key.isEmpty ? "" : " (\(subject.key))"
    let total = layout.total.map { subject.cells[$0].text } ?? ""
    let outcome =
      ([layout.level, layout.rank]
      + layout.board.columns.indices.filter {
        layout.board.columns[$0].role == .award
      }).compactMap { $0 }.filter { !subject.cells[$0].text.isEmpty }.map {
        "\(layout.board.columns[$0].title): \(subject.cells[$0].text)"
      }
    write(
      [cluster + name + key, total, outcome.joined(separator: "; "), "", "", ""], on: sheet,
      level: 0,
      [styles.subject, styles.subjectValue] + Array(repeating: styles.subject, count: 4))
  }

  // MARK: Lines

  private mutating func line(
    _ reason: Reason, level: Int, column: Int?, isOwn: Bool, _ layout: BoardLayout,
    _ labels: [TextKey: Int]
  ) {
    tell(reason, level: level, isColumn: column != nil, sentence: reason.sentence ?? "")
    for part in reason.parts {
      let own = isOwn && part.owner == nil
      let part = ReasonWriter.merged(part, labels)
      var column = own ? labels[TextKey(part.label)] : nil
      if let known = column, layout.board.columns[known].role == .field { column = nil }
      if let column, opened.contains(column) {
        var pointer = part
        pointer.parts = []
        tell(pointer, level: level + 1, isColumn: false, sentence: "đã nêu ở trên")
        continue
      }
      if let column, !part.parts.isEmpty { opened.insert(column) } else { column = nil }
      line(part, level: level + 1, column: column, isOwn: own, layout, labels)
    }
  }

  private mutating func tell(_ reason: Reason, level: Int, isColumn: Bool, sentence: String) {
    let sheet = sheet ?? begin()
    let owner = reason.owner.map { " của \($0)" } ?? ""
    let mark =
      switch reason.role {
      case .operand: ""
      case .condition: reason.label.hasPrefix("điều kiện") ? "" : "Điều kiện: "
      case .remark: "Liên quan: "
      }
    let indent = min(level, Self.deepestIndent)
    let basis = reason.basis.map(sheets.bases.brief).joined(separator: "; ")
    write(
      [
        mark + reason.label + owner, reason.shown, sentence, reason.rule ?? "", reason.cell ?? "",
        basis,
      ], on: sheet, level: level,
      [
        isColumn ? styles.strongLabels[indent] : styles.labels[indent], styles.value, styles.told,
        styles.quiet, styles.quiet, styles.quiet,
      ])
  }

  private mutating func write(
    _ cells: [String], on sheet: SheetWriter, level: Int, _ styles: [WorkbookWriter.Style]
  ) {
    var lines = 1
    for (place, text) in cells.enumerated() where !text.isEmpty {
      // An indent takes a little more than a letter.
      let room = Self.columns[place].width - (place == 0 ? Double(level) * 1.5 : 0)
      lines = max(lines, SheetLook.lineCount(text, width: max(12, room)))
    }
    sheet.setRow(
      row, height: Double(lines) * SheetLook.lineHeight + 2, level: level,
      isHidden: foldsDetails && level > 1, isCollapsed: foldsDetails && level == 1)
    // Empty cells show nothing but the ground of a subject's line.
    for (place, text) in cells.enumerated() where level == 0 || !text.isEmpty {
      sheet.text(text, row, place, styles[place])
    }
    row += 1
  }

  // MARK: Sheets

  private mutating func begin() -> SheetWriter {
    let made = sheets.book.addSheet("Diễn giải")
    for (place, column) in Self.columns.enumerated() {
      made.setColumns(place...place, width: column.width)
    }
    let width = Self.columns.map(\.width).reduce(0, +)
    sheets.line(
      "DIỄN GIẢI KẾT QUẢ", made, row: 0, columns: 0...Self.columns.count - 1, width: width / 1.45,
      sheets.looks.title, lineHeight: 22)
    sheets.header(Self.columns, made, row: Self.headerRow)
    made.foldIntoFirst()
    made.freeze(rows: Self.headerRow + 1)
    made.setPrinting(repeatedRows: Self.headerRow...Self.headerRow)
    row = Self.headerRow + 1
    sheet = made
    return made
  }

  /// Closes the sheet; the next line begins another.
  mutating func finish() {
    sheet = nil
    row = 0
  }
}
