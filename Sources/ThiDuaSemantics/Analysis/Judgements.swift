// Smaller findings about single declarations: comparisons that can never hold, maxima that cannot be
// reached, groups larger than their criteria, parameters older than the campaign. All are warnings:
// a regulation may mean them. In: the checked declarations. Out: reports.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// A comparison as it was written, judged when all columns are known.
struct NotedComparison {
  var op: Comparison
  var left: Expr
  var right: Expr
  var span: Span
}

extension Checker {
  /// Notes a comparison of a rule, unless it is one of many made from the same words.
  func noteComparison(_ op: Comparison, _ a: Expr, _ b: Expr, _ scope: Scope, _ span: Span) {
    guard variant == nil, scope.item == nil, scope.macros.isEmpty else { return }
    comparisons.append(NotedComparison(op: op, left: a, right: b, span: span))
  }

  func judgeComparisons(_ ranges: ValueRanges) {
    let reader = ConditionReader(self, ranges: ranges)
    for noted in comparisons {
      var (op, value, end) = (noted.op, noted.left, noted.right)
      if reader.constant(value, [:]) != nil { (op, value, end) = (op.mirrored, end, value) }
      guard case .column(let kind, let column, let owner) = value.node,
        case .local = owner.node, let bound = reader.constant(end, [:]),
        let possible = ranges.general(ColumnReference(kind: kind, column: column)).values,
        possible.low != nil || possible.high != nil
      else { continue }
      let isImpossible =
        switch op {
        case .notEqual: possible == .point(bound)
        default: Interval.region(op, bound).map { possible.intersection($0) == nil } ?? false
        }
      if isImpossible {
        report(
          AnalysisMessages.neverHolds(
            writtenText(noted.span), name: kinds[kind].columns[column].name,
            range: WitnessWords.text(possible, kinds[kind].columns[column].kind, self),
            span: noted.span, declared: kinds[kind].columns[column].rule.span))
      }
    }
  }

  // MARK: Maxima

  func judgeMaxima(_ ranges: ValueRanges) {
    let reader = ConditionReader(self, ranges: ranges)
    for kind in kinds.indices {
      for item in kinds[kind].items {
        guard let maximum = item.maximum, let most = constantMaximum(maximum, reader) else {
          continue
        }
        let name = item.name.text
        if item.role == .group {
          judgeGroup(kind, item, most, reader)
        } else if let best = ranges.general(ColumnReference(kind: kind, column: item.score)).values?
          .high, best < most
        {
          report(
            AnalysisMessages.maximumUnreachable(
              name, maximum: NumberText.format(most), best: NumberText.format(best),
              span: item.span))
        }
      }
    }
  }

  private func judgeGroup(
    _ kind: Int, _ group: ScoredItem, _ most: Exact, _ reader: ConditionReader
  ) {
    var sum = Exact(0)
    for member in group.members {
      guard let maximum = kinds[kind].items[member].maximum,
        let points = constantMaximum(maximum, reader)
      else { return }
      sum = sum + points
    }
    guard !group.members.isEmpty, sum < most else { return }
    report(
      AnalysisMessages.groupNotFilled(
        group.name.text, maximum: NumberText.format(most), sum: NumberText.format(sum),
        span: group.span))
  }

  /// A maximum that is a number or a parameter.
  private func constantMaximum(_ maximum: Expression, _ reader: ConditionReader) -> Exact? {
    if let number = constantNumber(maximum) { return number }
    guard case .name(let name) = maximum.node, let index = globalByKey[name.key] else {
      return nil
    }
    return reader.constant(Expr(.global(index), .number, maximum.span), [:])
  }

  // MARK: Parameters

  /// A dated value from before the campaign's year may have been replaced by a newer one.
  func judgeParameters() {
    guard let year = campaignYear else { return }
    for global in globals {
      guard let declaration = global.declaration, let from = declaration.effectiveFrom,
        from.year < year, datedParameters[declaration.name.key] == nil
      else { continue }
      report(
        AnalysisMessages.parameterOld(
          declaration.name.text, from: from.text, year: year, span: declaration.span))
    }
  }

  /// The campaign's year, when the script says it.
  var campaignYear: Int? {
    let key = VietnameseText.lookupKey("năm")
    guard
      let attribute = campaignDeclaration?.attributes.first(where: {
        $0.names.first?.key == key
      }), case .number(let year, _)? = attribute.values.first?.node
    else { return nil }
    return year.int
  }
}
