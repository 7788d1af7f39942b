// The untyped tree, part 4: functions, procedures and the statements that act.

import ThiDuaText

/// `hàm f(a; b) = E`, a block, or `thủ tục`.
public struct FunctionDeclaration: Sendable {
  public var isProcedure: Bool
  public var name: Name
  public var parameters: [Name]
  public var body: Body
  public var span: Span
  public enum Body: Sendable {
    case expression(Expression)
    case block([Statement])
  }
  public init(
    isProcedure: Bool, name: Name, parameters: [Name], body: Body, span: Span
  ) {
    self.isProcedure = isProcedure
    self.name = name
    self.parameters = parameters
    self.body = body
    self.span = span
  }
}

public struct Statement: Sendable {
  public indirect enum Node: Sendable {
    /// `đặt x = E`: makes or changes a local.
    case set(Name, Expression)
    /// `đặt x[i] = E`.
    case setElement(Name, index: Expression, Expression)
    /// `nếu C thì … [ngược lại nếu …] [ngược lại …] hết`.
    case branch([(condition: Expression, body: [Statement])], otherwise: [Statement]?)
    /// `với mỗi x trong L … hết`.
    case forEach(Name, Expression, [Statement])
    /// `trong khi C … hết`.
    case whileLoop(Expression, [Statement])
    case giveBack(Expression?)
    /// `thoát vòng` / `vòng tiếp`.
    case leaveLoop
    case nextRound
    /// `in E`.
    case print([Expression])
    /// `in bảng L: cột "tiêu đề"; cột`.
    case printTable(Expression, [OutputColumn])
    /// `in tiến độ đến ngày 20/11/2026`.
    case printProgress(Expression)
    /// `xuất L sắp theo (K1; K2) ra "tệp": …`.
    case export(Expression, to: Expression, style: NumberStyle?, [OutputColumn])
    /// `vì sao E [ra "tệp"]`, `vì sao không DANH HIỆU của X [ra "tệp"]`.
    case why(isNegative: Bool, Expression, to: Expression?)
    /// `gọi f(a; b)` or a bare call.
    case call(Name, [Expression])
  }
  public var node: Node
  public var span: Span
  public init(_ node: Node, _ span: Span) {
    self.node = node
    self.span = span
  }
}

/// The forms of an exported list; the ending of the file's name says which.
public enum ListForm: Sendable {
  case csv, workbook

  /// What the endings are, as people write them.
  public static let endings = [".xlsx", ".csv", ".txt"]

  /// nil: no list ends so.
  public init?(_ name: String) {
    let name = name.lowercased()
    guard let ending = Self.endings.first(where: name.hasSuffix) else { return nil }
    self = ending == ".xlsx" ? .workbook : .csv
  }
}

/// `quy đổi`, `điểm thưởng "thưởng"`, `nhóm 1: 2 "nhom1"`.
public struct OutputColumn: Sendable {
  public var value: Expression
  /// nil: the expression as written is the title.
  public var title: String?
  public var decimals: Int?
  public init(value: Expression, title: String?, decimals: Int?) {
    self.value = value
    self.title = title
    self.decimals = decimals
  }
}
