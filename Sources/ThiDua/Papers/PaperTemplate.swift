// Where the template of a document comes from. In: a name or a file beside the script. Out: a template with its
// source, whose expressions are asked of the language. Invariant: a template is read once for all the
// documents of a statement; one that cannot be read is told with the place that asked for it.

import ThiDuaOffice
import ThiDuaSyntax
import ThiDuaText

struct PaperTemplate {
  enum Form {
    case text(TextTemplate)
    case word(WordTemplate)
  }
  var form: Form
  var source: Source
  /// As findings and properties name it: `tờ trình`, `giay-khen.docx`.
  var name: String
  /// The file it was read from; nil for what comes with the program.
  var path: String?

  var expressions: [TemplateExpression] {
    switch form {
    case .text(let template): template.expressions
    case .word(let template): template.expressions
    }
  }

  /// A document, as bytes of a Word file. `opening`: what stands before everything else.
  func bytes(
    _ layout: DocumentLayout, author: String, opening: [String],
    evaluator: any TemplateEvaluator
  ) throws(TemplateStopped) -> [UInt8] {
    switch form {
    case .text:
      return DocxWriter.bytes(
        try document(layout, author: author, opening: opening, evaluator: evaluator))
    case .word(let template):
      return try template.filled(layout, opening: opening, evaluator: evaluator)
    }
  }

  /// The document of a text template; an empty one for a Word file.
  func document(
    _ layout: DocumentLayout, author: String, opening: [String],
    evaluator: any TemplateEvaluator
  ) throws(TemplateStopped) -> Document {
    guard case .text(let template) = form else { return Document() }
    var document = try template.document(
      layout, title: Wording.capitalised(name), author: author, evaluator: evaluator)
    let lines = opening.map {
      Document.Block.paragraph(
        Document.Paragraph($0, .init(italic: true), style: .init(.centre, after: 120)))
    }
    if !document.sections.isEmpty { document.sections[0].blocks.insert(contentsOf: lines, at: 0) }
    return document
  }
}

extension Campaign {
  /// The template of a request; nil after errors.
  func template(
    of paper: PaperRequest, into diagnostics: inout Diagnostics
  ) -> PaperTemplate? {
    var findings = Diagnostics()
    defer { diagnostics.add(contentsOf: findings) }
    switch paper.template {
    case .builtIn(let name):
      guard let known = PaperText.named(name.text) else {
        return nil
      }
      let source = open.source(known.text, path: "mẫu \(known.name)")
      let template = TextTemplate(source, into: &findings)
      return findings.hasErrors
        ? nil : PaperTemplate(form: .text(template), source: source, name: known.name)
    case .file(let path, let span):
      return template(inFile: path, span, into: &findings)
    }
  }

  private func template(
    inFile name: String, _ span: Span, into findings: inout Diagnostics
  ) -> PaperTemplate? {
    guard FilePath.staysInside(name) else {
      findings.add(CommandMessages.outsideFolder(name, span: span))
      return nil
    }
    let path = FilePath.join(script.folder, name)
    let bytes: [UInt8]
    do throws(FileAccess.Failure) {
      bytes = try FileAccess.read(path)
    } catch {
      findings.add(
        TemplateMessages.unreadable(
          name, error.refusal.text,
          advice: "Đường dẫn của mẫu tính từ thư mục của kịch bản.", span: span))
      return nil
    }
    let form: PaperTemplate.Form
    let source: Source
    do throws(WordTemplate.Refusal) {
      if let package = try WordTemplate.Package(bytes, named: name) {
        source = open.source(package.text, path: name)
        form = .word(WordTemplate(package, source, into: &findings))
      } else {
        source = open.source(try Self.text(bytes), path: name)
        form = .text(TextTemplate(source, into: &findings))
      }
    } catch {
      findings.add(
        TemplateMessages.unreadable(name, error.reason, advice: error.advice, span: span))
      return nil
    }
    guard !findings.hasErrors else { return nil }
    return PaperTemplate(form: form, source: source, name: FilePath.name(of: name), path: path)
  }
  private static func text(_ bytes: [UInt8]) throws(WordTemplate.Refusal) -> String {
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      throw .notText
    }
    return text
  }
}
