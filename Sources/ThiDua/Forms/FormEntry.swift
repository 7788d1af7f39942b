// What a person may type for one field. In: an input column and its rule. Out: the words of the hint, the look
// of the cells, the rule for typing. Invariant: whatever the rule for typing takes may still be refused by
// the reader, but never the other way round. Used by FormPlan.

import ThiDuaNumber
import ThiDuaOffice
import ThiDuaSemantics
import ThiDuaText

struct FormEntry {
  /// `Số, từ 0 đến 10; bắt buộc`.
  private(set) var hint = ""
  private(set) var content = InputForm.Content.text
  private(set) var rule = InputForm.Rule.anything

  init(
    _ checked: CheckedProgram, _ known: KnownSubjects, _ column: Column, _ input: InputRule,
    isKey: Bool, isPercentNumber: Bool
  ) {
    var what: String
    switch column.kind {
    case .number, .count, .ratio, .unknown:
      what = number(column.kind, input, isPercentNumber: isPercentNumber)
    case .date:
      what = "Ngày, ví dụ 14/10/2026"
      content = .date
      rule = .date
    case .truth:
      what = "Ghi có hoặc không"
      rule = .oneOf(["có", "không"])
    case .level(let scale):
      what = "Chọn một mức"
      rule = .oneOf(Array(checked.scales[scale].levels.reversed()))
    case .award:
      what = "Chọn một kết quả"
      rule = .oneOf(["đạt", "không đạt", "chờ hội đồng", "chưa xét"])
    case .subject(let target):
      what = "Tên \(checked.subjectKinds[target].name)"
      let names = known.spellings(target)
      if !names.isEmpty { what += ", chọn trong danh sách" }
      if !names.isEmpty, !input.mayNameNobody { rule = .oneOf(names) }
    case .text, .list, .dictionary, .nothing:
      what = isKey ? "Ghi \(column.name), không dòng nào trùng dòng nào" : "Ghi bằng chữ"
    }
    if input.mayBeNotApplicable {
      what += "; không thuộc diện thì ghi: không áp dụng"
      // A rule for numbers would not let the words through.
      if case .oneOf(let texts) = rule {
        rule = .oneOf(texts + ["không áp dụng"])
      } else {
        rule = .anything
      }
    }
    if let value = input.defaultValue.flatMap({ Self.text($0, column.kind, checked) }) {
      what += "; để trống thì tính là \(value)"
    } else {
      what += input.mayBeBlank || input.defaultValue != nil ? "; được để trống" : "; bắt buộc"
    }
    hint = what
  }

  private mutating func number(
    _ kind: Kind, _ input: InputRule, isPercentNumber: Bool
  ) -> String {
    // 85 stands for 85%, and so do the bounds.
    let isScaled = kind == .ratio && isPercentNumber
    let scale = isScaled ? Exact(100) : Exact(1)
    var shown = input
    shown.lower = input.lower.map { ($0.value * scale, $0.isInclusive) }
    shown.upper = input.upper.map { ($0.value * scale, $0.isInclusive) }
    let values = FieldValues(isScaled ? .number : kind, shown)
    var what: String
    switch kind {
    case .count:
      what = "Số nguyên"
      content = .whole
    case .ratio:
      what = isPercentNumber ? "Số phần trăm, không ghi dấu %" : "Tỷ lệ, ví dụ 85%"
      content = isPercentNumber ? .number : .percent
    default:
      what = "Số"
      content = .number
    }
    if input.lower != nil || input.upper != nil {
      what += ", \(values.range)"
    } else if kind == .count {
      what += " không âm"
    }
    if let unit = input.unit, input.lower == nil, input.upper == nil {
      what += ", đơn vị tính: \(unit)"
    }
    if let step = input.step {
      what += ", cách đều \(values.shown(step * scale))"
    }
    rule = .number(
      from: shown.lower?.value ?? (kind == .count ? Exact(0) : nil), to: shown.upper?.value,
      isWhole: kind == .count)
    return what
  }

  /// A constant as a cell would have it; nil when it is computed.
  private static func text(
    _ value: Expr, _ kind: Kind, _ checked: CheckedProgram
  ) -> String? {
    switch value.node {
    case .number(let number):
      kind == .ratio ? NumberText.formatPercent(number) : NumberText.format(number)
    case .negate(let operand): text(operand, kind, checked).map { "-\($0)" }
    case .text(let text): text
    case .truth(let isTrue): isTrue ? "có" : "không"
    case .date(let days): CalendarDate(days: days)?.text
    case .level(let level):
      if case .level(let scale) = kind { checked.scales[scale].levels[level] } else { nil }
    default: nil
    }
  }
}
