// Random expressions that a checker would accept, over two kinds of subject, from a fixed seed.

import ThiDuaMachine
import ThiDuaNumber
import ThiDuaSemantics
import ThiDuaSyntax
import ThiDuaText

struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Kind 0 has rows of every kind of value and refers to kind 1, which lists them.
struct RandomTrees {
  static let mainKinds: [Kind] = [
    .number, .number, .ratio, .text, .date, .truth, .level(0), .subject(1),
  ]
  static let levels = ["Thấp", "Vừa", "Cao"]
  var random: Random
  /// Slots in use; slot 0 is the row.
  var slots: [Kind] = [.subject(0)]
  var usesFunctions = true

  init(seed: UInt64) { random = Random(seed: seed) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func literal() -> Exact {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: Exact(Int.random(in: -3...12, using: &random))
    case 1: Exact(micros: Int64.random(in: -5_000_000...5_000_000, using: &random))
    case 2: Exact(Int.random(in: 1...7, using: &random)).divided(by: Exact(3))
    case 3: Exact(Int.random(in: 4_000_000_000_000...4_700_000_000_000, using: &random))
    case 4: Exact(micros: Int64.random(in: 0...99, using: &random) * 10_000)
    case 5: .zero
    default: Exact(Int.random(in: 0...100, using: &random))
    }
  }

  mutating func value(_ kind: Kind, depth: Int) -> Expr {
    if depth <= 0 || chance(15) { return leaf(kind) }
    if chance(8) {
      return expr(
        .conditional(
          value(.truth, depth: depth - 1), value(kind, depth: depth - 1),
          value(kind, depth: depth - 1)), kind)
    }
    if chance(6) {
      return expr(
        .ifBlank(value(kind, depth: depth - 1), value(kind, depth: depth - 1)), kind)
    }
    if chance(6) {
      let bound: Kind = chance(70) ? .number : .text
      let inner = value(bound, depth: depth - 1)
      let slot = slots.count
      slots.append(bound)
      let body = value(kind, depth: depth - 1)
      slots[slot] = .nothing
      return expr(.bind(slot: slot, inner, in: body), kind)
    }
    switch kind {
    case .number, .count, .ratio: return number(depth - 1)
    case .truth: return condition(depth - 1)
    case .text: return string(depth - 1)
    case .date: return date(depth - 1)
    case .list: return listValue(depth - 1)
    default: return leaf(kind)
    }
  }

  private mutating func leaf(_ kind: Kind) -> Expr {
    let found = slots.indices.dropFirst().filter { slots[$0] == kind }
    if let slot = found.randomElement(using: &random), chance(50) { return local(slot, kind) }
    let columns = Self.mainKinds.indices.filter { Self.mainKinds[$0] == kind }
    if let column = columns.randomElement(using: &random), chance(60) {
      return field(0, column, kind)
    }
    if chance(2) { return expr(.blank, kind) }
    if chance(2) { return expr(.notApplicable, kind) }
    switch kind {
    case .text:
      return text(["", "a", "đơn vị", "Cụm 10", "Cụm 2", "Hoà"].randomElement(using: &random)!)
    case .date: return expr(.date(Int32.random(in: 20000...20900, using: &random)), .date)
    case .truth: return truth(chance(50))
    case .level: return expr(.level(Int.random(in: 0..<3, using: &random)), kind)
    case .subject: return field(0, 7, .subject(1))
    case .list(let element):
      let count = Int.random(in: 0...3, using: &random)
      return list((0..<count).map { _ in leaf(element) }, element)
    default: return expr(.number(literal()))
    }
  }

  private mutating func number(_ depth: Int) -> Expr {
    switch Int.random(in: 0..<16, using: &random) {
    case 0...5:
      let operation = Arithmetic.allCases.randomElement(using: &random)!
      return expr(
        .arithmetic(operation, value(.number, depth: depth), value(.number, depth: depth)))
    case 6: return expr(.negate(value(.number, depth: depth)))
    case 7, 8:
      let functions: [Builtin] = [.round, .round, .round, .roundUp, .roundDown, .roundHalfEven]
      return expr(
        .builtin(
          functions.randomElement(using: &random)!,
          [value(.number, depth: depth), num(Int.random(in: -2...7, using: &random))]))
    case 9:
      let functions: [Builtin] = [.smaller, .larger, .remainder]
      return expr(
        .builtin(
          functions.randomElement(using: &random)!,
          [value(.number, depth: depth), value(.number, depth: depth)]))
    case 10:
      let functions: [Builtin] = [.roundToStep, .roundUpToStep, .roundDownToStep]
      return expr(
        .builtin(
          functions.randomElement(using: &random)!,
          [value(.number, depth: depth), expr(.number(literal()))]))
    case 11:
      let functions: [Builtin] = [.integerPart, .absolute]
      return expr(
        .builtin(functions.randomElement(using: &random)!, [value(.number, depth: depth)]))
    case 12: return fold(depth)
    case 13:
      if chance(50) {
        return expr(
          .column(kind: 1, column: 0, of: value(.subject(1), depth: depth)))
      }
      return index(value(.list(.number), depth: depth), value(.number, depth: depth))
    case 14:
      if usesFunctions {
        return call(
          Int.random(in: 0..<2, using: &random), .number, value(.number, depth: depth),
          value(.number, depth: depth))
      }
      return expr(.builtin(.length, [value(.text, depth: depth)]))
    default:
      let functions: [Builtin] = [.yearOf, .monthOf, .quarterOf, .weekdayOf]
      if chance(50) {
        return expr(
          .builtin(functions.randomElement(using: &random)!, [value(.date, depth: depth)]))
      }
      let between: [Builtin] = [.daysBetween, .workingDaysBetween]
      return expr(
        .builtin(
          between.randomElement(using: &random)!,
          [value(.date, depth: depth), value(.date, depth: depth)]))
    }
  }

