// The untyped tree, part 2: declarations in the order they are written.
//
// Order never matters to the checker; it is kept for the formatter. One struct a head of
// `Keyword.heads`. Fields that a declaration does not use are empty, never half filled.

import ThiDuaNumber
import ThiDuaText

/// One file, parsed. Errors went to the sink; what could not be understood is left out.
public struct Script: Sendable {
  public var items: [Item]
  public var source: Source
  /// A module of the standard library, which steps back where a script says otherwise.
  public var isLibrary = false
  /// Typed at the console: its rows may change rows that are there.
  public var isTyped = false
  public init(items: [Item], source: Source) {
    self.items = items
    self.source = source
  }
}

public enum Item: Sendable {
  case campaign(CampaignDeclaration)
  case document(DocumentDeclaration)
  case subjectKind(SubjectKindDeclaration)
  case cluster(ClusterDeclaration)
  case parameter(ParameterDeclaration)
  case scale(ScaleDeclaration)
  case holidays(HolidayDeclaration)
  case group(GroupDeclaration)
  case criterion(CriterionDeclaration)
  case adjustment(AdjustmentDeclaration)
  case scoringMethod(ScoringMethodDeclaration)
  case judgingMethod(JudgingMethodDeclaration)
  case scoreColumns(ScoreColumnsDeclaration)
  case column(ColumnDeclaration)
  case decisionTable(DecisionTableDeclaration)
  case classification(ClassificationDeclaration)
  case ranking(RankingDeclaration)
  case award(AwardDeclaration)
  case council(CouncilDeclaration)
  case requirement(RequirementDeclaration)
  case cancellation(CancellationDeclaration)
  case process(ProcessDeclaration)
  case closing(ClosingDeclaration)
  case data(DataDeclaration)
  case example(ExampleDeclaration)
  case function(FunctionDeclaration)
  case importing(ImportDeclaration)
  case inheriting(ImportDeclaration)
  case amendment(Amendment)
  case unit(UnitDeclaration)
  case action(Statement)
  case scenario(ScenarioDeclaration)
  case request(CampaignRequest)
}

/// `HEAD [NAME or CODE] ["Title"] [của KIND] [trong mỗi G]`.
public struct Header: Sendable {
  /// Head and code, the title, or the NAME alone: what the rest of the script calls it.
  public var name: Name
  /// The code after the head: `1.1`, `2`, `ngành`; nil when the title is the name.
  public var code: String?
  public var title: String?
  public var kind: Name?
  public var group: Expression?
  /// From the head to the end of the header line.
  public var span: Span
  public init(
    name: Name, code: String?, title: String?, kind: Name?, group: Expression?, span: Span
  ) {
    self.name = name
    self.code = code
    self.title = title
    self.kind = kind
    self.group = group
    self.span = span
  }
}

/// `căn cứ HD10 "mục II.3"`.
public struct Basis: Sendable {
  public var label: Name
  public var clause: String?
  public var span: Span
  public init(label: Name, clause: String?, span: Span) {
    self.label = label
    self.clause = clause
    self.span = span
  }
}

/// One line `PHRASE {; PHRASE}: VALUE {; VALUE} {, clause}` of an attribute block.
public struct Attribute: Sendable {
  public var names: [Name]
  public var values: [Expression]
  /// `, viết tắt "BTCTU"` → name `viết tắt` and its values; `, khóa` → no value.
  public var clauses: [Clause]
  public var span: Span

  public struct Clause: Sendable {
    public var name: Name
    public var values: [Expression]
    public init(name: Name, values: [Expression]) {
      self.name = name
      self.values = values
    }
  }

  public init(names: [Name], values: [Expression], clauses: [Clause], span: Span) {
    self.names = names
    self.values = values
    self.clauses = clauses
    self.span = span
  }
}

/// `phong trào "…"` with attribute lines.
public struct CampaignDeclaration: Sendable {
  public var header: Header
  public var attributes: [Attribute]
  public init(header: Header, attributes: [Attribute]) {
    self.header = header
    self.attributes = attributes
  }
}

/// `văn bản HD10 "Hướng dẫn …", kèm theo "Quyết định …"`.
public struct DocumentDeclaration: Sendable {
  public var label: Name
  public var title: String
  public var attachedTo: String?
  public var span: Span
  public init(label: Name, title: String, attachedTo: String?, span: Span) {
    self.label = label
    self.title = title
    self.attachedTo = attachedTo
    self.span = span
  }
}

/// `đối tượng tập thể … hết`.
public struct SubjectKindDeclaration: Sendable {
  public var header: Header
  public var fields: [FieldDeclaration]
  /// `khóa: a; b`: a compound key.
  public var compoundKey: [Name]
  public init(header: Header, fields: [FieldDeclaration], compoundKey: [Name]) {
    self.header = header
    self.fields = fields
    self.compoundKey = compoundKey
  }
}

