// Reads checked conditions into formulas. In: conditions of one rule, all over the same row.
// Out: formulas over shared quantities; the same thing said twice is one quantity.
//
// A careful reader (`isCareful`) serves the lowering, which leaves out run-time tests: it takes nothing
// for granted that a scenario may change (parameters, declared ranges, other rules).
// Invariant: what cannot be read becomes an opaque yes-or-no, so a formula never claims too much.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

final class ConditionReader {
  /// What a local stands for: the bound expression among the locals it was written with.
  final class Bound {
    let expr: Expr
    let locals: [Int: Bound]
    init(_ expr: Expr, _ locals: [Int: Bound]) {
      self.expr = expr
      self.locals = locals
    }
  }

  private let checker: Checker
  /// nil: careful.
  private let ranges: ValueRanges?
  private(set) var quantities: [Quantity] = []
  private var quantityByKey: [String: Int] = [:]
  private var depth = 0

  init(_ checker: Checker, ranges: ValueRanges?) {
    self.checker = checker
    self.ranges = ranges
  }

  private var isCareful: Bool { ranges == nil }

  // MARK: Conditions

  func read(_ condition: Expr, _ locals: [Int: Bound] = [:]) -> Formula {
    switch condition.node {
    case .truth(let value): return .constant(value)
    case .and(let a, let b): return .both(read(a, locals), read(b, locals))
    case .or(let a, let b): return .or([read(a, locals), read(b, locals)])
    case .not(let inner): return .not(read(inner, locals))
    case .conditional(let test, let a, let b):
      let decides = read(test, locals)
      return .or([
        .both(decides, read(a, locals)), .both(.not(decides), read(b, locals)),
      ])
    case .bind(let slot, let value, let body):
      return read(body, locals.merging([slot: Bound(value, locals)]) { $1 })
    case .local(let slot):
      guard let bound = locals[slot] else { return opaque(condition, locals) }
      return read(bound.expr, bound.locals)
    case .compare(let op, let a, let b): return comparison(op, a, b, condition, locals)
    case .memberOf(let value, let list): return member(value, list, condition, locals)
    case .isBlank(let value): return absence(value, .isBlank, locals)
    case .isNotApplicable(let value): return absence(value, .isNotApplicable, locals)
    case .column(let kind, let column, let owner):
      return truthColumn(ColumnReference(kind: kind, column: column), owner, condition, locals)
    default: return opaque(condition, locals)
    }
  }

  /// A yes-or-no column: its own rule when that can be read, else a quantity.
  private func truthColumn(
    _ reference: ColumnReference, _ owner: Expr, _ condition: Expr, _ locals: [Int: Bound]
  ) -> Formula {
    let draft = checker.kinds[reference.kind].columns[reference.column]
    if !isCareful, depth < 8, isRow(owner, locals), case .computed(let rule)? = draft.source {
      depth += 1
      defer { depth -= 1 }
      return read(rule.expression)
    }
    let isInput = draft.input != nil
    return .atom(quantity: quantity(condition, .truth, locals, isOpaque: !isInput), .isTrue)
  }

  private func opaque(_ condition: Expr, _ locals: [Int: Bound]) -> Formula {
    .atom(quantity: quantity(condition, .truth, locals, isOpaque: true), .isTrue)
  }

  private func absence(_ value: Expr, _ test: AtomTest, _ locals: [Int: Bound]) -> Formula {
    let (inner, names) = resolved(value, locals)
    let sort: Quantity.Sort =
      inner.kind == .truth ? .truth : inner.kind == .text ? .text : .ordered
    if case .subject = inner.kind {
      let whole = Expr(
        test == .isBlank ? .isBlank(inner) : .isNotApplicable(inner), .truth, value.span)
      return opaque(whole, names)
    }
    let index = quantity(inner, sort, names, isOpaque: false)
    let possible = quantities[index].possible
    let mayBe = test == .isBlank ? possible.mayBeBlank : possible.mayBeNotApplicable
    return mayBe ? .atom(quantity: index, test) : .constant(false)
  }

  private func member(
    _ value: Expr, _ list: Expr, _ condition: Expr, _ locals: [Int: Bound]
  ) -> Formula {
    guard case .list(let elements) = list.node, elements.count <= 50 else {
      return opaque(condition, locals)
    }
    return .or(elements.map { comparison(.equal, value, $0, condition, locals) })
  }

  // MARK: Comparisons

