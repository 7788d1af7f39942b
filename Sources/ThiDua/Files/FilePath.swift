// Paths as the façade needs them. In: paths the user or a script wrote. Out: joined paths, folders,
// and the answer whether a script may name them. Invariant: nothing here touches the disk.
// Used by the façade and the console only.

/// Pure operations on slash-separated paths.
public enum FilePath {
  /// The folder part: `a/b.thidua` → `a`, `b.thidua` → `.`, `/x` → `/`.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part: `a/b.thidua` → `b.thidua`.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// `path` seen from `folder`; absolute paths stay.
  public static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || folder == "." || folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }

  /// Whether a script may name the path: relative, inside its folder, not empty, no NUL.
  public static func staysInside(_ path: String) -> Bool {
    let bytes = path.utf8
    if bytes.isEmpty || bytes.first == UInt8(ascii: "/") || bytes.contains(0) { return false }
    return !bytes.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }
  }

  /// The folder above a folder: `scripts/2027` → `scripts`, `2027` → `.`, `.` → `..`, `..` → `../..`.
  public static func parent(of folder: String) -> String {
    var path = folder
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    let last = name(of: path)
    if last == "." || last == ".." || path.isEmpty { return path == "." ? ".." : path + "/.." }
    return self.folder(of: path)
  }

  /// The path without `.` and without `..` that a part before it undoes; nil when a `..` climbs over the
  /// root.
  public static func resolved(_ path: String) -> String? {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part == "..", isAbsolute {
        return nil
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// Whether a resolved path stands in a resolved folder or below it. Of `..` and `../..` everything is
  /// below that climbs less: `x.thidua` stands below `..`.
  public static func stands(_ path: String, below folder: String) -> Bool {
    if folder == "/" { return path.hasPrefix("/") }
    let folders = folder == "." ? [] : folder.split(separator: "/")
    let parts = path.split(separator: "/")
    if !folder.hasPrefix("/"), folders.allSatisfy({ $0 == ".." }) {
      let climbed = parts.prefix { $0 == ".." }.count
      return !path.hasPrefix("/") && path != "." && climbed <= folders.count
        && climbed < parts.count
    }
    guard path.hasPrefix(folder + "/") else { return false }
    let rest = path.utf8.dropFirst(folder.utf8.count + 1)
    return !(rest.elementsEqual("..".utf8) || rest.starts(with: "../".utf8))
  }
}
