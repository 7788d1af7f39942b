// Looking through checked trees without compiling them.

import ThiDuaSemantics

extension Expr {
  /// Calls `body` with each direct part, in order of evaluation.
  func forEachPart(_ body: (Expr) -> Void) {
    switch node {
    case .number, .text, .date, .truth, .level, .award, .blank, .notApplicable, .local, .global,
      .subjects:
      break
    case .column(_, _, let of): body(of)
    case .arithmetic(_, let a, let b), .compare(_, let a, let b), .and(let a, let b),
      .or(let a, let b), .ifBlank(let a, let b), .range(let a, let b), .index(let a, let b),
      .memberOf(let a, let b), .bind(_, let a, let b):
      body(a)
      body(b)
    case .negate(let a), .not(let a), .isBlank(let a), .isNotApplicable(let a),
      .find(_, let a, _):
      body(a)
    case .conditional(let a, let b, let c):
      body(a)
      body(b)
      body(c)
    case .builtin(_, let arguments), .call(_, let arguments), .list(let arguments):
      arguments.forEach(body)
    case .dictionary(let entries):
      for entry in entries {
        body(entry.key)
        body(entry.value)
      }
    case .fold(_, let list, _, let filter, let value):
      body(list)
      if let filter { body(filter) }
      if let value { body(value) }
    case .sorted(let list, _, let keys):
      body(list)
      keys.forEach { body($0.value) }
    case .interpolation(let pieces):
      for case .value(let value, _) in pieces { body(value) }
    case .fail(let failure):
      if let value = failure.value { body(value) }
    }
  }

  /// Calls `body` with this expression and all below it; does not nest the native stack for long sums.
  func forEachNode(_ body: (Expr) -> Void) {
    var pending = [self]
    while let next = pending.popLast() {
      body(next)
      next.forEachPart { pending.append($0) }
    }
  }

  func mentions(local slot: Int) -> Bool {
    var found = false
    forEachNode { if case .local(slot) = $0.node { found = true } }
    return found
  }

  /// One more than the highest slot used.
  package var slotCount: Int {
    var count = 0
    forEachNode { part in
      switch part.node {
      case .local(let slot), .bind(let slot, _, _), .fold(_, _, let slot, _, _),
        .sorted(_, let slot, _):
        count = max(count, slot + 1)
      default: break
      }
    }
    return count
  }
}

extension CheckedStatement {
  /// Calls `body` with each expression of the statement and of those inside it.
  func forEachExpression(_ body: (Expr) -> Void) {
    switch node {
    case .setLocal(_, let value), .setGlobal(_, let value), .evaluate(let value): body(value)
    case .setLocalElement(_, let index, let value), .setGlobalElement(_, let index, let value):
      body(index)
      body(value)
    case .branch(let condition, let then, let otherwise):
      body(condition)
      for statement in then + otherwise { statement.forEachExpression(body) }
    case .forEach(_, let list, let inner), .whileLoop(let list, let inner):
      body(list)
      for statement in inner { statement.forEachExpression(body) }
    case .giveBack(let value):
      if let value { body(value) }
    case .print(let values): values.forEach(body)
    case .leaveLoop, .nextRound, .output, .ask: break
    }
  }

  /// Calls `body` with each table or file that the statement or one inside it writes.
  func forEachOutput(_ body: (Int) -> Void) {
    switch node {
    case .output(let index): body(index)
    case .branch(_, let then, let otherwise):
      for statement in then + otherwise { statement.forEachOutput(body) }
    case .forEach(_, _, let inner), .whileLoop(_, let inner):
      for statement in inner { statement.forEachOutput(body) }
    case .setLocal, .setGlobal, .setLocalElement, .setGlobalElement, .giveBack, .leaveLoop,
      .nextRound, .print, .ask, .evaluate:
      break
    }
  }

  /// Calls `body` with each slot that the statement or one inside it sets.
  func forEachSetSlot(_ body: (Int) -> Void) {
    switch node {
    case .setLocal(let slot, _), .setLocalElement(let slot, _, _): body(slot)
    case .branch(_, let then, let otherwise):
      for statement in then + otherwise { statement.forEachSetSlot(body) }
    case .forEach(_, _, let inner), .whileLoop(_, let inner):
      for statement in inner { statement.forEachSetSlot(body) }
    case .setGlobal, .setGlobalElement, .giveBack, .leaveLoop, .nextRound, .print, .output, .ask,
      .evaluate:
      break
    }
  }
}
