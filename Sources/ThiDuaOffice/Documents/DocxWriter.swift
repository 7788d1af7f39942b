// A document as a file Word opens. In: a document. Out: the bytes of a .docx file. Invariant: the same
// document gives the same bytes; every tag is closed whatever the texts hold. Used by the façade.

/// Writes documents as .docx files.
public enum DocxWriter {
  /// The bytes of the file.
  public static func bytes(_ document: Document) -> [UInt8] {
    var zip = ZipWriter()
    for (name, content) in [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("docProps/core.xml", properties(document)), ("word/document.xml", body(document)),
      ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", styles(document)),
      ("word/settings.xml", settings), ("word/header1.xml", pageNumber),
    ] {
      zip.add(name, Array((declaration + content).utf8))
    }
    return zip.finish()
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relationSpace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageSpace = "http://schemas.openxmlformats.org/package/2006"

  // MARK: The package

  private static let contentTypes: String = {
    let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    var text = "<Types xmlns=\"\(packageSpace)/content-types\">"
    text += "<Default Extension=\"rels\""
    text += " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    for (part, type) in [
      ("word/document", "\(office).document.main"), ("word/styles", "\(office).styles"),
      ("word/settings", "\(office).settings"), ("word/header1", "\(office).header"),
      ("docProps/core", "application/vnd.openxmlformats-package.core-properties"),
    ] {
      text += "<Override PartName=\"/\(part).xml\" ContentType=\"\(type)+xml\"/>"
    }
    return text + "</Types>"
  }()

  private static let packageRelations = """
    <Relationships xmlns="\(packageSpace)/relationships">\
    <Relationship Id="rId1" Type="\(relationSpace)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(packageSpace)/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """

  private static let documentRelations = """
    <Relationships xmlns="\(packageSpace)/relationships">\
    <Relationship Id="rId1" Type="\(relationSpace)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(relationSpace)/settings" Target="settings.xml"/>\
    <Relationship Id="rId3" Type="\(relationSpace)/header" Target="header1.xml"/></Relationships>
    """

  private static func escaped(_ text: String) -> String {
    var xml = WordXML()
    xml.text(text)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private static func properties(_ document: Document) -> String {
    """
    <cp:coreProperties xmlns:cp="\(packageSpace)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(document.title))</dc:title>\
    <dc:creator>\(escaped(document.author))</dc:creator><dc:language>vi-VN</dc:language>\
    </cp:coreProperties>
    """
  }

  // MARK: Looks that hold everywhere

  private static func styles(_ document: Document) -> String {
    let font = escaped(document.font)
    return """
      <w:styles xmlns:w="\(wordSpace)"><w:docDefaults><w:rPrDefault><w:rPr>\
      <w:rFonts w:ascii="\(font)" w:hAnsi="\(font)" w:eastAsia="\(font)" w:cs="\(font)"/>\
      <w:sz w:val="\(document.size)"/><w:szCs w:val="\(document.size)"/>\
      <w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
      <w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="table" w:default="1" \
      w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" \
      w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      </w:style></w:styles>
      """
  }

  /// Word 2013 and later lay tables out from the margin, as LibreOffice does.
  private static let settings = """
    <w:settings xmlns:w="\(wordSpace)"><w:compat><w:compatSetting w:name="compatibilityMode" \
    w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
    <w:themeFontLang w:val="vi-VN"/></w:settings>
    """

  private static let pageNumber = """
    <w:hdr xmlns:w="\(wordSpace)"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>\
    <w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r>\
    </w:fldSimple></w:p></w:hdr>
    """

  // MARK: The text

  private static func body(_ document: Document) -> String {
    var xml = WordXML()
    xml.raw("<w:document xmlns:w=\"\(wordSpace)\" xmlns:r=\"\(relationSpace)\"><w:body>")
    for (index, section) in document.sections.enumerated() {
      let looks = properties(of: section.page, isFirst: index == 0)
      if index < document.sections.count - 1 {
        xml.blocks(section.blocks, section: looks)
      } else {
        xml.blocks(section.blocks)
        xml.raw(looks)
      }
    }
    xml.raw("</w:body></w:document>")
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  private static func properties(of page: Document.Page, isFirst: Bool) -> String {
    var text = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/>"
    text += "<w:pgSz w:w=\"\(page.width)\" w:h=\"\(page.height)\""
    text += page.isLandscape ? " w:orient=\"landscape\"/>" : "/>"
    text += "<w:pgMar w:top=\"\(page.top)\" w:right=\"\(page.right)\" w:bottom=\"\(page.bottom)\""
    text += " w:left=\"\(page.left)\" w:header=\"\(page.header)\" w:footer=\"567\" w:gutter=\"0\"/>"
    if isFirst { text += "<w:titlePg/>" }
    return text + "</w:sectPr>"
  }
}
