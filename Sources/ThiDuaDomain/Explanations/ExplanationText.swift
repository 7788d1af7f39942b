// An explanation as text for the screen. In: an explanation. Out: an indented tree, one reason a line:
// what and how much to the left, the line of the rule or the cell to the right. Invariant: no line of
// the tree says twice what the line above said; what is left out is marked `…` with the question that
// opens it.

import ThiDuaText

/// Prints explanations.
public struct ExplanationText {
  private let depth: Int
  private var rows: [Line] = []
  private var file: String?
  private var hidden: String?
  /// Cells told already: a condition has its value, and further lines need not say it again.
  private var cells: Set<String> = []

  /// The tree down to `depth` levels below the value asked about.
  public static func render(_ explanation: Explanation, depth: Int = 3) -> String {
    var printer = ExplanationText(depth: depth)
    printer.file = explanation.line?.file
    printer.add(explanation, indent: 0)
    return printer.text
  }

  /// A line of a tree.
  public struct Line: Sendable, Equatable {
    public var indent: Int
    /// Ends with ` …` where there is more inside.
    public var text: String
    /// Where the rule or the cell stands; may be empty.
    public var place: String

    public init(indent: Int, text: String, place: String) {
      self.indent = indent
      self.text = text
      self.place = place
    }
  }

  /// The whole tree for keeping: every place has the name of its file.
  public static func lines(_ explanation: Explanation) -> [Line] {
    var printer = ExplanationText(depth: .max)
    printer.add(explanation, indent: 0)
    return printer.rows.map {
      Line(indent: $0.indent, text: Wording.visible($0.text, limit: .max), place: $0.place)
    }
  }

  /// Lines as `render` lays them out.
  public static func layout(_ lines: [Line]) -> String {
    let lines = lines.map {
      (text: String(repeating: "  ", count: $0.indent) + $0.text, place: $0.place)
    }
    let width =
      lines.filter { !$0.place.isEmpty }
      .map { VietnameseText.displayWidth($0.text) }
      .filter { $0 <= widestText }.max() ?? 0
    var result = ""
    for line in lines {
      let shown = Wording.visible(line.text, limit: .max)
      result +=
        line.place.isEmpty ? shown : VietnameseText.padded(shown, to: width) + "  ← " + line.place
      result += "\n"
    }
    return result
  }

  private init(depth: Int) { self.depth = depth }

  // MARK: Rows

  private mutating func add(
    _ node: Explanation, indent: Int, isOneOfMany: Bool = false, under basis: [String] = []
  ) {
    if node.operation == .input, indent > 0 {
      let told = "\(node.label)|\(node.owner ?? "")|\(place(node))"
      guard cells.insert(told).inserted else { return }
    }
    var text = ExplanationText.isCondition(node) ? condition(node) : value(node)
    let parts = ExplanationText.printed(node)
    // What is only remarked, and each of many others, is told in one line; it can be asked about.
    let isShort = node.role == .remark || isOneOfMany && node.owner != nil
    let depth = isShort && node.question != nil ? indent : depth
    let isCut =
      indent >= depth && !parts.isEmpty || node.operation == .folded && node.question != nil
    if isCut {
      text += " …"
      if hidden == nil { hidden = node.question ?? parts.lazy.compactMap(\.question).first }
    }
    rows.append(Line(indent: indent, text: text, place: place(node)))
    if node.basis != basis, indent < depth || indent == 0 {
      for basis in node.basis {
        rows.append(Line(indent: indent + 1, text: "căn cứ: \(basis)", place: ""))
      }
    }
    guard indent < depth else { return }
    for part in parts {
      add(
        part, indent: indent + 1, isOneOfMany: parts.count > 1,
        under: node.basis.isEmpty ? basis : node.basis)
    }
  }

  private func value(_ node: Explanation) -> String {
    var text = node.label
    if let owner = node.owner { text += text.isEmpty ? owner : " của \(owner)" }
    let formula = ExplanationText.formula(node)
    if formula != node.shown {
      text += ": \(formula) = \(node.shown)"
    } else {
      text += text.isEmpty ? node.shown : ": \(node.shown)"
    }
    if let reason = node.reason, ExplanationText.saysMore(node, reason) { text += " (\(reason))" }
    return text
  }

  private func condition(_ node: Explanation) -> String {
    var text = (node.value.index == 1 ? "✓ " : "✗ ") + node.label
    if let owner = node.owner { text += " của \(owner)" }
    if let reason = node.reason, reason != node.label { text += " (\(reason))" }
    return text
  }

  private func place(_ node: Explanation) -> String {
    if let cell = node.cell { return cell.brief }
    guard let line = node.line else { return "" }
    return line.file == file ? "dòng \(line.line)" : line.brief
  }

