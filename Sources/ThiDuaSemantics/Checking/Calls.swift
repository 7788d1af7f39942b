// Calls: which built-in of the table (Builtins.swift), aggregate or function of the script a name means.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func checkCall(
    _ name: Name, _ arguments: [Expression], _ scope: Scope, _ span: Span
  ) -> Expr {
    if functionDeclarations[name.key] != nil {
      return checkFunctionCall(name, arguments, scope, span)
    }
    if let fold = Self.aggregates[name.key] {
      if arguments.count == 1 { return checkAggregate(fold, arguments[0], scope, span) }
      if fold == .maximum || fold == .minimum, arguments.count > 1 {
        return extreme(fold == .maximum ? .larger : .smaller, arguments, scope, span)
      }
      report(
        CheckMessages.argumentCount(name.text, expected: 1, found: arguments.count, span: span))
      return Expr(.blank, .unknown, span)
    }
    if let years = checkYearCall(name, arguments, scope, span) { return years }
    if let signature = BuiltinSignature.byKey[name.key] {
      return checkBuiltin(signature, arguments, scope, span)
    }
    for argument in arguments { _ = check(argument, scope) }
    let known =
      functionDeclarations.values.map(\.name.text) + FunctionHelp.all.map(\.name)
    report(
      CheckMessages.unknownFunction(
        name.text, span: name.span, suggestions: Spelling.closest(to: name.text, in: known.sorted())
      ))
    return Expr(.blank, .unknown, span)
  }

  /// `lớn nhất(a; b; c)`.
  private func extreme(
    _ builtin: Builtin, _ arguments: [Expression], _ scope: Scope, _ span: Span
  ) -> Expr {
    let values = arguments.map { check($0, scope) }
    for value in values.dropFirst() { expect(value, values[0].kind) }
    return values.dropFirst().reduce(values[0]) {
      Expr(.builtin(builtin, [$0, $1]), $0.kind.merged(with: $1.kind), span)
    }
  }

  private func checkBuiltin(
    _ signature: BuiltinSignature, _ arguments: [Expression], _ scope: Scope, _ span: Span
  ) -> Expr {
    let most = signature.parameters.count
    guard arguments.count <= most, arguments.count >= most - signature.optional else {
      report(
        CheckMessages.argumentCount(
          signature.name, expected: most, found: arguments.count, span: span))
      return Expr(.blank, signature.result, span)
    }
    var inner = scope
    if signature.builtin == .textOf { inner.allowsBlank = true }
    var values = arguments.map { check($0, inner) }
    for (value, parameter) in zip(values, signature.parameters) {
      switch parameter {
      case .number: expectNumber(value)
      case .text: expect(value, .text)
      case .date: expect(value, .date)
      case .list: _ = element(of: value, value.span)
      case .container:
        if case .dictionary = value.kind { break }
        if value.kind != .unknown {
          report(CheckMessages.listExpected(describe(value.kind), span: value.span))
        }
      case .any: break
      }
    }
    if values.count < most { values.append(Expr(.number(Exact(0)), .number, span)) }
    var result = signature.result
    switch signature.builtin {
    case .firstElements, .reversed: result = values[0].kind
    case .append:
      let element = element(of: values[0], values[0].span)
      expect(values[1], element)
      result = .list(element.merged(with: values[1].kind))
    case .keys:
      if case .dictionary(let key, _) = values[0].kind { result = .list(key) }
    case .round, .roundUp, .roundDown, .roundHalfEven, .roundToStep, .roundUpToStep,
      .roundDownToStep, .absolute:
      if values[0].kind == .ratio { result = .ratio }
    default: break
    }
    return Expr(.builtin(signature.builtin, values), result, span)
  }
}
