// Calls: the table of built-in functions, and which of them, an aggregate or a function a name means.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// One built-in as the script calls it. The table is what the reference page and `trợ giúp` list.
public struct BuiltinSignature: Sendable {
  public enum Parameter: Sendable { case number, text, date, list, container, any }
  public var name: String
  public var builtin: Builtin
  public var parameters: [Parameter]
  /// How many of the last parameters may be left out.
  public var optional: Int
  public var result: Kind
  /// One line for people.
  public var meaning: String

  init(
    _ name: String, _ builtin: Builtin, _ parameters: [Parameter], _ result: Kind,
    optional: Int = 0, _ meaning: String
  ) {
    self.name = name
    self.builtin = builtin
    self.parameters = parameters
    self.optional = optional
    self.result = result
    self.meaning = meaning
  }

  /// All built-ins, in the order the reference lists them.
  public static let all: [BuiltinSignature] = [
    .init(
      "làm tròn", .round, [.number, .number], .number, optional: 1,
      "làm tròn(x; n): đến n chữ số thập phân, nửa thì lên về phía xa số 0"),
    .init(
      "làm tròn lên", .roundUp, [.number, .number], .number, optional: 1,
      "làm tròn lên(x; n): số nhỏ nhất có n chữ số thập phân không nhỏ hơn x"),
    .init(
      "làm tròn xuống", .roundDown, [.number, .number], .number, optional: 1,
      "làm tròn xuống(x; n): số lớn nhất có n chữ số thập phân không lớn hơn x"),
    .init(
      "làm tròn nửa chẵn", .roundHalfEven, [.number, .number], .number, optional: 1,
      "làm tròn nửa chẵn(x; n): đúng nửa thì về chữ số chẵn"),
    .init(
      "làm tròn theo bước", .roundToStep, [.number, .number], .number,
      "làm tròn theo bước(x; bước): bội số gần nhất của bước"),
    .init(
      "làm tròn lên theo bước", .roundUpToStep, [.number, .number], .number,
      "làm tròn lên theo bước(x; bước): bội số của bước, không nhỏ hơn x"),
    .init(
      "làm tròn xuống theo bước", .roundDownToStep, [.number, .number], .number,
      "làm tròn xuống theo bước(x; bước): bội số của bước, không lớn hơn x"),
    .init(
      "phần nguyên", .integerPart, [.number], .number,
      "phần nguyên(x): số nguyên lớn nhất không lớn hơn x"),
    .init(
      "phần dư", .remainder, [.number, .number], .number,
      "phần dư(a; b): phần dư của a chia cho b, cùng dấu với b"),
    .init("giá trị tuyệt đối", .absolute, [.number], .number, "giá trị tuyệt đối(x)"),
    .init("lũy thừa", .power, [.number, .number], .number, "lũy thừa(x; n): n là số nguyên"),
    .init(
      "căn bậc hai", .squareRoot, [.number, .number], .number,
      "căn bậc hai(x; n): làm tròn đến n chữ số thập phân"),
    .init("độ dài", .length, [.text], .count, "độ dài(t): số chữ cái và dấu của t"),
    .init("chữ hoa", .uppercase, [.text], .text, "chữ hoa(t)"),
    .init("chữ thường", .lowercase, [.text], .text, "chữ thường(t)"),
    .init("chứa", .contains, [.text, .text], .truth, "chứa(t; phần): t có phần ấy hay không"),
    .init("bắt đầu bằng", .startsWith, [.text, .text], .truth, "bắt đầu bằng(t; phần)"),
    .init("kết thúc bằng", .endsWith, [.text, .text], .truth, "kết thúc bằng(t; phần)"),
    .init("thay", .replace, [.text, .text, .text], .text, "thay(t; cũ; mới): thay mọi chỗ"),
    .init("tách", .split, [.text, .text], .list(.text), "tách(t; dấu): danh sách các phần"),
    .init("nối", .join, [.list, .text], .text, "nối(danh sách; dấu)"),
    .init("bỏ dấu", .unaccented, [.text], .text, "bỏ dấu(t)"),
    .init("tên gọi", .givenName, [.text], .text, "tên gọi(họ tên): tên riêng, từ cuối cùng"),
    .init("bằng chữ", .inWords, [.number], .text, "bằng chữ(1.250.000)"),
    .init("thành chữ", .textOf, [.any], .text, "thành chữ(x): x như khi in ra"),
    .init(
      "thành số", .numberOf, [.text], .number, "thành số(t): t phải là một số viết kiểu Việt Nam"),
    .init("ngày", .makeDate, [.number, .number, .number], .date, "ngày(14; 10; 2026)"),
    .init("năm", .yearOf, [.date], .count, "năm(ngày)"),
    .init("tháng", .monthOf, [.date], .count, "tháng(ngày)"),
    .init("quý", .quarterOf, [.date], .count, "quý(ngày)"),
    .init("thứ", .weekdayOf, [.date], .count, "thứ(ngày): thứ hai là 2, chủ nhật là 1"),
    .init("thêm ngày", .addDays, [.date, .number], .date, "thêm ngày(ngày; n)"),
    .init("thêm tháng", .addMonths, [.date, .number], .date, "thêm tháng(ngày; n)"),
    .init(
      "số ngày giữa", .daysBetween, [.date, .date], .number,
      "số ngày giữa(a; b): từ a đến b, không tính ngày a"),
    .init(
      "số ngày làm việc", .workingDaysBetween, [.date, .date], .number,
      "số ngày làm việc(a; b): sau ngày a, đến hết ngày b, trừ thứ bảy, chủ nhật và ngày nghỉ"),
    .init("đầu", .firstElements, [.list, .number], .unknown, "đầu(L; n): n phần tử đầu"),
    .init(
      "thêm", .append, [.list, .any], .unknown,
      "thêm(L; x): danh sách L có thêm x ở cuối"),
    .init("đảo ngược", .reversed, [.list], .unknown, "đảo ngược(L)"),
    .init("các khóa", .keys, [.container], .unknown, "các khóa(từ điển)"),
    .init("có khóa", .hasKey, [.container, .any], .truth, "có khóa(từ điển; khóa)"),
  ]

  static let byKey: [String: BuiltinSignature] = Dictionary(
    uniqueKeysWithValues: all.map { (VietnameseText.lookupKey($0.name), $0) })
}

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
      functionDeclarations.values.map(\.name.text) + BuiltinSignature.all.map(\.name)
      + Self.aggregateNames.map(\.name) + YearFunction.allCases.map(\.rawValue)
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