  static func fileName(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "/")) else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  // MARK: What is worth a line

  /// The parts that get lines of their own: values inside a formula are seen there.
  static func printed(_ node: Explanation) -> [Explanation] {
    var found: [Explanation] = []
    collect(node, into: &found)
    return found
  }

  private static func collect(_ node: Explanation, into found: inout [Explanation]) {
    for index in node.parts.indices {
      if isPassedOver(node.parts[index], in: node) {
        collect(node.parts[index], into: &found)
      } else if node.parts[index].role != .operand || node.operation != .same
        || node.parts[index].operation != .constant
      {
        found.append(node.parts[index])
      }
      // Else the line says it: `được tính 5 điểm khi …: 5`.
    }
  }

  /// Whether the parts of a part stand in its place.
  private static func isPassedOver(_ part: Explanation, in node: Explanation) -> Bool {
    if part.role == .operand, isInline(part) || node.operation == .not { return true }
    return part.kind == .truth && part.label == node.label && !part.isLeaf
  }

  /// Whether a node is told as holding or not, rather than as a value.
  static func isCondition(_ node: Explanation) -> Bool {
    node.role == .condition
      || node.kind == .truth && node.cell == nil && node.question == nil && node.owner == nil
        && node.operation != .constant
  }

  /// Arithmetic and constants written inside a formula, without a line or a name of their own.
  private static func isInline(_ node: Explanation) -> Bool {
    guard node.line == nil, node.cell == nil, node.owner == nil, node.question == nil else {
      return false
    }
    switch node.operation {
    case .constant, .sum, .product, .quotient, .negation, .same:
      return node.reason == nil && node.parts.allSatisfy { $0.role == .operand }
    case .rounding, .roundingToStep, .floor: return true
    default: return false
    }
  }

  private static func saysMore(_ node: Explanation, _ reason: String) -> Bool {
    if case .rounding = node.operation { return !reason.hasPrefix("làm tròn") }
    if case .roundingToStep = node.operation { return !reason.hasPrefix("làm tròn") }
    return reason != node.label
  }

  // MARK: Formulas

  /// `40 / 40 × 15`: how the value is reckoned, in values; the value itself when there is nothing to show.
  public static func formula(_ node: Explanation) -> String {
    switch node.operation {
    case .sum(let taken):
      let operands = node.operands
      var text = ""
      for (operand, isTaken) in zip(operands, taken) {
        if operands.count > 1, isZeroStart(operand) || operand.value == .notApplicable { continue }
        let value = inner(operand, isFactor: isTaken)
        text += text.isEmpty ? (isTaken ? "-\(value)" : value) : (isTaken ? " - " : " + ") + value
      }
      return text.isEmpty ? node.shown : text
    case .product: return node.operands.map { inner($0, isFactor: true) }.joined(separator: " × ")
    case .quotient: return node.operands.map { inner($0, isFactor: true) }.joined(separator: " / ")
    case .negation: return "-" + (node.operands.first.map { inner($0, isFactor: true) } ?? "")
    case .rounding(_, let places):
      return rounded(places == 0 ? "làm tròn" : "làm tròn \(places) chữ số", node.operands)
    case .roundingToStep: return rounded("làm tròn theo bước", node.operands)
    case .floor: return rounded("phần nguyên", node.operands)
    case .same:
      guard let first = node.parts.firstIndex(where: { $0.role == .operand }),
        isInline(node.parts[first])
      else { return node.shown }
      return formula(node.parts[first])
    default: return node.shown
    }
  }

  private static func isZeroStart(_ node: Explanation) -> Bool {
    node.operation == .constant && node.value == .immediate(0)
  }

  private static func rounded(_ words: String, _ operands: [Explanation]) -> String {
    operands.first.map { "\(words) (\(isInline($0) ? formula($0) : $0.shown))" } ?? words
  }

  private static func inner(_ node: Explanation, isFactor: Bool) -> String {
    guard isInline(node) else {
      return isFactor && node.shown.hasPrefix("-") ? "(\(node.shown))" : node.shown
    }
    let text = formula(node)
    guard isFactor, case .sum = node.operation else { return text }
    return "(\(text))"
  }

  // MARK: Layout

  private static let widestText = 84

  private var text: String {
    var result = Self.layout(rows)
    if let hidden { result += "(… còn lý do bên trong; hỏi tiếp: vì sao \(hidden))\n" }
    return result
  }
}

extension DataPlace {
  /// `tap-the.csv, dòng 4, cột "số sáng kiến"`: where an input stands, without its value and its folder.
  public var brief: String {
    var text = ExplanationText.fileName(file)
    if let sheet { text += ", trang \(sheet)" }
    if let cell { text += ", ô \(cell)" }
    if let line, cell == nil { text += ", dòng \(line)" }
    if let column { text += ", cột \(Wording.quoted(column))" }
    return text
  }
}

extension RulePlace {
  /// `phong-trao.thidua, dòng 42`.
  public var brief: String { "\(ExplanationText.fileName(file)), dòng \(line)" }
}