  private mutating func fold(_ depth: Int) -> Expr {
    let folds: [Fold] = [.sum, .count, .average, .median, .maximum, .minimum, .share]
    return loop(folds.randomElement(using: &random)!, depth, .number)
  }

  private mutating func loop(_ fold: Fold, _ depth: Int, _ kind: Kind) -> Expr {
    let overSubjects = chance(40)
    let element: Kind = overSubjects ? .subject(0) : .number
    let source: Expr
    if overSubjects {
      source =
        chance(50)
        ? expr(.subjects(0), .list(.subject(0)))
        : expr(.column(kind: 1, column: 1, of: leaf(.subject(1))), .list(.subject(0)))
    } else {
      source = value(.list(.number), depth: depth)
    }
    let slot = slots.count
    slots.append(element)
    let filter = chance(50) ? value(.truth, depth: depth) : nil
    var body: Expr?
    if fold == .every || fold == .none {
      body = value(.truth, depth: depth)
    } else if overSubjects && fold != .count && fold != .share {
      body = expr(.column(kind: 0, column: 0, of: local(slot, .subject(0))))
    } else if chance(60) {
      body = value(.number, depth: depth)
    }
    slots[slot] = .nothing
    return expr(.fold(fold, list: source, slot: slot, filter: filter, body: body), kind)
  }

  private mutating func condition(_ depth: Int) -> Expr {
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      return expr(.and(value(.truth, depth: depth), value(.truth, depth: depth)), .truth)
    case 1:
      return expr(.or(value(.truth, depth: depth), value(.truth, depth: depth)), .truth)
    case 2: return expr(.not(value(.truth, depth: depth)), .truth)
    case 3:
      let kinds: [Kind] = [.number, .text, .level(0)]
      let kind = kinds.randomElement(using: &random)!
      return expr(
        chance(50)
          ? .isBlank(value(kind, depth: depth)) : .isNotApplicable(value(kind, depth: depth)),
        .truth)
    case 4: return loop(chance(50) ? .every : .none, depth, .truth)
    case 5:
      return expr(
        .memberOf(value(.number, depth: depth), value(.list(.number), depth: depth)), .truth)
    case 6:
      let functions: [Builtin] = [.contains, .startsWith, .endsWith]
      return expr(
        .builtin(
          functions.randomElement(using: &random)!,
          [value(.text, depth: depth), value(.text, depth: depth)]), .truth)
    default:
      let kinds: [Kind] = [.number, .number, .number, .text, .date, .level(0)]
      let kind = kinds.randomElement(using: &random)!
      let comparison = ThiDuaSemantics.Comparison.allCases.randomElement(using: &random)!
      return expr(
        .compare(comparison, value(kind, depth: depth), value(kind, depth: depth)), .truth)
    }
  }

  private mutating func string(_ depth: Int) -> Expr {
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let functions: [Builtin] = [.uppercase, .lowercase, .unaccented, .givenName]
      return expr(
        .builtin(functions.randomElement(using: &random)!, [value(.text, depth: depth)]), .text)
    case 1:
      return expr(
        .builtin(
          .replace,
          [value(.text, depth: depth), value(.text, depth: depth), value(.text, depth: depth)]),
        .text)
    case 2: return expr(.builtin(.textOf, [value(.number, depth: depth)]), .text)
    case 3: return expr(.builtin(.inWords, [value(.number, depth: depth)]), .text)
    default:
      let kinds: [Kind] = [.number, .ratio, .text, .date, .truth, .level(0), .list(.number)]
      let kind = kinds.randomElement(using: &random)!
      return expr(
        .interpolation([
          .literal("x"), .value(value(kind, depth: depth), decimals: chance(20) ? 2 : nil),
          .value(value(.text, depth: depth), decimals: nil),
        ]), .text)
    }
  }

  private mutating func date(_ depth: Int) -> Expr {
    let count = num(Int.random(in: -400...400, using: &random))
    return expr(
      .builtin(chance(50) ? .addDays : .addMonths, [value(.date, depth: depth), count]), .date)
  }

  private mutating func listValue(_ depth: Int) -> Expr {
    let kind = Kind.list(.number)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return range(num(Int.random(in: -2...3, using: &random)), num(3))
    case 1: return loop(.collect, depth, kind)
    case 2:
      let source = value(kind, depth: depth)
      let slot = slots.count
      slots.append(.number)
      let key = value(.number, depth: depth)
      slots[slot] = .nothing
      return expr(
        .sorted(source, slot: slot, keys: [.init(value: key, isDescending: chance(50))]), kind)
    case 3: return expr(.builtin(.reversed, [value(kind, depth: depth)]), kind)
    case 4:
      return expr(
        .builtin(.firstElements, [value(kind, depth: depth), value(.number, depth: depth)]), kind)
    default:
      return expr(
        .builtin(.append, [value(kind, depth: depth), value(.number, depth: depth)]), kind)
    }
  }
}
