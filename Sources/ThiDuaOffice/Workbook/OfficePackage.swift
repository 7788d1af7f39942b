// What every file of Office is made of: parts and the relationships between them. In: XML of a relationship part;
// bytes that are no zip archive. Out: targets by type; whether the bytes are an encrypted document.
// Invariant: parts are found the way the format says, wherever they lie. Used by the readers of workbooks and
// of templates.

enum OfficePackage {
  /// Office keeps an encrypted document in a stream of this name.
  static func holdsEncrypted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    holds("EncryptedPackage", bytes)
  }

  /// Whether a file of the old kind has a stream of this name, which it writes in UTF-16.
  static func holds(_ stream: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let wanted = Array(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0],
        UnsafeBufferPointer(rebasing: bytes[index..<index + wanted.count]).elementsEqual(wanted)
      {
        return true
      }
      index += 2
    }
    return false
  }
}

/// What belongs to a part.
final class Relationships: XMLReceiver {
  private(set) var targets: [String: (type: String, path: String)] = [:]

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes.text("Id"),
      let type = attributes.text("Type"), let path = attributes.text("Target")
    else { return }
    targets[id] = (type, path)
  }

  func ended(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The first target of a type, by the last word of the type's address, as the part writes it.
  func target(ofType type: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.type.hasSuffix("/" + type) }?.value.path
  }

  /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func part(of path: String) -> String {
    let folder = folder(of: path)
    return folder + "_rels/" + path.dropFirst(folder.count) + ".rels"
  }

  /// With its slash; empty at the top.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// A target beside a part: relative to its folder unless it begins with a slash.
  static func joined(_ folder: String, _ path: String) -> String {
    let isWhole = path.hasPrefix("/") || path.hasPrefix("\\")
    var parts = isWhole ? [] : folder.split(separator: "/")
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
