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

/// A statement that asks what would be.
public struct WhatIfQuestion: Sendable {
  public enum Node: Sendable {
    /// `giả sử A = v; B = w`.
    case assume([Assumption])
    /// `giả sử theo "tên"; "tên"`.
    case assumeScenarios([(text: String, span: Span)])
    /// `bỏ giả sử`, or of one scenario.
    case lift((text: String, span: Span)?)
    /// `liệt kê giả sử`.
    case list
    /// `so sánh A với B`.
    case compare(StateReference, StateReference)
    /// `bảng giả sử: E; E theo F từ a đến b, bước s; F nằm trong [a; b]`.
    case table([Expression], along: [Axis])
    /// `cần bao nhiêu F của X để C`.
    case howMuch(Expression, to: Expression)
    /// `cần gì để C`.
    case whatFor(Expression)
    /// `độ vững của hạng trong G`, `độ vững của hạng của L`.
    case robustness(Name, of: Expression?, within: Expression?)
  }

  /// An input that a table goes through.
  public struct Axis: Sendable {
    /// `F từ a đến b` or `F nằm trong [a; b]`.
    public var range: Expression
    public var step: Expression?
    public init(range: Expression, step: Expression?) {
      self.range = range
      self.step = step
    }
  }

  public var node: Node
  /// `ra "tệp"`: into a file instead of on the screen.
  public var file: (text: String, span: Span)?
  public var span: Span
  public init(_ node: Node, file: (text: String, span: Span)? = nil, _ span: Span) {
    self.node = node
    self.file = file
    self.span = span
  }
}
