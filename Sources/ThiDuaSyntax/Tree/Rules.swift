// The untyped tree, part 3: the rule blocks (criteria, levels, ranks, awards) line by line.

import ThiDuaNumber
import ThiDuaText

/// What may follow a value after commas: `, làm tròn 2 chữ số, không quá 5 điểm, trừ trường hợp C`.
public struct Suffixes: Sendable {
  public var rounding: Rounding?
  /// `không quá M`.
  public var atMost: Expression?
  /// `ít nhất M`.
  public var atLeast: Expression?
  /// `trừ trường hợp C`: the line does not hold when C does.
  public var unless: Expression?
  /// `ưu tiên hơn`: wins over another exception that holds too.
  public var takesPrecedence: Bool
  /// `mỗi năm chỉ dùng một lần`, on a condition: what it counts must not have served before.
  public var usedOnce: [Name] = []
  public var basis: [Basis]
  public init(
    rounding: Rounding? = nil, atMost: Expression? = nil, atLeast: Expression? = nil,
    unless: Expression? = nil, takesPrecedence: Bool = false, basis: [Basis] = []
  ) {
    self.rounding = rounding
    self.atMost = atMost
    self.atLeast = atLeast
    self.unless = unless
    self.takesPrecedence = takesPrecedence
    self.basis = basis
  }
  public var isEmpty: Bool {
    rounding == nil && atMost == nil && atLeast == nil && unless == nil && !takesPrecedence
      && usedOnce.isEmpty && basis.isEmpty
  }
}

/// `làm tròn 2 chữ số`, `làm tròn lên đến 0,25 điểm`.
public struct Rounding: Sendable {
  public enum Target: Sendable {
    case places(Expression)
    case step(Expression)
  }
  public var target: Target
  public var rule: RoundingRule
  public init(target: Target, rule: RoundingRule) {
    self.target = target
    self.rule = rule
  }
}

/// How a criterion that does not apply is treated.
public enum AbsenceTreatment: String, Sendable, CaseIterable {
  case rebase = "quy đổi"
  case fullScore = "tính tối đa"
  case spread = "chia đều"
  case leaveOut = "bỏ ra"
}

/// One line of a rule block; the order of the cases is the order of reckoning.
public struct RuleLine: Sendable {
  public indirect enum Content: Sendable {
    /// `áp dụng khi C` (isNegative false) / `không áp dụng khi C, quy đổi`.
    case applicability(Expression, isNegative: Bool, treatment: AbsenceTreatment?)
    /// `chỉ chấm khi C`.
    case gate(Expression)
    /// `được tính V [khi C]`.
    case tier(Expression, when: Expression?)
    /// `còn lại V`.
    case otherwise(Expression)
    /// `chấm trực tiếp`.
    case direct
    /// `chấm NAME, x; y`.
    case method(Name, [Expression])
    /// `xét theo NAME, x; y` (in awards).
    case judging(Name, [Expression])
    /// `đặt NAME = E` (in `cách chấm`).
    case binding(Name, Expression)
    /// `cộng`/`trừ V [cho mỗi [N] E] [khi C]`.
    case adjust(isDeduction: Bool, Expression, per: Per?, when: Expression?)
    /// `nếu X trên A thì cứ thêm|giảm N cộng|trừ V`.
    case step(StepRule)
    case allowNegative
    case allowOverflow
    /// `chỉ tính dòng cao nhất`.
    case highestOnly
    /// `mỗi sự việc chỉ trừ một lần, ở mức cao nhất`: the lines hold for rows of that kind.
    case oncePerEvent(Name)
    /// `riêng trường hợp C thì V`.
    case exception(Expression, ExceptionValue)
    case round(Rounding)
    /// `minh chứng bắt buộc …`, free text kept.
    case evidence(Evidence)
    case basis(Basis)
    /// `không xếp loại khi C`, `không xếp hạng khi C`, `không xét khi C`.
    case excluded(Expression)
    /// `chưa xét khi C`.
    case deferred(Expression)
    /// `điều kiện C`.
    case condition(Expression)
    /// `thành tích tính từ E`: older rows of `thành tích` do not count in this award.
    case achievementsSince(Expression)
  }
  public var content: Content
  public var suffixes: Suffixes
  /// `mục CODE: LINE`.
  public var item: String?
  public var span: Span
  public init(_ content: Content, suffixes: Suffixes, item: String?, span: Span) {
    self.content = content
    self.suffixes = suffixes
    self.item = item
    self.span = span
  }
}

