// The checked tree, part 3: processes and closed periods. Every date is reckoned, every role known.
//
// Steps are rows of the kind `bước`, progress is data of the kind `tiến độ`; both exist only in a
// program with a process. The façade puts roles, clusters and progress together once data is
// loaded.

import ThiDuaSyntax
import ThiDuaText

public struct Process: Sendable {
  public var title: String
  public var basis: [String]
  public var steps: [ProcessStep]
  public var milestones: [Milestone]
  public var span: Span
  public init(
    title: String, basis: [String], steps: [ProcessStep], milestones: [Milestone], span: Span
  ) {
    self.title = title
    self.basis = basis
    self.steps = steps
    self.milestones = milestones
    self.span = span
  }
}

public struct ProcessStep: Sendable {
  /// `2`, unique in the program.
  public var code: String
  public var title: String
  public var responsible: [Responsible]
  public var start: CalendarDate?
  public var deadline: CalendarDate?
  /// The deadline was written in working days, and so are days late.
  public var countsWorkingDays: Bool
  /// Codes of the steps it follows.
  public var after: [String]
  public var basis: [String]
  public var span: Span
  public init(
    code: String, title: String, responsible: [Responsible], start: CalendarDate?,
    deadline: CalendarDate?, countsWorkingDays: Bool, after: [String], basis: [String], span: Span
  ) {
    self.code = code
    self.title = title
    self.responsible = responsible
    self.start = start
    self.deadline = deadline
    self.countsWorkingDays = countsWorkingDays
    self.after = after
    self.basis = basis
    self.span = span
  }
}

/// Who does a step.
public enum Responsible: Sendable {
  /// For every cluster the subject in this column of the cluster: `cụm trưởng`.
  case clusterRole(column: Int, name: String)
  /// For every cluster whoever follows it, a text column: `theo dõi`.
  case monitors(column: Int)
  /// Every subject of the kind that is in a cluster: `thành viên`.
  case members(kind: Int, cluster: Int)
  /// Every subject of the kind.
  case everyone(kind: Int)
  /// A council, an office, a person.
  case single(String)
}

public struct Milestone: Sendable {
  public var title: String
  public var date: CalendarDate
  public var basis: [String]
  public init(title: String, date: CalendarDate, basis: [String]) {
    self.title = title
    self.date = date
    self.basis = basis
  }
}

/// The columns of `tiến độ`.
public struct ProgressColumns: Sendable {
  /// The kind `tiến độ` itself.
  public var kind: Int
  /// The kind `bước`.
  public var steps: Int
  public var step: Int
  /// By kind of subject: the reference to who did it.
  public var subjects: [Int: Int]
  public var cluster: Int?
  public var done: Int
  public init(
    kind: Int, steps: Int, step: Int, subjects: [Int: Int], cluster: Int?, done: Int
  ) {
    self.kind = kind
    self.steps = steps
    self.step = step
    self.subjects = subjects
    self.cluster = cluster
    self.done = done
  }
}

/// `chốt số liệu`: rows of a kind dated after a day.
public struct Closing: Sendable {
  public var kind: Int
  /// A date column that data gives.
  public var column: Int
  public var date: CalendarDate
  public var lateRows: LateRows
  public var span: Span
  public init(kind: Int, column: Int, date: CalendarDate, lateRows: LateRows, span: Span) {
    self.kind = kind
    self.column = column
    self.date = date
    self.lateRows = lateRows
    self.span = span
  }
}
