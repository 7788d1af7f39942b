// What a store keeps of a run, as plain data. In: made by the façade from a campaign that was reckoned, or
// read back from a store. Out: the same. Invariant: every value is text that tells the exact value; a cell
// is asked for only when it is written, so a run of a million cells is never held twice.

/// A run to be stored.
public struct RunRecord {
  /// The campaign's title and year, and the name of its script's file: together they tell campaigns apart.
  public var title: String
  public var year: Int
  public var script: String
  /// The day the data was closed, `2026-11-20`, where the script says so.
  public var closing: String?
  /// The version of this program.
  public var program: String
  /// What the run read, the main script first.
  public var files: [StoredFile]
  public var kinds: [KindRecord]

  public init(
    title: String, year: Int, script: String, closing: String?, program: String,
    files: [StoredFile], kinds: [KindRecord]
  ) {
    self.title = title
    self.year = year
    self.script = script
    self.closing = closing
    self.program = program
    self.files = files
    self.kinds = kinds
  }
}

/// A file a run read.
public struct StoredFile: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case script = "kịch bản"
    case data = "số liệu"
    /// A table of a database, as the text of a CSV file; the database itself may be anybody's.
    case table = "bảng"
    /// What a `lịch sử … từ kho` read, as the text of a CSV file.
    case history = "lịch sử"
  }
  public var kind: Kind
  /// As seen from the folder of the main script.
  public var name: String
  public var table: String?
  public var bytes: [UInt8]

  public init(_ kind: Kind, name: String, table: String? = nil, bytes: [UInt8]) {
    self.kind = kind
    self.name = name
    self.table = table
    self.bytes = bytes
  }
}

/// The subjects of one kind with their columns.
public struct KindRecord {
  public var name: String
  public var subjects: [SubjectRecord]
  public var columns: [ColumnRecord]

  public init(name: String, subjects: [SubjectRecord], columns: [ColumnRecord]) {
    self.name = name
    self.subjects = subjects
    self.columns = columns
  }
}

/// A subject as people find it: its key (empty without one) and its name.
public struct SubjectRecord: Sendable, Hashable {
  public var key: String
  public var name: String

  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }
}

/// A column of a kind.
public struct ColumnRecord {
  public var name: String
  public var title: String?
  public var kind: StoredKind
  public var role: StoredRole
  /// The cell of a subject, by its place among the subjects.
  public var cell: (Int) -> CellRecord
  /// Why a subject's value is what it is, as lines to read (see `StoredReason`); nil where nothing is reckoned.
  public var reason: ((Int) -> String)?

  public init(
    name: String, title: String?, kind: StoredKind, role: StoredRole,
    reason: ((Int) -> String)? = nil, cell: @escaping (Int) -> CellRecord
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.role = role
    self.reason = reason
    self.cell = cell
  }
}

/// How the text of a value is meant.
public enum StoredKind: String, Sendable {
  /// `97.25` or `1/3`, exactly.
  case number = "số"
  /// Likewise: `17/20` or `0.85` is 85%.
  case ratio = "tỷ lệ"
  case text = "chữ"
  /// `2026-10-14`.
  case date = "ngày"
  /// `có` or `không`.
  case truth = "có/không"
  /// The name of a level.
  case level = "mức"
  /// The name of a state: `đạt`, `không đạt`, `chờ hội đồng`, `chưa xét`.
  case award = "danh hiệu"
  /// The key of another subject.
  case subject = "đối tượng"
  /// As `in` prints it.
  case list = "danh sách"
}

/// What a column is to the campaign.
public enum StoredRole: String, Sendable {
  case input = "số liệu"
  case score = "điểm"
  case rank = "hạng"
  case level = "mức"
  case award = "danh hiệu"
  case other = "khác"

  /// What people ask about first: its reasons are kept as plain text, for whoever has only SQLite.
  var isDecision: Bool { self == .rank || self == .level || self == .award }
}

/// A value with the place it was read from.
public struct CellRecord: Sendable, Equatable {
  /// Nil for a blank and for what does not apply.
  public var value: String?
  public var isNotApplicable: Bool
  public var place: CellPlace?
  public var line: Int?

  public init(
    _ value: String?, isNotApplicable: Bool = false, place: CellPlace? = nil, line: Int? = nil
  ) {
    self.value = value
    self.isNotApplicable = isNotApplicable
    self.place = place
    self.line = line
  }
}

/// The part of a cell's place that a whole column shares.
public struct CellPlace: Sendable, Hashable {
  public var file: String
  /// A sheet of a workbook or a table of a database.
  public var sheet: String?
  /// The title of the column.
  public var column: String?
  /// The letters of the column in a workbook.
  public var letters: String?

  public init(file: String, sheet: String?, column: String?, letters: String?) {
    self.file = file
    self.sheet = sheet
    self.column = column
    self.letters = letters
  }
}