/// `cho mỗi [N] E`; with a step N one of the two remainders must be said.
public struct Per: Sendable {
  public var step: Expression?
  public var counter: Expression
  public var remainder: Remainder?
  public init(step: Expression?, counter: Expression, remainder: Remainder?) {
    self.step = step
    self.counter = counter
    self.remainder = remainder
  }
}

public enum Remainder: String, Sendable {
  case ignored = "phần lẻ không tính"
  case proportional = "phần lẻ tính theo tỷ lệ"
}

/// `nếu dân số trên 14.000 người thì cứ thêm 1.000 người cộng 0,5 điểm, phần lẻ …`.
public struct StepRule: Sendable {
  public var condition: Expression
  public var isIncreasing: Bool
  public var step: Expression
  public var isDeduction: Bool
  public var value: Expression
  public var remainder: Remainder?
  public init(
    condition: Expression, isIncreasing: Bool, step: Expression, isDeduction: Bool,
    value: Expression, remainder: Remainder?
  ) {
    self.condition = condition
    self.isIncreasing = isIncreasing
    self.step = step
    self.isDeduction = isDeduction
    self.value = value
    self.remainder = remainder
  }
}

/// The result of an exception.
public enum ExceptionValue: Sendable {
  case value(Expression)
  /// `cao nhất là V`.
  case atMost(Expression)
  /// `thấp nhất là V`.
  case atLeast(Expression)
  /// `hạ một mức` / `hạ hai mức`.
  case lowered(by: Int)
  /// `không quá 25%` after a quota line (pattern 32).
  case quota(Expression)
}

/// `minh chứng bắt buộc, để trống thì 0 điểm`, `minh chứng do "Thuế tỉnh" xác nhận, trước 10/12/2026`.
public struct Evidence: Sendable {
  /// The words as written after the head.
  public var text: String
  public var isMandatory: Bool
  /// `để trống thì V`.
  public var whenBlank: Expression?
  /// `do "Thuế tỉnh" xác nhận[, trước 10/12/2026]`.
  public var confirmation: Confirmation?
  public struct Confirmation: Sendable {
    public var by: String
    /// The date the confirmation must come before; with the word `trước`.
    public var before: CalendarDate?
    public init(by: String, before: CalendarDate?) {
      self.by = by
      self.before = before
    }
  }
  public init(
    text: String, isMandatory: Bool, whenBlank: Expression?, confirmation: Confirmation? = nil
  ) {
    self.text = text
    self.isMandatory = isMandatory
    self.whenBlank = whenBlank
    self.confirmation = confirmation
  }
}

/// `nhóm 1 "…" của tập thể, tối đa 30 điểm … hết`.
public struct GroupDeclaration: Sendable {
  public var header: Header
  public var maximum: Expression?
  /// `, không áp dụng thì quy đổi`.
  public var treatment: AbsenceTreatment?
  public var suffixes: Suffixes
  /// The group's own lines, before its first criterion.
  public var lines: [RuleLine]
  public var criteria: [CriterionDeclaration]
  public init(
    header: Header, maximum: Expression?, treatment: AbsenceTreatment?, suffixes: Suffixes,
    lines: [RuleLine], criteria: [CriterionDeclaration]
  ) {
    self.header = header
    self.maximum = maximum
    self.treatment = treatment
    self.suffixes = suffixes
    self.lines = lines
    self.criteria = criteria
  }
}

