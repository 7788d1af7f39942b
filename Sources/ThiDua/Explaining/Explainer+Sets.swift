// Explanations of what is decided among subjects: ranks (who stands above and by which key), awards (each
// condition, then the quota), levels after a quota. In: set rules of the checked program and the
// columns of the run. Out: nodes whose parts are reasons; places are counted by the domain's own code.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

extension Explainer {
  // MARK: Ranks

  func ranked(
    _ rule: RankRule, _ cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    guard value != .blank else {
      var parts: [Explanation] = []
      if let eligible = rule.eligible {
        var made = try open(CellAddress(kind: cell.kind, column: eligible, row: cell.row))
        made.role = .condition
        parts.append(made)
      }
      return node(
        name(column), value, column.kind, .worked, reason: "không được xếp hạng",
        line: column.rule.span, parts: parts)
    }
    guard let ranks = session.runtime.tables[cell.kind].columns[cell.column] else {
      throw ReferenceTrap(code: .notComputed)
    }
    // Ranks are whole or half numbers, so their words stand as they do.
    let own = ranks.word(cell.row).immediate
    var nearest: [(row: Int, rank: Int64)] = []
    var first: (row: Int, rank: Int64)?
    var (aboveCount, tiedCount, rankedCount) = (0, 0, 0)
    var tied: [Int] = []
    for row in members(of: cell, group: rule.group) {
      let word = ranks.word(row)
      guard word.isImmediate else { continue }
      rankedCount += 1
      if word.immediate == own, row != cell.row {
        tiedCount += 1
        if tied.count < reach.listed { tied.append(row) }
      }
      guard word.immediate < own else { continue }
      aboveCount += 1
      if first.map({ word.immediate < $0.rank }) ?? true { first = (row, word.immediate) }
      // The nearest above, the lowest of them first.
      let place = nearest.firstIndex { $0.rank < word.immediate } ?? nearest.count
      if place < reach.listed {
        nearest.insert((row, word.immediate), at: place)
        if nearest.count > reach.listed { nearest.removeLast() }
      }
    }
    // Those just above tell most; the very first is worth naming too.
    var shownRows = nearest.map(\.row)
    if let first, aboveCount > shownRows.count { shownRows[shownRows.count - 1] = first.row }
    var parts: [Explanation] = []
    for row in shownRows { parts.append(try rival(row, rule.keys, cell, column, "đứng trên")) }
    for row in tied {
      parts.append(try rival(row, rule.keys, cell, column, "đồng hạng"))
    }
    for key in rule.keys {
      var made = try open(CellAddress(kind: cell.kind, column: key.column, row: cell.row))
      made.role = .remark
      made.reason = joined(
        key.isDescending ? "cao hơn đứng trước" : "thấp hơn đứng trước", made.reason)
      parts.append(made)
    }
    let kind = checked.subjectKinds[cell.kind].name
    var reason =
      (aboveCount == 0 ? "đứng đầu" : "đứng sau \(Wording.count(aboveCount))")
      + " trong \(Wording.count(rankedCount)) \(kind) được xếp hạng"
    if tiedCount > 0 { reason += ", \(Wording.count(tiedCount)) đồng hạng" }
    if let group = groupName(cell, rule.group) { reason += "; \(group)" }
    if aboveCount > shownRows.count { reason += "; dưới đây nêu \(shownRows.count)" }
    return node(
      name(column), value, column.kind, .worked, reason: reason, line: column.rule.span,
      parts: parts)
  }

  private func joined(_ a: String, _ b: String?) -> String { b.map { "\(a); \($0)" } ?? a }

  /// Another subject of the order, and the first key that tells the two apart.
  private func rival(
    _ row: Int, _ keys: [ColumnOrder], _ cell: CellAddress, _ column: Column, _ word: String
  ) throws(ReferenceTrap) -> Explanation {
    let rank = try values.value(CellAddress(kind: cell.kind, column: cell.column, row: row))
    var reason = word
    for key in keys {
      let definition = checked.subjectKinds[cell.kind].columns[key.column]
      let theirs = try values.value(CellAddress(kind: cell.kind, column: key.column, row: row))
      let mine = try values.value(CellAddress(kind: cell.kind, column: key.column, row: cell.row))
      if theirs == mine { continue }
      reason +=
        ": \(definition.name) là \(shown(theirs, definition.kind)), "
        + "ở đây là \(shown(mine, definition.kind))"
      break
    }
    var made = node(column.name, rank, column.kind, .folded, role: .remark, reason: reason)
    made.owner = subject(row, cell.kind)
    return made
  }

