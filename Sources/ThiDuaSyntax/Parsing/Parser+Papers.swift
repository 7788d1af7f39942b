// `lập`: documents from templates. In: the line of the head. Out: a request to the loaded campaign.
// Invariant: the clause about the layout may stand before or after the file.

import ThiDuaText

extension Parser {
  /// `lập TÊN|"MẪU" [cho X | cho mỗi L] [, thể thức Đảng | thể thức Nhà nước] ra "tệp"`.
  mutating func paper(_ count: Int) -> Item? {
    let construct = "lập tờ trình ra \"to-trinh.docx\""
    let start = position
    position += count
    defer { endLine() }
    guard let template = paperTemplate() else { return nil }
    let subject = paperSubject()
    var layout = paperLayout()
    guard !hasFailed, expect(.intoFile, in: construct) else { return nil }
    let file = atom()
    layout = paperLayout() ?? layout
    return .request(
      CampaignRequest(
        .deliver(
          .paper(PaperRequest(template: template, subject: subject, layout: layout, file: file))),
        span(from: start)))
  }

  private mutating func paperTemplate() -> PaperRequest.Template? {
    if current.isText {
      return plainText("tên tệp mẫu").map { .file($0.text, $0.span) }
    }
    return reserving(.about, .intoFile) { $0.expectName("tên văn bản cần lập") }
      .map { .builtIn($0) }
  }

  private mutating func paperSubject() -> PaperRequest.Subject {
    if accept(.forEvery) { return .each(reserving(.intoFile) { $0.expression() }) }
    if accept(.about) { return .one(reserving(.intoFile) { $0.expression() }) }
    return .campaign
  }

  private mutating func paperLayout() -> PaperRequest.Layout? {
    var layout: PaperRequest.Layout?
    clauses([.partyLayout, .stateLayout]) { _, clause in
      layout = clause == .partyLayout ? .party : .state
    }
    return layout
  }
}