  private func comparison(
    _ op: Comparison, _ left: Expr, _ right: Expr, _ condition: Expr, _ locals: [Int: Bound]
  ) -> Formula {
    let (a, aLocals) = resolved(left, locals)
    let (b, bLocals) = resolved(right, locals)
    switch a.kind.merged(with: b.kind) {
    case .number, .count, .ratio, .date, .level, .award:
      break
    case .text:
      return texts(op, a, b, condition, locals)
    case .truth:
      let (x, y) = (read(a, aLocals), read(b, bLocals))
      let same: Formula =
        switch (x, y) {
        case (.constant(let known), _): known ? y : .not(y)
        case (_, .constant(let known)): known ? x : .not(x)
        default: .or([.both(x, y), .both(.not(x), .not(y))])
        }
      return op == .notEqual ? .not(same) : same
    default:
      return equality(op, a, b, condition, locals)
    }
    let (x, y) = (constant(a, aLocals), constant(b, bLocals))
    switch (x, y) {
    case (let x?, let y?): return .constant(op.holds(x, y))
    case (nil, let y?): return ordered(op, a, y, aLocals)
    case (let x?, nil): return ordered(op.mirrored, b, x, bLocals)
    case (nil, nil): return difference(op, (a, aLocals), (b, bLocals), condition)
    }
  }

  /// `x op end`, with what stands around x moved to the other side.
  private func ordered(
    _ op: Comparison, _ value: Expr, _ end: Exact, _ locals: [Int: Bound]
  ) -> Formula {
    let (value, locals) = resolved(value, locals)
    switch value.node {
    case .negate(let inner): return ordered(op.mirrored, inner, -end, locals)
    case .arithmetic(let sign, let a, let b):
      if let c = constant(b, locals) {
        switch sign {
        case .add: return ordered(op, a, end - c, locals)
        case .subtract: return ordered(op, a, end + c, locals)
        case .multiply where !c.isZero:
          return ordered(c.isNegative ? op.mirrored : op, a, end.divided(by: c), locals)
        case .divide where !c.isZero:
          return ordered(c.isNegative ? op.mirrored : op, a, end * c, locals)
        default: break
        }
      } else if let c = constant(a, locals) {
        switch sign {
        case .add: return ordered(op, b, end - c, locals)
        case .subtract: return ordered(op.mirrored, b, c - end, locals)
        case .multiply where !c.isZero:
          return ordered(c.isNegative ? op.mirrored : op, b, end.divided(by: c), locals)
        default: break
        }
      }
    case .ifBlank(let inner, let fallback):
      guard let substitute = constant(fallback, locals) else { break }
      let (inner, names) = resolved(inner, locals)
      let index = quantity(inner, .ordered, names, isOpaque: false)
      let whenBlank =
        quantities[index].possible.mayBeBlank ? op.holds(substitute, end) : nil
      return .atom(quantity: index, .compare(op, end, whenBlank: whenBlank))
    default: break
    }
    let index = quantity(value, .ordered, locals, isOpaque: false)
    return .atom(quantity: index, .compare(op, end, whenBlank: nil))
  }

  /// Two values nobody knows: the sign of their difference.
  private func difference(
    _ op: Comparison, _ left: (expr: Expr, locals: [Int: Bound]),
    _ right: (expr: Expr, locals: [Int: Bound]), _ condition: Expr
  ) -> Formula {
    let (a, b) = (key(left.expr, left.locals), key(right.expr, right.locals))
    if a == b { return .constant(op.holds(Exact(0), Exact(0))) }
    if a > b { return difference(op.mirrored, right, left, condition) }
    let text = a + " − " + b
    let index: Int
    if let known = quantityByKey[text] {
      index = known
    } else {
      let (x, y) = (possible(left.expr, left.locals), possible(right.expr, right.locals))
      let values = x.values.flatMap { p in y.values.map { p.plus($0.negated) } } ?? .all
      index = quantities.count
      quantityByKey[text] = index
      quantities.append(
        Quantity(
          sort: .ordered, expr: Expr(.number(Exact(0)), .number, condition.span), name: text,
          column: nil,
          sides: (name(left.expr, left.locals), name(right.expr, right.locals)),
          possible: Possible(values: values),
          sources: sources(left.expr, left.locals).union(sources(right.expr, right.locals))))
    }
    return .atom(quantity: index, .compare(op, Exact(0), whenBlank: nil))
  }

