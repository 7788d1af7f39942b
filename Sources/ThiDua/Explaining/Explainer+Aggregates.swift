// Explanations of what is reckoned over many: sums and extremes of lists, values of a group. In: the
// elements that count with their values. Out: a node whose first few elements are opened and whose
// other elements stand together as one, so that it still adds up.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

/// What counts in an aggregate.
struct Counted {
  /// Elements gone over.
  var seen = 0
  /// Elements that passed the filter and apply.
  var passed = 0
  /// The first values, or all of them.
  var values: [ReferenceValue] = []
  /// Which element each value belongs to: an index for `open`.
  var elements: [Int] = []
  /// The whole, where it is known and `values` are only the first: the sum or the mean.
  var total: ReferenceValue?
}

extension Explainer {
  func folded(
    _ expr: Expr, _ fold: Fold, _ list: Expr, _ slot: Int, _ filter: Expr?, _ body: Expr?
  ) throws(ReferenceTrap) -> Explanation {
    guard case .list(let elements) = try evaluator.evaluate(list) else {
      throw ReferenceTrap(code: .blankUsed)
    }
    var counted = Counted()
    counted.seen = elements.count
    for (index, element) in elements.enumerated() {
      evaluator.frame[slot] = element
      if let filter, try evaluator.evaluate(filter) != .code(1) { continue }
      var value = element
      if let body, fold != .count, fold != .share { value = try evaluator.evaluate(body) }
      if value == .notApplicable { continue }
      counted.passed += 1
      counted.values.append(value)
      counted.elements.append(index)
    }
    var elementKind = Kind.unknown
    if case .list(let kind) = list.kind { elementKind = kind }
    let value = try evaluator.evaluate(expr)
    return try aggregate(label(expr), fold, counted, value, expr.kind) {
      index throws(ReferenceTrap) in
      evaluator.frame[slot] = elements[index]
      bound[slot] = nil
      guard let body, fold != .count, fold != .share else {
        return node("", elements[index], elementKind, .folded)
      }
      var opened = try trace(body)
      if opened.owner == nil, case .subject(let kind) = elementKind,
        case .code(let row) = elements[index]
      {
        opened.owner = subject(row, kind)
      }
      return opened
    }
  }

  /// `cao nhất(E trong cùng G mà C)`.
  func grouped(
    _ rule: GroupAggregate, _ cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    var counted = Counted()
    // What decides, where one element does.
    let wanted: ReferenceValue? =
      switch rule.fold {
      case .maximum, .minimum: value
      case .every: .code(0)
      case .none: .code(1)
      default: nil
      }
    for row in members(of: cell, group: rule.group) {
      counted.seen += 1
      if let filter = rule.filter,
        try !values.holds(1, CellAddress(kind: cell.kind, column: filter, row: row))
      {
        continue
      }
      // The group's value is known: the others' own values matter only as far as they are shown.
      let address = rule.value.map { CellAddress(kind: cell.kind, column: $0, row: row) }
      if let address, try values.isNotApplicable(address) { continue }
      counted.passed += 1
      if wanted != nil ? counted.values.isEmpty : counted.values.count <= reach.listed {
        let found = try address.map { cell throws(ReferenceTrap) in try values.value(cell) }
        if let wanted, found != wanted { continue }
        counted.values.append(found ?? .code(row))
        counted.elements.append(row)
      }
    }
    counted.total = value
    var made = try aggregate(column.name, rule.fold, counted, value, column.kind) {
      row throws(ReferenceTrap) in
      guard let column = rule.value else {
        return node("", .code(row), .subject(cell.kind), .folded)
      }
      var opened = try open(CellAddress(kind: cell.kind, column: column, row: row))
      opened.owner = subject(row, cell.kind)
      return opened
    }
    if let group = groupName(cell, rule.group) { made.reason = joined(made.reason, group) }
    return made
  }

  func joined(_ a: String?, _ b: String) -> String { a.map { "\($0); \(b)" } ?? b }

  /// Rows of the cell's own group, ascending.
  func members(of cell: CellAddress, group: Int?) -> [Int] {
    let grouping = group.map { session.grouping(kind: cell.kind, column: $0) }
    let own = grouping?.groupOf[cell.row]
    let key = MemberKey(kind: cell.kind, group: group, own: own)
    if let known = memberRows[key] { return known }
    let count = session.runtime.tables[cell.kind].rowCount
    let rows = (0..<count).filter { grouping?.groupOf[$0] == own }
    memberRows[key] = rows
    return rows
  }

