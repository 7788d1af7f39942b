// The answer to a question as rows of texts, in the three forms people ask for. In: a heading, columns,
// rows, closing lines. Out: a framed table, CSV lines through the office's writer, JSON. Invariant: the
// same answer gives the same bytes; keys of the JSON never change with the wording of the titles.
// Used by the campaign's questions.

import ThiDuaMachine
import ThiDuaOffice
import ThiDuaText

struct AnswerTable {
  struct Column {
    /// Name in JSON: letters without accents.
    var key: String
    var title: String
    var isNumeric = false
  }

  var heading: String
  var columns: [Column]
  var rows: [[String]] = []
  /// Lines under the table.
  var closing: [String] = []
  /// Rows of one subject stand together: on the screen it is named once.
  var groupsRows = false
  /// The heading says it all: rows are for files.
  var isSentence = false

  /// As it is printed, on a screen so wide; a table without rows has no frame.
  func text(limit: Int?) -> String {
    var text = heading + "\n"
    if !rows.isEmpty, !isSentence {
      let shown = columns.enumerated().map { index, column in
        var cells = rows.map { $0[index] }
        if index == 0, groupsRows {
          for row in cells.indices.dropFirst().reversed() where cells[row] == cells[row - 1] {
            cells[row] = ""
          }
        }
        return TableText.Column(title: column.title, isNumeric: column.isNumeric, cells: cells)
      }
      text += TableText(columns: shown).rendered(limit: limit)
    }
    for line in closing { text += line + "\n" }
    return text
  }

  /// One object a row.
  var json: String {
    var text = "[\n"
    for (index, row) in rows.enumerated() {
      let fields = zip(columns, row).map { "\(JSONText.quoted($0.key)): \(JSONText.quoted($1))" }
      text +=
        "  { " + fields.joined(separator: ", ") + " }" + (index + 1 < rows.count ? ",\n" : "\n")
    }
    return text + "]\n"
  }

  /// The rows as a file of the office, every cell a text.
  func document(_ texts: TextTable) -> CSVDocument {
    let cells = columns.indices.map { column in
      let storage = ColumnStorage(.text, rowCount: rows.count)
      for (line, row) in rows.enumerated() {
        storage.store(Word(text: texts.intern(row[column])), at: line)
      }
      return CSVColumn(columns[column].title, storage, form: .text)
    }
    return CSVDocument(columns: cells, lineCount: rows.count, style: .vietnamese) { _ in "" }
  }
}
