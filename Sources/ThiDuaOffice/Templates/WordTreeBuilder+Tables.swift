// Rows of a table that are repeated or left out. In: a table of a Word file. Out: its tree. Invariant: whole rows are
// repeated; what a cell opens and closes itself stays inside the cell. A row that holds nothing but directives
// is not written. Used by WordTreeBuilder.

import ThiDuaText

extension WordTreeBuilder {
  mutating func table(_ element: Int) -> [Node] {
    var tree = TemplateTree<Leaf>(scanner)
    tree.add(.raw(markup.opening(element)))
    let children = unwrapped(element) { wrapper in
      isTorn(markup.inner(.row, of: wrapper).flatMap(rowMarks))
    }
    for child in children {
      tree.add(.raw(markup.gap(before: child)))
      guard markup.elements[child].kind == .row else {
        let holdsRows = !markup.inner(.row, of: child).isEmpty
        tree.add(.group(holdsRows ? table(child) : container(child)))
        continue
      }
      let marks = rowMarks(child)
      ofRows.formUnion(marks)
      if !marks.isEmpty, holdsNothingElse(child) {
        for mark in marks { add(mark, to: &tree) }
        continue
      }
      var closing: [Mark] = []
      for mark in marks {
        guard let (directive, whole) = flow(mark) else { continue }
        if directive == .end {
          closing.append(mark)
        } else if let end = closing.last, let (_, closed) = flow(end) {
          findings.add(
            TemplateMessages.crossesBorder(
              opened: scanner.span(whole), closed: scanner.span(closed)))
        } else {
          add(mark, to: &tree)
        }
      }
      tree.add(.group(container(child)))
      for mark in closing { add(mark, to: &tree) }
    }
    tree.add(.raw(markup.closingWithGap(element)))
    return tree.finish(&expressions, into: &findings)
  }

  private mutating func add(_ mark: Mark, to tree: inout TemplateTree<Leaf>) {
    guard let (directive, whole) = flow(mark) else { return }
    tree.add(directive, whole, &expressions, into: &findings)
  }

  // MARK: Which directives are the rows'

  private func cells(_ row: Int) -> [Int] { markup.inner(.cell, of: row) }

  private func paragraphs(_ cell: Int) -> [Int] {
    markup.inner(.paragraph, of: cell).map(number)
  }

  /// What opens inside a content control closes outside it, or the other way round.
  func isTorn(_ marks: [Mark]) -> Bool { !unmatched(marks) { _, _ in true }.isEmpty }

  /// The children of an element; content controls that a directive would tear give way to what they hold.
  func unwrapped(_ element: Int, _ isTorn: (Int) -> Bool) -> [Int] {
    markup.elements[element].children.flatMap { child -> [Int] in
      guard markup.elements[child].kind == .wrapper, isTorn(child) else { return [child] }
      let inside = markup.elements[child].children.first { markup.elements[$0].kind == .wrapper }
      return unwrapped(inside ?? child, isTorn).filter {
        markup.elements[$0].kind != .properties
      }
    }
  }

  private func rowMarks(_ row: Int) -> [Mark] {
    cells(row).flatMap { cell in
      var left: [Mark] = []
      for paragraph in paragraphs(cell) {
        let marks = segments[paragraph].indices.map { Mark(paragraph: paragraph, segment: $0) }
          .filter { flow($0) != nil }
        left += segments[paragraph].count == 1 ? marks : unmatched(marks) { _, _ in true }
      }
      return unmatched(left) {
        segments[$0.paragraph].count == 1 && segments[$1.paragraph].count == 1
      }
    }
  }

  /// The directives that do not belong to a pair of which `isPair` holds.
  private func unmatched(_ marks: [Mark], _ isPair: (Mark, Mark) -> Bool) -> [Mark] {
    /// What is open, with its `ngược lại`.
    var open: [[Mark]] = []
    var left: [Mark] = []
    for mark in marks {
      switch flow(mark)?.0 {
      case .loop, .branch: open.append([mark])
      case .otherwise:
        if open.isEmpty { left.append(mark) } else { open[open.count - 1].append(mark) }
      default:
        guard let frame = open.popLast() else {
          left.append(mark)
          continue
        }
        if !isPair(frame[0], mark) { left += frame + [mark] }
      }
    }
    left += open.flatMap { $0 }
    return left.sorted { ($0.paragraph, $0.segment) < ($1.paragraph, $1.segment) }
  }

  private func holdsNothingElse(_ row: Int) -> Bool {
    cells(row).allSatisfy { cell in
      markup.inner(.table, of: cell).isEmpty
        && paragraphs(cell).allSatisfy { paragraph in
          segments[paragraph].enumerated().allSatisfy { index, segment in
            switch segment {
            case .literal(let range): scanner.trimmed(range).isEmpty
            case .directive: ofRows.contains(Mark(paragraph: paragraph, segment: index))
            }
          }
        }
    }
  }
}
