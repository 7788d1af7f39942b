// Filled lines of a text template into a document. In: lines, each as pieces that are either the template's own
// words (markup counts) or values (it does not). Out: sections in the layout. Invariant: total: whatever
// stands in a line becomes a paragraph, a row or an attribute. Used by TextTemplate only.

import ThiDuaText

struct TextComposer {
  static let headingNames = [
    "cơ quan cấp trên", "cơ quan ban hành", "số", "ký hiệu", "địa danh", "ngày", "loại",
    "trích yếu", "kính gửi",
  ]
  static let signatureNames = ["quyền hạn", "chức vụ", "họ tên", "nơi nhận"]

  private enum Context {
    case body
    case heading(DocumentHeading)
    case signature(DocumentSignature)
    case table([(share: Int, repeats: Bool)], headerRows: Int?, rows: [[TableCell]])
  }

  private struct TableCell {
    var runs: [Document.Run]
    var alignment: Document.Alignment?
    /// `<`: belongs to the cell before.
    var isJoined: Bool
  }

  private let layout: DocumentLayout
  private var sections: [Document.Section]
  private var context = Context.body

  init(_ layout: DocumentLayout) {
    self.layout = layout
    sections = [Document.Section(page: layout.page)]
  }

  var textWidth: Int { sections[sections.count - 1].page.textWidth }

  mutating func add(_ blocks: [Document.Block]) {
    close()
    append(blocks)
  }

  mutating func add(_ texts: [FilledText]) {
    let own = texts.first.flatMap { $0.isValue ? nil : $0.text } ?? ""
    if own.hasPrefix("@") { return command(own) }
    switch context {
    case .table where own.hasPrefix("|"): return row(texts)
    case .heading, .signature:
      if own.contains(":") { return attribute(texts) }
    default: break
    }
    close()
    if texts.allSatisfy(\.text.isEmpty) { return }
    append([.paragraph(paragraph(withoutStopAfterDots(texts), own))])
  }

  mutating func finish() -> Document {
    close()
    for section in sections.indices { sections[section].blocks = settled(sections[section].blocks) }
    return Document(size: layout.size, sections: sections)
  }

  /// Headings and lines that announce something stay with what follows; lists end with a full stop.
  private func settled(_ blocks: [Document.Block]) -> [Document.Block] {
    var blocks = blocks
    for index in blocks.indices {
      guard case .paragraph(var paragraph) = blocks[index], paragraph.style.alignment == .justified
      else { continue }
      if paragraph.isHeading || paragraph.text.hasSuffix(":") {
        paragraph.style.keepsWithNext = true
      }
      if paragraph.isListItem {
        var goesOn = false
        if index + 1 < blocks.count, case .paragraph(let next) = blocks[index + 1] {
          goesOn = next.isListItem
        }
        if !goesOn { paragraph.endList() }
      }
      blocks[index] = .paragraph(paragraph)
    }
    return blocks
  }

  private mutating func append(_ blocks: [Document.Block]) {
    sections[sections.count - 1].blocks += blocks
  }

  // MARK: Paragraphs

  private func paragraph(_ texts: [FilledText], _ own: String) -> Document.Paragraph {
    for (sign, style) in [
      (">> ", Document.ParagraphStyle(.right)), ("> ", layout.centred),
      ("< ", Document.ParagraphStyle(.left, before: 60, after: 60, keepsWithNext: true)),
    ] where own.hasPrefix(sign) {
      return Document.Paragraph(runs(without(sign.count, texts)), style: style)
    }
    return Document.Paragraph(runs(texts), style: layout.body)
  }

  /// `Thời gian: ……` ends with its dots, not with one more.
  private func withoutStopAfterDots(_ texts: [FilledText]) -> [FilledText] {
    guard texts.count > 1, case let last = texts[texts.count - 1], !last.isValue,
      last.text.hasPrefix("."), last.text.dropFirst().allSatisfy({ $0 == "*" }),
      texts[texts.count - 2].text == DocumentLayout.blank
    else { return texts }
    return texts.dropLast() + [FilledText(String(last.text.dropFirst()), isValue: false)]
  }

  private func without(_ count: Int, _ texts: [FilledText]) -> [FilledText] {
    var texts = texts
    texts[0].text.removeFirst(count)
    return texts
  }

  /// Bold and italic by the signs in the template's own words.
  private func runs(_ texts: [FilledText], size: Int? = nil) -> [Document.Run] {
    var runs: [Document.Run] = []
    var format = Document.RunFormat(size: size)
    var current = ""
    func close() {
      if !current.isEmpty { runs.append(Document.Run(current, format)) }
      current = ""
    }
    for piece in texts {
      guard !piece.isValue else {
        current += piece.text
        continue
      }
      var letters = Substring(piece.text)
      while let letter = letters.popFirst() {
        switch letter {
        case "\\":
          if let next = letters.popFirst() { current.append(next == "n" ? "\n" : next) }
        case "*":
          close()
          if letters.first == "*" {
            letters.removeFirst()
            format.isBold.toggle()
          } else {
            format.isItalic.toggle()
          }
        default: current.append(letter)
        }
      }
    }
    close()
    return runs
  }

