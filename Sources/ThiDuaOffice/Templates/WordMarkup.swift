// The markup of a part of a Word file, by place. In: the bytes of a part. Out: its elements as ranges of these bytes,
// children under parents. Invariant: the bytes are well-formed UTF-8 XML without a document type (expat has
// said so), so whoever copies whole elements makes well-formed XML again. Used by WordTemplate.

import ThiDuaText

struct WordMarkup: Sendable {
  /// The elements that mean something to a template.
  enum Kind: Sendable {
    case paragraph, run, text, blank, hyphen, table, row, cell, gone, once, section, properties
    case pageSize, pageMargins, cellWidth, runProperties, other
    /// A content control, or what holds its content: nothing to a reader.
    case wrapper
    /// What ties a content control to data of its own, or calls its text a placeholder.
    case binding
    /// A text box once more, for Word 2007, when it holds expressions: it is left out.
    case copy
    /// A picture or a text box by its number.
    case drawing
    case field
  }

  struct Element: Sendable {
    var kind: Kind
    /// From `<` to the last `>`.
    var range: Range<Int>
    /// Between the tags.
    var inside: Range<Int>
    var parent: Int
    /// Among its parent's children.
    var place: Int
    var children: [Int] = []
    /// A paragraph, or something that holds one.
    var hasParagraph = false
    var hasRun = false
  }

  /// What must not stand twice in a document: bookmarks, marks of comments and notes, numbers of paragraphs
  /// are left out, numbers of drawings are counted on.
  struct Once: Sendable {
    var range: Range<Int>
    var isNumber: Bool
  }

  let bytes: [UInt8]
  private(set) var elements: [Element] = []
  /// In order.
  private(set) var once: [Once] = []
  /// The part is in ISO's strict form, which knows no left and right but start and end.
  let isStrict: Bool

  /// Deeper than any document Word makes.
  private static let deepest = 200

  /// nil when this is no XML of Word's.
  init?(_ bytes: [UInt8]) {
    guard WordMarkup.isWellFormed(bytes), let bytes = WordNamespaces.canonical(bytes) else {
      return nil
    }
    self.bytes = bytes
    isStrict = bytes.firstRange(of: Array(WordNamespaces.strict.utf8)) != nil
    guard scan() else { return nil }
    findCopies()
  }

  func isNamed(_ element: Int, _ name: StaticString) -> Bool {
    bytes[elements[element].range].dropFirst().starts(with: WordMarkup.letters(name))
  }

  /// The opening tag.
  func opening(_ element: Int) -> Range<Int> {
    elements[element].range.lowerBound..<elements[element].inside.lowerBound
  }

  /// The closing tag; nothing for `<w:p/>`.
  func closing(_ element: Int) -> Range<Int> {
    elements[element].inside.upperBound..<elements[element].range.upperBound
  }

  /// What stands between an element and the one before it, or its parent's opening tag: spaces, remarks.
  func gap(before element: Int) -> Range<Int> {
    let start = elements[element].range.lowerBound
    let parent = elements[elements[element].parent]
    guard elements[element].place > 0 else { return parent.inside.lowerBound..<start }
    return elements[parent.children[elements[element].place - 1]].range.upperBound..<start
  }

  /// The closing tag, with what stands before it.
  func closingWithGap(_ element: Int) -> Range<Int> {
    let last = elements[element].children.last.map { elements[$0].range.upperBound }
    return (last ?? elements[element].inside.lowerBound)..<elements[element].range.upperBound
  }

  /// A number in an attribute.
  func number(_ element: Int, _ attribute: String) -> Int? {
    value(element, attribute).flatMap { Int(String(decoding: bytes[$0], as: UTF8.self)) }
  }

  /// Where the value of an attribute stands.
  func value(_ element: Int, _ attribute: String) -> Range<Int>? {
    var place = elements[element].range.lowerBound
    return WordTag.next(in: bytes, from: &place)?.attributes
      .first { bytes[$0.name].elementsEqual(attribute.utf8) }?.value
  }

