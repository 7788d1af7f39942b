// The standard library: modules written in the language itself, embedded in the program so that a
// script finds them wherever it is run. In: a name after `dùng`. Out: the module's text.
// Invariant: `all` (LibraryTexts.swift) holds exactly the files of stdlib/, in byte order of their
// names (tested); nothing here is touched by a script that imports no module. Used by the loader, by
// `giải-thích` and by the page docs/thu-vien.md.

import ThiDuaText

/// One module of the standard library.
public struct LibraryModule: Sendable {
  /// What a script writes after `dùng`: `tiền thưởng`.
  public let name: String
  /// The file's name without `.thidua`, which a script may write too: `tien-thuong`.
  public let file: String
  let content: StaticString

  init(_ name: String, _ file: String, _ content: StaticString) {
    self.name = name
    self.file = file
    self.content = content
  }

  /// The path findings show.
  public var path: String { "stdlib/\(file).thidua" }

  /// The module's text.
  public var bytes: [UInt8] {
    content.withUTF8Buffer { Array($0) }
  }

  /// The module of a name, spelled out or as its file is called.
  public static func named(_ text: String) -> LibraryModule? {
    let key = VietnameseText.lookupKey(text)
    return all.first { $0.file == text || VietnameseText.lookupKey($0.name) == key }
  }

  /// What stands before the name of a module where a file has the same name.
  static let prefix = "thư viện/"
}
