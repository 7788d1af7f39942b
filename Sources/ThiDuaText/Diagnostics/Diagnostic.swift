// What every stage says to the user. In: a finding of one stage, worded by the catalogue.
// Out: a value the renderer turns into text. Invariant: `message` is one sentence that says what is
// wrong; `why` and `advice` are whole sentences too. Stages never build one by hand: the wording
// lives in Catalogue/*Messages.swift. Anyone may import it.

/// One finding, with everything needed to show it and to fix it.
public struct Diagnostic: Sendable, Equatable {
  /// How grave a finding is; only `error` stops a run.
  public enum Severity: Sendable, Equatable {
    case error
    case warning
    case note
  }

  /// A second place worth showing, with the words that stand beside it.
  public struct Label: Sendable, Equatable {
    public var span: Span
    public var text: String

    public init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// A replacement that repairs the script: an empty span inserts, an empty text deletes.
  public struct Fix: Sendable, Equatable {
    public var span: Span
    public var replacement: String

    public init(_ span: Span, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  public var severity: Severity
  /// Stable code such as `CP001`, the key of the catalogue.
  public var code: String
  /// One sentence saying what is wrong, without final period and without the code.
  public var message: String
  /// The place in the script; `.none` for an error of the data.
  public var span: Span
  /// Words shown right after the carets under `span`.
  public var label: String?
  /// The place in a data file.
  public var place: DataPlace?
  /// Other places in scripts.
  public var labels: [Label]
  /// Why this is wrong.
  public var why: String?
  /// What to write instead.
  public var advice: String?
  /// A repair that can be applied as it stands.
  public var fix: Fix?
  /// Further remarks, one sentence each.
  public var notes: [String]

  /// Makes a finding; only the catalogue's constructors should call this.
  public init(
    _ severity: Severity = .error, code: String, message: String, span: Span = .none,
    label: String? = nil, place: DataPlace? = nil, labels: [Label] = [], why: String? = nil,
    advice: String? = nil, fix: Fix? = nil, notes: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.label = label
    self.place = place
    self.labels = labels
    self.why = why
    self.advice = advice
    self.fix = fix
    self.notes = notes
  }
}

/// A cell, line or sheet of a data file, named as the user sees it.
public struct DataPlace: Sendable, Hashable {
  /// File name as the script writes it.
  public var file: String
  /// Sheet of a workbook.
  public var sheet: String?
  /// Table of a database.
  public var table: String?
  /// 1-based line (text files) or row (sheets).
  public var line: Int?
  /// Title of the column.
  public var column: String?
  /// Address of the cell in a sheet, such as `C12`.
  public var cell: String?
  /// What stands in the cell.
  public var value: String?

  public init(
    file: String, sheet: String? = nil, table: String? = nil, line: Int? = nil,
    column: String? = nil, cell: String? = nil, value: String? = nil
  ) {
    self.table = table
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.cell = cell
    self.value = value
  }

  /// `tệp "a.csv", dòng 12, cột "tỷ lệ số hóa", ô "85"`.
  public var text: String {
    var parts = ["tệp \(Wording.quotedPath(file))"]
    if let sheet { parts.append("trang \(Wording.quoted(sheet))") }
    if let table { parts.append("bảng \(Wording.quoted(table))") }
    if let cell { parts.append("ô \(cell)") }
    if let line, cell == nil { parts.append("dòng \(line)") }
    if let column { parts.append("cột \(Wording.quoted(column))") }
    if let value {
      let shown = Wording.quoted(value)
      if cell == nil {
        parts.append(value.isEmpty ? "ô trống" : "ô \(shown)")
      } else {
        parts.append(value.isEmpty ? "để trống" : "giá trị \(shown)")
      }
    }
    return parts.joined(separator: ", ")
  }
}
