// The checked tree, part 2: the whole program. What the compiler turns into code and the domain
// runtime into columns. Produced only by `check`; nothing in it is half filled.
//
// Every rule of the script is a column of a subject kind: a criterion's score, a group's sum, a level,
// a rank, an award. `order` lists the columns to compute so that each comes after what it needs.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

public struct CheckedProgram: Sendable {
  public var subjectKinds: [SubjectKind] = []
  public var scales: [Scale] = []
  public var globals: [Global] = []
  public var functions: [Function] = []
  /// Computed columns and requirements, each after what it depends on.
  public var order: [Step] = []
  public var requirements: [Requirement] = []
  public var data: [DataBinding] = []
  /// The actions of the script, top to bottom, as one procedure without parameters.
  public var main = Body()
  /// The same actions with the questions between them, in order; empty when nothing is asked.
  public var parts: [MainPart] = []
  public var scenarios: [ScenarioDeclaration] = []
  public var outputs: [Output] = []
  public var questions: [Question] = []
  public var examples: [Example] = []
  public var campaign = Campaign()
  public var processes: [Process] = []
  /// The columns of progress data; nil without a process.
  public var progress: ProgressColumns?
  public var closings: [Closing] = []
  /// Days off between Monday and Friday, and week-ends that are worked; each once, in order.
  public var holidays: [Int32] = []
  public var workedDays: [Int32] = []
  public var sources = SourceMap()

  public init() {}
}

/// A stretch of the main program. Questions change what the actions after them see, so a program that
/// asks any is carried out part by part, as if it were typed.
public enum MainPart: Sendable {
  case actions([Statement])
  case request(CampaignRequest)
}

public enum Step: Hashable, Sendable {
  case column(ColumnReference)
  case requirement(Int)
}

public struct ColumnReference: Hashable, Sendable {
  public var kind: Int
  public var column: Int
  public init(kind: Int, column: Int) {
    self.kind = kind
    self.column = column
  }
}

public struct SubjectKind: Sendable {
  /// As the script writes it: `tập thể`.
  public var name: String
  public var columns: [Column]
  /// Columns that together identify a subject; empty: rows have no key (they are numbered).
  public var key: [Int]
  /// The column people call a subject by (`tên`, `họ tên`), if there is one.
  public var nameColumn: Int?
  /// Further text columns that identify a subject (`cụm 1` beside its title).
  public var aliasColumns: [Int]
  /// Rows that declarations give (`cụm 1 "…"`): one expression an input column, in column order (blank where
  /// nothing is said); a reference is a `find` that is evaluated once the data is loaded.
  public var declaredRows: [[Expr]]
  /// Set for the rows of `lịch sử`.
  public var history: HistoryRows?
  /// Groups, criteria, bonuses and penalties, as declared.
  public var scored: [ScoredColumn]
  public init(
    name: String, columns: [Column] = [], key: [Int] = [], nameColumn: Int? = nil,
    aliasColumns: [Int] = [], declaredRows: [[Expr]] = [], history: HistoryRows? = nil,
    scored: [ScoredColumn] = []
  ) {
    self.history = history
    self.scored = scored
    self.name = name
    self.columns = columns
    self.key = key
    self.nameColumn = nameColumn
    self.aliasColumns = aliasColumns
    self.declaredRows = declaredRows
  }
}

/// What a column of points is in the regulation.
public struct ScoredColumn: Sendable {
  public enum Role: Sendable { case criterion, group, bonus, penalty }
  public var column: Int
  public var role: Role
  /// The most points there can be; nil when none is written or it hangs on the subject.
  public var maximum: Exact?
  /// The column of the group a criterion belongs to.
  public var group: Int?
}

/// What must be seen to when the rows of a `lịch sử` are read: who left the rows blank, years given
/// twice, rows of the present year, awards under other spellings.
public struct HistoryRows: Sendable {
  /// The subject the row is about; blank after reading when this year's data has no such subject.
  public var owner: Int
  /// The columns that name the subject when its key has several fields, in the order of the key; empty: the
  /// cells of `owner` name it.
  public var keyParts: [Int]
  public var year: Int
  /// In a list of awards: the column that names the award.
  public var award: Int?
  /// The awards the script knows: the lookup key of each spelling and the name rules compare with.
  public var awardNames: [(key: String, name: String)]
  public var currentYear: Int
  public init(
    owner: Int, keyParts: [Int] = [], year: Int, award: Int?,
    awardNames: [(key: String, name: String)], currentYear: Int
  ) {
    self.owner = owner
    self.keyParts = keyParts
    self.year = year
    self.award = award
    self.awardNames = awardNames
    self.currentYear = currentYear
  }
}