  private func texts(
    _ op: Comparison, _ a: Expr, _ b: Expr, _ condition: Expr, _ locals: [Int: Bound]
  ) -> Formula {
    guard op == .equal || op == .notEqual else { return opaque(condition, locals) }
    let same: Formula
    switch (a.node, b.node) {
    case (.text(let x), .text(let y)): same = .constant(x == y)
    case (_, .text(let y)):
      same = .atom(quantity: quantity(a, .text, locals, isOpaque: false), .isText(y))
    case (.text(let x), _):
      same = .atom(quantity: quantity(b, .text, locals, isOpaque: false), .isText(x))
    default: return equality(op, a, b, condition, locals)
    }
    return op == .equal ? same : .not(same)
  }

  private func equality(
    _ op: Comparison, _ a: Expr, _ b: Expr, _ condition: Expr, _ locals: [Int: Bound]
  ) -> Formula {
    if let same = sameSubject(a, b, locals) ?? sameSubject(b, a, locals) {
      return op == .notEqual ? .not(same) : same
    }
    guard op == .notEqual else { return opaque(condition, locals) }
    return .not(opaque(Expr(.compare(.equal, a, b), .truth, condition.span), locals))
  }

  /// `đơn vị là đơn vị "X"`: the key tells subjects apart where nothing else names them.
  private func sameSubject(_ value: Expr, _ wanted: Expr, _ locals: [Int: Bound]) -> Formula? {
    guard case .find(let kind, let key, _) = wanted.node, case .text(let text) = key.node,
      case .column = value.node, checker.kinds[kind].key.count == 1,
      checker.kinds[kind].aliasColumns.isEmpty
    else { return nil }
    let name = checker.kinds[kind].nameColumn
    guard name == nil || name == checker.kinds[kind].key[0] else { return nil }
    return .atom(quantity: quantity(value, .text, locals, isOpaque: false), .isText(text))
  }

  // MARK: Values

  /// The value of an expression without unknowns; careful readers do not trust parameters.
  func constant(_ expr: Expr, _ locals: [Int: Bound]) -> Exact? {
    let (expr, locals) = resolved(expr, locals)
    switch expr.node {
    case .number(let value): return value
    case .date(let days): return Exact(Int(days))
    case .level(let index): return Exact(index)
    case .award(let state): return Exact(state.rawValue)
    case .negate(let inner): return constant(inner, locals).map { -$0 }
    case .global(let index) where !isCareful:
      return checker.globals[index].global.parameter.flatMap { constant($0, [:]) }
    case .arithmetic(let op, let a, let b):
      guard let x = constant(a, locals), let y = constant(b, locals),
        x.bitWidth < 4096, y.bitWidth < 4096
      else { return nil }
      switch op {
      case .add: return x + y
      case .subtract: return x - y
      case .multiply: return x * y
      case .divide: return y.isZero ? nil : x.divided(by: y)
      }
    default: return nil
    }
  }

  /// Through bindings, to what is really meant.
  private func resolved(_ expr: Expr, _ locals: [Int: Bound]) -> (Expr, [Int: Bound]) {
    switch expr.node {
    case .local(let slot):
      guard let bound = locals[slot] else { return (expr, locals) }
      return resolved(bound.expr, bound.locals)
    case .bind(let slot, let value, let body):
      return resolved(body, locals.merging([slot: Bound(value, locals)]) { $1 })
    default: return (expr, locals)
    }
  }

  private func isRow(_ owner: Expr, _ locals: [Int: Bound]) -> Bool {
    if case .local(0) = resolved(owner, locals).0.node { true } else { false }
  }

  private func possible(_ expr: Expr, _ locals: [Int: Bound]) -> Possible {
    guard let ranges else {
      return Possible(
        values: Self.plainRange(expr.kind, checker), mayBeBlank: true, mayBeNotApplicable: true)
    }
    return ranges.possible(expr, known(locals, ranges))
  }

  private func known(_ locals: [Int: Bound], _ ranges: ValueRanges) -> [Int: Possible] {
    locals.mapValues { ranges.possible($0.expr, known($0.locals, ranges)) }
  }

  private static func plainRange(_ kind: Kind, _ checker: Checker) -> Interval {
    ValueRanges(checker).kindRange(kind)
  }

  // MARK: Quantities

