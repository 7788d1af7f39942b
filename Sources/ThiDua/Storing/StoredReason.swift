// A reason as a store keeps it. In: the explanation of a column of a subject, opened no further than the columns it
// is reckoned from. Out: text that reads by itself: one line a node, two blanks a level, `  ← ` before the line of
// the rule or the cell; and lines back from such a text. Invariant: what a line opens into ends with ` …` and
// has, if it is of the same subject, a text of its own in the store; so nothing is kept twice.

import ThiDuaDomain
import ThiDuaStore
import ThiDuaText

enum StoredReason {
  typealias Line = ExplanationText.Line

  private static let arrow = "  ← "
  static let more = " …"

  /// The text of a column's reason; whose it is stands beside it in the store.
  static func text(_ explanation: Explanation) -> String {
    var root = explanation
    root.owner = nil
    return ExplanationText.lines(root).map { line in
      String(repeating: "  ", count: line.indent) + line.text
        + (line.place.isEmpty ? "" : arrow + line.place)
    }.joined(separator: "\n")
  }

  /// What a reason calls a column: its name, with its title.
  static func label(_ name: String, title: String?) -> String {
    guard let title, title != name else { return name }
    let isSame = VietnameseText.lookupKey(title) == VietnameseText.lookupKey(name)
    return isSame ? name : "\(name) \(Wording.quoted(title))"
  }

  /// The lines of a text; none of an empty one.
  static func lines(_ text: String) -> [Line] {
    text.split(separator: "\n").map { line in
      let blanks = line.prefix { $0 == " " }.count
      let rest = Array(line.utf8.dropFirst(blanks))
      let mark = Array(arrow.utf8)
      var place = ""
      var end = rest.count
      var index = rest.count - mark.count
      while index > 0 {
        if rest[index..<(index + mark.count)].elementsEqual(mark) {
          place = String(decoding: rest[(index + mark.count)...], as: UTF8.self)
          end = index
          break
        }
        index -= 1
      }
      return Line(
        indent: blanks / 2, text: String(decoding: rest[..<end], as: UTF8.self), place: place)
    }
  }

  /// The first lines that are not the same, as people compare them.
  static func firstDifference(_ old: String, _ new: String) -> (old: String, new: String) {
    let before = lines(old)
    let after = lines(new)
    let place = zip(before, after).prefix { $0 == $1 }.count
    func shown(_ lines: [Line]) -> String {
      guard lines.indices.contains(place) else { return "không có" }
      let line = lines[place]
      return line.place.isEmpty ? line.text : "\(line.text) (\(line.place))"
    }
    return (shown(before), shown(after))
  }
}

/// Reasons of one subject put together again, as deep as `vì sao` tells them.
struct UnfoldedReason {
  /// The column a line speaks of; nil for what is not reckoned of this subject.
  let column: (_ text: String) -> Int?
  /// The lines of a column's own reason.
  let own: (_ column: Int) throws(StoreProblem) -> [StoredReason.Line]
  let depth: Int
  private(set) var lines: [StoredReason.Line] = []
  /// The first column that has more inside than is shown.
  private(set) var hidden: Int?
  private var told: Set<Int> = []

  init(
    depth: Int = 3, column: @escaping (_ text: String) -> Int?,
    own: @escaping (_ column: Int) throws(StoreProblem) -> [StoredReason.Line]
  ) {
    self.depth = depth
    self.column = column
    self.own = own
  }

  mutating func add(_ root: Int) throws(StoreProblem) {
    told.insert(root)
    try add(try own(root)[...], of: root, under: 0)
  }

  /// `column`: whose reason the lines are.
  private mutating func add(
    _ added: ArraySlice<StoredReason.Line>, of column: Int, under base: Int
  ) throws(StoreProblem) {
    for (index, line) in zip(added.indices, added) {
      var shown = line
      shown.indent += base
      guard shown.indent <= depth else { continue }
      let isOpen = index + 1 < added.endIndex && added[index + 1].indent > line.indent
      if isOpen, shown.indent == depth {
        if !shown.text.hasSuffix(StoredReason.more) { shown.text += StoredReason.more }
        hidden = hidden ?? column
      }
      if !isOpen, shown.text.hasSuffix(StoredReason.more), let inner = self.column(shown.text) {
        try unfold(shown, inner)
      } else {
        lines.append(shown)
      }
    }
  }

  private mutating func unfold(
    _ line: StoredReason.Line, _ column: Int
  ) throws(StoreProblem) {
    let inside = told.contains(column) ? [] : try own(column)
    guard let head = inside.first else { return lines.append(line) }
    var line = line
    let plain = line.text.dropLast(StoredReason.more.count)
    line.text = head.text
    line.place = line.place.isEmpty ? head.place : line.place
    // A remark (`(cao hơn đứng trước)`) is told in one line.
    var isRemark = false
    if plain.hasSuffix(")"), !head.text.hasPrefix(plain), let start = plain.lastIndex(of: "(") {
      line.text += " " + plain[start...]
      isRemark = true
    }
    if inside.count > 1, line.indent >= depth || isRemark {
      line.text += StoredReason.more
      hidden = hidden ?? column
      return lines.append(line)
    }
    told.insert(column)
    lines.append(line)
    try add(inside.dropFirst(), of: column, under: line.indent)
  }
}
