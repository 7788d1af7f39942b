// The tree of a template, whatever it is made of: lines of a text, paragraphs and rows of a Word file. In:
// made by TemplateTree. Out: walked by the fillers. Invariant: expressions are numbered in reading order
// and know the loop they stand in; what they mean is the language's business, asked of an evaluator, so
// nothing here knows a rule.

import ThiDuaText

/// What stands between `{{` and `}}` and is asked of the language.
public struct TemplateExpression: Sendable, Equatable {
  public enum Use: Sendable, Equatable {
    /// A text to show. `standsAlone`: nothing else stands on the line, so that it may also be a whole table.
    case value(NumberForm, standsAlone: Bool)
    /// `{{ nếu C }}`.
    case condition
    /// `{{ với mỗi x trong L }}`: where the variable stands.
    case loop(variable: Range<Int>)
  }
  /// How a number is written.
  public enum NumberForm: Sendable, Equatable {
    /// As `in` prints it.
    case plain
    /// `{{ tổng điểm: 2 }}`.
    case decimals(Int)
    /// `{{ số đạt của d: 02 }}`: a zero before a whole number below ten, as documents count.
    case padded
  }
  public var use: Use
  /// Bytes of the expression in the template's source.
  public var range: Range<Int>
  /// The expression of the loop around it.
  public var loop: Int?
}

/// Answers what a template asks. Expressions are meant by their number; between `begin` and `end` of a loop
/// its variable is what was bound last.
public protocol TemplateEvaluator: AnyObject {
  /// The value as `in` prints it, a blank as nothing.
  func text(_ expression: Int) throws(TemplateStopped) -> String
  func truth(_ expression: Int) throws(TemplateStopped) -> Bool
  /// Begins a loop; the number of its elements.
  func begin(_ loop: Int) throws(TemplateStopped) -> Int
  func bind(_ loop: Int, to index: Int) throws(TemplateStopped)
  func end(_ loop: Int)
  /// A whole table of the program's own (`{{ bảng điểm }}`); nil when the expression is a value.
  func table(_ expression: Int, width: Int, layout: DocumentLayout) throws(TemplateStopped)
    -> [Document.Block]?
}

/// A template cannot be filled in; the finding says why.
public struct TemplateStopped: Error {
  public var diagnostic: Diagnostic
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Leaves, and what is said of them.
public indirect enum TemplateNode<Leaf: Sendable>: Sendable {
  case leaf(Leaf)
  case loop(Int, [TemplateNode])
  case branch(Int, then: [TemplateNode], otherwise: [TemplateNode])
}

extension [TemplateNode<TemplateText>] {
  /// The texts of a line, values told apart from what the template says itself.
  func filled(_ evaluator: any TemplateEvaluator) throws(TemplateStopped) -> [FilledText] {
    var texts: [FilledText] = []
    try walk(evaluator) { (leaf: TemplateText) throws(TemplateStopped) in
      switch leaf {
      case .literal(let text): texts.append(FilledText(text, isValue: false))
      case .value(let expression):
        texts.append(FilledText(try evaluator.text(expression), isValue: true))
      }
    }
    return texts
  }
}

extension Array {
  /// Visits the leaves as often as the loops say, where the conditions hold.
  func walk<Leaf>(
    _ evaluator: any TemplateEvaluator, _ visit: (Leaf) throws(TemplateStopped) -> Void
  ) throws(TemplateStopped) where Element == TemplateNode<Leaf> {
    for node in self {
      switch node {
      case .leaf(let leaf): try visit(leaf)
      case .branch(let condition, let then, let otherwise):
        try (try evaluator.truth(condition) ? then : otherwise).walk(evaluator, visit)
      case .loop(let loop, let body):
        let count = try evaluator.begin(loop)
        defer { evaluator.end(loop) }
        for index in 0..<count {
          try evaluator.bind(loop, to: index)
          try body.walk(evaluator, visit)
        }
      }
    }
  }
}

/// A piece of a line.
public enum TemplateText: Sendable {
  case literal(String)
  case value(Int)
}

/// A piece of a line once it is filled in.
struct FilledText: Equatable {
  var text: String
  /// Never markup, whatever it holds.
  var isValue: Bool
  init(_ text: String, isValue: Bool) {
    self.text = text
    self.isValue = isValue
  }
}