  // MARK: Awards

  /// The state by conditions: the lines in the order they are looked at, up to the one that decides;
  /// with `isWhole` all that stand against the award, whichever comes first.
  func award(_ expr: Expr, isWhole: Bool = false) throws(ReferenceTrap) -> Explanation {
    if expr.note == nil, case .column = expr.node { return try trace(expr) }
    var parts: [Explanation] = []
    var current = expr
    var reason: String?
    // A rule with versions asks the subject's date first: see DatedRules.swift.
    while current.note == nil, case .conditional(let test, let new, let old) = current.node {
      let holds = try evaluator.evaluate(test) == .code(1)
      // Among what stands against the award it is no condition.
      if !isWhole { parts.append(try trace(test)) }
      current = holds ? new : old
    }
    while let note = current.note,
      case .conditional(let test, let then, let otherwise) = current.node
    {
      let isPositive = note.role == .condition || note.role == .uncertain
      // A line that cannot be looked at once an earlier one has failed tells nothing more.
      guard let found = try? evaluator.evaluate(test) else { break }
      let isAgainst = (found == .code(1)) != isPositive
      if isAgainst || (note.role == .condition && !isWhole) {
        parts.append(try passed(test, note, isPositive))
      }
      if isAgainst {
        reason = reason ?? Explainer.verdict(note.role)
        if !isWhole { break }
      }
      current = isPositive ? then : otherwise
    }
    let value = try evaluator.evaluate(expr)
    return node(
      "", value, .award, .worked, reason: reason ?? "đủ mọi điều kiện", parts: parts)
  }

  /// A line of an award: whether the subject passes it.
  private func passed(
    _ test: Expr, _ note: RuleNote, _ isPositive: Bool
  ) throws(ReferenceTrap) -> Explanation {
    var made = try trace(test)
    if !isPositive {
      let reason = note.role == .waiting ? Explainer.verdict(.waiting) : made.reason
      made = combined("", .truth, .not, reason: reason, parts: [made])
    }
    made.role = .condition
    made.label = words(note.line)
    made.line = place(note.line)
    return made
  }

  static func verdict(_ role: RuleNote.Role) -> String {
    switch role {
    case .condition: "chưa đủ điều kiện"
    case .excluded: "thuộc trường hợp không xét"
    case .cancelled: "kết quả đã bị hủy"
    case .deferred: "thuộc trường hợp chưa xét"
    case .uncertain: "chưa xét vì còn phụ thuộc kết quả đang chờ"
    case .waiting: "chờ hội đồng bỏ phiếu"
    case .notTogether: "không đồng thời với danh hiệu khác"
    default: ""
    }
  }

  /// After the quotas: the state before them, how many places there were, who got them.
  func allocated(
    _ rule: AwardRule, _ cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    var before = try open(CellAddress(kind: cell.kind, column: rule.state, row: cell.row))
    before.label = "xét điều kiện"
    guard before.value.index == AwardState.achieved.rawValue else {
      var result = before
      result.label = name(column)
      result.line = place(column.rule.span)
      return result
    }
    before.role = .remark
    var parts = [before]
    for quota in rule.quotas {
      parts.append(
        try places(quota, cell) { row throws(ReferenceTrap) in
          try self.values.holds(
            AwardState.achieved.rawValue,
            CellAddress(kind: cell.kind, column: rule.state, row: row))
        })
    }
    parts += try order(
      rule.order, cell, rule.quotas.first?.group, value, "đã đề nghị", AwardState.achieved.rawValue)
    let reason =
      switch value {
      case .code(AwardState.achieved.rawValue): "đủ điều kiện, trong số lượng được đề nghị"
      case .code(AwardState.awaitingCouncil.rawValue):
        "đủ điều kiện, bằng nhau ở chỗ cuối hoặc còn người chờ phiếu đứng trước: chờ hội đồng"
      default: "đủ điều kiện nhưng vượt số lượng được đề nghị"
      }
    return node(
      name(column), value, column.kind, .worked, reason: reason, line: column.rule.span,
      parts: parts)
  }

