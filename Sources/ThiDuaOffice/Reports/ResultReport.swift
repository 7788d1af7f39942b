// What a finished report shows, as plain data. In: filled by the façade from a loaded campaign. Out: read
// by the writers of the page and of the result workbook. Invariant: every row has one cell a column, in
// the order of the columns; nothing here knows a rule, and nothing is formatted twice: `text` is what
// the program prints everywhere else.

import ThiDuaNumber

/// All that a campaign has to hand over: results by kind and group, who is proposed, why.
public struct ResultReport {
  /// A label with its value, as the script declares them: `Chủ đề`, `Khẩu hiệu`.
  public struct Fact: Equatable {
    public var label: String
    public var value: String
    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// A legal document the rules cite.
  public struct Document: Equatable {
    /// `HD10`.
    public var label: String
    /// As a reader writes it: `Hướng dẫn số 10-HD/BTCTU, ngày …`.
    public var text: String
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// Where a cell stands.
  public struct Place: Hashable {
    public var board: Int
    public var group: Int
    public var row: Int
    public var column: Int
    public init(board: Int, group: Int, row: Int, column: Int) {
      self.board = board
      self.group = group
      self.row = row
      self.column = column
    }
  }

  /// The campaign's title, or the script's name when it declares none.
  public var title: String
  public var facts: [Fact]
  public var boards: [Board]
  public var awards: [AwardList]
  /// Something is assumed while this is handed over; the notices say what.
  public var isHypothetical: Bool
  /// Warnings of the run, as sentences.
  public var notices: [String]
  public var documents: [Document]
  /// Script, data files and the version that reckoned, as `Kịch bản` → `phong-trao.thidua`.
  public var origin: [Fact]
  /// Why a cell has its value; nil for what is read from data or has nothing to explain. Reckoned when
  /// asked for: about a millisecond each.
  public var reason: (Place) -> Reason?

  public init(
    title: String, facts: [Fact] = [], boards: [Board] = [], awards: [AwardList] = [],
    notices: [String] = [], documents: [Document] = [], origin: [Fact] = [],
    isHypothetical: Bool = false,
    reason: @escaping (Place) -> Reason? = { _ in nil }
  ) {
    self.title = title
    self.facts = facts
    self.boards = boards
    self.awards = awards
    self.isHypothetical = isHypothetical
    self.notices = notices
    self.documents = documents
    self.origin = origin
    self.reason = reason
  }

  /// The results of one kind of subject.
  public struct Board {
    /// `tập thể`, `cá nhân`.
    public var kind: String
    public var columns: [Column]
    /// By cluster, in the order of the clusters; one without a name when nothing parts the subjects.
    public var groups: [Group]
    /// What parts them is called: `Cụm`, `Khối`.
    public var groupTitle: String
    public init(kind: String, columns: [Column], groups: [Group], groupTitle: String = "Cụm") {
      self.kind = kind
      self.columns = columns
      self.groups = groups
      self.groupTitle = groupTitle
    }
    public var rowCount: Int { groups.reduce(0) { $0 + $1.rows.count } }
  }

  public struct Column: Equatable {
    /// What a column is in the office's tables.
    public enum Role: Equatable, Sendable {
      case key, name
      /// Another input worth showing.
      case field
      /// A group of criteria (`nhóm`).
      case group
      /// One criterion; `parent` is its group's column.
      case criterion
      case bonus, deduction
      /// What ranks and levels hang on.
      case total
      case level, rank, award
      /// Why an award is or is not proposed, in words.
      case note
      /// Any other computed column.
      case other
    }
    public enum Form: Equatable, Sendable {
      case number, ratio, date, text
    }
    /// As the script calls it.
    public var name: String
    /// As a table's head shows it.
    public var title: String
    public var role: Role
    public var form: Form
    /// The most points there can be.
    public var maximum: Exact?
    public var basis: [String]
    /// Index of the group's column.
    public var parent: Int?
    /// The scale of a level, best first.
    public var levels: [String]
    public init(
      name: String, title: String, role: Role, form: Form, maximum: Exact? = nil,
      basis: [String] = [], parent: Int? = nil, levels: [String] = []
    ) {
      self.name = name
      self.title = title
      self.role = role
      self.form = form
      self.maximum = maximum
      self.basis = basis
      self.parent = parent
      self.levels = levels
    }
  }

  /// A cluster, or all subjects of a kind.
  public struct Group {
    /// `Cụm thi đua số 1`; empty when nothing parts the subjects.
    public var name: String
    /// Head, deputies, who follows the cluster.
    public var facts: [Fact]
    /// In the order of the ranking; without one, of the data.
    public var rows: [Row]
    public init(name: String, facts: [Fact] = [], rows: [Row]) {
      self.name = name
      self.facts = facts
      self.rows = rows
    }
  }

  /// One subject.
  public struct Row {
    public var key: String
    public var name: String
    public var cells: [Cell]
    public init(key: String, name: String, cells: [Cell]) {
      self.key = key
      self.name = name
      self.cells = cells
    }
  }

  public struct Cell: Equatable {
    public enum State: Equatable, Sendable {
      case filled
      /// `trống`: not scored yet.
      case blank
      /// `không áp dụng`.
      case notApplicable
    }
    /// As `in` prints it.
    public var text: String
    /// The exact number of a number or a ratio (85% is 17/20).
    public var number: Exact?
    public var state: State
    public init(_ text: String, number: Exact? = nil, state: State = .filled) {
      self.text = text
      self.number = number
      self.state = state
    }
  }

  /// Who is proposed for one award, and who waits for the council.
  public struct AwardList {
    public struct Line: Equatable {
      public var group: String
      public var key: String
      public var name: String
      /// `đạt`, `chờ hội đồng`, `chưa xét`.
      public var state: String
      /// Why, in a few words; empty when the award is simply met.
      public var note: String
      public init(group: String, key: String, name: String, state: String, note: String) {
        self.group = group
        self.key = key
        self.name = name
        self.state = state
        self.note = note
      }
    }
    /// `Tập thể xuất sắc`.
    public var title: String
    public var kind: String
    public var basis: [String]
    public var lines: [Line]
    public init(title: String, kind: String, basis: [String], lines: [Line]) {
      self.title = title
      self.kind = kind
      self.basis = basis
      self.lines = lines
    }
  }

  /// A value with its reasons, down to the cells of the data.
  public struct Reason: Equatable {
    public enum Role: Equatable, Sendable {
      /// The value above is reckoned from this one.
      case operand
      /// A condition that decided.
      case condition
      /// Something to know.
      case remark
    }
    public var role: Role
    /// The column, the line of the rule or the expression, as written.
    public var label: String
    /// Whose value it is, where that is not evident.
    public var owner: String?
    /// The value as `in` prints it.
    public var shown: String
    /// Why this line or bound applies, a sentence without final period.
    public var sentence: String?
    /// The line of the script: `phong-trao.thidua:42`.
    public var rule: String?
    /// The cell of the data: `tap-the.csv, dòng 4, cột "số sáng kiến"`.
    public var cell: String?
    public var basis: [String]
    public var parts: [Reason]
    public init(
      role: Role = .operand, label: String, owner: String? = nil, shown: String,
      sentence: String? = nil, rule: String? = nil, cell: String? = nil, basis: [String] = [],
      parts: [Reason] = []
    ) {
      self.role = role
      self.label = label
      self.owner = owner
      self.shown = shown
      self.sentence = sentence
      self.rule = rule
      self.cell = cell
      self.basis = basis
      self.parts = parts
    }
  }
}
