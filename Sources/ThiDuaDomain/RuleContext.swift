// What the set operations need in order to speak: the rule's name, its place, how subjects are
// called. In: told by the façade. Out: findings worded by DataMessages. Nothing here decides
// anything.

import ThiDuaText

/// The rule an operation works for.
public struct RuleContext {
  /// As the script calls it: `xếp hạng hạng của tập thể`.
  public var rule: String
  public var span: Span
  /// How people call the subject of a row.
  public var subject: (_ row: Int) -> String
  /// How people call the group that a row belongs to; nil where there is none.
  public var group: (_ row: Int) -> String?
  /// Threads to use; the result never depends on it.
  public var workers: Int

  public init(
    rule: String, span: Span = .none, workers: Int = 1,
    subject: @escaping (_ row: Int) -> String,
    group: @escaping (_ row: Int) -> String? = { _ in nil }
  ) {
    self.rule = rule
    self.span = span
    self.workers = workers
    self.subject = subject
    self.group = group
  }
}