  /// `hạn mức "A" không quá …; vượt thì xếp "B"`.
  func limited(
    _ rule: LevelLimit, _ cell: CellAddress, _ column: Column, _ value: ReferenceValue
  ) throws(ReferenceTrap) -> Explanation {
    var before = try open(CellAddress(kind: cell.kind, column: rule.level, row: cell.row))
    guard before.value.index == rule.limited else {
      before.label = name(column)
      return before
    }
    let isKept = before.value == values.machineValue(value)
    before.label = "xếp loại trước hạn mức"
    before.role = isKept ? .operand : .remark
    let level = shown(.code(rule.limited), column.kind)
    var parts = [before]
    parts.append(
      try places(rule.quota, cell) { row throws(ReferenceTrap) in
        try self.values.holds(
          rule.limited, CellAddress(kind: cell.kind, column: rule.level, row: row))
      })
    parts += try order(
      rule.order, cell, rule.quota.group, value, "được giữ mức", rule.limited)
    return node(
      name(column), value, column.kind, isKept ? .same : .worked,
      reason: isKept
        ? "trong hạn mức của \(Wording.quoted(level))"
        : "vượt hạn mức của \(Wording.quoted(level)) nên xếp \(shown(value, column.kind))",
      line: rule.quota.span, parts: parts)
  }

  // MARK: Quotas

  /// How many places there are in the cell's group, and of how many subjects that is a share.
  private func places(
    _ rule: QuotaRule, _ cell: CellAddress,
    _ competes: (Int) throws(ReferenceTrap) -> Bool
  ) throws(ReferenceTrap) -> Explanation {
    var amount = try open(CellAddress(kind: cell.kind, column: rule.amount, row: cell.row))
    let group = groupName(cell, rule.group)
    amount.label = amount.label.isEmpty ? "mức đề nghị" : amount.label
    guard case .absolute = rule.base else {
      var base = 0
      for row in members(of: cell, group: rule.group) {
        switch rule.base {
        case .rows(let condition):
          let holds = try condition.map { column throws(ReferenceTrap) in
            try values.holds(1, CellAddress(kind: cell.kind, column: column, row: row))
          }
          if holds ?? true { base += 1 }
        default: if try competes(row) { base += 1 }
        }
      }
      let label = { if case .eligible = rule.base { "số đủ điều kiện" } else { "số được tính" } }()
      let number = node(
        label, .number(Exact(base)), .count, .folded, reason: group)
      let product = combined("", .number, .product, parts: [amount, number])
      return rounded(product, rule)
    }
    var made = combined("số lượng được đề nghị", .number, .same, reason: group, parts: [amount])
    made.role = .remark
    made.line = place(rule.span)
    return made
  }

  private func rounded(_ product: Explanation, _ rule: QuotaRule) -> Explanation {
    var made: Explanation
    switch rule.rounding {
    case .unspecified: made = combined("", .number, .same, parts: [product])
    case .halfUp:
      made = combined(
        "", .number, .rounding(.halfAwayFromZero, places: 0),
        reason: "số lẻ từ 0,5 trở lên tính là 1", parts: [product])
    case .down: made = combined("", .number, .floor, reason: "bỏ số lẻ", parts: [product])
    case .up:
      made = combined(
        "", .number, .rounding(.up, places: 0), reason: "số lẻ tính là 1", parts: [product])
    }
    made.label = "số lượng được đề nghị"
    made.role = .remark
    made.line = place(rule.span)
    return made
  }

  /// Who has the places where this one does not, and the keys the places went by.
  private func order(
    _ keys: [ColumnOrder], _ cell: CellAddress, _ group: Int?, _ own: ReferenceValue,
    _ words: String, _ wanted: Int
  ) throws(ReferenceTrap) -> [Explanation] {
    var parts: [Explanation] = []
    if own != .code(wanted) {
      var holders: [ReferenceValue] = []
      for row in members(of: cell, group: group)
      where try values.holds(
        wanted, CellAddress(kind: cell.kind, column: cell.column, row: row))
      {
        holders.append(.code(row))
      }
      var made = node(words, .list(holders), .list(.subject(cell.kind)), .worked, role: .remark)
      if holders.isEmpty { made.shown = "không ai" }
      parts.append(made)
    }
    for key in keys {
      var made = try open(CellAddress(kind: cell.kind, column: key.column, row: cell.row))
      made.role = .remark
      made.reason = joined("thứ tự xét", made.reason)
      parts.append(made)
    }
    return parts
  }
}
