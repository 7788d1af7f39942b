// The checked tree, part 3: what a node does in the rule it was lowered from, so that an explanation can
// speak in the regulation's words. Set by the lowering, read by explanations only; the compiler and
// the analysis look past it.

import ThiDuaText

/// A node's part in its rule, and the line it comes from.
public struct RuleNote: Hashable, Sendable {
  public enum Role: UInt8, Sendable {
    // Values.
    /// `chấm trực tiếp`, or the field that `được tính FIELD` takes as it is.
    case entered
    /// A block that only deducts begins at its maximum.
    case startAtMaximum
    /// A block that only adds begins at 0; the sum of a group does too.
    case startAtZero
    /// `được tính V [khi C]`; on a conditional: whether the tier holds.
    case tier
    /// `còn lại V`.
    case otherwise
    /// One `cộng` or `trừ` line, without its sign.
    case adjustment
    /// Whole steps of `cho mỗi N …`.
    case wholeSteps
    /// `chỉ tính dòng cao nhất`.
    case highestLine
    /// Points of one criterion in the sum of its group.
    case member
    /// Points that grew by an equal part of what does not apply (`chia đều`).
    case spread
    /// Points converted to the whole maximum (`quy đổi`).
    case rebased
    // Bounds.
    /// Not above the rule's own `tối đa`.
    case maximum
    /// Not below 0.
    case notNegative
    /// `, không quá M`.
    case atMost
    /// `, ít nhất M`.
    case atLeast
    case rounding
    // Choices: on a conditional, a bind or an or.
    /// Tests that two exclusive lines do not hold at once, or that an entry is within bounds.
    case guarding
    /// `riêng trường hợp C thì V`.
    case exception
    /// `riêng trường hợp C thì cao nhất là V`, `thấp nhất là`, `hạ một mức`: a bind whose body bends the
    /// general value.
    case bend
    /// `chỉ chấm khi C`.
    case gate
    /// `áp dụng khi C`.
    case applies
    /// `không áp dụng khi C`.
    case doesNotApply
    /// `không áp dụng thì tính tối đa`: whether the points do not apply.
    case fullScore
    /// `minh chứng …, để trống thì V`.
    case evidence
    /// One level of an `xếp loại`.
    case level
    /// `không xếp loại khi C`, `không xét khi C`.
    case excluded
    /// `hủy kết quả của X`.
    case cancelled
    /// `điều kiện C` of an award: the condition holds unless it decides.
    case condition
    /// A condition that hangs on somebody who still waits.
    case uncertain
    /// `chưa xét khi C`.
    case deferred
    /// A ballot not settled yet.
    case waiting
    /// `không đồng thời với X`.
    case notTogether
    /// A quota's amount: `riêng trường hợp C thì không quá 25%`.
    case quotaException
  }
  public var role: Role
  /// The line of the script; the header's when no line says it.
  public var line: Span
  public init(_ role: Role, _ line: Span) {
    self.role = role
    self.line = line
  }
}

extension Expr {
  /// The node's outermost part in its rule.
  public var note: RuleNote? { notes.last }

  /// The same node with one more part in the rule.
  public func noted(_ role: RuleNote.Role, _ line: Span) -> Expr {
    var result = self
    result.notes.append(RuleNote(role, line))
    return result
  }

  /// The same node without its outermost part.
  public var withoutNote: Expr {
    var result = self
    if !result.notes.isEmpty { result.notes.removeLast() }
    return result
  }
}