public struct Column: Sendable {
  /// As the script writes it: `tiêu chí 1.1`.
  public var name: String
  public var kind: Kind
  public var source: ColumnSource
  /// Made by the checker, never shown.
  public var isHidden: Bool
  /// Where the rule stands, its title and legal basis.
  public var rule: RuleInformation
  public init(
    name: String, kind: Kind, source: ColumnSource, isHidden: Bool = false,
    rule: RuleInformation
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.isHidden = isHidden
    self.rule = rule
  }
}

public struct RuleInformation: Sendable {
  public var span: Span
  public var title: String?
  /// `HD10 "mục II.3"` as a reader writes it: "Hướng dẫn số 10…, mục II.3".
  public var basis: [String]
  public init(span: Span, title: String? = nil, basis: [String] = []) {
    self.span = span
    self.title = title
    self.basis = basis
  }
}

public enum ColumnSource: Sendable {
  /// Read from data.
  case input(InputRule)
  /// One value a row; slot 0 is the row.
  case computed(Computation)
  /// The subjects of `kind` whose reference column `column` points at this row, in data order.
  case inverse(kind: Int, column: Int)
  /// One value a group, the same for all its rows.
  case grouped(GroupAggregate)
  case rank(RankRule)
  case award(AwardRule)
  /// Levels after `hạn mức`.
  case limitedLevel(LevelLimit)
}

public struct Computation: Sendable {
  public var expression: Expr
  public var localCount: Int
  public init(expression: Expr, localCount: Int) {
    self.expression = expression
    self.localCount = localCount
  }
}

/// What a data cell of a field must satisfy.
public struct InputRule: Sendable {
  public var mayBeBlank = false
  public var mayBeNotApplicable = false
  public var lower: (value: Exact, isInclusive: Bool)?
  public var upper: (value: Exact, isInclusive: Bool)?
  public var step: Exact?
  /// What its numbers count, as the script writes it: `buổi`.
  public var unit: String?
  /// A constant used when the cell is blank.
  public var defaultValue: Expr?
  /// Other column titles accepted in data.
  public var aliases: [String] = []
  /// Cells may be blank, but the data must have the column.
  public var needsColumn = false
  /// A reference that names nobody is noted and left blank.
  public var mayNameNobody = false
  /// A reference that no cell names: it is found by the other columns that hold the key.
  public var isJoined = false
  public init() {}
}

/// `cao nhất(tỷ lệ vượt trong cùng cụm mà C)`: all operands are columns of the same kind.
public struct GroupAggregate: Sendable {
  public var fold: Fold
  /// nil with `count`.
  public var value: Int?
  /// A condition column; nil: all rows.
  public var filter: Int?
  /// nil: all rows are one group.
  public var group: Int?
  public init(fold: Fold, value: Int?, filter: Int?, group: Int?) {
    self.fold = fold
    self.value = value
    self.filter = filter
    self.group = group
  }
}

/// An order by columns; blanks last; rows that are equal in all keys keep data order.
public struct ColumnOrder: Sendable {
  public var column: Int
  public var isDescending: Bool
  public init(column: Int, isDescending: Bool) {
    self.column = column
    self.isDescending = isDescending
  }
}

public struct RankRule: Sendable {
  /// A condition column: who is ranked; nil: everybody. The others' rank is blank.
  public var eligible: Int?
  public var keys: [ColumnOrder]
  public var group: Int?
  public var ties: RankingDeclaration.Ties
  public init(
    eligible: Int?, keys: [ColumnOrder], group: Int?, ties: RankingDeclaration.Ties
  ) {
    self.eligible = eligible
    self.keys = keys
    self.group = group
    self.ties = ties
  }
}

public struct QuotaRule: Sendable {
  /// A number column: the share, or the places themselves when `base` is absolute; it must be the same in a group.
  public var amount: Int
  public var base: Base
  public var group: Int?
  public var rounding: Quota.HeadCount
  public var span: Span
  public enum Base: Sendable {
    /// Rows for which the condition column holds; nil: all rows.
    case rows(where: Int?)
    /// Rows whose state before the quota is `đạt`.
    case eligible
    case absolute
  }
  public init(amount: Int, base: Base, group: Int?, rounding: Quota.HeadCount, span: Span) {
    self.amount = amount
    self.base = base
    self.group = group
    self.rounding = rounding
    self.span = span
  }
}

