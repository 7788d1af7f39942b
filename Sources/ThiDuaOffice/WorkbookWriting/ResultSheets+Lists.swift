// The lists of a result workbook: who is proposed for what, and the legal documents. See ResultWorkbook.

import ThiDuaNumber
import ThiDuaText

extension ResultSheets {
  // MARK: Proposals

  func awards() {
    guard !report.awards.isEmpty else { return }
    let sheet = book.addSheet("Đề nghị khen thưởng")
    let groupTitle = report.boards.first?.groupTitle ?? "Nhóm"
    let columns: [(title: String, width: Double)] = [
      ("TT", 6), ("Danh hiệu, hình thức", 34), ("Đối tượng", 12), (groupTitle, 28), ("Mã", 14),
      ("Tên", 38), ("Kết quả", 16), ("Ghi chú", 40), ("Căn cứ", 34),
    ]
    let width = columns.map(\.width).reduce(0, +)
    for (place, column) in columns.enumerated() {
      sheet.setColumns(place...place, width: column.width)
    }
    line(
      "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", sheet, row: 0, columns: 0...columns.count - 1,
      width: width / 1.45, looks.title, lineHeight: 22)
    header(columns, sheet, row: 2)
    var row = 3
    for list in report.awards {
      let basis = list.basis.map(bases.brief).joined(separator: "; ")
      for line in list.lines {
        sheet.setRow(
          row,
          height: SheetLook.rowHeight(
            zip([1, 3, 5, 7, 8], [list.title, line.group, line.name, line.note, basis]).map {
              ($1, columns[$0].width)
            }))
        sheet.number(Exact(row - 2), row, 0, looks.whole)
        sheet.text(list.title, row, 1, looks.wrapped)
        sheet.text(list.kind, row, 2, looks.centered)
        sheet.text(line.group, row, 3, looks.wrapped)
        sheet.text(line.key, row, 4, looks.centered)
        sheet.text(line.name, row, 5, looks.wrapped)
        sheet.text(Wording.capitalised(line.state), row, 6, looks.centered)
        sheet.text(line.note, row, 7, looks.wrapped)
        sheet.text(basis, row, 8, looks.quiet)
        row += 1
      }
    }
    sheet.filter(rows: 2...max(3, row - 1), columns: 0...columns.count - 1)
    sheet.freeze(rows: 3)
    sheet.setPrinting(repeatedRows: 2...2)
  }

  // MARK: Documents

  func documents() {
    guard !report.documents.isEmpty else { return }
    let sheet = book.addSheet("Căn cứ")
    let columns: [(title: String, width: Double)] = [("TT", 6), ("Ký hiệu", 18), ("Văn bản", 100)]
    for (place, column) in columns.enumerated() {
      sheet.setColumns(place...place, width: column.width)
    }
    line(
      "VĂN BẢN LÀM CĂN CỨ", sheet, row: 0, columns: 0...2, width: 80, looks.title, lineHeight: 22)
    header(columns, sheet, row: 2)
    for (index, document) in report.documents.enumerated() {
      sheet.setRow(index + 3, height: SheetLook.rowHeight([(document.text, columns[2].width)]))
      sheet.number(Exact(index + 1), index + 3, 0, looks.whole)
      sheet.text(document.label, index + 3, 1, looks.centered)
      sheet.text(document.text, index + 3, 2, looks.wrapped)
    }
    sheet.freeze(rows: 3)
    sheet.setPrinting(repeatedRows: 2...2)
  }
}
