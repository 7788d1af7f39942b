// Which old line a line of `sửa đổi` means.
//
// In: the lines of a rule and the lines that amend it. Out: for each new line the place of the old one,
// or nothing. The rule, in the order of trying: a line that can stand only once (`còn lại`, `làm tròn`, …)
// means the one there is; otherwise the line with the same condition and the same counter; then, among
// those nobody means yet, the only one with the same value, the same counter, the same condition, or a
// condition about the same thing (`tổng điểm từ 88 trở lên` for `tổng điểm từ 85 trở lên`). A line that
// fits none is an error for the caller to report: nothing is guessed further. Used by the merge and the
// comparison of two scripts.

import ThiDuaSyntax
import ThiDuaText

/// What a line is there for; only lines of one role can replace each other.
enum LineRole: Hashable {
  case applies, gate, start, tier, rest, binding(String), adjust(Bool), step(Bool)
  case allowNegative, allowOverflow, highestOnly, oncePerEvent, exception, round, evidence, basis
  case excluded, deferred, condition, achievementsSince, judging(String)

  init(_ content: RuleLine.Content) {
    switch content {
    case .applicability: self = .applies
    case .gate: self = .gate
    case .tier(_, let condition): self = condition == nil ? .start : .tier
    case .otherwise: self = .rest
    case .direct, .method: self = .start
    case .binding(let name, _): self = .binding(name.key)
    case .adjust(let isDeduction, _, _, _): self = .adjust(isDeduction)
    case .step(let rule): self = .step(rule.isDeduction)
    case .allowNegative: self = .allowNegative
    case .allowOverflow: self = .allowOverflow
    case .highestOnly: self = .highestOnly
    case .oncePerEvent: self = .oncePerEvent
    case .exception: self = .exception
    case .round: self = .round
    case .evidence: self = .evidence
    case .basis: self = .basis
    case .excluded: self = .excluded
    case .deferred: self = .deferred
    case .condition: self = .condition
    case .judging(let method, _): self = .judging(method.key)
    case .achievementsSince: self = .achievementsSince
    }
  }

  /// A block has at most one line of this role, by its meaning.
  var isSingle: Bool {
    switch self {
    case .gate, .start, .rest, .binding, .allowNegative, .allowOverflow, .highestOnly,
      .oncePerEvent, .round, .evidence, .achievementsSince, .judging:
      true
    default: false
    }
  }
}

/// What a line says, as texts that can be compared.
struct LineFeatures {
  var role: LineRole
  var item: String?
  var value: String?
  var counter: String?
  var condition: String?
  /// What the condition speaks of: the side that is compared.
  var subject: String?

  init(_ line: RuleLine, _ text: (Expression) -> String) {
    role = LineRole(line.content)
    item = line.item
    var test: Expression?
    switch line.content {
    case .applicability(let condition, _, _), .gate(let condition), .excluded(let condition),
      .deferred(let condition), .condition(let condition):
      test = condition
    case .tier(let points, let condition):
      value = text(points)
      test = condition
    case .otherwise(let points): value = text(points)
    case .adjust(_, let points, let per, let condition):
      value = text(points)
      counter = per.map { text($0.counter) }
      test = condition
    case .step(let rule):
      value = text(rule.value)
      test = rule.condition
    case .exception(let condition, let outcome):
      test = condition
      switch outcome {
      case .value(let points), .atMost(let points), .atLeast(let points), .quota(let points):
        value = text(points)
      case .lowered(let steps): value = "\(steps)"
      }
    case .binding(_, let expression): value = text(expression)
    default: break
    }
    condition = test.map(text)
    subject = test.flatMap { LineFeatures.subject(of: $0, text) }
  }

  private static func subject(of test: Expression, _ text: (Expression) -> String) -> String? {
    switch test.node {
    case .within(let value, _):
      if case .ballot(let votes, _) = value.node { text(votes) } else { text(value) }
    case .binary(let op, let value, _):
      switch op {
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isSame, .isNotSame,
        .memberOf, .notMemberOf:
        text(value)
      default: nil
      }
    case .ballot(let value, _): subject(of: value, text) ?? text(value)
    default: nil
    }
  }
}

/// Finds the old line each new one means.
struct LineMatch {
  private let old: [LineFeatures]
  private let new: [LineFeatures]
  private(set) var place: [Int?]
  private var taken: Set<Int> = []

  init(old: [RuleLine], new: [RuleLine], text: (Expression) -> String) {
    self.init(old: old, new: new, oldText: text, newText: text)
  }

  /// The two sides may come from programs of their own.
  init(
    old: [RuleLine], new: [RuleLine], oldText: (Expression) -> String,
    newText: (Expression) -> String
  ) {
    self.old = old.map { LineFeatures($0, oldText) }
    self.new = new.map { LineFeatures($0, newText) }
    place = new.map { _ in nil }
    for index in new.indices where self.new[index].role.isSingle {
      take(index, candidates(index), onlyOne: true)
    }
    pass { $0.condition == $1.condition && $0.counter == $1.counter && $0.value == $1.value }
    pass {
      $0.condition == $1.condition && $0.counter == $1.counter
        && ($0.condition != nil || $0.counter != nil)
    }
    pass(onlyOne: true) { $0.value == $1.value && $0.role == .tier }
    pass(onlyOne: true) { $0.counter == $1.counter && $0.counter != nil }
    pass(onlyOne: true) { $0.condition == $1.condition && $0.condition != nil }
    pass(onlyOne: true) { $0.subject == $1.subject && $0.subject != nil }
  }

  /// Old lines of the same role, for messages.
  func alike(_ index: Int) -> [Int] {
    old.indices.filter { old[$0].role == new[index].role }
  }

  private func candidates(_ index: Int) -> [Int] {
    old.indices.filter {
      !taken.contains($0) && old[$0].role == new[index].role && old[$0].item == new[index].item
    }
  }

  private mutating func pass(
    onlyOne: Bool = false, _ fits: (LineFeatures, LineFeatures) -> Bool
  ) {
    for index in new.indices where place[index] == nil {
      take(index, candidates(index).filter { fits(new[index], old[$0]) }, onlyOne: onlyOne)
    }
  }

  private mutating func take(_ index: Int, _ found: [Int], onlyOne: Bool) {
    guard let first = found.first, !onlyOne || found.count == 1 else { return }
    place[index] = first
    taken.insert(first)
  }
}
