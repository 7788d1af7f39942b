// The checked tree, part 4: questions an action asks the host. Produced by `check`, compiled into one
// instruction each, answered by the façade from the tree itself.

import ThiDuaText

/// `vì sao E` or `vì sao không DANH HIỆU của X`.
public struct Question: Sendable {
  /// A local of the statement's frame.
  public struct Capture: Sendable {
    public var slot: Int
    public var kind: Kind
    public init(slot: Int, kind: Kind) {
      self.slot = slot
      self.kind = kind
    }
  }
  /// The value asked about; for `vì sao không` the subject.
  public var value: Expr
  /// `vì sao không`: the award's column.
  public var award: ColumnReference?
  /// Slots of the statement's frame that `value` may read.
  public var captures: [Capture]
  /// Slots of the frame `value` lives in.
  public var localCount: Int
  /// nil: print the answer.
  public var file: Expr?
  /// The question as written.
  public var text: String
  public var span: Span
  public init(
    value: Expr, award: ColumnReference?, captures: [Capture], localCount: Int, file: Expr?,
    text: String, span: Span
  ) {
    self.value = value
    self.award = award
    self.captures = captures
    self.localCount = localCount
    self.file = file
    self.text = text
    self.span = span
  }
}