  /// `trong cùng cụm: Cụm 1`.
  func groupName(_ cell: CellAddress, _ group: Int?) -> String? {
    guard let group else { return nil }
    let column = checked.subjectKinds[cell.kind].columns[group]
    guard
      let value = try? values.value(
        CellAddress(kind: cell.kind, column: group, row: cell.row))
    else { return nil }
    return "trong cùng \(column.name) \(Wording.quoted(shown(value, column.kind)))"
  }

  // MARK: One node

  private func aggregate(
    _ label: String, _ fold: Fold, _ counted: Counted, _ value: ReferenceValue, _ kind: Kind,
    _ open: (Int) throws(ReferenceTrap) -> Explanation
  ) throws(ReferenceTrap) -> Explanation {
    let count = Wording.count(counted.passed)
    switch fold {
    case .sum:
      let parts = try addends(counted, kind, open)
      return combined(
        label, kind, .sum(Array(repeating: false, count: parts.count)),
        reason: "cộng \(count) giá trị", parts: parts)
    case .average where counted.passed > 0:
      let parts = try addends(counted, kind, isMean: true, open)
      let sum = combined(
        "tổng cộng", .number, .sum(Array(repeating: false, count: parts.count)),
        reason: "cộng \(count) giá trị", parts: parts)
      let number = node("số giá trị", .number(Exact(counted.passed)), .count, .constant)
      return combined(
        label, kind, .quotient, reason: "trung bình của \(count) giá trị", parts: [sum, number])
    case .share where counted.seen > 0:
      let part = node("số đúng điều kiện", .number(Exact(counted.passed)), .count, .constant)
      let whole = node("tất cả", .number(Exact(counted.seen)), .count, .constant)
      return combined(
        label, kind, .quotient,
        reason: "\(count) trong \(Wording.count(counted.seen))",
        parts: [part, whole] + (try listed(counted, open)))
    case .maximum, .minimum:
      guard let best = counted.values.firstIndex(of: value) else {
        return node(label, value, kind, .worked, reason: "không có giá trị nào")
      }
      let word = fold == .maximum ? "cao nhất" : "thấp nhất"
      return combined(
        label, kind, .same, reason: "\(word) trong \(count) giá trị",
        parts: [try open(counted.elements[best])])
    default:
      return node(
        label, value, kind, .worked,
        reason: fold == .count || fold == .collect
          ? "\(count) trong \(Wording.count(counted.seen))" : "xét \(count) giá trị",
        parts: fold == .every || fold == .none
          ? try deciding(counted, fold, open) : try listed(counted, open))
    }
  }

  /// The first elements one by one, the others as one amount.
  private func addends(
    _ counted: Counted, _ kind: Kind, isMean: Bool = false,
    _ open: (Int) throws(ReferenceTrap) -> Explanation
  ) throws(ReferenceTrap) -> [Explanation] {
    var parts: [Explanation] = []
    let shownCount = counted.passed <= reach.listed + 1 ? counted.passed : reach.listed
    for element in counted.elements.prefix(shownCount) { parts.append(try open(element)) }
    guard shownCount < counted.passed else { return parts }
    var rest = Exact(0)
    if case .number(let total)? = counted.total {
      rest = isMean ? total * Exact(counted.passed) : total
      for case .number(let number) in counted.values.prefix(shownCount) { rest = rest - number }
    } else {
      for case .number(let number) in counted.values[shownCount...] { rest = rest + number }
    }
    parts.append(
      node(
        "\(Wording.count(counted.passed - shownCount)) giá trị nữa", .number(rest), kind, .folded))
    return parts
  }

  /// The first elements as remarks.
  private func listed(
    _ counted: Counted, _ open: (Int) throws(ReferenceTrap) -> Explanation
  ) throws(ReferenceTrap) -> [Explanation] {
    var parts: [Explanation] = []
    for element in counted.elements.prefix(reach.listed) {
      var part = try open(element)
      part.role = .remark
      parts.append(part)
    }
    return parts
  }

  /// The first element that decides a `mọi … đều …` or `không … nào …`, if one does.
  private func deciding(
    _ counted: Counted, _ fold: Fold, _ open: (Int) throws(ReferenceTrap) -> Explanation
  ) throws(ReferenceTrap) -> [Explanation] {
    let wanted = ReferenceValue.code(fold == .every ? 0 : 1)
    guard let index = counted.values.firstIndex(of: wanted) else { return [] }
    var part = try open(counted.elements[index])
    part.role = .remark
    return [part]
  }
}
