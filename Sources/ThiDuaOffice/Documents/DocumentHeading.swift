// The head of an official document. In: who issues what, where and when. Out: blocks in the layout of the Party
// or the State. Invariant: the number and the place stand on one line; a missing number, place or date is a
// dotted place to fill in. Used by the text templates and the façade.

import ThiDuaText

/// What stands above the body; an empty text is not known.
public struct DocumentHeading: Equatable, Sendable {
  /// `TỈNH ỦY LÂM ĐỒNG`.
  public var upperBody: String
  /// `BAN TỔ CHỨC`.
  public var issuingBody: String
  public var number: String
  /// `TTr/BTCTU` or `TTr-BTCTU`; `/` and `-` change places with the layout.
  public var symbol: String
  /// `Lâm Đồng`.
  public var place: String
  /// `05/02/2026`, or in words.
  public var date: String
  /// `TỜ TRÌNH`; empty for a letter, whose abstract stands below the number.
  public var type: String
  /// What it is about.
  public var abstract: String
  /// To whom it is addressed; empty for what is addressed to nobody.
  public var addressees: [String]

  public init(
    upperBody: String = "", issuingBody: String = "", number: String = "", symbol: String = "",
    place: String = "", date: String = "", type: String = "", abstract: String = "",
    addressees: [String] = []
  ) {
    self.upperBody = upperBody
    self.issuingBody = issuingBody
    self.number = number
    self.symbol = symbol
    self.place = place
    self.date = date
    self.type = type
    self.abstract = abstract
    self.addressees = addressees
  }

  /// `ngày 05 tháng 02 năm 2026`; dotted where it is not known.
  var dateText: String {
    if date.isEmpty || date == DocumentLayout.blank { return DocumentLayout.blankDate }
    guard case .success(let day) = CalendarDate.parse(date.utf8) else { return date }
    return day.officialText
  }
}

extension DocumentLayout {
  private typealias Paragraph = Document.Paragraph
  private typealias Format = Document.RunFormat

  /// The blocks of the head, type and abstract included, on a page whose text is so wide.
  public func heading(_ heading: DocumentHeading, width: Int) -> [Document.Block] {
    let place = heading.place.isEmpty ? DocumentLayout.blank : heading.place
    var below = [
      line(number(heading.number, symbol: heading.symbol), Format(size: numberSize))
    ]
    if heading.type.isEmpty, !heading.abstract.isEmpty {
      below.append(line("V/v " + heading.abstract, Format(italic: self == .party, size: 24)))
    }
    let date = line("\(place), \(heading.dateText)", Format(italic: true, size: 28))
    let table = Document.Table(
      columns: Document.Page.divide(width, by: self == .party ? [43, 57] : [38, 62]),
      hasBorders: false,
      rows: [
        .init([.init(bodies(heading, share(43, 38, width))), .init(motto(share(57, 62, width)))]),
        .init([.init(below), .init([date])]),
      ],
      padding: 0)
    return [.table(table)] + title(heading, width) + [.paragraph(space(twips: 120))]
      + addressees(heading)
  }

  private var numberSize: Int { self == .party ? 28 : 26 }

  private func line(
    _ text: String, _ format: Document.RunFormat, before: Int = 0
  ) -> Document.Paragraph {
    .init(text, format, style: .init(.centre, before: before))
  }

  /// Nothing but height.
  private func space(twips: Int) -> Document.Paragraph {
    .init(style: .init(line: .exact(twips), keepsWithNext: true))
  }

  private func share(_ party: Int, _ state: Int, _ width: Int) -> Int {
    width * (self == .party ? party : state) / 100
  }

  /// A rule of that length in the middle of a place so wide.
  private func rule(_ length: Int, in width: Int) -> Document.Paragraph {
    let indent = max(0, (width - length) / 2)
    return .init(
      style: .init(
        left: indent, right: indent, before: 40, line: .exact(120), keepsWithNext: true,
        hasRule: true))
  }

  private func bodies(_ heading: DocumentHeading, _ width: Int) -> [Document.Paragraph] {
    let size = self == .party ? 28 : 26
    var lines: [Paragraph] = []
    if !heading.upperBody.isEmpty {
      lines.append(line(heading.upperBody.uppercased(), Format(size: size)))
    }
    let body = heading.issuingBody.isEmpty ? DocumentLayout.blank : heading.issuingBody.uppercased()
    lines.append(line(body, Format(bold: true, size: size)))
    lines.append(self == .party ? line("*", Format(size: size)) : rule(1050, in: width))
    return lines
  }

  /// The right side; the rules are as long as the lines above them.
  private func motto(_ width: Int) -> [Document.Paragraph] {
    switch self {
    case .party:
      [line("ĐẢNG CỘNG SẢN VIỆT NAM", Format(bold: true, size: 30)), rule(4250, in: width)]
    case .state:
      [
        line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Format(bold: true, size: 26)),
        line("Độc lập - Tự do - Hạnh phúc", Format(bold: true, size: 28)), rule(3400, in: width),
      ]
    }
  }

  private func title(_ heading: DocumentHeading, _ width: Int) -> [Document.Block] {
    if heading.type.isEmpty { return [] }
    var lines = [line(heading.type.uppercased(), Format(bold: true, size: typeSize), before: 240)]
    if !heading.abstract.isEmpty {
      var abstract = line(self.abstract(heading.abstract), Format(bold: true, size: 28))
      let indent = DocumentLayout.balance(heading.abstract, size: 28, in: width)
      abstract.style.left = indent
      abstract.style.right = indent
      lines.append(abstract)
    }
    lines.append(self == .party ? line("-----", Format(size: 28)) : rule(2470, in: width))
    for index in lines.indices { lines[index].style.keepsWithNext = true }
    return lines.map { .paragraph($0) }
  }

  /// The Party writes `về việc …`, the State `Về việc …`.
  private func abstract(_ text: String) -> String {
    guard self == .party, text.hasPrefix("Về ") else { return text }
    return "v" + text.dropFirst()
  }

  /// Space on both sides that makes the lines of a centred text about equally long: no single word on the last.
  private static func balance(_ text: String, size: Int, in width: Int) -> Int {
    // About half an em a letter; bold ones are a little wider than the plain ones of a table.
    let length = VietnameseText.displayWidth(text) * size * 5
    let lines = (length * 11 / 10 + width - 1) / max(1, width)
    guard lines > 1 else { return 0 }
    return max(0, (width - length * 6 / 5 / lines) / 2)
  }

  /// `Kính gửi: …` in the middle, or a list when there are several. What the Party submits is `Kính trình`.
  private func addressees(_ heading: DocumentHeading) -> [Document.Block] {
    guard let first = heading.addressees.first else { return [] }
    let type = VietnameseText.lookupKey(heading.type)
    let isSubmitted = self == .party && type == VietnameseText.lookupKey("tờ trình")
    let label = Document.Run(
      isSubmitted ? "Kính trình:" : "Kính gửi:", Format(italic: self == .party))
    if heading.addressees.count == 1 {
      return [
        .paragraph(
          Paragraph(
            [label, .init(" " + first)],
            style: .init(.centre, before: 120, after: 180, keepsWithNext: true)))
      ]
    }
    let last = heading.addressees.count - 1
    return [
      .paragraph(Paragraph([label], style: .init(left: 1701, before: 120, keepsWithNext: true)))
    ]
      + heading.addressees.enumerated().map { index, name in
        .paragraph(
          Paragraph(
            "- " + name + (index == last ? "." : ";"), Format(),
            style: .init(
              firstLine: -170, left: 2835, after: index == last ? 180 : 0, keepsWithNext: true)))
      }
  }
}
