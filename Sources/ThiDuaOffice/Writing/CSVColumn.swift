// What a CSV file shows. In: told by the façade. Out: columns the writer goes through. Invariant:
// line n of the file shows cell `cells[n]` of the storage (cell n when there are no `cells`).

import ThiDuaMachine
import ThiDuaText

/// One column of an output file.
public struct CSVColumn {
  public enum Form {
    /// `decimals` nil: all places; a number that never ends is an error. Otherwise so many
    /// places, rounded half away from zero.
    case number(decimals: Int?)
    /// As a percentage; decimals of the percentage.
    case ratio(decimals: Int?)
    case text
    case date
    /// `có`, `không`.
    case truth
    /// Texts by code: levels, award states.
    case names([String])
    /// Anything else: the text of a cell. The file is then written by one thread.
    case custom((_ cell: Int) -> String)

    var isRatio: Bool { if case .ratio = self { true } else { false } }
  }
  public var title: String
  public var storage: ColumnStorage
  public var cells: [Int32]?
  public var form: Form
  /// Its numbers only tell subjects apart: `1250` is never shown as `1.250`.
  public var isIdentifier = false

  public init(_ title: String, _ storage: ColumnStorage, cells: [Int32]? = nil, form: Form) {
    self.title = title
    self.storage = storage
    self.cells = cells
    self.form = form
  }
}

/// A whole output file.
public struct CSVDocument {
  public var columns: [CSVColumn]
  public var lineCount: Int
  /// `vietnamese`: BOM, `;`, decimal comma, CRLF, dd/MM/yyyy. `international`: `,`, decimal
  /// point, LF, yyyy-MM-dd.
  public var style: NumberStyle
  /// How people call the subject of a line.
  public var subject: (_ line: Int) -> String

  public init(
    columns: [CSVColumn], lineCount: Int, style: NumberStyle,
    subject: @escaping (_ line: Int) -> String
  ) {
    self.columns = columns
    self.lineCount = lineCount
    self.style = style
    self.subject = subject
  }
}