/// `tiêu chí 1.1 "…", tối đa 15 điểm` and its lines.
public struct CriterionDeclaration: Sendable {
  public var header: Header
  public var maximum: Expression?
  public var suffixes: Suffixes
  public var lines: [RuleLine]
  /// Rules that take its place from a date on, by date.
  public var later: [LaterVersion<CriterionDeclaration>] = []
  public init(
    header: Header, maximum: Expression?, suffixes: Suffixes, lines: [RuleLine]
  ) {
    self.header = header
    self.maximum = maximum
    self.suffixes = suffixes
    self.lines = lines
  }
}

/// `điểm thưởng "…" của KIND, tối đa 5 điểm` / `điểm trừ …`.
public struct AdjustmentDeclaration: Sendable {
  public var isPenalty: Bool
  public var header: Header
  public var maximum: Expression?
  public var suffixes: Suffixes
  public var lines: [RuleLine]
  /// Rules that take its place from a date on, by date.
  public var later: [LaterVersion<AdjustmentDeclaration>] = []
  public init(
    isPenalty: Bool, header: Header, maximum: Expression?, suffixes: Suffixes,
    lines: [RuleLine]
  ) {
    self.isPenalty = isPenalty
    self.header = header
    self.maximum = maximum
    self.suffixes = suffixes
    self.lines = lines
  }
}

/// `cách chấm NAME, dùng a; b` and its lines.
public struct ScoringMethodDeclaration: Sendable {
  public var name: Name
  public var parameters: [Name]
  public var lines: [RuleLine]
  public var span: Span
  public init(name: Name, parameters: [Name], lines: [RuleLine], span: Span) {
    self.name = name
    self.parameters = parameters
    self.lines = lines
    self.span = span
  }
}

/// `cách xét NAME, dùng a; b` and its lines, which are those of an award without a header of its own.
public struct JudgingMethodDeclaration: Sendable {
  public var name: Name
  public var parameters: [Name]
  public var award: AwardDeclaration
  public var span: Span
  public init(name: Name, parameters: [Name], award: AwardDeclaration, span: Span) {
    self.name = name
    self.parameters = parameters
    self.award = award
    self.span = span
  }
}

/// `xếp loại NAME của KIND[, xét từ trên xuống]`, levels highest first.
public struct ClassificationDeclaration: Sendable {
  public struct Level: Sendable {
    public var title: String
    public var titleSpan: Span
    /// nil: `còn lại`.
    public var condition: Expression?
    public var unless: Expression?
    public var span: Span
    public init(
      title: String, titleSpan: Span, condition: Expression?, unless: Expression?, span: Span
    ) {
      self.title = title
      self.titleSpan = titleSpan
      self.condition = condition
      self.unless = unless
      self.span = span
    }
  }
  /// `hạn mức "HTXS" không quá 20% số …, trong mỗi đơn vị, bỏ số lẻ, theo thứ tự …; vượt thì xếp "HTT"`.
  public struct Limit: Sendable {
    public var level: (text: String, span: Span)
    public var quota: Quota
    public var order: [SortKey]
    public var demotedTo: (text: String, span: Span)
    /// `riêng trường hợp C thì không quá 25%` on a line after the limit.
    public var exceptions: [(condition: Expression, amount: Expression)] = []
    public var span: Span
    public init(
      level: (text: String, span: Span), quota: Quota, order: [SortKey],
      demotedTo: (text: String, span: Span), span: Span
    ) {
      self.level = level
      self.quota = quota
      self.order = order
      self.demotedTo = demotedTo
      self.span = span
    }
  }
  public var header: Header
  public var topDown: Bool
  public var levels: [Level]
  /// `riêng trường hợp …`, `không xếp loại khi …`, `căn cứ …`.
  public var lines: [RuleLine]
  public var limits: [Limit]
  /// Rules that take its place from a date on, by date.
  public var later: [LaterVersion<ClassificationDeclaration>] = []
  public init(
    header: Header, topDown: Bool, levels: [Level], lines: [RuleLine], limits: [Limit]
  ) {
    self.header = header
    self.topDown = topDown
    self.levels = levels
    self.lines = lines
    self.limits = limits
  }
}