  /// The elements of a kind inside another, content controls passed through.
  func inner(_ kind: Kind, of element: Int) -> [Int] {
    elements[element].children.flatMap { child in
      switch elements[child].kind {
      case kind: [child]
      case .wrapper: inner(kind, of: child)
      default: [Int]()
      }
    }
  }

  /// The first element of a kind inside another.
  func first(_ kind: Kind, in element: Int) -> Int? {
    for child in elements[element].children {
      if elements[child].kind == kind { return child }
      if let found = first(kind, in: child) { return found }
    }
    return nil
  }

  // MARK: Texts

  /// The letters of a `w:t`; what would end a line is a space.
  func text(_ element: Int) -> [UInt8] {
    var text: [UInt8] = []
    let inside = elements[element].inside
    var place = inside.lowerBound
    func isAt(_ mark: StaticString) -> Bool {
      bytes[place..<inside.upperBound].starts(with: WordMarkup.letters(mark))
    }
    while place < inside.upperBound {
      if isAt("<![CDATA[") {
        place += 9
        while place < inside.upperBound, !isAt("]]>") {
          text.append(bytes[place])
          place += 1
        }
        place += 3
      } else if bytes[place] == UInt8(ascii: "<") {
        while place < inside.upperBound, bytes[place] != UInt8(ascii: ">") { place += 1 }
        place += 1
      } else if bytes[place] == UInt8(ascii: "&") {
        let name = bytes[(place + 1)..<inside.upperBound].prefix { $0 != UInt8(ascii: ";") }
        text += WordMarkup.entity(String(decoding: name, as: UTF8.self))
        place += name.count + 2
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    return text.map { $0 < 0x20 ? 0x20 : $0 }
  }

  private static func entity(_ name: String) -> [UInt8] {
    switch name {
    case "amp": return [0x26]
    case "lt": return [0x3C]
    case "gt": return [0x3E]
    case "quot": return [0x22]
    case "apos": return [0x27]
    default:
      let code =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return code.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) } ?? [0x20]
    }
  }

  // MARK: Scanning

