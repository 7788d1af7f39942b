// Going over lists: folds, sorting, loops.
//
// `iterate` makes no list where it can do without: ranges, all subjects of a kind, inverse lists, and
// lists collected from another list are gone over as they are. So elements of a collected list are
// evaluated one by one between the rounds of the loop over it.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics

extension ExpressionCompiler {
  /// Emits a loop over `list` with each element in `element`; `body` gets the label of the next round.
  /// With `isStatement` the body may change variables, so a list that has an owner is kept from change.
  func iterate(
    _ list: Expr, element: Register, isStatement: Bool = false, _ body: (Label) -> Void
  ) {
    switch list.node {
    case .range(let low, let high):
      let iterator = code.takeRegisters(2)
      scoped {
        let (x, y) = (value(low), value(high))
        site(list, low, high)
        code.emit(.rangeStart, iterator, x, y)
      }
      rounds(.rangeNext, iterator, element, list, body)
    case .subjects(let kind):
      let iterator = code.takeRegisters(2)
      code.emit(.rowsStart, iterator, 0, kind)
      rounds(.rowsNext, iterator, element, list, body)
    case .column(let kind, let column, let of)
    where isInverse(kind, column) && !isComputed(kind, column, of):
      let iterator = code.takeRegisters(3)
      scoped {
        let subject = value(of)
        site(list, of)
        code.emit(.inverseStart, iterator, subject, program.input(kind, column))
      }
      rounds(.inverseNext, iterator, element, list, body)
    // A statement may change what the filter reads, so there the list is collected beforehand.
    case .fold(.collect, let inner, let slot, let filter, let value) where !isStatement:
      iterate(inner, element: register(slot)) { next in
        if let filter { jump(to: next, if: filter, is: false) }
        if let value {
          compile(value, to: element)
        } else {
          move(register(slot), to: element)
        }
        code.jump(.jumpIfNotApplicable, element, to: next)
        body(next)
      }
    default:
      let iterator = code.takeRegisters(2)
      scoped {
        let x = value(list)
        if isStatement && Self.maybeShared(list) { code.emit(.share, x) }
        site(list, list)
        code.emit(.listStart, iterator, x)
      }
      rounds(.listNext, iterator, element, list, body)
    }
  }

  private func rounds(
    _ op: Opcode, _ iterator: Register, _ element: Register, _ list: Expr, _ body: (Label) -> Void
  ) {
    let next = code.makeLabel()
    let round = code.makeLabel()
    code.jump(to: next)
    code.bind(round)
    scoped { body(next) }
    code.bind(next)
    code.setSite(list.span)
    code.jump(op, iterator, element, to: round)
  }

  private func isInverse(_ kind: Int, _ column: Int) -> Bool {
    if case .inverse = program.checked.subjectKinds[kind].columns[column].source { return true }
    return false
  }

  private func isComputed(_ kind: Int, _ column: Int, _ of: Expr) -> Bool {
    guard case .local(0) = of.node else { return false }
    return computed[ColumnReference(kind: kind, column: column)] != nil
  }

  // MARK: Folds

