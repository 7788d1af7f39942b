// Templates that are text: where mistakes are, and that no text whatever breaks anything.

import Testing
import ThiDuaText

@testable import ThiDuaOffice

private final class Answers: TemplateEvaluator {
  func text(_ expression: Int) throws(TemplateStopped) -> String { "{{ a }}|**b**\n<w:p>" }
  func truth(_ expression: Int) throws(TemplateStopped) -> Bool { expression % 2 == 0 }
  func begin(_ loop: Int) throws(TemplateStopped) -> Int { 2 }
  func bind(_ loop: Int, to index: Int) throws(TemplateStopped) {}
  func end(_ loop: Int) {}
  func table(
    _ expression: Int, width: Int, layout: DocumentLayout
  ) throws(TemplateStopped) -> [Document.Block]? { nil }
}

@Suite struct TextTemplateTests {
  private func findings(_ text: String) -> [String] {
    var found = Diagnostics()
    let source = Source(id: 1, path: "mẫu", text: text)
    _ = TextTemplate(source, into: &found)
    return found.all.map { finding in
      let (line, column) = source.lineAndColumn(finding.span.start)
      return "\(finding.code) \(line):\(column)"
    }
  }

  @Test(arguments: [
    ("Tên {{ tên", "TL100 1:5"),
    ("một\nhai {{  }} ba", "TL101 2:5"),
    ("{{ hết }}", "TL102 1:1"),
    ("a\n  {{ nếu 1 = 1 }}\nb", "TL103 2:3"),
    ("x {{ với mỗi x trong L }} y", "TL103 1:3"),
    ("{{ ngược lại }}", "TL104 1:1"),
    ("{{ nếu a }}\n{{ ngược lại }}\n{{ ngược lại nếu b }}\n{{ hết }}", "TL104 3:1"),
    ("{{ với mỗi x L }}\n", "TL105 1:4"),
    ("{{ với mỗi trong L }}\n", "TL105 1:4"),
    ("{{ nếu a }}\nb\n{{ hêt }}", "TL116 3:4"),
    ("{{ nếu a }}\n{{ Ngược lai }}\n{{ hết }}", "TL116 2:4"),
    ("{{ voi moi x trong L }}\n{{ hết }}", "TL116 1:4"),
    ("@đầu\nsố: 1\nngoài: 2\n", "TL106 3:1"),
    ("@ký\nchức danh: 2\n", "TL106 2:1"),
    ("@trang chéo\n", "TL106 1:1"),
    ("a\n| b |\n", "TL107 2:1"),
    ("@bảng 1 x\n", "TL108 1:1"), ("@bảng\n", "TL108 1:1"), ("@bảng 0\n", "TL108 1:1"),
    ("@bảng 101\n", "TL108 1:1"),
  ])
  func mistakesAreToldWhereTheyAre(_ text: String, _ expected: String) {
    #expect(findings(text) == [expected])
  }

  @Test func everyMistakeIsToldInOrder() {
    #expect(
      findings("{{ hết }}\n@bảng\nb {{ c\n| d |\n{{ nếu 1 = 1 }}\n")
        == ["TL102 1:1", "TL108 2:1", "TL100 3:3", "TL107 4:1", "TL103 5:1"])
  }

  @Test func whatLooksLikeAMistakeAndIsNone() {
    for text in [
      "", "\n\n", "# {{ ghi chú", "{ a } } {", "a }} b", "{{ \"}}\" }}", "{{ nếu a thì b }}",
      "@bảng 1 2… 3\n| a |\n|---|\n\n@đầu\n\n@ký\n\nhết: chữ\n",
    ] {
      #expect(findings(text) == [], "\(text)")
    }
  }

  // MARK: Anything at all

  private func document(_ text: String, _ layout: DocumentLayout) throws -> Document? {
    var found = Diagnostics()
    let template = TextTemplate(Source(id: 1, path: "mẫu", text: text), into: &found)
    if found.hasErrors { return nil }
    return try template.document(layout, title: "", author: "", evaluator: Answers())
  }

  @Test func anyTextIsEitherRefusedOrADocument() throws {
    let pieces = [
      "{{", "}}", "{{ hết }}", "{{ nếu a }}", "{{ ngược lại }}", "{{ với mỗi x trong L }}",
      "{{ x }}",
      "{{ x: 02 }}", "@đầu\n", "@ký\n", "@bảng 1 2…\n", "@trang ngang\n", "@sang trang\n",
      "| a | < |",
      "|---|\n", "\n", "\n\n", "**", "*", "\\", "> ", ">> ", "< ", "- a;", "số: 1", "loại: A",
      "kính gửi: a; b", "nơi nhận: a;;b", "chức vụ: b", "họ tên: c", "trích yếu: Về d", "ế\u{301}",
      "\t",
      "\u{A0}", "\u{0}", ".",
    ]
    var random = Seeded(2026)
    var made = 0
    for _ in 0..<3000 {
      let text = (0..<Int(random.next() % 14)).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      guard let document = try document(text, random.next() % 2 == 0 ? .party : .state) else {
        continue
      }
      made += 1
      let bytes = DocxWriter.bytes(document)
      #expect(throws: Never.self, "\(text)") { try WordTemplate.Package(bytes) }
      // Values are values: what they hold is never a directive, a cell or bold.
      for section in document.sections {
        for case .table(let table) in section.blocks {
          #expect(
            table.rows.allSatisfy { $0.cells.reduce(0) { $0 + $1.span } <= table.columns.count })
        }
      }
    }
    #expect(made > 500)
  }

  @Test func deepNestingAndLongLinesEnd() throws {
    for deep in [100, 101, 200_000] {
      let opened = String(repeating: "{{ nếu a }}\n", count: deep)
      let ended = String(repeating: "{{ hết }}\n", count: deep)
      let expected = deep > 100 ? ["TL114 101:1"] : []
      #expect(findings(opened + "x\n" + ended) == expected)
      #expect(findings(opened).count == 100 + expected.count)
      let inline = (opened + "x\n" + ended).replacing("\n", with: "")
      #expect(findings(inline).map { $0.prefix(5) } == expected.map { $0.prefix(5) })
    }
    let chain = "{{ nếu a }}\n" + String(repeating: "{{ ngược lại nếu b }}\n", count: 200_000)
    #expect(findings(chain + "{{ hết }}\n") == ["TL114 101:1"])
    #expect(try document(String(repeating: "{{ x }} **a** ", count: 20_000), .state) != nil)
    #expect(findings(String(repeating: "{", count: 50_000)).count == 1)
  }
}
