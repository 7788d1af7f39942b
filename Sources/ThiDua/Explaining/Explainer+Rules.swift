// Explanations of rule lines: what the lowering noted on a node says which line it is and what it does.
// A bound, rounding or exception that changes nothing is passed over, so that what is told is what
// mattered.

import ThiDuaCompiler
import ThiDuaDomain
import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaText

extension Explainer {
  func trace(_ expr: Expr, as note: RuleNote) throws(ReferenceTrap) -> Explanation {
    switch note.role {
    case .entered, .startAtMaximum, .startAtZero: return try start(expr, note)
    case .tier, .otherwise, .level: return try tier(expr, note)
    case .adjustment: return try adjustment(expr, note)
    case .wholeSteps:
      var made = try trace(expr.withoutNote)
      made.reason = "phần lẻ không tính"
      return made
    case .highestLine: return try highestLine(expr)
    case .member, .spread, .rebased: return try converted(expr, note)
    case .maximum, .notNegative, .atMost, .atLeast: return try kept(expr, note)
    case .rounding:
      var made = try trace(expr.withoutNote)
      guard let value = made.parts.first, value.value != made.value else {
        return made.parts.first ?? made
      }
      made.label = made.reason ?? made.label
      made.reason = nil
      made.line = place(note.line)
      return made
    case .guarding: return try guarded(expr)
    case .exception, .evidence, .excluded, .cancelled, .quotaException, .gate, .applies,
      .doesNotApply:
      return try decided(expr, note)
    case .fullScore: return try fullScore(expr, note)
    case .bend: return try bent(expr, note)
    case .condition, .uncertain, .deferred, .waiting, .notTogether:
      return try trace(expr.withoutNote)
    }
  }

  // MARK: Where the points begin

  private func start(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    var made = try trace(expr.withoutNote)
    switch note.role {
    case .startAtMaximum:
      made.label = "điểm tối đa"
      made.reason = "chỉ có dòng trừ nên trừ từ điểm tối đa"
    case .startAtZero:
      made.label = "bắt đầu từ 0"
    default:
      made.reason = made.reason ?? "điểm do người chấm nhập"
    }
    return made
  }

  // MARK: Tiers and levels

  /// The chain of exclusive lines: the one that holds, after those above it that do not.
  private func tier(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .conditional = expr.node else { return try line(expr, note) }
    var parts: [Explanation] = []
    var failed: [Explanation] = []
    var current = expr
    var held = note.line
    while let inner = current.note, inner.role == note.role,
      case .conditional(let test, let then, let otherwise) = current.node
    {
      var made = try asCondition(test)
      if made.value.index == 1 {
        parts.append(made)
        held = inner.line
        current = then
        break
      }
      made.line = place(inner.line)
      failed.append(made)
      current = otherwise
      held = current.note?.line ?? held
    }
    // Levels stand in order, so the ones above are worth telling; of other lines one holds.
    let isLevel = note.role == .level
    let taken = try trace(current)
    if isLevel || parts.isEmpty { parts = failed.suffix(reach.listed) + parts }
    // The line and the value it gives are one.
    if taken.label == words(held), !taken.isLeaf {
      var made = taken
      made.number = nil
      made.parts = parts + taken.parts
      return made
    }
    return combined(words(held), expr.kind, .same, line: held, parts: parts + [taken])
  }

  /// One line's value under the words of the line.
  private func line(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    var made = try trace(expr.withoutNote)
    let text = words(note.line)
    if made.isConstant {
      made.label = text
    } else if made.isLeaf || made.owner != nil || made.question != nil {
      made = combined(text, expr.kind, .same, parts: [made])
    } else {
      made.label = text
    }
    made.line = place(note.line)
    return made
  }

  // MARK: cộng, trừ

  private func adjustment(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .conditional(let test, let then, let otherwise) = expr.node else {
      return try line(expr, note)
    }
    let made = try asCondition(test)
    let holds = made.value.index == 1
    let taken = try trace(holds ? then : otherwise)
    if !holds, otherwise.note?.role == .adjustment { return taken }
    return combined(
      words(note.line), expr.kind, .same, reason: holds ? nil : "không thuộc trường hợp này",
      line: note.line, parts: [made, taken])
  }

  private func highestLine(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    var lines: [Expr] = []
    var operation = Builtin.larger
    func collect(_ expr: Expr, _ wanted: Builtin?) {
      if case .builtin(let builtin, let arguments) = expr.node, expr.note?.role == .highestLine,
        wanted == nil || builtin == wanted
      {
        operation = builtin
        for argument in arguments { collect(argument, builtin) }
      } else {
        lines.append(expr)
      }
    }
    collect(expr, nil)
    var parts: [Explanation] = []
    for line in lines where !line.isZeroStart { parts.append(try trace(line)) }
    if lines.contains(where: \.isZeroStart) {
      parts.append(node("bắt đầu từ 0", .number(Exact(0)), .number, .constant))
    }
    return combined(
      "", expr.kind, operation == .larger ? .greatest : .least,
      reason: "chỉ tính dòng cao nhất", parts: parts)
  }

  // MARK: What does not apply