  private func quantity(
    _ expr: Expr, _ sort: Quantity.Sort, _ locals: [Int: Bound], isOpaque: Bool
  ) -> Int {
    let (expr, locals) = resolved(expr, locals)
    let key = key(expr, locals)
    if let known = quantityByKey[key] { return known }
    var column: ColumnReference?
    if case .column(let kind, let index, let owner) = expr.node, isRow(owner, locals) {
      column = ColumnReference(kind: kind, column: index)
    }
    let input = column.flatMap { checker.kinds[$0.kind].columns[$0.column].input }
    quantityByKey[key] = quantities.count
    quantities.append(
      Quantity(
        sort: sort, expr: expr, name: name(expr, locals), column: column, sides: nil,
        possible: possible(expr, locals), sources: sources(expr, locals),
        isOpaque: isOpaque, hasDeclaredRange: input?.lower != nil || input?.upper != nil))
    return quantities.count - 1
  }

  private func name(_ expr: Expr, _ locals: [Int: Bound]) -> String {
    if isCareful { return "" }
    if case .column(let kind, let column, let owner) = expr.node, isRow(owner, locals),
      !checker.kinds[kind].columns[column].isHidden
        || checker.kinds[kind].columns[column].isShared
    {
      return checker.kinds[kind].columns[column].name
    }
    return checker.writtenText(expr.span)
  }

  /// Input columns the value comes from; a column of nothing stands for itself.
  private func sources(_ expr: Expr, _ locals: [Int: Bound]) -> Set<ColumnReference> {
    if isCareful { return [] }
    var found: Set<ColumnReference> = []
    ExprWalk.columns(expr) { found.formUnion(checker.sources(of: $0)) }
    ExprWalk.locals(expr) { slot in
      if let bound = locals[slot] { found.formUnion(sources(bound.expr, bound.locals)) }
    }
    return found
  }

  /// Whether two expressions over the row are one value, written twice.
  func isSame(_ a: Expr, _ b: Expr) -> Bool { key(a, [:]) == key(b, [:]) }

  /// The same for the same value, whatever slots the two places use.
  private func key(_ expr: Expr, _ locals: [Int: Bound]) -> String {
    let (expr, locals) = resolved(expr, locals)
    func all(_ parts: [Expr]) -> String {
      parts.map { key($0, locals) }.joined(separator: ";")
    }
    switch expr.node {
    case .number(let value): return "#\(value)"
    case .text(let text): return "\"\(text)\""
    case .date(let days): return "d\(days)"
    case .truth(let value): return value ? "có" : "không"
    case .level(let level): return "v\(level)"
    case .local(let slot): return "s\(slot)"
    case .global(let global): return "g\(global)"
    case .column(let kind, let column, let owner): return "c\(kind).\(column)(\(all([owner])))"
    case .arithmetic(let op, let a, let b): return "\(op)(\(all([a, b])))"
    case .negate(let a): return "neg(\(all([a])))"
    case .compare(let op, let a, let b): return "\(op)(\(all([a, b])))"
    case .and(let a, let b): return "and(\(all([a, b])))"
    case .or(let a, let b): return "or(\(all([a, b])))"
    case .not(let a): return "not(\(all([a])))"
    case .conditional(let a, let b, let c): return "if(\(all([a, b, c])))"
    case .ifBlank(let a, let b): return "blank(\(all([a, b])))"
    case .isBlank(let a): return "isBlank(\(all([a])))"
    case .isNotApplicable(let a): return "isNA(\(all([a])))"
    case .builtin(let builtin, let parts): return "\(builtin)(\(all(parts)))"
    case .call(let function, let parts): return "f\(function)(\(all(parts)))"
    case .list(let parts): return "[\(all(parts))]"
    case .memberOf(let a, let b): return "in(\(all([a, b])))"
    case .subjects(let kind): return "k\(kind)"
    case .find(let kind, let id, _): return "find\(kind)(\(all([id])))"
    case .fold(let fold, let list, let slot, let filter, let body):
      // The element is the same whatever slot it is in.
      let element = [slot: Bound(Expr(.text("phần tử \(locals.count)"), .text, .none), [:])]
      let inner = locals.merging(element) { $1 }
      let parts = [filter, body].map { $0.map { key($0, inner) } ?? "" }.joined(separator: ";")
      return "\(fold)(\(all([list]));\(parts))"
    default: return "@\(expr.span.file):\(expr.span.start)-\(expr.span.end)"
    }
  }
}
