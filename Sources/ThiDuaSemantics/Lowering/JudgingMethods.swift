// `xét theo NAME, x; y`: the lines of a `cách xét` in the place of the line, its parameters standing for
// the arguments. In: an award as written. Out: an award as if everything had been written in it, which
// is all that later stages see. What the award says itself of quotas, order, share and prize stands
// instead of what the method says; conditions add up.

import ThiDuaSyntax
import ThiDuaText

extension Checker {
  func withJudgingMethods(_ declaration: AwardDeclaration) -> AwardDeclaration {
    let isUsed = declaration.lines.contains { line in
      if case .judging = line.content { true } else { false }
    }
    guard isUsed else { return declaration }
    var award = declaration
    award.lines = []
    for line in declaration.lines {
      guard case .judging(let name, let arguments) = line.content else {
        award.lines.append(line)
        continue
      }
      guard let (method, substitution) = judgingMethod(name, arguments, line.span) else { continue }
      add(method.award, substitution, to: &award)
    }
    return award
  }

  private func judgingMethod(
    _ name: Name, _ arguments: [Expression], _ span: Span
  ) -> (JudgingMethodDeclaration, Substitution)? {
    guard let method = judgingMethods[name.key] else {
      report(
        CheckMessages.unknownJudgingMethod(
          name.text, span: name.span,
          suggestions: Spelling.closest(
            to: name.text, in: judgingMethods.values.map(\.name.text).sorted())))
      return nil
    }
    guard arguments.count == method.parameters.count else {
      report(
        CheckMessages.judgingArguments(
          name.text, parameters: method.parameters.map(\.text), found: arguments.count, span: span,
          method: method.span))
      return nil
    }
    let values = zip(method.parameters, arguments).map { ($0.key, $1) }
    return (method, Substitution(values: Dictionary(values) { first, _ in first }))
  }

  private func add(
    _ method: AwardDeclaration, _ replaced: Substitution, to award: inout AwardDeclaration
  ) {
    for line in method.lines {
      var line = line
      switch line.content {
      case .condition(let condition): line.content = .condition(replaced(condition))
      case .excluded(let condition): line.content = .excluded(replaced(condition))
      case .deferred(let condition): line.content = .deferred(replaced(condition))
      case .achievementsSince(let day): line.content = .achievementsSince(replaced(day))
      case .judging(let name, _):
        report(CheckMessages.judgingInMethod(name.text, span: line.span))
        continue
      default: break
      }
      line.suffixes.unless = replaced(line.suffixes.unless)
      award.lines.append(line)
    }
    if award.quotas.isEmpty {
      award.quotas = method.quotas.map { quota in
        var quota = quota
        quota.amount = replaced(quota.amount)
        quota.group = replaced(quota.group)
        if case .subjects(let kind, let condition) = quota.base {
          quota.base = .subjects(kind: kind, condition: replaced(condition))
        }
        return quota
      }
      award.quotaExceptions = method.quotaExceptions.map {
        (quota: $0.quota, condition: replaced($0.condition), amount: replaced($0.amount))
      }
      award.minimumShare =
        award.minimumShare
        ?? method.minimumShare.map {
          (share: replaced($0.share), condition: replaced($0.condition))
        }
    }
    if award.order.isEmpty { award.order = method.order.map { replaced($0) } }
    award.prize = award.prize ?? replaced(method.prize)
    award.usedOnce += method.usedOnce.filter { !award.usedOnce.contains($0) }
    award.exclusiveWith += method.exclusiveWith.filter { !award.exclusiveWith.contains($0) }
    award.saysCouncilDecidesTies = award.saysCouncilDecidesTies || method.saysCouncilDecidesTies
  }
}