/// Turns states before the quota into states after it. Every quota must leave room for a subject to be
/// `đạt`; those equal in `order` at the last place are `chờ hội đồng` together, and nobody after them gets it.
public struct AwardRule: Sendable {
  /// An award column: the state by conditions alone.
  public var state: Int
  public var quotas: [QuotaRule]
  public var order: [ColumnOrder]
  /// `trong đó ít nhất 30% là C`: a number column and a condition column.
  public var minimumShare: (share: Int, condition: Int)?
  /// A condition column: whose state is `chưa xét` only because another award is open, and who may still need
  /// a place; nil: nobody's can be.
  public var hanging: Int?
  public init(
    state: Int, quotas: [QuotaRule], order: [ColumnOrder],
    minimumShare: (share: Int, condition: Int)? = nil, hanging: Int? = nil
  ) {
    self.hanging = hanging
    self.state = state
    self.quotas = quotas
    self.order = order
    self.minimumShare = minimumShare
  }
}

/// `hạn mức "A" không quá …; vượt thì xếp "B"`: rows at `level` beyond the quota get `demotedTo`.
public struct LevelLimit: Sendable {
  /// A level column: before the limit.
  public var level: Int
  public var limited: Int
  public var demotedTo: Int
  public var quota: QuotaRule
  /// Who keeps the level first; ties at the last place are a run error that asks for a further order.
  public var order: [ColumnOrder]
  public init(level: Int, limited: Int, demotedTo: Int, quota: QuotaRule, order: [ColumnOrder]) {
    self.level = level
    self.limited = limited
    self.demotedTo = demotedTo
    self.quota = quota
    self.order = order
  }
}

/// An ordered scale, lowest level first.
public struct Scale: Sendable {
  public var name: String
  public var levels: [String]
  public init(name: String, levels: [String]) {
    self.name = name
    self.levels = levels
  }
}

/// A parameter or a variable of the main program. Parameters are set before any column is computed.
public struct Global: Sendable {
  public var name: String
  public var kind: Kind
  /// The parameter's value; nil for a variable that an action sets.
  public var parameter: Expr?
  public var span: Span
  public init(name: String, kind: Kind, parameter: Expr?, span: Span) {
    self.name = name
    self.kind = kind
    self.parameter = parameter
    self.span = span
  }
}

/// One instance of a function: the same source may be checked for several kinds of argument.
public struct Function: Sendable {
  public var name: String
  public var parameterCount: Int
  public var result: Kind
  public var body: Body
  /// May print or write files.
  public var isProcedure: Bool
  public var span: Span
  public init(
    name: String, parameterCount: Int, result: Kind, body: Body, isProcedure: Bool, span: Span
  ) {
    self.name = name
    self.parameterCount = parameterCount
    self.result = result
    self.body = body
    self.isProcedure = isProcedure
    self.span = span
  }
}

/// Statements over a frame of locals; a function that ends without `trả về` gives blank.
public struct Body: Sendable {
  public var statements: [CheckedStatement]
  public var localCount: Int
  public init(statements: [CheckedStatement] = [], localCount: Int = 0) {
    self.statements = statements
    self.localCount = localCount
  }
}

public struct CheckedStatement: Sendable {
  public indirect enum Node: Sendable {
    case setLocal(Int, Expr)
    case setGlobal(Int, Expr)
    /// The list or dictionary in the local changes in place (values are copied on assignment).
    case setLocalElement(Int, index: Expr, Expr)
    case setGlobalElement(Int, index: Expr, Expr)
    case branch(Expr, then: [CheckedStatement], otherwise: [CheckedStatement])
    case forEach(slot: Int, Expr, [CheckedStatement])
    case whileLoop(Expr, [CheckedStatement])
    case giveBack(Expr?)
    case leaveLoop
    case nextRound
    /// One line: the texts of the values joined by one space.
    case print([Expr])
    /// A table on the terminal or a file; index in `CheckedProgram.outputs`.
    case output(Int)
    /// Index in `CheckedProgram.questions`.
    case ask(Int)
    case evaluate(Expr)
  }
  public var node: Node
  public var span: Span
  public init(_ node: Node, _ span: Span) {
    self.node = node
    self.span = span
  }
}

/// `in bảng L: …` or `xuất L … ra "tệp": …`.
public struct Output: Sendable {
  /// A list of subjects of `kind`, in the frame of the statement.
  public var list: Expr
  public var kind: Int
  /// Slots of the statement's frame that the columns use: they are copied to slots 1… of the row frame.
  public var captures: [Int]
  /// Slot 0 is the row.
  public var sort: [Expr.OrderKey]
  public var columns: [OutputField]
  public var localCount: Int
  /// nil: print a table.
  public var file: Expr?
  public var style: NumberStyle
  public var span: Span
  /// `in tiến độ đến D`: the rows are the steps, the one column is D.
  public var isProgress: Bool
  public init(
    list: Expr, kind: Int, captures: [Int], sort: [Expr.OrderKey], columns: [OutputField],
    localCount: Int, file: Expr?, style: NumberStyle, span: Span,
    isProgress: Bool = false
  ) {
    self.list = list
    self.kind = kind
    self.captures = captures
    self.sort = sort
    self.columns = columns
    self.localCount = localCount
    self.file = file
    self.style = style
    self.span = span
    self.isProgress = isProgress
  }
}

