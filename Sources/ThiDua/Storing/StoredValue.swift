// A stored value as an office writes it. In: a cell of a store. Out: its text. Invariant: nothing is rounded: what is
// no finite decimal stays a fraction, `1/3`, of a ratio `100/3%`. Used for past rows and for what people are shown.

import ThiDuaDomain
import ThiDuaNumber
import ThiDuaStore
import ThiDuaText

enum StoredValue {
  /// Empty for a blank.
  static func text(_ cell: CellRecord, _ kind: StoredKind) -> String {
    if cell.isNotApplicable { return "không áp dụng" }
    guard let value = cell.value else { return "" }
    switch kind {
    case .number: return office(value)
    case .ratio: return exact(value).map { office(JSONText.exact($0 * Exact(100))) + "%" } ?? value
    case .date:
      let parts = value.split(separator: "-")
      return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : value
    default: return value
    }
  }

  private static func office(_ number: String) -> String {
    String(number.map { $0 == "." ? "," : $0 })
  }

  /// `0.85` or `17/20`.
  private static func exact(_ text: String) -> Exact? {
    let parts = text.split(separator: "/").map(String.init)
    let numbers = parts.map { part in
      try? NumberText.parse(Array(part.utf8), style: .international).get()
    }
    guard let first = numbers.first ?? nil else { return nil }
    guard numbers.count == 2 else { return first }
    guard let second = numbers[1], second != Exact(0) else { return nil }
    return first.divided(by: second)
  }
}