  // MARK: Commands

  private mutating func command(_ text: String) {
    close()
    switch VietnameseText.lookupKey(text) {
    case "@đầu": context = .heading(DocumentHeading())
    case "@ký":
      endBody()
      context = .signature(DocumentSignature())
    case "@sang trang": append([.pageBreak])
    case "@trang ngang": turn(isLandscape: true)
    case "@trang dọc": turn(isLandscape: false)
    default:
      if let shares = TextComposer.shares(text) {
        context = .table(shares, headerRows: nil, rows: [])
      }
    }
  }

  private mutating func turn(isLandscape: Bool) {
    let page = isLandscape ? layout.page.turned : layout.page
    if sections[sections.count - 1].blocks.isEmpty {
      sections[sections.count - 1].page = page
    } else {
      sections.append(Document.Section(page: page))
    }
  }

  /// `@bảng 1 6 2… 3`; nil when the widths are none.
  static func shares(_ text: String) -> [(share: Int, repeats: Bool)]? {
    let words = text.split(separator: " ")
    guard words.count > 1, VietnameseText.lookupKey(String(words[0])) == "@bảng" else { return nil }
    var shares: [(Int, Bool)] = []
    for word in words.dropFirst() {
      let repeats = word.hasSuffix("…") || word.hasSuffix("...")
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      guard let share = Int(digits), (1...100).contains(share),
        repeats || digits.count == word.count
      else { return nil }
      shares.append((share, repeats))
    }
    return shares
  }

  /// The last sentence before the signature gets the sign that ends a document. What is signed is not
  /// left on another page than the signature.
  private mutating func endBody() {
    let section = sections.count - 1
    let count = sections[section].blocks.count
    for index in max(0, count - 2)..<count {
      switch sections[section].blocks[index] {
      case .paragraph(var paragraph):
        paragraph.style.keepsWithNext = true
        if index == count - 1, !paragraph.runs.isEmpty {
          paragraph.endList()
          let run = paragraph.runs.count - 1
          paragraph.runs[run].text = layout.ended(paragraph.runs[run].text)
        }
        sections[section].blocks[index] = .paragraph(paragraph)
      case .table(var table):
        if index == count - 1 { table.keepLastRowsWithNext() }
        sections[section].blocks[index] = .table(table)
      case .pageBreak: break
      }
    }
  }

  // MARK: Attributes

  private mutating func attribute(_ texts: [FilledText]) {
    let own = texts[0].text
    let colon = own.firstIndex(of: ":") ?? own.endIndex
    let name = VietnameseText.lookupKey(String(own[..<colon]))
    var rest = texts
    rest[0].text = String(own[colon...].dropFirst())
    let value = runs(rest).map(\.text).joined().trimmed
    switch context {
    case .heading(var heading):
      set(&heading, name, value)
      context = .heading(heading)
    case .signature(var signature):
      set(&signature, name, value)
      context = .signature(signature)
    default: break
    }
  }

  private func set(_ heading: inout DocumentHeading, _ name: String, _ value: String) {
    switch name {
    case "cơ quan cấp trên": heading.upperBody = value
    case "cơ quan ban hành": heading.issuingBody = value
    case "số": heading.number = value
    case "ký hiệu": heading.symbol = value
    case "địa danh": heading.place = value
    case "ngày": heading.date = value
    case "loại": heading.type = value
    case "kính gửi": heading.addressees = TextComposer.list(value)
    default: heading.abstract = value
    }
  }

