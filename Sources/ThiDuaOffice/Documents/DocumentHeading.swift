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

  public init(
    upperBody: String = "", issuingBody: String = "", number: String = "", symbol: String = "",
    place: String = "", date: String = "", type: String = "", abstract: String = ""
  ) {
    self.upperBody = upperBody
    self.issuingBody = issuingBody
    self.number = number
    self.symbol = symbol
    self.place = place
    self.date = date
    self.type = type
    self.abstract = abstract
  }

  /// `ngày 05 tháng 02 năm 2026`; dotted where it is not known.
  var dateText: String {
    if date.isEmpty || date == DocumentLayout.blank {
      return
        "ngày \(DocumentLayout.blank) tháng \(DocumentLayout.blank) năm \(DocumentLayout.blank)"
    }
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
        left: indent, right: indent, before: 20, line: .exact(120), keepsWithNext: true,
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
      lines.append(line(heading.abstract, Format(bold: true, size: 28)))
    }
    lines.append(self == .party ? line("-----", Format(size: 28)) : rule(2470, in: width))
    for index in lines.indices { lines[index].style.keepsWithNext = true }
    return lines.map { .paragraph($0) }
  }
}
