// Checked trees written by hand, short enough to read in a test.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

/// A number literal from decimal text with a point: `1.07`.
func decimal(_ text: String) -> Exact {
  let isNegative = text.hasPrefix("-")
  let parts = text.drop { $0 == "-" }.split(separator: ".")
  return Exact(
    digits: parts[0].utf8, fraction: parts.count > 1 ? parts[1].utf8 : "".utf8[...],
    isNegative: isNegative)!
}

func expr(_ node: Expr.Node, _ kind: Kind = .number) -> Expr { Expr(node, kind, .none) }
func num(_ text: String) -> Expr { expr(.number(decimal(text))) }
func num(_ whole: Int) -> Expr { expr(.number(Exact(whole))) }
func local(_ slot: Int, _ kind: Kind = .number) -> Expr { expr(.local(slot), kind) }
func text(_ text: String) -> Expr { expr(.text(text), .text) }
func truth(_ truth: Bool) -> Expr { expr(.truth(truth), .truth) }
let blank = expr(.blank, .unknown)

func + (a: Expr, b: Expr) -> Expr { expr(.arithmetic(.add, a, b)) }
func - (a: Expr, b: Expr) -> Expr { expr(.arithmetic(.subtract, a, b)) }
func * (a: Expr, b: Expr) -> Expr { expr(.arithmetic(.multiply, a, b)) }
func / (a: Expr, b: Expr) -> Expr { expr(.arithmetic(.divide, a, b)) }
func compare(_ a: Expr, _ comparison: ThiDuaSemantics.Comparison, _ b: Expr) -> Expr {
  expr(.compare(comparison, a, b), .truth)
}
func round(_ a: Expr, _ places: Int) -> Expr { expr(.builtin(.round, [a, num(places)])) }
func builtin(_ function: Builtin, _ kind: Kind, _ arguments: Expr...) -> Expr {
  expr(.builtin(function, arguments), kind)
}
func list(_ elements: [Expr], _ kind: Kind = .number) -> Expr { expr(.list(elements), .list(kind)) }
func range(_ low: Expr, _ high: Expr) -> Expr { expr(.range(low, high), .list(.number)) }
func index(_ container: Expr, _ key: Expr, _ kind: Kind = .number) -> Expr {
  expr(.index(container, key), kind)
}
func call(_ function: Int, _ kind: Kind = .number, _ arguments: Expr...) -> Expr {
  expr(.call(function: function, arguments), kind)
}
/// The field of the current subject.
func field(_ kind: Int, _ column: Int, _ valueKind: Kind = .number) -> Expr {
  expr(.column(kind: kind, column: column, of: local(0, .subject(kind))), valueKind)
}

func statement(_ node: CheckedStatement.Node) -> CheckedStatement { CheckedStatement(node, .none) }
func set(_ slot: Int, _ value: Expr) -> CheckedStatement { statement(.setLocal(slot, value)) }
func giveBack(_ value: Expr) -> CheckedStatement { statement(.giveBack(value)) }

func function(
  _ parameterCount: Int, locals: Int, name: String = "f", _ statements: CheckedStatement...
) -> Function {
  Function(
    name: name, parameterCount: parameterCount, result: .number,
    body: Body(statements: statements, localCount: locals), isProcedure: false, span: .none)
}

func inputColumn(_ name: String, _ kind: Kind = .number) -> Column {
  Column(name: name, kind: kind, source: .input(InputRule()), rule: RuleInformation(span: .none))
}
func computedColumn(
  _ name: String, kind: Kind = .number, locals: Int = 1, isHidden: Bool = false, _ value: Expr
) -> Column {
  Column(
    name: name, kind: kind,
    source: .computed(Computation(expression: value, localCount: locals)), isHidden: isHidden,
    rule: RuleInformation(span: .none))
}

func words(_ values: [Value]) -> ColumnStorage {
  let column = ColumnStorage(.word, rowCount: values.count)
  for (row, value) in values.enumerated() {
    let word: Word =
      switch value {
      case .immediate(let immediate): Word(immediate: immediate)
      case .exact(let exact): column.addException(exact)
      case .notApplicable: .notApplicable
      default: .blank
      }
    column.store(word, at: row)
  }
  return column
}
func numbers(_ values: [String?]) -> ColumnStorage {
  words(values.map { $0.map { .number(decimal($0)) } ?? .blank })
}
func texts(_ values: [String?], in table: TextTable) -> ColumnStorage {
  let column = ColumnStorage(.text, rowCount: values.count)
  for (row, value) in values.enumerated() {
    column.store(value.map { Word(text: table.intern($0)) } ?? .blank, at: row)
  }
  return column
}
func codes(_ values: [UInt8?]) -> ColumnStorage {
  let column = ColumnStorage(.code, rowCount: values.count)
  for (row, value) in values.enumerated() {
    column.store(value.map { Word(immediate: Int64($0)) } ?? .blank, at: row)
  }
  return column
}

extension Value {
  static func decimal(_ text: String) -> Value { .number(MachineTests.decimal(text)) }
  static func whole(_ number: Int) -> Value { .number(Exact(number)) }
}