  private static func list(_ value: String) -> [String] {
    value.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// A line that its signatory has already begins the next one.
  private func set(_ signature: inout DocumentSignature, _ name: String, _ value: String) {
    if name == "nơi nhận" {
      signature.recipients += TextComposer.list(value)
      return
    }
    var signatory = signature.signatories.popLast() ?? DocumentSignature.Signatory()
    let isTaken =
      switch name {
      case "quyền hạn": !signatory.post.isEmpty || !signatory.name.isEmpty
      case "chức vụ": !signatory.post.isEmpty || !signatory.name.isEmpty
      default: !signatory.name.isEmpty
      }
    if isTaken {
      signature.signatories.append(signatory)
      signatory = DocumentSignature.Signatory()
    }
    switch name {
    case "quyền hạn": if !value.isEmpty { signatory.capacities.append(value) }
    case "chức vụ": signatory.post = value
    default: signatory.name = value
    }
    signature.signatories.append(signatory)
  }

  // MARK: Tables

  private mutating func row(_ texts: [FilledText]) {
    guard case .table(let shares, var headerRows, var rows) = context else { return }
    let own = texts.count == 1 ? texts[0].text : ""
    if own.hasPrefix("|"), own.allSatisfy({ $0 == "|" || $0 == "-" || $0 == " " }),
      own.contains("-")
    {
      headerRows = headerRows ?? rows.count
    } else {
      rows.append(cells(texts))
    }
    context = .table(shares, headerRows: headerRows, rows: rows)
  }

  /// The cells between bars of the template's own.
  private func cells(_ texts: [FilledText]) -> [TableCell] {
    var cells: [[FilledText]] = []
    var current: [FilledText] = []
    for piece in texts {
      if piece.isValue {
        current.append(piece)
        continue
      }
      var part = ""
      var isEscaped = false
      for letter in piece.text {
        if letter == "|", !isEscaped {
          current.append(FilledText(part, isValue: false))
          cells.append(current)
          current = []
          part = ""
        } else {
          part.append(letter)
        }
        isEscaped = letter == "\\" && !isEscaped
      }
      if !part.isEmpty { current.append(FilledText(part, isValue: false)) }
    }
    if current.contains(where: { !$0.text.trimmed.isEmpty }) { cells.append(current) }
    // Before the first bar there is nothing.
    return cells.dropFirst().map(cell)
  }

  private func cell(_ texts: [FilledText]) -> TableCell {
    var texts = texts
    var alignment: Document.Alignment?
    if let first = texts.first, !first.isValue {
      var own = first.text.trimmedStart
      if own.trimmed == "<", texts.count == 1 { return TableCell(runs: [], isJoined: true) }
      for (sign, found) in [(">>", Document.Alignment.right), (">", .centre)]
      where own.hasPrefix(sign) && alignment == nil {
        alignment = found
        own = String(own.dropFirst(sign.count)).trimmedStart
      }
      texts[0].text = own
    }
    if let last = texts.indices.last, !texts[last].isValue {
      texts[last].text = texts[last].text.trimmedEnd
    }
    return TableCell(
      runs: runs(texts, size: layout.tableSize), alignment: alignment, isJoined: false)
  }

  private func table(
    _ shares: [(share: Int, repeats: Bool)], _ headerRows: Int, _ rows: [[TableCell]]
  ) -> Document.Table {
    let count = max(rows.map(\.count).max() ?? 0, shares.filter { !$0.repeats }.count)
    var widths: [Int] = []
    let extra = count - shares.filter { !$0.repeats }.count
    let repeating = max(1, shares.filter(\.repeats).count)
    var given = 0
    for (index, share) in shares.enumerated() {
      guard share.repeats else {
        widths.append(share.share)
        continue
      }
      let isLast = !shares[(index + 1)...].contains(where: \.repeats)
      let times = isLast ? extra - given : extra / repeating
      given += times
      widths += Array(repeating: share.share, count: max(0, times))
    }
    while widths.count < count { widths.append(widths.last ?? 1) }
    let filled = rows.enumerated().map { index, row in
      Document.Row(cells(row, count: count, isHeader: index < headerRows))
    }
    return Document.Table(
      columns: Document.Page.divide(textWidth, by: widths), headerRows: headerRows, rows: filled)
  }

  private func cells(_ row: [TableCell], count: Int, isHeader: Bool) -> [Document.Cell] {
    var cells: [Document.Cell] = []
    for place in 0..<count {
      let cell = place < row.count ? row[place] : TableCell(runs: [], isJoined: false)
      if cell.isJoined, !cells.isEmpty {
        cells[cells.count - 1].span += 1
        continue
      }
      var runs = cell.runs
      if isHeader { for index in runs.indices { runs[index].format.isBold = true } }
      let style = layout.cell(isHeader ? .centre : cell.alignment ?? .left)
      cells.append(
        Document.Cell([Document.Paragraph(runs, style: style)], centredVertically: true))
    }
    return cells
  }

  // MARK: Closing

  private mutating func close() {
    switch context {
    case .body: break
    case .heading(let heading): append(layout.heading(heading, width: textWidth))
    case .signature(let signature): append(layout.signature(signature, width: textWidth))
    case .table(let shares, let headerRows, let rows):
      if !rows.isEmpty { append([.table(table(shares, headerRows ?? 0, rows))]) }
    }
    context = .body
  }
}

extension Document.Paragraph {
  /// Nothing but bold letters.
  fileprivate var isHeading: Bool {
    runs.contains { !$0.text.trimmed.isEmpty }
      && runs.allSatisfy { $0.format.isBold || $0.text.trimmed.isEmpty }
  }

  fileprivate var isListItem: Bool {
    let text = text
    return ["- ", "– ", "+ "].contains(where: text.hasPrefix)
  }

  /// The last item of a list ends with a full stop.
  fileprivate mutating func endList() {
    guard isListItem, let last = runs.indices.last, runs[last].text.hasSuffix(";") else { return }
    runs[last].text = runs[last].text.dropLast() + "."
  }
}

extension Document.Table {
  /// So that no row before the next block stands on another page than it.
  fileprivate mutating func keepLastRowsWithNext() {
    for row in rows.indices.suffix(2) {
      for cell in rows[row].cells.indices {
        for paragraph in rows[row].cells[cell].paragraphs.indices {
          rows[row].cells[cell].paragraphs[paragraph].style.keepsWithNext = true
        }
      }
    }
  }
}

extension String {
  fileprivate var trimmedStart: String { String(drop { $0.isWhitespace }) }
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
  fileprivate var trimmed: String { trimmedStart.trimmedEnd }
}
