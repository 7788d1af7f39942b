// Statements: locals and variables, loops, output. The main program's `đặt` makes variables that live
// as long as the run; inside functions and loops `đặt` makes locals of the block.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func checkMain() {
    let frame = Frame()
    var scope = Scope(frame: frame)
    scope.isMain = true
    scope.seesVariables = true
    dependencyStack.append([])
    var statements: [CheckedStatement] = []
    if parts.isEmpty { statements = checkBlock(actions, &scope) }
    for part in parts {
      switch part {
      case .actions(let actions): statements += checkBlock(actions, &scope)
      case .request(let request): check(request, scope)
      }
    }
    dependencyStack.removeLast()
    program.parts = parts
    program.main = Body(statements: statements, localCount: frame.count)
  }

  /// Checks statements in order; what they declare is seen by the ones after.
  func checkBlock(_ statements: [Statement], _ scope: inout Scope) -> [CheckedStatement] {
    statements.map { CheckedStatement(check($0, &scope), $0.span) }
  }

  /// A block of its own: what it declares is forgotten at its end.
  private func checkInner(_ statements: [Statement], _ scope: Scope) -> [CheckedStatement] {
    var inner = scope
    return checkBlock(statements, &inner)
  }

  private func check(_ statement: Statement, _ scope: inout Scope) -> CheckedStatement.Node {
    switch statement.node {
    case .set(let name, let value):
      return checkSet(name, value, &scope)
    case .setElement(let name, let index, let value):
      return checkSetElement(name, index, value, scope)
    case .branch(let cases, let otherwise):
      let last = otherwise.map { checkInner($0, scope) } ?? []
      let checked = cases.map { (checkCondition($0.condition, scope), checkInner($0.body, scope)) }
      var rest = last
      for (condition, body) in checked.reversed() {
        rest = [
          CheckedStatement(.branch(condition, then: body, otherwise: rest), statement.span)
        ]
      }
      return rest[0].node
    case .forEach(let variable, let list, let body):
      let source = check(list, scope)
      var inner = scope
      inner.isInLoop = true
      let slot = scope.frame.fresh()
      inner.locals[variable.key] = .init(slot: slot, kind: element(of: source, list.span))
      return .forEach(slot: slot, source, checkBlock(body, &inner))
    case .whileLoop(let condition, let body):
      var inner = scope
      inner.isInLoop = true
      return .whileLoop(checkCondition(condition, scope), checkBlock(body, &inner))
    case .giveBack(let value):
      guard let function = scope.function else {
        report(CheckMessages.resultOutsideFunction(span: statement.span))
        return .giveBack(nil)
      }
      guard let value else { return .giveBack(nil) }
      let result = check(value, scope, expecting: instances[function].function.result)
      mergeResult(result, of: function)
      return .giveBack(result)
    case .leaveLoop, .nextRound:
      if !scope.isInLoop { report(CheckMessages.loopWordOutsideLoop(span: statement.span)) }
      if case .leaveLoop = statement.node { return .leaveLoop }
      return .nextRound
    case .print(let values):
      mayAct(scope, statement.span)
      var open = scope
      open.allowsBlank = true
      return .print(values.map { check($0, open) })
    case .printTable(let list, let columns):
      mayAct(scope, statement.span)
      return checkOutput(list, columns, file: nil, style: nil, scope, statement.span)
    case .printProgress(let day):
      mayAct(scope, statement.span)
      return checkProgressReport(day, scope, statement.span)
    case .export(let list, let file, let style, let columns):
      mayAct(scope, statement.span)
      return checkOutput(list, columns, file: file, style: style, scope, statement.span)
    case .why(let isNegative, let asked, let file):
      mayAct(scope, statement.span)
      return checkWhy(isNegative: isNegative, asked, file: file, scope, statement.span)
    case .call(let name, let arguments):
      return .evaluate(checkCall(name, arguments, scope, statement.span))
    }
  }

  /// Functions are pure: only the main program and procedures print or write.
  private func mayAct(_ scope: Scope, _ span: Span) {
    if !scope.seesVariables { report(CheckMessages.actionInFunction(span: span)) }
  }

  // MARK: đặt

  private func checkSet(
    _ name: Name, _ value: Expression, _ scope: inout Scope
  ) -> CheckedStatement.Node {
    if let local = scope.locals[name.key] {
      let kind = scope.kind(of: local)
      let result = check(value, scope, expecting: kind)
      expect(result, kind)
      if isOpen(kind) { scope.frame.learnt[local.slot] = kind.merged(with: result.kind) }
      return .setLocal(local.slot, result)
    }
    if scope.isMain || (scope.seesVariables && globalByKey[name.key] != nil) {
      return checkSetVariable(name, value, scope)
    }
    let result = check(value, scope)
    let slot = scope.frame.fresh()
    scope.locals[name.key] = .init(slot: slot, kind: result.kind)
    return .setLocal(slot, result)
  }

  private func isOpen(_ kind: Kind) -> Bool {
    switch kind {
    case .unknown: true
    case .list(let element): isOpen(element)
    case .dictionary(let key, let value): isOpen(key) || isOpen(value)
    default: false
    }
  }

  private func checkSetVariable(
    _ name: Name, _ value: Expression, _ scope: Scope
  ) -> CheckedStatement.Node {
    if let index = globalByKey[name.key] {
      if globals[index].declaration != nil {
        report(CheckMessages.parameterSet(name.text, span: name.span))
      }
      let kind = globals[index].global.kind
      let result = check(value, scope, expecting: kind)
      expect(result, kind)
      if isOpen(kind) { globals[index].global.kind = kind.merged(with: result.kind) }
      return .setGlobal(index, result)
    }
    let result = check(value, scope)
    let index = globals.count
    globalByKey[name.key] = index
    globals.append(
      GlobalDraft(
        global: Global(name: name.text, kind: result.kind, parameter: nil, span: name.span)))
    return .setGlobal(index, result)
  }

  private func checkSetElement(
    _ name: Name, _ index: Expression, _ value: Expression, _ scope: Scope
  ) -> CheckedStatement.Node {
    let container = resolve(name, scope, span: name.span)
    let place: Expr
    let result: Expr
    switch container.kind {
    case .list(let element):
      place = check(index, scope)
      expectNumber(place)
      result = check(value, scope, expecting: element)
      expect(result, element)
    case .dictionary(let key, let element):
      place = check(index, scope, expecting: key)
      expect(place, key)
      result = check(value, scope, expecting: element)
      expect(result, element)
    default:
      place = check(index, scope)
      result = check(value, scope)
      if container.kind != .unknown {
        report(CheckMessages.listExpected(describe(container.kind), span: name.span))
      }
    }
    switch container.node {
    case .local(let slot): return .setLocalElement(slot, index: place, result)
    case .global(let global): return .setGlobalElement(global, index: place, result)
    default:
      if container.kind != .unknown {
        report(CheckMessages.notAssignable(name.text, span: name.span))
      }
      return .evaluate(result)
    }
  }

  // MARK: Tables and files

  private func checkOutput(
    _ list: Expression, _ columns: [OutputColumn], file: Expression?, style: NumberStyle?,
    _ scope: Scope, _ span: Span
  ) -> CheckedStatement.Node {
    var base = reassociated(list, scope)
    var keys: [SortKey] = []
    // The order goes with the output, so that a million rows are sorted as columns.
    if case .sorted(let inner, let written) = base.node { (base, keys) = (inner, written) }
    let source = check(base, scope)
    guard case .subject(let kind) = element(of: source, base.span) else {
      if source.kind != .unknown, case .list = source.kind {
        report(CheckMessages.subjectsExpected(describe(source.kind), span: base.span))
      }
      return .evaluate(Expr(.blank, .unknown, span))
    }
    let frame = Frame()
    var inner = Scope(frame: frame)
    inner.subjects = [.init(kind: kind, slot: frame.fresh())]
    inner.allowsBlank = true
    inner.seesVariables = scope.seesVariables
    var captures: [Int] = []
    for (key, local) in scope.locals.sorted(by: { $0.value.slot < $1.value.slot }) {
      captures.append(local.slot)
      inner.locals[key] = .init(slot: frame.fresh(), kind: scope.kind(of: local))
    }
    let sort = orderKeys(keys, inner)
    let written = columns.isEmpty ? everyColumn(of: kind, isFile: file != nil, span) : columns
    let fields = written.map { column in
      let value = check(column.value, inner)
      if case .list = value.kind { report(CheckMessages.listInColumn(span: column.value.span)) }
      if column.decimals != nil { expectNumber(value) }
      return OutputField(
        title: column.title ?? ownTitle(column.value),
        value: value, decimals: column.decimals)
    }
    reportRepeatedTitles(fields, file != nil)
    let path = file.map { check($0, scope, expecting: .text) }
    if let path {
      expect(path, .text)
      checkForm(of: path, hasStyle: style != nil)
    }
    program.outputs.append(
      Output(
        list: source, kind: kind, captures: captures, sort: sort, columns: fields,
        localCount: frame.count, file: path, style: style ?? .vietnamese, span: span))
    return .output(program.outputs.count - 1)
  }

  /// What the name of the file says, when the script has it written out.
  private func checkForm(of path: Expr, hasStyle: Bool) {
    guard case .text(let name) = path.node else { return }
    switch ListForm(name) {
    case .csv: break
    case .workbook:
      if hasStyle { report(DataMessages.styleOfWorkbook(name, span: path.span)) }
    case nil:
      report(DataMessages.listFormUnknown(name, endings: ListForm.endings, span: path.span))
    }
  }

  /// The columns of an output that names none: a file gets all, a table the names and what is reckoned.
  private func everyColumn(of kind: Int, isFile: Bool, _ span: Span) -> [OutputColumn] {
    kinds[kind].columns.indices.compactMap { index in
      let column = kinds[kind].columns[index]
      if column.isHidden { return nil }
      if case .list = column.kind { return nil }
      let names = kinds[kind].key.contains(index) || kinds[kind].nameColumn == index
      guard isFile || names || column.input == nil else { return nil }
      return OutputColumn(
        value: Expression(.name(ownName(column.name, span)), span), title: column.name,
        decimals: nil)
    }
  }

  /// The heading of a column without a title: what is written, a lone name without its quotes.
  private func ownTitle(_ value: Expression) -> String {
    if case .name(let name) = value.node { return name.text }
    return words(at: value.span)
  }

  private func reportRepeatedTitles(_ fields: [OutputField], _ isFile: Bool) {
    guard isFile else { return }
    var seen: Set<String> = []
    for field in fields where !seen.insert(VietnameseText.lookupKey(field.title)).inserted {
      report(CheckMessages.repeatedTitle(field.title, span: field.value.span))
    }
  }
}
