// Where tests find the tree, and scratch folders they may write to. Used by the tests of this folder.

import Glibc
import Testing
import ThiDua

/// The tree the tests were built from.
enum Repository {
  /// The folder that holds Package.swift.
  static let root: String = {
    var path = #filePath
    for _ in 0..<3 { path = FilePath.folder(of: path) }
    return path
  }()

  static func path(_ relative: String) -> String { FilePath.join(root, relative) }

  static func text(_ relative: String) throws -> String {
    String(decoding: try FileAccess.read(path(relative)), as: UTF8.self)
  }

  /// Paths of the scripts below a folder, relative to the tree.
  static func scripts(_ folder: String) throws -> [String] {
    try FileAccess.scripts(below: path(folder)).map { String($0.dropFirst(root.count + 1)) }
  }

  /// Tests write expected texts anew instead of comparing.
  static var acceptsNewGoldens: Bool { getenv("THIDUA_CHAP_NHAN") != nil }
}

/// A folder of its own for one test, removed with it.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/thidua-kiem-thu-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    path = String(cString: try #require(made))
  }

  deinit { Self.remove(path) }

  func file(_ name: String) -> String { FilePath.join(path, name) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    try FileAccess.replace(file(name), with: bytes)
    return file(name)
  }

  func bytes(_ name: String) throws -> [UInt8] { try FileAccess.read(file(name)) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Names of the files in it, sorted.
  func names() -> [String] { (try? FileAccess.names(in: path)) ?? [] }

  private static func remove(_ folder: String) {
    for name in (try? FileAccess.names(in: folder)) ?? [] {
      let entry = folder + "/" + name
      if FileAccess.isFolder(entry) { remove(entry) } else { unlink(entry) }
    }
    rmdir(folder)
  }
}

/// Keeps what a script prints.
final class Recorder: RunListener {
  private(set) var text = ""
  private(set) var written: [String] = []
  func wrote(_ files: [String], in folder: String) {
    written += files.map { FilePath.join(folder, $0) }
  }
  func printed(_ text: String) { self.text += text }
  func began(_ work: String, rowCount: Int) {}
}
