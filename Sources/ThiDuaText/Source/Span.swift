// A place in a script. In: nothing. Out: the smallest thing every later stage carries along.
// Invariant: offsets count UTF-8 bytes of the *normalised* source (see Source.swift), start <= end.
// Anyone may import it.

/// A half-open range of UTF-8 bytes `start..<end` in the normalised text of source `file`.
public struct Span: Hashable, Sendable {
  /// Id of the source in its `SourceMap`; negative for "nowhere".
  public var file: Int32
  /// First byte of the range.
  public var start: UInt32
  /// The byte after the last one; equal to `start` for a point between two letters.
  public var end: UInt32

  /// Makes a span from byte offsets; `end` is raised to `start` when smaller.
  public init(file: Int32, start: UInt32, end: UInt32) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The span of things that stand in no script (data errors, built-ins).
  public static let none = Span(file: -1, start: 0, end: 0)

  /// True when the span points nowhere.
  public var isNone: Bool { file < 0 }

  /// Number of bytes covered.
  public var length: Int { Int(end - start) }

  /// The smallest span covering both; a span of another file, or `none`, adds nothing.
  public func joined(_ other: Span) -> Span {
    if isNone { return other }
    if other.file != file { return self }
    return Span(file: file, start: min(start, other.start), end: max(end, other.end))
  }

  /// The empty span right after this one, where something is missing.
  public var pointAfter: Span { Span(file: file, start: end, end: end) }
}
