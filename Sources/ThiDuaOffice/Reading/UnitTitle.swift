// Titles with a unit in brackets: `Số buổi học (buổi)`, `Kinh phí (ĐVT: triệu đồng)`. In: the fields wanted and
// a title of a table. Out: the field it feeds. Invariant: a title that a field has as it stands goes
// before one that fits without its brackets; a bracket is a unit only behind a field that has one. Used
// by the readers of tables.

import ThiDuaText

public enum UnitTitle {
  /// `số buổi học (buổi)`; a title with brackets of its own stays as it is.
  public static func joined(_ title: String, unit: String) -> String {
    parts(ofKey: VietnameseText.lookupKey(title)) == nil ? "\(title) (\(unit))" : title
  }

  /// What stands before the last brackets and in them, of a title's lookup key; `đvt:` is left out.
  static func parts(ofKey key: String) -> (name: String, unit: String)? {
    guard let close = key.last, let open = brackets[close],
      let start = key.lastIndex(of: open)
    else { return nil }
    let name = trimmed(key[..<start])
    var unit = trimmed(key[key.index(after: start)...].dropLast())
    for word in words where unit.hasPrefix(word) {
      let rest = unit.dropFirst(word.count)
      // `(đơn vị)` is a unit itself.
      guard rest.first == ":" || rest.first == " " else { continue }
      unit = trimmed(rest.drop { $0 == ":" || $0 == " " })
      break
    }
    return name.isEmpty || unit.isEmpty ? nil : (name, unit)
  }

  private static let brackets: [Character: Character] = [")": "(", "]": "["]
  private static let words = ["đơn vị tính", "đvt", "đơn vị"].map { VietnameseText.lookupKey($0) }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The titles that a table is looked through for.
struct WantedTitles {
  enum Fit: Equatable {
    case field(Int)
    /// The field's title, but its unit is not the one in the brackets.
    case otherUnit(field: Int, unit: String)
  }

  private var fields: [String: Int] = [:]
  /// By field, of those that have one.
  private var units: [Int: String] = [:]

  init(_ schema: TableSchema) {
    // A title given in the script goes before another field's own name.
    for (index, field) in schema.fields.enumerated().reversed() {
      fields[VietnameseText.lookupKey(field.name)] = index
      units[index] = field.unit.map { VietnameseText.lookupKey($0) }
    }
    for (index, field) in schema.fields.enumerated().reversed() {
      for title in field.titles { fields[VietnameseText.lookupKey(title)] = index }
    }
  }

  /// The field that a title feeds, by the title's lookup key.
  func fit(_ key: String) -> Fit? {
    if let field = fields[key] { return .field(field) }
    guard !units.isEmpty, let parts = UnitTitle.parts(ofKey: key), let field = fields[parts.name],
      let unit = units[field]
    else { return nil }
    return unit == parts.unit ? .field(field) : .otherUnit(field: field, unit: parts.unit)
  }
}

extension TableSchema {
  /// The field that a title speaks of, whatever its unit.
  public func field(ofTitle title: String) -> Int? {
    switch WantedTitles(self).fit(VietnameseText.lookupKey(title)) {
    case .field(let field), .otherUnit(let field, _): field
    case nil: nil
    }
  }
}
