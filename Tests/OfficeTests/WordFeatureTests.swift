// What Word, Google Docs and others put into a file beside text: content controls, fields, text boxes written
// twice, numbers that must not stand twice, other prefixes, ISO's strict form.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

private func control(_ content: String, _ properties: String = "") -> String {
  "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
}

@Suite struct WordFeatureTests {
  // MARK: Content controls

  @Test func aControlAroundTextParagraphCellOrRow() throws {
    let cell = "<w:tc>\(wordLine("{{ với mỗi x trong L }}{{ x }}"))</w:tc>"
    let last = "<w:tc>\(control(wordLine("{{ x }}{{ hết }}")))</w:tc>"
    let letter = try Letter(
      body: wordLine("Tên ", control(wordRun("{{ tên }}")), "!")
        + control(wordLine("Đoạn {{ a }}"))
        + wordTable(control("<w:tr>" + control(cell) + last + "</w:tr>")))
    #expect(letter.codes == [])
    #expect(
      try letter.text() == ["Tên [tên]!", "Đoạn [a]", "[x 1]", "[x 1]", "[x 2]", "[x 2]"])
    #expect(try letter.body().components("<w:sdt>") == 2 + 1 + 2 * 2)
  }

  @Test func aControlThatALoopTearsGivesWay() throws {
    let letter = try Letter(
      body: control(wordLine("{{ với mỗi x trong L }}")) + wordLine("- {{ x }}")
        + control(control(wordLine("{{ hết }}") + wordLine("cuối"))))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["- [x 1]", "- [x 2]", "cuối"])
    #expect(!(try letter.body().contains("w:sdt")))
    let rows = try Letter(
      body: wordTable(
        control(wordRow("{{ với mỗi x trong L }}", "")) + wordRow("{{ x }}", "")
          + control(wordRow("{{ hết }}", "") + wordRow("cuối", ""))))
    #expect(rows.codes == [])
    #expect(try rows.text() == ["[x 1]", "[x 2]", "cuối"])
    // One whose loop is its own stays.
    let whole = try Letter(
      body: control(
        wordLine("{{ với mỗi x trong rỗng }}") + wordLine("{{ x }}") + wordLine("{{ hết }}")))
    #expect(whole.codes == [])
    #expect(try whole.body() == control("<w:p/>"))
  }

  @Test func whatWordWouldPutInPlaceOfAValueIsUntied() throws {
    let bound = "<w:id w:val=\"7\"/><w:showingPlcHdr/><w:dataBinding w:xpath=\"/a\"/><w:text/>"
    let letter = try Letter(
      body: wordLine(control(wordRun("{{ tên }}"), bound)) + control(wordLine("{{ a }}"), bound)
        + control(wordLine("không"), bound))
    let body = try letter.body()
    #expect(body.components("w:dataBinding") == 1 && body.components("w:showingPlcHdr") == 1)
    #expect(body.components("<w:text/>") == 3)
  }

  // MARK: Numbers

  @Test func whatIsNumberedKeepsItsNumberToItself() throws {
    let drawing = "<w:r><w:drawing><wp:docPr id=\"4\" name=\"a\"/></w:drawing></w:r>"
    let notes =
      "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"0\"/></w:r>"
    let letter = try Letter(
      body: wordLine("{{ với mỗi x trong L }}")
        + "<w:p w14:textId='1' w14:paraId=\"2\" w:rsidR=\"3\">\(wordRun("{{ x }}"))\(drawing)\(notes)"
        + control(wordRun("y"), "<w:id w:val=\"9\"/>") + "</w:p>" + wordLine("{{ hết }}"))
    #expect(letter.codes == [])
    let body = try letter.body()
    #expect(body.components("<wp:docPr id=\"4\"") == 1)
    #expect(body.components("<wp:docPr id=\"10000000\"") == 1)
    for mark in ["w14:paraId", "w14:textId", "footnoteRef", "commentRef", "<w:id "] {
      #expect(body.components(mark) == 1, "\(mark)")
    }
    #expect(body.components("w:rsidR=\"3\"") == 2)
  }

  @Test func aTextBoxIsFilledOnce() throws {
    let box = { (text: String) in
      "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>\(wordLine(text))"
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>\(wordLine(text))"
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    }
    let letter = try Letter(body: "<w:p>\(box("{{ tên }}"))</w:p><w:p>\(box("chữ"))</w:p>")
    #expect(letter.template.expressions.count == 1)
    let body = try letter.body(["tên": "An"])
    #expect(body.components("An") == 1 && body.components("<mc:Fallback>") == 1)
    #expect(body.components("chữ") == 2)
    // One mistake is one finding.
    #expect(try Letter(body: "<w:p>\(box("{{ tên"))</w:p>").codes == ["TL100"])
  }

  // MARK: Fields and marks inside text

  @Test func fieldsLinksSmartTagsAndTrackedTextAreText() throws {
    let letter = try Letter(
      body: wordLine(
        "<w:fldSimple w:instr=\" A \">\(wordRun("{{ a"))</w:fldSimple>",
        "<w:smartTag><w:smartTagPr/>\(wordRun(" }}"))</w:smartTag>",
        "<w:hyperlink>\(wordRun("{{ b }}"))</w:hyperlink>", "<w:ins>\(wordRun("{{ c }}"))</w:ins>",
        "<w:moveFrom>\(wordRun("{{ d }}"))</w:moveFrom>",
        "<w:moveTo>\(wordRun("{{ d }}"))</w:moveTo>",
        "<w:r><w:t>{{ e</w:t><w:softHyphen/><w:t>e</w:t><w:tab/><w:t>+ f }}</w:t></w:r>",
        "<w:r><w:noBreakHyphen/></w:r>"))
    #expect(letter.codes == [])
    #expect(try letter.text() == ["[a][b][c][d][ee + f]-"])
  }

  @Test func aFieldIsNotTorn() throws {
    func field(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    let whole = try Letter(
      body: wordLine(
        "{{ với mỗi x trong L }}", field("begin"), field("separate"), "{{ x }}", field("end"),
        "{{ hết }}"))
    #expect(whole.codes == [])
    #expect(try whole.body().components("\"begin\"") == 2)
    let torn = try Letter(
      body: wordLine(
        field("begin"), field("separate"), "{{ với mỗi x trong L }}{{ x }}", field("end"),
        "{{ hết }}"))
    #expect(torn.codes == ["TL110"])
  }

  // MARK: Names

  private func changed(_ change: (String) -> String) throws -> [UInt8] {
    let archive = try #require(ZipArchive(InputBytes(try wordFile("day-du.docx"))))
    var zip = ZipWriter()
    for part in try archive.parts(limit: 1 << 20) {
      zip.add(
        part.name,
        Array(change(String(decoding: part.content, as: UTF8.self)).utf8))
    }
    return zip.finish()
  }

  @Test func otherPrefixesSayTheSame() throws {
    let plain = try Letter(try wordFile("day-du.docx"))
    let expected = try plain.text()
    #expect(expected.contains("– [tên của x 2] (điểm [tổng điểm của x 2])"))
    let other = try Letter(
      changed { text in
        var text = text
        for (old, new) in [("w", "ns0"), ("w14", "b"), ("mc", "c"), ("wp", "d")] {
          for before in ["<", "</", " "] {
            text.replace("\(before)\(old):", with: "\(before)\(new):")
          }
          text.replace("xmlns:\(old)=", with: "xmlns:\(new)=")
        }
        return text.replacing("Ignorable=\"w14 w15\"", with: "Ignorable=\"b w15\"")
      })
    #expect(other.codes == [])
    #expect(try other.text() == expected)
    #expect(try other.filled() == plain.filled() || other.text() == expected)
    let bare = try Letter(
      changed { text in
        text.replacing("<w:", with: "<").replacing("</w:", with: "</")
          .replacing("xmlns:w=", with: "xmlns=\"\(WordNamespaces.transitional)\" xmlns:w=")
      })
    #expect(try bare.text() == expected)
  }

  @Test func theStrictFormStaysStrict() throws {
    let letter = try Letter(
      changed { text in
        text.replacing(WordNamespaces.transitional, with: WordNamespaces.strict)
          .replacing(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            with: "http://purl.oclc.org/ooxml/officeDocument/relationships"
          )
          .replacing("DANH SÁCH TẬP THỂ", with: "{{ bảng }}")
      })
    #expect(letter.codes == [])
    let bytes = try letter.filled()
    #expect(try Letter(bytes).text().first == "rộng 9071")
    let archive = try #require(ZipArchive(InputBytes(bytes)))
    let part = try #require(
      try archive.parts(limit: 1 << 20).first { $0.name == "word/document.xml" })
    let text = String(decoding: part.content, as: UTF8.self)
    // The template's own table says left.
    #expect(text.contains("<w:start w:val=\"single\"") && text.components("<w:left w:val") == 1)
  }

  /// Tags, names and bytes lost or changed: the file is refused, or what is made of it is a file again.
  @Test func damagedPartsNeverMakeDamagedFiles() throws {
    let archive = try #require(ZipArchive(InputBytes(try wordFile("day-du.docx"))))
    let parts = try archive.parts(limit: 1 << 20)
    let text = try #require(parts.first { $0.name == "word/document.xml" }).content
    var random = Seeded(7)
    var filled = 0
    for _ in 0..<400 {
      var changed = Array(text)
      for _ in 0...(random.next() % 2) {
        let place = Int(random.next() % UInt64(changed.count - 40))
        switch random.next() % 4 {
        case 0: changed[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: changed.removeSubrange(place..<place + Int(random.next() % 30))
        case 2: changed.insert(contentsOf: "{{ hết }}".utf8, at: place)
        default:
          let other = Int(random.next() % UInt64(changed.count - 40))
          changed.insert(contentsOf: Array(changed[other..<other + 20]), at: place)
        }
      }
      var zip = ZipWriter()
      for part in parts {
        zip.add(part.name, part.name == "word/document.xml" ? changed : Array(part.content))
      }
      guard let letter = try? Letter(zip.finish()), !letter.findings.hasErrors else { continue }
      let bytes = try letter.filled()
      #expect(throws: Never.self) { try WordTemplate.Package(bytes) }
      filled += 1
    }
    #expect(filled > 20)
  }

  @Test func damagedArchivesAreRefusedOrRead() throws {
    let whole = try wordFile("day-du.docx")
    var random = Seeded(11)
    for _ in 0..<600 {
      var changed = whole
      for _ in 0...(random.next() % 3) {
        changed[Int(random.next() % UInt64(changed.count))] = UInt8(
          truncatingIfNeeded: random.next())
      }
      if random.next() % 3 == 0 { changed.removeLast(Int(random.next() % UInt64(changed.count))) }
      guard let letter = try? Letter(changed), !letter.findings.hasErrors else { continue }
      #expect(throws: Never.self) { try letter.filled() }
    }
  }

  @Test func aPrefixThatMeansSomethingElseIsRefused() throws {
    let file = Letter.file("<a:p xmlns:a=\"\(WordNamespaces.transitional)\" xmlns:w=\"khác\"/>")
    #expect(throws: WordTemplate.Refusal.self) { try WordTemplate.Package(file) }
  }

  @Test func namesAreRewrittenWhereTheyAreInScope() {
    func rewritten(_ text: String) -> String? {
      WordNamespaces.canonical(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
    let w = WordNamespaces.transitional
    #expect(rewritten("<w:a xmlns:w=\"\(w)\"/>") == "<w:a xmlns:w=\"\(w)\"/>")
    #expect(
      rewritten("<r><x:a xmlns:x='\(w)' x:b=\"x:\" c='>'><!-- <x:d> --></x:a><x:a/></r>")
        == "<r><w:a xmlns:w='\(w)' w:b=\"x:\" c='>'><!-- <x:d> --></w:a><x:a/></r>")
    #expect(
      rewritten("<a xmlns=\"\(w)\" b=\"1\"><c xmlns=\"\"><d/></c><e/></a>")
        == "<w:a xmlns:w=\"\(w)\" b=\"1\"><c xmlns=\"\"><d/></c><w:e/></w:a>")
  }

  @Test func lettersOfOtherPrograms() throws {
    for name in ["python-docx.docx", "libreoffice.docx"] {
      let letter = try Letter(try wordFile(name))
      #expect(letter.codes == [], "\(name)")
      let text = try letter.text(["tổng điểm từ 90 trở lên": ""])
      #expect(text.contains("Gửi [tên], chúc mừng."), "\(name)")
      #expect(text.suffix(7).contains("Năm [năm của văn bản này]"), "\(name)")
      #expect(text.contains("[mã của x 2]") && text.contains("[tổng điểm của x 2]"), "\(name)")
    }
  }
}
