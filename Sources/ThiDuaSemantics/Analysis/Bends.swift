// Exceptions that bend a value from above and from below: `cao nhất là "Khá"` and `thấp nhất là "Tốt"`
// that hold together contradict each other, and the later line would win in silence. In: what the
// lowering notes of one rule. Out: reports.

import ThiDuaNumber
import ThiDuaSyntax
import ThiDuaText

/// One `riêng trường hợp C thì cao nhất là V` or `thấp nhất là V`.
struct NotedBend {
  var condition: Expr
  var limit: Expr
  var isCap: Bool
  var span: Span
}

extension Checker {
  func note(_ lines: [NotedBend], _ rule: String) {
    guard variant == nil, lines.contains(where: \.isCap), lines.contains(where: { !$0.isCap })
    else {
      return
    }
    bends.append((rule, lines))
  }

  func judgeBends(_ ranges: ValueRanges) {
    for (rule, lines) in bends {
      for cap in lines where cap.isCap {
        for floor in lines where !floor.isCap { judge(cap, floor, rule, ranges) }
      }
    }
  }

  private func judge(
    _ cap: NotedBend, _ floor: NotedBend, _ rule: String, _ ranges: ValueRanges
  ) {
    let lines = cap.span.start < floor.span.start ? [cap, floor] : [floor, cap]
    let table = RuleTable(together: lines.map { ($0.condition, $0.span) }, rule)
    let analysis = TableAnalysis(table, self, ranges)
    guard let most = analysis.reader.constant(cap.limit, [:]),
      let least = analysis.reader.constant(floor.limit, [:]), most < least,
      let finding = analysis.witness(.and(analysis.lines))
    else { return }
    report(
      AnalysisMessages.boundsMeet(
        rule: rule, witness: finding.words,
        cap: WitnessWords.text(most, cap.limit.kind, self),
        floor: WitnessWords.text(least, floor.limit.kind, self),
        isCertain: finding.doubt == nil && finding.quantityCount < 2,
        span: lines[1].span, first: lines[0].span))
  }
}
