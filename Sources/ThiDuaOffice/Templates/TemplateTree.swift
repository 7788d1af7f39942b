// Directives into a tree. In: leaves and directives in reading order. Out: nodes, and the numbered expressions.
// Invariant: every loop and branch that is opened is closed by its own `hết`; what is not is reported where
// it was opened. One tree for the blocks of a template, one for each line inside it; they share the
// expressions, so that these stay in reading order.

import ThiDuaText

/// The expressions of a template, numbered as they are met.
struct TemplateExpressions {
  private(set) var all: [TemplateExpression] = []
  /// Loops that are open, outermost first.
  private var loops: [Int] = []

  mutating func add(_ use: TemplateExpression.Use, _ range: Range<Int>) -> Int {
    all.append(TemplateExpression(use: use, range: range, loop: loops.last))
    return all.count - 1
  }

  mutating func enter(_ loop: Int) { loops.append(loop) }
  mutating func leave() { loops.removeLast() }
}

struct TemplateTree<Leaf: Sendable> {
  private enum Frame {
    case loop(Int, opener: Range<Int>, before: [TemplateNode<Leaf>])
    /// `isChained`: from `ngược lại nếu`; the same `hết` closes it and the branch around it.
    case branch(
      Int, opener: Range<Int>, before: [TemplateNode<Leaf>], then: [TemplateNode<Leaf>]?,
      isChained: Bool)
  }

  private let scanner: TemplateScanner
  private var stack: [Frame] = []
  private var nodes: [TemplateNode<Leaf>] = []
  /// What is opened too deep is reported once and left out, with its `hết`.
  private var leftOut = 0
  private var isReported = false
  private static var deepest: Int { 100 }

  init(_ scanner: TemplateScanner) { self.scanner = scanner }

  var isOpen: Bool { !stack.isEmpty }

  mutating func add(_ leaf: Leaf) { nodes.append(.leaf(leaf)) }

  /// A directive that opens, turns or closes; values are leaves.
  mutating func add(
    _ directive: TemplateDirective, _ whole: Range<Int>, _ expressions: inout TemplateExpressions,
    into diagnostics: inout Diagnostics
  ) {
    if isLeftOut(directive, whole, into: &diagnostics) { return }
    switch directive {
    case .loop(let variable, let list):
      let loop = expressions.add(.loop(variable: variable), list)
      expressions.enter(loop)
      stack.append(.loop(loop, opener: whole, before: nodes))
      nodes = []
    case .branch(let condition):
      open(expressions.add(.condition, condition), whole, isChained: false)
    case .otherwise(let condition):
      guard case .branch(let test, let opener, let before, nil, let isChained)? = stack.last else {
        diagnostics.add(TemplateMessages.strayOtherwise(span: scanner.span(whole)))
        return
      }
      stack[stack.count - 1] = .branch(
        test, opener: opener, before: before, then: nodes, isChained: isChained)
      nodes = []
      if let condition { open(expressions.add(.condition, condition), whole, isChained: true) }
    case .end:
      if stack.isEmpty {
        diagnostics.add(TemplateMessages.strayEnd(span: scanner.span(whole)))
      } else {
        while close(&expressions) {}
      }
    case .value, .wrong: break
    }
  }

  private mutating func isLeftOut(
    _ directive: TemplateDirective, _ whole: Range<Int>, into diagnostics: inout Diagnostics
  ) -> Bool {
    switch directive {
    case .loop, .branch, .otherwise(.some):
      guard leftOut > 0 || stack.count >= Self.deepest else { return false }
      if case .otherwise = directive {} else { leftOut += 1 }
      if !isReported {
        diagnostics.add(
          TemplateMessages.tooDeep(limit: Self.deepest, span: scanner.span(whole)))
      }
      isReported = true
      return true
    case .end where leftOut > 0:
      leftOut -= 1
      return true
    default: return leftOut > 0
    }
  }

  private mutating func open(_ condition: Int, _ whole: Range<Int>, isChained: Bool) {
    stack.append(
      .branch(condition, opener: whole, before: nodes, then: nil, isChained: isChained))
    nodes = []
  }

  /// Closes the innermost frame; true when the one around it ends here too.
  private mutating func close(_ expressions: inout TemplateExpressions) -> Bool {
    switch stack.removeLast() {
    case .loop(let loop, _, let before):
      expressions.leave()
      nodes = before + [.loop(loop, nodes)]
      return false
    case .branch(let test, _, let before, let then, let isChained):
      nodes =
        before
        + [.branch(test, then: then ?? nodes, otherwise: then == nil ? [] : nodes)]
      return isChained
    }
  }

  /// The nodes; what is still open is reported.
  mutating func finish(
    _ expressions: inout TemplateExpressions, into diagnostics: inout Diagnostics
  ) -> [TemplateNode<Leaf>] {
    while let frame = stack.last {
      switch frame {
      case .loop(_, let opener, _):
        diagnostics.add(TemplateMessages.neverEnded(span: scanner.span(opener)))
      case .branch(_, let opener, _, _, let isChained):
        if !isChained {
          diagnostics.add(TemplateMessages.neverEnded(span: scanner.span(opener)))
        }
      }
      _ = close(&expressions)
    }
    return nodes
  }
}

extension TemplateScanner {
  /// A line's texts; loops and branches that begin in the line end in it.
  func texts(
    _ segments: [TemplateSegment], _ expressions: inout TemplateExpressions,
    into diagnostics: inout Diagnostics
  ) -> [TemplateNode<TemplateText>] {
    var tree = TemplateTree<TemplateText>(self)
    for segment in segments {
      switch segment {
      case .literal(let range): tree.add(.literal(text(range)))
      case .directive(.value(let range, let form), _):
        tree.add(
          .value(
            expressions.add(.value(form, standsAlone: segments.count == 1), range)))
      case .directive(let directive, let whole):
        tree.add(directive, whole, &expressions, into: &diagnostics)
      }
    }
    return tree.finish(&expressions, into: &diagnostics)
  }
}