/// `không quá 20% số tập thể mà C, trong mỗi cụm, số lẻ từ 0,5 trở lên tính là 1`.
public struct Quota: Sendable {
  public enum Base: Sendable {
    /// `số KIND mà C`; nil condition: all of them.
    case subjects(kind: Name, condition: Expression?)
    /// `số KIND đủ điều kiện`.
    case eligible(kind: Name)
    /// `đề nghị tối đa E`: a number, not a share.
    case absolute
  }
  public enum HeadCount: Sendable {
    /// Not written: an error when the product can be fractional.
    case unspecified
    /// `số lẻ từ 0,5 trở lên tính là 1`.
    case halfUp
    /// `bỏ số lẻ`.
    case down
    /// `số lẻ tính là 1`.
    case up
  }
  public var amount: Expression
  public var base: Base
  public var group: Expression?
  public var headCount: HeadCount
  public var span: Span
  public init(
    amount: Expression, base: Base, group: Expression?, headCount: HeadCount, span: Span
  ) {
    self.amount = amount
    self.base = base
    self.group = group
    self.headCount = headCount
    self.span = span
  }
}

/// `xếp hạng NAME của KIND [trong mỗi G]`.
public struct RankingDeclaration: Sendable {
  public enum Ties: String, Sendable, CaseIterable {
    case shared = "đồng hạng"
    case dense = "đồng hạng, không bỏ hạng"
    case average = "lấy hạng trung bình"
    case council = "hội đồng bỏ phiếu"
    case error = "báo lỗi"
  }
  public var header: Header
  public var keys: [SortKey]
  public var ties: Ties?
  /// `không xếp hạng khi C`, `căn cứ …`.
  public var lines: [RuleLine]
  public init(header: Header, keys: [SortKey], ties: Ties?, lines: [RuleLine]) {
    self.header = header
    self.keys = keys
    self.ties = ties
    self.lines = lines
  }
}

/// `danh hiệu "…" của KIND` / `hình thức khen thưởng "…" của KIND`.
public struct AwardDeclaration: Sendable {
  public var isTitle: Bool
  public var header: Header
  /// `điều kiện`, `không xét khi`, `chưa xét khi`, `căn cứ`, in the order written.
  public var lines: [RuleLine]
  public var quotas: [Quota]
  /// `riêng trường hợp C thì không quá 25%` after a quota, per quota index.
  public var quotaExceptions: [(quota: Int, condition: Expression, amount: Expression)]
  public var order: [SortKey]
  /// `không đồng thời với X`.
  public var exclusiveWith: [Name]
  /// `mỗi năm chỉ dùng một lần`, `mỗi sáng kiến chỉ dùng một lần` as lines of the award.
  public var usedOnce: [Name] = []
  /// `trong đó ít nhất 30% là C`.
  public var minimumShare: (share: Expression, condition: Expression)?
  public var prize: Expression?
  /// `bằng nhau ở chỗ cuối thì hội đồng bỏ phiếu`: the default, said aloud.
  public var saysCouncilDecidesTies: Bool
  /// Rules that take its place from a date on, by date.
  public var later: [LaterVersion<AwardDeclaration>] = []
  public init(
    isTitle: Bool, header: Header, lines: [RuleLine], quotas: [Quota],
    quotaExceptions: [(quota: Int, condition: Expression, amount: Expression)],
    order: [SortKey], exclusiveWith: [Name],
    minimumShare: (share: Expression, condition: Expression)?, prize: Expression?,
    saysCouncilDecidesTies: Bool
  ) {
    self.isTitle = isTitle
    self.header = header
    self.lines = lines
    self.quotas = quotas
    self.quotaExceptions = quotaExceptions
    self.order = order
    self.exclusiveWith = exclusiveWith
    self.minimumShare = minimumShare
    self.prize = prize
    self.saysCouncilDecidesTies = saysCouncilDecidesTies
  }
}
