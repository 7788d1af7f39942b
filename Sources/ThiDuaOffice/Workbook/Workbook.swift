// A workbook and its sheets. In: the bytes of an .xlsx file. Out: the names of the sheets, and any of them as a
// grid. Invariant: parts are found the way the format says (relationships), wherever they lie; nothing
// larger than an office's file is unpacked. Used by the workbook table reader.

import ThiDuaText

final class Workbook {
  enum Failure: Error, Equatable {
    case encrypted
    /// Cut off, or parts are missing.
    case damaged
    case tooLarge
    /// Something else under the name of a workbook.
    case other(ForeignFile)
  }

  struct Sheet {
    var name: String
    var isHidden: Bool
    fileprivate var part: String
  }

  private(set) var sheets: [Sheet] = []
  private let archive: ZipArchive
  private let formats = NumberFormats()
  private let sharedTexts = SharedTexts()
  private var startsIn1904 = false

  /// Bytes a part may have unpacked. Sheets shrink to a twentieth when packed; what shrinks to less than a
  /// hundredth was made to fill memory.
  private let largestPart: Int
  private static let everAllowed = 64 << 20
  private static let neverAllowed = 1 << 30
  private static let largestRatio = 100

  init(_ bytes: InputBytes) throws(Failure) {
    let start = UnsafeBufferPointer(start: bytes.start, count: bytes.count)
    guard start.starts(with: [0x50, 0x4B]) else {
      throw OfficePackage.holdsEncrypted(start) ? .encrypted : .other(ForeignFile(start))
    }
    guard let archive = ZipArchive(bytes) else { throw .damaged }
    self.archive = archive
    largestPart = min(
      Workbook.neverAllowed, max(Workbook.everAllowed, bytes.count * Workbook.largestRatio))
    let main = try main()
    do throws(ZipArchive.Failure) {
      try open(main)
    } catch {
      throw Failure(error)
    }
  }

  /// The cells of a sheet.
  func grid(of sheet: Sheet, style: NumberStyle) throws(Failure) -> SheetGrid {
    let parser = SheetParser(
      sharedTexts: sharedTexts, formats: formats, startsIn1904: startsIn1904, style: style)
    do throws(ZipArchive.Failure) {
      try archive.parse(sheet.part, limit: largestPart, parser)
    } catch {
      throw Failure(error)
    }
    if parser.isDamaged { throw .damaged }
    if parser.hasTooMuch { throw .tooLarge }
    return parser.grid
  }

  // MARK: Opening

  /// The part that lists the sheets.
  private func main() throws(Failure) -> String {
    guard archive.has("_rels/.rels") else { throw .other(ForeignFile(archive, main: nil)) }
    let package = Relationships()
    do throws(ZipArchive.Failure) {
      try archive.parse("_rels/.rels", limit: largestPart, package)
    } catch {
      throw Failure(error)
    }
    guard let target = package.target(ofType: "officeDocument") else { throw .damaged }
    let main = Relationships.joined("", target)
    let kind = ForeignFile(archive, main: main)
    if kind != .unknown { throw .other(kind) }
    return main
  }

  private func open(_ main: String) throws(ZipArchive.Failure) {
    let book = Relationships()
    try archive.parse(Relationships.part(of: main), limit: largestPart, book)
    let folder = Relationships.folder(of: main)
    let list = SheetList()
    try archive.parse(main, limit: largestPart, list)
    startsIn1904 = list.startsIn1904
    for entry in list.entries {
      guard let target = book.targets[entry.relationship] else { throw .damaged }
      // Charts and macros may have a sheet of their own.
      guard target.type.hasSuffix("/worksheet") else { continue }
      sheets.append(
        Sheet(
          name: entry.name, isHidden: entry.isHidden,
          part: Relationships.joined(folder, target.path)))
    }
    if let styles = book.target(ofType: "styles") {
      try archive.parse(
        Relationships.joined(folder, styles), limit: largestPart, formats)
    }
    if let texts = book.target(ofType: "sharedStrings") {
      try archive.parse(
        Relationships.joined(folder, texts), limit: largestPart, sharedTexts)
    }
  }
}

extension Workbook.Failure {
  fileprivate init(_ failure: ZipArchive.Failure) {
    switch failure {
    case .missing, .damaged: self = .damaged
    case .encrypted: self = .encrypted
    case .tooLarge: self = .tooLarge
    }
  }
}

/// The sheets a workbook lists, in their order.
private final class SheetList: XMLReceiver {
  private(set) var entries: [(name: String, relationship: String, isHidden: Bool)] = []
  private(set) var startsIn1904 = false

  func began(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", let title = attributes.text("name"), let id = attributes.text("id") {
      entries.append((title, id, attributes.text("state").map { $0 != "visible" } ?? false))
    } else if name == "workbookPr" {
      // Excel writes an element of the same name among its extensions.
      startsIn1904 = startsIn1904 || attributes.truth("date1904")
    }
  }

  func ended(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
