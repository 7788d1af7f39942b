// Functions and procedures. A function says no kinds, so it is checked once for every combination of
// argument kinds it is called with (as templates are); a recursive call meets its own instance, whose
// result is unknown in the first of two rounds and known in the second.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

struct FunctionInstance {
  var function: Function
  var parameters: [Kind]
  /// Columns the body reads.
  var dependencies: Set<ColumnReference> = []
  var isBusy = true
}

extension Checker {
  /// A function that nests its argument in each call would be checked for ever new kinds.
  private static let largestInstanceCount = 50

  func checkFunctionCall(
    _ name: Name, _ arguments: [Expression], _ scope: Scope, _ span: Span
  ) -> Expr {
    let declaration = functionDeclarations[name.key]!
    let values = arguments.map { check($0, scope) }
    guard values.count == declaration.parameters.count else {
      report(
        CheckMessages.argumentCount(
          name.text, expected: declaration.parameters.count, found: values.count, span: span))
      return Expr(.blank, .unknown, span)
    }
    if declaration.isProcedure, !scope.seesVariables {
      report(CheckMessages.procedureInRule(name.text, span: span))
    }
    let index = pointing(to: span) { instance(of: declaration, for: values.map(\.kind)) }
    if !dependencyStack.isEmpty {
      dependencyStack[dependencyStack.count - 1].formUnion(instances[index].dependencies)
    }
    return Expr(.call(function: index, values), instances[index].function.result, span)
  }

  /// The instance for these kinds, checked when it is new.
  private func instance(of declaration: FunctionDeclaration, for kinds: [Kind]) -> Int {
    // `số lượng` and `tỷ lệ` print differently but compute alike: one instance each.
    if let known = instanceByKey[declaration.name.key]?.first(where: {
      instances[$0].parameters == kinds
    }) {
      return known
    }
    let index = instances.count
    instances.append(
      FunctionInstance(
        function: Function(
          name: declaration.name.text, parameterCount: kinds.count, result: .unknown,
          body: Body(), isProcedure: declaration.isProcedure, span: declaration.span),
        parameters: kinds))
    instanceByKey[declaration.name.key, default: []].append(index)
    if instanceByKey[declaration.name.key]!.count > Self.largestInstanceCount {
      report(CheckMessages.tooManyInstances(declaration.name.text, span: declaration.name.span))
      return index
    }
    for _ in 0..<2 {
      dependencyStack.append([])
      let before = diagnostics.count
      checkBody(index, declaration)
      instances[index].dependencies.formUnion(dependencyStack.removeLast())
      if diagnostics.count > before { break }
    }
    instances[index].isBusy = false
    return index
  }

  private func checkBody(_ index: Int, _ declaration: FunctionDeclaration) {
    let frame = Frame()
    var scope = Scope(frame: frame)
    scope.function = index
    scope.seesVariables = declaration.isProcedure
    for (parameter, kind) in zip(declaration.parameters, instances[index].parameters) {
      if scope.locals[parameter.key] != nil {
        report(
          CheckMessages.duplicateName(
            parameter.text, span: parameter.span, first: declaration.parameters[0].span))
      }
      scope.locals[parameter.key] = .init(slot: frame.fresh(), kind: kind)
    }
    var statements: [CheckedStatement]
    switch declaration.body {
    case .expression(let expression):
      let value = check(expression, scope)
      mergeResult(value, of: index)
      statements = [CheckedStatement(.giveBack(value), expression.span)]
    case .block(let block):
      statements = checkBlock(block, &scope)
      if !declaration.isProcedure, !alwaysGivesBack(block) {
        report(
          CheckMessages.missingResult(declaration.name.text, span: declaration.name.span))
      }
      if declaration.isProcedure, instances[index].function.result == .unknown {
        instances[index].function.result = .nothing
      }
    }
    instances[index].function.body = Body(statements: statements, localCount: frame.count)
  }

  /// Notes a `trả về`; all of a function's results must agree.
  func mergeResult(_ value: Expr, of index: Int) {
    let known = instances[index].function.result
    if known.agrees(with: value.kind) {
      instances[index].function.result = known.merged(with: value.kind)
    } else {
      report(
        CheckMessages.kindsDiffer(
          expected: describe(known), found: describe(value.kind), span: value.span))
    }
  }

  private func alwaysGivesBack(_ block: [Statement]) -> Bool {
    block.contains { statement in
      switch statement.node {
      case .giveBack: return true
      case .branch(let cases, let otherwise):
        guard let otherwise else { return false }
        return cases.allSatisfy { alwaysGivesBack($0.body) } && alwaysGivesBack(otherwise)
      case .whileLoop(let condition, let body):
        if case .truth(true) = condition.node { return body.contains { alwaysGivesBack([$0]) } }
        return false
      default: return false
      }
    }
  }

  /// Functions nobody calls still have their names looked at; their code is not kept.
  func checkUnusedFunctions() {
    let (kept, keptByKey) = (instances.count, instanceByKey)
    defer {
      instances.removeLast(instances.count - kept)
      instanceByKey = keptByKey
    }
    for (key, declaration) in functionDeclarations.sorted(by: { $0.key < $1.key })
    where instanceByKey[key] == nil {
      _ = instance(
        of: declaration, for: declaration.parameters.map { _ in Kind.unknown })
    }
  }
}
