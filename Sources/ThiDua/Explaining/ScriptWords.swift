// What explanations quote of the script: the words under a span, the line they stand on, how a column is called.
// In: a checked program. Out: texts. Invariant: constant for a program, so each is made once however many
// subjects are explained; white space is folded. Used by the explainer only.

import ThiDuaDomain
import ThiDuaSemantics
import ThiDuaText

final class ScriptWords {
  private let checked: CheckedProgram
  private var words: [Span: String] = [:]
  private var places: [Span: RulePlace] = [:]
  private var names: [TextKey: [TextKey: String]] = [:]

  init(_ checked: CheckedProgram) { self.checked = checked }

  /// What is written at a place; empty where nothing is.
  func words(_ span: Span) -> String {
    if let known = words[span] { return known }
    let text = (checked.sources[span.file]?.text(span) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    words[span] = text
    return text
  }

  /// Which line of which script; nil for what stands in no script.
  func place(_ span: Span) -> RulePlace? {
    if let known = places[span] { return known }
    guard let source = checked.sources[span.file] else { return nil }
    let place = RulePlace(
      file: source.path, line: source.lineAndColumn(span.start).line, text: words(span))
    places[span] = place
    return place
  }

  /// A column as the script calls it, with its title.
  func name(_ column: Column) -> String {
    guard let title = column.rule.title, title != column.name, !column.isHidden else {
      return column.name
    }
    let (asked, under) = (TextKey(column.name), TextKey(title))
    if let known = names[asked]?[under] { return known }
    let isSame = VietnameseText.lookupKey(title) == VietnameseText.lookupKey(column.name)
    let name = isSame ? column.name : "\(column.name) \(Wording.quoted(title))"
    names[asked, default: [:]][under] = name
    return name
  }
}