/// One field; `a; b: số lượng` gives two.
public struct FieldDeclaration: Sendable {
  public var name: Name
  /// `số`, `số lượng`, `tỷ lệ`, `chữ`, `ngày`, `có/không`, a scale, a subject kind.
  public var kind: Name
  public var isKey = false
  public var mayBeBlank = false
  public var mayBeNotApplicable = false
  public var bounds: Bounds?
  public var step: Expression?
  /// `đơn vị tính buổi`, with the place of the unit.
  public var unit: (unit: Unit, span: Span)?
  public var defaultValue: Expression?
  /// `lập danh sách thành viên`: the inverse list on the referred subject.
  public var inverseName: Name?
  /// `tên khác "…"`: column titles accepted for this field in data.
  public var aliases: [String] = []
  public var span: Span
  public init(name: Name, kind: Name, span: Span) {
    self.name = name
    self.kind = kind
    self.span = span
  }
}

/// `cụm 1 "Cụm thi đua số 1", căn cứ TB60` with attribute lines.
public struct ClusterDeclaration: Sendable {
  public var header: Header
  public var basis: [Basis]
  public var attributes: [Attribute]
  public init(header: Header, basis: [Basis], attributes: [Attribute]) {
    self.header = header
    self.basis = basis
    self.attributes = attributes
  }
}

/// `tham số lương cơ sở = 2.340.000 đồng, từ 1/7/2024`.
public struct ParameterDeclaration: Sendable {
  public var name: Name
  public var value: Expression
  public var effectiveFrom: CalendarDate?
  /// `áp dụng theo ngày quyết định`: the subject's own date decides which value holds.
  public var appliesBy: Expression?
  /// `để trống thì theo quy định cũ` (false) or `mới` (true).
  public var blankFollowsNew: Bool?
  public var basis: [Basis]
  public var span: Span
  public init(
    name: Name, value: Expression, effectiveFrom: CalendarDate?, appliesBy: Expression? = nil,
    basis: [Basis], span: Span
  ) {
    self.name = name
    self.value = value
    self.effectiveFrom = effectiveFrom
    self.appliesBy = appliesBy
    self.basis = basis
    self.span = span
  }
}

/// `thang bậc mức kỷ luật, từ thấp lên cao: "Không"; "Khiển trách"`; `levels` is lowest first.
public struct ScaleDeclaration: Sendable {
  public var name: Name
  public var levels: [(text: String, span: Span)]
  public var writtenLowestFirst: Bool
  public var span: Span
  public init(
    name: Name, levels: [(text: String, span: Span)], writtenLowestFirst: Bool, span: Span
  ) {
    self.name = name
    self.levels = levels
    self.writtenLowestFirst = writtenLowestFirst
    self.span = span
  }
}

/// `ngày nghỉ: 1/1/2026; 16/2/2026 .. 20/2/2026`: days that `số ngày làm việc` leaves out;
/// `ngày làm bù: 28/2/2026`: week-ends that it counts.
public struct HolidayDeclaration: Sendable {
  public var days: [Expression]
  public var areWorked: Bool
  public var span: Span
  public init(days: [Expression], areWorked: Bool, span: Span) {
    self.days = days
    self.areWorked = areWorked
    self.span = span
  }
}

/// `đơn vị tính báo cáo; cuộc`: units the script adds.
public struct UnitDeclaration: Sendable {
  public var units: [Unit]
  public var span: Span
  public init(units: [Unit], span: Span) {
    self.units = units
    self.span = span
  }
}

/// `dùng "tệp"` or a module of the standard library.
public struct ImportDeclaration: Sendable {
  public var path: String
  public var span: Span
  public init(path: String, span: Span) {
    self.path = path
    self.span = span
  }
}

/// `NAME của KIND = E`, suffixes, or tier lines; then lines `riêng trường hợp`, `căn cứ`.
public struct ColumnDeclaration: Sendable {
  public var header: Header
  /// nil when the value is given by tier lines.
  public var value: Expression?
  public var suffixes: Suffixes
  public var lines: [RuleLine]
  /// Rules that take its place from a date on, by date.
  public var later: [LaterVersion<ColumnDeclaration>] = []
  public init(header: Header, value: Expression?, suffixes: Suffixes, lines: [RuleLine]) {
    self.header = header
    self.value = value
    self.suffixes = suffixes
    self.lines = lines
  }
}

/// `cột điểm của KIND: tự chấm; thẩm định là chính thức`.
public struct ScoreColumnsDeclaration: Sendable {
  public var kind: Name
  public var columns: [Name]
  /// The one that counts.
  public var official: Name
  public var span: Span
  public init(kind: Name, columns: [Name], official: Name, span: Span) {
    self.kind = kind
    self.columns = columns
    self.official = official
    self.span = span
  }
}

/// `yêu cầu của KIND: C` (blocks) or `cảnh báo …` (is listed).
public struct RequirementDeclaration: Sendable {
  public var isWarning: Bool
  public var kind: Name?
  public var condition: Expression
  /// `yêu cầu giải trình khi C`: the condition that asks for an explanation.
  public var asksExplanation: Bool
  public var message: Expression?
  public var basis: [Basis]
  public var span: Span
  public init(
    isWarning: Bool, kind: Name?, condition: Expression, asksExplanation: Bool,
    message: Expression?, basis: [Basis], span: Span
  ) {
    self.isWarning = isWarning
    self.kind = kind
    self.condition = condition
    self.asksExplanation = asksExplanation
    self.message = message
    self.basis = basis
    self.span = span
  }
}

