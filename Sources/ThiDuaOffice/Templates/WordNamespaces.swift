// Namespaces of a part of a Word file. In: well-formed UTF-8 XML without a document type. Out: the same part whose
// elements of Word's bear the prefixes Word itself gives them (`w:`, `w14:`, `wp:`, `mc:`). Invariant: a
// part that has these prefixes already is not touched; names keep their namespaces, and lists of prefixes
// (`mc:Ignorable`) follow. Used by WordMarkup, which then may go by the letters of a name.

import ThiDuaText

enum WordNamespaces {
  /// Documents in ISO's strict form call WordprocessingML so.
  static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
  static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private static let prefixes = [
    transitional: "w", strict: "w",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  ]
  private static let usual = Set(prefixes.values)
  /// Attributes whose values are prefixes.
  private static let lists: Set<String> = [
    "Ignorable", "MustUnderstand", "ProcessContent", "Requires",
  ]

  /// nil when a usual prefix means something else.
  static func canonical(_ bytes: [UInt8]) -> [UInt8]? {
    var renamed = Renaming(bytes)
    return renamed.run()
  }

  private struct Renaming {
    let bytes: [UInt8]
    var out: [UInt8] = []
    /// Up to where the bytes are written.
    var written = 0
    /// What prefixes are called now, for the open elements.
    var scopes: [[String: String]] = [[:]]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() -> [UInt8]? {
      var place = 0
      while let tag = WordTag.next(in: bytes, from: &place) {
        switch tag.form {
        case .closing:
          rename(tag.name, scopes[scopes.count - 1])
          if scopes.count > 1 { scopes.removeLast() }
        case .opening, .empty:
          guard let scope = declared(tag) else { return nil }
          rename(tag.name, scope)
          attributes(tag, scope)
          if tag.form == .opening { scopes.append(scope) }
        }
      }
      if written == 0 { return bytes }
      out += bytes[written...]
      return out
    }

    /// The names after the declarations of a tag; nil when a usual prefix is taken.
    private func declared(_ tag: WordTag) -> [String: String]? {
      var scope = scopes[scopes.count - 1]
      for attribute in tag.attributes {
        guard let prefix = declaredPrefix(attribute) else { continue }
        if let usual = WordNamespaces.prefixes[text(attribute.value)] {
          scope[prefix] = usual
        } else if WordNamespaces.usual.contains(prefix) {
          return nil
        } else {
          scope[prefix] = nil
        }
      }
      return scope
    }

    /// `a` of `xmlns:a`, nothing of `xmlns`; nil for any other attribute.
    private func declaredPrefix(_ attribute: WordTag.Attribute) -> String? {
      let name = text(attribute.name)
      if name == "xmlns" { return "" }
      return name.hasPrefix("xmlns:") ? String(name.dropFirst("xmlns:".count)) : nil
    }

    private mutating func attributes(_ tag: WordTag, _ scope: [String: String]) {
      var declared: Set<String> = []
      for attribute in tag.attributes {
        if let prefix = declaredPrefix(attribute) {
          guard let usual = scope[prefix], WordNamespaces.prefixes[text(attribute.value)] != nil
          else { continue }
          if !declared.insert(usual).inserted {
            // The prefix is declared twice now.
            replace(attribute.name.lowerBound..<attribute.value.upperBound + 1, with: "")
          } else if prefix != usual {
            replace(attribute.name, with: "xmlns:" + usual)
          }
          continue
        }
        let name = text(attribute.name)
        if name.contains(":") { rename(attribute.name, scope) }
        let local = name.split(separator: ":").last.map(String.init) ?? ""
        if WordNamespaces.lists.contains(local) {
          let words = text(attribute.value).split(separator: " ").map { word in
            let parts = word.split(separator: ":", maxSplits: 1)
            let prefix = String(parts[0])
            return (scope[prefix] ?? prefix) + (parts.count > 1 ? ":" + parts[1] : "")
          }
          let list = words.joined(separator: " ")
          if list != text(attribute.value) { replace(attribute.value, with: list) }
        }
      }
    }

    private mutating func rename(_ name: Range<Int>, _ scope: [String: String]) {
      let whole = text(name)
      let parts = whole.split(separator: ":", maxSplits: 1)
      let prefix = parts.count > 1 ? String(parts[0]) : ""
      guard let usual = scope[prefix], usual != prefix else { return }
      replace(name, with: usual + ":" + parts[parts.count - 1])
    }

    private mutating func replace(_ range: Range<Int>, with text: String) {
      out += bytes[written..<range.lowerBound]
      out += text.utf8
      written = range.upperBound
    }

    private func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self)
    }
  }
}

/// A tag by place.
struct WordTag {
  enum Form { case opening, empty, closing }
  struct Attribute {
    var name: Range<Int>
    /// Between the quotes.
    var value: Range<Int>
  }
  var form: Form
  /// From `<` to the last `>`.
  var range: Range<Int>
  var name: Range<Int>
  var attributes: [Attribute] = []

  /// The next tag of well-formed XML; remarks, instructions and CDATA are passed over.
  static func next(in bytes: [UInt8], from place: inout Int) -> WordTag? {
    func skip(past mark: StaticString) {
      let mark = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
      while place < bytes.count, !bytes[place...].starts(with: mark) { place += 1 }
      place = min(bytes.count, place + mark.count)
    }
    while place + 1 < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      switch bytes[place + 1] {
      case UInt8(ascii: "?"): skip(past: "?>")
      case UInt8(ascii: "!"):
        let isData = bytes[place...].starts(with: "<![CDATA[".utf8)
        if isData { skip(past: "]]>") } else { skip(past: "-->") }
      default: return tag(bytes, &place)
      }
    }
    return nil
  }

  private static func tag(_ bytes: [UInt8], _ place: inout Int) -> WordTag {
    let start = place
    let isClosing = bytes[place + 1] == UInt8(ascii: "/")
    place += isClosing ? 2 : 1
    func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
    func word() -> Range<Int> {
      let first = place
      while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: "="),
        bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/")
      {
        place += 1
      }
      return first..<place
    }
    var tag = WordTag(form: isClosing ? .closing : .opening, range: start..<start, name: word())
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
        if bytes[place] == UInt8(ascii: "/") { tag.form = .empty }
        place += 1
        continue
      }
      let name = word()
      while place < bytes.count, bytes[place] != UInt8(ascii: "\""),
        bytes[place] != UInt8(ascii: "'"), bytes[place] != UInt8(ascii: ">")
      {
        place += 1
      }
      guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { break }
      let quote = bytes[place]
      place += 1
      let first = place
      while place < bytes.count, bytes[place] != quote { place += 1 }
      tag.attributes.append(Attribute(name: name, value: first..<place))
      place += 1
    }
    place = min(bytes.count, place + 1)
    tag.range = start..<place
    return tag
  }
}