public struct OutputField: Sendable {
  public var title: String
  public var value: Expr
  public var decimals: Int?
  public init(title: String, value: Expr, decimals: Int?) {
    self.title = title
    self.value = value
    self.decimals = decimals
  }
}

/// A condition that must hold for every subject (or once, when `kind` is nil).
public struct Requirement: Sendable {
  public var isWarning: Bool
  /// A hidden truth column of that kind.
  public var column: ColumnReference?
  /// Without a kind: evaluated once, no row.
  public var condition: Computation?
  /// The condition as written.
  public var text: String
  /// A text column with the script's own message.
  public var message: ColumnReference?
  public var span: Span
  public init(
    isWarning: Bool, column: ColumnReference?, condition: Computation?, text: String,
    message: ColumnReference?, span: Span
  ) {
    self.isWarning = isWarning
    self.column = column
    self.condition = condition
    self.text = text
    self.message = message
    self.span = span
  }
}

/// Where a kind's rows come from.
public struct DataBinding: Sendable {
  public var kind: Int
  public var file: (path: String, span: Span)?
  /// The table of a SQLite file.
  public var databaseTable: (text: String, span: Span)?
  /// The file is a store of past runs.
  public var isStore = false
  /// Where in a workbook the rows stand.
  public var sheet: SheetClauses?
  /// How a file older than Unicode was written; nil: recognised.
  public var encoding: OldEncoding?
  /// nil: by the separator.
  public var style: NumberStyle?
  public var mappings: [(title: String, column: Int, isPercentNumber: Bool)]
  public var ignored: [String]
  public var table: InlineTable?
  /// Rows typed in a session, which may change rows that are there.
  public var isTyped = false
  public var span: Span
  /// A score sheet with one row a criterion; nil: one row a subject.
  public var points: PointRows?
  public init(
    kind: Int, file: (path: String, span: Span)?,
    databaseTable: (text: String, span: Span)? = nil, sheet: SheetClauses? = nil,
    style: NumberStyle?,
    mappings: [(title: String, column: Int, isPercentNumber: Bool)], ignored: [String],
    table: InlineTable?, span: Span
  ) {
    self.databaseTable = databaseTable
    self.sheet = sheet
    self.kind = kind
    self.file = file
    self.style = style
    self.mappings = mappings
    self.ignored = ignored
    self.table = table
    self.span = span
  }
}

/// A test: its own rows, then conditions that must hold.
public struct Example: Sendable {
  public var title: String
  public var data: [DataBinding]
  /// The columns its conditions need, in order.
  public var order: [Step]
  /// Local bindings and conditions run in one frame.
  public var body: [ExampleLine]
  public var localCount: Int
  public var span: Span
  public enum ExampleLine: Sendable {
    case set(Int, Expr)
    case expect(Expr, text: String, span: Span)
  }
  public init(
    title: String, data: [DataBinding], order: [Step], body: [ExampleLine], localCount: Int,
    span: Span
  ) {
    self.title = title
    self.data = data
    self.order = order
    self.body = body
    self.localCount = localCount
    self.span = span
  }
}

/// What `phong trào`, `văn bản`, `cụm` say about the year: printed by the main job.
public struct Campaign: Sendable {
  public struct Line: Sendable {
    public var name: String
    /// With its clauses: `từ 14/10/1930 đến 14/10/2026`.
    public var values: [String]
    /// What stands before the first comma.
    public var ownValues: [String]
    /// `, chức vụ "Phó Trưởng Ban"`.
    public var clauses: [(name: String, values: [String])]
    public init(
      name: String, values: [String], ownValues: [String],
      clauses: [(name: String, values: [String])]
    ) {
      self.name = name
      self.values = values
      self.ownValues = ownValues
      self.clauses = clauses
    }
  }
  /// The lines of a council or a cluster.
  public struct Block: Sendable {
    /// `hội đồng ngành`, `cụm 1`.
    public var name: String
    public var title: String
    public var lines: [Line]
    public init(name: String, title: String, lines: [Line]) {
      self.name = name
      self.title = title
      self.lines = lines
    }
  }
  public struct Document: Sendable {
    public var label: String
    public var title: String
    public var attachedTo: String?
    public init(label: String, title: String, attachedTo: String?) {
      self.label = label
      self.title = title
      self.attachedTo = attachedTo
    }
  }
  public var title: String?
  public var lines: [Line] = []
  public var documents: [Document] = []
  /// In the order of the script.
  public var councils: [Block] = []
  public var clusters: [Block] = []
  public init() {}
}
