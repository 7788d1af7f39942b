// The foot of an official document. In: who signs in whose name, and who receives it. Out: one table without
// borders. Invariant: the table never parts over two pages; list items end with the signs the layout asks
// for. Used by the text templates and the façade.

/// What stands below the body.
public struct DocumentSignature: Equatable, Sendable {
  public struct Signatory: Equatable, Sendable {
    /// `T/M HỘI ĐỒNG`, one a line; empty when one signs in one's own name.
    public var capacities: [String]
    /// `PHÓ TRƯỞNG BAN`.
    public var post: String
    /// Empty leaves the place to the pen.
    public var name: String
    public init(capacities: [String] = [], post: String = "", name: String = "") {
      self.capacities = capacities
      self.post = post
      self.name = name
    }
  }

  /// From left to right.
  public var signatories: [Signatory]
  /// Who receives the document, the archive last; empty for minutes.
  public var recipients: [String]
  public init(signatories: [Signatory] = [], recipients: [String] = []) {
    self.signatories = signatories
    self.recipients = recipients
  }
}

extension DocumentLayout {
  private typealias Format = Document.RunFormat

  /// Signatories side by side, at most this many; the others stand below.
  private static let mostAbreast = 3

  /// The blocks of the foot, on a page whose text is so wide.
  public func signature(_ signature: DocumentSignature, width: Int) -> [Document.Block] {
    var rows: [[[Document.Paragraph]]] = []
    var left = signature.signatories.map(signs)
    if !signature.recipients.isEmpty || left.count == 1 {
      let first = signature.recipients.isEmpty ? [] : recipients(signature.recipients)
      rows.append([first, left.isEmpty ? [] : left.removeFirst()])
    }
    while !left.isEmpty {
      rows.append(Array(left.prefix(DocumentLayout.mostAbreast)))
      left.removeFirst(min(left.count, DocumentLayout.mostAbreast))
    }
    return rows.flatMap { row -> [Document.Block] in
      // The right half of the page is the signatory's.
      let cells = row.map { Document.Cell($0) }
      let table = Document.Table(
        columns: Document.Page.divide(
          width, by: Array(repeating: 1, count: cells.count)),
        hasBorders: false, rows: [.init(cells)], padding: 0)
      let gap = Document.Paragraph(style: .init(line: .exact(240), keepsWithNext: true))
      return [.paragraph(gap), .table(table)]
    }
  }

  private func signs(_ signatory: DocumentSignature.Signatory) -> [Document.Paragraph] {
    let style = Document.ParagraphStyle(.centre, keepsWithNext: true)
    let bold = Format(bold: true, size: 28)
    var lines = signatory.capacities.map {
      Document.Paragraph(capacity($0), bold, style: style)
    }
    if !signatory.post.isEmpty {
      // Below a capacity, the Party's posts are plain.
      let isPlain = self == .party && !signatory.capacities.isEmpty
      lines.append(
        Document.Paragraph(
          signatory.post.uppercased(), isPlain ? Format(size: 28) : bold, style: style))
    }
    // Room for the signature and the seal.
    for _ in 0..<4 { lines.append(Document.Paragraph("", bold, style: style)) }
    lines.append(Document.Paragraph(signatory.name, bold, style: .init(.centre)))
    return lines
  }

  private func recipients(_ names: [String]) -> [Document.Paragraph] {
    let style = Document.ParagraphStyle(.left, keepsWithNext: true)
    let head: Document.Paragraph
    let size: Int
    switch self {
    case .party:
      size = 24
      head = .init(
        [.init("Nơi nhận:", Format(underlined: true, size: 28))], style: style)
    case .state:
      size = 22
      head = .init("Nơi nhận:", Format(bold: true, italic: true, size: 24), style: style)
    }
    let separator = self == .party ? "," : ";"
    let lines = names.enumerated().map { index, name in
      var text = name
      while let last = text.last, last == "," || last == ";" || last == "." || last == " " {
        text.removeLast()
      }
      while let first = text.first, first == "-" || first == "–" || first == " " {
        text.removeFirst()
      }
      // Dots to write on are the end of a line themselves.
      let stop = text.hasSuffix(DocumentLayout.blank) ? "" : "."
      return Document.Paragraph(
        "- " + text + (index == names.count - 1 ? stop : separator), Format(size: size),
        style: .init(.left, firstLine: -140, left: 140, keepsWithNext: index < names.count - 1))
    }
    return [head] + lines
  }
}