  /// Points as they are when everything applies; else what they are multiplied and divided by.
  private func converted(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .conditional(let test, let then, let otherwise) = expr.node else {
      return try trace(expr.withoutNote)
    }
    if try evaluator.evaluate(test) == .code(1) { return try trace(then) }
    guard case .arithmetic(.divide, let product, let below) = otherwise.node,
      case .arithmetic(.multiply, let points, let above) = product.node
    else { return try trace(otherwise) }
    let (whole, applied) = (try evaluator.evaluate(above), try evaluator.evaluate(below))
    if whole == applied { return try trace(points) }
    let isSpread = note.role == .spread
    let names =
      isSpread
      ? ("mức tối đa sau khi chia thêm", "mức tối đa của tiêu chí")
      : ("thang điểm đầy đủ", "thang điểm áp dụng")
    let raised = combined(
      "", .number, .product,
      parts: [try trace(points), node(names.0, whole, .number, .folded)])
    return combined(
      isSpread ? "sau khi chia đều" : "", expr.kind, .quotient,
      reason: isSpread
        ? "điểm của tiêu chí không áp dụng chia đều cho tiêu chí khác"
        : "quy đổi vì có tiêu chí không áp dụng",
      parts: [raised, node(names.1, applied, .number, .folded)])
  }

  // MARK: Bounds

  private func kept(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    if case .bind(let slot, let value, let body) = expr.node {
      try bind(slot, value)
      return try trace(body)
    }
    guard case .builtin(let function, let arguments) = expr.node else {
      return try trace(expr.withoutNote)
    }
    let value = try trace(arguments[0])
    guard let before = value.value.number else { return value }
    let bound = try trace(arguments[1])
    guard let limit = bound.value.number else {
      return combined(
        "", expr.kind, function == .smaller ? .least : .greatest, parts: [value, bound])
    }
    if function == .smaller ? before <= limit : before >= limit { return value }
    let isWritten = note.role == .atMost || note.role == .atLeast
    let reason =
      switch note.role {
      case .maximum: "vượt điểm tối đa nên lấy \(bound.shown)"
      case .notNegative: "không cho điểm âm nên lấy 0"
      case .atMost: "không quá \(words(note.line))"
      default: "ít nhất \(words(note.line))"
      }
    var made = combined(
      isWritten ? reason : note.role == .maximum ? "giữ trong điểm tối đa" : "giữ từ 0 trở lên",
      expr.kind, function == .smaller ? .least : .greatest,
      reason: "tính ra \(value.shown), \(reason)", parts: [value, bound])
    made.line = isWritten ? place(note.line) : nil
    return made
  }

  // MARK: Choices

  /// The test did not fail, or the run would have stopped: what is behind it counts.
  private func guarded(_ expr: Expr) throws(ReferenceTrap) -> Explanation {
    switch expr.node {
    case .conditional(_, _, let otherwise): return try trace(otherwise)
    case .bind(_, let value, _): return try trace(value)
    default:
      return try trace(expr.withoutNote)
    }
  }

  /// A line that takes the place of the general rule; passed over when it does not.
  private func decided(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .conditional(let test, let then, let otherwise) = expr.node else {
      return try trace(expr.withoutNote)
    }
    let holds = try evaluator.evaluate(test) == .code(1)
    // Of these two the line speaks when its condition does not hold.
    let isReversed = note.role == .gate || note.role == .applies
    if holds == isReversed { return try trace(holds ? then : otherwise) }
    var parts = [try asCondition(test)]
    parts.append(try trace(holds ? then : otherwise))
    return combined(
      words(note.line), expr.kind, .same, reason: Explainer.reason(note.role), line: note.line,
      parts: parts)
  }

  /// The maximum in place of points that do not apply.
  private func fullScore(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .conditional(let test, let maximum, let points) = expr.node else {
      return try trace(expr.withoutNote)
    }
    guard try evaluator.evaluate(test) == .code(1) else { return try trace(points) }
    var absent = try trace(points)
    absent.role = .remark
    return combined(
      "điểm tối đa", expr.kind, .same, reason: "không áp dụng thì tính tối đa", line: note.line,
      parts: [try trace(maximum), absent])
  }

  private static func reason(_ role: RuleNote.Role) -> String? {
    switch role {
    case .exception: "trường hợp riêng, thay cho quy tắc chung"
    case .evidence: "thiếu minh chứng"
    case .excluded: "không xếp loại"
    case .cancelled: "kết quả đã bị hủy"
    case .gate: "không đủ điều kiện để chấm"
    case .applies, .doesNotApply: "tiêu chí không áp dụng"
    case .quotaException: "hạn mức riêng cho trường hợp này"
    default: nil
    }
  }

  /// `riêng trường hợp C thì cao nhất là V`: the general value, and what became of it.
  private func bent(_ expr: Expr, _ note: RuleNote) throws(ReferenceTrap) -> Explanation {
    guard case .bind(let slot, let value, let body) = expr.node,
      case .conditional(let test, let cut, _) = body.node
    else { return try trace(expr.withoutNote) }
    try bind(slot, value)
    let general = bound[slot] ?? node("", evaluator.frame[slot], value.kind, .folded)
    let made = try asCondition(test)
    guard made.value.index == 1 else { return general }
    let after = try evaluator.evaluate(cut)
    if after == reference(general, value.kind) { return general }
    guard case .builtin(let function, let arguments) = cut.node else {
      var before = general
      before.role = .remark
      return node(
        words(note.line), after, expr.kind, .worked, reason: "mức chung là \(general.shown)",
        line: note.line, parts: [made, before])
    }
    return combined(
      words(note.line), expr.kind, function == .smaller ? .least : .greatest,
      reason: "theo quy tắc chung là \(general.shown)", line: note.line,
      parts: [made, general, try trace(arguments[1])])
  }
}

extension Expr {
  fileprivate var isZeroStart: Bool {
    if case .number(let value) = node { return value.isZero }
    return false
  }
}
