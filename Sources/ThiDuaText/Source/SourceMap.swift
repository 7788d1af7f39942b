// All sources of one run by id. In: sources as they are loaded. Out: what the renderer needs to
// show a span. Invariant: an id once given is never reused. Anyone may import it.

/// The sources of a run, looked up by the `file` of a span.
public struct SourceMap: Sendable {
  private var byID: [Int32: Source] = [:]
  private var nextID: Int32 = 0

  /// Makes an empty map.
  public init() {}

  /// Makes a map of sources that already carry their ids.
  public init(_ sources: [Source]) {
    for source in sources { add(source) }
  }

  /// Registers a source under the id it carries.
  public mutating func add(_ source: Source) {
    byID[source.id] = source
    nextID = max(nextID, source.id &+ 1)
  }

  /// Loads raw bytes under a fresh id; nil, with a diagnostic, when the text is refused.
  public mutating func load(
    path: String, raw: [UInt8], into diagnostics: inout Diagnostics
  ) -> Source? {
    guard let source = Source.load(id: nextID, path: path, raw: raw, into: &diagnostics) else {
      return nil
    }
    add(source)
    return source
  }

  /// Registers text typed or built by the program under a fresh id.
  public mutating func add(path: String, text: String) -> Source {
    let source = Source(id: nextID, path: path, text: text)
    add(source)
    return source
  }

  /// The source with this id, if any.
  public subscript(_ id: Int32) -> Source? { byID[id] }

  /// Number of sources.
  public var count: Int { byID.count }
}
