// The file of a template made in Word. In: its bytes. Out: all its parts, the texts of the paragraphs that can hold
// expressions as the lines of a source. Invariant: a part without text is kept as it is, byte for byte, in
// its place; nothing larger than an office's file is unpacked. Used by WordTemplate.

import ThiDuaText

extension WordTemplate {
  /// Why a file is no template, and what to do about it; whole sentences.
  public struct Refusal: Error, Equatable {
    public var reason: String
    public var advice: String
  }

  /// A paragraph of a part.
  struct Paragraph: Sendable {
    var element: Int
    /// As Word holds it, before the source normalises it.
    var text: [UInt8]
  }

  struct Part: Sendable {
    /// Among the parts of the package.
    var index: Int
    var markup: WordMarkup
    var paragraphs: [Paragraph]
  }

  public struct Package: Sendable {
    let parts: [(name: String, content: [UInt8])]
    /// The text of the document first, then headers, footers and notes in the order of the package.
    let written: [Part]

    /// A line for every paragraph, in the order of `written`.
    public var text: String {
      let lines = written.flatMap(\.paragraphs).map { String(decoding: $0.text, as: UTF8.self) }
      return lines.joined(separator: "\n")
    }

    /// nil when the file is not Word's and does not say so by its name.
    public init?(_ bytes: [UInt8], named name: String) throws(Refusal) {
      let name = name.lowercased()
      let isCalledWord = [".docx", ".docm", ".dotx", ".doc", ".dot"].contains(where: name.hasSuffix)
      let isPacked = bytes.starts(with: WordTemplate.signature)
      let isOld = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      guard isCalledWord || isPacked || isOld else { return nil }
      try self.init(bytes)
    }

    init(_ bytes: [UInt8]) throws(Refusal) {
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        throw bytes.withUnsafeBufferPointer(OfficePackage.holdsEncrypted) ? .locked : .oldFormat
      }
      let input = InputBytes(bytes)
      guard bytes.starts(with: WordTemplate.signature) else { throw .notWord }
      guard let archive = ZipArchive(input) else { throw .damaged }
      let limit = min(
        Package.neverAllowed, max(Package.everAllowed, bytes.count * Package.largestRatio))
      let parts: [(name: String, content: [UInt8])]
      let main: String
      var others: [String] = []
      do throws(ZipArchive.Failure) {
        parts = try archive.parts(limit: limit)
        if parts.contains(where: { $0.name == "EncryptedPackage" }) { throw .encrypted }
        let package = Relationships()
        try archive.parse("_rels/.rels", limit: limit, package)
        guard let target = package.target(ofType: "officeDocument") else { throw .missing }
        main = Relationships.joined("", target)
        let own = Relationships()
        if archive.has(Relationships.part(of: main)) {
          try archive.parse(Relationships.part(of: main), limit: limit, own)
        }
        let folder = Relationships.folder(of: main)
        for target in own.targets.values where Package.kinds.contains(where: target.type.hasSuffix)
        {
          others.append(Relationships.joined(folder, target.path))
        }
      } catch {
        throw Refusal(error)
      }
      guard let first = parts.firstIndex(where: { $0.name == main }) else { throw .notWord }
      try Package.checkType(parts, main)
      var indices = [first]
      indices += parts.indices.filter { $0 != first && others.contains(parts[$0].name) }
      var written: [Part] = []
      for index in indices {
        guard let markup = WordMarkup(parts[index].content) else { throw .damaged }
        if index == first, !markup.isNamed(0, "w:document") { throw .notWord }
        written.append(Part(index: index, markup: markup, paragraphs: markup.paragraphs()))
      }
      self.parts = parts
      self.written = written
    }

    private static let kinds = ["/header", "/footer", "/footnotes", "/endnotes"]
    private static let everAllowed = 64 << 20
    private static let neverAllowed = 512 << 20
    private static let largestRatio = 100

    /// A template of Word's own or one with macros would not open under the name of a document.
    private static func checkType(
      _ parts: [(name: String, content: [UInt8])], _ main: String
    ) throws(Refusal) {
      guard let types = parts.first(where: { $0.name == "[Content_Types].xml" }) else {
        throw .damaged
      }
      let text = String(decoding: types.content, as: UTF8.self)
      if text.contains("ms-word.document.macroEnabled") || text.contains("ms-word.template")
        || text.contains("wordprocessingml.template.main")
      {
        throw .otherKind
      }
    }
  }
}

extension WordTemplate.Refusal {
  static let oldFormat = Self(
    reason: "Đây là tệp Word kiểu cũ (.doc), không phải .docx.",
    advice: "Mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx).")
  static let locked = Self(
    reason: "Tệp có mật khẩu, nội dung đã được mã hóa.",
    advice: "Mở bằng Word, bỏ mật khẩu mở tệp rồi lưu lại.")
  static let damaged = Self(
    reason: "Tệp Word không còn nguyên vẹn, hoặc chép chưa xong.",
    advice: "Mở thử bằng Word rồi lưu lại, hoặc xin lại tệp.")
  static let notWord = Self(
    reason: "Trong tệp không có văn bản của Word.",
    advice: "Mở mẫu bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx).")
  static let otherKind = Self(
    reason: "Đây là tệp mẫu của Word (.dotx) hoặc tệp có macro (.docm).",
    advice: "Mở bằng Word, chọn Lưu thành (Save As), kiểu Word Document (.docx).")
  /// Neither Word's nor a text.
  public static let notText = Self(
    reason: "Tệp không phải văn bản UTF-8 và cũng không phải tệp Word .docx.",
    advice: "Lưu mẫu trong Word thành .docx, hoặc lưu tệp văn bản với bảng mã UTF-8.")
  static let tooLarge = Self(
    reason: "Nội dung tệp khi mở ra lớn bất thường.",
    advice: "Bỏ bớt hình ảnh trong mẫu, hoặc làm lại mẫu từ một văn bản mới.")

  init(_ failure: ZipArchive.Failure) {
    self =
      switch failure {
      case .missing: .notWord
      case .damaged: .damaged
      case .encrypted: .locked
      case .tooLarge: .tooLarge
      }
  }
}

// MARK: Paragraphs

extension WordMarkup {
  /// In the order they begin, those of text boxes after the paragraph they hang on.
  func paragraphs() -> [WordTemplate.Paragraph] {
    var found: [WordTemplate.Paragraph] = []
    var element = 0
    while element < elements.count {
      switch elements[element].kind {
      case .copy:
        let end = elements[element].range.upperBound
        while element < elements.count, elements[element].range.lowerBound < end { element += 1 }
        continue
      case .paragraph:
        found.append(
          WordTemplate.Paragraph(element: element, text: letters(element).flatMap(\.text)))
      default: break
      }
      element += 1
    }
    return found
  }

  /// A piece of a paragraph's text: a `w:t`, a tab, a break.
  struct Letters {
    var element: Int
    var text: [UInt8]
  }

  /// What a paragraph says now: without deleted text, without its text boxes.
  func letters(_ element: Int) -> [Letters] {
    var found: [Letters] = []
    for child in elements[element].children {
      switch elements[child].kind {
      case .gone, .properties: continue
      case .run:
        for piece in elements[child].children {
          switch elements[piece].kind {
          case .text: found.append(Letters(element: piece, text: text(piece)))
          case .blank: found.append(Letters(element: piece, text: [0x20]))
          case .hyphen: found.append(Letters(element: piece, text: [0x2D]))
          default: continue
          }
        }
      default:
        if elements[child].hasRun { found += letters(child) }
      }
    }
    return found
  }
}
