// Where a script comes from. In: a path, the standard input, or text of an embedding program.
// Out: its bytes, the name shown in findings and the folder its other files stand in.
// Used by whoever calls the engine.

import ThiDuaText

/// A script to check, run, test or format.
public struct ScriptSource: Sendable {
  enum Origin: Sendable {
    case file
    case bytes([UInt8])
  }

  /// Shown in findings; opened only when the script is a file.
  public let name: String
  /// Imported scripts and data are looked for here.
  public let folder: String
  let origin: Origin
  /// Others can name the script by its path.
  var isFile: Bool { if case .file = origin { true } else { false } }

  /// A script in a file.
  public static func file(_ path: String) -> ScriptSource {
    ScriptSource(name: path, folder: FilePath.folder(of: path), origin: .file)
  }

  /// A script in memory, called `name` in findings; its other files stand in `folder`.
  public static func text(
    _ text: String, name: String = "kịch bản", folder: String = "."
  ) -> ScriptSource {
    .bytes(Array(text.utf8), name: name, folder: folder)
  }

  /// A script in memory that may be no valid text.
  public static func bytes(
    _ bytes: [UInt8], name: String, folder: String = "."
  ) -> ScriptSource {
    ScriptSource(name: name, folder: folder, origin: .bytes(bytes))
  }

  /// The bytes as they are, before any check.
  func read() throws(FileAccess.Failure) -> [UInt8] {
    switch origin {
    case .file: try FileAccess.read(name)
    case .bytes(let bytes): bytes
    }
  }
}
