// The untyped tree, part 5: what if. Scenarios, and the questions asked of loaded data.

import ThiDuaText

/// One thing assumed: `kỷ luật lãnh đạo của tập thể "E" = "Không"`, `tham số sàn = 60`.
public struct Assumption: Sendable {
  public enum Target: Sendable {
    /// A field of a subject or of every subject of a list.
    case field(Name, of: Expression)
    case parameter(Name)
  }
  public var target: Target
  public var value: Expression
  public var span: Span
  public init(target: Target, value: Expression, span: Span) {
    self.target = target
    self.value = value
    self.span = span
  }
}

/// `giả sử "tên"`, assumptions and whole rules, `hết`.
public struct ScenarioDeclaration: Sendable {
  public var name: String
  public var nameSpan: Span
  /// `, trên cơ sở "tên khác"`: scenarios that hold too, before this one.
  public var basis: [(text: String, span: Span)]
  public var assumptions: [Assumption]
  /// Rules that stand in the place of the script's rules of the same name.
  public var rules: [Item]
  public var span: Span
  public init(
    name: String, nameSpan: Span, basis: [(text: String, span: Span)],
    assumptions: [Assumption], rules: [Item], span: Span
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.basis = basis
    self.assumptions = assumptions
    self.rules = rules
    self.span = span
  }
}

/// What a comparison compares.
public enum StateReference: Sendable {
  /// `hiện hành`: the script and its data as they stand.
  case current(Span)
  /// `giả sử`: with what is assumed at this place.
  case assumed(Span)
  /// `"tên"`: a scenario.
  case scenario(String, Span)
  /// `kịch bản "tệp"`: another script with its own data.
  case script(String, Span)

  public var span: Span {
    switch self {
    case .current(let span), .assumed(let span), .scenario(_, let span), .script(_, let span): span
    }
  }
}
