// Files that are called workbooks and are none this program reads. In: the bytes, or the parts of an archive. Out:
// what the file really is, so that the message can say what to save it as. Invariant: told by the content alone;
// programs of offices write web pages and text under Excel's endings, and Excel opens them all the same. Used by
// Workbook.

enum ForeignFile: Equatable {
  /// Excel 97–2003.
  case oldWorkbook
  /// `.xlsb`: the parts of a workbook in a form of Excel's own.
  case binaryWorkbook
  /// `.ods` of LibreOffice.
  case openDocument
  /// A table of a web page, as many programs "export to Excel".
  case webPage
  /// The XML of Excel 2003.
  case oldXML
  /// A document of Word.
  case document
  case unknown

  /// Bytes looked at from the start of a file.
  private static let headLength = 4096

  /// What a file is that is no archive.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = OfficePackage.holds("WordDocument", bytes) ? .document : .oldWorkbook
      return
    }
    // Zero bytes of UTF-16 stand between letters of ASCII.
    let head = String(
      decoding: bytes.prefix(ForeignFile.headLength).filter { $0 != 0 }, as: UTF8.self
    )
    .lowercased()
    func has(_ marks: String...) -> Bool { marks.contains { head.contains($0) } }
    if head.hasPrefix("mime-version:") || has("<html", "<!doctype html", "<table", "<body") {
      self = .webPage
    } else if has("urn:schemas-microsoft-com:office:spreadsheet") {
      self = .oldXML
    } else {
      self = .unknown
    }
  }

  /// What an archive is whose main part is `main`; nil: it names none.
  init(_ archive: ZipArchive, main: String?) {
    if let main {
      self =
        main.hasSuffix(".bin") ? .binaryWorkbook : main.contains("word/") ? .document : .unknown
    } else {
      self = archive.has("mimetype") && archive.has("content.xml") ? .openDocument : .unknown
    }
  }
}