  private static func letters(_ text: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    final class Nobody: XMLReceiver {
      func began(_ name: XMLName, _ attributes: XMLAttributes) {}
      func ended(_ name: XMLName) {}
      func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
    // Another encoding would have to be named, or shows as bytes that are no UTF-8.
    let head = String(decoding: bytes.prefix(100), as: UTF8.self).lowercased()
    if let named = head.firstRange(of: "encoding="),
      !head[named.upperBound...].dropFirst().hasPrefix("utf-8")
    {
      return false
    }
    guard UTF8Check.firstInvalidOffset(in: bytes) == nil, !bytes.contains(0) else { return false }
    let nobody = Nobody()
    return withExtendedLifetime(nobody) {
      bytes.withUnsafeBytes { XMLReader(nobody).read($0, isLast: true) }
    }
  }

  private mutating func scan() -> Bool {
    var open: [Int] = []
    var place = 0
    while let tag = WordTag.next(in: bytes, from: &place) {
      let (start, end) = (tag.range.lowerBound, tag.range.upperBound)
      guard tag.form != .closing else {
        guard let element = open.popLast() else { return false }
        close(element, inside: start, end: end)
        continue
      }
      guard open.count < WordMarkup.deepest else { return false }
      let element = elements.count
      let parent = open.last ?? -1
      let among = parent < 0 ? 0 : elements[parent].children.count
      let kind = WordMarkup.kinds[String(decoding: bytes[tag.name], as: UTF8.self)] ?? .other
      elements.append(
        Element(
          kind: kind, range: start..<end, inside: end..<end, parent: parent, place: among))
      if parent >= 0 { elements[parent].children.append(element) }
      noteNumbers(tag, kind)
      if tag.form == .empty { close(element, inside: end, end: end) } else { open.append(element) }
    }
    once.sort { $0.range.lowerBound < $1.range.lowerBound }
    return open.isEmpty && !elements.isEmpty
  }

  /// A text box stands twice, for Word and for Word 2007; expressions are filled in once.
  private mutating func findCopies() {
    for element in elements.indices where elements[element].kind == .copy {
      let parent = elements[element].parent
      let isAlone = parent < 0 || elements[parent].children.count < 2
      if isAlone || !holdsBrace(element) { elements[element].kind = .other }
    }
  }

  /// A brace in the text of an element.
  func holdsBrace(_ element: Int) -> Bool {
    if elements[element].kind == .text { return text(element).contains(UInt8(ascii: "{")) }
    return elements[element].children.contains(where: holdsBrace)
  }

  private mutating func close(_ element: Int, inside: Int, end: Int) {
    elements[element].inside = elements[element].inside.lowerBound..<inside
    elements[element].range = elements[element].range.lowerBound..<end
    if elements[element].kind == .paragraph { elements[element].hasParagraph = true }
    let parent = elements[element].parent
    if parent >= 0, elements[element].hasParagraph { elements[parent].hasParagraph = true }
    // The runs of a text box are not runs of the paragraph it hangs on.
    let hasRun = elements[element].kind == .run || elements[element].hasRun
    if parent >= 0, hasRun, elements[element].kind != .paragraph { elements[parent].hasRun = true }
    if elements[element].kind == .once {
      once.append(Once(range: elements[element].range, isNumber: false))
    }
  }

  /// `w14:paraId="…"` and `w14:textId="…"` with the space before them; `id` of a drawing.
  private mutating func noteNumbers(_ tag: WordTag, _ kind: Kind) {
    for attribute in tag.attributes {
      switch (kind, String(decoding: bytes[attribute.name], as: UTF8.self)) {
      case (.paragraph, "w14:paraId"), (.paragraph, "w14:textId"), (.row, "w14:paraId"),
        (.row, "w14:textId"):
        once.append(
          Once(
            range: attribute.name.lowerBound - 1..<attribute.value.upperBound + 1,
            isNumber: false))
      case (.drawing, "id"): once.append(Once(range: attribute.value, isNumber: true))
      default: continue
      }
    }
  }

  private static let kinds: [String: Kind] = [
    "w:p": .paragraph, "w:r": .run, "w:t": .text, "w:tab": .blank, "w:br": .blank,
    "w:cr": .blank, "w:ptab": .blank, "w:noBreakHyphen": .hyphen, "w:tbl": .table, "w:tr": .row,
    "w:tc": .cell, "w:del": .gone, "w:moveFrom": .gone, "w:bookmarkStart": .once,
    "w:bookmarkEnd": .once, "w:commentRangeStart": .once, "w:commentRangeEnd": .once,
    "w:proofErr": .once, "w:permStart": .once, "w:permEnd": .once, "w:sectPr": .section,
    "w:pgSz": .pageSize, "w:pgMar": .pageMargins, "w:tcW": .cellWidth,
    "w:rPr": .runProperties, "w:pPr": .properties, "w:trPr": .properties, "w:tcPr": .properties,
    "w:sdtPr": .properties, "w:sdtEndPr": .properties, "w:smartTagPr": .properties,
    "w:customXmlPr": .properties, "w:tblPr": .properties, "w:tblGrid": .properties,
    "w:moveFromRangeStart": .once, "w:moveFromRangeEnd": .once, "w:moveToRangeStart": .once,
    "w:moveToRangeEnd": .once, "w:commentReference": .once, "w:footnoteReference": .once,
    "w:endnoteReference": .once, "w:id": .once, "w:sdt": .wrapper, "w:sdtContent": .wrapper,
    "w:customXml": .wrapper, "w:dataBinding": .binding, "w15:dataBinding": .binding,
    "w:showingPlcHdr": .binding, "mc:Fallback": .copy, "wp:docPr": .drawing,
    "w:fldChar": .field,
  ]
}
