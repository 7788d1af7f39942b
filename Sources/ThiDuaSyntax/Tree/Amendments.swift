// The untyped tree, part 5: what changes declarations made elsewhere (`sửa đổi`, `bổ sung`, `thay thế`,
// `bãi bỏ`).
//
// What follows the word is read as a declaration of its own in which all may be left out but the name:
// the amendment holds that partial declaration. Which lines it replaces is decided when the scripts
// are merged (ThiDuaSemantics/Amending); after that no amendment is left in a tree.

import ThiDuaText

/// One statement that changes, adds to, replaces or removes what is declared elsewhere.
public struct Amendment: Sendable {
  public enum Change: String, Sendable, CaseIterable {
    case amend = "sửa đổi"
    case supplement = "bổ sung"
    case replace = "thay thế"
    case repeal = "bãi bỏ"
  }
  public var change: Change
  /// The partial or, for `thay thế`, whole declaration; empty for `bãi bỏ`.
  public var declaration: [Item]
  /// What `bãi bỏ` removes; empty for the others.
  public var targets: [AmendmentTarget]
  /// `từ 1/9/2026[, áp dụng theo …]`.
  public var dating: Dating?
  public var basis: [Basis]
  /// Lines of the block that say `bổ sung` or `bãi bỏ` themselves.
  public var lineWords: [(change: Change, span: Span)]
  /// From the word to the end of its line.
  public var span: Span

  public init(
    change: Change, declaration: [Item], targets: [AmendmentTarget] = [], dating: Dating? = nil,
    basis: [Basis] = [], lineWords: [(change: Change, span: Span)] = [], span: Span
  ) {
    self.change = change
    self.declaration = declaration
    self.targets = targets
    self.dating = dating
    self.basis = basis
    self.lineWords = lineWords
    self.span = span
  }
}

/// What `bãi bỏ` names: a head with its code, name or title, or `NAME của KIND`.
public struct AmendmentTarget: Sendable {
  /// nil: `NAME của KIND`.
  public var head: Head?
  public var name: Name
  public var kind: Name?
  /// `bãi bỏ yêu cầu của tập thể: C` repeats the requirement.
  public var requirement: RequirementDeclaration?
  public var span: Span
  public init(
    head: Head?, name: Name, kind: Name?, requirement: RequirementDeclaration? = nil, span: Span
  ) {
    self.head = head
    self.name = name
    self.kind = kind
    self.requirement = requirement
    self.span = span
  }
}

/// When an amendment holds.
public struct Dating: Sendable {
  public var from: CalendarDate
  /// A date of the subject itself; nil: the campaign's period decides for all subjects alike.
  public var appliesBy: Expression?
  /// `để trống thì theo quy định cũ` (false) or `mới` (true); nil: the date may not be blank.
  public var blankFollowsNew: Bool?
  public var span: Span
  public init(
    from: CalendarDate, appliesBy: Expression?, blankFollowsNew: Bool?, span: Span
  ) {
    self.from = from
    self.appliesBy = appliesBy
    self.blankFollowsNew = blankFollowsNew
    self.span = span
  }
}

/// A rule as it stands from a date on: the whole declaration, not what differs.
public struct LaterVersion<Declaration: Sendable>: Sendable {
  public var dating: Dating
  public var declaration: Declaration
  public init(dating: Dating, declaration: Declaration) {
    self.dating = dating
    self.declaration = declaration
  }
}
