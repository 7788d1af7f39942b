// What the checker knows of kinds, columns and scored items while it works.
//
// Drafts belong to one `Checker`; nothing outside the module sees them.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

struct ColumnDefinition {
  var kind: Kind
  var source: ColumnSource
}

struct ColumnDraft {
  enum State {
    case pending(() -> ColumnDefinition)
    case busy
    case done
  }
  var name: String
  var isHidden: Bool
  /// Made once for every reader; false for the operands of one rule.
  var isShared = true
  var rule: RuleInformation
  /// Known beforehand for most rules, so that a cycle does not hide other errors.
  var kind: Kind
  var state: State
  var source: ColumnSource?
  var dependencies: Set<ColumnReference> = []
  /// The unit a field of numbers declares.
  var unit: Unit?
  /// Blank by rule (not ranked, not classified): comparisons with it are false, not errors.
  var isBlankByRule = false
  /// Kept for columns with a name, so that they can be reckoned again from another score column.
  var define: (() -> ColumnDefinition)?

  mutating func finish(_ definition: ColumnDefinition, _ dependencies: Set<ColumnReference>) {
    kind = definition.kind
    source = definition.source
    self.dependencies = dependencies
    state = .done
  }

  var input: InputRule? {
    if case .input(let rule)? = source { rule } else { nil }
  }
}

/// A criterion, a group, `điểm thưởng` or `điểm trừ`: a score with a maximum that may not apply.
struct ScoredItem {
  typealias Role = ScoredColumn.Role
  var name: Name
  var title: String?
  var role: Role
  var score: Int
  /// The maximum that applies to the row (`thang điểm X`); made when first asked for.
  var scale: Int?
  var maximum: Expression?
  /// `được âm`.
  var mayBeNegative = false
  /// A group's criteria, by index in `KindDraft.items`.
  var members: [Int] = []
  var treatment: AbsenceTreatment?
  var span: Span
}

struct AwardDraft {
  var declaration: AwardDeclaration
  var column: Int
}

struct RankingDraft {
  var name: Name
  var column: Int
  var eligible: Int?
}

struct KindDraft {
  var name: String
  var span: Span
  var columns: [ColumnDraft] = []
  var byKey: [String: Int] = [:]
  var key: [Int] = []
  var nameColumn: Int?
  var aliasColumns: [Int] = []
  var items: [ScoredItem] = []
  var itemByKey: [String: Int] = [:]
  var awards: [String: AwardDraft] = [:]
  var rankings: [RankingDraft] = []
  var declaredRows: [[Expr]] = []
  /// `cột điểm`: the columns of entered points; empty: one, without a name.
  var scoreColumns: [Name] = []
  var officialScore: Name?
  /// The entered field of the official column → the same criterion's fields by score column.
  var enteredFields: [Int: [String: Int]] = [:]
  /// The entered field that counts, by the index in `items` of a directly scored criterion.
  var directFields: [Int: Int] = [:]
  /// Set for the rows of `lịch sử`.
  var history: HistoryRows?

  func finished() -> SubjectKind {
    SubjectKind(
      name: name,
      columns: columns.map { draft in
        Column(
          name: draft.name, kind: draft.kind, source: draft.source!, isHidden: draft.isHidden,
          rule: draft.rule)
      },
      key: key, nameColumn: nameColumn, aliasColumns: aliasColumns, declaredRows: declaredRows,
      history: history, scored: items.indices.map(scoredColumn))
  }

  private func scoredColumn(_ index: Int) -> ScoredColumn {
    let item = items[index]
    var maximum: Exact?
    if case .number(let number, _)? = item.maximum?.node { maximum = number }
    return ScoredColumn(
      column: item.score, role: item.role, maximum: maximum,
      group: items.first { $0.members.contains(index) }?.score)
  }
}

struct GlobalDraft {
  var global: Global
  var declaration: ParameterDeclaration?
  var unit: Unit?
  var isChecked = false
}

struct CouncilDraft {
  var declaration: CouncilDeclaration
  var memberCount: Int?
}

/// Hands out the slots of one frame.
final class Frame {
  private(set) var count = 0
  /// Kinds of locals that began open (`đặt L = []`) and were learnt from later assignments.
  var learnt: [Int: Kind] = [:]

  func fresh() -> Int {
    count += 1
    return count - 1
  }
}

/// Where names are looked up. A value: nesting is copying.
struct Scope {
  struct Local {
    var slot: Int
    var kind: Kind
  }
  struct Subject {
    var kind: Int
    var slot: Int
  }
  /// A parameter or binding of a scoring method: checked again wherever it is used.
  struct Macro {
    var expression: Expression
    /// The names the expression was written among.
    var environment: [String: Macro]
  }
  /// How `đạt X` reads a subject that is still waiting.
  enum Pending { case asNo, asYes }
  struct Since {
    /// The kind `thành tích` and its date, when the script has them.
    var rows: (kind: Int, date: Int)?
    var from: Expression
  }
  struct ServesOnce {
    var kind: Int
    var award: AwardDeclaration
  }

  let frame: Frame
  var locals: [String: Local] = [:]
  /// Innermost last.
  var subjects: [Subject] = []
  /// The element of `nhóm` / `tiêu chí` lists: a scored item of the innermost subject.
  var item: (kind: Int, index: Int, row: Expr)?
  var macros: [String: Macro] = [:]
  /// `điểm tối đa`.
  var maximum: Expression?
  /// Keys of fields that this rule tests for blank somewhere.
  var blankTested: Set<String> = []
  /// A past row stands for the subject: the groups of that year are not known.
  var isPast = false
  /// Blank fields may pass (outputs, tests for blank).
  var allowsBlank = false
  var pending: Pending = .asNo
  /// The award whose lines are read: `phiếu đồng ý` is the ballot on it.
  var award: AwardDeclaration?
  /// `thành tích tính từ E`: achievements and past years before the date do not count.
  var since: Since?
  /// `mỗi năm chỉ dùng một lần`: past years that served for this award do not count.
  var yearsServeOnce: AwardDraft?
  /// `mỗi sáng kiến chỉ dùng một lần`: rows of these kinds that served before do not count.
  var servesOnce: [ServesOnce] = []
  /// Statements: variables of the main program may be read.
  var seesVariables = false
  /// Whether `đặt` makes variables of the main program.
  var isMain = false
  /// The function being checked, for `trả về`.
  var function: Int?
  var isInLoop = false
  /// `yêu cầu giải trình khi chênh lệch …`: however large, up or down.
  var differencesAreSizes = false
  /// Names of a template of a document.
  var template = TemplateScope()

  init(frame: Frame) { self.frame = frame }

  func kind(of local: Local) -> Kind { frame.learnt[local.slot] ?? local.kind }

  var row: Expr? {
    subjects.last.map { Expr(.local($0.slot), .subject($0.kind), .none) }
  }
}

/// A name as the checker makes one for columns of its own.
func ownName(_ text: String, _ span: Span) -> Name {
  Name(text: text, key: VietnameseText.lookupKey(text), span: span)
}
