// The findings of a run, collected as they come. In: diagnostics of any stage. Out: the same list
// in the order found. Invariant: an identical finding is kept once; nothing is ever dropped for
// being too many (the renderer's caller decides how many to show). Anyone may import it.

/// A growing list of findings.
public struct Diagnostics: Sendable {
  /// All findings in the order they were added.
  public private(set) var all: [Diagnostic] = []
  /// Number of findings of severity `error`.
  public private(set) var errorCount = 0

  /// Makes an empty list.
  public init() {}

  /// Adds a finding, unless the very same one was the last added.
  public mutating func add(_ diagnostic: Diagnostic) {
    if all.last == diagnostic { return }
    all.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
  }

  /// Adds all findings of another list.
  public mutating func add(contentsOf other: Diagnostics) {
    for diagnostic in other.all { add(diagnostic) }
  }

  /// True when at least one finding is an error.
  public var hasErrors: Bool { errorCount > 0 }

  /// Number of findings of any severity.
  public var count: Int { all.count }

  /// True when nothing was found.
  public var isEmpty: Bool { all.isEmpty }

  /// Forgets the findings after the first `count`, for a parser that tried one reading and left it.
  public mutating func truncate(to count: Int) {
    guard count < all.count else { return }
    for diagnostic in all[count...] where diagnostic.severity == .error { errorCount -= 1 }
    all.removeSubrange(count...)
  }

  /// The findings in reading order: by file and place in the script, then data errors as found.
  public var inReadingOrder: [Diagnostic] {
    let keyed = all.enumerated().map { ($0.offset, $0.element) }
    return keyed.sorted { left, right in
      let (a, b) = (left.1.span, right.1.span)
      if a.isNone != b.isNone { return b.isNone }
      if !a.isNone {
        if a.file != b.file { return a.file < b.file }
        if a.start != b.start { return a.start < b.start }
      }
      return left.0 < right.0
    }.map(\.1)
  }
}
