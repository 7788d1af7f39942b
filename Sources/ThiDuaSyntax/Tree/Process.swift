// The untyped tree, part 5: processes (who does what by when) and the closing of a period.

import ThiDuaText

/// `quy trình "Bình xét năm 2026" … hết`: steps and milestones in the order written.
public struct ProcessDeclaration: Sendable {
  public var header: Header
  /// `căn cứ` lines of the block itself.
  public var basis: [Basis]
  public var steps: [Step]
  public var milestones: [Milestone]

  /// `bước 2 "Tự chấm" do thành viên, hạn 30/11/2026, sau bước 1`.
  public struct Step: Sendable {
    /// `2`.
    public var code: Name
    public var title: String
    public var responsible: [Responsible]
    /// `từ 1/7/2026 đến 15/7/2026` gives both; `hạn` the deadline alone.
    public var start: (date: CalendarDate, span: Span)?
    public var deadline: Deadline?
    /// `sau bước 1; bước 2`: codes.
    public var after: [Name]
    public var basis: [Basis]
    public var span: Span
    public init(code: Name, title: String, responsible: [Responsible], span: Span) {
      self.code = code
      self.title = title
      self.responsible = responsible
      after = []
      basis = []
      self.span = span
    }
  }

  /// Who does a step.
  public enum Responsible: Sendable {
    /// A role of the clusters, a kind of subject, or a council.
    case name(Name)
    /// `"Phòng Tổ chức Đảng - Đảng viên"`.
    case text(String)
  }

  public enum Deadline: Sendable {
    case date(CalendarDate, Span)
    /// `10 ngày làm việc sau bước 2`: so many days after that step's own deadline.
    case days(Int, areWorkingDays: Bool, after: Name, Span)
  }

  /// `mốc "Hội nghị sơ kết" ngày 15/7/2026`.
  public struct Milestone: Sendable {
    public var title: String
    public var date: CalendarDate
    public var basis: [Basis]
    public var span: Span
    public init(title: String, date: CalendarDate, basis: [Basis], span: Span) {
      self.title = title
      self.date = date
      self.basis = basis
      self.span = span
    }
  }

  public init(
    header: Header, basis: [Basis], steps: [Step], milestones: [Milestone]
  ) {
    self.header = header
    self.basis = basis
    self.steps = steps
    self.milestones = milestones
  }
}

/// What becomes of rows dated after the closing day.
public enum LateRows: String, Sendable, CaseIterable {
  /// They stop the run.
  case refused = "báo lỗi"
  /// They are listed and count.
  case listed = "chỉ nhắc"
  /// They are listed and do not count.
  case leftOut = "không tính"
}

/// `chốt số liệu của sự việc theo ngày xảy ra đến ngày 15/12/2026, sau ngày chốt thì không tính`.
public struct ClosingDeclaration: Sendable {
  public var kind: Name?
  public var field: Name?
  public var date: CalendarDate
  /// nil: not said, which the checker refuses.
  public var lateRows: LateRows?
  public var basis: [Basis]
  public var span: Span
  public init(
    kind: Name?, field: Name?, date: CalendarDate, lateRows: LateRows?, basis: [Basis], span: Span
  ) {
    self.kind = kind
    self.field = field
    self.date = date
    self.lateRows = lateRows
    self.basis = basis
    self.span = span
  }
}
