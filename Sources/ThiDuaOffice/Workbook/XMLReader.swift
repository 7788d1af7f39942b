// XML in pieces. In: bytes of a part as they are unpacked. Out: names, attributes and text to a receiver.
// Invariant: a document type is refused, so no entity of the file's own is ever expanded; names come
// without their prefix. Used by the readers of this module.

import CExpat

/// A name or an attribute's name, valid during the call that hands it over.
struct XMLName {
  fileprivate let letters: UnsafePointer<CChar>

  fileprivate init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var place = qualified
    while place.pointee != 0 {
      if place.pointee == CChar(UInt8(ascii: ":")) { start = place + 1 }
      place += 1
    }
    letters = start
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    let wanted = text.utf8Start
    for index in 0..<count where UInt8(bitPattern: name.letters[index]) != wanted[index] {
      return false
    }
    return name.letters[count] == 0
  }
}

/// The attributes of an element, valid during the call.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The bytes of a value; nil when there is no such attribute.
  subscript(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var index = 0
    while let key = pairs[index] {
      if XMLName(key) == name, let value = pairs[index + 1] {
        var count = 0
        while value[count] != 0 { count += 1 }
        return UnsafeRawBufferPointer(start: value, count: count).assumingMemoryBound(
          to: UInt8.self)
      }
      index += 2
    }
    return nil
  }

  func text(_ name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  func number(_ name: StaticString) -> Int? { text(name).flatMap { Int($0) } }

  func truth(_ name: StaticString) -> Bool {
    text(name).map { $0 == "1" || $0 == "true" } ?? false
  }
}

/// Hears what an XML text holds.
protocol XMLReceiver: AnyObject {
  func began(_ name: XMLName, _ attributes: XMLAttributes)
  func ended(_ name: XMLName)
  /// A piece of text between tags.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// One pass over one XML text.
final class XMLReader {
  private let parser: XML_Parser
  private unowned let receiver: any XMLReceiver
  private var isRefused = false

  init(_ receiver: any XMLReceiver) {
    self.receiver = receiver
    parser = XML_ParserCreate(nil)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let name, let attributes else { return }
        XMLReader.of(user).receiver.began(XMLName(name), XMLAttributes(pairs: attributes))
      },
      { user, name in
        guard let name else { return }
        XMLReader.of(user).receiver.ended(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { user, letters, count in
      let raw = UnsafeRawBufferPointer(start: letters, count: Int(count))
      XMLReader.of(user).receiver.text(raw.assumingMemoryBound(to: UInt8.self))
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      let reader = XMLReader.of(user)
      reader.isRefused = true
      XML_StopParser(reader.parser, XML_Bool(0))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLReader {
    Unmanaged<XMLReader>.fromOpaque(user!).takeUnretainedValue()
  }

  /// Reads the next bytes; false when the text is damaged or refused.
  func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) -> Bool {
    let letters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return XML_Parse(parser, letters, Int32(bytes.count), isLast ? 1 : 0) == XML_STATUS_OK
      && !isRefused
  }
}

extension ZipArchive {
  /// Parses a part as XML.
  func parse(_ name: String, limit: Int, _ receiver: any XMLReceiver) throws(Failure) {
    let reader = XMLReader(receiver)
    try read(name, limit: limit) { piece throws(Failure) in
      if !reader.read(piece) { throw .damaged }
    }
    if !reader.read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { throw .damaged }
  }
}