  func emitFold(
    _ expr: Expr, _ fold: Fold, _ list: Expr, _ slot: Int, _ filter: Expr?, _ body: Expr?,
    to target: Register
  ) {
    let element = register(slot)
    let result = code.takeRegisters()
    let item = body ?? Expr(.local(slot), expr.kind, list.span)
    /// Each element that passes the filter, with its body's value; not-applicable ones left out.
    func eachValue(_ use: (_ value: Register, _ next: Label) -> Void) {
      iterate(list, element: element) { next in
        if let filter { jump(to: next, if: filter, is: false) }
        let x = value(item)
        code.jump(.jumpIfNotApplicable, x, to: next)
        use(x, next)
      }
    }
    let one = program.constant(program.word(Exact(1)))

    switch fold {
    case .sum:
      load(Word(immediate: 0), to: result)
      iterate(list, element: element) { next in
        if let filter { jump(to: next, if: filter, is: false) }
        let x = value(item)
        site(expr, item, item)
        code.emit(.add, result, result, x)
      }
    case .count:
      load(Word(immediate: 0), to: result)
      iterate(list, element: element) { next in
        if let filter { jump(to: next, if: filter, is: false) }
        if let body { code.jump(.jumpIfNotApplicable, value(body), to: next) }
        addOne(to: result, one)
      }
    case .average:
      let count = code.takeRegisters()
      load(Word(immediate: 0), to: result)
      load(Word(immediate: 0), to: count)
      eachValue { x, _ in
        site(expr, item, item)
        code.emit(.add, result, result, x)
        addOne(to: count, one)
      }
      emitQuotient(expr, result, count, to: result)
    case .share:
      let count = code.takeRegisters()
      load(Word(immediate: 0), to: result)
      load(Word(immediate: 0), to: count)
      iterate(list, element: element) { next in
        addOne(to: count, one)
        if let filter { jump(to: next, if: filter, is: false) }
        addOne(to: result, one)
      }
      emitQuotient(expr, result, count, to: result)
    case .median, .collect:
      code.emit(.newList, result)
      eachValue { x, _ in
        if fold == .median {
          site(expr, item)
          code.emit(.requirePresent, x)
        }
        if Self.maybeShared(item) {
          let owned = code.takeRegisters()
          move(x, to: owned)
          code.emit(.share, owned)
          code.emit(.appendElement, result, owned)
        } else {
          code.emit(.appendElement, result, x)
        }
      }
      if fold == .median { code.emit(.median, result, result) }
    case .maximum, .minimum:
      load(.blank, to: result)
      eachValue { x, next in
        let isFirst = code.makeLabel()
        site(expr, item, item)
        code.emit(.requirePresent, x)
        code.jump(.jumpIfBlank, result, to: isFirst)
        code.emit(fold == .maximum ? .larger : .smaller, result, result, x)
        code.jump(to: next)
        code.bind(isFirst)
        move(x, to: result)
      }
    case .every, .none:
      let wanted = fold == .every
      let end = code.makeLabel()
      load(Word(truth: true), to: result)
      eachValue { x, next in
        site(expr, item)
        code.jump(wanted ? .jumpIfTrue : .jumpIfFalse, x, to: next)
        load(Word(truth: false), to: result)
        code.jump(to: end)
      }
      code.bind(end)
    }
    move(result, to: target)
  }

  private func addOne(to count: Register, _ one: Int) {
    if one <= Int(UInt16.max) {
      code.emit(.addConstant, count, count, one)
    } else {
      scoped {
        let x = code.takeRegisters()
        code.emitWide(.loadConstant, x, one)
        code.emit(.add, count, count, x)
      }
    }
  }

  /// sum / count, blank for none.
  private func emitQuotient(
    _ expr: Expr, _ sum: Register, _ count: Register, to target: Register
  ) {
    let isEmpty = code.makeLabel()
    let end = code.makeLabel()
    scoped {
      let zero = code.takeRegisters()
      load(Word(immediate: 0), to: zero)
      code.jump(.jumpEqual, count, zero, to: isEmpty)
    }
    code.setSite(expr.span)
    code.emit(.divide, target, sum, count)
    code.jump(to: end)
    code.bind(isEmpty)
    load(.blank, to: target)
    code.bind(end)
  }

  // MARK: Sorting

  func emitSorted(
    _ expr: Expr, _ list: Expr, _ slot: Int, _ keys: [Expr.OrderKey], to target: Register
  ) {
    let result = code.takeRegisters()
    let keyLists = code.takeRegisters(max(1, keys.count))
    let element = register(slot)
    code.emit(.newList, result)
    for index in keys.indices { code.emit(.newList, keyLists + index) }
    iterate(list, element: element) { _ in
      if case .list(let kind) = list.kind {
        append(Expr(.local(slot), kind, list.span), to: result, for: expr)
      } else {
        code.emit(.appendElement, result, element)
      }
      for (index, key) in keys.enumerated() {
        scoped {
          let x = value(key.value)
          code.emit(.appendElement, keyLists + index, x)
        }
      }
    }
    let order = SortOrder(
      keys: keys.map {
        SortOrder.Key(kind: ValueKind($0.value.kind), isDescending: $0.isDescending)
      })
    code.setSite(expr.span)
    code.emit(.sort, result, keyLists, program.sortOrder(order))
    move(result, to: target)
  }
}