/// `hủy kết quả của tập thể "A"; tập thể "B", căn cứ QĐ45 "Điều 1"`.
public struct CancellationDeclaration: Sendable {
  /// Each names one subject.
  public var subjects: [Expression]
  public var basis: [Basis]
  public var span: Span
  public init(subjects: [Expression], basis: [Basis], span: Span) {
    self.subjects = subjects
    self.basis = basis
    self.span = span
  }
}

/// `hội đồng ngành "…"`, attribute lines.
public struct CouncilDeclaration: Sendable {
  public var header: Header
  public var attributes: [Attribute]
  public init(header: Header, attributes: [Attribute]) {
    self.header = header
    self.attributes = attributes
  }
}

/// `dữ liệu tập thể từ "tap-the.csv"` or inline `|` rows; `lịch sử cá nhân …` likewise.
public struct DataDeclaration: Sendable {
  /// What a row stands for.
  public enum Rows: Sendable {
    /// A subject.
    case subjects
    /// The results of a subject in one past year.
    case years
    /// One award a subject was given in a past year.
    case awards
    /// The points of a subject for one criterion: `dữ liệu điểm của tập thể …`.
    case criteria

    /// Whether the rows are of past years.
    public var isPast: Bool { self == .years || self == .awards }
  }
  public var kind: Name
  public var rows: Rows
  /// The columns that a score sheet's header lists.
  public var pointColumns: [Name] = []
  /// nil: the rows follow inline.
  public var file: (path: String, span: Span)?
  /// `bảng "don_vi"`: the table of a SQLite file.
  public var databaseTable: (text: String, span: Span)?
  /// `từ kho "kho.sqlite"`: the file is a store of past runs.
  public var isStore = false
  /// Which part of a workbook; nil: nothing is said of it.
  public var sheet: SheetClauses?
  /// `bảng mã TCVN3`: how a file older than Unicode was written; nil: recognised.
  public var encoding: (value: OldEncoding, span: Span)?
  public var style: NumberStyle?
  /// `cột "Tỷ lệ HT (%)" là tỷ lệ hoàn thành[, tính theo %]`.
  public var columns: [ColumnMapping]
  /// `bỏ qua cột "…"`: columns that are known and not used.
  public var ignored: [String]
  public var table: InlineTable?
  public var span: Span

  public struct ColumnMapping: Sendable {
    public var title: String
    public var field: Name
    /// `, tính theo phần trăm`: 85 in the cell means 85%.
    public var isPercentNumber: Bool
    public var span: Span
    public init(title: String, field: Name, isPercentNumber: Bool, span: Span) {
      self.title = title
      self.field = field
      self.isPercentNumber = isPercentNumber
      self.span = span
    }
  }

  public init(
    kind: Name, rows: Rows = .subjects, file: (path: String, span: Span)?,
    databaseTable: (text: String, span: Span)? = nil, style: NumberStyle?,
    columns: [ColumnMapping], ignored: [String], table: InlineTable?, span: Span
  ) {
    self.rows = rows
    self.databaseTable = databaseTable
    self.kind = kind
    self.file = file
    self.style = style
    self.columns = columns
    self.ignored = ignored
    self.table = table
    self.span = span
  }
}

/// `trang "Cụm 1", dòng tiêu đề 4 đến 5, đến dòng 25, điền ô gộp`: where in a workbook the rows stand.
public struct SheetClauses: Sendable {
  /// nil: the only sheet that is not hidden.
  public var name: (text: String, span: Span)?
  /// As Excel numbers rows; nil: where most titles stand.
  public var headerRows: (rows: ClosedRange<Int>, span: Span)?
  /// nil: the last row with anything in it.
  public var lastRow: (row: Int, span: Span)?
  /// Every row of a merged block has the block's value.
  public var fillsMerges = false
  /// The first of these clauses.
  public var span: Span
  public init(span: Span) { self.span = span }
}

/// Rows `| a | b |`; the first is the header. Cells are raw, trimmed.
public struct InlineTable: Sendable {
  public struct Cell: Sendable {
    public var text: String
    public var span: Span
    public init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }
  public var header: [Cell]
  public var rows: [[Cell]]
  public var span: Span
  public init(header: [Cell], rows: [[Cell]], span: Span) {
    self.header = header
    self.rows = rows
    self.span = span
  }
}

/// `ví dụ "…"`: own rows, overrides, then `kết quả C` lines; closes with `hết`.
public struct ExampleDeclaration: Sendable {
  public var title: String
  public var data: [DataDeclaration]
  /// `đặt x = E` lines, in order, before the results that use them.
  public var bindings: [(name: Name, value: Expression)]
  public var results: [(condition: Expression, span: Span)]
  public var span: Span
  public init(
    title: String, data: [DataDeclaration], bindings: [(name: Name, value: Expression)],
    results: [(condition: Expression, span: Span)], span: Span
  ) {
    self.title = title
    self.data = data
    self.bindings = bindings
    self.results = results
    self.span = span
  }
}
