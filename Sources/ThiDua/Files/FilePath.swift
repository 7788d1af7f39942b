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
}
